// An article as HTML: what a page holds that was written beforehand, and what other formats keep their bodies in.
//
// peers/article.jsx makes the same elements in a browser; check.mjs finds out when they differ.

export const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function inline(text) {
  return text
    .map(({ text: words, as, href }) => {
      if (as === 'link') return `<a href="${escape(href)}">${escape(words)}</a>`;
      return as ? `<${as}>${escape(words)}</${as}>` : escape(words);
    })
    .join('');
}

export function picture({ src, width, height, alt, caption, credit }, loading = 'loading="lazy"') {
  const image = `<img src="${escape(src)}" width="${width}" height="${height}" alt="${escape(alt)}" ${loading}>`;
  return `<figure>${image}<figcaption>${escape(caption)} <span class="credit">${escape(credit)}</span></figcaption></figure>`;
}

const BLOCKS = {
  paragraph: ({ text }) => `<p>${inline(text)}</p>`,
  heading: ({ text }) => `<h2>${inline(text)}</h2>`,
  quote: ({ text }) => `<blockquote><p>${inline(text)}</p></blockquote>`,
  list: ({ items }) => `<ul>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`,
  picture: (block) => picture(block),
};

export const block = (one) => BLOCKS[one.kind](one);

export const body = (article) => article.body.map(block).join('\n');

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The whole article, as the static page has it. */
export function articleMarkup(article) {
  return `<article lang="en">
<header><h1>${escape(article.headline)}</h1><p class="standfirst">${escape(article.standfirst)}</p>
<p class="byline">By ${escape(article.authors.join(' and '))}</p>
<p class="dates">Published <time datetime="${article.published}">${DAY.format(new Date(article.published))}</time></p></header>
${picture(article.lead, 'fetchpriority="high"')}
${body(article)}
<p class="comments" role="note">${escape(article.comments)}</p>
</article>`;
}
