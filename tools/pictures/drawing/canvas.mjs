// The raster a scene is painted on: sheets are laid over it, light is worked into it.

import sharp from 'sharp';
import { chance, clouds } from './chance.mjs';

sharp.concurrency(1);

export class Canvas {
  /** `width` and `height` are scene units; `scale` turns them into pixels. */
  constructor(width, height, scale) {
    this.unitWidth = width;
    this.unitHeight = height;
    this.scale = scale;
    this.width = Math.round(width * scale);
    this.height = Math.round(height * scale);
    this.pixels = new Float32Array(this.width * this.height * 3);
  }

  async raster(sheet) {
    const { data } = await sharp(Buffer.from(sheet.toSvg(this.width, this.height)), { limitInputPixels: false, unlimited: true })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return data;
  }

  /** Lays a sheet over the canvas. `blend`: over, screen, multiply, soft. */
  async lay(sheet, { blend = 'over', opacity = 1, warp = 0, seed = 1 } = {}) {
    let data = await this.raster(sheet);
    if (warp > 0) data = warped(data, this.width, this.height, warp * this.scale, seed, this.scale);
    const out = this.pixels;
    const mixer = BLENDS[blend];
    for (let i = 0, j = 0; i < data.length; i += 4, j += 3) {
      const a = (data[i + 3] / 255) * opacity;
      if (a === 0) continue;
      for (let c = 0; c < 3; c++) {
        const under = out[j + c];
        out[j + c] = under + (mixer(under, data[i + c] / 255) - under) * a;
      }
    }
    return this;
  }

  /** Paints each pixel by a function of scene units: (x, y) => [r, g, b, alpha] or nothing. */
  paint(colourAt, { blend = 'over', top = 0, bottom = this.unitHeight } = {}) {
    const mixer = BLENDS[blend];
    const [from, to] = [Math.max(0, Math.floor(top * this.scale)), Math.min(this.height, Math.ceil(bottom * this.scale))];
    for (let y = from; y < to; y++) {
      for (let x = 0; x < this.width; x++) {
        const colour = colourAt(x / this.scale, y / this.scale);
        if (!colour || colour[3] <= 0) continue;
        const j = (y * this.width + x) * 3;
        for (let c = 0; c < 3; c++) {
          const under = this.pixels[j + c];
          this.pixels[j + c] = under + (mixer(under, colour[c]) - under) * colour[3];
        }
      }
    }
    return this;
  }

  /** Drifting mist of one colour, thickest where `density(x, y)` says. */
  mist(colour, density, { seed = 7, size = 220, stretch = 2.6, octaves = 5, low = 0.35, high = 0.75, blend = 'over' } = {}) {
    const cloud = clouds(seed, octaves);
    const [r, g, b] = rgb(colour);
    return this.paint(
      (x, y) => {
        const d = density(x, y);
        if (d <= 0) return null;
        const n = cloud(x / (size * stretch), y / size);
        return [r, g, b, d * smooth(low, high, n)];
      },
      { blend },
    );
  }

  /** Mirrors what lies above `shore` into the water below, broken by ripples. */
  reflect(shore, { depth = this.unitHeight - shore, squeeze = 1, ripple = 6, tint = '#102030', strength = 0.75, darken = 0.25, seed = 3, length = 60, mask = null, blurFar = 0 } = {}) {
    const waves = clouds(seed, 3);
    const source = this.pixels.slice();
    const [tr, tg, tb] = rgb(tint);
    const s = this.scale;
    const w = this.width;
    const y0 = Math.round(shore * s);
    const y1 = Math.min(this.height, Math.round((shore + depth) * s));
    for (let py = y0; py < y1; py++) {
      const dist = (py - y0) / s;
      const grow = 0.25 + (dist / depth) * 1.6;
      for (let px = 0; px < w; px++) {
        if (mask && !mask(px / s, py / s)) continue;
        const nx = waves((px / s) / (length * grow), (dist / (7 * grow)) + 40) - 0.5;
        const ny = waves((px / s) / (length * 0.8 * grow) + 90, (dist / (9 * grow)) + 10) - 0.5;
        const sx = Math.max(0, Math.min(w - 1.001, px + nx * ripple * grow * s));
        const sy = Math.max(0, Math.min(y0 - 1.001, y0 - (dist * squeeze + ny * ripple * 2.2 * grow + blurFar) * s));
        const k = Math.min(1, (dist / depth) * 1);
        const keep = strength * (1 - 0.35 * k);
        const j = (py * w + px) * 3;
        const xi = Math.floor(sx);
        const yi = Math.floor(sy);
        const fx = sx - xi;
        const fy = sy - yi;
        const o = (yi * w + xi) * 3;
        for (let c = 0; c < 3; c++) {
          const v =
            (source[o + c] * (1 - fx) + source[o + 3 + c] * fx) * (1 - fy) +
            (source[o + w * 3 + c] * (1 - fx) + source[o + w * 3 + 3 + c] * fx) * fy;
          const t = c === 0 ? tr : c === 1 ? tg : tb;
          this.pixels[j + c] = v * (1 - darken) * keep + t * (1 - keep);
        }
      }
    }
    return this;
  }

  /** Lets bright parts glow into their surroundings. */
  async bloom({ threshold = 0.7, radius = 30, strength = 0.5 } = {}) {
    const bright = Buffer.alloc(this.width * this.height * 3);
    for (let i = 0; i < this.pixels.length; i += 3) {
      const luma = 0.3 * this.pixels[i] + 0.59 * this.pixels[i + 1] + 0.11 * this.pixels[i + 2];
      const k = smooth(threshold, Math.min(1, threshold + 0.3), luma);
      for (let c = 0; c < 3; c++) bright[i + c] = Math.max(0, Math.min(255, this.pixels[i + c] * k * 255));
    }
    const small = Math.max(0.125, Math.min(1, 8 / (radius * this.scale)));
    const sw = Math.round(this.width * small);
    const sh = Math.round(this.height * small);
    const shrunk = await sharp(bright, { raw: { width: this.width, height: this.height, channels: 3 } })
      .resize(sw, sh)
      .blur(Math.max(0.5, radius * this.scale * small))
      .raw()
      .toBuffer();
    const soft = await sharp(shrunk, { raw: { width: sw, height: sh, channels: 3 } })
      .resize(this.width, this.height, { kernel: 'cubic', fit: 'fill' })
      .raw()
      .toBuffer();
    for (let i = 0; i < this.pixels.length; i++) {
      const glow = (soft[i] / 255) * strength;
      this.pixels[i] = 1 - (1 - this.pixels[i]) * (1 - glow);
    }
    return this;
  }

  /** Final colour: shadows and highlights drift to two colours, corners darken, contrast settles. */
  grade({ shadows = '#000000', highlights = '#ffffff', amount = 0.1, vignette = 0.2, contrast = 1, saturation = 1 } = {}) {
    const lo = rgb(shadows);
    const hi = rgb(highlights);
    for (let y = 0, i = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++, i += 3) {
        const dx = x / this.width - 0.5;
        const dy = y / this.height - 0.5;
        const edge = 1 - vignette * smooth(0.12, 0.55, dx * dx + dy * dy);
        const p = this.pixels;
        const luma = 0.3 * p[i] + 0.59 * p[i + 1] + 0.11 * p[i + 2];
        for (let c = 0; c < 3; c++) {
          let v = luma + (p[i + c] - luma) * saturation;
          v = (v - 0.5) * contrast + 0.5;
          v += amount * ((1 - luma) * (lo[c] - v) * (1 - luma) + luma * luma * (hi[c] - v));
          p[i + c] = v * edge;
        }
      }
    }
    return this;
  }

  /** Paper grain: soft, even, seeded. */
  grain(amount = 0.02, seed = 5) {
    const random = chance(seed);
    const w = this.width;
    const row = new Float32Array(w);
    for (let y = 0; y < this.height; y++) {
      let last = 0;
      for (let x = 0; x < w; x++) {
        const fresh = random() + random() - 1;
        row[x] = row[x] * 0.35 + last * 0.25 + fresh * 0.8;
        last = row[x];
        const j = (y * w + x) * 3;
        const luma = 0.3 * this.pixels[j] + 0.59 * this.pixels[j + 1] + 0.11 * this.pixels[j + 2];
        const k = amount * (0.5 + 1.2 * luma * (1 - luma)) * row[x];
        for (let c = 0; c < 3; c++) this.pixels[j + c] += k;
      }
    }
    return this;
  }

  toBuffer() {
    const bytes = Buffer.alloc(this.pixels.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.max(0, Math.min(255, Math.round(this.pixels[i] * 255)));
    return bytes;
  }

  toSharp() {
    return sharp(this.toBuffer(), { raw: { width: this.width, height: this.height, channels: 3 } });
  }
}

const BLENDS = {
  over: (under, top) => top,
  screen: (under, top) => 1 - (1 - under) * (1 - top),
  multiply: (under, top) => under * top,
  add: (under, top) => under + top,
  soft: (under, top) => (top < 0.5 ? 2 * under * top + under * under * (1 - 2 * top) : 2 * under * (1 - top) + Math.sqrt(Math.max(0, under)) * (2 * top - 1)),
};

export const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);

export function smooth(low, high, x) {
  const t = Math.max(0, Math.min(1, (x - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/** Shifts a drawn layer by slow noise, so that edges look cut by hand rather than ruled. */
function warped(data, width, height, amount, seed, scale) {
  const noiseX = clouds(seed, 3);
  const noiseY = clouds(seed + 101, 3);
  const out = Buffer.alloc(data.length);
  const f = 1 / (34 * scale);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sx = Math.max(0, Math.min(width - 1.01, x + (noiseX(x * f, y * f) - 0.5) * 2 * amount));
      const sy = Math.max(0, Math.min(height - 1.01, y + (noiseY(x * f, y * f) - 0.5) * 2 * amount));
      const xi = Math.floor(sx);
      const yi = Math.floor(sy);
      const fx = sx - xi;
      const fy = sy - yi;
      const o = (yi * width + xi) * 4;
      const w00 = (1 - fx) * (1 - fy), w10 = fx * (1 - fy), w01 = (1 - fx) * fy, w11 = fx * fy;
      const o10 = o + 4, o01 = o + width * 4, o11 = o01 + 4;
      const j = (y * width + x) * 4;
      const a00 = data[o + 3] * w00, a10 = data[o10 + 3] * w10, a01 = data[o01 + 3] * w01, a11 = data[o11 + 3] * w11;
      const alpha = a00 + a10 + a01 + a11;
      if (alpha > 0) {
        for (let c = 0; c < 3; c++) {
          out[j + c] = Math.round((data[o + c] * a00 + data[o10 + c] * a10 + data[o01 + c] * a01 + data[o11 + c] * a11) / alpha);
        }
      }
      out[j + 3] = Math.round(alpha);
    }
  }
  return out;
}
