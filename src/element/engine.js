// The program that all elements of a page share, and its style sheets, brought when the first element wants them.

const ENGINE = "article-viewer.js";
const LOOK = "article-viewer.css";
const PAPER = "article-viewer_print.css";
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
  :host([hidden]), [hidden] { display: none !important; }
  .av-page { all: initial; display: block; contain: paint; visibility: inherit; cursor: inherit; pointer-events: inherit; }
}`;

// The first says that its layer is the weakest.
const sheets = [];
/** The shadow roots that have the sheets. */
const dressed = new Set();

function addSheet(text, place = sheets.length) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  sheets.splice(place, 0, sheet);
  for (const root of dressed) root.adoptedStyleSheets = sheets;
}

/** Gives a shadow root all sheets, those too that come later. */
function dress(root) {
  if (!sheets.length) addSheet(BOX);
  root.adoptedStyleSheets = sheets;
  dressed.add(root);
}

// Without its sheet an article is plain; that is no reason not to show it.
async function bringSheet(address) {
  try {
    const answer = await fetch(address);
    if (answer.ok) addSheet(await answer.text());
  } catch {}
}

let engineTries = "";
let engineComing;
/** The program, once it is there. */
let engine;

const engineSentences = {
  blocked: "This browser cannot run the viewer: it needs WebAssembly, which is missing, switched off, or not allowed by this page.",
  download: "The viewer could not be downloaded. Check the connection and try again.",
  broken: "The viewer has stopped. Try again; if that does not help, this article cannot be shown here.",
};

/** What has to be told if the program ends: each is called with a kind, a sentence and a line for developers. */
const mourners = new Set();

function engineEnds(kind, technical) {
  engine = undefined;
  engineComing = undefined;
  // Another try is another module: browsers remember which address failed, and a trap is the end of an instance.
  engineTries += "?";
  for (const told of [...mourners]) told(kind, engineSentences[kind], technical);
}

/** Brings the program; without it, everyone in `mourners` is told why. */
function bringEngine() {
  return (engineComing ??= startEngine());
}

async function startEngine() {
  const hints = SOON.filter(Boolean).map((name) => {
    const hint = document.createElement("link");
    Object.assign(hint, { rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "anonymous", href: fileOf(name) });
    return hint;
  });
  document.head.append(...hints);
  const looks = sheets.length < 2 && bringSheet(fileOf(LOOK));
  let ended;
  const ends = (...how) => {
    ended = true;
    engineEnds(...how);
  };
  try {
    const { startElements } = await import(fileOf(ENGINE + engineTries + "#element"));
    const started = await startElements(ends, bringSheet);
    if (ended) return;
    await Promise.all([started.bring("element"), looks]);
    return (engine = started);
  } catch (error) {
    if (!ended) ends("download", String(error));
  } finally {
    for (const hint of hints) hint.remove();
  }
}

let paperComing;
/** What only paper needs. */
const bringPaper = () => (paperComing ??= bringSheet(fileOf(PAPER)));

/**
 * Has parts brought, and lets the browser have its turns, until a command has its outcome, which is given as its words;
 * nothing where the program has ended, or where it is not `awaited` any more.
 */
async function outcomeOf(engine, number, command, bytes, awaited = () => true) {
  const ask = (word) => (awaited() ? engine.ask([word, number].join(BETWEEN), new Uint8Array()).split(BETWEEN) : []);
  let outcome = engine.ask(command, bytes).split(BETWEEN);
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
