// An article that browsers keep, and whose server does what a journey says: `/warm/article.json?t=TOKEN`.
//
// `/warm/set?t=TOKEN&n=2` changes its number, which is also its tag; `how=stall` lets every further request wait, `how=404`
// says that there is none, `how=reset` breaks the connection.

import { good } from './articles.mjs';

const articles = new Map();

const stateOf = (token) => articles.get(token) ?? { n: '1', how: '' };

export function answerWarm({ req, res, query, token }, name) {
  const state = stateOf(token);
  if (name === 'set') {
    articles.set(token, { n: query.get('n') ?? state.n, how: query.get('how') ?? '' });
    return void res.writeHead(204, { 'cache-control': 'no-store' }).end();
  }
  if (state.how === 'stall') return;
  if (state.how === 'reset') return void res.socket.resetAndDestroy();
  const headers = { 'cache-control': query.get('cc') ?? 'no-cache', etag: `"${state.how}${state.n}"`, 'content-type': 'application/json' };
  if (req.headers['if-none-match'] === headers.etag) return void res.writeHead(304, headers).end();
  if (state.how === '404') return void res.writeHead(404, headers).end('{}');
  const article = good(state.n);
  res.writeHead(200, headers).end(state.how === 'broken' ? '{"format":' : JSON.stringify(article));
}
