// Plain markup as texts and blocks of our own format: what src/decode/html makes of it.
//
// The browser parses nothing here, and nothing of the markup survives: whatever is not of these few shapes is not plain.

/** Names of characters, and behind them those from U+00A0 on, in their order. */
const ENTITIES = Object.fromEntries(
  "amp& lt< gt> quot\" apos' ndash\u2013 mdash\u2014 lsquo\u2018 rsquo\u2019 sbquo\u201a ldquo\u201c rdquo\u201d bdquo\u201e bull\u2022 hellip\u2026 lsaquo\u2039 rsaquo\u203a euro\u20ac"
    .split(" ")
    .map((pair) => [pair.slice(0, -1), pair.at(-1)]),
);
for (const [place, name] of (
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot " +
  "cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml " +
  "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig " +
  "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute " +
  "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"
)
  .split(" ")
  .entries()) {
  ENTITIES[name] = String.fromCharCode(160 + place);
}

/** A text with its entities decoded once. */
const decoded = (text) =>
  text.replace(/&(#?\w*;?)/g, (whole, name) => {
    if (!name) return whole;
    must(name.endsWith(";"));
    const known = name.slice(0, -1);
    if (Object.hasOwn(ENTITIES, known)) return ENTITIES[known];
    const code = Number(known.replace("#", "0"));
    must(known[0] === "#" && code > 31 && (code < 127 || code > 159) && code >> 11 !== 27 && code < 0x110000);
    return String.fromCodePoint(code);
  });

/** White space of any kind as HTML shows it, but for that at the ends. */
const spaced = (text) => text.replace(/[\t\n\f\r ]+/g, " ");

/** Classes that say something, as src/decode/html/names.rs has them; a test compares. */
const TELLING =
  /gallery|embed|caption|credit|kg-|element-|jetpack|tweet|twitter|instagram|fb-|post-media|reddit|pull|-button|-code|verse|align(wide|full|left|right)|emoji|smiley|reader-text|sharedaddy|jp-|katex|block-image/;

const ROOM = { alignwide: "wide", alignfull: "full", alignleft: "supporting", alignright: "supporting" };

const HIDDEN = "screen-reader-text";

/** Those of them that are known here, by the element on which they stand. */
const isKnown = (word, tag, above) =>
  word === "wp-element-caption" ||
  word === HIDDEN ||
  (tag === "figure" && Object.hasOwn(ROOM, word)) ||
  (word === "wp-block-image" && (tag === "figure" || tag === "div")) ||
  (above === "figcaption" && isCredit(tag, word));

const isCredit = (tag, word) => tag === "span" && /(^|[-_])credit$/.test(word);

/** Attributes that say something, beside those that are read here. */
const TELLING_ATTRIBUTE = /^(lang|dir|start|data-(src|lazy|original|assoc|href|oembed|canonical|inst|text))/;

const INLINES = { a: "link", b: "strong", strong: "strong", i: "em", em: "em", sub: "sub", sup: "sup", q: "q", br: "break", span: "" };

const TOKEN = /<!--(?!-?>)(?:(?!--)[^])*-->|<(\/?)([a-z][a-z\d]*)((?: [a-z][\w:-]*(?:="[^"]*"|='[^']*')?)*) ?\/?>|[^<]+|</gi;

const classesOf = (given) => given?.class?.split(" ") ?? [];

/** The attributes of an element that stands in `above`. */
const givenOf = (attributes, tag, above) => {
  const given = {};
  for (const [, name, double, single] of attributes.matchAll(/ ([a-z][\w:-]*)(?:="([^"]*)"|='([^']*)')?/gi)) {
    const key = name.toLowerCase();
    must(!TELLING_ATTRIBUTE.test(key));
    given[key] ??= decoded(double ?? single ?? "");
  }
  for (const word of classesOf(given)) must(!TELLING.test(word) || isKnown(word, tag, above));
  return given;
};

/** The tree of the markup: texts, and elements as { tag, given, inner }, their attributes and what stands inside. */
const treeOf = (html) => {
  const levels = [{ inner: [] }];
  for (const [token, end, name, attributes] of spaced(html).matchAll(TOKEN)) {
    const { tag: above, inner: around, isText } = levels.at(-1);
    if (!name) {
      // The comments of an agency may stand for pictures.
      must(token !== "<" && !(token[0] === "<" && token.includes("EMBED")));
      if (token[0] !== "<") around.push(decoded(token));
      continue;
    }
    const tag = name.toLowerCase();
    if (end) {
      must(above === tag);
      levels.pop();
      continue;
    }
    const isBox = Object.hasOwn(BOXES, tag);
    const isLine = Object.hasOwn(INLINES, tag);
    // What the parser of a browser would close, or put elsewhere.
    must(isLine || tag === "img" || tag === "cite" || (isBox && !isText));
    must((tag === "li") === (above === "ul" || above === "ol") && levels.length < 30);
    must(tag !== "a" || levels.every((level) => level.tag !== "a"));
    const given = attributes ? givenOf(attributes, tag, above) : {};
    const element = { tag, given, inner: [], isText: isText || isLine || /^(p|h\d)$/.test(tag) };
    if (!classesOf(given).includes(HIDDEN)) around.push(element);
    if (!/^(img|br|hr)$/.test(tag)) levels.push(element);
  }
  must(levels.length === 1);
  return levels[0].inner;
};

const isBlank = (node) => node === " ";

/** What stands at a place in a line. */
const inlineOf = (node) => {
  if (typeof node === "string") {
    // What is left of an extension of a site's software may stand in brackets.
    must(!node.includes("["));
    return [node];
  }
  const { tag, given, inner } = node;
  must(Object.hasOwn(INLINES, tag));
  if (tag === "br") return [{ type: "break" }];
  const text = inner.flatMap(inlineOf);
  const { href } = given;
  if (tag === "span" || !text.length || (tag === "a" && !href)) return text;
  must(!href?.trim().startsWith("#"));
  return [{ type: INLINES[tag], href, text }];
};

const linesOf = (nodes) => nodes.flatMap(inlineOf);

/** The inlines of a text that may stand in paragraphs of its own, as a caption does. */
const inlinesOf = (html) => {
  const [only, ...others] = blocksOf(treeOf(html));
  must(!others.length && (!only || Array.isArray(only)));
  return only;
};

/** Blocks one after the other; runs of text between them are paragraphs. */
const blocksOf = (nodes) => {
  const blocks = [];
  let run = [];
  const end = () => {
    // Two breaks in a row begin a paragraph.
    must(run.every(({ type }, place) => type !== "break" || (place && run[place - 1].type !== "break")));
    if (run.some((part) => typeof part !== "string" || SEEN.test(part))) blocks.push(run);
    run = [];
  };
  for (const node of nodes) {
    const { tag, given, inner } = node;
    const isPicture = tag === "a" && inner.some(({ tag }) => tag === "img" || tag === "figure");
    if (isPicture || Object.hasOwn(BOXES, tag ?? "")) {
      end();
      const made = isPicture ? blocksOf(inner) : BOXES[tag](node);
      if (isPicture && given.href) {
        must(made.every(({ type }) => type === "image") && !given.href.startsWith("#"));
        for (const image of made) image.link = given.href;
      }
      blocks.push(...made);
    } else if (run.length || !isBlank(node)) run.push(...inlineOf(node));
  }
  end();
  return blocks;
};

/** The paragraphs of a part that has nothing else. */
const paragraphsOf = (nodes) => {
  const parts = blocksOf(nodes);
  must(parts.length && parts.every(Array.isArray));
  return parts;
};

const inside = ({ inner }) => blocksOf(inner);

const headingOf = ({ tag, inner }) => [{ type: "heading", level: Math.max(2, tag[1]), text: linesOf(inner) }];

const listOf = ({ tag, inner }) => {
  const items = inner.filter((node) => !isBlank(node)).map((item) => {
    must(item.tag === "li");
    const parts = blocksOf(item.inner);
    must(parts.length && parts.every((part) => Array.isArray(part) || part.type === "list"));
    return parts;
  });
  return [{ type: "list", ordered: tag === "ol", items }];
};

const quoteOf = ({ inner }) => {
  const end = inner.findLastIndex((node) => !isBlank(node));
  const source = inner[end]?.tag === "cite" ? linesOf(inner[end].inner) : undefined;
  if (typeof source?.[0] === "string") source[0] = source[0].replace(/^[\u2014\u2013\u2015 -]+/, "");
  return [{ type: "quote", text: paragraphsOf(source ? inner.slice(0, end) : inner), cite: source }];
};

const figureOf = ({ given, inner }) => {
  const parts = inner.filter((node) => !isBlank(node));
  const captions = parts.filter(({ tag }) => tag === "figcaption");
  const [image, ...others] = blocksOf(parts.filter(({ tag }) => tag !== "figcaption"));
  must(image?.type === "image" && !others.length && captions.length < 2 && !image.display);
  const isSource = (node) => classesOf(node.given).some((word) => isCredit(node.tag, word));
  const about = captions[0]?.inner ?? [];
  const seen = (nodes) => {
    const text = linesOf(nodes);
    return SEEN.test(wordsOf(text)) ? text : undefined;
  };
  image.caption = seen(about.filter((node) => !isSource(node)));
  image.credit = seen(about.find(isSource)?.inner ?? []);
  for (const word of classesOf(given)) if (Object.hasOwn(ROOM, word)) image.display = ROOM[word];
  return [image];
};

const imageOf = ({ given: { src, srcset, alt, width, height } }) => {
  must(src && !/^data:/i.test(src));
  const [across, along] = [width, height].map((side) => Number(/^\d+(?![\d%])/.exec(side ?? "")?.[0]));
  // Pictures of one pixel count readers.
  must(!(across < 2 && along < 2));
  const sources = srcset?.trim().split(/, +/).map((copy) => {
    const [, address, descriptor] = /^([^ ]*[^ ,]) (\d+)w$/.exec(copy);
    return { src: address, width: Number(descriptor) };
  });
  return [{ type: "image", src, alt, sources, ...(across && along && { width: across, height: along }) }];
};

const BOXES = {
  p: inside,
  div: (node) => {
    must(!classesOf(node.given).includes("wp-block-image") || node.inner.every((part) => isBlank(part) || part.tag === "figure"));
    return inside(node);
  },
  section: inside,
  h1: headingOf,
  h2: headingOf,
  h3: headingOf,
  h4: headingOf,
  h5: headingOf,
  h6: headingOf,
  ul: listOf,
  ol: listOf,
  li: () => must(false),
  blockquote: quoteOf,
  figure: figureOf,
  figcaption: () => must(false),
  img: imageOf,
  hr: () => [{ type: "divider" }],
};
