// Which block a note is about, and which notes a block has.

/** Whether `path` is `outer` or lies in it: `$.body[3]` holds `$.body[3].caption`, and not `$.body[30]`. */
function holds(outer, path) {
  return path.startsWith(outer) && (path.length === outer.length || /[.[]/.test(path[outer.length]));
}

/** The elements of the body's blocks, in their order; corrections in a row are one element and several blocks. */
function bodyBlocks() {
  const children = [...document.querySelectorAll("#article-viewer .av-body > *")].filter((child) => !child.matches(".av-rest"));
  return children.flatMap((child) => (child.matches(".av-corrections") ? [...child.querySelectorAll(".av-corrections__entry")] : [child]));
}

function elementOf({ selector, index }, blocks = bodyBlocks()) {
  return selector ? document.querySelector("#article-viewer " + selector) : blocks[index];
}

/** Where on the page something at `path` is shown: the narrowest place that holds it, or those that it holds. */
function placesOf(path, places) {
  const around = places.filter((place) => holds(place.path, path));
  const longest = Math.max(...around.map((place) => place.path.length));
  if (around.length) return around.filter((place) => place.path.length === longest);
  const inside = (outer) => places.filter((place) => holds(outer, place.path));
  const own = inside(path);
  if (own.length) return own;
  // A place is known by one value of its block. So what stands beside that is of the same block, up to the list of all.
  for (let outer = path; (outer = outer.replace(/(\.[^.[\]]+|\[[^[\]]*\])$/, "")) !== path; path = outer) {
    if (outer === "$" || (path.endsWith("]") && !outer.includes("["))) return [];
    const found = inside(outer);
    if (found.length) return found.length === 1 ? found : [];
  }
  return [];
}

/** The places with those of blocks without words, which nothing is known by, where the others say how they are counted. */
function withSilent(places) {
  const blocks = places.filter(({ index }) => index !== null);
  const [first] = blocks;
  const list = first?.path.split(`[${first.index}]`)[0];
  if (!first || !blocks.every(({ path, index }) => holds(`${list}[${index}]`, path))) return places;
  const known = new Set(blocks.map(({ index }) => index));
  const silent = bodyBlocks().map((_, index) => ({ selector: null, index, path: `${list}[${index}]`, line: null, column: null }));
  return places.concat(silent.filter(({ index }) => !known.has(index)));
}

/** The place of the block that an element is or is in. */
function placeAround(element, places) {
  const blocks = bodyBlocks();
  const placed = new Map(places.map((place) => [elementOf(place, blocks), place]));
  while (element && !placed.has(element)) element = element.parentElement;
  return placed.get(element);
}

// More blocks than these are marked together.
const MOST_MARKED = 3;

/**
 * Brings a block into view. In a slice that was not laid out yet, what comes into view takes its true height, which moves
 * the block again: src/browser/page.js does the same with the reader's place.
 */
function goTo(block, times = 3) {
  const isFar = block.closest("[data-later]");
  const smooth = !isFar && matchMedia("(prefers-reduced-motion: no-preference)").matches;
  block.scrollIntoView({ block: "center", behavior: smooth ? "smooth" : "auto" });
  if (isFar && times) requestAnimationFrame(() => goTo(block, times - 1));
}

/** Marks the blocks at these places and brings the first into view. */
function markBlocks(places, arrives) {
  for (const marked of document.querySelectorAll("[data-marked]")) delete marked.dataset.marked;
  const blocks = bodyBlocks();
  let elements = places.map((place) => elementOf(place, blocks)).filter(Boolean);
  const [first] = elements;
  if (elements.length > MOST_MARKED) elements = [first.closest(".av-body") ?? first.closest("article") ?? first];
  for (const element of elements) element.dataset.marked = "";
  if (arrives && first) goTo(first);
}
