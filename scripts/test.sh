#!/usr/bin/env bash
# Every check there is, in the order in which they are quickest to fail. .ci/run calls it by way of `make test`.
. "$(dirname "$0")/common.sh"

# Both at once: a browser waits more than it computes. What Firefox says is kept for the end.
in_chromium() { BROWSER=chromium scripts/e2e.sh; }
in_firefox() {
  local said result=0
  said=$(BROWSER=firefox scripts/e2e.sh 2>&1) || result=$?
  printf '%s\n' "$said"
  return $result
}

scripts/toolchain.sh test
check "Format" cargo fmt --check
check "Clippy, this machine" cargo clippy --locked --all-targets --features first-view -- -D warnings
check "Clippy, wasm" for_wasm cargo clippy --locked --target "$WASM_TARGET" --features page --lib --bin app --bin background --bin reader -- -D warnings
check "The command line as it is installed" cargo check --locked --bins
check "Unit, integration and doc tests" cargo test --locked --quiet --no-fail-fast --features first-view
scripts/build.sh
check "The size of the page" node scripts/size.mjs
check "The page in Chromium and in Firefox" side_by_side in_chromium in_firefox
printf '\nEvery check passed, in %s s.\n' $SECONDS
