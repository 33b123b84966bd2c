#!/usr/bin/env bash
# Reads the bundled notes and draws the page's first view, natively, into target/first-view/, where index.html takes both
# from. Trunk runs it before each build.
. "$(dirname "$0")/common.sh"

OUT=target/first-view
on_this_machine cargo run --quiet --locked --features first-view --bin app -- notes $OUT
# Compressed here, for not every host compresses what it does not know.
node -e 'const { gzipSync } = require("zlib"), fs = require("fs"), [file] = process.argv.slice(1);
  fs.writeFileSync(file, gzipSync(fs.readFileSync(file), { level: 9 }));' $OUT/notes.packed
