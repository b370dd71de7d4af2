// When the program itself cannot start, or dies: the alert then comes from code outside of it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from './reader.mjs';
import { exportNames } from './wasm_trap.mjs';

const BROKEN = {
  missing: { noise: /Failed to load resource|404/ },
  reset: { noise: /Failed to load resource|ERR_CONNECTION_RESET/ },
  html: { noise: /MIME|WebAssembly|wasm/i },
  'html-as-wasm': { noise: /WebAssembly|wasm/i },
  corrupt: { noise: /WebAssembly|wasm/i },
  cut: { noise: /WebAssembly|wasm/i },
  'trap-start': { noise: /unreachable|RuntimeError/ },
  trap: { noise: /unreachable|RuntimeError/ },
};

for (const [how, { noise }] of Object.entries(BROKEN)) {
  test(`a program that is ${how} ends in an alert that offers to reload`, async ({ reader, page }) => {
    reader.excuse(noise);
    reader.expectNetworkErrors();
    await page.goto(reader.address('/made/good.json', { wasm: how }));
    await reader.expectFailed();
    const sentence = await reader.sentence();
    expect(sentence.length).toBeGreaterThan(20);
    expect(sentence).not.toMatch(/RuntimeError|CompileError|panicked|\.rs/);
    const reload = reader.alert.getByRole('button').first();
    await expect(reload).toBeVisible();
    await Promise.all([page.waitForEvent('load'), reload.click()]);
    await reader.expectFailed();
  });
}

test('a program with a wrong content type starts all the same', async ({ reader, page }) => {
  reader.excuse(/MIME|instantiateStreaming|application\/wasm/i);
  await page.goto(reader.address('/made/good.json', { wasm: 'octets' }));
  await reader.expectReady();
});

test('a program whose scripts do not come leaves a sentence and no endless skeleton', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await page.goto(reader.address('/made/good.json', { script: 'missing' }));
  await reader.expectFailed();
});

test('without its sheet the article can still be read', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await page.goto(reader.address('/made/good.json', { style: 'missing' }));
  await reader.expectReady();
});

test('a program that dies while it shows an article ends in an alert that offers to reload', async ({ reader, page }) => {
  // A browser that suddenly cannot make what only an article has: the program gives up, as after any broken promise.
  reader.excuse(/./);
  await reader.open('/made/good.json');
  await reader.expectReady();
  await page.evaluate(() => {
    const make = Document.prototype.createElement;
    window.repairBrowser = () => (Document.prototype.createElement = make);
    Document.prototype.createElement = function (name, ...rest) {
      if (/^(article|figure)$/i.test(name)) throw new Error('The browser is broken on purpose.');
      return make.call(this, name, ...rest);
    };
  });
  await reader.openInPlace('/made/good.json?n=doomed');
  await reader.expectFailed();
  await expect(reader.alert.getByRole('button').first()).toBeVisible();
  await expect(reader.article).toHaveCount(0);
  expect(await reader.sentence()).not.toMatch(/panicked|\.rs|RuntimeError/);
  await Promise.all([page.waitForEvent('load'), reader.alert.getByRole('button').first().click()]);
  await reader.expectReady('Good article doomed');
});

test('an error of another script on the page is left alone', async ({ reader, page }) => {
  reader.excuse(/not ours/);
  await reader.open('/made/good.json');
  await reader.expectReady();
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('This error is not ours.');
    });
    Promise.reject(new WebAssembly.RuntimeError('This rejection is not ours.'));
  });
  await page.waitForTimeout(300);
  await reader.expectReady('Good article 1');
});

test('the exports that the test server makes trap are still there', async () => {
  const name = readdirSync(process.env.E2E_DIST).find((file) => /_bg-.*\.wasm$/.test(file));
  const names = exportNames(readFileSync(join(process.env.E2E_DIST, name)));
  expect(names.some((one) => /^(main|__wbindgen_start)$/.test(one)), names.join(', ')).toBe(true);
});
