// The report as one HTML file: the goals, and a chart of each figure in which the numbers stand.
//
// A chart is a table with a bar in each row, so whoever does not see the bars misses nothing.
// It needs no script and asks nobody for anything.

import { readFile } from 'node:fs/promises';

import { FIGURES, SHOWN, sayRatio } from './figures.mjs';
import { sayValue } from './goals.mjs';
import { escape } from './markup.mjs';

const percent = (share) => `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;

/** What a peer is, in a few words. */
const ABOUT = {
  static: 'written beforehand, no script',
  react: 'one script, then the article',
  'react-early': 'the article is asked for in the HTML',
  preact: 'one script, then the article',
  'preact-early': 'the article is asked for in the HTML',
  ours: 'this release',
};

export async function page(report) {
  const css = await readFile(new URL('report.css', import.meta.url), 'utf8');
  const anchors = report.tables.map(({ key, title }) => `<li><a href="#${slug(key)}">${escape(title)}</a></li>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>article-viewer, measured ${day(report.date)}</title>
<link rel="icon" href="data:,">
<style>
${css}</style>
</head>
<body>
<header>
<p class="kicker">article-viewer, measured on ${day(report.date)}</p>
<h1>${verdict(report.goals)}</h1>
<p class="lead">${report.runs} ${report.runs === 1 ? 'visit' : 'visits'} of each page, interleaved; medians.
Only ratios within one run mean anything: milliseconds are those of this machine at this hour.</p>
</header>
<main>
${goalsSection(report)}
<section aria-labelledby="measured">
<h2 id="measured">What was measured</h2>
<ol>${anchors}</ol>
${about(report)}
<p>Each bar ends at the median, and ± is the median absolute deviation; a dot is one visit. ${escape(ratioWords(report))}</p>
</section>
${report.tables.map((table) => section(table)).join('\n')}
</main>
<footer>
<h2>Circumstances</h2>
${circumstances(report)}
<p>What the figures mean, and what is not modelled, stands in <code>tools/bench/README.md</code>; every visit, in <code>report.json</code> beside this file.</p>
</footer>
</body>
</html>
`;
}

/** Who is compared, said once for all charts. */
function about({ tables }) {
  const names = new Set(tables.filter(({ formats }) => !formats).flatMap(({ summary }) => Object.keys(summary)));
  if (!names.size) return '';
  return `<dl class="peers">${[...names].map((name) => `<div><dt>${name}</dt><dd>${ABOUT[name]}</dd></div>`).join('')}</dl>`;
}

const slug = (key) => key.replaceAll('/', '-');

const day = (date) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

function verdict(goals) {
  const missed = goals.filter((goal) => !goal.meetsMust).length;
  if (!goals.length) return 'No goal is about what was measured';
  const aims = goals.filter((goal) => goal.meetsAim !== undefined);
  const must = missed ? `${goals.length - missed} of ${goals.length} musts are met` : `All ${goals.length} musts are met`;
  return aims.length ? `${must}, and ${aims.filter((goal) => goal.meetsAim).length} of ${aims.length} aims` : must;
}

function ratioWords({ tables }) {
  const words = [];
  if (tables.some(({ formats }) => !formats)) words.push('The ratio is of ours to the figure in the row: below 1, ours is less.');
  if (tables.some(({ formats }) => formats)) words.push('Among formats it is the other way round: how many times as much each costs as our own.');
  return words.join(' ');
}

function goalsSection({ goals }) {
  if (!goals.length) return '';
  return `<section aria-labelledby="goals">
<h2 id="goals">Goals</h2>
<p>A <em>must</em> is the bar of a release, an <em>aim</em> is what we work towards. A bar is the ratio of ours to the peer; the line across it is the must, the dotted one the aim.</p>
<div class="goals">
${goals.map(goalTable).join('\n')}
</div>
</section>`;
}

const mark = (isMet, word) => (isMet === undefined ? '' : `<span class="mark" data-met="${isMet ? 'yes' : 'no'}">${word} ${isMet ? 'met' : 'missed'}</span>`);

function goalTable(goal) {
  const limit = (peer, value) => (value === undefined ? '–' : sayValue(goal, peer, value));
  // The same scale in all of them, with room beyond the highest limit.
  const place = (value) => percent(value / 2.2);
  const row = ({ label, peer, value, must, aim, meetsMust }) => {
    const isRatio = peer !== 'nothing' && Number.isFinite(value);
    const line = (kind, at) => (at === undefined ? '' : `<i class="${kind}" style="--at:${place(at)}"></i>`);
    const track = isRatio ? `<div><i class="bar" style="--to:${place(value)}"></i>${line('aim', aim)}${line('must', must)}</div>` : '';
    return `<tr data-met="${meetsMust ? 'yes' : 'no'}"><th scope="row">${label}</th><td class="track" aria-hidden="true">${track}</td>
<td class="is">${limit(peer, value)}</td><td>${limit(peer, must)}</td><td>${limit(peer, aim)}</td></tr>`;
  };
  return `<table>
<caption>${escape(goal.title)}</caption>
<colgroup><col class="name"><col><col class="limit"><col class="limit"><col class="limit"></colgroup>
<thead><tr><td colspan="2" class="marks">${mark(goal.meetsMust, 'must')}${mark(goal.meetsAim, 'aim')}</td>
<th scope="col">is</th><th scope="col">must</th><th scope="col">aim</th></tr></thead>
<tbody>${goal.against.map(row).join('')}</tbody>
</table>`;
}

function section(table) {
  return `<section aria-labelledby="${slug(table.key)}">
<h2 id="${slug(table.key)}">${escape(table.title)}</h2>
<div class="charts">
${SHOWN[table.scenario].map((figure) => chart(table, figure)).join('\n')}
</div>
</section>`;
}

function chart(table, name) {
  const figure = FIGURES[name];
  const { formats, summary, visits, ratios } = table;
  const most = Math.max(...Object.values(visits).flat().map((visit) => visit[name]));
  const share = (value) => percent(most > 0 ? value / (most * 1.04) : 0);
  const row = ([peer, figures]) => {
    const { median, spread } = figures[name];
    const dots = [...new Set(visits[peer].map((visit) => share(visit[name])))].map((at) => `<b style="--at:${at}"></b>`).join('');
    const ratio = ratios[name][peer];
    const kind = peer === 'ours' || (formats && peer === 'native') ? ' class="ours"' : '';
    const deviation = spread ? ` ±${figure.say(spread)}` : '';
    return `<tr${kind}><th scope="row">${peer}</th>
<td class="track" aria-hidden="true"><div><i class="bar" style="--to:${share(median)}"></i>${dots}</div></td>
<td>${figure.say(median)}<small>${deviation}</small></td><td>${ratio === undefined ? '' : sayRatio(ratio)}</td></tr>`;
  };
  const words = [figure.unit, figure.note].filter(Boolean).join(', ');
  return `<table>
<caption>${escape(figure.title)}${words ? ` <small>${escape(words)}</small>` : ''}</caption>
<colgroup><col class="name"><col><col class="value"><col class="ratio"></colgroup>
<thead><tr><th scope="col"><span class="unseen">page</span></th><td class="track" aria-hidden="true"></td>
<th scope="col"><span class="unseen">median and deviation</span></th><th scope="col">ratio</th></tr></thead>
<tbody>${Object.entries(summary).map(row).join('')}</tbody>
</table>`;
}

function circumstances({ date, commit, versions, processors, load, runs }) {
  const loads = (list) => list.map((one) => one.toFixed(2)).join(', ');
  const facts = {
    Date: `${date.slice(0, 16).replace('T', ' ')} UTC`,
    Commit: commit || 'unknown',
    ...versions,
    Processors: processors,
    'Load before': loads(load.before),
    'Load after': loads(load.after),
    Visits: runs,
  };
  return `<dl class="facts">${Object.entries(facts).map(([name, value]) => `<div><dt>${escape(name)}</dt><dd>${escape(String(value))}</dd></div>`).join('')}</dl>`;
}
