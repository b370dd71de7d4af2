// A small town under water after the rain; boats go from door to door as the sky opens.

import { Canvas, rgb, smooth } from '../drawing/canvas.mjs';
import { chance, clouds } from '../drawing/chance.mjs';
import { Sheet, circle, ellipse, group, line, mix, path, poly, rect, stroke } from '../drawing/sheet.mjs';
import { limb } from '../drawing/people.mjs';

const W = 1500;
const H = 1000;
const WATER = 590;

export const picture = {
  stem: 'river-flood',
  ratio: '3:2',
  alt: 'Brown floodwater stands up to the windows of a small town; rescuers in orange jackets bring people to safety in two boats under a breaking sky.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const sky = new Sheet(W, H);
  sky.add(rect(0, 0, W, H, sky.linear(0, 0, 0, WATER, [[0, '#41525f'], [0.45, '#7d8a8e'], [0.8, '#cfc3a5'], [1, '#f0d9a8']], true)));
  sky.add(rect(0, 0, W, H, sky.glow(980, 420, 520, [[0, '#fff0c8', 0.9], [0.3, '#f8dba0', 0.5], [1, '#f8dba0', 0]])));
  await canvas.lay(sky);
  storm(canvas);
  await canvas.lay(beams(), { blend: 'screen' });
  await canvas.lay(hills());
  canvas.mist('#e3d3ad', (x, y) => 0.7 * smooth(450, 560, y), { seed: 19, size: 60, stretch: 5, low: 0.3, high: 0.8 });
  await canvas.lay(houses());
  canvas.reflect(WATER, { ripple: 7, length: 60, tint: '#6d5a42', strength: 0.74, darken: 0.16, seed: 30 });
  await canvas.lay(water());
  await canvas.lay(drowned());
  await canvas.lay(boats());
  await canvas.bloom({ threshold: 0.78, radius: 30, strength: 0.3 });
  canvas.grade({ shadows: '#182733', highlights: '#ffedc4', amount: 0.22, vignette: 0.3, contrast: 1.06, saturation: 1.06 }).grain(0.02);
  return canvas;
}

function storm(canvas) {
  const cloud = clouds(71, 6);
  const [dark, light] = [rgb('#2c3a47'), rgb('#c9bfa6')];
  canvas.paint((x, y) => {
    const n = cloud(x / 340, y / 130 + x / 1600);
    const a = smooth(0.4, 0.62, n) * smooth(500, 180, y);
    if (a <= 0) return null;
    const below = cloud(x / 340, (y + 26) / 130 + x / 1600);
    const t = Math.max(0, Math.min(1, 0.3 + (n - below) * 3.6 + (y / 620) * 0.4 - Math.abs(x - 980) / 2600));
    return [dark[0] + (light[0] - dark[0]) * t, dark[1] + (light[1] - dark[1]) * t, dark[2] + (light[2] - dark[2]) * t, a * 0.95];
  });
}

function beams() {
  const s = new Sheet(W, H);
  for (const [x, w, lean, o] of [[960, 70, -260, 0.3], [1040, 50, -150, 0.26], [1120, 90, -40, 0.28], [1200, 60, 90, 0.2]]) s.add(poly([[x - w / 3, 190], [x + w / 3, 190], [x + lean + w * 1.3, 600], [x + lean - w * 1.3, 600]], s.down([0, '#ffefc2', o], [1, '#ffe3a6', 0]), { filter: s.blur(12) }));
  return s;
}

function hills() {
  const s = new Sheet(W, H);
  s.add(path('M0 500C160 440 330 452 480 486C640 520 780 470 940 480C1120 490 1300 420 1500 450L1500 620L0 620Z', '#8d957f'));
  s.add(path('M0 540C200 500 360 520 560 536C800 556 980 520 1180 528C1320 532 1420 510 1500 516L1500 620L0 620Z', '#6d7a68'));
  const random = chance(9);
  for (let i = 0; i < 120; i++) {
    const x = random.between(0, W);
    const r = random.between(7, 20);
    s.add(circle(x, 548 + random.between(-14, 22), r, mix('#5d6d5b', '#7f8768', random())));
  }
  return s;
}

function house(s, { x, w, top, roof, wall, shade, tiles, gable = false, timber = false, lit = [], shop = false }) {
  const base = WATER + 10;
  const out = [];
  const wallFill = s.across([0, mix(wall, shade, 0.5)], [0.6, wall], [1, mix(wall, '#fff1cc', 0.35)]);
  if (gable) {
    const peak = top - roof;
    out.push(poly([[x, base], [x, top], [x + w / 2, peak], [x + w, top], [x + w, base]], wallFill));
    out.push(poly([[x - 12, top + 8], [x + w / 2, peak - 8], [x + w / 2, peak + 6], [x - 2, top + 12]], mix(tiles, '#1b1a20', 0.25)), poly([[x + w + 12, top + 8], [x + w / 2, peak - 8], [x + w / 2, peak + 6], [x + w + 2, top + 12]], mix(tiles, '#ffe2a8', 0.25)));
    out.push(circle(x + w / 2, top - roof * 0.34, w * 0.06, '#3b4450'));
  } else {
    out.push(rect(x, top, w, base - top, wallFill));
    out.push(poly([[x - 10, top + 4], [x + 14, top - roof], [x + w - 14, top - roof], [x + w + 10, top + 4]], s.linear(0, 0, 1, 0.3, [[0, mix(tiles, '#1b1a20', 0.4)], [0.7, tiles], [1, mix(tiles, '#ffe2a8', 0.4)]])));
    for (let k = 1; k < 5; k++) out.push(stroke(`M${x - 8 + k * 4} ${top - (roof * k) / 5}L${x + w + 8 - k * 4} ${top - (roof * k) / 5}`, '#1b1a20', 1.2, { opacity: 0.25 }));
    out.push(rect(x - 10, top + 3, w + 20, 6, mix(shade, '#1b1a20', 0.3)));
    out.push(rect(x + w * 0.7, top - roof - 26, 22, 44, mix(tiles, '#2b2024', 0.4)), rect(x + w * 0.7 - 3, top - roof - 30, 28, 7, '#4a3a38'));
  }
  const cols = Math.max(2, Math.round(w / 62));
  for (let y = top + 26, row = 0; y < base - 24; y += 78, row++) {
    for (let c = 0; c < cols; c++) {
      const cx = x + (w * (c + 0.5)) / cols;
      const on = lit.includes(row * 10 + c);
      out.push(rect(cx - 17, y - 4, 34, 50, '#efe6d2'), rect(cx - 13, y, 26, 42, on ? s.down([0, '#fff0c0'], [1, '#f4b35c']) : s.linear(0, 0, 1, 1, [[0, '#56707f'], [0.5, '#8fa7ab'], [0.55, '#4a6270'], [1, '#3a4f5d']])), rect(cx - 1.2, y, 2.4, 42, '#efe6d2'), rect(cx - 13, y + 15, 26, 2.4, '#efe6d2'), rect(cx - 19, y + 45, 38, 5, mix(wall, '#2a2426', 0.25)));
      if (!timber) out.push(rect(cx - 28, y - 2, 10, 46, mix(tiles, '#2f5a5c', 0.6)), rect(cx + 18, y - 2, 10, 46, mix(tiles, '#2f5a5c', 0.5)));
    }
  }
  if (timber) {
    const beam = '#4a2f28';
    for (let c = 0; c <= cols; c++) out.push(rect(x + (w * c) / cols - 4, top, 8, base - top, beam));
    for (let y = top; y < base; y += 78) out.push(rect(x, y + 2, w, 8, beam));
    for (let c = 0; c < cols; c++) out.push(stroke(`M${x + (w * c) / cols + 4} ${top + 84}L${x + (w * c) / cols + 18} ${top + 154}M${x + (w * (c + 1)) / cols - 4} ${top + 84}L${x + (w * (c + 1)) / cols - 18} ${top + 154}`, beam, 6, { strokeLinecap: 'butt' }));
  }
  if (shop) {
    const y = base - 66;
    for (let i = 0; i < 10; i++) out.push(path(`M${x + (w * i) / 10} ${y}L${x + (w * (i + 1)) / 10} ${y}L${x - 8 + ((w + 16) * (i + 1)) / 10} ${y + 34}q${-w / 20} 12 ${-w / 10} 0Z`, i % 2 ? '#efe3c8' : '#a8452f'));
  }
  // The wet line the water has already left on the wall.
  out.push(rect(x, base - 22, w, 22, '#4f3f30', { opacity: 0.4 }));
  s.add(out);
}

function houses() {
  const s = new Sheet(W, H);
  // A church behind the roofs.
  s.add(rect(556, 306, 62, 300, s.across([0, '#7f7565'], [0.7, '#b3a68a'], [1, '#e6d3a6'])), poly([[548, 308], [587, 150], [626, 308]], s.across([0, '#37494f'], [0.6, '#5b7274'], [1, '#a8b39c'])), rect(585, 126, 3.4, 28, '#37494f'), rect(578, 134, 17, 3, '#37494f'), circle(587, 346, 15, '#f0e4c4'), stroke('M587 346L587 336M587 346L594 350', '#4a3a38', 2), rect(576, 384, 22, 44, '#4a4a48', { rx: 11 }));
  house(s, { x: 430, w: 150, top: 420, roof: 66, wall: '#b9a98a', shade: '#6d6657', tiles: '#6e4a40', lit: [] });
  house(s, { x: 640, w: 140, top: 436, roof: 60, wall: '#c4b595', shade: '#6d6657', tiles: '#7a5244', gable: true });
  house(s, { x: 790, w: 130, top: 466, roof: 50, wall: '#a9a68f', shade: '#64675c', tiles: '#5d4a46' });
  house(s, { x: -40, w: 250, top: 268, roof: 96, wall: '#c9825a', shade: '#6a4338', tiles: '#6b3a34', lit: [2, 11], shop: true });
  house(s, { x: 214, w: 190, top: 336, roof: 120, wall: '#e6d7b4', shade: '#7d725e', tiles: '#834a3a', gable: true, timber: true, lit: [10] });
  house(s, { x: 1060, w: 180, top: 372, roof: 110, wall: '#d9c08a', shade: '#7d6a4a', tiles: '#7d4638', gable: true, lit: [1] });
  house(s, { x: 1246, w: 290, top: 300, roof: 92, wall: '#8fa39a', shade: '#46575a', tiles: '#5a3c3a', lit: [12, 3], shop: true });
  // A white sheet hangs from a window, for help.
  s.add(path('M1330 396C1334 420 1328 440 1336 462C1350 458 1362 466 1374 460C1370 438 1376 418 1372 396Z', '#fbf4e2'), path('M1346 396C1344 420 1352 440 1348 462C1352 461 1356 462 1360 463C1362 440 1354 420 1358 396Z', '#d6cbb0'));
  return s;
}

function water() {
  const s = new Sheet(W, H);
  s.add(rect(0, WATER, W, H - WATER, s.linear(0, WATER, 0, H, [[0, '#a88a5c', 0.18], [0.4, '#6b553c', 0.34], [1, '#33291f', 0.8]], true)));
  const random = chance(52);
  for (let i = 0; i < 150; i++) {
    const t = random() ** 1.2;
    const y = WATER + 8 + t * 400;
    const x = random.between(-80, W);
    const w = random.between(26, 90) * (0.5 + t * 1.8);
    const bright = Math.exp(-(((x - 980) / 330) ** 2));
    s.add(path(`M${x} ${y}Q${x + w / 2} ${y - 2 - t * 5} ${x + w} ${y}Q${x + w / 2} ${y + 1 + t * 2} ${x} ${y}Z`, bright > 0.3 ? '#ffe8b4' : random() < 0.5 ? '#c9ad7c' : '#2f261d', { opacity: random.between(0.14, 0.42) + bright * 0.25 }));
  }
  s.add(rect(0, WATER + 8, W, 3, '#f3dfae', { opacity: 0.25 }));
  return s;
}

function drowned() {
  const s = new Sheet(W, H);
  // What still stands out of the water tells how deep it is.
  const ring = (x, y, r) => [ellipse(x, y, r, r * 0.2, 'none', { stroke: '#f0dcae', strokeWidth: 2, opacity: 0.5 }), ellipse(x, y + 3, r * 1.7, r * 0.36, 'none', { stroke: '#f0dcae', strokeWidth: 1.4, opacity: 0.28 })];
  s.add(ring(470, 682, 18), rect(466, 470, 8, 212, s.across([0, '#1f2b33'], [0.6, '#3d4f58'], [1, '#c9b58a'])), path('M458 470L482 470L476 444L464 444Z', '#fff0c4'), path('M454 444L486 444L470 430Z', '#26343c'), rect(455, 470, 30, 5, '#26343c'));
  s.add(group({ transform: 'translate(470 690) scale(1 -0.7)', opacity: 0.35 }, rect(-4, 0, 8, 200, '#1f2b33')));
  s.add(ring(1170, 706, 14), rect(1167, 610, 6, 98, '#5a646a'), poly([[1170, 572], [1206, 634], [1134, 634]], '#f4ead0', { stroke: '#b23a2c', strokeWidth: 8, strokeLinejoin: 'round' }), rect(1167, 592, 6, 22, '#2a2a2e'), circle(1170, 623, 3.6, '#2a2a2e'));
  // The roof of a car.
  s.add(path('M214 760C226 730 262 722 302 722C346 722 366 734 386 760Z', s.down([0, '#a9c0c4'], [0.3, '#3f626e'], [1, '#24404a'])), path('M238 758C246 740 266 734 294 734L296 758ZM304 734C334 734 350 742 362 758L306 758Z', '#17242c', { opacity: 0.85 }), ellipse(300, 762, 118, 9, '#2f261d', { opacity: 0.5 }), stroke('M180 764Q300 752 420 764', '#f0dcae', 2, { opacity: 0.5 }));
  // A tree, up to its crown.
  const random = chance(28);
  s.add(stroke('M1398 760C1394 700 1402 650 1390 600M1396 690C1420 660 1440 650 1452 620', '#3a2c22', 14));
  for (let i = 0; i < 46; i++) {
    const a = random() * Math.PI * 2;
    const r = Math.sqrt(random());
    const [x, y] = [1408 + Math.cos(a) * r * 112, 560 + Math.sin(a) * r * 82];
    s.add(circle(x, y, random.between(18, 34), mix('#2f4a35', '#8a9a55', Math.max(0, Math.min(1, 0.5 - (x - 1408) / 260 - (y - 560) / 240))), { opacity: 0.92 }));
  }
  s.add(ring(1398, 764, 26));
  return s;
}

/** Someone in a boat, seen from the waist up, waist at (0, 0). */
function sailor({ jacket, skin, hat, hair = '#2a1d1a', arm }) {
  const dark = mix(jacket, '#1a1418', 0.45);
  const g = [path('M-20 4C-26 -26 -26 -50 -16 -60C-8 -66 8 -66 16 -60C26 -50 26 -26 20 4Z', jacket), path('M-20 4C-26 -26 -26 -50 -16 -60C-10 -64 -4 -64 0 -65C-8 -40 -8 -18 -6 4Z', dark, { opacity: 0.7 })];
  if (hat === 'helmet') g.push(rect(-22, -30, 43, 6, '#ffe9a8'), rect(-23, -14, 44, 6, '#ffe9a8'));
  g.push(rect(-6, -72, 12, 12, mix(skin, '#2a1418', 0.4)), ellipse(0, -84, 13, 16, skin), path('M-13 -84C-15 -98 2 -104 2 -86C0 -78 2 -72 -2 -69C-9 -70 -13 -76 -13 -84Z', mix(skin, '#2a1418', 0.5), { opacity: 0.6 }));
  if (hat === 'helmet') g.push(path('M-17 -86C-18 -108 18 -108 17 -86Z', '#f4f0e2'), path('M-17 -86C-18 -108 -2 -108 -2 -102C-6 -98 -6 -90 -6 -86Z', '#b9b3a2'), rect(-19, -88, 38, 4, '#d9d2bd'));
  else if (hat === 'scarf') g.push(path('M-17 -62C-22 -110 22 -110 17 -62C12 -56 10 -70 10 -86C8 -96 -8 -96 -10 -86C-10 -70 -12 -56 -17 -62Z', hair));
  else g.push(path('M-15 -82C-18 -108 18 -108 15 -82C12 -92 4 -95 -4 -94C-10 -92 -13 -88 -15 -82Z', hair));
  if (arm === 'oar') g.push(path(limb([[10, -52], [26, -32], [36, -12]], [15, 13, 11]), jacket), circle(38, -8, 6, skin));
  if (arm === 'reach') g.push(path(limb([[12, -52], [36, -50], [58, -66]], [15, 13, 11]), jacket), circle(61, -68, 6, skin));
  if (arm === 'rest') g.push(path(limb([[14, -52], [24, -28], [8, -10]], [15, 13, 11]), jacket), circle(5, -9, 6, skin));
  return g;
}

function boats() {
  const s = new Sheet(W, H);
  const boat = (x, y, k, flip, hull, band, crew) => {
    const g = [];
    g.push(ellipse(0, 34, 210, 14, '#1f1811', { opacity: 0.5, filter: s.blur(6) }));
    for (const [px, who] of crew) g.push(group({ transform: `translate(${px} -8)` }, sailor(who)));
    g.push(path('M-178 -22C-176 4 -168 26 -148 32L132 32C168 30 192 6 206 -34C186 -22 160 -14 130 -12L-150 -10Z', s.down([0, mix(hull, '#ffe9b8', 0.3)], [0.35, hull], [1, mix(hull, '#140d0c', 0.55)])));
    g.push(path('M206 -34C186 -22 160 -14 130 -12L-150 -10L-178 -22C-170 -16 -160 -16 -150 -16L128 -19C160 -20 186 -28 206 -38Z', band));
    g.push(stroke('M-160 12C-60 18 80 18 178 4', mix(hull, '#140d0c', 0.4), 2, { opacity: 0.7 }));
    g.push(stroke('M-240 38C-200 32 -180 32 -150 34M150 34C190 32 230 30 270 38M-200 48Q0 40 230 50', '#f6e3b4', 2.4, { opacity: 0.6 }));
    s.add(group({ transform: `translate(${x} ${y + 66 * k}) scale(${flip ? -k : k} ${-k * 0.62})`, opacity: 0.34, filter: s.blur(2.5, 3) }, g));
    s.add(group({ transform: `translate(${x} ${y}) scale(${flip ? -k : k} ${k})` }, g));
  };
  const orange = '#e2642a';
  boat(980, 664, 0.6, true, '#3f5a63', '#c9d3c8', [[-90, { jacket: orange, skin: '#c9946e', hat: 'helmet', arm: 'oar' }], [10, { jacket: '#5b6a8a', skin: '#e0b08c', hat: 'hair', hair: '#8a8680', arm: 'rest' }], [84, { jacket: orange, skin: '#8c5a3e', hat: 'helmet', arm: 'reach' }]]);
  boat(720, 838, 1.12, false, '#b5472d', '#f4e6c4', [[-128, { jacket: orange, skin: '#b57a55', hat: 'helmet', arm: 'rest' }], [-58, { jacket: '#7a3f52', skin: '#e0b08c', hat: 'scarf', hair: '#3f6a6c', arm: 'rest' }], [2, { jacket: '#d9b25a', skin: '#d9a27c', hat: 'hair', hair: '#4a2a1c', arm: 'rest' }], [104, { jacket: orange, skin: '#6e4630', hat: 'helmet', arm: 'oar' }]]);
  s.add(stroke('M878 800L960 912', '#c9975a', 7), path('M952 900L980 936C986 946 970 956 964 946L944 906Z', '#a8743f'));
  s.add(stroke('M500 900C560 884 640 884 700 896', '#f6e3b4', 2.4, { opacity: 0.4 }));
  return s;
}
