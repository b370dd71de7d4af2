// What is measured under which conditions, and what of it a run is asked for.

const megabits = (count) => (count * 1_000_000) / 8;

/** Limits of the network are bytes a second and milliseconds a request; `cpu` is how many times slower the main thread is. */
export const PROFILES = {
  slow4g: { title: 'slow 4G, processor 4 times slower', latency: 150, down: megabits(1.6), up: megabits(0.75), cpu: 4 },
  fast4g: { title: 'fast 4G', latency: 60, down: megabits(9), up: megabits(1.5), cpu: 1 },
  cpu4: { title: 'no network limit, processor 4 times slower', cpu: 4 },
  none: { title: 'no limits', cpu: 1 },
};

/** A phone, held upright. */
export const VIEWPORT = { width: 412, height: 823 };

const EVERYONE = ['static', 'react', 'react-early', 'preact', 'preact-early', 'ours'];

/** A scenario is one or more tables; `visits` is which visit of one browser counts. */
const SCENARIOS = {
  cold: [
    { article: 'story', profile: 'slow4g' },
    { article: 'story', profile: 'fast4g' },
  ],
  warm: [{ article: 'story', profile: 'slow4g', visits: 3 }],
  long: [
    { article: 'long', profile: 'cpu4' },
    { article: 'long', profile: 'none' },
  ],
  formats: [
    { article: 'story', profile: 'slow4g', formats: true },
    { article: 'long', profile: 'cpu4', formats: true },
  ],
  embed: [{ article: 'fifty', profile: 'none', peers: ['static', 'preact', 'ours'] }],
};

export const TITLES = {
  cold: 'First visit, an article of 40 blocks',
  warm: 'Third visit, an article of 40 blocks',
  long: 'First visit, an article of 5,000 blocks',
  formats: 'The same article in four formats',
  embed: 'Fifty articles on one page',
};

const list = (name, known) => {
  const asked = (process.env[name] ?? '').split(/[\s,]+/).filter(Boolean);
  const unknown = asked.filter((one) => !known.includes(one));
  if (unknown.length) throw new Error(`${name} names ${unknown.join(', ')}, and there are ${known.join(', ')}`);
  return asked.length ? asked : known;
};

/** What the environment and the arguments ask for. */
export function settings() {
  const runs = Number(process.env.RUNS ?? 9);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`RUNS is “${process.env.RUNS}”, and a number from 1 on was expected`);
  const scenarios = list('SCENARIOS', Object.keys(SCENARIOS));
  const profiles = list('PROFILES', Object.keys(PROFILES));
  const tables = scenarios.flatMap((scenario) =>
    SCENARIOS[scenario]
      .filter(({ profile }) => profiles.includes(profile))
      .map((table) => ({ visits: 1, peers: EVERYONE, ...table, scenario, key: `${scenario}/${table.article}/${table.profile}` })),
  );
  if (!tables.length) throw new Error('None of these scenarios is measured in these profiles');
  return {
    runs,
    tables,
    scenarios,
    isStrict: process.env.STRICT === '1',
    checksOnly: process.argv.includes('--check'),
    chromium: process.env.CHROMIUM ?? '/usr/bin/chromium',
  };
}
