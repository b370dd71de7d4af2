// What the app and the desk exchange.

/** The bytes of the file at hand: what was opened or typed here, else what came last, else what is in the page. */
document.articleFile = () => {
  const inline = document.querySelector('script[type="application/json"]#article')?.textContent;
  const text = document.articleText ?? (document.articleBytes ? undefined : inline);
  return text === undefined ? document.articleBytes ?? new Uint8Array() : new TextEncoder().encode(text);
};

/** What the desk asked for, with U+001F between: `report`, its JSON and its text, or `convert` and the file. */
export function answerDesk(text) {
  dispatchEvent(new CustomEvent("article-viewer-desk", { detail: text.split("\x1f") }));
}
