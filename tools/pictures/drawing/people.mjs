// People, built from limbs and smooth outlines: no faces of anyone, only posture.

import { circle, ellipse, group, mix, path, stroke } from './sheet.mjs';

/** An outline of changing width along a smooth line: sleeves, trouser legs, branches, hair. */
export function limb(points, widths, { round = true } = {}) {
  const spine = sample(points, 10);
  const count = spine.length;
  const left = [];
  const right = [];
  for (let i = 0; i < count; i++) {
    const a = spine[Math.max(0, i - 1)];
    const b = spine[Math.min(count - 1, i + 1)];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const nx = -(b[1] - a[1]) / length;
    const ny = (b[0] - a[0]) / length;
    const t = (i / (count - 1)) * (widths.length - 1);
    const k = Math.min(widths.length - 2, Math.floor(t));
    const half = (widths[k] + (widths[k + 1] - widths[k]) * ease(t - k)) / 2;
    left.push([spine[i][0] + nx * half, spine[i][1] + ny * half]);
    right.push([spine[i][0] - nx * half, spine[i][1] - ny * half]);
  }
  const fmt = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const endCap = round ? `A${r(widths.at(-1) / 2)} ${r(widths.at(-1) / 2)} 0 0 0 ${fmt(right[count - 1])}` : `L${fmt(right[count - 1])}`;
  const startCap = round ? `A${r(widths[0] / 2)} ${r(widths[0] / 2)} 0 0 0 ${fmt(left[0])}` : '';
  return 'M' + left.map(fmt).join('L') + endCap + 'L' + right.reverse().map(fmt).join('L') + startCap + 'Z';
}

const r = (n) => Math.max(0.1, n).toFixed(1);
const ease = (t) => t * t * (3 - 2 * t);

function sample(points, per) {
  const out = [];
  const n = points.length;
  const p = (i) => points[Math.max(0, Math.min(n - 1, i))];
  for (let i = 0; i < n - 1; i++) {
    for (let s = 0; s < per; s++) {
      const t = s / per;
      const [a, b, c, d] = [p(i - 1), p(i), p(i + 1), p(i + 2)];
      const at = (k) => 0.5 * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t);
      out.push([at(0), at(1)]);
    }
  }
  out.push(points[n - 1]);
  return out;
}

/** A head in profile, facing right; the throat ends near (0, 0), the crown near (0, -92). */
export function headInProfile({ skin, shade, hair, hairShade, style = 'parted', beard = null, glasses = false, collar = true }) {
  const face =
    'M-24 4C-25 -8 -28 -16 -33 -24C-45 -42 -44 -72 -24 -85C-8 -95 16 -93 27 -80C32 -74 34 -66 34.5 -60C35 -57 33.5 -55 34 -52C37 -46 42 -41 44 -37C45 -34.5 42 -33 37.5 -32.5C37 -30.5 37.5 -29.5 39.5 -27.5C40 -25.5 38 -25 37 -24C38.5 -22.5 39 -20.5 37.5 -18.5C36 -17 36 -15.5 37 -13C38 -9 35 -5 30 -4C23 -3 17 -5 12 -6C11 -1 12 4 14 10Z';
  const parts = [path(face, skin)];
  // The side of the face away from the light, one calm plane from temple to jaw.
  parts.push(path('M-24 4C-25 -8 -28 -16 -33 -24C-45 -42 -44 -72 -24 -85C-16 -90 -6 -92 2 -92C-2 -80 4 -62 5 -50C6 -38 4 -26 12 -14C16 -9 22 -6 30 -4C23 -3 17 -5 12 -6C11 -1 12 4 14 10Z', shade, { opacity: 0.75 }));
  // Brow, eye socket and cheek are hinted, never drawn.
  parts.push(path('M24 -57C28 -59 32 -58 34 -56C33 -53 34 -52 32 -51C29 -51 26 -53 24 -57Z', shade, { opacity: 0.8 }));
  parts.push(path('M30 -25.5C33 -25.8 36 -25.6 38 -24.7C35.5 -23.8 32 -23.8 30 -25.5Z', shade, { opacity: 0.75 }));
  parts.push(path('M-10 -48C-13 -56 -4 -60 0 -54C2 -50 -1 -45 -3 -40C-5 -36 -9 -38 -10 -42Z', skin));
  parts.push(stroke('M-7 -50C-5 -54 -2 -53 -2 -49', shade, 1.6, { opacity: 0.8 }));
  if (style === 'parted') {
    parts.push(path('M-26 -8C-36 -20 -46 -38 -43 -60C-40 -84 -16 -101 8 -98C22 -97 32 -88 33 -77C24 -81 14 -80 6 -76C4 -68 4 -62 3 -56C-1 -62 -8 -62 -11 -56C-14 -50 -12 -42 -10 -38C-16 -32 -17 -20 -19 -10Z', hair));
    parts.push(path('M-26 -8C-36 -20 -46 -38 -43 -60C-41 -74 -32 -86 -20 -92C-26 -76 -26 -54 -21 -38C-18 -28 -18 -18 -19 -10Z', hairShade));
    parts.push(stroke('M-14 -92C0 -95 16 -92 28 -82', hairShade, 1.6, { opacity: 0.6 }));
  } else if (style === 'grey') {
    parts.push(path('M-26 -8C-37 -20 -47 -36 -45 -58C-43 -76 -32 -88 -18 -93C-4 -98 12 -96 22 -88C14 -87 4 -84 0 -76C-1 -70 2 -62 2 -55C-1 -61 -8 -62 -11 -56C-14 -50 -12 -43 -10 -38C-15 -32 -17 -20 -19 -10Z', hair));
    parts.push(path('M-26 -8C-37 -20 -47 -36 -45 -58C-43 -72 -34 -84 -24 -90C-29 -74 -28 -52 -22 -38C-18 -28 -18 -18 -19 -10Z', hairShade));
  } else if (style === 'short') {
    parts.push(path('M-27 -10C-36 -22 -46 -40 -43 -62C-39 -86 -14 -99 8 -96C20 -94 29 -87 31 -77C22 -80 12 -79 4 -74C5 -66 3 -60 2 -55C-2 -61 -8 -61 -11 -56C-14 -50 -12 -43 -10 -38C-14 -34 -16 -24 -22 -18Z', hair));
    parts.push(path('M-27 -10C-36 -22 -46 -40 -43 -62C-41 -74 -34 -84 -25 -89C-29 -72 -28 -50 -22 -36C-19 -28 -19 -22 -22 -18Z', hairShade, { opacity: 0.7 }));
  } else if (style === 'bun') {
    parts.push(ellipse(-44, -44, 17, 19, hair));
    parts.push(path('M-26 -10C-38 -22 -46 -40 -43 -62C-39 -86 -14 -100 10 -97C24 -95 32 -86 33 -76C30 -66 14 -62 4 -52C-2 -62 -9 -61 -11 -55C-14 -49 -12 -41 -10 -37C-16 -30 -20 -20 -22 -14Z', hair));
    parts.push(stroke('M28 -84C12 -84 -12 -74 -34 -50', hairShade, 2, { opacity: 0.6 }));
  }
  if (beard) {
    parts.push(path('M-10 -40C-6 -42 -2 -40 0 -36C4 -28 12 -26 20 -29C26 -32 32 -32 36 -32C38 -30 38 -28 36 -27C34 -26 33 -24 35 -22C37 -20 39 -16 39 -12C39 -5 36 2 29 3C18 4 4 0 -3 -12C-7 -20 -10 -30 -10 -40Z', beard));
    parts.push(path('M-10 -40C-8 -26 0 -14 10 -8C18 -4 28 -2 37 -4C35 1 32 3 29 3C18 4 4 0 -3 -12C-7 -20 -10 -30 -10 -40Z', hairShade, { opacity: 0.6 }));
    parts.push(stroke('M29 -24.5L35 -24', hairShade, 1.8));
  }
  if (glasses) {
    parts.push(stroke('M-6 -53L24 -56', '#1b1e24', 1.6), ellipse(30, -53, 5.5, 6.5, 'none', { stroke: '#1b1e24', strokeWidth: 1.8 }));
  }
  if (collar) {
    parts.push(path('M-29 6C-27 -2 -25 -8 -24 -10C-12 -2 2 2 13 -2C15 4 15 10 14 16L-20 16Z', '#fbf4e6'));
    parts.push(path('M-29 6C-27 -2 -25 -8 -24 -10C-18 -6 -12 -3 -6 -1L-12 16L-22 16Z', '#cfcfcb'));
  }
  return parts.join('');
}

/** A hand reaching right, thumb up, from the wrist at (0, 0). */
export function reachingHand(skin, shade) {
  return (
    path('M-4 -10C6 -13 16 -14 26 -12C36 -11 46 -7 52 -2C55 2 53 7 48 8C42 12 28 14 16 13C8 13 2 12 -4 10Z', skin) +
    path('M-4 4C10 8 28 9 50 4C50 8 46 10 40 11C28 14 8 14 -4 10Z', shade, { opacity: 0.6 }) +
    path('M8 -11C14 -18 26 -22 36 -19C40 -17 39 -13 34 -12C28 -11 24 -8 18 -6Z', skin)
  );
}

/** Four fingertips of the other hand, closing from below. */
export function closingFingers(skin, shade) {
  let out = '';
  for (let i = 0; i < 4; i++) {
    const x = i * 8.2;
    const d = limb([[x + 5, 15 - i * 0.4], [x + 0.5, 8], [x - 2, 0.5 + i * 0.6]], [9, 8.6, 7]);
    out += path(d, i % 2 ? skin : mix(skin, shade, 0.25));
    out += stroke(`M${x + 9.5} 14L${x + 3.5} 3`, shade, 1, { opacity: 0.6 });
  }
  return out;
}

/**
 * A standing person seen from the front, about 560 units tall with the soles at y = 0.
 * Small in a picture, so everything is a silhouette with one lit side.
 */
export function standing({ suit, suitShade, suitLight, skin, skinShade, hair, shirt = '#f1e9da', tie = '#8b3a2e', kind = 'suit', pose = 'folded', turn = 0, hairStyle = 'short', legs = true, glasses = false }) {
  const p = [];
  const t = turn; // Where the head looks: -1 left, 1 right.
  if (legs) {
    if (kind === 'dress') {
      p.push(path(limb([[-20, -200], [-20, -90], [-18, -14]], [30, 26, 15]), skinShade), path(limb([[20, -200], [20, -90], [18, -14]], [30, 26, 15]), skin));
      p.push(path('M-30 0C-30 -12 -24 -18 -18 -18C-8 -18 -6 -8 -8 0Z', '#1a1a20'), path('M30 0C30 -12 24 -18 18 -18C8 -18 6 -8 8 0Z', '#1a1a20'));
    } else {
      p.push(path('M-48 -270C-52 -180 -44 -90 -40 -12L-10 -12L-2 -230L4 -230L12 -12L42 -12C46 -90 52 -180 48 -270Z', suitShade));
      p.push(path('M10 -250L14 -12L42 -12C46 -90 52 -180 48 -270Z', suit));
      p.push(path('M-46 0C-44 -12 -34 -18 -24 -18C-12 -18 -6 -8 -8 0Z', '#15151b'), path('M46 0C44 -12 34 -18 26 -18C14 -18 8 -8 10 0Z', '#15151b'));
    }
  }
  // The neck, then the jacket over it.
  p.push(path('M-16 -492L16 -492L20 -455L-20 -455Z', skinShade));
  p.push(path('M-20 -470L0 -440L20 -470L26 -452L6 -330L-6 -330L-26 -452Z', shirt));
  if (kind === 'suit' && tie) p.push(path('M-6 -456L6 -456L4 -446L9 -350L0 -336L-9 -350L-4 -446Z', tie));
  const hem = kind === 'dress' ? -178 : -250;
  p.push(
    path(`M-22 -472C-44 -462 -66 -456 -72 -436C-76 -400 -62 -350 -54 -320C-56 -290 -58 -270 -58 ${hem}L58 ${hem}C58 -270 56 -290 54 -320C62 -350 76 -400 72 -436C66 -456 44 -462 22 -472L4 -${kind === 'dress' ? 400 : 330}L-4 -${kind === 'dress' ? 400 : 330}Z`, suit),
  );
  p.push(path(`M-22 -472C-44 -462 -66 -456 -72 -436C-76 -400 -62 -350 -54 -320C-56 -290 -58 -270 -58 ${hem}L-6 ${hem}L-8 -330Z`, suitShade));
  p.push(path('M-22 -474L-38 -420L-26 -412L-30 -400L-4 -326L-6 -350Z', mix(suitShade, suit, 0.5)));
  p.push(path('M22 -474L38 -420L26 -412L30 -400L4 -326L6 -350Z', suitLight));
  // The arms.
  if (pose === 'folded') {
    p.push(path(limb([[-62, -430], [-78, -350], [-58, -298], [-14, -268]], [34, 32, 28, 22]), suitShade));
    p.push(path(limb([[62, -430], [78, -350], [58, -298], [14, -268]], [34, 32, 28, 22]), suit));
    p.push(path(limb([[-16, -270], [8, -262]], [20, 18]), skinShade), path(limb([[16, -271], [-6, -258]], [20, 16]), skin));
  } else if (pose === 'behind') {
    p.push(path(limb([[-62, -430], [-82, -350], [-66, -270]], [34, 32, 26]), suitShade));
    p.push(path(limb([[62, -430], [82, -350], [66, -270]], [34, 32, 26]), suit));
  } else if (pose === 'clap') {
    p.push(path(limb([[-62, -430], [-76, -356], [-30, -340], [-4, -366]], [34, 32, 26, 20]), suitShade));
    p.push(path(limb([[62, -430], [76, -356], [30, -336], [6, -360]], [34, 32, 26, 20]), suit));
    p.push(path(limb([[-8, -362], [4, -386]], [19, 13]), skin), path(limb([[10, -358], [2, -384]], [18, 12]), skinShade));
  } else {
    p.push(path(limb([[-62, -430], [-78, -350], [-72, -262]], [34, 32, 24]), suitShade), ellipse(-72, -250, 12, 17, skinShade));
    p.push(path(limb([[62, -430], [78, -350], [72, -262]], [34, 32, 24]), suit), ellipse(72, -250, 12, 17, skin));
  }
  // The head: an oval with a lit side; hair says the rest.
  const h = [];
  if (hairStyle === 'long') h.push(path('M-38 -530C-42 -580 42 -580 38 -530C40 -500 42 -480 34 -468L-34 -468C-42 -480 -40 -500 -38 -530Z', hair));
  h.push(path('M-31 -530C-32 -572 32 -572 31 -530C31 -500 16 -480 0 -480C-16 -480 -31 -500 -31 -530Z', skin));
  h.push(path(`M-31 -530C-32 -572 ${6 + t * 10} -572 ${2 + t * 10} -540C${-2 + t * 12} -520 ${4 + t * 10} -512 ${0 + t * 8} -506C${2 + t * 6} -494 -2 -486 0 -480C-16 -480 -31 -500 -31 -530Z`, skinShade, { opacity: 0.75 }));
  if (hairStyle === 'short') h.push(path(`M-33 -524C-38 -586 38 -586 33 -524C31 -540 28 -548 ${20 + t * 6} -552C${4 + t * 8} -556 -14 -552 -26 -548C-30 -542 -32 -534 -33 -524Z`, hair));
  if (hairStyle === 'grey') h.push(path(`M-34 -518C-40 -584 40 -584 34 -518C32 -534 30 -542 26 -548C18 -562 -14 -562 -25 -546C-30 -538 -32 -528 -34 -518Z`, hair));
  if (hairStyle === 'long') h.push(path(`M-35 -516C-40 -586 40 -586 35 -516C33 -536 ${18 + t * 8} -548 ${-6 + t * 10} -560C-12 -546 -30 -540 -35 -516Z`, hair));
  if (hairStyle === 'bald') h.push(path('M-33 -520C-36 -534 -34 -544 -30 -550C-31 -540 -30 -528 -30 -520ZM33 -520C36 -534 34 -544 30 -550C31 -540 30 -528 30 -520Z', hair));
  if (hairStyle === 'scarf') h.push(path('M-40 -462C-44 -520 -42 -580 0 -580C42 -580 44 -520 40 -462C20 -448 -20 -448 -40 -462ZM-25 -528C-26 -500 -14 -484 0 -482C14 -484 26 -500 25 -528C24 -560 -24 -560 -25 -528Z', hair, { fillRule: 'evenodd' }));
  if (glasses) h.push(circle(-12 + t * 6, -526, 9, 'none', { stroke: '#1c2028', strokeWidth: 2.4 }), circle(13 + t * 6, -526, 9, 'none', { stroke: '#1c2028', strokeWidth: 2.4 }));
  p.push(group({ transform: `translate(${t * 4} 2)` }, h));
  return p.join('');
}
