// A mountain observatory above a sea of cloud, under the whole Milky Way.

import { Canvas, rgb, smooth } from '../drawing/canvas.mjs';
import { chance, clouds } from '../drawing/chance.mjs';
import { mountains, stars } from '../drawing/land.mjs';
import { Sheet, circle, group, path, poly, rect, stroke } from '../drawing/sheet.mjs';

const W = 2100;
const H = 900;

export const picture = {
  stem: 'observatory',
  ratio: '21:9',
  units: 2100,
  widths: [480, 960, 1440],
  alt: 'Domes of a mountain observatory stand above a sea of clouds at night; one is open, and the Milky Way arches over the whole sky.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const sky = new Sheet(W, H);
  sky.add(rect(0, 0, W, H, sky.linear(0, 0, 0, 680, [[0, '#060d24'], [0.5, '#12234a'], [0.82, '#34497a'], [1, '#8a6f92']], true)));
  sky.add(rect(0, 0, W, H, sky.glow(340, 720, 760, [[0, '#ffb98a', 0.7], [0.4, '#d98a8a', 0.3], [1, '#d98a8a', 0]])));
  sky.add(stars(chance(8), 420, W, 660));
  await canvas.lay(sky);
  milkyWay(canvas);
  const bright = new Sheet(W, H);
  const random = chance(77);
  for (let i = 0; i < 26; i++) {
    const [x, y, r] = [random.between(0, W), random.between(20, 480), random.between(1.6, 3)];
    bright.add(circle(x, y, r * 4, random.pick(['#bcd3ff', '#ffe3bd', '#d6e2ff']), { opacity: 0.2 }), circle(x, y, r, '#ffffff'));
  }
  bright.add(stroke('M300 120L470 196', '#ffffff', 2.4, { opacity: 0.8 }), circle(470, 196, 3, '#ffffff'));
  await canvas.lay(bright);
  await canvas.lay(ranges());
  cloudSea(canvas, 668, 61, 0.96);
  await canvas.lay(summit());
  cloudSea(canvas, 838, 67, 0.92);
  await canvas.bloom({ threshold: 0.66, radius: 26, strength: 0.4 });
  canvas.grade({ shadows: '#060f2c', highlights: '#fff0dc', amount: 0.16, vignette: 0.3, contrast: 1.07, saturation: 1.08 }).grain(0.02);
  return canvas;
}

/** A leaning river of light with dark lanes in it. */
function milkyWay(canvas) {
  const dust = clouds(19, 6);
  const lanes = clouds(29, 5);
  const sparks = chance(101);
  const [cool, warm] = [rgb('#9db6ec'), rgb('#ffd9b8')];
  canvas.paint(
    (x, y) => {
      // Distance from a gentle arc over the picture.
      const arc = 150 + ((x - 1180) / 1050) ** 2 * 430;
      const d = (y - arc) / (150 + Math.abs(x - 1180) * 0.05);
      const core = Math.exp(-d * d * 1.1);
      if (core < 0.03) return null;
      const n = dust(x / 230 + y / 500, y / 170);
      const lane = smooth(0.42, 0.66, lanes(x / 260 + 5, y / 120 + x / 700)) * Math.exp(-d * d * 5);
      const k = core * (0.4 + 0.7 * smooth(0.3, 0.72, n)) * (1 - 0.62 * lane);
      const t = Math.max(0, Math.min(1, core * 0.9 - 0.1 + (n - 0.5)));
      const spark = sparks() > 0.9975 ? 0.6 : 0;
      return [cool[0] + (warm[0] - cool[0]) * t + spark, cool[1] + (warm[1] - cool[1]) * t + spark, cool[2] + (warm[2] - cool[2]) * t + spark, Math.min(0.85, k * 0.74 * smooth(680, 460, y) + spark * core)];
    },
    { blend: 'screen', bottom: 680 },
  );
}

function cloudSea(canvas, level, seed, strength) {
  const cloud = clouds(seed, 5);
  const [dark, light] = [rgb('#3f5486'), rgb('#e9c9cf')];
  canvas.paint((x, y) => {
    const depth = (y - level) / (H - level);
    const top = level + (cloud(x / 260, seed) - 0.5) * 70;
    if (y < top - 30) return null;
    const k = 0.55 + Math.max(0, depth) * 0.5;
    const n = cloud(x / (190 * k), y / (74 * k));
    const below = cloud(x / (190 * k) + 0.03, (y + 22 * k) / (74 * k));
    const glow = Math.exp(-(((x - 340) / 620) ** 2));
    const t = Math.max(0, Math.min(1, 0.3 + (n - below) * 2.1 + glow * 0.3 - Math.max(0, depth) * 0.12));
    return [dark[0] + (light[0] - dark[0]) * t, dark[1] + (light[1] - dark[1]) * t, dark[2] + (light[2] - dark[2]) * t, strength * smooth(top - 30, top + 26, y) * smooth(0.12, 0.42, n + Math.max(0, depth) * 0.6)];
  }, { top: level - 80 });
}

function ranges() {
  const s = new Sheet(W, H);
  s.add(mountains([[180, 560, 240], [560, 540, 260], [900, 580, 220], [1900, 530, 280]], s.linear(0, 520, 0, 720, [[0, '#b98a9a'], [1, '#6d6a96']], true), s.linear(0, 520, 0, 720, [[0, '#3f4a7c'], [1, '#4a568a']], true), 720, 3));
  s.add(mountains([[380, 600, 240], [740, 610, 200], [2040, 590, 240]], s.linear(0, 560, 0, 740, [[0, '#8f7896'], [1, '#565f92']], true), s.linear(0, 560, 0, 740, [[0, '#2b376a'], [1, '#3a4880']], true), 740, 4));
  return s;
}

/** An observatory dome on its drum, foot at (0, 0). */
function dome(s, r, { open = false, turn = 0 }) {
  const g = [];
  const wall = r * 0.72;
  g.push(rect(-r * 0.94, -wall, r * 1.88, wall + 8, s.across([0, '#c9a2a8'], [0.2, '#a9a3bf'], [0.6, '#4a5684'], [1, '#1c2650'])));
  g.push(rect(-r * 1.02, -wall - 8, r * 2.04, 12, s.across([0, '#e9c3bd'], [0.4, '#7f86ae'], [1, '#202a56'])));
  const shell = `M${-r} ${-wall - 8}A${r} ${r} 0 0 1 ${r} ${-wall - 8}Z`;
  g.push(path(shell, s.across([0, '#ffd9c4'], [0.16, '#e3d3dc'], [0.45, '#9aa3c9'], [0.75, '#46538a'], [1, '#1c2650'])));
  for (const k of [-0.72, -0.4, 0.4, 0.72]) g.push(path(`M${k * r} ${-wall - 8}C${k * r} ${-wall - 8 - r * 0.56} ${k * r * 0.6} ${-wall - r * 0.9} 0 ${-wall - 8 - r}`, 'none', { stroke: '#1c2650', strokeWidth: 1.6, opacity: 0.45 }));
  if (open) {
    const cx = turn * r;
    g.push(path(`M${cx - r * 0.17} ${-wall - 8}C${cx - r * 0.17} ${-wall - r * 0.6} ${cx * 0.6 - r * 0.13} ${-wall - r * 0.9} ${cx * 0.3 - r * 0.05} ${-wall - 7 - r}L${cx * 0.3 + r * 0.12} ${-wall - 7 - r}C${cx * 0.6 + r * 0.2} ${-wall - r * 0.9} ${cx + r * 0.19} ${-wall - r * 0.6} ${cx + r * 0.19} ${-wall - 8}Z`, s.linear(0, -wall - r, 0, -wall, [[0, '#ff9a5c'], [0.4, '#e0623a'], [1, '#5a1f2a']], true)));
    g.push(group({ transform: `translate(${cx} ${-wall - r * 0.42}) rotate(18)` }, rect(-r * 0.09, -r * 0.52, r * 0.18, r * 0.78, s.across([0, '#fff0dc'], [0.4, '#8f8aa8'], [1, '#2a2f56'])), rect(-r * 0.11, -r * 0.56, r * 0.22, r * 0.08, '#1c2248')));
  }
  g.push(rect(-r * 0.16, -r * 0.46, r * 0.24, r * 0.5, '#1c2248'), rect(-r * 0.13, -r * 0.42, r * 0.18, r * 0.16, '#ffcf8a'));
  return g.join('');
}

function summit() {
  const s = new Sheet(W, H);
  // The mountain top, broken into planes, brightest where the last of the dusk reaches.
  s.add(mountains([[1340, 640, 860], [1620, 656, 760], [1040, 730, 560], [1900, 750, 520]], s.linear(0, 620, 0, 900, [[0, '#8a6f88'], [0.4, '#4a4f80'], [1, '#27335f']], true), s.linear(0, 620, 0, 900, [[0, '#27315c'], [1, '#141d42']], true), 1010, 15));
  s.add(path('M640 960C800 890 900 790 990 764C1030 740 1060 728 1090 712C1180 668 1260 650 1340 648L1640 652C1720 660 1800 690 1850 726C1910 740 1960 800 2020 820C2080 850 2120 880 2180 900L2180 960Z', s.across([0, '#6d5f82'], [0.25, '#3f4676'], [1, '#141c40'])));
  s.add(path('M1090 712C1180 668 1260 650 1340 648L1640 652C1700 658 1760 676 1806 700C1700 672 1520 664 1360 668C1260 672 1170 690 1090 712Z', '#c99aa0', { opacity: 0.7 }));
  s.add(poly([[1180, 700], [1260, 672], [1300, 760], [1240, 830], [1170, 780]], '#7a6888', { opacity: 0.7 }), poly([[1300, 760], [1380, 690], [1460, 780], [1400, 860], [1240, 830]], '#2c3566', { opacity: 0.8 }), poly([[1460, 780], [1560, 700], [1640, 800], [1560, 880]], '#49507f', { opacity: 0.6 }));
  // Road, domes, the long low house.
  s.add(path('M1010 900C1120 840 1330 820 1360 770C1380 734 1290 716 1330 676L1352 676C1330 716 1412 736 1392 776C1368 836 1180 850 1090 910Z', '#c9a3a4', { opacity: 0.4 }));
  s.add(group({ transform: 'translate(1600 660)' }, dome(s, 64, {})));
  s.add(group({ transform: 'translate(1244 674)' }, dome(s, 46, {})));
  s.add(rect(1476, 626, 80, 36, s.across([0, '#a99ab8'], [1, '#2a3564'])), poly([[1470, 628], [1486, 610], [1550, 610], [1562, 628]], '#2a3260'), ...[1486, 1508, 1530].map((x) => rect(x, 636, 12, 13, '#ffcf8a')));
  s.add(group({ transform: 'translate(1404 668)' }, dome(s, 118, { open: true, turn: 0.16 })));
  // The beam of a guide laser, thin as a hair.
  s.add(stroke('M1446 470L1660 -20', '#ffb86a', 2.6, { opacity: 0.85 }), stroke('M1446 470L1660 -20', '#ffb86a', 12, { opacity: 0.16 }));
  s.add(stroke('M1716 672L1716 560M1704 580L1728 580', '#1a2350', 3), circle(1716, 556, 4, '#ff6a4c'), circle(1716, 556, 12, '#ff6a4c', { opacity: 0.3 }));
  // Two people at the railing.
  s.add(stroke('M1120 694L1200 664', '#1a2350', 2.6), ...[1124, 1144, 1164, 1184].map((x) => stroke(`M${x} ${694 - (x - 1120) * 0.37}l0 16`, '#1a2350', 2.2)));
  for (const [x, c] of [[1140, '#b5452f'], [1160, '#2f4a7a']]) s.add(path(`M${x - 6} 706C${x - 8} 688 ${x - 7} 678 ${x} 677C${x + 7} 678 ${x + 8} 688 ${x + 6} 706Z`, c), circle(x, 672, 4.6, '#c98f72'));
  return s;
}
