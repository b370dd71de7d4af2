// The languages of the interface: those of `words/`, each brought once.

const OFFERED = /^(ar|de|en|es|fr|hi|ja|pt|zh(?!-(hant|hk|mo|tw)))(-|$)/i;
const files = new Map();

/** Pages write languages in ways that browsers do not take. */
function tagOf(language) {
  try {
    return String(new Intl.Locale(language));
  } catch {
    return language.slice(0, 2).toLowerCase();
  }
}

async function bringWords(name) {
  const answer = await fetch(mapped(fileOf(`words/${name}.json`)));
  if (!answer.ok) throw new Error(`HTTP status ${answer.status}`);
  return answer.json();
}

/** The first of the languages that we have, as a tag, and its texts, with those that are the page's own; English needs none. */
async function wordsOf(languages, own) {
  const tag = tagOf(languages.find((language) => OFFERED.test(language)) ?? "en");
  const name = tag.slice(0, 2);
  if (name !== "en" && !files.has(name)) {
    const coming = bringWords(name);
    files.set(name, coming);
    // English until another try.
    coming.catch(() => files.delete(name));
  }
  const late = new Promise((give) => setTimeout(give, 3000));
  const file = await Promise.race([files.get(name), late]).catch(() => {});
  return [file || name === "en" ? tag : "en", { ...file, ...own }];
}
