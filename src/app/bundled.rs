//! The notes that the page opens with.

use r2p_notes::note::packed;

use super::shelf::{Origin, Shelf};

/// Takes them out of the bytes that the build packed; none where there are none, or others than this build's.
pub fn shelf(bytes: Option<&[u8]>) -> Shelf {
    let mut shelf = Shelf::default();
    for document in bytes.and_then(|bytes| packed::unpack(bytes).ok()).unwrap_or_default() {
        shelf.put(document, Origin::Bundled);
    }
    shelf
}
