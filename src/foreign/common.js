// What the formats of others have in common: src/decode/fields.rs, pictures.rs and repeats.rs.

const isFilled = (value) =>
  typeof value === "string" ? value.trim() !== "" : value != null && (typeof value !== "object" || Object.keys(value).length > 0);

const isThing = (value) => typeof value === "object" && value !== null;

const one = (value) => (Array.isArray(value) ? value[0] : value);

/** The first of these members with something in it: `"a.b|c"` is the member `b` of `a`, else `c`. */
const find = (from, addresses) => {
  for (const address of addresses.split("|")) {
    const found = address.split(".").reduce((at, name) => (isThing(one(at)) ? one(at)[name] : undefined), from);
    if (isFilled(found)) return found;
  }
};

/** The same where it is a text; anything else is not plain. */
const textAt = (from, addresses) => {
  const found = find(from, addresses);
  must(found === undefined || typeof found === "string");
  return found;
};

/** Nothing of this is here. */
const mustLack = (from, addresses) => {
  for (const address of addresses.split("|")) must(find(from, address) === undefined);
};

const listOfAny = (value) => [value ?? []].flat().filter((item) => item !== null);

/** The name in a value, or a name alone; ids have none. A mailbox would be taken out of it. */
const nameOf = (given) => {
  const name = typeof given === "object" ? find(given, "name|display_name|byline|webTitle|title|text") : given;
  if (typeof name !== "string" || !name.trim()) return undefined;
  must(!name.includes("@"));
  return name;
};

/** The language as its tag is written; unknown is nothing. */
const languageOf = (given) => given?.trim().replaceAll("_", "-");

/** Things with a name and an address, each name once. */
const tagsOf = (given) => {
  const found = new Map();
  for (const item of listOfAny(given)) {
    const name = nameOf(item);
    if (name && !found.has(name)) found.set(name, { name, url: textAt(item, "link|url|webUrl") });
  }
  must(found.size < 200);
  return [...found.values()];
};

const authorOf = (given) => {
  const name = nameOf(given);
  if (!name) return [];
  const picture = find(given, "profile_image|avatar|bylineImageUrl|avatar_urls.96|avatar_url|avatar_URL|image");
  return [{ name, url: textAt(given, "link|url|webUrl|profile_URL|URL"), picture: picture && atAddress(picture) }];
};

const WIDEST = 3200;

const numberOf = (value) => {
  const number = Number(value ?? 0);
  must(number >= 0);
  return Math.floor(number);
};

/** One picture from its copies: the widest for a page, and those of the same shape beside it. */
const pictureOf = (copies) => {
  const found = new Map();
  for (const copy of copies) {
    const mime = find(copy, "mime_type|mimeType|mimetype|contenttype|contentType|encodingFormat");
    const given = textAt(copy, "originalUrl|source_url|typeData.secureFile|secureFile|file|href|contentUrl|src|url|URL|image");
    if (!given || (mime && !mime.startsWith("image/"))) continue;
    must(!mime || TYPES.includes(mime.slice(6)));
    const src = media(given);
    must(!/\.(tiff?|bmp|eps|pdf)$|watermark/i.test(src.split(/[?#]/)[0]));
    const facts = find(copy, "media_details|typeData") ?? copy;
    const [width, height] = [numberOf(facts.width), numberOf(facts.height)];
    if (!found.has(src)) found.set(src, { src, mime, width, height });
  }
  const rank = ({ width }) => (width <= WIDEST ? width + 1 : Math.max(0, 1000 - Math.floor(width / 100)) + 1);
  const [main] = [...found.values()].sort((a, b) => rank(b) - rank(a));
  if (!main) return undefined;
  const isOfShape = ({ width, height }) => {
    const [across, along] = [main.width * height, main.height * width];
    return !(across && along) || Math.abs(across - along) * 100 <= across * 3;
  };
  const sources = [...found.values()]
    .filter((copy) => copy !== main && copy.width && (copy.width <= WIDEST || main.width > WIDEST) && isOfShape(copy))
    .map(({ src, width, mime }) => ({ src, width, type: mime === main.mime ? undefined : mime }));
  const { src, width, height } = main;
  return { src, sources, ...(width && height && { width, height }) };
};

const atAddress = (given) => {
  const found = one(given);
  return typeof found === "string" ? { src: found } : pictureOf([found]);
};

/** The words of a text or of blocks, but for those that stand beside the text. */
const wordsOf = (given = "") => {
  if (typeof given === "string") return given;
  if (Array.isArray(given)) return given.map(wordsOf).join("");
  return wordsOf(given.text ?? given.items) + wordsOf(given.cite);
};

const lettersOf = (given) => wordsOf(given).replace(/[^0-9A-Za-z\u00c0-\u1fff\u2070-\uffff]+/g, "");

/** A picture's file, but for its query and a size in its name. */
const stem = (given) => {
  const src = media(given);
  const path = src.split(/[?#]/)[0];
  return /\.(avif|webp|jpe?g|png|gif|svg)$/i.test(path) ? path.replace(/(-\d+x\d+)?\.\w+$/, "") : src;
};

/** What every such article goes through at its end: what is said twice is said once. */
const finished = (article) => {
  const { headline, body } = article;
  must(Array.isArray(body));
  const title = lettersOf(headline);
  if (body.length > 1 && (Array.isArray(body[0]) || body[0].type === "heading") && lettersOf(body[0]) === title) body.shift();
  const summary = lettersOf(article.standfirst);
  const isLong = new TextEncoder().encode(summary).length >= 40;
  const isStart = body.slice(0, 4).some((first, place) => {
    if (!Array.isArray(first) && first.type !== "quote") return false;
    const own = lettersOf(first);
    if (!own.startsWith(summary) && !summary.startsWith(own)) return false;
    const text = lettersOf(body.slice(place, place + 16));
    return text.startsWith(summary) && (isLong || text === summary);
  });
  if (!summary || isStart || summary === title) article.standfirst = undefined;
  const place = body.findIndex(({ type }) => type === "image");
  if (!article.lead && place === 0) article.lead = body.shift();
  else if (article.lead && place >= 0) must(stem(article.lead.src) !== stem(body[place].src));
  for (const { caption, credit } of [article.lead ?? {}, ...body]) {
    must(!credit || !wordsOf(caption).includes(wordsOf(credit).trim()));
  }
  must(body.some(({ type }) => type !== "image"));
  return article;
};
