// Whether an article that came out of the browser's cache has changed since; if so, its reader is offered the new version.
//
// The cached copy is shown at once, however old it is: src/browser/http.js. Asking here also renews that copy.

const UPDATE_WORDS = {
  ar: ["تتوفر نسخة أحدث.", "عرض النسخة الجديدة", "إغلاق"],
  de: ["Es gibt eine neuere Fassung.", "Neue Fassung zeigen", "Schließen"],
  en: ["There is a newer version.", "Show the new version", "Close"],
  es: ["Hay una versión más reciente.", "Mostrar la nueva versión", "Cerrar"],
  fr: ["Il existe une version plus récente.", "Afficher la nouvelle version", "Fermer"],
  hi: ["नया संस्करण उपलब्ध है।", "नया संस्करण दिखाएँ", "बंद करें"],
  ja: ["新しい版があります。", "新しい版を表示", "閉じる"],
  pt: ["Há uma versão mais recente.", "Mostrar a nova versão", "Fechar"],
  zh: ["有更新的版本。", "显示新版本", "关闭"],
};

/** The usual limit of src/load/limits.rs, which a page may change. */
const LARGEST_UPDATE = 16 << 20;
const LONGEST_UPDATE = 30_000;

let checkedBytes;
let checkedAddress;
let checkEnds = new AbortController();
let isShowingUpdate = false;

/** The address of what is open; nothing where that is in the page, or on the reader's own machine. */
function openAddress() {
  const asked = new URLSearchParams(location.search).get("src")?.trim();
  const inline = document.articleText ?? document.querySelector('script[type="application/json"]#article')?.textContent.trim();
  if (document.articleText !== undefined || (!asked && inline)) return;
  const address = asked || document.querySelector("meta[name=article-viewer-default]")?.content;
  return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : undefined;
}

/** Whether what came last from an address of ours came out of the cache. */
function isFromCache(address) {
  if (new URL(address).origin !== location.origin) return false;
  const last = performance.getEntriesByName(address).at(-1);
  // Of an answer from elsewhere the browser tells no sizes; and it forgets, when there is much to remember.
  return !last || (last.transferSize === 0 && last.decodedBodySize > 0);
}

function lookForUpdate() {
  const address = openAddress();
  if (address !== checkedAddress) forgetUpdate();
  if (viewer.dataset.articleState === "loading") return;
  const bytes = document.articleBytes;
  // Articles of a list come without a request.
  if (!address || !bytes || bytes === checkedBytes) return;
  forgetUpdate();
  checkedBytes = bytes;
  checkedAddress = address;
  const isNew = isShowingUpdate;
  isShowingUpdate = false;
  if (!isNew) checkWhenIdle(address, bytes, checkEnds.signal);
}

function forgetUpdate() {
  checkEnds.abort();
  checkEnds = new AbortController();
  checkedAddress = undefined;
  document.querySelector(".av-update")?.remove();
}

async function checkWhenIdle(address, bytes, signal) {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  await new Promise((done) => (window.requestIdleCallback ?? setTimeout)(done));
  // Browsers tell the console of requests that fail.
  if (signal.aborted || !navigator.onLine || !isFromCache(address)) return;
  try {
    const response = await newerAnswer(address, bytes, AbortSignal.any([signal, AbortSignal.timeout(LONGEST_UPDATE)]));
    if (!response || signal.aborted || openAddress() !== address) return;
    // What could not be shown is nobody's reading: nothing is lost when it goes.
    if (viewer.dataset.articleState === "error") showUpdate(address, response);
    else await offerUpdate(address, response, signal);
  } catch {
    // The copy is as good as before.
  }
}

/** The answer of the site, unread, if it is another than these bytes. */
async function newerAnswer(address, bytes, signal) {
  const response = await fetch(address, { cache: "default", credentials: "omit", referrerPolicy: "no-referrer", signal });
  if (![200, 203].includes(response.status)) return;
  const limits = document.querySelector("meta[name=article-viewer-limits]")?.content;
  const limit = Number(limits?.match(/\bbytes=(\d+)/)?.[1] ?? LARGEST_UPDATE);
  const unread = response.clone();
  const reader = response.body.getReader();
  let length = 0;
  let isSame = true;
  for (let step; !(step = await reader.read()).done; length += step.value.length) {
    const start = length;
    isSame &&= step.value.every((byte, place) => byte === bytes[start + place]);
    if (start + step.value.length > limit) throw new RangeError("larger than the page allows");
  }
  if (!isSame || length !== bytes.length) return unread;
}

/** The app asks for the same address again and finds this answer. */
function showUpdate(address, response) {
  document.querySelector(".av-update")?.remove();
  isShowingUpdate = true;
  document.earlyArticle = { url: address, response: Promise.resolve(response), controller: new AbortController() };
  dispatchEvent(new CustomEvent("article-viewer-do", { detail: "changed" }));
}

/** A box at the lower edge of the window, so that nothing of the text moves. */
async function offerUpdate(address, response, signal) {
  // A frame is as high as its article and has no edge that is in sight; there the next visit shows what is new.
  if (document.querySelector("meta[name=article-viewer-parents]")) return;
  await bringLaterSheet();
  if (signal.aborted) return;
  const [sentence, show, close] = UPDATE_WORDS[viewer.lang.slice(0, 2)] ?? UPDATE_WORDS.en;
  const button = (text, onclick) => embedElement("button", { className: "av-button", type: "button", onclick }, text);
  const dismiss = () => {
    const hadFocus = box.contains(document.activeElement);
    box.remove();
    if (hadFocus) viewer.querySelector("h1")?.focus({ preventScroll: true });
  };
  const buttons = [button(show, () => showUpdate(address, response)), button(close, dismiss)];
  const offer = embedElement("div", { className: "av-update__offer" }, embedElement("p", {}, sentence), ...buttons);
  const box = embedElement("aside", { className: "av-page av-update", lang: viewer.lang, dir: viewer.dir }, offer);
  box.setAttribute("aria-label", sentence);
  if (viewer.dataset.theme) box.dataset.theme = viewer.dataset.theme;
  box.onkeydown = ({ key }) => {
    if (key === "Escape") dismiss();
  };
  document.body.append(box);
  viewer.querySelector("[role=status]").textContent = sentence;
}

if (viewer?.dataset.articleState) {
  new MutationObserver(lookForUpdate).observe(viewer, { attributeFilter: ["data-article-state"] });
  lookForUpdate();
}
