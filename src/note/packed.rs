//! A read note as bytes, for the way from the program that reads to the one that shows.
//!
//! The form is [postcard](https://postcard.jamesmunns.com/wire-format): compact, without names of fields, and therefore
//! good only between programs of one build. Nothing is kept in it.

use std::fmt;

use super::parse::Document;

/// Bytes that are no read note of this build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedError(postcard::Error);

impl fmt::Display for PackedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected notes packed by this very build, found other bytes ({})", self.0)
    }
}

impl std::error::Error for PackedError {}

/// Writes a note that was read; linear in its text. Packed notes one after another are packed notes, too.
///
/// # Errors
/// Never for a [`Document`], whose parts all have a length that is known.
pub fn pack(document: &Document) -> Result<Vec<u8>, PackedError> {
    postcard::to_allocvec(document).map_err(PackedError)
}

/// The note in `bytes`, as it was packed.
///
/// # Errors
/// [`PackedError`] where the bytes are not those of [`pack`].
pub fn unpack(bytes: &[u8]) -> Result<Document, PackedError> {
    postcard::from_bytes(bytes).map_err(PackedError)
}

/// The notes in `bytes`, one after another, each with its own part of them.
///
/// # Errors
/// [`PackedError`] where the bytes are not those of [`pack`].
pub fn unpack_all(bytes: &[u8]) -> Result<Vec<(Document, &[u8])>, PackedError> {
    let (mut notes, mut rest) = (Vec::new(), bytes);
    while !rest.is_empty() {
        let (document, after) = postcard::take_from_bytes(rest).map_err(PackedError)?;
        notes.push((document, &rest[..rest.len() - after.len()]));
        rest = after;
    }
    Ok(notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let text = "Excellency,\nthe dialogue will be he1d on 8 Septernber 2015, from 10 a.m. to 1 p.m. See Al69/98L.";
        let read = super::super::read("a.txt", text.as_bytes()).expect("a text");
        let bytes = pack(&read).expect("a document");
        let back = unpack(&bytes).expect("packed");
        assert_eq!((&back.source, &back.note), (&read.source, &read.note));
        assert_eq!(back.reading.text(), read.reading.text());
        for span in read.note.repairs.iter().map(|repair| repair.span) {
            assert_eq!(back.reading.read_range(span), read.reading.read_range(span));
        }
        assert!(unpack(&bytes[..bytes.len() / 2]).is_err());
        assert!(unpack(b"nothing packed").is_err());
    }

    #[test]
    fn packed_notes_stand_one_after_another() {
        let packed = ["one", "two"].map(|text| {
            let read = super::super::read("a.txt", text.as_bytes()).expect("a text");
            pack(&read).expect("a document")
        });
        let bytes = packed.concat();
        let notes = unpack_all(&bytes).expect("packed");
        let texts: Vec<_> = notes.iter().map(|(document, _)| &*document.source.text).collect();
        assert_eq!(texts, ["one", "two"]);
        assert!(notes.iter().map(|(_, bytes)| *bytes).eq(packed.iter().map(|bytes| &**bytes)));
        assert!(unpack_all(&bytes[..bytes.len() - 1]).is_err());
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_taken_out_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            drop(unpack(&bytes));
            drop(unpack_all(&bytes));
        }
    }
}
