// What a run says on the terminal: a table for each scenario and profile, the ratios, and the goals.

import { FIGURES, SHOWN, ratio, sayRatio } from './figures.mjs';
import { sayValue } from './goals.mjs';
import { PROFILES, TITLES } from './settings.mjs';

/** Rows as columns of equal width, words to the left and figures to the right. */
function columns(rows, isWords = (column) => column === 0) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const cell = (text, column) => (isWords(column) ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

/** What is compared with what: in a table of formats each with our own, else ours with each peer. */
export function ratiosOf({ formats, summary }, figure) {
  const names = Object.keys(summary);
  const value = (name) => summary[name][figure].median;
  const base = formats ? 'native' : 'ours';
  return names.filter((name) => name !== base).map((name) => ({ name, ratio: formats ? ratio(value(name), value(base)) : ratio(value(base), value(name)) }));
}

export const titleOf = ({ scenario, article, formats, profile }) =>
  `${TITLES[scenario]}${formats ? `, ${article === 'long' ? '5,000' : '40'} blocks` : ''}: ${PROFILES[profile].title}`;

export function sayTable(table) {
  const { scenario, formats, summary } = table;
  const names = Object.keys(summary);
  const figures = SHOWN[scenario];
  const label = (figure) => [FIGURES[figure].title, FIGURES[figure].unit].filter(Boolean).join(', ');
  const cell = (name, figure) => {
    const { median, spread } = summary[name][figure];
    return FIGURES[figure].say(median) + (spread ? ` ±${FIGURES[figure].say(spread)}` : '');
  };
  const medians = columns([['median ± deviation', ...names], ...figures.map((figure) => [label(figure), ...names.map((name) => cell(name, figure))])]);
  const others = ratiosOf(table, figures[0]).map(({ name }) => name);
  const ratios = columns([
    [formats ? 'ratio to native' : 'ratio of ours to', ...others],
    ...figures.map((figure) => [FIGURES[figure].title, ...ratiosOf(table, figure).map((one) => sayRatio(one.ratio))]),
  ]);
  return `\n== ${titleOf(table)}\n\n${medians}\n\n${ratios}`;
}

export function sayGoals(goals) {
  if (!goals.length) return '\n== Goals: none is about what was measured';
  const limit = (goal, one, kind, isMet) => (one[kind] === undefined ? ['', ''] : [sayValue(goal, one.peer, one[kind]), isMet ? 'met' : 'MISSED']);
  const rows = goals.flatMap((goal) =>
    goal.against.map((one, index) => [
      index ? '' : goal.title,
      one.label,
      sayValue(goal, one.peer, one.value),
      ...limit(goal, one, 'must', one.meetsMust),
      ...limit(goal, one, 'aim', one.meetsAim),
    ]),
  );
  const missed = goals.filter((goal) => !goal.meetsMust).length;
  return `\n== Goals\n\n${columns([['figure', '', 'is', 'must', '', 'aim', ''], ...rows], () => true)}\n\nmusts: ${goals.length - missed} met, ${missed} missed`;
}
