// Four small byline portraits: abstract, calm, each with its own posture. node portraits.mjs

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Canvas } from './drawing/canvas.mjs';
import { Sheet, circle, ellipse, group, mix, path, rect, stroke } from './drawing/sheet.mjs';
import { PICTURES } from './press.mjs';

export const PORTRAITS = [
  { stem: 'portrait-a', alt: 'Portrait of a woman with dark hair tied back and a teal jacket.', ground: ['#e9c99a', '#c98a5a'], skin: '#b57a55', shade: '#7d4c38', cloth: '#1f6a70', clothShade: '#123f49', shirt: '#f6ead3', hair: '#241815', style: 'bun' },
  { stem: 'portrait-b', alt: 'Portrait of a man with a grey beard and glasses in a navy jacket.', ground: ['#a9c3c4', '#56808c'], skin: '#e3b48f', shade: '#a8735a', cloth: '#2b3a5c', clothShade: '#18223c', shirt: '#f3efe4', hair: '#a9a39b', style: 'beard' },
  { stem: 'portrait-c', alt: 'Portrait of a woman in an ochre headscarf and a plum dress.', ground: ['#d9b8a8', '#96605c'], skin: '#8d5b40', shade: '#553424', cloth: '#5d2f4a', clothShade: '#381b30', shirt: '#e9d3b0', hair: '#d9a044', style: 'scarf' },
  { stem: 'portrait-d', alt: 'Portrait of a man with short curly hair and a rust-red pullover.', ground: ['#b9c9a4', '#5f7f68'], skin: '#6e4630', shade: '#432719', cloth: '#a8482f', clothShade: '#6d2a22', shirt: '#a8482f', hair: '#17110f', style: 'curls' },
];

function draw(person) {
  const { skin, shade, cloth, clothShade, shirt, hair, style, ground } = person;
  const s = new Sheet(320, 320);
  s.add(rect(0, 0, 320, 320, s.linear(0, 0, 1, 1, [[0, ground[0]], [1, ground[1]]])), circle(112, 110, 150, '#fff6de', { opacity: 0.22 }));
  const g = [];
  if (style === 'bun') g.push(circle(206, 74, 27, hair), path('M96 150C84 70 120 40 162 40C208 40 234 76 224 150C222 190 214 200 206 208L112 208C102 196 98 180 96 150Z', hair));
  if (style === 'scarf') g.push(path('M84 170C74 80 108 34 162 34C216 34 246 84 236 168C236 210 250 232 262 262L62 262C74 232 84 210 84 170Z', s.across([0, mix(hair, '#fff0cc', 0.35)], [0.5, hair], [1, mix(hair, '#3a1f18', 0.5)])));
  g.push(path('M20 340C22 276 62 252 118 238L202 238C258 252 298 276 300 340Z', s.across([0, mix(cloth, '#fff0cc', 0.16)], [0.45, cloth], [1, clothShade])));
  g.push(path('M132 190L190 190L196 242C178 262 144 262 126 242Z', mix(skin, shade, 0.55)));
  if (style === 'curls') g.push(path('M118 240C130 262 192 262 204 240L212 246C196 276 126 276 110 246Z', mix(cloth, '#fff0cc', 0.2)));
  else g.push(path('M124 236L160 286L196 236L210 246L172 320L148 320L110 246Z', shirt), path('M114 240L96 262L122 278L114 292L150 330L154 300Z', mix(cloth, '#fff0cc', 0.14)), path('M206 240L224 262L198 278L206 292L170 330L166 300Z', clothShade));
  // Face: one oval, one plane of shade, features only hinted.
  g.push(path('M108 132C106 84 130 66 162 66C196 66 218 86 214 134C212 176 192 214 162 214C132 214 110 176 108 132Z', skin));
  g.push(path('M162 66C196 66 218 86 214 134C212 176 192 214 162 214C178 200 182 186 178 174C184 170 186 166 180 158C176 150 178 140 182 132C176 110 172 86 162 66Z', shade, { opacity: 0.42 }));
  g.push(ellipse(107, 140, 8, 14, skin), ellipse(215, 140, 8, 14, mix(skin, shade, 0.6)));
  g.push(stroke('M126 124C132 119 142 119 148 123', mix(hair, '#20120e', style === 'scarf' ? 0.85 : 0.4), 4), stroke('M176 123C182 119 192 119 198 124', mix(hair, '#20120e', style === 'scarf' ? 0.85 : 0.4), 4));
  g.push(path('M129 136C134 131 142 131 147 136C142 139 134 139 129 136Z', shade), path('M177 136C182 131 190 131 195 136C190 139 182 139 177 136Z', mix(shade, '#20120e', 0.3)));
  g.push(stroke('M164 134C167 146 172 158 168 163C164 166 160 166 157 164', shade, 3, { opacity: 0.75 }), path('M143 182C150 178 156 178 162 180C168 178 174 178 181 182C172 191 152 191 143 182Z', mix(mix(skin, shade, 0.6), '#8a2430', 0.4)));
  if (style === 'bun') g.push(path('M104 138C98 84 124 56 162 56C202 56 226 84 219 138C212 112 204 98 190 92C164 100 126 96 116 108C110 116 106 126 104 138Z', hair), path('M122 78C140 64 176 62 200 78', 'none', { stroke: mix(hair, '#c98a5a', 0.4), strokeWidth: 3, opacity: 0.7 }), circle(107, 164, 4, '#f0c05a'));
  if (style === 'beard') g.push(path('M106 144C98 80 126 54 164 56C206 58 226 92 216 146C210 124 210 104 196 96C176 98 140 88 124 96C112 106 110 124 106 144Z', hair), path('M109 146C112 200 136 228 162 228C190 228 210 200 213 146C206 168 196 172 184 172C174 166 150 166 140 172C126 172 114 166 109 146ZM144 184C152 178 172 178 180 184C172 191 152 191 144 184Z', mix(hair, '#fff6e6', 0.15), { fillRule: 'evenodd' }), circle(138, 136, 16, 'none', { stroke: '#22262e', strokeWidth: 3.6 }), circle(186, 136, 16, 'none', { stroke: '#22262e', strokeWidth: 3.6 }), stroke('M154 134Q162 129 170 134', '#22262e', 3.4));
  if (style === 'scarf') g.push(path('M84 172C78 84 108 40 162 40C216 40 244 86 236 170C236 214 216 246 162 246C108 246 86 214 84 172ZM108 142C106 182 130 216 162 216C194 216 216 182 214 142C214 96 192 78 162 78C130 78 108 98 108 142Z', s.across([0, mix(hair, '#fff0cc', 0.3)], [0.5, hair], [1, mix(hair, '#3a1f18', 0.45)]), { fillRule: 'evenodd' }), path('M94 210C120 250 206 252 230 212C240 240 214 274 170 276C120 278 84 246 94 210Z', mix(hair, '#3a1f18', 0.16)), stroke('M106 236C130 258 190 260 218 238', mix(hair, '#3a1f18', 0.5), 3, { opacity: 0.6 }));
  if (style === 'curls') {
    g.push(path('M104 136C94 84 122 48 162 48C206 48 230 84 218 136C214 116 208 104 198 98C180 92 142 92 126 98C114 106 108 120 104 136Z', hair));
    for (let i = 0; i < 15; i++) {
      const a = Math.PI * (1.02 + (i / 14) * 0.96);
      g.push(circle(162 + Math.cos(a) * 56, 108 + Math.sin(a) * 54, 14, hair), stroke(`M${162 + Math.cos(a) * 50 - 5} ${106 + Math.sin(a) * 48}q5 -9 10 0`, mix(hair, '#c99a6a', 0.35), 2, { opacity: 0.6 }));
    }
  }
  s.add(group({ filter: s.rim(-3, -2, '#fff2d2', 0.5, 1.4) }, g));
  return s;
}

async function writeAll() {
  for (const person of PORTRAITS) {
    const canvas = new Canvas(320, 320, 1);
    await canvas.lay(draw(person));
    canvas.grade({ shadows: '#1a2233', highlights: '#fff2d6', amount: 0.1, vignette: 0.12 });
    const small = canvas.toSharp().resize(160, 160, { kernel: 'lanczos3' });
    const png = await small.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    const webp = await small.clone().webp({ quality: 84, effort: 6, smartSubsample: true }).toBuffer();
    writeFileSync(`${PICTURES}${person.stem}-160.png`, png);
    writeFileSync(`${PICTURES}${person.stem}-160.webp`, webp);
    console.log(`${person.stem} png ${(png.length / 1000).toFixed(1)} kB, webp ${(webp.length / 1000).toFixed(1)} kB`);
  }

  // The mark of the publisher: a sun that rises over lines of print, on a ground of its own.
  const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><rect width="96" height="96" rx="21" fill="#b3402c"/><path fill="#fff6e6" d="M22 53a26 26 0 0 1 52 0z"/><path fill="#f2b866" d="M33 53a15 15 0 0 1 30 0z"/><path fill="none" stroke="#fff6e6" stroke-width="6" stroke-linecap="round" d="M19 62.5h58M27 72.5h42M37 82h22"/></svg>\n`;
  writeFileSync(`${PICTURES}logo-courier.svg`, logo);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeAll();
