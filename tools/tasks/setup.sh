# Installs what a task needs. Sourced by the tasks beside it, which then call `need_…`.
#
# What is there in the right version is used; what is missing is installed with the machine's ordinary
# package managers; what cannot be had ends the task with a sentence that says what to do.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

TRUNK=0.21.14
WASM_BINDGEN=0.2.130
CARGO_DENY=0.20.2
WASM_OPT=132
NODE=20

export PATH="$PWD/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
# Nothing here waits for an answer or asks the network for news.
export TRUNK_SKIP_VERSION_CHECK=true PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 DEBIAN_FRONTEND=noninteractive

say() { printf '%s\n' "$*"; }
have() { command -v "$1" >/dev/null 2>&1; }
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The toolchain of rust-toolchain.toml, or another one that is new enough where that cannot be had.
need_rust() {
  have cargo || fail 'Rust is missing: install it with rustup, then run this again.'
  local wanted
  wanted=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml)
  if ! have rustup; then
    rustc --version >/dev/null 2>&1 || fail "Rust $wanted is missing."
    [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] ||
      fail 'The wasm32-unknown-unknown target is missing, and there is no rustup to add it with.'
    return
  fi
  if ! rustc --version >/dev/null 2>&1; then
    say "setup: Rust $wanted"
    if ! rustup toolchain install "$wanted" --profile minimal --component rustfmt,clippy; then
      local other
      other=$(rustup run stable rustc --version 2>/dev/null | cut -d' ' -f2) || true
      newer "$other" "$wanted" || fail "Rust $wanted is missing and could not be installed with rustup."
      say "setup: Rust $other is used in its place"
      export RUSTUP_TOOLCHAIN=stable
    fi
  fi
  if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
    say 'setup: the wasm32-unknown-unknown target'
    rustup target add wasm32-unknown-unknown || fail 'The wasm32-unknown-unknown target could not be added.'
  fi
}

# Whether version $1 is at least version $2.
newer() {
  [ -n "$1" ] && [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

need_rust_lints() {
  cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt || fail 'rustfmt is missing.'
  cargo clippy --version >/dev/null 2>&1 || rustup component add clippy || fail 'clippy is missing.'
}

# A program from crates.io in exactly one version: name of the crate, version, name of the program.
need_crate() {
  local crate=$1 version=$2 program=$3 found=
  if have "$program"; then
    found=$("$program" --version 2>/dev/null | awk '{ print $2; exit }') || true
  fi
  [ "$found" = "$version" ] && return
  say "setup: $crate $version (compiled once, which takes some minutes)"
  # Not every lock file that was published can still be met.
  cargo install --quiet --locked "$crate@$version" || cargo install --quiet "$crate@$version" ||
    fail "$crate $version could not be installed: try 'cargo install $crate@$version' and see why."
}

need_trunk() { need_crate trunk "$TRUNK" trunk; }
need_wasm_bindgen() { need_crate wasm-bindgen-cli "$WASM_BINDGEN" wasm-bindgen; }
need_cargo_deny() { need_crate cargo-deny "$CARGO_DENY" cargo-deny; }

# The dependencies in their locked versions, so that the builds need no network.
need_crates() {
  cargo fetch --quiet --locked || fail 'The dependencies could not be fetched as Cargo.lock names them.'
}

need_node() {
  local found
  found=$(node --version 2>/dev/null | tr -d v) || true
  if ! newer "$found" "$NODE"; then
    say "setup: Node $NODE"
    install_packages nodejs npm || true
    found=$(node --version 2>/dev/null | tr -d v) || true
    newer "$found" "$NODE" || fail "Node $NODE or newer is needed, with npm; here is ${found:-none}."
  fi
  have npm || fail 'npm is missing.'
}

# The packages of package-lock.json; npm writes down what it installed, which tells whether it is still so.
need_npm_packages() {
  need_node
  local mark=node_modules/.installed
  if [ ! -x node_modules/.bin/wasm-opt ] || [ ! -x node_modules/.bin/playwright ] ||
    ! cmp -s package-lock.json "$mark"; then
    # npm would empty the folder behind the link, which is someone else's, and leave it empty.
    [ ! -L node_modules ] ||
      fail 'node_modules is a link and not what package-lock.json wants: remove the link, then run this again.'
    say 'setup: packages from npm'
    npm ci --no-fund --no-audit --loglevel=error || fail 'The packages of package-lock.json could not be installed.'
    cp package-lock.json "$mark"
  fi
}

# wasm-opt makes the release smaller. Without Node, Trunk fetches one by itself.
need_wasm_opt() {
  if have wasm-opt && wasm-opt --version 2>/dev/null | grep -q "version $WASM_OPT\b"; then return; fi
  if newer "$(node --version 2>/dev/null | tr -d v)" "$NODE" && have npm; then
    need_npm_packages
  else
    say 'setup: without Node, Trunk will fetch wasm-opt'
  fi
}

# Chromium and its driver, exported as CHROMIUM and CHROMEDRIVER.
need_chromium() {
  CHROMIUM=${CHROMIUM:-$(first chromium chromium-browser google-chrome)}
  CHROMEDRIVER=${CHROMEDRIVER:-$(first chromedriver)}
  if [ -z "$CHROMIUM" ] || [ -z "$CHROMEDRIVER" ]; then
    say 'setup: Chromium and its driver'
    install_packages chromium chromium-driver || true
    CHROMIUM=${CHROMIUM:-$(first chromium chromium-browser google-chrome)}
    CHROMEDRIVER=${CHROMEDRIVER:-$(first chromedriver)}
  fi
  [ -n "$CHROMIUM" ] && [ -n "$CHROMEDRIVER" ] || fail \
    'Chromium and chromedriver are needed: install both (apt-get install chromium chromium-driver, or
brew install --cask chromium chromedriver), or name them in CHROMIUM and CHROMEDRIVER.'
  export CHROMIUM CHROMEDRIVER
}

# nginx is wanted by one journey, which is skipped without it.
want_nginx() {
  PATH="$PATH:/usr/sbin:/usr/local/sbin"
  have nginx && return
  say 'setup: nginx'
  install_packages nginx-light || install_packages nginx || say 'setup: no nginx, so its journeys will be skipped'
}

first() {
  local name
  for name in "$@"; do
    if have "$name"; then
      command -v "$name"
      return
    fi
  done
}

# Debian's packages, as root or by a sudo that does not ask.
install_packages() {
  have apt-get || return 1
  local run=()
  if [ "$(id -u)" -ne 0 ]; then
    have sudo && sudo -n true 2>/dev/null || return 1
    run=(sudo -n)
  fi
  # A server among them is for the journeys only and is not to be started.
  ${run[@]+"${run[@]}"} env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 sh -c '
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 ||
      { apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }
  ' sh "$@" </dev/null
}

# Trunk without the backtraces of itself, in which the message that matters gets lost.
quiet_trunk() { RUST_BACKTRACE=0 trunk "$@"; }

# `--offline` where Trunk has all the tools that the build needs, so that it never asks the network.
trunk_offline() {
  local tool
  for tool in "$@"; do have "$tool" || return 0; done
  printf -- --offline
}
