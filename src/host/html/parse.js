// HTML as a stream of records, for formats that have some in their texts.

// The one Trusted Types policy: markup for the inert parser and JSON-LD as a data block, nothing else.
// A page whose own policy does not allow the name gets no object; then the parser may refuse.
const trusted = (() => {
  try {
    return globalThis.trustedTypes?.createPolicy("article-viewer", {
      createHTML: (html) => html,
      createScript: (json) => json.replaceAll("<", "\\u003c"),
    });
  } catch {}
})();

// Pages may allow the name once, and have two copies of this module: the first to have it parses for the others.
const OURS = Symbol.for("article-viewer");
if (trusted) globalThis[OURS] ??= parseHtml;

const coded = new Map();
/** The code of each name in a list: U+0021 plus its place. */
function codes(list) {
  if (!coded.has(list)) coded.set(list, new Map(list.split(" ").map((name, place) => [name, String.fromCharCode(33 + place)])));
  return coded.get(list);
}

const clean = (text) => text.replace(/[\0-\x08\x0b-\x1f]/g, "");

// A policy of the page is asked about styles, handlers and bases even in a document that is never shown, and would tell
// the console of each. So a mark that no text has makes other names of theirs for the parser, and is taken out behind it;
// and a sheet becomes the other element whose content is raw text and goes. Behind an ampersand stands an entity's name or
// that of a parameter, which the mark would end.
const MARK = "\ufdd0";
const SHEET = "noframes " + MARK;
const ASKED = /(?=on|style)(?<!<\/?|&\w*)(?:on[a-z]+(?=\s*=)|style(?=[\s/=>]))/gi;
const mark = (html) =>
  html
    .replaceAll(MARK, "")
    .replace(ASKED, MARK + "$&")
    .replace(/<base(?=[\s/])[^>]*/gi, (tag) => tag.replace(/href/gi, MARK + "$&"))
    .replace(/(<\/?)style(?=[\s/>])/gi, "$1" + SHEET);
const unmark = (text) => text.replaceAll(SHEET, "style").replaceAll(MARK, "");

/**
 * Parses HTML in a document that is never shown, and writes it as records; src/host/html.rs describes them. Nothing at
 * all is given where the page does not allow it.
 *
 * Fields of a form can hide its own properties, and named elements those of the document. So nothing is asked of either:
 * the walker belongs to the page's document, and a form is known by its class.
 */
export function parseHtml(html, elements, attributes) {
  const tags = codes(elements);
  const asked = codes(attributes);
  html = "<!doctype html>" + mark(html);
  let parsed;
  try {
    parsed = new DOMParser().parseFromString(trusted ? trusted.createHTML(html) : html, "text/html");
  } catch {
    // The page refuses; an exception would end the program.
    return "";
  }
  // Elements, texts and comments.
  const walker = document.createTreeWalker(parsed, 133);
  let stream = "";
  let next = walker.firstChild();
  while (next) {
    let node = next;
    if (node instanceof HTMLFormElement) {
      stream += "<" + (tags.get("form") ?? " form") + "\x1e";
    } else if (node instanceof Element) {
      const name = node.hasAttribute(MARK) ? "style" : node.localName;
      stream += node instanceof HTMLElement ? "<" + (tags.get(name) ?? " " + clean(name)) : "{" + clean(name);
      for (const { name: written, value } of node.attributes) {
        const name = unmark(written);
        const code = asked.get(name);
        if (code) stream += "\x1e@" + code + clean(value);
        else if (name.startsWith("on")) stream += "\x1e*" + clean(name);
      }
      stream += "\x1e";
    } else {
      stream += (node instanceof Text ? '"' : "#") + clean(node.data) + "\x1e";
    }
    next = walker.firstChild();
    while (!next) {
      if (node instanceof Element) stream += ">\x1e";
      next = walker.nextSibling();
      if (!next && !(node = walker.parentNode())) break;
    }
  }
  return unmark(stream);
}

/** Gives the parser to src/host/platform.js. */
export function offerParser() {
  dispatchEvent(new CustomEvent("article-viewer-parser", { detail: trusted ? parseHtml : (globalThis[OURS] ?? parseHtml) }));
}
