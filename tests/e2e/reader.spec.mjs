// What a reader does: opens articles, follows links, goes back, prints, loses the connection.

import { LAST_WORDS } from './articles.mjs';
import { expect, test } from './reader.mjs';

const WASM = /\.wasm(\?|$)/;

test('the default article opens from any folder', async ({ reader, page }) => {
  for (const folder of ['', '/any/folder']) {
    await page.goto(`${reader.origin}${folder}/`);
    await reader.expectReady();
    await expect(reader.root).toHaveAttribute('data-article-format', 'native');
    await expect(reader.article).toHaveAttribute('lang', /^[a-z]{2}/);
    await expect(reader.article).toHaveAttribute('dir', /^(ltr|rtl)$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await page.title()).toContain((await page.getByRole('heading', { level: 1 }).innerText()).trim().slice(0, 20));
    const pictures = reader.article.locator('figure img');
    expect(await pictures.count()).toBeGreaterThanOrEqual(2);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((element) => element.complete && element.naturalWidth)).toBeTruthy();
    }
    await expect(reader.article.locator('figcaption').first()).toBeVisible();
    await expect(page.locator('[data-comments="closed"]')).toBeVisible();
    const published = reader.article.locator('time[datetime]').first();
    await expect(published).toHaveAttribute('datetime', /^\d{4}-\d{2}-\d{2}/);
  }
});

test('an article opens by its address, relative to the page', async ({ reader, page }) => {
  await page.goto(`${reader.origin}/any/folder/index.html?src=../../made/good.json%3Fn%3Drelative`);
  await reader.expectReady('Good article relative');
  await expect(reader.article).toContainText(LAST_WORDS);
});

test('everything that the complete article says is on the page', async ({ reader, page }) => {
  await reader.open('/made/good.json');
  await reader.expectReady();
  const words = [
    'The Harbour Ledger',
    'Coast',
    'Tides',
    'Good article 1: the tide clock runs again',
    'After eleven years of silence the harbour keeps its own time, and the ferries have begun to follow it.',
    'Ada Quay',
    'Tom Mole',
    'Harbour correspondent',
    'Saltwick',
    'The restored clock shows the hours until high water.',
    'Ada Quay/The Harbour Ledger',
    'The clock on the north pier was built in 1904',
    'Ines Warp',
    'two winters',
    'lunar_train',
    'السلام عليكم',
    'well kept',
    'How it works',
    'A float in a well',
    'Each wheel was cut twice.',
    'Saltwick Museum',
    'Wait for the tide.',
    'It is never late, only early for the next one.',
    'The sea is the spring.',
    'The clock at work',
    LAST_WORDS,
    'Harbour',
    'Clocks',
    'A map of the piers',
    'We closed the comments on this story at noon.',
    '© 2026 The Harbour Ledger',
  ];
  const text = (await reader.root.evaluate((root) => root.textContent)).replace(/\s+/g, ' ');
  for (const word of words) expect(text).toContain(word);
  const body = reader.article;
  await expect(body.locator('strong', { hasText: 'Ines Warp' }).first()).toBeVisible();
  await expect(body.locator('em', { hasText: 'two winters' })).toBeVisible();
  await expect(body.locator('code', { hasText: 'lunar_train' })).toBeVisible();
  await expect(body.locator('sup', { hasText: '-6' })).toBeVisible();
  await expect(body.locator('sub', { hasText: '2' })).toBeVisible();
  await expect(body.locator('[lang="ar"][dir="rtl"]')).toHaveText('السلام عليكم');
  await expect(body.locator('q', { hasText: 'well kept' })).toBeVisible();
  await expect(body.locator('a[href="https://ledger.example/ines"]')).toHaveText('this paper reported');
  await expect(body.locator('ul li')).not.toHaveCount(0);
  await expect(body.locator('ol > li')).not.toHaveCount(0);
  await expect(body.locator('blockquote')).not.toHaveCount(0);
  await expect(body.locator('a[href="https://video.example/watch/tide"]').first()).toBeVisible();
  await expect(body.locator('img[alt="A brass clock face on a harbour wall"]')).toHaveAttribute('src', /\/picture\/1200x800\.png$/);
  await expect(body.locator('img[alt="A brass clock face on a harbour wall"]')).toHaveAttribute('fetchpriority', 'high');
  await expect(body.locator('img[alt="Cogwheels beside a ruler"]')).toHaveAttribute('loading', 'lazy');
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('an article in the page itself opens when no address is given', async ({ reader, page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${reader.origin}/inline/good/index.html?n=inline`);
  await reader.expectReady('Good article inline');
  expect(asked.filter((url) => url.includes('default.json')), 'no other article is fetched').toEqual([]);
  await page.goto(`${reader.origin}/inline/good/index.html?src=/made/good.json%3Fn%3Daddress`);
  await reader.expectReady('Good article address');
});

test('a format can be forced', async ({ reader, page }) => {
  await page.goto(`${reader.origin}/index.html?src=/made/without-marker.json&format=native`);
  await reader.expectReady('Good article without marker');
  await expect(reader.root).toHaveAttribute('data-article-format', 'native');
});

test('a format that nobody knows is named', async ({ reader, page }) => {
  await page.goto(`${reader.origin}/index.html?src=/made/good.json&format=stone-tablet`);
  await reader.expectFailed(/stone-tablet/);
});

test('links to other articles open in place, and Back and Forward return without loading the program again', async ({ reader, page }) => {
  const programs = [];
  page.on('request', (request) => {
    if (/_bg-/.test(request.url()) && WASM.test(request.url())) programs.push(request.url());
  });
  const to = ['/made/good.json?n=one', '/made/good.json?n=two'].map((src) => `to=${encodeURIComponent(src)}`).join('&');
  await reader.open(`/made/hub.json?${to}`);
  await reader.expectReady('The hub');
  await reader.mark();
  const link = page.getByRole('link', { name: 'Story 1' });
  await link.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(1000);
  await link.click();
  await reader.expectReady('Good article one');
  expect(page.url()).toContain('n%3Done');
  await expect.poll(() => page.title()).toContain('Good article one');
  await expect.poll(() => page.evaluate(() => scrollY), 'a new article begins at its top').toBeLessThan(50);

  await page.goBack();
  await reader.expectReady('The hub');
  await expect.poll(() => page.title()).toContain('The hub');
  await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - left), 'Back returns to the place').toBeLessThan(100);

  await page.goForward();
  await reader.expectReady('Good article one');
  await page.goBack();
  await reader.expectReady('The hub');
  await page.getByRole('link', { name: 'Story 2' }).click();
  await reader.expectReady('Good article two');
  await page.goBack();
  await reader.expectReady('The hub');
  expect(await reader.isSamePage()).toBe(true);
  expect(programs.length, 'one program was loaded').toBeLessThanOrEqual(2);
  expect(new Set(programs).size).toBe(1);
});

test('Back returns to the place also when the article comes slowly', async ({ reader, page }) => {
  // The skeleton is short, so the page scrolls to its top under it; that is not where the reader was.
  await reader.open(`/made/hub.json?to=${encodeURIComponent('/made/good.json?n=slow')}`);
  await reader.expectReady('The hub');
  const link = page.getByRole('link', { name: 'Story 1' });
  await link.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  await link.click();
  await reader.expectReady('Good article slow');
  await page.evaluate(() => scrollTo(0, 900));
  await page.waitForTimeout(400);
  await page.route('**/made/hub.json*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goBack();
  await expect(page.locator('.av-skeleton')).toHaveCount(1);
  await reader.expectReady('The hub');
  await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - left)).toBeLessThan(100);
});

test('Back returns to the same words of a long article', async ({ reader, page }) => {
  const words = (number) => `Paragraph ${number}. ${'It rained on the harbour all night. '.repeat(1 + (number % 7))}`;
  const body = Array.from({ length: 400 }, (_, number) => (number === 200 ? [{ type: 'link', href: '/index.html?src=%2Fmade%2Fgood.json', text: 'Elsewhere' }] : words(number)));
  await page.route('**/long.json', (route) => route.fulfill({ json: { format: 'article-viewer/1', headline: 'Long', body } }));
  await reader.open('/long.json');
  await reader.expectReady('Long');
  const link = page.getByRole('link', { name: 'Elsewhere' });
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(600);
  const left = (await link.boundingBox()).y;
  await link.click();
  await reader.expectReady('Good article');
  await page.goBack();
  await reader.expectReady('Long');
  await expect.poll(async () => Math.abs((await link.boundingBox()).y - left)).toBeLessThan(40);
});

test('a double click on a link opens its article once, in place', async ({ reader, page }) => {
  await reader.open(`/made/hub.json?to=${encodeURIComponent('/fault/late?ms=800')}`);
  await reader.expectReady('The hub');
  await reader.mark();
  const entries = await page.evaluate(() => history.length);
  await page.getByRole('link', { name: 'Story 1' }).dblclick();
  await reader.expectReady('Good article after a fault');
  expect(await reader.isSamePage()).toBe(true);
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
});

test('Back from a failure returns to the article before it', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await reader.open(`/made/hub.json?to=${encodeURIComponent('/fault/status?code=404')}`);
  await reader.expectReady('The hub');
  await reader.mark();
  await page.getByRole('link', { name: 'Story 1' }).click();
  await reader.expectFailed();
  expect(await page.title()).not.toContain('The hub');
  await expect(page.locator('link[rel=canonical], script[type="application/ld+json"]'), 'nothing in the head speaks of the article before').toHaveCount(0);
  await page.goBack();
  await reader.expectReady('The hub');
  expect(await reader.isSamePage()).toBe(true);
});

test('a link opened in another tab is left to the browser', async ({ reader, page, context }) => {
  await reader.open(`/made/hub.json?to=${encodeURIComponent('/made/good.json?n=tab')}`);
  await reader.expectReady('The hub');
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Story 1' }).click({ modifiers: ['Control'] });
  const tab = await opened;
  await expect(tab.locator('article h1')).toContainText('Good article tab');
  await reader.expectReady('The hub');
});

test('the head follows the article', async ({ reader, page }) => {
  const head = () =>
    page.evaluate(() => {
      const one = (selector, name) => [...document.head.querySelectorAll(selector)].map((element) => element.getAttribute(name));
      return {
        title: document.title,
        description: one('meta[name="description"]', 'content'),
        canonical: one('link[rel="canonical"]', 'href'),
        ogTitle: one('meta[property="og:title"]', 'content'),
        ogType: one('meta[property="og:type"]', 'content'),
        ogImage: one('meta[property="og:image"]', 'content'),
        ld: [...document.querySelectorAll('script[type="application/ld+json"]')].map((element) => JSON.parse(element.textContent)),
      };
    });
  await reader.open('/made/good.json?n=head');
  await reader.expectReady();
  // The title is there with the article, the rest later.
  expect((await head()).title).toContain('Good article head');
  await expect.poll(async () => (await head()).ld[0]?.headline).toContain('Good article head');
  const first = await head();
  expect(first.description).toEqual([expect.stringContaining('After eleven years of silence')]);
  expect(first.canonical).toEqual(['https://ledger.example/coast/tide-clock-head']);
  expect(first.ogTitle).toEqual([expect.stringContaining('Good article head')]);
  expect(first.ogType).toEqual(['article']);
  expect(first.ogImage).toEqual([`${reader.origin}/picture/1200x800.png`]);
  expect(first.ld).toHaveLength(1);
  expect(first.ld[0]['@type']).toMatch(/Article$/);
  expect(first.ld[0].headline).toContain('Good article head');
  expect(first.ld[0].datePublished).toMatch(/^2026-11-20T08:00/);

  await reader.openInPlace('/made/rtl.json');
  await reader.expectReady('ساعة');
  await expect.poll(async () => (await head()).ld[0]?.headline).toContain('ساعة المد');
  const second = await head();
  expect(second.canonical, 'nothing of the article before stays').not.toContain('https://ledger.example/coast/tide-clock-head');
  expect(second.description).toEqual([expect.stringContaining('بعد أحد عشر عاما')]);
  expect(second.ogTitle).toEqual([expect.stringContaining('ساعة المد')]);
  expect(second.ld).toHaveLength(1);
  expect(second.ld[0].headline).toContain('ساعة المد');
});

test('loading, ready and failure are announced politely', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await reader.open('/fault/late?ms=1200');
  await reader.expectState('loading');
  const status = page.locator('[role="status"]');
  await expect(status).not.toHaveCount(0);
  await expect.poll(async () => (await status.allTextContents()).join(' ').trim()).not.toBe('');
  await reader.expectReady();
  await expect.poll(async () => (await status.allTextContents()).join(' ')).not.toMatch(/loading/i);
  await expect(reader.root).not.toHaveAttribute('aria-busy', 'true');
});

test('comments: each state has its notice, and the message of the publisher wins', async ({ reader, page }) => {
  await reader.open('/made/good.json');
  await reader.expectReady();
  const open = (query) => reader.openInPlace(`/made/comments.json?${new URLSearchParams(query)}`);
  const notice = page.locator('[data-comments]');

  await open({ state: 'closed', message: 'The desk has closed this page.' });
  await expect(notice).toHaveAttribute('data-comments', 'closed');
  await expect(notice).toContainText('The desk has closed this page.');
  await open({ state: 'closed' });
  await expect(notice).not.toContainText('The desk has closed');
  await expect(notice).toHaveAttribute('data-comments', 'closed');
  await expect(notice).toContainText(/comments/i);
  await open({ state: 'open', url: 'https://ledger.example/talk' });
  await expect(notice).toHaveAttribute('data-comments', 'open');
  await expect(notice.locator('a[href="https://ledger.example/talk"]')).toBeVisible();
  await open({ state: 'moderated' });
  await expect(notice).toHaveAttribute('data-comments', 'moderated');
  await expect(notice).toContainText(/\w{4,}/);
  await open({ state: 'none', message: 'We do not take comments here.' });
  await expect(notice).toHaveAttribute('data-comments', 'none');
  await expect(notice).toContainText('We do not take comments here.');
});

test('dates are written for the reader, and only what is known is shown', async ({ reader }) => {
  await reader.open('/made/dated.json?published=2026-07-20T21:30:00Z');
  await reader.expectReady();
  const time = reader.article.locator('time').first();
  await expect(time).toHaveAttribute('datetime', /^2026-07-20T2\d:30/);
  await expect(time).toContainText('20 July 2026');
  await expect(time, 'in the zone of the reader').toContainText(/22:30|10:30/);
  await reader.openInPlace('/made/dated.json?published=2026-11-19');
  await expect(time).toContainText('19 November 2026');
  await expect(time).toHaveAttribute('datetime', '2026-11-19');
  await expect(time).not.toContainText(/\d:\d/);
  await reader.openInPlace('/made/dated.json?published=2026-11-19&language=de');
  await expect(time, 'in the language of the article').toContainText('19. November 2026');
  await reader.openInPlace('/made/dated.json');
  await expect(reader.article.locator('time')).toHaveCount(0);
});

test('a block that nobody knows leaves a visible notice and its words', async ({ reader }) => {
  await reader.open('/made/unknown-block.json');
  await reader.expectReady();
  await expect(reader.article).toContainText('hologram');
  await expect(reader.article.getByText('A ship in three dimensions')).toBeVisible();
  await expect(reader.article).toContainText(LAST_WORDS);
});

test('a picture that fails leaves its words in a box of the same size', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await reader.open(`/made/pictures.json?t=${reader.token()}`);
  await reader.expectReady();
  for (const [name, ratio] of [
    ['/picture/missing.png', 2],
    ['/picture/page.png', 1],
    ['/picture/missing-without-size.png', 1.5],
  ]) {
    const figure = reader.article.locator('figure', { hasText: `Caption of ${name}` });
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toContainText('Saltwick Museum');
    await expect(figure.getByText(`Alt of ${name}`, { exact: true })).toBeVisible();
    await page.waitForTimeout(300);
    const box = await figure.evaluate((element) => {
      const inside = [...element.querySelectorAll('*')].filter((child) => !child.closest('figcaption'));
      const boxes = inside.map((child) => child.getBoundingClientRect()).filter((rect) => rect.height > 0);
      const largest = boxes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
      return { width: largest.width, height: largest.height };
    });
    expect(box.width / box.height, `${name} keeps its shape`).toBeCloseTo(ratio, 0.5);
  }
});

test('printing gives a document and no error', async ({ reader, page }) => {
  await reader.open('/made/good.json');
  await reader.expectReady();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: 'print' });
  await expect(reader.article.getByText(LAST_WORDS)).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await reader.openInPlace('/made/good.json?n=printed');
  await reader.expectReady('Good article printed');
});

test('without script the page says what it needs', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${process.env.E2E_ORIGIN}/index.html`);
  const words = page.locator('noscript');
  await expect(words).toBeVisible();
  expect(await words.evaluate((element) => element.textContent)).toMatch(/script/i);
  await context.close();
});

test('a reading width of a phone is enough', async ({ reader, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await reader.open('/made/good.json');
  await reader.expectReady();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
