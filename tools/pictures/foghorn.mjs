// A foghorn, made of sums of sines: one long breath and the grunt at its end, over a quiet sea.
// Needs ffmpeg on the path. node foghorn.mjs

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chance } from './drawing/chance.mjs';

const RATE = 32000;
const SECONDS = 5;
const MEDIA = fileURLToPath(new URL('../../articles/media/', import.meta.url));

const count = RATE * SECONDS;
const dry = new Float32Array(count);
const random = chance(1867);

const ramp = (low, high, x) => Math.max(0, Math.min(1, (x - low) / (high - low)));
const ease = (x) => x * x * (3 - 2 * x);

let phase = 0;
let sea = 0;
for (let i = 0; i < count; i++) {
  const t = i / RATE;
  // The note leans up to its pitch, holds, and drops when the air runs out.
  const pitch = 118 * (0.94 + 0.06 * ease(ramp(0.15, 0.55, t))) * (1 - 0.3 * ease(ramp(2.75, 3.05, t))) * (1 + 0.004 * Math.sin(t * 2 * Math.PI * 5.3));
  phase += pitch / RATE;
  const loud = ease(ramp(0.15, 0.5, t)) * (1 - 0.25 * ease(ramp(2.7, 2.85, t))) * (1 - ease(ramp(3.1, 3.4, t)));
  let tone = 0;
  for (let k = 1; k <= 14; k++) {
    const bright = 1 / k ** (1.25 - 0.25 * loud);
    tone += Math.sin(phase * k * 2 * Math.PI + k * 0.7) * bright * (k % 2 ? 1 : 0.62);
  }
  // Breath in the pipe, and the sea under it all.
  const hiss = random() * 2 - 1;
  sea += (hiss - sea) * 0.02;
  const swell = 0.5 + 0.5 * Math.sin(t * 2 * Math.PI * 0.2 - 1.2);
  dry[i] = Math.tanh(tone * 0.5 * loud) * 0.62 + hiss * 0.012 * loud + sea * 0.22 * (0.4 + 0.6 * swell);
}

// The coast answers: a few echoes, each duller than the one before.
const wet = dry.slice();
for (const [delay, gain, dull] of [[0.061, 0.3, 0.4], [0.137, 0.24, 0.28], [0.29, 0.2, 0.2], [0.53, 0.17, 0.12], [0.91, 0.13, 0.08]]) {
  const shift = Math.round(delay * RATE);
  let soft = 0;
  for (let i = shift; i < count; i++) {
    soft += (dry[i - shift] - soft) * dull;
    wet[i] += soft * gain;
  }
}

const bytes = Buffer.alloc(count * 2);
for (let i = 0; i < count; i++) {
  const t = i / RATE;
  const edge = ease(ramp(0, 0.08, t)) * (1 - ease(ramp(SECONDS - 0.6, SECONDS, t)));
  bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, wet[i] * edge * 0.8)) * 32767), i * 2);
}

mkdirSync(MEDIA, { recursive: true });
const result = spawnSync('ffmpeg', ['-y', '-loglevel', 'error', '-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', '-', '-c:a', 'libmp3lame', '-b:a', '64k', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact', `${MEDIA}foghorn.mp3`], { input: bytes, stdio: ['pipe', 'inherit', 'inherit'] });
if (result.error || result.status !== 0) throw new Error('ffmpeg could not write foghorn.mp3; it is needed on the path, with libmp3lame.');
