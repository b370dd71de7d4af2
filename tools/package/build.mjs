// Writes the npm package into target/package and packs it: the release as it is in dist/, entries around it, types, and what
// editors and catalogues read. Run by `make package`.

import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { cssData, htmlData, manifest, webTypes } from './describe.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const from = (...path) => join(root, ...path);
const to = (...path) => join(root, 'target/package', ...path);
const dist = process.env.DIST ?? from('dist');

const cargo = await readFile(from('Cargo.toml'), 'utf8');
const fact = (name) => new RegExp(`^${name} = "(.*)"$`, 'm').exec(cargo)[1];
const version = fact('version');

await rm(to(), { recursive: true, force: true });
await mkdir(to('dist'), { recursive: true });

// The program: what an element may ask for, under the names that its parts know each other by.
const files = (await readdir(dist)).filter((name) => /-[0-9a-f]{16}\.(js|css|wasm)$/.test(name) && !/_frame-/.test(name));
const element = files.find((name) => name.startsWith('article-viewer_element-') && name.endsWith('.js'));
if (!element) throw new Error('dist/ has no release with the element: run `make build` first');
for (const name of files) await cp(join(dist, name), to('dist', name));
for (const name of await readdir(join(dist, 'words'), { recursive: true })) {
  if (name.endsWith('.json')) await cp(join(dist, 'words', name), to('dist/words', name));
}
await cp(join(dist, 'article-frame.js'), to('frame.js'));

await writeFile(to('index.js'), `// The element’s class and the functions beside it; nothing is defined on a page.\nexport * from "./dist/${element}";\n`);
await writeFile(
  to('define.js'),
  `// Gives the element its name, unless another copy has. On a server it does nothing.
import { ArticleViewerElement } from "./index.js";

const elements = globalThis.customElements;
if (elements && !elements.get("article-viewer")) elements.define("article-viewer", ArticleViewerElement);

export * from "./index.js";
`,
);
await writeFile(
  to('copy.js'),
  `#!/usr/bin/env node
// Copies the files of the program to where a site serves them: npx article-viewer public/article-viewer.
import { cp } from "node:fs/promises";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: article-viewer FOLDER");
  process.exit(1);
}
await cp(new URL("dist/", import.meta.url), folder, { recursive: true });
`,
);
const frameworks = ['react', 'vue', 'svelte'];
for (const name of frameworks) await writeFile(to(`${name}.js`), '// Types only.\nexport {};\n');
for (const name of ['index', ...frameworks]) await cp(from('tools/package/types', `${name}.d.ts`), to(`${name}.d.ts`));
await writeFile(to('define.d.ts'), 'export * from "./index.js";\n');
await writeFile(to('frame.d.ts'), '// It has no exports: what it does, it does to the frames of the page.\nexport {};\n');

const json = (name, value) => writeFile(to(name), JSON.stringify(value, null, 2) + '\n');
await json('custom-elements.json', manifest());
await json('vscode.html-custom-data.json', htmlData());
await json('vscode.css-custom-data.json', cssData());
await json('web-types.json', webTypes(version));
for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) await cp(from(name), to(name));
await cp(from('tools/package/README.md'), to('README.md'));

const entry = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
await json('package.json', {
  name: 'article-viewer',
  version,
  description: fact('description'),
  license: fact('license'),
  keywords: ['article', 'news', 'web-components', 'custom-elements', 'wasm', 'viewer'],
  type: 'module',
  main: './index.js',
  types: './index.d.ts',
  exports: {
    '.': entry('index'),
    './define': entry('define'),
    './frame': entry('frame'),
    ...Object.fromEntries(frameworks.map((name) => [`./${name}`, entry(name)])),
    './dist/*': './dist/*',
    './custom-elements.json': './custom-elements.json',
    './package.json': './package.json',
  },
  sideEffects: ['./define.js', './frame.js'],
  bin: { 'article-viewer': 'copy.js' },
  customElements: 'custom-elements.json',
  'web-types': './web-types.json',
  engines: { node: '>=20' },
});

const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', from('target')], { cwd: to(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
console.log(`target/${packed.filename}: ${packed.files.length} files, ${packed.size} bytes packed, ${packed.unpackedSize} unpacked`);
