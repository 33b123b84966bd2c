# Shared by the scripts: where the tools are, and how a step is run and reported. Sourced, never run.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/r2p-notes
. "$ROOT/scripts/tools.env"
cd "$ROOT"

# The version of a crate in Cargo.lock.
locked() { awk -v name="\"$1\"" '$1 == "name" { hit = $3 == name } hit && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' Cargo.lock; }

WASM_BINDGEN_VERSION=$(locked wasm-bindgen)
TRUNK_ROOT=$CACHE/trunk-$TRUNK_VERSION
BINDGEN_ROOT=$CACHE/wasm-bindgen-$WASM_BINDGEN_VERSION
SPLIT_ROOT=$CACHE/wasm-split-$WASM_SPLIT_VERSION
BINARYEN_ROOT=$CACHE/binaryen-$BINARYEN_VERSION
PLAYWRIGHT_ROOT=$CACHE/playwright-core-$PLAYWRIGHT_VERSION
AXE_ROOT=$CACHE/axe-core-$AXE_VERSION
LIGHTHOUSE_ROOT=$CACHE/lighthouse-$LIGHTHOUSE_VERSION
PEERS_ROOT=$CACHE/peers-$CHRONO_VERSION-$COMPROMISE_VERSION-$JSDIFF_VERSION
DENY_ROOT=$CACHE/cargo-deny-$CARGO_DENY_VERSION
DEBIAN_RUST=$CACHE/debian-rust
export PATH="$TRUNK_ROOT/bin:$BINDGEN_ROOT/bin:$SPLIT_ROOT/bin:$BINARYEN_ROOT/node_modules/.bin:$PATH"

# fail WHICH WHY WHAT-TO-DO
fail() {
  printf '\n%s failed.\n  why: %s\n  do:  %s\n' "$1" "$2" "$3" >&2
  exit 1
}

# step WHAT WHAT-TO-DO COMMAND… : runs a step by try_step and, when it fails, ends with its last lines and what to do.
step() {
  local what=$1 advice=$2
  shift 2
  try_step "$what" "$@" && return
  tail -n 30 "$(log_of "$what")" | sed 's/^/  | /' >&2
  fail "$what" "the last lines of its output stand above; all of it is in $(log_of "$what")" "$advice"
}

# try_step WHAT COMMAND… : says what it does, keeps the output in the cache folder, says how long it took.
try_step() {
  local what=$1 start=$SECONDS lead=
  shift
  mkdir -p "$CACHE/logs"
  printf -- '- %s … ' "$what" >&2
  # One of several at once ends on a line of its own.
  [ -z "${SIDE_BY_SIDE:-}" ] || { printf '\n' >&2; lead="- $what: "; }
  if "$@" >"$(log_of "$what")" 2>&1 </dev/null; then
    printf '%s%s s\n' "$lead" $((SECONDS - start)) >&2
  else
    printf '%sfailed after %s s\n' "$lead" $((SECONDS - start)) >&2
    return 1
  fi
}

# side_by_side FUNCTION… : runs them at once, and fails when one of them has.
side_by_side() {
  local one jobs=() failed=0
  for one in "$@"; do
    SIDE_BY_SIDE=1 "$one" &
    jobs+=($!)
  done
  for one in "${jobs[@]}"; do wait "$one" || failed=1; done
  return $failed
}

log_of() { printf '%s/logs/%s.log' "$CACHE" "$(printf '%s' "$1" | tr -cs 'A-Za-z0-9.' '-')"; }

# check WHAT COMMAND… : runs a check with its output in sight.
check() {
  local what=$1 start=$SECONDS
  shift
  printf '\n== %s\n' "$what"
  "$@" || fail "$what" "see above" "mend it and run make test again"
  printf '== %s: %s s\n' "$what" $((SECONDS - start))
}

# Everything that compiles for wasm runs through this: rustup's toolchain where it has the target, else Debian's.
for_wasm() {
  if by_rustup; then
    "$@"
  else
    local lld
    lld=$(rustc --print sysroot)/lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')/bin/rust-lld
    PATH="$DEBIAN_RUST:$PATH" RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$lld CARGO_TARGET_DIR=$ROOT/target/debian "$@"
  fi
}

# What is run on this machine, whatever the wasm is compiled by.
on_this_machine() {
  env -u RUSTC_BOOTSTRAP -u CARGO_UNSTABLE_BUILD_STD -u CARGO_TARGET_DIR PATH="${PATH//"$DEBIAN_RUST:"/}" "$@"
}

# Trunk, without its look for a newer release; it takes NO_COLOR only as "true" or "false".
run_trunk() { for_wasm env -u NO_COLOR TRUNK_SKIP_VERSION_CHECK=true trunk "$@"; }

# The release page, split: a first visit loads what the first view needs, the rest follows. In one piece by Debian's compiler.
build_page() {
  if by_rustup; then
    PATH="$ROOT/scripts/split:$PATH" run_trunk build --offline=true --release --features page,split
  else
    run_trunk build --offline=true --release
  fi
}

by_rustup() { [ "${R2P_WASM:-}" != debian ] && has_rustup_target; }

has_rustup_target() { [ -d "$(rustc --print target-libdir --target "$WASM_TARGET" 2>/dev/null)" ]; }

# Chromium's path: CHROMIUM if set, else the first known name on PATH, where functions of that name do not count.
find_chromium() {
  [ -n "${CHROMIUM:-}" ] && { printf '%s\n' "$CHROMIUM"; return; }
  type -P chromium || type -P chromium-browser || type -P google-chrome || type -P google-chrome-stable
}

find_firefox() {
  [ -n "${FIREFOX:-}" ] && { printf '%s\n' "$FIREFOX"; return; }
  type -P firefox-esr || type -P firefox
}

# What the browser tests find their tools by.
browser_env() {
  CHROMIUM=$(find_chromium) || fail "Looking for Chromium" "none is on PATH" "run scripts/toolchain.sh test, or set CHROMIUM to its path"
  FIREFOX=$(find_firefox) || true
  export CHROMIUM FIREFOX LIGHTHOUSE=$LIGHTHOUSE_ROOT/node_modules/lighthouse/cli/index.js
  export NODE_PATH=$PLAYWRIGHT_ROOT/node_modules:$AXE_ROOT/node_modules
}
