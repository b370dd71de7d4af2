// Winter at the lighthouse: blue hour, snow, one warm window.

import { Canvas, smooth } from '../drawing/canvas.mjs';
import { chance } from '../drawing/chance.mjs';
import { cottage, lighthouse, ripples } from '../drawing/coast.mjs';
import { stars } from '../drawing/land.mjs';
import { Sheet, circle, ellipse, group, path, poly, rect, stroke } from '../drawing/sheet.mjs';
import { limb } from '../drawing/people.mjs';

const W = 1500;
const H = 1000;
const SEA = 560;
const LAMP = [980, 262];

export const picture = {
  stem: 'lighthouse-winter',
  ratio: '3:2',
  alt: 'Winter: snow lies deep around the lighthouse and the keeper’s house at dusk; the windows glow and footprints lead to the door.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const sky = new Sheet(W, H);
  sky.add(rect(0, 0, W, H, sky.linear(0, 0, 0, SEA, [[0, '#152a52'], [0.45, '#41568c'], [0.75, '#9a83ac'], [0.92, '#e3a3a4'], [1, '#f6c3ab']], true)));
  sky.add(rect(0, 0, W, H, sky.glow(260, 570, 560, [[0, '#ffe0c0', 0.75], [0.4, '#f6b8a4', 0.35], [1, '#f6b8a4', 0]])));
  sky.add(stars(chance(23), 110, W, 330));
  await canvas.lay(sky);
  canvas.mist('#d7a9b8', (x, y) => 0.55 * smooth(120, 380, y) * smooth(560, 470, y), { seed: 12, size: 44, stretch: 8, low: 0.48, high: 0.78 });
  await canvas.lay(sea());
  await canvas.lay(beam(), { blend: 'screen' });
  await canvas.lay(land());
  await canvas.lay(snowfall());
  await canvas.bloom({ threshold: 0.72, radius: 34, strength: 0.4 });
  canvas.grade({ shadows: '#0e1f4a', highlights: '#ffeedd', amount: 0.18, vignette: 0.28, contrast: 1.05, saturation: 1.06 }).grain(0.02);
  return canvas;
}

function sea() {
  const s = new Sheet(W, H);
  s.add(rect(0, SEA, W, 300, s.linear(0, SEA, 0, 840, [[0, '#e0a9ac'], [0.2, '#8a83a8'], [0.6, '#44608f'], [1, '#22406c']], true)));
  s.add(ripples(chance(9), SEA, 840, 1100, { light: '#ffe0cc', dark: '#3a568a', count: 130, centre: 260, reach: 300 }));
  s.add(path('M0 548C60 536 130 540 200 550C260 544 310 550 350 561L0 561Z', '#8f7fa6'));
  const random = chance(31);
  // Ice floes near the shore.
  for (let i = 0; i < 24; i++) {
    const t = random();
    const y = 640 + t * 170;
    const x = random.between(-20, 720 - t * 200);
    const w = random.between(24, 70) * (0.5 + t);
    s.add(poly([[x, y], [x + w * 0.3, y - w * 0.1], [x + w * 0.8, y - w * 0.08], [x + w, y + w * 0.02], [x + w * 0.6, y + w * 0.1], [x + w * 0.1, y + w * 0.08]], '#e9eef6'), poly([[x, y], [x + w * 0.1, y + w * 0.08], [x + w * 0.6, y + w * 0.1], [x + w, y + w * 0.02], [x + w, y + w * 0.06], [x + w * 0.6, y + w * 0.15], [x + w * 0.08, y + w * 0.12]], '#7d97c0'));
  }
  return s;
}

function beam() {
  const s = new Sheet(W, H);
  const [x, y] = LAMP;
  s.add(poly([[x, y - 7], [x, y + 7], [-80, y + 150], [-80, y - 30]], s.linear(x, 0, -80, 0, [[0, '#fff2cf', 0.95], [0.4, '#ffe6b8', 0.36], [1, '#ffe6b8', 0.03]], true), { filter: s.blur(6) }));
  s.add(poly([[x, y - 6], [x, y + 6], [1580, y - 4], [1580, y - 90]], s.linear(x, 0, 1580, 0, [[0, '#fff2cf', 0.8], [0.6, '#ffe6b8', 0.2], [1, '#ffe6b8', 0.03]], true), { filter: s.blur(6) }));
  s.add(circle(x, y, 130, s.glow(x, y, 130, [[0, '#fff6dc', 0.85], [0.35, '#ffe2a4', 0.35], [1, '#ffe2a4', 0]])));
  return s;
}

function land() {
  const s = new Sheet(W, H);
  // The snowy headland, and the dark rock it hides.
  s.add(path('M520 700C580 660 640 640 700 610C780 580 860 566 960 560C1120 552 1320 556 1500 540L1500 1000L300 1000C380 900 440 800 520 700Z', s.linear(0, 540, 0, 900, [[0, '#eef0f8'], [0.4, '#b9c6e2'], [1, '#7d97c6']], true)));
  s.add(poly([[520, 700], [560, 676], [604, 690], [590, 730], [640, 760], [600, 800], [540, 790], [480, 820], [460, 780]], '#2c3a5e'), poly([[520, 700], [560, 676], [572, 716], [540, 746], [556, 786], [540, 790], [480, 820], [460, 780]], '#5a5f8a'), poly([[506, 700], [560, 668], [610, 684], [604, 694], [560, 684], [520, 708]], '#f3f2f8'));
  // Shadows of house and tower reach to the right and towards us.
  s.add(path('M950 562L1010 562L1300 800L1190 820Z', s.linear(960, 560, 1250, 810, [[0, '#46609c', 0.6], [1, '#46609c', 0]], true), { filter: s.blur(5) }));
  s.add(group({ transform: 'translate(1226 572) scale(1.08)' }, cottage(s, { glow: true, wall: '#d3cfdc', shade: '#5a6a98', roof: '#44557f', dark: '#1b2748', snow: '#f6f5fb', light: -1 })));
  s.add(path('M1164 420C1150 396 1186 384 1172 352C1166 330 1192 318 1188 294C1212 318 1200 338 1206 356C1212 382 1184 394 1180 420Z', '#e9dcea', { opacity: 0.4, filter: s.blur(7) }));
  s.add(group({ transform: 'translate(980 568) scale(0.577)' }, lighthouse(s, { glow: true, tower: '#f3e3e4', shade: '#5d6da0', band: '#b5483f', bandShade: '#55284a', dark: '#16203f', snow: '#fbfaff', light: -1 })));
  // Light from the windows on the snow.
  for (const [x, w] of [[1148, 30], [1200, 30], [1266, 30]]) s.add(poly([[x, 578], [x + w, 578], [x + w * 0.4 + 40, 720], [x - 70, 720]], s.linear(0, 578, 0, 720, [[0, '#ffcf85', 0.7], [1, '#ffb86a', 0]], true), { filter: s.blur(5) }));
  // Drifts, one in front of the other.
  s.add(path('M400 1000C520 820 700 720 900 700C1100 684 1300 700 1500 660L1500 1000Z', s.linear(0, 660, 0, 1000, [[0, '#f3f3fa'], [0.3, '#cdd6ec'], [1, '#8ea6d2']], true)));
  s.add(path('M400 1000C520 820 700 720 900 700C1100 684 1300 700 1500 660L1500 676C1300 716 1110 700 920 720C740 742 570 850 470 1000Z', '#ffffff', { opacity: 0.65 }));
  s.add(path('M0 1000L0 860C160 830 320 850 460 880C640 920 820 900 1000 850C1180 800 1360 830 1500 800L1500 1000Z', s.linear(0, 800, 0, 1000, [[0, '#e3e7f4'], [0.4, '#a9bade'], [1, '#5f7dba']], true)));
  s.add(path('M0 860C160 830 320 850 460 880C640 920 820 900 1000 850C1180 800 1360 830 1500 800L1500 812C1360 846 1190 816 1010 866C830 916 640 936 450 894C310 864 160 846 0 876Z', '#ffffff', { opacity: 0.7 }));
  // Fence, half buried, and its line of caps.
  for (let i = 0; i < 13; i++) {
    const t = i / 12;
    const x = 720 + t * 760;
    const y = 734 - t * 30 + 10 * Math.sin(t * 6);
    s.add(rect(x - 4, y - 44, 8, 50, '#2c3a62'), rect(x - 4, y - 44, 3, 50, '#8a84ac'), path(`M${x - 7} ${y - 42}Q${x} ${y - 54} ${x + 7} ${y - 42}Z`, '#ffffff'));
  }
  s.add(stroke('M716 706C900 700 1200 700 1490 672M716 722C900 716 1200 716 1490 690', '#3a4872', 3.4), stroke('M716 703C900 697 1200 697 1490 669', '#ffffff', 2.4, { opacity: 0.8 }));
  // Footprints wander up to the door.
  const random = chance(2);
  for (let i = 0; i < 40; i++) {
    const t = i / 39;
    const x = 250 + 780 * t + 190 * Math.sin(t * 2.6) * t + (i % 2 ? 7 : -7) * (1.4 - t);
    const y = 985 - 385 * t ** 0.8;
    const k = 1.5 - 1.2 * t;
    s.add(ellipse(x, y, 8 * k, 3.6 * k, '#4f6cae', { opacity: 0.75 }), ellipse(x + 1.2 * k, y + 1.4 * k, 7 * k, 2 * k, '#ffffff', { opacity: 0.6 }));
  }
  // A wind-bent thorn, rimed with snow.
  const tree = [[[170, 880], [190, 800], [178, 730], [214, 660]], [[184, 790], [230, 740], [300, 712], [352, 716]], [[180, 740], [150, 690], [158, 640]], [[204, 690], [250, 640], [322, 622]], [[246, 732], [280, 690], [340, 676]], [[214, 668], [226, 620], [272, 580]], [[300, 714], [330, 740], [372, 748]], [[250, 642], [262, 600], [310, 570]]];
  for (const [i, points] of tree.entries()) s.add(path(limb(points, i === 0 ? [30, 20, 15, 8] : [12, 7, 2]), '#1f2a4c'));
  for (const [i, points] of tree.entries()) s.add(stroke(`M${points.map(([x, y]) => `${x - (i ? 1 : 7)} ${y - (i ? 4 : 2)}`).join('L')}`, '#f3f2fa', i ? 3 : 4, { opacity: 0.85 }));
  // Twigs grow from the outer half of every branch.
  for (const points of tree.slice(1)) {
    for (let i = 0; i < 9; i++) {
      const u = random.between(0.35, 1) * (points.length - 1);
      const k = Math.min(points.length - 2, Math.floor(u));
      const [p, q] = [points[k], points[k + 1]];
      const [x, y] = [p[0] + (q[0] - p[0]) * (u - k), p[1] + (q[1] - p[1]) * (u - k)];
      const l = random.between(14, 40);
      const a = Math.atan2(q[1] - p[1], q[0] - p[0]) + random.between(-0.9, 0.7);
      s.add(stroke(`M${x} ${y}l${Math.cos(a) * l * 0.6} ${Math.sin(a) * l * 0.6}l${Math.cos(a - 0.2) * l * 0.5} ${Math.sin(a - 0.2) * l * 0.5}`, '#1f2a4c', 2));
    }
  }
  s.add(ellipse(182, 884, 90, 12, '#4f6cae', { opacity: 0.5, filter: s.blur(5) }));
  return s;
}

function snowfall() {
  const s = new Sheet(W, H);
  const random = chance(88);
  for (let i = 0; i < 230; i++) {
    const k = random() ** 2;
    s.add(circle(random.between(0, W), random.between(0, H), 1 + k * 4, '#ffffff', { opacity: random.between(0.3, 0.85) * (1 - k * 0.4) }));
  }
  return s;
}
