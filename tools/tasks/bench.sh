#!/usr/bin/env bash
# Measures the release in dist/ against a static page, React and Preact with the same article: RUNS=9 make bench.
#
# SCENARIOS, PROFILES, STRICT and others are said at the head of tools/bench/main.mjs; what the figures mean, in
# tools/bench/README.md. Ends with an error if a page does not show its article, and not for figures, unless STRICT=1.
. "$(dirname "$0")/setup.sh"

need_npm_packages
need_chromium
[ -f "${DIST:-dist}/index.html" ] || fail 'There is no release to measure: run `make build` first.'

exec node tools/bench/main.mjs "$@"
