// Texts and blocks in the first look: what src/decode/formats/native reads and src/view/block shows.

/** The elements of inlines; a link has its own. */
const TAGS = { em: "em", strong: "strong", sub: "sub", sup: "sup", q: "q", quote: "q", link: "a" };

/** Runs of text, with stress and links: each a text, or an element with runs in it. */
const runs = (given) =>
  (Array.isArray(given) ? given : [given]).map((part) => {
    if (typeof part === "string") {
      must(isTidy(part));
      return { words: part };
    }
    if (part.type === "break") return { tag: "br" };
    must(Object.hasOwn(TAGS, part.type));
    return { tag: TAGS[part.type], href: part.type === "link" && linkTo(part.href), inner: runs(part.text) };
  });

/** Whether a space, or nothing, stands before what comes next. */
let isAfterSpace;

/** White space as HTML shows it (src/decode/tidy/whitespace.rs): of a run one space, and none at the beginning. */
const collapse = (runs) => {
  for (const run of runs) {
    if (run.inner) collapse(run.inner);
    else if (run.tag) isAfterSpace = true;
    else {
      run.words = collapsed(run.words).slice(isAfterSpace && run.words.startsWith(" ") ? 1 : 0);
      if (run.words) isAfterSpace = run.words.endsWith(" ");
    }
  }
};

/** Cuts the space at the end; says whether words remain. */
const trimEnd = (runs) => {
  for (let last; (last = runs.at(-1)); runs.pop()) {
    if (last.inner ? trimEnd(last.inner) : !last.tag && (last.words = last.words.replace(/ +$/, ""))) return true;
  }
  return false;
};

const writeRuns = (runs) => {
  let isSeen = false;
  for (const { words = "", tag, href, inner } of runs) {
    if (words) write(words);
    isSeen ||= inner !== undefined || SEEN.test(words);
    if (!tag) continue;
    open(tag);
    if (href) attribute("href", href);
    if (inner) writeRuns(inner);
    close();
  }
  // An element of blanks would go.
  must(isSeen);
};

const inlines = (given) => {
  const text = runs(given);
  isAfterSpace = true;
  collapse(text);
  trimEnd(text);
  writeRuns(text);
};

const paragraph = (text) => element("p.av-paragraph", () => inlines(text));

/** The paragraphs of a text, or of a list of texts, in the place of blocks; a list with inlines in it is one. */
const paragraphs = (given) => {
  const parts = Array.isArray(given) ? given : [given];
  // Here that is a block.
  must(parts.length && !parts.some(({ type }) => type === "quote"));
  return parts.every((part) => isText(part) || part.type === "list") ? parts : [given];
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
          must(first.type !== "list");
          inlines(first);
          rest.forEach(block);
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
