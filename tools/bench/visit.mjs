// One visit of one page in Chromium, and everything that is measured of it.

import { probe } from './probe.js';
import { CLOSING } from './content.mjs';

/** A visit that takes longer has failed. */
const PATIENCE = 90_000;
/** So many milliseconds without a request, and a page is at rest. */
const REST = 400;

const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Bytes are the page's own, or the article's, or those of its pictures. */
function kindOf(url) {
  const { pathname } = new URL(url);
  if (!pathname.startsWith('/content/')) return 'app';
  return pathname.endsWith('.json') ? 'json' : 'pictures';
}

/** Counts what comes over the wire, with its headers. */
function listen(session) {
  const traffic = { app: 0, json: 0, pictures: 0, requests: 0, failed: [], list: [] };
  const open = new Map();
  let last = Date.now();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('http')) open.set(requestId, request.url);
    last = Date.now();
  });
  session.on('Network.responseReceived', ({ response }) => {
    if (response.status >= 400) traffic.failed.push(`${response.status} for ${response.url}`);
  });
  const end = (requestId, length, fault) => {
    const url = open.get(requestId);
    last = Date.now();
    if (!url) return;
    open.delete(requestId);
    const kind = kindOf(url);
    traffic[kind] += length;
    // What comes from the browser's own cache is on no wire.
    if (length > 0) traffic.requests += 1;
    traffic.list.push(`${kind} ${length} ${new URL(url).pathname}`);
    if (fault) traffic.failed.push(`${fault} for ${url}`);
  };
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => end(requestId, encodedDataLength));
  session.on('Network.loadingFailed', ({ requestId, errorText, canceled }) => end(requestId, 0, canceled ? '' : errorText));
  const isAtRest = () => open.size === 0 && Date.now() - last > REST;
  return { traffic, isAtRest };
}

async function limit(session, { latency, down, up, cpu }) {
  if (latency) {
    await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: down, uploadThroughput: up });
  }
  if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

/** When the last article had arrived: of each address its first request, since what comes later only looks for news. */
function readSeen() {
  const arrived = new Map();
  for (const { name, responseEnd } of performance.getEntriesByType('resource')) {
    if (name.includes('/content/') && name.endsWith('.json') && !arrived.has(name)) arrived.set(name, responseEnd);
  }
  const page = performance.getEntriesByType('navigation')[0].responseEnd;
  const { seen, wasm } = window.bench;
  return { ...seen, arrived: arrived.size ? Math.max(...arrived.values()) : page, wasm: wasm() };
}

/** Opens `url` in a new page of `context` and gives the figures of the visit, and the page, which the caller closes. */
export async function visit(context, url, { profile, expected = 1 }) {
  const page = await context.newPage();
  await page.addInitScript(probe, { closing: CLOSING, expected });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await limit(session, profile);
  const { traffic, isAtRest } = listen(session);
  const end = Date.now() + PATIENCE;

  await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE });
  const isShown = await Promise.race([page.evaluate(() => window.bench.done.then(() => true)), sleep(PATIENCE)]);
  if (!isShown) throw new Error(`${url} does not show the end of its article`);
  await page.waitForLoadState('load', { timeout: PATIENCE });
  // The page itself is not asked meanwhile: that would be work of its main thread.
  while (!isAtRest() && Date.now() < end) await sleep(50);

  const metrics = Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  const seen = await page.evaluate(readSeen);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const faults = [...traffic.failed, ...seen.faults];
  if (faults.length) throw new Error(`${url}: ${faults.join('; ')}`);
  if (process.env.TRAFFIC === '1') console.error(`${url}\n  ${traffic.list.join('\n  ')}`);

  const { TaskDuration, ScriptDuration, LayoutDuration, RecalcStyleDuration } = metrics;
  const figures = {
    painted: seen.painted,
    inserted: seen.inserted,
    fcp: seen.fcp,
    lcp: seen.lcp,
    shift: seen.shift,
    rendered: seen.painted - seen.arrived,
    blocking: seen.long.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    longest: Math.max(0, ...seen.long),
    work: TaskDuration * 1000,
    script: ScriptDuration * 1000,
    layout: (LayoutDuration + RecalcStyleDuration) * 1000,
    heap: usedSize,
    wasm: seen.wasm,
    memory: usedSize + seen.wasm,
    app: traffic.app,
    json: traffic.json,
    pictures: traffic.pictures,
    requests: traffic.requests,
  };
  return { figures, page };
}
