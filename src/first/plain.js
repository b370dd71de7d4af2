// What is plain: of an article that has anything else, there is no first look, and the program shows it by itself.
//
// It is narrower than what the program's own repairs and refusals (src/decode/tidy, src/model/link.rs) leave alone.

/** Gives up unless `holds`; src/first/show.js catches it. */
const must = (holds) => {
  if (!holds) throw new Error("not plain");
};

/** What is tidied: control characters, those that reorder, and marks that may pile up. */
const UNTIDY =
  /[\0-\x1f\x7f-\x9f\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u202a-\u202e\u2066-\u2069\u20d0-\u20ff\ufe20-\ufe2f]/;

/** Spaces in a row are one. */
const collapsed = (text) => text.replace(/ {2,}/g, " ");

/** Something that a reader sees: what has none would go. */
const SEEN = /[^\s\u200b-\u200d\u2060\ufeff]/;

const isTidy = (text) => typeof text === "string" && !UNTIDY.test(text);

/** A text in one line. */
const line = (text) => {
  must(isTidy(text) && SEEN.test(text) && text.length < 1000);
  return collapsed(text).trim();
};

/** The address that relative ones are relative to. */
let base;

const address = (given, schemes) => {
  must(given && given.trim() === given && given.length < 2000);
  const { href, protocol, username, password } = new URL(given, base);
  must(schemes.test(protocol) && !username && !password && href.length < 8000);
  return href;
};
const linkTo = (given) => address(given, /^(https?|mailto|tel):$/);
const media = (given) => address(given, /^https?:$/);

/** A moment as { at, wall, style, machine }: see `writeDate` in src/host/intl.js, and src/model/timestamp.rs. */
const moment = (given) => {
  const [, time, zone] = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(given);
  // A day, hour or zone that is none comes back as another.
  must(new Date(given.slice(0, 10)).toISOString().startsWith(given.slice(0, 10)) && !/^0000|T24|[+-](19|2\d):/.test(given));
  const at = Date.parse(time && !zone ? `${given}Z` : given);
  const machine = new Date(at).toISOString();
  return { at, wall: !zone, style: time ? 1 : 0, machine: time ? machine.slice(0, 19) + (zone ? "Z" : "") : machine.slice(0, 10) };
};

/** Where a language's script begins: src/model/language.rs. */
const directionOf = (language) => {
  const [, primary, script] = /^([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-(?:[A-Z]{2}|\d{3}))?$/.exec(language);
  const isFromRight = script
    ? /^(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg|Mand)$/.test(script)
    : /^(arc?|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)$/.test(primary);
  return isFromRight ? "rtl" : "ltr";
};
