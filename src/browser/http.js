// One article over the network: in time, within bounds, and tried again where that can help; and the waits that a reader sees.
// In JavaScript, where waiting is a word: the same in the wasm is five times the bytes (decision 0006).

/** Waits before the first and the second repetition; chance takes a part off, so that readers do not come back together. */
const PAUSES = [500, 1500];
/** A site may ask for a longer pause, up to this; beyond it we give up at once. */
const LONGEST_PAUSE = 10_000;

let abort = () => {};
let answer = [];
let lastAddress;

/** Ends what is on its way; its answer is then the code `cancelled`. */
export function cancelRequest() {
  abort();
}

/** Of the answer that `arrived` spoke of: nothing or a code of `LoadErrorKind`, its number, and the address. */
export function answerFacts() {
  return [...answer, ""].slice(0, 3).join("\x1f");
}

/** The bytes of that answer, once. */
export function takeBytes() {
  const bytes = answer[3];
  answer = [];
  return bytes ?? new Uint8Array();
}

/**
 * Requests `address`, un-credentialed and without a referrer; a request that the page has started is taken over, and an
 * older request of ours is ended and never heard of again.
 *
 * At most `limit` bytes; times in milliseconds: to the headers, between two chunks, in all.
 * Calls `hear` with `waiting` when it takes a moment, with `slow` when it takes long, and with `arrived` in the end.
 */
export async function requestArticle(address, limit, headers, idle, total, slow, hear) {
  leave();
  // What is asked for again is wanted as it is now. Else a copy that the browser has is shown, however old it is, and
  // src/aids/update.js looks for a newer one. A copy from another origin does not say that it is one.
  const cache = address !== lastAddress && address.startsWith(location.origin + "/") ? "force-cache" : undefined;
  lastAddress = address;
  const request = start(address, limit, headers, idle, total, "omit", () => {}, cache);
  const mine = (abort = () => request.end("cancelled", 0));
  const tell = (event) => abort === mine && hear(event);
  isSlowAfter = slow;
  const got = await inSight(request.answer, tell);
  await comeForward(mine, got, hear);
}

let isSlowAfter = 5000;

/** What is waited for in the sight of the reader: meanwhile `hear` is called with `waiting`, and with `slow`. */
async function inSight(coming, hear) {
  // Whoever reads the first look waits for nothing.
  const tell = (event) => document.firstLook?.node || hear(event);
  // The old article may stay for a moment: most new ones come sooner than a skeleton could be seen.
  const waits = [setTimeout(tell, 300, "waiting"), setTimeout(tell, Math.max(isSlowAfter, 300), "slow")];
  try {
    return await coming;
  } finally {
    waits.forEach(clearTimeout);
  }
}

function comingPart(part, quietly) {
  const detail = { part, quietly };
  dispatchEvent(new CustomEvent("article-viewer-part", { detail }));
  return detail.coming;
}

let lastPart;

/** Another article is awaited: of a request for the one before, or of a part that it needed, nothing is heard any more. */
function leave() {
  abort();
  lastPart = undefined;
}

/**
 * Has a part of the program brought (src/start.js) and calls `hear` with `word` when it is there, or with `no_` and the
 * word; before that as a request does. Whoever asked for one before is never heard of again.
 */
export function bringPart(part, word, hear) {
  const mine = (lastPart = {});
  const tell = (event) => lastPart === mine && hear(event);
  // What is on the page without the program stays there without a part of it.
  const lack = () => (document.firstLook?.node && lastPart === mine ? sayIncomplete() : tell("no_" + word));
  inSight(comingPart(part), tell).then(() => tell(word), lack);
}

/** The same for what nobody waits for. */
export function bringQuietly(part, word, hear) {
  comingPart(part, true).then(() => hear(word), () => {});
}

/** Has the page say that a part of it is missing, which ends the viewer (src/start.js). */
export function sayIncomplete() {
  dispatchEvent(new CustomEvent("article-viewer-incomplete"));
}

/** Calls `hear` with `arrived` for what needs no request; an older one is ended and never heard of again. */
export function arriveAtOnce(hear) {
  leave();
  const mine = (abort = () => {});
  comeForward(mine, undefined, hear);
}

async function comeForward(mine, got, hear) {
  // The reader's own words may still be on their way; they are waited for, but not long.
  // Nor may `hear` be called while it is still busy with what made this request.
  const words = document.readerWords?.coming;
  await (words && Promise.race([words, new Promise((late) => setTimeout(late, 300))]));
  // Reading has a turn of its own: what starts the program has taken long enough.
  await new Promise((go) => setTimeout(go));
  // An answer to an older request is late and is dropped.
  if (abort !== mine) return;
  answer = got;
  // The report is about what came: src/desk.
  if (got) document.articleBytes = got[3];
  hear("arrived");
}

/**
 * `hear` is told how many bytes are there, at every chunk, and how many the site has announced.
 *
 * `cache` is that of the first attempt; without it the copies of the browser serve by the rules of HTTP.
 */
function start(address, limit, headers, idle, total, credentials, hear, cache) {
  let early = document.earlyArticle;
  if (early) document.earlyArticle = undefined;
  if (early?.url !== address) early = undefined;
  let controller, wake, ended;
  const end = (code, number) => {
    ended ??= [code, number];
    controller?.abort();
    wake?.();
  };
  const timers = new Set([setTimeout(end, total, "too_slow", total)]);
  const within = async (milliseconds, code, promise) => {
    const timer = setTimeout(end, milliseconds, code, milliseconds);
    timers.add(timer);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
    }
  };
  const read = async ({ body, url, headers }) => {
    const chunks = [];
    let length = 0;
    try {
      const reader = body?.getReader();
      for (let step; (step = await within(idle, "stalled", reader?.read())) && !step.done; chunks.push(step.value)) {
        length += step.value.length;
        hear(length, Number(headers.get("content-length")));
        if (length > limit) end("too_large", limit);
      }
    } catch {
      end("broken_off", 0);
    }
    if (ended) return ended;
    const bytes = new Uint8Array(length);
    length = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, length);
      length += chunk.length;
    }
    return ["", 0, url, bytes];
  };
  const attempt = async (count, cache) => {
    let pause = PAUSES[count] * Math.random();
    let error = ["unreachable", 0];
    controller = early?.controller ?? new AbortController();
    const options = { cache, credentials, referrerPolicy: "no-referrer", signal: controller.signal };
    const request = early?.response ?? fetch(address, options);
    early = undefined;
    try {
      const response = await within(headers, "no_answer", request);
      const { status } = response;
      if (status === 200 || status === 203) return read(response);
      error = ["status", status];
      // Seconds or a date; a pause that is not to be is not a number already, and stays so.
      const asked = response.headers.get("retry-after");
      if (asked && pause >= 0) pause = /^\d+$/.test(asked) ? asked * 1000 : Math.max(Date.parse(asked) - Date.now(), 0);
      if (pause > LONGEST_PAUSE) pause = NaN;
      if (![408, 429, 502, 503, 504].includes(status) && !(status === 500 && !count)) pause = NaN;
      if (cache) {
        // A failure that is only remembered may be over. That it was is told when its body has come, which is at once.
        setTimeout((old) => old.abort(), 200, controller);
        await response.text();
        if (performance.getEntriesByName(address).at(-1)?.transferSize === 0) return attempt(count, "no-cache");
      }
    } catch {
      if (!navigator.onLine) (error = ["offline", 0]), (pause = NaN);
    }
    if (ended || !(pause >= 0)) return ended ?? error;
    await new Promise((keep) => timers.add(setTimeout((wake = keep), pause)));
    return ended ?? attempt(count + 1);
  };
  return { answer: attempt(0, cache).finally(() => timers.forEach(clearTimeout)), end };
}
