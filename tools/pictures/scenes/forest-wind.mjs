// Wind turbines above a forest in morning mist; ridge behind ridge.

import { Canvas, smooth } from '../drawing/canvas.mjs';
import { chance, clouds } from '../drawing/chance.mjs';
import { gull, spruce } from '../drawing/land.mjs';
import { Sheet, circle, curve, group, mix, path, poly, rect } from '../drawing/sheet.mjs';

const W = 1600;
const H = 900;
const SUN = [430, 318];

export const picture = {
  stem: 'forest-wind',
  ratio: '16:9',
  units: 1600,
  alt: 'White wind turbines rise above a spruce forest whose ridges fade one behind the other into golden morning mist.',
};

const RIDGES = [
  { y: 430, swing: 40, seed: 2, colour: '#c9b9a4', mist: '#f5d9ae', trees: 0 },
  { y: 486, swing: 46, seed: 3, colour: '#9fa79a', mist: '#f1d3a8', trees: 13 },
  { y: 556, swing: 52, seed: 4, colour: '#6f8a83', mist: '#e6cfa8', trees: 26 },
  { y: 640, swing: 50, seed: 5, colour: '#456a68', mist: '#cfc9ab', trees: 52 },
  { y: 752, swing: 44, seed: 6, colour: '#24494b', mist: '#a9b8a4', trees: 104 },
  { y: 940, swing: 36, seed: 7, colour: '#0f2a30', mist: null, trees: 230 },
];

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const sky = new Sheet(W, H);
  sky.add(rect(0, 0, W, H, sky.linear(0, 0, 0, 560, [[0, '#7fa6b8'], [0.4, '#b9c9c0'], [0.7, '#f0d9ae'], [1, '#ffdf9f']], true)));
  sky.add(rect(0, 0, W, H, sky.glow(SUN[0], SUN[1], 700, [[0, '#fff6d8', 0.95], [0.1, '#ffeab5', 0.8], [0.4, '#ffd58e', 0.35], [1, '#ffd58e', 0]])));
  sky.add(circle(SUN[0], SUN[1], 40, '#fffdf2'));
  await canvas.lay(sky);
  canvas.mist('#fff3d6', (x, y) => 0.6 * smooth(420, 120, y), { seed: 61, size: 84, stretch: 5, low: 0.48, high: 0.82 });
  for (const [index, ridge] of RIDGES.entries()) {
    await canvas.lay(turbines(index));
    await canvas.lay(forest(ridge));
    if (ridge.mist) {
      canvas.mist(ridge.mist, (x, y) => 0.92 * smooth(ridge.y - 10, ridge.y + 86, y), { seed: 70 + index, size: 60 + index * 14, stretch: 4.6, low: 0.24, high: 0.74 });
    }
  }
  await canvas.lay(rays(), { blend: 'screen' });
  await canvas.bloom({ threshold: 0.76, radius: 36, strength: 0.3 });
  canvas.grade({ shadows: '#0a2a33', highlights: '#fff0cf', amount: 0.18, vignette: 0.22, contrast: 1.04, saturation: 1.06 }).grain(0.02);
  return canvas;
}

const BENDS = RIDGES.map((ridge) => clouds(ridge.seed, 3));

function height(ridge, x) {
  const bend = BENDS[RIDGES.indexOf(ridge)];
  return ridge.y + (bend(x / 330 + ridge.seed * 11, ridge.seed) - 0.5) * 2 * ridge.swing + Math.sin(x / 260 + ridge.seed) * 14;
}

function forest(ridge) {
  const s = new Sheet(W, H);
  const random = chance(ridge.seed * 97);
  const points = [];
  for (let x = -20; x <= W + 20; x += 16) points.push([x, height(ridge, x)]);
  s.add(path(`${curve(points)}L${W + 20} ${H}L-20 ${H}Z`, ridge.colour));
  if (ridge.trees) {
    const rows = 2;
    const glade = clouds(ridge.seed + 40, 2);
    for (let row = 0; row < rows; row++) {
      const step = ridge.trees * 0.22;
      for (let x = -20; x < W + 20; x += random.between(step * 0.6, step * 1.5)) {
        // Glades let the mist show between the groups of trees.
        if (glade(x / (ridge.trees * 3.4), row * 3) < 0.36 + row * 0.06) continue;
        const h = ridge.trees * random.between(0.5, 1.15);
        // Trees nearer the sun are touched by it on the left-hand side.
        const lit = mix(ridge.colour, '#ffd995', Math.max(0, (ridge.trees > 90 ? 0.2 : 0.36) - Math.abs(x - SUN[0]) / 2600));
        const tone = mix(ridge.colour, '#06181d', row * 0.1 + random() * 0.1);
        s.add(spruce(random, x, height(ridge, x) + row * ridge.trees * 0.26 + 4, h, x > SUN[0] ? mix(lit, tone, 0.35) : tone, x > SUN[0] ? tone : lit, 0.32));
      }
    }
  }
  return s;
}

// x, scale, angle of the first blade, and the ridge it stands behind.
const MILLS = [
  [250, 0.42, 14, 1], [600, 0.4, 70, 1], [770, 0.44, 40, 1], [1090, 0.42, 100, 1], [1480, 0.4, 20, 1],
  [900, 0.74, 22, 2], [1330, 0.7, 66, 2],
  [1120, 1.2, 8, 4],
];

function turbines(layer) {
  const s = new Sheet(W, H);
  for (const [x, k, angle, stands] of MILLS) {
    if (stands !== layer) continue;
    const far = mix('#fffaf0', '#e6cfa4', Math.max(0, 0.75 - k * 0.7));
    const shade = mix('#8fa4a8', '#d3bf9c', Math.max(0, 0.8 - k * 0.75));
    const base = height(RIDGES[layer], x) + 60;
    const hub = base - 60 - 390 * k;
    const w = 9 * k;
    s.add(path(`M${x - w * 0.5} ${hub}L${x + w * 0.5} ${hub}L${x + w} ${base}L${x - w} ${base}Z`, s.across([0, far], [0.45, far], [1, shade])));
    s.add(path(`M${x - 10 * k} ${hub - 7 * k}L${x + 24 * k} ${hub - 6 * k}L${x + 24 * k} ${hub + 5 * k}L${x - 10 * k} ${hub + 7 * k}Z`, shade));
    for (let i = 0; i < 3; i++) {
      const blade = path(`M0 ${-3 * k}C${4 * k} ${-12 * k} ${11 * k} ${-34 * k} ${9 * k} ${-52 * k}C${7 * k} ${-120 * k} ${3 * k} ${-190 * k} 0 ${-214 * k}C${-3 * k} ${-160 * k} ${-5 * k} ${-60 * k} ${-4 * k} 0Z`, s.across([0, far], [0.5, far], [1, shade]));
      s.add(group({ transform: `translate(${x} ${hub}) rotate(${angle + i * 120})` }, blade));
    }
    s.add(circle(x, hub, 8 * k, far), circle(x + 1.5 * k, hub + 1.5 * k, 4.5 * k, shade));
  }
  if (layer === 3) for (const [x, y, k] of [[620, 250, 0.8], [668, 232, 0.65], [706, 262, 0.72], [590, 280, 0.6], [748, 246, 0.55]]) s.add(gull(x, y, k, '#5d6e6c'));
  return s;
}

function rays() {
  const s = new Sheet(W, H);
  for (const [angle, w, o] of [[18, 7, 0.2], [34, 9, 0.24], [50, 6, 0.18], [66, 10, 0.2], [100, 9, 0.15], [124, 8, 0.14]]) {
    const p = (a, r) => [SUN[0] + Math.cos((a * Math.PI) / 180) * r, SUN[1] + Math.sin((a * Math.PI) / 180) * r];
    s.add(poly([p(angle, 30), p(angle - w / 2, 900), p(angle + w / 2, 900)], s.glow(SUN[0], SUN[1], 840, [[0, '#ffe6a8', o * 1.6], [0.5, '#ffdf9c', o * 0.6], [1, '#ffdf9c', 0]]), { filter: s.blur(7) }));
  }
  return s;
}
