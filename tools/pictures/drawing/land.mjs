// Land: mountains cut into planes, trees, stars, birds.

import { chance } from './chance.mjs';
import { circle, poly, stroke } from './sheet.mjs';

/** Mountains as planes of snow or rock; peaks are [x, y, half width]. */
export function mountains(peaks, lit, shade, floor, seed = 1) {
  const random = chance(seed);
  const out = [];
  for (const [x, y, w] of peaks) {
    const h = floor - y;
    const j = () => random.between(-0.03, 0.03) * w;
    const ridge = [[x, y], [x + w * 0.05 + j(), y + h * 0.2], [x - w * 0.04 + j(), y + h * 0.4], [x + w * 0.07 + j(), y + h * 0.58], [x - w * 0.01 + j(), y + h * 0.8], [x + w * 0.04, floor]];
    const left = [[x, y], [x - w * 0.12, y + h * 0.15 + j()], [x - w * 0.25, y + h * 0.29], [x - w * 0.4, y + h * 0.4 + j()], [x - w * 0.58, y + h * 0.66], [x - w * 0.78, y + h * 0.78 + j()], [x - w, floor]];
    const right = [[x, y], [x + w * 0.14, y + h * 0.19 + j()], [x + w * 0.29, y + h * 0.29], [x + w * 0.42, y + h * 0.48 + j()], [x + w * 0.64, y + h * 0.62], [x + w * 0.8, y + h * 0.82 + j()], [x + w, floor]];
    out.push(poly([...left, ...[...ridge].reverse()], lit), poly([...right, ...[...ridge].reverse()], shade));
    // Spurs: narrow planes that lean away from the ridge.
    out.push(poly([ridge[1], [x - w * 0.1, y + h * 0.44], [x - w * 0.14, y + h * 0.66], [x - w * 0.06, y + h * 0.52], ridge[2]], shade, { opacity: 0.55 }));
    out.push(poly([ridge[3], [x + w * 0.2, y + h * 0.74], [x + w * 0.26, y + h * 0.94], [x + w * 0.12, y + h * 0.82], ridge[4]], lit, { opacity: 0.35 }));
    out.push(poly([[x - w * 0.3, y + h * 0.44], [x - w * 0.34, y + h * 0.66], [x - w * 0.44, y + h * 0.86], [x - w * 0.3, y + h * 0.72]], shade, { opacity: 0.5 }));
  }
  return out;
}

/** One spruce, ragged by chance. */
export function spruce(random, x, base, h, colour, lit = null, slim = 0.3) {
  const w = h * slim;
  const right = [];
  const left = [];
  const tiers = 9;
  for (let i = 1; i <= tiers; i++) {
    const t = i / tiers;
    const y = base - h + t * h * 0.96;
    right.push([x + w * t * random.between(0.8, 1.05) * 0.5, y + h * 0.012], [x + w * t * 0.28, y - h * 0.01]);
    left.push([x - w * t * random.between(0.8, 1.05) * 0.5, y + h * 0.012], [x - w * t * 0.28, y - h * 0.01]);
  }
  const out = [poly([[x, base - h], ...right, ...left.reverse()], colour)];
  if (lit) out.push(poly([[x, base - h], ...right, [x + w * 0.02, base]], lit, { opacity: 0.35 }));
  return out;
}

export function stars(random, count, width, height) {
  return Array.from({ length: count }, () => circle(random.between(0, width), random() ** 1.4 * height, random.between(0.5, 1.7), '#f0f5ff', { opacity: random.between(0.2, 0.9) }));
}

export function gull(x, y, k, colour) {
  return stroke(`M${x - 17 * k} ${y - 5 * k}Q${x - 8 * k} ${y - 10 * k} ${x} ${y}Q${x + 9 * k} ${y - 11 * k} ${x + 18 * k} ${y - 3 * k}`, colour, 2.2 * k);
}
