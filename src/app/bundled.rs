//! The notes that the page opens with.

use r2p_notes::note::{self, Document};

const NOTES: [(&str, &[u8]); 5] = [
    ("2013.txt", include_bytes!("../../notes/2013.txt")),
    ("2014.txt", include_bytes!("../../notes/2014.txt")),
    ("2015.txt", include_bytes!("../../notes/2015.txt")),
    ("2016.txt", include_bytes!("../../notes/2016.txt")),
    ("2017.txt", include_bytes!("../../notes/2017.txt")),
];

/// Reads them.
pub fn notes() -> impl Iterator<Item = Document> {
    NOTES.into_iter().filter_map(|(name, bytes)| note::read(name, bytes).ok())
}
