#!/usr/bin/env bash
# Serves an unoptimised page and rebuilds it on change; arguments go to Trunk (--port 9000, --open).
. "$(dirname "$0")/common.sh"

scripts/toolchain.sh build
run_trunk serve --offline=true "$@"
