import { test } from './reader.mjs';
for (const [name, src, attrs, size] of [
  ['light', '/articles/harbour-inland.json', 'theme="light"', { width: 1280, height: 1600 }],
  ['dark-phone', '/articles/harbour-inland.json', 'theme="dark"', { width: 390, height: 1400 }],
  ['rtl', '/articles/arabic.json', 'theme="sepia" ui-lang="ar"', { width: 900, height: 1200 }],
  ['list', '/articles/courier-feed.json', 'heading-level="2"', { width: 900, height: 1200 }],
  ['error', '/fault/404', '', { width: 900, height: 700 }],
  ['wait', '/fault/stall', '', { width: 900, height: 700 }],
]) test('shot ' + name, async ({ reader, page }) => {
  reader.excuse(/./);
  await page.setViewportSize(size);
  await page.goto(`${reader.origin}/host?body=${encodeURIComponent(`<style>body{font:9px/1 cursive;letter-spacing:3px;text-align:center;max-width:60em;margin:auto}</style><h1>A page of someone else</h1><article-viewer ${attrs} src="${src}"></article-viewer><p>After</p>`)}`);
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `/tmp/shot-${name}.png` });
});
