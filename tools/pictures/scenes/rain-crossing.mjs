// Rain on a city crossing at night: umbrellas, signs without words, and a wet street that keeps all the light.

import { Canvas, smooth } from '../drawing/canvas.mjs';
import { chance } from '../drawing/chance.mjs';
import { Sheet, circle, ellipse, group, line, mix, path, poly, rect, stroke } from '../drawing/sheet.mjs';
import { limb } from '../drawing/people.mjs';

const W = 1000;
const H = 1500;
const FOCUS = 1000;
const EYE = 2.2;
const CENTRE = [500, 800];
const STREET = 878; // Where the reflection begins.

const at = (x, y, z) => [CENTRE[0] + (FOCUS * x) / z, CENTRE[1] - (FOCUS * (y - EYE)) / z];

export const picture = {
  stem: 'rain-crossing',
  ratio: '2:3',
  units: 1000,
  widths: [480, 960],
  alt: 'People with umbrellas cross a rainy city street at night; neon signs in pink, teal and amber shine back from the wet road.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  await canvas.lay(city());
  await canvas.bloom({ threshold: 0.56, radius: 28, strength: 0.5 });
  canvas.mist('#6d5b9a', (x, y) => 0.6 * Math.exp(-(((x - 500) / 170) ** 2)) * smooth(300, 760, y) * (y < STREET ? 1 : 0), { seed: 44, size: 120, stretch: 1.4, low: 0.2, high: 0.8, blend: 'screen' });
  await canvas.lay(crowd(false));
  canvas.reflect(STREET, { ripple: 11, length: 30, tint: '#0c1024', strength: 0.86, darken: 0.26, seed: 12, squeeze: 1.25, mask: onRoad });
  await canvas.lay(road());
  await canvas.lay(crowd(true));
  await canvas.lay(hero());
  await canvas.lay(rain(), { blend: 'screen' });
  await canvas.bloom({ threshold: 0.6, radius: 22, strength: 0.42 });
  canvas.grade({ shadows: '#0a0a2a', highlights: '#ffdff0', amount: 0.2, vignette: 0.34, contrast: 1.06, saturation: 1.1 }).grain(0.02);
  return canvas;
}

/** Between the kerbs; the shop fronts beside them are not water. */
const onRoad = (x, y) => Math.abs(x - CENTRE[0]) < (3.55 * (y - CENTRE[1])) / EYE;

const NEON = ['#ff4f8b', '#35e0d0', '#ffb347', '#7d7bff', '#ff6a4a', '#8dffb0', '#ffe27a'];

function city() {
  const s = new Sheet(W, H);
  s.add(rect(0, 0, W, H, s.linear(0, 0, 0, STREET, [[0, '#0d1030'], [0.5, '#2a2352'], [0.85, '#6a3f78'], [1, '#b0618a']], true)));
  const random = chance(70);
  // Towers at the end of the street.
  for (const [x, w, top, c] of [[380, 90, 470, '#3a2f66'], [470, 60, 380, '#44356e'], [528, 96, 520, '#3c3068'], [440, 50, 590, '#553d78'], [600, 60, 600, '#4a3770']]) {
    s.add(rect(x, top, w, STREET - top, s.down([0, c], [1, mix(c, '#c76a95', 0.45)])));
    for (let y = top + 16; y < STREET - 30; y += 13) for (let wx = x + 7; wx < x + w - 6; wx += 10) if (random() < 0.4) s.add(rect(wx, y, 4.5, 6, random.pick(['#ffd98b', '#ffc2d6', '#b7e4ff']), { opacity: random.between(0.4, 0.95) }));
  }
  // Two rows of houses run towards us.
  for (const side of [-1, 1]) {
    const edges = [42, 32, 25, 19, 14.5, 11, 8.2, 6, 4.2];
    for (let i = 0; i < edges.length - 1; i++) {
      const [far, near] = [edges[i], edges[i + 1]];
      const x = side * (3.7 + (i % 3) * 0.16);
      const tall = [15, 20, 13, 18, 12, 16, 21, 15][(i + (side > 0 ? 3 : 0)) % 8];
      const tone = mix(side < 0 ? '#1c1a44' : '#231a40', '#6a4480', Math.max(0, (far - 8) / 50));
      s.add(poly([at(x, 0, far), at(x, tall, far), at(x, tall, near), at(x, 0, near)], s.linear(0, at(0, tall, near)[1], 0, at(0, 0, near)[1], [[0, mix(tone, '#0a0c24', 0.4)], [0.7, tone], [1, mix(tone, '#c75f8a', 0.3)]], true)));
      s.add(poly([at(x, 0, far), at(x, tall, far), at(x + side * 2, tall, far), at(x + side * 2, 0, far)], mix(tone, '#05061a', 0.4)));
      // Windows, floor by floor, in perspective.
      for (let y = 4; y < tall - 0.8; y += 1.15) {
        const n = 6;
        for (let k = 0; k < n; k++) {
          if (random() < 0.42) continue;
          const z0 = far - ((far - near) * (k + 0.18)) / n;
          const z1 = far - ((far - near) * (k + 0.8)) / n;
          const lit = random() < 0.62;
          s.add(poly([at(x, y, z0), at(x, y + 0.7, z0), at(x, y + 0.7, z1), at(x, y, z1)], lit ? random.pick(['#ffd58a', '#ffe9bd', '#9fd8ff', '#ffb6cf']) : '#2c2a5c', { opacity: lit ? random.between(0.45, 0.95) : 0.8 }));
        }
      }
      // Shop fronts and awnings at the ground.
      const glow = NEON[(i * 2 + (side > 0 ? 1 : 0)) % NEON.length];
      s.add(poly([at(x, 0.1, far - 0.2), at(x, 2.6, far - 0.2), at(x, 2.6, near + 0.2), at(x, 0.1, near + 0.2)], s.linear(0, at(0, 2.6, near)[1], 0, at(0, 0, near)[1], [[0, mix(glow, '#fff6e0', 0.55)], [0.6, mix(glow, '#ffdf9f', 0.3)], [1, mix(glow, '#2a1a40', 0.5)]], true), { opacity: 0.9 }));
      for (let k = 1; k < 5; k++) {
        const z = far - ((far - near) * k) / 5;
        s.add(stroke(line([at(x, 0.1, z), at(x, 2.6, z)]), '#1a1438', Math.max(1.5, 14 / z)));
      }
      s.add(poly([at(x, 2.6, far), at(x, 3.2, far), at(x - side * 0.5, 2.8, far), at(x - side * 0.5, 2.8, near), at(x, 3.2, near)], mix(glow, '#1a1438', 0.55)));
      // Upright signs stand out from the wall, facing us.
      const signs = i < 2 ? 1 : 2;
      for (let k = 0; k < signs; k++) {
        const z = near + (far - near) * (0.25 + k * 0.5);
        const w = random.between(0.62, 0.95);
        const base = random.between(3.5, 5);
        const height = random.between(2.6, 4.8);
        sign(s, x - side * (0.12 + w), x - side * 0.12, base, base + height, z, NEON[Math.floor(random() * NEON.length)], random);
      }
      if (i > 3) {
        const z = near + (far - near) * 0.2;
        sign(s, x - side * 1.25, x - side * 0.1, 8.8 + (i % 2) * 2.4, 10.2 + (i % 2) * 2.4, z, NEON[(i + 3) % NEON.length], random);
      }
    }
  }
  // Cables, because every such street has them.
  for (let i = 0; i < 7; i++) {
    const y = 250 + i * 58;
    s.add(stroke(`M${-20} ${y - 60 + (i % 3) * 40}Q${400 + i * 30} ${y + 130 - i * 10} ${1020} ${y - 90 + (i % 2) * 60}`, '#0b0c26', 1.8, { opacity: 0.7 }));
  }
  return s;
}

/** A lit sign: a tube frame and invented marks, no letters of any script. */
function sign(s, xa, xb, y0, y1, z, colour, random) {
  const [l, b] = at(Math.min(xa, xb), y0, z);
  const [r, t] = at(Math.max(xa, xb), y1, z);
  const w = r - l;
  const h = b - t;
  const solid = random() < 0.5;
  s.add(rect(l - w * 0.3, t - w * 0.3, w * 1.6, h + w * 0.6, colour, { opacity: 0.25, filter: s.blur(Math.max(3, w * 0.25)) }));
  s.add(rect(l, t, w, h, solid ? s.down([0, mix(colour, '#ffffff', 0.12)], [1, mix(colour, '#2a1450', 0.22)]) : '#15123a', { rx: w * 0.08, stroke: mix(colour, '#ffffff', 0.3), strokeWidth: Math.max(1.2, w * 0.05) }));
  const ink = solid ? mix(colour, '#1a0f30', 0.78) : mix(colour, '#ffffff', 0.5);
  const upright = h > w;
  const n = Math.max(1, Math.floor(upright ? h / (w * 0.98) : w / (h * 0.98)));
  const u = upright ? w : h;
  for (let i = 0; i < n; i++) {
    const cx = upright ? l + w / 2 : l + (w * (i + 0.5)) / n;
    const cy = upright ? t + (h * (i + 0.5)) / n : t + h / 2;
    const q = u * 0.27;
    const kind = Math.floor(random() * 5);
    const sw = Math.max(1, u * 0.085);
    if (kind === 0) s.add(circle(cx, cy, q, 'none', { stroke: ink, strokeWidth: sw }), circle(cx, cy, q * 0.35, ink));
    else if (kind === 1) s.add(stroke(`M${cx - q} ${cy}Q${cx - q * 0.5} ${cy - q * 1.1} ${cx} ${cy}Q${cx + q * 0.5} ${cy + q * 1.1} ${cx + q} ${cy}`, ink, sw), circle(cx - q * 0.5, cy + q * 0.7, sw * 0.9, ink), circle(cx + q * 0.5, cy - q * 0.7, sw * 0.9, ink));
    else if (kind === 2) s.add(path(`M${cx} ${cy - q}L${cx + q} ${cy + q * 0.8}L${cx - q} ${cy + q * 0.8}Z`, 'none', { stroke: ink, strokeWidth: sw, strokeLinejoin: 'round' }), circle(cx, cy + q * 0.25, sw * 0.9, ink));
    else if (kind === 3) s.add(stroke(`M${cx - q} ${cy - q * 0.7}Q${cx} ${cy - q * 1.5} ${cx + q} ${cy - q * 0.7}M${cx - q} ${cy + q * 0.1}Q${cx} ${cy - q * 0.7} ${cx + q} ${cy + q * 0.1}M${cx - q} ${cy + q * 0.9}Q${cx} ${cy + q * 0.1} ${cx + q} ${cy + q * 0.9}`, ink, sw));
    else s.add(path(`M${cx} ${cy - q * 1.1}L${cx + q * 0.9} ${cy}L${cx} ${cy + q * 1.1}L${cx - q * 0.9} ${cy}Z`, kind === 4 && i % 2 ? ink : 'none', { stroke: ink, strokeWidth: sw, strokeLinejoin: 'round' }));
  }
}

function road() {
  const s = new Sheet(W, H);
  s.add(poly([at(-3.7, 0, 28), at(3.7, 0, 28), at(3.7, 0, 2), at(-3.7, 0, 2)], s.linear(0, STREET, 0, H, [[0, '#1a1638', 0.1], [0.4, '#0d1026', 0.35], [1, '#070a1a', 0.66]], true)));
  // Pavements in front of the shops.
  for (const side of [-1, 1]) s.add(poly([at(side * 3.7, 0, 42), at(side * 3.15, 0, 42), at(side * 3.15, 0, 2), at(side * 3.7, 0, 2)], s.linear(0, STREET, 0, H, [[0, '#8a5f9a', 0.5], [1, '#1b1a3c', 0.85]], true)), stroke(line([at(side * 3.15, 0, 42), at(side * 3.15, 0, 2)]), '#f0c2e0', 2, { opacity: 0.4 }));
  // The stripes of the crossing, worn and wet.
  for (let i = -9; i <= 9; i++) {
    const x0 = i * 0.92 - 0.24;
    const x1 = x0 + 0.48;
    s.add(poly([at(x0, 0, 7.4), at(x1, 0, 7.4), at(x1, 0, 4.5), at(x0, 0, 4.5)], s.linear(0, at(0, 0, 7.4)[1], 0, at(0, 0, 4.5)[1], [[0, '#e6d3ee', 0.4], [1, '#c9d6f5', 0.5]], true)));
  }
  for (let i = -5; i <= 5; i++) {
    const x0 = i * 0.92 - 0.24;
    s.add(poly([at(x0, 0, 16), at(x0 + 0.48, 0, 16), at(x0 + 0.48, 0, 13), at(x0, 0, 13)], '#e6d3ee', { opacity: 0.24 }));
  }
  // Rings where drops fall.
  const random = chance(18);
  for (let i = 0; i < 120; i++) {
    const t = random() ** 0.7;
    const y = STREET + 30 + t * 590;
    const r = 3 + t * 15 * random.between(0.5, 1.2);
    s.add(ellipse(random.between(0, W), y, r, r * 0.3, 'none', { stroke: '#dfe6ff', strokeWidth: 1 + t * 0.5, opacity: random.between(0.1, 0.4) }));
  }
  return s;
}

/** One person with an umbrella; soles at (0, 0), about 560 tall without the umbrella. */
function person(s, { coat, cover, skin, walk, back, legs = ['#0d0f24', '#15172f'], boots = '#05071a' }) {
  const dark = mix(coat, '#070a1c', 0.5);
  const g = [];
  g.push(path(limb([[-16, -240], [-22 - walk * 12, -120], [-26 - walk * 26, -12]], [46, 36, 24]), legs[0]), path(limb([[18, -240], [22 + walk * 12, -120], [22 + walk * 30, -14]], [46, 36, 24]), legs[1]));
  g.push(path(limb([[-24 - walk * 18, -80], [-26 - walk * 26, -12]], [32, 27]), boots), path(limb([[22 + walk * 20, -80], [22 + walk * 30, -14]], [32, 27]), mix(boots, '#05071a', 0.3)));
  g.push(path(`M${-46 - walk * 26} 0C${-46 - walk * 26} -18 ${-12 - walk * 26} -20 ${-10 - walk * 26} 0Z`, boots), path(`M${4 + walk * 30} 0C${4 + walk * 30} -20 ${42 + walk * 30} -20 ${44 + walk * 30} 0Z`, mix(boots, '#05071a', 0.3)));
  g.push(path('M-34 -474C-64 -464 -72 -440 -70 -400C-66 -330 -70 -240 -76 -180C-30 -166 34 -166 78 -180C72 -240 66 -330 70 -400C72 -440 64 -464 34 -474Z', s.linear(0, 0, 1, 0, [[0, mix(coat, '#ffb0d0', 0.18)], [0.4, coat], [1, dark]])));
  g.push(path('M-4 -460C-8 -360 2 -260 -6 -172L6 -172C10 -260 6 -360 8 -460Z', dark, { opacity: 0.5 }));
  g.push(path('M-15 -492L15 -492L18 -464L-18 -464Z', mix(skin, '#1a0f2a', 0.4)));
  g.push(ellipse(0, -522, 29, 38, skin), path(back ? 'M-31 -510C-36 -576 36 -576 31 -510C28 -494 14 -488 0 -488C-14 -488 -28 -494 -31 -510Z' : 'M-31 -522C-36 -580 36 -580 31 -522C26 -540 8 -552 -8 -550C-20 -548 -28 -538 -31 -522Z', '#120d20'));
  g.push(path(limb([[-56, -440], [-74, -360], [-60, -270]], [34, 32, 26]), mix(coat, dark, 0.3)));
  g.push(path(limb([[56, -440], [70, -380], [40, -400]], [34, 30, 24]), dark), ellipse(36, -404, 12, 12, skin));
  // The umbrella: ribs, lit rim, a shaft in the hand.
  g.push(stroke('M36 -390L30 -690', '#1a1a36', 5));
  const rim = mix(cover, '#ffffff', 0.5);
  g.push(path('M-170 -600C-160 -700 -60 -752 30 -752C120 -752 220 -700 230 -600C206 -616 186 -616 166 -598C142 -616 118 -616 98 -600C76 -618 52 -618 30 -600C8 -618 -16 -618 -38 -600C-60 -616 -84 -616 -106 -598C-128 -616 -150 -616 -170 -600Z', s.down([0, mix(cover, '#ffffff', 0.22)], [0.5, cover], [1, mix(cover, '#0a0a24', 0.5)])));
  g.push(stroke('M30 -752C-20 -730 -34 -660 -38 -600M30 -752C80 -730 94 -660 98 -600M30 -752C-60 -730 -100 -660 -106 -598M30 -752C120 -730 160 -660 166 -598', mix(cover, '#0a0a24', 0.45), 2.4, { opacity: 0.7 }));
  g.push(stroke('M-170 -600C-160 -700 -60 -752 30 -752C120 -752 220 -700 230 -600', rim, 3, { opacity: 0.85 }), stroke('M30 -752L30 -768', '#1a1a36', 5));
  return g;
}

const PEOPLE = [
  // x, z, coat, umbrella, stride, seen from behind
  [-2.3, 15, '#3a3566', '#5b55a8', 0.5, true], [-1.1, 16, '#2c2c58', '#c74f86', 0.3, false], [0.2, 15.4, '#40386a', '#3fb8b0', 0.6, false], [1.4, 16, '#2c2c58', '#d9a04a', 0.4, true], [2.5, 14.6, '#3a3566', '#7d7bd6', 0.5, false],
  [-2.6, 10.6, '#26264e', '#c9485a', 0.7, false], [-1.3, 11.2, '#343060', '#e9e2f5', 0.5, true], [0.75, 10.4, '#1f2348', '#2f8f9a', 0.6, false], [2.1, 11, '#2b2650', '#e08a3a', 0.4, true],
  [-1.95, 7.6, '#1a1d40', '#3a4fa8', 0.8, false], [1.75, 7.4, '#241d42', '#b83a6a', 0.7, false],
];

function crowd(above) {
  const s = new Sheet(W, H);
  for (const [x, z, coat, cover, walk, back] of PEOPLE) {
    const [px, py] = at(x, 0, z);
    const k = ((FOCUS / z) * 1.72) / 560;
    const deep = Math.min(0.5, (z - 7) / 20);
    const g = person(s, { coat: mix(coat, '#7a4a86', deep), cover: mix(cover, '#a05a92', deep * 0.7), skin: mix('#b58068', '#7a4a86', deep), walk, back });
    if (above) {
      s.add(group({ transform: `translate(${px} ${py}) scale(${k} ${-k * 0.92})`, opacity: 0.34, filter: s.blur(2.2, 6) }, g));
      s.add(ellipse(px, py, 90 * k, 10 * k, '#04061a', { opacity: 0.6 }), group({ transform: `translate(${px} ${py}) scale(${k})` }, g));
    }
  }
  return s;
}

function hero() {
  const s = new Sheet(W, H);
  const [px, py] = [486, 1372];
  const k = 1.02;
  const g = person(s, { coat: '#e0b04a', cover: '#d8324a', skin: '#c08a70', walk: 0.6, back: true, legs: ['#232a52', '#2c3462'], boots: '#a82a48' });
  s.add(group({ transform: `translate(${px} ${py}) scale(${k} ${-k * 0.9})`, opacity: 0.42, filter: s.blur(4, 12) }, g));
  s.add(ellipse(px, py + 2, 110, 14, '#03051a', { opacity: 0.7, filter: s.blur(4) }));
  s.add(group({ transform: `translate(${px} ${py}) scale(${k})`, filter: s.rim(-2.4, -1.6, '#ffc2e0', 0.75, 0.8) }, g));
  return s;
}

function rain() {
  const s = new Sheet(W, H);
  const random = chance(91);
  for (let i = 0; i < 260; i++) {
    const near = random();
    const x = random.between(-40, W + 80);
    const y = random.between(-60, H);
    const l = 18 + near * 62;
    s.add(stroke(`M${x} ${y}L${x - l * 0.12} ${y + l}`, '#cfd8ff', 0.7 + near * 1.1, { opacity: 0.1 + near * 0.24 }));
  }
  return s;
}
