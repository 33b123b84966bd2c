//! Repairs as data: what stands in the raw text, what is read for it, and by which rule.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::span::Span;

/// Why a passage reads otherwise than it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A tag, an entity or a Markdown mark, which say how a text looks and not what it says.
    Markup,
    /// A word broken at a line's end, joined.
    Hyphen,
    /// A misread document symbol, brought to its official form.
    Symbol,
    /// A misread day, month or year.
    Date,
    /// A misread time of day.
    Time,
    /// Look-alike letters where a number stands.
    Number,
    /// A misread word, mended from the lexicon.
    Word,
    /// Two words that had run together.
    Split,
    /// The pieces of one word.
    Join,
    /// Punctuation misread for other punctuation, or for a letter.
    Punctuation,
    /// The mark that leads to a footnote.
    FootnoteMark,
    /// A ligature, a soft hyphen or a look-alike space written as plain letters.
    Character,
}

impl Rule {
    /// The rule in a few words, for people.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Markup => "markup left out",
            Self::Hyphen => "word joined across a line's end",
            Self::Symbol => "document symbol mended",
            Self::Date => "date mended",
            Self::Time => "time mended",
            Self::Number => "number mended",
            Self::Word => "misread word mended",
            Self::Split => "words parted",
            Self::Join => "word put together",
            Self::Punctuation => "punctuation mended",
            Self::FootnoteMark => "footnote mark left out",
            Self::Character => "character written out",
        }
    }
}

/// A passage of the raw text and what is read for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Where it stands.
    pub span: Span,
    /// What is read in its place; empty where it is left out.
    pub to: Cow<'static, str>,
    /// Why.
    pub rule: Rule,
}

impl Edit {
    /// Reads `to` for what stands at `span`.
    pub fn new(span: Span, to: impl Into<Cow<'static, str>>, rule: Rule) -> Self {
        Self { span, to: to.into(), rule }
    }
}
