// What can go wrong between a server and a reader, one route each.
//
// `faults` are ways to answer badly, `bodies` are answers that arrive well and hold something odd.
// Every route accepts `times=n`: the first n requests with the same token `t` fail and the next ones get a good article,
// so that a journey can show that trying again helps.
// Nothing here runs for ever: each loop ends by count, by size or when the reader hangs up.

import { gzipSync } from 'node:zlib';

import { good, LAST_WORDS } from './articles.mjs';

const ENDLESS_BYTES = 64 * 1024 * 1024;
const LONGEST_WAIT = 60_000;
const REDIRECTS = 60;

const GOOD = JSON.stringify(good('after a fault'));

/** A timer that ends early when the reader hangs up. */
function pause(res, ms) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, Math.min(ms, LONGEST_WAIT));
    function done() {
      clearTimeout(timer);
      res.off('close', done);
      resolve();
    }
    res.on('close', done);
  });
}

/** Writes and waits until the reader took it, so that an endless answer costs no memory. */
async function write(res, data) {
  if (res.destroyed || res.closed) return;
  if (res.write(data)) return;
  await new Promise((resolve) => {
    const done = () => {
      res.off('drain', done);
      res.off('close', done);
      resolve();
    };
    res.on('drain', done);
    res.on('close', done);
  });
}

/** Bytes straight onto the connection, for answers that the HTTP library is too honest to give. */
function raw(exchange, headers, body) {
  const { res } = exchange;
  const lines = Object.entries({ ...exchange.headers, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  res.socket.write(`HTTP/1.1 200 OK\r\n${lines.join('')}\r\n`);
  res.socket.write(body);
}

function send(exchange, status, headers, body) {
  exchange.res.writeHead(status, { ...exchange.headers, ...headers });
  exchange.res.end(body);
}

export function sendGood(exchange) {
  send(exchange, 200, {}, GOOD);
}

function statusBody(kind, status) {
  if (kind === 'empty') return undefined;
  if (kind === 'json') return JSON.stringify({ code: status, message: 'The server says no.' });
  return `<!doctype html><title>${status}</title><h1>${status}</h1>`;
}

export const faults = {
  /** Any status: `/fault/status?code=503&retry-after=1&times=1`. */
  status(exchange) {
    const code = Number(exchange.query.get('code'));
    const kind = exchange.query.get('body') ?? 'html';
    const headers = { 'content-type': kind === 'json' ? 'application/json' : 'text/html' };
    const after = exchange.query.get('retry-after');
    if (after === 'date') headers['retry-after'] = new Date(Date.now() + 2000).toUTCString();
    else if (after !== null) headers['retry-after'] = after;
    send(exchange, code, headers, code === 204 || code === 304 ? undefined : statusBody(kind, code));
  },

  'redirect-loop'(exchange) {
    const step = Number(exchange.query.get('step') ?? 0) + 1;
    if (step > REDIRECTS) return send(exchange, 508, {}, '');
    send(exchange, 301, { location: `/fault/redirect-loop?t=${exchange.token}&step=${step}` }, '');
  },

  'redirect-good'(exchange) {
    send(exchange, 302, { location: '/made/good.json?n=moved' }, '');
  },

  /** To an origin that is not on the page's list; with `cors` the browser itself would let it through. */
  'redirect-other'(exchange) {
    const prefix = exchange.query.has('cors') ? '/cors' : '';
    send(exchange, 302, { location: `${exchange.other}${prefix}/made/good.json?t=${exchange.token}-other` }, '');
  },

  'redirect-script'(exchange) {
    send(exchange, 302, { location: 'javascript:window.hostile=1' }, '');
  },

  'redirect-nowhere'(exchange) {
    send(exchange, 302, {}, '');
  },

  /** The connection goes before any header came. */
  reset(exchange) {
    exchange.res.socket.resetAndDestroy();
  },

  /** Half of the article, then the connection goes. */
  async 'reset-body'(exchange) {
    exchange.res.writeHead(200, exchange.headers);
    await write(exchange.res, GOOD.slice(0, GOOD.length / 2));
    await pause(exchange.res, 50);
    exchange.res.socket?.resetAndDestroy();
  },

  /** Something that is not HTTP at all. */
  garbage(exchange) {
    exchange.res.socket.end('\u0000\u0001 hello, this is not a web server\r\n\r\n');
  },

  /** Never a header. */
  async silent(exchange) {
    await pause(exchange.res, LONGEST_WAIT);
    exchange.res.destroy();
  },

  /** A good article whose headers take `ms`. */
  async late(exchange) {
    await pause(exchange.res, Number(exchange.query.get('ms') ?? 1000));
    if (!exchange.res.closed) sendGood(exchange);
  },

  /** Headers and half of the body, then nothing. */
  async stall(exchange) {
    exchange.res.writeHead(200, exchange.headers);
    await write(exchange.res, GOOD.slice(0, GOOD.length / 2));
    await pause(exchange.res, LONGEST_WAIT);
    exchange.res.destroy();
  },

  /** Always a little more, just before the reader's patience ends. */
  async drip(exchange) {
    exchange.res.writeHead(200, exchange.headers);
    const every = Number(exchange.query.get('ms') ?? 100);
    const end = Date.now() + LONGEST_WAIT;
    await write(exchange.res, '{"format":"article-viewer/1","headline":"');
    while (!exchange.res.closed && Date.now() < end) {
      await write(exchange.res, 'a');
      await pause(exchange.res, every);
    }
    exchange.res.destroy();
  },

  /** A good article in small pieces, slow but alive. */
  async slow(exchange) {
    exchange.res.writeHead(200, exchange.headers);
    const pieces = Number(exchange.query.get('pieces') ?? 10);
    const bytes = Buffer.from(GOOD);
    const size = Math.ceil(bytes.length / pieces);
    for (let start = 0; start < bytes.length && !exchange.res.closed; start += size) {
      await write(exchange.res, bytes.subarray(start, start + size));
      await pause(exchange.res, Number(exchange.query.get('ms') ?? 100));
    }
    exchange.res.end();
  },

  /** As fast as it is read, without an end. */
  async endless(exchange) {
    exchange.res.writeHead(200, exchange.headers);
    await write(exchange.res, '{"format":"article-viewer/1","headline":"');
    const piece = 'never ending '.repeat(5000);
    for (let sent = 0; sent < ENDLESS_BYTES && !exchange.res.closed; sent += piece.length) await write(exchange.res, piece);
    exchange.res.destroy();
  },

  /** A well-formed answer that holds only the first bytes of an article. */
  cut(exchange) {
    const at = Number(exchange.query.get('at'));
    send(exchange, 200, {}, Buffer.from(GOOD).subarray(0, at));
  },

  /** Promises more than it gives. */
  'length-too-long'(exchange) {
    raw(exchange, { 'content-length': Buffer.byteLength(GOOD) + 1000 }, GOOD);
    exchange.res.socket.end();
  },

  /** Promises less than it gives: the browser stops in the middle. */
  'length-too-short'(exchange) {
    raw(exchange, { 'content-length': 300, connection: 'close' }, GOOD);
    exchange.res.socket.end();
  },

  'length-nonsense'(exchange) {
    raw(exchange, { 'content-length': 'many' }, GOOD);
    exchange.res.socket.end();
  },

  /** Says gzip and is not. */
  'gzip-lie'(exchange) {
    send(exchange, 200, { 'content-encoding': 'gzip' }, GOOD);
  },

  gzip(exchange) {
    send(exchange, 200, { 'content-encoding': 'gzip' }, gzipSync(GOOD));
  },

  /** A few kilobytes on the wire, many megabytes in the page. */
  'gzip-bomb'(exchange) {
    send(exchange, 200, { 'content-encoding': 'gzip' }, BOMB());
  },

  /** A good article under another content type. */
  type(exchange) {
    const type = exchange.query.get('is');
    const headers = { ...exchange.headers };
    delete headers['content-type'];
    if (type) headers['content-type'] = type;
    exchange.res.writeHead(200, headers);
    exchange.res.end(GOOD);
  },

  /** A good article with `mb` megabytes of something unknown in front of its text. */
  async bytes(exchange) {
    const size = Math.min(Number(exchange.query.get('mb')), 64) * 1024 * 1024;
    const head = `{"format":"article-viewer/1","padding":"`;
    const tail = `",${JSON.stringify(good('large')).slice(1)}`;
    const piece = 'x'.repeat(64 * 1024);
    const headers = { ...exchange.headers };
    if (!exchange.query.has('chunked')) headers['content-length'] = head.length + size + Buffer.byteLength(tail);
    exchange.res.writeHead(200, headers);
    await write(exchange.res, head);
    for (let sent = 0; sent < size && !exchange.res.closed; sent += piece.length) await write(exchange.res, piece);
    exchange.res.end(tail);
  },

  /** More paragraphs than anybody reads. */
  async blocks(exchange) {
    const count = Math.min(Number(exchange.query.get('n')), 400_000);
    exchange.res.writeHead(200, exchange.headers);
    await write(exchange.res, '{"format":"article-viewer/1","language":"en","headline":"A very long article","body":[');
    for (let start = 0; start < count && !exchange.res.closed; start += 1000) {
      const end = Math.min(start + 1000, count);
      let piece = '';
      for (let index = start; index < end; index += 1) piece += `${index ? ',' : ''}"Paragraph ${index}"`;
      await write(exchange.res, piece);
    }
    exchange.res.end(']}');
  },

  /** Nested `n` deep: in the body, in a list, in a run of text or in a field that nobody knows. */
  async deep(exchange) {
    const depth = Math.min(Number(exchange.query.get('n')), 200_000);
    const [open, inner, close] = {
      body: ['[', '"The innermost words."', ']'],
      list: ['{"type":"list","items":[', '"The innermost words."', ']}'],
      text: ['{"type":"strong","text":[', '"The innermost words."', ']}'],
      object: ['{"a":', '1', '}'],
    }[exchange.query.get('in') ?? 'body'];
    const nested = open.repeat(depth) + inner + close.repeat(depth);
    const field = exchange.query.get('in') === 'object' ? 'unknown' : 'body';
    const body = field === 'body' ? `["Before.",${exchange.query.get('in') === 'text' ? `{"type":"paragraph","text":[${nested}]}` : nested},"${LAST_WORDS}"]` : `["${LAST_WORDS}"],"unknown":${nested}`;
    send(exchange, 200, {}, `{"format":"article-viewer/1","language":"en","headline":"A deep article","body":${body}}`);
  },

  /** One of the bodies below. */
  body(exchange) {
    const body = bodies[exchange.query.get('is')];
    if (body === undefined) return send(exchange, 404, {}, 'There is no body of this name.');
    send(exchange, 200, {}, typeof body === 'function' ? body() : body);
  },
};

let bomb;
function BOMB() {
  bomb ??= gzipSync(Buffer.concat([Buffer.from('{"format":"article-viewer/1","headline":"'), Buffer.alloc(40 * 1024 * 1024, 'b'), Buffer.from('"}')]));
  return bomb;
}

const article = (more) => JSON.stringify({ format: 'article-viewer/1', language: 'en', headline: 'An odd article', body: [LAST_WORDS], ...more });
const WORDS = article({});

export const bodies = {
  empty: '',
  space: ' \r\n\t \n ',
  bom: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(WORDS)]),
  'bom-only': Buffer.from([0xef, 0xbb, 0xbf]),
  'utf-16le': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WORDS, 'utf16le')]),
  'utf-16be': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(WORDS, 'utf16le').swap16()]),
  'invalid-utf-8': Buffer.concat([Buffer.from('{"format":"article-viewer/1","headline":"Bad '), Buffer.from([0xc3, 0x28, 0xff, 0xed, 0xa0, 0x80]), Buffer.from(` bytes","body":["${LAST_WORDS}"]}`)]),
  latin1: Buffer.from('{"format":"article-viewer/1","headline":"Caf\u00e9 by the sea","body":["' + LAST_WORDS + '"]}', 'latin1'),
  control: `{"format":"article-viewer/1","headline":"Raw\tcontrol\u0001 characters","body":["One line\nand another","${LAST_WORDS}"]}`,
  nul: `{"format":"article-viewer/1","headline":"A nul \u0000 inside","body":["${LAST_WORDS}"]}`,
  'lone-surrogate': `{"format":"article-viewer/1","headline":"Half of a pair \\ud83d here","body":["${LAST_WORDS}"]}`,
  'leading-space': `\n\n\n   ${WORDS}   \n`,
  html: '<!doctype html><html><head><title>Sign in</title></head><body><h1>Please sign in</h1></body></html>',
  'html-comment': '<!-- cached --><html><body>Gone fishing</body></html>',
  xml: '<?xml version="1.0"?><article><title>A title</title><p>Text</p></article>',
  rss: '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>A title</title></item></channel></rss>',
  plain: 'This is a plain text file, it says so.',
  script: 'export default { headline: "A module" };',
  jsonp: `callback(${WORDS});`,
  'anti-hijack': `)]}',\n${WORDS}`,
  'single-quotes': "{'format':'article-viewer/1','headline':'Single'}",
  'trailing-comma': `{"format":"article-viewer/1","headline":"Comma","body":["${LAST_WORDS}",],}`,
  comment: `{\n  // A comment.\n  "format":"article-viewer/1","headline":"Comment","body":["${LAST_WORDS}"]\n}`,
  nan: `{"format":"article-viewer/1","headline":"NaN","lead":{"src":"/picture/90x60.png","width":NaN},"body":["${LAST_WORDS}"]}`,
  'two-values': `${WORDS}\n${WORDS}`,
  'unclosed-string': '{"format":"article-viewer/1","headline":"It begins and',
  'missing-brace': WORDS.slice(0, -1),
  png: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  pdf: '%PDF-1.7\n1 0 obj',
  zip: () => Buffer.from('504b030414000000080000000000', 'hex'),
  null: 'null',
  number: '42',
  string: '"an article"',
  true: 'true',
  'empty-object': '{}',
  'empty-array': '[]',
  'odd-array': '[1,null,"two",[],{},[[3]],true]',
  'unknown-object': '{"menu":{"id":"file","items":[1,2,3]},"version":7}',
  'error-object': '{"error":{"code":404,"message":"No such article"}}',
  'only-marker': '{"format":"article-viewer/1"}',
  'future-version': article({ format: 'article-viewer/99', headline: 'From the future' }),
  'empty-fields': '{"format":"article-viewer/1","headline":"","standfirst":" ","body":[]}',
  'empty-blocks': '{"format":"article-viewer/1","headline":"","body":["","  ",{"type":"paragraph","text":""},{}]}',
  'headline-only': '{"format":"article-viewer/1","headline":"Only a headline"}',
  'body-only': `{"format":"article-viewer/1","body":["${LAST_WORDS}"]}`,
  'duplicate-keys': `{"format":"article-viewer/1","headline":"First","headline":"Second","body":[],"body":["${LAST_WORDS}"]}`,
  'huge-numbers': `{"format":"article-viewer/1","headline":"Huge numbers","lead":{"src":"/picture/90x60.png","width":99999999999999999999999999,"height":-1e300,"alt":"a"},"published":123456789012345678901234567890,"body":[{"type":"heading","level":1e30,"text":"Level"},{"type":"image","src":"/picture/90x60.png","width":0,"height":0,"alt":"b"},"${LAST_WORDS}"]}`,
  'number-overflow': `{"format":"article-viewer/1","headline":"Overflow","lead":{"src":"/picture/90x60.png","width":1e999,"alt":"a"},"body":["${LAST_WORDS}"]}`,
  'odd-blocks': article({ body: [null, 1, true, [], {}, [[]], { type: null }, { type: 7 }, { type: 'image' }, { type: 'list' }, { type: 'embed' }, { type: 'heading' }, LAST_WORDS] }),
  'many-unknown-blocks': article({ body: [...Array.from({ length: 500 }, (_, index) => ({ type: `unknown-${index}` })), LAST_WORDS] }),
  'long-word': article({ headline: 'W'.repeat(5000), body: ['w'.repeat(100_000), LAST_WORDS] }),
  'long-text': article({ body: ['many words '.repeat(200_000), LAST_WORDS] }),
  zalgo: article({ headline: `Z${'\u0301\u0316\u0334'.repeat(300)}algo`, body: [LAST_WORDS] }),
  'many-keys': () => article(Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key-${index}`, index]))),
  'proto-keys': `{"format":"article-viewer/1","__proto__":{"headline":"Stolen"},"constructor":{"prototype":{"x":1}},"toString":1,"headline":"Prototype keys","body":["${LAST_WORDS}"]}`,
};
