// What was read, as a page of sentences.

const SEVERITIES = { error: "Error", warning: "Warning", info: "Info" };
const OUTCOMES = { article: "An article", list: "A list of articles", error: "No article" };

/** Lists that were unfolded stay so while the report is written anew. */
const unfolded = new Set();

/** The report as elements; its notes come with the worst first. `choose` is called with what was chosen, and the element that stands for it. */
function reportParts(report, choose) {
  const { notes } = report;
  return [
    whatItIs(report),
    make("h3.av-desk__heading", {}, notesInWords(notes)),
    notes.length
      ? rows(make("ol"), notes, (note) => noteRow(note, choose))
      : make("p.av-desk__none", {}, nothingToNote(report)),
    folded("Parts of the article", report.places, (place) => make("li.av-desk__row", {}, placeButton(place, choose))),
    folded("Fields used", report.used, (field) => fieldRow(field, choose)),
    folded("Fields left aside", report.left, (field) => fieldRow(field, choose)),
  ];
}

function whatItIs({ outcome, format, summary }) {
  const title = format && format.title + (format.version ? ` (${format.version})` : "");
  const { articles = 0, blocks = 0, words = 0, pictures = 0 } = summary ?? {};
  const counts = outcome === "list" ? [[articles, "article"]] : [[blocks, "block"], [words, "word"], [pictures, "picture"]];
  const part = make("div", {}, make("p", {}, make("strong", {}, OUTCOMES[outcome]), title ? `, read as ${title}` : ""));
  if (format?.why) part.append(make("p.av-desk__quiet", {}, ...sentence("Known by this: " + format.why)));
  if (outcome !== "error") part.append(make("p.av-desk__quiet", {}, counts.map((count) => counted(...count)).join(", ")));
  return part;
}

function notesInWords(notes) {
  if (!notes.length) return "No notes";
  const kinds = Object.entries(SEVERITIES).map(([severity, word]) => {
    const number = notes.filter((note) => note.severity === severity).length;
    return number && (severity === "info" ? `${number} for information` : counted(number, word.toLowerCase()));
  });
  return `${counted(notes.length, "note")}: ${kinds.filter(Boolean).join(", ")}`;
}

function nothingToNote({ outcome, left }) {
  if (outcome === "list") return "Each of its articles has a report of its own.";
  if (left.length) return "All that the viewer knows was read; what it does not know is below.";
  return "Everything in this file was read as it is written.";
}

function noteRow(note, choose) {
  const row = make(
    "li.av-desk__note",
    { "data-severity": note.severity },
    make("p.av-desk__kind", {}, make("span.av-desk__severity", {}, SEVERITIES[note.severity]), " ", make("code", {}, note.code)),
    make("p", {}, ...sentence(note.sentence)),
  );
  if (note.hint) row.append(make("p.av-desk__quiet", {}, ...sentence(note.hint)));
  const place = placeButton(note, choose, row);
  row.append(place);
  // A pointer may take all of it, unless it selects some of its words.
  row.onclick = ({ target }) => {
    if (!target.closest("button") && getSelection().isCollapsed) choose(note, row);
  };
  return row;
}

function placeButton(item, choose, row) {
  const place = button("", () => choose(item, row ?? place));
  place.classList.add("av-desk__place");
  place.append(make("code", {}, item.path), inWords(item));
  return place;
}

function inWords({ line, column }) {
  return line ? make("span", {}, column ? `line ${line}, column ${column}` : `line ${line}`) : "";
}

function fieldRow(field, choose) {
  const row = make("li.av-desk__row", {}, placeButton(field, choose));
  if (field.count > 1) row.append(make("span.av-desk__quiet", {}, ` ${field.count.toLocaleString("en")} times`));
  return row;
}

/** A list that is there when it is unfolded. */
function folded(title, items, row) {
  if (!items?.length) return "";
  const list = make("ul.av-desk__list");
  const part = make("details.av-desk__fold", {}, make("summary", {}, `${title} (${items.length.toLocaleString("en")})`), list);
  const fill = () => list.childElementCount || rows(list, items, row);
  part.open = unfolded.has(title);
  if (part.open) fill();
  part.ontoggle = () => {
    unfolded[part.open ? "add" : "delete"](title);
    fill();
  };
  return part;
}

/** Copies a text, or shows it, selected, where that is not allowed. */
async function copyFrom(place, text) {
  const before = (place.dataset.label ??= place.textContent);
  try {
    await navigator.clipboard.writeText(text);
    place.textContent = "Copied";
    setTimeout(() => (place.textContent = before), 2000);
  } catch {
    const shown = make("textarea.av-desk__copy", { readOnly: true, value: text, "aria-label": before });
    shown.onblur = () => shown.remove();
    place.parentElement.after(shown);
    shown.select();
  }
}
