// What the viewer is to reach, as ratios to its peers: *must* is the bar of a release, *aim* is what we work towards.
//
// `must` and `aim` say whose figure ours may be how many times at most; `every` is each peer of the table, and `nothing` asks
// for a figure of none. `of` is whose figures they are, if not ours.

import { FIGURES, ratio, sayRatio } from './figures.mjs';

const COLD = 'cold/story/slow4g';
const WARM = 'warm/story/slow4g';
const LONG = 'long/long/cpu4';
const OTHERS = ['wordpress', 'schema-org', 'ninjs'];

const GOALS = [
  { title: 'Painted, 40 blocks, first visit', tables: [COLD], figure: 'painted', must: { static: 1.8, react: 0.8 }, aim: { static: 1.4, preact: 1 } },
  { title: 'First contentful paint', tables: [COLD], figure: 'fcp', must: { static: 1.3 }, aim: { static: 1 } },
  { title: 'Largest contentful paint', tables: [COLD], figure: 'lcp', must: { static: 1.7 }, aim: { static: 1.3 } },
  { title: 'Painted, 40 blocks, third visit', tables: [WARM], figure: 'painted', must: { static: 1.35, react: 0.85 }, aim: { static: 1.1 } },
  { title: 'Total blocking time, 40 blocks', tables: [COLD], figure: 'blocking', must: { react: 1 }, aim: { static: 1 } },
  { title: 'Main-thread work, 5,000 blocks', tables: [LONG], figure: 'work', must: { static: 0.75, every: 1 }, aim: { static: 0.4 } },
  { title: 'JSON to painted, 5,000 blocks', tables: [LONG], figure: 'rendered', must: { preact: 0.75 }, aim: { preact: 0.5 } },
  { title: 'Heap and wasm, 5,000 blocks', tables: [LONG], figure: 'memory', must: { react: 1.3 }, aim: { react: 1 } },
  { title: 'Layout shift', tables: [COLD, WARM, LONG], figure: 'shift', must: { nothing: 0 }, aim: { nothing: 0 } },
  { title: 'Painted, other formats, 40 blocks', tables: ['formats/story/slow4g'], figure: 'painted', of: OTHERS, must: { native: 1.15 }, aim: {} },
  { title: 'Painted, other formats, 5,000 blocks', tables: ['formats/long/cpu4'], figure: 'painted', of: OTHERS, must: { native: 1.15 }, aim: {} },
];

/** The goals of the tables that were measured, each with what was reached against whom. */
export function judge(measured) {
  return GOALS.flatMap(({ title, tables, figure, of = ['ours'], must, aim }) => {
    const found = measured.filter(({ key }) => tables.includes(key));
    const against = found.flatMap((table) => of.flatMap((name) => compared(table, name, figure, must, aim)));
    if (!against.length) return [];
    // What has no aim of its own is as good as it need be.
    const meetsAim = Object.keys(aim).length ? against.every((one) => one.meetsAim) : undefined;
    return [{ title, figure, against, meetsMust: against.every((one) => one.meetsMust), meetsAim }];
  });
}

/** One figure against all that its limits name. */
function compared({ scenario, summary }, of, figure, must, aim) {
  const median = (name) => summary[name][figure].median;
  const others = Object.keys(summary).filter((name) => name !== of);
  // A limit that names a peer stands before that for all.
  const expand = ({ every, ...named }) => (every ? { ...named, ...Object.fromEntries(others.filter((name) => !(name in named)).map((name) => [name, every])) } : named);
  const [musts, aims] = [expand(must), expand(aim)];
  const holds = (peer, limit) => {
    if (limit === undefined) return true;
    return peer === 'nothing' ? FIGURES[figure].say(median(of)) === FIGURES[figure].say(limit) : median(of) <= limit * median(peer);
  };
  return [...new Set([...Object.keys(musts), ...Object.keys(aims)])].map((peer) => ({
    label: peer === 'nothing' ? scenario : of === 'ours' ? `to ${peer}` : of,
    peer,
    value: peer === 'nothing' ? median(of) : ratio(median(of), median(peer)),
    must: musts[peer],
    aim: aims[peer],
    meetsMust: holds(peer, musts[peer]),
    meetsAim: holds(peer, aims[peer]),
  }));
}

/** A value or a limit in words: a ratio, or the figure itself where there is nothing to compare it with. */
export const sayValue = ({ figure }, peer, value) => (peer === 'nothing' ? FIGURES[figure].say(value) : sayRatio(value));
