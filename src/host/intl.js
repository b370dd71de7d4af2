// Dates, numbers and lists in words, for the program and for the first look (src/first).

// Intl objects cost far more to make than to use, and an article needs few of them.
const formatters = new Map();
function formatter(kind, language, options, key = "") {
  language = readersOwn(language);
  const id = kind.name + language + key;
  let made = formatters.get(id);
  if (!made) {
    try {
      made = new kind(language || undefined, options);
    } catch {
      made = new kind(undefined, options);
    }
    formatters.set(id, made);
  }
  return made;
}

/** "en" alone is the reader's own English, where the reader has one. */
function readersOwn(language) {
  return navigator.languages.find((own) => own.startsWith(language + "-")) ?? language;
}

// The first use of Intl in a page loads what the browser knows of numbers, and takes longer than writing an article.
// What most readers need is therefore written here, to the letter as Intl does; a test compares the two.

const MONTHS = "January February March April May June July August September October November December".split(" ");
/** The zones that Intl has a short name for, by the name that dates give them. */
const ZONES = {
  US: /^(E|C|M|P)(?:astern|entral|ountain|acific) (S|D)(?:tandard|aylight) (T)ime$/,
  GB: /^(B)ritish (S)ummer (T)ime$/,
};

/** `US` or `GB` where `language` is the English of one of these; English alone is taken for the first, as Intl does. */
function englishOf(language) {
  const own = readersOwn(language);
  return own === "en" ? "US" : /^en-(US|GB)$/.exec(own)?.[1];
}

/** The short name of the reader's zone at this moment, if it is one of the few. */
function zoneName(date, english) {
  const name = /\((.*)\)/.exec(date)?.[1];
  if (name === "Coordinated Universal Time") return "UTC";
  if (name === "Greenwich Mean Time" && !date.getTimezoneOffset()) return "GMT";
  return ZONES[english].exec(name)?.slice(1).join("");
}

function englishDate(milliseconds, wall, style, english) {
  const date = new Date(milliseconds);
  const zone = wall || style !== 1 ? "" : zoneName(date, english);
  const [year, month, day, hour, minute] = ["FullYear", "Month", "Date", "Hours", "Minutes"].map((part) => date[`get${wall ? "UTC" : ""}${part}`]());
  // Before, clocks had other zones, and calendars other years.
  if (zone === undefined || !(year > 1971 && year < 10_000)) return;
  const two = (number) => String(number).padStart(2, "0");
  const isAmerican = english === "US";
  const words = isAmerican ? `${MONTHS[month]} ${day}, ${year}` : `${day} ${MONTHS[month]} ${year}`;
  const clock = isAmerican ? `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? "AM" : "PM"}` : `${zone ? two(hour) : hour}:${two(minute)}`;
  return [words, `${words} at ${clock}${zone && " " + zone}`, clock][style];
}

const day = { day: "numeric", month: "long", year: "numeric" };
const time = { hour: "numeric", minute: "2-digit" };

/** A moment in words; `wall` shows the digits as they stand, unmoved by zones. */
export function writeDate(milliseconds, wall, style, language) {
  if (!(Math.abs(milliseconds) <= 8.64e15)) return "";
  const english = englishOf(language);
  const written = english && englishDate(milliseconds, wall, style, english);
  if (written) return written;
  const options = [day, { ...day, ...time }, time][style];
  const zone = wall ? { timeZone: "UTC" } : style === 1 ? { timeZoneName: "short" } : {};
  return formatter(Intl.DateTimeFormat, language, { ...options, ...zone }, style + (wall ? "w" : "")).format(milliseconds);
}

export function writeNumber(value, language) {
  const isPlain = Number.isInteger(value) && value >= 0 && value < 1000;
  if (isPlain && /^(de|en|es|fr|ja|pt|zh)(-[A-Z]{2})?$/.test(language)) return String(value);
  return formatter(Intl.NumberFormat, language).format(value);
}

export function pluralCategory(value, language) {
  if (/^en(-|$)/.test(language)) return value === 1 ? "one" : "other";
  return formatter(Intl.PluralRules, language).select(value);
}

/** The words around `count` names in a row; each name's place is U+0001. */
export function writeList(count, language) {
  if (count === 1) return "\u0001";
  const english = englishOf(language);
  if (english) return `${"\u0001, ".repeat(count - 2)}\u0001${english === "US" && count > 2 ? "," : ""} and \u0001`;
  return formatter(Intl.ListFormat, language).format(Array(count).fill("\u0001"));
}

// Other languages wait for Intl while the program is on its way.
if (typeof document !== "undefined" && !englishOf(navigator.language)) {
  setTimeout(() => {
    writeList(2, navigator.language);
    writeDate(Date.now(), false, 1, navigator.language);
  });
}
