// Builds the applications of examples/embed with the packed package, as their authors would, into target/examples/embed, where
// the server of the journeys finds them; and checks the types of the one in TypeScript throughout.

import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = join(root, 'target/package-examples');
const out = join(root, 'target/examples/embed');

await rm(work, { recursive: true, force: true });
await rm(out, { recursive: true, force: true });
await mkdir(work, { recursive: true });
await mkdir(out, { recursive: true });
await cp(join(root, 'examples/embed'), work, { recursive: true });
const [packed] = (await readdir(join(root, 'target'))).filter((name) => /^article-viewer-[\d.]+\.tgz$/.test(name));
await writeFile(join(work, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
execFileSync('npm', ['install', '--no-save', '--offline', '--no-audit', '--no-fund', '--loglevel=error', join(root, 'target', packed)], { cwd: work, stdio: 'inherit' });

// On a server it may be imported, and does nothing.
execFileSync(process.execPath, ['--input-type=module', '--eval', 'await import("article-viewer/define"); await import("article-viewer/frame");'], { cwd: work, stdio: 'inherit' });
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', work], { stdio: 'inherit' });
execFileSync(process.execPath, [join(work, 'node_modules/article-viewer/copy.js'), join(out, 'article-viewer')], { stdio: 'inherit' });

const isOurs = (tag) => tag === 'article-viewer';
const plugins = { react: [], vue: [vue({ template: { compilerOptions: { isCustomElement: isOurs } } })], svelte: [svelte()] };
for (const [name, own] of Object.entries(plugins)) {
  await build({ root: join(work, name), base: './', plugins: own, configFile: false, logLevel: 'error', build: { outDir: join(out, name), emptyOutDir: true } });
}
console.log('target/examples/embed: react, vue, svelte');
