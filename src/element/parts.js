// The parts of an article that a page may style from the outside with `::part()`.

const PARTS = {
  headline: ".av-headline",
  standfirst: ".av-standfirst",
  byline: ".av-byline",
  dates: ".av-dates",
  body: ".av-body",
  paragraph: ".av-paragraph",
  heading: ".av-heading",
  list: ".av-list",
  quote: ".av-quote",
  pullquote: ".av-pull-quote",
  figure: ".av-figure, .av-gallery__item",
  image: ".av-picture > img, .av-picture > picture > img",
  caption: ".av-caption",
  credit: ".av-caption__credit",
  table: ".av-table",
  code: ".av-code",
  embed: ".av-embed",
  "embed-button": ".av-embed__button",
  notice: ".av-notice",
  correction: ".av-corrections",
  "comments-notice": ".av-comments",
  footnotes: ".av-footnotes",
  error: ".av-problem",
};

/** Names the parts inside `root`. */
function nameParts(root) {
  for (const name in PARTS) {
    for (const element of root.querySelectorAll(PARTS[name])) element.part.add(name);
  }
}
