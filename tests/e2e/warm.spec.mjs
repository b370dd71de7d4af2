// Warm visits: what the browser has kept is shown at once, and only then the site is asked for something newer.

import AxeBuilder from '@axe-core/playwright';

import { expect, test } from './reader.mjs';

const OFFER = '.av-update';

class Warm {
  constructor(reader, query = '') {
    this.reader = reader;
    this.token = reader.token();
    this.src = `/warm/article.json?t=${this.token}${query}`;
  }

  async set(query) {
    await fetch(`${this.reader.origin}/warm/set?t=${this.token}&${query}`);
  }

  /** The tags that the requests for the article have come with; null for one that wanted it whatever it is. */
  async tags() {
    return (await this.reader.hits(this.token)).filter(({ path }) => path === '/warm/article.json').map(({ tag }) => tag);
  }

  async open(headline) {
    await this.reader.open(this.src);
    await this.reader.expectReady(headline);
  }

  /** The first visit, after which the page is left. */
  async visit() {
    await this.open('Good article 1');
    await this.reader.page.waitForLoadState();
    await this.leave();
  }

  async leave() {
    const html = '<!doctype html><link rel="icon" href="data:,"><title>Elsewhere</title>';
    await this.reader.page.goto(`${this.reader.origin}/outer?html=${encodeURIComponent(html)}`);
  }
}

/** Long enough for a check that should not be. */
const settle = (page) => page.waitForLoadState().then(() => page.waitForTimeout(1000));

test('the second visit shows the article while its server is silent', async ({ reader, page }) => {
  const warm = new Warm(reader);
  await warm.visit();
  expect(await warm.tags()).toEqual([null]);
  await warm.set('how=stall');
  await warm.open('Good article 1');
  await settle(page);
  await expect(page.locator(OFFER)).toHaveCount(0);
});

test('a first visit asks once', async ({ reader, page }) => {
  const warm = new Warm(reader);
  await warm.open('Good article 1');
  await settle(page);
  expect(await warm.tags()).toEqual([null]);
});

test('an article that is the same costs one conditional request and no word', async ({ reader, page }) => {
  const warm = new Warm(reader);
  await warm.visit();
  await warm.open('Good article 1');
  await expect.poll(() => warm.tags()).toEqual([null, '"1"']);
  await settle(page);
  expect(await warm.tags()).toEqual([null, '"1"']);
  await expect(page.locator(OFFER)).toHaveCount(0);
});

test('a newer version is offered, and shown in the same place without another request', async ({ reader, page }) => {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value, sources }) => ({ value, moved: sources.map(({ node }) => node?.className ?? node?.nodeName) })))).observe({ type: 'layout-shift', buffered: true });
  });
  const warm = new Warm(reader);
  await warm.visit();
  await warm.set('n=2');
  await warm.open('Good article 1');
  await page.evaluate(() => scrollTo(0, 600));
  const offer = page.locator(OFFER);
  await expect(offer).toContainText('There is a newer version.');
  await expect(reader.root.getByRole('status')).toHaveText('There is a newer version.');
  await expect(reader.article).toContainText('Good article 1');
  await expect.poll(() => page.evaluate(() => history.state?.place)).toBe(600);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await reader.mark();
  await offer.getByRole('button', { name: 'Show the new version' }).click();
  await reader.expectReady('Good article 2');
  await expect(offer).toHaveCount(0);
  expect(await reader.isSamePage()).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(600);
  await settle(page);
  expect(await warm.tags()).toEqual([null, '"1"']);
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
  await expect(offer).toHaveCount(0);
});

test('the offer can be declined by the keyboard, and the next visit has the new version at once', async ({ reader, page }) => {
  const warm = new Warm(reader);
  await warm.visit();
  await warm.set('n=2');
  await warm.open('Good article 1');
  const close = page.locator(OFFER).getByRole('button', { name: 'Close' });
  await close.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(OFFER)).toHaveCount(0);
  await expect(reader.article.getByRole('heading', { level: 1 })).toBeFocused();
  await warm.set('how=stall');
  await warm.leave();
  await warm.open('Good article 2');
});

test('the offer goes when another article is opened', async ({ reader, page }) => {
  const warm = new Warm(reader);
  await warm.visit();
  await warm.set('n=2');
  await warm.open('Good article 1');
  await expect(page.locator(OFFER)).toHaveCount(1);
  await reader.openInPlace('/made/good.json?n=9');
  await reader.expectReady('Good article 9');
  await expect(page.locator(OFFER)).toHaveCount(0);
});

test('a reload asks the site first', async ({ reader, page }) => {
  const warm = new Warm(reader);
  await warm.open('Good article 1');
  await warm.set('n=2');
  await page.reload({ waitUntil: 'commit' });
  await reader.expectReady('Good article 2');
  await settle(page);
  await expect(page.locator(OFFER)).toHaveCount(0);
  expect(await warm.tags()).toEqual([null, '"1"']);
});

test('a missing article that the browser remembers does not stay missing', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  const warm = new Warm(reader, '&cc=max-age=600');
  await warm.set('how=404');
  await reader.open(warm.src);
  await reader.expectFailed();
  expect(await warm.tags()).toEqual([null]);
  await warm.leave();
  await warm.set('how=');
  await warm.open('Good article 1');
  expect(await warm.tags()).toHaveLength(2);
});

test('a broken file that the browser remembers is replaced by itself', async ({ reader, page }) => {
  const warm = new Warm(reader);
  await warm.set('how=broken');
  await reader.open(warm.src);
  await reader.expectFailed();
  await page.waitForLoadState();
  await warm.leave();
  await warm.set('how=');
  await warm.open('Good article 1');
  await expect(page.locator(OFFER)).toHaveCount(0);
});

test('trying again asks the site', async ({ reader, page }) => {
  const warm = new Warm(reader);
  await warm.set('how=broken');
  await reader.open(warm.src);
  await reader.expectFailed();
  await warm.set('how=');
  await reader.retry.click();
  await reader.expectReady('Good article 1');
  await settle(page);
  expect(await warm.tags()).toEqual([null, '"broken1"']);
});

test('without a network the article is shown and nothing is said', async ({ reader, page, context }) => {
  const warm = new Warm(reader);
  await warm.visit();
  // The page itself still comes: what the reader has no network for is the check.
  await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
  await warm.set('how=reset');
  await warm.open('Good article 1');
  await settle(page);
  expect(await warm.tags()).toEqual([null]);
  await expect(page.locator(OFFER)).toHaveCount(0);
});

test('an article in the page and one of another origin are not asked about', async ({ reader, page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${reader.origin}/inline/good/index.html`);
  await reader.expectReady();
  await settle(page);
  expect(asked.filter((url) => /\.json/.test(url) && !/words/.test(url))).toEqual([]);
  const other = `${reader.other}/cors/made/good.json?t=${reader.token()}`;
  await reader.open(other, { sources: reader.other });
  await reader.expectReady();
  await settle(page);
  expect(asked.filter((url) => url === other)).toHaveLength(1);
});

const LOOKS = { 'phone, dark, Arabic': [360, 'dark', 'ar', 'rtl'], 'desktop, light, German': [1280, 'light', 'de', 'ltr'] };

for (const [name, [width, colorScheme, language, direction]] of Object.entries(LOOKS)) {
  test(`the offer fits: ${name}`, async ({ reader, page }, info) => {
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia({ colorScheme });
    await page.addInitScript((tag) => Object.defineProperty(navigator, 'languages', { get: () => [tag] }), language);
    const warm = new Warm(reader);
    await warm.visit();
    await warm.set('n=2');
    await warm.open('Good article 1');
    const offer = page.locator(OFFER);
    await expect(offer).toHaveAttribute('dir', direction);
    const box = await offer.locator('.av-update__offer').boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(700);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    await page.screenshot({ path: info.outputPath('offer.png') });
    await page.emulateMedia({ media: 'print' });
    await expect(offer).toBeHidden();
  });
}
