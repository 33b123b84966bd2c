//! Writing exports.

use r2p_notes::compare::Comparison;
use r2p_notes::compare::render::{self, Format, Request};
use r2p_notes::note::packed;
use wasm_bindgen::prelude::*;

/// A view in a format, both of which `asked` names, of the notes packed in `notes`.
///
/// # Errors
/// As a text for people, where the request cannot be met.
#[wasm_bindgen]
pub fn render(asked: &[u8], notes: &[u8]) -> Result<Vec<u8>, JsError> {
    let (request, format): (Request, Format) = postcard::from_bytes(asked)?;
    let notes = packed::unpack_all(notes)?;
    let comparison = Comparison::in_order(notes.iter().map(|(document, _)| document));
    Ok(render::render(&comparison, &request, format)?.into_bytes())
}
