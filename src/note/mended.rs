//! Mends that are made where a value is read, not where its words are: put on record as repairs like all others.
//!
//! A name is read as it stands elsewhere in the note, a row's title as the formula that it is, a host as the one that other
//! addresses have. Where a value's words are not those of the reading text at its place, what differs is a repair; one of
//! the text that lies there as well becomes part of it. Case and punctuation are not held against each other, nor is an
//! abbreviation that is written out.

use std::ops::Range;

use super::model::{Note, Pillar, Repair};
use super::phrase;
use crate::text::{Cited, Reading, Rule, Source};

/// Puts on record what the values of `note` read otherwise than `reading`.
pub(super) fn record(source: &Source, reading: &Reading, note: &mut Note) {
    let mends: Vec<(Range<usize>, String, Rule)> = texts(note)
        .into_iter()
        .filter_map(|cited| mend(reading, cited))
        .chain(number(reading, note))
        .chain(note.pillars.focus.iter().filter_map(|pillar| numeral(reading, pillar)))
        .collect();
    for (place, to, rule) in mends {
        add(source, reading, &mut note.repairs, place, &to, rule);
    }
}

/// The values that may be read otherwise than their words.
fn texts(note: &Note) -> Vec<&Cited<String>> {
    let letter = note.letter.iter().flat_map(|letter| [&letter.sender, &letter.office]);
    let contacts = note.participation.contacts.iter().flat_map(|contact| [&contact.name, &contact.email]);
    let entries = note.programme.entries.iter().flat_map(|entry| {
        let speakers = entry
            .speakers
            .iter()
            .flat_map(|speaker| [&speaker.name, &speaker.honorific, &speaker.office, &speaker.note]);
        std::iter::once(&entry.title).chain(speakers)
    });
    let all = letter.chain(contacts).chain(std::iter::once(&note.programme.status)).chain(entries);
    all.filter_map(Option::as_ref).collect()
}

/// Where the words of a value differ from those read at its place, what is read for them, and by which rule.
fn mend(reading: &Reading, cited: &Cited<String>) -> Option<(Range<usize>, String, Rule)> {
    let place = reading.read_range(cited.span);
    if reading.text()[place.clone()] == cited.value {
        return None;
    }
    let (read, meant) = (Words::of(&reading.text()[place.clone()]), Words::of(&cited.value));
    let (read_words, meant_words) = (read.differing(&meant)?, meant.differing(&read)?);
    // Far more words than the value has are words that stand between its parts.
    let between = read_words.len() > 2 * meant_words.len() + 1;
    let (given, to) = (read.text(read_words.clone()), meant.text(meant_words.clone()));
    let written_out = given.len() >= 3 && to.to_lowercase().starts_with(&given.to_lowercase());
    if between || written_out && read_words.len() == meant_words.len() {
        return None;
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let rule = match letters(given) == letters(to) {
        true if read_words.len() < meant_words.len() => Rule::Split,
        true => Rule::Join,
        false => Rule::Word,
    };
    let at = read.range(read_words);
    Some((place.start + at.start..place.start + at.end, to.to_owned(), rule))
}

/// The limit of an intervention where its number word is misread.
fn number(reading: &Reading, note: &Note) -> Option<(Range<usize>, String, Rule)> {
    let minutes = note.participation.minutes.as_ref()?;
    let place = reading.read_range(minutes.span);
    let text = &reading.text()[place.clone()];
    let stated = |word: &Range<usize>| text[word.clone()].split('-').any(|part| phrase::number(part).is_some());
    if phrase::words(text).any(|word| stated(&word)) {
        return None;
    }
    let word = phrase::words(text).next()?;
    Some((place.start + word.start..place.start + word.end, minutes.value.to_string(), Rule::Number))
}

/// A pillar's numeral where it is misread: `pillar lI`.
fn numeral(reading: &Reading, pillar: &Cited<Pillar>) -> Option<(Range<usize>, String, Rule)> {
    let place = reading.read_range(pillar.span);
    let text = &reading.text()[place.clone()];
    let word = phrase::words(text).last()?;
    let given = &text[word.clone()];
    let strokes = given.chars().all(|c| matches!(c, 'I' | 'l' | '1' | '|' | '!')) && given.contains(['l', '|', '!']);
    let numeral = "I".repeat(pillar.value as usize + 1);
    strokes.then(|| (place.start + word.start..place.start + word.end, numeral, Rule::Number))
}

/// Adds a repair of what stands at `place` of the reading text; those of the text that it touches become part of it.
fn add(source: &Source, reading: &Reading, repairs: &mut Vec<Repair>, place: Range<usize>, to: &str, rule: Rule) {
    let own = reading.raw_span(place.clone());
    let first = repairs.partition_point(|repair| repair.span.end <= own.start);
    let last = first + repairs[first..].iter().take_while(|repair| repair.span.start < own.end).count();
    let span = repairs[first..last].iter().fold(own, |span, repair| span.cover(repair.span));
    let around = if span == own { place.clone() } else { reading.read_range(span) };
    let around = around.start.min(place.start)..around.end.max(place.end);
    let (before, behind) = (&reading.text()[around.start..place.start], &reading.text()[place.end..around.end]);
    let (from, to) = (source.text[span.range()].to_owned(), format!("{before}{to}{behind}"));
    // Two values may be read from the same words.
    if span.start < span.end && from != to {
        repairs.splice(first..last, [Repair { span, from, to, rule }]);
    }
}

/// The words of a text, to be held against those of another.
struct Words<'t> {
    text: &'t str,
    words: Vec<Range<usize>>,
}

impl<'t> Words<'t> {
    fn of(text: &'t str) -> Self {
        let mut at = 0;
        let parts = text.split_inclusive(|c: char| !c.is_alphanumeric()).map(|part| {
            at += part.len();
            at - part.len()..at - part.len() + part.trim_end_matches(|c: char| !c.is_alphanumeric()).len()
        });
        Self { text, words: parts.filter(|part| !part.is_empty()).collect() }
    }

    fn word(&self, at: usize) -> &'t str {
        &self.text[self.words[at].clone()]
    }

    /// Which words are left when those at the beginning and the end are set aside that `other` has there as well.
    fn differing(&self, other: &Words<'_>) -> Option<Range<usize>> {
        let most = self.words.len().min(other.words.len());
        let same = |one: &str, other: &str| one == other || one.to_lowercase() == other.to_lowercase();
        let head = (0..most).take_while(|&i| same(self.word(i), other.word(i))).count();
        let last = |words: &Words<'_>, i: usize| words.words.len() - 1 - i;
        let tail = |&i: &usize| same(self.word(last(self, i)), other.word(last(other, i)));
        let tail = (0..most - head).take_while(tail).count();
        Some(head..self.words.len() - tail).filter(|left| left.start < left.end)
    }

    /// Where the words `at` stand.
    fn range(&self, at: Range<usize>) -> Range<usize> {
        self.words[at.start].start..self.words[at.end - 1].end
    }

    fn text(&self, at: Range<usize>) -> &'t str {
        &self.text[self.range(at)]
    }
}
