// The page around the viewer: what it offers, what its reader does, and what it is told.

/** The element that the stand-alone page gives the viewer, with a line that announces its states before its shell. */
export function takeRoot() {
  const root = document.getElementById("article-viewer");
  if (!root) return;
  const status = document.createElement("p");
  status.className = "av-hidden";
  status.setAttribute("role", "status");
  root.prepend(status);
  return root;
}

/** Announces a state to those who do not see it. */
export function say(root, text) {
  // Not at every word that is typed at the bench.
  if (document.activeElement?.localName === "textarea") return;
  root.querySelector("[role=status]").textContent = text;
}

// Several texts come and go as one, with this between them: lists would cost the wasm a kilobyte.
const BETWEEN = "\x1f";

/** What the page says: see `Offer` in src/load/source.rs for the order. */
export function pageOffer() {
  const meta = (name) => document.querySelector(`meta[name="article-viewer-${name}"]`)?.content ?? "";
  const query = new URLSearchParams(location.search);
  const asked = (name) => query.get(name)?.trim() ?? "";
  // What was opened from the reader's own machine goes before everything else: src/desk.
  const opened = document.articleText;
  const inline = opened ?? document.querySelector('script[type="application/json"]#article')?.textContent.trim() ?? "";
  const base = document.articleBase ?? document.baseURI;
  const item = asked("item");
  for (const name of ["item", "report", "edit"]) query.delete(name);
  const list = query.size ? `?${query}` : location.pathname;
  return [opened ? "" : asked("src"), meta("default"), base, meta("sources"), meta("limits"), asked("format"), item, list, inline].join(BETWEEN);
}

export function pageSamples() {
  return document.querySelector('meta[name="article-viewer-samples"]')?.content ?? "";
}

// The page's own script chooses the language and requests its words: `document.readerWords` has the `tag`, in time the
// `file`, and `coming` while that is on its way. A page without the script speaks English.

/** The tag and the file, once, when both are there. */
export function takeWords() {
  const { tag, file } = document.readerWords ?? {};
  if (!file) return "";
  document.readerWords = undefined;
  return tag + BETWEEN + file;
}

export function markLanguage(root, language, direction) {
  // The first look may have said so, and saying it again has the browser go through all that is there.
  if (root.lang === language && root.dir === direction) return;
  root.lang = language;
  root.dir = direction;
}

/** Tells the page which state the viewer is in; `format` is empty while there is no article. */
export function markState(root, state, format) {
  root.dataset.articleState = state;
  if (format) root.dataset.articleFormat = format;
  else if (state !== "loading") delete root.dataset.articleFormat;
  if (state === "loading") root.setAttribute("aria-busy", "true");
  else root.removeAttribute("aria-busy");
}

/** The blocks of a text that is laid out in parts. */
const BLOCKS = ".av-body:has(~ [data-later]) > *, [data-later] > *";

/** Goes to the place noted in the present entry of the history, or to the top; reading starts at the headline. */
export function arrive(root, within) {
  // Who is at work at the desk stays there.
  if (document.activeElement?.closest(".av-desk")) return;
  const { place = 0, index, top } = history.state ?? {};
  // The first look was there already, and its reader may have gone on.
  const isNew = within || !document.firstLook;
  if (isNew) scrollTo(0, place);
  const block = isNew && root.querySelectorAll(BLOCKS)[index];
  // What comes into view takes its true height, which moves the block again.
  const settle = (times) => {
    scrollBy(0, block.getBoundingClientRect().top - top);
    if (times) requestAnimationFrame(() => settle(times - 1));
  };
  if (block) settle(3);
  if (!within) return;
  // Who comes back to a list goes on at the article that was left.
  const links = [...root.querySelectorAll(".av-entry a")];
  const left = links.find((link) => history.state && lastSearch.endsWith(link.search.slice(1)));
  (left ?? root.querySelector("h1"))?.focus({ preventScroll: true });
}

// The query of the article that was open before the present one.
let lastSearch = "";

/**
 * Calls `hear` with the name of a control that was used, or with `open` when the address asks for another article.
 *
 * A link to this page with another query opens in place; Back and Forward lead between such articles.
 */
export function listenToPage(root, hear) {
  let open = location.search;
  let rest;
  history.scrollRestoration = "manual";
  const remember = () => {
    // While an article is awaited, its entry is open already, but the place is not the reader's.
    if (root.hasAttribute("aria-busy")) return;
    // In such a text, heights are guesses until a reader has been there, so the block under the eye is noted too.
    const block = document.elementFromPoint(innerWidth / 2, 9)?.closest(BLOCKS);
    const index = block ? [...root.querySelectorAll(BLOCKS)].indexOf(block) : undefined;
    history.replaceState({ place: scrollY, index, top: block?.getBoundingClientRect().top }, "");
  };
  const go = () => {
    lastSearch = open;
    open = location.search;
    hear("open");
  };
  root.addEventListener("click", (event) => {
    const { target } = event;
    const button = target.closest("[data-action]");
    const action = button?.dataset.action;
    if (/^(copy|embed|desk)$/.test(action)) return late(action, root, button);
    if (action) return hear(action);
    const link = target.closest("a[href]");
    const wanted = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || wanted || event.defaultPrevented || link.protocol !== location.protocol) return;
    // A folder and its index are one page.
    const folder = ({ host, pathname }) => host + pathname.replace(/index\.html$/, "");
    if (folder(link) !== folder(location)) return;
    // The second click of a double click finds the address changed and the old article still there.
    if (event.detail > 1) event.preventDefault();
    if (link.search === location.search) return;
    event.preventDefault();
    remember();
    history.pushState(null, "", location.pathname + link.search + link.hash);
    go();
  });
  // What src/desk wants of us.
  addEventListener("article-viewer-do", ({ detail }) => {
    // It may have changed the address, of what is open already.
    open = location.search;
    hear(detail);
  });
  addEventListener("popstate", () => {
    // A jump within the article travels too.
    if (location.search !== open) go();
  });
  addEventListener("scroll", () => {
    // Browsers refuse many changes of the history in a row, so the place is noted when scrolling rests.
    clearTimeout(rest);
    rest = setTimeout(remember, 200);
  });
}

/** Lets the browser have its turn before `hear` is called with `word`. */
export function callSoon(hear, word) {
  setTimeout(hear, 0, word);
}

export function entitle(title) {
  document.title = title;
}

/** Calls a function of the modules in src/late.txt, which come when the first of them is called. */
export function late(...call) {
  dispatchEvent(new CustomEvent("article-viewer-late", { detail: call }));
}

/** The desk leaves a function that gives it: src/desk/answer.js. */
export const fileAtHand = () => document.articleFile();
