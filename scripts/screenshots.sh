#!/usr/bin/env bash
# Pictures of every view, light and dark, at three widths, into tests/e2e/out/.
. "$(dirname "$0")/common.sh"

scripts/toolchain.sh test
scripts/build.sh
browser_env
exec node tests/e2e/screenshots.mjs "$@"
