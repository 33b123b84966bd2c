//! The parts of a note, and what they are called.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Which part of the note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SectionKind {
    /// The covering letter.
    Letter,
    /// The title block.
    Title,
    /// Background.
    Background,
    /// Purpose.
    Purpose,
    /// Expected outcomes.
    Outcomes,
    /// Documents.
    Documents,
    /// Programme.
    Programme,
    /// Anything else under a heading of its own.
    Other,
}

impl SectionKind {
    /// All of them, in the order in which most notes have them.
    pub const ALL: [Self; 8] = [
        Self::Letter,
        Self::Title,
        Self::Background,
        Self::Purpose,
        Self::Outcomes,
        Self::Documents,
        Self::Programme,
        Self::Other,
    ];

    /// Its name for programs, in JSON and in links.
    pub fn name(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Title => "title",
            Self::Background => "background",
            Self::Purpose => "purpose",
            Self::Outcomes => "outcomes",
            Self::Documents => "documents",
            Self::Programme => "programme",
            Self::Other => "other",
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Letter => "Letter",
            Self::Title => "Title",
            Self::Background => "Background",
            Self::Purpose => "Purpose",
            Self::Outcomes => "Expected outcomes",
            Self::Documents => "Documents",
            Self::Programme => "Programme",
            Self::Other => "Other",
        }
    }
}

impl FromStr for SectionKind {
    type Err = String;

    /// The section of this [name](Self::name); else a message that says which there are.
    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|kind| kind.name() == name);
        found.ok_or_else(|| format!("expected one of {}", Self::ALL.map(Self::name).join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::SectionKind;

    #[test]
    fn a_section_has_the_name_that_json_has() {
        for kind in SectionKind::ALL {
            assert_eq!(serde_json::to_value(kind).ok(), Some(kind.name().into()));
            assert_eq!(kind.name().parse(), Ok(kind));
        }
        assert!("annex".parse::<SectionKind>().is_err_and(|why| why.ends_with("programme, other")));
    }
}
