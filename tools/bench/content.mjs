// The articles that are read: one neutral description of each, which formats.mjs and markup.mjs write down in their ways.
//
// An article is { name, headline, standfirst, authors, published, lead, body, comments }.
// A text is a list of runs { text, as?, href? }, where `as` is strong, em or link.
// A block has a `kind`: paragraph, heading and quote have a `text`, a list has `items`, a picture has src, width, height, alt,
// caption and credit. The lead is a picture too.

import { HEIGHT, WIDTH, pictures } from './pictures.mjs';
import { writer } from './prose.mjs';

/** The end of every article. When it is on the page, the article is. */
export const CLOSING = 'After that the harbour lamp went out.';

/** So many articles stand on the page of embedded ones. */
export const MANY = 50;

/** Blocks of the body, and pictures with the lead. */
const SIZES = {
  story: { blocks: 40, pictures: 5 },
  long: { blocks: 5000, pictures: 100 },
  small: { blocks: 20, pictures: 1 },
};

export const SMALL = Array.from({ length: MANY }, (_, number) => `small-${String(number + 1).padStart(2, '0')}`);

/** Of this year, since the viewer says so of an article that is older, and its peers do not. */
const PUBLISHED = `${new Date().getUTCFullYear()}-01-01T06:30:00Z`;

const files = pictures();

/** The files of the pictures, by their addresses. */
export const PICTURES = new Map(files.map(({ name, bytes }) => [`/content/pictures/${name}`, bytes]));

/** The article of this name: `story`, `long`, or one of SMALL. */
export function article(name) {
  const size = SIZES[name.replace(/-\d+$/, '')];
  const pen = writer(`the ${name} of the bench`);
  const picture = picturesOf(pen);
  const lead = picture();
  return {
    name,
    headline: `${pen.heading()}, and other news of “tide & quay”`,
    standfirst: pen.sentence(),
    authors: ['Ada Merle', pen.person()],
    published: PUBLISHED,
    lead,
    body: body(size, pen, picture),
    comments: 'Comments are closed on this article.',
  };
}

function picturesOf(pen) {
  const [lead, ...others] = files;
  let count = 0;
  return () => {
    // The lead does not come again, since some formats' rules take a picture away that is shown twice.
    const { name } = count ? others[(count - 1) % others.length] : lead;
    count += 1;
    return {
      kind: 'picture',
      src: `/content/pictures/${name}`,
      width: WIDTH,
      height: HEIGHT,
      alt: `The water off ${pen.place()}, seen from ${pen.place()}`,
      caption: pen.sentence(),
      // With more than a name: a name that the caption has already would be left out by some formats' rules.
      credit: `${pen.person()}/The Harbour Courier`,
    };
  };
}

function body(size, pen, picture) {
  // The first picture is the lead, the others are spread evenly.
  const step = size.blocks / size.pictures;
  const places = new Set(Array.from({ length: size.pictures - 1 }, (_, index) => Math.round((index + 1) * step)));
  const blocks = Array.from({ length: size.blocks - 1 }, (_, place) => {
    if (places.has(place)) return picture();
    if (place % 8 === 6) return { kind: 'heading', text: [{ text: pen.heading() }] };
    if (place % 14 === 9) return { kind: 'quote', text: pen.text(1 + pen.below(2)) };
    if (place % 19 === 12) return { kind: 'list', items: Array.from({ length: 3 + pen.below(3) }, () => pen.text(1)) };
    return { kind: 'paragraph', text: pen.text(2 + pen.below(2)) };
  });
  return [...blocks, { kind: 'paragraph', text: [{ text: `${pen.sentence()} ${CLOSING}` }] }];
}
