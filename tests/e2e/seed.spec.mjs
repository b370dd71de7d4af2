// The seed article, word for word, where its folder exists beside the repository.

import { expect, test } from './reader.mjs';
import { hasSeed, seedParts } from './seed.mjs';

test.skip(!hasSeed(), 'The seed article is not beside this repository, so there is nothing to compare with.');

test('every sentence, picture, caption, credit and the notice of the seed stand on the page', async ({ reader, page }) => {
  const seed = await seedParts();
  expect([...seed.before, ...seed.after]).toHaveLength(11);
  await reader.open('/seed/article.json');
  await reader.expectReady(seed.headline);

  await expect(reader.article.getByText(seed.standfirst)).toBeVisible();
  await expect(page.getByText(seed.publisher, { exact: true }).first()).toBeVisible();
  const paragraphs = await reader.article.locator('p').allInnerTexts();
  const all = [...seed.before, ...seed.after];
  for (const paragraph of all) expect(paragraphs).toContain(paragraph);
  const places = all.map((paragraph) => paragraphs.indexOf(paragraph));
  expect(places, 'in their order').toEqual([...places].sort((a, b) => a - b));

  const figures = reader.article.locator('figure');
  await expect(figures).toHaveCount(2);
  await expect(figures.nth(0).locator('figcaption')).toContainText(seed.leadCaption);
  await expect(figures.nth(1).locator('figcaption')).toContainText(seed.caption);
  await expect(figures.nth(1).locator('figcaption')).toContainText(seed.credit);
  await expect(figures.nth(1).locator('img')).toHaveAttribute('alt', seed.alt);
  for (const picture of await figures.locator('img').all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((element) => element.naturalWidth)).toBe(1200);
  }
  // The second picture stands between the paragraphs before and after it.
  const order = await figures.nth(1).evaluate((figure, [before, after]) => {
    const find = (words) => [...document.querySelectorAll('article p')].find((paragraph) => paragraph.innerText === words);
    return [find(before).compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING, figure.compareDocumentPosition(find(after)) & Node.DOCUMENT_POSITION_FOLLOWING];
  }, [seed.before.at(-1), seed.after[0]]);
  expect(order).toEqual([4, 4]);

  const notice = page.locator('[data-comments]');
  await expect(notice).toHaveAttribute('data-comments', 'closed');
  await expect(notice.getByText(seed.notice, { exact: true })).toBeVisible();
  await expect(reader.article.locator('time'), 'the seed gives no date, so none is shown').toHaveCount(0);
});
