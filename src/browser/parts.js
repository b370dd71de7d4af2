// The parts of the wasm that need the formats: the program, the style sheet, and the part that has to be there before.
// src/start.js brings them.

export const parts = {
  rich: ["article-viewer_rich.wasm", "", "formats"],
  ans: ["article-viewer_ans.wasm", "", "formats"],
  "apple-news": ["article-viewer_apple-news.wasm", "", "formats"],
  contentful: ["article-viewer_contentful.wasm", "", "rich"],
  drupal: ["article-viewer_drupal.wasm", "", "formats"],
  editorjs: ["article-viewer_editorjs.wasm", "", "rich"],
  guardian: ["article-viewer_guardian.wasm", "", "formats"],
  ninjs: ["article-viewer_ninjs.wasm", "", "formats"],
  "portable-text": ["article-viewer_portable-text.wasm", "", "rich"],
  "schema-org": ["article-viewer_schema-org.wasm", "", "formats"],
  desk: ["article-viewer_desk.wasm", "article-viewer_desk.css", "formats"],
};

/** Whether a file in another format is likely to have blocks that few articles have: what reads it does not know yet. */
export function wantsBlocks() {
  const start = new TextDecoder().decode(document.articleFile().subarray(0, 300_000));
  return /<(iframe|table|pre|video|audio|details)\b|gallery|embed|liveblog|table"/i.test(start);
}
