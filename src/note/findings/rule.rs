//! What a rule is.

use crate::note::model::{Finding, FindingKind, Note};
use crate::note::outline::Outline;
use crate::text::Span;

/// A rule: which kind of finding it makes, how it looks for them, and how it says what it expected.
pub(in crate::note) struct Rule {
    /// The kind of all its findings.
    pub(in crate::note) kind: FindingKind,
    /// What is wrong, in a few words.
    pub(in crate::note) phrase: &'static str,
    /// Looks for findings, in the order of the text.
    pub(super) find: fn(&Outline<'_>, &Note) -> Vec<Finding>,
    /// What would have been right where `Finding` stands.
    pub(in crate::note) expected: fn(&Note, &Finding) -> String,
}

impl Rule {
    /// A finding of this rule.
    pub(super) fn finding(&self, value: impl ToString, message: String, spans: Vec<Span>) -> Finding {
        Finding { kind: self.kind, value: value.to_string(), message, spans }
    }
}

#[cfg(test)]
impl Rule {
    /// The values of this rule's findings in a note.
    pub(super) fn values(&self, text: &str) -> Vec<String> {
        let note = crate::note::read("note", text.as_bytes()).expect("a note").note;
        let own = note.findings.into_iter().filter(|finding| finding.kind == self.kind);
        own.map(|finding| finding.value).collect()
    }
}
