//! Any bytes: read or refused, never a panic, and every citation stands.

#![no_main]

#[path = "../../tests/support/sound.rs"]
#[allow(dead_code)]
mod sound;

use libfuzzer_sys::fuzz_target;
use r2p_notes::note;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = note::read("note.txt", bytes) {
        sound::assert_sound(&document);
    }
});
