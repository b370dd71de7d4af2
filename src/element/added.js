// Blocks that come to an article which is on the screen.

/** So many blocks make a slice of a body before another may begin: src/view/body.rs. */
const FULL = 60;
const TEXT = ".av-post, .av-paragraph";

/** Puts the slices in `added` before or behind all others, where nothing else has to move from one to another. */
function insertBlocks(root, added, isFirst) {
  const slices = [...added.children];
  const bodies = [...root.querySelector(".av-article").children].filter((child) => child.matches(".av-body"));
  if (isFirst) {
    const blocks = slices.flatMap(({ children }) => [...children]);
    // Posts come before the first post, and below those that are pinned.
    const post = blocks.every((block) => block.matches(".av-post")) && root.querySelector(".av-body > .av-post");
    const body = post ? post.parentNode : bodies[0];
    const top = post || body.firstElementChild;
    let next = top;
    while (post && next?.matches("[data-pinned]")) next = next.nextElementSibling;
    const { top: start, bottom } = body.getBoundingClientRect();
    for (const block of blocks) body.insertBefore(block, block.matches("[data-pinned]") ? top : next);
    // Where the browser does not do it, what is read is kept in its place here.
    if (start < 0 && !CSS.supports("overflow-anchor", "auto")) scrollBy({ top: body.getBoundingClientRect().bottom - bottom, behavior: "instant" });
    return;
  }
  const last = bodies.at(-1);
  const [before, after] = [last.lastElementChild, slices[0].firstElementChild];
  // The room between two slices is that between two paragraphs, or two posts.
  const isAlike = before?.matches(TEXT) && before.className === after?.className;
  if (last.childElementCount < FULL || !isAlike) last.append(...slices.shift().children);
  last.after(...slices);
}
