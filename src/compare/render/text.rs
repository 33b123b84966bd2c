//! One note after the other: every fact with the words that say it, and every repair; as JSON, the notes as they were read.

use serde::Serialize;

use super::markdown::{Markdown, bold, escape};
use super::rendered::Rendered;
use super::tidy::Rows;
use crate::compare::comparison::{Comparison, Place};
use crate::compare::statements::{Fact, facts};
use crate::note::model::Note;
use crate::text::Span;

/// What each note says, and what was mended in reading it.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct TextView<'n>(Vec<NoteText<'n>>);

#[derive(Serialize)]
#[serde(transparent)]
struct NoteText<'n> {
    note: &'n Note,
    #[serde(skip)]
    column: usize,
    #[serde(skip)]
    facts: Vec<Quoted>,
}

/// A fact, and its words in the note as given.
struct Quoted {
    fact: Fact,
    quote: String,
}

impl<'n> TextView<'n> {
    pub(super) fn of(comparison: &Comparison<'n>) -> Self {
        let notes = comparison.columns().iter().enumerate().map(|(at, column)| {
            let document = column.document;
            let quoted = |fact: Fact| Quoted { quote: quote(&document.source.text, fact.span), fact };
            let facts = facts(&document.note).into_iter().map(quoted).collect();
            NoteText { note: &document.note, column: at, facts }
        });
        Self(notes.collect())
    }
}

fn quote(text: &str, span: Span) -> String {
    text.get(span.range()).unwrap_or_default().to_owned()
}

fn bytes(span: Span) -> String {
    format!("{}–{}", span.start, span.end)
}

impl Rendered for TextView<'_> {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "What the notes say");
        out.paragraph("Every fact with the words that say it, as given, and where they stand in the text, in bytes.");
        for note in &self.0 {
            out.heading(2, comparison.label(note.column));
            match note.facts.is_empty() {
                true => out.paragraph("Nothing was read from it."),
                false => {
                    let titles = ["what", "value", "words", "place"].map(str::to_owned);
                    out.table(
                        &titles,
                        note.facts.iter().map(|Quoted { fact, quote }| {
                            vec![bold(&fact.label), escape(&fact.value), escape(quote), bytes(fact.span)]
                        }),
                    );
                }
            }
            if !note.note.repairs.is_empty() {
                out.heading(3, "Mended in reading");
                let titles = ["given", "read", "why", "place"].map(str::to_owned);
                out.table(
                    &titles,
                    note.note.repairs.iter().map(|repair| {
                        let why = repair.rule.describe().to_owned();
                        vec![escape(&repair.from), escape(&repair.to), why, bytes(repair.span)]
                    }),
                );
            }
        }
    }

    fn rows(&self, rows: &mut Rows) {
        rows.quote();
        for note in &self.0 {
            let place = |span| Place { column: note.column, span };
            for Quoted { fact, .. } in &note.facts {
                rows.cited(&fact.label, &fact.value, place(fact.span));
            }
            for repair in &note.note.repairs {
                rows.cited(&format!("repair: {}", repair.rule.describe()), &repair.to, place(repair.span));
            }
        }
    }
}
