//! What the page seldom needs, compiled to a wasm of its own that runs in the worker beside it: seeking patterns and writing
//! exports. An empty program without the feature `page`.
//!
//! Apart from the page, so that nobody waits for the engine of the patterns and the formats of the exports before the notes
//! can be seen.
//!
//! Each task is a function that `app/shell/background-worker.js` calls by its name and `app/background.rs` asks for. What
//! is more than a text or bytes goes between them as [postcard](r2p_notes::note::packed).

#[cfg(feature = "page")]
mod places;
#[cfg(feature = "page")]
mod render;

fn main() {}
