// The keeper on the gallery, seen from behind, looking out at the evening sea.

import { Canvas, rgb, smooth } from '../drawing/canvas.mjs';
import { chance, clouds } from '../drawing/chance.mjs';
import { ripples } from '../drawing/coast.mjs';
import { gull } from '../drawing/land.mjs';
import { Sheet, circle, ellipse, group, path, rect, stroke } from '../drawing/sheet.mjs';
import { limb } from '../drawing/people.mjs';

const W = 1200;
const H = 1500;
const SEA = 760;
const SUN = [800, 700];

export const picture = {
  stem: 'lighthouse-keeper',
  ratio: '4:5',
  units: 1200,
  widths: [480, 960],
  alt: 'The lighthouse keeper, seen from behind in a dark coat and cap, rests both hands on the gallery rail and looks out over a golden evening sea.',
};

export async function draw(scale) {
  const canvas = new Canvas(W, H, scale);
  const sky = new Sheet(W, H);
  sky.add(rect(0, 0, W, H, sky.linear(0, 0, 0, SEA, [[0, '#2f4a78'], [0.35, '#7d7fa3'], [0.65, '#e5a184'], [0.88, '#fbc987'], [1, '#ffe0a0']], true)));
  sky.add(rect(0, 0, W, H, sky.glow(SUN[0], SUN[1], 640, [[0, '#fff3c8', 0.95], [0.15, '#ffdf98', 0.7], [0.5, '#f7a866', 0.3], [1, '#f7a866', 0]])));
  await canvas.lay(sky);
  banks(canvas);
  const sun = new Sheet(W, H);
  sun.add(circle(SUN[0], SUN[1], 54, '#fffbe6'));
  await canvas.lay(sun);
  await canvas.lay(sea());
  await canvas.lay(gallery());
  await canvas.bloom({ threshold: 0.76, radius: 40, strength: 0.42 });
  canvas.grade({ shadows: '#0f1f45', highlights: '#ffe8ba', amount: 0.22, vignette: 0.3, contrast: 1.05, saturation: 1.06 }).grain(0.02);
  return canvas;
}

function banks(canvas) {
  const cloud = clouds(37, 5);
  const [dark, light] = [rgb('#5d5c86'), rgb('#ffd3a0')];
  canvas.paint((x, y) => {
    const n = cloud(x / 460 + y / 1400, y / 84);
    const a = smooth(0.48, 0.68, n) * smooth(SEA, 560, y) * 0.9;
    if (a <= 0) return null;
    const near = Math.exp(-(((x - SUN[0]) / 520) ** 2) - ((y - SUN[1]) / 420) ** 2);
    const t = Math.min(1, 0.12 + near * 0.85 + Math.max(0, (n - cloud(x / 460 + y / 1400, (y + 16) / 84)) * 2.4));
    return [dark[0] + (light[0] - dark[0]) * t, dark[1] + (light[1] - dark[1]) * t, dark[2] + (light[2] - dark[2]) * t, a];
  });
}

function sea() {
  const s = new Sheet(W, H);
  s.add(rect(0, SEA, W, H - SEA, s.linear(0, SEA, 0, H, [[0, '#ffd18f'], [0.06, '#d99a78'], [0.25, '#7a6f8f'], [0.6, '#3a4c78'], [1, '#1c2c54']], true)));
  s.add(ripples(chance(14), SEA, 1400, W, { light: '#ffe6ae', dark: '#33406e', count: 260, centre: SUN[0], reach: 300 }));
  s.add(path('M0 748C90 728 190 734 280 750C340 744 400 748 440 761L0 761Z', '#a87d80'));
  s.add(group({ transform: 'translate(560 776) scale(0.5)' }, path('M-110 -6L104 -10C94 12 76 20 60 20L-80 20C-96 16 -106 6 -110 -6Z', '#3a3558'), rect(-50, -40, 54, 34, '#4a4468'), rect(-40, -32, 34, 10, '#ffd98f'), rect(16, -62, 14, 54, '#3a3558'), stroke('M-70 -8L-70 -70', '#3a3558', 4)));
  for (const [x, y, k] of [[250, 470, 1.2], [330, 520, 0.9], [420, 440, 0.8], [980, 420, 0.9], [200, 590, 0.7]]) s.add(gull(x, y, k, '#46466e'));
  return s;
}

function gallery() {
  const s = new Sheet(W, H);
  const warm = '#ffcf8a';
  // The edge of the lantern room: panes and frame, to the right.
  s.add(path('M1010 -20L1220 -20L1220 1520L1060 1520C1040 1000 1020 500 1010 -20Z', s.across([0, '#141c38'], [0.2, '#2c3356'], [1, '#0f1630'])));
  for (const [y0, y1] of [[-20, 330], [360, 720], [750, 1060]]) s.add(path(`M${1046 + y0 * 0.022} ${y0}L1220 ${y0}L1220 ${y1}L${1046 + y1 * 0.022} ${y1}Z`, s.linear(0, 0, 1, 1, [[0, '#ffd795', 0.95], [0.4, '#d98f6a', 0.7], [0.55, '#6d6a94', 0.75], [1, '#2f3f6c', 0.9]])), path(`M${1060 + y0 * 0.022} ${y0 + 14}L${1130 + y0 * 0.022} ${y0 + 14}L${1070 + y1 * 0.022} ${y1 - 60}L${1058 + y1 * 0.022} ${y1 - 60}Z`, '#fff6dc', { opacity: 0.35 }));
  s.add(stroke('M1012 -20C1022 500 1042 1000 1062 1520', warm, 4, { opacity: 0.85 }));
  // Floor plates, wet and shining.
  s.add(path('M-20 1290C280 1236 760 1236 1070 1300L1070 1520L-20 1520Z', s.linear(0, 1240, 0, 1500, [[0, '#8a6a6a'], [0.25, '#3f4168'], [1, '#141b38']], true)));
  for (let i = 0; i < 9; i++) s.add(stroke(`M${-60 + i * 150} ${1276 - Math.sin((i / 8) * Math.PI) * 26}L${-220 + i * 186} 1520`, '#10162e', 3, { opacity: 0.6 }));
  s.add(stroke('M-20 1290C280 1236 760 1236 1070 1300', warm, 4, { opacity: 0.7 }));
  // The rail, its uprights thin as ink.
  const rail = (y, sag) => `M-20 ${y + 30}C280 ${y - sag} 760 ${y - sag} 1066 ${y + 34}`;
  for (let i = 0; i < 12; i++) {
    const u = i / 11;
    const x = 20 + u * 1010;
    const curveAt = (y, sag) => (1 - u) ** 3 * (y + 30) + 3 * (1 - u) ** 2 * u * (y - sag) + 3 * (1 - u) * u * u * (y - sag) + u ** 3 * (y + 34);
    s.add(stroke(`M${x} ${curveAt(986, 20)}L${x} ${curveAt(1270, 34)}`, '#141b36', i % 3 === 0 ? 10 : 5), stroke(`M${x + (i % 3 === 0 ? 4 : 2)} ${curveAt(986, 20)}L${x + (i % 3 === 0 ? 4 : 2)} ${curveAt(1270, 34)}`, warm, 1.8, { opacity: 0.8 }));
  }
  s.add(stroke(rail(1080, 22), '#141b36', 6), stroke(rail(1176, 26), '#141b36', 6), stroke(rail(1078, 22), warm, 1.6, { opacity: 0.7 }), stroke(rail(1174, 26), warm, 1.6, { opacity: 0.7 }));
  s.add(stroke(rail(988, 20), '#0f1630', 20), stroke(rail(980, 20), '#ffdca0', 4, { opacity: 0.95 }));
  // Long shadow of the keeper on the plates.
  s.add(path('M330 1420L560 1420L420 1520L120 1520Z', '#0a1024', { opacity: 0.55, filter: s.blur(8) }));
  s.add(group({ filter: s.rim(4, -2.4, '#ffd894', 0.95, 1.1) }, keeper(s)));
  // The mug on the rail, steaming.
  s.add(group({ transform: 'translate(172 12)' }, path('M640 926L684 926L680 972L645 972Z', s.across([0, '#b8402f'], [0.7, '#d9634a'], [1, '#ffc68f'])), path('M684 934C704 934 704 960 682 960', 'none', { stroke: '#c94f3a', strokeWidth: 7 }), ellipse(662, 926, 22, 5, '#3a1f24'), path('M656 914C646 890 672 880 660 852C656 838 672 828 668 812C686 832 676 846 682 858C692 882 668 892 674 914Z', '#ffeccc', { opacity: 0.4, filter: s.blur(4) })));
  return s;
}

function keeper(s) {
  const coat = '#27325a';
  const dark = '#121a38';
  const g = [];
  // Boots and trousers.
  g.push(path('M362 1180L448 1180L446 1380L372 1380Z', '#171f40'), path('M462 1180L550 1180L546 1380L470 1380Z', '#1c2549'));
  g.push(path('M350 1432C350 1396 362 1376 376 1370L446 1370C450 1396 450 1416 448 1432Z', '#0c1226'), path('M466 1432C464 1410 466 1390 472 1370L544 1370C560 1380 572 1400 574 1432Z', '#0f162e'));
  // The long coat, lit along its right-hand edge.
  g.push(path('M396 650C340 660 304 690 300 760C292 880 304 1020 286 1220C370 1256 540 1258 620 1216C602 1020 618 880 606 760C600 692 566 660 512 650Z', s.across([0, dark], [0.45, coat], [0.82, '#3c466f'], [1, '#7a6278'])));
  g.push(path('M452 664C446 860 452 1040 446 1248L470 1248C466 1040 470 860 462 664Z', dark, { opacity: 0.75 }), path('M452 1010C430 1090 420 1170 412 1244L448 1248Z', dark, { opacity: 0.8 }));
  g.push(rect(318, 944, 272, 24, dark, { opacity: 0.8, rx: 4 }), circle(420, 956, 7, '#d9a85a'), circle(492, 956, 7, '#e9be74'));
  for (const [d, o] of [['M330 790C350 850 346 930 338 1000', 0.5], ['M560 800C548 860 556 930 566 1010', 0.5], ['M360 1000C350 1090 352 1170 344 1232', 0.4], ['M552 1000C556 1090 560 1170 566 1230', 0.4]]) g.push(stroke(d, dark, 6, { opacity: o }));
  // Arms rest on the rail.
  g.push(path(limb([[340, 704], [274, 800], [226, 890], [214, 958]], [96, 84, 66, 50]), s.across([0, dark], [1, coat])));
  g.push(path(limb([[568, 704], [630, 800], [676, 888], [690, 954]], [96, 84, 66, 50]), s.across([0, coat], [0.6, '#3c466f'], [1, '#8a6a78'])));
  g.push(path(limb([[212, 964], [214, 992], [222, 1006]], [40, 40, 30]), '#b07a5c'), path(limb([[692, 962], [690, 990], [682, 1004]], [40, 40, 30]), '#c98f68'));
  g.push(rect(188, 944, 54, 22, '#1a234a', { transform: 'rotate(6 214 955)', rx: 5 }), rect(664, 940, 54, 22, '#5a5f86', { transform: 'rotate(-6 690 951)', rx: 5 }));
  // Collar turned up, scarf, head, cap.
  g.push(path('M386 664C392 610 412 590 454 588C496 590 518 610 524 664C500 690 410 690 386 664Z', '#1a234a'), path('M392 640C410 622 500 622 518 640L522 664C500 682 412 682 388 664Z', '#b5452f'), path('M500 664C516 700 518 740 508 776L536 770C544 730 540 694 522 656Z', '#8a2f2c'));
  g.push(path('M404 560C398 500 420 470 456 470C494 470 514 500 508 560C506 604 486 628 456 628C426 628 408 604 404 560Z', s.across([0, '#8a5a4a'], [0.7, '#c08a68'], [1, '#f3c290'])));
  g.push(path('M400 556C398 520 404 500 412 490L500 490C510 500 514 520 511 556C508 596 500 606 494 612C480 600 430 600 418 612C410 604 402 590 400 556Z', s.across([0, '#6d6a78'], [0.7, '#c9c2c0'], [1, '#fff0d4'])));
  g.push(ellipse(402, 562, 9, 17, '#8a5a4a'), ellipse(511, 562, 9, 17, '#f0bd8c'));
  g.push(path('M388 500C378 440 412 408 456 406C502 408 536 440 524 500C500 514 412 514 388 500Z', s.across([0, dark], [0.6, '#2c386a'], [1, '#7a6a86'])), path('M390 488C412 504 500 504 522 488L525 512C500 528 412 528 388 512Z', '#0f1630'), circle(456, 404, 6, '#0f1630'), path('M456 408C430 414 414 444 410 494M456 408C484 414 500 444 504 494', 'none', { stroke: dark, strokeWidth: 3, opacity: 0.6 }));
  return g;
}
