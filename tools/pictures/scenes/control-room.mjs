// A control room by night: people before a wall of screens, watching the water rise.

import { Canvas } from '../drawing/canvas.mjs';
import { chance } from '../drawing/chance.mjs';
import { Sheet, circle, curve, ellipse, group, line, mix, path, poly, rect, stroke } from '../drawing/sheet.mjs';
import { limb } from '../drawing/people.mjs';

const W = 1500;
const H = 1000;

export const picture = {
  stem: 'control-room',
  ratio: '3:2',
  alt: 'Seen from behind, six people sit at desks in a dark control room and one stands pointing at a wall of screens with maps, curves and weather pictures.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  await canvas.lay(wall());
  await canvas.bloom({ threshold: 0.42, radius: 34, strength: 0.5 });
  await canvas.lay(glow(), { blend: 'screen' });
  await canvas.lay(backRow());
  await canvas.lay(frontRow());
  await canvas.bloom({ threshold: 0.6, radius: 22, strength: 0.35 });
  canvas.grade({ shadows: '#071627', highlights: '#e9fff4', amount: 0.16, vignette: 0.4, contrast: 1.05, saturation: 1.06 }).grain(0.02);
  return canvas;
}

// The wall curves a little: columns of screens lean towards the middle.
const bend = (x, y) => {
  const t = (x - 750) / 750;
  return [x, y + (y - 330) * t * t * 0.22];
};

function screen(s, x, y, w, h, draw) {
  const corner = (u, v) => bend(x + w * u, y + h * v);
  const outline = [corner(0, 0), corner(0.5, 0), corner(1, 0), corner(1, 1), corner(0.5, 1), corner(0, 1)];
  s.add(poly(outline, '#0b2033', { stroke: '#04101c', strokeWidth: 9, strokeLinejoin: 'round' }));
  s.add(poly(outline, s.linear(0, y, 0, y + h, [[0, '#16455a'], [1, '#0d2c42']], true)));
  s.add(group({ clipPath: s.clip(poly(outline, '#000')) }, draw((u, v) => corner(u, v), w, h)));
  s.add(poly([corner(0, 0), corner(0.5, 0), corner(0.36, 1), corner(0, 1)], '#d9fff2', { opacity: 0.035 }));
}

function wall() {
  const s = new Sheet(W, H);
  s.add(rect(0, 0, W, H, s.down([0, '#061422'], [0.5, '#0c2436'], [1, '#050d18'])));
  for (let i = 0; i < 8; i++) s.add(poly([[i * 214 - 30, 0], [i * 214 + 130, 0], [i * 190 + 110, 60], [i * 190 + 20, 60]], '#cfeee2', { opacity: 0.05 }));
  const random = chance(33);
  const tealish = ['#4fd1b5', '#8ae8c8', '#f3b45a', '#f0705a', '#7fb8f0'];
  const graph = (colour, rise) => (at) => {
    const out = [];
    for (let k = 1; k < 5; k++) out.push(stroke(line([at(0, k / 5), at(1, k / 5)]), '#6fb3b8', 1, { opacity: 0.25 }));
    const points = [];
    for (let k = 0; k <= 16; k++) points.push(at(0.04 + (k / 16) * 0.92, 0.82 - rise * 0.6 / (1 + Math.exp(-(k - 10) / 1.8)) - random() * 0.06));
    out.push(path(`${curve(points)}L${at(0.96, 1).join(' ')}L${at(0.04, 1).join(' ')}Z`, colour, { opacity: 0.22 }), stroke(curve(points), colour, 3));
    out.push(circle(...points.at(-1), 5, '#fff6d8'), stroke(line([at(0.04, 0.3), at(0.96, 0.3)]), '#f0705a', 1.6, { strokeDasharray: '7 6', opacity: 0.8 }));
    return out;
  };
  const bars = (colour) => (at) => Array.from({ length: 11 }, (_, k) => poly([at(0.06 + k * 0.082, 0.88), at(0.06 + k * 0.082, 0.82 - random.between(0.1, 0.62)), at(0.12 + k * 0.082, 0.82 - random.between(0.1, 0.62)), at(0.12 + k * 0.082, 0.88)], k > 7 ? '#f3b45a' : colour, { opacity: 0.85 }));
  const rows = () => (at) => Array.from({ length: 8 }, (_, k) => [stroke(line([at(0.08, 0.13 + k * 0.105), at(0.3 + random() * 0.3, 0.13 + k * 0.105)]), '#a9e2d6', 4, { opacity: 0.65 }), circle(...at(0.9, 0.13 + k * 0.105), 5, random.pick(tealish)), stroke(line([at(0.68, 0.13 + k * 0.105), at(0.8, 0.13 + k * 0.105)]), '#6fb3b8', 4, { opacity: 0.5 })]);
  const radar = () => (at, w, h) => {
    const [cx, cy] = at(0.5, 0.5);
    const r = h * 0.42;
    const out = [circle(cx, cy, r, '#0d3a45'), path(`M${cx} ${cy}L${cx + r} ${cy}A${r} ${r} 0 0 0 ${cx + r * 0.5} ${cy - r * 0.866}Z`, '#5fe0b8', { opacity: 0.3 })];
    for (const k of [0.33, 0.66, 1]) out.push(circle(cx, cy, r * k, 'none', { stroke: '#5fe0b8', strokeWidth: 1.5, opacity: 0.6 }));
    out.push(stroke(`M${cx - r} ${cy}L${cx + r} ${cy}M${cx} ${cy - r}L${cx} ${cy + r}`, '#5fe0b8', 1, { opacity: 0.5 }), stroke(`M${cx} ${cy}L${cx + r} ${cy}`, '#b9ffe4', 2.4));
    for (let i = 0; i < 26; i++) {
      const a = random() * Math.PI * 2;
      const q = r * random.between(0.2, 0.95);
      out.push(circle(cx + Math.cos(a) * q, cy + Math.sin(a) * q, random.between(3, 10), random.pick(['#3fa8c0', '#7fd6a0', '#f3b45a']), { opacity: 0.55 }));
    }
    return out;
  };
  const spiral = () => (at, w, h) => {
    const [cx, cy] = at(0.52, 0.5);
    const out = [];
    for (let arm = 0; arm < 3; arm++) {
      for (let k = 0; k < 46; k++) {
        const a = arm * 2.1 + k * 0.105;
        const q = 6 + k * h * 0.0115;
        out.push(ellipse(cx + Math.cos(a) * q * 1.3, cy + Math.sin(a) * q, 5 + k * 0.42, 3 + k * 0.26, mix('#e9fff6', '#3c8ea6', k / 46), { opacity: 0.5 }));
      }
    }
    out.push(circle(cx, cy, 5, '#0b2033'));
    return out;
  };
  // Left and right columns.
  screen(s, 30, 96, 230, 150, rows());
  screen(s, 30, 262, 230, 150, bars('#4fd1b5'));
  screen(s, 276, 96, 206, 150, graph('#f3b45a', 0.8));
  screen(s, 276, 262, 206, 150, spiral());
  screen(s, 1018, 96, 206, 150, radar());
  screen(s, 1018, 262, 206, 150, graph('#7fb8f0', 0.6));
  screen(s, 1240, 96, 230, 150, graph('#4fd1b5', 1));
  screen(s, 1240, 262, 230, 150, rows());
  // The great map in the middle: a river, its towns, the flood in amber.
  screen(s, 498, 60, 504, 386, (at) => {
    const out = [];
    const P = (list) => list.map(([u, v]) => at(u, v));
    out.push(path(curve(P([[-0.1, 0.2], [0.1, 0.14], [0.3, 0.22], [0.46, 0.1], [0.7, 0.16], [0.9, 0.06], [1.1, 0.12], [1.1, 1.1], [-0.1, 1.1]]), true), '#1e5a5f'));
    for (let k = 0; k < 6; k++) out.push(stroke(curve(P([[-0.05, 0.34 + k * 0.11], [0.2, 0.28 + k * 0.12], [0.42, 0.38 + k * 0.1], [0.66, 0.3 + k * 0.115], [1.05, 0.36 + k * 0.1]])), '#3f8f8a', 1.4, { opacity: 0.5 }));
    const river = P([[-0.05, 0.74], [0.14, 0.66], [0.26, 0.72], [0.38, 0.58], [0.5, 0.52], [0.6, 0.6], [0.72, 0.48], [0.82, 0.34], [0.92, 0.3], [1.05, 0.14]]);
    out.push(path(limb(river, [60, 96, 130, 120, 80, 60]), '#f3a648', { opacity: 0.28 }), path(limb(river, [34, 50, 74, 64, 44, 34]), '#f3a648', { opacity: 0.42 }), stroke(curve(river), '#8ae0ff', 9), stroke(curve(P([[0.2, 1.05], [0.26, 0.9], [0.36, 0.78], [0.38, 0.58]])), '#8ae0ff', 5), stroke(curve(P([[0.7, 1.05], [0.66, 0.86], [0.7, 0.66], [0.72, 0.48]])), '#8ae0ff', 4));
    for (let k = 1; k < 8; k++) out.push(stroke(line(P([[k / 8, 0], [k / 8, 1]])), '#bff5e4', 0.8, { opacity: 0.14 }), stroke(line(P([[0, k / 8], [1, k / 8]])), '#bff5e4', 0.8, { opacity: 0.14 }));
    for (const [u, v, hot] of [[0.16, 0.58, 0], [0.37, 0.5, 1], [0.5, 0.44, 2], [0.62, 0.68, 1], [0.76, 0.38, 0], [0.9, 0.2, 0], [0.28, 0.84, 0]]) {
      const [x, y] = at(u, v);
      const c = hot === 2 ? '#ff6a4c' : hot ? '#ffc65c' : '#e9fff6';
      out.push(circle(x, y, 16 + hot * 6, c, { opacity: 0.22 }), circle(x, y, 6 + hot * 1.5, c));
      if (hot) out.push(circle(x, y, 24 + hot * 8, 'none', { stroke: c, strokeWidth: 1.6, opacity: 0.7 }));
    }
    out.push(poly(P([[0.03, 0.05], [0.28, 0.05], [0.28, 0.19], [0.03, 0.19]]), '#0a2233', { opacity: 0.75 }), stroke(line(P([[0.05, 0.09], [0.2, 0.09]])), '#e9fff6', 5, { opacity: 0.85 }), stroke(line(P([[0.05, 0.14], [0.25, 0.14]])), '#7fc9bd', 4, { opacity: 0.8 }));
    return out;
  });
  s.add(poly([[0, 470], [750, 462], [1500, 470], [1500, 600], [0, 600]], s.linear(0, 462, 0, 600, [[0, '#0d2a3c'], [1, '#071522']], true)), stroke('M0 508Q750 452 1500 508', '#4fb8ac', 2, { opacity: 0.35 }));
  return s;
}

function glow() {
  const s = new Sheet(W, H);
  s.add(ellipse(750, 520, 560, 130, '#2f8f90', { opacity: 0.35, filter: s.blur(60) }), ellipse(750, 330, 420, 240, '#3fb0a4', { opacity: 0.12, filter: s.blur(60) }));
  return s;
}

/** Someone seen from behind, shoulders at y = 0; the light comes from the screens ahead. */
function fromBehind({ shirt, hair, skin, style = 'short', headset = false, turn = 0 }) {
  const dark = mix(shirt, '#050d18', 0.62);
  const g = [];
  g.push(path('M-96 230C-104 130 -100 60 -84 30C-70 8 -40 2 -22 -6L22 -6C40 2 70 8 84 30C100 60 104 130 96 230Z', mix(shirt, '#050d18', 0.36)));
  g.push(path('M-22 -6C-10 8 10 8 22 -6C12 30 10 120 12 230L-12 230C-10 120 -12 30 -22 -6Z', dark, { opacity: 0.5 }));
  g.push(path('M-18 -40L18 -40L22 -4C12 8 -12 8 -22 -4Z', mix(skin, '#0a1420', 0.35)));
  const head = [];
  head.push(ellipse(0, -76, 40, 48, mix(skin, '#0a1420', 0.3)));
  if (turn) head.push(path(`M${turn * 20} -110C${turn * 42} -104 ${turn * 46} -84 ${turn * 45} -74L${turn * 52} -64L${turn * 44} -58C${turn * 44} -44 ${turn * 34} -34 ${turn * 18} -34Z`, skin));
  if (style === 'bun') head.push(path('M-43 -68C-46 -128 46 -128 43 -68C40 -40 24 -30 0 -30C-24 -30 -40 -40 -43 -68Z', hair), circle(0, -132, 20, hair), path('M-14 -120C-6 -116 6 -116 14 -120', 'none', { stroke: mix(hair, '#7fd8cc', 0.4), strokeWidth: 2 }));
  else if (style === 'long') head.push(path('M-46 -66C-50 -130 50 -130 46 -66C48 -30 50 0 44 20C20 32 -20 32 -44 20C-50 0 -48 -30 -46 -66Z', hair), path('M-20 -110C-24 -60 -22 -20 -26 22M6 -114C8 -60 6 -20 8 26', 'none', { stroke: mix(hair, '#000000', 0.4), strokeWidth: 2.4, opacity: 0.5 }));
  else if (style === 'bald') head.push(ellipse(0, -80, 41, 46, mix(skin, '#0a1420', 0.14)), path('M-42 -76C-42 -50 -26 -36 0 -36C26 -36 42 -50 42 -76C38 -58 22 -52 0 -52C-22 -52 -38 -58 -42 -76Z', hair));
  else head.push(path(`M-43 -64C-48 -130 48 -130 43 -64C40 -48 ${turn ? 10 : 30} -40 0 -40C-30 -40 -40 -48 -43 -64Z`, hair));
  if (headset) head.push(stroke('M-44 -72C-48 -136 48 -136 44 -72', '#1a2c3a', 6), ellipse(-45, -68, 8, 15, '#22384a'), ellipse(45, -68, 8, 15, '#22384a'));
  g.push(group({}, head));
  return g;
}

function chair(s, colour = '#0a1a28') {
  return [path('M-70 60C-74 30 -60 16 0 16C60 16 74 30 70 60L76 190C76 210 60 216 0 216C-60 216 -76 210 -76 190Z', s.down([0, '#17344a'], [0.1, colour], [1, '#050d16'])), stroke('M-62 36C-40 24 40 24 62 36', '#5fc0b8', 2, { opacity: 0.5 })];
}

function desk(s, y, depth, left, right) {
  s.add(poly([[left, y], [right, y], [right + depth, y + depth * 0.55], [left - depth, y + depth * 0.55]], s.linear(0, y, 0, y + depth * 0.55, [[0, '#2f6a78'], [0.3, '#1a3f52'], [1, '#0c2233']], true)), rect(left - depth, y + depth * 0.55, right - left + depth * 2, 18, '#081725'), stroke(`M${left} ${y}L${right} ${y}`, '#8fe6d6', 2, { opacity: 0.6 }));
}

function monitor(s, x, y, k, colour, seed) {
  const random = chance(seed);
  const g = [rect(-62, -88, 124, 78, '#050f1a', { rx: 4 }), rect(-57, -83, 114, 68, s.down([0, mix(colour, '#eafff6', 0.25)], [1, mix(colour, '#0b2033', 0.35)]))];
  for (let i = 0; i < 5; i++) g.push(rect(-48, -74 + i * 12, random.between(24, 90), 4, '#eafff6', { opacity: 0.6 }));
  g.push(rect(-6, -10, 12, 14, '#050f1a'), rect(-26, 2, 52, 5, '#050f1a'));
  s.add(group({ transform: `translate(${x} ${y}) scale(${k})` }, g));
}

function backRow() {
  const s = new Sheet(W, H);
  desk(s, 600, 70, 150, 1350);
  for (const [x, c, n] of [[270, '#2f8f9a', 1], [400, '#3f9f86', 2], [590, '#3a7fa8', 3], [720, '#2f8f9a', 4], [900, '#b07a3a', 5], [1030, '#2f8f9a', 6], [1210, '#3a7fa8', 7]]) monitor(s, x, 612, 0.78, c, n);
  const place = (x, y, k, who, seat = true) => s.add(group({ transform: `translate(${x} ${y}) scale(${k})` }, group({ filter: s.rim(0, -2.4, '#9ff5e0', 0.8, 0.9) }, fromBehind(who)), seat ? group({ transform: 'translate(0 56)' }, chair(s)) : ''));
  place(336, 640, 0.74, { shirt: '#3f6a8a', hair: '#1d1612', skin: '#c9946e', headset: true });
  place(656, 636, 0.74, { shirt: '#7d4a52', hair: '#3a2218', skin: '#dba580', style: 'bun' });
  place(1120, 640, 0.74, { shirt: '#4a6a5a', hair: '#8a8680', skin: '#b57a55', style: 'bald', headset: true });
  // One stands and points at the map.
  s.add(group({ transform: 'translate(868 580) scale(0.84)', filter: s.rim(0, -2.6, '#a8ffe8', 0.85, 0.9) },
    path(limb([[-70, 40], [-112, -20], [-142, -92]], [38, 31, 24]), '#2c4a66'), path(limb([[-142, -94], [-152, -120]], [20, 13]), '#a87452'),
    fromBehind({ shirt: '#3f6284', hair: '#15100f', skin: '#a87452', turn: -1 }), path('M-92 200L-90 226L90 226L92 200Z', '#0c1c2c'), path(limb([[82, 46], [112, 120], [92, 210]], [40, 36, 28]), '#24425c')));
  return s;
}

function frontRow() {
  const s = new Sheet(W, H);
  desk(s, 770, 120, 60, 1440);
  for (const [x, c, n] of [[150, '#2f8f9a', 11], [330, '#3a7fa8', 12], [640, '#b0653a', 13], [850, '#2f8f9a', 14], [1160, '#3f9f86', 15], [1350, '#3a7fa8', 16]]) monitor(s, x, 800, 1.16, c, n);
  s.add(ellipse(505, 812, 15, 4, '#050d16'), path('M492 784L518 784L515 812L495 812Z', s.across([0, '#e9ddc4'], [1, '#8a7c66'])), stroke('M518 790C530 790 530 804 516 804', '#b8a98c', 4));
  const place = (x, y, k, who) => s.add(group({ transform: `translate(${x} ${y}) scale(${k})` }, group({ filter: s.rim(0, -2.2, '#8fe9d8', 0.75, 0.9) }, fromBehind(who)), group({ transform: 'translate(0 56)' }, chair(s, '#07131f'))));
  place(240, 872, 1.2, { shirt: '#5a4a6a', hair: '#24150f', skin: '#8c5a3e', style: 'long', headset: true });
  place(752, 880, 1.24, { shirt: '#35506a', hair: '#6a4a2c', skin: '#e0b08c', headset: true });
  place(1258, 872, 1.2, { shirt: '#6a5240', hair: '#0f0d10', skin: '#b57a55', style: 'bun' });
  return s;
}
