//! Our side of the bench: the parser and the word diff, for a page that times them.

use r2p_notes::compare::language::word_changes;
use r2p_notes::note;
use r2p_notes::note::parse::Document;
use serde_json::json;
use wasm_bindgen::prelude::*;

/// Reads a note; how many facts of its programme it found, so that nothing of the work can be left out.
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> Result<usize, JsError> {
    Ok(document(name, bytes)?.note.programme.entries.len())
}

/// What a note says, as `r2p-notes parse` prints it, and its reading text: JSON.
#[wasm_bindgen]
pub fn found(name: &str, bytes: &[u8]) -> Result<String, JsError> {
    let Document { note, reading, .. } = document(name, bytes)?;
    Ok(json!({ "note": note, "text": reading.text() }).to_string())
}

/// How many pieces the word diff of two texts has.
#[wasm_bindgen]
pub fn diff(old: &str, new: &str) -> usize {
    word_changes(old, new).len()
}

/// That diff as JSON: a list of `kind`, `old`, `new`.
#[wasm_bindgen]
pub fn changes(old: &str, new: &str) -> String {
    let changes = word_changes(old, new).into_iter();
    let changes: Vec<_> =
        changes.map(|chunk| json!({ "kind": chunk.kind, "old": &old[chunk.old], "new": &new[chunk.new] })).collect();
    json!(changes).to_string()
}

fn document(name: &str, bytes: &[u8]) -> Result<Document, JsError> {
    Ok(note::read(name, bytes)?)
}
