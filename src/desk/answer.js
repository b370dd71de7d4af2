// What the app and the desk exchange.

// Articles of a list come without a request, long after its file.
let listFile;
let lastBytes;

/** Keeps the file of the list that was opened last; to be called whenever something is shown. */
function rememberList(state) {
  const query = new URLSearchParams(location.search);
  const bytes = document.articleBytes;
  if (bytes !== lastBytes && (state === "list" || query.has("item"))) listFile = { source: query.get("src"), bytes };
  lastBytes = bytes;
}

/** The bytes of the file at hand: what was opened or typed here, else what is in the page, else what came. */
document.articleFile = () => {
  const source = new URLSearchParams(location.search).get("src");
  const inline = source ? undefined : document.querySelector('script[type="application/json"]#article')?.textContent;
  const text = document.articleText ?? inline;
  if (text !== undefined) return new TextEncoder().encode(text);
  const bytes = listFile?.source === source ? listFile.bytes : document.articleBytes;
  return bytes ?? new Uint8Array();
};

/** What the desk asked for, with U+001F between: `report`, its JSON and its text, or `convert` and the file. */
export function answerDesk(text) {
  dispatchEvent(new CustomEvent("article-viewer-desk", { detail: text.split("\x1f") }));
}
