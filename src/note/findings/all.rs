//! All rules, and how they are run.

use std::collections::BTreeSet;

use super::rule::Rule;
use super::{
    contact_mismatch, count_conflict, date_conflict, missing, time_conflict, title_conflict, weekday_mismatch,
};
use crate::note::model::{Finding, FindingKind, Note};
use crate::note::outline::Outline;
use crate::text::Span;

/// All kinds, in the order in which their rules are run.
const KINDS: [FindingKind; 7] = [
    FindingKind::DateConflict,
    FindingKind::WeekdayMismatch,
    FindingKind::TitleConflict,
    FindingKind::CountConflict,
    FindingKind::ContactMismatch,
    FindingKind::TimeConflict,
    FindingKind::Missing,
];

/// The rule that makes findings of `kind`.
pub(in crate::note) fn rule_of(kind: FindingKind) -> &'static Rule {
    match kind {
        FindingKind::DateConflict => &date_conflict::RULE,
        FindingKind::WeekdayMismatch => &weekday_mismatch::RULE,
        FindingKind::TitleConflict => &title_conflict::RULE,
        FindingKind::CountConflict => &count_conflict::RULE,
        FindingKind::ContactMismatch => &contact_mismatch::RULE,
        FindingKind::TimeConflict => &time_conflict::RULE,
        FindingKind::Missing => &missing::RULE,
    }
}

/// The findings of all rules in the order of the text, what has no place last; one that is made twice stands once, with
/// all its places.
pub(in crate::note) fn findings(outline: &Outline<'_>, note: &Note) -> Vec<Finding> {
    let mut found: Vec<Finding> = KINDS.iter().flat_map(|&kind| (rule_of(kind).find)(outline, note)).collect();
    found.sort_by(|a, b| (a.kind, &a.value, a.spans.first()).cmp(&(b.kind, &b.value, b.spans.first())));
    // The places of the finding that stands.
    let spans = |finding: &Finding| finding.spans.iter().copied().collect();
    let mut known: BTreeSet<Span> = found.first().map(spans).unwrap_or_default();
    found.dedup_by(|again, first| {
        let same = again.kind == first.kind && again.value == first.value;
        if same {
            first.spans.extend(again.spans.drain(..).filter(|span| known.insert(*span)));
        } else {
            known = spans(again);
        }
        same
    });
    found.sort_by_key(|finding| (finding.spans.is_empty(), finding.spans.first().copied(), finding.kind));
    found
}
