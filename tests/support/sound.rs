//! What holds of every document, whatever was read.

use std::ops::Range;

use r2p_notes::note::Document;
use serde_json::Value;

/// Panics unless every span is in bounds, not empty and on character boundaries, the sections and the repairs stand in
/// order without overlap, every repair quotes what stands there, and the reading text leads back into the raw text.
pub fn assert_sound(document: &Document) {
    let raw = document.source.text.as_str();
    assert_eq!(document.note.source.bytes, raw.len(), "the length of the text");
    let json = serde_json::to_value(&document.note).expect("a note serialises");
    each_span(&json, &mut String::new(), &mut |path, start, end| {
        assert!(start < end && raw.get(start..end).is_some(), "{path}: {start}..{end} of {}", raw.len());
    });
    let sections = document.note.sections.iter().map(|section| section.span);
    let repairs = document.note.repairs.iter().map(|repair| repair.span);
    for (what, spans) in [("sections", sections.collect::<Vec<_>>()), ("repairs", repairs.collect())] {
        for pair in spans.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{what} out of order: {pair:?}");
        }
    }
    for repair in &document.note.repairs {
        assert_eq!(repair.from, raw[repair.span.range()], "a repair quotes what does not stand there");
        assert_ne!(repair.from, repair.to, "a repair changes nothing");
    }
    for block in document.reading.blocks().iter().filter(|block| !block.range.is_empty()) {
        assert!(document.reading.text().get(block.range.clone()).is_some(), "a block out of bounds: {block:?}");
        let span = document.reading.raw_span(block.range.clone());
        assert!(raw.get(span.range()).is_some(), "{block:?} was read from {span:?} of {}", raw.len());
    }
}

/// Calls `found` with every span in a note's JSON and the path to it.
fn each_span(x: &Value, path: &mut String, found: &mut impl FnMut(&str, usize, usize)) {
    let length = path.len();
    match x {
        Value::Array(all) => {
            for value in all {
                each_span(value, path, found);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                path.push('.');
                path.push_str(key);
                match key.as_str() {
                    "span" => span(value, path, found),
                    "spans" => value.as_array().into_iter().flatten().for_each(|value| span(value, path, found)),
                    _ => each_span(value, path, found),
                }
                path.truncate(length);
            }
        }
        _ => {}
    }
}

fn span(x: &Value, path: &str, found: &mut impl FnMut(&str, usize, usize)) {
    let edge = |i: usize| x[i].as_u64().and_then(|edge| usize::try_from(edge).ok());
    match (edge(0), edge(1)) {
        (Some(start), Some(end)) => found(path, start, end),
        _ => panic!("{path} is no span: {x}"),
    }
}

/// Whether a fact of a note's JSON, or any part of it, was read from words within a range of the raw text.
pub fn read_from(fact: &Value, within: &Range<usize>) -> bool {
    let mut any = false;
    each_span(fact, &mut String::new(), &mut |_, start, end| any |= start < within.end && within.start < end);
    any
}

/// A note's JSON without its spans: what it says, wherever it says so.
pub fn without_spans(x: &Value) -> Value {
    match x {
        Value::Array(all) => all.iter().map(without_spans).collect(),
        Value::Object(map) => {
            let rest = map.iter().filter(|(key, _)| !matches!(key.as_str(), "span" | "spans"));
            Value::Object(rest.map(|(key, value)| (key.clone(), without_spans(value))).collect())
        }
        other => other.clone(),
    }
}
