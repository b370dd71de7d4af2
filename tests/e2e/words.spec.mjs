// The interface speaks the reader's language, the article its own.

import { readFile } from 'node:fs/promises';

import { expect, test } from './reader.mjs';

const words = async (language) => JSON.parse(await readFile(new URL(`../../words/${language}.json`, import.meta.url)));

/** Readers by what their browser says, and the language and direction that they get. */
const READERS = [
  ['de-AT', 'de', 'ltr'],
  ['fr-CA', 'fr', 'ltr'],
  ['es-419', 'es', 'ltr'],
  ['pt-BR', 'pt', 'ltr'],
  ['ar-EG', 'ar', 'rtl'],
  ['ja-JP', 'ja', 'ltr'],
  ['zh-CN', 'zh', 'ltr'],
  ['hi-IN', 'hi', 'ltr'],
];

for (const [locale, language, direction] of READERS) {
  test.describe(locale, () => {
    test.use({ locale });

    test('article and alert speak to this reader', async ({ reader, page }) => {
      const own = await words(language);
      await reader.open('/made/good.json');
      await reader.expectReady();
      await expect(reader.root).toHaveAttribute('lang', locale);
      await expect(reader.root).toHaveAttribute('dir', direction);
      await expect(reader.article).toHaveAttribute('lang', 'en');
      await expect(reader.article).toHaveAttribute('dir', 'ltr');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      const related = page.getByRole('heading', { name: own.related });
      await expect(related.locator('[lang]')).toHaveAttribute('lang', locale);
      await expect(page.getByRole('link', { name: own.samples })).toHaveAttribute('href', '?src=articles/samples.json');
      await expect(page.getByRole('status')).toContainText(own.loaded.split('{')[0].trim());

      await page.goto(reader.address('/fault/body?is=html'));
      await expect(reader.alert).toContainText(own.problem_html);
      await expect(reader.alert.getByRole('heading')).toHaveText(own.problem_heading);
      expect(await page.title()).toBe(own.problem_heading);
    });
  });
}

test.describe('Chinese in traditional characters', () => {
  test.use({ locale: 'zh-TW' });

  test('is not answered in simplified ones', async ({ reader }) => {
    await reader.open('/made/good.json');
    await reader.expectReady();
    await expect(reader.root).toHaveAttribute('lang', 'en');
  });
});

test.describe('words that come late', () => {
  test.use({ locale: 'de-DE' });

  test('do not keep the article back, and are there for the next', async ({ reader, page }) => {
    const own = await words('de');
    await page.route('**/words/de.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2500));
      await route.continue();
    });
    const came = page.waitForResponse('**/words/de.json');
    await reader.open('/made/good.json');
    await reader.expectReady();
    await expect(reader.root).not.toHaveAttribute('lang', 'de-DE');
    await expect(page.getByRole('heading', { name: 'Related' })).toBeVisible();
    await came;
    await reader.openInPlace('/made/good.json?n=next');
    await expect(page.getByRole('heading', { name: own.related })).toBeVisible();
    await expect(reader.root).toHaveAttribute('lang', 'de-DE');
  });

  test('and words that never come leave English', async ({ reader, page }) => {
    reader.expectNetworkErrors();
    await page.route('**/words/de.json', (route) => route.fulfill({ status: 404, body: 'none' }));
    await reader.open('/made/good.json');
    await reader.expectReady();
    await expect(page.getByRole('heading', { name: 'Related' })).toBeVisible();
  });
});

test('the page may choose the language', async ({ reader, page }) => {
  const own = await words('ja');
  await page.addInitScript(() => {
    const meta = document.createElement('meta');
    meta.name = 'article-viewer-language';
    meta.content = 'ja';
    new MutationObserver((_, observer) => {
      if (!document.head) return;
      document.head.append(meta);
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await reader.open('/made/good.json');
  await reader.expectReady();
  await expect(page.getByRole('heading', { name: own.related })).toBeVisible();
});

test('an English reader requests no words', async ({ reader, page }) => {
  const requested = [];
  page.on('request', (request) => requested.push(request.url()));
  await reader.open('/made/good.json');
  await reader.expectReady();
  expect(requested.filter((url) => url.includes('/words/'))).toEqual([]);
});
