//! A note's findings as diagnostics: what a compiler would say of it, and where.
//!
//! A [`Diagnostic`] says what is wrong in a short phrase, where, and what would have been right; how it is shown is the
//! business of the command line and the page.
//!
//! ```
//! let bytes = "Dialogue on water\nGeneva, Monday, 24 June 2025\n\nProgramme\n10:00 Opening\n10:15 Panel\n".as_bytes();
//! let document = r2p_notes::note::read("2025.txt", bytes)?;
//! let all = r2p_notes::note::check(&document.note);
//! assert!(all.iter().any(|diagnostic| diagnostic.code() == "weekday-mismatch"));
//! # Ok::<(), r2p_notes::text::DecodeError>(())
//! ```

use super::findings;
use super::model::{FindingKind, Note};
use crate::text::Span;

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The note lacks something.
    Note,
    /// Something does not fit, and may yet be meant.
    Warning,
    /// Two statements cannot both be right.
    Error,
}

impl Severity {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that a careful reader would query, or that the note lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule it comes from.
    pub kind: FindingKind,
    /// How grave it is.
    pub severity: Severity,
    /// The place to mark; none where a missing fact has no place of its own.
    pub span: Option<Span>,
    /// Other places that bear on it.
    pub related: Vec<Span>,
    /// What is queried: the date, the title, the missing fact's key.
    pub value: String,
    /// What is wrong, in a few words.
    pub phrase: &'static str,
    /// The same in a sentence, with the facts.
    pub message: String,
    /// What would have been right.
    pub expected: String,
}

impl Diagnostic {
    /// The stable code of its rule: the finding's kind, as JSON has it.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }
}

impl FindingKind {
    /// The kind's name, as JSON has it.
    pub fn code(self) -> &'static str {
        match self {
            Self::DateConflict => "date-conflict",
            Self::WeekdayMismatch => "weekday-mismatch",
            Self::TitleConflict => "title-conflict",
            Self::CountConflict => "count-conflict",
            Self::ContactMismatch => "contact-mismatch",
            Self::TimeConflict => "time-conflict",
            Self::Missing => "missing",
        }
    }

    /// How grave a finding of this kind is.
    pub fn severity(self) -> Severity {
        match self {
            Self::DateConflict | Self::WeekdayMismatch | Self::TimeConflict => Severity::Error,
            Self::TitleConflict | Self::CountConflict | Self::ContactMismatch => Severity::Warning,
            Self::Missing => Severity::Note,
        }
    }
}

/// The findings of `note` and what it lacks, in the order of the text; what has no place stands last.
pub fn check(note: &Note) -> Vec<Diagnostic> {
    let diagnostic = |finding: &super::model::Finding| {
        let rule = findings::rule_of(finding.kind);
        let (span, related) = match finding.spans.split_first() {
            Some((first, others)) => (Some(*first), others.to_vec()),
            None => (None, Vec::new()),
        };
        Diagnostic {
            kind: finding.kind,
            severity: finding.kind.severity(),
            span,
            related,
            value: finding.value.clone(),
            phrase: rule.phrase,
            message: finding.message.clone(),
            expected: (rule.expected)(note, finding),
        }
    };
    note.findings.iter().map(diagnostic).collect()
}
