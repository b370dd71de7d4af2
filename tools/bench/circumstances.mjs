// When, where and with what was measured, for the report.

import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGES = ['react', 'react-dom', 'preact', 'vite', '@playwright/test'];

function git(...values) {
  try {
    return execFileSync('git', values, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // The sources may have come without their history.
    return '';
  }
}

async function versionOf(name) {
  return JSON.parse(await readFile(`${root}/node_modules/${name}/package.json`, 'utf8')).version;
}

export async function circumstances(browser, loadBefore) {
  const commit = git('rev-parse', '--short=12', 'HEAD');
  return {
    date: new Date().toISOString(),
    commit: commit && `${commit}${git('status', '--porcelain', '--untracked-files=no') ? ', with changes' : ''}`,
    versions: {
      Chromium: browser.version(),
      Node: process.versions.node,
      ...Object.fromEntries(await Promise.all(PACKAGES.map(async (name) => [name, await versionOf(name)]))),
    },
    processors: availableParallelism(),
    load: { before: loadBefore, after: loadavg() },
  };
}
