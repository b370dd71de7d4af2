// The words of the first look are the interface's own.
// Run with `node --test tests/e2e/`.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

test('what the first look says is what words/en.json says', async () => {
  const source = await read('src/first/words.js');
  const written = /const ENGLISH = (\{[\s\S]*?\n\});/.exec(source)[1];
  const own = Object.entries(runInNewContext(`JSON.parse(JSON.stringify(${written}))`));
  const words = JSON.parse(await read('words/en.json'));
  assert.ok(own.length > 10);
  for (const [key, text] of own) assert.equal(JSON.stringify(text), JSON.stringify(words[key]), key);
});
