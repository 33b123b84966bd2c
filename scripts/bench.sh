#!/usr/bin/env bash
# Runs the benches; arguments go to cargo (--bench parse). Without any, our parser and word diff are set beside others, too.
. "$(dirname "$0")/common.sh"

scripts/toolchain.sh bench
cargo bench "$@"
[ $# = 0 ] || exit 0

browser_env
BUILT=$ROOT/target/peers
PAGE=$BUILT/page
(cd benches/peers && CARGO_TARGET_DIR=$BUILT for_wasm cargo build --release --quiet --target "$WASM_TARGET")
rm -rf "$PAGE"
wasm-bindgen --target web --no-typescript --out-dir "$PAGE" "$BUILT/$WASM_TARGET/release/peers.wasm"
cp -r "$PEERS_ROOT/node_modules/chrono-node/dist/esm" "$PAGE/chrono"
cp "$PEERS_ROOT/node_modules/compromise/builds/compromise.js" "$PEERS_ROOT/node_modules/diff/dist/diff.js" "$PAGE"
cat >"$PAGE/index.html" <<'HTML'
<!doctype html><meta charset="utf-8"><title>Peers</title><script src="compromise.js"></script><script src="diff.js"></script>
<script type="module">
  import init, * as ours from "./peers.js";
  import * as chrono from "./chrono/index.js";
  await init();
  window.peers = { ours, chrono, compromise: nlp, jsdiff: Diff };
</script>
HTML
cargo build --release --quiet --bin r2p-notes
node benches/peers.mjs "$PAGE" target/release/r2p-notes

scripts/toolchain.sh build
scripts/build.sh
node benches/thousand.mjs dist target/release/r2p-notes
