//! The notes that the page opens with.

use std::rc::Rc;

use r2p_notes::note::packed;

use super::shelf::{Origin, Read, Shelf};

/// Takes them out of the bytes that the build packed; none where there are none, or others than this build's.
pub fn shelf(bytes: Option<&[u8]>) -> Shelf {
    let mut shelf = Shelf::default();
    for (document, bytes) in bytes.and_then(|bytes| packed::unpack_all(bytes).ok()).unwrap_or_default() {
        shelf.put(Read { document: Rc::new(document), packed: bytes.to_vec() }, Origin::Bundled);
    }
    shelf
}
