// The samples: found from the masthead, opened in place, each of them whole.

import { readdir } from 'node:fs/promises';

import { expect, test } from './reader.mjs';

const files = (await readdir(new URL('../../articles/', import.meta.url))).filter((file) => file.endsWith('.json'));

/** An article, or a list of some. */
async function expectShown(reader) {
  await expect(reader.root).toHaveAttribute('data-article-state', /^(ready|list)$/);
}

for (const folder of ['/', '/index.html']) {
  test(`the masthead of ${folder} leads to the list, and every entry opens in place`, async ({ reader, page }) => {
    await page.goto(`${reader.origin}${folder}`);
    await reader.expectReady();
    await reader.mark();
    await page.getByRole('link', { name: 'Samples' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sample articles');
    const links = await page.locator('article a.av-card__link').evaluateAll((all) => all.map((link) => link.href));
    expect(links.map((link) => decodeURIComponent(link.split('src=articles/')[1])).sort()).toEqual(files.filter((file) => file !== 'samples.json').sort());
    for (let index = 0; index < links.length; index += 1) {
      await page.locator('article a.av-card__link').nth(index).click();
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Sample articles');
      await expectShown(reader);
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sample articles');
    }
    expect(await reader.isSamePage()).toBe(true);
  });
}

for (const file of files) {
  test(`${file} shows all its pictures, films and sounds`, async ({ reader, page }) => {
    await reader.open(`articles/${file}`);
    await expectShown(reader);
    for (const picture of await page.locator('main img').all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((element) => element.complete && element.naturalWidth > 0)).toBe(true);
    }
    for (const player of await page.locator('article video, article audio').all()) {
      await player.evaluate((element) => {
        element.muted = true;
        element.preload = 'auto';
        element.load();
      });
      await expect.poll(() => player.evaluate((element) => element.readyState)).toBeGreaterThan(0);
    }
  });
}
