//! A finding as a compiler prints it: the line, the words underlined, what the rule is.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use r2p_notes::compare::queries::finding_name;
use r2p_notes::note::Document;
use r2p_notes::note::model::{Finding, FindingKind};

/// The finding in the text of the file called `path`.
pub(crate) fn shown(path: &str, document: &Document, finding: &Finding, styled: bool) -> String {
    let title = Level::WARNING.primary_title(finding.message.as_str()).id(finding_name(finding.kind));
    let text = document.source.text.as_str();
    let annotations = finding.spans.iter().enumerate().map(|(i, span)| match i {
        0 => AnnotationKind::Primary.span(span.range()).label(finding.value.as_str()),
        _ => AnnotationKind::Context.span(span.range()),
    });
    let snippet = Snippet::source(text).path(path).annotations(annotations);
    let rule = Level::NOTE.message(rule(finding.kind));
    let report = match finding.spans.is_empty() {
        true => title.element(annotate_snippets::Origin::path(path)).element(rule),
        false => title.element(snippet).element(rule),
    };
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[report])
}

/// What a rule expects.
fn rule(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::DateConflict => "expected one date for the event, and a deadline before it",
        FindingKind::WeekdayMismatch => "expected the weekday of that date",
        FindingKind::TitleConflict => "expected one wording of this year's title",
        FindingKind::CountConflict => "expected as many reports as are listed, with or without this year's",
        FindingKind::ContactMismatch => "expected the address that the sentence asks for",
        FindingKind::TimeConflict => "expected rows in order, within the sittings, none over another",
        FindingKind::Missing => "expected what such a note always has",
    }
}
