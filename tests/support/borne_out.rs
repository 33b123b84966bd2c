//! Whether the words that a value cites can be read as that value.

use std::fmt::Write;

use serde_json::Value;

use super::likeness::fold;
use super::sequence::matched;

/// The cited values of a note's JSON whose spans do not bear them out, a line each; and how many are cited in all.
pub fn unborne(note: &Value, raw: &str) -> (Vec<String>, usize) {
    let (mut bad, mut leaves) = (Vec::new(), 0);
    each_cited(note, &mut String::new(), &mut |path, value, span| {
        leaves += 1;
        if !borne_out(value, span, raw) {
            bad.push(format!("{path}: {value} is not what stands at {span}"));
        }
    });
    (bad, leaves)
}

/// Calls `found` with the path, the value and the span of every cited value of a note's JSON.
pub fn each_cited(x: &Value, path: &mut String, found: &mut impl FnMut(&str, &Value, &Value)) {
    let length = path.len();
    match x {
        Value::Object(map) if map.contains_key("value") && map.contains_key("span") => {
            found(path, &x["value"], &x["span"])
        }
        Value::Object(map) => {
            for (key, value) in map {
                path.push('.');
                path.push_str(key);
                each_cited(value, path, found);
                path.truncate(length);
            }
        }
        Value::Array(all) => {
            for (i, value) in all.iter().enumerate() {
                let _ = write!(path, "[{i}]");
                each_cited(value, path, found);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

/// Whether the words at `span` of `raw` can be read as `value`.
fn borne_out(value: &Value, span: &Value, raw: &str) -> bool {
    let edge = |i: usize| span[i].as_u64().and_then(|edge| usize::try_from(edge).ok());
    let (Some(start), Some(end)) = (edge(0), edge(1)) else { return false };
    let Some(words) = raw.get(start..end).filter(|words| !words.is_empty()) else { return false };
    let value = match value {
        Value::String(value) if !is_date_or_time(value) => value,
        _ => return words.chars().count() <= 80,
    };
    if let Some(said) = pillar(value) {
        return words.split(|c: char| !c.is_alphanumeric()).any(|word| said(&fold(word)));
    }
    let keep = |text: &str| -> Vec<char> { fold(text).chars().filter(char::is_ascii_alphanumeric).collect() };
    let (a, b) = (keep(value), keep(&untagged(words)));
    a.is_empty() || matched(&a, &b) as f64 >= 0.6 * a.len() as f64 && b.len() <= 2 * a.len() + 40
}

/// Where `value` is a pillar's number: whether a word says it, as a numeral or a digit through look-alikes, or as an ordinal
/// but for a letter.
fn pillar(value: &str) -> Option<impl Fn(&str) -> bool> {
    let (numeral, digit, ordinal) = match value {
        "I" => ("i", "i", "first"),
        "II" => ("ii", "2", "second"),
        "III" => ("iii", "3", "third"),
        _ => return None,
    };
    let ordinal: Vec<char> = ordinal.chars().collect();
    Some(move |word: &str| {
        let strokes = word.replace(['l', '1'], "i");
        let letters: Vec<char> = word.chars().collect();
        let spelt = letters.len() <= ordinal.len() + 1 && matched(&ordinal, &letters) + 1 >= ordinal.len();
        strokes == numeral || strokes == digit || spelt
    })
}

/// Whether `value` has the form `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `HH:MM`.
fn is_date_or_time(value: &str) -> bool {
    let shape: String = value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    matches!(shape.as_str(), "0000-00-00" | "0000-00-00T00:00" | "00:00")
}

/// `words` without tags.
fn untagged(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, tag)) = rest.split_once('<') {
        let Some((_, after)) = tag.split_once('>') else { break };
        out.push_str(before);
        rest = after;
    }
    out + rest
}
