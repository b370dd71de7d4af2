// Texts and blocks in the first look: what src/decode/formats/native reads and src/view/block shows.

/** The elements of inlines; a link has its own. */
const TAGS = { em: "em", strong: "strong", sub: "sub", sup: "sup", q: "q", quote: "q", link: "a" };

/** Runs of text, with stress and links. */
const inlines = (given) => {
  let isAfterSpace = true;
  const run = (given) => {
    for (const part of Array.isArray(given) ? given : [given]) {
      if (typeof part === "string") {
        must(isTidy(part) && !(isAfterSpace && part.startsWith(" ")));
        isAfterSpace = part.endsWith(" ");
        write(part);
        continue;
      }
      must(Object.hasOwn(TAGS, part.type));
      open(TAGS[part.type]);
      if (part.type === "link") attribute("href", linkTo(part.href));
      // An element without words would go.
      must(part.text.length && [part.text].flat().some((inner) => inner !== " "));
      run(part.text);
      close();
    }
  };
  run(given);
  must(!isAfterSpace);
};

const paragraph = (text) => element("p.av-paragraph", () => inlines(text));

/** The paragraphs of a text, or of a list of texts, in the place of blocks; inlines in a list are one. */
const paragraphs = (given) => {
  const parts = Array.isArray(given) ? given : [given];
  // Here that is a block.
  must(parts.length && !parts.some(({ type }) => type === "quote"));
  return parts.some((part) => typeof part !== "string") ? [given] : parts;
};

const cite = (text) => {
  if (text) element("figcaption.av-cite", () => element("bdi", () => inlines(text)));
};

/** The rank of the heading written last. */
let lastRank;

const BLOCKS = {
  paragraph: ({ text }) => paragraph(text),
  heading: ({ level = 2, text }) => {
    must(level >= 2 && level <= 6 && Number.isInteger(level));
    lastRank = Math.min(level, lastRank + 1);
    element(`h${lastRank}.av-heading`, () => inlines(text));
  },
  image: (given) => figure(given, "lazy"),
  quote: ({ text, cite: whose, blocks }) => {
    must(blocks == null);
    element("figure.av-quote", () => {
      element("blockquote", () => paragraphs(text).forEach(paragraph));
      cite(whose);
    });
  },
  pullquote: ({ text, cite: whose }) => {
    element("figure.av-pull-quote", () => {
      element("blockquote", () => element("p", () => inlines(text)));
      cite(whose);
    });
  },
  list: ({ items, ordered = false, start }) => {
    must(typeof ordered === "boolean" && start == null && Array.isArray(items) && items.length);
    element(ordered ? "ol.av-list" : "ul.av-list", () => {
      for (const item of items) {
        const [first, ...rest] = paragraphs(item);
        element("li", () => {
          inlines(first);
          rest.forEach(paragraph);
        });
      }
    });
  },
  divider: () => element("hr.av-divider"),
};

const isText = (given) => typeof given === "string" || Array.isArray(given);

const block = (given) => {
  if (isText(given)) return paragraph(given);
  must(Object.hasOwn(BLOCKS, given.type));
  BLOCKS[given.type](given);
};
