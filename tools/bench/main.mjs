// `make bench`: measures the release in dist/ against a static page, React and Preact, all with the same article.
//
//     RUNS=9                                  visits of each page in each table
//     SCENARIOS=cold,warm,long,formats,embed  only these
//     PROFILES=slow4g,fast4g,cpu4,none        only these
//     STRICT=1                                a goal that must be met and is not ends with an error
//     TRAFFIC=1                               every request of every visit is listed
//     CHROMIUM=/usr/bin/chromium              the browser
//     DIST=dist                               the release
//     --check                                 only compares what the pages show
//
// README.md says what the figures mean and how to read them.
// Ends with an error if a page does not show its article, or not the same as the others; figures alone are no error, since they
// are of this machine at this hour.

import { chromium } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';

import { circumstances } from './circumstances.mjs';
import { PICTURES, SMALL, article } from './content.mjs';
import { SHOWN, summary } from './figures.mjs';
import { FORMATS, address } from './formats.mjs';
import { judge } from './goals.mjs';
import { compare, measure } from './measure.mjs';
import { OUT, peers as buildPeers } from './peers.mjs';
import { ratiosOf, sayGoals, sayTable, titleOf } from './print.mjs';
import { page as reportPage } from './report.mjs';
import { prepare, prepareFolder, serve } from './server.mjs';
import { PROFILES, settings } from './settings.mjs';

const say = (line) => console.log(line);
const warn = (line) => console.error(`bench: ${line}`);

/** The files that every origin has: the articles that the scenarios need, and the pictures. */
function contents(scenarios) {
  const files = new Map(PICTURES);
  const add = (name, formats) => {
    const one = article(name);
    for (const format of formats) files.set(address(name, format), JSON.stringify(FORMATS[format](one)));
  };
  const formats = scenarios.includes('formats') ? Object.keys(FORMATS) : ['native'];
  add('story', formats);
  if (scenarios.includes('long') || scenarios.includes('formats')) add('long', formats);
  if (scenarios.includes('embed')) for (const name of SMALL) add(name, ['native']);
  return files;
}

const began = Date.now();
const minutes = () => `${((Date.now() - began) / 60_000).toFixed(1)} min`;

async function main() {
  const asked = settings();
  say('bench: builds the peers and packs what is served');
  const store = join(OUT, 'packed');
  const shared = await prepare(contents(asked.scenarios), store);
  const peers = await buildPeers(asked.scenarios);
  for (const peer of peers) {
    const sets = [await prepare(peer.files, store), ...(peer.folder ? [await prepareFolder(peer.folder, store)] : []), shared];
    Object.assign(peer, await serve(...sets));
  }
  const browser = await chromium.launch({
    executablePath: asked.chromium,
    // Those of the journeys: playwright.config.js.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    return await run(asked, browser, peers);
  } finally {
    await browser.close();
    await Promise.all(peers.map((peer) => peer.close()));
  }
}

async function run(asked, browser, peers) {
  // Each article once: in which profile it is read changes nothing about what it says.
  const isFirst = (table, index, all) => all.findIndex((one) => one.article === table.article && one.formats === table.formats) === index;
  const different = asked.tables.filter(isFirst);
  const differences = [];
  for (const table of different) differences.push(...(await compare(browser, table, peers)));
  for (const one of differences) warn(one);
  if (differences.length) return 1;
  say(`bench: all pages show the same (${different.map((table) => table.article + (table.formats ? ' in all formats' : '')).join(', ')})`);
  if (asked.checksOnly) return 0;

  const before = loadavg();
  const tables = [];
  for (const table of asked.tables) {
    const visits = await measure(browser, table, peers, asked.runs, warn);
    const measured = { ...table, visits, summary: Object.fromEntries(Object.entries(visits).map(([name, list]) => [name, summary(list)])) };
    tables.push(measured);
    say(sayTable(measured));
    warn(`${table.key} done after ${minutes()}`);
  }
  const goals = judge(tables);
  say(sayGoals(goals));
  await write({ ...(await circumstances(browser, before)), runs: asked.runs, profiles: PROFILES, tables: tables.map(told), goals });
  say(`\nbench: target/bench/report.html and report.json, after ${minutes()}`);
  return asked.isStrict && goals.some((goal) => !goal.meetsMust) ? 1 : 0;
}

/** A table with its title and its ratios, for whoever reads the report. */
function told(table) {
  const ratios = SHOWN[table.scenario].map((figure) => [figure, Object.fromEntries(ratiosOf(table, figure).map(({ name, ratio }) => [name, ratio]))]);
  return { ...table, title: titleOf(table), ratios: Object.fromEntries(ratios) };
}

async function write(report) {
  await mkdir(OUT, { recursive: true });
  await writeFile(join(OUT, 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
  await writeFile(join(OUT, 'report.html'), await reportPage(report));
}

// Servers that are still open must not keep a run that has failed.
process.exit(await main().catch((error) => {
  warn(error.message);
  return 1;
}));
