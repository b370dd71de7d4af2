// What helps reading, on the finished article: players after a click, programs to copy, jumps within the text.

import { expect, test } from './reader.mjs';

test('a player is loaded after a click, into a frame that may do little, and nothing moves', async ({ reader, page }) => {
  const asked = [];
  for (const host of ['www.youtube-nocookie.com', 'player.vimeo.com']) {
    await page.route(`https://${host}/**`, (route) => {
      asked.push({ address: route.request().url(), referrer: route.request().headers().referer });
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>A player</title>' });
    });
  }
  await reader.open('/made/aids.json');
  await reader.expectReady('aids');
  const embeds = reader.article.locator('.av-embed');
  await embeds.first().scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  expect(asked, 'nothing is asked for before a click').toEqual([]);
  await expect(embeds.nth(2).getByRole('button')).toHaveCount(0);
  await expect(embeds.nth(2).getByRole('link')).toHaveAttribute('href', 'https://video.example/watch/tide');

  const place = () => reader.article.getByText('The log says so.').evaluate((element) => element.getBoundingClientRect().top + scrollY);
  const before = await place();
  await embeds.nth(0).getByRole('button').click();
  await embeds.nth(1).getByRole('button').press('Enter');
  const frames = reader.article.locator('iframe');
  await expect(frames).toHaveCount(2);
  await frames.nth(1).scrollIntoViewIfNeeded();
  await expect.poll(() => asked.length).toBe(2);
  expect(await place(), 'the text stays where it was').toBe(before);

  for (const frame of await frames.all()) {
    await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-popups allow-presentation allow-same-origin');
    await expect(frame).toHaveAttribute('allow', 'fullscreen');
    await expect(frame).toHaveAttribute('loading', 'lazy');
    expect(await frame.getAttribute('srcdoc')).toBeNull();
  }
  await expect(frames.nth(0)).toHaveAttribute('src', 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ');
  await expect(frames.nth(0)).toHaveAttribute('title', 'The clock at work');
  await expect(frames.nth(1)).toHaveAttribute('src', 'https://player.vimeo.com/video/1084537?dnt=1');
  await expect(frames.nth(1)).toHaveAttribute('referrerpolicy', 'no-referrer');
  await expect(frames.nth(1)).toBeFocused();
  // YouTube plays only for a page that says where it is; it learns the origin and nothing more.
  await expect(frames.nth(0)).toHaveAttribute('referrerpolicy', 'strict-origin');
  expect(asked.every(({ referrer }) => !referrer?.includes('made'))).toBe(true);
});

test('a program is copied as it stands, and the button says so', async ({ reader, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await reader.open('/made/aids.json');
  await reader.expectReady('aids');
  const button = reader.article.getByRole('button', { name: 'Copy' });
  await button.click();
  await expect(reader.article.getByRole('button', { name: 'Copied' })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('fn tide() {\n    ebb();\n}');
  await expect(button).toBeVisible();
});

test('where copying is refused, the program is selected for the keys of the reader', async ({ reader, page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await reader.open('/made/aids.json');
  await reader.expectReady('aids');
  await reader.article.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => page.evaluate(() => getSelection().toString())).toContain('ebb();');
});

test('footnotes lead there and back, and a post has an address', async ({ reader, page }) => {
  await reader.open('/made/aids.json');
  await reader.expectReady('aids');
  await reader.mark();
  await reader.article.getByRole('link', { name: 'Footnote 1', exact: true }).click();
  await expect(page).toHaveURL(/#av-fn-1$/);
  await expect(reader.article.getByText('Harbour log, volume 3.')).toBeInViewport();
  await reader.article.locator('.av-footnotes__back').click();
  await expect(page).toHaveURL(/#av-fnref-1-1$/);
  await expect(reader.article.getByText('The log says so.')).toBeInViewport();
  await reader.article.locator('.av-post__link').click();
  await expect(page).toHaveURL(/#av-post-strike$/);
  expect(await reader.isSamePage()).toBe(true);
  await reader.expectReady('aids');
});
