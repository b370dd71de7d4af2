// What the desk makes elements of: src/browser/make.js.

function button(label, onclick, facts) {
  return make("button.av-desk__button", { type: "button", onclick, ...facts }, label);
}

/** A sentence, with its capital and its full stop, in which code stands between backticks. */
function sentence(text) {
  const whole = text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");
  return whole.split("`").map((part, place) => (place % 2 ? make("code", {}, part) : part));
}

function counted(number, word) {
  return `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
}

const AT_ONCE = 200;

/** The rows of a list, as many as a reader would look at, and a button for more. */
function rows(list, items, row, start = 0) {
  list.append(...items.slice(start, start + AT_ONCE).map(row));
  const next = start + AT_ONCE;
  if (next >= items.length) return list;
  const more = make("li.av-desk__more", {}, button(`Show more of ${items.length.toLocaleString("en")}`, () => {
    more.remove();
    rows(list, items, row, next);
    list.children[next]?.querySelector("button")?.focus();
  }));
  list.append(more);
  return list;
}
