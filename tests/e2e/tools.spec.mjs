// The tools of a reader in an element with `controls`: what they do, what they tell the page, and what they leave alone.

import AxeBuilder from '@axe-core/playwright';

import { RAIN, host, settle, showing, viewer } from './host.mjs';
import { expect, test } from './reader.mjs';

const LONG = {
  ...RAIN,
  body: [
    { type: 'heading', level: 2, text: 'Before noon' },
    ...Array(20).fill('It rained on the quay, on the ferry and on the fish.'),
    { type: 'heading', level: 3, text: 'In the east' },
    ...Array(20).fill('It still did.'),
    { type: 'heading', level: 2, text: 'After noon' },
    'It stopped.',
  ],
};
const bar = (page) => page.locator('article-viewer').getByRole('group', { name: 'Reading tools' });
const size = (page) => page.locator('article-viewer .av-article').evaluate((article) => Number.parseFloat(getComputedStyle(article).fontSize));
const ground = (page) => page.locator('article-viewer .av-article').evaluate((article) => getComputedStyle(article.closest('.av-page')).backgroundColor);
const hear = (page) => viewer(page, (element) => {
  window.heard = [];
  document.addEventListener('article-settings-change', ({ detail, target, composed }) => window.heard.push([detail, target === element, composed]));
});
const faults = async (page) => (await new AxeBuilder({ page }).include('article-viewer').analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
const heard = (page) => page.evaluate(() => window.heard);
const attributes = (page) => viewer(page, (element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`));

test('no tools where the page gives none, and they go with the attribute', async ({ reader, page }) => {
  await showing(reader, LONG);
  await expect(bar(page)).toHaveCount(0);
  await viewer(page, (element) => ((element.controls = true), element.updateComplete));
  await expect(bar(page)).toBeVisible();
  await viewer(page, (element) => ((element.controls = false), element.updateComplete));
  await expect(bar(page)).toHaveCount(0);
});

test('a reader makes the text larger and smaller, and the page hears of it', async ({ reader, page }) => {
  await showing(reader, LONG, { attributes: 'loading="eager" controls' });
  const before = [await size(page), await attributes(page)];
  await hear(page);
  await bar(page).getByRole('button', { name: 'Larger text' }).click();
  expect(await size(page)).toBeCloseTo(before[0] * 1.15, 1);
  await bar(page).getByRole('button', { name: 'Smaller text' }).click();
  await bar(page).getByRole('button', { name: 'Smaller text' }).click();
  expect(await size(page)).toBeCloseTo(before[0] * 0.9, 1);
  expect(await heard(page)).toEqual([115, 100, 90].map((textSize) => [{ theme: 'auto', textSize }, true, true]));
  expect(await attributes(page)).toEqual(before[1]);
  const smaller = bar(page).getByRole('button', { name: 'Smaller text' });
  await smaller.click();
  await expect(smaller).toHaveAttribute('aria-disabled', 'true');
  await smaller.click({ force: true });
  expect(await heard(page)).toHaveLength(4);
});

test('a reader chooses colours, until the page says what it wants', async ({ reader, page }) => {
  await showing(reader, LONG, { attributes: 'loading="eager" controls theme="light"' });
  const before = await ground(page);
  await hear(page);
  await bar(page).getByLabel('Colours').selectOption('Dark');
  expect(await heard(page)).toEqual([[{ theme: 'dark', textSize: 100 }, true, true]]);
  expect(await ground(page)).not.toBe(before);
  expect(await attributes(page)).toContain('theme=light');
  await viewer(page, (element) => ((element.theme = 'sepia'), element.updateComplete));
  await expect(bar(page).getByLabel('Colours')).toHaveValue('sepia');
  expect(await ground(page)).not.toBe(before);
  expect(await heard(page)).toHaveLength(1);
});

test('what a reader has chosen stays when the article changes', async ({ reader, page }) => {
  await showing(reader, LONG, { attributes: 'loading="eager" controls' });
  await bar(page).getByRole('button', { name: 'Larger text' }).click();
  await bar(page).getByLabel('Colours').selectOption('Sepia');
  const chosen = [await size(page), await ground(page)];
  await viewer(page, (element, data) => ((element.data = data), element.updateComplete), { ...RAIN, headline: 'Fog' });
  await settle(page);
  await expect(page.locator('article-viewer .av-headline')).toHaveText('Fog');
  await expect(bar(page).getByLabel('Colours')).toHaveValue('sepia');
  expect([await size(page), await ground(page)]).toEqual(chosen);
  // Two headings and more have contents; this one has none.
  await expect(bar(page).getByRole('button', { name: 'Contents' })).toHaveCount(0);
});

test('the contents lead to the headings, by keyboard alone', async ({ reader, page }) => {
  await showing(reader, LONG, { attributes: 'loading="eager" controls' });
  const opens = bar(page).getByRole('button', { name: 'Contents' });
  await opens.focus();
  await page.keyboard.press('Enter');
  await expect(opens).toHaveAttribute('aria-expanded', 'true');
  const contents = page.locator('article-viewer').getByRole('navigation', { name: 'Contents' });
  await expect(contents.getByRole('listitem')).toHaveText(['Before noon', 'In the east', 'After noon']);
  const address = page.url();
  await contents.getByRole('link', { name: 'After noon' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('article-viewer').getByRole('heading', { name: 'After noon' })).toBeInViewport();
  expect(page.url()).toBe(address);
  await contents.getByRole('link', { name: 'In the east' }).focus();
  await page.keyboard.press('Escape');
  await expect(contents).toBeHidden();
  await expect(opens).toBeFocused();
});

test('contents know the headings that came later', async ({ reader, page }) => {
  await showing(reader, LONG, { attributes: 'loading="eager" controls' });
  await viewer(page, (element) => element.addBlocks([{ type: 'heading', level: 2, text: 'At night' }, 'It began again.']));
  await bar(page).getByRole('button', { name: 'Contents' }).click();
  await expect(page.locator('article-viewer').getByRole('navigation').getByRole('link').last()).toHaveText('At night');
});

test('controlslist takes tools away', async ({ reader, page }) => {
  await showing(reader, LONG, { attributes: 'loading="eager" controls controlslist="noTheme noprint"' });
  await expect(bar(page).getByRole('button')).toHaveText(['Contents', 'A', 'A']);
  await expect(bar(page).getByLabel('Colours')).toHaveCount(0);
  await viewer(page, (element) => ((element.controlsList = 'nocontents notextsize notheme noprint'), element.updateComplete));
  await expect(bar(page)).toBeHidden();
});

test('printing from the tools prints the article', async ({ reader, page }) => {
  await showing(reader, LONG, { attributes: 'loading="eager" controls' });
  await page.evaluate(() => {
    window.printed = 0;
    new MutationObserver(() => {
      for (const frame of document.querySelectorAll('iframe')) frame.contentWindow.print = () => (window.printed += 1);
    }).observe(document.body, { childList: true });
  });
  await bar(page).getByRole('button', { name: 'Print' }).click();
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
});

for (const [language, tools, larger] of [['ar', 'أدوات القراءة', 'نص أكبر'], ['ja', '読みやすさの設定', '文字を大きく']]) {
  test(`the tools speak ${language}`, async ({ reader, page }) => {
    await showing(reader, LONG, { attributes: `loading="eager" controls ui-lang="${language}"` });
    await expect(page.locator('article-viewer').getByRole('group', { name: tools }).getByRole('button', { name: larger })).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });
}

test('axe finds nothing, with the contents open, in light and in dark', async ({ reader, page }) => {
  await showing(reader, LONG, { attributes: 'loading="eager" controls' });
  await bar(page).getByRole('button', { name: 'Contents' }).click();
  expect(await faults(page)).toEqual([]);
  await bar(page).getByLabel('Colours').selectOption('Dark');
  expect(await faults(page)).toEqual([]);
});

test('tools that do not come leave the article as it is, and come another time', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  let isThere = false;
  await page.route(/article-viewer_tools/, (route) => (isThere ? route.continue() : route.fulfill({ status: 404 })));
  await host(reader, '<article-viewer loading="eager" controls src="/made/good.json"></article-viewer>');
  await settle(page);
  await viewer(page, (element) => element.updateComplete);
  await expect(bar(page)).toHaveCount(0);
  isThere = true;
  await viewer(page, (element) => element.reload());
  await expect(bar(page)).toBeVisible();
});
