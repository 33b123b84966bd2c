//! From bytes to text: UTF-8, UTF-16 and Windows-1252.
//!
//! The encodings are told apart as a careful person would: a byte-order mark decides; without one, valid UTF-8 is UTF-8,
//! zero bytes on one side of nearly every pair are UTF-16, and the rest is Windows-1252 as the WHATWG Encoding Standard
//! maps it, unless it holds bytes that no text holds.

use std::fmt;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20_000_000;

/// How pictures begin, and their formats. None of them begins a text.
const PICTURES: [(&[u8], &str); 6] = [
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
];

/// Why a file's bytes were not read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// There is nothing but white space in it.
    Empty,
    /// It holds this many bytes, over [`MAX_BYTES`].
    TooLarge(usize),
    /// It is a PDF, whose text a reader can copy out of it.
    Pdf,
    /// It is a picture in this format.
    Picture(&'static str),
    /// It is a Word document, or something else that is zipped.
    Zipped,
    /// It is no text: the offset of the first byte that says so, where it is not all of them together.
    Binary(Option<usize>),
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the file is empty; expected the text of a note"),
            Self::TooLarge(bytes) => f.write_str(&too_large(*bytes)),
            Self::Pdf => write!(f, "the file is a PDF; expected a note as text: open it, copy its text and paste it"),
            Self::Picture(format) => write!(
                f,
                "the file is a picture ({format}); expected a note as text: have its words recognised (OCR), and give these"
            ),
            Self::Zipped => write!(
                f,
                "the file is a Word document (or another zipped file); expected a note as text: open it, copy its text and \
                 paste it"
            ),
            Self::Binary(at) => {
                write!(f, "the file is not text")?;
                at.map_or(Ok(()), |at| write!(f, " (its byte {at} stands in no text)"))?;
                write!(f, "; expected a note as plain text, UTF-8, UTF-16 or Windows-1252")
            }
        }
    }
}

impl std::error::Error for DecodeError {}

/// What is to be said of a file of so many bytes, over [`MAX_BYTES`].
pub fn too_large(bytes: usize) -> String {
    // Without fractions, whose printing is more than all else that a first visit to the page prints.
    let (tenths, most) = ((bytes + 50_000) / 100_000, MAX_BYTES / 1_000_000);
    format!("the file has {}.{} MB; expected the text of a note, at most {most} MB", tenths / 10, tenths % 10)
}

/// The text that `bytes` encode.
///
/// # Errors
/// See [`DecodeError`].
pub fn decode(bytes: &[u8]) -> Result<String, DecodeError> {
    if bytes.len() > MAX_BYTES {
        return Err(DecodeError::TooLarge(bytes.len()));
    }
    if bytes.starts_with(b"%PDF-") {
        return Err(DecodeError::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(DecodeError::Zipped);
    }
    if let Some((_, format)) = PICTURES.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(DecodeError::Picture(format));
    }
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ if bytes.contains(&0) => match zeros(bytes) {
            (even, odd) if odd > even && odd * 5 > bytes.len() => utf16(bytes, u16::from_le_bytes)?,
            (even, odd) if even > odd && even * 5 > bytes.len() => utf16(bytes, u16::from_be_bytes)?,
            _ => return Err(binary(bytes)),
        },
        _ => match std::str::from_utf8(bytes) {
            // All bytes are looked at, many at once.
            Ok(text) if !text.bytes().fold(false, |found, byte| found | is_binary(byte)) => text.to_owned(),
            Ok(_) => return Err(binary(bytes)),
            Err(_) => windows_1252(bytes)?,
        },
    };
    let blank = |c: char| c.is_whitespace() || c == '\u{FEFF}';
    if text.chars().all(blank) { Err(DecodeError::Empty) } else { Ok(text) }
}

/// Control characters that stand in no text; tab, line feed, form feed and carriage return do.
fn is_binary(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F)
}

fn binary(bytes: &[u8]) -> DecodeError {
    DecodeError::Binary(bytes.iter().position(|&b| is_binary(b)))
}

/// How many zero bytes stand at even and at odd offsets.
fn zeros(bytes: &[u8]) -> (usize, usize) {
    let count = |from| bytes.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    (count(0), count(1))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, DecodeError> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    let bad = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER || (c.is_control() && !c.is_whitespace()));
    if bad.count() * 50 > text.chars().count() { Err(DecodeError::Binary(None)) } else { Ok(text) }
}

/// Windows-1252, unless a control character or an unassigned byte shows that it is none.
fn windows_1252(bytes: &[u8]) -> Result<String, DecodeError> {
    /// What 0x80 to 0x9F stand for; zero where unassigned.
    const HIGH: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”',
        '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    let decoded = bytes.iter().enumerate().map(|(at, &byte)| match byte {
        _ if is_binary(byte) => Err(DecodeError::Binary(Some(at))),
        0x80..=0x9F => match HIGH[usize::from(byte - 0x80)] {
            '\0' => Err(DecodeError::Binary(Some(at))),
            c => Ok(c),
        },
        _ => Ok(char::from(byte)),
    });
    let text: String = decoded.collect::<Result<_, _>>()?;
    // Text in a Western language is letters above all; compressed or encrypted bytes are not.
    let foreign = bytes.iter().filter(|&&b| b >= 0x80).count();
    if foreign * 3 > bytes.len() { Err(DecodeError::Binary(None)) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::{DecodeError, decode};

    #[test]
    fn a_byte_is_named_only_where_one_is_to_blame() {
        assert_eq!(decode(b"a note\x07"), Err(DecodeError::Binary(Some(6))));
        let foreign = decode(&[0xE4; 60]).expect_err("no Western text");
        assert_eq!(foreign, DecodeError::Binary(None));
        assert!(!foreign.to_string().contains("byte"), "{foreign}");
    }
}
