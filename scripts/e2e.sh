#!/usr/bin/env bash
# The browser tests against dist/ as it stands; arguments go to node (--test-name-pattern=drop).
. "$(dirname "$0")/common.sh"

[ -f dist/index.html ] || fail "The browser tests" "there is no dist/" "run: make build"
browser_env
exec node --test --test-reporter=spec "$@" tests/e2e/*.test.mjs
