//! What marks a footnote.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What marks a footnote, in the text and before its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FootnoteMark {
    /// A number, from one.
    Number(u32),
    /// A small letter.
    Letter(char),
    /// So many stars.
    Stars(u8),
}

impl FootnoteMark {
    /// The number that it is.
    pub(super) fn number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            Self::Letter(_) | Self::Stars(_) => None,
        }
    }
}

impl fmt::Display for FootnoteMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Letter(letter) => write!(f, "{letter}"),
            Self::Stars(stars) => (0..*stars).try_for_each(|_| write!(f, "*")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FootnoteMark;

    #[test]
    fn a_mark_is_written_as_it_stands() {
        let written = [FootnoteMark::Number(12), FootnoteMark::Letter('b'), FootnoteMark::Stars(2)];
        assert_eq!(written.map(|mark| mark.to_string()), ["12", "b", "**"]);
    }
}
