#!/usr/bin/env bash
# Leaves the release page in dist/, unless the one there is of these very sources.
. "$(dirname "$0")/common.sh"

STAMP=target/dist.stamp
INPUTS=(build.rs Cargo.toml Cargo.lock Trunk.toml index.html notes src style scripts)

scripts/toolchain.sh build
# `trunk serve` writes dist/ too, unoptimised: what is newer than the stamp is not of this script.
if [ -f "$STAMP" ] && [ -f dist/index.html ] && [ "$(cat "$STAMP")" = "${R2P_WASM:-}" ] &&
  [ -z "$(find "${INPUTS[@]}" dist -newer "$STAMP" -print -quit)" ]; then
  exit
fi
step "Building the page into dist/" "mend what the compiler says; the tools themselves are in place" \
  build_page
printf '%s' "${R2P_WASM:-}" >"$STAMP"
