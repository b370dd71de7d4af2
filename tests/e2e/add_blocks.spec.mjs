// Blocks that come to an article which is on the screen, as those of a live blog do: nothing else is built again.

import { expect, test } from './reader.mjs';
import { RAIN, host, settle, showing, viewer } from './host.mjs';

const post = (number, more = {}) => ({ type: 'post', id: `p${number}`, title: `Post ${number}`, published: `2026-01-02T10:${String(number % 60).padStart(2, '0')}:00Z`, blocks: [`What happened at ${number}.`], ...more });
/** A live blog, the newest post first. */
const blog = (count, more = []) => ({ ...RAIN, headline: 'Live', live: 'live', body: [...more, ...Array.from({ length: count }, (_, place) => post(count - place))] });

/** The titles of the posts as they stand on the screen. */
const titles = (page) => page.locator('article-viewer .av-post__title').allTextContents();

/** Adds blocks and gives how many nodes came and went. */
const adding = (page, blocks, place) =>
  viewer(page, async (element, [blocks, place]) => {
    const records = [];
    const observer = new MutationObserver((more) => records.push(...more));
    observer.observe(element.shadowRoot, { childList: true, subtree: true });
    await element.addBlocks(blocks, place);
    await new Promise((done) => setTimeout(done));
    const count = (name) => records.reduce((sum, record) => sum + record[name].length, 0);
    return { added: count('addedNodes'), removed: count('removedNodes') };
  }, [blocks, place]);

for (const place of ['start', 'end']) {
  test(`at the ${place}, a post costs as much with a thousand posts as with ten, and is where it belongs`, async ({ reader, page }) => {
    const costs = [];
    for (const count of [10, 1000]) {
      await showing(reader, blog(count));
      const before = await titles(page);
      costs.push(await adding(page, [post(2000)], place));
      const now = place === 'start' ? ['Post 2000', ...before] : [...before, 'Post 2000'];
      expect(await titles(page)).toEqual(now);
      const { ids, written } = await viewer(page, (element) => ({
        ids: element.article.body.map(({ id }) => id),
        written: [...element.toHTML().matchAll(/id="av-post-(p\d+)"/g)].map(([, id]) => id),
      }));
      expect(ids).toEqual(now.map((title) => title.replace('Post ', 'p')));
      expect(written).toEqual(ids);
      // What is drawn again has it too.
      await viewer(page, (element) => ((element.headingLevel = 2), element.updateComplete));
      expect(await titles(page)).toEqual(now);
    }
    expect(costs[0].added).toBeGreaterThan(0);
    expect(costs[1]).toEqual(costs[0]);
  });
}

test('posts that are added look as posts in a row do', async ({ reader, page }) => {
  /** Where each post begins below the first. */
  const places = () => viewer(page, (element) => {
    const tops = [...element.shadowRoot.querySelectorAll('.av-post')].map((post) => post.getBoundingClientRect().top);
    return tops.map((top) => Math.round(top - tops[0]));
  });
  const all = blog(130);
  await showing(reader, all);
  // All slices are laid out, so that none stands there with a height that is guessed.
  const layOut = () => viewer(page, (element) => element.shadowRoot.querySelectorAll('.av-body').forEach((slice) => slice.style.setProperty('content-visibility', 'visible')));
  await layOut();
  const wanted = await places();
  await showing(reader, { ...all, body: all.body.slice(3, -4) });
  await viewer(page, async (element, [first, last]) => {
    for (const block of first) await element.addBlocks([block], 'start');
    for (const block of last) await element.addBlocks(JSON.stringify([block]));
  }, [all.body.slice(0, 3).reverse(), all.body.slice(-4)]);
  await layOut();
  expect(wanted).toHaveLength(130);
  expect(await places()).toEqual(wanted);
});

for (const [browser, head] of [['which anchors', ''], ['which does not', '<style>html { overflow-anchor: none }</style><script>CSS.supports = () => false</script>']]) {
  test(`a post on top moves nothing that is being read further down, in a browser ${browser}`, async ({ reader, page }) => {
    await showing(reader, blog(100), { around: ['<p>Above</p>', '<p>Below</p>'], head, policy: '' });
    const target = page.locator('article-viewer #av-post-p60');
    await target.evaluate((post) => post.scrollIntoView({ block: 'center' }));
    await page.waitForTimeout(300);
    const top = () => target.evaluate((post) => Math.round(post.getBoundingClientRect().top));
    const before = await top();
    for (let number = 200; number < 205; number += 1) await viewer(page, (element, post) => element.addBlocks([post], 'start'), post(number));
    await page.waitForTimeout(300);
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
    expect((await titles(page))[0]).toBe('Post 204');
    // Who is at the top sees what is new.
    await page.evaluate(() => scrollTo(0, 0));
    await viewer(page, (element, post) => element.addBlocks([post], 'start'), post(300));
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
}

test('posts that are pinned stay on top, on the screen and when it is drawn again', async ({ reader, page }) => {
  await showing(reader, blog(5, [post(900, { pinned: true })]));
  await viewer(page, (element, posts) => element.addBlocks(posts, 'start'), [post(901), post(902, { pinned: true })]);
  const wanted = ['Post 902', 'Post 900', 'Post 901', 'Post 5', 'Post 4', 'Post 3', 'Post 2', 'Post 1'];
  expect(await titles(page)).toEqual(wanted);
  await viewer(page, (element) => ((element.headingLevel = 3), element.updateComplete));
  expect(await titles(page)).toEqual(wanted);
});

test('what stands above the posts stays there, unless it is no post that comes', async ({ reader, page }) => {
  await showing(reader, blog(3, [{ type: 'box', kind: 'summary', blocks: ['In short.'] }]));
  const order = () => viewer(page, (element) => [...element.shadowRoot.querySelectorAll('.av-body > *')].map((block) => block.querySelector('.av-post__title')?.textContent ?? block.textContent.replace(/.*In short.*/s, 'In short.')));
  await viewer(page, (element, post) => element.addBlocks([post], 'start'), post(9));
  await viewer(page, (element) => element.addBlocks(['Before all.'], 'start'));
  const wanted = ['Before all.', 'In short.', 'Post 9', 'Post 3', 'Post 2', 'Post 1'];
  expect(await order()).toEqual(wanted);
  await viewer(page, (element) => ((element.headingLevel = 2), element.updateComplete));
  expect(await order()).toEqual(wanted);
});

test('numbers of footnotes and anchors go on from where they are', async ({ reader, page }) => {
  const noted = (id) => [['Words', { type: 'note', ref: id }], { type: 'footnotes', items: [{ id, text: `Note ${id}.` }] }];
  await showing(reader, { ...RAIN, body: [...noted('a'), post(1)] });
  await viewer(page, async (element, [end, start, again]) => {
    await element.addBlocks(end);
    await element.addBlocks(start, 'start');
    await element.addBlocks(again);
  }, [noted('b'), noted('c'), [post(1, { title: 'The same again' })]]);
  const numbers = await viewer(page, (element) => {
    const all = (selector, read) => [...element.shadowRoot.querySelectorAll(selector)].map(read);
    const ids = all('[id]', ({ id }) => id);
    return [all('.av-note-ref a', ({ textContent }) => textContent), all('.av-footnotes__item', ({ value }) => value), ids.length === new Set(ids).size];
  });
  expect(numbers).toEqual([['3', '1', '2'], [3, 1, 2], true]);
});

test('what is added is clean, named, and asks before it plays', async ({ reader, page }) => {
  await showing(reader, RAIN, { attributes: 'loading="eager" embeds="never"' });
  await viewer(page, (element) => element.addBlocks(['  Two   spaces ', '', { type: 'paragraph', text: '\u200b' }, { type: 'embed', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: 'A film' }, { type: 'nonsense', text: 'Words' }]));
  await expect(page.locator('article-viewer .av-paragraph').nth(2)).toHaveText('Two spaces');
  await expect(page.locator('article-viewer .av-paragraph')).toHaveCount(3);
  await expect(page.locator('article-viewer .av-embed__link')).toBeVisible();
  await expect(page.locator('article-viewer [data-action=embed]')).toHaveCount(0);
  expect(await viewer(page, (element) => [...element.shadowRoot.querySelectorAll('.av-paragraph, .av-embed')].every(({ part }) => part.length))).toBe(true);
});

test('relative addresses are those of the article', async ({ reader, page }) => {
  await page.route('**/deep/rain.json', (route) => route.fulfill({ json: RAIN }));
  await host(reader, '<article-viewer loading="eager" src="/deep/rain.json"></article-viewer>');
  await settle(page);
  await viewer(page, (element) => element.addBlocks([['See ', { type: 'link', href: 'x.html', text: 'this' }]]));
  expect(await page.locator('article-viewer .av-body a').evaluate(({ href }) => href)).toBe(`${reader.origin}/deep/x.html`);
});

test('while the end is hidden still, what comes there is in the article alone', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager"></article-viewer>', { at: 'none' });
  await page.evaluate(async (data) => {
    globalThis.ArticleViewerElement = { defaults: { limits: { blocks: 50 } } };
    const element = document.querySelector('article-viewer');
    element.data = data;
    await import('/article-viewer.js');
    await element.updateComplete;
  }, blog(70));
  expect(await viewer(page, ({ article }) => article.body.length)).toBe(70);
  expect(await adding(page, [post(500)], 'end')).toEqual({ added: 0, removed: 0 });
  await adding(page, [post(600)], 'start');
  expect(await titles(page)).toHaveLength(51);
  expect(await viewer(page, (element) => [element.article.body.length, element.article.body.at(-1).id])).toEqual([72, 'p500']);
  await page.locator('article-viewer [data-action=more]').click();
  await expect.poll(() => titles(page)).toHaveLength(72);
  expect((await titles(page)).at(-1)).toBe('Post 500');
});

test('an article on its way gets its blocks when it is there; without one nothing happens, and no JSON is refused', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager"></article-viewer>');
  const seen = await viewer(page, async (element, [rain, list]) => {
    await customElements.whenDefined('article-viewer');
    await element.addBlocks(['Nowhere.']);
    const refused = await element.addBlocks('[').catch(({ name }) => name);
    element.data = rain;
    await element.addBlocks(['It stopped.']);
    const first = element.article.body.length;
    element.data = list;
    await element.updateComplete;
    await element.addBlocks(['Nowhere.']);
    return [refused, first, element.status, element.article];
  }, [RAIN, { version: 'https://jsonfeed.org/version/1.1', title: 'F', items: ['1', '2'].map((id) => ({ id, title: id, content_text: id })) }]);
  expect(seen).toEqual(['SyntaxError', 3, 'ready', null]);
});

test('views that do not come leave the article as it is', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await showing(reader, RAIN);
  await page.route(/article-viewer_blocks-\w+\.wasm/, (route) => route.abort());
  const seen = await viewer(page, async (element, posts) => {
    await element.addBlocks(posts);
    return [element.status, element.article.body.length];
  }, [post(1)]);
  expect(seen).toEqual(['ready', 2]);
});

test('what render() gives adds blocks too', async ({ reader, page }) => {
  await host(reader, '<main></main>');
  const count = await page.evaluate(async (rain) => {
    const { render } = await import('/article-viewer.js');
    const shown = render(document.querySelector('main'), rain);
    await shown.ready;
    await shown.addBlocks(['First.'], 'start');
    return [...shown.element.shadowRoot.querySelectorAll('.av-body > p')].map(({ textContent }) => textContent);
  }, RAIN);
  expect(count).toEqual(['First.', 'It rained.', 'It still does.']);
});
