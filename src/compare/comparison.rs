//! Notes side by side, in the order of their years.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use super::paragraphs::{Paragraph, paragraphs};
use super::words::{Word, words_of};
use crate::note::Document;
use crate::note::model::SectionKind;
use crate::text::{Cited, Span};

/// Where a value stands: in which note, and where in its raw text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// The note, as an index into [`Comparison::columns`].
    pub column: usize,
    /// The words, in the note's raw text.
    pub span: Span,
}

/// The part of a note in which something stands, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Whereabouts {
    /// The section; absent where the note has none there.
    pub section: Option<SectionKind>,
    /// The paragraph within it; absent where it is none that a reader would count.
    pub paragraph: Option<Paragraph>,
}

/// Notes side by side. The order in which they were given never matters.
#[derive(Debug)]
pub struct Comparison<'a> {
    columns: Vec<Column<'a>>,
}

/// One note of a comparison.
#[derive(Debug)]
pub struct Column<'a> {
    /// Its year, or the file's name where it states none; `2014 (2)` for the second note of a year.
    pub label: String,
    /// Its year.
    pub year: Option<i16>,
    /// The note itself.
    pub document: &'a Document,
    words: OnceCell<Vec<Word>>,
    sections: OnceCell<Vec<(Range<usize>, SectionKind)>>,
    paragraphs: OnceCell<Vec<Option<Paragraph>>>,
}

impl<'a> Comparison<'a> {
    /// Puts notes in the order of their years, then of their names; notes without a year come last.
    pub fn new(documents: impl IntoIterator<Item = &'a Document>) -> Self {
        let mut documents: Vec<&Document> = documents.into_iter().collect();
        documents.sort_by_key(|document| {
            let year = year_of(document);
            (year.is_none(), year, &document.source.name, &document.source.text)
        });
        Self::in_order(documents)
    }

    /// Puts notes in the order given, which is that of their years; of those of one year, the caller's own.
    pub fn in_order(documents: impl IntoIterator<Item = &'a Document>) -> Self {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let columns = documents.into_iter().map(|document| {
            let year = year_of(document);
            let base = year.map_or_else(|| document.source.name.clone(), |year| year.to_string());
            let times = seen.entry(base.clone()).or_insert(0);
            *times += 1;
            let label = if *times == 1 { base } else { format!("{base} ({times})") };
            Column {
                label,
                year,
                document,
                words: OnceCell::new(),
                sections: OnceCell::new(),
                paragraphs: OnceCell::new(),
            }
        });
        Self { columns: columns.collect() }
    }

    /// The notes, in order.
    pub fn columns(&self) -> &[Column<'a>] {
        &self.columns
    }

    /// The label of the note at `column`.
    pub fn label(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", |column| &column.label)
    }
}

impl Column<'_> {
    /// The words of the note's reading text, without page numbers and running heads.
    pub fn words(&self) -> &[Word] {
        self.words.get_or_init(|| words_of(&self.document.reading))
    }

    /// In which section and paragraph the byte at `read` of the reading text stands.
    pub fn whereabouts(&self, read: usize) -> Whereabouts {
        let blocks = self.document.reading.blocks();
        let block = blocks.partition_point(|block| block.range.end <= read);
        let paragraphs = self.paragraphs.get_or_init(|| paragraphs(self.document));
        Whereabouts { section: self.section_at(read), paragraph: paragraphs.get(block).copied().flatten() }
    }

    /// The section in which the byte at `read` of the reading text stands.
    pub(super) fn section_at(&self, read: usize) -> Option<SectionKind> {
        self.section_holding(read).map(|(_, kind)| *kind)
    }

    /// The section that holds the byte at `read` of the reading text, with its range. Logarithmic in the number of
    /// sections, which follow each other in the text.
    fn section_holding(&self, read: usize) -> Option<&(Range<usize>, SectionKind)> {
        let sections = self.sections();
        let until = sections.partition_point(|(range, _)| range.start <= read);
        sections[..until].last().filter(|(range, _)| range.contains(&read))
    }

    /// The sections of the note, by their ranges in the reading text.
    pub(super) fn sections(&self) -> &[(Range<usize>, SectionKind)] {
        self.sections.get_or_init(|| {
            let Document { reading, note, .. } = self.document;
            note.sections.iter().map(|section| (reading.read_range(section.span), section.kind)).collect()
        })
    }
}

/// A value with the note it was read from.
pub(super) fn place_of<T>(column: usize, cited: &Cited<T>) -> Place {
    Place { column, span: cited.span }
}

fn year_of(document: &Document) -> Option<i16> {
    document.note.year.as_ref().map(|year| year.value)
}
