// The interface's own words in the first look, and in whose language they are: as src/view.rs has them.

/** Those of words/en.json that a plain article needs; a test compares them. */
const ENGLISH = {
  samples: "Samples",
  authors_by: "By {names}",
  authors_role: ", ",
  published: "Published {date}",
  updated: "Updated {date}",
  caption: "Image caption: ",
  credit: "Credit: ",
  comments: "Comments",
  comments_open: "Comments are open on this article.",
  comments_open_link: "Join the conversation",
  comments_moderated: "Comments on this article are checked before they appear.",
  comments_closed: "Comments are closed on this article.",
  comments_count: { one: "{count} comment", other: "{count} comments" },
  comments_read: "Read the comments",
  tags: "Topics",
  old: { one: "This article is more than {count} year old.", other: "This article is more than {count} years old." },
};

/** The interface's texts, its language and its direction; the article's language and direction. */
let texts, ours, oursRuns, theirs, theirsRuns;

/** The interface speaks another language than the article. */
const isForeign = () => ours.split("-")[0] !== theirs.split("-")[0];

const word = (key) => texts[key] ?? ENGLISH[key];

/** What stands before and after `{name}`. */
const around = (key, name) => {
  const [before, after = ""] = word(key).split(`{${name}}`);
  return [before, after];
};

const counted = (key, count) => {
  const forms = word(key);
  return (forms[pluralCategory(count, ours)] ?? forms.other).replace("{count}", writeNumber(count, ours));
};

const speak = (language) => {
  if (isForeign()) attribute("lang", language);
};

const speakOurs = () => {
  speak(ours);
  if (isForeign() && oursRuns !== theirsRuns) attribute("dir", oursRuns);
};

/** An element with nothing but a text of the interface in it. */
const tell = (shape, text) => {
  open(shape);
  speakOurs();
  write(text);
  close();
};
