// Draws every picture, or only those named: node draw.mjs [stem …]

import { readdirSync } from 'node:fs';
import { press } from './press.mjs';

const wanted = process.argv.slice(2);
const files = readdirSync(new URL('./scenes/', import.meta.url)).filter((name) => name.endsWith('.mjs')).sort();

for (const file of files) {
  const scene = await import(`./scenes/${file}`);
  if (wanted.length && !wanted.includes(scene.picture.stem)) continue;
  const widest = Math.max(...(scene.picture.widths ?? [1440]));
  const canvas = await scene.draw((widest * 1.25) / (scene.picture.units ?? 1500));
  const rows = await press(canvas, scene.picture);
  console.log(`${scene.picture.stem} (${scene.picture.ratio})`);
  for (const row of rows) console.log(`  ${row.width}×${row.height} ${row.extension} ${(row.bytes / 1000).toFixed(1)} kB`);
}
