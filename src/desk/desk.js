// The desk, where an article is looked at as a file: beside it, what was read; at its bench, the file itself.
//
// The page's address says which of the two is open: `report` or `edit`.

const viewer = document.getElementById("article-viewer");
const page = document.documentElement;

let aside, mode, bench, report, reportJson, reportText, chooser;
// Where the focus was when the desk was opened.
let before;
// What is said of a file that could not be opened, or nothing.
let trouble = "";
// The report is about what the page is about to show.
let isFresh = false;

// The part of the app that reports, and the sheet of the desk.
let partComing;
function bringPart() {
  const detail = { part: "desk" };
  dispatchEvent(new CustomEvent("article-viewer-part", { detail }));
  return detail.coming;
}

/** Takes one of the ways to the desk: src/desk/door.js has them. */
export async function open(way, what) {
  try {
    await (partComing ??= bringPart());
  } catch {
    partComing = undefined;
    return;
  }
  await WAYS[way](what);
}

const WAYS = {
  address() {
    trouble = "";
    if (asked("opened") !== undefined && !openedText()) return forgetOpened();
    const wanted = ["edit", "report"].find((word) => asked(word) !== undefined) ?? mode;
    if (wanted) show(wanted);
  },
  toggle() {
    if (mode) return close();
    show("report", true);
  },
  drag: () => (hintsAtDrops = true),
  choose: () => chooseFile(),
  text: (text) => openText(text, "pasted.json"),
  async files(files) {
    trouble = (await openFiles(files)) ?? "";
    if (trouble) show(mode ?? "report");
  },
};

/** After a reload the texts that were opened are gone; what is left is the plain page. */
function forgetOpened() {
  history.replaceState(null, "", address(["opened", "item", "format"]));
  tell("changed");
}

/** Shows the report, or the bench with the report below it; with `enters` the focus goes there. */
async function show(wanted, enters) {
  if (wanted !== mode) {
    if (!mode) before = document.activeElement;
    mode = wanted;
    build();
  }
  page.dataset.desk = mode;
  // It stays open from article to article.
  if (asked(mode) === undefined) history.replaceState(history.state, "", address(["report", "edit"], mode) + location.hash);
  if (bench && !bench.isTyping) bench.put(sourceText());
  const isDone = isFresh;
  isFresh = false;
  if (!isDone) await refresh();
  if (enters) aside.querySelector("h2").focus();
}

function close() {
  aside?.remove();
  bench = mode = undefined;
  trouble = "";
  markBlocks([]);
  delete page.dataset.desk;
  history.replaceState(history.state, "", address(["report", "edit"]) + location.hash);
  tell("moved");
  const back = before?.isConnected && before !== document.body ? before : viewer.querySelector("h1");
  back?.focus({ preventScroll: true });
}

/** The frame of the desk, empty. */
function build() {
  aside?.remove();
  bench = mode === "edit" ? makeBench(typed) : undefined;
  const title = bench ? "The article’s file" : "What was read";
  aside = make(
    "aside.av-page.av-desk",
    { "aria-label": title, lang: "en", dir: "ltr" },
    make("header.av-desk__head", {}, make("h2.av-desk__title", { tabIndex: -1 }, title), button("Close", close)),
    make("p.av-hidden", { role: "status" }),
    make("div.av-desk__tools", {}, ...(bench ? benchTools() : []), ...reportTools()),
    bench?.element ?? "",
    make("div.av-desk__report"),
  );
  if (viewer.dataset.theme) aside.dataset.theme = viewer.dataset.theme;
  // What comes first to the eye comes first to the keyboard.
  viewer[bench ? "before" : "after"](aside);
}

function reportTools() {
  return [
    button("Copy as text", ({ target }) => copyFrom(target, reportText)),
    button("Copy as JSON", ({ target }) => copyFrom(target, JSON.stringify(JSON.parse(reportJson), null, 2))),
    button("Open a file…", chooseFile),
    ...(bench ? [] : [button("Edit", () => change("edit"))]),
  ];
}

function benchTools() {
  return [
    button("Format", async () => {
      const text = await askOfBench("format");
      if (text) bench.put(text, true);
      // The report says where it is no JSON.
      else announce("This is no JSON yet.");
    }),
    button("Convert to the viewer’s format", async () => {
      const text = await askOfBench("convert");
      if (!text) return announce(report?.outcome === "list" ? "This is a list: open one of its articles, and convert that." : "This cannot be converted: it is no article yet.");
      keepDraft(bench.value);
      // What it was read as, and which of several it was, is past.
      history.replaceState(history.state, "", address(["format", "item"]) + location.hash);
      tell("moved");
      bench.put(text, true);
    }),
    button("Download", () => {
      download(bench.value);
      if (openedText()) openedText().isDraft = false;
    }),
  ];
}

/** Asks the app about the text of the bench, of which what was typed last has to be known first. */
async function askOfBench(what) {
  if (bench.value !== sourceText()) keepDraft(bench.value);
  const [text] = await ask(what);
  return text;
}

function change(wanted) {
  history.replaceState(history.state, "", address(["report", "edit"], wanted) + location.hash);
  show(wanted, true);
}

/** The bench's text is another: the page shows it if it is an article, else the last that was one. */
async function typed(text) {
  const was = report?.outcome;
  keepDraft(text);
  await refresh();
  isFresh = report && report.outcome !== "error";
  if (isFresh) {
    if (was === "error") announce("");
    return tell("changed");
  }
  if (was !== "error") announce("No article any more.");
}

/** Asks for the report and writes it down. */
async function refresh() {
  const [json, text] = await ask("report");
  if (!mode) return;
  report = json ? JSON.parse(json) : undefined;
  if (report) report.places = withSilent(report.places);
  [reportJson, reportText] = [json, text];
  const parts = report ? reportParts(report, choose) : ["There is no report on this page."];
  // Of a file that did not come there is nothing to say but that.
  const isMissing = viewer.dataset.articleState === "error" && !document.articleFile().length;
  if (isMissing) parts.splice(0, Infinity, "The file did not come, or there is nothing in it.");
  if (bench && report?.outcome === "error" && viewer.querySelector("article")) parts.unshift(make("p.av-desk__none", {}, "Beside this stands the last article that could be read."));
  if (trouble) parts.unshift(make("p.av-desk__trouble", { role: "alert" }, trouble));
  const chosen = make("p.av-desk__chosen", { hidden: true });
  aside.querySelector(".av-desk__report").replaceChildren(chosen, ...parts);
}

function announce(words) {
  aside.querySelector("[role=status]").textContent = words;
}

/** Marks what was chosen in the report, and its blocks; at the bench also its line. */
function choose(item, row) {
  const places = item.selector === undefined ? placesOf(item.path, report.places) : [item];
  markRows([row]);
  markBlocks(places, true);
  if (!places.length) announce("Nothing on the page stands for this.");
  if (bench && item.line) bench.select(item.line, item.column);
}

function markRows(chosen) {
  for (const row of aside.querySelectorAll("[data-chosen]")) {
    delete row.dataset.chosen;
    buttonIn(row).removeAttribute("aria-current");
  }
  for (const row of chosen) {
    row.dataset.chosen = "";
    buttonIn(row).setAttribute("aria-current", "true");
  }
}

const buttonIn = (row) => (row.matches("button") ? row : row.querySelector("button"));

// A block that is chosen shows its notes. Links, buttons and players in it stay what they are.
viewer.addEventListener("click", ({ target }) => {
  if (!mode || !report?.places || target.closest("a, button, summary, audio, video, input, label") || !getSelection().isCollapsed) return;
  const place = placeAround(target, report.places);
  if (!place) return;
  markBlocks([place]);
  const notes = [...aside.querySelectorAll(".av-desk__note")].filter((row) => placesOf(row.querySelector(".av-desk__place code").textContent, report.places).includes(place));
  markRows(notes);
  const chosen = aside.querySelector(".av-desk__chosen");
  const count = notes.length ? counted(notes.length, "note") : "no notes";
  chosen.replaceChildren(make("code", {}, place.path), place.line ? `, line ${place.line}: ${count}` : `: ${count}`);
  chosen.hidden = false;
  announce(chosen.textContent);
  (notes[0] ?? chosen).scrollIntoView({ block: "nearest" });
  if (bench && place.line) bench.select(place.line, place.column);
});

// The report closes with this key wherever the focus is, the bench only from the desk itself.
// In a text area the key has other meanings for many.
document.addEventListener("keydown", ({ key, isComposing, target, defaultPrevented }) => {
  if (key !== "Escape" || isComposing || defaultPrevented || !mode || target.matches?.("textarea")) return;
  const isPages = mode === "report" && !target.closest?.("input, select, dialog");
  if (aside.contains(target) || isPages) close();
});

/** Lets the reader choose a file. */
function chooseFile() {
  chooser ??= make("input", { type: "file", accept: ".json,.txt,application/json,application/ld+json,text/plain", hidden: true });
  chooser.onchange = () => {
    WAYS.files([...chooser.files]);
    // The same file may be chosen again.
    chooser.value = "";
  };
  document.body.append(chooser);
  chooser.click();
}

// What was written would be lost with the page.
addEventListener("beforeunload", (event) => [...texts.values()].some(({ isDraft }) => isDraft) && event.preventDefault());
