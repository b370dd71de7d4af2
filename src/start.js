// Starts the viewer and stands guard outside it.
//
// The build appends this file to the module that wasm-bindgen writes, and calls three functions of that module:
// `__wbg_get_imports`, `__wbg_finalize_init`, and `askViewer`, which is src/browser/element.rs.
// A wasm instance that has trapped is dead and cannot say so; what is said then is said here.

const viewerScript = import.meta.url;
const viewerWasm = new URL("article-viewer_bg.wasm", viewerScript).href;
// The parts of the wasm that not every article needs, and the style sheets of some; only a release has the programs.
// Those that need the formats are in src/browser/parts.js, which comes with them, save for three that many publishers use.
const viewerParts = {
  shared: ["article-viewer_shared.wasm"],
  problem: ["article-viewer_problem.wasm"],
  blocks: ["article-viewer_blocks.wasm", "article-viewer_blocks.css"],
  formats: ["article-viewer_formats.wasm", "article-viewer_formats.css"],
  element: ["article-viewer_element.wasm"],
  ans: ["article-viewer_ans.wasm", "", "formats"],
  ninjs: ["article-viewer_ninjs.wasm", "", "formats"],
  "schema-org": ["article-viewer_schema-org.wasm", "", "formats"],
};

// The blocks that few articles in our own format have: src/decode/formats/native/blocks/rare.rs, and a test compares.
const viewerRareBlocks =
  /"type"\s*:\s*"(audio|box|button|card|code|correction|descriptions|details|embed|footnotes|gallery|math|post|preformatted|questions|rating|table|timeline|unsupported|verse|video)"/;

/**
 * The parts that a file is likely to need, by its beginning: what reads it says so later, when asking is a wait more.
 * A wrong guess costs some kilobytes.
 */
function guessViewerParts(text) {
  if (!/^\s*[[{]/.test(text)) return [];
  if (/"format"\s*:\s*"article-viewer\//.test(text)) return viewerRareBlocks.test(text) ? ["shared", "blocks"] : [];
  const parts = ["shared", "formats"];
  // Blocks that few articles have.
  if (/<(iframe|table|pre|video|audio|details)\b|gallery|embed(?!d)|liveblog|table"/i.test(text)) parts.push("blocks");
  // Of WordPress it may be said in linked data besides.
  if (/"rendered"/.test(text)) return parts;
  if (/"@type"/.test(text)) parts.push("schema-org");
  else if (/"content_elements"/.test(text)) parts.push("ans");
  else if (/"versioncreated"|"body_x?html/i.test(text)) parts.push("ninjs");
  return parts;
}

const viewerDownloads = {};
/** What `make` makes of a file, once: what is on its way, or there, serves everyone; what did not come may come another time. */
function downloadOnce(url, make) {
  const coming = (viewerDownloads[url] ??= make(url));
  coming.catch(() => delete viewerDownloads[url]);
  return coming;
}
const urlOfViewer = (name) => new URL(name, viewerScript).href;
const compileViewerPart = (url) => downloadOnce(url, () => WebAssembly.compileStreaming(fetchViewer(url)));

// What can wait: src/late.txt.
const viewerLate = "article-viewer_late.js";

const viewerProblems = {
  blocked: [
    "This browser cannot run the viewer",
    "The viewer needs WebAssembly, which this browser lacks or has switched off, or which this page does not allow.",
  ],
  download: [
    "The viewer could not be downloaded",
    "A part of this page is missing. Check the connection and load it again.",
  ],
  broken: [
    "The viewer has stopped",
    "Something went wrong in it. Load the page again; if that does not help, this article cannot be shown here.",
  ],
};

// Built node by node: the page's policy may require Trusted Types.
function showViewerProblem(kind, technical) {
  const root = document.getElementById("article-viewer");
  if (!root) return;
  const make = (name, ...children) => {
    const element = document.createElement(name);
    element.append(...children);
    return element;
  };
  const [title, sentence] = viewerProblems[kind];
  const reload = make("button", "Load again");
  reload.type = "button";
  reload.className = "av-button";
  reload.onclick = () => location.reload();
  const problem = make(
    "div",
    make("h1", title),
    make("p", sentence),
    make("p", reload),
    make("details", make("summary", "Technical details"), make("p", make("code", technical))),
  );
  problem.className = "av-problem";
  problem.lang = "en";
  problem.dir = "ltr";
  problem.setAttribute("role", "alert");
  const firstLook = document.firstLook?.node;
  if (firstLook) {
    // A plain article is there all the same.
    firstLook.querySelector("main").prepend(problem);
  } else {
    const band = make("header");
    band.className = "av-masthead";
    root.replaceChildren(band, make("main", problem));
  }
  root.removeAttribute("aria-busy");
  root.dataset.articleState = "error";
}

// Compiles the smallest module that needs what ours needs; a policy, a switch or an old browser refuse it too.
function canRunViewer() {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0)) !== null;
  } catch {
    return false;
  }
}

// For elements (src/element) others do both.
let tellViewerProblem = showViewerProblem;
let styleViewer = addViewerSheet;

let viewerIsDead = false;
let viewerLastWords = "";

function viewerDies(error) {
  if (viewerIsDead) return;
  viewerIsDead = true;
  tellViewerProblem("broken", viewerLastWords || String(error));
}

// Whatever leaves the wasm as an exception, a trap or an error of the browser that nobody caught,
// leaves it in the middle of its work: it must not be entered again.
// Errors of other scripts never come by here.
// Rust's own small helpers, whose names begin with `__`, are called from the inside only and often.
function guardViewer(exports) {
  const guarded = { ...exports };
  for (const [name, call] of Object.entries(exports)) {
    if (typeof call !== "function" || (name.startsWith("__") && name !== "__wbindgen_destroy_closure")) continue;
    guarded[name] = (...values) => {
      if (viewerIsDead) return [];
      try {
        return call(...values);
      } catch (error) {
        viewerDies(error);
        throw error;
      }
    };
  }
  return guarded;
}

async function fetchViewer(url) {
  let response = await fetch(url);
  const type = response.headers.get("content-type");
  if (!response.ok || type?.startsWith("text/html")) throw new Error(`HTTP ${response.status}, ${type} for ${url}`);
  // Compiling while downloading wants exactly this type, which some hosts do not send.
  if (type !== "application/wasm") {
    response = new Response(response.body, { headers: { "content-type": "application/wasm" } });
  }
  return response;
}

let bringViewerPart;
let viewerModuleComing;

async function startViewer(then) {
  let kind = "download";
  try {
    viewerModuleComing = WebAssembly.compileStreaming(fetchViewer(viewerWasm));
    const module = await viewerModuleComing;
    // What can be read already comes before what makes it the program's.
    await document.firstLookPainted;
    const instance = await WebAssembly.instantiate(module, __wbg_get_imports());
    kind = "broken";
    // A panic can leave its message here before it traps.
    addEventListener("article-viewer-panic", (event) => (viewerLastWords = String(event.detail)));
    bringViewerPart = addParts(instance.exports);
    __wbg_finalize_init({ exports: guardViewer(instance.exports) }, module);
    // Nobody waits for what is there already, and a browser has its turn.
    if (document.firstLook) await new Promise((done) => setTimeout(done));
    then();
  } catch (error) {
    if (kind === "download" && !canRunViewer()) kind = "blocked";
    if (kind === "broken") viewerDies(error);
    else tellViewerProblem(kind, String(error));
    // Of a download that failed the browser has told the console already.
    if (!(kind === "download" && error instanceof TypeError)) console.error(error);
  }
}

// The functions that can wait; what did not come may come another time.
let viewerLateComing;
let viewerLateTries = "";
function bringLate() {
  viewerLateComing ??= import(new URL(viewerLate + viewerLateTries, viewerScript).href);
  viewerLateComing.catch(() => {
    viewerLateComing = undefined;
    // Browsers remember which address failed.
    viewerLateTries += "?";
  });
  return viewerLateComing;
}

// They are asked for by an event with a name and values; nothing depends on them.
function answerLate() {
  addEventListener("article-viewer-late", async ({ detail: [name, ...values] }) => {
    if (name === "describe") await leadImage();
    bringLate().then((late) => late[name](...values), () => {});
  });
}

// Whatever nobody waits for lets the lead image come first, for a while.
function leadImage() {
  const image = document.querySelector("#article-viewer img[fetchpriority=high]");
  if (image?.complete === false) {
    return new Promise((done) => {
      for (const end of ["load", "error"]) image.addEventListener(end, done);
      setTimeout(done, 3000);
    });
  }
}

// Whoever needs a part asks for it by an event, and finds in it what to wait for.
// It comes once: what is on its way, or there, serves everyone who asks.
function addParts(b) {
  const offered = { ...__wbg_get_imports(), b };
  const coming = {};
  const bringPart = async (part, limit) => {
    const own = viewerParts[part];
    // The parser of markup comes with the formats.
    const late = (!own || part === "formats") && bringLate();
    if (part === "formats") {
      late.then(() => {
        const text = new TextDecoder().decode(document.articleFile().subarray(0, 300_000));
        if (guessViewerParts(text).includes("blocks")) return bring("blocks");
      }).catch(() => {});
    }
    const [wasm, sheet, after = "shared"] = own ?? (await late).parts[part];
    const needed = part !== "shared" && bring(after);
    const styled = sheet && styleViewer(urlOfViewer(sheet));
    // What writes an article in our own format is there.
    const written = part === "desk" && bring("element");
    const url = urlOfViewer(wasm);
    limit.addEventListener("abort", () => delete viewerDownloads[url]);
    const [module] = await Promise.all([wasm && compileViewerPart(url), needed, late, styled, written]);
    // Whoever waited has been told that it did not come; another try may be on its way.
    limit.throwIfAborted();
    const instance = module && (await WebAssembly.instantiate(module, offered));
    // The letters that the build has given them: `letter` in tools/finish/src/release/split.rs.
    offered[{ shared: "c", formats: "f", rich: "g" }[part]] = instance?.exports;
    if (part === "formats") (await late).offerParser();
  };
  const bring = (part) => {
    if (coming[part]) return coming[part];
    const limit = AbortSignal.timeout(30_000);
    const end = new Promise((_, giveUp) => (limit.onabort = giveUp));
    coming[part] = Promise.race([bringPart(part, limit), end]);
    coming[part].catch(() => delete coming[part]);
    return coming[part];
  };
  return bring;
}

// What the page's part of the program and its reader ask for. An element has nobody else hear of what it wants.
function startPage() {
  answerLate();
  addEventListener("article-viewer-part", ({ detail }) => {
    const bring = () => bringViewerPart(detail.part);
    detail.coming = detail.quietly ? Promise.resolve(leadImage()).then(bring) : bring();
  });
  // Without the sentences about what has failed, that has to be said here.
  addEventListener("article-viewer-incomplete", () => {
    if (viewerIsDead) return;
    viewerIsDead = true;
    showViewerProblem("download", "a part of the wasm did not come");
  });
  askViewer("page", new Uint8Array());
}

/**
 * Starts the program for the elements on a page of someone else: src/element, which imports this module with a fragment.
 *
 * `tell` hears of what ends it, `style` is given the addresses of the sheets of parts.
 * Gives what asks the program, what brings a part of it, and what brings the functions that can wait.
 */
export async function startElements(tell, style) {
  tellViewerProblem = tell;
  styleViewer = style;
  await startViewer(() => {});
  const ask = (...values) => {
    if (viewerIsDead) return "";
    try {
      return askViewer(...values);
    } catch (error) {
      // One of the small helpers may be where it ended.
      viewerDies(error);
      throw error;
    }
  };
  return { ask, bring: bringViewerPart, bringLate };
}

// It stands behind the page's own sheet, which says the order of the layers. Without its sheet a part is plain.
function addViewerSheet(address, media = "") {
  const coming = downloadOnce(address, () => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.media = media;
    sheet.href = address;
    document.body.append(sheet);
    return new Promise((done, fail) => {
      sheet.onload = done;
      sheet.onerror = () => fail(sheet.remove());
    });
  });
  return coming.catch(() => {});
}

// What an article needs besides is requested when its file is there, which is before the program is; the page, the first look
// (src/first) or the program request the lead image.
async function lookAhead({ response, file }) {
  const answer = await response;
  if (!answer.ok) return;
  let { text } = await file;
  if (!text) {
    // Reading a long file twice costs more than it gains: its beginning has to do.
    const reader = answer.clone().body.getReader();
    text = new TextDecoder().decode((await reader.read()).value);
    reader.cancel();
  }
  const parts = guessViewerParts(text);
  // All share one line, and most of the program comes before its parts.
  await Promise.race([viewerModuleComing, new Promise((late) => setTimeout(late, 150))]);
  if (parts.includes("formats")) bringLate();
  for (const [wasm, sheet] of parts.map((part) => viewerParts[part])) {
    if (wasm) compileViewerPart(urlOfViewer(wasm));
    if (sheet) styleViewer(urlOfViewer(sheet));
  }
}

// On a server, importing this module does nothing.
// With a fragment it is another module than the page's, from the same file, and waits for `startElements`.
if (typeof document !== "undefined" && !viewerScript.includes("#")) {
  const early = document.earlyArticle;
  const whole = document.readyState === "loading" && new Promise((done) => addEventListener("DOMContentLoaded", done));
  // What can be read already goes before what makes it the program's, if it does not take long.
  const soon = Promise.race([document.firstLookComing, new Promise((late) => setTimeout(late, 500))]);
  Promise.all([soon, whole]).then(() => {
    startViewer(startPage);
    addViewerSheet(urlOfViewer("article-viewer_print.css"), "print");
    // What is not as expected is the view's to request.
    if (early) lookAhead(early).catch(() => {});
  });
}
