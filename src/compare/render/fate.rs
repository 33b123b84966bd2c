//! What became of a sentence, where only such sentences of a lineage are asked for.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::compare::language::Status;

/// What became of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// It stands in the first note, and could have stood in none before.
    First,
    /// It stood in no note before.
    New,
    /// It stood before in other words.
    Revised,
    /// It stood before in the same words.
    Carried,
    /// It stood in the note before and no more.
    Dropped,
}

impl Fate {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 5] = [Self::First, Self::New, Self::Revised, Self::Carried, Self::Dropped];

    /// Its name, for people and for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::New => "new",
            Self::Revised => "revised",
            Self::Carried => "carried",
            Self::Dropped => "dropped",
        }
    }
}

impl From<Status> for Fate {
    fn from(status: Status) -> Self {
        match status {
            Status::First => Self::First,
            Status::New => Self::New,
            Status::Revised => Self::Revised,
            Status::Carried => Self::Carried,
        }
    }
}

impl FromStr for Fate {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|fate| fate.name() == name);
        found.ok_or_else(|| format!("expected one of {}", Self::ALL.map(Self::name).join(", ")))
    }
}
