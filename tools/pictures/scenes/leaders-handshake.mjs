// Two statesmen shake hands in a great hall; the middle window stands behind their hands.

import { Canvas } from '../drawing/canvas.mjs';
import { chance } from '../drawing/chance.mjs';
import { Sheet, circle, curve, ellipse, group, line, mix, path, poly, rect, stroke } from '../drawing/sheet.mjs';
import { closingFingers, headInProfile, limb, reachingHand } from '../drawing/people.mjs';

const W = 1500;
const H = 1000;
const BASE = 748; // Where the far wall meets the floor.
const EYE = [750, 628];

export const picture = {
  stem: 'leaders-handshake',
  ratio: '3:2',
  png: true,
  alt: 'Two statesmen in dark suits shake hands before the tall, sunlit windows of a grand hall with columns and rows of plain-coloured flags.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  await canvas.lay(hall());
  await canvas.bloom({ threshold: 0.72, radius: 46, strength: 0.34 });
  canvas.reflect(BASE, { ripple: 2.4, length: 26, tint: '#4b3a37', strength: 0.62, darken: 0.18, seed: 11 });
  await canvas.lay(floor());
  await canvas.lay(columns());
  await canvas.lay(shafts(), { blend: 'screen' });
  await canvas.lay(figuresReflected(), { opacity: 0.5 });
  await canvas.lay(figures());
  await canvas.bloom({ threshold: 0.8, radius: 18, strength: 0.2 });
  canvas.grade({ shadows: '#0b2733', highlights: '#ffe9c4', amount: 0.22, vignette: 0.3, contrast: 1.04, saturation: 1.04 });
  return canvas;
}

function windowShape(cx, width, top, bottom) {
  const h = width / 2;
  return `M${cx - h} ${bottom}L${cx - h} ${top + h}A${h} ${h} 0 0 1 ${cx + h} ${top + h}L${cx + h} ${bottom}Z`;
}

function hall() {
  const s = new Sheet(W, H);
  s.add(rect(0, 0, W, H, s.linear(0, 0, 0, 1, [[0, '#4a3f45'], [0.5, '#7d6459'], [0.75, '#8a6a58'], [1, '#4a3733']])));
  // The far wall: panels between pilasters, warmest near the windows.
  s.add(rect(255, 0, 990, BASE, s.down([0, '#5a4a4d'], [0.45, '#94735f'], [1, '#a37a5d'])));
  s.add(rect(255, 0, 990, BASE, s.glow(750, 400, 560, [[0, '#ffd9a0', 0.55], [0.6, '#e9a871', 0.18], [1, '#e9a871', 0]])));
  // Cornice and dado give the wall its measure.
  for (const [y, h, c, o] of [[58, 10, '#c99f78', 0.7], [70, 4, '#4c3a3b', 0.6], [34, 5, '#b08a6c', 0.5], [662, 6, '#d9b084', 0.6], [670, 3, '#54403b', 0.6], [BASE - 22, 22, '#4d3a37', 0.85], [BASE - 24, 3, '#d6a877', 0.7]]) {
    s.add(rect(255, y, 990, h, c, { opacity: o }));
  }
  for (const x of [278, 946]) s.add(rect(x, 104, 276, 540, 'none', { stroke: '#c69c77', strokeWidth: 2, opacity: 0.35 }));
  for (let x = 258; x < 1242; x += 16) s.add(rect(x, 44, 9, 12, '#caa07a', { opacity: 0.5 }));
  for (const x of [596, 904]) {
    s.add(rect(x - 34, 76, 68, BASE - 98, s.across([0, '#6d544c'], [0.35, '#b58e6d'], [0.7, '#9a7459'], [1, '#5f4843']), { opacity: 0.8 }));
    s.add(rect(x - 42, 76, 84, 22, '#b98f6d'), rect(x - 38, 98, 76, 5, '#5c4641'), rect(x - 42, BASE - 60, 84, 38, '#8a6753'));
  }
  for (const [cx, width, top] of [[750, 216, 122], [462, 168, 162], [1038, 168, 162]]) window(s, cx, width, top, 668);
  // Side walls run towards us; they are darker, so that the eye stays in the middle.
  s.add(poly([[0, 0], [255, 0], [255, BASE], [0, BASE + 170]], s.across([0, '#1f2a31'], [0.6, '#4a4142'], [1, '#6b5550'])));
  s.add(poly([[W, 0], [1245, 0], [1245, BASE], [W, BASE + 170]], s.linear(1, 0, 0, 0, [[0, '#1d272e'], [0.6, '#443c3e'], [1, '#644f4b']])));
  flags(s);
  return s;
}

function window(s, cx, width, top, bottom) {
  const outer = windowShape(cx, width + 44, top - 22, bottom + 12);
  const inner = windowShape(cx, width, top, bottom);
  s.add(path(outer, s.across([0, '#7b5f52'], [0.1, '#d7ab81'], [0.5, '#c79a74'], [0.9, '#e0b58a'], [1, '#6f564c'])));
  s.add(path(windowShape(cx, width + 20, top - 10, bottom + 4), '#5d4740'));
  s.add(path(inner, s.down([0, '#ffe7bf'], [0.4, '#fff3d8'], [0.72, '#ffdca6'], [1, '#f3b777'])));
  const view = [];
  // Outside: a pale park and a far dome, one haze after another.
  const random = chance(Math.round(cx));
  const ridge = (y, amp, step) => {
    const points = [];
    for (let x = cx - width; x <= cx + width; x += step) points.push([x, y + (random() - 0.5) * amp]);
    return curve(points) + `L${cx + width} ${bottom}L${cx - width} ${bottom}Z`;
  };
  view.push(path(ridge(500, 18, 46), '#f6cf9a', { opacity: 0.8 }));
  if (cx === 750) {
    view.push(path('M708 520L708 478L716 478L716 466C716 440 732 428 750 426C768 428 784 440 784 466L784 478L792 478L792 520Z', '#eebd88', { opacity: 0.85 }));
    view.push(rect(747, 402, 6, 26, '#eebd88', { opacity: 0.85 }), circle(750, 402, 4, '#eebd88'));
  }
  view.push(path(ridge(560, 40, 26), '#dfa873', { opacity: 0.8 }));
  view.push(path(ridge(606, 30, 22), '#c08660', { opacity: 0.75 }));
  view.push(path(ridge(640, 12, 40), '#9c6a50', { opacity: 0.7 }));
  s.add(group({ clipPath: s.clip(path(inner, '#000')) }, view));
  s.add(path(inner, s.glow(cx, top + 190, width * 1.3, [[0, '#fffdf2', 0.95], [0.5, '#fff4da', 0.5], [1, '#fff0d0', 0]])));
  // Glazing bars, thinned by the light behind them.
  const bars = [];
  const half = width / 2;
  const spring = top + half;
  for (const k of [-0.34, 0.34]) bars.push(`M${cx + width * k * 0.98} ${spring}L${cx + width * k * 0.98} ${bottom}`);
  for (let y = spring; y < bottom; y += 88) bars.push(`M${cx - half} ${y}L${cx + half} ${y}`);
  for (const a of [-60, -30, 0, 30, 60]) {
    const t = (a * Math.PI) / 180;
    bars.push(`M${cx + Math.sin(t) * half * 0.3} ${spring - Math.cos(t) * half * 0.3}L${cx + Math.sin(t) * half} ${spring - Math.cos(t) * half}`);
  }
  bars.push(`M${cx - half * 0.3} ${spring}A${half * 0.3} ${half * 0.3} 0 0 1 ${cx + half * 0.3} ${spring}`);
  s.add(stroke(bars.join(''), '#a87a5a', 4.2, { opacity: 0.8 }));
  s.add(stroke(bars.join(''), '#6d4d40', 1.6, { opacity: 0.5 }));
  s.add(path(inner, 'none', { stroke: '#8c654d', strokeWidth: 5 }));
  // The sill.
  s.add(rect(cx - half - 30, bottom + 2, width + 60, 13, '#e9c193'), rect(cx - half - 26, bottom + 15, width + 52, 6, '#573f39'));
}

// Plain colours only: the flags belong to no country.
const CLOTHS = [
  ['#b8452f', '#7d2a22', '#e0764f'],
  ['#e3a63d', '#a46a22', '#f7cd77'],
  ['#1f6a70', '#123f49', '#4a9c98'],
  ['#efe2c8', '#b59f82', '#fff8e6'],
  ['#31507f', '#1d2f52', '#5d80b0'],
];

function flags(s) {
  const sets = [
    [372, 3], [308, 0], [344, 2],
    [534, 0], [562, 1],
    [966, 2], [938, 1],
    [1128, 2], [1192, 4], [1158, 0],
  ];
  for (const [x, index] of sets) {
    const [colour, shade, light] = CLOTHS[index];
    const k = (x * 7) % 13;
    const top = 352 - (x % 3) * 4;
    const foot = BASE + 8;
    const px = x - (x < 750 ? 7 : -7);
    s.add(ellipse(px, foot, 22, 5, '#1c1413', { opacity: 0.6 }), path(`M${px - 15} ${foot}C${px - 12} ${foot - 12} ${px + 12} ${foot - 12} ${px + 15} ${foot}Z`, '#5e4424'));
    // The cloth is tied at the top of the pole and falls to one side, fold beside fold.
    const out = x < 750 ? 1 : -1;
    const bottom = 650 + k;
    const random = chance(x);
    const folds = 5;
    const columnsOfCloth = [];
    for (let i = 0; i <= folds; i++) {
      const u = i / folds;
      const hem = bottom - 6 + u * 16 + (i % 2 ? 5 : -4);
      columnsOfCloth.push([
        [x - out * 7 + out * u * 10, top + 6 + u * 26],
        [x - out * 8 + out * (u * 40 + random.between(-2, 2)), top + 90 + u * 20],
        [x - out * 9 + out * (u * 54 + random.between(-3, 3)), top + 190],
        [x - out * 9 + out * (u * 50 + random.between(-2, 2)), hem],
      ]);
    }
    const cut = (l, r) => `${curve(l)}Q${(l[3][0] + r[3][0]) / 2} ${Math.max(l[3][1], r[3][1]) + 5} ${r[3][0]} ${r[3][1]}${curve([...r].reverse()).replace('M', 'L')}Z`;
    for (let i = 0; i < folds; i++) {
      const tone = i % 2 ? [shade, mix(shade, colour, 0.55)] : [mix(colour, light, 0.55), colour];
      const fill = out > 0 ? s.across([0, tone[0]], [1, tone[1]]) : s.across([0, tone[1]], [1, tone[0]]);
      s.add(path(cut(columnsOfCloth[i], columnsOfCloth[i + 1]), fill, { stroke: tone[1], strokeWidth: 0.7 }));
    }
    s.add(path(cut(columnsOfCloth[0], columnsOfCloth[folds]), s.linear(0, top, 0, bottom, [[0, '#fff2d8', 0.25], [0.35, shade, 0], [1, mix(shade, '#120d10', 0.6), 0.5]], true)));
    s.add(rect(x - 2.2 - out * 7, top - 4, 4.4, foot - top, s.across([0, '#8c6430'], [0.4, '#f3cf83'], [1, '#70491f'])));
    s.add(path(`M${x - out * 7} ${top - 30}L${x - out * 7 + 6} ${top - 14}L${x - out * 7} ${top - 2}L${x - out * 7 - 6} ${top - 14}Z`, '#e8bd68'));
    s.add(stroke(`M${x - out * 7} ${top + 2}C${x + out * 2} ${top + 30} ${x - out * 2} ${top + 60} ${x + out * 3} ${top + 84}`, '#e6bb64', 1.6), path(`M${x + out * 3 - 3} ${top + 84}L${x + out * 3 + 3} ${top + 84}L${x + out * 3 + 4} ${top + 100}L${x + out * 3 - 4} ${top + 100}Z`, '#d7a64c'));
  }
}

function floor() {
  const s = new Sheet(W, H);
  s.add(rect(0, BASE, W, H - BASE, s.down([0, '#c08a60', 0.35], [0.3, '#5f4640', 0.3], [1, '#11191f', 0.82])));
  // Stone slabs, all lines running to the eye point.
  const far = BASE;
  const out = [];
  for (let i = -16; i <= 16; i++) {
    const x1 = EYE[0] + i * 58;
    const k = (H + 20 - EYE[1]) / (far - EYE[1]);
    out.push(`M${x1} ${far}L${EYE[0] + i * 58 * k} ${H + 20}`);
  }
  let depth = 1;
  for (let i = 0; i < 7; i++) {
    const y = EYE[1] + (far - EYE[1]) * depth;
    out.push(`M0 ${y}L${W} ${y}`);
    depth *= 1.19;
  }
  s.add(stroke(out.join(''), '#22191a', 1.6, { opacity: 0.34 }));
  s.add(stroke(out.join(''), '#ffdcae', 0.8, { opacity: 0.16, transform: 'translate(0 1.6)' }));
  // A carpet leads to the two.
  s.add(poly([[640, far + 4], [860, far + 4], [1130, H], [370, H]], s.down([0, '#a54432', 0.95], [0.5, '#7c2d27', 0.96], [1, '#451c20', 0.98])));
  s.add(poly([[650, far + 4], [656, far + 4], [418, H], [398, H]], '#e2a558', { opacity: 0.7 }), poly([[850, far + 4], [844, far + 4], [1082, H], [1102, H]], '#e2a558', { opacity: 0.7 }));
  // Window light on the floor.
  const light = (x1, x2, spread, o) => poly([[x1, far + 8], [x2, far + 8], [x2 + (x2 - 750) * spread + 20, H], [x1 + (x1 - 750) * spread - 20, H]], s.down([0, '#ffe0ad', o], [0.5, '#ffcf92', o * 0.45], [1, '#ffc27e', 0]), { filter: s.blur(5) });
  s.add(light(652, 848, 1.2, 0.62), light(386, 538, 1.35, 0.5), light(962, 1114, 1.35, 0.5));
  return s;
}

function columns() {
  const s = new Sheet(W, H);
  const column = (x, width, foot, lit, tone) => {
    const dark = mix('#0e1d26', '#594a49', tone);
    const body = mix('#2c3840', '#8f7263', tone);
    const bright = mix('#7d6a63', '#e2b78c', tone);
    const stops = lit > 0 ? [[0, dark], [0.3, body], [0.62, mix(body, bright, 0.5)], [0.88, bright], [0.97, mix(bright, '#fff0d4', 0.5)], [1, body]] : [[0, body], [0.03, mix(bright, '#fff0d4', 0.5)], [0.12, bright], [0.38, mix(body, bright, 0.5)], [0.7, body], [1, dark]];
    s.add(ellipse(x, foot + width * 0.04, width * 0.9, width * 0.13, '#0a0f13', { opacity: 0.55, filter: s.blur(5) }));
    s.add(path(`M${x - width * 0.5} -10C${x - width * 0.5} ${foot * 0.3} ${x - width * 0.55} ${foot * 0.7} ${x - width * 0.56} ${foot - width * 0.4}L${x + width * 0.56} ${foot - width * 0.4}C${x + width * 0.55} ${foot * 0.7} ${x + width * 0.5} ${foot * 0.3} ${x + width * 0.5} -10Z`, s.across(...stops)));
    for (let i = -3; i <= 3; i++) {
      const fx = Math.sin((i * 22 * Math.PI) / 180) * width * 0.53;
      s.add(stroke(`M${x + fx * 0.94} -10L${x + fx} ${foot - width * 0.42}`, dark, width * 0.022, { opacity: 0.35 }));
      s.add(stroke(`M${x + fx * 0.94 + width * 0.025 * lit} -10L${x + fx + width * 0.025 * lit} ${foot - width * 0.42}`, bright, width * 0.012, { opacity: 0.35 }));
    }
    const ring = (y, w, h) => rect(x - w / 2, y, w, h, s.across(...stops), { rx: h / 2.2 });
    s.add(ring(foot - width * 0.46, width * 1.24, width * 0.14), ring(foot - width * 0.33, width * 1.16, width * 0.08), ring(foot - width * 0.26, width * 1.36, width * 0.15));
    s.add(rect(x - width * 0.74, foot - width * 0.12, width * 1.48, width * 0.17, s.across(...stops)), rect(x - width * 0.74, foot - width * 0.12, width * 1.48, 2.5, bright, { opacity: 0.6 }));
  };
  column(247, 60, BASE + 14, 1, 0.85);
  column(1253, 60, BASE + 14, -1, 0.8);
  column(150, 88, BASE + 72, 1, 0.36);
  column(1350, 88, BASE + 72, -1, 0.32);
  column(-6, 150, BASE + 190, 1, 0.02);
  column(1506, 150, BASE + 190, -1, 0);
  return s;
}

function shafts() {
  const s = new Sheet(W, H);
  const soft = s.blur(16);
  const shaft = (x, w, o) => poly([[x - w / 2, 150], [x + w / 2, 210], [x + w / 2 - 330, 1000], [x - w / 2 - 470, 1000]], s.linear(x, 180, x - 390, 980, [[0, '#ffe3b0', o], [0.6, '#ffcd8c', o * 0.35], [1, '#ffc27a', 0]], true), { filter: soft });
  s.add(shaft(750, 190, 0.42), shaft(1038, 150, 0.42), shaft(462, 150, 0.2));
  return s;
}

const LEFT = {
  x: 612,
  skin: '#8d5b40', skinShade: '#563424', hair: '#b9b4ad', hairShade: '#6d6a69', hairStyle: 'short', beard: null,
  suit: '#25303f', suitShade: '#161d28', suitLight: '#435266', tie: '#a63b2c',
};
const RIGHT = {
  x: 890,
  skin: '#d9a27c', skinShade: '#9a6348', hair: '#7b5436', hairShade: '#4a2f20', hairStyle: 'grey', beard: '#7b5436',
  suit: '#3c3a40', suitShade: '#232228', suitLight: '#625d61', tie: '#2a6c70',
};
const SCALE = 1.06;
const GROUND = 918;

/** A man in a suit, in profile, facing right, soles at y = 0; about 560 tall. */
function statesman(s, man, near) {
  const { suit, suitShade, suitLight, skin, skinShade } = man;
  const p = [];
  // Far arm of the man whose right arm lies on the other side.
  if (near === 'hanging') {
    p.push(path(limb([[6, -440], [40, -392], [74, -356], [104, -330]], [40, 34, 29, 25], { round: true }), suitShade));
    p.push(path(limb([[101, -332], [110, -326]], [24, 23], { round: false }), '#f6eedf'));
  }
  // Far leg a step ahead, then the near one.
  p.push(path('M-30 -270C-6 -270 30 -268 36 -262C42 -200 44 -150 42 -110C42 -70 46 -40 46 -14L20 -14C14 -60 8 -100 6 -140Z', suitShade));
  p.push(path('M16 0C15 -10 18 -17 24 -18L44 -18C52 -12 64 -9 72 -6C76 -4 76 0 74 0Z', '#0d0d11'));
  p.push(path('M-52 -270L28 -268C30 -220 22 -180 16 -140C10 -100 6 -60 4 -14L-26 -14C-30 -60 -36 -100 -38 -140C-44 -190 -54 -230 -52 -270Z', s.linear(0, 0, 1, 0, [[0, suitShade], [0.45, suit], [0.85, suit], [1, suitLight]])));
  p.push(path('M-32 0C-33 -10 -30 -17 -24 -18L4 -18C12 -12 24 -9 32 -6C36 -4 36 0 34 0Z', '#121217'));
  p.push(stroke('M-6 -236C-8 -180 -10 -100 -10 -22', suitLight, 1.8, { opacity: 0.35 }));
  // Head and neck go under the collar of the jacket.
  p.push(group({ transform: 'translate(6 -470) rotate(3)' }, headInProfile({ skin, shade: skinShade, hair: man.hair, hairShade: man.hairShade, style: man.hairStyle, beard: man.beard })));
  // Shirt front and tie.
  p.push(path('M-6 -468L22 -472C34 -450 44 -420 47 -380L40 -366Z', '#fbf3e4'));
  p.push(path('M18 -465L27 -463L30 -452L46 -400L44 -362L36 -376L22 -450Z', man.tie));
  p.push(path('M22 -450L30 -452L32 -446L25 -442Z', mix(man.tie, '#000000', 0.35)));
  // The jacket.
  p.push(path('M-24 -477C-34 -466 -48 -460 -54 -440C-62 -410 -60 -370 -52 -336C-50 -310 -62 -284 -62 -246C-40 -238 10 -238 40 -246C46 -280 50 -310 48 -340C46 -356 44 -366 40 -372C30 -400 16 -440 6 -466C-4 -462 -16 -466 -24 -477Z', s.linear(0, 0, 1, 0, [[0, suitShade], [0.42, suit], [0.8, mix(suit, suitLight, 0.35)], [1, suitLight]])));
  // Lapel and the line where the jacket closes.
  p.push(path('M-14 -470L4 -468C14 -440 28 -402 41 -370C36 -362 34 -356 34 -350C20 -376 2 -404 -4 -420L8 -426L-4 -434Z', mix(suit, suitLight, 0.6)));
  p.push(stroke('M34 -350C36 -310 34 -280 30 -246', suitShade, 2, { opacity: 0.8 }));
  p.push(circle(38, -338, 2.6, suitShade));
  p.push(stroke('M-14 -296L22 -292', suitShade, 2, { opacity: 0.7 }));
  p.push(path('M4 -402L22 -399L20 -408L13 -404L8 -409Z', '#f7efe0', { opacity: 0.9 }));
  // Folds in the back, where the cloth pulls.
  p.push(stroke('M-50 -352C-40 -346 -24 -344 -10 -350', suitShade, 2.4, { opacity: 0.6 }), stroke('M-52 -330C-40 -322 -28 -320 -16 -324', suitShade, 2, { opacity: 0.5 }));
  if (near === 'reaching') {
    p.push(path(limb([[-18, -436], [2, -378], [34, -348], [86, -330]], [50, 44, 36, 28], { round: true }), s.linear(0, 0, 0, 1, [[0, mix(suit, suitLight, 0.55)], [0.5, suit], [1, suitShade]])));
    p.push(stroke('M-2 -372C8 -360 14 -356 24 -352', suitShade, 2.2, { opacity: 0.7 }), stroke('M6 -384C16 -372 26 -366 36 -362', suitShade, 1.6, { opacity: 0.5 }));
    p.push(path(limb([[90, -329], [100, -326]], [27, 25], { round: false }), '#fbf4e6'));
  } else {
    p.push(path(limb([[-20, -436], [-30, -370], [-24, -316], [-6, -266]], [50, 44, 38, 29], { round: true }), s.linear(0, 0, 1, 0, [[0, suitShade], [0.5, suit], [1, suitLight]])));
    p.push(stroke('M-40 -356C-30 -350 -22 -348 -12 -352', suitShade, 2.2, { opacity: 0.7 }));
    p.push(path(limb([[-6, -262], [-3, -254]], [27, 26], { round: false }), '#f3ebdc'));
    p.push(path('M-14 -254C-18 -236 -14 -222 -6 -212C0 -206 8 -210 10 -218C14 -230 12 -244 10 -256Z', skin), path('M-14 -254C-18 -236 -14 -222 -6 -212C-2 -226 -4 -240 -4 -256Z', skinShade, { opacity: 0.7 }));
  }
  return p.join('');
}

function pair(s) {
  const place = (man, flip) => `translate(${man.x} ${GROUND}) scale(${flip ? -SCALE : SCALE} ${SCALE}) skewX(-1.6)`;
  const rightMan = group({ transform: place(RIGHT, true) }, statesman(s, RIGHT, 'hanging'));
  const leftMan = group({ transform: place(LEFT, false) }, statesman(s, LEFT, 'reaching'));
  const y = GROUND - 326 * SCALE;
  const xl = LEFT.x + 100 * SCALE;
  const xr = RIGHT.x - 110 * SCALE;
  const k = SCALE * 0.98;
  const hands = [
    group({ transform: `translate(${xr} ${y}) scale(${-k} ${k}) rotate(2)` }, reachingHand(RIGHT.skin, RIGHT.skinShade)),
    group({ transform: `translate(${xl} ${y}) scale(${k} ${k})` }, reachingHand(LEFT.skin, LEFT.skinShade)),
    group({ transform: `translate(${xl + 14} ${y + 1}) scale(${k} ${k * 0.9})` }, closingFingers(RIGHT.skin, RIGHT.skinShade)),
  ];
  return { leftMan, rightMan, hands };
}

function figures() {
  const s = new Sheet(W, H);
  const { leftMan, rightMan, hands } = pair(s);
  // Their shadows fall towards us, away from the windows.
  for (const man of [LEFT, RIGHT]) {
    const lean = (man.x - 750) * 0.5;
    s.add(path(`M${man.x - 46} ${GROUND - 4}L${man.x + 54} ${GROUND - 4}L${man.x + lean + 100} ${H + 20}L${man.x + lean - 90} ${H + 20}Z`, s.linear(0, GROUND - 6, 0, H, [[0, '#0a0d12', 0.7], [1, '#0a0d12', 0.1]], true), { filter: s.blur(7) }));
    s.add(ellipse(man.x + (man === LEFT ? 14 : -14), GROUND + 1, 68, 8, '#06080b', { opacity: 0.75, filter: s.blur(3) }));
  }
  s.add(group({ filter: s.rim(-2, -1.6, '#ffe2b0', 0.85, 0.9) }, rightMan));
  s.add(group({ filter: s.rim(2, -1.6, '#ffe6ba', 0.85, 0.9) }, leftMan));
  s.add(group({ filter: s.rim(0, -1.6, '#fff0cf', 0.9, 0.5) }, hands));
  return s;
}

function figuresReflected() {
  const s = new Sheet(W, H);
  const { leftMan, rightMan, hands } = pair(s);
  const fade = s.mask(rect(0, GROUND, W, H - GROUND, s.linear(0, GROUND, 0, H, [[0, '#ffffff'], [1, '#333333']], true)));
  s.add(group({ mask: fade }, group({ transform: `translate(0 ${2 * GROUND}) scale(1 -1)`, filter: s.blur(2, 4) }, rightMan, leftMan, hands)));
  return s;
}
