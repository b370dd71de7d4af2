// The blocks that need a part of the program are named in src/decode/formats/native/blocks/rare.rs, which reads them, in
// src/start.js, which asks for the part early, and those that are not quite so rare in index.html, which then has no lead image come.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the start knows every kind of block that few articles have', async () => {
  const source = await read('src/decode/formats/native/blocks/rare.rs');
  const list = source.slice(source.indexOf('pub const RARE'), source.indexOf('pub fn reader'));
  const kinds = [...list.matchAll(/^ {4}\("([a-z]+)",/gm)].map(([, kind]) => kind);
  assert.ok(kinds.length > 15, `${kinds.length} kinds were found`);
  const [, known] = /viewerRareBlocks =\s+\/.*?\((.+)\)"\/;/.exec(await read('src/start.js'));
  assert.deepEqual(known.split('|').sort(), kinds.sort());
  const [, inPage] = /!\/"\((.+)\)"\/\.test\(text\)/.exec(await read('index.html'));
  assert.deepEqual(inPage.split('|').filter((kind) => !kinds.includes(kind)), []);
});
