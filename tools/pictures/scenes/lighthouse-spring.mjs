// Spring at the lighthouse: a morning path through thrift and gorse.

import { Canvas, smooth } from '../drawing/canvas.mjs';
import { chance } from '../drawing/chance.mjs';
import { cottage, cumulus, grass, lighthouse, ripples } from '../drawing/coast.mjs';
import { gull } from '../drawing/land.mjs';
import { Sheet, circle, ellipse, group, path, rect, stroke } from '../drawing/sheet.mjs';

const W = 1500;
const H = 1000;
const SEA = 520;

export const picture = {
  stem: 'lighthouse-spring',
  ratio: '3:2',
  alt: 'Spring: a path winds through pink and yellow flowers up to a white and red lighthouse on a green headland, under a fresh morning sky.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const sky = new Sheet(W, H);
  sky.add(rect(0, 0, W, H, sky.linear(0, 0, 0, SEA, [[0, '#5fa3c4'], [0.5, '#a9d3da'], [0.85, '#f3e6c9'], [1, '#fbe3c0']], true)));
  sky.add(rect(0, 0, W, H, sky.glow(180, 300, 620, [[0, '#fff7dc', 0.85], [0.4, '#fff0cc', 0.3], [1, '#fff0cc', 0]])));
  sky.add(cumulus(sky, 360, 250, 300, { seed: 4, light: '#fffaf0', shade: '#b9cfd9' }), cumulus(sky, 760, 160, 240, { seed: 9, shade: '#b3cbd8' }), cumulus(sky, 1320, 330, 330, { seed: 13, shade: '#bdd0d6' }), cumulus(sky, 90, 400, 260, { seed: 21, light: '#fff3dc', shade: '#d3cfc4', opacity: 0.9 }), cumulus(sky, 620, 420, 220, { seed: 25, light: '#fff3dc', shade: '#cfd3cc', opacity: 0.85 }));
  await canvas.lay(sky);
  await canvas.lay(sea());
  canvas.mist('#fff0d2', (x, y) => 0.5 * smooth(440, SEA, y) * smooth(SEA + 60, SEA, y), { seed: 8, size: 50, stretch: 6, low: 0.3, high: 0.8 });
  await canvas.lay(headland(), { warp: 1.6, seed: 3 });
  await canvas.lay(flowers());
  await canvas.bloom({ threshold: 0.84, radius: 30, strength: 0.22 });
  canvas.grade({ shadows: '#123640', highlights: '#fff2d2', amount: 0.16, vignette: 0.2, contrast: 1.03, saturation: 1.06 }).grain(0.02);
  return canvas;
}

function sea() {
  const s = new Sheet(W, H);
  s.add(rect(0, SEA, W, 400, s.linear(0, SEA, 0, 900, [[0, '#9fcfd0'], [0.2, '#5ea9b6'], [1, '#2a6f86']], true)));
  s.add(ripples(chance(3), SEA, 860, W, { light: '#fff3d6', dark: '#2f7f95', count: 150, centre: 200, reach: 380 }));
  s.add(path('M0 506C80 492 180 496 260 508C340 500 400 506 460 520L0 521Z', '#8fb3b4'));
  for (const [x, y, k] of [[330, 560, 0.5], [520, 540, 0.34]]) s.add(group({ transform: `translate(${x} ${y}) scale(${k})` }, path('M0 -96L0 0L54 0C46 -40 26 -76 0 -96Z', '#fffaf0'), path('M-6 -84L-6 0L-36 0C-34 -36 -22 -66 -6 -84Z', '#e9d3b0'), path('M-48 6L66 6C58 22 44 26 30 26L-26 26C-38 24 -44 16 -48 6Z', '#b84a38')));
  return s;
}

const ground = (x) => 700 - 250 / (1 + Math.exp(-(x - 820) / 120)) + 10 * Math.sin(x / 90);

function headland() {
  const s = new Sheet(W, H);
  // The cliff falls to the water in planes.
  s.add(path('M640 640C690 610 720 560 780 520C820 480 900 456 1000 448C1180 436 1360 440 1500 430L1500 1000L500 1000Z', s.linear(0, 430, 0, 900, [[0, '#8fae62'], [0.3, '#6c9352'], [1, '#3f6b45']], true)));
  for (const [d, c, o] of [['M640 640C690 610 720 560 780 520L800 560L770 600L786 650L740 690L700 740L600 720Z', '#b59a7c', 1], ['M780 520L800 560L770 600L786 650L740 690L760 600Z', '#7d6a5c', 0.7], ['M700 600L716 640L690 690L650 700L668 650Z', '#e0c7a0', 0.7], ['M640 640L660 680L620 720L600 720Z', '#6d5c52', 0.8]]) s.add(path(d, c, { opacity: o }));
  for (let i = 0; i < 5; i++) s.add(path(`M${470 + i * 44} ${726 - i * 16}C${520 + i * 40} ${716 - i * 18} ${540 + i * 40} ${734 - i * 16} ${600 + i * 30} ${724 - i * 18}C${560 + i * 40} ${742 - i * 16} ${510 + i * 40} ${744 - i * 14} ${470 + i * 44} ${726 - i * 16}Z`, '#fffdf2', { opacity: 0.8 }));
  s.add(ellipse(1190, 452, 230, 26, '#3b6242', { opacity: 0.4, filter: s.blur(12) }));
  s.add(group({ transform: 'translate(1290 452) scale(0.86)' }, cottage(s, { wall: '#fff3dc', shade: '#8fa5ab', roof: '#56707a', light: -1 })));
  s.add(stroke('M1362 448L1500 440M1362 434L1500 426', '#fff8e8', 3), ...[1370, 1396, 1422, 1448, 1474].map((x) => stroke(`M${x} 452L${x} 426`, '#fff8e8', 4)));
  s.add(path('M1120 458C1230 450 1330 470 1500 480L1500 500C1340 480 1230 470 1120 470Z', '#35593d', { opacity: 0.35 }));
  s.add(group({ transform: 'translate(1110 462) scale(0.68)' }, lighthouse(s, { light: -1, tower: '#fffaf0', shade: '#93aeba', band: '#d1503a', bandShade: '#84303a' })));
  // The near meadow.
  s.add(path('M0 770C160 720 330 736 520 716C700 700 860 640 1010 596C1180 548 1340 560 1500 540L1500 1000L0 1000Z', s.linear(0, 540, 0, 1000, [[0, '#a9c26c'], [0.4, '#6f9a50'], [1, '#2f5c3c']], true)));
  s.add(path('M0 770C160 720 330 736 520 716C700 700 860 640 1010 596C1180 548 1340 560 1500 540L1500 570C1340 588 1190 580 1040 626C880 672 720 724 540 742C340 760 170 746 0 800Z', '#d3d98a', { opacity: 0.55 }));
  // The path.
  s.add(path('M560 1000C620 900 830 868 930 800C1010 744 900 700 980 640C1020 610 1070 590 1098 560C1110 530 1098 500 1104 466L1116 466C1116 500 1130 530 1122 562C1104 600 1060 622 1030 650C980 700 1110 744 1040 810C960 884 820 910 800 1000Z', s.linear(0, 466, 0, 1000, [[0, '#f6e6c0'], [0.5, '#e9cf9a'], [1, '#b8925f']], true)));
  s.add(path('M800 1000C820 910 960 884 1040 810C1096 756 1026 716 1016 684C1026 730 1076 752 1010 812C930 880 780 900 740 1000Z', '#8f6f48', { opacity: 0.4 }));
  const random = chance(14);
  for (const [x, y, k] of [[1250, 556, 0.5], [1330, 572, 0.56], [1216, 580, 0.6], [1420, 560, 0.5], [860, 668, 0.62]]) {
    s.add(group({ transform: `translate(${x} ${y}) scale(${k * (random() < 0.5 ? -1 : 1)} ${k})` }, ellipse(6, 2, 44, 7, '#2f5c3c', { opacity: 0.5 }), rect(-20, -16, 6, 18, '#3a3634'), rect(16, -16, 6, 18, '#3a3634'), path('M-34 -22C-40 -42 -22 -54 -6 -50C8 -58 32 -50 34 -34C36 -20 24 -12 8 -14C-8 -10 -28 -10 -34 -22Z', '#fff9ea'), path('M34 -34C36 -20 24 -12 8 -14C-8 -10 -28 -10 -34 -22C-18 -20 14 -20 34 -34Z', '#cfc8b0'), path('M-30 -44C-44 -46 -54 -36 -52 -28C-46 -22 -36 -26 -30 -32Z', '#3a3634')));
  }
  return s;
}

function flowers() {
  const s = new Sheet(W, H);
  const random = chance(26);
  const onPath = (x, y) => y > 800 && x > 540 + (1000 - y) * 1.2 && x < 820 + (1000 - y) * 1.3;
  const spot = (low) => (r) => {
    for (;;) {
      const t = r() ** 0.6;
      const y = low + t * (1010 - low);
      const x = r.between(-10, W + 10);
      if (!onPath(x, y) && y > ground(x) + 160) return [x, y, 0.4 + ((y - 600) / 400) * 1.8];
    }
  };
  s.add(grass(random, 1100, spot(700), { colours: ['#3f7040', '#558a48', '#7fae54', '#2f5c3a', '#a9c766', '#4a7d44'], height: 22, lean: 8 }));
  const heads = [];
  for (let i = 0; i < 430; i++) {
    // Flowers grow in drifts, not evenly.
    const [x, y, k] = spot(720)(random);
    const drift = Math.sin(x / 130 + y / 70) + Math.sin(x / 61 - y / 90);
    if (drift < -0.2) continue;
    heads.push([x, y, k, drift > 0.9 ? 'gorse' : drift > 0.2 ? 'thrift' : 'daisy']);
  }
  heads.sort((a, b) => a[1] - b[1]);
  for (const [x, y, k, kind] of heads) {
    const h = 30 * k * random.between(0.8, 1.3);
    const tx = x + 5 * k;
    s.add(stroke(`M${x} ${y}Q${x + 1} ${y - h * 0.6} ${tx} ${y - h}`, '#4a7d44', 1.6 * k));
    if (kind === 'thrift') {
      s.add(circle(tx, y - h, 7 * k, '#b8487a'), circle(tx - 1.5 * k, y - h - 1.8 * k, 5.4 * k, '#e07aa2'), circle(tx - 2.4 * k, y - h - 3 * k, 2.8 * k, '#f7b4c8'));
    } else if (kind === 'gorse') {
      for (let i = 0; i < 4; i++) s.add(ellipse(tx + random.between(-6, 6) * k, y - h + random.between(-7, 7) * k, 4.4 * k, 3.4 * k, random.pick(['#f5c33b', '#ffdb66', '#d99a26'])));
    } else {
      for (let i = 0; i < 6; i++) s.add(ellipse(tx + Math.cos(i * 1.047) * 4 * k, y - h + Math.sin(i * 1.047) * 2.8 * k, 2.8 * k, 2 * k, '#fffdf5'));
      s.add(circle(tx, y - h, 2.2 * k, '#f3b93a'));
    }
  }
  for (const [x, y, k] of [[470, 330, 1], [540, 300, 0.8], [900, 300, 0.9], [980, 350, 0.7], [250, 470, 0.6]]) s.add(gull(x, y, k, '#f9fbf6'));
  return s;
}
