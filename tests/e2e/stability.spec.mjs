// Nothing that the reader sees ever jumps: the sum of all layout shifts is zero, on a slow network, at both widths.

import { createServer } from 'node:http';

import { expect, test } from './reader.mjs';

const WIDTHS = [360, 1280];

/** Collects every shift from the first frame on, with what moved, so that a failure names its cause. */
function watchShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.shifts.push({
        value: entry.value,
        at: Math.round(entry.startTime),
        state: document.getElementById('article-viewer')?.dataset.articleState,
        moved: entry.sources.map(({ node, previousRect, currentRect }) => {
          const element = node?.nodeType === 1 ? node : node?.parentElement;
          return `${element?.localName}.${element?.className} ${[previousRect, currentRect].map((rect) => `${rect.x},${rect.y} ${rect.width}×${rect.height}`).join(' → ')}`;
        }),
      });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function slowNetwork(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 80, downloadThroughput: 250_000, uploadThroughput: 100_000 });
}

/** Scrolls to the end in steps, so that every lazy picture comes into view and arrives. */
async function readToTheEnd(page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (let step = 0; step < 200; step += 1) {
      scrollBy(0, innerHeight / 2);
      await frame();
      await new Promise((resolve) => setTimeout(resolve, 60));
      if (scrollY + innerHeight >= document.documentElement.scrollHeight - 2) break;
    }
    const settled = () => [...document.querySelectorAll('article img')].every((picture) => picture.complete);
    for (let wait = 0; wait < 100 && !settled(); wait += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    await frame();
  });
}

const JOURNEYS = {
  'the default article': { src: undefined },
  'the complete article': { src: '/made/good.json' },
  'an article that arrives late': { src: '/fault/late?ms=1200' },
  'an article that arrives slowly': { src: '/fault/slow?pieces=10&ms=150', limits: 'slow=500' },
  'pictures without a size, late, missing': { src: '/made/pictures.json?t=TOKEN', noise: true },
  'an article from right to left': { src: '/made/rtl.json' },
  'a failure': { src: '/fault/status?code=404', noise: true, fails: true },
  'a failure after the message about slowness': { src: '/fault/silent', limits: 'headers=1500,slow=300,total=4000', noise: true, fails: true },
};

for (const [name, journey] of Object.entries(JOURNEYS)) {
  for (const width of WIDTHS) {
    test(`nothing jumps: ${name}, ${width} px`, async ({ reader, page }) => {
      if (journey.noise) reader.expectNetworkErrors();
      await page.setViewportSize({ width, height: 800 });
      await page.addInitScript(watchShifts);
      await slowNetwork(page);
      await reader.open(journey.src?.replace('TOKEN', reader.token()), journey.limits ? { limits: journey.limits } : {});
      await reader.expectState(journey.fails ? 'error' : 'ready', { timeout: 30_000 });
      await readToTheEnd(page);
      const shifts = await page.evaluate(() => window.shifts);
      expect(shifts).toEqual([]);
    });
  }
}

test('the next article in the same page does not jump either', async ({ reader, page }) => {
  await page.addInitScript(watchShifts);
  await reader.open('/made/good.json');
  await reader.expectReady();
  await page.waitForTimeout(300);
  await reader.openInPlace('/fault/late?ms=600');
  await reader.expectReady('after a fault');
  await readToTheEnd(page);
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
});

/** The folder that `reader` serves, but for the page, which comes in two pieces: up to `end`, and half a second later the rest. */
async function inTwoPieces(reader, end) {
  const server = createServer(async (request, response) => {
    const got = await fetch(reader.origin + request.url);
    response.setHeader('content-type', got.headers.get('content-type'));
    if (!got.headers.get('content-type').startsWith('text/html')) return response.end(Buffer.from(await got.arrayBuffer()));
    const page = await got.text();
    const cut = page.indexOf(end) + end.length;
    response.write(page.slice(0, cut));
    setTimeout(() => response.end(page.slice(cut)), 500);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

for (const width of WIDTHS) {
  test(`nothing jumps: a page that breaks off before the word of its skeleton, ${width} px`, async ({ reader, page }) => {
    const server = await inTwoPieces(reader, '<h1 class="av-skeleton">');
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(watchShifts);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await reader.expectReady();
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
    server.close();
    server.closeAllConnections();
  });
}
