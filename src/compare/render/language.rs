//! The word diff of two notes, and the lineage of all.

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use super::fate::Fate;
use super::markdown::{Markdown, bold, escape};
use super::rendered::Rendered;
use super::tidy::Rows;
use crate::compare::comparison::Comparison;
use crate::compare::language::{
    Chunk, ChunkKind, ColumnLineage, Diff, DiffBlock, DiffKind, Dropped, Lineage, Part, SentenceId, Status, Traced,
    diff, lineage,
};
use crate::note::model::SectionKind;

/// The word diff of two notes.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct DiffView(Diff);

impl DiffView {
    pub(super) fn of(comparison: &Comparison, section: Option<SectionKind>) -> Self {
        let part = |column| Part { column, section };
        Self(diff(comparison, part(0), part(1)))
    }
}

impl Rendered for DiffView {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        let diff = &self.0;
        let (old, new) = (comparison.label(diff.old.column), comparison.label(diff.new.column));
        out.heading(1, &format!("Language: {old} to {new}"));
        if let Some(section) = diff.new.section {
            out.paragraph(&format!("Section: {}.", section.title()));
        }
        let words = diff.words;
        out.paragraph(&format!(
            "{} words stand in both, {} have moved, {} are <ins>inserted</ins>, {} <del>deleted</del>.",
            words.equal, words.moved, words.inserted, words.deleted
        ));
        let mut paragraph: Vec<String> = Vec::new();
        for block in &diff.blocks {
            if block.begins_paragraph && !paragraph.is_empty() {
                out.paragraph(&std::mem::take(&mut paragraph).join(" "));
            }
            paragraph.push(block_text(block, old));
        }
        if !paragraph.is_empty() {
            out.paragraph(&paragraph.join(" "));
        }
    }

    fn rows(&self, rows: &mut Rows) {
        let diff = &self.0;
        for (field, count) in [
            ("words.equal", diff.words.equal),
            ("words.moved", diff.words.moved),
            ("words.inserted", diff.words.inserted),
            ("words.deleted", diff.words.deleted),
        ] {
            rows.counted(diff.new.column, field, count);
        }
        for block in &diff.blocks {
            let kind = block.kind.name();
            if let Some(new) = &block.new {
                rows.cited(kind, &new.text, new.place);
            }
            let from = match block.kind {
                DiffKind::Equal => continue,
                DiffKind::Deleted | DiffKind::MovedAway => kind.to_owned(),
                _ => format!("{kind}.from"),
            };
            if let Some(old) = &block.old {
                rows.cited(&from, &old.text, old.place);
            }
        }
    }
}

fn block_text(block: &DiffBlock, before: &str) -> String {
    let text = |wording: &Option<crate::compare::language::diff::Wording>| {
        wording.as_ref().map_or("", |w| w.text.as_str()).to_owned()
    };
    let (old, new) = (text(&block.old), text(&block.new));
    let number = block.moved.map_or_else(String::new, |number| format!(" {number}"));
    match block.kind {
        DiffKind::Equal => escape(&new),
        DiffKind::Revised => changes(&old, &new, &block.chunks),
        DiffKind::Inserted => format!("<ins>{}</ins>", escape(&new)),
        DiffKind::Deleted => format!("<del>{}</del>", escape(&old)),
        DiffKind::MovedHere if block.chunks.is_empty() => format!("⟨moved{number}: {}⟩", escape(&new)),
        DiffKind::MovedHere => format!("⟨moved{number}: {}⟩", changes(&old, &new, &block.chunks)),
        DiffKind::MovedAway => {
            let first: Vec<&str> = old.split_whitespace().take(5).collect();
            format!("⟨here in {} moved{number}: {} …⟩", escape(before), escape(&first.join(" ")))
        }
    }
}

/// The chunks in one text: what was deleted, then what was inserted, each marked, with the spaces of its own text.
fn changes(old: &str, new: &str, chunks: &[Chunk]) -> String {
    let mut out = String::new();
    let (mut reached_old, mut reached_new) = (0, 0);
    for chunk in chunks {
        let spaced =
            |text: &str, from: usize, to: usize| from < to && text.get(from..to).is_some_and(|gap| !gap.is_empty());
        let mut part = |text: &str, tag: &str, spaced: bool| {
            if !text.is_empty() {
                let space = if spaced && !out.is_empty() { " " } else { "" };
                match tag {
                    "" => out.push_str(&format!("{space}{}", escape(text))),
                    _ => out.push_str(&format!("{space}<{tag}>{}</{tag}>", escape(text))),
                }
            }
        };
        if chunk.kind != ChunkKind::Equal {
            part(&old[chunk.old.clone()], "del", spaced(old, reached_old, chunk.old.start));
        }
        let tag = if chunk.kind == ChunkKind::Equal { "" } else { "ins" };
        let inserted = &new[chunk.new.clone()];
        let after_deleted = chunk.kind == ChunkKind::Replaced && inserted.starts_with(char::is_alphanumeric);
        part(inserted, tag, after_deleted || spaced(new, reached_new, chunk.new.start));
        (reached_old, reached_new) = (chunk.old.end.max(reached_old), chunk.new.end.max(reached_new));
    }
    out
}

/// The lineage of all sentences, or of those asked for.
pub(super) struct LineageView {
    lineage: Lineage,
    only: Option<Fate>,
    of: Option<usize>,
}

impl LineageView {
    pub(super) fn of(comparison: &Comparison, only: Option<Fate>, of: Option<usize>) -> Self {
        Self { lineage: lineage(comparison), only, of }
    }

    /// Whether a note's sentences are asked for.
    fn lists(&self, column: usize) -> bool {
        self.of.is_none_or(|of| of == column)
    }

    /// The sentences of a note that are asked for.
    fn sentences<'l>(&self, column: &'l ColumnLineage) -> impl Iterator<Item = &'l Traced> {
        let (only, listed) = (self.only, self.lists(column.column));
        let wanted = move |sentence: &Traced| only.is_none_or(|only| only == Fate::from(sentence.status));
        column.sentences.iter().filter(move |sentence| listed && wanted(sentence))
    }

    /// What a note drops, where that is asked for.
    fn dropped<'l>(&self, column: &'l ColumnLineage) -> &'l [Dropped] {
        let wanted = self.lists(column.column) && matches!(self.only, None | Some(Fate::Dropped));
        if wanted { &column.dropped } else { &[] }
    }
}

/// All of it as it is; else the sentences asked for, and beside them those that dropped ones refer to.
impl Serialize for LineageView {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        if self.only.is_none() && self.of.is_none() {
            return self.lineage.serialize(out);
        }
        let mut part = self.lineage.clone();
        let dropped = self.lineage.columns.iter().flat_map(|column| self.dropped(column));
        let referred: BTreeSet<SentenceId> = dropped.map(|dropped| dropped.sentence).collect();
        for (own, column) in part.columns.iter_mut().zip(&self.lineage.columns) {
            let listed: BTreeSet<SentenceId> = self.sentences(column).map(|sentence| sentence.id).collect();
            own.sentences.retain(|sentence| listed.contains(&sentence.id) || referred.contains(&sentence.id));
            own.dropped = self.dropped(column).to_vec();
        }
        part.serialize(out)
    }
}

impl Rendered for LineageView {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "Lineage");
        out.paragraph(
            "Words by what became of their sentences; what is its own is new, or put in place of other words.",
        );
        let titles = ["year", "words", "new", "carried", "revised", "its own"].map(str::to_owned);
        out.table(
            &titles,
            self.lineage.columns.iter().map(|column| {
                let share = column.share;
                let part =
                    |words: usize| format!("{words} ({:.0} %)", 100.0 * words as f64 / share.words.max(1) as f64);
                let label = escape(comparison.label(column.column));
                let mut row = vec![label, share.words.to_string()];
                match share.own() {
                    Some(own) => row.extend([
                        part(share.new),
                        part(share.carried),
                        part(share.revised),
                        format!("{:.0} %", 100.0 * own),
                    ]),
                    None => row.extend(["", "", "", "the first"].map(str::to_owned)),
                }
                row
            }),
        );
        for column in &self.lineage.columns {
            if !self.lists(column.column) {
                continue;
            }
            out.heading(2, comparison.label(column.column));
            out.list(self.sentences(column).map(|sentence| self.sentence(comparison, sentence)));
            let gone = self.dropped(column);
            if !gone.is_empty() {
                out.paragraph(&format!("Dropped since {}:", escape(comparison.label(column.column - 1))));
                out.list(gone.iter().filter_map(|dropped| {
                    let old = self.lineage.sentence(dropped.sentence)?;
                    let by = dropped.replaced_by.and_then(|by| self.lineage.sentence(by));
                    let by = by.map_or_else(String::new, |by| format!(", in its place: {}", escape(&by.text)));
                    Some(format!("<del>{}</del>{by}", escape(&old.text)))
                }));
            }
        }
    }

    fn rows(&self, rows: &mut Rows) {
        for column in &self.lineage.columns {
            let at = column.column;
            let share = column.share;
            for (field, words) in [
                ("words", share.words),
                ("words.first", share.first),
                ("words.new", share.new),
                ("words.carried", share.carried),
                ("words.revised", share.revised),
                ("words.rewritten", share.rewritten),
            ] {
                rows.counted(at, field, words);
            }
            if let Some(own) = share.own() {
                rows.counted(at, "own share", format!("{own:.4}"));
            }
            for sentence in self.sentences(column) {
                rows.cited(
                    &format!("{}:{}", Fate::from(sentence.status).name(), sentence.thread),
                    &sentence.text,
                    sentence.place,
                );
            }
            for dropped in self.dropped(column).iter().filter_map(|dropped| self.lineage.sentence(dropped.sentence)) {
                rows.cited(&format!("last:{}", dropped.thread), &dropped.text, dropped.place);
            }
        }
    }
}

impl LineageView {
    fn sentence(&self, comparison: &Comparison, sentence: &Traced) -> String {
        let first = comparison.label(sentence.first);
        let from = sentence.from.first().map_or("", |from| comparison.label(from.column));
        let how = match sentence.status {
            Status::First => "first".to_owned(),
            Status::New => "new".to_owned(),
            Status::Carried if first == from => format!("carried from {from}"),
            Status::Carried => format!("carried from {from}, first {first}"),
            Status::Revised if first == from => format!("revised from {from}"),
            Status::Revised => format!("revised from {from}, first {first}"),
        };
        let how = match (sentence.split, sentence.from.len() > 1) {
            (true, _) => format!("{how}, split"),
            (false, true) => format!("{how}, merged"),
            (false, false) => how,
        };
        let text = match &sentence.old_text {
            Some(old) => changes(old, &sentence.text, &sentence.changes),
            None => escape(&sentence.text),
        };
        format!("{}: {text}", bold(&how))
    }
}
