// Pages of other people with articles in them, as they are in examples/embed: each shows its article, and page and article
// leave each other alone.

import AxeBuilder from '@axe-core/playwright';

import { expect, test } from './reader.mjs';

const PLAIN = ['plain', 'strict', 'themed', 'first', 'last', 'rtl'];
const APPLICATIONS = ['react', 'vue', 'svelte'];
/** What frameworks leave on a page. */
const LEFT = { react: /^document\._react/, vue: /^__VUE/, svelte: /^__svelte/ };
const SHOTS = 'target/e2e-examples';

/** Before anything of the page runs: what it may not gain by the article. */
function keepBooks() {
  const named = () => new Set([...Object.getOwnPropertyNames(window), ...Object.getOwnPropertyNames(document).map((name) => `document.${name}`)]);
  window.books = { before: named(), named, listeners: [] };
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...more) {
    // Those of the test's own tools and of frameworks come from elsewhere.
    if ((!this || this === window || this === document) && /\/(dist|article-viewer)\//.test(new Error().stack)) books.listeners.push(type);
    return add.call(this, type, ...more);
  };
}

/** By these the files of the program speak to each other. */
const OURS = ['article-viewer-panic', 'article-viewer-parser'];

/** What the page has beside its article: `known` are names that its own scripts leave. */
async function expectNothingLeaked(page, known = /^$/) {
  const gained = await page.evaluate(() => [...books.named()].filter((name) => !books.before.has(name) && name !== 'books' && !/^\d+$/.test(name)));
  expect(gained.filter((name) => !known.test(name)), 'no name is left on window or document').toEqual([]);
  const heard = await page.evaluate(() => books.listeners);
  expect(heard.filter((type) => !['scroll', ...OURS].includes(type)), 'nothing that the reader does on the page is listened to, but that it is scrolled').toEqual([]);
  const facts = await page.evaluate(() => ({ adopted: document.adoptedStyleSheets.length, styled: document.querySelectorAll('article-viewer[style], article-viewer[class]').length }));
  expect(facts).toEqual({ adopted: 0, styled: 0 });
}

async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
}

/** What of a page can be found from the outside; a theme may be one that the page's own script has set. */
const outline = (page) =>
  page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    sheets: document.styleSheets.length,
    links: document.querySelectorAll('a').length,
    attributes: [...document.querySelectorAll('article-viewer')].map((element) => element.getAttributeNames().filter((name) => name !== 'theme').join()),
  }));

const shown = (page, place = 0) => page.locator('article-viewer').nth(place);

async function open(reader, page, name) {
  await page.goto(`${reader.origin}/examples/embed/${name}`);
  await expect(shown(page).locator('article'), 'the article is there').toBeVisible();
}

/** What the page sees of itself, which must be the same with and without an article. */
const looksOfPage = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body, header, main, h1, main > p')].map((element) => {
      const style = getComputedStyle(element);
      return [element.localName, style.fontFamily, style.fontSize, style.color, style.lineHeight, style.letterSpacing, style.textTransform].join(' ');
    }),
  );

for (const name of PLAIN) {
  test(`${name}: the article is read, and nothing leaks`, async ({ reader, page }) => {
    await page.addInitScript(keepBooks);
    await page.route('**/article-viewer.js', (route) => route.abort());
    reader.expectNetworkErrors();
    await page.goto(`${reader.origin}/examples/embed/${name}.html`);
    const before = [await looksOfPage(page), await outline(page)];
    await page.unroute('**/article-viewer.js');
    await open(reader, page, `${name}.html`);
    expect([await looksOfPage(page), await outline(page)], 'the page looks and is as without it').toEqual(before);
    await expect(shown(page).locator('h2').first()).toBeVisible();
    await expectNothingLeaked(page);
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/${name}.png` });
  });
}

test('themed: what the page lays above everything stays above the article, and its listeners see the element alone', async ({ reader, page }) => {
  await open(reader, page, 'themed.html');
  const seen = await page.evaluate(() => {
    const element = document.querySelector('article-viewer');
    scrollTo({ top: element.getBoundingClientRect().top + scrollY + 200, behavior: 'instant' });
    const band = document.querySelector('.site-header').getBoundingClientRect();
    const above = document.elementFromPoint(band.left + band.width / 2, band.top + band.height / 2);
    const targets = [];
    document.addEventListener('click', ({ target }) => targets.push(target.localName));
    element.shadowRoot.querySelector('.av-headline').click();
    return [Boolean(above.closest('.site-header')), targets];
  });
  expect(seen).toEqual([true, ['article-viewer']]);
});

test('themed: the article looks as on a page without a theme', async ({ reader, page }) => {
  const looks = () =>
    shown(page).evaluate((element) => {
      const facts = (selector) => {
        const style = getComputedStyle(element.shadowRoot.querySelector(selector));
        return [style.fontFamily, style.fontSize, style.lineHeight, style.letterSpacing, style.textTransform, style.textAlign, style.color];
      };
      return [facts('.av-headline'), facts('.av-paragraph')];
    });
  const width = (pixels) => shown(page).evaluate((element, pixels) => (element.style.width = `${pixels}px`), pixels);
  await open(reader, page, 'plain.html');
  await width(600);
  const plain = await looks();
  await open(reader, page, 'themed.html');
  await width(600);
  expect(await looks()).toEqual(plain);
});

test('rtl: the article runs from right to left, and so does its interface', async ({ reader, page }) => {
  await open(reader, page, 'rtl.html');
  expect(await shown(page).locator('article').evaluate((article) => getComputedStyle(article).direction)).toBe('rtl');
  await expect(shown(page)).toContainText('عادت العبّارة');
});

test('last: what was set before the class was there counts', async ({ reader, page }) => {
  await open(reader, page, 'last.html');
  expect(await shown(page).evaluate((element) => [element.theme, Object.hasOwn(element, 'theme')])).toEqual(['sepia', false]);
});

test('many: fifty elements share one program, one sheet and one request', async ({ reader, page }) => {
  await page.addInitScript(keepBooks);
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${reader.origin}/examples/embed/many.html`);
  const viewers = page.locator('article-viewer');
  await expect(viewers).toHaveCount(50);
  await viewers.evaluateAll((elements) => elements.forEach((element) => (element.loading = 'eager')));
  await expect.poll(() => viewers.evaluateAll((elements) => elements.filter(({ loaded }) => loaded).length), { timeout: 40_000 }).toBe(50);
  const count = (pattern) => asked.filter((path) => pattern.test(path)).length;
  expect(count(/_bg-\w+\.wasm$/)).toBe(1);
  expect(count(/article-viewer-\w+\.css$/)).toBe(1);
  expect(count(/default\.json$/)).toBe(1);
  const shared = await viewers.evaluateAll(([first, ...rest]) => rest.every((element) => element.shadowRoot.adoptedStyleSheets.every((sheet, place) => sheet === first.shadowRoot.adoptedStyleSheets[place])));
  expect(shared, 'one sheet for all').toBe(true);
  await expectNothingLeaked(page);
  await expectAccessible(page);
  // Where one ends and the next begins.
  await viewers.nth(1).evaluate((element) => window.scrollTo({ top: element.getBoundingClientRect().top + scrollY - 400, behavior: 'instant' }));
  await page.screenshot({ path: `${SHOTS}/many.png` });
});

/**
 * Opens a page with an element and a line below it, and says how far anything on it moved until the element was at rest.
 * The script and the article are held back, so that what stands there before each of them has been painted.
 */
async function movedOn(reader, page, { style = '', src = '/dist/articles/default.json', fallback = '' }, isAtRest) {
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // A child that goes into a slot is new to the browser's own measure, so its place is compared as well.
  const places = () => page.evaluate(() => [...document.querySelectorAll('article-viewer > p, body > p')].map((line) => line.getBoundingClientRect().top));
  const seen = {};
  for (const [name, address] of [['asleep', '/dist/article-viewer.js'], ['awake', src]]) {
    await page.route(`**${address}`, async (route) => {
      await expect(page.getByText('Below')).toBeAttached();
      await page.waitForTimeout(300);
      seen[name] = await places();
      await route.continue();
    });
  }
  const element = `<article-viewer src="${src}" loading="eager" heading-level="2">${fallback}</article-viewer>`;
  await page.goto(`${reader.origin}/outer?html=${encodeURIComponent(`<!doctype html><html lang="en"><title>Outer</title><link rel="icon" href="data:,"><style>${style}</style><h1>Outer</h1>${element}<p>Below</p><script type="module" src="/dist/article-viewer.js"></script>`)}`);
  await isAtRest();
  await page.waitForTimeout(500);
  expect(seen.awake, 'the element wakes and moves nothing').toEqual(seen.asleep);
  return page.evaluate(() => moved);
}

const LINE = '<p>The ferry is back.</p>';
const isThere = (page) => () => expect(shown(page).locator('article')).toBeVisible();

test('with a height that is known in advance, nothing of the page moves', async ({ reader, page }) => {
  const style = 'article-viewer { display: block; block-size: 60rem; overflow: auto }';
  expect(await movedOn(reader, page, { style }, isThere(page))).toBe(0);
});

test('with a fallback as high as the window and no height, nothing of the page moves', async ({ reader, page }) => {
  expect(await movedOn(reader, page, { fallback: LINE.repeat(60) }, isThere(page))).toBe(0);
});

// It says so in docs/embedding.md; and were nothing seen to move here, the two before would prove nothing.
test('with a fallback of one line and no height, what stands below moves once', async ({ reader, page }) => {
  expect(await movedOn(reader, page, { fallback: LINE }, isThere(page))).toBeGreaterThan(0);
});

test('with a fallback and an article that does not come, nothing of the page moves', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  const failed = () => expect.poll(() => shown(page).evaluate(({ status }) => status)).toBe('error');
  expect(await movedOn(reader, page, { src: '/made/no-such-article.json', fallback: LINE }, failed)).toBe(0);
  await expect(page.getByText('The ferry is back.')).toBeVisible();
});

test('what an article paints stays in its box, whether it came or not', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  const contained = (selector) => shown(page).evaluate((element, selector) => getComputedStyle(selector ? element.shadowRoot.querySelector(selector) : element).contain, selector);
  await open(reader, page, 'plain.html');
  expect(await contained()).toBe('paint');
  await shown(page).evaluate((element) => {
    element.replaceChildren();
    element.src = '/made/no-such-article.json';
  });
  await expect(shown(page).locator('.av-problem')).toBeVisible();
  expect(await contained('.av-page:has(.av-problem)')).toBe('paint');
});

for (const name of APPLICATIONS) {
  test(`${name}: properties, events and slots, from the packed package`, async ({ reader, page }) => {
    await page.addInitScript(keepBooks);
    await open(reader, page, `${name}/index.html`);
    await expectNothingLeaked(page, LEFT[name]);
    await expect(shown(page).locator('h2').first()).toHaveText('The ferry is back');
    await expect(page.locator('#loaded')).toHaveText('The ferry is back');
    await page.getByRole('button', { name: 'Change the theme' }).click();
    await expect.poll(() => shown(page).evaluate(({ theme }) => theme)).toBe('sepia');
    await shown(page).getByRole('link', { name: 'the company' }).click();
    expect(page.url(), 'the application keeps its reader').toContain(`/examples/embed/${name}/`);
    await expectAccessible(page);
    await page.screenshot({ path: `${SHOTS}/${name}.png` });
  });
}

test('frame: the example across two origins', async ({ reader, page }) => {
  await page.goto(`${reader.origin}/examples/embed/frame.html`);
  const root = page.frameLocator('iframe').locator('#article-viewer');
  await expect(root).toHaveAttribute('data-article-state', 'ready');
  await expect
    .poll(async () => (await page.locator('iframe').evaluate((frame) => frame.clientHeight)) - (await root.evaluate((root) => Math.ceil(root.getBoundingClientRect().height))))
    .toBe(0);
  await expectAccessible(page);
  await page.screenshot({ path: `${SHOTS}/frame.png`, fullPage: true });
});

test('the demo page tries attributes and custom properties, and gives the tag', async ({ reader, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: reader.origin });
  await page.goto(`${reader.origin}/embed-demo.html`);
  await expect(shown(page).locator('article')).toBeVisible();
  await page.getByLabel('theme').selectOption('dark');
  await page.getByLabel('--article-accent').fill('#9b2226');
  await page.getByLabel('--article-accent').blur();
  const code = await page.getByLabel('The tag').inputValue();
  expect(code).toContain('theme="dark"');
  expect(code).toContain('--article-accent: #9b2226;');
  expect(await shown(page).evaluate(({ theme }) => theme)).toBe('dark');
  await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
  await expect(page.locator('#said')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await expectAccessible(page);
  // Every attribute that the element knows can be tried.
  const missing = await page.evaluate(() => customElements.get('article-viewer').observedAttributes.filter((name) => !document.getElementById(`choice-${name}`)));
  expect(missing).toEqual([]);
  // And every event and custom property of the contract.
  const contract = await import('../../tools/package/contract.mjs');
  const demo = await (await fetch(`${reader.origin}/embed-demo.js`)).text();
  for (const [name] of [...contract.events, ...contract.cssProperties]) expect(demo).toContain(`${name}`);
  await expect(page.locator('#heard li', { hasText: /^load:/ })).not.toHaveCount(0);
  await expect(page.locator('#heard li', { hasText: /^progress:/ })).not.toHaveCount(0);
  await page.screenshot({ path: `${SHOTS}/demo.png` });
});

test('the contract of the package is that of the element', async ({ reader, page }) => {
  const contract = await import('../../tools/package/contract.mjs');
  await open(reader, page, 'plain.html');
  const element = await page.evaluate(() => {
    const { prototype, observedAttributes } = customElements.get('article-viewer');
    const members = Object.getOwnPropertyNames(prototype).filter((name) => !/Callback$|^constructor$/.test(name));
    const isMethod = (name) => typeof Object.getOwnPropertyDescriptor(prototype, name).value === 'function';
    const isWritable = (name) => Boolean(Object.getOwnPropertyDescriptor(prototype, name).set);
    return {
      attributes: observedAttributes,
      properties: members.filter((name) => !isMethod(name) && isWritable(name)),
      readOnly: members.filter((name) => !isMethod(name) && !isWritable(name)),
      methods: members.filter(isMethod),
      slots: [...document.querySelector('article-viewer').shadowRoot.querySelectorAll('slot')].map(({ name }) => name),
    };
  });
  const names = (rows, column = 0) => rows.map((row) => row[column]?.split('(')[0]).filter((name) => name !== undefined && name !== null).sort();
  expect(names(contract.attributes)).toEqual(element.attributes.sort());
  expect(names(contract.attributes, 1)).toEqual(element.properties.sort());
  expect(names(contract.readOnly)).toEqual(element.readOnly.sort());
  expect(names(contract.methods)).toEqual(element.methods.sort());
  expect(names(contract.slots)).toEqual(element.slots.sort());
});

test('the functions beside the element: parse, detect, validate, render', async ({ reader, page }) => {
  await page.goto(`${reader.origin}/outer?html=${encodeURIComponent('<!doctype html><html lang="en"><title>Outer</title><link rel="icon" href="data:,"><main></main>')}`);
  const found = await page.evaluate(async () => {
    const { parse, detect, validate, render } = await import('/dist/article-viewer.js');
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Feed', items: [{ id: '1', title: 'Rain', content_html: '<p>It <em>rained</em>.</p>' }] };
    const article = { format: 'article-viewer/1', headline: 'Snow', body: ['It snowed.', { type: 'image' }] };
    const parsed = await parse(feed);
    const [note, ...more] = (await parse(article)).notes;
    const failed = await parse('<p>no json').catch(({ type }) => type);
    const names = [await detect(feed), await detect(article), await detect({ nothing: 1 })];
    const report = await validate(article);
    const main = document.querySelector('main');
    const handle = render(main, article, { headingLevel: 3 });
    await handle.ready;
    const heading = () => main.firstChild.shadowRoot.querySelector('.av-headline')?.outerHTML.replace(/ [^>]*/, '');
    const first = heading();
    await handle.update({ ...article, headline: 'Hail' });
    const second = heading();
    handle.unmount();
    return { headline: parsed.article.headline, notes: parsed.notes, note: [note.path, note.line, typeof note.sentence, more.length], failed, names, report: typeof report, places: JSON.stringify(report).includes('$.body[1]'), first, second, left: main.childNodes.length };
  });
  expect(found).toEqual({ headline: 'Rain', notes: [], note: ['$.body[1].src', 1, 'string', 0], failed: 'html', names: ['json-feed', 'native', null], report: 'object', places: true, first: '<h3>Snow</h3>', second: '<h3>Hail</h3>', left: 0 });
});
