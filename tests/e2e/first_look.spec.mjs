// The first look: a plain article in our own format is on the page before the program is there.

import AxeBuilder from '@axe-core/playwright';
import { readdir, readFile } from 'node:fs/promises';

import { LAST_WORDS } from './articles.mjs';
import { expect, test } from './reader.mjs';

const PLAIN = {
  format: 'article-viewer/1',
  language: 'en-GB',
  publisher: { name: 'The Pier Post', url: 'https://pier.example/' },
  section: { name: 'Coast', color: '#0B7A75' },
  kicker: 'Tides',
  headline: ['The clock ', { type: 'em', text: 'runs' }, ' again'],
  standfirst: 'After eleven years the harbour keeps its own time.',
  authors: ['Ada Quay', { name: 'Tom Mole', role: 'Harbour correspondent', url: '/people/mole' }],
  dateline: 'Saltwick',
  published: '2019-11-20T08:00:00Z',
  updated: '2019-11-21T11:30:00+01:00',
  lead: {
    src: '/picture/1200x800.png',
    width: 1200,
    height: 800,
    alt: 'A brass clock on a wall',
    caption: 'It shows the hours until high water.',
    credit: 'Ada Quay',
    sources: [
      { src: '/picture/600x400.png', width: 600 },
      { src: '/picture/600x400.webp?a,b', width: 600, type: 'image/webp' },
      { src: '/picture/1200x800.webp', width: 1200, type: 'image/webp' },
    ],
  },
  body: [
    'The clock was built in 1904, and stopped in 2015.',
    ['Its keeper, ', { type: 'strong', text: ['Ines ', { type: 'em', text: 'Warp' }] }, ', wrote ', { type: 'quote', text: 'at last' }, ' ', { type: 'link', href: 'https://pier.example/a?b=c', text: 'a letter' }, '.'],
    { type: 'heading', level: 4, text: 'How it works' },
    { type: 'image', src: '/picture/800x600.png', alt: 'Wheels', caption: 'The works.', display: 'wide', link: '/works' },
    { type: 'image', src: '/picture/80x60.png', width: 80, height: 60, credit: ['Photo: ', { type: 'em', text: 'Quay' }] },
    { type: 'quote', text: ['It loses nothing.', 'It gains nothing.'], cite: 'Ines Warp' },
    { type: 'quote', text: [{ type: 'q', text: 'Well' }, ' kept.'] },
    { type: 'pullquote', text: 'It keeps its own time.', cite: ['Ines ', { type: 'strong', text: 'Warp' }] },
    { type: 'list', items: ['Sand', ['Salt and ', { type: 'em', text: 'water' }], ['Two', 'paragraphs']] },
    { type: 'list', ordered: true, items: ['One', { type: 'strong', text: 'Two' }] },
    { type: 'divider' },
    { type: 'heading', text: 'And now' },
    { type: 'paragraph', text: 'Nobody knows.' },
  ],
  tags: ['Tides', { name: 'Clocks', url: '/clocks' }],
  comments: { state: 'closed', count: 3, url: '/comments' },
  copyright: '© The Pier Post',
};

/** Holds the program back until it is let go. */
async function holdProgram(page) {
  let letGo;
  const held = new Promise((go) => (letGo = go));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

const serve = (page, body) =>
  page.route('**/articles/first.json', (route) => route.fulfill({ contentType: 'application/json', body: typeof body === 'string' ? body : JSON.stringify(body) }));

/** Opens an article, sees its first look, and says whether the program keeps it. */
async function isKept(reader, page) {
  const letGo = await holdProgram(page);
  await reader.open('articles/first.json');
  await expect(reader.article).toHaveCount(1);
  await reader.expectState('loading');
  await page.evaluate(() => {
    document.querySelector('article').ofTheFirstLook = true;
  });
  letGo();
  await reader.expectState('ready');
  return page.evaluate(() => document.querySelector('article').ofTheFirstLook === true);
}

const variations = {
  'everything that is plain': {},
  'the least': { publisher: undefined, section: undefined, kicker: undefined, standfirst: undefined, authors: undefined, dateline: undefined, published: undefined, updated: undefined, lead: undefined, tags: undefined, comments: undefined, copyright: undefined, body: ['One.'] },
  'a line of names, a day, and a message': { byline: 'By our own correspondent', authors: ['Ada Quay'], published: '2026-11-20', updated: '2026-11-20', comments: { state: 'open', message: 'Write to us.' } },
  'white space that is tidied': {
    kicker: ' Tides ',
    headline: ['  The clock ', { type: 'em', text: ' runs ' }, '  again '],
    body: ['  Two   words ', ['Its ', { type: 'strong', text: 'keeper ' }, ' ', { type: 'em', text: ['of ', ' it '] }, ' '], { type: 'image', src: '/picture/80x60.png', caption: ['Wheels. '] }],
  },
  'a language that nobody has named': { language: undefined },
  'another language': { language: 'de', dateline: 'Kiel', updated: '2026-11-21T10:00:30' },
  'a language from the right': { language: 'ar', headline: 'الساعة', body: ['تعمل الساعة من جديد.'] },
  'the most blocks that are one slice': { body: Array.from({ length: 75 }, (_, index) => `Paragraph ${index}.`) },
};

for (const locale of ['en-US', 'de-DE', 'ar-MA']) {
  test.describe(`for a reader of ${locale}`, () => {
    test.use({ locale });
    for (const [what, changes] of Object.entries(variations)) {
      test(`${what} is what the program shows`, async ({ reader, page }) => {
        // Not all of these pictures are there.
        reader.expectNetworkErrors();
        await serve(page, { ...PLAIN, ...changes });
        expect(await isKept(reader, page)).toBe(true);
      });
    }
  });
}

const folder = new URL('../../articles/', import.meta.url);
for (const name of ['default.json', ...(await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'default.json')]) {
  const text = await readFile(new URL(name, folder), 'utf8');
  if (!text.includes('"article-viewer/1"')) continue;
  test(`${name} has no first look, or the one that stays`, async ({ reader, page }) => {
    const letGo = await holdProgram(page);
    await reader.open(`articles/${name}`);
    await page.waitForFunction(() => document.earlyArticle);
    await page.evaluate(() => document.earlyArticle.response);
    await page.waitForTimeout(300);
    const hasOne = await page.evaluate(() => {
      const article = document.querySelector('article');
      if (article) article.ofTheFirstLook = true;
      return article !== null;
    });
    if (name === 'default.json') expect(hasOne).toBe(true);
    letGo();
    await reader.expectState('ready');
    expect(await page.evaluate(() => document.querySelector('article').ofTheFirstLook === true)).toBe(hasOne);
  });
}

/** What is not plain waits for the program: what it would repair, refuse, or show in another way. */
const waiting = {
  'a script address': { body: [[{ type: 'link', href: 'javascript:alert(1)', text: 'x' }]] },
  'an address with a user': { body: [[{ type: 'link', href: 'https://bank.example@evil.example/', text: 'x' }]] },
  'a picture in its address': { lead: { src: 'data:image/svg+xml,<svg/>', width: 1, height: 1 } },
  'letters that turn the direction': { headline: 'gpj.\u202eexe' },
  'a pile of marks': { headline: `Z${'\u0301'.repeat(50)}` },
  'an unknown block': { body: [{ type: 'poll', text: 'Yes?' }] },
  'a rare block': { body: [{ type: 'code', text: 'x' }] },
  'an inherited name': { body: [{ type: 'constructor', text: 'x' }] },
  'no headline': { headline: undefined },
  'a live blog': { live: 'live' },
  'a wrong type': { published: 7 },
  'a space that cannot break': { body: ['One.', '\u00a0', 'Two.'] },
  'stress on nothing': { body: [['One', { type: 'em', text: [' '] }, 'two.']] },
  'no paragraphs': { standfirst: [] },
  'an inherited display': { body: [{ type: 'image', src: '/picture/80x60.png', display: 'constructor' }] },
  'an address that grows': { body: [[{ type: 'link', href: `https://a.example/${'中'.repeat(1500)}`, text: 'x' }]] },
  'an address behind a space of another kind': { body: [[{ type: 'link', href: '\u00a0https://a.example/', text: 'x' }]] },
  'a day that is none': { published: '2026-02-30' },
  'a text for a list': { body: [{ type: 'list', items: 'Sand' }] },
  'a headline without end': { headline: 'Rain '.repeat(300).trim() },
  'too many blocks': { body: Array(76).fill('One.') },
};

for (const [what, changes] of Object.entries(waiting)) {
  test(`${what} waits for the program`, async ({ reader, page }) => {
    reader.expectNetworkErrors();
    await serve(page, { ...PLAIN, lead: undefined, ...changes });
    const letGo = await holdProgram(page);
    await reader.open('articles/first.json');
    await page.waitForFunction(() => document.earlyArticle);
    await page.evaluate(() => document.earlyArticle.response);
    await page.waitForTimeout(300);
    await expect(reader.article).toHaveCount(0);
    letGo();
    await reader.expectState('ready');
  });
}

test('an article that a redirect brings from elsewhere, one that is carried by the page, and a film have none', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const letGo = await holdProgram(page);
  const isThere = async () => {
    await page.waitForFunction(() => document.earlyArticle);
    await page.evaluate(() => document.earlyArticle.file.catch(() => {}));
    await page.waitForTimeout(300);
    return page.evaluate(() => document.querySelector('article') !== null);
  };
  const elsewhere = `${reader.other}/made/good.json`;
  await page.route('**/articles/first.json', (route) => route.fulfill({ status: 302, headers: { location: elsewhere } }));
  await reader.open('articles/first.json');
  expect(await isThere()).toBe(false);
  await page.unroute('**/articles/first.json');
  // In the body it comes behind the script that has asked for the default article.
  await page.route('**/index.html', async (route) => {
    const answer = await route.fetch();
    const carried = '<script type="application/json" id="article">{"format": "article-viewer/1", "headline": "Carried", "body": ["One."]}</script>';
    await route.fulfill({ response: answer, body: (await answer.text()).replace('<body>', `<body>${carried}`) });
  });
  await page.goto(`${reader.origin}/index.html`);
  expect(await isThere()).toBe(false);
  await page.unroute('**/index.html');
  await serve(page, { ...PLAIN, lead: { type: 'video', src: '/film.mp4' } });
  await reader.open('articles/first.json');
  expect(await isThere()).toBe(false);
  // Of an article that is not plain, the picture would come behind the program.
  await page.waitForTimeout(600);
  expect(asked.filter((url) => url.includes('1200x800') || url.includes('film'))).toEqual([]);
  letGo();
  await reader.expectState('ready');
});

test('an article that is not kept is let go, and its reader stays where the text is', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  const letGo = await holdProgram(page);
  await serve(page, { ...PLAIN, body: Array(30).fill('One more paragraph of the same kind, which is long enough to fill a line or two.') });
  await reader.open('articles/first.json');
  await expect(reader.article).toHaveCount(1);
  await page.evaluate(() => {
    document.firstLook.script += ' ';
    document.querySelector('article').ofTheFirstLook = true;
    scrollTo(0, 400);
  });
  letGo();
  await reader.expectState('ready');
  expect(await page.evaluate(() => document.querySelector('article').ofTheFirstLook)).toBeUndefined();
  expect(await page.evaluate(() => scrollY)).toBe(400);
});

test('a first look has links that work, axe has nothing to say, and nothing moves when the program comes', async ({ reader, page }) => {
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  reader.expectNetworkErrors();
  const letGo = await holdProgram(page);
  await serve(page, PLAIN);
  await reader.open('articles/first.json');
  await expect(reader.article).toContainText('Nobody knows.');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.evaluate(() => {
    document.querySelector('.av-body a').focus({ preventScroll: true });
    getSelection().selectAllChildren(document.querySelector('.av-body .av-paragraph'));
    scrollTo(0, 300);
  });
  letGo();
  await reader.expectState('ready');
  // What its reader has begun to do goes on.
  expect(await page.evaluate(() => [scrollY, document.activeElement.textContent, String(getSelection())])).toEqual([300, 'a letter', 'Saltwick — The clock was built in 1904, and stopped in 2015.']);
  expect(await page.evaluate(() => window.shift)).toBe(0);
});

test('a picture that fails before the program is there leaves its alternative text', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  const letGo = await holdProgram(page);
  await serve(page, { ...PLAIN, lead: { ...PLAIN.lead, src: '/picture/missing.jpg', sources: undefined } });
  const failed = page.waitForResponse('**/picture/missing.jpg');
  await reader.open('articles/first.json');
  await failed;
  await expect(reader.article).toHaveCount(1);
  await page.waitForTimeout(200);
  letGo();
  await reader.expectState('ready');
  await expect(page.locator('.av-lead .av-picture__alt')).toHaveText('A brass clock on a wall');
});

test('a reload comes back to the place where it was', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await serve(page, PLAIN);
  await reader.open('articles/first.json');
  await reader.expectState('ready');
  await page.evaluate(() => scrollTo(0, 500));
  await expect.poll(() => page.evaluate(() => history.state?.place)).toBe(500);
  await page.reload();
  await reader.expectState('ready');
  expect(await page.evaluate(() => scrollY)).toBe(500);
});

test('an article stays when the program does not come', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  reader.excuse(/wasm|WebAssembly|fetch/i);
  await page.route('**/*.wasm', (route) => route.abort());
  await serve(page, PLAIN);
  await reader.open('articles/first.json');
  await reader.expectFailed('could not be downloaded');
  await expect(reader.article).toContainText('Nobody knows.');
});

test('an article that comes after the program has failed to is shown below the alert', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  reader.excuse(/wasm|WebAssembly|fetch/i);
  await page.route('**/*.wasm', (route) => route.abort());
  let answer;
  const asked = new Promise((go) => (answer = go));
  await page.route('**/articles/first.json', async (route) => {
    await asked;
    await route.fulfill({ contentType: 'application/json', body: JSON.stringify(PLAIN) });
  });
  await reader.open('articles/first.json');
  await reader.expectFailed('could not be downloaded');
  answer();
  await expect(reader.article).toContainText('Nobody knows.');
  await reader.expectFailed('could not be downloaded');
});

test('without the module of the first look everything is as ever', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await page.route('**/article-viewer_first*.js', (route) => route.abort());
  await reader.open('/made/good.json');
  await reader.expectReady('Good article 1');
  await expect(reader.article).toContainText(LAST_WORDS);
});

test('a module of the first look that never comes holds nothing', async ({ reader, page }) => {
  await page.route('**/article-viewer_first*.js', () => {});
  await reader.open('/made/good.json');
  await reader.expectReady('Good article 1');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

/** The names of the files that a visit asks for, in their order, without what is in them for the browser's cache. */
function listRequests(page) {
  const names = [];
  page.on('request', (request) => names.push(new URL(request.url()).pathname.split('/').at(-1).replace(/-[0-9a-f]{16}/, '')));
  return names;
}

test('the lead image of a plain article goes before the program on the line', async ({ reader, page }) => {
  await page.route('**/1200x800.png', async (route) => {
    await new Promise((late) => setTimeout(late, 1000));
    await route.continue();
  });
  await serve(page, { ...PLAIN, lead: { ...PLAIN.lead, sources: undefined } });
  await reader.open('articles/first.json');
  await reader.expectState('ready');
  const asked = (what) => page.evaluate((what) => performance.getEntriesByType('resource').find(({ name }) => name.includes(what))?.startTime, what);
  await expect.poll(() => asked('1200x800'), 'the picture comes at last').toBeGreaterThan(0);
  const gap = (await asked('_bg')) - (await asked('1200x800'));
  expect(gap, 'it has the line for itself').toBeGreaterThan(140);
  expect(gap, 'but not until it comes').toBeLessThan(1000);
});

test('with blocks that few articles have, the program and what they need go before the lead image', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  const names = listRequests(page);
  const letGo = await holdProgram(page);
  await serve(page, { ...PLAIN, lead: { ...PLAIN.lead, sources: undefined }, body: [...PLAIN.body, { type: 'table', rows: [['High water', '08:14']] }] });
  await reader.open('articles/first.json');
  // The program cannot have asked for them: it is held back.
  await expect.poll(() => names).toContain('article-viewer_blocks.wasm');
  await expect.poll(() => names, 'nor for the picture').toContain('1200x800.png');
  for (const name of ['article-viewer_bg.wasm', 'article-viewer_blocks.wasm']) {
    expect(names.indexOf('1200x800.png'), names.join(' ')).toBeGreaterThan(names.indexOf(name));
  }
  letGo();
  await reader.expectState('ready');
  await expect(reader.article).toContainText('High water');
});

const SENTENCE = 'The clock was built in 1904, and stopped in 2015, and nobody on the quay knew what time it was. ';
const prose = (count, text = SENTENCE.repeat(4)) => Array.from({ length: count }, (_, number) => `${number}. ${text}`);
const beside = { type: 'image', src: '/picture/80x60.png', width: 80, height: 60, display: 'supporting' };
const heading = { type: 'heading', text: 'And now' };

// Where a text begins to wait is decided twice: in src/view/body.rs and in src/first/article.js.
for (const [what, body, counts] of [
  ['of twenty paragraphs', prose(20), [6, 14]],
  ['of eleven paragraphs', prose(11), [11]],
  ['with headings where it would be parted', prose(20).toSpliced(5, 0, heading, heading), [8, 14]],
  ['with a picture that words flow around', prose(20).toSpliced(4, 0, beside), [9, 12]],
  ['of headings', Array(20).fill(heading), [20]],
  ['with a picture behind its beginning', [...prose(10), { ...beside, display: 'inline' }, heading, ...prose(5)], [6, 11]],
  ['in wide letters', prose(14, '時計は一九〇四年に造られ、二〇一五年に止まった。🕰'), [6, 8]],
]) {
  test(`what is seen first of a text ${what} is laid out first`, async ({ reader, page }) => {
    reader.expectNetworkErrors();
    const letGo = await holdProgram(page);
    await serve(page, { ...PLAIN, dateline: undefined, body });
    await reader.open('articles/first.json');
    await expect(reader.article).toHaveCount(1);
    const slices = () => page.locator('.av-body').evaluateAll((all) => all.map((slice) => [slice.childElementCount, getComputedStyle(slice).contentVisibility]));
    expect(await slices()).toEqual(counts.map((count, place) => [count, place ? 'auto' : 'visible']));
    await page.evaluate(() => {
      window.first = document.querySelector('.av-screen');
    });
    letGo();
    await reader.expectState('ready');
    expect(await slices(), 'all is laid out').toEqual(counts.map((count) => [count, 'visible']));
    expect(await page.evaluate(() => window.first.isConnected), 'the program writes the same').toBe(true);
  });
}

test('a reader with a keyboard has the true height of a text before the program is there', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  const letGo = await holdProgram(page);
  await serve(page, { ...PLAIN, body: prose(20) });
  await reader.open('articles/first.json');
  await expect(reader.article).toHaveCount(1);
  const later = () => page.locator('[data-later]').evaluate((slice) => getComputedStyle(slice).contentVisibility);
  expect(await later()).toBe('auto');
  await page.keyboard.press('Tab');
  expect(await later()).toBe('visible');
  letGo();
  await reader.expectState('ready');
});
