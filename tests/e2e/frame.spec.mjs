// An article in a frame on somebody else's page: the two sides, what they believe, and what they do not.

import AxeBuilder from '@axe-core/playwright';

import { expect, test } from './reader.mjs';

const outerAddress = (reader, html) => `${reader.origin}/outer?html=${encodeURIComponent(html)}`;

/** Opens a page of the first origin with a frame of the second; `frame` are further attributes of it. */
async function openOuter(reader, page, { src = '/made/good.json', frame = '', embed = '/embed.html', query = '', before = '', after = '', head = '', script = 'async' } = {}) {
  const address = `${reader.other}${embed}?src=${encodeURIComponent(src)}${query}`;
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Outer</title>
    <style>body { margin: 0 } iframe { display: block; border: 0; width: 100% }</style>${head}
    <script>heard = []; addEventListener("message", ({ data }) => heard.push(data));
    for (const type of ["ready", "resize", "link", "error"]) addEventListener("article-" + type, (event) => heard.push({ event: type, ...event.detail }));</script>
    ${before}<iframe data-article-viewer src="${address.replaceAll('&', '&amp;')}" height="300" ${frame}></iframe>${after}
    <script ${script} src="${reader.other}/article-frame.js"></script>`;
  await page.goto(outerAddress(reader, html));
  const inner = page.frameLocator('iframe[data-article-viewer]').first();
  return { inner, root: inner.locator('#article-viewer'), frame: page.locator('iframe[data-article-viewer]').first() };
}

const heightOf = (locator) => locator.evaluate((element) => Math.ceil(element.getBoundingClientRect().height));

async function expectFitted({ frame, root }) {
  await expect(root).toHaveAttribute('data-article-state', 'ready');
  await expect.poll(async () => (await heightOf(frame)) - (await heightOf(root)), 'the frame is as high as its article').toBe(0);
}

const heard = (page, test) => page.evaluate((source) => heard.filter((message) => message && new Function('message', `return ${source}`)(message)), test);

test('a frame shows the article alone, at its whole height, and is found in order by axe', async ({ reader, page }) => {
  const outer = await openOuter(reader, page, { frame: 'title="The tide clock"' });
  await expectFitted(outer);
  expect(await heightOf(outer.frame)).toBeGreaterThan(1500);
  await expect(outer.inner.locator('.av-masthead')).toBeHidden();
  await expect(outer.inner.locator('article')).toHaveCount(1);
  await expect(outer.inner.locator('.av-embed-code')).toHaveCount(0);
  expect(await heard(page, 'message.event === "ready"')).toEqual([{ event: 'ready', title: 'Good article 1: the tide clock runs again', language: 'en' }]);
  const { violations } = await new AxeBuilder({ page }).include('iframe').analyze();
  expect(violations).toEqual([]);
});

test('it shrinks as well as it grows, and comes to rest', async ({ reader, page }) => {
  const outer = await openOuter(reader, page);
  await expectFitted(outer);
  const wide = await heightOf(outer.frame);
  await page.setViewportSize({ width: 360, height: 700 });
  await expect.poll(() => heightOf(outer.frame)).toBeLessThan(wide);
  await expectFitted(outer);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(() => heightOf(outer.frame)).toBe(wide);
  await page.waitForTimeout(1000);
  const before = await page.evaluate(() => heard.length);
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => heard.length), 'nothing more is said').toBe(before);
  const heights = await heard(page, 'message.type === "resize"');
  for (const { height } of heights) expect(Number.isInteger(height)).toBe(true);
  for (const [at, { height }] of heights.entries()) expect(height).not.toBe(heights[at - 1]?.height);
});

test('the scripts may come in any order, and twice', async ({ reader, page }) => {
  const outer = await openOuter(reader, page, { script: 'type="text/plain"' });
  await expect(outer.root).toHaveAttribute('data-article-state', 'ready');
  expect(await heightOf(outer.frame), 'without the script the frame keeps its height').toBe(300);
  expect(await outer.inner.locator('html').evaluate((html) => getComputedStyle(html).overflowY), 'and scrolls').toBe('visible');
  const names = await page.evaluate(() => Object.keys(window).length);
  for (let times = 0; times < 2; times++) await page.addScriptTag({ url: `${reader.other}/article-frame.js` });
  await expectFitted(outer);
  expect(await page.evaluate(() => Object.keys(window).length), 'no global name is left behind').toBe(names);
  expect(new Set((await heard(page, 'message.type === "resize"')).map(({ id }) => id)).size).toBe(1);
});

test('nobody but the frame itself is believed, and of it only numbers within bounds', async ({ reader, page }) => {
  const outer = await openOuter(reader, page, { head: '<script>Object.defineProperty(navigator, "userActivation", { value: { isActive: false } })</script>', frame: 'data-min-height="200" data-max-height="3000"', after: '<iframe id="other" srcdoc="<p>Another"></iframe>' });
  await expect(outer.root).toHaveAttribute('data-article-state', 'ready');
  await expect.poll(() => heard(page, 'message.type === "resize"')).not.toEqual([]);
  const { id } = (await heard(page, 'message.type === "resize"'))[0];
  const settled = await heightOf(outer.frame);
  const forge = { sentinel: 'article-viewer', v: 1, id, type: 'resize', height: 77 };
  const frame = page.frames().find((frame) => frame.url().startsWith(reader.other));
  // From the page itself and from another window in it.
  await page.evaluate((message) => postMessage(message, '*'), forge);
  await page.frames().find((frame) => frame.url() === 'about:srcdoc').evaluate((message) => parent.postMessage(message, '*'), forge);
  // From the right window: another name, another version, no number, a number without an end, nothing at all.
  for (const wrong of [{ ...forge, id: 'x' }, { ...forge, v: 2 }, { ...forge, sentinel: '' }, { ...forge, height: '77' }, { ...forge, height: NaN }, { ...forge, height: -1 }, { ...forge, height: 7.5 }, { ...forge, height: Infinity }, { ...forge, type: 'link', href: 'javascript:heard.push(1)' }, { ...forge, type: 'link', href: 7 }, { ...forge, type: 'link', href: 'https://elsewhere.example/' }, { ...forge, type: 'scroll-to', top: 1e9 }, null, 'resize']) {
    await frame.evaluate((message) => parent.postMessage(message, '*'), wrong);
  }
  await page.waitForTimeout(300);
  expect(await heightOf(outer.frame)).toBe(settled);
  expect(page.url(), 'without the reader no message leads away').toContain(`${reader.origin}/outer?`);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  // What is a number is clamped.
  await frame.evaluate((message) => parent.postMessage(message, '*'), { ...forge, height: 1 });
  await expect.poll(() => heard(page, 'message.event === "resize" && message.height === 200')).not.toEqual([]);
  await frame.evaluate((message) => parent.postMessage(message, '*'), { ...forge, height: 9_999_999 });
  await expect.poll(() => heightOf(outer.frame)).toBe(3000);
  await expect.poll(() => outer.inner.locator('html').getAttribute('data-led'), 'the frame scrolls what does not fit').toBe(null);
});

test('a frame that grows because it grew is stopped', async ({ reader, page }) => {
  reader.excuse(/./);
  const outer = await openOuter(reader, page);
  await expectFitted(outer);
  const { id } = (await heard(page, 'message.type === "resize"'))[0];
  const frame = page.frames().find((frame) => frame.url().startsWith(reader.other));
  const start = await heightOf(outer.frame);
  await frame.evaluate(async ([id, start]) => {
    for (let step = 1; step <= 200; step++) {
      parent.postMessage({ sentinel: 'article-viewer', v: 1, id, type: 'resize', height: start + step * 10 }, '*');
      await new Promise((done) => setTimeout(done, 2));
    }
  }, [id, start]);
  expect(await heightOf(outer.frame)).toBeLessThan(start + 400);
});

test('a frame speaks to those alone that its page allows, and believes only its parent', async ({ reader, page }) => {
  const outer = await openOuter(reader, page, { embed: `/parents/${encodeURIComponent('https://news.example')}/embed.html` });
  await expect(outer.root).toHaveAttribute('data-article-state', 'ready');
  await page.waitForTimeout(500);
  const messages = await heard(page, 'message.sentinel');
  expect(messages.length, 'it says that it can hear').toBeGreaterThan(0);
  for (const message of messages) expect(message).toEqual({ sentinel: 'article-viewer', v: 1, id: '', type: 'ready' });
  expect(await heightOf(outer.frame)).toBe(300);

  const open = await openOuter(reader, page, { after: '<iframe id="other" srcdoc="<p>Another"></iframe>' });
  await expect.poll(() => heightOf(open.frame)).toBeGreaterThan(1500);
  await page.frames().find((frame) => frame.url() === 'about:srcdoc').evaluate(() => parent.frames[0].postMessage({ sentinel: 'article-viewer', v: 1, id: 'mine', type: 'set', theme: 'sepia' }, '*'));
  await page.waitForTimeout(200);
  await expect(open.inner.locator('#article-viewer')).not.toHaveAttribute('data-theme');
});

test('a link leads the outer page on, unless that decides otherwise', async ({ reader, page }) => {
  const outer = await openOuter(reader, page);
  await expectFitted(outer);
  await page.evaluate(() => addEventListener('article-link', (event) => event.preventDefault(), { once: true }));
  const link = outer.inner.getByRole('link', { name: 'this paper reported' });
  await link.click();
  await expect.poll(() => heard(page, 'message.event === "link"')).toEqual([{ event: 'link', href: 'https://ledger.example/ines' }]);
  expect(page.url()).toContain(`${reader.origin}/outer?`);
  expect(await link.getAttribute('rel')).toContain('noopener');
  await page.route('https://ledger.example/ines', (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,"><title>There</title>' }));
  await link.click();
  await expect(page).toHaveURL('https://ledger.example/ines');
});

test('without the outer script a link leads the outer page on as well', async ({ reader, page }) => {
  const outer = await openOuter(reader, page, { script: 'type="text/plain"' });
  await expect(outer.root).toHaveAttribute('data-article-state', 'ready');
  await page.route('https://ledger.example/ines', (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,"><title>There</title>' }));
  await outer.inner.getByRole('link', { name: 'this paper reported' }).click();
  await expect(page).toHaveURL('https://ledger.example/ines');
});

test('a jump within the article scrolls the outer page', async ({ reader, page }) => {
  const body = Array(60).fill('A paragraph that only takes room, and says so, at some length, to be long.');
  await page.route('**/jump.json', (route) => route.fulfill({ json: { format: 'article-viewer/1', headline: 'Jump', body: [['Here', { type: 'note', ref: 'one' }], ...body, { type: 'footnotes', items: [{ id: 'one', text: 'There it is.' }] }] } }));
  const outer = await openOuter(reader, page, { src: '/jump.json', before: '<div style="height: 500px"></div>' });
  await expectFitted(outer);
  await outer.inner.locator('a[href^="#"]').first().click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await expect(outer.inner.locator('.av-footnotes')).toBeInViewport();
});

test('theme and background are given by the address and by attributes, at once and later', async ({ reader, page }) => {
  const outer = await openOuter(reader, page, { query: '&theme=sepia' });
  await expect(outer.root).toHaveAttribute('data-theme', 'sepia');
  await expectFitted(outer);
  await outer.frame.evaluate((frame) => (frame.dataset.theme = 'dark'));
  await expect(outer.root).toHaveAttribute('data-theme', 'dark');
  await outer.frame.evaluate((frame) => (frame.dataset.theme = 'auto'));
  await expect(outer.root).not.toHaveAttribute('data-theme');
  await outer.frame.evaluate((frame) => (frame.dataset.background = 'transparent'));
  const ground = () => outer.root.evaluate((root) => getComputedStyle(root).backgroundColor);
  await expect.poll(ground).toBe('rgba(0, 0, 0, 0)');
  await outer.frame.evaluate((frame) => (frame.dataset.background = 'paper'));
  await expect.poll(ground).not.toBe('rgba(0, 0, 0, 0)');
});

test('a transparent frame shows the ground of the outer page, also at night', async ({ reader, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const outer = await openOuter(reader, page, { query: '&background=transparent', head: '<style>body { background: rgb(255, 230, 200) }</style>' });
  await expectFitted(outer);
  const shot = await page.screenshot({ clip: { x: 2, y: 20, width: 1, height: 1 } });
  const colour = await page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.drawImage(bitmap, 0, 0);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  }, [...shot]);
  expect(colour).toEqual([255, 230, 200, 255]);
});

test('an article that fails is told to the outer page, which may keep the height', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await openOuter(reader, page, { src: '/missing.json' });
  await expect.poll(() => heard(page, 'message.event === "error"')).toHaveLength(1);
  expect((await heard(page, 'message.event === "error"'))[0].message, 'the cause').toContain('no article at this address');

  const outer = await openOuter(reader, page, { head: '<script>addEventListener("article-resize", (event) => event.preventDefault())</script>' });
  await expect.poll(() => heard(page, 'message.event === "ready"')).toHaveLength(1);
  await page.waitForTimeout(200);
  expect(await heightOf(outer.frame), 'a page may refuse a height').toBe(300);
  await expect(outer.inner.locator('html'), 'and the frame scrolls').not.toHaveAttribute('data-led');
  await outer.inner.locator('.av-body > :last-child').first().scrollIntoViewIfNeeded();
  expect(await outer.inner.locator('html').evaluate((html) => html.scrollTop)).toBeGreaterThan(300);
});

test('a frame above the place that is read keeps its height until it is in view', async ({ reader, page }) => {
  const outer = await openOuter(reader, page, { frame: 'data-above="keep"', after: '<div style="height: 3000px"></div>' });
  await expectFitted(outer);
  const before = await heightOf(outer.frame);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.setViewportSize({ width: 500, height: 800 });
  await page.waitForTimeout(400);
  expect(await heightOf(outer.frame)).toBe(before);
  await page.evaluate(() => scrollTo(0, 0));
  await expectFitted(outer);
});

test('several frames on one page keep apart, and those out of sight have their heights too', async ({ reader, page }) => {
  const second = `<iframe data-article-viewer title="Second" src="${reader.other}/embed.html?src=/made/good.json%3Fn=2"></iframe>`;
  await openOuter(reader, page, { src: '/made/good.json?n=3', after: second });
  const frames = page.locator('iframe');
  await expect.poll(() => heightOf(frames.nth(1))).toBeGreaterThan(1500);
  const ids = new Set((await heard(page, 'message.id')).map(({ id }) => id));
  expect(ids.size).toBe(2);
});

test('the lines to embed an article are below it, and are those that work', async ({ reader, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: reader.origin });
  await reader.open('/made/good.json');
  await reader.expectReady();
  const panel = page.locator('.av-embed-code');
  await panel.locator('summary').click();
  const fields = panel.getByRole('textbox');
  await expect(fields).toHaveCount(2);
  expect(await fields.nth(0).inputValue()).toBe(
    `<article-viewer src="${reader.origin}/made/good.json"></article-viewer>\n<script type="module" src="${reader.origin}/article-viewer.js"></script>`,
  );
  await panel.getByRole('button', { name: 'Copy' }).nth(1).click();
  await expect(panel.getByRole('button', { name: 'Copied' })).toHaveCount(1);
  const code = await page.evaluate(() => navigator.clipboard.readText());
  const { violations } = await new AxeBuilder({ page }).include('.av-embed-code').analyze();
  expect(violations).toEqual([]);
  await page.goto(outerAddress(reader, `<!doctype html><link rel="icon" href="data:,"><title>Pasted</title>${code}`));
  await expect(page.locator('iframe')).toHaveAttribute('title', 'Good article 1: the tide clock runs again');
  await expect.poll(() => heightOf(page.locator('iframe'))).toBeGreaterThan(1500);
});

test('the lines are in the language of the reader', async ({ reader, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { get: () => ['de'] }));
  await reader.open('/made/good.json');
  await expect(page.locator('.av-embed-code summary')).toHaveText('Diesen Artikel einbetten');
});

test('an article of a list is read from its start', async ({ reader, page }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  const outer = await openOuter(reader, page, { src: '/articles/courier-feed.json', before: '<div style="height: 600px"></div>', after: '<div style="height: 3000px"></div>' });
  await expect(outer.root).toHaveAttribute('data-article-state', 'list');
  await expect.poll(() => heightOf(outer.frame)).toBeGreaterThan(700);
  const last = outer.inner.locator('.av-entry a').last();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect(outer.root).toHaveAttribute('data-article-state', 'ready');
  await expect.poll(() => outer.frame.evaluate((frame) => Math.round(frame.getBoundingClientRect().top))).toBe(0);
  await expect(outer.inner.locator('.av-headline')).toBeInViewport();
});

test('what is opened where its start is on the screen moves nothing', async ({ reader, page }) => {
  const outer = await openOuter(reader, page, { src: '/articles/courier-feed.json', before: '<div style="height: 200px"></div>', after: '<div style="height: 3000px"></div>' });
  await expect(outer.root).toHaveAttribute('data-article-state', 'list');
  await outer.inner.locator('.av-entry a').first().click();
  await expect(outer.root).toHaveAttribute('data-article-state', 'ready');
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('frames that come and go leave no listener behind', async ({ reader, page }) => {
  const count = '<script>listeners = 0; const add = MediaQueryList.prototype.addEventListener; MediaQueryList.prototype.addEventListener = function (...values) { listeners += 1; return add.apply(this, values); }</script>';
  await openOuter(reader, page, { head: count });
  await page.evaluate(async (src) => {
    for (let round = 0; round < 3; round += 1) {
      const frame = document.createElement('iframe');
      frame.dataset.articleViewer = '';
      frame.src = src;
      document.body.append(frame);
      await new Promise((done) => frame.addEventListener('article-ready', done));
      frame.remove();
    }
  }, `${reader.other}/embed.html?src=/made/good.json`);
  expect(await page.evaluate(() => listeners)).toBe(1);
});

test('a transparent frame follows the reader to the night', async ({ reader, page }) => {
  const outer = await openOuter(reader, page, { query: '&background=transparent', head: '<style>:root { color-scheme: light dark }</style>' });
  await expectFitted(outer);
  await expect(outer.inner.locator('html')).toHaveAttribute('data-scheme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(outer.inner.locator('html')).toHaveAttribute('data-scheme', 'dark');
});

test('a frame that grows by steps of two sizes is stopped too; one that grows because it becomes narrower is not', async ({ reader, page }) => {
  const inner = `<!doctype html><title>Inner</title><link rel="icon" href="data:,"><script>
    const say = (id, type, more) => parent.postMessage({ sentinel: "article-viewer", v: 1, id, type, ...more }, "*");
    addEventListener("message", async ({ data: { id } }) => {
      for (let step = 1, height = 1000; step <= 100; step++) {
        say(id, "resize", { height: (height += 10 + (step % 2)) });
        await new Promise((done) => setTimeout(done, 2));
      }
      say(id, "ready", { title: "Done" });
    }, { once: true });
    setTimeout(say, 300, "", "ready");</script>`;
  const heights = {};
  for (const narrows of [false, true]) {
    const narrow = narrows ? 'addEventListener("article-resize", ({ target }) => (target.style.width = target.clientWidth - 1 + "px"))' : '';
    const html = `<!doctype html><title>Outer</title><link rel="icon" href="data:,"><script>addEventListener("article-ready", () => (window.isDone = true));${narrow}</script>
      <iframe data-article-viewer src="${reader.other}/outer?html=${encodeURIComponent(inner).replaceAll("'", '%27')}" width="600" height="300"></iframe><script src="${reader.other}/article-frame.js"></script>`;
    await page.goto(outerAddress(reader, html));
    await page.waitForFunction(() => window.isDone);
    heights[narrows] = await page.locator('iframe').evaluate((frame) => frame.clientHeight);
  }
  expect(heights.false).toBeLessThan(1400);
  expect(heights.true).toBe(2050);
});

test('a frame that has gone elsewhere is told nothing, and believed no more', async ({ reader, page }) => {
  const outer = await openOuter(reader, page);
  await expectFitted(outer);
  const { id } = (await heard(page, 'message.type === "resize"'))[0];
  // The same window with the same name, but of another origin than the address that the page gave it.
  const forged = JSON.stringify({ sentinel: 'article-viewer', v: 1, id, type: 'resize', height: 77 });
  const there = `${reader.origin}/outer?html=${encodeURIComponent(`<!doctype html><title>There</title><link rel="icon" href="data:,"><script>parent.postMessage(${forged}, "*")</script>`)}`;
  const inside = page.frames().find((frame) => frame.url().startsWith(reader.other));
  await inside.evaluate((there) => (location.href = there), there);
  await expect.poll(() => heard(page, 'message.height === 77 && message.sentinel')).toHaveLength(1);
  await page.waitForTimeout(200);
  expect(await heightOf(outer.frame)).toBeGreaterThan(1500);
  // No origin at all: there is nobody to tell.
  await outer.frame.evaluate((frame) => {
    frame.src = 'about:blank';
    frame.dataset.theme = 'dark';
  });
  await page.waitForTimeout(200);
});

test('data-links=blank opens a tab of its own', async ({ reader, page, context }) => {
  const outer = await openOuter(reader, page, { frame: 'data-links="blank"' });
  await expectFitted(outer);
  await context.route('https://ledger.example/ines', (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,"><title>There</title>' }));
  const [tab] = await Promise.all([context.waitForEvent('page'), outer.inner.getByRole('link', { name: 'this paper reported' }).click()]);
  await expect(tab).toHaveURL('https://ledger.example/ines');
  expect(page.url()).toContain(`${reader.origin}/outer?`);
  expect(await tab.evaluate(() => opener)).toBe(null);
});

test('the tag from the page works where it is pasted', async ({ reader, page }) => {
  await reader.open('/made/good.json');
  await reader.expectReady();
  await page.locator('.av-embed-code summary').click();
  const code = await page.locator('.av-embed-code').getByRole('textbox').first().inputValue();
  await page.goto(outerAddress(reader, `<!doctype html><link rel="icon" href="data:,"><title>Pasted</title>${code}`));
  await expect(page.locator('article-viewer .av-headline')).toHaveText('Good article 1: the tide clock runs again');
});
