#!/usr/bin/env bash
# Opens ARTICLES=500 articles of the release one after the other, on the page and in an element: make soak.
#
# Ends with an error if after the first fifty something grows: memory, nodes or listeners. tests/e2e/soak.mjs says more.
. "$(dirname "$0")/setup.sh"

need_npm_packages
need_chromium
exec node tests/e2e/soak.mjs
