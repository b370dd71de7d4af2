// The file that the page has asked for, as soon as it is there.
//
// Nothing depends on this: what is not plain, or not as expected, waits for the program, which has the last word.

/** A frame is not on the screen before other threads have had their turn; a page out of sight paints nothing. */
const untilPainted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done, 40));
    setTimeout(done, 250);
  });

const readWords = async () => {
  const words = document.readerWords;
  await words.coming;
  texts = JSON.parse(words.file);
  ours = words.tag;
  oursRuns = directionOf(ours);
};

const showFirstLook = (article) => {
  const meta = (name) => document.querySelector(`meta[name=article-viewer-${name}]`)?.content;
  must(!meta("limits") && [...new URLSearchParams(location.search).keys()].every((key) => key === "src"));
  const script = screen(article, meta("samples"));
  const root = document.getElementById("article-viewer");
  // The program is there itself.
  must(!root.querySelector("[role=status]"));
  const node = buildNode(script);
  const failed = [];
  node.addEventListener("error", ({ target }) => failed.push({ target }), true);
  root.lang = ours;
  root.dir = oursRuns;
  // It may have failed to come, which stays to be said.
  const problem = root.querySelector("[role=alert]");
  // The sheet is there; applied by itself, it would take the shell a frame that nobody needs.
  document.querySelector("link[media=later]")?.setAttribute("media", "all");
  root.replaceChildren(node);
  if (problem) node.querySelector("main").prepend(problem);
  document.firstLook = { script, node, failed };
  history.scrollRestoration = "manual";
  const place = history.state?.place ?? 0;
  // The page is as long as it will be before a reader goes back to a place in it.
  if (place) for (const later of node.querySelectorAll("[data-later]")) later.style.contentVisibility = "visible";
  scrollTo(0, place);
};

const ownSheet = () => document.querySelector("link[media=later]") ?? document.querySelector("link[rel=stylesheet]");
/** The sheet stands behind this script, and without it an article would be plain for a moment. */
const untilStyled = new Promise((done) => {
  const seen = ({ target }) => target === ownSheet() && done();
  for (const end of ["load", "error"]) document.addEventListener(end, seen, true);
});
const isStyled = () => ownSheet()?.sheet;

/** What of other formats is read with, of which the parts here are a part: src/foreign. */
export { TYPES, SEEN, line, linkTo, media, must };

/** How long the lead image has the line for itself: what is asked for then comes when most of it is there. */
const AHEAD = 150;

/** The lead image has come, or has had its time. */
const untilAhead = (image) =>
  new Promise((done) => {
    if (!image || image.complete) return done();
    for (const end of ["load", "error"]) image.addEventListener(end, done);
    setTimeout(done, AHEAD);
  });

/** How long it waits for the program where the article is not plain. */
const BEHIND = 600;

/** A picture that stands nowhere is fetched too. */
const askFor = (lead) => {
  // The program may have been sooner, and had its reasons to show another picture or none.
  if (document.getElementById("article-viewer").dataset.articleState !== "loading") return;
  takeRecords();
  try {
    must((lead.type ?? "image") === "image");
    figure({ ...lead, alt: "", caption: "", credit: "" }, "first");
    buildNode(takeRecords());
  } catch {}
};

const takeFirstLook = async ({ response, file }) => {
  // Of a long file the page has none: it is longer on its way than the program.
  const { article: given } = await file;
  must(given);
  // An article that the page carries may stand behind the script that has asked for another.
  must(new URLSearchParams(location.search).get("src")?.trim() || !document.getElementById("article"));
  base = (await response).url;
  let wanted;
  try {
    let article = given;
    if (given.format !== "article-viewer/1") {
      const link = document.querySelector("link[rel=foreign], link[rel=modulepreload][href*=foreign]");
      link.rel = "modulepreload";
      const foreign = await import(link.href);
      try {
        article = foreign.asOurs(given);
      } finally {
        wanted = foreign.wanted;
      }
    }
    wanted = article.lead;
    await readWords();
    if (!isStyled()) await untilStyled;
    showFirstLook(article);
    const ahead = untilAhead(document.querySelector("img[fetchpriority=high]"));
    // The program waits for that, since it would be in the way.
    document.firstLookPainted = untilPainted();
    await document.firstLookPainted;
    await ahead;
  } catch {
    // Whatever the rest is, the lead image is wanted; what shows the article goes before it on the same line.
    setTimeout(askFor, BEHIND, wanted);
  }
};

/** Comes when the program may: at once where the article is not plain, else when what is seen first has come. */
export const shown = document.earlyArticle && takeFirstLook(document.earlyArticle).catch(() => {});
