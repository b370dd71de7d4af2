// The viewer comes in parts: what an article does not need is not asked for.

import { expect, test } from './reader.mjs';

const OWN = '/plain.json';
const PLAIN = JSON.stringify({ format: 'article-viewer/1', headline: 'Harbour news', body: ['It rained all night.'] });
const FOREIGN = '/attack-free.json';
const FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Paper',
  items: [{ id: '1', title: 'Rain over the harbour', content_html: '<p>It <b>rained</b> all night.</p>' }],
});

test.beforeEach(async ({ page }) => {
  await page.route('**' + FOREIGN, (route) => route.fulfill({ contentType: 'application/json', body: FEED }));
  await page.route('**' + OWN, (route) => route.fulfill({ contentType: 'application/json', body: PLAIN }));
  await page.route('**' + TREE, (route) => route.fulfill({ contentType: 'application/json', body: PORTABLE }));
  await page.route('**' + RARE, (route) => route.fulfill({ contentType: 'application/json', body: POEM }));
});

const RARE = '/a-verse.json';
const POEM = JSON.stringify({
  format: 'article-viewer/1',
  headline: 'A poem of the harbour',
  body: ['It begins so:', { type: 'verse', text: 'Rain on the harbour' }],
});

const TREE = '/a-tree.json';
const PORTABLE = JSON.stringify({
  _id: 'rain',
  _type: 'story',
  title: 'Rain in a tree',
  body: [
    { _type: 'block', children: [{ _type: 'span', text: 'It rained all night.' }] },
    { _type: 'code', code: 'rain()' },
  ],
});

/** The names of the parts that the page asks for, without their hashes. */
function watch(page) {
  const asked = [];
  page.on('request', (request) => {
    const part = /article-viewer_([\w-]+)-\w{16}\./.exec(request.url());
    if (part) asked.push(part[1]);
  });
  return asked;
}

test('an article in our own format needs one wasm', async ({ reader, page }) => {
  const asked = watch(page);
  await reader.open(OWN);
  await reader.expectReady('Harbour news');
  await expect.poll(() => page.locator('script[type="application/ld+json"]').count()).toBe(1);
  await expect.poll(() => asked.toSorted()).toEqual(['bg', 'embed', 'first', 'foreign', 'late', 'print', 'problem', 'shared']);
});

test('a block that few articles have brings what reads and shows it, once', async ({ reader, page }) => {
  const asked = watch(page);
  await reader.open(RARE);
  await reader.expectReady('A poem of the harbour');
  await expect(page.locator('.av-verse')).toHaveText('Rain on the harbour');
  expect(await page.locator('.av-verse').evaluate((verse) => getComputedStyle(verse.querySelector('p') ?? verse).whiteSpace)).toContain('pre');
  await reader.openInPlace(OWN);
  await reader.expectReady('Harbour news');
  await reader.openInPlace(RARE);
  await reader.expectReady('A poem of the harbour');
  await expect.poll(() => asked.toSorted()).toEqual(['bg', 'blocks', 'blocks', 'embed', 'first', 'foreign', 'late', 'print', 'problem', 'shared']);
});

test('an article in another format brings what reads it, once', async ({ reader, page }) => {
  const asked = watch(page);
  await reader.open(FOREIGN);
  await reader.expectReady('Rain over the harbour');
  await expect(reader.article).toContainText('It rained all night.');
  await reader.openInPlace(OWN);
  await reader.expectReady('Harbour news');
  await reader.openInPlace(FOREIGN);
  await reader.expectReady('Rain over the harbour');
  expect(asked.filter((part) => part === 'formats'), 'a program and its sheet').toHaveLength(2);
  expect(asked).not.toContain('blocks');
});

test('what reads another format is asked for when the file is there, before the program is', async ({ reader, page }) => {
  const asked = watch(page);
  let start;
  const started = new Promise((resolve) => (start = resolve));
  await page.route('**/article-viewer_bg-*.wasm', async (route) => {
    await started;
    await route.continue();
  });
  await page.route('**/linked.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Linked rain', articleBody: '<p>It rained.</p>' }) }));
  await reader.open('/linked.json');
  await expect.poll(() => asked.filter((part) => part !== 'print').toSorted()).toEqual(['bg', 'first', 'foreign', 'formats', 'formats', 'late', 'schema-org', 'shared']);
  start();
  await reader.expectReady('Linked rain');
  expect(asked.filter((part) => part === 'schema-org'), 'once').toHaveLength(1);
});

test('a long file says by its beginning what it needs, and is whole all the same', async ({ reader, page }) => {
  const asked = watch(page);
  const html = `<p>${'It rained all night. '.repeat(100)}</p>`.repeat(50);
  await page.route('**/long.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify({ ...JSON.parse(FEED), items: [{ id: '1', title: 'Long rain', content_html: `${html}<p>The end.</p>` }] }) }));
  await page.route('**/article-viewer_bg-*.wasm', async (route) => {
    await expect.poll(() => asked).toContain('formats');
    await route.continue();
  });
  await reader.open('/long.json');
  await reader.expectReady('Long rain');
  await expect(reader.article).toContainText('The end.');
});

test('a format of its own brings its reader, and what that needs; a block that it turns out to have brings its view', async ({ reader, page }) => {
  const asked = watch(page);
  await reader.open(TREE);
  await reader.expectReady('Rain in a tree');
  await expect(page.locator('.av-code')).toContainText('rain()');
  expect(new Set(asked)).toEqual(new Set([...asked, 'formats', 'rich', 'portable-text', 'blocks']));
  expect(asked).not.toContain('contentful');
});

for (const part of ['rich', 'portable-text', 'blocks']) {
  test(`without its part “${part}” an article in a rare format is a failure that may pass`, async ({ reader, page }) => {
    reader.expectNetworkErrors();
    await page.route(`**/article-viewer_${part}-*.wasm`, (route) => route.abort());
    await reader.open(TREE);
    await reader.expectFailed();
    expect(await reader.sentence()).toContain('could not be loaded');
    await page.unroute(`**/article-viewer_${part}-*.wasm`);
    await reader.alert.getByRole('button').click();
    await reader.expectReady('Rain in a tree');
  });
}

for (const part of ['shared', 'problem']) {
  test(`where an article fails and the part “${part}” does not come either, the page says that it is incomplete`, async ({ reader, page }) => {
    reader.expectNetworkErrors();
    await page.route('**/nothing.json', (route) => route.fulfill({ status: 404, body: '' }));
    await page.route(`**/article-viewer_${part}-*`, (route) => route.abort());
    await reader.open('/nothing.json');
    await reader.expectFailed('A part of this page is missing');
    await page.unroute(`**/article-viewer_${part}-*`);
    await reader.alert.getByRole('button', { name: 'Load again' }).click();
    await expect(reader.alert).toContainText('There is no article at this address');
  });
}

for (const part of ['formats', 'late']) {
  test(`without its part “${part}” another format is a failure that may pass`, async ({ reader, page }) => {
    reader.expectNetworkErrors();
    await page.route(`**/article-viewer_${part}-*`, (route) => route.abort());
    await reader.open(FOREIGN);
    await reader.expectFailed();
    expect(await reader.sentence()).toContain('could not be loaded');
    await page.unroute(`**/article-viewer_${part}-*`);
    await reader.alert.getByRole('button').click();
    await reader.expectReady('Rain over the harbour');
    const sheets = page.locator('link[rel=stylesheet][href*=article-viewer_formats]');
    await expect(sheets, 'its sheet comes with it, once').toHaveCount(1);
    expect(await sheets.evaluate(({ sheet }) => sheet.cssRules.length)).toBeGreaterThan(0);
  });
}

test('without what can wait, our own format is read as ever', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await page.route('**/article-viewer_late-*', (route) => route.abort());
  await reader.open(OWN);
  await reader.expectReady('Harbour news');
  expect(await page.title()).toBe('Harbour news');
});

/** Lets every part of the program come late. */
async function slowParts(page) {
  await page.route(/article-viewer_(shared|blocks|formats|rich|portable-text|problem)-/, async (route) => {
    await new Promise((later) => setTimeout(later, 600));
    await route.continue().catch(() => {});
  });
}

const HEADLINES = { [RARE]: 'A poem of the harbour', [FOREIGN]: 'Rain over the harbour', [TREE]: 'Rain in a tree' };

for (const [first, second] of [
  [RARE, FOREIGN],
  [FOREIGN, RARE],
  [TREE, FOREIGN],
  [FOREIGN, TREE],
]) {
  test(`while the parts for ${first} are on their way, ${second} is opened instead`, async ({ reader, page }) => {
    await slowParts(page);
    await reader.open(first);
    await page.waitForTimeout(500);
    await reader.openInPlace(second);
    await reader.expectReady(HEADLINES[second]);
    await page.waitForTimeout(1500);
    await reader.expectReady(HEADLINES[second]);
    await page.goBack();
    await reader.expectReady(HEADLINES[first]);
  });
}

test('a failure whose sentences never come does not take the place of an article that came since', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await page.route('**/nothing.json', (route) => route.fulfill({ status: 404, body: '' }));
  await page.route('**/article-viewer_problem-*', async (route) => {
    await new Promise((later) => setTimeout(later, 900));
    await route.abort().catch(() => {});
  });
  await reader.open('/nothing.json');
  await page.waitForTimeout(500);
  await reader.openInPlace(OWN);
  await reader.expectReady('Harbour news');
  await page.waitForTimeout(1500);
  await reader.expectReady('Harbour news');
});

test('a wait for a part that nobody needs any more does not take the place of an article', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await page.route('**/nothing.json', (route) => route.fulfill({ status: 404, body: '' }));
  await page.route('**/article-viewer_problem-*', () => {});
  const asked = page.waitForRequest('**/article-viewer_problem-*');
  await reader.open('/nothing.json');
  await asked;
  // Sooner than the wait could be seen.
  await reader.openInPlace(OWN);
  await reader.expectReady('Harbour news');
  await page.waitForTimeout(500);
  await reader.expectReady('Harbour news');
});

test('while a part is on its way the page says so, and the wait can be ended', async ({ reader, page }) => {
  await page.route('**/article-viewer_formats-*.wasm', () => {});
  await reader.open(FOREIGN);
  await expect(reader.cancel).toBeVisible({ timeout: 9000 });
  await reader.cancel.click();
  await reader.expectFailed('Loading was cancelled');
  await page.unroute('**/article-viewer_formats-*.wasm');
  await reader.openInPlace(OWN);
  await reader.expectReady('Harbour news');
});
