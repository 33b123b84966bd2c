#!/usr/bin/env bash
# Runs the benches; arguments go to cargo (--bench parse). Without any, our word diff is set beside jsdiff's, too.
. "$(dirname "$0")/common.sh"

scripts/toolchain.sh bench
cargo bench "$@"
[ $# = 0 ] || exit 0
cargo build --release --quiet --example word_diff
node benches/jsdiff.mjs "$JSDIFF_ROOT" target/release/examples/word_diff notes/2016.txt notes/2017.txt
