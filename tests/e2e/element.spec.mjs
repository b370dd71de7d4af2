// `<article-viewer>` on a page of someone else: every row of its contract, under the strictest policy that it promises to work with.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import AxeBuilder from '@axe-core/playwright';

import { FEED, GOOD, POLICY, RAIN, UNPLAIN, headline, host, settle, showing, viewer } from './host.mjs';
import { expect, test } from './reader.mjs';

test('src: the article is shown in a shadow root, under a policy without inline anything, and the host grows no attribute', async ({ reader, page }) => {
  await host(reader, `<article-viewer src="${GOOD}"></article-viewer>`);
  await settle(page);
  await expect(headline(page)).toContainText('Good article 1');
  const facts = await viewer(page, (element) => ({
    mode: element.shadowRoot.mode,
    attributes: element.getAttributeNames(),
    children: element.childNodes.length,
    loaded: element.loaded,
    headline: element.article.headline,
    error: element.error,
    adopted: element.shadowRoot.adoptedStyleSheets.length > 1,
    styles: element.shadowRoot.querySelectorAll('style, link').length,
  }));
  expect(facts).toEqual({ mode: 'open', attributes: ['src'], children: 0, loaded: true, headline: expect.stringContaining('Good article 1'), error: null, adopted: true, styles: 0 });
});

test('attributes and properties are in step, and unknown values are the default', async ({ reader, page }) => {
  await host(reader, '<article-viewer></article-viewer>');
  await page.waitForFunction(() => customElements.get('article-viewer'));
  const got = await viewer(page, (element) => {
    const seen = {};
    const texts = { src: ['src', 'x.json'], format: ['format', 'ghost'], loading: ['loading', 'eager'], crossOrigin: ['crossorigin', 'use-credentials'], controlsList: ['controlslist', 'a b'], theme: ['theme', 'sepia'], embeds: ['embeds', 'never'], headingLevel: ['heading-level', 3], comments: ['comments', 'hidden'], uiLang: ['ui-lang', 'de'], item: ['item', '2'] };
    element.remove();
    for (const [property, [attribute, value]] of Object.entries(texts)) {
      const usual = element[property];
      element[property] = value;
      const shown = element.getAttribute(attribute);
      element.removeAttribute(attribute);
      const back = element[property];
      element.setAttribute(attribute, value);
      seen[property] = shown === String(value) && element[property] === value && back === usual ? 'in step' : [usual, shown, back, element[property]];
    }
    for (const [property, attribute] of [['controls', 'controls'], ['generateSchema', 'generate-schema']]) {
      const usual = element[property];
      element[property] = true;
      seen[property] = usual === false && element.getAttribute(attribute) === '' && element[property] === true ? 'in step' : 'not';
      element[property] = false;
      if (element.hasAttribute(attribute)) seen[property] = 'stays';
    }
    for (const name of ['loading', 'theme', 'embeds', 'comments', 'heading-level']) element.setAttribute(name, 'nonsense');
    return { seen, usual: [element.loading, element.theme, element.embeds, element.comments, element.headingLevel] };
  });
  expect(new Set(Object.values(got.seen)), JSON.stringify(got.seen)).toEqual(new Set(['in step']));
  expect(got.usual).toEqual(['auto', 'auto', 'click', 'auto', 1]);
});

test('a property that was set before the class was there is taken over', async ({ reader, page }) => {
  await host(reader, '<article-viewer></article-viewer>', { at: 'none' });
  await page.evaluate(async (rain) => {
    const element = document.querySelector('article-viewer');
    element.data = rain;
    element.headingLevel = 4;
    await import('/article-viewer.js');
  }, RAIN);
  await settle(page);
  await expect(page.locator('article-viewer h4.av-headline')).toHaveText('Rain');
});

for (const [kind, make] of Object.entries({
  'an object': (rain) => rain,
  JSON: (rain) => JSON.stringify(rain),
  'a Blob': (rain) => new Blob([JSON.stringify(rain)]),
  'a Response': (rain) => new Response(JSON.stringify(rain)),
})) {
  test(`data may be ${kind}, and goes before src`, async ({ reader, page }) => {
    await host(reader, `<article-viewer src="${GOOD}"></article-viewer>`);
    await settle(page);
    await page.evaluate(`document.querySelector('article-viewer').data = (${make})(${JSON.stringify(RAIN)})`);
    await expect(headline(page)).toHaveText('Rain');
    await viewer(page, (element) => (element.data = null));
    await expect(headline(page)).toContainText('Good article');
  });
}

test('a JSON child is an article, and another text of it is another', async ({ reader, page }) => {
  const script = (headline) => `<script type="application/json">${JSON.stringify({ ...RAIN, headline })}</script>`;
  await host(reader, `<article-viewer>${script('Child')}</article-viewer>`, { policy: '' });
  await settle(page);
  await expect(headline(page)).toHaveText('Child');
  await viewer(page, (element, text) => (element.firstElementChild.textContent = text), JSON.stringify({ ...RAIN, headline: 'Grown' }));
  await expect(headline(page)).toHaveText('Grown');
});

test('data of which no JSON can be written is an error with its cause', async ({ reader, page }) => {
  await host(reader, '<article-viewer><p>Fallback</p></article-viewer>');
  const types = await viewer(page, async (element) => {
    const seen = [];
    await customElements.whenDefined('article-viewer');
    element.addEventListener('error', ({ detail, bubbles }) => seen.push([detail.type, detail.cause instanceof Error, bubbles]));
    const round = {};
    round.round = round;
    let getters = 0;
    for (const data of [round, { n: 1n }, { get headline() { getters += 1; return 'Once'; }, format: 'article-viewer/1' }]) {
      element.data = data;
      await element.updateComplete;
    }
    return { seen, getters, status: element.status };
  });
  expect(types).toEqual({ seen: [['data', true, false], ['data', true, false]], getters: 1, status: 'ready' });
});

test('format forces a reader of the file', async ({ reader, page }) => {
  await host(reader, '<article-viewer format="ghost"></article-viewer>');
  await viewer(page, (element, rain) => (element.data = rain), RAIN);
  await settle(page, 'error');
  expect(await viewer(page, ({ error }) => error.type)).toBeTruthy();
  await viewer(page, (element) => (element.format = 'auto'));
  await settle(page);
});

test('loading: an element far below asks for nothing until it comes near; eager does not wait', async ({ reader, page }) => {
  const [lazy, eager] = [reader.token(), reader.token()];
  const below = '<p>Down</p>'.repeat(200);
  await host(reader, `${below}<article-viewer id="lazy" src="${GOOD}?t=${lazy}"></article-viewer><article-viewer id="eager" loading="eager" src="${GOOD}?t=${eager}"></article-viewer>`);
  await settle(page, 'ready', '#eager');
  expect(await reader.hits(lazy)).toHaveLength(0);
  await page.locator('#lazy').evaluate((element) => element.scrollIntoView());
  await settle(page);
  expect(await reader.hits(lazy)).toHaveLength(1);
});

test('crossorigin: no credentials without it, and those of the reader where the page asks for them', async ({ reader, page, context }) => {
  await context.addCookies([{ name: 'reader', value: '1', url: reader.origin }]);
  const cookies = {};
  for (const how of ['', 'crossorigin', 'crossorigin="use-credentials"']) {
    const token = reader.token();
    await host(reader, `<article-viewer ${how} src="${GOOD}?t=${token}"></article-viewer>`);
    await settle(page);
    const [hit] = await reader.hits(token);
    cookies[how] = hit.cookie;
    expect(hit.referer).toBeNull();
  }
  expect(cookies).toEqual({ '': null, crossorigin: 'reader=1', 'crossorigin="use-credentials"': 'reader=1' });
});

test('theme sets the colours inside, whatever the system has', async ({ reader, page }) => {
  await host(reader, `<article-viewer src="${GOOD}"></article-viewer>`);
  await settle(page);
  const paper = async (theme) => {
    await viewer(page, (element, theme) => ((element.theme = theme), element.updateComplete), theme);
    return viewer(page, (element) => getComputedStyle(element.shadowRoot.querySelector('.av-page:not(slot *)')).backgroundColor);
  };
  const seen = new Set();
  for (const theme of ['light', 'dark', 'sepia', 'contrast']) seen.add(await paper(theme));
  expect(seen.size).toBe(4);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper('auto')).toBe(await paper('dark'));
});

const EMBED = {
  format: 'article-viewer/1',
  headline: 'A film',
  body: ['See it.', { type: 'embed', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: 'The film' }],
};

test('embeds: never offers a link alone, click waits for the reader, and article-embed may refuse', async ({ reader, page }) => {
  await page.route(/youtube/, (route) => route.fulfill({ contentType: 'text/html', body: 'player' }));
  await host(reader, '<article-viewer embeds="never"></article-viewer>');
  await viewer(page, (element, data) => (element.data = data), EMBED);
  await settle(page);
  const button = page.locator('article-viewer [data-action=embed]');
  await expect(page.locator('article-viewer .av-embed__link')).toBeVisible();
  await expect(button).toHaveCount(0);
  await viewer(page, (element) => {
    element.embeds = 'click';
    document.body.addEventListener('article-embed', (event) => {
      window.embeds = [...(window.embeds ?? []), event.detail.url];
      if (window.embeds.length === 1) event.preventDefault();
    });
  });
  await button.click();
  await page.waitForTimeout(200);
  await expect(page.locator('article-viewer iframe')).toHaveCount(0);
  await button.click();
  await expect(page.locator('article-viewer iframe')).toHaveAttribute('sandbox', /allow-scripts/);
  expect(await page.evaluate(() => window.embeds)).toEqual([expect.stringContaining('youtube'), expect.stringContaining('youtube')]);
  await viewer(page, (element) => (element.embeds = 'never'));
  await expect(page.locator('article-viewer iframe')).toHaveCount(0);
  await viewer(page, (element) => (element.embeds = 'allow'));
  await expect(page.locator('article-viewer iframe')).toHaveCount(1);
});

test('heading-level moves every heading, comments=hidden takes the notice away', async ({ reader, page }) => {
  await host(reader, '<article-viewer heading-level="3"></article-viewer>');
  const data = { ...RAIN, comments: { state: 'open' }, body: ['One.', { type: 'heading', text: 'More' }, 'Two.'] };
  await viewer(page, (element, data) => (element.data = data), data);
  await settle(page);
  await expect(page.locator('article-viewer h3.av-headline')).toHaveText('Rain');
  await expect(page.locator('article-viewer h4.av-heading')).toHaveText('More');
  await expect(page.locator('article-viewer .av-comments')).toHaveCount(1);
  await viewer(page, (element) => ((element.comments = 'hidden'), (element.headingLevel = 2)));
  await expect(page.locator('article-viewer h2.av-headline')).toHaveText('Rain');
  await expect(page.locator('article-viewer .av-comments')).toHaveCount(0);
});

test('generate-schema writes JSON-LD into the head, and takes it away with the element', async ({ reader, page }) => {
  await host(reader, '<article-viewer generate-schema></article-viewer>');
  await viewer(page, (element, data) => (element.data = data), { ...RAIN, headline: 'Rain </script><b>' });
  const script = page.locator('head script[type="application/ld+json"]');
  await expect(script).toHaveCount(1);
  const text = await script.textContent();
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toMatchObject({ '@type': 'NewsArticle', headline: 'Rain </script><b>' });
  await viewer(page, (element) => element.remove());
  await expect(script).toHaveCount(0);
});

test('ui-lang, messages and the page’s lang choose the words', async ({ reader, page }) => {
  await host(reader, '<article-viewer></article-viewer>', { lang: 'de' });
  const data = { ...RAIN, published: '2026-01-02T10:00:00Z', authors: ['Ann'] };
  await viewer(page, (element, data) => (element.data = data), data);
  await settle(page);
  await expect(page.locator('article-viewer .av-byline')).toContainText('Von');
  await viewer(page, (element) => (element.uiLang = 'fr'));
  await expect(page.locator('article-viewer .av-byline')).toContainText('Par');
  await viewer(page, (element) => ((element.uiLang = 'en'), (element.messages = { authors_by: 'Words of {names}' })));
  await expect(page.locator('article-viewer .av-byline')).toContainText('Words of Ann');
});

test('status, states, role and what is read by machines', async ({ reader, page }) => {
  await host(reader, '<article-viewer></article-viewer>', { at: 'none' });
  const seen = await page.evaluate(async () => {
    const element = document.querySelector('article-viewer');
    await import('/article-viewer.js');
    const states = () => ['loading', 'ready', 'error', 'offline'].filter((state) => element.matches(`:state(${state})`));
    const log = [[element.status, states()]];
    element.src = '/made/good.json';
    element.addEventListener('progress', () => log.push([element.status, states()]), { once: true });
    await new Promise((done) => element.addEventListener('load', done, { once: true }));
    log.push([element.status, states()]);
    element.src = 'javascript:alert(1)';
    await new Promise((done) => element.addEventListener('error', done, { once: true }));
    log.push([element.status, states(), element.error.type]);
    return log;
  });
  expect(seen).toEqual([['idle', []], ['loading', ['loading']], ['ready', ['ready']], ['error', ['error'], 'address']]);
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const regions = nodes.filter(({ role }) => role?.value === 'region').map(({ name }) => name.value);
  expect(regions).toEqual(['Article']);
});

test('an error says what, where and why', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await host(reader, '<article-viewer></article-viewer>');
  const errors = await viewer(page, async (element) => {
    await customElements.whenDefined('article-viewer');
    const seen = [];
    const next = () => new Promise((done) => element.addEventListener('error', ({ detail }) => done(seen.push({ ...detail, cause: detail.cause.message })), { once: true }));
    element.data = '{\n  "headline": oops }';
    await next();
    element.data = { nothing: 'known' };
    await next();
    element.data = null;
    element.src = '/fault/404';
    await next();
    return seen;
  });
  expect(errors[0]).toMatchObject({ type: 'slip', line: 2, column: 15 });
  expect(errors[0].message).toMatch(/line 2/);
  expect(errors[1].type).toBe('unknown');
  expect(errors[2]).toMatchObject({ type: 'not_found', cause: expect.stringContaining('404') });
});

test('without a network the state says so, and another try can succeed', async ({ reader, page, context }) => {
  reader.expectNetworkErrors();
  await host(reader, `<article-viewer src="${GOOD}"></article-viewer>`);
  await settle(page);
  await context.setOffline(true);
  await viewer(page, (element) => (element.src += '?again'));
  await settle(page, 'error');
  const state = () => viewer(page, (element) => [element.error?.type, element.matches(':state(offline)')]);
  expect(await state()).toEqual(['offline', true]);
  await context.setOffline(false);
  await viewer(page, (element) => element.reload());
  await settle(page);
  expect(await state()).toEqual([undefined, false]);
});

test('a second copy of the module leaves the first alone', async ({ reader, page }) => {
  await host(reader, `<article-viewer src="${GOOD}"></article-viewer>`);
  await settle(page);
  const got = await page.evaluate(async (rain) => {
    const first = customElements.get('article-viewer');
    const copy = await import('/any/copy/article-viewer.js');
    const { article: parsed } = await copy.parse(rain);
    const element = document.querySelector('article-viewer');
    await element.reload();
    return [copy.ArticleViewerElement === first, customElements.get('article-viewer') === first, parsed.headline, element.status];
  }, RAIN);
  expect(got).toEqual([false, true, 'Rain', 'ready']);
});

test('progress tells of the bytes; load and progress stay on the element', async ({ reader, page }) => {
  await host(reader, '<article-viewer></article-viewer>');
  const seen = await page.evaluate(async (src) => {
    await customElements.whenDefined('article-viewer');
    const element = document.querySelector('article-viewer');
    const seen = { progress: 0, outside: 0, load: 0 };
    element.addEventListener('progress', ({ detail }) => (seen.progress = detail.loaded));
    for (const name of ['load', 'progress', 'error']) document.body.addEventListener(name, () => (seen.outside += 1));
    await new Promise((done) => {
      element.addEventListener('load', ({ detail }) => done((seen.load = detail)));
      element.src = src;
    });
    return seen;
  }, GOOD);
  expect(seen.progress).toBeGreaterThan(500);
  expect(seen.outside).toBe(0);
  expect(seen.load).toMatchObject({ type: 'load', format: 'native' });
});

test('article-visibility and article-progress follow the reader, bubble and are composed', async ({ reader, page }) => {
  await host(reader, `<article-viewer src="${GOOD}"></article-viewer><p>${'After<br>'.repeat(150)}</p>`, { at: 'none' });
  await page.evaluate(() => {
    window.heard = [];
    for (const name of ['article-visibility', 'article-progress']) addEventListener(name, ({ detail, composed }) => window.heard.push([name, detail.visible ?? detail.progress, composed]));
    import('/article-viewer.js');
  });
  await settle(page);
  await page.waitForFunction(() => window.heard.some(([name]) => name === 'article-progress'));
  await page.mouse.wheel(0, 1e5);
  await page.waitForFunction(() => window.heard.some(([name, how]) => name === 'article-visibility' && how === false));
  const heard = await page.evaluate(() => window.heard);
  expect(heard[0]).toEqual(['article-visibility', true, true]);
  const read = heard.filter(([name]) => name === 'article-progress').map(([, how]) => how);
  expect(read).toEqual([...read].sort((a, b) => a - b));
});

test('article-link comes before a link is followed, and may refuse', async ({ reader, page }) => {
  await host(reader, '<article-viewer></article-viewer>');
  const data = { ...RAIN, body: [{ type: 'paragraph', text: [{ type: 'link', href: 'https://example.org/x', text: 'There' }] }] };
  await viewer(page, (element, data) => (element.data = data), data);
  await settle(page);
  await page.evaluate(() =>
    document.addEventListener('article-link', (event) => {
      window.link = event.detail.href;
      event.preventDefault();
    }),
  );
  await page.locator('article-viewer .av-body a').click();
  expect(await page.evaluate(() => window.link)).toBe('https://example.org/x');
  expect(page.url()).toContain('/host?');
});

test('validate gives the report, as a property and an event', async ({ reader, page }) => {
  await host(reader, `<article-viewer src="${GOOD}"></article-viewer>`);
  await settle(page);
  const got = await viewer(page, async (element) => {
    const before = element.report;
    const heard = new Promise((done) => document.addEventListener('article-report', ({ detail }) => done(detail.report.outcome)));
    const report = await element.validate();
    return [before, report.outcome, element.report === report, await heard];
  });
  expect(got).toEqual([null, 'article', true, 'article']);
});

test('reload asks again; scrollToBlock finds blocks by number and by id; toHTML has the article', async ({ reader, page }) => {
  const token = reader.token();
  await host(reader, `<article-viewer src="${GOOD}?t=${token}"></article-viewer>`);
  await settle(page);
  const got = await viewer(page, async (element) => {
    await element.reload();
    return [element.status, element.scrollToBlock(1), element.scrollToBlock('no-such'), element.toHTML().startsWith('<article class="av-article"'), /<slot|part=/.test(element.toHTML())];
  });
  expect(got).toEqual(['ready', true, false, true, false]);
  expect(await reader.hits(token)).toHaveLength(2);
});

test('print opens the dialog for a copy of the article alone', async ({ reader, page }) => {
  await host(reader, `<h1>Not this</h1><article-viewer src="${GOOD}"></article-viewer>`);
  await settle(page);
  const printed = await viewer(page, async (element) => {
    const append = HTMLBodyElement.prototype.append;
    let printed;
    HTMLBodyElement.prototype.append = function (...nodes) {
      append.apply(this, nodes);
      for (const node of nodes) {
        if (node.localName !== 'iframe') continue;
        node.contentWindow.print = () => {
          printed = [node.contentDocument.body.innerText.includes('Good article'), node.contentDocument.body.innerText.includes('Not this')];
          node.contentWindow.dispatchEvent(new Event('afterprint'));
        };
      }
    };
    await element.print();
    await new Promise((done) => setTimeout(done, 50));
    return [...printed, document.querySelectorAll('iframe').length];
  });
  expect(printed).toEqual([true, false, 0]);
});

test('statics are read from a global set before the script, and mapURLs sees addresses', async ({ reader, page }) => {
  await host(reader, `<article-viewer src="/made/nothing.json"></article-viewer>`, { at: 'none' });
  const got = await page.evaluate(async (good) => {
    const asked = [];
    globalThis.ArticleViewerElement = {
      cacheSize: 2,
      defaults: { headingLevel: 5, theme: 'dark' },
      mapURLs(url) {
        asked.push(new URL(url).pathname);
        return url.replace('/made/nothing.json', good);
      },
    };
    const { ArticleViewerElement } = await import('/article-viewer.js');
    await ArticleViewerElement.preload();
    const element = document.querySelector('article-viewer');
    await new Promise((done) => (element.loaded ? done() : element.addEventListener('load', done)));
    return { size: ArticleViewerElement.cacheSize, asked, level: element.headingLevel, theme: element.theme, location: ArticleViewerElement.engineLocation, attributes: element.getAttributeNames() };
  }, GOOD);
  expect(got).toEqual({ size: 2, asked: ['/made/nothing.json'], level: 5, theme: 'dark', location: `${reader.origin}/`, attributes: ['src'] });
  await expect(page.locator('article-viewer h5.av-headline')).toBeVisible();
});

test('slots: the fallback stays until the article is there, and returns when it fails', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await host(
    reader,
    `<article-viewer src="/fault/stall"><p id="fallback">Read it <a href="/x">there</a></p><p slot="header">Head</p><p slot="footer">Foot</p><p slot="after-headline">Tools</p><p slot="comments">Talk</p><p slot="error">Oh</p></article-viewer>`,
  );
  await expect(page.locator('#fallback')).toBeVisible();
  await expect(page.locator('[slot=header]')).toBeHidden();
  await viewer(page, (element, src) => (element.src = src), GOOD);
  await settle(page);
  await expect(page.locator('#fallback')).toBeHidden();
  await expect(page.locator('[slot=error]')).toBeHidden();
  const tops = [];
  for (const part of ['[slot=header]', '.av-headline', '[slot=after-headline]', '.av-body', '[slot=comments]', '[slot=footer]']) {
    tops.push((await page.locator(`article-viewer ${part}`).boundingBox()).y);
  }
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  await viewer(page, (element) => (element.src = '/fault/404'));
  await settle(page, 'error');
  await expect(page.locator('#fallback')).toBeVisible();
  await expect(page.locator('[slot=error]')).toBeVisible();
  await expect(headline(page)).toHaveCount(0);
});

test('a poster stands while nothing is there yet, and without anything of the page an alert says what failed', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await host(reader, '<article-viewer><img slot="poster" alt="Poster" src="/picture/40x40.png"></article-viewer>');
  await expect(page.getByAltText('Poster')).toBeVisible();
  await viewer(page, (element, src) => (element.src = src), GOOD);
  await settle(page);
  await expect(page.getByAltText('Poster')).toBeHidden();
  await viewer(page, (element) => (element.src = '/fault/404'));
  await settle(page, 'error');
  await expect(page.getByRole('alert')).toContainText('no article at this address');
});

test('parts and custom properties reach inside', async ({ reader, page }) => {
  const style = `${reader.origin}/host-style.css`;
  await page.route(style, (route) =>
    route.fulfill({
      contentType: 'text/css',
      body: 'article-viewer { --article-font: monospace; --article-font-size: 30px; --article-line-height: 2; --article-measure: 20em; --article-color: rgb(1, 2, 3); --article-background: rgb(4, 5, 6); --article-link-color: rgb(7, 8, 9); --article-gap: 50px; } article-viewer::part(headline) { color: rgb(9, 9, 9); } article-viewer::part(paragraph) { text-indent: 7px; }',
    }),
  );
  await host(reader, '<article-viewer></article-viewer>', { head: '<link rel="stylesheet" href="/host-style.css">' });
  await viewer(page, (element, data) => (element.data = data), { ...RAIN, body: ['One', { type: 'paragraph', text: [{ type: 'link', href: 'https://example.org/', text: 'x' }] }] });
  await settle(page);
  const look = await viewer(page, (element) => {
    const style = (selector) => getComputedStyle(element.shadowRoot.querySelector(selector));
    return {
      font: style('.av-article').fontFamily,
      size: style('.av-article').fontSize,
      leading: style('.av-paragraph').lineHeight,
      color: style('.av-paragraph').color,
      ground: style('.av-page:not(slot *)').backgroundColor,
      link: style('.av-body a').color,
      gap: style('.av-paragraph + *').marginBlockStart,
      measure: style('.av-body').inlineSize,
      headline: style('.av-headline').color,
      indent: style('.av-paragraph').textIndent,
    };
  });
  expect(look).toEqual({ font: 'monospace', size: '30px', leading: '60px', color: 'rgb(1, 2, 3)', ground: 'rgb(4, 5, 6)', link: 'rgb(7, 8, 9)', gap: '50px', measure: '600px', headline: 'rgb(9, 9, 9)', indent: '7px' });
});

test('the page’s own sheets do not wreck the article', async ({ reader, page }) => {
  const look = (element) => {
    const { fontSize, lineHeight, letterSpacing, textAlign, color, textTransform, direction } = getComputedStyle(element.shadowRoot.querySelector('.av-paragraph'));
    return { fontSize, lineHeight, letterSpacing, textAlign, color, textTransform, direction };
  };
  await host(reader, `<article-viewer src="${GOOD}"></article-viewer>`);
  await settle(page);
  const plain = await viewer(page, look);
  await page.route(`${reader.origin}/host-style.css`, (route) =>
    route.fulfill({ contentType: 'text/css', body: 'html { font-size: 62.5% } body { font: italic 9px/1 cursive; letter-spacing: 3px; text-align: center; color: red; text-transform: uppercase; direction: rtl } p, h1 { margin: 0 }' }),
  );
  await host(reader, `<article-viewer src="${GOOD}"></article-viewer>`, { head: '<link rel="stylesheet" href="/host-style.css">' });
  await settle(page);
  expect(await viewer(page, look)).toEqual(plain);
});

test('two elements with one address make one request, and a page has one program, one look and one line that announces', async ({ reader, page }) => {
  const token = reader.token();
  await host(reader, `<article-viewer loading="eager" src="${GOOD}?t=${token}"></article-viewer>`.repeat(50));
  await settle(page);
  expect(await reader.hits(token)).toHaveLength(1);
  const shared = await page.evaluate(() => {
    const all = [...document.querySelectorAll('article-viewer')];
    const [first] = all;
    const files = performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop());
    return {
      sheets: all.every((element) => element.shadowRoot.adoptedStyleSheets.every((sheet, place) => sheet === first.shadowRoot.adoptedStyleSheets[place])),
      wasm: new Set(files.filter((name) => name.includes('_bg'))).size,
      looks: files.filter((name) => /article-viewer-[^_]*\.css/.test(name)).length,
      lines: document.querySelectorAll('body > [role=status]').length,
    };
  });
  expect(shared).toEqual({ sheets: true, wasm: 1, looks: 1, lines: 1 });
});

test('moving an element keeps its article, removing it ends what is on its way', async ({ reader, page }) => {
  const token = reader.token();
  await host(reader, `<div id="a"><article-viewer src="${GOOD}"></article-viewer></div><div id="b"></div>`);
  await settle(page);
  const kept = await viewer(page, async (element) => {
    const article = element.shadowRoot.querySelector('article');
    document.querySelector('#b').append(element);
    await new Promise((done) => setTimeout(done, 50));
    return [element.shadowRoot.querySelector('article') === article, element.status];
  });
  expect(kept).toEqual([true, 'ready']);
  await viewer(page, (element, src) => (element.src = src), `/fault/stall?t=${token}`);
  await expect.poll(async () => (await reader.hits(token)).length).toBe(1);
  await viewer(page, (element) => element.remove());
  await expect.poll(async () => (await reader.hits(token))[0].abandoned).toBe(true);
});

test('created and removed 200 times, nothing stays', async ({ reader, page }) => {
  await page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...values) => {
      const made = await instantiate.apply(WebAssembly, values);
      window.memory ??= Object.values(made.exports).find((one) => one instanceof WebAssembly.Memory);
      return made;
    };
  });
  await host(reader, '<main></main>');
  const client = await page.context().newCDPSession(page);
  const rounds = (times) =>
    page.evaluate(async ([times, src]) => {
      await customElements.whenDefined('article-viewer');
      for (let round = 0; round < times; round += 1) {
        const element = document.createElement('article-viewer');
        element.loading = 'eager';
        element.src = src;
        const loaded = new Promise((done) => element.addEventListener('load', done, { once: true }));
        document.querySelector('main').append(element);
        await loaded;
        element.remove();
        await new Promise((done) => setTimeout(done, 2));
      }
      await new Promise((done) => setTimeout(done, 200));
    }, [times, GOOD]);
  const count = async () => {
    await client.send('HeapProfiler.collectGarbage');
    await client.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    const wasm = await page.evaluate(() => window.memory.buffer.byteLength);
    return { nodes, jsEventListeners, usedSize, wasm };
  };
  await client.send('HeapProfiler.enable');
  await rounds(20);
  const before = await count();
  await rounds(200);
  const after = await count();
  expect(after.nodes - before.nodes, 'nodes').toBeLessThan(200);
  expect(after.jsEventListeners - before.jsEventListeners, 'listeners').toBeLessThan(20);
  expect(after.wasm, 'bytes of the wasm').toBe(before.wasm);
  expect(after.usedSize - before.usedSize, 'bytes of the heap').toBeLessThan(1 << 20);
});

test('a program that traps gives every element its fallback and an error, and another try is a new program', async ({ reader, page }) => {
  reader.excuse(/./);
  const one = `<article-viewer loading="eager" src="${GOOD}"><p class="fallback">Fallback</p></article-viewer>`;
  await host(reader, one + one, { at: '/wasm/trap' });
  await settle(page, 'error');
  await expect(page.locator('.fallback:visible')).toHaveCount(2);
  expect(await page.evaluate(() => [...document.querySelectorAll('article-viewer')].map(({ error }) => error.type))).toEqual(['broken', 'broken']);
});

test('a trap after the articles are there ends them all; the page’s own errors do not', async ({ reader, page }) => {
  reader.excuse(/on purpose|not ours|unreachable/);
  const one = `<article-viewer loading="eager" src="${GOOD}"><p class="fallback">Fallback</p></article-viewer>`;
  await host(reader, one + one);
  await settle(page);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('This error is not ours.');
    });
    Promise.reject(new WebAssembly.RuntimeError('This rejection is not ours.'));
  });
  await page.waitForTimeout(200);
  await settle(page);
  await page.evaluate(() => {
    window.errors = 0;
    for (const element of document.querySelectorAll('article-viewer')) element.addEventListener('error', () => (window.errors += 1));
    const make = Document.prototype.createElement;
    window.repair = () => (Document.prototype.createElement = make);
    Document.prototype.createElement = function (name, ...rest) {
      if (name === 'article') throw new Error('The browser is broken on purpose.');
      return make.call(this, name, ...rest);
    };
    document.querySelector('article-viewer').headingLevel = 2;
  });
  await settle(page, 'error');
  await expect(page.locator('.fallback:visible')).toHaveCount(2);
  expect(await page.evaluate(() => window.errors)).toBe(2);
  await page.evaluate(() => {
    window.repair();
    return Promise.all([...document.querySelectorAll('article-viewer')].map((element) => element.reload()));
  });
  await settle(page);
  await expect(page.locator('.fallback:visible')).toHaveCount(0);
});

test('a program that does not come leaves the fallback', async ({ reader, page }) => {
  reader.excuse(/./);
  for (const [at, type] of [['/wasm/missing', 'download'], ['/wasm/corrupt', 'download']]) {
    await host(reader, `<article-viewer src="${GOOD}"><p id="fallback">Fallback</p></article-viewer>`, { at });
    await settle(page, 'error');
    expect(await viewer(page, ({ error }) => error.type)).toBe(type);
    await expect(page.locator('#fallback')).toBeVisible();
  }
  await host(reader, `<article-viewer src="${GOOD}"></article-viewer>`, { policy: POLICY.replace("'wasm-unsafe-eval'", '') });
  await settle(page, 'error');
  expect(await viewer(page, ({ error }) => error.type)).toBe('blocked');
  await expect(page.getByRole('alert')).toContainText('WebAssembly');
});

test('the module and the article may come from another origin', async ({ reader, page }) => {
  const policy = POLICY.replace("script-src 'self'", `script-src ${reader.other}`);
  await host(reader, `<article-viewer src="${reader.other}/cors/made/good.json"></article-viewer>`, { at: `${reader.other}/cors`, policy });
  await settle(page);
  const folder = await page.evaluate(() => customElements.get('article-viewer').engineLocation);
  expect(folder).toBe(`${reader.other}/cors/`);
});

test('an element that has the name of the page’s own root is an element like others, and not started twice', async ({ reader, page }) => {
  await host(reader, `<article-viewer id="article-viewer" src="${GOOD}"></article-viewer>`);
  await settle(page);
  expect(await viewer(page, (element) => [element.getAttributeNames(), element.children.length])).toEqual([['id', 'src'], 0]);
  expect(await page.evaluate(() => [history.scrollRestoration, document.title])).toEqual(['auto', 'A page of someone else']);
});

test('a list opens its articles in place, and has a way back', async ({ reader, page }) => {
  await host(reader, '<h1>A page</h1><article-viewer heading-level="2" src="/articles/courier-feed.json"></article-viewer>');
  await settle(page);
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const levels = nodes.filter(({ role }) => role?.value === 'heading').map(({ properties }) => properties.find(({ name }) => name === 'level').value.value);
  expect(levels.slice(0, 3)).toEqual([1, 2, 3]);
  expect(levels.filter((level) => level < 3)).toHaveLength(2);
  const entries = page.locator('article-viewer .av-entry__headline a');
  const title = await entries.first().textContent();
  await entries.first().click();
  await expect(headline(page)).toHaveText(title);
  await page.locator('article-viewer .av-way a').click();
  await expect(entries.first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await viewer(page, (element) => (element.item = '2'));
  await expect(headline(page)).toBeVisible();
});

test('a file in another format brings the parts that read it', async ({ reader, page }) => {
  await host(reader, '<article-viewer></article-viewer>');
  const ghost = { title: 'Ghostly', slug: 'g', comment_id: '1', html: '<p>One <em>two</em>.</p><table><tr><td>1</td></tr></table>', published_at: '2026-01-02T10:00:00Z' };
  await viewer(page, (element, data) => (element.data = data), ghost);
  await settle(page);
  await expect(headline(page)).toHaveText('Ghostly');
  await expect(page.locator('article-viewer td')).toHaveText('1');
});

test('a place inside the article is reached by its link', async ({ reader, page }) => {
  await host(reader, '<article-viewer></article-viewer>');
  await viewer(page, async (element, harbour) => {
    await customElements.whenDefined('article-viewer');
    element.src = harbour;
  }, '/articles/harbour-inland.json');
  await settle(page);
  const note = page.locator('article-viewer .av-note-ref a').first();
  await note.click();
  await expect(page.locator('article-viewer .av-footnotes__item').first()).toBeInViewport();
});

test('parse, validate, detect and render', async ({ reader, page }) => {
  await host(reader, '<main></main>');
  const got = await page.evaluate(async (rain) => {
    const { parse, validate, detect, render } = await import('/article-viewer.js');
    const seen = { parsed: (await parse(rain)).article.headline, found: await detect(JSON.stringify(rain)), nothing: await detect({ a: 1 }), outcome: (await validate(rain)).outcome };
    seen.refused = await parse('{').catch(({ type, line }) => [type, line]);
    const handle = render(document.querySelector('main'), rain, { headingLevel: 2 });
    await handle.ready;
    const shown = () => handle.element.shadowRoot.querySelector('h2.av-headline')?.textContent;
    seen.shown = shown();
    await handle.update({ ...rain, headline: 'Snow' });
    seen.updated = shown();
    handle.unmount();
    seen.left = document.querySelectorAll('article-viewer').length;
    return seen;
  }, RAIN);
  expect(got).toEqual({ parsed: 'Rain', found: 'native', nothing: null, outcome: 'article', refused: ['cut', 1], shown: 'Rain', updated: 'Snow', left: 0 });
});

test('on a server the module does nothing and throws nothing', async () => {
  // As a package would have it, which says that its files are modules.
  const folder = mkdtempSync(join(tmpdir(), 'article-viewer-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    for (const name of readdirSync(process.env.E2E_DIST)) if (name.endsWith('.js')) copyFileSync(join(process.env.E2E_DIST, name), join(folder, name));
    // As its README tells; and with the global object that stands in before the script.
    const set = 'module.ArticleViewerElement.engineLocation = "/article-viewer"; await module.ArticleViewerElement.preload();';
    const early = 'globalThis.ArticleViewerElement = { engineLocation: "/early/" };';
    const ask = `${early} const module = await import("./article-viewer.js"); ${set} console.log([...Object.keys(module).sort(), module.ArticleViewerElement.engineLocation].join())`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', ask], { cwd: folder, encoding: 'utf8' });
    expect(said.trim().split(',')).toEqual(['ArticleViewerElement', 'detect', 'parse', 'render', 'validate', '/article-viewer/']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the stable module is small, and the page’s first files hold nothing of the element', async () => {
  const entry = readFileSync(join(process.env.E2E_DIST, 'article-viewer.js'), 'utf8');
  expect(entry.length).toBeLessThan(250);
  const engine = readdirSync(process.env.E2E_DIST).find((name) => /^article-viewer-[^_]*\.js$/.test(name));
  expect(readFileSync(join(process.env.E2E_DIST, engine), 'utf8')).not.toContain('attachShadow');
});

for (const [name, theme] of [['light', 'light'], ['dark', 'dark']]) {
  test(`axe finds nothing on a page with elements (${name})`, async ({ reader, page }) => {
    await host(reader, `<main><h1>A page</h1><article-viewer theme="${theme}" heading-level="2" src="/articles/harbour-inland.json"></article-viewer></main>`, { policy: '' });
    await settle(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0].target])).toEqual([]);
  });
}

// What was found to go wrong once.

test('functions that come before any element leave the look of elements whole', async ({ reader, page }) => {
  await host(reader, '<main style="text-transform: uppercase"></main>', { policy: '' });
  const look = await page.evaluate(async (rain) => {
    const { parse, render } = await import('/article-viewer.js');
    await parse(rain);
    const { element, ready } = render(document.querySelector('main'), rain);
    await ready;
    const slots = [...element.shadowRoot.children].filter(({ hidden }) => hidden);
    return [getComputedStyle(element).display, getComputedStyle(element.shadowRoot.querySelector('.av-paragraph')).textTransform, new Set(slots.map((slot) => getComputedStyle(slot).display)).size];
  }, RAIN);
  expect(look).toEqual(['block', 'none', 1]);
});

test('what a page puts among ours is the page’s: its links, its buttons, its pictures', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  const inside = '<div slot="after-headline"><a href="#reply">Reply</a><button data-action="copy">Copy</button><button data-action="retry">Retry</button><img alt="Theirs" src="/picture/40x40.png"></div>';
  await showing(reader, RAIN, { inside, around: ['', '<p id="reply">Here</p>'] });
  await page.evaluate(() => {
    window.links = 0;
    window.loads = 0;
    addEventListener('article-link', () => (window.links += 1));
    document.querySelector('article-viewer').addEventListener('load', () => (window.loads += 1));
    document.querySelector('img').src = '/picture/none.gif';
  });
  await page.getByRole('link', { name: 'Reply' }).click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Retry' }).click();
  await page.waitForTimeout(300);
  expect(new URL(page.url()).hash).toBe('#reply');
  expect(await page.evaluate(() => [links, loads, document.querySelector('img').hidden])).toEqual([0, 0, false]);
});

test('languages that browsers do not take are read as far as they go', async ({ reader, page }) => {
  await showing(reader, RAIN, { lang: 'zh-cmn-Hans' });
  await expect(page.locator('article-viewer .av-page[lang=zh]')).toHaveCount(1);
  await viewer(page, (element) => ((element.uiLang = 'pt-BR-x'), element.updateComplete));
  expect(await viewer(page, ({ status, shadowRoot }) => [status, shadowRoot.querySelector('.av-page[lang]').lang])).toEqual(['ready', 'pt']);
});

test('a mapURLs that throws costs the words, or is an error, and never waits for ever', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager"></article-viewer>', { lang: 'de', at: 'none' });
  const seen = await page.evaluate(async (rain) => {
    globalThis.ArticleViewerElement = {
      mapURLs() {
        throw new Error('This page does not know.');
      },
    };
    const element = document.querySelector('article-viewer');
    element.data = rain;
    await import('/article-viewer.js');
    await element.updateComplete;
    const first = element.status;
    element.data = null;
    element.src = '/made/good.json';
    await element.updateComplete;
    return [first, element.status, element.error.type];
  }, RAIN);
  expect(seen).toEqual(['ready', 'error', 'address']);
});

test('whatever throws in the element itself is an error, and the page can try again', async ({ reader, page }) => {
  await showing(reader, RAIN);
  const seen = await viewer(page, async (element) => {
    const { querySelectorAll } = Element.prototype;
    Element.prototype.querySelectorAll = function (selector) {
      if (selector.includes('data-action=embed')) throw new Error('This browser is broken on purpose.');
      return querySelectorAll.call(this, selector);
    };
    await element.reload();
    const failed = [element.status, element.error?.type];
    Element.prototype.querySelectorAll = querySelectorAll;
    await element.reload();
    return [...failed, element.status];
  });
  expect(seen).toEqual(['error', 'broken', 'ready']);
});

test('updateComplete waits for all that was asked for', async ({ reader, page }) => {
  await host(reader, '<main></main>');
  const seen = await page.evaluate(async ([rain, good]) => {
    await customElements.whenDefined('article-viewer');
    const element = document.createElement('article-viewer');
    element.loading = 'eager';
    document.querySelector('main').append(element);
    element.data = rain;
    await element.updateComplete;
    const seen = [element.status];
    element.data = { ...rain, headline: 'One' };
    element.data = { ...rain, headline: 'Two' };
    await element.updateComplete;
    seen.push(element.article?.headline);
    element.data = null;
    element.src = good;
    await new Promise((done) => setTimeout(done));
    element.theme = 'dark';
    await element.updateComplete;
    return [...seen, element.status];
  }, [RAIN, GOOD]);
  expect(seen).toEqual(['ready', 'Two', 'ready']);
});

test('a Response is data for good: it opens again, and elsewhere', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager"></article-viewer><main></main>');
  const seen = await viewer(page, async (element, rain) => {
    await customElements.whenDefined('article-viewer');
    element.data = new Response(JSON.stringify(rain));
    await element.updateComplete;
    const seen = [element.status];
    await element.reload();
    seen.push(element.status);
    element.remove();
    await new Promise((done) => setTimeout(done, 50));
    document.querySelector('main').append(element);
    await element.updateComplete;
    return [...seen, element.status];
  }, RAIN);
  expect(seen).toEqual(['ready', 'ready', 'ready']);
});

test('what changes while parts of the program are on their way counts', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager"></article-viewer>');
  let go;
  const gate = new Promise((open) => (go = open));
  await page.route(/article-viewer_formats-\w+\.wasm/, async (route) => {
    await gate;
    await route.continue();
  });
  const asked = page.waitForRequest(/article-viewer_formats-\w+\.wasm/);
  await viewer(page, (element, feed) => (element.data = feed), FEED);
  await asked;
  await viewer(page, (element) => ((element.headingLevel = 3), (element.uiLang = 'de')));
  go();
  await viewer(page, (element) => element.updateComplete);
  await expect(page.locator('article-viewer h3.av-headline')).toHaveText('Rain');
  await expect(page.locator('article-viewer .av-page[lang=de]')).toHaveCount(1);
});

test('a JSON child that comes in pieces is read when it is whole', async ({ reader, page }) => {
  const json = JSON.stringify({ ...RAIN, body: Array(3000).fill('A paragraph of some length that says little.') });
  const half = json.length / 2;
  const { createServer } = await import('node:http');
  const server = createServer(async ({ url }, response) => {
    if (url !== '/streamed') {
      const file = await fetch(reader.origin + url);
      response.setHeader('content-type', file.headers.get('content-type'));
      return response.end(Buffer.from(await file.arrayBuffer()));
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const heard = '<script>heard = []; for (const type of ["load", "error"]) document.addEventListener(type, ({ target }) => target.localName === "article-viewer" && heard.push(type), true)</script>';
    response.write(`<!doctype html><html lang="en"><title>Streamed</title><link rel="icon" href="data:,">${heard}<script type="module" async src="/article-viewer.js"></script><body>`);
    await new Promise((done) => setTimeout(done, 600));
    response.write(`<article-viewer loading="eager"><script type="application/json">${json.slice(0, half)}`);
    await new Promise((done) => setTimeout(done, 1500));
    response.end(`${json.slice(half)}</script></article-viewer>`);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/streamed`);
    await settle(page);
    expect(await page.evaluate(() => heard)).toEqual(['load']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

/** What an element says of how it is read. */
const listening = (page) =>
  viewer(page, (element) => {
    window.heard = [];
    for (const name of ['article-progress', 'article-visibility', 'load']) element.addEventListener(name, ({ detail }) => window.heard.push([name.replace('article-', ''), detail.progress ?? detail.visible ?? detail.type]));
  });

test('nothing is read while an article is on its way, or has failed', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await host(reader, `<article-viewer loading="eager" src="${GOOD}"></article-viewer><p>${'After<br>'.repeat(200)}</p>`);
  await settle(page);
  await listening(page);
  for (const src of ['/fault/stall', '/fault/404']) {
    await viewer(page, (element, src) => (element.src = src), src);
    await page.waitForTimeout(300);
    await page.evaluate(() => scrollBy(0, 5));
    await page.waitForTimeout(200);
  }
  expect(await page.evaluate(() => heard)).toEqual([]);
});

test('an element that scrolls by itself tells how far it is read', async ({ reader, page }) => {
  await host(reader, `<article-viewer loading="eager" style="height: 400px; overflow: auto" src="${GOOD}"></article-viewer>`, { policy: '' });
  await settle(page);
  await listening(page);
  const read = async (top) => {
    await viewer(page, (element, top) => element.scrollTo(0, top), top);
    await page.waitForTimeout(200);
    return page.evaluate(() => heard.at(-1)?.[1]);
  };
  const first = await read(300);
  expect(first).toBeGreaterThan(0.1);
  expect(first).toBeLessThan(0.9);
  expect(await read(99_999)).toBe(1);
});

test('an element below the screen says nothing of being seen until it is', async ({ reader, page }) => {
  await host(reader, `<p style="height: 1200px">Above</p><article-viewer src="${GOOD}"></article-viewer>`, { at: 'none', policy: '' });
  await listening(page);
  await page.evaluate(() => import('/article-viewer.js'));
  await settle(page);
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => heard)).toEqual([['load', 'load']]);
  await page.evaluate(() => scrollTo(0, 1200));
  await expect.poll(() => page.evaluate(() => heard[1])).toEqual(['visibility', true]);
});

test('an article of a list begins to be read when it is opened, and is a load of its own', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager" src="/articles/courier-feed.json"></article-viewer>');
  await settle(page);
  await page.evaluate(() => scrollTo(0, 1e6));
  await page.waitForTimeout(300);
  await listening(page);
  await viewer(page, (element) => element.openItem('1'));
  await page.waitForTimeout(300);
  const heard = await page.evaluate(() => window.heard);
  expect(heard[0]).toEqual(['load', 'load']);
  const read = heard.filter(([name]) => name === 'progress').map(([, how]) => how);
  expect(read.length).toBeGreaterThan(0);
  expect(read[0]).toBeLessThan(1);
});

test('JSON-LD is written once, however often it is asked for', async ({ reader, page }) => {
  await showing(reader, RAIN);
  const count = await viewer(page, async (element) => {
    element.generateSchema = true;
    for (let turn = 0; turn < 4; turn += 1) await undefined;
    element.headingLevel = 2;
    element.generateSchema = false;
    element.generateSchema = true;
    await element.updateComplete;
    await new Promise((done) => setTimeout(done, 500));
    return document.querySelectorAll('head script[type="application/ld+json"]').length;
  });
  expect(count).toBe(1);
  await viewer(page, (element) => element.remove());
  await expect(page.locator('head script[type="application/ld+json"]')).toHaveCount(0);
});

test('load does not wait for what only JSON-LD needs', async ({ reader, page }) => {
  let go;
  const gate = new Promise((open) => (go = open));
  await page.route(/article-viewer_late/, async (route) => {
    await gate;
    await route.continue();
  });
  await host(reader, `<article-viewer loading="eager" generate-schema src="${GOOD}"></article-viewer>`);
  await settle(page);
  const loads = await viewer(page, (element, good) => new Promise((done) => {
    element.addEventListener('load', () => done(true), { once: true });
    element.src = `${good}?again`;
    setTimeout(done, 3000, false);
  }), GOOD);
  go();
  expect(loads).toBe(true);
});

test('twenty articles in one element leave one listener for its pictures', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager"></article-viewer>');
  const client = await page.context().newCDPSession(page);
  await viewer(page, async (element, rain) => {
    await customElements.whenDefined('article-viewer');
    for (let round = 0; round < 20; round += 1) {
      element.data = { ...rain, headline: `Rain ${round}` };
      await element.updateComplete;
    }
  }, RAIN);
  const { result } = await client.send('Runtime.evaluate', { expression: "document.querySelector('article-viewer').shadowRoot.querySelector('.av-page:not(slot *)')" });
  const { listeners } = await client.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
  expect(listeners.map(({ type }) => type).sort()).toEqual(['click', 'error']);
});

test('of a Response, addresses are resolved against its own, in a list as well', async ({ reader, page }) => {
  const item = FEED.items[0];
  await page.route('**/deep/one.json', (route) => route.fulfill({ json: FEED }));
  await page.route('**/deep/two.json', (route) => route.fulfill({ json: { ...FEED, items: [item, { ...item, id: '2' }] } }));
  await host(reader, '<main></main>');
  const links = await page.evaluate(async () => {
    const { parse } = await import('/article-viewer.js');
    const link = async (address) => JSON.stringify((await parse(await fetch(address))).article).match(/http[^"]*x\.html/)?.[0];
    return [await link('/deep/one.json'), await link('/deep/two.json')];
  });
  expect(links).toEqual([`${reader.origin}/deep/x.html`, `${reader.origin}/deep/x.html`]);
});

test('a page whose policy does not allow ours has its articles but for those whose markup needs the parser, which say so', async ({ reader, page }) => {
  reader.excuse(/Trusted Type|trusted-types|TrustedHTML/);
  const policy = POLICY.replace('trusted-types article-viewer', 'trusted-types other');
  await host(reader, '<article-viewer id="rain" loading="eager"></article-viewer><article-viewer id="feed" loading="eager"><p>Fallback</p></article-viewer>', { policy });
  const seen = await page.evaluate(async ([rain, feed, plain]) => {
    await customElements.whenDefined('article-viewer');
    const [one, two] = document.querySelectorAll('article-viewer');
    one.data = rain;
    await one.updateComplete;
    two.data = feed;
    await two.updateComplete;
    const { parse } = await import('/article-viewer.js');
    // Long texts are read in another way.
    const long = ({ items: [item] }) => ({ items: [{ ...item, content_html: item.content_html.repeat(2000) }] });
    const refused = await Promise.all([feed, { ...feed, ...long(feed) }].map((one) => parse(one).catch(({ type }) => type)));
    const allowed = [];
    for (const one of [plain, { ...plain, ...long(plain) }]) allowed.push((await parse(one)).article.body.length);
    one.data = { ...rain, headline: 'Snow' };
    await one.updateComplete;
    return { one: [one.status, one.article?.headline], two: [two.status, two.error?.type, two.error?.cause.message], refused, allowed };
  }, [RAIN, UNPLAIN, FEED]);
  expect(seen).toEqual({ one: ['ready', 'Snow'], two: ['error', 'no_part', expect.stringContaining('Trusted Types')], refused: ['no_part', 'no_part'], allowed: [1, 2000] });
  await expect(page.getByText('Fallback')).toBeVisible();
});

test('two copies of the module share the name that a policy gives once', async ({ reader, page }) => {
  reader.excuse(/Trusted Type|trusted-types|TrustedHTML/);
  await host(reader, '<main></main>');
  const headlines = await page.evaluate(async (feed) => {
    const first = await import('/article-viewer.js');
    const second = await import('/any/copy/article-viewer.js');
    second.ArticleViewerElement.engineLocation = '/any/copy/';
    return [(await first.parse(feed)).article.headline, (await second.parse(feed)).article.headline];
  }, UNPLAIN);
  expect(headlines).toEqual(['Rain', 'Rain']);
});

test('what shows nothing is no fallback', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await host(reader, '<article-viewer loading="eager" src="/fault/404"><noscript><a href="/x">Read</a></noscript><style></style><template></template></article-viewer>', { policy: '' });
  await settle(page, 'error');
  await expect(page.getByRole('alert')).toBeVisible();
});

test('an id that is no part of an address is looked for as it is', async ({ reader, page }) => {
  await showing(reader, { ...RAIN, body: [...RAIN.body, { type: 'post', id: 'one', published: '2026-01-02T10:00:00Z', blocks: ['Now.'] }] });
  expect(await viewer(page, (element) => [element.scrollToBlock('50%'), element.scrollToBlock('av-post-one'), element.shadowRoot.activeElement?.id])).toEqual([false, true, 'av-post-one']);
});

test('in another document an element has its look as well', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager"></article-viewer><iframe srcdoc="<p>Another"></iframe>', { policy: '' });
  await viewer(page, (element, rain) => (element.data = rain), RAIN);
  await settle(page);
  // The last sheet, that for paper, comes after the article.
  await expect.poll(() => viewer(page, (element) => element.shadowRoot.adoptedStyleSheets.length)).toBe(3);
  const look = await viewer(page, async (element) => {
    const look = () => [element.shadowRoot.adoptedStyleSheets.length, element.ownerDocument.defaultView.getComputedStyle(element.shadowRoot.querySelector('.av-headline')).fontWeight];
    const before = look();
    document.querySelector('iframe').contentDocument.body.append(element);
    await new Promise((done) => setTimeout(done, 200));
    return [before, look()];
  });
  expect(look[1]).toEqual(look[0]);
});

test('a new address and reload() together are one request', async ({ reader, page }) => {
  const token = reader.token();
  await host(reader, '<article-viewer loading="eager"></article-viewer>');
  await viewer(page, async (element, src) => {
    await customElements.whenDefined('article-viewer');
    element.src = src;
    await element.reload();
  }, `${GOOD}?t=${token}`);
  expect(await reader.hits(token)).toHaveLength(1);
});

test('a sheet that did not come is asked for by the next article', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  let times = 0;
  await page.route(/article-viewer-\w+\.css/, (route) => ((times += 1) === 1 ? route.abort() : route.continue()));
  await showing(reader, { ...RAIN, body: [{ type: 'table', rows: [['1']] }] });
  const look = () => viewer(page, (element) => [element.shadowRoot.adoptedStyleSheets.length, getComputedStyle(element.shadowRoot.querySelector('.av-article')).containerName]);
  const without = await look();
  await viewer(page, (element) => element.reload());
  await expect.poll(async () => (await look())[1]).toBe('av');
  expect(without[1]).toBe('none');
});

test('a report is of what is open', async ({ reader, page }) => {
  await showing(reader, RAIN);
  const seen = await viewer(page, async (element, rain) => {
    const old = element.validate();
    element.data = { ...rain, headline: 'Snow' };
    return [await old, await element.updateComplete, element.report, (await element.validate()).summary.headline];
  }, RAIN);
  expect(seen).toEqual([null, undefined, null, 'Snow']);
});

test('the line that announces goes with the last element', async ({ reader, page }) => {
  await showing(reader, RAIN);
  const line = page.locator('body > [role=status]');
  await expect(line).toHaveCount(1);
  await viewer(page, (element) => element.remove());
  await expect(line).toHaveCount(0);
});

test('with the page’s colours where it states them, and else with those of the system', async ({ reader, page }) => {
  const ground = () => viewer(page, (element) => getComputedStyle(element.shadowRoot.querySelector('.av-page:not(slot *)')).backgroundColor);
  const seen = {};
  for (const [system, head] of [['light', ''], ['dark', ''], ['dark', '<meta name="color-scheme" content="light">'], ['light', '<style>:root { color-scheme: dark }</style>'], ['dark', '<meta name="color-scheme" content="light dark">']]) {
    await page.emulateMedia({ colorScheme: system });
    await showing(reader, RAIN, { head, policy: '' });
    seen[`${system} ${head}`] = await ground();
  }
  const [light, dark, ...stated] = Object.values(seen);
  expect(light).not.toBe(dark);
  expect(stated).toEqual([light, dark, dark]);
  await viewer(page, (element) => ((element.theme = 'light'), element.updateComplete));
  expect(await ground()).toBe(light);
});

test('what the element says itself is in the language of the interface, and as the page words it', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager"></article-viewer>', { lang: 'de' });
  const said = await viewer(page, async (element) => {
    await customElements.whenDefined('article-viewer');
    const round = {};
    round.round = round;
    element.data = round;
    await element.updateComplete;
    const alert = () => [element.error.message, element.shadowRoot.querySelector('[role=alert] button').textContent, element.shadowRoot.querySelector('[role=alert]').lang];
    const german = alert();
    element.messages = { problem_data: 'Das geht so nicht.' };
    element.data = round;
    await element.updateComplete;
    return [german, alert()[0]];
  });
  expect(said).toEqual([['Dieser Artikel konnte nicht geöffnet werden', 'Erneut versuchen', 'de'], 'Das geht so nicht.']);
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  expect(nodes.filter(({ role }) => role?.value === 'region').map(({ name }) => name.value)).toEqual(['Artikel']);
});
