// The seed article, made into the viewer's own format at run time.
//
// Its text and pictures belong to others, so nothing of it is kept in this repository:
// where the folder is not there, this module has no article and the journey says that it was skipped.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../shared/seed/', import.meta.url));
const NOTICE = /^Sorry, we are not accepting comments/;

export function hasSeed() {
  return existsSync(join(FOLDER, 'article.txt'));
}

/** A file of the seed by its plain name, or nothing. */
export function seedFile(name) {
  const file = join(FOLDER, name);
  return /^[\w-]+\.(png|json)$/.test(name) && existsSync(file) ? file : undefined;
}

/** The parts of the text: one line each, in the order of the page. */
export async function seedParts() {
  if (!hasSeed()) return undefined;
  const lines = (await readFile(join(FOLDER, 'article.txt'), 'utf8')).split('\n').map((line) => line.trim()).filter(Boolean);
  const [publisher, headline, standfirst, , leadCaption, ...rest] = lines;
  const notice = rest.find((line) => NOTICE.test(line));
  const captioned = rest.findIndex((line) => /\([^()]*\/[^()]*\)$/.test(line));
  const [, caption, credit] = /^(.*) \(([^()]*)\)$/.exec(rest[captioned]);
  const before = rest.slice(0, captioned - 1);
  const after = rest.slice(captioned + 1).filter((line) => line !== notice);
  return { publisher, headline, standfirst, leadCaption, before, alt: rest[captioned - 1], caption, credit, after, notice };
}

export async function seedArticle() {
  const parts = await seedParts();
  if (!parts) return undefined;
  return {
    format: 'article-viewer/1',
    language: 'en-GB',
    publisher: { name: parts.publisher },
    headline: parts.headline,
    standfirst: parts.standfirst,
    lead: { src: 'lead.png', width: 1200, height: 800, alt: '', caption: parts.leadCaption },
    body: [
      ...parts.before,
      { type: 'image', src: 'inline.png', width: 1200, height: 800, alt: parts.alt, caption: parts.caption, credit: parts.credit },
      ...parts.after,
    ],
    comments: { state: 'closed', message: parts.notice },
  };
}
