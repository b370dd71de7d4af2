// What src/host/intl.js writes by itself is what Intl writes.
// Run with `node --test tests/e2e/`.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

let languages = [];
const own = { navigator: Object.getOwnPropertyDescriptor(globalThis, 'navigator'), Intl, zone: process.env.TZ };
Object.defineProperty(globalThis, 'navigator', { value: { get languages() { return languages; } }, configurable: true });
/** The module as a page in this zone has it: what it has made of Intl belongs to a zone. */
const inZone = (zone) => import(`../../src/host/intl.js?${zone}`);

after(() => {
  if (own.navigator) Object.defineProperty(globalThis, 'navigator', own.navigator);
  process.env.TZ = own.zone ?? '';
});

const RECENT = ['2024-08-21T17:05:00Z', '2024-01-01T00:00:00Z', '2026-12-31T23:59:59Z', '2026-07-04T12:00:00Z', '1972-03-04T05:06:07Z'].map(Date.parse);
const MOMENTS = [...RECENT, ...['1970-01-01T00:00:00Z', '1066-10-14T09:30:00Z', '1000-01-02T03:04:05Z', '9999-12-30T01:02:03Z'].map(Date.parse)];
const ZONES = ['UTC', 'Europe/London', 'America/New_York', 'America/Chicago', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Europe/Berlin', 'Europe/Dublin', 'Asia/Kolkata', 'Australia/Sydney', 'Atlantic/Reykjavik', 'America/Toronto', 'Pacific/Honolulu'];
const READERS = [['en-US'], ['en-GB'], ['en-GB', 'en-US'], ['de-DE', 'en'], [], ['en-AU'], ['en-IN']];
const day = { day: 'numeric', month: 'long', year: 'numeric' };
const time = { hour: 'numeric', minute: '2-digit' };
const STYLES = [day, { ...day, ...time }, time];

const localeOf = (language) => languages.find((own) => own.startsWith(`${language}-`)) ?? language;

/** What `work` gives, and how often Intl was asked meanwhile. */
function asked(work) {
  let count = 0;
  const counted = (kind) => new Proxy(own.Intl[kind], { construct: (target, values) => (count++, Reflect.construct(target, values)) });
  globalThis.Intl = { DateTimeFormat: counted('DateTimeFormat'), ListFormat: counted('ListFormat'), NumberFormat: counted('NumberFormat') };
  try {
    return [work(), count];
  } finally {
    globalThis.Intl = own.Intl;
  }
}

for (const zone of ZONES) {
  test(`dates in English are those of Intl: ${zone}`, async () => {
    process.env.TZ = zone;
    const { writeDate } = await inZone(zone);
    for (languages of READERS) for (const language of ['en', 'en-US', 'en-GB', 'en-AU', 'de']) for (const moment of MOMENTS) for (const wall of [false, true]) STYLES.forEach((options, style) => {
      const shown = wall ? { timeZone: 'UTC' } : style === 1 ? { timeZoneName: 'short' } : {};
      const wanted = new Intl.DateTimeFormat(localeOf(language), { ...options, ...shown }).format(moment);
      assert.equal(writeDate(moment, wall, style, language), wanted, `${localeOf(language)} in ${zone}`);
    });
  });
}

test('most readers of English need no Intl', async () => {
  for (const [zone, reader, language] of [['UTC', 'en-US', 'en'], ['America/Los_Angeles', 'en-US', 'en'], ['Europe/London', 'en-GB', 'en-GB'], ['Europe/London', 'de-DE', 'en-GB']]) {
    process.env.TZ = zone;
    languages = [reader];
    const { writeDate } = await inZone(`${zone}, no Intl`);
    const [, count] = asked(() => RECENT.map((moment) => [0, 1, 2].map((style) => writeDate(moment, false, style, language))));
    assert.equal(count, 0, `${language} in ${zone}`);
  }
});

test('lists and small numbers are those of Intl', async () => {
  const { writeList, writeNumber } = await inZone('');
  for (languages of READERS) for (const language of ['en', 'en-US', 'en-GB', 'de', 'fr-FR', 'ar', 'hi']) {
    const locale = localeOf(language);
    for (const count of [1, 2, 3, 4]) {
      const names = Array(count).fill('\u0001');
      assert.equal(writeList(count, language), new Intl.ListFormat(locale).format(names), locale);
    }
    for (const number of [0, 1, 7, 999, 1000, 12_345, 0.5, -3]) assert.equal(writeNumber(number, language), new Intl.NumberFormat(locale).format(number), locale);
  }
});
