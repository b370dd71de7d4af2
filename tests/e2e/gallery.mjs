// Screenshots of every sample and every state, at two widths, light and dark, and a contact sheet to look at them.
//
//     node tests/e2e/gallery.mjs [word]
//
// writes `gallery/<what>-<width>-<scheme>.png`, `gallery/index.html` and `gallery/sheet-<n>.png`.
// With a word, only what has this word in its name is pictured.

import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { start } from './server.mjs';

const WIDTHS = [360, 1440];
const SCHEMES = ['light', 'dark'];
const TALLEST = 12_000;
const ROWS_PER_SHEET = 3;

const dist = process.env.E2E_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
const folder = fileURLToPath(new URL('../../gallery', import.meta.url));
const only = process.argv[2];

if (!existsSync(join(dist, 'index.html'))) {
  console.error('There is nothing to picture: dist/index.html is missing. Run `make build` first.');
  process.exit(1);
}

/** Each state: its name, the address, and the state that is waited for. */
async function subjects(origin, other) {
  const page = (src, prefix = '') => `${origin}${prefix}/index.html${src === undefined ? '' : `?src=${encodeURIComponent(src)}`}`;
  const articles = join(dist, 'articles');
  const files = existsSync(articles) ? (await readdir(articles)).filter((file) => file.endsWith('.json')).sort() : [];
  const samples = files.map((file) => ({ name: `sample ${file.replace(/\.json$/, '')}`, url: page(`articles/${file}`), sample: true }));
  const made = ['good', 'rtl', 'unknown-block', 'pictures', 'hostile'].map((name) => ({ name: `made ${name}`, url: page(`/made/${name}.json`) }));
  const comments = ['open', 'closed', 'moderated', 'none'].map((state) => ({
    name: `comments ${state}`,
    url: page(`/made/comments.json?state=${state}${state === 'open' ? '&url=https://ledger.example/talk' : ''}`),
    closeUp: '[data-comments]',
  }));
  const errors = Object.entries({
    'sign in': '/fault/status?code=401',
    missing: '/fault/status?code=404',
    gone: '/fault/status?code=410',
    busy: '/fault/status?code=429&retry-after=3600',
    'server trouble': '/fault/status?code=503',
    unreachable: '/fault/reset',
    interrupted: '/fault/reset-body',
    silent: '/fault/silent',
    stalled: '/fault/stall',
    'too large': '/fault/bytes?mb=4',
    empty: '/fault/body?is=empty',
    'web page': '/fault/body?is=html',
    xml: '/fault/body?is=xml',
    'cut short': '/fault/cut?at=900',
    'not JSON': '/fault/body?is=single-quotes',
    'too deep': '/fault/deep?n=5000&in=body',
    'unknown keys': '/fault/body?is=unknown-object',
    'nothing to read': '/fault/body?is=only-marker',
    'not allowed': `${other}/cors/made/good.json`,
    'bad address': 'ftp://127.0.0.1/a.json',
  }).map(([name, src]) => ({ name: `error ${name}`, url: page(src, '/limits/headers=600,idle=600,bytes=3000000'), state: 'error' }));
  const program = ['missing', 'corrupt', 'trap'].map((how) => ({ name: `program ${how}`, url: page('/made/good.json', `/wasm/${how}`), state: 'error' }));
  const states = [
    { name: 'loading', url: page('/fault/silent', '/limits/headers=60000,total=60000,slow=60000'), state: 'loading' },
    { name: 'loading slowly', url: page('/fault/silent', '/limits/headers=60000,total=60000,slow=100'), state: 'loading', wait: 600 },
    { name: 'desk report', url: `${page('/made/unknown-block.json')}&report`, wait: 1500 },
    { name: 'desk bench', url: `${page('articles/smallest.json')}&edit`, wait: 1500 },
    { name: 'an article of a list', url: `${page('articles/courier-feed.json')}&item=glacier` },
    { name: 'no such article in the list', url: `${page('articles/courier-feed.json')}&item=nowhere`, state: 'error' },
    { name: 'the rest is not shown', url: page('/fault/blocks?n=60', '/limits/blocks=30') },
  ];
  return [...samples, ...states, ...errors, ...program, ...comments, ...made];
}

const site = await start({ dist });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const pictured = [];
for (const subject of await subjects(site.origin, site.other)) {
  if (only && !subject.name.includes(only)) continue;
  const shots = [];
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      const file = `${subject.name.replace(/\W+/g, '-')}-${width}-${colorScheme}.png`;
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
      const page = await context.newPage();
      const note = await picture(page, subject, join(folder, file));
      await context.close();
      shots.push({ file, width, colorScheme, note });
    }
  }
  pictured.push({ name: subject.name, shots });
  const problems = shots.map((shot) => shot.note).filter(Boolean);
  console.log(problems.length ? `${subject.name}: ${[...new Set(problems)].join('; ')}` : subject.name);
}

async function picture(page, subject, file) {
  let note = '';
  await page.goto(subject.url, { waitUntil: 'commit' });
  const wanted = subject.state ?? '(ready|list)';
  try {
    await page.locator(`#article-viewer`).evaluate(
      (root, pattern) =>
        new Promise((resolve, reject) => {
          const fits = () => new RegExp(`^${pattern}$`).test(document.getElementById('article-viewer')?.dataset.articleState);
          const end = setTimeout(() => reject(new Error('late')), 15_000);
          (function look() {
            if (!fits()) return void setTimeout(look, 50);
            clearTimeout(end);
            resolve();
          })();
        }),
      wanted,
    );
  } catch {
    note = `the state ${wanted} did not come`;
  }
  await page.waitForTimeout(subject.wait ?? 100);
  // Lazy pictures come when they are in view.
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight && y < 40_000; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    scrollTo(0, 0);
    const pictures = [...document.querySelectorAll('article img')];
    for (let wait = 0; wait < 40 && !pictures.every((one) => one.complete); wait += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) note = [note, 'wider than the page'].filter(Boolean).join(', ');
  const closeUp = subject.closeUp && page.locator(subject.closeUp);
  if (closeUp && (await closeUp.count()) === 1) {
    await closeUp.screenshot({ path: file });
  } else {
    const height = Math.min(TALLEST, await page.evaluate(() => document.documentElement.scrollHeight));
    await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width: page.viewportSize().width, height } });
  }
  return note;
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const row = ({ name, shots }) => `<section><h2>${escape(name)}</h2><div>${shots
  .map(({ file, width, colorScheme, note }) => `<figure class="w${width}"><a href="${file}"><img src="${file}" alt="${escape(name)}"></a><figcaption>${width} px, ${colorScheme}${note ? ` <strong>${escape(note)}</strong>` : ''}</figcaption></figure>`)
  .join('')}</div></section>`;
const sheet = (rows) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>article-viewer: contact sheet</title>
<style>
body { margin: 16px; font: 14px/1.4 system-ui, sans-serif; background: #8d9298; color: #111; }
h2 { margin: 16px 0 8px; font-size: 16px; }
div { display: flex; gap: 12px; align-items: flex-start; }
figure { margin: 0; }
figure a { display: block; max-height: 900px; overflow: hidden; border: 1px solid #555; }
img { display: block; width: 100%; }
.w360 { flex: 0 0 180px; }
.w1440 { flex: 0 0 480px; }
strong { color: #7a0010; }
</style></head><body>${rows.map(row).join('\n')}</body></html>
`;

await writeFile(join(folder, 'index.html'), sheet(pictured));
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
for (let first = 0, number = 1; first < pictured.length; first += ROWS_PER_SHEET, number += 1) {
  const file = join(folder, `sheet-${number}.html`);
  await writeFile(file, sheet(pictured.slice(first, first + ROWS_PER_SHEET)));
  await page.goto(`file://${file}`);
  await page.screenshot({ path: join(folder, `sheet-${number}.png`), fullPage: true });
  await rm(file);
}
await browser.close();
await site.close();
console.log(`The contact sheet is gallery/index.html, and as pictures gallery/sheet-*.png.`);
