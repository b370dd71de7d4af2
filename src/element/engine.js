// The program that all elements of a page share, and its style sheets, brought when the first element wants them.

const ENGINE = "article-viewer.js";
const LOOK = "article-viewer.css";
const PAPER = "article-viewer_print.css";
const TOOLS = ["article-viewer_tools.js", "article-viewer_tools.css"];
// They are wanted as soon as the engine is there; a build for development has no parts.
const SOON = ["article-viewer_bg.wasm", "article-viewer_shared.wasm", "article-viewer_element.wasm"];

const BETWEEN = "\x1f";

/**
 * What a page of someone else must never do to an article, and what an article must never do to the page.
 * Until there is an article the host holds what the page itself wrote: were it a box for that, its margins would no longer
 * join those around it, and the page would move when the element wakes. Boxes of ours are contained all the same, and so
 * is everything in a browser that does not know `:state()`.
 */
const BOX = `@layer host {
  :host { display: block; contain: paint; overflow-wrap: anywhere; }
  :host(:not(:state(ready))) { contain: none; }
  [data-scheme] { color-scheme: inherit !important; }
  :host([hidden]), [hidden] { display: none !important; }
  .av-page { all: initial; display: block; contain: paint; visibility: inherit; cursor: inherit; pointer-events: inherit; }
}`;

/** The texts of the sheets in their order: the first says that its layer is the weakest, the second what order the others have. */
const sheetTexts = [BOX];
/** Each document needs objects of its own, and its shadow roots share them. */
const sheetsMade = new WeakMap();
/** The shadow roots that have the sheets. */
const dressed = new Set();

/** The sheets for a document. */
function sheetsFor(page) {
  // A document that is nowhere shown has no look.
  const Sheet = page.defaultView?.CSSStyleSheet;
  if (!Sheet) return [];
  if (!sheetsMade.has(page)) sheetsMade.set(page, new Map());
  const made = sheetsMade.get(page);
  return sheetTexts.map((text) => {
    if (!made.has(text)) {
      const sheet = new Sheet();
      sheet.replaceSync(text);
      made.set(text, sheet);
    }
    return made.get(text);
  });
}

/** Gives a shadow root all sheets, those too that come later. */
function dress(root) {
  root.adoptedStyleSheets = sheetsFor(root.ownerDocument);
  dressed.add(root);
}

const sheetsComing = new Map();
/** Brings a sheet once. Without it an article is plain; that is no reason not to show it, and another try may succeed. */
function bringSheet(address, place) {
  if (!sheetsComing.has(address)) {
    const coming = fetch(address).then(async (answer) => {
      if (!answer.ok) return sheetsComing.delete(address);
      sheetTexts.splice(place ?? sheetTexts.length, 0, await answer.text());
      dressed.forEach(dress);
    });
    sheetsComing.set(address, coming.catch(() => sheetsComing.delete(address)));
  }
  return sheetsComing.get(address);
}

let engineTries = "";
let engineComing;
/** The program, once it is there. */
let engine;

/** What is said of failures where the program cannot speak, and the words of the reader have not come. */
const engineSentences = {
  blocked: "This browser cannot run the viewer: it needs WebAssembly, which is missing, switched off, or not allowed by this page.",
  download: "The viewer could not be downloaded. Check the connection and try again.",
  broken: "The viewer has stopped. Try again; if that does not help, this article cannot be shown here.",
  data: "The data of this article cannot be written as JSON.",
};

/** What has to be told if the program ends: each is called with a kind and a line for developers. */
const mourners = new Set();

function engineEnds(kind, technical) {
  engine = undefined;
  engineComing = undefined;
  // Another try is another module: browsers remember which address failed, and a trap is the end of an instance.
  engineTries += "?";
  for (const told of [...mourners]) told(kind, technical);
}

/** Brings the program, and its look; without it, everyone in `mourners` is told why. */
function bringEngine() {
  const looks = bringSheet(fileOf(LOOK), 1);
  return (engineComing ??= startEngine(looks));
}

async function startEngine(looks) {
  const hints = SOON.filter(Boolean).map((name) => {
    const hint = document.createElement("link");
    Object.assign(hint, { rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "anonymous", href: fileOf(name) });
    return hint;
  });
  document.head.append(...hints);
  let ended;
  const ends = (...how) => {
    ended = true;
    engineEnds(...how);
  };
  try {
    const { startElements } = await import(fileOf(ENGINE + engineTries + "#element"));
    const started = await startElements(ends, (address) => bringSheet(address));
    if (ended) return;
    await Promise.all([started.bring("element"), looks]);
    // It may have ended meanwhile.
    if (!ended) return (engine = started);
  } catch (error) {
    if (!ended) ends("download", String(error));
  } finally {
    for (const hint of hints) hint.remove();
  }
}

/** What only paper needs. */
const bringPaper = () => bringSheet(fileOf(PAPER));

let toolsTries = "";
let toolsComing;
/** What makes the tools of a reader, and its English words; nothing where they do not come, and then they may another time. */
function bringTools() {
  return (toolsComing ??= bringAllOfTools().catch(() => {
    toolsComing = undefined;
    // Browsers remember which address failed.
    toolsTries += "?";
    return [];
  }));
}

async function bringAllOfTools() {
  const [script, look] = TOOLS.map(fileOf);
  const [{ makeTools }, english] = await Promise.all([import(script + toolsTries), bringWords("en/tools"), bringSheet(look)]);
  return [makeTools, english];
}

/**
 * Has parts brought, and lets the browser have its turns, until a command has its outcome, which is given as its words;
 * nothing where the program has ended, or where it is not `awaited` any more.
 */
async function outcomeOf(engine, number, command, bytes, awaited = () => true, root = undefined) {
  const ask = (word) => (awaited() ? engine.ask([word, number].join(BETWEEN), new Uint8Array()).split(BETWEEN) : []);
  let outcome = engine.ask(command, bytes, root).split(BETWEEN);
  while (outcome[0] === "part" || outcome[0] === "later") {
    if (outcome[0] === "later") {
      await new Promise((go) => setTimeout(go));
      outcome = ask("go");
      continue;
    }
    try {
      await engine.bring(outcome[1]);
      outcome = ask("go");
    } catch {
      // Without the sentences about what has failed, there is nothing more to ask.
      if (outcome[1] === "problem") {
        const [word, , code] = command.split(BETWEEN);
        return ["error", word === "fail" ? code : "no_part", "a part of the viewer did not come", "", "", ""];
      }
      outcome = ask("lacks");
    }
  }
  return outcome;
}
