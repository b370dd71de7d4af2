// The desk: what was read, files of one's own, and the bench where they are written.

import AxeBuilder from '@axe-core/playwright';

import { expect, test } from './reader.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MADE = '/made-desk.json';

const article = (headline = 'The ferry is late', more = {}) => ({
  format: 'article-viewer/1',
  language: 'en',
  headline,
  body: [
    'The first boat left at nine.',
    { type: 'image', src: '/picture/640x360.png', width: 640, height: 360, alt: 'A ferry', caption: ['At ', { type: 'glow', text: 'pier three' }] },
    ...Array.from({ length: 12 }, (_, index) => `Paragraph ${index + 1}. ${'Words about the ferry and the tide. '.repeat(12)}`),
    { type: 'hologram', text: 'It cannot be shown.' },
    'The last boat came at noon.',
  ],
  ...more,
});
const asText = (value) => JSON.stringify(value, null, 2) + '\n';

async function serve(page, text = asText(article()), address = MADE) {
  await page.route('**' + address, (route) => route.fulfill({ contentType: 'application/json', body: text }));
}

/** Opens the page with an article and a word in its address, and waits for the desk. */
async function openDesk(reader, page, word = 'report', src = MADE) {
  await page.goto(`${reader.address(src)}&${word}`);
  await reader.expectReady();
  await expect(desk(page)).toBeVisible();
}

const desk = (page) => page.locator('.av-desk');
const notes = (page) => desk(page).locator('.av-desk__note');
const note = (page, code) => notes(page).filter({ has: page.locator('.av-desk__kind code', { hasText: code }) });
const block = (page, text) => page.locator('.av-body > *', { hasText: text });
const text = (page) => desk(page).getByRole('textbox', { name: 'The article’s JSON' });
const selected = (page) => text(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
const query = (page) => new URL(page.url()).searchParams;

async function drop(page, ...files) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, type, text, size } of files) transfer.items.add(new File([size ? new Uint8Array(size).fill(32) : text], name, { type }));
    return transfer;
  }, files);
  for (const kind of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', kind, { dataTransfer: transfer });
}

const json = (name, value) => ({ name, type: 'application/json', text: asText(value) });

async function paste(page, pasted) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, pasted);
}

test('nothing of the desk is asked for before it is wanted', async ({ reader, page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await serve(page);
  await reader.open(MADE);
  await reader.expectReady('The ferry is late');
  await page.waitForTimeout(500);
  const ofTheDesk = () => asked.filter((url) => /_desk/.test(url));
  expect(ofTheDesk()).toEqual([]);
  await page.keyboard.press('Alt+Shift+KeyR');
  await expect(desk(page)).toBeVisible();
  expect(ofTheDesk().length).toBeGreaterThan(1);
});

test('a key shows what was read beside the article, and hides it again', async ({ reader, page }) => {
  await serve(page);
  await reader.open(MADE);
  await reader.expectReady();
  await page.waitForTimeout(300);
  await page.keyboard.press('Alt+Shift+KeyR');
  const panel = page.getByRole('complementary', { name: 'What was read' });
  await expect(panel).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'What was read' })).toBeFocused();
  expect(query(page).has('report')).toBe(true);
  const [left, right] = [await page.locator('article').boundingBox(), await panel.boundingBox()];
  expect(left.x + left.width, 'the two stand beside one another').toBeLessThanOrEqual(right.x);
  await page.keyboard.press('Escape');
  await expect(desk(page)).toHaveCount(0);
  expect(query(page).has('report')).toBe(false);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await page.locator('article').evaluate((element) => element.clientWidth)).toBeGreaterThan(left.width);
});

test('a report says what was read, as what, and what is to be said of it', async ({ reader, page }) => {
  await serve(page);
  await openDesk(reader, page);
  await expect(desk(page)).toContainText('An article');
  await expect(desk(page)).toContainText('16 blocks');
  await expect(note(page, 'unknown-inline')).toContainText('Info');
  await expect(note(page, 'unknown-inline')).toContainText('$.body[1].caption[1]');
  await expect(note(page, 'unknown-inline')).toContainText(/line \d+, column \d+/);
  const used = desk(page).locator('details', { hasText: 'Fields used' });
  await expect(used.getByRole('listitem')).toHaveCount(0);
  await used.locator('summary').click();
  await expect(used.getByRole('listitem').filter({ hasText: '$.headline' })).toBeVisible();
});

test('an article without a fault has a report that says so', async ({ reader, page }) => {
  await serve(page, asText({ format: 'article-viewer/1', headline: 'All is well', body: ['It is.'] }));
  await openDesk(reader, page);
  await expect(notes(page)).toHaveCount(0);
  await expect(desk(page)).toContainText('No notes');
});

test('a note that is chosen marks its block, and a block its notes', async ({ reader, page }) => {
  await serve(page);
  await openDesk(reader, page);
  await note(page, 'unknown-block').getByRole('button').click();
  const marked = page.locator('[data-marked]');
  await expect(marked).toHaveCount(1);
  await expect(marked).toBeInViewport();
  await expect(marked).toHaveClass(/av-unsupported/);
  await expect(note(page, 'unknown-block').getByRole('button')).toHaveAttribute('aria-current', 'true');

  await page.locator('.av-figure, figure').first().scrollIntoViewIfNeeded();
  await page.locator('article figure img').first().click();
  await expect(marked).toHaveCount(1);
  await expect(page.locator('figure[data-marked]')).toHaveCount(1);
  await expect(note(page, 'unknown-inline').getByRole('button')).toHaveAttribute('aria-current', 'true');
  await expect(note(page, 'unknown-block').getByRole('button')).not.toHaveAttribute('aria-current', 'true');
  await expect(desk(page).locator('.av-desk__chosen')).toContainText('$.body[1]');
  await block(page, 'The first boat').click();
  await expect(desk(page).locator('.av-desk__chosen')).toContainText('$.body[0]');
  await expect(desk(page).locator('.av-desk__chosen')).toContainText('no notes');
  await expect(desk(page).locator('[aria-current]')).toHaveCount(0);
});

test('blocks are chosen with the keyboard too, from the list of parts', async ({ reader, page }) => {
  await serve(page);
  await openDesk(reader, page);
  const parts = desk(page).locator('details', { hasText: 'Parts of the article' });
  await parts.locator('summary').press('Enter');
  await parts.getByRole('button', { name: '$.headline' }).press('Enter');
  await expect(page.locator('.av-headline[data-marked]')).toBeInViewport();
});

test('the report is copied as a text and as JSON', async ({ reader, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await serve(page);
  await openDesk(reader, page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await desk(page).getByRole('button', { name: 'Copy as JSON' }).click();
  await expect(desk(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(JSON.parse(await copied()).notes.map(({ code }) => code)).toContain('unknown-inline');
  await desk(page).getByRole('button', { name: 'Copy as text' }).click();
  await expect.poll(copied).not.toMatch(/^\{/);
  expect(await copied()).toContain('unknown-inline');
});

test('where copying is refused, the report is shown and selected', async ({ reader, page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await serve(page);
  await openDesk(reader, page);
  await desk(page).getByRole('button', { name: 'Copy as text' }).click();
  await expect(desk(page).getByRole('textbox', { name: 'Copy as text' })).toBeFocused();
  expect(await desk(page).getByRole('textbox').inputValue()).toContain('unknown-inline');
});

test('the report stays open from article to article, and Back has the one before', async ({ reader, page }) => {
  await serve(page, asText({ ...article('The first'), body: [[{ type: 'link', href: `index.html?src=${MADE}2`, text: 'The other one' }]] }));
  await serve(page, asText({ ...article('The second') }), MADE + '2');
  await openDesk(reader, page);
  await reader.mark();
  await expect(notes(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'The other one' }).click();
  await reader.expectReady('The second');
  await expect(notes(page)).toHaveCount(2);
  expect(query(page).has('report')).toBe(true);
  await page.goBack();
  await reader.expectReady('The first');
  await expect(notes(page)).toHaveCount(0);
  expect(await reader.isSamePage()).toBe(true);
});

test('an article of a list has its report, also when it comes without a request', async ({ reader, page }) => {
  await serve(page);
  await page.goto(`${reader.address('articles/courier-feed.json')}&item=glacier&report`);
  await reader.expectReady('What the ice remembered');
  await expect(desk(page)).toContainText('JSON Feed');
  await reader.openInPlace(MADE);
  await reader.expectReady('The ferry is late');
  await expect(desk(page)).toContainText('own format');
  await page.goBack();
  await reader.expectReady('What the ice remembered');
  await expect(desk(page)).toContainText('JSON Feed');
  await expect(desk(page)).toContainText('An article');
});

test('of a file that did not come there is nothing to say but that', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await page.goto(`${reader.address('nowhere.json')}&report`);
  await reader.expectFailed('no article at this address');
  await expect(desk(page)).toContainText('The file did not come');
  await expect(notes(page)).toHaveCount(0);
});

test('what is no article has a report that says where it goes wrong', async ({ reader, page }) => {
  await serve(page, '{\n  "headline": "Half a file",\n  "body": [,]\n}\n');
  await page.goto(`${reader.address(MADE)}&report`);
  await reader.expectFailed();
  await expect(desk(page)).toContainText('No article');
  await expect(notes(page).first()).toContainText('Error');
  await expect(notes(page).first()).toContainText('line 3');
});

test('a file that is dropped opens with its report, and leaves no request', async ({ reader, page }) => {
  await serve(page);
  await reader.open(MADE);
  await reader.expectReady('The ferry is late');
  await page.waitForTimeout(300);
  const asked = [];
  page.on('request', (request) => asked.push(request.method() + new URL(request.url()).pathname));
  await drop(page, { name: 'notes.txt', type: 'text/plain', text: 'no article' }, json('mine.json', article('From my own machine')));
  await reader.expectReady('From my own machine');
  await expect(notes(page)).toHaveCount(2);
  expect(query(page).get('opened')).toBe('mine.json');
  expect(asked.filter((line) => !/^GET\/(article-viewer_|favicon|picture\/)/.test(line))).toEqual([]);
});

test('while a file is held over the page, the page says what will become of it', async ({ reader, page }) => {
  await reader.open();
  await reader.expectReady();
  await page.waitForTimeout(300);
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{}'], 'a.json'));
    return transfer;
  });
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  const hint = page.getByText('Drop the JSON file to open it');
  await expect(async () => {
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await expect(hint).toBeVisible({ timeout: 200 });
  }).toPass();
  await page.dispatchEvent('body', 'dragleave', {});
  await expect(hint).toHaveCount(0);
});

test('what cannot be opened is refused with a sentence, and the article stays', async ({ reader, page }) => {
  await serve(page);
  await reader.open(MADE);
  await reader.expectReady();
  await page.waitForTimeout(300);
  await drop(page, { name: 'picture.json', type: '', text: 'PNG\0\0' });
  await expect(desk(page).getByRole('alert')).toContainText('picture.json is not a text file');
  await drop(page, { name: 'huge.json', type: '', size: 30_000_001 });
  await expect(desk(page).getByRole('alert')).toContainText('huge.json is too large');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The ferry is late');
  await drop(page, json('good.json', article('A better one')));
  await reader.expectReady('A better one');
});

test('JSON that is pasted opens; other texts do not, nor what is pasted into a field', async ({ reader, page }) => {
  await reader.open();
  await reader.expectReady();
  await page.waitForTimeout(300);
  const before = page.url();
  await paste(page, 'Only words.');
  await page.waitForTimeout(200);
  expect(page.url()).toBe(before);
  await paste(page, asText(article('Pasted')));
  await reader.expectReady('Pasted');
  await expect(desk(page)).toBeVisible();
});

test('Back and Forward lead through the files that were opened; a reload forgets them', async ({ reader, page }) => {
  await serve(page);
  await openDesk(reader, page);
  await reader.mark();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), desk(page).getByRole('button', { name: 'Open a file…' }).click()]);
  await chooser.setFiles({ name: 'same.json', mimeType: 'application/json', buffer: Buffer.from(asText(article('The first file'))) });
  await reader.expectReady('The first file');
  await page.locator('input[type=file]').setInputFiles({ name: 'same.json', mimeType: 'application/json', buffer: Buffer.from('\ufeff' + asText(article('The second file')), 'utf16le') });
  await reader.expectReady('The second file');
  await page.goBack();
  await reader.expectReady('The first file');
  await page.goBack();
  await reader.expectReady('The ferry is late');
  await page.goForward();
  await page.goForward();
  await reader.expectReady('The second file');
  expect(await reader.isSamePage()).toBe(true);
  await page.reload();
  await reader.expectReady();
  await expect.poll(() => query(page).has('opened')).toBe(false);
  await expect(desk(page)).toBeVisible();
});

test('a list that was opened from a file leads to its articles', async ({ reader, page }) => {
  const feed = (title) => ({ version: 'https://jsonfeed.org/version/1.1', title, items: [1, 2, 3].map((id) => ({ id: `${id}`, title: `${title} ${id}`, content_html: '<p>Words.</p>' })) });
  await reader.open();
  await reader.expectReady();
  await page.waitForTimeout(300);
  await drop(page, json('feed.json', feed('Story')));
  await reader.expectState('list');
  await expect(desk(page)).toContainText('A list of articles');
  await page.getByRole('link', { name: 'Story 2' }).click();
  await reader.expectReady('Story 2');
  await page.goBack();
  await reader.expectState('list');
  await drop(page, json('feed.json', feed('Other')));
  await expect(page.getByRole('link', { name: 'Other 2' })).toBeVisible();
});

test('at the bench the article follows what is typed, and the focus stays', async ({ reader, page }) => {
  await serve(page);
  await openDesk(reader, page, 'edit');
  await expect(text(page)).toHaveValue(asText(article()));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The ferry is late');
  await page.mouse.move(1100, 500);
  await page.mouse.wheel(0, 400);
  await page.waitForTimeout(300);
  await text(page).focus();
  await text(page).evaluate((area) => {
    const at = area.value.indexOf('late"');
    area.setSelectionRange(at, at + 4);
  });
  await page.keyboard.type('early');
  await reader.expectReady('The ferry is early');
  await expect(text(page)).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(400);
  expect(await text(page).evaluate((area) => area.selectionStart === area.value.indexOf('early') + 5)).toBe(true);
  expect(query(page).get('opened')).toBe('made-desk.json');
  await expect(page.getByRole('status').first(), 'nobody is told of each word').not.toContainText('early');
});

test('what is broken while it is typed keeps the last good article, and its line is found', async ({ reader, page }) => {
  await serve(page);
  await openDesk(reader, page, 'edit');
  const broken = asText(article()).replace('"headline": "The ferry is late",', '"headline": "The ferry is late"');
  await text(page).fill(broken);
  await expect(notes(page).first()).toContainText('Error');
  await expect(notes(page).first()).toContainText(/line 5, column \d+/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The ferry is late');
  await expect(page.locator('article')).toHaveCount(1);
  await notes(page).first().getByRole('button').click();
  await expect(text(page)).toBeFocused();
  expect(await selected(page)).toBe('  "body": [');
  await text(page).fill(asText(article('It is whole again')));
  await reader.expectReady('It is whole again');
});

test('a note leads to its line and its block at once', async ({ reader, page }) => {
  const long = article('A long one', { body: [...Array.from({ length: 300 }, (_, index) => `Paragraph ${index}`), { type: 'hologram' }] });
  await serve(page, asText(long));
  await openDesk(reader, page, 'edit');
  await note(page, 'unknown-block').getByRole('button').click();
  expect(await selected(page)).toMatch(/\{|hologram/);
  const top = await text(page).evaluate((area) => area.scrollTop);
  expect(top).toBeGreaterThan(3000);
  await expect(page.locator('[data-marked]')).toBeInViewport();
  const gutter = desk(page).locator('.av-desk__gutter');
  expect(await gutter.evaluate((element) => element.textContent.split('\n').length)).toBe(asText(long).split('\n').length);
  expect(await gutter.evaluate((element) => -new DOMMatrix(getComputedStyle(element).transform).f || -parseFloat(getComputedStyle(element).translate.split(' ')[1]))).toBe(top);
});

test('the bench formats, converts and gives the file back', async ({ reader, page }) => {
  await serve(page, JSON.stringify(article()));
  await openDesk(reader, page, 'edit');
  await desk(page).getByRole('button', { name: 'Format', exact: true }).click();
  await expect(text(page)).toHaveValue(/^\{\n  "format": "article-viewer\/1",\n  "language"/);
  expect(JSON.parse(await text(page).inputValue())).toEqual(article());
  await desk(page).getByRole('button', { name: 'Convert to the viewer’s format' }).click();
  await expect(text(page)).toHaveValue(/"article-viewer\/1"/);
  const [download] = await Promise.all([page.waitForEvent('download'), desk(page).getByRole('button', { name: 'Download' }).click()]);
  expect(download.suggestedFilename()).toBe('article.json');
  await reader.expectReady('The ferry is late');
  await desk(page).getByRole('button', { name: 'Close' }).click();
  await expect(desk(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The ferry is late');
});

test('Tab leads through the bench and out of it', async ({ reader, page }) => {
  await serve(page);
  await openDesk(reader, page, 'edit');
  await text(page).focus();
  await page.keyboard.press('Tab');
  await expect(text(page)).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(text(page)).toBeFocused();
});

test('pictures of an article stay where they are while it is edited', async ({ reader, page }) => {
  await openDesk(reader, page, 'edit', 'articles/harbour-inland.json');
  const source = () => page.locator('article img').first().evaluate((picture) => picture.src);
  const before = await source();
  await text(page).press('Control+End');
  await page.keyboard.type(' ');
  await expect.poll(() => query(page).get('opened')).toBe('harbour-inland.json');
  await reader.expectReady();
  expect(await source()).toBe(before);
});

test('formatting changes no digit and no member, and can be undone', async ({ reader, page }) => {
  await openDesk(reader, page, 'edit', 'articles/smallest.json');
  const typed = '{"format": "article-viewer/1", "id": 12345678901234567890, "x": 1.0, "headline": "H", "headline": "H2", "body": ["B"]}';
  await text(page).fill(typed);
  await reader.expectReady('H2');
  await desk(page).getByRole('button', { name: 'Format', exact: true }).click();
  await expect(text(page)).toHaveValue(/\n  "id": 12345678901234567890,\n  "x": 1\.0,\n  "headline": "H",\n  "headline": "H2"/);
  await page.keyboard.press('Control+z');
  await expect(text(page)).toHaveValue(typed);
});

test('a list is not converted, since an article alone would be left of it; one of its articles is', async ({ reader, page }) => {
  await page.goto(`${reader.address('articles/courier-feed.json')}&edit`);
  await reader.expectState('list');
  await expect(text(page)).toHaveValue(/jsonfeed/);
  const before = await text(page).inputValue();
  await desk(page).getByRole('button', { name: 'Convert to the viewer’s format' }).click();
  await expect(desk(page).getByRole('status')).toContainText('This is a list');
  expect(await text(page).inputValue()).toBe(before);
  await page.goto(`${reader.address('articles/courier-feed.json')}&item=3&edit`);
  await reader.expectReady('A dark valley');
  await expect(text(page)).toHaveValue(/jsonfeed/);
  await desk(page).getByRole('button', { name: 'Convert to the viewer’s format' }).click();
  await expect(text(page)).toHaveValue(/"article-viewer\/1"/);
  await reader.expectReady('A dark valley');
});

test('twenty thousand lines can be edited', async ({ reader, page }) => {
  const long = article('Long', { body: Array.from({ length: 20_000 }, (_, index) => `Paragraph ${index}`) });
  await openDesk(reader, page, 'edit', 'articles/smallest.json');
  await text(page).evaluate((area, value) => {
    area.value = value;
    area.dispatchEvent(new Event('input'));
  }, asText(long));
  await reader.expectReady('Long');
  await expect(desk(page).locator('.av-desk__gutter')).toContainText('20000');
});

for (const word of ['report', 'edit']) {
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark']) {
      test(`axe finds nothing at the desk, ${word}, ${width} px, ${colorScheme}`, async ({ reader, page }) => {
        await page.setViewportSize({ width, height: width === 360 ? 640 : 900 });
        await page.emulateMedia({ colorScheme });
        await serve(page);
        await openDesk(reader, page, word);
        await desk(page).locator('summary').first().click();
        await notes(page).first().getByRole('button').click();
        await expectSound(page);
        const { height, y } = await desk(page).boundingBox();
        if (width === 360) expect(height, 'half of the page stays the article').toBeLessThanOrEqual(320);
        // The page may end within a pixel.
        else expect([Math.abs(Math.round(y)), height]).toEqual([0, 900]);
      });
    }
  }
}

async function expectSound(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await desk(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
}

test.describe('from right to left', () => {
  test.use({ locale: 'ar' });
  for (const width of [360, 1280]) {
    for (const word of ['report', 'edit']) {
      test(`the desk stands at the other side, ${word}, ${width} px`, async ({ reader, page }) => {
        await page.setViewportSize({ width, height: 800 });
        await openDesk(reader, page, word, 'articles/arabic.json');
        await expect(reader.root).toHaveAttribute('dir', 'rtl');
        await expect(desk(page)).toHaveCSS('direction', 'ltr');
        const { x } = await desk(page).boundingBox();
        if (width === 1280 && word === 'report') expect(x).toBe(0);
        if (width === 1280 && word === 'edit') expect(x).toBeGreaterThan(500);
        await expectSound(page);
      });
    }
  }
});

test('the samples lead to the bench, in place', async ({ reader, page }) => {
  await reader.open('articles/samples.json');
  await reader.expectReady('Sample articles');
  await reader.mark();
  await page.getByRole('link', { name: 'write one' }).click();
  await expect(text(page)).toHaveValue(/"format": "article-viewer\/1"/);
  expect(await reader.isSamePage()).toBe(true);
});

test('on paper there is no desk', async ({ reader, page }) => {
  await serve(page);
  await openDesk(reader, page);
  await page.emulateMedia({ media: 'print' });
  await expect(desk(page)).toBeHidden();
});
