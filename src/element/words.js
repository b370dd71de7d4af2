// The languages of the interface: those of `words/`, each brought once.

const OFFERED = /^(ar|de|en|es|fr|hi|ja|pt|zh(?!-(hant|hk|mo|tw)))(-|$)/i;
const files = new Map();

/** The first of the languages that we have, as a tag, and the text of its file; English needs none. */
async function wordsOf(languages, own) {
  const tag = languages.find((language) => OFFERED.test(language)) ?? "en";
  const name = tag.slice(0, 2).toLowerCase();
  if (name !== "en" && !files.has(name)) {
    const coming = fetch(mapped(fileOf(`words/${name}.json`))).then((answer) => (answer.ok ? answer.json() : Promise.reject()));
    files.set(name, coming);
    // English until another try.
    coming.catch(() => files.delete(name));
  }
  const late = new Promise((give) => setTimeout(give, 3000));
  const file = await Promise.race([files.get(name), late]).catch(() => {});
  return file || name === "en" ? [tag, JSON.stringify({ ...file, ...own })] : ["en", JSON.stringify({ ...own })];
}
