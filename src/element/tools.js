// The tools that readers have where a page gives an element `controls`: contents, size of text, colours, printing.
//
// `controlslist` takes some away: nocontents, notextsize, notheme, noprint.
// What a reader chooses goes before what the page has said, until the page says something else.

/** The sizes of the text, in percent of the page's own. */
const SIZES = [80, 90, 100, 115, 130, 150, 175, 200];
const THEMES = ["auto", "light", "dark", "sepia", "contrast"];
/** Fewer headings than these need no list of their own. */
const FEWEST = 2;

let barsMade = 0;

/**
 * A bar with the tools for the article in `root`.
 *
 * `chosen` is what the reader has now, { theme, textSize }; `change` is told what is chosen next, in the same words;
 * `goTo` brings a reader to a heading; `print` prints; `text` gives a word of the interface by its key.
 */
export function makeTools({ root, without, chosen, change, goTo, print, text }) {
  const id = `tools-${++barsMade}`;
  const button = (facts, ...children) => make("button.av-tools__button", { type: "button", ...facts }, ...children);
  const tools = make("div.av-tools", { role: "group", ariaLabel: text("tools") });
  const bar = make("div.av-page", {}, tools);
  tools.part.add("toolbar");
  const has = (name) => !without.includes(`no${name}`);

  const headingsNow = () => [...root.querySelectorAll(".av-article .av-heading")];
  if (has("contents") && headingsNow().length >= FEWEST) {
    const rank = ({ localName }) => Number(localName[1]);
    const itemFor = (heading, depth) => {
      const link = make("a", { href: heading.id ? `#${heading.id}` : "#", textContent: heading.textContent });
      // It is the article's, whose language need not be the interface's.
      const { lang, dir } = heading.closest("[lang]") ?? root;
      Object.assign(link, { lang, dir });
      link.addEventListener("click", (event) => {
        // A place inside cannot be reached by the page's address.
        event.preventDefault();
        goTo(heading);
      });
      const item = make("li", {}, link);
      item.dataset.depth = depth;
      return item;
    };
    const list = make("ol.av-tools__list", {});
    // An article can grow.
    const fill = () => {
      const headings = headingsNow();
      const highest = Math.min(...headings.map(rank));
      list.replaceChildren(...headings.map((heading) => itemFor(heading, Math.min(rank(heading) - highest, 3))));
    };
    const nav = make("nav.av-tools__contents", { id, hidden: true, ariaLabel: text("tools_contents") }, list);
    nav.part.add("toc");
    const opens = button({ ariaExpanded: "false", "aria-controls": id }, text("tools_contents"));
    const open = (isOpen) => {
      if (isOpen) fill();
      nav.hidden = !isOpen;
      opens.ariaExpanded = String(isOpen);
    };
    opens.addEventListener("click", () => open(nav.hidden));
    nav.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      open(false);
      opens.focus();
    });
    tools.append(opens);
    bar.append(nav);
  }

  if (has("textsize")) {
    const letter = (kind) => make(kind, { ariaHidden: "true" }, text("tools_letter"));
    const sized = (by, kind, label) => {
      const made = button({ ariaLabel: text(label), title: text(label) }, letter(kind));
      made.addEventListener("click", () => {
        // A button that cannot be pressed any more would lose the focus: it says so, and does nothing.
        const next = SIZES[SIZES.indexOf(chosen.textSize) + by];
        if (!next) return;
        chosen = { ...chosen, textSize: next };
        change(chosen);
        mark();
      });
      return made;
    };
    const [smaller, larger] = [sized(-1, "span.av-tools__small", "tools_smaller"), sized(1, "span.av-tools__large", "tools_larger")];
    const mark = () => {
      smaller.ariaDisabled = String(chosen.textSize === SIZES[0]);
      larger.ariaDisabled = String(chosen.textSize === SIZES.at(-1));
    };
    mark();
    tools.append(smaller, larger);
  }

  if (has("theme")) {
    const options = THEMES.map((value) => make("option", { value, textContent: text("tools_" + value) }));
    const select = make("select.av-tools__select", {}, ...options);
    select.value = chosen.theme;
    select.addEventListener("change", () => {
      chosen = { ...chosen, theme: select.value };
      change(chosen);
    });
    tools.append(make("label", {}, text("tools_theme"), select));
  }

  if (has("print")) {
    const made = button({ textContent: text("tools_print") });
    made.addEventListener("click", print);
    tools.append(made);
  }

  bar.hidden = !tools.childElementCount;
  return bar;
}
