// A plain article in our own format as the page's screen: what src/decode/formats/native.rs reads and src/view shows.
// Those of other formats come as such a one: wordpress.js, ninjs.js and schema_org.js beside this file.

// The slices of src/view/body.rs: so many blocks at least are laid out first, and of more than so many there are others.
const FIRST_BLOCKS = 6;
const MOST_BLOCKS = 75;
const YEAR = 365.25 * 86_400_000;

/** A name alone, or an object with one. */
const named = (given) => (typeof given === "string" ? { name: line(given) } : { ...given, name: line(given.name) });

/** An element, in a link where there is an address. */
const linked = (url, rel, inside) => {
  if (!url) return inside();
  open("a");
  attribute("href", linkTo(url));
  if (rel) attribute("rel", rel);
  inside();
  close();
};

const masthead = ({ publisher }, samples) => {
  open("header.av-masthead");
  if (publisher) {
    const { name, url, logo } = named(publisher);
    open(url ? "a.av-masthead__name" : "span.av-masthead__name");
    if (url) attribute("href", linkTo(url));
    if (logo) thumbnail(logo, "img.av-masthead__logo");
    isolated(name);
    close();
  }
  if (samples) {
    open("a.av-masthead__samples");
    attribute("href", `?src=${samples}`);
    write(word("samples"));
    close();
  }
  close();
};

const date = (key, { at, wall, style, machine }) => {
  const [before, after] = around(key, "date");
  open("span.av-dates__date");
  speakOurs();
  write(before);
  open("bdi");
  speak(theirs || ours);
  open("time");
  attribute("datetime", machine);
  write(writeDate(at, wall, style, theirs || ours));
  close();
  close();
  write(after);
  close();
};

const names = (authors) => {
  const [before, after] = around("authors_by", "names");
  open("span");
  speakOurs();
  write(before);
  for (const [index, between] of writeList(authors.length, ours).split("\x01").entries()) {
    if (index) {
      const { name, role, url } = authors[index - 1];
      linked(url, "author", () => {
        open("bdi.av-byline__name");
        speak(theirs);
        write(name);
        close();
      });
      if (role) {
        write(word("authors_role"));
        open("bdi.av-byline__role");
        speak(theirs);
        write(line(role));
        close();
      }
    }
    write(between);
  }
  write(after);
  close();
};

const byline = ({ byline, authors, published, updated }) => {
  const known = [authors ?? []].flat().map(named);
  must(!byline || known.every(({ url }) => !url));
  const [first, last] = [published, updated].map((given) => given && moment(given));
  // An update within the same minute is the same moment to a reader.
  const isUpdated = last && !(first && last.at - first.at < 60_000);
  if (!byline && !known.length && !first && !isUpdated) return;
  open("div.av-byline");
  const portraits = known.filter(({ picture }) => picture);
  if (portraits.length) {
    element("div.av-byline__portraits", () => portraits.forEach(({ picture }) => thumbnail(picture, "img.av-byline__portrait")));
  }
  open("div.av-byline__lines");
  if (byline) element("p.av-byline__names", line(byline));
  else if (known.length) element("p.av-byline__names", () => names(known));
  if (first || isUpdated) {
    open("p.av-dates");
    if (first) date("published", first);
    if (isUpdated) date("updated", last);
    close();
  }
  const years = first ? Math.floor((Date.now() - first.at) / YEAR) : 0;
  if (years > 0) element("p.av-old", () => tell("span", counted("old", years)));
  close();
  close();
};

const header = (article) => {
  const { section, kicker, headline, standfirst } = article;
  open("header.av-header");
  if (section) {
    const { name, url } = named(section);
    element("p.av-section", () => linked(url, "", () => isolated(name)));
  }
  if (kicker) element("p.av-kicker", () => isolated(line(kicker)));
  open("h1.av-headline");
  attribute("tabindex", "-1");
  inlines(headline);
  close();
  if (standfirst) element("div.av-standfirst", () => paragraphs(standfirst).forEach(paragraph));
  byline(article);
  close();
};

const slice = (blocks, isLater, dateline) => {
  const inside = apart(() => {
    blocks.forEach((given, index) => {
      if (index || !dateline) return block(given);
      must(isText(given));
      open("p.av-paragraph");
      element("span.av-dateline", () => isolated(line(dateline)));
      write(" \u2014 ");
      inlines(given);
      close();
    });
  });
  open("div.av-body");
  if (isLater) {
    attribute("data-later", "soon");
    attribute("--av-letters", letters);
    const room = { image: 22, heading: 4 };
    attribute("--av-room", blocks.reduce((sum, { type }) => sum + (room[type] ?? 2), 0));
  }
  records += inside;
  close();
};

const body = ({ body, dateline }) => {
  must(Array.isArray(body) && body.length && body.length <= MOST_BLOCKS);
  lastRank = 1;
  const isParagraph = (given) => isText(given) || given.type === "paragraph";
  const isLong = body.length >= 2 * FIRST_BLOCKS;
  const first = body.findIndex(
    (given, place) =>
      isLong &&
      place >= FIRST_BLOCKS &&
      place < 2 * FIRST_BLOCKS &&
      isParagraph(body[place - 1]) &&
      isParagraph(given) &&
      body.slice(place - 4, place).every(({ display }) => display !== "supporting"),
  );
  if (first < 0) return slice(body, false, dateline);
  slice(body.slice(0, first), false, dateline);
  slice(body.slice(first), true);
};

const comments = (given) => {
  const { state, message, count, url } = typeof given === "string" ? { state: given } : given;
  must(/^(open|moderated|closed)$/.test(state));
  open("div.av-comments");
  attribute("data-comments", state);
  attribute("role", "note");
  speak(ours);
  attribute("aria-label", word("comments"));
  open("p.av-comments__message");
  open("bdi");
  if (message) speak(theirs);
  else speakOurs();
  write(message ? line(message) : word(`comments_${state}`));
  close();
  close();
  must(count == null || (Number.isInteger(count) && count >= 0));
  if (count) element("p.av-comments__count", () => tell("span", counted("comments_count", count)));
  if (url) {
    open("a.av-comments__link");
    attribute("href", linkTo(url));
    tell("span", word(state === "closed" ? "comments_read" : "comments_open_link"));
    close();
  }
  close();
};

const footer = ({ comments: closed, tags, copyright }) => {
  if (!closed && !tags?.length && !copyright) return;
  open("footer.av-footer");
  if (closed) comments(closed);
  if (tags?.length) {
    open("ul.av-tags");
    speak(ours);
    attribute("aria-label", word("tags"));
    for (const { name, url } of tags.map(named)) {
      open("li.av-tags__tag");
      speak(theirs);
      linked(url, "tag", () => isolated(name));
      close();
    }
    close();
  }
  if (copyright) element("p.av-copyright", () => isolated(line(copyright)));
  close();
};

/** The whole screen as records; throws where the article is not plain. */
const screen = (article, samples) => {
  const { language, headline, section, lead, tags } = article;
  // Of a longer one, the program shows the beginning.
  must(JSON.stringify(headline).length < 1000 && (tags == null || Array.isArray(tags)));
  for (const rare of ["direction", "live", "related", "notices"]) must(article[rare] == null);
  // An unknown language is not that of the page around it.
  theirs = language ?? "";
  theirsRuns = theirs ? directionOf(theirs) : "auto";
  open("div.av-screen");
  masthead(article, samples);
  open("main");
  open("article.av-article");
  attribute("lang", theirs);
  attribute("dir", theirsRuns);
  const color = section?.color;
  if (color) {
    must(/^#[0-9a-f]{6}$/i.test(color));
    attribute("--av-section-color", color.toLowerCase());
  }
  header(article);
  if (lead) {
    must(lead.type == null || lead.type === "image");
    element("div.av-lead", () => figure(lead, "first"));
  }
  body(article);
  footer(article);
  close();
  close();
  close();
  return takeRecords();
};
