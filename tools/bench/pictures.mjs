// Pictures for the articles: a sky and a sea with glitter on it, as PNG files of about the weight of a photograph on a phone.
//
// They are made here, so that there is nothing to download, and named by their contents, as the files of a site are that
// browsers may keep.

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

import { chance } from './prose.mjs';

export const WIDTH = 1200;
export const HEIGHT = 800;
/** So many differ; a long article shows them in turn. */
const COUNT = 10;
/** A patch of glitter is as many pixels wide and high: smaller ones make larger files. */
const PATCH = 5;
const SHADES = 64;

/** Name and bytes of all of them. */
export function pictures() {
  return Array.from({ length: COUNT }, (_, number) => {
    const bytes = png(palette(number), pixels(number));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    return { name: `harbour-${number}-${hash}.png`, bytes };
  });
}

/** From the deep sea to the light above the horizon, each picture at another hour. */
function palette(hour) {
  const colours = Buffer.alloc(SHADES * 3);
  for (let shade = 0; shade < SHADES; shade += 1) {
    const light = shade / (SHADES - 1);
    const warmth = hour / COUNT;
    colours[shade * 3] = 20 + light * (150 + 85 * warmth);
    colours[shade * 3 + 1] = 45 + light * 175;
    colours[shade * 3 + 2] = 80 + light * (160 - 60 * warmth);
  }
  return colours;
}

/** One byte for each pixel, and one before each row, as the file has them. */
function pixels(number) {
  const next = chance(`picture ${number}`);
  const horizon = HEIGHT * (0.35 + 0.03 * number);
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  const row = Buffer.alloc(WIDTH + 1);
  for (let y = 0; y < HEIGHT; y += 1) {
    if (y % PATCH === 0) {
      const isSky = y < horizon;
      const base = isSky ? 28 + (y / horizon) * 30 : 8 + ((HEIGHT - y) / (HEIGHT - horizon)) * 26;
      const glitter = isSky ? 5 : 22;
      for (let x = 0; x < WIDTH; x += PATCH) row.fill(base + next() * glitter, 1 + x, 1 + x + PATCH);
    }
    row.copy(rows, y * (WIDTH + 1));
  }
  return rows;
}

function png(colours, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits for each pixel, which name a colour of the palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(checksum(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function checksum(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
