//! What is expected of an event.

use crate::note::model::SectionKind;
use crate::note::outline::Outline;
use crate::text::Cited;

/// The sentences under Expected outcomes.
pub(in crate::note) fn outcomes(outline: &Outline<'_>) -> Vec<Cited<String>> {
    let headings: Vec<usize> = outline
        .parts
        .iter()
        .filter(|part| part.kind == SectionKind::Outcomes)
        .filter_map(|part| part.heading)
        .collect();
    outline
        .in_part(SectionKind::Outcomes)
        .filter(|sentence| headings.binary_search(&sentence.block).is_err())
        .map(|sentence| outline.cite(sentence.range.clone()))
        .collect()
}
