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

let parse;
addEventListener("article-viewer-parser", ({ detail }) => (parse = detail));

/** Parses HTML as src/host/html/parse.js does, which comes with the formats that need it and says so. */
export function parseHtml(...values) {
  return parse(...values);
}
