// The figures: what each is called, how it is written, and which of them a scenario shows. README.md says what they mean.

const whole = (value) => (value < 9.95 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB'));

const milliseconds = { unit: 'ms', say: whole };
const kilobytes = { unit: 'kB', say: (value) => (value / 1000).toFixed(1) };
const megabytes = { unit: 'MB', say: (value) => (value / 1_000_000).toFixed(2) };

export const FIGURES = {
  painted: { title: 'Painted', note: 'the closing sentence is on the screen', ...milliseconds },
  inserted: { title: 'In the document', note: 'the closing sentence is in the document', ...milliseconds },
  fcp: { title: 'First contentful paint', ...milliseconds },
  lcp: { title: 'Largest contentful paint', ...milliseconds },
  shift: { title: 'Layout shift', unit: '', say: (value) => value.toFixed(3) },
  rendered: { title: 'JSON to painted', note: 'after the article has come', ...milliseconds },
  blocking: { title: 'Total blocking time', ...milliseconds },
  longest: { title: 'Longest task', note: 'of 50 ms or more', ...milliseconds },
  work: { title: 'Main-thread work', ...milliseconds },
  script: { title: 'Script', ...milliseconds },
  layout: { title: 'Layout and style', ...milliseconds },
  heap: { title: 'JavaScript heap', ...megabytes },
  wasm: { title: 'Memory of wasm', ...megabytes },
  memory: { title: 'Heap and wasm', note: 'after a forced collection', ...megabytes },
  app: { title: 'Page and program', note: 'on the wire', ...kilobytes },
  json: { title: 'Article', note: 'on the wire', ...kilobytes },
  pictures: { title: 'Pictures', note: 'on the wire', ...kilobytes },
  requests: { title: 'Requests', unit: '', say: String },
};

/** What is printed and drawn of each scenario, the most telling first. */
export const SHOWN = {
  cold: ['painted', 'fcp', 'lcp', 'blocking', 'work', 'shift', 'app', 'json', 'pictures', 'requests'],
  warm: ['painted', 'fcp', 'lcp', 'blocking', 'work', 'shift', 'app', 'json', 'requests'],
  long: ['painted', 'rendered', 'work', 'script', 'layout', 'blocking', 'longest', 'shift', 'heap', 'wasm', 'memory'],
  formats: ['painted', 'rendered', 'work', 'blocking', 'memory', 'app', 'json'],
  embed: ['painted', 'rendered', 'work', 'blocking', 'shift', 'memory', 'app', 'json', 'requests'],
};

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median and median absolute deviation of every figure of some visits. */
export function summary(visits) {
  return Object.fromEntries(
    Object.keys(visits[0]).map((name) => {
      const values = visits.map((visit) => visit[name]);
      const middle = median(values);
      return [name, { median: middle, spread: median(values.map((value) => Math.abs(value - middle))) }];
    }),
  );
}

/** How many times as much; of nothing, no number says that. */
export const ratio = (value, base) => (base > 0 ? value / base : NaN);

export const sayRatio = (value) => (Number.isFinite(value) ? value.toFixed(2) : '–');
