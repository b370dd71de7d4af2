// A six-second film drawn frame by frame: the beam of the lighthouse turns once over a night sea.
// It loops without a seam. Needs ffmpeg on the path. node film.mjs

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { Canvas } from './drawing/canvas.mjs';
import { chance } from './drawing/chance.mjs';
import { lighthouse } from './drawing/coast.mjs';
import { Sheet, circle, ellipse, group, mix, path, poly, rect } from './drawing/sheet.mjs';

const W = 1280;
const H = 720;
const WIDTH = 640;
const HEIGHT = 360;
const SCALE = WIDTH / W;
const RATE = 25;
const FRAMES = 6 * RATE;
const SEA = 470;
const LAMP = [866, 214];
const MEDIA = fileURLToPath(new URL('../../articles/media/', import.meta.url));

function sky() {
  const s = new Sheet(W, H);
  s.add(rect(0, 0, W, H, s.linear(0, 0, 0, SEA, [[0, '#081431'], [0.5, '#15305c'], [0.85, '#37558a'], [1, '#7d83a8']], true)));
  s.add(rect(0, 0, W, H, s.glow(250, 500, 520, [[0, '#e9a890', 0.55], [0.5, '#b98aa0', 0.2], [1, '#b98aa0', 0]])));
  s.add(rect(0, SEA, W, H - SEA, s.linear(0, SEA, 0, H, [[0, '#7079a0'], [0.12, '#3d5384'], [0.5, '#1b315e'], [1, '#0a1836']], true)));
  s.add(path(`M0 ${SEA - 10}C120 ${SEA - 24} 260 ${SEA - 20} 360 ${SEA - 8}C420 ${SEA - 12} 470 ${SEA - 6} 500 ${SEA + 1}L0 ${SEA + 1}Z`, '#54628f'));
  return s;
}

function headland() {
  const s = new Sheet(W, H);
  s.add(poly([[560, 640], [610, 590], [640, 600], [690, 540], [740, 520], [790, 496], [860, 488], [950, 492], [1040, 512], [1130, 520], [1290, 500], [1290, 730], [520, 730]], s.linear(0, 480, 0, 720, [[0, '#2c3c66'], [1, '#0a1430']], true)));
  for (const [points, colour, opacity] of [
    [[[690, 540], [740, 520], [760, 580], [720, 640], [660, 620]], '#51618f', 0.7],
    [[[740, 520], [790, 496], [830, 560], [790, 630], [760, 580]], '#3a4a7a', 0.8],
    [[[860, 488], [950, 492], [930, 560], [880, 600], [830, 560], [790, 496]], '#5a6898', 0.55],
    [[[610, 590], [640, 600], [660, 620], [640, 690], [580, 680], [560, 640]], '#46568a', 0.6],
    [[[950, 492], [1040, 512], [1010, 600], [950, 640], [880, 600], [930, 560]], '#1a2850', 0.8],
  ]) s.add(poly(points, colour, { opacity }));
  s.add(group({ transform: `translate(866 494) scale(0.5286)` }, lighthouse(s, { glow: true, tower: '#c9cfe6', shade: '#3a4a80', band: '#93405a', bandShade: '#3a2350', dark: '#0c1530', light: -1 })));
  return s;
}

/** The two beams at one moment; `turn` is in radians, 0 points right along the horizon. */
function beams(turn) {
  const s = new Sheet(W, H);
  const [x, y] = LAMP;
  for (const angle of [turn, turn + Math.PI]) {
    const across = Math.cos(angle);
    const near = Math.sin(angle); // 1 towards us, -1 away.
    const length = 300 + Math.abs(across) * (900 + near * 260);
    const reach = x + across * length;
    const spread = (22 + 62 * (1 + near)) * (0.4 + 0.6 * Math.abs(across)) + (near > 0 ? (1 - Math.abs(across)) * 70 : 0);
    const fall = near * 46;
    const strength = (near > 0 ? 0.78 : 0.5) * (0.25 + 0.75 * Math.abs(across));
    const steps = [[0, '#fff3cf', strength], [0.25, '#ffe6ac', strength * 0.5], [0.7, '#ffdd9a', strength * 0.13], [1, '#ffdd9a', 0]];
    s.add(poly([[x, y - 5], [x, y + 5], [reach, y + fall + spread], [reach, y + fall - spread * 0.8]], s.linear(x, 0, reach === x ? x + 1 : reach, 0, steps, true), { filter: s.blur(7) }));
    // Where the beam strikes the water it draws a bright path.
    if (near > 0.05) {
      const px = x + across * 620;
      s.add(ellipse(px, SEA + 40 + near * 120, 170 + near * 120, 16 + near * 46, '#ffe3a8', { opacity: 0.2 * near, filter: s.blur(26, 12) }));
    }
  }
  // The flash, when one beam looks straight at us.
  const flash = Math.abs(Math.sin(turn)) ** 26;
  s.add(circle(x, y, 110 + flash * 190, s.glow(x, y, 110 + flash * 190, [[0, '#fffbe8', 0.8 + flash * 0.2], [0.16, '#fff0c0', 0.4 + flash * 0.4], [0.5, '#ffd98f', 0.1 + flash * 0.2], [1, '#ffd98f', 0]])));
  return s;
}

/** Stars and wave crests breathe slowly; every period divides the length of the film. */
function living(t) {
  const s = new Sheet(W, H);
  const random = chance(12);
  for (let i = 0; i < 90; i++) {
    const [px, py, r, phase, pulses] = [random.between(0, W), random() ** 1.3 * 400, random.between(0.9, 2.2), random() * 6.28, 1 + Math.floor(random() * 2)];
    s.add(circle(px, py, r, '#eef4ff', { opacity: random.between(0.35, 0.9) * (0.8 + 0.2 * Math.sin(t * 6.2832 * pulses + phase)) }));
  }
  for (let i = 0; i < 80; i++) {
    const u = random() ** 1.4;
    const [py, w, phase] = [SEA + 6 + u * (H - SEA), (16 + u * 120) * random.between(0.5, 1.3), random() * 6.28];
    const px = random.between(-60, W) + Math.sin(t * 6.2832 + phase) * (3 + u * 10);
    const warm = Math.exp(-(((px - 250) / 260) ** 2));
    s.add(path(`M${px} ${py}Q${px + w / 2} ${py - 1 - u * 4} ${px + w} ${py}Q${px + w / 2} ${py + 1 + u * 2} ${px} ${py}Z`, mix('#8fa6d3', '#ffd0b0', warm), { opacity: random.between(0.12, 0.32) + warm * 0.2 }));
  }
  return s;
}

async function frame(ground, front, t) {
  const canvas = new Canvas(W, H, SCALE);
  canvas.pixels.set(ground);
  await canvas.lay(living(t));
  const turn = t * Math.PI * 2 + 0.35;
  await canvas.lay(beams(turn), { blend: 'screen' });
  // The land lies before the beams, but is lit a little as they pass.
  const passing = Math.max(0, Math.sin(turn)) ** 3 * 0.1 + Math.max(0, -Math.sin(turn)) ** 3 * 0.1;
  for (let i = 0, j = 0; i < front.length; i += 4, j += 3) {
    const a = front[i + 3] / 255;
    if (a === 0) continue;
    for (let c = 0; c < 3; c++) canvas.pixels[j + c] += (Math.min(1, (front[i + c] / 255) * (1 + passing * 4)) - canvas.pixels[j + c]) * a;
  }
  const lamp = new Sheet(W, H);
  lamp.add(circle(LAMP[0], LAMP[1], 60, lamp.glow(LAMP[0], LAMP[1], 60, [[0, '#fffbe8', 0.9], [0.3, '#ffe9b0', 0.5], [1, '#ffd98f', 0]])));
  await canvas.lay(lamp, { blend: 'screen' });
  return canvas;
}

function encoder(file, options) {
  const child = spawn('ffmpeg', ['-y', '-loglevel', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${WIDTH}x${HEIGHT}`, '-r', String(RATE), '-i', '-', '-an', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-map_metadata', '-1', ...options, file], { stdio: ['pipe', 'inherit', 'inherit'] });
  const done = new Promise((resolve, reject) => {
    child.on('error', () => reject(new Error('ffmpeg did not start; it is needed on the path to make the film.')));
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code} while it wrote ${file}.`))));
  });
  return { child, done };
}

mkdirSync(MEDIA, { recursive: true });
const base = new Canvas(W, H, SCALE);
await base.lay(sky());
const front = await base.raster(headland());
const mp4 = encoder(`${MEDIA}lighthouse-beam.mp4`, ['-c:v', 'libx264', '-profile:v', 'high', '-preset', 'veryslow', '-crf', '20', '-pix_fmt', 'yuv420p', '-threads', '1', '-movflags', '+faststart']);
const webm = encoder(`${MEDIA}lighthouse-beam.webm`, ['-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', '31', '-pix_fmt', 'yuv420p', '-threads', '1', '-row-mt', '0', '-deadline', 'good', '-cpu-used', '2']);

for (let i = 0; i < FRAMES; i++) {
  const bytes = (await frame(base.pixels, front, i / FRAMES)).toBuffer();
  for (const { child } of [mp4, webm]) if (!child.stdin.write(bytes)) await new Promise((resolve) => child.stdin.once('drain', resolve));
}
mp4.child.stdin.end();
webm.child.stdin.end();
await Promise.all([mp4.done, webm.done]);

const poster = await frame(base.pixels, front, 0.05);
const raw = { raw: { width: poster.width, height: poster.height, channels: 3 } };
await sharp(poster.toBuffer(), raw).avif({ quality: 58, effort: 6 }).toFile(`${MEDIA}lighthouse-beam-640.avif`);
await sharp(poster.toBuffer(), raw).webp({ quality: 82, effort: 6 }).toFile(`${MEDIA}lighthouse-beam-640.webp`);
await sharp(poster.toBuffer(), raw).jpeg({ quality: 82, mozjpeg: true }).toFile(`${MEDIA}lighthouse-beam-640.jpg`);

writeFileSync(
  `${MEDIA}lighthouse-beam.en.vtt`,
  `WEBVTT

00:00.000 --> 00:02.000
[No sound. Night falls over the headland.]

00:02.000 --> 00:04.000
The beam turns once in six seconds.

00:04.000 --> 00:06.000
Sailors count the pause to know which light it is.
`,
);
