// Articles over the network, and those that are kept: elements with the same address share one request.

const kept = new Map();

/**
 * Joins the request for an address, or begins it; `hear` is told how many bytes are there, and of how many.
 *
 * `answer` is in time [code, number, address, bytes] as in src/browser/http.js; `leave` ends the request if nobody else
 * waits for it.
 */
function joinRequest(address, credentials, hear) {
  const key = credentials + " " + address;
  let entry = kept.get(key);
  if (!entry) {
    const { bytes, headers, idle, total } = limitsNow();
    const ears = new Set();
    const request = start(address, bytes, headers, idle, total, credentials, (...how) => ears.forEach((ear) => ear(...how)));
    entry = { ...request, ears };
    kept.set(key, entry);
    const forget = () => kept.get(key) === entry && kept.delete(key);
    entry.forget = forget;
    entry.answer.then(([code]) => {
      entry.done = true;
      if (code) forget();
      const done = [...kept].filter(([, { done }]) => done);
      for (const [old] of done.slice(0, Math.max(done.length - statics.cacheSize, 0))) kept.delete(old);
    });
  }
  entry.ears.add(hear);
  const leave = () => {
    entry.ears.delete(hear);
    if (entry.done || entry.ears.size) return;
    entry.end("cancelled", 0);
    entry.forget();
  };
  return { answer: entry.answer, leave, forget: entry.forget };
}

/** What is kept of an address is wanted as it is now; a request that is on its way is as new as can be. */
function forgetRequest(address) {
  for (const [key, { done, forget }] of kept) if (done && key.endsWith(" " + address)) forget();
}
