//! A note's text as given.

use serde::{Deserialize, Serialize};

use super::decode::{DecodeError, decode};

/// A file's name and its text as decoded to UTF-8, before any repair. Spans point into `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file's name, as given.
    pub name: String,
    /// The text; of a UTF-8 file its very bytes, a byte-order mark included.
    pub text: String,
}

impl Source {
    /// Decodes `bytes`.
    ///
    /// # Errors
    /// When the file is empty, larger than [`MAX_BYTES`](super::decode::MAX_BYTES), or no text.
    pub fn decode(name: impl Into<String>, bytes: &[u8]) -> Result<Self, DecodeError> {
        Ok(Self { name: name.into(), text: decode(bytes)? })
    }
}
