// What a program can do with articles without an element of its own on the page.
//
// options: format, item, base (the address that relative ones are resolved against), uiLang, messages, headingLevel.

let asked = 0;

/** Opens data without showing it; gives what `then` makes of the outcome and a way to ask on. */
async function withArticle(data, options, then) {
  const [bytes, address] = await bytesOf(data);
  const ready = await bringEngine();
  if (!ready) throw new Error("the viewer could not be started");
  const { format = "", item = "", base = address || document.baseURI, uiLang, messages, headingLevel = 1 } = options;
  const number = `f${++asked}`;
  const ask = (word, given = new Uint8Array()) => ready.ask([word, number].join(BETWEEN), given);
  const [language, texts] = await wordsOf([uiLang, ...navigator.languages].filter(Boolean), messages);
  try {
    const settings = [base, format === "auto" ? "" : format, item, headingLevel, limitsNow().blocks, language, JSON.stringify(texts)];
    ready.ask(["set", number, ...settings].join(BETWEEN), new Uint8Array());
    const open = ([word, ...more], given = new Uint8Array()) => outcomeOf(ready, number, [word, number, ...more].join(BETWEEN), given);
    return await then(ready, ask, bytes, open);
  } finally {
    ask("close");
  }
}

function thrown([, type, technical, path, line, column]) {
  const number = (text) => (text ? Number(text) : undefined);
  return Object.assign(new Error(technical), { type, path: path || undefined, line: number(line), column: number(column) });
}

/**
 * The article in our own format, and the notes of the report on it; of a list the one that `item` names, else the first.
 * Throws what an element's error has.
 */
export function parse(data, options = {}) {
  return withArticle(data, options, async (ready, ask, bytes, open) => {
    let outcome = await open(["open"], bytes);
    if (outcome[0] === "list") outcome = await open(["item", "1"]);
    if (outcome[0] !== "ready") throw thrown(outcome);
    await ready.bring("desk");
    return { article: JSON.parse(ask("article")), notes: JSON.parse(ask("report", bytes)).notes };
  });
}

/** The report on data: what was read, what was left, and where. */
export function validate(data, options = {}) {
  return withArticle(data, options, async (ready, ask, bytes) => {
    await ready.bring("desk");
    return JSON.parse(ask("report", bytes));
  });
}

/** The name of the format of data, or null where it is none that we know. */
export function detect(data, options = {}) {
  return withArticle(data, options, async (ready, ask, bytes, open) => {
    const [kind, format] = await open(["open"], bytes);
    return kind === "error" ? null : format;
  });
}

/**
 * Shows data in `target`, an element of the page; `options` are the properties of the element.
 *
 * Gives the element, a promise of its first outcome, and `update`, `addBlocks` and `unmount`.
 */
export function render(target, data, options = {}) {
  // A class whose name nobody has given to a page makes no elements.
  customElements.get("article-viewer") ?? customElements.define("article-viewer", ArticleViewerElement);
  const element = document.createElement("article-viewer");
  Object.assign(element, { loading: "eager" }, options, { data });
  const ready = new Promise((resolve, reject) => {
    element.addEventListener("load", () => resolve(element), { once: true });
    element.addEventListener("error", ({ detail }) => reject(Object.assign(new Error(detail.message), detail)), { once: true });
  });
  // Whoever does not wait for it hears of it by the element's events.
  ready.catch(() => {});
  target.append(element);
  const update = (next, more = {}) => {
    Object.assign(element, more, { data: next });
    return element.updateComplete;
  };
  return { element, ready, update, addBlocks: (...given) => element.addBlocks(...given), unmount: () => element.remove() };
}
