//! The reader: the part of the page that reads notes, compiled to a wasm of its own that runs in the worker beside the page.
//! An empty program without the feature `page`.
//!
//! Apart from the page for two reasons: while a long note is read the page goes on answering, and who only looks at the
//! notes that are there does not wait for the lexicon. Apart from `src/background/`, too, for it is compiled for speed.

#[cfg(feature = "page")]
mod read;

fn main() {}
