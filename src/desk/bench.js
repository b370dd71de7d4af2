// The bench: the file as a plain text with the numbers of its lines.

const TYPING_PAUSE = 300;
const LONGEST_UNDO = 300_000;

/** The editor: `changed` is called when typing rests. */
function makeBench(changed) {
  const gutter = make("pre.av-desk__gutter", { "aria-hidden": "true" });
  const text = make("textarea.av-desk__text", {
    spellcheck: false,
    wrap: "off",
    dir: "ltr",
    "aria-label": "The article’s JSON",
    autocomplete: "off",
    autocapitalize: "off",
  });
  const numbers = make("div.av-desk__numbers", {}, gutter);
  let lines = 0;
  let rest;
  const number = () => {
    const count = text.value.split("\n").length;
    if (count !== lines) gutter.textContent = Array.from({ length: count }, (_, line) => line + 1).join("\n");
    lines = count;
    numbers.style.setProperty("inline-size", `calc(${Math.max(2, `${count}`.length)}ch + 1.2em)`);
  };
  const forget = () => {
    clearTimeout(rest);
    rest = undefined;
  };
  const now = () => {
    forget();
    changed(text.value);
  };
  text.oninput = () => {
    number();
    clearTimeout(rest);
    const { search } = location;
    rest = setTimeout(() => {
      // The page may have gone on to another article.
      if (search === location.search) now();
      else rest = undefined;
    }, TYPING_PAUSE);
  };
  text.onblur = () => rest && now();
  text.onscroll = () => gutter.style.setProperty("translate", `0 ${-text.scrollTop}px`);
  return {
    element: make("div.av-desk__bench", {}, numbers, text),
    get value() {
      return text.value;
    },
    /** What was typed and not yet told. */
    get isTyping() {
      return rest !== undefined;
    },
    /** Takes another text, as if the reader had chosen it: `change` also tells of it. */
    put(value, change) {
      if (value !== text.value) {
        // So the reader can undo it; of a very long text that takes too long.
        if (change) {
          text.focus();
          text.select();
        }
        if (!change || value.length > LONGEST_UNDO || !document.execCommand("insertText", false, value)) text.value = value;
        text.setSelectionRange(0, 0);
        text.scrollTop = text.scrollLeft = 0;
        number();
      }
      forget();
      if (change) now();
    },
    /** Selects a line; of a very long one what stands at the column. */
    select(line, column) {
      const all = text.value.split("\n");
      if (!(line <= all.length)) return;
      let start = all.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
      let end = start + all[line - 1].length;
      const isLong = end - start > 300 && column;
      if (isLong) [start, end] = [start + column - 1, Math.min(start + column + 60, end)];
      text.focus({ preventScroll: true });
      text.setSelectionRange(start, end);
      const { lineHeight, fontSize } = getComputedStyle(text);
      text.scrollTop = (line - 1) * parseFloat(lineHeight) - text.clientHeight / 3;
      text.scrollLeft = isLong ? (column - 10) * parseFloat(fontSize) * 0.6 : 0;
    },
  };
}

/** Gives a text to the reader as a file. */
function download(text) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href, download: "article.json" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
