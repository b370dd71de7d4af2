// The articles that the journeys read, made on request.
//
// Everything here is written for these tests.
// An article is a plain object in the viewer's own format, so that a journey can say in its address what it wants to see:
// `/made/good.json?n=2`, `/made/hub.json?to=…`, `/made/wrong.json?field=lead.width&as=string`.

import { deflateSync } from 'node:zlib';

export const LAST_WORDS = 'The last paragraph of the ledger stands.';

/** A complete article that uses every field and every block of the foundation. */
export function good(number = '1') {
  return {
    format: 'article-viewer/1',
    language: 'en',
    publisher: { name: 'The Harbour Ledger', url: 'https://ledger.example/' },
    section: 'Coast',
    kicker: 'Tides',
    headline: `Good article ${number}: the tide clock runs again`,
    standfirst: 'After eleven years of silence the harbour keeps its own time, and the ferries have begun to follow it.',
    authors: ['Ada Quay', { name: 'Tom Mole', role: 'Harbour correspondent' }],
    dateline: 'Saltwick',
    published: '2026-11-20T08:00:00Z',
    updated: '2026-11-20T11:30:00Z',
    url: `https://ledger.example/coast/tide-clock-${number}`,
    lead: {
      src: '/picture/1200x800.png',
      width: 1200,
      height: 800,
      alt: 'A brass clock face on a harbour wall',
      caption: 'The restored clock shows the hours until high water.',
      credit: 'Ada Quay/The Harbour Ledger',
    },
    body: [
      'The clock on the north pier was built in 1904 and stopped in 2015, when a storm filled its works with sand.',
      {
        type: 'paragraph',
        text: [
          'Its keeper, ',
          { type: 'strong', text: 'Ines Warp' },
          ', spent ',
          { type: 'em', text: 'two winters' },
          ' on it, as ',
          { type: 'link', href: 'https://ledger.example/ines', text: 'this paper reported' },
          '. The mechanism is called ',
          { type: 'code', text: 'lunar_train' },
          ', it loses 4 × 10',
          { type: 'sup', text: '-6' },
          ' of a day, and it is washed with H',
          { type: 'sub', text: '2' },
          'O only.',
          { type: 'break' },
          'A Moroccan sailor greeted it with ',
          { type: 'span', language: 'ar', direction: 'rtl', text: 'السلام عليكم' },
          ' and ',
          { type: 'quote', text: 'well kept' },
          '.',
        ],
      },
      { type: 'heading', level: 2, text: 'How it works' },
      { type: 'list', ordered: false, items: ['A pendulum', 'A float in a well', ['A ', { type: 'strong', text: 'cam' }, ' for the moon']] },
      {
        type: 'image',
        src: '/picture/900x600.png',
        width: 900,
        height: 600,
        alt: 'Cogwheels beside a ruler',
        caption: 'Each wheel was cut twice.',
        credit: 'Saltwick Museum',
      },
      { type: 'list', ordered: true, items: ['Wind it.', 'Wait for the tide.'] },
      { type: 'quote', text: 'It is never late, only early for the next one.', cite: 'Ines Warp' },
      { type: 'pullquote', text: 'The sea is the spring.', cite: 'Ines Warp' },
      { type: 'divider' },
      { type: 'embed', url: 'https://video.example/watch/tide', title: 'The clock at work' },
      LAST_WORDS,
    ],
    tags: ['Harbour', 'Clocks'],
    related: [{ title: 'A map of the piers', url: 'https://ledger.example/piers' }],
    comments: { state: 'closed', message: 'We closed the comments on this story at noon.' },
    copyright: '© 2026 The Harbour Ledger',
  };
}

/** A long article whose related links open other articles in the same page. */
export function hub(origin, page, targets) {
  const article = good('hub');
  article.headline = 'The hub: where other stories begin';
  for (let index = 0; index < 40; index += 1) {
    article.body.splice(-1, 0, `Paragraph ${index} of the hub. ${'The tide comes in and the tide goes out. '.repeat(8)}`);
  }
  article.related = targets.map((target, index) => ({
    title: `Story ${index + 1}`,
    url: `${origin}${page}?src=${encodeURIComponent(target)}`,
  }));
  return article;
}

/** An article from right to left, with a Latin name inside it. */
function rtl() {
  return {
    format: 'article-viewer/1',
    language: 'ar',
    headline: 'ساعة المد تعود إلى العمل',
    standfirst: 'بعد أحد عشر عاما من الصمت يعود الميناء إلى توقيته الخاص.',
    authors: ['ليلى البحري'],
    published: '2026-11-20T08:00:00Z',
    lead: {
      src: '/picture/1200x800.png',
      width: 1200,
      height: 800,
      alt: 'وجه ساعة نحاسي على جدار الميناء',
      caption: 'الساعة بعد ترميمها.',
      credit: 'أرشيف الميناء',
    },
    body: [
      'بنيت الساعة على الرصيف الشمالي سنة 1904 وتوقفت سنة 2015.',
      { type: 'heading', level: 2, text: 'كيف تعمل' },
      { type: 'list', ordered: true, items: ['رقاص', 'عوامة في بئر'] },
      { type: 'quote', text: 'لا تتأخر أبدا.', cite: 'Ines Warp' },
      'انتهى الخبر.',
    ],
    comments: { state: 'closed' },
  };
}

/** Pictures that tell their size, pictures that do not, and pictures that never come. */
function pictures(token) {
  const picture = (src, more) => ({ type: 'image', src, alt: `Alt of ${src.split('?')[0]}`, caption: `Caption of ${src.split('?')[0]}`, credit: 'Saltwick Museum', ...more });
  return {
    format: 'article-viewer/1',
    language: 'en',
    headline: 'Pictures of every kind',
    lead: picture(`/picture/800x1000.png?delay=400&t=${token}`, {}),
    body: [
      'Before the first picture.',
      picture(`/picture/640x640.png?delay=300&t=${token}`, {}),
      'Between a square one and a missing one.',
      picture(`/picture/missing.png?t=${token}`, { width: 900, height: 450 }),
      'Between a missing one and a web page.',
      picture(`/picture/page.png?t=${token}`, { width: 600, height: 600 }),
      'Between a web page and one that gives no size and is not there.',
      picture(`/picture/missing-without-size.png?t=${token}`, {}),
      'Between a missing one and a wide one.',
      picture(`/picture/1600x400.png?delay=200&t=${token}`, { width: 1600, height: 400 }),
      LAST_WORDS,
    ],
  };
}

/** Every string is an attempt to run, load, navigate or overlay something. */
export function hostile(origin) {
  const run = "window.hostile='ran'";
  const markup = `<img src=x onerror="${run}"><script>${run}</script><svg onload="${run}">`;
  const links = [
    `javascript:${run}`,
    `JaVaScRiPt:${run}`,
    `java\nscript:${run}`,
    `java\tscript:${run}`,
    `\u0001javascript:${run}`,
    ` javascript:${run}`,
    `javascript://%0a${run}`,
    `vbscript:${run}`,
    `data:text/html,<script>opener.${run}</script>`,
    `data:text/html;base64,PHNjcmlwdD5vcGVuZXIuaG9zdGlsZT0xPC9zY3JpcHQ+`,
    'blob:https://ledger.example/1234',
    'file:///etc/hostname',
    'filesystem:https://ledger.example/temporary/x',
    'about:blank',
    'view-source:https://ledger.example/',
    'intent://scan/#Intent;scheme=zxing;end',
    'https://bank.example@evil.example/',
    'https://user:secret@evil.example/',
    'ws://ledger.example/',
    'ftp://ledger.example/',
    `https://ledger.example/${'a'.repeat(9000)}`,
  ];
  const sources = [
    `javascript:${run}`,
    `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload="${run}"/>`,
    `data:text/html,<script>${run}</script>`,
    'blob:https://ledger.example/1234',
    'file:///etc/hostname',
    `x" onerror="${run}`,
  ];
  return {
    format: 'article-viewer/1',
    language: `en" onload="${run}`,
    direction: `ltr" onmouseover="${run}`,
    publisher: { name: markup, url: links[0], logo: { src: sources[0] } },
    section: markup,
    kicker: markup,
    headline: `Hostile strings ${markup}`,
    standfirst: markup,
    authors: [markup, { name: markup, role: markup, url: links[0], picture: { src: sources[1] } }],
    dateline: markup,
    published: markup,
    updated: '2026-11-20T08:00:00Z"><script>window.hostile=1</script>',
    url: links[0],
    lead: { src: sources[0], srcset: `${sources[0]} 1x, x" onerror="${run} 2x`, sizes: `" onload="${run}`, width: '1" onload="x', height: 1e308, alt: markup, caption: markup, credit: markup },
    body: [
      markup,
      '<article-viewer src="/made/good.json"></article-viewer>',
      '&lt;img src=x onerror=alert(1)&gt; &#106;avascript:alert(1) \u202Ereversed\u202C \u2066open',
      ...links.map((href, index) => ({ type: 'paragraph', text: ['Before ', { type: 'link', href, text: `hostile link ${index}` }, ' after.'] })),
      ...sources.map((src, index) => ({ type: 'image', src, alt: `hostile picture ${index}`, caption: markup, credit: markup })),
      { type: 'script', text: run },
      { type: 'style', text: 'body{display:none}' },
      { type: 'html', text: markup, html: markup },
      { type: 'iframe', src: links[0], url: links[0] },
      { type: 'embed', url: links[0], title: markup },
      { type: 'embed', url: `data:text/html,<script>${run}</script>`, title: 'An embed' },
      { type: 'embed', url: `${origin}/beacon?from=embed`, title: 'An embed that must not load by itself' },
      { type: 'quote', text: markup, cite: markup },
      { type: 'pullquote', text: [{ type: 'span', language: `"><script>${run}</script>`, direction: `"><b>`, text: markup }], cite: markup },
      { type: 'heading', level: 2, text: markup, id: 'article-viewer' },
      { type: `"><script>${run}</script>`, text: markup },
      { type: '__proto__', constructor: { prototype: {} }, text: 'prototype' },
      { type: 'list', items: [markup, [{ type: 'link', href: links[0], text: markup }]] },
      LAST_WORDS,
    ],
    tags: [markup, { name: markup, url: links[0] }],
    related: [
      { title: markup, url: links[0] },
      { title: 'related', url: links[8] },
    ],
    comments: { state: markup, message: markup, url: links[0] },
    copyright: markup,
    __proto__: { polluted: true },
    '@context': `${origin}/beacon?from=context`,
    _links: { self: [{ href: `${origin}/beacon?from=links` }] },
  };
}

/** What each kind of wrong value looks like; deliberately easy to find again on the page. */
const WRONG = {
  string: 'zz',
  number: 42.5,
  object: { zz: { zz: [1] } },
  array: [[], {}, 3, null],
  boolean: true,
  null: null,
};

/** Every path of the complete article, with the kinds that are wrong there. */
export const WRONG_FIELDS = {
  language: ['number', 'object', 'array', 'boolean', 'null'],
  publisher: ['number', 'array', 'boolean', 'null'],
  'publisher.name': ['number', 'object', 'array', 'boolean', 'null'],
  'publisher.url': ['number', 'object', 'array', 'boolean', 'null'],
  section: ['number', 'array', 'boolean', 'null'],
  kicker: ['number', 'object', 'array', 'boolean', 'null'],
  headline: ['number', 'object', 'array', 'boolean', 'null'],
  standfirst: ['number', 'object', 'array', 'boolean', 'null'],
  authors: ['number', 'object', 'boolean', 'null'],
  'authors.0': ['number', 'object', 'array', 'boolean', 'null'],
  'authors.1.name': ['number', 'object', 'array', 'boolean', 'null'],
  'authors.1.role': ['number', 'object', 'array', 'boolean', 'null'],
  dateline: ['number', 'object', 'array', 'boolean', 'null'],
  published: ['string', 'number', 'object', 'array', 'boolean', 'null'],
  updated: ['string', 'number', 'object', 'array', 'boolean', 'null'],
  url: ['number', 'object', 'array', 'boolean', 'null'],
  lead: ['string', 'number', 'array', 'boolean', 'null'],
  'lead.src': ['number', 'object', 'array', 'boolean', 'null'],
  'lead.width': ['string', 'object', 'array', 'boolean', 'null'],
  'lead.height': ['string', 'object', 'array', 'boolean', 'null'],
  'lead.alt': ['number', 'object', 'array', 'boolean', 'null'],
  'lead.caption': ['number', 'object', 'array', 'boolean', 'null'],
  'lead.credit': ['number', 'object', 'array', 'boolean', 'null'],
  body: ['string', 'number', 'object', 'array', 'boolean', 'null'],
  'body.0': ['number', 'object', 'array', 'boolean', 'null'],
  'body.1.text': ['number', 'object', 'array', 'boolean', 'null'],
  'body.1.text.1': ['number', 'object', 'array', 'boolean', 'null'],
  'body.1.text.5.href': ['string', 'number', 'object', 'array', 'boolean', 'null'],
  'body.2.level': ['string', 'number', 'object', 'array', 'boolean', 'null'],
  'body.2.text': ['number', 'object', 'array', 'boolean', 'null'],
  'body.3.type': ['string', 'number', 'object', 'array', 'boolean', 'null'],
  'body.3.ordered': ['string', 'number', 'object', 'array', 'null'],
  'body.3.items': ['string', 'number', 'object', 'array', 'boolean', 'null'],
  'body.3.items.0': ['number', 'object', 'array', 'boolean', 'null'],
  'body.4.src': ['number', 'object', 'array', 'boolean', 'null'],
  'body.4.width': ['string', 'object', 'array', 'boolean', 'null'],
  'body.4.caption': ['number', 'object', 'array', 'boolean', 'null'],
  'body.6.text': ['number', 'object', 'array', 'boolean', 'null'],
  'body.6.cite': ['number', 'object', 'array', 'boolean', 'null'],
  'body.9.url': ['string', 'number', 'object', 'array', 'boolean', 'null'],
  'body.9.title': ['number', 'object', 'array', 'boolean', 'null'],
  tags: ['string', 'number', 'object', 'boolean', 'null'],
  'tags.0': ['number', 'object', 'array', 'boolean', 'null'],
  related: ['string', 'number', 'object', 'boolean', 'null'],
  'related.0': ['string', 'number', 'array', 'boolean', 'null'],
  'related.0.title': ['number', 'object', 'array', 'boolean', 'null'],
  'related.0.url': ['string', 'number', 'object', 'array', 'boolean', 'null'],
  comments: ['string', 'number', 'array', 'boolean', 'null'],
  'comments.state': ['string', 'number', 'object', 'array', 'boolean', 'null'],
  'comments.message': ['number', 'object', 'array', 'boolean', 'null'],
  copyright: ['number', 'object', 'array', 'boolean', 'null'],
};

function wrong(path, kind) {
  const article = good('wrong');
  const steps = path.split('.');
  const last = steps.pop();
  const holder = steps.reduce((value, step) => value[step], article);
  holder[last] = WRONG[kind];
  return article;
}

function comments(state, message, url) {
  const article = good(`comments ${state}`);
  article.comments = { state };
  if (message !== null) article.comments.message = message;
  if (url !== null) article.comments.url = url;
  return article;
}

/** One article by name, or nothing when there is none of that name. */
export function made(name, query, origin) {
  const number = query.get('n') ?? '1';
  switch (name) {
    case 'good':
      return good(number);
    case 'hub':
      return hub(origin, query.get('page') ?? '/index.html', query.getAll('to'));
    case 'rtl':
      return rtl();
    case 'pictures':
      return pictures(query.get('t') ?? '');
    case 'hostile':
      return hostile(origin);
    case 'wrong':
      return wrong(query.get('field'), query.get('as'));
    case 'comments':
      return comments(query.get('state'), query.get('message'), query.get('url'));
    case 'dated': {
      const article = good('dated');
      article.language = query.get('language') ?? 'en-GB';
      delete article.updated;
      if (query.has('published')) article.published = query.get('published');
      else delete article.published;
      return article;
    }
    case 'unknown-block': {
      const article = good('unknown');
      article.body.splice(1, 0, { type: 'hologram', text: 'A ship in three dimensions', angle: 12 });
      return article;
    }
    case 'aids': {
      const article = good('aids');
      const long = 'The tide comes in and the tide goes out. '.repeat(60);
      article.body = [
        { type: 'code', language: 'rust', text: 'fn tide() {\n    ebb();\n}' },
        { type: 'embed', url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ', title: 'The clock at work', thumbnail: '/picture/320x180.png' },
        { type: 'embed', url: 'https://vimeo.com/1084537', thumbnail: '/picture/320x180.png' },
        { type: 'embed', url: 'https://video.example/watch/tide', title: 'A site that nobody knows' },
        ['The log says so.', { type: 'note', ref: 'log' }],
        long,
        { type: 'post', id: 'strike', published: '2026-11-20T08:00:00Z', title: 'It strikes', blocks: [long] },
        { type: 'footnotes', items: [{ id: 'log', text: 'Harbour log, volume 3.' }] },
        LAST_WORDS,
      ];
      return article;
    }
    case 'without-marker': {
      const article = good('without marker');
      delete article.format;
      return article;
    }
    default:
      return undefined;
  }
}

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (crc >>> 8) ^ CRC[(crc ^ byte) & 0xff];
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, body, sum]);
}

/** A real PNG of the given size, striped so that one can see on a screenshot whether it is cropped or stretched. */
export function picture(width, height) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = (y) => {
    const line = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      const sea = (x + y) % 200 < 100;
      line.set(sea ? [40, 90, 130] : [200, 180, 140], 1 + x * 3);
    }
    return line;
  };
  const stripes = Array.from({ length: Math.min(200, height) }, (_, y) => row(y));
  const lines = Array.from({ length: height }, (_, y) => stripes[y % 200]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
