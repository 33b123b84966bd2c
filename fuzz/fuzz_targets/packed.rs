//! Any bytes as packed notes: taken out or refused, never a panic, never more memory than they are worth.

#![no_main]

use libfuzzer_sys::fuzz_target;
use r2p_notes::note::packed;

fuzz_target!(|bytes: &[u8]| {
    for (document, _) in packed::unpack_all(bytes).unwrap_or_default() {
        drop(packed::pack(&document));
    }
});
