// Opens hundreds of articles one after the other, on the page and in an element, and watches what stays behind.
//
//     ARTICLES=500 node tests/e2e/soak.mjs
//
// After the first fifty nothing may grow: not what JavaScript holds, not the memory of the wasm, not the nodes of the
// document, not its listeners. Ends with an error if something does.

import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { start } from './server.mjs';

const ARTICLES = Number(process.env.ARTICLES ?? 500);
const FIRST = 50;
const STEP = 50;
/**
 * So much may come beyond what was there after the first fifty. Browsers remember requests and let pictures go when it suits
 * them, so that these figures go up and down; a few nodes or a kilobyte for each article would be more at the end.
 */
const PLAY = { 'JavaScript heap': 400_000, 'wasm memory': 0, nodes: 1500, listeners: 40 };

const dist = process.env.E2E_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
if (!existsSync(join(dist, 'index.html'))) {
  console.error('There is nothing to open: dist/index.html is missing. Run `make build` first.');
  process.exit(1);
}

/** Remembers the memory that a module gives to the page. */
const WATCH = `
  window.memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const call = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const made = await call.apply(WebAssembly, values);
      for (const one of Object.values((made.instance ?? made).exports)) if (one instanceof WebAssembly.Memory) window.memories.push(one);
      return made;
    };
  }
`;

/** Articles of several lengths and formats: what is built in slices, what needs further parts, what fails. */
const sources = [
  (number) => `/made/good.json?n=${number}`,
  (number) => `/articles/default.json?n=${number}`,
  (number) => `/articles/flood-live.json?n=${number}`,
  (number) => `/articles/lighthouse-year.json?n=${number}`,
  (number) => `/fault/status?code=404&n=${number}`,
];

const WAYS = {
  page: {
    url: '/index.html?src=%2Fmade%2Fgood.json',
    open: async (src) => {
      const root = document.getElementById('article-viewer');
      const done = new Promise((resolve) => {
        const watch = new MutationObserver(() => {
          if (root.dataset.articleState === 'loading') return;
          watch.disconnect();
          resolve(root.dataset.articleState);
        });
        watch.observe(root, { attributeFilter: ['data-article-state'] });
      });
      // As a link in an article leads to another.
      const link = document.createElement('a');
      link.href = `?src=${encodeURIComponent(src)}`;
      root.append(link);
      link.click();
      link.remove();
      return done;
    },
  },
  element: {
    url: `/outer?html=${encodeURIComponent('<!doctype html><link rel="icon" href="data:,"><title>Soak</title><script type="module" src="/article-viewer.js"></script><article-viewer loading="eager" src="/made/good.json"></article-viewer>')}`,
    open: (src) => {
      const element = document.querySelector('article-viewer');
      const done = new Promise((resolve) => {
        const end = ({ type }) => {
          for (const name of ['load', 'error']) element.removeEventListener(name, end);
          resolve(type);
        };
        for (const name of ['load', 'error']) element.addEventListener(name, end);
      });
      element.src = src;
      return done;
    },
  },
};

const site = await start({ dist });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

async function measure(page, cdp) {
  // What is freed late, by timers, by finalisers and by pictures that are let go, is freed too; they need turns of the browser between.
  for (let times = 0; times < 3; times += 1) {
    await page.waitForTimeout(500);
    await cdp.send('HeapProfiler.collectGarbage');
  }
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const wasm = await page.evaluate(() => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return { 'JavaScript heap': usedSize, 'wasm memory': wasm, nodes, listeners: jsEventListeners };
}

const shown = (figures) => Object.entries(figures).map(([name, value]) => `${name} ${value > 100_000 ? `${(value / 1e6).toFixed(2)} MB` : value}`).join(', ');

let faults = 0;
for (const [way, { url, open }] of Object.entries(WAYS)) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  const cdp = await context.newCDPSession(page);
  await page.goto(`${site.origin}${url}`);
  await page.waitForFunction(() => document.querySelector('[data-article-state=ready]') ?? document.querySelector('article-viewer')?.loaded);
  let base;
  for (let number = 1; number <= ARTICLES; number += 1) {
    await page.evaluate(open, sources[number % sources.length](number));
    if (number % STEP) continue;
    // The same article each time, so that what is on the screen is as large as before.
    await page.evaluate(open, `/made/good.json?n=${number + ARTICLES}`);
    const figures = await measure(page, cdp);
    console.log(`${way}: after ${number} articles ${shown(figures)}`);
    if (number === FIRST) base = figures;
    if (number <= FIRST) continue;
    for (const [name, play] of Object.entries(PLAY)) {
      if (figures[name] <= base[name] + play) continue;
      faults += 1;
      console.error(`${way}: ${name} has grown from ${base[name]} after ${FIRST} articles to ${figures[name]} after ${number}`);
    }
  }
  await context.close();
}
await browser.close();
await site.close();
console.log(faults ? `soak: ${faults} times something has grown` : 'soak: nothing has grown');
process.exit(faults ? 1 : 0);
