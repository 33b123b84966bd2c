//! What became of a sentence, where only such sentences of a lineage are asked for.

use std::str::FromStr;

/// What became of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stood in no note before.
    New,
    /// It stood before in other words.
    Revised,
    /// It stood before in the same words.
    Carried,
    /// It stood in the note before and no more.
    Dropped,
}

impl FromStr for Fate {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "new" => Ok(Self::New),
            "revised" => Ok(Self::Revised),
            "carried" => Ok(Self::Carried),
            "dropped" => Ok(Self::Dropped),
            _ => Err("expected one of new, revised, carried, dropped".to_owned()),
        }
    }
}
