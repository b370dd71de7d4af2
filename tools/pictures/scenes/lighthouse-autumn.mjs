// Autumn at the lighthouse: the great storm, the lamp lit at noon.

import { Canvas, rgb, smooth } from '../drawing/canvas.mjs';
import { chance, clouds } from '../drawing/chance.mjs';
import { lighthouse } from '../drawing/coast.mjs';
import { gull } from '../drawing/land.mjs';
import { Sheet, circle, curve, group, mix, path, poly, rect, stroke } from '../drawing/sheet.mjs';

const W = 1000;
const H = 1500;
const LAMP = [560, 408];

export const picture = {
  stem: 'lighthouse-autumn',
  ratio: '2:3',
  units: 1000,
  widths: [480, 960],
  alt: 'Autumn: storm waves break high over the rocks below the lighthouse, whose beam cuts through a dark copper sky.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const sky = new Sheet(W, H);
  sky.add(rect(0, 0, W, H, sky.linear(0, 0, 0, 1000, [[0, '#1c2436'], [0.4, '#45455a'], [0.68, '#9c6a54'], [0.86, '#e0a05e'], [1, '#f3c983']], true)));
  sky.add(rect(0, 0, W, H, sky.glow(170, 930, 620, [[0, '#ffe6ae', 0.9], [0.4, '#f3b069', 0.45], [1, '#f3b069', 0]])));
  await canvas.lay(sky);
  storm(canvas);
  await canvas.lay(beam(), { blend: 'screen' });
  await canvas.lay(waves(0));
  await canvas.lay(rock(), { warp: 2, seed: 6 });
  await canvas.lay(spray());
  canvas.mist('#f3e3cc', (x, y) => 0.8 * Math.exp(-(((x - 330) / 210) ** 2) - ((y - 1010) / 120) ** 2), { seed: 51, size: 60, stretch: 1.2, low: 0.4, high: 0.8 });
  await canvas.lay(waves(1));
  await canvas.lay(drops());
  await canvas.bloom({ threshold: 0.76, radius: 30, strength: 0.4 });
  canvas.grade({ shadows: '#0e1a33', highlights: '#ffe6bd', amount: 0.22, vignette: 0.34, contrast: 1.06, saturation: 1.05 }).grain(0.02);
  return canvas;
}

function storm(canvas) {
  const cloud = clouds(84, 6);
  const [dark, light] = [rgb('#1b2233'), rgb('#d08a5c')];
  canvas.paint((x, y) => {
    const n = cloud(x / 300 + y / 900, y / 150 - x / 900);
    const a = smooth(0.36, 0.6, n) * smooth(960, 560, y);
    if (a <= 0) return null;
    const below = cloud((x - 14) / 300 + (y + 30) / 900, (y + 30) / 150 - (x - 14) / 900);
    const t = Math.max(0, Math.min(1, 0.16 + (n - below) * 3.2 + ((y - 200) / 900) * 0.55));
    return [dark[0] + (light[0] - dark[0]) * t, dark[1] + (light[1] - dark[1]) * t, dark[2] + (light[2] - dark[2]) * t, a * 0.92];
  });
}

function beam() {
  const s = new Sheet(W, H);
  const [x, y] = LAMP;
  s.add(poly([[x, y - 8], [x, y + 8], [-80, y + 190], [-80, y - 40]], s.linear(x, 0, -80, 0, [[0, '#fff2c4', 0.95], [0.4, '#ffe3a0', 0.4], [1, '#ffe3a0', 0.04]], true), { filter: s.blur(7) }));
  s.add(poly([[x, y - 7], [x, y + 7], [1080, y + 20], [1080, y - 140]], s.linear(x, 0, 1080, 0, [[0, '#fff2c4', 0.8], [0.5, '#ffe3a0', 0.26], [1, '#ffe3a0', 0.03]], true), { filter: s.blur(7) }));
  s.add(circle(x, y, 150, s.glow(x, y, 150, [[0, '#fff6d4', 0.9], [0.3, '#ffdf94', 0.4], [1, '#ffdf94', 0]])));
  return s;
}

/** A sea of breaking crests: dark hollows, a lit edge, foam that runs down the back. */
function waves(layer) {
  const s = new Sheet(W, H);
  const rows = layer === 0
    ? [[936, 14, '#a87a5c', '#f0bd84', 3], [966, 26, '#5d5458', '#d99f70', 4], [1012, 44, '#3f4a58', '#c99572', 5]]
    : [[1150, 58, '#2c4254', '#9db0ae', 6], [1232, 72, '#21384c', '#8fa9ad', 7], [1336, 84, '#182c40', '#7d9aa3', 8], [1440, 90, '#101f31', '#6d8b98', 9]];
  for (const [y, amp, dark, lit, seed] of rows) {
    const random = chance(seed * 31);
    const crests = [];
    for (let x = -120; x < W + 160; x += amp * random.between(2.4, 4.2)) crests.push([x, y - amp * random.between(0.45, 1.25), amp * random.between(1.5, 2.4)]);
    const points = [];
    for (let i = 0; i < crests.length; i++) {
      const [x, top, w] = crests[i];
      points.push([x - w * 0.75, y + amp * 0.3], [x - w * 0.3, y - (y - top) * 0.5], [x, top], [x + w * 0.16, top + (y - top) * 0.16], [x + w * 0.3, y - (y - top) * 0.25]);
    }
    s.add(path(`${curve(points)}L${W + 200} ${H + 20}L-200 ${H + 20}Z`, s.linear(0, y - amp, 0, y + amp * 2.2, [[0, mix(dark, lit, 0.42)], [0.3, dark], [1, mix(dark, '#0a1422', 0.5)]], true)));
    s.add(stroke(curve(points), lit, 2 + amp * 0.03, { opacity: 0.8 }));
    for (const [x, top, w] of crests) {
      // The crest topples forward in white.
      s.add(path(`M${x - w * 0.34} ${top + (y - top) * 0.5}C${x - w * 0.16} ${top - amp * 0.05} ${x} ${top - amp * 0.16} ${x + w * 0.12} ${top + amp * 0.06}C${x + w * 0.22} ${top + amp * 0.24} ${x + w * 0.24} ${top + amp * 0.4} ${x + w * 0.2} ${top + amp * 0.5}C${x + w * 0.12} ${top + amp * 0.3} ${x} ${top + amp * 0.2} ${x - w * 0.06} ${top + amp * 0.34}C${x - w * 0.14} ${top + amp * 0.3} ${x - w * 0.26} ${top + (y - top) * 0.5} ${x - w * 0.34} ${top + (y - top) * 0.5}Z`, mix(lit, '#fffaf0', 0.6), { opacity: 0.92 }));
      for (let k = 0; k < 5; k++) {
        const fx = x + w * random.between(-0.5, 0.4);
        const fy = y + amp * random.between(0.1, 1.1);
        s.add(stroke(`M${fx} ${fy}q${amp * 0.3} ${-amp * 0.16} ${amp * random.between(0.5, 0.9)} ${amp * 0.06}`, mix(lit, '#fffaf0', 0.4), 1 + amp * 0.03, { opacity: random.between(0.25, 0.6) }));
      }
    }
  }
  return s;
}

function rock() {
  const s = new Sheet(W, H);
  s.add(group({ transform: 'translate(560 960) scale(1.04)' }, lighthouse(s, { light: -1, tower: '#f3dcb8', shade: '#4a5468', band: '#a83a30', bandShade: '#4a1f2c', dark: '#161d2b', glow: true })));
  // The rock: facets, wet and lit from the low sun on the left.
  const outline = [[240, 1190], [286, 1120], [330, 1090], [372, 1020], [430, 980], [486, 950], [560, 940], [640, 948], [706, 976], [770, 1024], [830, 1060], [900, 1130], [960, 1200]];
  s.add(poly([...outline, [960, 1300], [240, 1300]], s.linear(0, 940, 0, 1260, [[0, '#3f3d48'], [1, '#161d2b']], true)));
  const facet = (points, colour, opacity = 1) => s.add(poly(points, colour, { opacity }));
  facet([[330, 1090], [372, 1020], [430, 980], [420, 1060], [384, 1130], [330, 1180]], '#b98a68');
  facet([[430, 980], [486, 950], [520, 1010], [476, 1080], [420, 1060]], '#8d6e60');
  facet([[486, 950], [560, 940], [600, 1000], [560, 1060], [520, 1010]], '#d3a67a', 0.9);
  facet([[240, 1190], [286, 1120], [330, 1090], [330, 1180], [300, 1250]], '#7d6258');
  facet([[384, 1130], [420, 1060], [476, 1080], [470, 1180], [400, 1240], [330, 1180]], '#544c54');
  facet([[476, 1080], [520, 1010], [560, 1060], [580, 1150], [530, 1220], [470, 1180]], '#a37d66', 0.9);
  facet([[600, 1000], [640, 948], [706, 976], [690, 1060], [640, 1100], [560, 1060]], '#4a444e');
  facet([[706, 976], [770, 1024], [760, 1110], [700, 1140], [690, 1060]], '#2c2f3e');
  facet([[580, 1150], [640, 1100], [690, 1060], [700, 1140], [650, 1230]], '#6d5a58');
  facet([[770, 1024], [830, 1060], [900, 1130], [850, 1190], [760, 1110]], '#232838');
  // Steps with a rail, down to the landing.
  s.add(stroke('M598 958L640 1010L626 1064L680 1126', '#e9c99a', 5, { opacity: 0.75 }), stroke('M598 934L642 986L628 1040L684 1100', '#161d2b', 2.4));
  for (const [x, y] of [[610, 972], [634, 1002], [632, 1042], [646, 1086], [672, 1118]]) s.add(stroke(`M${x} ${y}L${x} ${y - 24}`, '#161d2b', 2.4));
  return s;
}

function spray() {
  const s = new Sheet(W, H);
  const random = chance(303);
  // The wave that has just hit: fans of white, denser near the rock.
  for (const [cx, cy, reach, from, to, n] of [[350, 1150, 330, -150, -62, 64], [270, 1200, 220, -160, -70, 36], [800, 1160, 190, -110, -40, 34]]) {
    for (let i = 0; i < n; i++) {
      const a = (random.between(from, to) * Math.PI) / 180;
      const r = reach * random.between(0.35, 1);
      const [x, y] = [cx + Math.cos(a) * r, cy + Math.sin(a) * r];
      const w = random.between(8, 26) * (r / reach);
      const [nx, ny] = [-Math.sin(a) * w, Math.cos(a) * w];
      s.add(path(`M${cx + nx * 0.4} ${cy + ny * 0.4}Q${cx + Math.cos(a) * r * 0.6 + nx} ${cy + Math.sin(a) * r * 0.6 + ny} ${x} ${y}Q${cx + Math.cos(a) * r * 0.6 - nx} ${cy + Math.sin(a) * r * 0.6 - ny} ${cx - nx * 0.4} ${cy - ny * 0.4}Z`, mix('#fff6e2', '#d3b294', random()), { opacity: random.between(0.14, 0.5) }));
    }
    for (let i = 0; i < n * 3; i++) {
      const a = (random.between(from - 8, to + 8) * Math.PI) / 180;
      const r = reach * random.between(0.4, 1.2);
      s.add(circle(cx + Math.cos(a) * r, cy + Math.sin(a) * r, random.between(1, 4.6), '#fff8ea', { opacity: random.between(0.3, 0.95) }));
    }
    for (let i = 0; i < 22; i++) s.add(circle(cx + random.between(-100, 80), cy + random.between(-50, 40), random.between(14, 40), mix('#fff8ea', '#c9b09a', random() * 0.6), { opacity: random.between(0.3, 0.7), filter: s.blur(9) }));
  }
  return s;
}

function drops() {
  const s = new Sheet(W, H);
  const random = chance(44);
  for (let i = 0; i < 140; i++) {
    const x = random.between(-20, W);
    const y = random.between(0, H);
    const l = random.between(14, 44);
    s.add(stroke(`M${x} ${y}l${l} ${-l * 0.1 + l * 0.42}`, '#f3e3cc', random.between(0.6, 1.5), { opacity: random.between(0.1, 0.3) }));
  }
  // Leaves torn from some tree inland.
  for (let i = 0; i < 15; i++) {
    const [x, y, k] = [random.between(20, W - 20), random.between(520, 1320), random.between(0.6, 1.5)];
    s.add(path('M-10 0C-5 -7 5 -7 11 0C5 6 -5 6 -10 0Z', random.pick(['#d9752f', '#e9a33c', '#a8432a']), { transform: `translate(${x} ${y}) rotate(${random.between(0, 360)}) scale(${k})` }));
  }
  for (const [x, y, k] of [[300, 640, 1.2], [236, 690, 0.9], [770, 560, 1.0], [830, 610, 0.7], [380, 560, 0.7]]) s.add(gull(x, y, k, '#f3e3cc'));
  return s;
}
