// The server of the journeys: it gives `dist/` as any static host would, and answers badly on request.
//
// It listens on two ports, so that there is a second origin.
// It needs nothing but Node. `node tests/e2e/server.mjs` starts it by hand and prints its addresses.
//
// A page's address may begin with pairs that change what is served below them, in any number and order:
//
//     /limits/headers=500,idle=500/   the page carries these limits
//     /sources/<encoded list>/        the page allows these origins
//     /inline/<made article>/         the page carries this article in a script element
//     /csp/off/                       the page has no policy
//     /csp/no-wasm/                   the page's policy forbids WebAssembly
//     /csp/header/                    the page's policy also comes as a header, as from a real host
//     /wasm/<how>/                    wasm files come as: missing, corrupt, cut, html, reset, octets, trap, trap-start
//     /script/<how>/                  script files come as: missing, corrupt
//     /style/missing/                 style sheets do not come
//     /parents/<encoded list>/        these origins may lead the page in a frame
//     /any/folder/                    nothing changes: `dist/` works in any folder
//
// /host?body=…&head=…&policy=…&at=… is a page of someone else, with this markup, this policy and the module of the element
// from this address (`none`: without it).
//
// Since the page's own addresses are relative, its files come through the same prefix.
//
// /warm/ has an article that browsers keep: tests/e2e/warm.mjs.
//
// /outer?html=… is the page that its address holds, for journeys on other people's pages.
// /examples/ has the pages of examples/, in which https://viewer.example is the other origin, and /dist/ is `dist/` once
// more, so that they find it where it lies in the repository.

import { createServer } from 'node:http';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { made, picture } from './articles.mjs';
import { faults, sendGood } from './faults.mjs';
import { seedArticle, seedFile } from './seed.mjs';
import { answerWarm } from './warm.mjs';
import { trapExports } from './wasm_trap.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.vtt': 'text/vtt',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.md': 'text/plain; charset=utf-8',
};

const PREFIXES = new Set(['limits', 'sources', 'inline', 'csp', 'wasm', 'script', 'style', 'parents', 'any']);
const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const KEPT_HITS = 20_000;

/** Starts both origins and gives their addresses and a way to stop. */
export async function start({ dist, port = 0, otherPort = 0 } = {}) {
  const site = { dist: dist ?? fileURLToPath(new URL('../../dist', import.meta.url)), hits: new Map(), pictures: new Map() };
  const servers = [];
  const sockets = new Set();
  const listen = async (wanted) => {
    const server = createServer((req, res) => {
      res.on('error', () => {});
      answer(site, req, res).catch((error) => {
        if (!res.headersSent && !res.destroyed) res.writeHead(500, { 'content-type': 'text/plain' });
        res.end(`The test server failed: ${error.stack}`);
      });
    });
    server.keepAliveTimeout = 10_000;
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise((resolve, reject) => {
      server.on('error', reject);
      server.listen(wanted, '127.0.0.1', resolve);
    });
    servers.push(server);
    return `http://127.0.0.1:${server.address().port}`;
  };
  site.origin = await listen(port);
  site.other = await listen(otherPort);
  return {
    origin: site.origin,
    other: site.other,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

async function answer(site, req, res) {
  const own = req.headers.host === new URL(site.other).host ? site.other : site.origin;
  const url = new URL(req.url, own);
  const token = url.searchParams.get('t') ?? '';
  const hit = url.pathname === '/hits' ? 0 : record(site, token, req, res, url);

  let path = url.pathname;
  const headers = { 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' };
  if (path.startsWith('/cors/')) {
    path = path.slice('/cors'.length);
    headers['access-control-allow-origin'] = '*';
  }
  const exchange = { req, res, query: url.searchParams, token, hit, headers, origin: own, other: own === site.origin ? site.other : site.origin };

  if (path === '/hits') return json(res, headers, site.hits.get(token) ?? []);
  if (path === '/beacon') return json(res, headers, {});
  if (path === '/host') return answerHost(res, url.searchParams);
  if (path.startsWith('/fault/')) return answerBadly(exchange, path.slice('/fault/'.length));
  if (path.startsWith('/made/')) {
    const article = made(path.slice('/made/'.length).replace(/\.json$/, ''), url.searchParams, own);
    return article ? json(res, headers, article) : missing(res, headers);
  }
  if (path.startsWith('/picture/')) return answerPicture(site, exchange, path.slice('/picture/'.length));
  if (path === '/seed/article.json') {
    const article = await seedArticle();
    return article ? json(res, headers, article) : missing(res, headers);
  }
  if (path.startsWith('/warm/')) return answerWarm(exchange, path.slice('/warm/'.length));
  if (path === '/outer') return text(res, TYPES['.html'], url.searchParams.get('html') ?? '');
  if (path.startsWith('/examples/')) return answerExample(site, exchange, path);
  if (path.startsWith('/dist/')) path = path.slice('/dist'.length);
  if (path.startsWith('/seed/')) {
    const file = seedFile(path.slice('/seed/'.length));
    return file ? answerFile(exchange, file) : missing(res, headers);
  }
  return answerSite(site, exchange, path);
}

function answerHost(res, query) {
  const at = query.get('at') ?? '';
  const script = at === 'none' ? '' : `<script type="module" src="${attribute(at)}/article-viewer.js"></script>`;
  const policy = query.get('policy');
  res.writeHead(200, { 'content-type': TYPES['.html'], 'cache-control': 'no-store', ...(policy && { 'content-security-policy': policy }) });
  res.end(`<!doctype html><html lang="${attribute(query.get('lang') ?? 'en')}"><head><meta charset="utf-8"><title>A page of someone else</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
${query.get('head') ?? ''}${script}</head><body>${query.get('body') ?? ''}</body></html>`);
}

/** Remembers who asked for what and when, so that a journey can count attempts and see what was sent along. */
function record(site, token, req, res, url) {
  if (!token) return 0;
  if (site.hits.size > KEPT_HITS) site.hits.clear();
  const list = site.hits.get(token) ?? [];
  site.hits.set(token, list);
  const entry = {
    time: Date.now(),
    method: req.method,
    path: url.pathname,
    cookie: req.headers.cookie ?? null,
    referer: req.headers.referer ?? null,
    mode: req.headers['sec-fetch-mode'] ?? null,
    tag: req.headers['if-none-match'] ?? null,
    abandoned: false,
  };
  res.on('close', () => {
    entry.abandoned = !res.writableFinished;
  });
  list.push(entry);
  return list.length;
}

async function answerBadly(exchange, name) {
  const fault = faults[name];
  if (!fault) return missing(exchange.res, exchange.headers);
  const times = exchange.query.get('times');
  if (times !== null && exchange.hit > Number(times)) return sendGood(exchange);
  await fault(exchange);
}

async function answerPicture(site, { res, query, headers }, name) {
  const delay = Math.min(Number(query.get('delay') ?? 0), 60_000);
  if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
  if (res.closed) return;
  const size = /^(\d{1,4})x(\d{1,4})\.png$/.exec(name);
  if (size) {
    if (!site.pictures.has(name)) site.pictures.set(name, picture(Number(size[1]), Number(size[2])));
    res.writeHead(200, { ...headers, 'content-type': 'image/png' });
    return res.end(site.pictures.get(name));
  }
  if (name === 'page.png') {
    res.writeHead(200, { ...headers, 'content-type': 'text/html' });
    return res.end('<!doctype html><title>Not a picture</title>');
  }
  missing(res, headers);
}

/** A file of the build, with the changes that the prefixes ask for. */
async function answerSite(site, exchange, path) {
  const { res } = exchange;
  const changes = {};
  const steps = path.split('/').slice(1);
  while (steps.length > 2 && PREFIXES.has(steps[0])) {
    changes[steps.shift()] = decodeURIComponent(steps.shift());
  }
  let name = decodeURIComponent(steps.join('/'));
  if (name === '' || name.endsWith('/')) name += 'index.html';
  const file = join(site.dist, normalize(`/${name}`));
  if (!file.startsWith(site.dist + sep)) return missing(res, exchange.headers);

  const kind = extname(file);
  // The parts are called by the first file alone.
  const isPart = changes.wasm?.startsWith('trap') && !file.includes('_bg');
  if (kind === '.wasm' && changes.wasm && !isPart) return answerWasm(exchange, file, changes.wasm);
  if (/^\.m?js$/.test(kind) && changes.script === 'missing') return missing(res, exchange.headers);
  if (/^\.m?js$/.test(kind) && changes.script === 'corrupt') return text(res, TYPES['.js'], 'import { from where;');
  if (kind === '.css' && changes.style === 'missing') return missing(res, exchange.headers);
  if (kind === '.html') return answerPage(exchange, file, changes);
  return answerFile(exchange, file);
}

/** A page of someone else's, or one of its files; what was built of it lies in target/examples. */
async function answerExample(site, exchange, path) {
  const { res } = exchange;
  const name = normalize(decodeURIComponent(path)) + (path.endsWith('/') ? 'index.html' : '');
  for (const folder of [join(ROOT, 'target'), ROOT]) {
    const file = join(folder, name);
    if (!file.startsWith(join(folder, 'examples') + sep)) break;
    try {
      if (extname(file) !== '.html') {
        await stat(file);
        return answerFile(exchange, file);
      }
      return text(res, TYPES['.html'], (await readFile(file, 'utf8')).replaceAll('https://viewer.example', site.other));
    } catch {
      // It may lie in the other folder.
    }
  }
  missing(res, exchange.headers);
}

async function answerPage({ res, headers, query, origin }, file, changes) {
  let html;
  try {
    html = await readFile(file, 'utf8');
  } catch {
    return missing(res, headers);
  }
  let head = '';
  if (changes.limits) head += `<meta name="article-viewer-limits" content="${attribute(changes.limits.replaceAll(',', ' '))}">`;
  if (changes.sources) {
    html = html.replace(/<meta\s+name="?article-viewer-sources"?[^>]*>/i, '');
    head += `<meta name="article-viewer-sources" content="${attribute(changes.sources)}">`;
  }
  if (changes.parents) html = html.replace(/(<meta name="article-viewer-parents" content=")[^"]*/, (_, start) => start + attribute(changes.parents));
  if (changes.inline) {
    const article = made(changes.inline, query, origin) ?? {};
    head += `<script type="application/json" id="article">${JSON.stringify(article).replaceAll('<', '\\u003c')}</script>`;
  }
  html = html.replace(/<head(?:\s[^>]*)?>/i, (tag) => tag + head);
  const answer = { 'content-type': TYPES['.html'], 'cache-control': 'no-cache' };
  const policy = /<meta[^>]*http-equiv="?content-security-policy"?[^>]*>/i;
  if (changes.csp === 'off') html = html.replace(policy, '');
  if (changes.csp === 'no-wasm') html = html.replace(/\s*'wasm-unsafe-eval'/, '');
  if (changes.csp === 'header') {
    const content = policyOf(html);
    if (content) answer['content-security-policy'] = `${content}; frame-ancestors 'none'`;
  }
  res.writeHead(200, answer);
  res.end(html);
}

/** The policy that a page carries in its head, as a header would give it. */
export function policyOf(html) {
  const tag = /<meta[^>]*http-equiv="?content-security-policy"?[^>]*>/i.exec(html)?.[0];
  const content = tag && (/content="([^"]*)"/i.exec(tag) ?? /content='([^']*)'/i.exec(tag))?.[1];
  return content?.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

async function answerWasm({ res, headers }, file, how) {
  if (how === 'missing') return missing(res, headers);
  if (how === 'reset') return res.socket.resetAndDestroy();
  if (how === 'html') return text(res, TYPES['.html'], '<!doctype html><title>Not here</title>');
  if (how === 'html-as-wasm') return text(res, TYPES['.wasm'], '<!doctype html><title>Not here</title>');
  const bytes = await readFile(file);
  const type = how === 'octets' ? 'application/octet-stream' : TYPES['.wasm'];
  if (how === 'corrupt') bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 64);
  if (how === 'cut') return text(res, type, bytes.subarray(0, bytes.length / 2));
  if (how === 'trap') return text(res, type, trapExports(bytes, (name) => !STARTING.test(name)));
  if (how === 'trap-start') return text(res, type, trapExports(bytes, (name) => /^(main|__wbindgen_start)$/.test(name)));
  return text(res, type, bytes);
}

/** The exports that a program needs to begin at all; everything else is called later, by promises and events. */
const STARTING = /^(main|__wbindgen_start|__wbindgen_malloc|__wbindgen_realloc|__wbindgen_free|__externref_.*|memory|__wbindgen_export_?\d*)$/;

async function answerFile({ req, res, headers: asked }, file) {
  const headers = asked['access-control-allow-origin'] ? { 'access-control-allow-origin': '*' } : {};
  let size;
  try {
    const info = await stat(file);
    if (!info.isFile()) return missing(res, headers);
    size = info.size;
  } catch {
    return missing(res, headers);
  }
  const hashed = /[-.][0-9a-f]{8,}[-._]/.test(file);
  const answer = {
    ...headers,
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  };
  // As docs/hosting.md says: pages of other origins may load the program, its looks and its words.
  if (/\.(js|css|wasm)$|\/words\/[^/]+$/.test(file)) answer['access-control-allow-origin'] = '*';
  if (/\bbr\b/.test(req.headers['accept-encoding'] ?? '')) {
    try {
      size = (await stat(`${file}.br`)).size;
      answer['content-encoding'] = 'br';
      file = `${file}.br`;
    } catch {
      // There is no compressed form of this file; it goes out as it is.
    }
  }
  answer['content-length'] = size;
  res.writeHead(200, answer);
  createReadStream(file).on('error', () => res.destroy()).pipe(res);
}

function attribute(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function text(res, type, body) {
  res.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  res.end(body);
}

function json(res, headers, value) {
  res.writeHead(200, headers);
  res.end(JSON.stringify(value));
}

function missing(res, headers) {
  res.writeHead(404, { ...headers, 'content-type': 'text/html; charset=utf-8' });
  res.end('<!doctype html><title>Not found</title><h1>Not found</h1>');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const site = await start({ port: Number(process.argv[2] ?? 4600), otherPort: Number(process.argv[3] ?? 4601) });
  console.log(`The page is at ${site.origin}/ and the second origin at ${site.other}/`);
}
