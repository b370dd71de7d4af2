// What classes say, the first look has to know as the program does: src/foreign/markup.js and src/decode/html/names.rs.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

test('a class that says something is known to the first look, or makes it give up', async () => {
  const names = await read('src/decode/html/names.rs');
  const list = names.slice(names.indexOf('const CLASSES'), names.indexOf('/// What the words of a class attribute say'));
  const words = [...list.matchAll(/"([^"]+)"/g)].flatMap(([, text]) => text.replaceAll('\\', ' ').split(/\s+/)).filter(Boolean);
  assert.ok(words.length > 80, `${words.length} classes were found`);
  const source = await read('src/foreign/markup.js');
  const telling = new RegExp(/^const TELLING =\s+\/(.+)\/;$/m.exec(source)[1]);
  // Those say something of cells of tables only, which have no first look.
  const ofTables = ['has-text-align-center', 'has-text-align-right'];
  assert.deepEqual(words.filter((word) => !telling.test(word)), ofTables);
});
