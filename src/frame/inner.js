// The article's side of a frame on somebody else's page; docs/embedding.md has the messages.
//
// It measures the viewer's own element and never the document, whose height would follow that of the frame.
// Until the outer page has answered, it says nothing but that it can hear; after that it speaks to that page alone.

const SENTINEL = "article-viewer";
const THEMES = ["light", "dark", "sepia", "contrast"];
// The outer page's script may come late; then the frame scrolls by itself until it does.
const PAUSES = [0, 100, 200, 400, 800, 1600, 3200, 6400, 12_800];

const page = document.documentElement;
const root = document.getElementById("article-viewer");
const parents = document.querySelector('meta[name="article-viewer-parents"]')?.content.trim().split(/\s+/) ?? [];

// The origin of the outer page, and the name that it has given this frame.
let outer = "";
let id = "";
let lastHeight = -1;
// Whether something has been open: what is opened next is read from its start.
let wasOpen;

/** Which origins may lead this frame; one that hides its name never may. */
function mayLead(origin) {
  return origin !== "null" && parents.some((entry) => entry === "*" || entry.replace(/\/$/, "") === origin);
}

function tell(type, facts) {
  if (outer) parent.postMessage({ sentinel: SENTINEL, v: 1, id, type, ...facts }, outer);
}

/** This goes to whoever has framed the page, and holds nothing of it. */
async function greet() {
  for (const pause of PAUSES) {
    await new Promise((done) => setTimeout(done, pause));
    if (outer) return;
    parent.postMessage({ sentinel: SENTINEL, v: 1, id: "", type: "ready" }, "*");
  }
}

function hear({ source, origin, data }) {
  if (source !== parent || !mayLead(origin) || (outer && origin !== outer)) return;
  if (data?.sentinel !== SENTINEL || data.v !== 1 || data.type !== "set" || typeof data.id !== "string") return;
  const isFirst = id !== data.id;
  [outer, id] = [origin, data.id];
  set(data);
  if (!isFirst) return;
  lastHeight = -1;
  measure();
  sayState();
}

/** What is absent stays as it is. */
function set({ theme, background, scheme, scroll }) {
  if (THEMES.includes(theme)) root.dataset.theme = theme;
  else if (theme === "auto") delete root.dataset.theme;
  if (background === "transparent") page.dataset.background = background;
  else if (background === "paper") delete page.dataset.background;
  // A transparent frame is opaque where its colours are those of the night and the outer page's are not.
  if (scheme === "light" || scheme === "dark") page.dataset.scheme = scheme;
  else if (scheme === "auto") delete page.dataset.scheme;
  // The outer page gives the frame its whole height, unless it says that it does not.
  if (scroll === true) delete page.dataset.led;
  else page.dataset.led = "";
}

function measure() {
  const height = Math.ceil(root.getBoundingClientRect().height);
  // A frame that is not displayed has no width, and its text no height that would mean anything.
  if (!outer || height === lastHeight || !innerWidth) return;
  lastHeight = height;
  tell("resize", { height });
}

function sayState() {
  const state = root.dataset.articleState;
  // The outer page has a main part of its own; this one is told from it by its name.
  const name = root.querySelector("h1")?.textContent.trim();
  if (name) root.querySelector("main")?.setAttribute("aria-label", name);
  const text = (selector) => root.querySelector(selector)?.textContent.trim() ?? "";
  if (isOpen()) tell("ready", { title: text("h1"), language: root.querySelector("article")?.lang ?? "" });
  // The sentence below the heading says why.
  if (state === "error") tell("error", { message: text("[role=alert] p") });
}

const isOpen = () => /^(ready|list)$/.test(root.dataset.articleState);

function stateChanged() {
  measure();
  sayState();
  if (!isOpen()) return;
  if (wasOpen) tell("scroll-to", { top: 0 });
  wasOpen = true;
}

/** A link leads the outer page on, which may decide otherwise; a jump within the article scrolls the outer page. */
function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const plain = (address) => address.split("#")[0];
  if (plain(link.href) === plain(location.href)) {
    const target = link.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    // Where the browser has gone is known after this event.
    if (target) setTimeout(() => tell("scroll-to", { top: Math.round(target.getBoundingClientRect().top + scrollY) }));
  } else if (/^https?:$/.test(link.protocol)) {
    link.relList.add("noopener");
    link.target = "_top";
    if (!outer) return;
    event.preventDefault();
    tell("link", { href: link.href });
  }
}

if (parent !== window && root) {
  wasOpen = isOpen();
  addEventListener("message", hear);
  addEventListener("click", follow);
  new ResizeObserver(measure).observe(root);
  // Browsers let a frame that is out of sight sleep, observers of sizes with it; these two are awake.
  addEventListener("load", measure, true);
  new MutationObserver(stateChanged).observe(root, { attributeFilter: ["data-article-state"] });
  greet();
}
