// A reader at the page: opens articles, waits for what came of it, and insists on a silent console.
//
// Every journey takes `test` and `expect` from here.
// At its end the console must have stayed silent: no error, no warning, no uncaught exception.
// A journey that provokes the network says so with `reader.expectNetworkErrors()`,
// which excuses the browser's own lines about requests and nothing else.

import { test as base, expect } from '@playwright/test';
import { randomUUID } from 'node:crypto';

export { expect };

const NETWORK_LINE = /^Failed to load resource: |^Access to fetch at '[^']*'( \(redirected from '[^']*'\))? from origin '[^']*' has been blocked by CORS policy/;

export class Reader {
  constructor(page) {
    this.page = page;
    this.origin = process.env.E2E_ORIGIN;
    this.other = process.env.E2E_OTHER;
    this.root = page.locator('#article-viewer');
    this.alert = page.getByRole('alert');
    this.article = page.locator('article');
    this.lines = [];
    this.excused = [];
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) this.lines.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.lines.push(`uncaught: ${error.stack ?? error.message}`));
    page.on('crash', () => this.lines.push('crash: the page crashed'));
  }

  /** A word that no other journey uses, for addresses whose requests are counted. */
  token() {
    return randomUUID().slice(0, 13);
  }

  expectNetworkErrors() {
    this.excused.push(NETWORK_LINE);
  }

  excuse(pattern) {
    this.excused.push(pattern);
  }

  noise() {
    return this.lines.filter((line) => !this.excused.some((pattern) => pattern.test(line.replace(/^\w+: /, ''))));
  }

  /** The address of the page with an article: `options` are prefixes of the test server, such as `limits`. */
  address(src, options = {}) {
    const { at = 'index.html', ...prefixes } = options;
    const path = Object.entries(prefixes).map(([name, value]) => `/${name}/${encodeURIComponent(value)}`).join('');
    const query = src === undefined ? '' : `?src=${encodeURIComponent(src)}`;
    return `${this.origin}${path}/${at}${query}`;
  }

  async open(src, options) {
    await this.page.goto(this.address(src, options), { waitUntil: 'commit' });
  }

  /** Opens another article in the page that is open, as Back and Forward do: the address changes, then the page is told. */
  async openInPlace(src) {
    await this.mark();
    await this.page.evaluate((query) => {
      document.querySelector('article')?.setAttribute('data-before', '');
      history.pushState(null, '', query);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    }, `?src=${encodeURIComponent(src)}`);
    await expect(this.page.locator('article[data-before]'), 'the article before it goes').toHaveCount(0, { timeout: 30_000 });
  }

  /** Leaves a mark on the page that a reload would wipe out. */
  async mark() {
    await this.page.evaluate(() => {
      window.markOfTheJourney = true;
    });
  }

  async isSamePage() {
    return this.page.evaluate(() => window.markOfTheJourney === true);
  }

  async expectState(state, options) {
    await expect(this.root).toHaveAttribute('data-article-state', state, options);
  }

  async expectReady(headline) {
    await this.expectState('ready');
    await expect(this.article).toHaveCount(1);
    if (headline) await expect(this.article.getByRole('heading', { level: 1 })).toContainText(headline);
    await expect(this.alert).toHaveCount(0);
  }

  async expectFailed(cause) {
    await this.expectState('error');
    await expect(this.alert).toHaveCount(1);
    await expect(this.alert).toBeVisible();
    await expect(this.page.locator('article [role=alert]')).toHaveCount(0);
    if (cause) await expect(this.alert).toContainText(cause);
  }

  /** What the alert says to a reader: without its heading, its buttons and its technical line. */
  async sentence() {
    return this.alert.evaluate((alert) => {
      const copy = alert.cloneNode(true);
      for (const extra of copy.querySelectorAll('h1, h2, h3, button, details, a[href]')) extra.remove();
      return copy.textContent.replace(/\s+/g, ' ').trim();
    });
  }

  get retry() {
    return this.page.locator('[data-action="retry"]');
  }

  get cancel() {
    return this.page.locator('[data-action="cancel"]');
  }

  /** What the server saw of a token: one entry for each request. */
  async hits(token, origin = this.origin) {
    return (await fetch(`${origin}/hits?t=${token}`)).json();
  }
}

export const test = base.extend({
  reader: [
    async ({ page }, use) => {
      const reader = new Reader(page);
      await use(reader);
      expect(reader.noise(), 'the console stays silent').toEqual([]);
    },
    { auto: true },
  ],
});
