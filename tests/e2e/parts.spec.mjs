// The viewer comes in parts: what an article does not need is not asked for.

import { expect, test } from './reader.mjs';

const OWN = '/made/good.json';
const FOREIGN = '/attack-free.json';
const FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Paper',
  items: [{ id: '1', title: 'Rain over the harbour', content_html: '<p>It <b>rained</b> all night.</p>' }],
});

test.beforeEach(async ({ page }) => {
  await page.route('**' + FOREIGN, (route) => route.fulfill({ contentType: 'application/json', body: FEED }));
});

/** The names of the parts that the page asks for, without their hashes. */
function watch(page) {
  const asked = [];
  page.on('request', (request) => {
    const part = /article-viewer_(\w+)-/.exec(request.url());
    if (part) asked.push(part[1]);
  });
  return asked;
}

test('an article in our own format needs one wasm', async ({ reader, page }) => {
  const asked = watch(page);
  await reader.open(OWN);
  await reader.expectReady();
  await expect.poll(() => page.locator('script[type="application/ld+json"]').count()).toBe(1);
  expect(asked.sort()).toEqual(['bg', 'late', 'print']);
});

test('an article in another format brings the rest, once', async ({ reader, page }) => {
  const asked = watch(page);
  await reader.open(FOREIGN);
  await reader.expectReady('Rain over the harbour');
  await expect(reader.article).toContainText('It rained all night.');
  await reader.openInPlace(OWN);
  await reader.expectReady();
  await reader.openInPlace(FOREIGN);
  await reader.expectReady('Rain over the harbour');
  expect(asked.filter((part) => part === 'rest')).toHaveLength(1);
});

for (const part of ['rest', 'late']) {
  test(`without its part “${part}” another format is a failure that may pass`, async ({ reader, page }) => {
    reader.expectNetworkErrors();
    await page.route(`**/article-viewer_${part}-*`, (route) => route.abort());
    await reader.open(FOREIGN);
    await reader.expectFailed();
    expect(await reader.sentence()).toContain('could not be loaded');
    await page.unroute(`**/article-viewer_${part}-*`);
    await reader.alert.getByRole('button').click();
    await reader.expectReady('Rain over the harbour');
  });
}

test('without what can wait, our own format is read as ever', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await page.route('**/article-viewer_late-*', (route) => route.abort());
  await reader.open(OWN);
  await reader.expectReady();
});
