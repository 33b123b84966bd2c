#!/usr/bin/env bash
# Times how soon the page in dist/ can be read, beside a bare Yew page that is built for it.
. "$(dirname "$0")/common.sh"

scripts/toolchain.sh test
scripts/build.sh
browser_env
BARE=$ROOT/target/bare-yew
(cd benches/bare-yew && CARGO_TARGET_DIR=$BARE for_wasm cargo build --release --quiet --target "$WASM_TARGET")
wasm-bindgen --target web --no-typescript --out-dir "$BARE/page" "$BARE/$WASM_TARGET/release/bare-yew.wasm"
wasm-opt -Oz --enable-bulk-memory --enable-bulk-memory-opt --enable-multivalue --enable-mutable-globals \
  --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext --enable-call-indirect-overlong \
  "$BARE/page/bare-yew_bg.wasm" -o "$BARE/page/bare-yew_bg.wasm"
printf '<!doctype html><meta charset="utf-8"><title>Bare</title><link rel="modulepreload" href="bare-yew.js"><link rel="preload" href="bare-yew_bg.wasm" as="fetch" crossorigin><script type="module">import init from "./bare-yew.js"; init();</script>' >"$BARE/page/index.html"
node benches/startup.mjs dist "$BARE/page"
