//! Every mend is on record: what a value says otherwise than the words that it cites is a repair among them.

mod support;

use r2p_notes::note::Document;
use r2p_notes::note::model::Repair;
use r2p_notes::text::Span;
use serde_json::Value;
use support::age::age;
use support::borne_out::each_cited;
use support::corpus::{bundled, fixtures, json};

/// Values in an official form, which their words need not have.
const OFFICIAL: [&str; 4] = [".symbol", ".weekday", ".phone", ".office"];

#[test]
fn values_are_their_words_repaired() {
    let mut found = Vec::new();
    for specimen in bundled().into_iter().chain(fixtures()) {
        unrecorded(&specimen.read(), &specimen.stem, &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn values_of_aged_notes_are_their_words_repaired() {
    let mut found = Vec::new();
    for (i, specimen) in (0..).zip(bundled()) {
        for rate in [0.01, 0.02, 0.04] {
            for seed in 0..4 {
                let text = std::str::from_utf8(&specimen.bytes).expect("the bundled notes are UTF-8");
                let aged = specimen.with_bytes(age(text, rate, seed * 100 + i).into_bytes());
                unrecorded(&aged.read(), &format!("{} aged at {rate}, seed {seed}", specimen.stem), &mut found);
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Adds to `found` the values that have words which are neither at their spans nor in repairs there, a line each.
fn unrecorded(document: &Document, name: &str, found: &mut Vec<String>) {
    let raw = &document.source.text;
    each_cited(&json(document), &mut String::new(), &mut |path, value, span| {
        let Value::String(value) = value else { return };
        let edge = |i: usize| span[i].as_u64().and_then(|edge| usize::try_from(edge).ok()).expect("a span");
        let dated = value.starts_with(|c: char| c.is_ascii_digit()) && value.contains(['-', ':']);
        // `the third pillar` is the pillar III, `pillar lI` is misread.
        let spelt = path.contains(".focus") && raw[edge(0)..edge(1)].bytes().filter(u8::is_ascii_lowercase).count() > 7;
        if dated || spelt || OFFICIAL.iter().any(|official| path.contains(official)) {
            return;
        }
        let read = letters(&repaired(raw, &document.note.repairs, edge(0), edge(1)));
        let given = letters(raw.get(edge(0)..edge(1)).unwrap_or_default());
        let before = document.reading.read_range(Span::new(edge(0)..edge(1)));
        let touched = document.note.repairs.iter().any(|r| r.span.overlaps(Span::new(edge(0)..edge(1))));
        let before = if touched { letters(&document.reading.text()[before]) } else { String::new() };
        for word in value.split(|c: char| !c.is_alphanumeric()).map(letters).filter(|word| !word.is_empty()) {
            // A text may quote what another value mends, as it is given or as it was read before.
            if ![&read, &given, &before].iter().any(|words| words.contains(&word)) {
                found.push(format!("{name}{path}: {word:?} of {value:?} is not among {read:?}"));
            }
        }
    });
}

/// The words at `from..to` of `raw` with the repairs made that lie there, and those that reach beyond.
fn repaired(raw: &str, repairs: &[Repair], from: usize, to: usize) -> String {
    let mut text = String::new();
    let mut at = from;
    for repair in repairs.iter().filter(|repair| repair.span.range().start < to && from < repair.span.range().end) {
        let span = repair.span.range();
        text.push_str(raw.get(at..span.start.max(at)).unwrap_or_default());
        text.push_str(&repair.to);
        at = span.end.max(at);
    }
    text.push_str(raw.get(at..to.max(at)).unwrap_or_default());
    text
}

/// The letters and digits of `text`, small, their accents composed.
fn letters(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
