// Writes one drawn canvas in every size and format the articles ask for.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

export const PICTURES = fileURLToPath(new URL('../../articles/pictures/', import.meta.url));

const LIMIT = 290_000;

/** Encodes again at falling quality until the file is light enough. */
async function fitting(limit, qualities, encode) {
  let bytes;
  for (const quality of qualities) {
    bytes = await encode(quality);
    if (bytes.length <= limit) break;
  }
  return bytes;
}

/** 256 colours without dithering: gradients stay calm and files small. */
const paletted = (data, raw) => sharp(data, raw).png({ palette: true, colours: 256, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();

export async function press(canvas, picture) {
  mkdirSync(PICTURES, { recursive: true });
  const master = await canvas.toSharp().png({ compressionLevel: 0 }).toBuffer();
  const rows = await pressOne(master, picture);
  // The same picture in another shape, for screens that stand upright: `across` is where its middle is, from 0 to 1.
  for (const { name, ratio, across, widths } of picture.crops ?? []) {
    const { width, height } = await sharp(master).metadata();
    const part = { left: Math.round(width * across - (height * ratio) / 2), top: 0, width: Math.round(height * ratio), height };
    rows.push(...(await pressOne(await sharp(master).extract(part).toBuffer(), { stem: `${picture.stem}-${name}`, widths })));
  }
  return rows;
}

async function pressOne(master, picture) {
  const rows = [];
  for (const width of picture.widths ?? [480, 960, 1440]) {
    const sized = sharp(master).resize(width, null, { kernel: 'lanczos3' });
    const { data, info } = await sized.raw().toBuffer({ resolveWithObject: true });
    const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
    const area = (info.width * info.height) / (960 * 640);
    const save = (extension, bytes) => {
      writeFileSync(`${PICTURES}${picture.stem}-${width}.${extension}`, bytes);
      rows.push({ width: info.width, height: info.height, extension, bytes: bytes.length });
    };
    save('avif', await fitting(Math.min(LIMIT, 42_000 * Math.max(0.5, Math.sqrt(area))), [58, 54, 50, 46, 42, 38, 34], (quality) => sharp(data, raw).avif({ quality, effort: 6, chromaSubsampling: '4:4:4' }).toBuffer()));
    save('webp', await fitting(Math.min(LIMIT, 62_000 * Math.max(0.5, Math.sqrt(area))), [82, 78, 74, 70, 64, 58, 52], (quality) => sharp(data, raw).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()));
    if (picture.png) {
      const png = await paletted(data, raw);
      if (png.length > 200_000) throw new Error(`${picture.stem}-${width}.png has ${png.length} bytes; the article allows 200000. Calm the picture or drop its PNG.`);
      save('png', png);
    } else if (width === 960) {
      const png = picture.flat ? await paletted(data, raw) : null;
      if (png && png.length < 150_000) save('png', png);
      else save('jpg', await fitting(130_000, [82, 78, 74, 70, 66], (quality) => sharp(data, raw).jpeg({ quality, mozjpeg: true }).toBuffer()));
    }
  }
  return rows;
}
