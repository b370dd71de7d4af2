// The parts of the wasm that need the formats: the program, the style sheet, and the part that has to be there before.
// src/start.js brings them.

export const parts = {
  rich: ["article-viewer_rich.wasm", "", "formats"],
  "apple-news": ["article-viewer_apple-news.wasm", "", "formats"],
  contentful: ["article-viewer_contentful.wasm", "", "rich"],
  drupal: ["article-viewer_drupal.wasm", "", "formats"],
  editorjs: ["article-viewer_editorjs.wasm", "", "rich"],
  guardian: ["article-viewer_guardian.wasm", "", "formats"],
  "portable-text": ["article-viewer_portable-text.wasm", "", "rich"],
  desk: ["article-viewer_desk.wasm", "article-viewer_desk.css", "formats"],
};
