// For readers who hear the page, use a keyboard, choose their own colours, want no motion, or read from right to left.

import AxeBuilder from '@axe-core/playwright';

import { LAST_WORDS } from './articles.mjs';
import { expect, test } from './reader.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [360, 1280];
const SCHEMES = ['light', 'dark'];

/** Every state that a reader can meet, and how to get there. */
const STATES = {
  loading: async (reader) => {
    await reader.open('/fault/silent');
    await reader.expectState('loading');
    await reader.page.waitForLoadState('load');
  },
  slow: async (reader) => {
    await reader.open('/fault/silent', { limits: 'slow=200' });
    await expect(reader.cancel).toBeVisible();
  },
  ready: async (reader) => {
    await reader.open('/made/good.json');
    await reader.expectReady();
  },
  'ready, the default article': async (reader) => {
    await reader.open();
    await reader.expectReady();
  },
  'ready, with failed pictures': async (reader) => {
    reader.expectNetworkErrors();
    await reader.open('/made/pictures.json?t=axe');
    await reader.expectReady();
    await reader.page.waitForTimeout(800);
  },
  'ready, with an unknown block': async (reader) => {
    await reader.open('/made/unknown-block.json');
    await reader.expectReady();
  },
  'ready, from right to left': async (reader) => {
    await reader.open('/made/rtl.json');
    await reader.expectReady();
  },
  error: async (reader) => {
    reader.expectNetworkErrors();
    await reader.open('/fault/status?code=404');
    await reader.expectFailed();
  },
  'a program that does not come': async (reader) => {
    reader.expectNetworkErrors();
    reader.excuse(/^Error: HTTP 404, /);
    await reader.open('/made/good.json', { wasm: 'missing' });
    await reader.expectFailed();
  },
  'scripts that do not come': async (reader) => {
    reader.expectNetworkErrors();
    reader.excuse(/was preloaded using link preload but not used/);
    await reader.open('/made/good.json', { script: 'missing' });
    await reader.expectFailed();
  },
  'error that can be retried': async (reader) => {
    await reader.open('/fault/body?is=unclosed-string');
    await reader.expectFailed();
  },
};

async function violations(page) {
  const results = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return results.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim()})`).join(', ')}`);
}

for (const [state, reach] of Object.entries(STATES)) {
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      test(`axe finds nothing: ${state}, ${width} px, ${colorScheme}`, async ({ reader, page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await reach(reader);
        await page.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
        expect(await violations(page)).toEqual([]);
      });
    }
  }
}

test('dark and light differ, and follow the system', async ({ reader, page }) => {
  await reader.open('/made/good.json');
  await reader.expectReady();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor + getComputedStyle(document.querySelector('article p')).color);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await ground();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground()).not.toBe(light);
});

test('headings never skip a level and there is one headline', async ({ reader, page }) => {
  for (const src of [undefined, '/made/good.json', '/made/rtl.json', '/made/hub.json?to=/made/good.json']) {
    await reader.open(src);
    await reader.expectReady();
    const levels = await page.getByRole('heading').evaluateAll((all) => all.map((heading) => Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1))));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level, `${levels} for ${src}`).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
  }
});

/** Presses Tab through the page and tells what had the focus, in order, until it comes round. */
async function tabThrough(page, most = 80) {
  const stops = [];
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement) return null;
      const before = element.dataset.stop;
      element.dataset.stop ??= String(Math.random());
      const style = getComputedStyle(element);
      const rect = element.getBoundingClientRect();
      return {
        seen: before !== undefined,
        what: `${element.localName} ${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}`,
        visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 ? true : style.boxShadow !== 'none',
        inView: rect.bottom > 0 && rect.top < innerHeight && rect.width > 0 && rect.height > 0,
      };
    });
    if (stop === null || stop.seen) break;
    stops.push(stop);
  }
  return stops;
}

test('the keyboard reaches every control, in view and with a visible focus, and leaves again', async ({ reader, page }) => {
  await reader.open(`/made/hub.json?to=${encodeURIComponent('/made/good.json?n=keyboard')}`);
  await reader.expectReady('The hub');
  const stops = await tabThrough(page);
  const expected = await page.locator('a[href]:visible, button:visible, summary:visible, [tabindex="0"]:visible').count();
  expect(stops.length).toBeGreaterThanOrEqual(expected);
  expect(stops.length, 'the focus is not trapped').toBeLessThan(80);
  for (const stop of stops) {
    expect(stop.visible, `${stop.what} shows its focus`).toBe(true);
    expect(stop.inView, `${stop.what} is in view when it has the focus`).toBe(true);
  }
});

test('by keyboard alone: open an article, go back, meet a failure, try again', async ({ reader, page }) => {
  const fault = `/fault/body?is=unclosed-string&times=1&t=${reader.token()}`;
  await reader.open(`/made/hub.json?to=${encodeURIComponent(fault)}`);
  await reader.expectReady('The hub');
  await page.getByRole('link', { name: 'Story 1' }).focus();
  await page.keyboard.press('Enter');
  await reader.expectFailed();
  await expect(reader.retry).toBeVisible();
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    if (await reader.retry.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(reader.retry).toBeFocused();
  await page.keyboard.press('Enter');
  await reader.expectReady('Good article after a fault');
  await page.goBack();
  await reader.expectReady('The hub');
});

test('slow loading can be cancelled by keyboard', async ({ reader, page }) => {
  await reader.open('/fault/silent', { limits: 'slow=200' });
  await expect(reader.cancel).toBeVisible();
  await reader.cancel.focus();
  await page.keyboard.press('Space');
  await expect(reader.root).not.toHaveAttribute('data-article-state', 'loading');
});

test('forced colours keep text, focus and edges', async ({ reader, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await reader.open('/made/good.json');
  await reader.expectReady();
  await expect(reader.article.getByText(LAST_WORDS)).toBeVisible();
  const stops = await tabThrough(page);
  for (const stop of stops) expect(stop.visible, `${stop.what} shows its focus`).toBe(true);
  expect(await page.evaluate(() => [...document.querySelectorAll('article *')].filter((element) => getComputedStyle(element).forcedColorAdjust === 'none' && element.localName !== 'img').map((element) => element.className))).toEqual([]);
  expect(await violations(page)).toEqual([]);
});

test('with reduced motion nothing moves', async ({ reader, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === 'running' && animation.effect.getComputedTiming().duration > 1).map((animation) => animation.animationName ?? animation.transitionProperty));
  await reader.open('/fault/late?ms=1500');
  await reader.expectState('loading');
  await page.waitForTimeout(300);
  expect(await moving()).toEqual([]);
  await reader.expectReady();
  expect(await moving()).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).not.toBe('smooth');
});

test('an article from right to left is laid out from right to left', async ({ reader, page }) => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await reader.open('/made/rtl.json');
    await reader.expectReady('ساعة المد');
    await expect(reader.article).toHaveAttribute('dir', 'rtl');
    await expect(reader.article).toHaveAttribute('lang', 'ar');
    const layout = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('article h1'));
      const article = document.querySelector('article h1').getBoundingClientRect();
      const words = range.getBoundingClientRect();
      return {
        wide: document.documentElement.scrollWidth > innerWidth,
        fromRight: article.right - words.right,
        fromLeft: words.left - article.left,
        direction: getComputedStyle(document.querySelector('article p')).direction,
      };
    });
    expect(layout.wide).toBe(false);
    expect(layout.direction).toBe('rtl');
    expect(layout.fromRight).toBeLessThanOrEqual(layout.fromLeft + 1);
  }
});

test('text at twice its size still fits', async ({ reader, page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await reader.open('/made/good.json');
  await reader.expectReady();
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
});
