// The ready example of the hosting page, given to a real nginx with `dist/` as its root.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { policyOf } from './server.mjs';
import { expect, test } from './reader.mjs';

const EXAMPLE = fileURLToPath(new URL('../../docs/hosting/nginx.conf', import.meta.url));
const NGINX = process.env.NGINX ?? 'nginx';
const found = spawnSync(NGINX, ['-v']).status === 0;

test.describe.configure({ mode: 'default' });
test.skip(!found, 'nginx is not installed, so its example cannot be tried.');
test.skip(found && !existsSync(EXAMPLE), 'docs/hosting/nginx.conf is not there.');

let folder;
let server;
let origin;

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The example as it stands, but for the port, the folder and what an unprivileged nginx needs around it. */
function configuration(port) {
  const example = readFileSync(EXAMPLE, 'utf8')
    .replace(/^(\s*)listen\s+\[[^;]*;/gm, '')
    .replace(/^(\s*)listen\s+[^;]*;/gm, `$1listen 127.0.0.1:${port};`)
    .replace(/^(\s*)root\s+[^;]*;/gm, `$1root ${process.env.E2E_DIST};`)
    .replace(/^(\s*)(ssl_\w+|server_name)\s+[^;]*;/gm, '');
  const types = ['/etc/nginx/mime.types', '/usr/local/nginx/conf/mime.types'].find((file) => existsSync(file));
  const inside = /\bhttp\s*\{/.test(example)
    ? example
    : `http {
    ${types ? `include ${types};` : ''}
    default_type application/octet-stream;
    access_log off;
    ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n    ')}
    ${example}
}`;
  return `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
${process.getuid?.() === 0 ? 'user root;' : ''}
${inside}
`;
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'e2e-nginx-'));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  writeFileSync(join(folder, 'nginx.conf'), configuration(port));
  server = spawn(NGINX, ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  server.stderr.on('data', (piece) => (words += piece));
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`nginx did not accept the example: ${words}`);
    try {
      await fetch(`${origin}/`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`nginx did not answer: ${words}`);
});

test.afterAll(async () => {
  if (server && server.exitCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3000))]);
    if (server.exitCode === null) server.kill('SIGKILL');
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test('the default article opens, silently, under the policy of the header', async ({ reader, page }) => {
  await page.goto(`${origin}/`);
  await reader.expectReady();
  await page.goto(`${origin}/index.html`);
  await reader.expectReady();
});

test('the header carries the policy of the page, and more', async () => {
  const answer = await fetch(`${origin}/`);
  const header = answer.headers.get('content-security-policy');
  expect(header).toBeTruthy();
  const parse = (policy) => new Map(policy.split(';').map((rule) => rule.trim().replace(/\s+/g, ' ')).filter(Boolean).map((rule) => [rule.split(' ')[0], rule]));
  const inHeader = parse(header);
  expect([...inHeader.keys()]).toContain('frame-ancestors');
  // The page's own policy knows the hashes; the header must not be weaker where it speaks.
  for (const [name] of parse(policyOf(await answer.text()))) {
    if (inHeader.has(name)) expect(inHeader.get(name)).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  }
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('referrer-policy')).toBeTruthy();
});

test('pages of others may have every file: the element, its wasm, articles, and what has a type of its own', async () => {
  const files = readdirSync(process.env.E2E_DIST).filter((file) => !/^_headers|\.(br|gz)$/.test(file) && file.includes('.'));
  for (const file of ['article-viewer.js', 'articles/default.json', ...files]) {
    const answer = await fetch(`${origin}/${file}`, { headers: { origin: 'https://news.example' } });
    expect(answer.headers.get('access-control-allow-origin'), file).toBe('*');
  }
});

test('each file has the right type, and is kept as long as it may be', async () => {
  const files = readdirSync(process.env.E2E_DIST);
  const hashed = files.filter((file) => /[-.][0-9a-f]{8,}/.test(file) && !/\.(br|gz)$/.test(file));
  expect(hashed.length).toBeGreaterThan(0);
  for (const file of hashed) {
    const answer = await fetch(`${origin}/${file}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control'), file).toMatch(/immutable/);
    if (file.endsWith('.wasm')) expect(answer.headers.get('content-type')).toBe('application/wasm');
    if (file.endsWith('.js')) expect(answer.headers.get('content-type')).toMatch(/javascript/);
    if (file.endsWith('.css')) expect(answer.headers.get('content-type')).toMatch(/^text\/css/);
  }
  const page = await fetch(`${origin}/index.html`);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(page.headers.get('cache-control')).toMatch(/no-cache|max-age=0/);
  const articles = readdirSync(join(process.env.E2E_DIST, 'articles')).filter((file) => file.endsWith('.json'));
  const article = await fetch(`${origin}/articles/${articles[0]}`);
  expect(article.headers.get('content-type')).toMatch(/json/);
  expect(article.headers.get('cache-control') ?? 'no-cache').not.toMatch(/immutable/);
});

test('files go out compressed, and a missing file is missing', async () => {
  const name = readdirSync(process.env.E2E_DIST).find((file) => file.endsWith('.wasm'));
  const answer = await fetch(`${origin}/${name}`, { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect((await fetch(`${origin}/articles/no-such-article.json`)).status).toBe(404);
});
