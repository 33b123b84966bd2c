#!/usr/bin/env bash
# The browser tests against dist/ as it stands, in BROWSER: chromium, or firefox, which drivers can be brought to do less
# with and which is therefore spared files, paper, what is long for being thorough, and what no browser does otherwise.
# Arguments go to node (--test-name-pattern=drop).
. "$(dirname "$0")/common.sh"

[ -f dist/index.html ] || fail "The browser tests" "there is no dist/" "run: make build"
browser_env
files=(tests/e2e/*.test.mjs)
if [ "${BROWSER:-}" = firefox ]; then
  files=()
  for name in open standing navigation links notes views keeping keyboard faults first-view offline access reach; do
    files+=("tests/e2e/$name.test.mjs")
  done
fi
exec node --test --test-reporter=spec "$@" "${files[@]}"
