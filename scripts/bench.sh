#!/usr/bin/env bash
# Runs the benches; arguments go to cargo (--bench parse).
. "$(dirname "$0")/common.sh"

cargo bench "$@"
