// What the package says of the element, against the sources: events, parts, custom properties, types, tables.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

import * as contract from '../../tools/package/contract.mjs';
import { manifest, withTables } from '../../tools/package/describe.mjs';

const source = (name) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');
const names = (rows) => rows.map(([name]) => name).filter(Boolean).sort();

test('every event that the element fires is in the contract, with whether it can be cancelled', async () => {
  const element = await source('src/element/element.js');
  const fired = new Map();
  for (const line of element.split('\n')) {
    const name = /#fire\("([\w-]+)"/.exec(line)?.[1];
    if (name) fired.set(name, line.includes(', true)'));
  }
  assert.deepEqual([...fired.keys()].sort(), names(contract.events));
  for (const [name, , cancels, bubbles] of contract.events) {
    assert.equal(cancels, fired.get(name), name);
    assert.equal(bubbles, name.startsWith('article-'), name);
  }
});

test('every part that the element names is in the contract', async () => {
  const parts = await source('src/element/parts.js');
  const named = [...parts.matchAll(/^ {2}"?([a-z-]+)"?: "/gm)].map(([, name]) => name);
  const tools = await source('src/element/tools.js');
  named.push(...[...tools.matchAll(/\.part\.add\("([a-z-]+)"\)/g)].map(([, name]) => name));
  assert.deepEqual(named.sort(), names(contract.parts));
});

test('every custom property that the sheets read is in the contract', async () => {
  const { readdir } = await import('node:fs/promises');
  const folder = new URL('../../style/', import.meta.url);
  const read = new Set();
  for (const name of await readdir(folder, { recursive: true })) {
    if (name.endsWith('.css')) for (const [, found] of (await readFile(new URL(name, folder), 'utf8')).matchAll(/var\((--article-[a-z-]+)/g)) read.add(found);
  }
  assert.deepEqual([...read].sort(), names(contract.cssProperties));
});

test('the types name every attribute, property, method and event', async () => {
  const types = await source('tools/package/types/index.d.ts');
  const has = (name) => new RegExp(`(^|\\s)"?${name.replace(/-/g, '\\-')}"?[?]?[:(]`, 'm').test(types);
  const wanted = [...contract.attributes.flatMap(([attribute, property]) => [attribute, property]), ...names(contract.readOnly), ...names(contract.events)];
  const calls = [...contract.methods, ...contract.statics, ...contract.functions].map(([call]) => call.split('(')[0]);
  for (const name of [...wanted, ...calls].filter(Boolean)) assert.ok(has(name), `index.d.ts has no ${name}`);
});

test('the manifest is of the version that catalogues read', () => {
  const { schemaVersion, modules } = manifest();
  assert.equal(schemaVersion, '2.1.0');
  assert.equal(modules[0].declarations[0].tagName, 'article-viewer');
});

test('the manifest declares all that the module exports', async () => {
  const { declarations, exports } = manifest().modules[0];
  const functions = [...(await source('src/element/functions.js')).matchAll(/^export (?:async )?function (\w+)\(([^)]*)\)/gm)];
  const named = functions.map(([, name]) => name);
  assert.deepEqual(exports.map(({ name }) => name), ['ArticleViewerElement', ...named]);
  for (const { name, declaration } of exports) assert.ok(declarations.some((made) => made.name === declaration.name), `${name} is declared`);
  for (const [, name, written] of functions) {
    const { kind, parameters, description } = declarations.find((made) => made.name === name);
    assert.equal(kind, 'function');
    assert.deepEqual(parameters.map((parameter) => parameter.name), written.split(',').map((text) => text.trim().split(' ')[0]), name);
    assert.ok(description);
  }
  const [element] = declarations;
  for (const method of element.members.filter(({ kind, static: isStatic }) => kind === 'method' && !isStatic)) assert.ok(method.return.type.text, method.name);
});

test('every event, slot, part and custom property has an example', () => {
  for (const rows of [contract.events, contract.slots, contract.parts, contract.cssProperties]) {
    const { length } = rows[0];
    for (const row of rows) assert.ok(row.length === length && row.at(-1), row[0]);
  }
});

test('the tables of docs/embedding.md are those of the contract; with BLESS=1 this writes them', async () => {
  const text = await source('docs/embedding.md');
  const wanted = withTables(text);
  if (process.env.BLESS && text !== wanted) {
    const { writeFile } = await import('node:fs/promises');
    return writeFile(new URL('../../docs/embedding.md', import.meta.url), wanted);
  }
  assert.equal(text, wanted);
});
