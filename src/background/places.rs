//! Seeking patterns.

use r2p_notes::compare::themes::query::Pattern;
use wasm_bindgen::prelude::*;

/// Where a regular expression stands in each of `texts`, a `Vec<String>`; the answer is a `Vec<Vec<Range<usize>>>`.
///
/// # Errors
/// As a text for people, where it is no regular expression.
#[wasm_bindgen]
pub fn places(pattern: &str, texts: &[u8]) -> Result<Vec<u8>, JsError> {
    let texts: Vec<&str> = postcard::from_bytes(texts)?;
    let pattern = Pattern::new(pattern)?;
    let places: Vec<_> = texts.into_iter().map(|text| pattern.places(text)).collect();
    Ok(postcard::to_allocvec(&places)?)
}
