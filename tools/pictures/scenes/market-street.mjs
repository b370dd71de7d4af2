// A covered market in the evening: arch behind arch, lamps over the stalls, the sky at the far end.

import { Canvas, smooth } from '../drawing/canvas.mjs';
import { chance } from '../drawing/chance.mjs';
import { Sheet, circle, curve, ellipse, group, line, mix, path, poly, rect, stroke } from '../drawing/sheet.mjs';
import { limb } from '../drawing/people.mjs';

const W = 1440;
const H = 1080;
const FOCUS = 860;
const EYE = 1.65;
const CENTRE = [720, 612];

/** Metres to picture: x to the right, y up, z away. */
const at = (x, y, z) => [CENTRE[0] + (FOCUS * x) / z, CENTRE[1] - (FOCUS * (y - EYE)) / z];
const face = (points, fill, more) => poly(points.map((p) => at(...p)), fill, more);

const BAYS = [2.5, 4.1, 6, 8.4, 11.4, 15.2, 20, 26];
const HALF = 2.55;
const WALL = 3.3;
const SPRING = 2.7;
const APEX = 4.9;

export const picture = {
  stem: 'market-street',
  ratio: '4:3',
  units: 1440,
  alt: 'A vaulted market street in warm evening light: lanterns hang above stalls of spices, cloth and copper, and people stroll towards a dome at the far end.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  await canvas.lay(street());
  await canvas.lay(shafts(), { blend: 'screen' });
  canvas.mist('#ffc07a', (x, y) => 0.4 * smooth(520, 120, Math.hypot((x - 720) * 0.9, y - 560)), { seed: 6, size: 130, stretch: 1.6, low: 0.3, high: 0.8, blend: 'screen' });
  await canvas.lay(front());
  await canvas.bloom({ threshold: 0.66, radius: 30, strength: 0.46 });
  canvas.grade({ shadows: '#1a1433', highlights: '#ffe3ad', amount: 0.26, vignette: 0.36, contrast: 1.06, saturation: 1.08 }).grain(0.02);
  return canvas;
}

/** How far a colour has sunk into the golden air at depth z. */
const air = (colour, z, k = 1) => mix(colour, '#f0b06a', Math.min(0.82, Math.max(0, ((z - 3) / 26) * k)));

function opening(z, shrink = 0) {
  const [l, b] = at(-HALF + shrink, 0, z);
  const [r] = at(HALF - shrink, 0, z);
  const [, spring] = at(0, SPRING, z);
  const [cx, apex] = at(0, APEX - shrink, z);
  const mid = (spring + apex) / 2;
  const s = (r - l) / 2;
  // A pointed arch with a slight inward curve below the point.
  return `M${l} ${b + 4}L${l} ${spring}C${l} ${mid + (spring - mid) * 0.1} ${cx - s * 0.5} ${apex + (spring - apex) * 0.26} ${cx} ${apex}C${cx + s * 0.5} ${apex + (spring - apex) * 0.26} ${r} ${mid + (spring - mid) * 0.1} ${r} ${spring}L${r} ${b + 4}Z`;
}

function street() {
  const s = new Sheet(W, H);
  s.add(rect(0, 0, W, H, '#3a2230'));
  // The evening sky at the end, with a dome and a slender tower.
  const [l, top] = at(-3.4, 6.4, 26);
  const [r, bottom] = at(3.4, 0, 26);
  s.add(rect(l - 40, top - 40, r - l + 80, bottom - top + 40, s.linear(0, top, 0, bottom, [[0, '#8f86a8'], [0.3, '#f3b58a'], [0.7, '#ffdd9c'], [1, '#ffeec4']], true)));
  s.add(circle(744, 560, 26, '#fff7dc'));
  const d = air('#a8603f', 26, 0.7);
  s.add(path('M650 615L650 566L662 566C662 540 680 530 690 522L690 512L691.5 522C702 530 720 540 720 566L732 566L732 615Z', d), rect(770, 486, 9, 130, d), path('M768 486L774.5 462L781 486Z', d), rect(766, 508, 17, 3, d));
  const random = chance(15);
  for (let i = BAYS.length - 1; i >= 0; i--) {
    const far = BAYS[i];
    const near = i > 0 ? BAYS[i - 1] : 1.6;
    if (i === BAYS.length - 1) arch(s, far, near);
    bay(s, far, near, random, i);
    if (i > 0) arch(s, near, near, i);
  }
  return s;
}

function arch(s, z, near) {
  const t = Math.min(1, (z - 2.5) / 20);
  const wall = air('#6a3a2d', z, 0.9);
  const frame = opening(z);
  const depth = opening(z + 0.55);
  // The inner face of the arch catches the light from beyond.
  const [x0, y0] = [-60, -60];
  s.add(path(`${frame}${depth}`, s.linear(0, at(0, APEX, z)[1], 0, at(0, 0, z)[1], [[0, mix('#7d4432', '#ffc77e', 0.25 + t * 0.5)], [0.5, mix('#a5603c', '#ffd490', 0.3 + t * 0.5)], [1, mix('#5d3328', '#ffc77e', t * 0.5)]], true), { fillRule: 'evenodd' }));
  s.add(path(`M${x0} ${y0}L${W + 60} ${y0}L${W + 60} ${H + 60}L${x0} ${H + 60}Z${frame}`, s.linear(0, at(0, APEX + 0.7, z)[1], 0, at(0, 0, z)[1], [[0, mix(wall, '#1c1226', 0.5)], [0.35, wall], [0.75, mix(wall, '#2a1620', 0.2)], [1, mix(wall, '#1c1018', 0.45)]], true), { fillRule: 'evenodd' }));
  // A band of alternating stones follows the arch.
  const unit = FOCUS / z;
  const bow = frame.replace('Z', '');
  s.add(path(bow, 'none', { stroke: mix('#f0c58d', wall, 0.3), strokeWidth: unit * 0.2, opacity: 0.55 }));
  s.add(path(bow, 'none', { stroke: mix('#5a2a22', wall, 0.2), strokeWidth: unit * 0.2, strokeDasharray: `${unit * 0.2} ${unit * 0.2}`, opacity: 0.7 }));
  s.add(path(bow, 'none', { stroke: '#ffdd9f', strokeWidth: Math.max(1, unit * 0.022), opacity: 0.75 }));
  // A lantern hangs from the point.
  lantern(s, 0, APEX - 0.02, z, 0.62, unit);
}

function lantern(s, x, y, z, drop, unit, tone = 0) {
  const [cx, cy] = at(x, y - drop, z);
  const [, hook] = at(x, y, z);
  const k = unit / 100;
  const glass = [['#fff3c4', '#ffbf52', '#d9702a'], ['#d8fff0', '#59c3ac', '#1e6a6a'], ['#ffe0d2', '#f0775a', '#a82e33'], ['#e8e2ff', '#8f7fd6', '#46338c']][tone];
  s.add(circle(cx, cy + 20 * k, 70 * k, s.glow(cx, cy + 20 * k, 70 * k, [[0, glass[1], 0.75], [0.4, glass[1], 0.25], [1, glass[1], 0]])));
  s.add(stroke(`M${cx} ${hook}L${cx} ${cy}`, '#2a1620', Math.max(0.8, 2 * k)));
  s.add(path(`M${cx - 7 * k} ${cy}L${cx + 7 * k} ${cy}L${cx + 16 * k} ${cy + 14 * k}L${cx - 16 * k} ${cy + 14 * k}Z`, '#3a2026'));
  s.add(path(`M${cx - 15 * k} ${cy + 14 * k}L${cx + 15 * k} ${cy + 14 * k}C${cx + 20 * k} ${cy + 26 * k} ${cx + 10 * k} ${cy + 40 * k} ${cx + 5 * k} ${cy + 44 * k}L${cx - 5 * k} ${cy + 44 * k}C${cx - 10 * k} ${cy + 40 * k} ${cx - 20 * k} ${cy + 26 * k} ${cx - 15 * k} ${cy + 14 * k}Z`, s.glow(cx, cy + 26 * k, 22 * k, [[0, glass[0]], [0.5, glass[1]], [1, glass[2]]])));
  s.add(stroke(`M${cx - 6 * k} ${cy + 14 * k}C${cx - 9 * k} ${cy + 28 * k} ${cx - 5 * k} ${cy + 38 * k} ${cx - 2 * k} ${cy + 44 * k}M${cx + 6 * k} ${cy + 14 * k}C${cx + 9 * k} ${cy + 28 * k} ${cx + 5 * k} ${cy + 38 * k} ${cx + 2 * k} ${cy + 44 * k}`, '#5a2a22', Math.max(0.5, 1.3 * k), { opacity: 0.7 }), path(`M${cx - 3 * k} ${cy + 44 * k}L${cx + 3 * k} ${cy + 44 * k}L${cx} ${cy + 56 * k}Z`, '#3a2026'));
}

const CLOTHS = ['#b8452f', '#1f6a70', '#e0a23c', '#7a2f52', '#31507f', '#d9c3a0', '#8f9a4a'];
const SPICES = ['#d9822b', '#b23a24', '#e3b23f', '#7f8c3a', '#8a4a2c', '#c75f3a', '#e9d7a8'];

function bay(s, far, near, random, index) {
  // The vault, the walls, the paving.
  s.add(face([[-WALL, 5.6, far], [WALL, 5.6, far], [WALL, 5.6, near], [-WALL, 5.6, near]], air('#38202a', (far + near) / 2)));
  for (const side of [-1, 1]) {
    const w = side * WALL;
    const base = air(side < 0 ? '#6b3d30' : '#553029', (far + near) / 2, 0.9);
    s.add(face([[w, 0, far], [w, 5.6, far], [w, 5.6, near], [w, 0, near]], base));
    for (let k = 0; k < 6; k++) s.add(stroke(line([at(w, 2.9 + k * 0.4, far), at(w, 2.9 + k * 0.4, near)]), '#2a1620', 1, { opacity: 0.18 }));
  }
  const pave = s.linear(0, at(0, 0, far)[1], 0, at(0, 0, near)[1], [[0, air('#a8694a', far, 1.1)], [1, air('#8a5340', near, 1.1)]], true);
  s.add(face([[-WALL, 0, far], [WALL, 0, far], [WALL, 0, near], [-WALL, 0, near]], pave));
  s.add(face([[-0.9, 0, far], [0.9, 0, far], [0.9, 0, near], [-0.9, 0, near]], '#ffd08a', { opacity: 0.38 }));
  for (let x = -2.4; x <= 2.4; x += 0.6) s.add(stroke(line([at(x, 0, far), at(x, 0, near)]), '#3a1f20', 1.2, { opacity: 0.22 }));
  for (let z = near; z < far; z += 0.7) s.add(stroke(line([at(-2.6, 0, z), at(2.6, 0, z)]), '#3a1f20', 1.2, { opacity: 0.2 }));
  // Light from an opening in the vault.
  s.add(ellipse(at(0, 0, (far + near) / 2)[0], at(0, 0, (far + near) / 2)[1], (FOCUS / far) * 1.1, (FOCUS / far) * 0.16, '#ffe3a8', { opacity: 0.5, filter: s.blur(6, 3) }));
  for (const side of [-1, 1]) stall(s, side, far - 0.2, near + 0.55, random, index);
  // Walkers in the middle of the street.
  const crowd = { 6: [[-0.7, 1], [0.5, 0]], 5: [[0.9, 2], [-1.2, 3], [-0.1, 0]], 4: [[-0.6, 1], [0.35, 2]], 3: [[1.0, 3], [-1.25, 0]], 2: [[0.15, 1]], 1: [] }[index] ?? [];
  for (const [x, kind] of crowd) walker(s, x, (far + near) / 2 + random.between(-0.3, 0.3), kind, random);
}

function stall(s, side, far, near, random, index) {
  const inner = side * 2.15;
  const outer = side * WALL;
  const z = (far + near) / 2;
  const a = (c, k = 1) => air(c, z, k);
  // The shop behind glows.
  s.add(face([[outer, 0.9, far], [outer, 2.5, far], [outer, 2.5, near], [outer, 0.9, near]], s.linear(0, at(0, 2.5, near)[1], 0, at(0, 0.9, near)[1], [[0, a('#ffcf7d')], [0.6, a('#d98a45')], [1, a('#8a4a30')]], true)));
  // Rolled carpets, hanging cloth or copper along the wall.
  const mode = (index + (side > 0 ? 1 : 0)) % 3;
  const steps = 7;
  for (let i = 0; i < steps; i++) {
    const z0 = near + ((far - near) * (i + 0.08)) / steps;
    const z1 = near + ((far - near) * (i + 0.86)) / steps;
    if (mode === 0) {
      const c = a(CLOTHS[(i * 3 + index) % CLOTHS.length]);
      s.add(face([[outer, 1.0, z0], [outer, 2.45, z0], [outer, 2.45, z1], [outer, 1.0 + (i % 2) * 0.16, z1]], c), face([[outer, 1.0, z0], [outer, 2.45, z0], [outer, 2.45, z0 + (z1 - z0) * 0.35], [outer, 1.0, z0 + (z1 - z0) * 0.35]], '#2a1218', { opacity: 0.25 }), stroke(line([at(outer, 1.5, z0), at(outer, 1.5, z1)]), '#f3d79a', 1.6, { opacity: 0.6 }));
    } else if (mode === 1) {
      for (let k = 0; k < 3; k++) {
        const [x, y] = at(outer, 1.25 + k * 0.5, (z0 + z1) / 2);
        const r = (FOCUS / z0) * 0.11;
        s.add(ellipse(x, y, r * 0.5, r, a('#8a4a26')), ellipse(x - side * r * 0.12, y - r * 0.16, r * 0.32, r * 0.66, a('#e8a552')), ellipse(x - side * r * 0.16, y - r * 0.4, r * 0.14, r * 0.2, '#fff0c0'));
      }
    } else {
      for (let k = 0; k < 2; k++) s.add(face([[outer, 1.1 + k * 0.66, z0], [outer, 1.6 + k * 0.66, z0], [outer, 1.6 + k * 0.66, z1], [outer, 1.1 + k * 0.66, z1]], a(CLOTHS[(i + k * 2 + index) % CLOTHS.length])));
    }
  }
  // The counter: front, then the top with heaps of spice.
  s.add(face([[inner, 0, far], [inner, 0.82, far], [inner, 0.82, near], [inner, 0, near]], s.linear(0, at(0, 0.82, near)[1], 0, at(0, 0, near)[1], [[0, a('#7a4530')], [1, a('#38202a')]], true)));
  s.add(face([[inner, 0, near], [inner, 0.82, near], [outer, 0.82, near], [outer, 0, near]], a('#3a212a', 0.8)));
  const cloth = CLOTHS[(index * 2 + (side > 0 ? 1 : 0)) % CLOTHS.length];
  s.add(face([[inner, 0.3, far], [inner, 0.82, far], [inner, 0.82, near], [inner, 0.3, near]], a(cloth), { opacity: 0.9 }), stroke(line([at(inner, 0.38, far), at(inner, 0.38, near)]), '#f3d79a', 2, { opacity: 0.7 }));
  s.add(face([[inner, 0.82, far], [outer, 0.82, far], [outer, 0.82, near], [inner, 0.82, near]], a('#c98a55')));
  for (let row = 0; row < 2; row++) {
    for (let i = 4; i >= 0; i--) {
      const zz = near + 0.16 + ((far - near - 0.3) * i) / 4.4;
      const [x, y] = at(side * (2.95 - row * 0.5), 0.84, zz);
      const u = FOCUS / zz;
      const c = a(SPICES[(i + row * 3 + index) % SPICES.length]);
      s.add(ellipse(x, y, u * 0.2, u * 0.07, a('#5a3022')));
      s.add(path(`M${x - u * 0.17} ${y}C${x - u * 0.1} ${y - u * 0.06} ${x - u * 0.05} ${y - u * 0.22} ${x} ${y - u * 0.25}C${x + u * 0.05} ${y - u * 0.22} ${x + u * 0.1} ${y - u * 0.06} ${x + u * 0.17} ${y}C${x + u * 0.1} ${y + u * 0.06} ${x - u * 0.1} ${y + u * 0.06} ${x - u * 0.17} ${y}Z`, s.across([0, mix(c, side < 0 ? '#2a1218' : '#fff0c0', 0.25)], [0.5, c], [1, mix(c, side < 0 ? '#fff0c0' : '#2a1218', 0.3)])));
    }
  }
  // The awning, striped, sagging a little.
  const tones = index % 2 ? ['#b8452f', '#f0dcb4'] : side < 0 ? ['#1f6a70', '#f0dcb4'] : ['#d9952f', '#7a2f3a'];
  const n = 8;
  for (let i = 0; i < n; i++) {
    const z0 = near + ((far - near) * i) / n;
    const z1 = near + ((far - near) * (i + 1)) / n;
    const c = a(tones[i % 2]);
    s.add(face([[outer, 3.0, z0], [outer, 3.0, z1], [side * 1.95, 2.5, z1], [side * 1.95, 2.5, z0]], mix(c, '#2a1218', 0.18)));
    const [x0, y0] = at(side * 1.95, 2.5, z0);
    const [x1, y1] = at(side * 1.95, 2.5, z1);
    const dip = (FOCUS / z1) * 0.24;
    s.add(path(`M${x0} ${y0}L${x1} ${y1}L${x1} ${y1 + dip * 0.72}Q${(x0 + x1) / 2} ${(y0 + y1) / 2 + dip * 1.35} ${x0} ${y0 + dip * 0.8}Z`, mix(c, '#ffcf85', 0.14)));
  }
  lantern(s, side * 2.0, 2.42, z, 0.18, (FOCUS / z) * 0.62, (index + (side > 0 ? 2 : 0)) % 4);
}

/** Someone walking, seen from behind or from the front; kinds differ in dress. */
function walker(s, x, z, kind, random) {
  const [px, py] = at(x, 0, z);
  const k = (FOCUS / z) * 1.7 / 560;
  const robes = ['#efe0c4', '#3a4a6a', '#7a2f45', '#3f5a4a'];
  const c = air(robes[kind], z, 0.8);
  const dark = mix(c, '#22121a', 0.5);
  const skin = air('#8a5a40', z, 0.8);
  const g = [];
  g.push(path('M-40 0C-34 -12 -6 -12 -4 0ZM6 0C8 -12 36 -12 40 0Z', '#2a1620'));
  g.push(path('M-44 -470C-70 -460 -74 -420 -70 -380C-72 -260 -78 -120 -72 -18C-40 -6 40 -6 72 -18C78 -120 72 -260 70 -380C74 -420 70 -460 44 -470Z', s.linear(0, 0, 1, 0, [[0, mix(c, '#ffe0a0', 0.35)], [0.3, c], [1, dark]])));
  g.push(path('M-6 -440C-16 -300 -2 -160 -14 -14L8 -12C18 -160 8 -300 12 -440Z', dark, { opacity: 0.35 }), path('M40 -400C34 -280 46 -140 40 -14L52 -16C58 -150 46 -290 52 -400Z', dark, { opacity: 0.4 }));
  g.push(path(limb([[-58, -440], [-80, -350], [-64, -250]], [34, 38, 34]), mix(c, '#ffe0a0', 0.2)), path(limb([[58, -440], [80, -350], [66, -250]], [34, 38, 34]), dark), ellipse(-62, -238, 13, 16, skin), ellipse(66, -238, 13, 16, mix(skin, '#22121a', 0.4)));
  if (kind === 2 || kind === 3) g.push(path('M-46 -440C-56 -500 -50 -564 0 -566C50 -564 56 -500 46 -440C20 -424 -20 -424 -46 -440Z', s.linear(0, 0, 1, 0, [[0, mix(c, '#ffe0a0', 0.5)], [0.5, mix(c, '#e9c9a0', 0.3)], [1, dark]])));
  else g.push(path('M-16 -490L16 -490L18 -462L-18 -462Z', mix(skin, '#22121a', 0.3)), ellipse(0, -522, 31, 40, skin), path('M-33 -518C-38 -586 38 -586 33 -518C30 -500 20 -492 0 -492C-20 -492 -30 -500 -33 -518Z', air('#2a1a18', z, 0.7)), kind === 0 ? path('M-32 -540C-30 -580 30 -580 32 -540C12 -532 -12 -532 -32 -540Z', air('#f3ead6', z, 0.6)) : '');
  if (kind === 1 || kind === 3) g.push(path('M64 -240L92 -240L100 -150L58 -150Z', air('#c9822f', z, 0.8)), stroke('M66 -240C66 -262 90 -262 90 -240', air('#7a4a22', z, 0.8), 4));
  s.add(ellipse(px + 30 * k, py + 2, 100 * k, 13 * k, '#2a1218', { opacity: 0.45 }));
  s.add(path(`M${px - 60 * k} ${py}L${px + 60 * k} ${py}L${px + (px - 720) * 0.5 + 110 * k} ${py + 240 * k}L${px + (px - 720) * 0.5 - 80 * k} ${py + 240 * k}Z`, s.linear(0, py, 0, py + 240 * k, [[0, '#2a1218', 0.4], [1, '#2a1218', 0]], true)));
  s.add(group({ transform: `translate(${px} ${py}) scale(${k})`, filter: s.rim(1.6, -1.4, '#ffe6ae', 0.8, 0.6) }, g));
}

function shafts() {
  const s = new Sheet(W, H);
  const soft = s.blur(8);
  for (const z of [5, 7.2, 9.9, 13.3, 17.6]) {
    const [x, y] = at(0.5, 5.5, z);
    const [gx, gy] = at(-0.5, 0, z);
    const w = (FOCUS / z) * 0.3;
    s.add(poly([[x - w, y], [x + w, y], [gx + w * 2.6, gy], [gx - w * 2.6, gy]], s.linear(x, y, gx, gy, [[0, '#ffe9b8', 0.4], [0.7, '#ffd08a', 0.12], [1, '#ffd08a', 0]], true), { filter: soft }));
  }
  return s;
}

function front() {
  const s = new Sheet(W, H);
  // The nearest arch frames everything in shade.
  const frame = opening(2.34);
  s.add(path(`M-60 -60L${W + 60} -60L${W + 60} ${H + 60}L-60 ${H + 60}Z${frame}`, s.linear(0, 0, 0, H, [[0, '#150d1c'], [0.6, '#2c1822'], [1, '#140c16']], true), { fillRule: 'evenodd' }));
  s.add(path(frame, 'none', { stroke: '#ffbf74', strokeWidth: 3, opacity: 0.55 }), path(frame, 'none', { stroke: '#7a4330', strokeWidth: 22, opacity: 0.35 }));
  // A cat sits where the light begins.
  s.add(group({ transform: 'translate(508 1016) scale(0.8)' }, ellipse(4, 2, 46, 8, '#12090f', { opacity: 0.6 }), path('M-22 0C-34 -30 -22 -64 -6 -76C-10 -92 -8 -104 -4 -112L4 -100L16 -100L24 -112C28 -100 28 -88 22 -78C34 -60 34 -24 30 0Z', s.across([0, '#1e121c'], [0.7, '#33202a'], [1, '#d98f4f'])), stroke('M28 -4C52 -2 60 -18 52 -34', '#1e121c', 8)));
  return s;
}
