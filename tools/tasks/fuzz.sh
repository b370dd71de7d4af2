#!/usr/bin/env bash
# Damages documents until something must not be: MINUTES=10 make fuzz. Decision 0012 says how.
#
# Ends with an error if a document has a fault; it is in fuzz/found then, made small. SEED=… repeats a run with the same
# number of WORKERS, as far as workers can be repeated.
. "$(dirname "$0")/setup.sh"

need_rust
need_crates

cargo build --quiet --locked --profile fuzz --example fuzz
exec "${CARGO_TARGET_DIR:-target}/fuzz/examples/fuzz"
