//! For each kind of finding, notes that must raise it and notes that must not: one sound note, changed in one place each.

mod support;

use r2p_notes::note;
use serde_json::Value;
use support::corpus::{files, json, root};
use support::json::{list, text};
use support::likeness::fold;

#[test]
fn findings_are_raised_where_they_must_be_and_nowhere_else() {
    let mut wrong = Vec::new();
    let all = files(&root().join("tests/fixtures/findings"), "txt");
    assert!(!all.is_empty(), "no fixtures");
    for path in all {
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        let bytes = std::fs::read(&path).expect("a readable file");
        let gold = std::fs::read(path.with_extension("json")).expect("a gold");
        let gold: Value = serde_json::from_slice(&gold).expect("a gold as JSON");
        let document = note::read(name, &bytes).expect("a note");
        let (expected, found) = (plain(&gold), plain(&json(&document)["findings"]));
        if expected != found {
            wrong.push(format!("{name}: expected {expected:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Kinds and folded values, sorted.
fn plain(findings: &Value) -> Vec<(String, String)> {
    let mut all: Vec<_> = list(findings).iter().map(|f| (text(&f["kind"]), fold(&text(&f["value"])))).collect();
    all.sort();
    all
}
