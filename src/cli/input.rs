//! Files into documents.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use r2p_notes::note::{self, Document, NotANote};
use r2p_notes::text::DecodeError;
use r2p_notes::text::decode::MAX_BYTES;

/// Why a file was not read as a note.
#[derive(Debug)]
pub(crate) enum InputError {
    /// It was not read at all.
    Io(io::Error),
    /// It is no text.
    Decode(DecodeError),
    /// It is no such note.
    NotANote(NotANote),
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => match error.kind() {
                io::ErrorKind::NotFound => write!(f, "there is no such file; expected the text of a note"),
                io::ErrorKind::PermissionDenied => write!(f, "the file may not be read; expected the text of a note"),
                io::ErrorKind::IsADirectory => write!(f, "this is a folder; expected the text of a note"),
                _ => write!(f, "the file was not read: {error}"),
            },
            Self::Decode(error) => error.fmt(f),
            Self::NotANote(error) => error.fmt(f),
        }
    }
}

/// Reads a file, or standard input for `-`, as a text, whether it is a note or not.
pub(crate) fn read_text(path: &Path) -> Result<Document, InputError> {
    let is_stdin = path == Path::new("-");
    let bytes = if is_stdin { read_all(io::stdin().lock()) } else { File::open(path).and_then(read_all) };
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    note::read(&name, &bytes.map_err(InputError::Io)?).map_err(InputError::Decode)
}

/// Reads a file as a note.
pub(crate) fn read_note(path: &Path) -> Result<Document, InputError> {
    let document = read_text(path)?;
    document.check_is_note().map_err(InputError::NotANote)?;
    Ok(document)
}

/// All bytes, and no more than tell that there are too many.
fn read_all(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
