//! The parts of the program that not every article needs; a release keeps each in a file of its own.

use wasm_bindgen::prelude::*;

use super::page::Ear;

#[wasm_bindgen(inline_js = r#"
let last;
export function bringPart(part, word, hear) {
  const detail = { part };
  dispatchEvent(new CustomEvent("article-viewer-part", { detail }));
  // The head of the page waits for nobody, and nobody for it.
  if (word === "described") return void detail.coming.then(() => hear(word), () => {});
  // Whoever asked before has been overtaken: another article is awaited now.
  last = detail;
  const say = (heard) => last === detail && hear(heard);
  const waits = [setTimeout(say, 300, "waiting"), setTimeout(say, 5000, "slow")];
  const end = (heard) => {
    waits.forEach(clearTimeout);
    say(heard);
  };
  detail.coming.then(() => end(word), () => end("no_" + word));
}
export function sayIncomplete() {
  dispatchEvent(new CustomEvent("article-viewer-incomplete"));
}
"#)]
extern "C" {
    /// Has this part and those it needs brought (`src/start.js`), unless they are there; `ear` hears `word` when they are,
    /// or `no_` and the word; before that `waiting` and `slow`. Whoever brings another part hears only of that one.
    #[wasm_bindgen(js_name = bringPart)]
    pub fn bring(part: &str, word: &str, ear: &Ear);

    /// Has the page say that a part of it is missing, which ends the viewer: there is nothing to say it with here.
    #[wasm_bindgen(js_name = sayIncomplete)]
    pub fn say_incomplete();
}
