#!/usr/bin/env bash
# Screenshots of every sample and state, in gallery/; an argument picks those with this word in their name.
. "$(dirname "$0")/setup.sh"

need_npm_packages
need_chromium
node tests/e2e/gallery.mjs "$@"
