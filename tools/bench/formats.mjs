// A neutral article (content.mjs) in four formats, with the fields that real senders fill and the whole text in each.
//
// So the viewer shows the same article whichever it is given, and what one costs more than another is the format's own price.

import { block, body, escape, picture } from './markup.mjs';

const SITE = 'https://courier.example';

/** The viewer's own format: docs/formats/native.md. The peers read it too. */
export function native(article) {
  const text = (runs) =>
    runs.length === 1 && !runs[0].as ? runs[0].text : runs.map(({ text: words, as, href }) => (as ? { type: as, ...(href && { href }), text: words } : words));
  const image = ({ src, width, height, alt, caption, credit }) => ({ src, width, height, alt, caption, credit });
  const kinds = {
    paragraph: (one) => text(one.text),
    heading: (one) => ({ type: 'heading', level: 2, text: text(one.text) }),
    quote: (one) => ({ type: 'quote', text: text(one.text) }),
    list: (one) => ({ type: 'list', items: one.items.map(text) }),
    picture: (one) => ({ type: 'image', ...image(one) }),
  };
  return {
    format: 'article-viewer/1',
    language: 'en',
    headline: article.headline,
    standfirst: article.standfirst,
    authors: article.authors,
    published: article.published,
    lead: image(article.lead),
    body: article.body.map((one) => kinds[one.kind](one)),
    comments: { state: 'closed', message: article.comments },
  };
}

/** A post of the REST API with what `_embed` adds. */
function wordpress(article) {
  const date = article.published.slice(0, 19);
  const { lead } = article;
  const classes = { '<figure>': '<figure class="wp-block-image size-large">', '<figcaption>': '<figcaption class="wp-element-caption">' };
  const figure = (one) => picture(one).replace(/<(figure|figcaption)>/g, (tag) => classes[tag]);
  return {
    id: 4711,
    date,
    date_gmt: date,
    guid: { rendered: `${SITE}/?p=4711` },
    modified: date,
    modified_gmt: date,
    slug: article.name,
    status: 'publish',
    type: 'post',
    link: `${SITE}/${article.name}/`,
    title: { rendered: escape(article.headline) },
    content: { rendered: article.body.map((one) => (one.kind === 'picture' ? figure(one) : block(one))).join('\n\n\n\n'), protected: false },
    excerpt: { rendered: `<p>${escape(article.standfirst)}</p>\n`, protected: false },
    author: 1,
    featured_media: 2,
    comment_status: 'closed',
    ping_status: 'closed',
    lang: 'en',
    _embedded: {
      author: article.authors.map((name, index) => ({ id: index + 1, name })),
      'wp:featuredmedia': [
        {
          id: 2,
          type: 'attachment',
          caption: { rendered: `<p>${escape(lead.caption)}</p>\n` },
          alt_text: lead.alt,
          media_type: 'image',
          mime_type: 'image/png',
          media_details: { width: lead.width, height: lead.height, image_meta: { credit: lead.credit } },
          source_url: lead.src,
        },
      ],
    },
  };
}

/** A NewsArticle whose text is HTML, since a plain one would have neither headings nor pictures. */
function schemaOrg(article) {
  const { lead } = article;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': `${SITE}/${article.name}/#article`,
    url: `${SITE}/${article.name}/`,
    inLanguage: 'en',
    headline: escape(article.headline),
    description: escape(article.standfirst),
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    datePublished: article.published,
    publisher: { '@type': 'NewsMediaOrganization', name: 'The Harbour Courier', url: SITE },
    image: { '@type': 'ImageObject', contentUrl: lead.src, width: lead.width, height: lead.height, caption: escape(lead.caption), creditText: lead.credit },
    articleBody: body(article),
  };
}

/** An item of version 1.3, with an association for each picture. */
function ninjs(article) {
  const association = ({ src, width, height, alt, caption, credit }, number) => ({
    uri: `${SITE}/pictures/${article.name}/${number}`,
    type: 'picture',
    byline: credit,
    description_text: caption,
    body_text: alt,
    renditions: { original: { href: src, mimetype: 'image/png', width, height } },
  });
  const others = article.body.filter((one) => one.kind === 'picture');
  return {
    uri: `${SITE}/items/${article.name}`,
    type: 'text',
    version: '1',
    versioncreated: article.published,
    firstpublished: article.published,
    pubstatus: 'usable',
    language: 'en',
    headline: article.headline,
    description_text: article.standfirst,
    byline: `By ${article.authors.join(' and ')}`,
    copyrightholder: 'The Harbour Courier',
    body_html: body(article),
    associations: {
      featuremedia: association(article.lead, 0),
      ...Object.fromEntries(others.map((one, index) => [`picture-${index + 1}`, association(one, index + 1)])),
    },
  };
}

/** By the names that the viewer has for them. */
export const FORMATS = { native, wordpress, 'schema-org': schemaOrg, ninjs };

/** Where the article of this name is, in this format. */
export const address = (name, format = 'native') => `/content/${name}${format === 'native' ? '' : `.${format}`}.json`;
