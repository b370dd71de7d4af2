#!/usr/bin/env bash
# Builds the release in dist/ and prints its bytes.
. "$(dirname "$0")/setup.sh"

need_rust
need_trunk
need_wasm_bindgen
need_wasm_opt
need_crates

# Messages of a panic name source files. Nobody needs to know where those lie on this machine.
flags=
for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/ "$PWD/"; do
  flags="$flags --remap-path-prefix=$folder="
done
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags ${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS:-}"

say 'build: the release'
quiet_trunk build --release --locked $(trunk_offline wasm-bindgen wasm-opt)
say 'build: done, dist/ can be served from any folder of any host'
