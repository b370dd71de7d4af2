// What runs in a page before anything of its own, and watches it.
//
// The function is sent to the page as its text, so it may use nothing from this file.

/** Notes what happens until `expected` articles stand on the page to their last sentence, `closing`. */
export function probe({ closing, expected }) {
  if (window !== window.top) return;
  const seen = { fcp: 0, lcp: 0, shift: 0, long: [], inserted: 0, painted: 0, faults: [] };
  const memories = new Set();
  const roots = [];
  let tell;
  const done = new Promise((resolve) => (tell = resolve));
  window.bench = { seen, done, roots, wasm: () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0) };

  addEventListener('error', ({ message }) => message && seen.faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => seen.faults.push(String(reason)));

  const watch = (type, hear) => new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  watch('longtask', ({ duration }) => seen.long.push(duration));
  // Shifts that follow each other within a second, for five seconds at most, are one; the worst counts.
  let spell = { first: 0, last: -Infinity, sum: 0 };
  watch('layout-shift', ({ startTime, value, hadRecentInput }) => {
    if (hadRecentInput) return;
    if (startTime - spell.last > 1000 || startTime - spell.first > 5000) spell = { first: startTime, sum: 0 };
    spell.last = startTime;
    spell.sum += value;
    seen.shift = Math.max(seen.shift, spell.sum);
  });

  // Memories are known by who exports them, however their module was started.
  const note = (instance) => {
    for (const one of Object.values(instance.exports)) if (one instanceof WebAssembly.Memory) memories.add(one);
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const start = WebAssembly[name];
    WebAssembly[name] = async function (...values) {
      const made = await start.apply(this, values);
      note(made.instance ?? made);
      return made;
    };
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, values, from) {
      const instance = Reflect.construct(target, values, from);
      note(instance);
      return instance;
    },
  });

  // An article is there when one of its last paragraphs ends with the closing sentence. Only its end is looked at, since a
  // probe that read everything that comes would be the dearest part of a long page.
  const whole = new WeakSet();
  let count = 0;
  const ends = (article) => {
    const walk = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT);
    let last;
    while ((last = walk.lastChild()));
    for (let steps = 0; steps < 60; steps += 1) {
      const { currentNode } = walk;
      if (currentNode.localName === 'p' && currentNode.textContent.endsWith(closing)) return true;
      if (!walk.previousNode()) return false;
    }
    return false;
  };
  const look = (articles) => {
    // A list that lives: to ask for more of it than there can be would read the whole page.
    for (let index = 0; index < expected && articles[index]; index += 1) {
      if (whole.has(articles[index]) || !ends(articles[index])) continue;
      whole.add(articles[index]);
      count += 1;
    }
    if (count < expected || seen.inserted) return;
    seen.inserted = performance.now();
    // The first task after the next frame: by then it is painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        seen.painted = performance.now();
        tell();
      };
      port2.postMessage('');
    });
  };
  const observe = (root, articles) => {
    roots.push(root);
    const observer = new MutationObserver(() => {
      look(articles());
      if (seen.inserted) observer.disconnect();
    });
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  };
  const inDocument = document.getElementsByTagName('article');
  observe(document, () => inDocument);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    observe(root, () => root.querySelectorAll('article'));
    return root;
  };
}
