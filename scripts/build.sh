#!/usr/bin/env bash
# Leaves the release page in dist/.
. "$(dirname "$0")/common.sh"

scripts/toolchain.sh build
step "Building the page into dist/" "mend what the compiler says; scripts/toolchain.sh build has put all tools in place" \
  run_trunk build --offline=true --release
