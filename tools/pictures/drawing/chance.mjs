// Seeded randomness: the same seed draws the same picture, on every machine.

/** A repeatable source of numbers in [0, 1) (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  next.between = (low, high) => low + (high - low) * next();
  next.pick = (list) => list[Math.floor(next() * list.length)];
  return next;
}

/** Smooth value noise over the plane, in [0, 1]. */
export function noise(seed) {
  const size = 256;
  const random = chance(seed);
  const lattice = Float32Array.from({ length: size * size }, random);
  const at = (x, y) => lattice[((y & 255) << 8) | (x & 255)];
  return (x, y) => {
    const xi = Math.floor(x);
    const yi = Math.floor(y);
    const fx = x - xi;
    const fy = y - yi;
    const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    const top = at(xi, yi) * (1 - u) + at(xi + 1, yi) * u;
    const bottom = at(xi, yi + 1) * (1 - u) + at(xi + 1, yi + 1) * u;
    return top * (1 - v) + bottom * v;
  };
}

/** Several octaves of noise laid over each other, in [0, 1]: clouds, mist, rock. */
export function clouds(seed, octaves = 5) {
  const base = noise(seed);
  return (x, y) => {
    let sum = 0;
    let weight = 0.5;
    let total = 0;
    for (let i = 0; i < octaves; i++) {
      sum += weight * base(x, y);
      total += weight;
      x = x * 2.03 + 17.1;
      y = y * 2.03 + 9.7;
      weight *= 0.5;
    }
    return sum / total;
  };
}
