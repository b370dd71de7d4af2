// What the lighthouse pictures share: the tower, the keeper's house, clouds, sea.

import { chance } from './chance.mjs';
import { circle, ellipse, group, mix, path, poly, rect, stroke } from './sheet.mjs';

/**
 * The lighthouse, foot at (0, 0), about 600 tall. `light` is the side the light comes from (-1 left, 1 right);
 * the tones say what hour it is.
 */
export function lighthouse(s, { tower = '#fbf4e4', shade = '#8fa3ad', band = '#c2402f', bandShade = '#6d2430', dark = '#26323c', glow = null, light = -1, snow = null }) {
  const side = (lit, dim) => (light < 0 ? s.across([0, lit], [0.35, lit], [0.62, mix(lit, dim, 0.55)], [1, dim]) : s.across([0, dim], [0.38, mix(lit, dim, 0.55)], [0.65, lit], [1, lit]));
  const edge = (y) => 30 + (62 - 30) * ((y + 470) / 470); // Half the width of the tower at height y.
  const slice = (y0, y1, lit, dim) => path(`M${-edge(y0)} ${y0}L${edge(y0)} ${y0}L${edge(y1)} ${y1}Q0 ${y1 + 10} ${-edge(y1)} ${y1}Z`, side(lit, dim));
  const g = [];
  g.push(slice(-470, 0, tower, shade));
  for (const [y0, y1] of [[-400, -322], [-222, -128]]) g.push(path(`M${-edge(y0)} ${y0}Q0 ${y0 + 9} ${edge(y0)} ${y0}L${edge(y1)} ${y1}Q0 ${y1 + 10} ${-edge(y1)} ${y1}Z`, side(band, bandShade)));
  for (let y = -440; y < -10; y += 27) g.push(path(`M${-edge(y)} ${y}Q0 ${y + 9} ${edge(y)} ${y}`, 'none', { stroke: dark, strokeWidth: 1, opacity: 0.1 }));
  for (const [x, y] of [[4, -430], [-6, -276], [6, -176]]) g.push(rect(x - 7, y - 13, 14, 26, glow ? '#ffd98a' : dark, { rx: 7 }), rect(x - 10, y + 13, 20, 4, mix(tower, dark, 0.3)));
  g.push(path('M-15 4L-15 -44A15 15 0 0 1 15 -44L15 6Z', mix(bandShade, dark, 0.3)), rect(-10, -44, 20, 14, glow ? '#ffd98a' : mix(dark, '#6f8a96', 0.4)));
  // Gallery, lantern, dome.
  g.push(path('M-34 -470L-50 -496L50 -496L34 -470Z', side(mix(tower, dark, 0.1), mix(shade, dark, 0.3))), rect(-54, -502, 108, 8, dark));
  g.push(rect(-25, -560, 50, 58, glow ? s.across([0, '#ffc65e'], [0.5, '#fffbe2'], [1, '#ffc65e']) : s.across([0, '#7fa3ad'], [0.4, '#e3f0ec'], [1, '#5d7f8c'])));
  g.push(ellipse(0, -530, 10, 17, glow ? '#ffffff' : '#f3dc9a'));
  for (const x of [-25, -9, 9, 25]) g.push(rect(x - 1.4, -560, 2.8, 58, dark));
  g.push(stroke('M-25 -531L25 -531', dark, 2));
  for (let x = -52; x <= 52; x += 13) g.push(rect(x - 0.9, -524, 1.8, 24, dark));
  g.push(rect(-54, -526, 108, 2.6, dark), rect(-54, -514, 108, 1.6, dark));
  g.push(path('M-31 -560L31 -560C30 -582 18 -594 6 -598L-6 -598C-18 -594 -30 -582 -31 -560Z', side(band, bandShade)), rect(-34, -564, 68, 6, mix(band, dark, 0.4)), circle(0, -602, 6, dark), stroke('M0 -604L0 -628', dark, 2.6));
  if (snow) g.push(path('M-31 -566C-28 -584 -18 -595 -6 -599L6 -599C18 -595 28 -584 31 -566C20 -576 10 -570 0 -577C-10 -570 -20 -576 -31 -566Z', snow), path('M-54 -502C-40 -509 40 -509 54 -502Z', snow), path('M-64 4C-40 -14 40 -14 64 4Z', snow));
  return g.join('');
}

/** The keeper's house, foot line at y = 0, about 210 wide. */
export function cottage(s, { wall = '#f6ecd8', shade = '#93a0a3', roof = '#5a6b74', dark = '#2a343c', glow = false, light = -1, snow = null }) {
  const g = [];
  const front = light < 0 ? [wall, mix(wall, shade, 0.4)] : [mix(wall, shade, 0.5), wall];
  g.push(rect(-100, -70, 160, 74, s.across([0, front[0]], [1, front[1]])), poly([[60, 4], [60, -70], [84, -112], [108, -70], [108, 4]], light < 0 ? mix(wall, shade, 0.8) : mix(wall, '#fff6dc', 0.4)));
  g.push(poly([[-112, -66], [-90, -116], [86, -118], [62, -66]], s.down([0, mix(roof, '#ffffff', 0.2)], [1, roof])), poly([[62, -66], [85, -118], [114, -66], [106, -64], [84, -104]], mix(roof, dark, 0.5)));
  if (snow) g.push(poly([[-114, -68], [-90, -122], [86, -124], [64, -68]], snow), poly([[64, -68], [86, -124], [114, -68], [108, -66], [85, -106]], mix(snow, '#6f8fb0', 0.4)));
  g.push(rect(-62, -142, 20, 34, mix(wall, shade, 0.5)), rect(-65, -146, 26, 7, dark));
  for (const x of [-82, -34, 28]) g.push(rect(x - 3, -53, 26, 34, mix(wall, dark, 0.2)), rect(x, -50, 20, 28, glow ? s.down([0, '#fff0bd'], [1, '#f5b356']) : s.linear(0, 0, 1, 1, [[0, '#6d8b98'], [0.5, '#b7cbcb'], [1, '#4a6674']])), rect(x + 9, -50, 2, 28, mix(wall, dark, 0.25)), rect(x, -37, 20, 2, mix(wall, dark, 0.25)));
  g.push(rect(2, -50, 20, 54, '#2f6a6e'), circle(18, -24, 1.8, '#f3dc9a'));
  return g.join('');
}

/** A fair-weather cloud with a flat foot. */
export function cumulus(s, x, y, w, { light = '#fffdf5', shade = '#c3d3dc', seed = 1, opacity = 1 }) {
  const random = chance(seed);
  const puffs = [];
  const n = 15;
  for (let i = 0; i < n; i++) {
    const u = i / (n - 1);
    const dome = Math.sin(u * Math.PI) ** 0.8;
    puffs.push([x + (u - 0.5) * w + random.between(-8, 8), y - dome * w * random.between(0.06, 0.2), w * (0.05 + 0.1 * dome * random.between(0.7, 1.2))]);
  }
  const clip = s.clip(rect(x - w, y - w, w * 2, w + 3, '#000'));
  return group(
    { clipPath: clip, opacity },
    puffs.map(([px, py, r]) => circle(px, py, r, shade)),
    puffs.map(([px, py, r]) => circle(px - r * 0.12, py - r * 0.2, r * 0.86, mix(light, shade, 0.12))),
    puffs.map(([px, py, r]) => circle(px - r * 0.22, py - r * 0.32, r * 0.62, light)),
    ellipse(x, y + 4, w * 0.5, w * 0.05, shade, { opacity: 0.7 }),
  );
}

/** Lines of light and shade on open water, closer together towards the horizon. */
export function ripples(random, horizon, bottom, width, { light, dark, count = 150, centre = null, reach = 400 }) {
  const out = [];
  for (let i = 0; i < count; i++) {
    const t = random() ** 1.5;
    const y = horizon + 3 + t * (bottom - horizon);
    const w = (14 + t * 130) * random.between(0.5, 1.4);
    const x = random.between(-60, width);
    const near = centre === null ? 0.5 : Math.exp(-(((x + w / 2 - centre) / (reach * (0.4 + t))) ** 2));
    const bright = random() < 0.3 + near * 0.5;
    out.push(path(`M${x} ${y}Q${x + w / 2} ${y - 1 - t * 5} ${x + w} ${y}Q${x + w / 2} ${y + 0.6 + t * 2} ${x} ${y}Z`, bright ? light : dark, { opacity: (bright ? 0.18 + near * 0.5 : 0.2) * random.between(0.6, 1.2) }));
  }
  return out;
}

/** Grass along a slope: short strokes that lean with the wind. */
export function grass(random, count, place, { colours, height = 16, lean = 5 }) {
  const blades = [];
  for (let i = 0; i < count; i++) {
    const [x, y, k] = place(random);
    const h = height * k * random.between(0.6, 1.3);
    const l = lean * k * random.between(0.4, 1.4);
    blades.push([y, path(`M${x - 1.5 * k} ${y}Q${x + l * 0.2} ${y - h * 0.6} ${x + l} ${y - h}Q${x + l * 0.4} ${y - h * 0.5} ${x + 1.5 * k} ${y}Z`, random.pick(colours))]);
  }
  return blades.sort((a, b) => a[0] - b[0]).map((b) => b[1]);
}
