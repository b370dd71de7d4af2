// The browser's half of `host`: small functions, each called once from Rust and named after what it gives.

/** Parses a URL by the WHATWG standard; undefined where that fails. */
export function resolveUrl(input, base) {
  try {
    return new URL(input, base).href;
  } catch {
    return undefined;
  }
}

/** Bytes that are no UTF-8: UTF-16 by its mark, else UTF-8 with replacements. */
export function decodeBytes(bytes) {
  const mark = (bytes[0] << 8) | bytes[1];
  return new TextDecoder(mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8").decode(bytes);
}

// Intl objects cost far more to make than to use, and an article needs few of them.
const formatters = new Map();
function formatter(kind, language, options, key = "") {
  // "en" alone is the reader's own English, where the reader has one.
  language = navigator.languages.find((own) => own.startsWith(language + "-")) ?? language;
  const id = kind.name + language + key;
  let made = formatters.get(id);
  if (!made) {
    try {
      made = new kind(language || undefined, options);
    } catch {
      made = new kind(undefined, options);
    }
    formatters.set(id, made);
  }
  return made;
}

// What a browser knows of a language is loaded for the first object of it, which takes longer than writing an article.
// It is done while the program is on its way.
if (typeof document !== "undefined") {
  setTimeout(() => {
    writeList(2, navigator.language);
    writeDate(0, false, 1, navigator.language);
  });
}

const day = { day: "numeric", month: "long", year: "numeric" };
const time = { hour: "numeric", minute: "2-digit" };

/** A moment in words; `wall` shows the digits as they stand, unmoved by zones. */
export function writeDate(milliseconds, wall, style, language) {
  if (!(Math.abs(milliseconds) <= 8.64e15)) return "";
  const options = [day, { ...day, ...time }, time][style];
  const zone = wall ? { timeZone: "UTC" } : style === 1 ? { timeZoneName: "short" } : {};
  return formatter(Intl.DateTimeFormat, language, { ...options, ...zone }, style + (wall ? "w" : "")).format(milliseconds);
}

export function writeNumber(value, language) {
  return formatter(Intl.NumberFormat, language).format(value);
}

export function pluralCategory(value, language) {
  return formatter(Intl.PluralRules, language).select(value);
}

/** The words around `count` names in a row; each name's place is U+0001. */
export function writeList(count, language) {
  if (count === 1) return "\u0001";
  return formatter(Intl.ListFormat, language).format(Array(count).fill("\u0001"));
}

const MATH = "http://www.w3.org/1998/Math/MathML";

/** Makes one node from a script of records; src/host/dom.rs describes them. */
export function buildNode(script) {
  const top = document.createDocumentFragment();
  let open = top;
  for (let from = 0, end; (end = script.indexOf("\x1e", from)) >= 0; from = end + 1) {
    const rest = script.slice(from + 1, end);
    switch (script[from]) {
      case "<":
        open = open.appendChild(document.createElement(rest));
        break;
      case "{":
        open = open.appendChild(document.createElementNS(MATH, rest));
        break;
      case "@": {
        const cut = rest.indexOf("\x1f");
        open.setAttribute(rest.slice(0, cut), rest.slice(cut + 1));
        break;
      }
      case "~": {
        const cut = rest.indexOf("\x1f");
        open.style.setProperty(rest.slice(0, cut), rest.slice(cut + 1));
        break;
      }
      case '"':
        open.append(rest);
        break;
      default:
        open = open.parentNode;
    }
  }
  return top.firstChild;
}

let parse;
addEventListener("article-viewer-parser", ({ detail }) => (parse = detail));

/** Parses HTML as src/host/html/parse.js does, which comes with the formats that need it and says so. */
export function parseHtml(...values) {
  return parse(...values);
}
