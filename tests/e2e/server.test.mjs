// Proves that the test server does what the journeys believe it does.
// Run with `node --test tests/e2e/`.

import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, inflateSync } from 'node:zlib';

import { picture, WRONG_FIELDS } from './articles.mjs';
import { bodies } from './faults.mjs';
import { start } from './server.mjs';
import { exportNames, trapExports } from './wasm_trap.mjs';

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"></head><body></body></html>`;

/** Two exported functions, `main` (does nothing) and `later` (gives 7). */
const MODULE = Buffer.from([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  1, 8, 2, 0x60, 0, 0, 0x60, 0, 1, 0x7f,
  3, 3, 2, 0, 1,
  7, 16, 2, 4, ...Buffer.from('main'), 0, 0, 5, ...Buffer.from('later'), 0, 1,
  10, 9, 2, 2, 0, 0x0b, 4, 0, 0x41, 7, 0x0b,
]);

let site;
let dist;

before(async () => {
  dist = await mkdtemp(join(tmpdir(), 'e2e-server-'));
  await writeFile(join(dist, 'index.html'), PAGE);
  await writeFile(join(dist, 'app-0123456789abcdef.js'), 'export {};');
  await writeFile(join(dist, 'app-0123456789abcdef.js.br'), brotliCompressSync('export {};'));
  await writeFile(join(dist, 'app_bg.wasm'), MODULE);
  await mkdir(join(dist, 'articles'));
  await writeFile(join(dist, 'articles', 'a.json'), '{}');
  site = await start({ dist });
});

after(async () => {
  await site.close();
  await rm(dist, { recursive: true });
});

/** What came of a request: status, headers, bytes, whether it was whole, and the error when there was one. */
function get(path, { origin = site.origin, headers = {}, patience = 3000, most = Infinity } = {}) {
  return new Promise((resolve) => {
    const outcome = { status: 0, headers: {}, body: Buffer.alloc(0), whole: false, error: null };
    const chunks = [];
    let length = 0;
    const finish = (more) => {
      clearTimeout(timer);
      sent.destroy();
      resolve({ ...outcome, ...more, body: Buffer.concat(chunks), length });
    };
    const timer = setTimeout(() => finish({ error: 'patience' }), patience);
    const sent = request(origin + path, { headers, agent: false }, (res) => {
      outcome.status = res.statusCode;
      outcome.headers = res.headers;
      res.on('data', (piece) => {
        length += piece.length;
        if (most === Infinity) chunks.push(piece);
        if (length > most) finish({ error: 'most' });
      });
      res.on('end', () => finish({ whole: res.complete }));
      res.on('error', (error) => finish({ error: error.code ?? error.message }));
    });
    sent.on('error', (error) => finish({ error: error.code ?? error.message }));
    sent.end();
  });
}

/** The answer as it stands on the wire, for lies that an HTTP client would not pass on. */
function wire(path) {
  return new Promise((resolve, reject) => {
    const { port, host } = new URL(site.origin);
    let text = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`));
    socket.on('data', (piece) => (text += piece.toString('latin1')));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

test('the build is served at the top and in any folder, with types and caching', async () => {
  for (const prefix of ['', '/any/folder']) {
    const page = await get(`${prefix}/`);
    assert.equal(page.status, 200);
    assert.match(page.headers['content-type'], /^text\/html/);
    assert.equal(page.headers['cache-control'], 'no-cache');
    const script = await get(`${prefix}/app-0123456789abcdef.js`);
    assert.match(script.headers['content-type'], /^text\/javascript/);
    assert.match(script.headers['cache-control'], /immutable/);
    assert.equal((await get(`${prefix}/app_bg.wasm`)).headers['content-type'], 'application/wasm');
    assert.match((await get(`${prefix}/articles/a.json`)).headers['content-type'], /^application\/json/);
  }
});

test('brotli is given to those who accept it', async () => {
  const plain = await get('/app-0123456789abcdef.js');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.body.toString(), 'export {};');
  const packed = await get('/app-0123456789abcdef.js', { headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(packed.body.length, Number(packed.headers['content-length']));
});

test('nothing outside of the build can be read', async () => {
  for (const path of ['/..%2f..%2fetc/hostname', '/%2e%2e/%2e%2e/etc/hostname', '/any/folder/..%2f..%2f..%2fetc%2fhostname', '/seed/..%2f..%2fissues.json']) {
    assert.equal((await get(path)).status, 404, path);
  }
});

test('the page carries what its address asks for', async () => {
  const limits = (await get('/limits/headers=500,idle=400/index.html')).body.toString();
  assert.match(limits, /<meta name="article-viewer-limits" content="headers=500 idle=400">/);
  const sources = (await get(`/sources/${encodeURIComponent('http://127.0.0.1:9 https://b.example')}/any/folder/`)).body.toString();
  assert.match(sources, /<meta name="article-viewer-sources" content="http:\/\/127.0.0.1:9 https:\/\/b.example">/);
  const inline = (await get('/inline/hostile/index.html')).body.toString();
  assert.match(inline, /<script type="application\/json" id="article">\{/);
  assert.equal(inline.match(/<\/script>/g).length, 1);
  assert.doesNotMatch((await get('/csp/off/index.html')).body.toString(), /Content-Security/);
  assert.doesNotMatch((await get('/csp/no-wasm/index.html')).body.toString(), /wasm-unsafe-eval/);
  assert.equal((await get('/csp/header/index.html')).headers['content-security-policy'], "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'");
});

test('wasm and scripts break on request', async () => {
  assert.equal((await get('/wasm/missing/app_bg.wasm')).status, 404);
  assert.equal((await get('/wasm/reset/app_bg.wasm')).error, 'ECONNRESET');
  assert.match((await get('/wasm/html/app_bg.wasm')).headers['content-type'], /html/);
  assert.equal((await get('/wasm/octets/app_bg.wasm')).headers['content-type'], 'application/octet-stream');
  assert.ok((await get('/wasm/cut/app_bg.wasm')).body.length < MODULE.length);
  assert.equal((await get('/script/missing/app-0123456789abcdef.js')).status, 404);
  assert.equal((await get('/style/missing/app.css')).status, 404);
});

test('a chosen export traps and the others go on', async () => {
  assert.deepEqual(exportNames(MODULE), ['main', 'later']);
  const whole = await WebAssembly.instantiate(MODULE);
  assert.equal(whole.instance.exports.later(), 7);
  const broken = await WebAssembly.instantiate(trapExports(MODULE, (name) => name === 'later'));
  broken.instance.exports.main();
  assert.throws(() => broken.instance.exports.later(), WebAssembly.RuntimeError);
  const served = await WebAssembly.instantiate((await get('/wasm/trap/app_bg.wasm')).body);
  assert.throws(() => served.instance.exports.later(), WebAssembly.RuntimeError);
});

test('every status comes as asked', async () => {
  for (const code of [204, 400, 401, 403, 404, 408, 410, 418, 429, 451, 500, 501, 502, 503, 504]) {
    assert.equal((await get(`/fault/status?code=${code}`)).status, code);
  }
  assert.equal((await get('/fault/status?code=429&retry-after=3')).headers['retry-after'], '3');
  assert.ok(Date.parse((await get('/fault/status?code=503&retry-after=date')).headers['retry-after']) > Date.now());
});

test('a fault passes after the given number of times, each token for itself', async () => {
  for (const token of ['a', 'b']) {
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await get(`/fault/status?code=500&times=2&t=${token}`)).status);
    assert.deepEqual(statuses, [500, 500, 200]);
  }
  const hits = JSON.parse((await get('/hits?t=a')).body);
  assert.equal(hits.length, 3);
  assert.equal(hits[0].method, 'GET');
});

test('redirects go round, elsewhere and nowhere', async () => {
  assert.equal((await get('/fault/redirect-loop?t=loop')).headers.location, '/fault/redirect-loop?t=loop&step=1');
  assert.equal((await get('/fault/redirect-loop?t=loop&step=60')).status, 508);
  assert.ok((await get('/fault/redirect-other')).headers.location.startsWith(site.other));
  assert.ok((await get('/fault/redirect-other', { origin: site.other })).headers.location.startsWith(site.origin));
  assert.equal((await get('/fault/redirect-nowhere')).headers.location, undefined);
});

test('connections break before and inside the body', async () => {
  assert.equal((await get('/fault/reset')).error, 'ECONNRESET');
  const half = await get('/fault/reset-body');
  assert.equal(half.status, 200);
  assert.equal(half.whole, false);
  assert.ok(half.error);
  assert.match((await get('/fault/garbage')).error, /^HPE_/);
});

test('slowness of each kind', async () => {
  assert.deepEqual([(await get('/fault/silent', { patience: 300 })).status, (await get('/fault/silent', { patience: 300 })).error], [0, 'patience']);
  const stalled = await get('/fault/stall', { patience: 300 });
  assert.equal(stalled.status, 200);
  assert.equal(stalled.error, 'patience');
  const drip = await get('/fault/drip?ms=20', { patience: 300 });
  assert.ok(drip.length > 41 && drip.length < 80, `${drip.length} bytes dripped`);
  assert.equal((await get('/fault/late?ms=100')).status, 200);
  JSON.parse((await get('/fault/slow?pieces=5&ms=10')).body);
});

test('endless answers are as long as the reader wants', async () => {
  const endless = await get('/fault/endless', { most: 5_000_000 });
  assert.equal(endless.error, 'most');
});

test('a reader who hangs up is noticed', async () => {
  await get('/fault/stall?t=hung', { patience: 200 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(JSON.parse((await get('/hits?t=hung')).body)[0].abandoned, true);
});

test('lengths lie', async () => {
  assert.ok((await get('/fault/length-too-long')).error);
  const short = await wire('/fault/length-too-short');
  assert.match(short, /^content-length: 300\r$/m);
  assert.ok(short.split('\r\n\r\n')[1].length > 1000);
  assert.match((await get('/fault/length-nonsense')).error, /^HPE_/);
});

test('truncation is clean and exact', async () => {
  for (const at of [1, 100, 500]) {
    const cut = await get(`/fault/cut?at=${at}`);
    assert.equal(cut.body.length, at);
    assert.equal(cut.whole, true);
    assert.throws(() => JSON.parse(cut.body));
  }
});

test('encodings are true or lies', async () => {
  assert.equal((await get('/fault/gzip')).body[0], 0x1f);
  assert.equal((await get('/fault/gzip-lie')).body[0], 0x7b);
  const bomb = await get('/fault/gzip-bomb');
  assert.ok(bomb.body.length < 200_000);
});

test('content types are as asked', async () => {
  assert.equal((await get('/fault/type?is=text%2Fhtml')).headers['content-type'], 'text/html');
  assert.equal((await get('/fault/type')).headers['content-type'], undefined);
});

test('large, long and deep articles are valid JSON of the promised size', async () => {
  const large = await get('/fault/bytes?mb=2');
  assert.equal(large.body.length, Number(large.headers['content-length']));
  assert.ok(large.body.length > 2 * 1024 * 1024);
  JSON.parse(large.body);
  assert.equal((await get('/fault/bytes?mb=1&chunked')).headers['content-length'], undefined);
  assert.ok((await get('/fault/bytes?mb=30', { most: 29e6 })).length > 29e6);
  assert.equal(JSON.parse((await get('/fault/blocks?n=20001')).body).body.length, 20_001);
  for (const where of ['body', 'list', 'text', 'object']) {
    JSON.parse((await get(`/fault/deep?n=1000&in=${where}`)).body);
  }
  assert.ok((await get('/fault/deep?n=100000')).body.length > 200_000);
});

test('bodies are what their names say', async () => {
  for (const name of Object.keys(bodies)) assert.equal((await get(`/fault/body?is=${name}`)).status, 200, name);
  const valid = ['bom', 'leading-space', 'null', 'number', 'string', 'true', 'empty-object', 'empty-array', 'odd-array', 'only-marker', 'duplicate-keys', 'huge-numbers', 'odd-blocks', 'lone-surrogate', 'proto-keys'];
  for (const name of valid) JSON.parse((await get(`/fault/body?is=${name}`)).body.toString('utf8').replace(/^\uFEFF/, ''));
  for (const name of ['empty', 'space', 'control', 'html', 'xml', 'plain', 'jsonp', 'nan', 'two-values', 'unclosed-string']) {
    const { body } = await get(`/fault/body?is=${name}`);
    assert.throws(() => JSON.parse(body.toString('utf8')), name);
  }
  assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(bodies['invalid-utf-8']));
  assert.equal(JSON.parse(new TextDecoder('utf-16be').decode(bodies['utf-16be'])).headline, 'An odd article');
});

test('only the second door of an origin lets strangers read', async () => {
  const closed = await get('/made/good.json', { origin: site.other });
  assert.equal(closed.headers['access-control-allow-origin'], undefined);
  const open = await get('/cors/made/good.json', { origin: site.other });
  assert.equal(open.headers['access-control-allow-origin'], '*');
});

test('articles are made, with one wrong field each', async () => {
  for (const name of ['good', 'hub', 'rtl', 'pictures', 'hostile', 'unknown-block', 'without-marker']) {
    const article = JSON.parse((await get(`/made/${name}.json`)).body);
    assert.ok(article.body.length > 2, name);
  }
  const hub = JSON.parse((await get('/made/hub.json?to=%2Fmade%2Fgood.json&page=%2Fany%2Ffolder%2F')).body);
  assert.equal(hub.related[0].url, `${site.origin}/any/folder/?src=%2Fmade%2Fgood.json`);
  for (const [field, kinds] of Object.entries(WRONG_FIELDS)) {
    for (const kind of kinds) assert.equal((await get(`/made/wrong.json?field=${field}&as=${kind}`)).status, 200, `${field} as ${kind}`);
  }
  assert.equal((await get('/made/nothing.json')).status, 404);
});

test('pictures are real, or missing, or something else', async () => {
  const png = picture(30, 20);
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [30, 20]);
  const data = png.indexOf('IDAT');
  assert.equal(inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4))).length, 20 * (1 + 30 * 3));
  assert.equal((await get('/picture/30x20.png')).headers['content-type'], 'image/png');
  assert.equal((await get('/picture/missing.png')).status, 404);
  assert.match((await get('/picture/page.png')).headers['content-type'], /html/);
});
