// Draws scenes small and fast, for the eye alone: node preview.mjs <stem> [width]
import { mkdirSync } from 'node:fs';

const [stem, width = '1100'] = process.argv.slice(2);
const scene = await import(`./scenes/${stem}.mjs`);
const probe = Number(width);
mkdirSync('.preview', { recursive: true });
const started = Date.now();
const canvas = await scene.draw(probe / (scene.picture.units ?? 1500));
await canvas.toSharp().png().toFile(`.preview/${stem}.png`);
console.log(`${stem} ${canvas.width}×${canvas.height} in ${Date.now() - started} ms`);
