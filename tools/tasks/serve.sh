#!/usr/bin/env bash
# Builds the page and serves it at http://127.0.0.1:8080/, again after every change.
. "$(dirname "$0")/setup.sh"

if (: </dev/tcp/127.0.0.1/8080) 2>/dev/null; then
  fail 'Port 8080 of 127.0.0.1 is taken: end what listens there, or run `trunk serve --port 8081`.'
fi
need_rust
need_trunk
need_wasm_bindgen
say 'serve: the first build takes some minutes; then the page is at http://127.0.0.1:8080/'
# Not into dist/, where a release may lie.
exec env RUST_BACKTRACE=0 trunk serve --dist target/serve
