// The visits of a table, interleaved: each round opens every page once and begins with another one, so that what else the
// machine does falls on all of them alike.

import { articlesOn, difference } from './check.mjs';
import { MANY } from './content.mjs';
import { FORMATS } from './formats.mjs';
import { FIFTY } from './peers.mjs';
import { PROFILES, VIEWPORT } from './settings.mjs';
import { visit } from './visit.mjs';

/** The pages of a table: name and address. */
export function pagesOf(table, peers) {
  if (table.formats) {
    const ours = peers.find(({ name }) => name === 'ours');
    return Object.keys(FORMATS).map((format) => ({ name: format, url: ours.origin + ours.page(table.article, format) }));
  }
  return table.peers.map((name) => {
    const peer = peers.find((one) => one.name === name);
    return { name, url: peer.origin + (table.article === 'fifty' ? FIFTY : peer.page(table.article)) };
  });
}

const expectedOf = (table) => (table.article === 'fifty' ? MANY : 1);

const open = (browser) => browser.newContext({ viewport: VIEWPORT, locale: 'en-GB', timezoneId: 'Europe/London', colorScheme: 'light' });

/** Opens a page as often as the table says, the last time within the limits, and gives the figures of that visit. */
async function once(browser, table, { url }) {
  const context = await open(browser);
  try {
    for (let number = 1; ; number += 1) {
      const counts = number === table.visits;
      const { figures, page } = await visit(context, url, { profile: PROFILES[counts ? table.profile : 'none'], expected: expectedOf(table) });
      if (counts) return figures;
      await page.close();
    }
  } finally {
    await context.close();
  }
}

/** A visit that fails is made once more: machines that others use have bad moments. A second failure is one of the page. */
async function patiently(browser, table, page, warn) {
  try {
    return await once(browser, table, page);
  } catch (error) {
    warn(`once more: ${error.message.split('\n')[0]}`);
    return once(browser, table, page);
  }
}

/** The figures of all visits, by the names of the pages. */
export async function measure(browser, table, peers, runs, warn) {
  const pages = pagesOf(table, peers);
  const visits = Object.fromEntries(pages.map(({ name }) => [name, []]));
  for (let round = 0; round < runs; round += 1) {
    for (const index of pages.keys()) {
      const page = pages[(index + round) % pages.length];
      visits[page.name].push(await patiently(browser, table, page, warn));
    }
  }
  return visits;
}

/** Of every page of a table that differs from the first, how. */
export async function compare(browser, table, peers) {
  const differences = [];
  let wanted;
  for (const { name, url } of pagesOf(table, peers)) {
    const context = await open(browser);
    const { page } = await visit(context, url, { profile: PROFILES.none, expected: expectedOf(table) });
    let found = await articlesOn(page);
    await context.close();
    // What other formats cannot say is left out: of alternative texts and the state of comments, some know nothing.
    if (table.formats) found = found.map((blocks) => blocks.filter((block) => !/^picture |^Comments are closed/.test(block)));
    wanted ??= found;
    const how = difference(wanted, found);
    if (how) differences.push(`${table.article}, ${name}: ${how}`);
  }
  return differences;
}
