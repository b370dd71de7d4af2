// The ways to the desk, where an article is looked at as a file: its report, files of one's own, the bench.
//
// All of it comes only when one of these ways is taken.

let deskComing;
function bringDesk() {
  deskComing ??= import(new URL("article-viewer_desk.js", import.meta.url).href);
  deskComing.catch(() => (deskComing = undefined));
  return deskComing;
}

/** The button of the masthead. */
export function desk() {
  bringDesk().then(({ open }) => open("choose"), () => {});
}
