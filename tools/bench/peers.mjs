// What is measured: pages that show the same article, each as a set of files with the address of its page.
//
// The static page is written beforehand and is what no page that loads its article can beat on a cold visit.
// React and Preact are built as vite builds them by default, with one script; their `-early` twins begin the article's
// request in the HTML, as ours does, and name their script to the browser before it is met.

import { existsSync } from 'node:fs';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

import { SMALL, article } from './content.mjs';
import { address } from './formats.mjs';
import { articleMarkup } from './markup.mjs';

const here = fileURLToPath(new URL('peers', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
export const OUT = join(root, 'target/bench');
const DIST = process.env.DIST ?? join(root, 'dist');

/** The page of fifty articles, under this name at every peer that has one. */
export const FIFTY = '/fifty.html';

const css = async () => (await readFile(join(here, 'page.css'), 'utf8')).replace(/\/\*.*?\*\/\s*/gs, '').replace(/\n/g, '');

const html = (head, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Article</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>${body}</body>
</html>
`;

/** All peers of the scenarios, ours last. */
export async function peers(scenarios) {
  const wants = (name) => scenarios.includes(name);
  const style = `<style>${await css()}</style>`;
  const list = [await staticPeer(style, wants), ...(await framework('react', style)), ...(await framework('preact', style))];
  return [...list, await ours()];
}

async function staticPeer(style, wants) {
  const files = new Map();
  const names = ['story', ...(wants('long') ? ['long'] : [])];
  for (const name of names) files.set(`/${name}.html`, html(style, articleMarkup(article(name))));
  if (wants('embed')) files.set(FIFTY, html(style, SMALL.map((name) => articleMarkup(article(name))).join('\n')));
  return { name: 'static', files, page: (name) => `/${name}.html` };
}

const EARLY = `<script>earlyAnswer = fetch(new URLSearchParams(location.search).get('src'))</script>`;

async function framework(name, style) {
  const outDir = join(OUT, 'peers', name);
  await rm(outDir, { recursive: true, force: true });
  await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', importSource: name } },
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      // Names that servers know to be of files that never change, as ours are.
      rollupOptions: { input: join(here, `${name}.jsx`), output: { entryFileNames: '[name]-[hash].js', hashCharacters: 'hex' } },
    },
  });
  const scripts = await readdir(outDir);
  if (scripts.length !== 1) throw new Error(`vite has built ${scripts.join(', ')} of ${name}.jsx, and one script was expected`);
  const [script] = scripts;
  const code = await readFile(join(outDir, script));
  const start = `<script type="module" src="/${script}"></script>`;
  const app = '<div id="app"></div>';
  const early = `${EARLY}\n<link rel="modulepreload" href="/${script}">`;
  const many = SMALL.map((small) => `<div data-src="${address(small)}"></div>`).join('\n');
  const page = (article) => `/index.html?src=${address(article)}`;
  const plain = new Map([[`/${script}`, code], ['/index.html', html(`${style}\n${start}`, app)], [FIFTY, html(`${style}\n${start}`, many)]]);
  const hurried = new Map([[`/${script}`, code], ['/index.html', html(`${early}\n${style}\n${start}`, app)]]);
  return [
    { name, files: plain, page },
    { name: `${name}-early`, files: hurried, page },
  ];
}

/** The release as it is, and a page of someone else with fifty elements. */
async function ours() {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('There is no release to measure: dist/index.html is missing. Run `make build` first.');
  const elements = SMALL.map((name) => `<article-viewer loading="eager" src="${address(name)}"></article-viewer>`).join('\n');
  const fifty = html('<script type="module" src="/article-viewer.js"></script>', elements);
  return { name: 'ours', folder: DIST, files: new Map([[FIFTY, fifty]]), page: (name, format) => `/index.html?src=${address(name, format)}` };
}
