// How the tide runs: a curve over two days, the moon that pulls it, and the shore it covers and leaves.

import { Canvas } from '../drawing/canvas.mjs';
import { chance } from '../drawing/chance.mjs';
import { gull } from '../drawing/land.mjs';
import { Sheet, circle, curve, group, mix, path, rect, stroke } from '../drawing/sheet.mjs';

const W = 1600;
const H = 900;

export const picture = {
  stem: 'tidal-chart',
  ratio: '16:9',
  units: 1600,
  flat: true,
  alt: 'Illustrated chart of the tides: a blue wave rises and falls four times over two days beneath the phases of the moon, with marks for high and low water.',
};

// Two days of tide: the lunar half-day and the solar half-day added, as every tide table does.
const LEFT = 150;
const RIGHT = 1490;
const MEAN = 600;
const tide = (hours) => 1.0 * Math.cos(((hours - 3.2) / 12.42) * 2 * Math.PI) + 0.28 * Math.cos(((hours - 1.2) / 12) * 2 * Math.PI) + 0.12 * Math.cos(((hours - 8) / 24.07) * 2 * Math.PI);
const at = (hours) => [LEFT + (hours / 48) * (RIGHT - LEFT), MEAN - tide(hours) * 92];

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const s = new Sheet(W, H);
  // Paper that darkens where it is night.
  s.add(rect(0, 0, W, H, '#f4ead6'));
  const dayAndNight = [];
  for (let h = -6; h <= 54; h += 1) dayAndNight.push([(h + 6) / 60, mix('#f7ecd6', '#24406a', Math.max(0, Math.min(1, 0.46 + 0.56 * Math.cos((h / 24) * 2 * Math.PI))))]);
  const x = (h) => LEFT + (h / 48) * (RIGHT - LEFT);
  s.add(rect(0, 0, W, H, s.linear(x(-6), 0, x(54), 0, dayAndNight, true)));
  s.add(rect(0, 0, W, H, s.down([0, '#10243f', 0.25], [0.5, '#f3c98f', 0.12], [1, '#10243f', 0.1])));
  const random = chance(16);
  for (let i = 0; i < 110; i++) {
    const h = random.between(-5, 53);
    const night = Math.cos((h / 24) * 2 * Math.PI);
    if (night > 0.45) s.add(circle(x(h), random.between(30, 400), random.between(0.8, 2.2), '#fff6df', { opacity: (night - 0.35) * random.between(0.6, 1.4) }));
  }
  // The moon and the sun cross the sky in arcs.
  const arc = (from, to, top) => Array.from({ length: 33 }, (_, i) => { const u = i / 32; return [x(from + (to - from) * u), 420 - Math.sin(u * Math.PI) * top]; });
  for (const [from, to] of [[6, 18], [30, 42]]) {
    s.add(stroke(curve(arc(from, to, 260)), '#d98a3a', 3, { strokeDasharray: '2 11', opacity: 0.9 }));
    const [mx, my] = [x((from + to) / 2), 160];
    s.add(circle(mx, my, 62, '#f7c766', { opacity: 0.35 }), circle(mx, my, 42, '#f2b04c'), circle(mx - 8, my - 8, 30, '#f8c76b'));
    for (let i = 0; i < 16; i++) s.add(stroke(`M${mx + Math.cos(i * 0.3927) * 54} ${my + Math.sin(i * 0.3927) * 54}L${mx + Math.cos(i * 0.3927) * (i % 2 ? 68 : 78)} ${my + Math.sin(i * 0.3927) * (i % 2 ? 68 : 78)}`, '#e59a3c', 4));
  }
  for (const [from, to, phase] of [[-8, 4, 0.62], [17, 29, 0.72], [42, 54, 0.82]]) {
    s.add(stroke(curve(arc(from, to, 250)), '#e9eef2', 3, { strokeDasharray: '2 11', opacity: 0.75 }));
    const [mx, my, r] = [x((from + to) / 2), 170, 40];
    if (mx < 0 || mx > W) continue;
    s.add(circle(mx, my, 70, '#e9f0f5', { opacity: 0.14 }), circle(mx, my, r, '#5d7898'), path(`M${mx} ${my - r}A${r} ${r} 0 0 1 ${mx} ${my + r}A${r * (2 * phase - 1)} ${r} 0 0 1 ${mx} ${my - r}Z`, '#f8f1dd'), circle(mx + 14, my - 8, 7, '#ddd4bb', { opacity: 0.8 }), circle(mx + 18, my + 14, 5, '#ddd4bb', { opacity: 0.7 }));
  }
  // Levels.
  const level = (v) => MEAN - v * 92;
  for (const [v, c] of [[1.2, '#c2402f'], [0, '#2b4a63'], [-1.2, '#2f7f7a']]) s.add(stroke(`M${LEFT - 14} ${level(v)}L${RIGHT + 14} ${level(v)}`, c, v ? 2.4 : 1.6, { strokeDasharray: v ? '12 9' : '3 8', opacity: 0.75 }));
  // The water: three layers under the curve.
  const surface = Array.from({ length: 132 }, (_, i) => at(-6 + (i / 131) * 60));
  const body = (dy, fill, opacity) => path(`${curve(surface.map(([px, py]) => [px, py + dy]))}L${W + 60} ${H}L-60 ${H}Z`, fill, { opacity });
  s.add(body(0, s.linear(0, 480, 0, H, [[0, '#7fd0cb'], [0.3, '#2f93a5'], [1, '#134a68']], true), 0.96), body(40, '#1d7590', 0.4), body(84, '#14587a', 0.45), body(134, '#0e4264', 0.5));
  s.add(stroke(curve(surface), '#fffaf0', 7), stroke(curve(surface.map(([px, py]) => [px, py + 16])), '#fffaf0', 2, { opacity: 0.5 }));
  for (let i = 0; i < 46; i++) {
    const h = random.between(-4, 52);
    const [px, py] = at(h);
    const d = random.between(34, 210);
    const w = random.between(16, 50);
    const slope = (at(h + 0.6)[1] - at(h - 0.6)[1]) * (1 - d / 260);
    s.add(stroke(`M${px} ${py + d}q${w / 2} ${slope * 0.3 - 5} ${w} ${slope * 0.6}`, '#d9f5ee', 2.4, { opacity: 0.32 * (1 - d / 260) + 0.06 }));
  }
  // High and low water, marked.
  for (let h = 0.5; h < 48; h += 0.25) {
    const [a, b, c] = [tide(h - 0.25), tide(h), tide(h + 0.25)];
    const [px, py] = at(h);
    if (b >= a && b > c) s.add(stroke(`M${px} ${py - 14}L${px} ${level(1.5) - 26}`, '#c2402f', 2.4), circle(px, py, 12, '#fffaf0'), circle(px, py, 7.5, '#c2402f'), path(`M${px} ${level(1.5) - 52}l13 22h-26Z`, '#c2402f'));
    if (b <= a && b < c) s.add(stroke(`M${px} ${py + 14}L${px} ${level(-1.5) + 22}`, '#c9f0e4', 2.4), circle(px, py, 12, '#fffaf0'), circle(px, py, 7.5, '#2f7f7a'), path(`M${px} ${level(-1.5) + 48}l13 -22h-26Z`, '#c9f0e4'));
  }
  // The sea floor and a gauge; a boat rides one crest and another lies aground in a trough.
  s.add(path('M0 880C200 838 420 866 640 850C900 832 1120 872 1330 846C1440 834 1540 846 1600 852L1600 900L0 900Z', '#d9b982'), path('M0 892C220 860 440 884 680 870C920 856 1140 890 1360 868C1450 860 1540 868 1600 872L1600 900L0 900Z', '#b8935f'));
  s.add(rect(78, 420, 34, 450, '#fffaf0', { stroke: '#2b3f52', strokeWidth: 3 }));
  for (let i = 0; i < 15; i++) s.add(rect(78, 420 + i * 30, i % 2 ? 17 : 34, 15, i % 5 === 0 ? '#c2402f' : '#2b3f52'));
  const boat = (h, hull, lean, lift) => {
    const [px, py] = at(h);
    return group({ transform: `translate(${px} ${py + lift}) rotate(${lean}) scale(0.86)` }, path('M4 -118C28 -92 46 -50 48 -16L4 -16Z', '#fffaf0'), path('M-4 -104C-10 -70 -20 -40 -36 -16L-4 -16Z', '#f0d9ae'), rect(-3, -122, 5, 116, '#4a3a32'), path('M-56 -10L62 -12C54 8 40 16 26 16L-32 16C-44 12 -52 2 -56 -10Z', hull), path('M-56 -10L62 -12L60 -6L-54 -4Z', '#fffaf0'));
  };
  s.add(boat(18.4, '#c2402f', 24, -5), boat(33.8, '#e0a23c', 14, -4));
  for (const [px, py, k] of [[520, 360, 1.1], [590, 330, 0.8], [1150, 350, 1], [1090, 384, 0.7]]) s.add(gull(px, py, k, '#3a4c60'));
  // Hours along the foot.
  for (let h = 0; h <= 48; h += 1) s.add(rect(x(h) - 1.2, 888 - (h % 6 === 0 ? 18 : h % 3 === 0 ? 11 : 6), 2.4, h % 6 === 0 ? 18 : h % 3 === 0 ? 11 : 6, '#3a2c20', { opacity: 0.85 }));
  await canvas.lay(s);
  canvas.grade({ shadows: '#0e2a44', highlights: '#fff3d8', amount: 0.08, vignette: 0.1, contrast: 1.02, saturation: 1.03 });
  return canvas;
}
