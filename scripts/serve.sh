#!/usr/bin/env bash
# Builds the release page and serves it on this machine only; PORT chooses the port.
. "$(dirname "$0")/common.sh"

scripts/build.sh
exec node scripts/serve.mjs dist
