// The page under its full policy: Trusted Types, no inline code, and an article that tries everything.

import { policyOf } from './server.mjs';
import { LAST_WORDS } from './articles.mjs';
import { expect, test } from './reader.mjs';

async function served(reader) {
  return (await fetch(`${reader.origin}/index.html`)).text();
}

test('the release page carries the policy', async ({ reader }) => {
  const policy = policyOf(await served(reader));
  expect(policy, 'a Content-Security-Policy in the page').toBeTruthy();
  const rules = new Map(policy.split(';').map((rule) => rule.trim()).filter(Boolean).map((rule) => [rule.split(/\s+/)[0], rule.split(/\s+/).slice(1)]));
  expect(rules.get('default-src')).toEqual(["'none'"]);
  expect(rules.get('require-trusted-types-for')).toEqual(["'script'"]);
  expect(rules.get('trusted-types')).toEqual(['article-viewer']);
  expect(rules.get('base-uri')).toEqual(["'none'"]);
  expect(rules.get('form-action')).toEqual(["'none'"]);
  expect(rules.get('object-src')).toEqual(["'none'"]);
  for (const name of ['script-src', 'style-src']) {
    for (const source of rules.get(name)) expect(source, name).toMatch(/^('self'|'wasm-unsafe-eval'|'sha(256|384|512)-[A-Za-z0-9+/=]+')$/);
  }
  expect(rules.get('script-src')).toContain("'wasm-unsafe-eval'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|(^|\s)\*(\s|;|$)/);
});

test('nothing in the page is inline except what the policy knows by its hash', async ({ reader }) => {
  const html = await served(reader);
  expect(html).not.toMatch(/\son[a-z]+\s*=/i);
  expect(html).not.toMatch(/\sstyle\s*=/i);
  expect(html).not.toMatch(/javascript:/i);
  const policy = policyOf(html);
  const { createHash } = await import('node:crypto');
  for (const [, tag, text] of html.matchAll(/<(script|style)(?:\s[^>]*)?>([^<]+)<\/\1>/gi)) {
    const hash = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy, `the hash of an inline ${tag}`).toContain(hash);
  }
});

test('scripts and sheets are held to their integrity, and only they', async ({ reader }) => {
  const html = await served(reader);
  for (const [tag] of html.matchAll(/<(?:script[^>]*\ssrc=|link[^>]*rel="?stylesheet)[^>]*>/gi)) {
    expect(tag).toMatch(/integrity="?sha(256|384|512)-/);
  }
  expect(html).not.toMatch(/<link[^>]*as="?fetch[^>]*integrity=/i);
});

for (const csp of ['page', 'header', 'off']) {
  test(`hostile strings do nothing (policy: ${csp})`, async ({ reader, page, context }) => {
    reader.expectNetworkErrors();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    const elsewhere = [];
    page.on('framenavigated', (frame) => elsewhere.push(frame.url()));
    context.on('page', (tab) => elsewhere.push(`a new tab at ${tab.url()}`));
    page.on('dialog', (dialog) => {
      elsewhere.push(`a dialog: ${dialog.message()}`);
      dialog.dismiss();
    });

    const address = reader.address('/made/hostile.json', csp === 'page' ? {} : { csp });
    await page.goto(address);
    await reader.expectReady('Hostile strings');
    await expect(reader.article).toContainText(LAST_WORDS);

    const found = await page.evaluate(() => {
      const all = [...document.querySelectorAll('#article-viewer *')];
      const attributes = all.flatMap((element) => [...element.attributes].map(({ name, value }) => ({ element: element.localName, name, value })));
      return {
        ran: window.hostile,
        polluted: {}.polluted,
        names: [...new Set(all.map((element) => element.localName))],
        foreign: all.filter((element) => element.namespaceURI !== 'http://www.w3.org/1999/xhtml' && element.closest('.av-body, [itemprop=articleBody]')).map((element) => element.localName),
        handlers: attributes.filter(({ name }) => name.startsWith('on')),
        addresses: attributes.filter(({ name }) => ['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite', 'background', 'xlink:href'].includes(name)),
        srcsets: attributes.filter(({ name }) => name === 'srcset' || name === 'imagesrcset').map(({ value }) => value),
        ids: all.filter((element) => element.id === 'article-viewer').length,
        targets: all.filter((element) => element.hasAttribute('target')).map((element) => element.getAttribute('rel') ?? ''),
        viewers: document.querySelectorAll('article-viewer').length,
        scripts: [...document.querySelectorAll('#article-viewer script:not([type="application/ld+json"])')].length,
        text: document.querySelector('article').textContent,
      };
    });
    expect(found.ran).toBeUndefined();
    expect(found.polluted).toBeUndefined();
    expect(found.handlers).toEqual([]);
    expect(found.ids).toBe(0);
    expect(found.viewers).toBe(0);
    expect(found.scripts).toBe(0);
    expect(found.foreign).toEqual([]);
    for (const name of ['script', 'style', 'iframe', 'object', 'embed', 'frame', 'base', 'meta', 'link', 'form', 'template', 'article-viewer']) {
      expect(found.names).not.toContain(name);
    }
    for (const { element, name, value } of found.addresses) {
      if (value.startsWith('#')) continue;
      const url = new URL(value, address);
      const allowed = element === 'a' ? ['http:', 'https:', 'mailto:', 'tel:'] : ['http:', 'https:'];
      expect(allowed, `${element}[${name}] ${value.slice(0, 80)}`).toContain(url.protocol);
      expect(url.username + url.password).toBe('');
      expect(value.length).toBeLessThan(8300);
    }
    for (const srcset of found.srcsets) expect(srcset).not.toMatch(/javascript|onerror|data:/i);
    for (const rel of found.targets) expect(rel).toMatch(/noopener/);
    // Markup is text, and stays what it was: decoded neither never nor twice.
    expect(found.text).toContain('<img src=x onerror=');
    expect(found.text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(found.text).toContain('<article-viewer src="/made/good.json">');
    for (let index = 0; index <= 20; index += 1) expect(found.text).toContain(`hostile link ${index}`);

    // Click whatever can be clicked, as a curious reader would, and press Enter on it.
    const clickable = await page.locator('#article-viewer a[href]').all();
    for (const link of clickable) {
      expect(await link.evaluate((element) => element.protocol)).toMatch(/^(https?|mailto|tel):$/);
    }
    await page.locator('article').hover({ position: { x: 5, y: 5 } });
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => window.hostile)).toBeUndefined();
    expect(elsewhere.filter((url) => url !== address)).toEqual([]);
    for (const url of asked) {
      expect(url).not.toMatch(/\/beacon|^(data:text|blob:|file:|ftp:)/);
    }
    expect(await page.title()).toContain('Hostile strings');

    await reader.openInPlace('/made/good.json?n=afterwards');
    await reader.expectReady('Good article afterwards');
    expect(await page.evaluate(() => document.documentElement.lang)).not.toContain('onload');
  });
}

test('a hostile article in the page itself does nothing either', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await page.goto(`${reader.origin}/inline/hostile/index.html`);
  await reader.expectReady('Hostile strings');
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => window.hostile)).toBeUndefined();
});

test('the address of an article is never markup', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  const attempt = '"><img src=x onerror="window.hostile=1"><b id="reflected">';
  for (const src of [attempt, `javascript:${attempt}`, `https://else.example/${attempt}`, `/no/${attempt}`]) {
    await reader.open(src);
    await reader.expectFailed();
    expect(await page.locator('#reflected').count()).toBe(0);
    expect(await page.evaluate(() => window.hostile)).toBeUndefined();
  }
  await page.goto(`${reader.origin}/index.html?src=/made/good.json&format=${encodeURIComponent(attempt)}`);
  await reader.expectFailed();
  expect(await page.locator('#reflected').count()).toBe(0);
});

test('a page that is not allowed to compile WebAssembly says so', async ({ reader, page }) => {
  reader.excuse(/WebAssembly|wasm|Content Security Policy/i);
  await page.goto(reader.address('/made/good.json', { csp: 'no-wasm' }));
  await reader.expectFailed(/policy|WebAssembly|allow/i);
});
