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

/** Where on the page something at `path` is shown: the narrowest place that holds it, or else all that it holds. */
function placesOf(path, places) {
  const around = places.filter((place) => holds(place.path, path));
  if (!around.length) return places.filter((place) => holds(path, place.path));
  const longest = Math.max(...around.map((place) => place.path.length));
  return around.filter((place) => place.path.length === longest);
}

/** The place of the block that an element is or is in. */
function placeAround(element, places) {
  const blocks = bodyBlocks();
  const placed = new Map(places.map((place) => [elementOf(place, blocks), place]));
  while (element && !placed.has(element)) element = element.parentElement;
  return placed.get(element);
}

/** Marks the blocks at these places and brings the first into view. */
function markBlocks(places, arrives) {
  for (const marked of document.querySelectorAll("[data-marked]")) delete marked.dataset.marked;
  const blocks = bodyBlocks();
  const elements = places.map((place) => elementOf(place, blocks)).filter(Boolean);
  for (const element of elements) element.dataset.marked = "";
  const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches;
  if (arrives) elements[0]?.scrollIntoView({ block: "center", behavior: smooth ? "smooth" : "auto" });
}
