//! What the worker asks of the wasm.

use r2p_notes::note::{self, packed};
use wasm_bindgen::prelude::*;

/// Reads a file: the note, [packed](packed::pack).
///
/// # Errors
/// As a text for people, where the bytes are no text.
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<u8>, JsError> {
    let document = note::read(name, bytes)?;
    Ok(packed::pack(&[document])?)
}
