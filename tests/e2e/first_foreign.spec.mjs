// The first look at articles in other formats: what the program shows of them, before it is there.

import { article } from '../../tools/bench/content.mjs';
import { FORMATS } from '../../tools/bench/formats.mjs';
import { expect, test } from './reader.mjs';

const { wordpress: POST, 'schema-org': NODE, ninjs: ITEM } = Object.fromEntries(
  ['wordpress', 'schema-org', 'ninjs'].map((name) => [name, FORMATS[name](article('story'))]),
);

/** Opens a file, and says whether there was a first look, and whether the program has kept it. */
async function look(reader, page, file) {
  // The pictures are not there.
  reader.expectNetworkErrors();
  let letGo;
  const held = new Promise((go) => (letGo = go));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.route('**/articles/first.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(file) }));
  await reader.open('articles/first.json');
  await page.evaluate(() => document.firstLookComing);
  const hadOne = await page.evaluate(() => {
    const shown = document.querySelector('article');
    if (shown) shown.ofTheFirstLook = true;
    return shown !== null;
  });
  letGo();
  await reader.expectState('ready');
  return { hadOne, isKept: await page.evaluate(() => document.querySelector('article').ofTheFirstLook === true) };
}

const sizes = (name) => Object.fromEntries([300, 1024].map((width) => [`w${width}`, { source_url: `/picture/${name}-${width}.jpg`, width, height: (width / 3) * 2, mime_type: 'image/jpeg' }]));

const WRITTEN = {
  ...POST,
  title: { rendered: 'Gates &#8220;stay&#8221; <em>open</em>' },
  lang: undefined,
  excerpt: { rendered: '<p>Cracked hinges delay the repair of both gates [&hellip;]</p>\n' },
  content: {
    rendered: `<!-- wp:paragraph --><p class="has-drop-cap">Cracked hinges delay the repair of both gates &amp; more.</p>
<figure class="wp-block-image size-large alignwide"><a href="/gates.jpg"><img decoding="async" width="1024" height="682" src="/picture/a-1024x682.jpg" alt="" class="wp-image-311" srcset="/picture/a-1024x682.jpg 1024w, /picture/a-300x200.jpg 300w" sizes="100vw" /></a><figcaption class="wp-element-caption">At low tide. <span class="credit">Lena Hale</span></figcaption></figure>
<h2 class="wp-block-heading" id="h-next">What&nbsp;next</h2>
<ul class="wp-block-list"><li>Survey <strong>in March</strong></li>
<li>Divers<ul><li>weather permitting</li></ul></li></ul>
<blockquote class="wp-block-quote"><p>Nobody likes waiting</p><p>Nor do I</p><cite>— Ada Kerrigan</cite></blockquote>
<p>One line<br>and another, d&eacute;j&agrave; <span>vu</span>.</p><p>&nbsp;</p><hr class="wp-block-separator"/>
<p>The end.</p>`,
  },
  _embedded: {
    author: [{ id: 7, name: 'Ada O&#8217;Hara', url: '', link: '/author/ada/', avatar_urls: { 24: '/picture/ada-24.png', 96: '/picture/ada-96.png' } }],
    'wp:featuredmedia': [{ id: 2, alt_text: 'Gates', caption: { rendered: '<p>The gates.</p>\n' }, media_details: { width: 1600, height: 1067, sizes: sizes('gates') }, mime_type: 'image/jpeg', source_url: '/picture/gates.jpg' }],
    'wp:term': [[{ id: 1, name: 'Coast &amp; sea', taxonomy: 'category', link: '/coast' }], [{ id: 2, name: 'Tides', taxonomy: 'post_tag', link: '/tides' }]],
  },
};

const NEW_ITEM = {
  uri: 'urn:pier:1',
  type: 'text',
  versionCreated: '2026-01-02T03:04:05Z',
  language: 'de',
  headlines: [{ role: 'main', value: 'Tore bleiben offen' }],
  descriptions: [{ role: 'summary', contentType: 'text/plain', value: 'Noch einen Winter.' }],
  bodies: [{ role: 'text', contentType: 'text/plain', value: 'Kurz.' }, { role: 'main', contentType: 'text/html', value: '<p>Die Tore bleiben <b>offen</b>.</p><p>Bis zum Frühjahr.</p>' }],
  infoSources: [{ name: 'Pierpost' }],
  subjects: [{ name: 'Gezeiten' }],
  associations: [{ name: 'main', type: 'picture', headlines: [{ value: 'Tore' }], renditions: [{ name: 'big', href: '/picture/1200x800.png', width: 1200, height: 800, contentType: 'image/png' }, { name: 'small', href: '/picture/600x400.png', width: 600, height: 400, contentType: 'image/png' }] }],
};

const GRAPH = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'NewsArticle', '@id': 'https://pier.example/a/#article', headline: 'Gates &amp; hinges', datePublished: '2026-01-02T03:04:05+00:00', author: { '@id': 'https://pier.example/#ada' }, publisher: { '@id': 'https://pier.example/#us' }, image: [{ '@type': 'ImageObject', url: '/picture/800x800.png', width: 800, height: 800 }, { '@type': 'ImageObject', url: '/picture/1200x800.png', width: 1200, height: 800 }], articleBody: 'The gates stay open.\nUntil spring.', keywords: 'tides, harbour' },
    { '@type': 'Person', '@id': 'https://pier.example/#ada', name: 'Ada Kerrigan', jobTitle: 'Reporter' },
    { '@type': 'Organization', '@id': 'https://pier.example/#us', name: 'The Pier Post', url: 'https://pier.example/', logo: { '@type': 'ImageObject', url: '/picture/80x60.png', width: 80, height: 60 } },
    { '@type': 'BreadcrumbList', itemListElement: [{ name: 'Home' }, { name: 'Coast' }, { name: 'Gates' }] },
  ],
};

for (const [what, file] of Object.entries({ 'a post': POST, 'a post as editors write them': WRITTEN, 'an article of linked data': NODE, 'a graph': GRAPH, 'an item of news': ITEM, 'an item of a newer version': NEW_ITEM })) {
  test(`${what} is there as the program shows it`, async ({ reader, page }) => {
    expect(await look(reader, page, file)).toEqual({ hadOne: true, isKept: true });
  });
}

const rendered = (html) => ({ ...POST, content: { rendered: html } });

/** What is not plain waits for the program. */
const waiting = {
  'a script address': rendered('<p>See <a href="javascript:alert(1)">this</a>.</p>'),
  'a script': rendered('<p>See this.</p><script>alert(1)</script>'),
  'a handler on a picture without an address': rendered('<p>See this.</p><img onerror="alert(1)">'),
  'a frame': rendered('<p>See this.</p><iframe src="https://video.example/"></iframe>'),
  'a gallery': rendered('<p>See this.</p><ul class="blocks-gallery-grid"><li>x</li></ul>'),
  'an element that is never closed': rendered('<p>See <b>this.</p>'),
  'a paragraph in a paragraph': rendered('<p>See <div>this</div></p>'),
  'a short code': rendered('<p>[gallery ids="1"]</p><p>x</p>'),
  'an unknown entity': rendered('<p>&CounterClockwiseContourIntegral;</p>'),
  'a file of another kind': { ...ITEM, type: 'composite' },
};

for (const [what, file] of Object.entries(waiting)) {
  test(`${what} waits for the program`, async ({ reader, page }) => {
    expect(await look(reader, page, file)).toEqual({ hadOne: false, isKept: false });
  });
}

test('the article stays when the part that reads its format does not come', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await page.route('**/articles/first.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(POST) }));
  await page.route('**/article-viewer_formats-*.wasm', (route) => route.abort());
  await reader.open('articles/first.json');
  await reader.expectState('error');
  await expect(reader.article).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText('could not be downloaded');
});

test('a part that is long on its way does not take the article away', async ({ reader, page }) => {
  reader.expectNetworkErrors();
  await page.route('**/articles/first.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(POST) }));
  let letGo;
  const held = new Promise((go) => (letGo = go));
  await page.route('**/article-viewer_formats-*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await reader.open('articles/first.json');
  await expect(reader.article).toHaveCount(1);
  await page.evaluate(() => {
    document.querySelector('article').ofTheFirstLook = true;
  });
  await page.waitForTimeout(1500);
  await expect(reader.article).toHaveCount(1);
  letGo();
  await reader.expectState('ready');
  expect(await page.evaluate(() => document.querySelector('article').ofTheFirstLook === true)).toBe(true);
});
