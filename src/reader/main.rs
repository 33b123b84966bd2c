//! The reader: the part of the page that reads notes, compiled to a wasm of its own that runs in a worker. An empty
//! program on any target but wasm.
//!
//! Apart from the page for two reasons: while a long note is read the page goes on answering, and who only looks at the
//! notes that are there does not wait for the lexicon.

#[cfg(feature = "page")]
mod reader;

fn main() {}
