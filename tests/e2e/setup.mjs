// Starts the two origins before the journeys and stops them afterwards.
// Their addresses reach the workers through the environment.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { start } from './server.mjs';

export default async function setup() {
  const dist = process.env.E2E_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
  if (!existsSync(`${dist}/index.html`)) {
    throw new Error('There is no release to test: dist/index.html is missing. Run `make build` first.');
  }
  const site = await start({ dist });
  process.env.E2E_DIST = dist;
  process.env.E2E_ORIGIN = site.origin;
  process.env.E2E_OTHER = site.other;
  return () => site.close();
}
