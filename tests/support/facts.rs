//! A note's facts a line each, with the words that they were read from: what a snapshot shows best.

use std::fmt::Write;

use r2p_notes::note::Document;
use serde_json::Value;

use super::corpus::json;

/// The most characters of the words behind a fact that are shown.
const SHOWN: usize = 72;

/// Every fact of `document`, in the order of its keys: where it stands in the JSON, its value, and the words given.
pub fn facts(document: &Document) -> String {
    let mut out = String::new();
    each(&json(document), &mut String::new(), &document.source.text, &mut out);
    out
}

fn each(x: &Value, path: &mut String, raw: &str, out: &mut String) {
    let length = path.len();
    match x {
        Value::Object(map) if map.contains_key("value") && map.contains_key("span") => {
            line(out, path, &format!("{} < {}", x["value"], words(&x["span"], raw)));
        }
        Value::Object(map) => {
            for (key, value) in map {
                path.push_str(if path.is_empty() { "" } else { "." });
                path.push_str(key);
                match key.as_str() {
                    "span" => line(out, path, &words(value, raw)),
                    "spans" => {
                        value.as_array().into_iter().flatten().for_each(|span| line(out, path, &words(span, raw)))
                    }
                    _ => each(value, path, raw, out),
                }
                path.truncate(length);
            }
        }
        Value::Array(all) if all.is_empty() => line(out, path, "none"),
        Value::Array(all) => {
            for (i, value) in all.iter().enumerate() {
                let _ = write!(path, "[{i}]");
                each(value, path, raw, out);
                path.truncate(length);
            }
        }
        Value::Null => line(out, path, "absent"),
        leaf => line(out, path, &leaf.to_string()),
    }
}

fn line(out: &mut String, path: &str, text: &str) {
    let _ = writeln!(out, "{path}: {text}");
}

/// The words at a span, cut short in the middle.
fn words(span: &Value, raw: &str) -> String {
    let edge = |i: usize| span[i].as_u64().and_then(|edge| usize::try_from(edge).ok()).unwrap_or(usize::MAX);
    let Some(words) = raw.get(edge(0)..edge(1)) else { return format!("no place: {span}") };
    let words: Vec<char> = words.chars().collect();
    let shown = match words.len() {
        0..=SHOWN => words.iter().collect(),
        all => [&words[..SHOWN / 2], &['…'], &words[all - SHOWN / 2..]].concat().iter().collect::<String>(),
    };
    format!("{shown:?}")
}
