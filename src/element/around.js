// What the elements of a page share of the page: two observers, one listener while there is something to hear, one line
// that announces.

const makeObserver = (margin, name) => {
  let observer;
  return () =>
    (observer ??= new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) target[name](isIntersecting);
      },
      { rootMargin: margin },
    ));
};

const NEAR = Symbol("near");
const SEEN = Symbol("seen");
const SCROLLED = Symbol("scrolled");

/** Says when an element comes near the screen. */
const nearObserver = makeObserver("800px", NEAR);
/** Says when an element comes onto the screen, and when it leaves it. */
const sightObserver = makeObserver("0px", SEEN);

const readers = new Set();
let scrollWaits;
function scrolled() {
  scrollWaits ??= requestAnimationFrame(() => {
    scrollWaits = undefined;
    for (const reader of readers) reader[SCROLLED]();
  });
}

/** Whoever is on the screen hears that something has scrolled. */
function hearScroll(reader, isOn) {
  if (isOn) readers.add(reader);
  else readers.delete(reader);
  const change = readers.size ? addEventListener : removeEventListener;
  change("scroll", scrolled, { capture: true, passive: true });
}

let liveLine;
function announcer() {
  if (!liveLine?.isConnected) {
    liveLine = document.createElement("div");
    liveLine.setAttribute("role", "status");
    const hidden = { position: "absolute", width: "1px", height: "1px", overflow: "hidden", "clip-path": "inset(50%)", "white-space": "nowrap" };
    for (const name in hidden) liveLine.style.setProperty(name, hidden[name]);
    document.body.append(liveLine);
  }
  return liveLine;
}

/** When nobody is left, nothing is announced. */
function fallSilent() {
  if (!dressed.size) liveLine?.remove();
}

function announce(text, language) {
  const line = announcer();
  line.lang = language;
  line.textContent = text;
}
