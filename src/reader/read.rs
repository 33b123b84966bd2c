//! Reading notes.

use r2p_notes::note::{self, packed};
use wasm_bindgen::prelude::*;

/// Reads a file: the note, [packed](packed::pack).
///
/// # Errors
/// As a text for people, where the bytes are no text.
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<u8>, JsError> {
    Ok(packed::pack(&note::read(name, bytes)?))
}
