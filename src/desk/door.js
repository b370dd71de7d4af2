// The ways to the desk, where an article is looked at as a file: its report, files of one's own, the bench.
//
// All of it comes only when one of these ways is taken; here is what has to be heard before.

let deskComing;
let deskTries = "";
function goToDesk(...way) {
  deskComing ??= import(new URL("article-viewer_desk.js" + deskTries, import.meta.url).href);
  deskComing.then(
    ({ open }) => open(...way),
    () => {
      deskComing = undefined;
      // Browsers remember which address failed.
      deskTries += "?";
    },
  );
}

/** A button that opens a file. */
export function desk() {
  goToDesk("choose");
}

// The page says what it shows, and its address what else is wanted. A file that was opened here is gone after a reload.
function lookForDesk() {
  const state = viewer.dataset.articleState;
  if (state === "loading") return;
  rememberList(state);
  if (deskComing || /[?&](report|edit|opened)\b/.test(location.search)) goToDesk("address");
}

/** Whether a paste is meant for the page. */
const isForPage = (target) => !target.closest?.("input, textarea, select, [contenteditable]");
const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files");

function listenForDesk(viewer) {
  new MutationObserver(lookForDesk).observe(viewer, { attributeFilter: ["data-article-state"] });
  lookForDesk();
  addEventListener("keydown", (event) => {
    // By its place: with Alt, some keyboards write other letters.
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.code !== "KeyR") return;
    event.preventDefault();
    goToDesk("toggle");
  });
  addEventListener("paste", (event) => {
    const { files } = event.clipboardData;
    const text = event.clipboardData.getData("text/plain");
    if (!isForPage(event.target) || !(files.length || /^\s*[[{]/.test(text))) return;
    event.preventDefault();
    // The list is empty again when the event is over.
    goToDesk(...(files.length ? ["files", [...files]] : ["text", text]));
  });
  // Unless it is told not to, a browser leaves the page for a file that is dropped on it.
  addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  addEventListener("dragenter", (event) => hasFiles(event) && goToDesk("drag"));
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    goToDesk("files", [...event.dataTransfer.files]);
  });
}

const viewer = document.getElementById("article-viewer");
// A page of someone else may have that name on another element; a frame on such a page has the article alone.
if (viewer?.dataset.articleState && !document.querySelector("meta[name=article-viewer-parents]")) listenForDesk(viewer);
