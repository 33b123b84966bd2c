//! A read note as bytes, for the way from the program that reads to the one that shows.
//!
//! The form is [postcard](https://postcard.jamesmunns.com/wire-format): compact, without names of fields, and therefore
//! good only between programs of one build. Nothing is kept in it.

use std::fmt;

use super::model::Note;
use super::parse::Document;
use crate::text::Source;
use crate::text::packed_reading::PackedReading;

/// Bytes that are no read note of this build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedError(Option<postcard::Error>);

impl fmt::Display for PackedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected notes packed by this very build, found other bytes")?;
        self.0.as_ref().map_or(Ok(()), |why| write!(f, " ({why})"))
    }
}

impl std::error::Error for PackedError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.as_ref().map(|why| why as _)
    }
}

impl From<postcard::Error> for PackedError {
    fn from(error: postcard::Error) -> Self {
        Self(Some(error))
    }
}

/// Writes a note that was read; linear in its text. Packed notes one after another are packed notes, too.
pub fn pack(document: &Document) -> Vec<u8> {
    let Document { source, reading, note } = document;
    let packed = postcard::to_allocvec(&(source, PackedReading::of(reading), note));
    packed.expect("all parts of a document have a length that is known")
}

/// The note in `bytes`, as it was packed.
///
/// # Errors
/// [`PackedError`] where the bytes are not those of [`pack`].
pub fn unpack(bytes: &[u8]) -> Result<Document, PackedError> {
    unpack_first(bytes).map(|(document, _)| document)
}

/// The notes in `bytes`, one after another, each with its own part of them.
///
/// # Errors
/// [`PackedError`] where the bytes are not those of [`pack`].
pub fn unpack_all(bytes: &[u8]) -> Result<Vec<(Document, &[u8])>, PackedError> {
    let (mut notes, mut rest) = (Vec::new(), bytes);
    while !rest.is_empty() {
        let (document, after) = unpack_first(rest)?;
        notes.push((document, &rest[..rest.len() - after.len()]));
        rest = after;
    }
    Ok(notes)
}

/// The first note in `bytes`, and the bytes after it.
fn unpack_first(bytes: &[u8]) -> Result<(Document, &[u8]), PackedError> {
    let ((source, reading, note), rest): ((Source, PackedReading, Note), _) = postcard::take_from_bytes(bytes)?;
    let reading = reading.unpack(&source.text).ok_or(PackedError(None))?;
    Ok((Document { source, reading, note }, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let text = "Excellency,\nthe dialogue will be he1d on 8 Septernber 2015, from 10 a.m. to 1 p.m. See Al69/98L.";
        let read = super::super::read("a.txt", text.as_bytes()).expect("a text");
        let bytes = pack(&read);
        let back = unpack(&bytes).expect("packed");
        assert_eq!((&back.source, &back.note), (&read.source, &read.note));
        assert_same_reading(&back, &read);
        assert!(unpack(&bytes[..bytes.len() / 2]).is_err());
        assert!(unpack(b"nothing packed").is_err());
    }

    /// But for the tokens, which are not packed.
    fn assert_same_reading(back: &Document, read: &Document) {
        let (back, read) = (&back.reading, &read.reading);
        assert_eq!(back.text(), read.text());
        assert_eq!((back.blocks(), back.edits()), (read.blocks(), read.edits()));
        for at in (0..read.text().len()).filter(|&at| read.text().is_char_boundary(at)) {
            assert_eq!(back.raw_span(at..at), read.raw_span(at..at));
        }
        for span in read.edits().iter().map(|edit| edit.span) {
            assert_eq!(back.read_range(span), read.read_range(span));
        }
    }

    #[test]
    fn packed_notes_stand_one_after_another() {
        let packed = ["one", "two"].map(|text| {
            let read = super::super::read("a.txt", text.as_bytes()).expect("a text");
            pack(&read)
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
        fn any_text_comes_out_again(text in "([ -~]{0,30}|Al69/98L|he1d on 8 Septernber|<p>é</p>|&amp;|\n+- |\t){0,12}") {
            let read = super::super::parse::parse(Source { name: "a.txt".into(), text });
            let back = unpack(&pack(&read)).expect("packed");
            assert_eq!((&back.source, &back.note), (&read.source, &read.note));
            assert_same_reading(&back, &read);
        }

        #[test]
        fn any_bytes_are_taken_out_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            drop(unpack(&bytes));
            drop(unpack_all(&bytes));
        }
    }
}
