// What the tables of docs/embedding.md promise of the element, where no other journey comes by.

import { readFile } from 'node:fs/promises';

import * as contract from '../../tools/package/contract.mjs';

import { GOOD, POLICY, RAIN, headline, host, settle, showing, viewer } from './host.mjs';
import { expect, test } from './reader.mjs';

const specimen = async () => ({ ...JSON.parse(await readFile(new URL('../../articles/harbour-inland.json', import.meta.url), 'utf8')), notices: ['gated'] });

test('every part reaches what it names, and nothing else has it', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  const rules = contract.parts.map(([name], place) => `article-viewer::part(${name}) { --seen-${name}: ${place + 1}; }`).join('\n');
  await page.route('**/host-style.css', (route) => route.fulfill({ contentType: 'text/css', body: rules }));
  await showing(reader, await specimen(), { head: '<link rel="stylesheet" href="/host-style.css">', attributes: 'loading="eager" controls' });
  await page.getByRole('button', { name: 'Contents' }).click();
  const seen = await viewer(page, (element, names) => {
    const seen = {};
    for (const name of names) {
      const named = [...element.shadowRoot.querySelectorAll(`[part~="${name}"]`)];
      seen[name] = named.length > 0 && named.every((part) => getComputedStyle(part).getPropertyValue(`--seen-${name}`));
    }
    return seen;
  }, contract.parts.map(([name]) => name).filter((name) => name !== 'error'));
  expect(new Set(Object.values(seen)), JSON.stringify(seen)).toEqual(new Set([true]));
  await viewer(page, (element) => ((element.data = null), (element.src = '/fault/404')));
  await settle(page, 'error');
  expect(await viewer(page, (element) => element.shadowRoot.querySelector('.av-problem').part.contains('error'))).toBe(true);
});

test('accent and focus have the colours of the page', async ({ reader, page }) => {
  await page.route('**/host-style.css', (route) => route.fulfill({ contentType: 'text/css', body: 'article-viewer { --article-accent: rgb(120, 0, 60); --article-focus: rgb(1, 2, 3); }' }));
  const data = { ...RAIN, body: [['See ', { type: 'link', href: 'https://example.org/', text: 'this' }]] };
  const look = async (head) => {
    await showing(reader, data, { head });
    await page.keyboard.press('Tab');
    return page.locator('article-viewer a').evaluate((link) => [getComputedStyle(link).color, getComputedStyle(link).outlineColor]);
  };
  const [usual] = await look('');
  const [accent, focus] = await look('<link rel="stylesheet" href="/host-style.css">');
  expect(focus).toBe('rgb(1, 2, 3)');
  expect(accent).not.toBe(usual);
});

test('no event comes of a property that the page sets', async ({ reader, page }) => {
  const data = { ...RAIN, comments: 'open', body: [...RAIN.body, { type: 'embed', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: 'The film' }] };
  await page.route(/youtube/, (route) => route.fulfill({ contentType: 'text/html', body: 'player' }));
  await showing(reader, data);
  await page.waitForTimeout(300);
  const heard = await viewer(page, async (element, names) => {
    const heard = [];
    for (const name of names) element.addEventListener(name, () => heard.push(name));
    Object.assign(element, { theme: 'sepia', headingLevel: 3, comments: 'hidden', uiLang: 'de', messages: { more: 'And' }, controls: true, loading: 'lazy', embeds: 'never' });
    await element.updateComplete;
    const quiet = [...heard];
    // Save for this one, which asks before each player.
    element.addEventListener('article-embed', (event) => event.preventDefault(), { once: true });
    element.embeds = 'allow';
    await element.updateComplete;
    return [quiet, heard];
  }, contract.events.map(([name]) => name));
  expect(heard).toEqual([[], ['article-embed']]);
  await expect(page.locator('article-viewer iframe')).toHaveCount(0);
});

test('of a list there is no article, and the region is named after what is shown', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager" src="/articles/courier-feed.json"></article-viewer>');
  await settle(page);
  const client = await page.context().newCDPSession(page);
  const region = async () => (await client.send('Accessibility.getFullAXTree')).nodes.filter(({ role }) => role?.value === 'region').map(({ name }) => name.value)[0];
  expect(await viewer(page, ({ article, loaded, toHTML }) => [article, loaded])).toEqual([null, true]);
  expect(await viewer(page, (element) => element.toHTML())).toBe('');
  await viewer(page, (element) => element.openItem('1'));
  const name = await viewer(page, ({ shadowRoot }) => shadowRoot.querySelector('.av-headline').textContent);
  expect(await region()).toBe(name);
  expect(await viewer(page, ({ article }) => typeof article.headline)).toBe('string');
});

test('hidden hides, whatever the article is', async ({ reader, page }) => {
  await showing(reader, RAIN);
  const element = page.locator('article-viewer');
  await expect(element).toBeVisible();
  await viewer(page, (element) => (element.hidden = true));
  await expect(element).toBeHidden();
  expect(await viewer(page, (element) => getComputedStyle(element).display)).toBe('none');
});

test('made by new, by cloneNode and by a template, it is the same element', async ({ reader, page }) => {
  await host(reader, `<template><article-viewer loading="eager" src="${GOOD}"></article-viewer></template><main></main>`);
  const seen = await page.evaluate(async (good) => {
    await customElements.whenDefined('article-viewer');
    const main = document.querySelector('main');
    const Element = customElements.get('article-viewer');
    const made = Object.assign(new Element(), { loading: 'eager', src: good });
    const attributes = new Element().getAttributeNames().length;
    main.append(made);
    await made.updateComplete;
    const copy = made.cloneNode(true);
    const before = [copy.status, copy.childNodes.length];
    const templated = document.importNode(document.querySelector('template').content, true).firstChild;
    main.append(copy, templated);
    await copy.updateComplete;
    await templated.updateComplete;
    return { attributes, before, status: [made, copy, templated].map(({ status }) => status), same: copy instanceof Element };
  }, GOOD);
  expect(seen).toEqual({ attributes: 0, before: ['idle', 0], status: ['ready', 'ready', 'ready'], same: true });
});

test('src goes before a JSON child, and the child is there when src goes', async ({ reader, page }) => {
  await host(reader, `<article-viewer loading="eager" src="${GOOD}"><script type="application/json">${JSON.stringify(RAIN)}</script></article-viewer>`, { policy: '' });
  await settle(page);
  await expect(headline(page)).toContainText('Good article');
  await viewer(page, (element) => ((element.src = null), element.updateComplete));
  await expect(headline(page)).toHaveText('Rain');
});

test('loading that becomes eager does not wait any longer', async ({ reader, page }) => {
  await host(reader, `${'<p>Down</p>'.repeat(200)}<article-viewer src="${GOOD}"></article-viewer>`);
  await page.waitForFunction(() => document.querySelector('article-viewer').status);
  const seen = await viewer(page, async (element) => {
    await element.updateComplete;
    const before = element.status;
    element.loading = 'eager';
    await element.updateComplete;
    return [before, element.status];
  });
  expect(seen).toEqual(['idle', 'ready']);
});

test('updateComplete is a promise that gives nothing', async ({ reader, page }) => {
  await showing(reader, RAIN);
  expect(await viewer(page, async (element) => [element.updateComplete instanceof Promise, await element.updateComplete, await element.reload(), await element.openItem('1'), await element.addBlocks([])])).toEqual([true, undefined, undefined, undefined, undefined]);
});

test('an article fits its container, however narrow', async ({ reader, page }) => {
  // The pictures of the specimen are relative to where it lies.
  reader.expectNetworkErrors();
  await showing(reader, await specimen(), { around: ['<div style="width: 240px">', '</div>'], policy: '' });
  const wide = await viewer(page, (element) => {
    const { right } = element.getBoundingClientRect();
    const isScrolled = (node) => node.closest('[class*=region], pre, .av-code, .av-gallery, .av-table, .av-math, [tabindex="0"]');
    return [...element.shadowRoot.querySelectorAll('.av-body > *')].filter((node) => !isScrolled(node) && node.getBoundingClientRect().right > right + 1).map(({ className }) => className);
  });
  expect(wide).toEqual([]);
  expect(await viewer(page, (element) => element.getBoundingClientRect().width)).toBe(240);
});

test('progress and load say what they are', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager"></article-viewer>');
  const types = await viewer(page, async (element, good) => {
    await customElements.whenDefined('article-viewer');
    const types = new Set();
    for (const name of ['progress', 'load', 'error']) element.addEventListener(name, ({ detail }) => types.add(`${name} ${detail.type}`));
    element.src = good;
    await element.updateComplete;
    element.src = 'javascript:0';
    await element.updateComplete;
    return [...types];
  }, GOOD);
  expect(types).toEqual(['progress progress', 'load load', 'error address']);
});

// What is set once for all elements.

test('cacheSize: so many articles are kept', async ({ reader, page }) => {
  const [one, two] = [reader.token(), reader.token()];
  await host(reader, '<main></main>');
  await page.evaluate(async ([one, two]) => {
    await customElements.whenDefined('article-viewer');
    customElements.get('article-viewer').cacheSize = 1;
    for (const src of [one, two, two, one]) {
      const element = Object.assign(document.createElement('article-viewer'), { loading: 'eager', src });
      document.querySelector('main').append(element);
      await element.updateComplete;
      element.remove();
    }
  }, [one, two].map((token) => `${GOOD}?t=${token}`));
  expect([(await reader.hits(one)).length, (await reader.hits(two)).length]).toEqual([2, 1]);
});

test('mapURLs, as a method, sees articles and words', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager" ui-lang="de"></article-viewer>');
  const asked = await viewer(page, async (element, good) => {
    await customElements.whenDefined('article-viewer');
    const asked = [];
    customElements.get('article-viewer').mapURLs((url) => {
      asked.push(new URL(url).pathname);
      return url.replace('/elsewhere', good);
    });
    element.src = '/elsewhere';
    await element.updateComplete;
    return asked.sort();
  }, GOOD);
  expect(asked).toEqual(['/elsewhere', '/words/de.json']);
  await expect(headline(page)).toContainText('Good article');
});

test('reload asks again where mapURLs gives a relative address', async ({ reader, page }) => {
  const token = reader.token();
  await host(reader, '<article-viewer loading="eager"></article-viewer>');
  await viewer(page, async (element, good) => {
    await customElements.whenDefined('article-viewer');
    customElements.get('article-viewer').mapURLs(() => good);
    element.src = '/elsewhere';
    await element.updateComplete;
    await element.reload();
  }, `${GOOD}?t=${token}`);
  await settle(page);
  expect(await reader.hits(token)).toHaveLength(2);
});

test('without the sheet for paper an article is printed all the same, and it may come another time', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  let asked = 0;
  await page.route(/article-viewer_print/, (route) => ((asked += 1), route.abort()));
  await showing(reader, RAIN);
  await viewer(page, async (element) => {
    window.printed = 0;
    new MutationObserver(() => {
      for (const frame of document.querySelectorAll('iframe')) frame.contentWindow.print = () => (window.printed += 1);
    }).observe(document.body, { childList: true });
    await element.print();
    await element.print();
  });
  expect(await page.evaluate(() => window.printed)).toBe(2);
  expect(asked).toBeGreaterThan(1);
});

test('defaults are for elements without the attribute, limits among them', async ({ reader, page }) => {
  await host(reader, `<article-viewer loading="eager"></article-viewer>`, { at: 'none' });
  const seen = await page.evaluate(async (good) => {
    const { ArticleViewerElement } = await import('/article-viewer.js');
    ArticleViewerElement.defaults = { headingLevel: 4, limits: { bytes: 100 } };
    const element = document.querySelector('article-viewer');
    element.src = good;
    await element.updateComplete;
    const small = element.error?.type;
    ArticleViewerElement.defaults = { ...ArticleViewerElement.defaults, limits: {} };
    element.setAttribute('heading-level', '2');
    await element.reload();
    return [small, element.status, element.headingLevel, document.createElement('article-viewer').headingLevel];
  }, GOOD);
  expect(seen).toEqual(['too_large', 'ready', 2, 4]);
});

test('engineLocation says where the program is: early or late, relative, with a slash at its end or without', async ({ reader, page }) => {
  for (const early of [true, false]) {
    await host(reader, '<article-viewer loading="eager"></article-viewer>', { at: 'none' });
    const asked = page.waitForRequest(/\/any\/place\/article-viewer_bg-\w+\.wasm/);
    const seen = await page.evaluate(async ([early, rain]) => {
      if (early) globalThis.ArticleViewerElement = { engineLocation: '/any/place' };
      const { ArticleViewerElement } = await import('/article-viewer.js');
      if (!early) ArticleViewerElement.engineLocation = 'any/place/';
      const element = document.querySelector('article-viewer');
      element.data = rain;
      await element.updateComplete;
      return [ArticleViewerElement.engineLocation, element.status];
    }, [early, RAIN]);
    expect(seen).toEqual([`${reader.origin}/any/place/`, 'ready']);
    await asked;
  }
});

test('preload brings the program before there is an element, with hints for its parts', async ({ reader, page }) => {
  await host(reader, '<main></main>', { at: 'none' });
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const hints = await page.evaluate(async () => {
    const { ArticleViewerElement } = await import('/article-viewer.js');
    const hints = [];
    new MutationObserver((records) => hints.push(...records.flatMap(({ addedNodes }) => [...addedNodes]).map(({ rel, as, href }) => `${rel} ${as} ${href.match(/_\w+/)}`))).observe(document.head, { childList: true });
    await ArticleViewerElement.preload();
    return [hints, document.head.querySelectorAll('link[rel=preload]').length];
  });
  expect(hints).toEqual([['_bg', '_shared', '_element'].map((part) => `preload fetch ${part}`), 0]);
  const before = asked.filter((path) => path.endsWith('.wasm')).length;
  expect(before).toBe(3);
  await page.evaluate(async (rain) => {
    const element = Object.assign(document.createElement('article-viewer'), { loading: 'eager', data: rain });
    document.querySelector('main').append(element);
    await element.updateComplete;
    return element.status;
  }, RAIN);
  await expect(headline(page)).toHaveText('Rain');
  expect(asked.filter((path) => /_(bg|shared|element)-/.test(path) && path.endsWith('.wasm')).length).toBe(before);
});

test('without a source it waits, and says so', async ({ reader, page }) => {
  await host(reader, '<article-viewer loading="eager"></article-viewer>', { policy: POLICY });
  expect(await viewer(page, async (element) => (await customElements.whenDefined('article-viewer'), await element.updateComplete, [element.status, element.article, element.error, element.toHTML()]))).toEqual(['idle', null, null, '']);
});
