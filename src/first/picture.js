// Pictures in the first look: as src/view/picture.rs and src/view/figure.rs have them.

const TYPES = ["avif", "webp", "jpeg", "png", "gif", "svg+xml"];
const ENDINGS = { jpg: "jpeg", svg: "svg+xml" };

const SIZES = {
  inline: "auto, (min-width: 45em) 42.5em, 100vw",
  supporting: "auto, (min-width: 45em) 20em, 100vw",
  wide: "auto, (min-width: 64em) 62em, 100vw",
  full: "auto, 100vw",
};

/** Both sides, or neither; what is no whole number is not plain. */
const sized = ({ width, height }) => {
  if (width == null && height == null) return false;
  must([width, height].every((side) => Number.isInteger(side) && side > 0 && side < 65536));
  return true;
};

/** Writes the `img`, but for its copies, and leaves it open. */
const image = (shape, given, loading, alt) => {
  open(shape);
  attribute("src", media(given.src));
  attribute("alt", alt);
  if (sized(given)) {
    attribute("width", given.width);
    attribute("height", given.height);
  }
  if (loading === "first") attribute("fetchpriority", "high");
  else {
    attribute("loading", "lazy");
    attribute("decoding", "async");
  }
};

/** A small picture beside words: its address, or an object like an image block. */
const thumbnail = (given, shape) => {
  image(shape, typeof given === "string" ? { src: given } : given, "lazy", "");
  close();
};

/** Offers copies as a `srcset`, each width once. */
const offer = (copies, sizes) => {
  const set = new Map();
  for (const { src, width } of copies) if (width && !set.has(width)) set.set(width, `${src.replaceAll(",", "%2C")} ${width}w`);
  if (set.size) {
    attribute("srcset", [...set.values()].join(", "));
    attribute("sizes", sizes);
  }
};

const picture = (given, display, loading) => {
  const src = media(given.src);
  const ending = /\.([a-z]+)$/i.exec(src.split(/[?#]/)[0])?.[1].toLowerCase();
  const type = ENDINGS[ending] ?? ending;
  const copies = (given.sources ?? []).map(({ src, width, type, media: query }) => {
    must(!query && (width == null || (Number.isInteger(width) && width > 0)));
    must(type == null || TYPES.includes(/^image\/(.+)$/.exec(type)[1]));
    return { src: media(src), width, type: type?.slice(6) };
  });
  const own = copies.filter((copy) => !copy.type || copy.type === type);
  const sizes = loading === "first" ? SIZES[display].slice(6) : SIZES[display];
  const isOneOfSeveral = own.length < copies.length;
  if (isOneOfSeveral) {
    open("picture");
    for (const other of TYPES) {
      const others = other === type ? [] : copies.filter((copy) => copy.type === other);
      if (!others.length) continue;
      open("source");
      attribute("type", `image/${other}`);
      if (!others.some(({ width }) => width)) attribute("srcset", others[0].src.replaceAll(",", "%2C"));
      offer(others, sizes);
      close();
    }
  }
  const { alt = "" } = given;
  must(alt === "" || line(alt));
  image("img", given, loading, alt);
  if (own.some(({ width }) => width)) offer([...own, { src, width: sized(given) && given.width }], sizes);
  close();
  if (isOneOfSeveral) close();
};

/** What is said about a picture, with hidden words that tell a screen reader what it is. */
const captionPart = (shape, key, text) => {
  element(shape, () => {
    tell("span.av-hidden", word(key));
    element("bdi", () => inlines(text));
  });
};

const figure = (given, loading) => {
  const { caption, credit, display = "inline", link } = given;
  must(typeof display === "string" && Object.hasOwn(SIZES, display));
  const shown = loading === "first" && display !== "full" ? "wide" : display;
  open("figure.av-figure");
  attribute("data-display", shown);
  if (link) {
    open("a");
    attribute("href", linkTo(link));
  }
  open("div.av-picture");
  if (!sized(given)) attribute("data-size", "unknown");
  attribute("--av-ratio", sized(given) ? `${given.width}/${given.height}` : "3/2");
  picture(given, shown, loading);
  close();
  if (link) close();
  if (caption || credit) {
    open("figcaption.av-caption");
    if (caption) captionPart("span.av-caption__text", "caption", caption);
    if (caption && credit) write(" ");
    if (credit) captionPart("span.av-caption__credit", "credit", credit);
    close();
  }
  close();
};
