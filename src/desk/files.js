// Texts from the reader's own machine. They stay in this page: nothing is stored, nothing leaves the machine.

const LARGEST_FILE = 30_000_000;

/** Each text that was opened, by the name in its address, and what relative addresses in it are relative to. */
const texts = new Map();

const asked = (name) => new URLSearchParams(location.search).get(name) ?? undefined;
const openedText = () => texts.get(asked("opened"));

// The address says which text is open, so that Back and Forward lead to the right one by themselves.
// A text without a letter is still a text: nothing at all would be no text.
Object.defineProperty(document, "articleText", { get: () => openedText() && (openedText().text || " ") });
Object.defineProperty(document, "articleBase", { get: () => openedText()?.base });

/** The page's address without these words in its query, and with those. Everything else stays as it was written. */
function address(without, ...words) {
  const kept = location.search.slice(1).split("&").filter((word) => word && !without.includes(word.split("=")[0]));
  const query = [...words, ...kept].join("&");
  return location.pathname + (query && "?" + query);
}

function tell(what) {
  dispatchEvent(new CustomEvent("article-viewer-do", { detail: what }));
}

/** Asks the app, whose answer comes very soon or never. */
function ask(what) {
  return new Promise((done) => {
    const hear = ({ detail: [about, ...answer] }) => about === what && end(answer);
    const end = (answer) => {
      removeEventListener("article-viewer-desk", hear);
      done(answer);
    };
    addEventListener("article-viewer-desk", hear);
    tell(what);
    setTimeout(end, 1000, []);
  });
}

/** Text as files have it: UTF-8, or UTF-16 with its mark. */
function decoded(bytes) {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(mark).decode(bytes);
}

/** What the page shows, as a text. */
function sourceText() {
  return document.articleText ?? decoded(document.articleFile());
}

/** A name that no other text has. */
function freeName(name) {
  const [, stem, ending] = name.match(/^(.*?)(\.[^.]*)?$/s);
  let free = name;
  for (let number = 2; texts.has(free); number += 1) free = `${stem}-${number}${ending ?? ""}`;
  return free;
}

/** Opens a text as an article of its own, with its report. */
function openText(text, name) {
  name = freeName(name);
  texts.set(name, { text });
  const bench = asked("edit") === undefined ? "report" : "edit";
  history.pushState(null, "", `${location.pathname}?opened=${encodeURIComponent(name)}&${bench}`);
  // Reading starts at its headline, wherever the focus was.
  document.activeElement?.blur();
  tell("changed");
}

/** Keeps what was written at the bench, as a text of its own from the first change on. */
function keepDraft(text) {
  const opened = openedText();
  if (opened) return void Object.assign(opened, { text, isDraft: true });
  const source = asked("src");
  const base = source && new URL(source, document.baseURI).href;
  const name = freeName(source?.split(/[?#]/)[0].split("/").at(-1) || "article.json");
  texts.set(name, { text, base, isDraft: true });
  history.replaceState(history.state, "", address(["opened"], "opened=" + encodeURIComponent(name)));
}

/** Opens the first JSON file among some, or gives the sentence that says why not. */
async function openFiles(files) {
  const file = files.find(({ name, type }) => /json$/i.test(type) || /\.json$/i.test(name)) ?? files[0];
  if (!file) return "There was no file in it.";
  const megabytes = (bytes) => `${Math.ceil(bytes / 1e6)} MB`;
  if (file.size > LARGEST_FILE) return `${file.name} is too large: it has ${megabytes(file.size)}, and ${megabytes(LARGEST_FILE)} is the most that is opened here.`;
  let text;
  try {
    text = decoded(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return `${file.name} could not be read.`;
  }
  if (text.includes("\0")) return `${file.name} is not a text file. An article is a JSON file.`;
  openText(text, file.name || "pasted.json");
}

// While a file is held over the page, the page says what would become of it.
let dropHint;
let hintsAtDrops = false;
function showDropHint(shows) {
  dropHint ??= make("div.av-page.av-drop", { lang: "en", dir: "ltr" }, make("p.av-drop__words", {}, "Drop the JSON file to open it. It stays on this machine."));
  if (!shows) dropHint.remove();
  else if (!dropHint.isConnected) document.body.append(dropHint);
}
addEventListener("dragover", ({ dataTransfer }) => showDropHint(hintsAtDrops && dataTransfer.types.includes("Files")));
for (const end of ["drop", "dragend"]) addEventListener(end, () => showDropHint(false));
addEventListener("dragleave", ({ relatedTarget }) => relatedTarget ?? showDropHint(false));
