// The file that the page has asked for, as soon as it is there.
//
// Nothing depends on this: what is not plain, or not as expected, waits for the program, which has the last word.

/** A page out of sight paints nothing. */
const untilPainted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 200);
  });

const readWords = async () => {
  const words = document.readerWords;
  await words.coming;
  texts = JSON.parse(words.file);
  ours = words.tag;
  oursRuns = directionOf(ours);
};

const showFirstLook = async (article) => {
  const meta = (name) => document.querySelector(`meta[name=article-viewer-${name}]`)?.content;
  must(!meta("limits") && [...new URLSearchParams(location.search).keys()].every((key) => key === "src"));
  await readWords();
  const script = screen(article, meta("samples"));
  const node = buildNode(script);
  const root = document.getElementById("article-viewer");
  // The program is there itself.
  must(!root.querySelector("[role=status]"));
  root.lang = ours;
  root.dir = oursRuns;
  // It may have failed to come, which stays to be said.
  const problem = root.querySelector("[role=alert]");
  root.replaceChildren(node);
  if (problem) node.querySelector("main").prepend(problem);
  document.firstLook = { script, node };
  history.scrollRestoration = "manual";
  scrollTo(0, history.state?.place ?? 0);
  await untilPainted();
};

const takeFirstLook = async ({ response, bytes }) => {
  const answer = await response;
  const { status, headers } = answer;
  // A long file is longer on its way than the program.
  must(status === 200 && !(headers.get("content-length") > 50_000));
  const file = (await bytes) ?? (await answer.clone().arrayBuffer());
  must(file.byteLength < 200_000);
  const article = JSON.parse(new TextDecoder().decode(file));
  must(article.format === "article-viewer/1");
  base = answer.url;
  // The program waits for it, since it would be in the way.
  document.firstLookComing = showFirstLook(article)
    .catch(() => {
      // Whatever the rest is, the lead image is wanted, and a picture that stands nowhere is fetched too.
      takeRecords();
      figure({ ...article.lead, caption: "", credit: "" }, "first");
      buildNode(takeRecords());
    })
    .catch(() => {});
};

if (document.earlyArticle) takeFirstLook(document.earlyArticle).catch(() => {});
