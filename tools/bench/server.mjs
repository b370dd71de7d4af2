// Serves each peer from an origin of its own, as a good static host would: packed beforehand, with tags, and with the headers
// that docs/hosting.md asks for. The server of the journeys (tests/e2e) packs and keeps nothing, since it is there to fail.

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};
/** What is packed already. */
const PACKED = {
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
};

const compress = promisify(brotliCompress);

/** A file as it goes out. `packed` is its copy by brotli, if there is one already. */
async function prepared(path, bytes, store, packed) {
  const kind = extname(path);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const headers = {
    'content-type': TYPES[kind] ?? PACKED[kind] ?? 'application/octet-stream',
    'cache-control': /-[0-9a-f]{8,}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${hash}"`,
    vary: 'accept-encoding',
  };
  if (!TYPES[kind]) return { headers, body: bytes };
  return { headers: { ...headers, 'content-encoding': 'br' }, body: packed ?? (await pack(bytes, join(store, `${hash}.br`))) };
}

/** At the best quality, which takes its time, so a copy is kept for the next run. */
async function pack(bytes, copy) {
  try {
    return await readFile(copy);
  } catch {
    const packed = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    await writeFile(copy, packed);
    return packed;
  }
}

/** Texts and bytes by their addresses, ready to be sent. */
export async function prepare(files, store) {
  await mkdir(store, { recursive: true });
  const ready = new Map();
  for (const [path, contents] of files) ready.set(path, await prepared(path, Buffer.from(contents), store));
  return ready;
}

/** A built folder with the packed copies that lie in it. */
export async function prepareFolder(folder, store) {
  await mkdir(store, { recursive: true });
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const all = new Set(files);
  const ready = new Map();
  for (const file of files) {
    if (/\.(br|gz)$/.test(file)) continue;
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const packed = all.has(`${file}.br`) ? await readFile(`${file}.br`) : undefined;
    ready.set(path, await prepared(path, await readFile(file), store, packed));
  }
  return ready;
}

/** Starts an origin with these files; the first that knows an address answers. */
export async function serve(...sets) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = sets.map((files) => files.get(decodeURIComponent(path))).find(Boolean);
    if (!file) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file.');
    if (request.headers['if-none-match'] === file.headers.etag) {
      const { etag, vary, 'cache-control': control } = file.headers;
      return void response.writeHead(304, { etag, vary, 'cache-control': control }).end();
    }
    response.writeHead(200, { ...file.headers, 'content-length': file.body.length }).end(file.body);
  });
  // A browser that waits for its next visit keeps its connection.
  server.keepAliveTimeout = 120_000;
  await new Promise((resolve, reject) => server.on('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
