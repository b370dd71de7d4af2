// The signing: two officials shake hands over a long table, their delegations in a row behind.

import { Canvas } from '../drawing/canvas.mjs';
import { chance } from '../drawing/chance.mjs';
import { Sheet, circle, ellipse, group, line, mix, path, poly, rect, stroke } from '../drawing/sheet.mjs';
import { closingFingers, headInProfile, limb, reachingHand, standing } from '../drawing/people.mjs';

const W = 1500;
const H = 1000;
const TABLE = 702; // The far edge of the table top.

export const picture = {
  stem: 'signing-ceremony',
  ratio: '3:2',
  png: true,
  alt: 'Two officials shake hands at a long table set with signed documents, pens and flowers, while eight members of their delegations stand in a row behind them.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  await canvas.lay(room());
  await canvas.bloom({ threshold: 0.7, radius: 40, strength: 0.3 });
  await canvas.lay(row());
  await canvas.lay(haze(), { blend: 'screen' });
  await canvas.lay(signers());
  await canvas.lay(table());
  await canvas.lay(hands());
  await canvas.lay(flowers());
  await canvas.bloom({ threshold: 0.78, radius: 20, strength: 0.2 });
  canvas.grade({ shadows: '#0b2430', highlights: '#ffe7c0', amount: 0.2, vignette: 0.34, contrast: 1.05, saturation: 1.04 });
  return canvas;
}

function room() {
  const s = new Sheet(W, H);
  // A wall of wooden panels, lit from above.
  s.add(rect(0, 0, W, H, s.down([0, '#1d3238'], [0.4, '#2d4a4c'], [1, '#1a2c33'])));
  for (let i = 0; i < 10; i++) {
    const x = i * 150;
    s.add(rect(x, 0, 150, H, s.across([0, '#13262d', 0.75], [0.06, '#3b5a58', 0.5], [0.5, '#34524f', 0.25], [0.95, '#1c3238', 0.55], [1, '#0e1d24', 0.9])));
    s.add(rect(x + 20, 60, 110, 470, 'none', { stroke: '#567370', strokeWidth: 2, opacity: 0.4 }), rect(x + 23, 63, 110, 470, 'none', { stroke: '#0d1c22', strokeWidth: 2, opacity: 0.5 }));
  }
  // Wall lamps throw fans of light.
  for (const x of [150, 450, 1050, 1350]) {
    s.add(path(`M${x - 14} 210L${x - 120} -20L${x + 120} -20L${x + 14} 210Z`, s.glow(x, 205, 240, [[0, '#ffdf9f', 0.75], [0.4, '#f0b768', 0.32], [1, '#e5a252', 0]]), { filter: s.blur(8) }));
    s.add(path(`M${x - 12} 236L${x - 150} 640L${x + 150} 640L${x + 12} 236Z`, s.glow(x, 240, 330, [[0, '#ffd48c', 0.5], [0.5, '#e0a55c', 0.16], [1, '#e0a55c', 0]]), { filter: s.blur(10) }));
    s.add(path(`M${x - 15} 204L${x + 15} 204L${x + 10} 240L${x - 10} 240Z`, s.across([0, '#8a5f2c'], [0.4, '#ffe7ae'], [1, '#8f6530'])), rect(x - 18, 200, 36, 5, '#f4cf8b'), rect(x - 12, 240, 24, 4, '#d5a45a'));
  }
  // A great tapestry in the middle: a sun over hills, in cut cloth.
  s.add(rect(568, 26, 364, 402, '#0c1a20', { opacity: 0.6, filter: s.blur(9) }));
  s.add(rect(570, 22, 360, 396, s.across([0, '#9b7338'], [0.5, '#f0ca80'], [1, '#8f6a33'])));
  const art = [];
  art.push(rect(580, 32, 340, 376, s.down([0, '#e9d9b8'], [0.45, '#f3c983'], [0.75, '#e0905a'], [1, '#b8553a'])));
  art.push(circle(750, 196, 78, '#fff3d6', { opacity: 0.35 }), circle(750, 196, 58, '#fff0cd'));
  art.push(path('M580 268C640 226 690 236 740 262C800 292 850 226 920 240L920 408L580 408Z', '#d98552'));
  art.push(path('M580 306C660 272 700 300 772 312C830 320 870 280 920 290L920 408L580 408Z', '#a54a37'));
  art.push(path('M580 352C640 322 720 346 780 356C840 364 880 330 920 336L920 408L580 408Z', '#1f5b60'));
  art.push(path('M580 384C650 362 740 388 800 388C850 388 890 372 920 376L920 408L580 408Z', '#123b44'));
  art.push(path('M700 408C720 372 770 366 752 340C744 328 760 318 768 312C770 322 764 330 774 342C796 366 744 380 760 408Z', '#f2cf93', { opacity: 0.8 }));
  s.add(group({ clipPath: s.clip(rect(580, 32, 340, 376, '#000')) }, art));
  s.add(rect(580, 32, 340, 376, s.linear(0, 0, 1, 1, [[0, '#fff4da', 0.22], [0.5, '#fff4da', 0], [1, '#081318', 0.4]])));
  return s;
}

const PEOPLE = [
  { x: 66, h: 0.93, suit: '#3a4656', skin: '#8c5a3e', hair: '#1d1715', hairStyle: 'short', pose: 'folded', turn: 0.7, tie: '#b8863b' },
  { x: 196, h: 0.88, suit: '#7c3b3a', skin: '#e2b08c', hair: '#5b3522', hairStyle: 'long', pose: 'clap', turn: 0.6, tie: null, kind: 'dress', shirt: '#f0e3cc' },
  { x: 318, h: 0.97, suit: '#2b3340', skin: '#c9946e', hair: '#8f8a84', hairStyle: 'grey', pose: 'clap', turn: 0.5, tie: '#7d2f33', glasses: true },
  { x: 436, h: 0.86, suit: '#28595c', skin: '#b87f59', hair: '#c7a35c', hairStyle: 'scarf', pose: 'folded', turn: 0.3, tie: null, kind: 'dress', shirt: '#d9c9a6' },
  { x: 1064, h: 0.98, suit: '#33313a', skin: '#6e4630', hair: '#171313', hairStyle: 'short', pose: 'clap', turn: -0.3, tie: '#2c6b70' },
  { x: 1184, h: 0.87, suit: '#b07f3a', skin: '#d9a07a', hair: '#2a1b16', hairStyle: 'long', pose: 'folded', turn: -0.5, tie: null, kind: 'dress', shirt: '#f6ead3' },
  { x: 1312, h: 0.94, suit: '#39424c', skin: '#e3b593', hair: '#b98d5a', hairStyle: 'short', pose: 'clap', turn: -0.6, tie: '#31507f' },
  { x: 1436, h: 0.9, suit: '#46353f', skin: '#a56d4b', hair: '#d8d2c8', hairStyle: 'grey', pose: 'folded', turn: -0.7, tie: '#944034', glasses: true },
];

function row() {
  const s = new Sheet(W, H);
  // The inner ones stand half a step back, so the outer ones are drawn over them.
  const order = [...PEOPLE].sort((a, b) => Math.abs(a.x - 750) - Math.abs(b.x - 750));
  for (const p of order) {
    // They stand in softer light than the pair at the table, so they are mixed towards the room.
    const room = '#1d343a';
    const suit = mix(p.suit, room, 0.26);
    const figure = standing({
      ...p,
      suit,
      suitShade: mix(mix(p.suit, '#0c151b', 0.45), room, 0.2),
      suitLight: mix(mix(p.suit, '#ffe2b4', 0.24), room, 0.16),
      skin: mix(p.skin, room, 0.12),
      skinShade: mix(mix(p.skin, '#3a1f18', 0.45), room, 0.12),
      shirt: mix(p.shirt ?? '#f1e9da', room, 0.14),
    });
    s.add(ellipse(p.x + (p.x < 750 ? -8 : 8), 600, 96, 260, '#0a161b', { opacity: 0.4, filter: s.blur(22) }));
    s.add(group({ transform: `translate(${p.x} 870) scale(${p.h * 1.12})`, filter: s.rim(p.x < 750 ? 2.2 : -2.2, -2, '#ffd391', 0.6, 0.9) }, figure));
  }
  return s;
}

function haze() {
  const s = new Sheet(W, H);
  s.add(rect(0, 0, W, H, s.glow(750, 470, 620, [[0, '#e9b877', 0.36], [0.5, '#c98f52', 0.14], [1, '#c98f52', 0]])));
  return s;
}

const LEFT = { x: 530, skin: '#dba580', skinShade: '#99624a', hair: '#2c1f1c', hairShade: '#140d0d', hairStyle: 'bun', suit: '#2a3f66', suitShade: '#16233d', suitLight: '#4f6a99' };
const RIGHT = { x: 970, skin: '#b57a55', skinShade: '#724531', hair: '#cfc9c0', hairShade: '#827d7a', hairStyle: 'grey', suit: '#33323a', suitShade: '#1b1b22', suitLight: '#5a565c' };
const GROUND = 952;
const SCALE = 1.26;

/** An official in profile, facing right, leaning over the table; only the part above it is seen. */
function official(s, man, reach) {
  const { suit, suitShade, suitLight } = man;
  const p = [];
  if (reach === 'far') p.push(path(limb([[4, -440], [44, -398], [82, -368], [122, -350]], [40, 35, 30, 25]), suitShade), path(limb([[119, -351], [128, -347]], [25, 24], { round: false }), '#f6eedf'));
  p.push(group({ transform: 'translate(6 -472) rotate(-3)' }, headInProfile({ skin: man.skin, shade: man.skinShade, hair: man.hair, hairShade: man.hairShade, style: man.hairStyle, collar: man.hairStyle !== 'bun', glasses: man.hairStyle === 'grey' })));
  if (man.hairStyle === 'bun') p.push(path('M-6 -468L20 -470C30 -448 38 -424 42 -398L38 -380Z', '#f7ead2'), path('M-2 -466C8 -460 16 -460 22 -466C20 -456 12 -452 4 -455Z', '#e9c06a'));
  else p.push(path('M-6 -468L22 -472C34 -450 44 -420 47 -380L40 -366Z', '#fbf3e4'), path('M18 -465L27 -463L30 -452L46 -400L44 -362L36 -376L22 -450Z', '#a23c2f'), path('M22 -450L30 -452L32 -446L25 -442Z', '#5e2420'));
  p.push(path('M-24 -477C-34 -466 -50 -460 -56 -440C-66 -404 -62 -360 -54 -326C-52 -300 -62 -270 -62 -200L48 -200C48 -260 52 -310 50 -340C47 -356 44 -366 40 -372C30 -400 16 -440 6 -466C-4 -462 -16 -466 -24 -477Z', s.linear(0, 0, 1, 0, [[0, suitShade], [0.42, suit], [0.8, mix(suit, suitLight, 0.4)], [1, suitLight]])));
  p.push(path('M-14 -470L4 -468C14 -440 28 -402 41 -370C36 -362 34 -356 34 -350C20 -376 2 -404 -4 -420L8 -426L-4 -434Z', mix(suit, suitLight, 0.65)));
  p.push(stroke('M34 -350C36 -310 34 -280 30 -230', suitShade, 2, { opacity: 0.8 }));
  if (reach === 'near') {
    p.push(path(limb([[-18, -436], [8, -386], [46, -362], [106, -350]], [52, 45, 37, 28]), s.linear(0, 0, 0, 1, [[0, mix(suit, suitLight, 0.6)], [0.5, suit], [1, suitShade]])));
    p.push(stroke('M2 -382C12 -370 20 -366 32 -364', suitShade, 2.2, { opacity: 0.7 }), stroke('M12 -396C22 -384 32 -378 44 -374', suitShade, 1.6, { opacity: 0.5 }));
    p.push(path(limb([[110, -349], [120, -346]], [27, 25], { round: false }), '#fbf4e6'));
  } else {
    p.push(path(limb([[-20, -436], [-36, -372], [-34, -300], [-14, -190]], [52, 46, 40, 32]), s.linear(0, 0, 1, 0, [[0, suitShade], [0.5, suit], [1, suitLight]])));
    p.push(stroke('M-42 -356C-32 -350 -24 -348 -14 -352', suitShade, 2.2, { opacity: 0.7 }));
  }
  return p.join('');
}

const tilt = (man, flip) => `translate(${man.x} ${GROUND}) scale(${flip ? -SCALE : SCALE} ${SCALE}) rotate(9 0 -260)`;

function signers() {
  const s = new Sheet(W, H);
  s.add(ellipse(LEFT.x - 10, 640, 120, 240, '#081216', { opacity: 0.4, filter: s.blur(26) }), ellipse(RIGHT.x + 10, 640, 120, 240, '#081216', { opacity: 0.4, filter: s.blur(26) }));
  s.add(group({ filter: s.rim(-2.2, -2.4, '#ffdc9f', 0.85, 0.9) }, group({ transform: tilt(RIGHT, true) }, official(s, RIGHT, 'far'))));
  s.add(group({ filter: s.rim(2.2, -2.4, '#ffdc9f', 0.85, 0.9) }, group({ transform: tilt(LEFT, false) }, official(s, LEFT, 'near'))));
  return s;
}

function hands() {
  const s = new Sheet(W, H);
  const turn = (9 * Math.PI) / 180;
  const at = (man, flip, x, y) => {
    const ry = y + 260;
    const px = x * Math.cos(turn) - ry * Math.sin(turn);
    const py = x * Math.sin(turn) + ry * Math.cos(turn) - 260;
    return [man.x + (flip ? -px : px) * SCALE, GROUND + py * SCALE];
  };
  const [lx, ly] = at(LEFT, false, 119, -346);
  const [rx, ry] = at(RIGHT, true, 128, -347);
  const k = SCALE * 0.98;
  s.add(group({ filter: s.rim(0, -1.8, '#fff0cf', 0.9, 0.6) },
    group({ transform: `translate(${rx} ${ry}) scale(${-k} ${k}) rotate(4)` }, reachingHand(RIGHT.skin, RIGHT.skinShade)),
    group({ transform: `translate(${lx} ${ly}) scale(${k} ${k}) rotate(4)` }, reachingHand(LEFT.skin, LEFT.skinShade)),
    group({ transform: `translate(${lx + 16} ${ly + 4}) scale(${k} ${k * 0.9})` }, closingFingers(RIGHT.skin, RIGHT.skinShade))));
  return s;
}

function table() {
  const s = new Sheet(W, H);
  const near = 842;
  // The polished top, bright where the lamp light falls.
  s.add(poly([[70, TABLE], [1430, TABLE], [1560, near], [-60, near]], s.linear(0, TABLE, 0, near, [[0, '#8a5332'], [0.35, '#6b3c26'], [1, '#47261b']], true)));
  s.add(poly([[70, TABLE], [1430, TABLE], [1560, near], [-60, near]], s.glow(750, TABLE - 10, 560, [[0, '#ffd79a', 0.7], [0.5, '#e6a765', 0.22], [1, '#e6a765', 0]])));
  s.add(rect(70, TABLE - 2, 1360, 3.5, '#ffdba3', { opacity: 0.8 }));
  // Soft reflections of the pair and the row.
  const mirror = s.clip(poly([[70, TABLE], [1430, TABLE], [1560, near], [-60, near]], '#000'));
  const shine = [LEFT.x, RIGHT.x].map((x, i) => ellipse(x + (i ? 12 : -12), TABLE + 40, 62, 74, i ? '#1c1b22' : '#16233d', { opacity: 0.55, filter: s.blur(9, 16) }));
  for (const p of PEOPLE) shine.push(ellipse(p.x, TABLE + 12, 50, 50, mix(p.suit, '#1d1210', 0.4), { opacity: 0.4, filter: s.blur(9, 14) }));
  s.add(group({ clipPath: mirror }, shine));
  // Grain of the wood, drawn in long calm lines.
  const random = chance(41);
  for (let i = 0; i < 26; i++) {
    const y = TABLE + 8 + (i / 26) ** 1.3 * (near - TABLE - 12);
    const x = random.between(-60, 1200);
    s.add(stroke(`M${x} ${y}C${x + 120} ${y - 3} ${x + 240} ${y + 3} ${x + random.between(260, 520)} ${y}`, '#2d1510', 1.3, { opacity: 0.22, clipPath: mirror }));
  }
  // The green runner, the front edge and the cloth before it.
  s.add(poly([[-60, near], [1560, near], [1560, near + 13], [-60, near + 13]], s.across([0, '#5d3423'], [0.5, '#e0a669'], [1, '#5d3423'])));
  s.add(rect(-60, near + 13, 1620, 160, s.down([0, '#143f45'], [1, '#0a2229'])));
  for (let x = -40; x < 1540; x += 46) s.add(path(`M${x} ${near + 13}C${x + 6} ${near + 60} ${x - 5} ${near + 120} ${x + 2} ${H}L${x + 25} ${H}C${x + 17} ${near + 120} ${x + 27} ${near + 60} ${x + 20} ${near + 13}Z`, s.across([0, '#2b686b', 0.65], [1, '#0d2d34', 0.5])));
  s.add(rect(-60, near + 13, 1620, 40, s.down([0, '#030a0d', 0.6], [1, '#030a0d', 0])));
  s.add(rect(-60, near + 13, 1620, 150, s.across([0, '#05080c', 0.65], [0.3, '#05080c', 0], [0.7, '#05080c', 0], [1, '#05080c', 0.65])));
  for (let x = -50; x < 1560; x += 26) s.add(path(`M${x} ${near + 13}Q${x + 13} ${near + 31} ${x + 26} ${near + 13}`, 'none', { stroke: '#d9a757', strokeWidth: 2.2, opacity: 0.75 }));
  // Two leather folders with the signed pages.
  for (const [cx, flip, leather] of [[428, 1, '#8e2f2a'], [1072, -1, '#1d5258']]) {
    const P = (x, y) => [cx + flip * x, TABLE + y];
    s.add(poly([P(-150, 108), P(-128, 38), P(118, 34), P(126, 104)], '#0c0807', { opacity: 0.45, filter: s.blur(6) }));
    s.add(poly([P(-146, 102), P(-122, 32), P(116, 30), P(122, 100)], leather), poly([P(-146, 102), P(122, 100), P(122, 106), P(-146, 108)], mix(leather, '#000000', 0.45)));
    s.add(poly([P(-134, 96), P(-113, 36), P(-6, 35), P(-10, 95)], s.across([0, '#efe2c8'], [0.8, '#fff9ec'], [1, '#d8c6a6'])));
    s.add(poly([P(-4, 95), P(-2, 35), P(105, 34), P(110, 94)], s.across([0, '#dfcfb1'], [0.2, '#fff9ec'], [1, '#f4e8d0'])));
    for (let i = 0; i < 6; i++) {
      const t = i / 6;
      const y = 46 + t * 42;
      s.add(stroke(line([P(-108 - t * 16, y), P(-20 - (i % 3) * 12, y)]), '#6d5b4c', 1.6, { opacity: 0.65 }));
      if (i < 4) s.add(stroke(line([P(8, y), P(92 - (i % 2) * 22 + t * 4, y)]), '#6d5b4c', 1.6, { opacity: 0.65 }));
    }
    const [sx, sy] = P(flip > 0 ? 26 : 84, 84);
    s.add(stroke(`M${sx} ${sy}q10 -14 14 -4q4 10 12 -6q6 -10 8 2q4 8 14 -3q10 -8 18 0`, '#1c2f5d', 2));
    s.add(circle(P(flip > 0 ? 96 : 98, 72)[0], P(0, 72)[1], 7, '#b23a2c'), circle(P(flip > 0 ? 96 : 98, 72)[0] - 1.5, P(0, 70.5)[1], 3.5, '#d9604a'));
    // A pen at rest beside the page.
    const [ax, ay] = P(140, 98);
    const [bx, by] = P(176, 58);
    s.add(stroke(`M${ax + 3} ${ay + 5}L${bx + 3} ${by + 5}`, '#0b0706', 6, { opacity: 0.4 }), stroke(`M${ax} ${ay}L${bx} ${by}`, '#15161c', 6), stroke(`M${ax + (bx - ax) * 0.42} ${ay + (by - ay) * 0.42}L${ax + (bx - ax) * 0.5} ${ay + (by - ay) * 0.5}`, '#f0c674', 6), stroke(`M${ax} ${ay}L${ax - (bx - ax) * 0.14} ${ay - (by - ay) * 0.14}`, '#f0c674', 3));
  }
  // Water glasses catch the light.
  for (const x of [226, 1274, 150, 1350]) {
    const y = TABLE + 62;
    s.add(ellipse(x, y + 1, 20, 5, '#0b0706', { opacity: 0.5 }));
    s.add(path(`M${x - 17} ${y - 50}L${x + 17} ${y - 50}L${x + 14} ${y}L${x - 14} ${y}Z`, s.across([0, '#fff3db', 0.5], [0.25, '#cfe3df', 0.14], [0.8, '#cfe3df', 0.2], [1, '#fff3db', 0.6])), path(`M${x - 16} ${y - 30}L${x + 16} ${y - 30}L${x + 14} ${y}L${x - 14} ${y}Z`, '#cfeae6', { opacity: 0.28 }), ellipse(x, y - 50, 17, 4, 'none', { stroke: '#fff6e2', strokeWidth: 1.5, opacity: 0.8 }), ellipse(x, y - 30, 16, 3.4, '#fff6e2', { opacity: 0.35 }));
  }
  return s;
}

function flowers() {
  const s = new Sheet(W, H);
  const random = chance(77);
  const cx = 750;
  const base = TABLE + 96;
  s.add(ellipse(cx, base - 2, 150, 15, '#0a0605', { opacity: 0.55, filter: s.blur(7) }));
  s.add(path(`M${cx - 88} ${base - 30}C${cx - 80} ${base + 6} ${cx + 80} ${base + 6} ${cx + 88} ${base - 30}Z`, s.across([0, '#8b6233'], [0.35, '#ffe2a0'], [0.6, '#d5a455'], [1, '#6b4a26'])), rect(cx - 34, base - 8, 68, 9, s.across([0, '#7b5429'], [0.4, '#f7d48c'], [1, '#6b4a26']), { rx: 4 }));
  // Leaves first, then blossoms from the back to the front.
  for (let i = 0; i < 30; i++) {
    const a = Math.PI * (0.04 + (0.92 * i) / 29);
    const len = random.between(90, 170) * (0.75 + 0.25 * Math.abs(Math.cos(a)));
    const x = cx - Math.cos(a) * len;
    const y = base - 30 - Math.sin(a) * len * 0.6 + random.between(-4, 12);
    s.add(path(limb([[cx - Math.cos(a) * 30, base - 28], [(cx + x) / 2, (base - 34 + y) / 2 - 10], [x, y]], [5, 17, 1.5]), random.pick(['#1f4a3c', '#2f6a4e', '#417f59', '#173a34', '#6b9a63'])));
  }
  const petals = (x, y, r, colours) => {
    const [dark, body, light] = colours;
    const out = [circle(x, y, r, dark)];
    for (let k = 0; k < 7; k++) {
      const a = (k / 7) * Math.PI * 2 + x;
      out.push(ellipse(x + Math.cos(a) * r * 0.5, y + Math.sin(a) * r * 0.42, r * 0.5, r * 0.42, k % 2 ? body : mix(dark, body, 0.6)));
    }
    out.push(circle(x - r * 0.12, y - r * 0.16, r * 0.52, body), path(`M${x - r * 0.42} ${y - r * 0.1}C${x - r * 0.3} ${y - r * 0.62} ${x + r * 0.36} ${y - r * 0.6} ${x + r * 0.36} ${y - r * 0.1}C${x + r * 0.1} ${y - r * 0.4} ${x - r * 0.2} ${y - r * 0.36} ${x - r * 0.42} ${y - r * 0.1}Z`, light), circle(x, y - r * 0.02, r * 0.16, dark, { opacity: 0.7 }));
    return out;
  };
  const kinds = [['#8b2a2a', '#c74c3c', '#f08c6b'], ['#b9a283', '#f2e4c9', '#fffaf0'], ['#b06a24', '#e9a944', '#ffdc8c'], ['#8a3a4a', '#c9687a', '#f3a8ac']];
  const spots = [];
  for (let i = 0; i < 30; i++) {
    const a = Math.PI * random.between(0.03, 0.97);
    const len = random.between(16, 100);
    spots.push([cx - Math.cos(a) * len * 1.12, base - 36 - Math.sin(a) * len * 0.72, random.between(12, 21), Math.floor(random() * 4)]);
  }
  spots.sort((p, q) => p[1] - q[1]);
  for (const [x, y, r, k] of spots) s.add(petals(x, y, r, kinds[k]));
  return s;
}
