#!/usr/bin/env bash
# Every check there is, in the order in which they are quickest to fail. .ci/run calls it by way of `make test`.
. "$(dirname "$0")/common.sh"

scripts/toolchain.sh test
check "Format" cargo fmt --check
check "Clippy, this machine" cargo clippy --locked --all-targets --features first-view -- -D warnings
check "Clippy, wasm" for_wasm cargo clippy --locked --target "$WASM_TARGET" --features page --lib --bin app --bin background --bin reader -- -D warnings
check "Unit, integration and doc tests" cargo test --locked --quiet --no-fail-fast --features first-view
scripts/build.sh
check "The size of the page" node scripts/size.mjs
check "The page in Chromium" env BROWSER=chromium scripts/e2e.sh
check "The page in Firefox" env BROWSER=firefox scripts/e2e.sh
printf '\nEvery check passed, in %s s.\n' $SECONDS
