#!/usr/bin/env bash
# Everything that is checked, in order of cost. A stage that fails does not hide what the next ones find.
. "$(dirname "$0")/setup.sh"

need_rust
need_rust_lints
need_trunk
need_wasm_bindgen
need_cargo_deny
need_npm_packages
need_chromium
want_nginx
need_crates

passed=0
failed=()

stage() {
  local name=$1 began=$SECONDS
  shift
  say "== $name"
  if "$@" </dev/null; then
    passed=$((passed + 1))
    say "== $name: passed after $((SECONDS - began)) s"
  else
    failed+=("$name")
    say "== $name: FAILED after $((SECONDS - began)) s"
    return 1
  fi
}

browser_tests() {
  # The runner of .cargo/config.toml reads webdriver.json and starts CHROMEDRIVER.
  WASM_BINDGEN_TEST_TIMEOUT=120 cargo test --locked --target wasm32-unknown-unknown --test browser
}

stage 'format' cargo fmt --all --check || true
stage 'lints, native' cargo clippy --locked --workspace --all-targets --features finish/release -- -D warnings || true
stage 'lints, wasm' cargo clippy --locked --target wasm32-unknown-unknown --lib --bins --test browser -- -D warnings || true
stage 'licences and sources' cargo deny --workspace check licenses bans sources || true
stage 'native tests' cargo test --locked --workspace --features finish/release || true
stage 'the decoder alone' cargo test --locked --no-default-features || true
stage 'tests in the browser' browser_tests || true
stage 'the test server' node --test tests/e2e/*.test.mjs || true
if stage 'release' tools/tasks/build.sh; then
  stage 'the package, and applications that use it' tools/tasks/package.sh || true
  stage 'journeys' playwright test || true
else
  failed+=('journeys, which need a release')
fi

if [ ${#failed[@]} -gt 0 ]; then
  say ''
  for name in "${failed[@]}"; do say "FAILED: $name"; done
fi
say ''
say "stages: $passed passed, ${#failed[@]} failed"
[ ${#failed[@]} -eq 0 ]
