// A page of someone else with elements on it, under the strictest policy that they promise to work with.

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src http: https: data:; media-src http: https:; " +
  "connect-src http: https:; frame-src https:; require-trusted-types-for 'script'; trusted-types article-viewer";
export const GOOD = '/made/good.json';
export const RAIN = { format: 'article-viewer/1', headline: 'Rain', body: ['It rained.', 'It still does.'] };
/** An article whose text is markup, in another format than ours; it can be read without the browser's parser. */
export const FEED = { version: 'https://jsonfeed.org/version/1.1', title: 'Feed', items: [{ id: '1', title: 'Rain', content_html: '<p>It <em>rained</em>, <a href="x.html">they say</a>.</p>' }] };
/** That of this one cannot. */
export const UNPLAIN = { ...FEED, items: [{ ...FEED.items[0], content_html: '<p>It <em>rained<p>and rained.' }] };

/** Opens a page of someone else with this markup. */
export async function host(reader, body, options = {}) {
  const query = new URLSearchParams({ body, policy: POLICY, ...options });
  await reader.page.goto(`${reader.origin}/host?${query}`);
}

/** Waits until the elements have come to an end. */
export async function settle(page, status = 'ready', selector = 'article-viewer') {
  await page.waitForFunction(
    ([selector, status]) => [...document.querySelectorAll(selector)].every((element) => element.status === status),
    [selector, status],
  );
}

export const headline = (page, selector = 'article-viewer') => page.locator(selector).locator('.av-headline');
export const viewer = (page, ask, value) => page.locator('article-viewer').first().evaluate(ask, value);

/** A page with one element that shows this. */
export async function showing(reader, data, { attributes = 'loading="eager"', inside = '', around = ['', ''], ...options } = {}) {
  await host(reader, `${around[0]}<article-viewer ${attributes}>${inside}</article-viewer>${around[1]}`, options);
  await viewer(reader.page, (element, data) => (element.data = data), data);
  await settle(reader.page);
}
