// About everything that can go wrong between a server and a reader.
//
// Each row opens one fault from nothing, checks that it ends in what could be shown or in an alert that names the cause,
// and then opens a good article in the same page.
// Waiting times are shortened through the page's limits; those between attempts are the real ones.

import { WRONG_FIELDS, LAST_WORDS } from './articles.mjs';
import { expect, test } from './reader.mjs';

const GOOD = '/made/good.json?n=next';
const SHORT = 'headers=700,idle=700,total=2500,slow=60000';

/**
 * A row: `name`, `src` (with TOKEN for the token), and what comes of it.
 * `shows` is text of the article that is shown in spite of it; `says` is what the alert's sentence must hold.
 * `retry` tells whether the alert offers another attempt, where that is certain; `attempts` are the fewest and most requests.
 * `noise` excuses the browser's own network lines, `excuse` one more line.
 */
const status = (code, more) => ({ name: `status ${code}`, src: `/fault/status?code=${code}&t=TOKEN`, noise: true, ...more });
const body = (name, more) => ({ name: `body: ${name}`, src: `/fault/body?is=${name}&t=TOKEN`, ...more });

const FAULTS = [
  status(204, { says: /empty|nothing|no content|no article/i, noise: false, attempts: [1, 1] }),
  status(400, { says: /400|request|refus/i, attempts: [1, 1] }),
  status(401, { says: /sign|log|account|authori|permission|allow|not public/i, attempts: [1, 1] }),
  status(403, { says: /sign|log|account|permission|allow|forbid|refus|not public/i, attempts: [1, 1] }),
  status(404, { says: /404|not found|no article|does not exist|nothing at|not there/i, attempts: [1, 1] }),
  status(410, { says: /gone|removed|withdrawn|no longer|taken down|deleted/i, attempts: [1, 1] }),
  status(418, { says: /418|refus|server/i, attempts: [1, 1] }),
  status(451, { says: /451|legal|law/i, attempts: [1, 1] }),
  // Chromium itself asks again once when a connection in use answers 408.
  status(408, { says: /time|slow|long|wait|408/i, retry: true, attempts: [3, 6] }),
  status(500, { says: /500|server|trouble|problem|fault/i, retry: true, attempts: [2, 3] }),
  status(501, { says: /501|server|problem|trouble/i }),
  status(502, { says: /502|server|problem|trouble/i, retry: true, attempts: [3, 3] }),
  status(503, { says: /503|server|problem|trouble/i, retry: true, attempts: [3, 3] }),
  status(504, { says: /504|server|time|problem|trouble/i, retry: true, attempts: [3, 3] }),
  status(429, { name: 'status 429 that asks to wait an hour', src: '/fault/status?code=429&retry-after=3600&t=TOKEN', says: /many|busy|later|wait/i, retry: true, attempts: [1, 1] }),
  status(429, { name: 'status 429 once, that asks to wait a second', src: '/fault/status?code=429&retry-after=1&times=1&t=TOKEN', shows: LAST_WORDS, attempts: [2, 2] }),
  status(503, { name: 'status 503 once, with a date to wait for', src: '/fault/status?code=503&retry-after=date&times=1&t=TOKEN', shows: LAST_WORDS, attempts: [2, 2] }),
  status(500, { name: 'status 500 once', src: '/fault/status?code=500&times=1&t=TOKEN', shows: LAST_WORDS, attempts: [2, 2] }),
  status(503, { name: 'status 503 twice', src: '/fault/status?code=503&times=2&t=TOKEN', shows: LAST_WORDS, attempts: [3, 3] }),
  status(404, { name: 'status 404 with a JSON body', src: '/fault/status?code=404&body=json&t=TOKEN', says: /404|not found|no article|does not exist|nothing at|not there/i }),

  { name: 'a redirect to a good article', src: '/fault/redirect-good?t=TOKEN', shows: LAST_WORDS },
  { name: 'a loop of redirects', src: '/fault/redirect-loop?t=TOKEN', says: /reach|connect|load/i, retry: true, noise: true },
  { name: 'a redirect to an origin that lets nobody read', src: '/fault/redirect-other?t=TOKEN', says: /reach|connect|allow/i, noise: true },
  { name: 'a redirect to an origin that is not allowed', src: '/fault/redirect-other?cors&t=TOKEN', says: /allow/i, noise: true },
  { name: 'a redirect to a script', src: '/fault/redirect-script?t=TOKEN', says: /reach|connect|load/i, noise: true, excuse: /^Connecting to 'javascript:/ },
  { name: 'a redirect to nowhere', src: '/fault/redirect-nowhere?t=TOKEN', says: /./, noise: true },

  { name: 'a connection that breaks before the headers', src: '/fault/reset?t=TOKEN', says: /reach|connect/i, retry: true, noise: true, attempts: [3, 9] },
  { name: 'a connection that breaks once', src: '/fault/reset?times=1&t=TOKEN', shows: LAST_WORDS, noise: true },
  { name: 'a connection that breaks in the body', src: '/fault/reset-body?t=TOKEN', says: /broke|cut|interrupt|lost|connect|complete|whole/i, retry: true, noise: true },
  { name: 'something that is not HTTP', src: '/fault/garbage?t=TOKEN', says: /reach|connect/i, retry: true, noise: true },
  { name: 'headers that never come', src: '/fault/silent?t=TOKEN', limits: SHORT, says: /answer|time|long|slow/i, retry: true, noise: true },
  { name: 'headers that come late but in time', src: '/fault/late?ms=500&t=TOKEN', shows: LAST_WORDS },
  { name: 'a body that stalls', src: '/fault/stall?t=TOKEN', limits: SHORT, says: /stop|stall|time|long|slow|middle/i, retry: true, noise: true },
  { name: 'a body that drips without an end', src: '/fault/drip?ms=100&t=TOKEN', limits: SHORT, says: /time|long|slow/i, retry: true, noise: true },
  { name: 'a body that is slow but comes', src: '/fault/slow?pieces=8&ms=100&t=TOKEN', shows: LAST_WORDS },
  { name: 'a body without an end', src: '/fault/endless?t=TOKEN', limits: 'bytes=3000000', says: /large|big|limit|MB|megabyte/i, noise: true },
  { name: 'a body cut after one byte', src: '/fault/cut?at=1&t=TOKEN', says: /cut|short|incomplete|end|whole/i, retry: true },
  { name: 'a body cut in the middle', src: '/fault/cut?at=900&t=TOKEN', says: /cut|short|incomplete|end|whole/i, retry: true },
  { name: 'a length that promises too much', src: '/fault/length-too-long?t=TOKEN', says: /broke|cut|interrupt|lost|connect|complete|whole/i, noise: true },
  { name: 'a length that promises too little', src: '/fault/length-too-short?t=TOKEN', says: /cut|short|incomplete|end|whole/i, noise: true },
  { name: 'a length that is no number', src: '/fault/length-nonsense?t=TOKEN', either: true, noise: true },
  { name: 'a body that says gzip and is not', src: '/fault/gzip-lie?t=TOKEN', says: /./, noise: true },
  { name: 'a body in gzip', src: '/fault/gzip?t=TOKEN', shows: LAST_WORDS },
  { name: 'a small body that unpacks to forty megabytes', src: '/fault/gzip-bomb?t=TOKEN', says: /large|big|limit|MB|megabyte/i, noise: true },
  { name: 'thirty megabytes', src: '/fault/bytes?mb=30&t=TOKEN', says: /16\s?(MB|megabyte)/i, noise: true, attempts: [1, 1] },
  { name: 'thirty megabytes without a length', src: '/fault/bytes?mb=30&chunked&t=TOKEN', says: /16\s?(MB|megabyte)/i, noise: true },
  { name: 'twelve megabytes, which are allowed', src: '/fault/bytes?mb=12&t=TOKEN', shows: LAST_WORDS },
  { name: 'the content type of a web page', src: '/fault/type?is=text%2Fhtml&t=TOKEN', shows: LAST_WORDS },
  { name: 'the content type of a picture', src: '/fault/type?is=image%2Fpng&t=TOKEN', shows: LAST_WORDS },
  { name: 'no content type', src: '/fault/type?t=TOKEN', shows: LAST_WORDS },
  { name: 'the content type of another character set', src: '/fault/type?is=application%2Fjson%3Bcharset%3Diso-8859-1&t=TOKEN', shows: LAST_WORDS },

  { name: 'five thousand levels in the body', src: '/fault/deep?n=5000&in=body&t=TOKEN', either: true },
  { name: 'five thousand nested lists', src: '/fault/deep?n=5000&in=list&t=TOKEN', either: true },
  { name: 'five thousand nested runs of text', src: '/fault/deep?n=5000&in=text&t=TOKEN', either: true },
  { name: 'five thousand levels in an unknown field', src: '/fault/deep?n=5000&in=object&t=TOKEN', either: true },
  { name: 'a hundred thousand levels', src: '/fault/deep?n=100000&in=body&t=TOKEN', either: true },
  { name: 'sixty nested lists', src: '/fault/deep?n=60&in=list&t=TOKEN', either: true },

  body('empty', { says: /empty|nothing/i }),
  body('space', { says: /empty|nothing|blank/i }),
  body('bom-only', { says: /empty|nothing|blank/i }),
  body('bom', { shows: LAST_WORDS }),
  body('utf-16le', { shows: LAST_WORDS }),
  body('utf-16be', { shows: LAST_WORDS }),
  body('invalid-utf-8', { shows: LAST_WORDS }),
  body('latin1', { shows: LAST_WORDS }),
  body('control', { shows: LAST_WORDS }),
  body('nul', { shows: LAST_WORDS }),
  body('lone-surrogate', { shows: LAST_WORDS }),
  body('leading-space', { shows: LAST_WORDS }),
  body('html', { says: /web page|HTML/i }),
  body('html-comment', { says: /web page|HTML/i }),
  body('xml', { says: /XML/i }),
  body('rss', { says: /XML|feed|RSS/i }),
  body('plain', { says: /JSON|text/i }),
  body('script', { says: /JSON|script/i }),
  body('jsonp', { says: /JSON|script/i }),
  body('anti-hijack', { either: true }),
  body('single-quotes', { says: /JSON|line/i }),
  body('trailing-comma', { says: /JSON|line/i }),
  body('comment', { says: /JSON|line 2/i }),
  body('nan', { says: /JSON|line/i }),
  body('two-values', { either: true }),
  body('unclosed-string', { says: /cut|short|incomplete|end|whole/i }),
  body('missing-brace', { says: /cut|short|incomplete|end|whole/i }),
  body('png', { says: /JSON|picture|image|no text/i }),
  body('pdf', { says: /JSON|PDF|text/i }),
  body('zip', { says: /JSON|archive|no text/i }),
  body('null', { says: /article|nothing|empty/i }),
  body('number', { says: /article|number/i }),
  body('string', { says: /article|text|string/i }),
  body('true', { says: /article/i }),
  body('empty-object', { says: /article|empty|nothing/i }),
  body('empty-array', { says: /article|empty|nothing/i }),
  body('odd-array', { says: /article/i }),
  body('unknown-object', { says: /article|format/i, technical: /menu/ }),
  body('error-object', { says: /article|format/i, technical: /error/ }),
  body('only-marker', { says: /nothing|empty/i }),
  body('empty-fields', { says: /nothing|empty/i }),
  body('empty-blocks', { says: /nothing|empty/i }),
  body('future-version', { either: true }),
  body('headline-only', { shows: 'Only a headline' }),
  body('body-only', { shows: LAST_WORDS }),
  body('duplicate-keys', { shows: LAST_WORDS }),
  body('huge-numbers', { shows: LAST_WORDS }),
  body('number-overflow', { either: true }),
  body('odd-blocks', { shows: LAST_WORDS }),
  body('many-unknown-blocks', { shows: LAST_WORDS }),
  body('long-word', { shows: LAST_WORDS, fits: true }),
  body('long-text', { shows: LAST_WORDS }),
  body('zalgo', { shows: LAST_WORDS, fits: true }),
  body('many-keys', { shows: LAST_WORDS }),
  body('proto-keys', { shows: 'Prototype keys' }),

  { name: 'an address of another origin that is not allowed', src: 'OTHER/cors/made/good.json?t=TOKEN', says: /allow/i, technical: /article-viewer-sources|OTHER/, attempts: [0, 0] },
  { name: 'an allowed origin that lets nobody read', src: 'OTHER/made/good.json?t=TOKEN', sources: 'OTHER', says: /OTHERHOST/, retry: true, noise: true },
  { name: 'an allowed origin that lets everybody read', src: 'OTHER/cors/made/good.json?t=TOKEN', sources: 'OTHER', shows: LAST_WORDS },
  { name: 'every origin allowed', src: 'OTHER/cors/made/good.json?t=TOKEN', sources: '*', shows: LAST_WORDS },
  { name: 'an origin where nobody listens', src: 'http://127.0.0.1:9/a.json', sources: 'http://127.0.0.1:9', says: /reach|connect/i, noise: true },
  { name: 'an address that is a script', src: 'javascript:window.hostile=1', says: /http|address|scheme|open/i },
  { name: 'an address that holds its data', src: 'data:application/json,{"format":"article-viewer/1","headline":"x"}', says: /http|address|scheme|open|allow/i },
  { name: 'an address of a file', src: 'file:///etc/hostname', says: /http|address|scheme|open|allow/i },
  { name: 'an address that is none', src: 'http://[', says: /address|URL/i },
  { name: 'an address with a password', src: 'http://user:secret@127.0.0.1/', says: /./ },
  { name: 'an address with markup', src: '<img src=x onerror="window.hostile=1">', says: /./, noise: true },
  { name: 'an address of nine kilobytes', src: `/made/good.json?${'a'.repeat(9000)}`, either: true, noise: true },
  { name: 'the page itself', src: 'index.html', says: /web page|HTML/i },
  { name: 'an article that is not there', src: 'articles/no-such-article.json', says: /404|not found|no article|does not exist|nothing at|not there/i, noise: true },
];

for (const fault of FAULTS) {
  test(`fault: ${fault.name}`, async ({ reader, page }) => {
    if (fault.noise) reader.expectNetworkErrors();
    if (fault.excuse) reader.excuse(fault.excuse);
    const token = reader.token();
    const fill = (value) => value?.replaceAll('TOKEN', token).replaceAll('OTHERHOST', new URL(reader.other).hostname).replaceAll('OTHER', reader.other);
    const options = {};
    if (fault.limits) options.limits = fault.limits;
    options.sources = fault.sources ? fill(fault.sources) : undefined;
    if (!options.sources) delete options.sources;

    await reader.open(fill(fault.src), options);
    await expect(reader.root).toHaveAttribute('data-article-state', /^(ready|error|list)$/, { timeout: 30_000 });

    if (fault.shows) {
      await reader.expectReady();
      await expect(reader.article).toContainText(fault.shows);
    } else if (!fault.either) {
      await reader.expectFailed();
    }
    if ((await reader.alert.count()) > 0) await expectHelpfulAlert(reader, fault, fill);
    if (fault.fits) expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the page').toBe(true);
    await expectNoMachineWords(reader);
    expect(await page.evaluate(() => window.hostile)).toBeUndefined();

    if (fault.attempts) {
      const attempts = (await reader.hits(token)).length;
      expect(attempts, 'number of requests').toBeGreaterThanOrEqual(fault.attempts[0]);
      expect(attempts, 'number of requests').toBeLessThanOrEqual(fault.attempts[1]);
    }

    await reader.openInPlace(GOOD);
    await reader.expectReady('Good article next');
    await expect(reader.article).toContainText(LAST_WORDS);
    expect(await reader.isSamePage()).toBe(true);
  });
}

async function expectHelpfulAlert(reader, fault, fill) {
  const sentence = await reader.sentence();
  const says = fault.says && new RegExp(fill(fault.says.source), fault.says.flags);
  if (says) expect(sentence, 'the sentence names the cause').toMatch(says);
  expect(sentence.length, 'it is a sentence').toBeGreaterThan(12);
  expect(sentence, 'it ends like a sentence').toMatch(/[.!?]["”’]?$/);
  expect(sentence, 'no words of the engine in it').not.toMatch(/TypeError|SyntaxError|Failed to fetch|RuntimeError|serde|JsValue|src\/|\.rs:|panicked/);
  if (fault.technical) await expect(reader.alert).toContainText(new RegExp(fill(fault.technical.source)));
  if (fault.retry === true) await expect(reader.retry).toBeVisible();
  if (fault.retry === false) await expect(reader.retry).toHaveCount(0);
}

async function expectNoMachineWords(reader) {
  const text = await reader.root.innerText();
  expect(text).not.toMatch(/\[object |\bNaN\b|Invalid Date|\bundefined\b/);
}

test('two hundred thousand blocks end in an article and a button for the rest', async ({ reader, page }) => {
  test.slow();
  await reader.open('/fault/blocks?n=200000');
  await reader.expectState('ready', { timeout: 60_000 });
  await expect(reader.article).toContainText('Paragraph 0');
  const shown = await reader.article.locator('p').count();
  expect(shown).toBeGreaterThan(100);
  expect(shown).toBeLessThanOrEqual(20_100);
  await expect(page.getByText(/rest.*not shown/i)).toHaveCount(1);
  await reader.openInPlace(GOOD);
  await reader.expectReady('Good article next');
});

test('the limit of blocks can be set, and the button goes on', async ({ reader, page }) => {
  await reader.open('/fault/blocks?n=150', { limits: 'blocks=100' });
  await reader.expectReady('A very long article');
  await expect(reader.article).toContainText('Paragraph 99');
  await expect(reader.article).not.toContainText('Paragraph 120');
  const rest = page.getByText(/rest.*not shown/i);
  await expect(rest).toBeVisible();
  await page.getByRole('button', { name: /show|more|rest|go on|continue/i }).last().click();
  await expect(reader.article).toContainText('Paragraph 149');
});

// The fields of one part of the article share a page, so that a new browser window is not opened for each.
const PARTS = new Map();
for (const [field, kinds] of Object.entries(WRONG_FIELDS)) {
  const part = /^(body\.\d+|\w+)/.exec(field)[0];
  PARTS.set(part, [...(PARTS.get(part) ?? []), [field, kinds]]);
}

for (const [part, fields] of PARTS) {
  test(`wrong types in ${part} cost that field and nothing else`, async ({ reader }) => {
    await reader.open(GOOD);
    await reader.expectReady('Good article next');
    for (const [field, kinds] of fields) {
      for (const kind of kinds) {
        await test.step(`${field} as ${kind}`, async () => {
          await reader.openInPlace(`/made/wrong.json?field=${field}&as=${kind}`);
          await reader.expectReady();
          if (field !== 'headline') await expect(reader.article.getByRole('heading', { level: 1 })).toContainText('Good article wrong');
          if (field !== 'body') await expect(reader.article).toContainText(LAST_WORDS);
          await expectNoMachineWords(reader);
          expect(await reader.root.innerText()).not.toMatch(/\bnull\b|"zz"|\{|\}/);
        });
      }
    }
    await reader.openInPlace(GOOD);
    await reader.expectReady('Good article next');
    expect(await reader.isSamePage()).toBe(true);
  });
}

test('each cause has its own sentence', async ({ reader, page, context }) => {
  test.slow();
  reader.expectNetworkErrors();
  await reader.open(GOOD, { limits: `${SHORT},bytes=3000000` });
  await reader.expectReady();
  const causes = {
    'sign-in': '/fault/status?code=401',
    missing: '/fault/status?code=404',
    gone: '/fault/status?code=410',
    busy: '/fault/status?code=429&retry-after=3600',
    broken: '/fault/status?code=503',
    silent: '/fault/silent?x=1',
    stalled: '/fault/stall?x=1',
    interrupted: '/fault/reset-body?x=1',
    unreachable: '/fault/reset?x=1',
    large: '/fault/bytes?mb=4',
    empty: '/fault/body?is=empty',
    'web page': '/fault/body?is=html',
    xml: '/fault/body?is=xml',
    'cut short': '/fault/cut?at=900',
    'not JSON': '/fault/body?is=single-quotes',
    deep: '/fault/deep?n=5000&in=body',
    'unknown keys': '/fault/body?is=unknown-object',
    'nothing to read': '/fault/body?is=only-marker',
    'not allowed': `${reader.other}/cors/made/good.json`,
    'no web address': 'ftp://127.0.0.1/a.json',
  };
  const sentences = new Map();
  const same = [];
  const learn = async (cause) => {
    await reader.expectFailed();
    const sentence = await reader.sentence();
    // Addresses and numbers do not make a sentence different.
    const bare = sentence.replace(/\S*(127\.0\.0\.1|\/fault\/|\/made\/)\S*/g, '…').replace(/\d+/g, '#');
    if (sentences.has(bare)) same.push(`${cause} and ${sentences.get(bare)}: ${sentence}`);
    else sentences.set(bare, cause);
  };
  for (const [cause, src] of Object.entries(causes)) {
    await test.step(cause, async () => {
      await reader.openInPlace(src);
      await learn(cause);
      await reader.openInPlace(GOOD);
      await reader.expectReady('Good article next');
    });
  }
  await context.setOffline(true);
  await reader.openInPlace('/made/good.json?n=offline');
  await learn('offline');
  await expect(reader.alert).toContainText(/offline/i);
  await context.setOffline(false);
  expect(same, 'causes that share a sentence').toEqual([]);
  expect(await reader.isSamePage()).toBe(true);
  expect(page.url()).toContain('offline');
});

test('the retry button tries again and shows the article', async ({ reader }) => {
  reader.expectNetworkErrors();
  const token = reader.token();
  await reader.open(`/fault/status?code=503&times=3&t=${token}`);
  await reader.expectFailed();
  expect(await reader.hits(token)).toHaveLength(3);
  await reader.retry.click();
  await reader.expectReady('Good article after a fault');
  expect(await reader.hits(token)).toHaveLength(4);
});

test('a retry that fails again says so again', async ({ reader }) => {
  const token = reader.token();
  await reader.open(`/fault/body?is=unclosed-string&times=2&t=${token}`);
  await reader.expectFailed();
  await reader.retry.click();
  await expect.poll(async () => (await reader.hits(token)).length).toBe(2);
  await reader.expectFailed();
  await reader.retry.click();
  await reader.expectReady('Good article after a fault');
});

test('waiting between attempts grows and Retry-After is honoured', async ({ reader }) => {
  reader.expectNetworkErrors();
  const token = reader.token();
  await reader.open(`/fault/status?code=503&retry-after=2&times=1&t=${token}`);
  await reader.expectReady();
  const [first, second] = await reader.hits(token);
  expect(second.time - first.time).toBeGreaterThanOrEqual(1900);
});

test('a slow article says so and can be cancelled', async ({ reader, page }) => {
  const token = reader.token();
  await reader.open(`/fault/silent?t=${token}`, { limits: 'slow=300' });
  await reader.expectState('loading');
  await expect(reader.cancel).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /slow|long|still/i })).not.toHaveCount(0);
  await reader.cancel.click();
  await expect(reader.root).not.toHaveAttribute('data-article-state', 'loading');
  await expect.poll(async () => (await reader.hits(token))[0].abandoned).toBe(true);
  await expect(reader.retry).toBeVisible();
  await reader.openInPlace(GOOD);
  await reader.expectReady('Good article next');
});

test('cancelling also ends the pause before the next attempt', async ({ reader }) => {
  reader.expectNetworkErrors();
  const token = reader.token();
  await reader.open(`/fault/status?code=503&retry-after=9&t=${token}`, { limits: 'slow=300' });
  await reader.cancel.click();
  await expect(reader.root).toHaveAttribute('data-article-state', 'error', { timeout: 2000 });
  await expect(reader.retry).toBeVisible();
  expect(await reader.hits(token)).toHaveLength(1);
});

test('a pause before the next attempt does not outlast the time for all attempts', async ({ reader }) => {
  reader.expectNetworkErrors();
  await reader.open('/fault/status?code=503&retry-after=9', { limits: 'total=1000' });
  await expect(reader.root).toHaveAttribute('data-article-state', 'error', { timeout: 4000 });
  await reader.expectFailed(/problem|server|long|time/i);
});

test('an article that waits for its next attempt does not disturb the one that was opened after it', async ({ reader, page }) => {
  // The timer of the first one's message about slowness once went off over the second one.
  reader.expectNetworkErrors();
  await reader.open(GOOD, { limits: 'slow=2000' });
  await reader.expectReady();
  const token = reader.token();
  await reader.openInPlace(`/fault/status?code=503&retry-after=8&t=${token}`);
  await expect.poll(async () => (await reader.hits(token)).length).toBe(1);
  await reader.openInPlace('/made/good.json?n=quick');
  await reader.expectReady('Good article quick');
  await page.waitForTimeout(2300);
  await reader.expectReady('Good article quick');
  await expect(reader.cancel).toHaveCount(0);
});

test('an article that comes late does not replace the one that was opened after it', async ({ reader, page }) => {
  const token = reader.token();
  await reader.open(GOOD);
  await reader.expectReady();
  await reader.openInPlace(`/fault/late?ms=1500&t=${token}`);
  await expect.poll(async () => (await reader.hits(token)).length).toBe(1);
  await reader.openInPlace('/made/good.json?n=quick');
  await reader.expectReady('Good article quick');
  await expect.poll(async () => (await reader.hits(token))[0].abandoned).toBe(true);
  await page.waitForTimeout(1800);
  await reader.expectReady('Good article quick');
});

test('offline is named, and online again the retry works', async ({ reader, page, context }) => {
  reader.expectNetworkErrors();
  // The sentences about failures come behind the first article; a journey that is faster has nothing to say it with.
  const sentences = page.waitForEvent('requestfinished', (request) => request.url().includes('article-viewer_problem-'));
  await reader.open(GOOD);
  await reader.expectReady();
  await sentences;
  await context.setOffline(true);
  await reader.openInPlace('/made/good.json?n=again');
  await reader.expectFailed(/offline/i);
  await context.setOffline(false);
  await reader.retry.click();
  await reader.expectReady('Good article again');
});

test('the request is plain: no cookie, no referrer, no credentials', async ({ reader, context }) => {
  await context.addCookies([{ name: 'secret', value: '1', url: reader.origin }]);
  const cold = reader.token();
  await reader.open(`/made/good.json?t=${cold}`);
  await reader.expectReady();
  const warm = reader.token();
  await reader.openInPlace(`/made/good.json?n=plain&t=${warm}`);
  await reader.expectReady('Good article plain');
  for (const token of [cold, warm]) {
    const hits = await reader.hits(token);
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ method: 'GET', cookie: null, referer: null, mode: 'cors' });
  }
});
