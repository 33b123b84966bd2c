//! What became of the files that a reader gave, and of those kept from earlier visits.

/// How far the notes kept from earlier visits have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// It is not known yet whether there are any.
    #[default]
    Sought,
    /// There are some, and they are being read.
    Read,
    /// All of them are here, or cannot be had.
    Here,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is a note and stands among the years under this key.
    Note {
        /// The key.
        key: String,
        /// Its label, and its theme where it has one.
        says: String,
    },
    /// The same text stands there already under this key.
    Twice {
        /// The key.
        key: String,
        /// Its label.
        label: String,
    },
    /// It is a text, but no note; it can be read under this key.
    Text {
        /// The key.
        key: String,
        /// What was looked for and not found.
        why: String,
    },
    /// It could not be read.
    Refused {
        /// What was expected, and what was found.
        why: String,
    },
}

/// A file that a reader gave, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The file's name.
    pub file: String,
    /// What became of it.
    pub outcome: Outcome,
}
