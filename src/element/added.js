// Blocks that come to an article which is on the screen.

/** So many blocks make a slice of a body before another may begin: src/view/body.rs. */
const FULL = 60;
const TEXT = ".av-post, .av-paragraph";

/** Puts the slices in `added` before or behind all others, where nothing else has to move from one to another. */
function insertBlocks(root, added, isFirst) {
  const bodies = [...root.querySelector(".av-article").children].filter((child) => child.matches(".av-body"));
  const [first, last] = [bodies[0], bodies.at(-1)];
  if (isFirst) {
    const blocks = [...added.children].flatMap(({ children }) => [...children]);
    const top = first.firstElementChild;
    let next = top;
    // Posts that are pinned stay above all others.
    if (blocks.every((block) => block.matches(".av-post"))) while (next?.matches("[data-pinned]")) next = next.nextElementSibling;
    for (const block of blocks) first.insertBefore(block, block.matches("[data-pinned]") ? top : next);
    return;
  }
  const slices = [...added.children];
  const [before, after] = [last.lastElementChild, slices[0].firstElementChild];
  // The room between two slices is that between two paragraphs, or two posts.
  const isAlike = before?.matches(TEXT) && before.className === after.className;
  if (last.childElementCount < FULL || !isAlike) last.append(...slices.shift().children);
  last.after(...slices);
}
