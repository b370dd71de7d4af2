// Rewrites the table at the end of README.md from the scenes and the files they became. node table.mjs

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { PICTURES } from './press.mjs';

const README = fileURLToPath(new URL('./README.md', import.meta.url));
const MARK = '<!-- Written by table.mjs from here on. -->';

const files = readdirSync(PICTURES);
const rows = [];

async function row(stem, ratio, alt) {
  const sizes = new Map();
  for (const file of files) {
    const match = new RegExp(`^${stem}-(\\d+)\\.(\\w+)$`).exec(file);
    if (!match) continue;
    const { width, height } = await sharp(PICTURES + file).metadata();
    const size = `${width}×${height}`;
    sizes.set(size, [...(sizes.get(size) ?? []), match[2]]);
  }
  const written = [...sizes].sort((a, b) => parseInt(a[0], 10) - parseInt(b[0], 10)).map(([size, formats]) => `${size} ${formats.sort().join(' ')}`);
  rows.push(`| ${stem} | ${ratio} | ${written.join('<br>')} | ${alt} |`);
}

for (const file of readdirSync(new URL('./scenes/', import.meta.url)).sort()) {
  const { picture } = await import(`./scenes/${file}`);
  await row(picture.stem, picture.ratio, picture.alt);
  for (const { name } of picture.crops ?? []) await row(`${picture.stem}-${name}`, 'a part of it', picture.alt);
}
const { PORTRAITS } = await import('./portraits.mjs');
for (const { stem, alt } of PORTRAITS) await row(stem, '1:1', alt);
rows.push('| logo-courier | 1:1 | svg, any size | Courier |');

const intro = readFileSync(README, 'utf8').split(MARK)[0];
const table = ['| Stem | Ratio | Sizes and formats | Alternative text |', '|---|---|---|---|', ...rows].join('\n');
writeFileSync(README, `${intro}${MARK}\n\n${table}\n`);
console.log(table);
