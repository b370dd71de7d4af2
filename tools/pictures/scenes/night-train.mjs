// A night train crosses a viaduct under the moon; its lit windows are the only warmth for miles.

import { Canvas, smooth } from '../drawing/canvas.mjs';
import { chance } from '../drawing/chance.mjs';
import { mountains, spruce, stars } from '../drawing/land.mjs';
import { Sheet, circle, curve, mix, path, poly, rect, stroke } from '../drawing/sheet.mjs';

const W = 1500;
const H = 1000;

export const picture = {
  stem: 'night-train',
  ratio: '3:2',
  alt: 'A night train with warmly lit windows crosses a high stone viaduct in a moonlit mountain valley filled with mist.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const moon = [1090, 208];
  const sky = new Sheet(W, H);
  sky.add(rect(0, 0, W, H, sky.linear(0, 0, 0, 640, [[0, '#0a1631'], [0.45, '#1b3357'], [0.8, '#43608a'], [1, '#6f87a6']], true)));
  sky.add(rect(0, 0, W, H, sky.glow(moon[0], moon[1], 560, [[0, '#dfe9f2', 0.7], [0.12, '#b9cde0', 0.42], [0.45, '#7d9cc0', 0.16], [1, '#7d9cc0', 0]])));
  const random = chance(12);
  sky.add(stars(random, 170, W, 430));
  await canvas.lay(sky);
  canvas.mist('#8ea6c4', (x, y) => 0.5 * smooth(460, 120, y) * smooth(40, 140, y), { seed: 90, size: 90, stretch: 4.5, low: 0.5, high: 0.85 });
  const disc = new Sheet(W, H);
  disc.add(circle(moon[0], moon[1], 56, '#f6f1df'), circle(moon[0] - 16, moon[1] - 12, 13, '#ddd9cb', { opacity: 0.7 }), circle(moon[0] + 20, moon[1] + 14, 18, '#ddd9cb', { opacity: 0.55 }), circle(moon[0] + 8, moon[1] - 26, 8, '#ddd9cb', { opacity: 0.5 }), circle(moon[0] - 18, moon[1] + 24, 7, '#ddd9cb', { opacity: 0.5 }));
  await canvas.lay(disc);
  await canvas.lay(range(1));
  canvas.mist('#a9bdd4', (x, y) => 0.85 * smooth(420, 640, y), { seed: 14, size: 110, stretch: 4, low: 0.32, high: 0.8 });
  await canvas.lay(range(2));
  canvas.mist('#8fa9c6', (x, y) => 0.8 * smooth(520, 760, y), { seed: 15, size: 100, stretch: 4, low: 0.34, high: 0.8 });
  await canvas.lay(viaduct());
  canvas.mist('#7f9cbd', (x, y) => 0.95 * smooth(690, 940, y), { seed: 16, size: 90, stretch: 4, low: 0.26, high: 0.76 });
  await canvas.lay(trainLight(), { blend: 'screen' });
  await canvas.lay(train());
  await canvas.lay(pines());
  await canvas.bloom({ threshold: 0.62, radius: 26, strength: 0.5 });
  canvas.grade({ shadows: '#06122c', highlights: '#ffe9bf', amount: 0.2, vignette: 0.36, contrast: 1.06, saturation: 1.06 }).grain(0.02);
  return canvas;
}

function range(layer) {
  const s = new Sheet(W, H);
  const random = chance(31);
  if (layer === 1) {
    // The moon stands to the right, so the right-hand planes are the bright ones.
    const lit = s.linear(0, 330, 0, 700, [[0, '#e3ebf2'], [0.35, '#9db4cd'], [1, '#7f9abb']], true);
    const shade = s.linear(0, 330, 0, 700, [[0, '#4d6b93'], [1, '#6f8bb0']], true);
    s.add(mountains([[110, 420, 420], [740, 440, 400], [1040, 470, 380], [1500, 410, 420]], shade, lit, 720, 6));
    s.add(mountains([[400, 310, 520], [1270, 400, 400]], s.linear(0, 330, 0, 700, [[0, '#3f5d87'], [1, '#6785ab']], true), lit, 720, 9));
  } else {
    const ridge = (x) => 560 + 150 * Math.exp(-(((x - 720) / 430) ** 2)) + 14 * Math.sin(x / 90) + 8 * Math.sin(x / 37);
    const points = [];
    for (let x = -20; x <= W + 20; x += 20) points.push([x, ridge(x)]);
    s.add(path(`${curve(points)}L${W + 20} ${H}L-20 ${H}Z`, s.linear(0, 480, 0, 900, [[0, '#29446a'], [1, '#4a6990']], true)));
    for (let x = -10; x < W + 10; x += random.between(5, 15)) s.add(spruce(random, x, ridge(x) + random.between(4, 16), random.between(18, 38), mix('#223d61', '#2f4d74', random())));
  }
  return s;
}

const DECK = 612;

function viaduct() {
  const s = new Sheet(W, H);
  const span = 172;
  const stone = s.across([0, '#1a2840'], [0.25, '#2b3d5a'], [0.72, '#52698a'], [0.9, '#93a9c0'], [1, '#33466a']);
  for (let i = -1; i < 10; i++) {
    const x = -60 + i * span;
    const pier = 40;
    s.add(path(`M${x} ${DECK + 20}L${x + pier} ${DECK + 20}L${x + pier + 12} ${H}L${x - 12} ${H}Z`, stone));
    for (let y = DECK + 140; y < H; y += 24) s.add(stroke(`M${x - 6} ${y}L${x + pier + 6} ${y}`, '#13203a', 1.2, { opacity: 0.4 }));
    s.add(rect(x - 10, DECK + 112, pier + 20, 9, '#5f7797'), rect(x - 10, DECK + 112, pier + 20, 2, '#aebfd2'));
  }
  // Spandrels with round arches cut out.
  let d = `M-80 ${DECK}L${W + 80} ${DECK}L${W + 80} ${DECK + 116}L-80 ${DECK + 116}Z`;
  for (let i = -1; i < 10; i++) {
    const x1 = -60 + i * span + 40;
    const x2 = x1 + span - 40;
    const r = (x2 - x1) / 2;
    d += `M${x1} ${DECK + 116}L${x1} ${DECK + 34 + r}A${r} ${r} 0 0 1 ${x2} ${DECK + 34 + r}L${x2} ${DECK + 116}Z`;
  }
  s.add(path(d, s.linear(0, DECK, 0, DECK + 116, [[0, '#43597a'], [0.4, '#2e4160'], [1, '#203149']], true), { fillRule: 'evenodd' }));
  for (let i = -1; i < 10; i++) {
    const x1 = -60 + i * span + 40;
    const r = (span - 40) / 2;
    s.add(path(`M${x1} ${DECK + 34 + r}A${r} ${r} 0 0 1 ${x1 + 2 * r} ${DECK + 34 + r}`, 'none', { stroke: '#6c84a3', strokeWidth: 4, opacity: 0.8 }), path(`M${x1 - 3} ${DECK + 34 + r}A${r + 4} ${r + 4} 0 0 1 ${x1 + r} ${DECK + 30}`, 'none', { stroke: '#15233c', strokeWidth: 5, opacity: 0.6 }));
  }
  s.add(rect(-80, DECK - 12, W + 160, 17, '#5b7394'), rect(-80, DECK - 13, W + 160, 3, '#c6d3e0'), rect(-80, DECK + 5, W + 160, 5, '#13203a', { opacity: 0.6 }));
  for (let x = -60; x < W; x += 43) s.add(rect(x, DECK - 26, 3, 14, '#33486a'));
  s.add(rect(-80, DECK - 28, W + 160, 2.5, '#7e95b2'));
  for (let x = 66; x < W; x += 344) s.add(stroke(`M${x} ${DECK - 12}L${x} ${DECK - 128}L${x + 26} ${DECK - 128}M${x} ${DECK - 112}L${x + 24} ${DECK - 128}`, '#1b2b47', 3.4));
  s.add(stroke(`M-20 ${DECK - 120}${[0, 1, 2, 3, 4].map((i) => `Q${66 + i * 344 - 172 + 26} ${DECK - 108} ${66 + i * 344 + 26} ${DECK - 122}`).join('')}`, '#16243e', 1.6));
  return s;
}

const CAR = 262;
const FIRST = 1150; // The nose of the engine.

function trainLight() {
  const s = new Sheet(W, H);
  // Light spills from the windows onto the parapet and the mist below.
  for (let i = 0; i < 5; i++) {
    const x = FIRST - 60 - i * (CAR + 6) - CAR / 2;
    s.add(rect(x - 118, DECK - 22, 236, 60, s.down([0, '#ffb85a', 0.55], [0.4, '#f09a3f', 0.2], [1, '#f09a3f', 0]), { filter: s.blur(7, 5) }));
  }
  s.add(poly([[FIRST + 10, DECK - 44], [W + 60, DECK - 150], [W + 60, DECK + 46]], s.linear(FIRST, 0, W, 0, [[0, '#fff0c4', 0.85], [0.4, '#ffdf9a', 0.3], [1, '#ffdf9a', 0]], true), { filter: s.blur(9) }));
  return s;
}

function train() {
  const s = new Sheet(W, H);
  const top = DECK - 100;
  const base = DECK - 22;
  const random = chance(3);
  const wheels = (x, w) => {
    for (const k of [0.12, 0.22, 0.78, 0.88]) s.add(circle(x + w * k, base + 4, 9, '#0a1223'));
  };
  for (let i = 0; i < 5; i++) {
    const x = FIRST - 222 - (i + 1) * (CAR + 6);
    wheels(x, CAR);
    s.add(rect(x - 8, base - 26, 14, 18, '#0c1526'));
    s.add(path(`M${x} ${base}L${x} ${top + 16}Q${x} ${top} ${x + 16} ${top}L${x + CAR - 16} ${top}Q${x + CAR} ${top} ${x + CAR} ${top + 16}L${x + CAR} ${base}Z`, s.linear(0, top, 0, base, [[0, '#6b7fa0'], [0.12, '#2c3b5e'], [0.6, '#1d2a49'], [1, '#111a30']], true)));
    s.add(rect(x + 4, top + 2, CAR - 8, 3, '#d4dfeb', { opacity: 0.75 }), rect(x, base - 22, CAR, 5, '#c79a4a', { opacity: 0.85 }));
    const dining = i === 1;
    for (let k = 0; k < 7; k++) {
      const wx = x + 24 + k * 32;
      const dark = !dining && random() < 0.22;
      s.add(rect(wx, top + 22, 24, 27, dark ? '#40537a' : s.down([0, '#fff0c0'], [0.6, '#ffcf77'], [1, '#eda64a']), { rx: 3 }));
      if (dining) s.add(path(`M${wx + 12} ${top + 36}l4 8h-8Z`, '#b8552f'), rect(wx + 2, top + 44, 20, 3, '#8a5a30'));
      else if (!dark && random() < 0.55) {
        const px = wx + random.between(7, 17);
        s.add(circle(px, top + 36, 4.2, '#5a3526'), path(`M${px - 8} ${top + 49}C${px - 8} ${top + 40} ${px + 8} ${top + 40} ${px + 8} ${top + 49}Z`, '#5a3526'));
      } else if (!dark && random() < 0.5) s.add(rect(wx, top + 22, 24, 9, '#b8552f', { opacity: 0.8, rx: 2 }));
    }
    s.add(rect(x + 4, top + 18, 12, base - top - 22, '#25345a'), rect(x + CAR - 16, top + 18, 12, base - top - 22, '#25345a'), rect(x + 6, top + 24, 8, 18, '#ffdf97', { rx: 2 }));
  }
  // The engine, long-nosed and calm.
  const x = FIRST - 222;
  wheels(x, 216);
  s.add(path(`M${x} ${base}L${x} ${top + 6}L${x + 120} ${top - 2}C${x + 160} ${top - 2} ${x + 178} ${top + 16} ${x + 192} ${top + 36}C${x + 210} ${top + 44} ${x + 224} ${top + 54} ${x + 224} ${base}Z`, s.linear(0, top, 0, base, [[0, '#7d90ae'], [0.14, '#6a2f38'], [0.6, '#4c1f2b'], [1, '#2a111d']], true)));
  s.add(path(`M${x + 134} ${top + 12}L${x + 160} ${top + 12}C${x + 172} ${top + 16} ${x + 180} ${top + 28} ${x + 186} ${top + 38}L${x + 134} ${top + 38}Z`, '#cfe0ec', { opacity: 0.85 }), rect(x + 108, top + 14, 18, 24, '#ffe3a0', { rx: 3 }));
  s.add(rect(x, base - 22, 222, 5, '#e1b45c'), stroke(`M${x + 2} ${top + 6}L${x + 120} ${top}C${x + 160} ${top} ${x + 178} ${top + 16} ${x + 192} ${top + 36}`, '#e4ecf3', 2.4, { opacity: 0.8 }));
  for (let k = 0; k < 5; k++) s.add(rect(x + 18 + k * 16, top + 22, 10, 20, '#2c1420', { opacity: 0.8 }), rect(x + 18 + k * 16, top + 22, 10, 2, '#8a4a50'));
  s.add(circle(x + 212, base - 30, 7, '#fffbe6'), circle(x + 212, base - 30, 15, '#fff0bd', { opacity: 0.5 }));
  s.add(stroke(`M${x + 40} ${top + 2}L${x + 56} ${top - 16}L${x + 36} ${top - 24}M${x + 24} ${top - 25}L${x + 48} ${top - 25}`, '#18253f', 2.6));
  return s;
}

function pines() {
  const s = new Sheet(W, H);
  const random = chance(55);
  for (let i = 0; i < 46; i++) {
    const x = random() < 0.5 ? random.between(-30, 520) : random.between(1010, 1530);
    const side = x < 700 ? (520 - x) / 550 : (x - 1010) / 520;
    const h = random.between(70, 130) + side * 190;
    s.add(spruce(random, x, H + 30 - side * 20, h, mix('#0a1730', '#152845', random()), '#37557c'));
  }
  s.add(rect(0, 900, W, 100, s.down([0, '#081226', 0], [1, '#081226', 0.85])));
  return s;
}
