// A container harbour at first light: cranes against the sun, everything doubled in still water.

import { Canvas, rgb, smooth } from '../drawing/canvas.mjs';
import { chance, clouds } from '../drawing/chance.mjs';
import { gull } from '../drawing/land.mjs';
import { Sheet, circle, ellipse, group, mix, path, rect, stroke } from '../drawing/sheet.mjs';

const W = 1600;
const H = 900;
const SHORE = 596;
const SUN = [1010, 520];

export const picture = {
  stem: 'harbour-dawn',
  ratio: '16:9',
  units: 1600,
  crops: [{ name: 'tall', ratio: 4 / 5, across: 0.6, widths: [480, 720] }],
  alt: 'A container harbour at dawn: tall cranes and a loaded ship stand dark against an orange sun, mirrored in calm water.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const sky = new Sheet(W, H);
  sky.add(rect(0, 0, W, H, sky.linear(0, 0, 0, SHORE, [[0, '#1b3a62'], [0.3, '#4f6a92'], [0.52, '#a98a98'], [0.7, '#eda277'], [0.86, '#f8bf77'], [1, '#ffd98f']], true)));
  sky.add(rect(0, 0, W, H, sky.glow(SUN[0], SUN[1], 760, [[0, '#fff0c2', 0.95], [0.12, '#ffd98b', 0.75], [0.4, '#f6a25c', 0.4], [1, '#f08b50', 0]])));
  await canvas.lay(sky);
  cirrus(canvas);
  const sun = new Sheet(W, H);
  sun.add(circle(SUN[0], SUN[1], 46, '#fff6da'));
  await canvas.lay(sun);
  await canvas.lay(distance());
  canvas.mist('#f7b983', (x, y) => 0.75 * smooth(440, 575, y) * smooth(640, 590, y), { seed: 21, size: 60, stretch: 5, low: 0.3, high: 0.8 });
  await canvas.lay(quay());
  canvas.mist('#f3a873', (x, y) => 0.6 * smooth(500, SHORE, y) * (y < SHORE + 4 ? 1 : 0), { seed: 33, size: 46, stretch: 7, low: 0.35, high: 0.85 });
  canvas.reflect(SHORE, { ripple: 7, length: 90, tint: '#24405a', strength: 0.88, darken: 0.16, seed: 9 });
  await canvas.lay(glitter(), { blend: 'screen' });
  await canvas.lay(foreground());
  await canvas.bloom({ threshold: 0.74, radius: 34, strength: 0.42 });
  canvas.grade({ shadows: '#0c2340', highlights: '#ffe2ac', amount: 0.24, vignette: 0.26, contrast: 1.05, saturation: 1.08 }).grain(0.02);
  return canvas;
}

function cirrus(canvas) {
  const cloud = clouds(57, 5);
  const [lit, shade] = [rgb('#ffcf9a'), rgb('#6d6c86')];
  canvas.paint((x, y) => {
    const band = cloud(x / 620 + y / 900, y / 70 + x / 2600);
    const a = smooth(0.5, 0.78, band) * smooth(SHORE, 380, y) * smooth(-60, 160, y) * 0.85;
    if (a <= 0) return null;
    const near = Math.exp(-(((x - SUN[0]) / 620) ** 2) - ((y - SUN[1]) / 330) ** 2);
    const t = Math.min(1, 0.25 + near * 0.9 + (y / SHORE) * 0.35);
    return [shade[0] + (lit[0] - shade[0]) * t, shade[1] + (lit[1] - shade[1]) * t, shade[2] + (lit[2] - shade[2]) * t, a];
  });
}

function distance() {
  const s = new Sheet(W, H);
  s.add(path('M0 556C140 520 260 536 380 548C520 520 640 540 760 556C900 548 1040 560 1180 548C1300 524 1440 520 1600 540L1600 600L0 600Z', '#c98a72', { opacity: 0.75 }));
  const random = chance(4);
  for (let x = 10; x < 1600; x += random.between(18, 44)) {
    const h = random.between(8, 38);
    s.add(rect(x, 568 - h, random.between(10, 30), h + 30, '#b87a68', { opacity: 0.6 }));
  }
  for (const [x, k] of [[700, 0.42], [780, 0.4], [860, 0.43], [1200, 0.46]]) s.add(group({ transform: `translate(${x} 586) scale(${k})`, opacity: 0.7 }, crane('#a56a5c', '#a56a5c', '#b8776a')));
  return s;
}

/** A ship-to-shore crane, feet at y = 0, boom to the left; about 560 tall. */
function crane(dark, mid, lit, raised = false) {
  const p = [];
  const bar = (x1, y1, x2, y2, w, c) => stroke(`M${x1} ${y1}L${x2} ${y2}`, c, w, { strokeLinecap: 'butt' });
  p.push(bar(-72, 0, -56, -330, 11, dark), bar(74, 0, 58, -330, 11, dark), bar(-46, 0, -36, -330, 7, mid), bar(48, 0, 38, -330, 7, mid));
  p.push(bar(-66, -120, 66, -120, 10, dark), bar(-68, -112, 58, -322, 4.5, mid), bar(68, -112, -58, -322, 4.5, mid), bar(-60, -232, 60, -232, 6, mid));
  p.push(rect(-86, -12, 34, 12, dark), rect(54, -12, 34, 12, dark));
  // The boom reaches out over the water.
  const boom = (flip) => {
    const out = [rect(-330, -346, 480, 15, dark), rect(-330, -348, 480, 3, lit, { opacity: 0.8 })];
    for (let x = -320; x < 140; x += 24) out.push(bar(x, -331, x + 12, -346, 2.2, mid), bar(x + 12, -346, x + 24, -331, 2.2, mid));
    out.push(rect(-330, -333, 480, 3.4, dark));
    return out;
  };
  if (raised) p.push(group({ transform: 'rotate(58 -60 -340)' }, rect(-330, -346, 275, 15, dark), rect(-330, -348, 275, 3, lit, { opacity: 0.8 })), rect(-64, -346, 214, 15, dark), rect(-64, -348, 214, 3, lit));
  else p.push(boom());
  // The mast and its stays.
  p.push(bar(-56, -330, -18, -520, 9, dark), bar(40, -330, -10, -520, 8, dark), bar(-30, -440, 14, -440, 5, mid), circle(-14, -522, 7, dark));
  if (!raised) p.push(bar(-14, -520, -300, -346, 3, dark), bar(-14, -520, -180, -346, 3, dark));
  p.push(bar(-14, -520, 140, -346, 3.4, dark));
  p.push(rect(84, -382, 62, 36, dark), rect(84, -384, 62, 3, lit), rect(-126, -331, 24, 22, mid));
  if (!raised) p.push(bar(-120, -312, -124, -196, 1.6, dark), bar(-108, -312, -104, -196, 1.6, dark), rect(-138, -196, 48, 24, '#a8452f'), rect(-138, -198, 48, 3, '#ffb079'));
  p.push(rect(-58, -332, 4, 330, lit, { opacity: 0.55, transform: 'skewX(2.8)' }));
  return p.join('');
}

function quay() {
  const s = new Sheet(W, H);
  const random = chance(19);
  const tone = ['#7d3a33', '#8d5a36', '#2f4d63', '#5d4450', '#3e5757', '#a06a3c', '#45394a'];
  // Stacks of containers along the quay.
  const stack = (x0, x1, base, w, h, most) => {
    for (let x = x0; x < x1; x += w + 1.5) {
      const n = 1 + Math.floor(random() * most);
      for (let i = 0; i < n; i++) {
        const c = mix(random.pick(tone), '#2b3448', 0.35);
        const y = base - (i + 1) * h;
        s.add(rect(x, y, w, h - 1, c), rect(x, y, w, 2, mix(c, '#ffcb8c', 0.6)), rect(x + (x < SUN[0] ? w - 2 : 0), y, 2, h - 1, mix(c, '#ffcb8c', 0.5)));
        for (let k = 1; k < 6; k++) s.add(rect(x + (k * w) / 6, y + 3, 1, h - 6, '#141c2b', { opacity: 0.3 }));
      }
    }
  };
  stack(1120, 1600, 588, 42, 17, 4);
  stack(0, 250, 588, 46, 18, 4);
  // The ship, loaded high, lies at the quay.
  const hull = 'M232 520L250 592L880 592C900 574 914 548 924 506L890 508C886 520 880 524 868 524L300 524L292 508L232 510Z';
  s.add(path(hull, s.linear(0, 506, 0, 592, [[0, '#33405a'], [0.55, '#222c43'], [1, '#141b2c']], true)));
  s.add(path('M244 566L250 592L880 592C888 584 894 576 900 566Z', '#7f3a33'));
  s.add(stroke('M924 506L890 508', '#ffc98d', 2.4), stroke('M868 524L300 524', '#f4b27c', 2, { opacity: 0.7 }));
  for (let bay = 0; bay < 11; bay++) {
    const x = 352 + bay * 47;
    const n = 3 + Math.floor(random() * 3) + (bay > 2 && bay < 9 ? 1 : 0);
    for (let i = 0; i < n; i++) {
      const c = mix(random.pick(tone), '#2b3448', 0.22);
      const y = 524 - (i + 1) * 17;
      s.add(rect(x, y, 45, 16, c), rect(x, y, 45, 1.8, mix(c, '#ffcb8c', 0.65)), rect(x + 42.5, y, 2.5, 16, mix(c, '#ffcb8c', 0.6)));
      for (let k = 1; k < 6; k++) s.add(rect(x + k * 7.5, y + 3, 1, 11, '#141c2b', { opacity: 0.3 }));
    }
  }
  s.add(path('M268 524L268 398L336 398L336 524Z', s.across([0, '#3a4560'], [0.8, '#59607a'], [1, '#f3b684'])), rect(258, 392, 88, 9, '#4a536c'), rect(262, 400, 80, 11, '#ffdc95'), rect(258, 389, 88, 3, '#ffcf97'), rect(280, 356, 26, 36, '#3a4056'), rect(280, 354, 26, 4, '#ffcf97'), stroke('M320 392L320 338M312 352L328 352', '#38415a', 3));
  for (let y = 424; y < 516; y += 18) for (let x = 276; x < 330; x += 13) if (random() > 0.3) s.add(rect(x, y, 6, 6, '#ffd68c', { opacity: 0.9 }));
  // The cranes stand over everything.
  for (const [x, k, raised] of [[1486, 0.8, false], [1310, 0.86, true], [640, 0.98, false], [470, 0.93, false], [120, 0.9, true]]) {
    s.add(group({ transform: `translate(${x} 590) scale(${k})` }, crane('#2a3349', '#3a4158', '#ffb982', raised)));
  }
  s.add(rect(0, 584, 236, 14, '#1d2438'), rect(924, 584, 680, 14, '#1d2438'), rect(924, 583, 680, 2, '#ffc68b'), rect(0, 583, 236, 2, '#d99a74'));
  for (let x = 940; x < 1600; x += 74) s.add(rect(x, 576, 7, 9, '#151b2b'));
  for (const [x, y] of [[980, 470], [1180, 466], [1420, 472], [60, 468]]) s.add(stroke(`M${x} 586L${x} ${y}L${x + 16} ${y - 3}`, '#29324a', 3), circle(x + 17, y - 1, 3, '#fff1c4'), circle(x + 17, y - 1, 9, '#ffd98b', { opacity: 0.35 }));
  return s;
}

function glitter() {
  const s = new Sheet(W, H);
  const random = chance(66);
  for (let i = 0; i < 190; i++) {
    const t = random() ** 1.3;
    const y = SHORE + 6 + t * (H - SHORE);
    const spread = 16 + t * 120;
    const x = SUN[0] + (random() + random() + random() - 1.5) * spread * 1.5;
    const w = random.between(6, 20) * (0.5 + t * 2.2);
    s.add(ellipse(x, y, w, 0.9 + t * 1.7, '#ffdf9f', { opacity: random.between(0.2, 0.75) * (1 - t * 0.45) }));
  }
  return s;
}

function foreground() {
  const s = new Sheet(W, H);
  // A pilot boat crosses towards the light.
  s.add(path('M980 706C1060 700 1190 704 1300 722C1200 716 1080 716 980 706Z', '#ffe3b4', { opacity: 0.35 }));
  s.add(group({ transform: 'translate(1002 706)' },
    path('M-74 -12L70 -16C62 0 52 8 40 9L-58 9C-66 6 -72 -2 -74 -12Z', '#1b2438'), path('M-74 -12L70 -16L68 -12L-73 -8Z', '#f7ba80'),
    path('M-30 -12L-24 -44L20 -44L32 -13Z', '#2a344c'), path('M-20 -40L16 -40L24 -26L-22 -26Z', '#ffd994'), rect(-30, -48, 54, 5, '#222b41'), rect(-30, -49, 54, 2, '#ffca8f'), stroke('M-6 -48L-6 -78M-14 -66L2 -66', '#1f283d', 2.4), circle(-6, -80, 2.6, '#fff2c6'),
    ellipse(0, 13, 78, 5, '#101828', { opacity: 0.55 })));
  s.add(group({ transform: 'translate(1002 718) scale(1 -0.7)', opacity: 0.35 }, path('M-70 -6L66 -8C62 0 52 6 40 6L-58 6Z', '#101828'), path('M-30 -12L-24 -44L20 -44L32 -13Z', '#1a2338')));
  // Gulls.
  const random = chance(8);
  for (let i = 0; i < 9; i++) {
    const x = random.between(760, 1420);
    const y = random.between(170, 400);
    const k = random.between(0.5, 1.1);
    s.add(gull(x, y, k, '#3a3a52'));
  }
  // A mooring pile close by gives the water its depth.
  for (const [x, w, top] of [[96, 40, 640], [150, 34, 668], [204, 30, 690]]) {
    s.add(rect(x, top, w, 300, s.across([0, '#0f1728'], [0.6, '#27304a'], [0.92, '#c98262'], [1, '#2a2f44'])), ellipse(x + w / 2, top, w / 2, w / 8, '#8a6a66'), rect(x, top + 54, w, 8, '#0b1120', { opacity: 0.7 }));
  }
  s.add(stroke('M112 702C150 730 210 734 226 724', '#0c1322', 5));
  return s;
}
