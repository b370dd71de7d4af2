// Foreign markup that attacks: nothing of it runs, loads, leads away or stays, with the page's policy and without it.
//
// The converter has to hold alone, since a page that embeds the viewer may have no policy.

import { AFTER, ATTACKS, BEFORE, CARRIERS, carry } from './attacks.mjs';
import { expect, test } from './reader.mjs';

/** All that an article may be made of. */
const ALLOWED = new Set(
  `a abbr article aside audio b bdi blockquote br button caption cite code col colgroup dd del details dfn div dl dt em
   figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p picture pre q rp rt ruby s samp
   section small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr`.split(/\s+/),
);

/** What of the article must not be there, found in the page itself. */
function findings(allowed) {
  const names = new Set(allowed);
  const article = document.querySelector('article');
  const found = [];
  const addresses = { href: /^(https?|mailto|tel):$/, src: /^https?:$/, poster: /^https?:$/ };
  for (const element of [article, ...article.querySelectorAll('*')]) {
    const tag = `<${element.localName}>`;
    if (!(element instanceof HTMLElement)) found.push(`${tag} of another namespace`);
    if (!names.has(element.localName)) found.push(tag);
    if (element.shadowRoot) found.push(`${tag} with a shadow root`);
    for (const { name, value } of element.attributes) {
      const shown = `${tag} ${name}="${value.slice(0, 80)}"`;
      if (/^(on|form|srcdoc|action|is|slot|part|name|ping|download|target|popover|contenteditable|inert|accesskey|autofocus|attributionsrc|crossorigin|usemap|background)/.test(name)) found.push(shown);
      if (name === 'style' && !/^(--av-[\w-]+:[^;]*;?\s*)*$/.test(value)) found.push(shown);
      if (name === 'id' && !value.startsWith('av-')) found.push(shown);
      if (name === 'class' && value.split(/\s+/).some((word) => !word.startsWith('av-'))) found.push(shown);
      if (name === 'role' && value === 'alert') found.push(shown);
      if (addresses[name] && !value.startsWith('#')) {
        const url = new URL(value, document.baseURI);
        const raster = name !== 'href' && /^data:image\/(png|jpeg|gif|webp|avif)[;,]/.test(value);
        if (!addresses[name].test(url.protocol) && !raster) found.push(shown);
        if (url.username || url.password || value.length > 8300) found.push(shown);
      }
      if (name === 'srcset' && /javascript:|data:text|data:image\/svg|onerror/i.test(value)) found.push(shown);
    }
  }
  const elsewhere = 'base, meta[http-equiv="refresh"], meta[http-equiv="set-cookie"], link[href*="evil.example"], script[src*="evil.example"], .taken-over';
  for (const element of document.querySelectorAll(elsewhere)) found.push(`${element.outerHTML.slice(0, 80)} in the page`);
  if (window.hostile !== undefined && typeof window.hostile !== 'object') found.push(`it ran: ${window.hostile}`);
  if (document.querySelectorAll('article').length !== 1) found.push('not one article');
  if (frames.length > 0) found.push('a frame');
  return { found, text: article.innerText, title: document.title };
}

for (const csp of ['page', 'off']) {
  for (const format of Object.keys(CARRIERS)) {
    test(`${ATTACKS.length} attacks in ${format} do nothing (policy: ${csp})`, async ({ reader, page, context }) => {
      test.setTimeout(300_000);
      reader.expectNetworkErrors();
      const happened = [];
      let current = '';
      const note = (what) => happened.push(`${current}: ${what}`);
      await context.route('https://*.example/**', (route) => {
        const kind = route.request().resourceType();
        // A picture or a film may live anywhere; nothing else may be asked for.
        if (kind !== 'image' && kind !== 'media') note(`asked for ${kind} ${route.request().url()}`);
        return route.abort();
      });
      await context.route('**/attack/*.json', (route) => {
        const number = Number(/(\d+)\.json/.exec(route.request().url())[1]);
        return route.fulfill({ contentType: 'application/json', body: carry(format, `Attack ${number} of many`, ATTACKS[number]) });
      });
      page.on('dialog', (dialog) => {
        note(`a dialog: ${dialog.message()}`);
        dialog.dismiss();
      });
      page.on('framenavigated', (frame) => {
        const url = new URL(frame.url());
        if (url.origin !== reader.origin) note(`went to ${frame.url()}`);
      });
      context.on('page', (tab) => note(`a new tab at ${tab.url()}`));

      for (const [number, attack] of ATTACKS.entries()) {
        current = attack.name;
        const src = `/attack/${number}.json`;
        if (number === 0) await reader.open(src, csp === 'page' ? {} : { csp });
        else await reader.openInPlace(src);
        await reader.expectReady(`Attack ${number} of many`);
        const { found, text, title } = await page.evaluate(findings, [...ALLOWED]);
        for (const what of found) note(what);
        if (!text.includes(BEFORE)) note('the words before are gone');
        if (!attack.swallows && !text.includes(AFTER)) note('the words after are gone');
        if (!title.includes(`Attack ${number} of many`)) note(`the title is ${title}`);
      }
      // What was to happen later has had its time by now, but for the last of them.
      await page.waitForTimeout(500);
      const { found } = await page.evaluate(findings, [...ALLOWED]);
      for (const what of found) note(what);
      expect(happened).toEqual([]);
      expect(new URL(page.url()).origin).toBe(reader.origin);
    });
  }
}

test('the checks see what must not be there', async ({ reader, page }) => {
  reader.excuse(/./);
  await reader.open('/made/good.json', { csp: 'off' });
  await reader.expectReady('Good article');
  expect((await page.evaluate(findings, [...ALLOWED])).found).toEqual([]);
  const { found } = await page.evaluate(
    ([source, allowed]) => {
      const article = document.querySelector('article');
      const make = (name, attributes) => {
        const element = article.appendChild(document.createElement(name));
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      };
      make('form', { action: 'x' });
      make('p', { onclick: '1', style: 'color:red', id: 'top', class: 'modal', role: 'alert' });
      make('a', { href: 'javascript:1' });
      make('img', { src: 'data:image/svg+xml,x' });
      return new Function(`return (${source})`)()(allowed);
    },
    [findings.toString(), [...ALLOWED]],
  );
  expect(found.length).toBeGreaterThanOrEqual(9);
});
