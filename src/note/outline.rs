//! A note's text with its parts and its sentences: what every reader of a fact begins with.

use std::ops::Range;

use super::block::in_text;
use super::full_stops::sentences;
use super::loose_heading;
use super::model::{Section, SectionKind};
use super::parts::{Part, Parts};
use super::phrase;
use super::word_index::WordIndex;
use crate::text::sentence::LONGEST;
use crate::text::{Block, BlockKind, Cited, Reading};

/// A sentence, with the block and the part that it stands in.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) range: Range<usize>,
    pub(super) block: usize,
    pub(super) part: SectionKind,
}

/// A note's text with its parts and its sentences: what every reader of a fact begins with.
pub(super) struct Outline<'a> {
    pub(super) reading: &'a Reading,
    /// Where its words stand.
    pub(super) words: WordIndex<'a>,
    /// For each block, the section that it is the heading of.
    pub(super) headings: Vec<Option<SectionKind>>,
    pub(super) parts: Vec<Part>,
    pub(super) sentences: Vec<Sentence>,
    /// The blocks before the first running text of the note proper: where titles and places stand.
    pub(super) title: Range<usize>,
}

impl<'a> Outline<'a> {
    /// Finds the parts and the sentences of `reading`.
    pub(super) fn of(reading: &'a Reading) -> Self {
        let words = WordIndex::of(reading.text());
        let blocks = reading.blocks();
        let Parts { parts, headings, title } = Parts::of(reading, &words);
        let mut split: Vec<Sentence> = Vec::new();
        for part in &parts {
            for block in part.blocks.clone() {
                if matches!(blocks[block].kind, BlockKind::Page | BlockKind::Footnote) {
                    continue;
                }
                let start = blocks[block].range.start;
                let text = reading.block_text(&blocks[block]);
                let headed = matches!(part.kind, SectionKind::Letter | SectionKind::Title);
                let run_in = if headed { None } else { loose_heading::run_in(text) };
                let run_in = run_in.map_or(0, |(_, length)| length);
                for sentence in sentences(text) {
                    // A paragraph's number is no part of what it says.
                    let lead = if sentence.start == 0 { paragraph_number(text) } else { 0 };
                    // Nor is a heading that runs in to it.
                    if run_in > 0 && sentence.end <= run_in {
                        continue;
                    }
                    let lead = if sentence.start < run_in { run_in - sentence.start } else { lead };
                    let range = start + sentence.start + lead..start + sentence.end;
                    let goes_on = |last: &Sentence| {
                        last.block == block
                            && range.end - last.range.start <= LONGEST
                            && is_parted(reading, &last.range)
                    };
                    match split.last_mut() {
                        Some(last) if goes_on(last) => last.range.end = range.end,
                        _ => split.push(Sentence { range, block, part: part.kind }),
                    }
                }
            }
        }
        Self { reading, headings, words, parts, sentences: split, title }
    }

    /// The words of a sentence.
    pub(super) fn text(&self, sentence: &Sentence) -> &'a str {
        &self.reading.text()[sentence.range.clone()]
    }

    /// Whether a block is the heading of a part.
    pub(super) fn heads_part(&self, block: usize) -> bool {
        let next = self.parts.partition_point(|part| part.blocks.start <= block);
        next.checked_sub(1).is_some_and(|at| self.parts[at].heading == Some(block))
    }

    /// The sentences in which any of `phrases` stands.
    pub(super) fn having<'p>(&'p self, phrases: &'p [&str]) -> impl Iterator<Item = &'p Sentence> {
        let places = self.words.places(phrases.iter().copied());
        let here = move |sentence: &&Sentence| places.any_in(&sentence.range);
        self.sentences.iter().filter(here).filter(|sentence| phrase::has_any(self.text(sentence), phrases))
    }

    /// The sentences of the parts of this kind.
    pub(super) fn in_part(&self, kind: SectionKind) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(move |sentence| sentence.part == kind)
    }

    /// The blocks of the parts of this kind, without page numbers and footnotes.
    pub(super) fn blocks_of(&self, kind: SectionKind) -> impl Iterator<Item = (usize, &'a Block)> {
        let blocks = self.reading.blocks();
        let of_kind = self.parts.iter().filter(move |part| part.kind == kind);
        of_kind.flat_map(|part| part.blocks.clone()).map(move |i| (i, &blocks[i])).filter(|(_, block)| in_text(block))
    }

    /// The words at `range` of the reading text, cited.
    pub(super) fn cite(&self, range: Range<usize>) -> Cited<String> {
        let given = &self.reading.text()[range.clone()];
        let mut text = String::with_capacity(given.len());
        // What stands in one cell of one block has single spaces already.
        if !given.is_ascii() || given.bytes().any(|byte| byte < b' ') {
            let mut words = given.split_whitespace();
            text.extend(words.next());
            words.for_each(|word| text.extend([" ", word]));
        } else {
            text.push_str(given.trim());
        }
        Cited::new(text, self.reading.raw_span(range))
    }

    /// The sections as the note has them.
    pub(super) fn sections(&self) -> Vec<Section> {
        let blocks = self.reading.blocks();
        let mut sections: Vec<Section> = Vec::new();
        for part in &self.parts {
            let inner = |i: &usize| in_text(&blocks[*i]);
            let Some(first) = part.blocks.clone().find(inner) else { continue };
            let last = part.blocks.clone().rfind(inner).unwrap_or(first);
            let span = self.reading.raw_span(blocks[first].range.start..blocks[last].range.end);
            let heading = part.heading.map(|i| self.cite(blocks[i].range.clone()));
            let start = sections.last().map_or(0, |section| section.span.end);
            let span = crate::text::Span { start: span.start.max(start), end: span.end.max(start) };
            match sections.last_mut() {
                Some(last) if last.kind == part.kind => last.span = last.span.cover(span),
                _ if span.start < span.end => sections.push(Section { kind: part.kind, heading, span }),
                _ => {}
            }
        }
        sections
    }
}

/// Whether a sentence seems to end within a date or another token, whose point is no full stop: `Mon. 25 June 2018`.
fn is_parted(reading: &Reading, sentence: &Range<usize>) -> bool {
    reading.tokens_in(sentence.clone()).last().is_some_and(|(place, _)| place.end > sentence.end)
}

/// How many bytes a paragraph's number and the space behind it take: `12. `, `3.1 `; `10.30 ` is an hour.
fn paragraph_number(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let Some(rest) = text[first..].strip_prefix('.').filter(|_| (1..=2).contains(&first)) else { return 0 };
    let rest = if digits(rest) == 1 { rest[1..].trim_start_matches('.') } else { rest };
    if rest.starts_with(' ') { text.len() - rest.trim_start().len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::paragraph_number;

    #[test]
    fn a_paragraph_s_number_is_told_from_an_hour() {
        for (text, length) in
            [("12. The", 4), ("3.1 The", 4), ("3.1. The", 5), ("10.30 a.m.", 0), ("3.5% of", 0), ("2019. The", 0)]
        {
            assert_eq!(paragraph_number(text), length, "{text}");
        }
    }
}
