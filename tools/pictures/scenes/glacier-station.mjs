// A research hut on the ice, one lamp lit, the aurora above.

import { Canvas, rgb, smooth } from '../drawing/canvas.mjs';
import { chance, clouds } from '../drawing/chance.mjs';
import { mountains } from '../drawing/land.mjs';
import { Sheet, circle, ellipse, group, line, path, poly, rect, stroke } from '../drawing/sheet.mjs';

const W = 1500;
const H = 1000;
const ICE = 690;

export const picture = {
  stem: 'glacier-station',
  ratio: '3:2',
  alt: 'A small red research hut with lit windows stands on blue ice beneath green and violet curtains of northern lights.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const sky = new Sheet(W, H);
  sky.add(rect(0, 0, W, H, sky.linear(0, 0, 0, ICE, [[0, '#071025'], [0.5, '#0e2340'], [0.85, '#1c4258'], [1, '#2d6068']], true)));
  const random = chance(17);
  for (let i = 0; i < 260; i++) sky.add(circle(random.between(0, W), random() ** 1.2 * 600, random.between(0.5, 1.8), '#eef6ff', { opacity: random.between(0.2, 0.95) }));
  await canvas.lay(sky);
  aurora(canvas, { seed: 5, base: 470, sway: 150, height: 380, low: '#58f2a9', high: '#6a4bd0', strength: 1.0, shift: 0 });
  aurora(canvas, { seed: 23, base: 360, sway: 110, height: 300, low: '#43d6c0', high: '#a14fc0', strength: 0.6, shift: 400 });
  await canvas.lay(range());
  canvas.mist('#6fb5b0', (x, y) => 0.5 * smooth(590, ICE - 10, y) * smooth(ICE + 20, ICE - 10, y), { seed: 3, size: 50, stretch: 6, low: 0.3, high: 0.8 });
  await canvas.lay(ice());
  aurora(canvas, { seed: 5, base: 470, sway: 150, height: 380, low: '#58f2a9', high: '#6a4bd0', strength: 0.42, shift: 0, mirror: ICE });
  await canvas.lay(lampLight(), { blend: 'screen' });
  await canvas.lay(hut());
  await canvas.bloom({ threshold: 0.6, radius: 30, strength: 0.5 });
  canvas.grade({ shadows: '#051026', highlights: '#e7fff0', amount: 0.15, vignette: 0.34, contrast: 1.06, saturation: 1.08 }).grain(0.02);
  return canvas;
}

/** Curtains of light: a swaying lower edge, rays rising from it and fading upward. */
function aurora(canvas, { seed, base, sway, height, low, high, strength, shift, mirror }) {
  const bend = clouds(seed, 3);
  const rays = clouds(seed + 1, 4);
  const [a, b] = [rgb(low), rgb(high)];
  canvas.paint(
    (px, py) => {
      const y = mirror ? mirror - (py - mirror) * 1.1 : py;
      const x = px;
      const edge = base + (bend((x + shift) / 520, 1.5) - 0.5) * 2 * sway + Math.sin((x + shift) / 210) * 26 - (x - 750) * 0.1;
      const d = edge - y;
      if (d < -46 || d > height * 1.5) return null;
      const ray = 0.3 + 0.95 * smooth(0.28, 0.78, rays((x + d * 0.12 + shift) / 34, d / 900));
      const tall = height * (0.45 + 1.0 * bend((x + shift) / 190 + 40, 7));
      const rise = d < 0 ? smooth(-46, 0, d) : Math.exp(-d / (tall * 0.42));
      const t = Math.max(0, Math.min(1, d / (tall * 0.9)));
      const k = strength * rise * ray * (0.5 + 0.8 * bend((x + shift) / 300 + 9, 3));
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t, Math.min(0.95, k * (mirror ? smooth(H + 60, mirror, py) : 1))];
    },
    { blend: 'screen', top: mirror ?? 0, bottom: mirror ? H : ICE },
  );
}

function range() {
  const s = new Sheet(W, H);
  s.add(mountains([[140, 520, 230], [1410, 500, 260], [890, 580, 200], [570, 590, 190]], s.linear(0, 480, 0, ICE, [[0, '#5aa3a4'], [1, '#2c6a78']], true), s.linear(0, 480, 0, ICE, [[0, '#1f4a62'], [1, '#1c4a5c']], true), ICE + 8, 40));
  s.add(mountains([[320, 470, 290], [1180, 440, 330], [10, 560, 250]], s.linear(0, 440, 0, ICE, [[0, '#a9e2cf'], [0.4, '#5aa5a6'], [1, '#2f7080']], true), s.linear(0, 440, 0, ICE, [[0, '#22506b'], [1, '#173a52']], true), ICE + 8, 40));
  return s;
}

function ice() {
  const s = new Sheet(W, H);
  s.add(rect(0, ICE, W, H - ICE, s.linear(0, ICE, 0, H, [[0, '#3d7f8a'], [0.25, '#245a70'], [0.7, '#123650'], [1, '#0a2138']], true)));
  s.add(rect(0, ICE - 2, W, 4, '#a8ead2', { opacity: 0.6 }));
  const random = chance(22);
  // Snow drifts: long pale tongues, wider as they come near.
  for (let i = 0; i < 34; i++) {
    const t = (i / 34) ** 1.4;
    const y = ICE + 10 + t * 290;
    const x = random.between(-200, W);
    const w = random.between(120, 380) * (0.5 + t * 1.6);
    const h = (3 + t * 17) * random.between(0.6, 1.2);
    s.add(path(`M${x} ${y}C${x + w * 0.25} ${y - h} ${x + w * 0.6} ${y - h} ${x + w} ${y}C${x + w * 0.7} ${y + h * 0.5} ${x + w * 0.3} ${y + h * 0.4} ${x} ${y}Z`, s.down([0, '#cdf3e6', 0.5], [1, '#4f96a2', 0.06]), { opacity: 0.3 + 0.4 * (1 - t) }));
  }
  // Cracks run through the ice.
  for (let i = 0; i < 11; i++) {
    let x = random.between(0, W);
    let y = ICE + random.between(40, 160);
    const points = [[x, y]];
    const drift = (x - 750) * 0.1;
    while (y < H + 20) {
      x += drift + random.between(-52, 52);
      y += random.between(16, 44) * (0.5 + (y - ICE) / 200);
      points.push([x, y]);
    }
    s.add(stroke(line(points), '#06172b', 2.4, { opacity: 0.42 }), stroke(line(points), '#a5e6dc', 1, { opacity: 0.4, transform: 'translate(1.6 1.6)' }));
  }
  return s;
}

function lampLight() {
  const s = new Sheet(W, H);
  s.add(poly([[560, 772], [800, 776], [900, 940], [430, 930]], s.linear(0, 772, 0, 930, [[0, '#ffc873', 0.75], [0.5, '#f09a4a', 0.25], [1, '#f09a4a', 0]], true), { filter: s.blur(13) }));
  s.add(ellipse(690, 720, 270, 120, '#ef9a48', { opacity: 0.24, filter: s.blur(42) }));
  return s;
}

function hut() {
  const s = new Sheet(W, H);
  const g = [];
  // Shadow, stilts and sledges of the hut.
  s.add(ellipse(680, 790, 200, 15, '#04101f', { opacity: 0.75, filter: s.blur(7) }));
  for (const x of [540, 620, 736, 818]) g.push(stroke(`M${x} 744L${x} 788M${x} 748L${x + 30} 786`, '#0d1c30', 5.5));
  g.push(path('M500 750L862 750L870 738L492 738Z', '#10223a'));
  // The wall in the light, the gable in shade.
  g.push(path('M512 738L512 640L790 640L790 738Z', s.down([0, '#b23b33'], [0.6, '#94302e'], [1, '#6b2229'])));
  g.push(path('M790 738L790 640L820 592L852 640L852 738Z', s.down([0, '#64242e'], [1, '#3c1822'])));
  for (let x = 526; x < 790; x += 15) g.push(stroke(`M${x} 642L${x} 737`, '#561d25', 1.2, { opacity: 0.5 }));
  g.push(path('M498 644L526 586L826 584L796 644Z', s.down([0, '#dff7ec'], [0.5, '#a8dbd4'], [1, '#5f9aa6'])), path('M826 584L862 644L852 646L822 598L796 644Z', '#37647a'), path('M498 644L796 644L794 651L500 651Z', '#26475d'));
  for (const x of [540, 616, 706]) {
    const w = 48;
    g.push(rect(x - 5, 664, w + 10, 50, '#f0ddc0'), rect(x, 669, w, 40, s.down([0, '#fff4c9'], [0.6, '#ffd27a'], [1, '#f3a94f'])), rect(x + w / 2 - 1.5, 669, 3, 40, '#b07a42'), rect(x, 687, w, 3, '#b07a42'));
  }
  // Someone sits at the middle window.
  g.push(circle(640, 688, 7.5, '#4a2a22'), path('M626 709C626 696 654 696 654 709Z', '#4a2a22'));
  g.push(rect(766, 664, 18, 74, '#2c1520'), rect(769, 670, 12, 18, '#ffdc8c'));
  g.push(path('M760 738L800 738L812 788L750 788Z', '#16283e'), ...[0, 1, 2, 3].map((i) => stroke(`M${758 - i * 2.4} ${748 + i * 11}L${803 + i * 2.4} ${748 + i * 11}`, '#7aa9ae', 2.4)));
  // Chimney with smoke, mast with its instruments.
  g.push(rect(588, 548, 16, 46, '#22364c'), rect(584, 544, 24, 7, '#31495f'));
  g.push(stroke('M926 786L926 470', '#0c1a2d', 5), stroke('M926 470L870 786M926 470L984 786', '#0c1a2d', 1.6), stroke('M926 500L900 500M926 500L952 500', '#0c1a2d', 3), circle(898, 500, 6, '#20384f'), path('M952 492l16 8l-16 8Z', '#b23b33'), circle(926, 466, 4.5, '#ff6a4c'), circle(926, 466, 13, '#ff6a4c', { opacity: 0.3 }));
  g.push(ellipse(958, 620, 26, 30, '#cfeee6', { transform: 'rotate(-24 958 620)' }), ellipse(963, 617, 19, 24, '#5b98a2', { transform: 'rotate(-24 958 620)' }), stroke('M954 624L980 606', '#0c1a2d', 3));
  s.add(group({ filter: s.rim(-1.6, -1.8, '#9ff5d2', 0.75, 0.7) }, g));
  s.add(path('M596 540C584 510 612 494 600 462C592 436 622 424 616 392C640 420 628 444 634 466C642 496 612 512 612 540Z', '#bfe5dc', { opacity: 0.3, filter: s.blur(8) }));
  // A snowcat track and a lone figure with a lamp walk home.
  s.add(stroke('M1240 906C1140 858 1010 836 884 800', '#06172b', 3, { opacity: 0.5, strokeDasharray: '3 9' }));
  const f = [];
  f.push(path('M1236 906C1234 880 1236 858 1240 846C1236 838 1238 826 1248 824C1258 824 1262 836 1258 846C1266 858 1266 884 1264 906Z', '#c9472f'), path('M1239 842C1236 828 1260 826 1258 842C1254 850 1244 850 1239 842Z', '#16283e'), path('M1238 904L1236 926L1247 926L1249 904ZM1252 904L1254 926L1265 926L1264 902Z', '#0c1a2d'), stroke('M1240 860L1228 880L1224 886', '#a43826', 7), circle(1222, 893, 5, '#fff0b8'));
  s.add(ellipse(1248, 928, 34, 5, '#04101f', { opacity: 0.6, filter: s.blur(3) }), ellipse(1220, 914, 60, 22, '#ffc873', { opacity: 0.3, filter: s.blur(10) }), group({ filter: s.rim(-1.4, -1.4, '#b8ffe0', 0.7, 0.6) }, f));
  return s;
}
