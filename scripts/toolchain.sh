#!/usr/bin/env bash
# Installs what is missing of the tools in tools.env, each under its version in the user's cache folder.
#   toolchain.sh build   what `make build` and `make serve` need
#   toolchain.sh test    that, and what the browser tests need
#   toolchain.sh bench   what `make bench` needs beside cargo
. "$(dirname "$0")/common.sh"

NET="if they speak of the network, see that this machine reaches it; then run the same command again, what is done stays done"

main() {
  need cargo "install Rust with rustup, https://rustup.rs"
  need node "install Node.js 20 or later"
  need npm "install npm, it comes with Node.js"
  # Two runs at once take turns.
  mkdir -p "$CACHE"
  exec 9>"$CACHE/lock"
  flock 9
  crates
  wasm_target
  if [ "${1:-build}" = bench ]; then
    bindgen
    peers
    playwright
    chromium
    return
  fi
  wasm_opt
  # At once, for alone each leaves a core idle while the last of its crates compile.
  if by_rustup; then side_by_side bindgen trunk wasm_split; else side_by_side bindgen trunk; fi
  if [ "${1:-build}" = test ]; then
    components
    playwright
    axe
    lighthouse
    chromium
    firefox
  fi
}

need() { command -v "$1" >/dev/null || fail "Looking for $1" "it is not on PATH" "$2"; }

# Everything that Cargo.lock names, so that later builds need no network.
crates() {
  if ! cargo fetch --locked --offline >/dev/null 2>&1; then
    step "Fetching the crates of Cargo.lock" "$NET (crates.io)" cargo fetch --locked
  fi
}

# By rustup where that can fetch it, else by Debian's compiler; R2P_WASM=debian takes the second way at once.
wasm_target() {
  local what="Adding the target $WASM_TARGET with rustup"
  if by_rustup; then return; fi
  # Where Debian's compiler has stood in before, rustup is not asked again.
  if [ "${R2P_WASM:-}" != debian ] && [ ! -e "$DEBIAN_RUST" ]; then
    if try_step "$what" rustup target add "$WASM_TARGET"; then return; fi
    printf '  rustup says: %s\n  so Debian'"'"'s compiler stands in for wasm\n' "$(grep -m 1 -i error "$(log_of "$what")")" >&2
  fi
  debian_rust
}

# install_tool ARGUMENTS… : by cargo, unoptimised: what these tools do for the page takes under a second either way, and their
# own profiles some minutes more.
install_tool() {
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=0 cargo install "$@"
}

# Without TLS, for it downloads nothing here.
trunk() {
  [ -x "$TRUNK_ROOT/bin/trunk" ] || step "Installing Trunk $TRUNK_VERSION from source, some minutes" "$NET (crates.io)" \
    install_tool --locked --no-default-features --root "$TRUNK_ROOT" "trunk@$TRUNK_VERSION"
}

# Without --locked: the lock file that wasm-bindgen-cli 0.2.130 carries names a crate version that is not served.
bindgen() {
  [ -x "$BINDGEN_ROOT/bin/wasm-bindgen" ] || step "Installing wasm-bindgen $WASM_BINDGEN_VERSION from source, about 2 minutes" \
    "$NET (crates.io)" install_tool --root "$BINDGEN_ROOT" "wasm-bindgen-cli@$WASM_BINDGEN_VERSION"
}

wasm_split() {
  [ -x "$SPLIT_ROOT/bin/wasm-split-cli" ] || step "Installing wasm-split $WASM_SPLIT_VERSION from source, about a minute" "$NET (crates.io)" \
    install_tool --locked --features build-binary --root "$SPLIT_ROOT" "wasm_split_cli_support@$WASM_SPLIT_VERSION"
}

# npm_tool FOLDER PACKAGE…
npm_tool() {
  [ -d "$1/node_modules" ] || step "Installing ${*:2} with npm" "$NET (registry.npmjs.org)" npm_install "$@"
}

# Into a folder beside the target, moved into place when complete, so that an interrupted run leaves nothing half done.
npm_install() {
  local folder=$1
  shift
  rm -rf "$folder.part" && mkdir -p "$folder.part" &&
    npm install --prefix "$folder.part" --no-save --no-audit --no-fund --ignore-scripts "$@" && mv "$folder.part" "$folder"
}

wasm_opt() { npm_tool "$BINARYEN_ROOT" "binaryen@$BINARYEN_VERSION"; }

playwright() { npm_tool "$PLAYWRIGHT_ROOT" "playwright-core@$PLAYWRIGHT_VERSION"; }

axe() { npm_tool "$AXE_ROOT" "axe-core@$AXE_VERSION"; }

peers() { npm_tool "$PEERS_ROOT" "chrono-node@$CHRONO_VERSION" "compromise@$COMPROMISE_VERSION" "diff@$JSDIFF_VERSION"; }

lighthouse() { npm_tool "$LIGHTHOUSE_ROOT" "lighthouse@$LIGHTHOUSE_VERSION"; }

components() {
  if ! { cargo fmt --version && cargo clippy --version; } >/dev/null 2>&1; then
    step "Adding clippy and rustfmt with rustup" "run: rustup component add clippy rustfmt" rustup component add clippy rustfmt
  fi
}

chromium() {
  find_chromium >/dev/null || apt_install "Chromium" chromium fonts-dejavu-core
}

firefox() { find_firefox >/dev/null || apt_install "Firefox" firefox-esr; }

# Debian's own compiler, for wasm alone. It brings no compiled std for the target, so cargo builds it from rust-web-src.
debian_rust() {
  local tool
  [ -d /usr/lib/rustlib/src/rust/library ] && [ -x /usr/bin/cargo-clippy ] ||
    apt_install "Debian's Rust" rustc-web cargo-web rust-web-src rust-web-clippy
  mkdir -p "$DEBIAN_RUST"
  for tool in cargo cargo-clippy clippy-driver rustc rustdoc; do ln -sfn "/usr/bin/$tool" "$DEBIAN_RUST/$tool"; done
  if ! for_wasm cargo fetch --locked --offline --target "$WASM_TARGET" >/dev/null 2>&1; then
    step "Fetching the crates that std is built from" "$NET (crates.io)" for_wasm cargo fetch --locked --target "$WASM_TARGET"
  fi
}

# apt_install WHAT PACKAGE… : with what cargo fetches and rustup adds, all that is written outside the cache folder; the only
# step that may need sudo.
apt_install() {
  local what=$1 sudo=()
  shift
  command -v apt-get >/dev/null || fail "Installing $what" "this machine has no apt-get" "install $* by its own means, then run the same command again"
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  step "Installing $what with apt-get" "run by hand: apt-get update && apt-get install $*" \
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get update -q && apt-get install -qy --no-install-recommends "$@"' sh "$@"
}

main "$@"
