// Many articles in one file: a front page, the way into each article and back, and how long lists go on.

import AxeBuilder from '@axe-core/playwright';

import { expect, test } from './reader.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SAMPLE = 'articles/courier-feed.json';
const MADE = '/made-feed.json';

const feed = (length, title = (number) => `Story ${number}`) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Long Paper',
  items: Array.from({ length }, (_, index) => ({
    id: `story-${index + 1}`,
    title: title(index + 1),
    content_html: `<p>${'Words of the story. '.repeat(30)}</p>`,
    date_published: '2026-11-20T08:00:00Z',
  })),
});

async function serve(page, body) {
  await page.route('**' + MADE, (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) }));
}

const entries = (page) => page.locator('.av-entry');

test('a feed is a front page: each article with what is known of it', async ({ reader, page }) => {
  await reader.open(SAMPLE);
  await reader.expectState('list');
  await expect(reader.root).toHaveAttribute('data-article-format', 'json-feed');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('8 articles');
  await expect(entries(page)).toHaveCount(8);
  const first = entries(page).first();
  await expect(first.getByRole('heading', { level: 2 })).toHaveText('The wall that was built twice');
  await expect(first).toContainText('Coast');
  await expect(first).toContainText('23 November 2026');
  await expect(first).toContainText('1 min read');
  await expect(first.locator('img')).toHaveAttribute('fetchpriority', 'high');
  await expect(page).toHaveTitle('The Harbour Courier');
  await expect(page.locator('article')).toHaveCount(0);
});

test('an article opens from the list without a request, and Back returns to the same place', async ({ reader, page }) => {
  const asked = [];
  page.on('request', (request) => {
    if (request.url().endsWith(SAMPLE)) asked.push(request.url());
  });
  await page.setViewportSize({ width: 360, height: 640 });
  await reader.open(SAMPLE);
  await reader.expectState('list');
  await reader.mark();
  const link = page.getByRole('link', { name: 'What the ice remembered' });
  await link.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(300);
  await link.click();
  await reader.expectReady('What the ice remembered of the year without a summer');
  expect(new URL(page.url()).searchParams.get('item')).toBe('glacier');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await reader.expectState('list');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
  await expect(link, 'who comes back goes on where they left').toBeFocused();
  await page.goForward();
  await reader.expectReady('What the ice remembered');
  await page.getByRole('link', { name: 'All articles' }).click();
  await reader.expectState('list');
  expect(await reader.isSamePage()).toBe(true);
  expect(asked).toHaveLength(1);
});

test('the address of an article in a list can be shared, by id or by number', async ({ reader, page }) => {
  await page.goto(`${reader.address(SAMPLE)}&item=night-train`);
  await reader.expectReady('The sleeper returns to the coast line');
  await page.goto(`${reader.address(SAMPLE)}&item=3`);
  await reader.expectReady('A dark valley asks to stay dark');
  await page.getByRole('link', { name: 'All articles' }).click();
  await reader.expectState('list');
  await expect(entries(page)).toHaveCount(8);
});

test('an article that is not in the list is a failure that says so', async ({ reader, page }) => {
  await page.goto(`${reader.address(SAMPLE)}&item=nowhere`);
  await reader.expectFailed('no article with the id or number nowhere');
});

test('a list is read and entered with the keyboard alone', async ({ reader, page }) => {
  await reader.open(SAMPLE);
  await reader.expectState('list');
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.closest('.av-entry') !== null)) break;
  }
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'The sleeper returns' })).toBeFocused();
  await page.keyboard.press('Enter');
  await reader.expectReady('The sleeper returns to the coast line');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('two thousand articles come as they are wanted', async ({ reader, page }) => {
  await serve(page, feed(2000));
  await reader.open(MADE);
  await reader.expectState('list');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2,000 articles');
  expect(await entries(page).count(), 'no more than a screen or two').toBeLessThan(100);
  await page.mouse.wheel(0, 100_000);
  await expect(page.getByRole('link', { name: 'Story 60' })).toHaveCount(1);
  const built = await entries(page).count();
  await page.getByRole('link', { name: 'Story 60' }).click();
  await reader.expectReady('Story 60');
  await page.goBack();
  await reader.expectState('list');
  expect(await entries(page).count(), 'what was built is there again').toBeGreaterThanOrEqual(built);
  await page.goto(`${reader.address(MADE)}&item=story-1999`);
  await reader.expectReady('Story 1999');
});

test('who asks for more with the keyboard goes on at the first that is new', async ({ reader, page }) => {
  await serve(page, feed(60));
  await page.addInitScript(() => {
    window.IntersectionObserver = class {
      observe() {}
      unobserve() {}
    };
  });
  await reader.open(MADE);
  await reader.expectState('list');
  await expect(entries(page)).toHaveCount(24);
  // The module with the aid has to be there.
  await page.waitForTimeout(300);
  const more = page.getByRole('button', { name: 'Show more' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(entries(page)).toHaveCount(48);
  await expect(page.getByRole('link', { name: 'Story 25' })).toBeFocused();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(entries(page)).toHaveCount(60);
  await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0);
});

test('another list takes the place of the first', async ({ reader, page }) => {
  await serve(page, feed(3));
  await reader.open(SAMPLE);
  await reader.expectState('list');
  await page.evaluate((query) => {
    history.pushState(null, '', query);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, `?src=${encodeURIComponent(MADE)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 articles');
  await page.getByRole('link', { name: 'Story 2' }).click();
  await reader.expectReady('Story 2');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 articles');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('8 articles');
});

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing in a list, ${width} px, ${colorScheme}`, async ({ reader, page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await reader.open(SAMPLE);
      await reader.expectState('list');
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

test('a list from right to left runs from right to left', async ({ reader, page }) => {
  const arabic = { ...feed(5, (number) => `خبر الميناء ${number}`), language: 'ar' };
  await serve(page, arabic);
  await page.setViewportSize({ width: 900, height: 900 });
  await reader.open(MADE);
  await reader.expectState('list');
  await expect(entries(page).first()).toHaveAttribute('dir', 'rtl');
  await expect(entries(page).first()).toHaveAttribute('lang', 'ar');
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations).toEqual([]);
});

test('nothing moves when a list comes', async ({ reader, page }) => {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: 'layout-shift', buffered: true });
  });
  await reader.open(SAMPLE);
  await reader.expectState('list');
  await page.waitForLoadState('networkidle');
  await page.mouse.wheel(0, 3000);
  await page.waitForTimeout(300);
  expect((await page.evaluate(() => window.shifts)).reduce((sum, value) => sum + value, 0)).toBe(0);
});
