#!/usr/bin/env bash
# Writes the npm package of the release in dist/ into target/package, packs it, and checks it as its users' tools would.
. "$(dirname "$0")/setup.sh"

need_npm_packages
[ -f dist/article-viewer.js ] || fail 'There is no release to pack: run `make build` first.'

rm -f target/article-viewer-*.tgz
node tools/package/build.mjs
publint --strict target/package
attw --profile esm-only --quiet target/article-viewer-*.tgz
node tools/package/examples.mjs
