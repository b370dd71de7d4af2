// Every block and inline in the browser: the fixtures of our own format, with axe, without a shift, with a silent console.

import AxeBuilder from '@axe-core/playwright';
import { readdir, readFile } from 'node:fs/promises';

import { expect, test } from './reader.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const folder = new URL('../fixtures/native/', import.meta.url);
const cases = (await readdir(folder)).sort();

for (const [scheme, width] of [['light', 1280], ['dark', 360]]) {
  test.describe(`${scheme}, ${width} px`, () => {
    test.use({ colorScheme: scheme, viewport: { width, height: 800 } });
    for (const name of cases) {
      test(`${name}: axe finds nothing, and nothing moves`, async ({ reader, page }) => {
        // Some fixtures name files that are not there.
        reader.expectNetworkErrors();
        const body = await readFile(new URL(`${name}/source.json`, folder), 'utf8');
        await page.route('**/articles/fixture.json', (route) => route.fulfill({ contentType: 'application/json', body }));
        await page.addInitScript(() => {
          window.shift = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await reader.open('articles/fixture.json');
        await reader.expectState('ready');
        for (const details of await page.locator('article details:not([open])').all()) await details.locator('summary').click();
        await page.evaluate(async () => {
          for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
            scrollTo(0, y);
            await new Promise((resolve) => setTimeout(resolve, 30));
          }
          scrollTo(0, 0);
        });
        await page.waitForTimeout(200);
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} — ${failureSummary.slice(0, 200)}`).slice(0, 3).join('\n')}`);
        expect(found).toEqual([]);
        expect(await page.evaluate(() => window.shift), 'nothing moves').toBe(0);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, 'the page does not scroll sideways').toBeLessThanOrEqual(0);
      });
    }
  });
}
