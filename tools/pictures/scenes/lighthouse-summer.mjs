// Summer at the lighthouse: noon, turquoise water, sails.

import { Canvas } from '../drawing/canvas.mjs';
import { chance } from '../drawing/chance.mjs';
import { cottage, cumulus, grass, lighthouse, ripples } from '../drawing/coast.mjs';
import { gull } from '../drawing/land.mjs';
import { Sheet, circle, ellipse, group, mix, path, poly, rect, stroke } from '../drawing/sheet.mjs';

const W = 1500;
const H = 1000;
const SEA = 430;

export const picture = {
  stem: 'lighthouse-summer',
  ratio: '3:2',
  alt: 'Summer: white sails cross a turquoise bay below the lighthouse, and bathers rest under parasols on a pale beach.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const sky = new Sheet(W, H);
  sky.add(rect(0, 0, W, H, sky.linear(0, 0, 0, SEA, [[0, '#1f7fb8'], [0.55, '#62b4d6'], [1, '#c9e9e6']], true)));
  sky.add(cumulus(sky, 1140, 330, 560, { seed: 31, light: '#ffffff', shade: '#b4d3e2' }), cumulus(sky, 820, 400, 330, { seed: 35, shade: '#c3dde6' }), cumulus(sky, 1420, 410, 380, { seed: 38, shade: '#c3dde6' }), cumulus(sky, 1000, 150, 200, { seed: 42, shade: '#9cc7de', opacity: 0.85 }));
  await canvas.lay(sky);
  await canvas.lay(sea());
  await canvas.lay(cliff(), { warp: 1.8, seed: 12 });
  await canvas.lay(beach());
  await canvas.bloom({ threshold: 0.86, radius: 26, strength: 0.2 });
  canvas.grade({ shadows: '#0d3a4d', highlights: '#fff6dc', amount: 0.14, vignette: 0.18, contrast: 1.04, saturation: 1.06 }).grain(0.02);
  return canvas;
}

function sea() {
  const s = new Sheet(W, H);
  s.add(rect(0, SEA, W, H - SEA, s.linear(0, SEA, 0, 900, [[0, '#2b8fb5'], [0.25, '#1d84a8'], [0.55, '#27a5ae'], [0.85, '#6fd0c0'], [1, '#bfeeda']], true)));
  // Sandbanks and weed show through the shallow water.
  for (const [x, y, w, h, c, o] of [[980, 640, 300, 26, '#7fe0cc', 0.4], [1300, 580, 260, 16, '#55c4c0', 0.4], [760, 720, 240, 26, '#1b7d92', 0.35], [1240, 730, 320, 30, '#a9f0dc', 0.4], [900, 560, 180, 9, '#146f92', 0.4], [1120, 500, 260, 8, '#146f92', 0.35]]) s.add(ellipse(x, y, w, h, c, { opacity: o, filter: s.blur(12, 5) }));
  s.add(ripples(chance(6), SEA, 800, W, { light: '#ffffff', dark: '#12688a', count: 190, centre: 1150, reach: 500 }));
  s.add(path('M1000 424C1100 404 1220 410 1330 420C1400 412 1450 416 1500 420L1500 432L980 432Z', '#7fb3c0'));
  const sail = (x, y, k, c, flip = 1) => group({ transform: `translate(${x} ${y}) scale(${k * flip} ${k})` }, path('M-70 34Q0 44 84 34L70 70Q0 52 -60 64Z', '#ffffff', { opacity: 0.16 }), path('M0 -190C40 -150 76 -70 82 -4L0 -4Z', s.across([0, '#ffffff'], [0.6, '#fdf6e6'], [1, '#cfdfe2'])), path('M-8 -168C-16 -110 -34 -50 -62 -6L-8 -4Z', c), rect(-6, -194, 5, 204, '#5d4a3c'), path('M-80 6L92 4C84 26 66 34 46 34L-44 34C-62 30 -74 20 -80 6Z', s.down([0, '#fffaf0'], [0.4, '#e9dcc4'], [1, '#a8907a'])), rect(-78, 12, 164, 4, c, { opacity: 0.9 }), circle(20, -6, 6, '#7a4a36'), path('M12 6C12 -4 28 -4 28 6Z', '#2f5f7a'));
  s.add(sail(860, 452, 0.3, '#e8a33a'), sail(1010, 470, 0.42, '#d1503a', -1), sail(1390, 482, 0.46, '#2f7f8f'), sail(1180, 566, 0.86, '#d1503a'));
  return s;
}

function cliff() {
  const s = new Sheet(W, H);
  const random = chance(70);
  // The headland from the left: grass on top, pale stone below, all in flat planes of sun and shade.
  s.add(path('M0 330C120 312 260 318 380 330C500 336 600 366 660 404C700 428 720 450 716 470C724 520 700 570 716 620C700 680 650 700 560 716C400 740 200 760 0 770Z', s.linear(0, 330, 0, 760, [[0, '#e3c99a'], [0.5, '#c9a878'], [1, '#8a7460']], true)));
  // Stone splits into upright slabs; each keeps its own angle to the sun.
  const face = s.clip(path('M0 330C120 312 260 318 380 330C500 336 600 366 660 404C700 428 720 450 716 470C724 520 700 570 716 620C700 680 650 700 560 716C400 740 200 760 0 770Z', '#000'));
  const slabs = [];
  let seam = null;
  for (let x = -30; x < 760; x += random.between(20, 62)) {
    const next = [];
    for (let y = 290; y <= 790; y += random.between(28, 60)) next.push([x + random.between(-13, 13) - (y - 300) * 0.05, y]);
    if (seam) {
      const tone = mix('#8f7254', '#ffedc4', random() ** 0.7 * (x > 640 ? 0.55 : 0.95));
      slabs.push(poly([...seam, ...[...next].reverse()], s.linear(0, 330, 0, 760, [[0, tone], [0.6, mix(tone, '#a88a66', 0.35)], [1, mix(tone, '#6d5a50', 0.6)]], true), { stroke: mix(tone, '#a88a66', 0.3), strokeWidth: 1 }));
      for (let k = 0; k < 2; k++) {
        const y = random.between(400, 700);
        slabs.push(poly([[x - random.between(10, 40), y], [x, y - random.between(4, 16)], [x - 2, y + random.between(20, 60)]], '#6d5644', { opacity: 0.4 }));
      }
    }
    seam = next;
  }
  s.add(group({ clipPath: face }, slabs));
  for (let i = 0; i < 26; i++) {
    const x = random.between(0, 640);
    const y = random.between(420, 700);
    s.add(stroke(`M${x} ${y}l${random.between(20, 60)} ${random.between(-6, 8)}`, '#6d5644', 2, { opacity: 0.35 }));
  }
  s.add(path('M0 300C120 286 270 292 390 312C520 322 610 352 672 404C680 414 670 418 656 412C600 392 560 400 500 384C430 388 380 366 300 372C220 380 140 360 0 372Z', s.linear(0, 290, 0, 410, [[0, '#a9c667'], [0.5, '#7fa552'], [1, '#4f7d45']], true)));
  s.add(grass(random, 260, (r) => { const x = r.between(0, 640); return [x, 330 + ((x / 640) ** 3) * 66 + r.between(-16, 40), 0.7]; }, { colours: ['#5a8a45', '#8fb659', '#b9cf74', '#47733f'], height: 14, lean: 6 }));
  s.add(ellipse(420, 346, 130, 12, '#3f6a3c', { opacity: 0.5, filter: s.blur(6) }));
  s.add(group({ transform: 'translate(176 326) scale(0.98)' }, cottage(s, { light: 1, wall: '#fffaf0', shade: '#8fb0bf', roof: '#b5563f' })));
  s.add(group({ transform: 'translate(402 346) scale(0.5)' }, lighthouse(s, { light: 1, tower: '#ffffff', shade: '#86aabf', band: '#d9482f', bandShade: '#8a2c36' })));
  s.add(group({ transform: 'translate(318 300)' }, stroke('M0 30L0 -46', '#5d4a3c', 3), path('M2 -46C18 -52 26 -38 44 -44L42 -22C26 -16 18 -30 2 -24Z', '#2f7f8f')));
  // Rocks at the foot and the white line of the surf.
  for (const [x, y, k] of [[700, 690, 1], [760, 704, 0.6], [640, 716, 0.9], [806, 712, 0.4]]) s.add(poly([[x - 46 * k, y + 16 * k], [x - 30 * k, y - 20 * k], [x - 4 * k, y - 34 * k], [x + 26 * k, y - 18 * k], [x + 44 * k, y + 16 * k]], '#8a7460'), poly([[x - 4 * k, y - 34 * k], [x + 26 * k, y - 18 * k], [x + 44 * k, y + 16 * k], [x + 6 * k, y + 16 * k]], '#e9d2a2'), ellipse(x, y + 17 * k, 60 * k, 6 * k, '#ffffff', { opacity: 0.8 }));
  return s;
}

function beach() {
  const s = new Sheet(W, H);
  // Three scallops of foam, then the sand.
  const shore = (dy) => `M0 ${752 + dy}C180 ${770 + dy} 330 ${730 + dy} 520 ${756 + dy}C700 ${786 + dy} 860 ${800 + dy} 1020 ${786 + dy}C1200 ${770 + dy} 1360 ${802 + dy} 1500 ${784 + dy}L1500 1000L0 1000Z`;
  s.add(path(shore(-30), '#d9fff0', { opacity: 0.35 }), path(shore(-16), '#ffffff', { opacity: 0.75 }), path(shore(-8), '#a9e8d6', { opacity: 0.8 }), path(shore(2), '#ffffff'), path(shore(9), '#d9b98a'), path(shore(24), s.linear(0, 770, 0, 1000, [[0, '#f0dcb0'], [0.4, '#f9e9c4'], [1, '#e3c48f']], true)));
  const random = chance(5);
  for (let i = 0; i < 240; i++) s.add(ellipse(random.between(0, W), random.between(820, 1000), random.between(1, 4), random.between(0.6, 1.5), random.pick(['#c9a46c', '#fffaf0', '#b98f5d']), { opacity: 0.5 }));
  const parasol = (x, y, k, a, b) => {
    const g = [ellipse(64, 6, 116, 15, '#a87f4c', { opacity: 0.5 }), stroke('M0 0L-22 -170', '#fff6e2', 6)];
    const n = 6;
    for (let i = 0; i < n; i++) {
      const u0 = -1 + (2 * i) / n;
      const u1 = -1 + (2 * (i + 1)) / n;
      const px = (u) => Math.sin((u * Math.PI) / 2) * 116;
      g.push(path(`M0 -74C${px(u0) * 0.7} -70 ${px(u0)} -40 ${px(u0)} 0Q${(px(u0) + px(u1)) / 2} 9 ${px(u1)} 0C${px(u1)} -40 ${px(u1) * 0.7} -70 0 -74Z`, i % 2 ? a : b));
    }
    g.push(path('M0 -74C70 -70 116 -40 116 0Q90 6 62 4C66 -30 40 -62 0 -74Z', '#1f3a4a', { opacity: 0.16 }));
    return group({ transform: `translate(${x} ${y}) scale(${k})` }, g.slice(0, 2), group({ transform: 'translate(-22 -150) rotate(-8)' }, g.slice(2)));
  };
  s.add(parasol(1190, 908, 1.0, '#d9482f', '#fff6e2'), parasol(820, 872, 0.66, '#2f7f8f', '#fff1cf'), parasol(430, 868, 0.6, '#e8a33a', '#fff6e2'));
  const towel = (x, y, k, c, flip = 1) => group({ transform: `translate(${x} ${y}) scale(${k * flip} ${k})` }, poly([[-70, 12], [-50, -12], [96, -12], [84, 12]], c), poly([[-56, 12], [-37, -12], [-26, -12], [-44, 12]], '#fffaf0', { opacity: 0.7 }), path('M-34 -4C-20 -20 10 -18 34 -10L84 -6L84 2L30 2C10 6 -20 8 -34 -4Z', '#c98a62'), path('M-8 -16C6 -20 22 -16 36 -10L36 0C20 4 4 4 -8 2Z', '#1f5a72'), circle(-44, -8, 10, '#c98a62'), path('M-56 -10C-56 -22 -36 -24 -34 -12C-40 -8 -50 -6 -56 -10Z', '#4a2f22'));
  s.add(towel(1290, 930, 1.05, '#e8a33a', -1), towel(900, 886, 0.7, '#d9482f'), towel(360, 880, 0.62, '#2f7f8f', -1));
  // A child at the water with a bucket.
  s.add(group({ transform: 'translate(650 846) scale(0.56)' }, ellipse(20, 2, 46, 7, '#b58f5d', { opacity: 0.6 }), rect(-14, -50, 11, 50, '#b57a55'), rect(4, -50, 11, 50, '#a56d4b'), path('M-20 -46L-18 -112C-8 -122 8 -122 18 -112L20 -46Z', '#f0c04a'), path('M-18 -108C-34 -90 -36 -76 -32 -60M18 -108C32 -96 40 -84 42 -68', 'none', { stroke: '#b57a55', strokeWidth: 10, strokeLinecap: 'round' }), circle(0, -138, 19, '#b57a55'), path('M-34 -142C-20 -150 20 -150 34 -142C20 -136 -20 -136 -34 -142ZM-18 -144C-16 -164 16 -164 18 -144Z', '#fff6e2'), path('M32 -64L54 -64L50 -34L36 -34Z', '#d9482f')));
  for (const [x, y, k] of [[610, 200, 1.1], [700, 236, 0.8], [540, 250, 0.7], [790, 180, 0.7]]) s.add(gull(x, y, k, '#ffffff'));
  return s;
}
