// The lens itself: rings of cut glass around one flame of light.

import { Canvas } from '../drawing/canvas.mjs';
import { chance } from '../drawing/chance.mjs';
import { Sheet, circle, ellipse, group, mix, path, poly, rect, stroke } from '../drawing/sheet.mjs';

const W = 1200;
const H = 1200;
const C = [600, 590];

export const picture = {
  stem: 'lighthouse-lamp',
  ratio: '1:1',
  units: 1200,
  widths: [480, 960],
  alt: 'Close view of the lighthouse lens: concentric prisms of glass in a brass frame glow around a bright lamp, with the dark sea behind the panes.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  await canvas.lay(room());
  await canvas.lay(lens());
  await canvas.lay(brass());
  await canvas.lay(flare(), { blend: 'screen' });
  await canvas.bloom({ threshold: 0.66, radius: 46, strength: 0.45 });
  canvas.grade({ shadows: '#071a33', highlights: '#fff0c8', amount: 0.18, vignette: 0.42, contrast: 1.06, saturation: 1.06 }).grain(0.02);
  return canvas;
}

function room() {
  const s = new Sheet(W, H);
  s.add(rect(0, 0, W, H, s.down([0, '#0b1c3a'], [0.55, '#26486e'], [0.66, '#e09a6a'], [0.68, '#2a4a6a'], [1, '#0a1930'])));
  const random = chance(3);
  for (let i = 0; i < 60; i++) s.add(circle(random.between(0, W), random.between(0, 560), random.between(0.8, 2.2), '#eef4ff', { opacity: random.between(0.3, 0.9) }));
  for (let i = 0; i < 70; i++) {
    const y = 806 + random() ** 1.4 * 380;
    s.add(ellipse(random.between(0, W), y, random.between(20, 80), 1.6, random() < 0.5 ? '#f3bd8a' : '#0a1930', { opacity: 0.35 }));
  }
  // The panes of the lantern room lean in a diamond pattern.
  for (let k = -2; k < 7; k++) {
    s.add(stroke(`M${k * 240 - 120} -20L${k * 240 + 130} ${H + 20}`, '#0a1424', 15), stroke(`M${k * 240 - 115} -20L${k * 240 + 135} ${H + 20}`, '#c98a4f', 2.4, { opacity: 0.8 }));
    s.add(stroke(`M${k * 240 + 130} -20L${k * 240 - 120} ${H + 20}`, '#0a1424', 15), stroke(`M${k * 240 + 125} -20L${k * 240 - 125} ${H + 20}`, '#c98a4f', 2.4, { opacity: 0.8 }));
  }
  s.add(rect(0, 0, W, H, s.glow(C[0], C[1], 700, [[0, '#ffdf9a', 0.65], [0.5, '#f0a650', 0.22], [1, '#f0a650', 0]])));
  return s;
}

function lens() {
  const s = new Sheet(W, H);
  const [cx, cy] = C;
  const body = 'M330 250C300 460 300 720 330 930L870 930C900 720 900 460 870 250Z';
  s.add(path(body, s.glow(cx, cy, 420, [[0, '#fff3cc'], [0.35, '#f6c465'], [0.7, '#8a7a58'], [1, '#2f4a5c']])));
  const clip = s.clip(path(body, '#000'));
  const g = [];
  // Outer prisms: arcs above and below that bend all light to the level.
  for (let i = 0; i < 9; i++) {
    for (const up of [-1, 1]) {
      const r = 214 + i * 25;
      const y = cy + up * (178 + i * 21);
      const bend = 34 + i * 4;
      const d = `M300 ${y + up * bend * 0.2}Q600 ${y - up * -bend} 900 ${y + up * bend * 0.2}L900 ${y + up * (bend * 0.2 + 17)}Q600 ${y + up * (bend + 17)} 300 ${y + up * (bend * 0.2 + 17)}Z`;
      const lit = mix('#fff0c0', '#4f7f96', i / 9);
      g.push(path(d, s.across([0, mix('#2a4a60', lit, 0.2)], [0.2, lit], [0.36, mix(lit, '#2a4a60', 0.55)], [0.5, '#fffbe6'], [0.64, mix(lit, '#2a4a60', 0.5)], [0.8, lit], [1, mix('#2a4a60', lit, 0.2)]), { opacity: 0.92 }));
      g.push(stroke(`M300 ${y + up * bend * 0.2}Q600 ${y + up * bend} 900 ${y + up * bend * 0.2}`, '#fffdf0', 1.8, { opacity: 0.85 }));
      g.push(stroke(`M300 ${y + up * (bend * 0.2 + 17)}Q600 ${y + up * (bend + 17)} 900 ${y + up * (bend * 0.2 + 17)}`, '#4a3a2a', 2.4, { opacity: 0.55 }));
    }
  }
  s.add(group({ clipPath: clip }, g));
  // The bull's eye: ring in ring.
  const rings = [];
  for (let i = 8; i >= 0; i--) {
    const r = 44 + i * 21;
    const tone = mix('#fff8dc', '#d98f3f', i / 8);
    rings.push(circle(cx, cy, r, s.linear(0, 0, 1, 1, [[0, mix(tone, '#ffffff', 0.5)], [0.32, tone], [0.5, mix(tone, '#6d4a2a', 0.5)], [0.7, tone], [1, mix(tone, '#fffdf0', 0.7)]])));
    rings.push(circle(cx, cy, r, 'none', { stroke: '#fffdf0', strokeWidth: 2, opacity: 0.9 }), circle(cx, cy, r - 4, 'none', { stroke: '#7a5028', strokeWidth: 2, opacity: 0.45 }));
  }
  s.add(circle(cx, cy, 218, '#5d3f22'), circle(cx, cy, 216, 'none', { stroke: '#ffdf9a', strokeWidth: 4 }), rings);
  s.add(circle(cx, cy, 46, s.glow(cx, cy, 46, [[0, '#ffffff'], [0.6, '#fffbe0'], [1, '#ffe09a']])));
  // Glints, where prisms catch the sky.
  for (const [a, r, w] of [[-58, 150, 12], [-52, 190, 9], [124, 160, 11], [130, 120, 8], [-20, 196, 7]]) {
    const t = (a * Math.PI) / 180;
    s.add(path(`M${cx + Math.cos(t) * r} ${cy + Math.sin(t) * r}A${r} ${r} 0 0 1 ${cx + Math.cos(t + 0.34) * r} ${cy + Math.sin(t + 0.34) * r}`, 'none', { stroke: '#ffffff', strokeWidth: w, strokeLinecap: 'round', opacity: 0.75 }));
  }
  return s;
}

function brass() {
  const s = new Sheet(W, H);
  const metal = (a = 0, b = 0, c = 1, d = 0) => s.linear(a, b, c, d, [[0, '#4a2f18'], [0.18, '#b07a35'], [0.36, '#ffe6a4'], [0.5, '#d9a04a'], [0.72, '#8a5a26'], [0.9, '#e0b062'], [1, '#4a2f18']]);
  const upright = (x, bow) => [path(`M${x - 13} 236C${x - 13 + bow} 460 ${x - 13 + bow} 720 ${x - 13} 944L${x + 13} 944C${x + 13 + bow} 720 ${x + 13 + bow} 460 ${x + 13} 236Z`, metal())];
  s.add(upright(330, -28), upright(870, 28));
  for (const [x, bow] of [[424, -18], [776, 18]]) s.add(path(`M${x - 4} 240C${x - 4 + bow} 460 ${x - 4 + bow} 720 ${x - 4} 940L${x + 4} 940C${x + 4 + bow} 720 ${x + 4 + bow} 460 ${x + 4} 240Z`, metal(), { opacity: 0.9 }));
  s.add(path('M296 212Q600 236 904 212L912 258Q600 284 288 258Z', metal(0, 0, 0, 1)), path('M288 926Q600 952 912 926L920 978Q600 1006 280 978Z', metal(0, 0, 0, 1)));
  s.add(path('M340 212C360 120 470 74 560 66L640 66C730 74 840 120 860 212Q600 236 340 212Z', metal()), path('M340 212C360 120 470 74 560 66C500 96 440 150 430 222Q380 218 340 212Z', '#2a1a10', { opacity: 0.5 }), rect(560, 30, 80, 42, metal(), { rx: 8 }), rect(584, -20, 32, 54, metal()));
  s.add(path('M316 988Q600 1014 884 988L846 1070Q600 1092 354 1070Z', metal()), rect(330, 1066, 540, 40, metal(0, 0, 0, 1), { rx: 6 }), path('M372 1106L828 1106L876 1220L324 1220Z', metal()));
  for (let x = 312; x <= 888; x += 48) {
    const y = 236 + 22 * (1 - ((x - 600) / 300) ** 2) * 0.6;
    s.add(circle(x, y, 6, '#7a5026'), circle(x - 1.4, y - 1.6, 3.2, '#fff0bd'), circle(x, y + 716, 6, '#7a5026'), circle(x - 1.4, y + 714.4, 3.2, '#fff0bd'));
  }
  // A keeper's cloth left on the rail.
  s.add(path('M690 1064C720 1058 760 1060 786 1066C790 1110 776 1150 782 1196C764 1188 752 1200 738 1192C722 1198 706 1186 694 1192C700 1150 684 1110 690 1064Z', s.across([0, '#d9e3e0'], [0.4, '#fffaf0'], [0.7, '#b9c6c9'], [1, '#eef0ea'])), stroke('M716 1070C722 1110 712 1150 718 1186M752 1068C758 1110 746 1150 752 1190', '#7f939c', 3, { opacity: 0.7 }), stroke('M692 1098C724 1092 758 1094 787 1100', '#c2402f', 5));
  return s;
}

function flare() {
  const s = new Sheet(W, H);
  const [cx, cy] = C;
  for (const [w, o] of [[60, 0.5], [22, 0.8]]) {
    s.add(poly([[cx, cy - w], [W + 20, cy - w * 0.4], [W + 20, cy + w * 0.4], [cx, cy + w]], s.linear(cx, 0, W, 0, [[0, '#fff6d2', o], [1, '#ffd98a', 0.05]], true), { filter: s.blur(9) }), poly([[cx, cy - w], [-20, cy - w * 0.4], [-20, cy + w * 0.4], [cx, cy + w]], s.linear(cx, 0, 0, 0, [[0, '#fff6d2', o], [1, '#ffd98a', 0.05]], true), { filter: s.blur(9) }));
  }
  for (let i = 0; i < 16; i++) {
    const a = (i / 16) * Math.PI * 2 + 0.12;
    const r = 300 + (i % 3) * 120;
    s.add(poly([[cx + Math.cos(a - 0.02) * 60, cy + Math.sin(a - 0.02) * 60], [cx + Math.cos(a) * r, cy + Math.sin(a) * r], [cx + Math.cos(a + 0.02) * 60, cy + Math.sin(a + 0.02) * 60]], '#fff0bd', { opacity: 0.3, filter: s.blur(5) }));
  }
  s.add(circle(cx, cy, 260, s.glow(cx, cy, 260, [[0, '#fffbe8', 0.95], [0.2, '#ffefb8', 0.6], [0.6, '#ffcf7a', 0.16], [1, '#ffcf7a', 0]])));
  return s;
}
