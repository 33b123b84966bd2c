//! A diagnostic as a compiler prints it: the line, the words underlined, what was expected.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use r2p_notes::note::{Diagnostic, Document, Severity};

/// The diagnostic in the text of the file called `path`.
pub(crate) fn shown(path: &str, document: &Document, diagnostic: &Diagnostic, styled: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code());
    let expected = Level::NOTE.message(format!("expected {}", diagnostic.expected));
    let report = match diagnostic.span {
        None => title.element(Origin::path(path)).element(expected),
        Some(span) => {
            let first = AnnotationKind::Primary.span(span.range()).label(diagnostic.value.as_str());
            let others = diagnostic.related.iter().map(|span| AnnotationKind::Context.span(span.range()));
            let snippet = Snippet::source(document.source.text.as_str()).path(path);
            title.element(snippet.annotations(std::iter::once(first).chain(others))).element(expected)
        }
    };
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[report])
}
