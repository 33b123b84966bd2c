//! Notes written for this project, no two alike in layout, held against what a careful reader finds in them; and files
//! that are no notes.

mod support;

use std::collections::BTreeSet;

use r2p_notes::note;
use r2p_notes::text::{DecodeError, Rule};
use serde_json::Value;
use support::borne_out::unborne;
use support::corpus::{files, fixtures, json, root};
use support::score::Score;

/// The F1 over all fields that the parser must keep: of all fixtures together, and of each.
const FLOOR: f64 = 0.99;
const FLOOR_EACH: f64 = 0.95;

#[test]
fn facts_of_the_fixtures() {
    let mut score = Score::default();
    let mut below = Vec::new();
    for specimen in fixtures() {
        let mut own = Score::default();
        specimen.score(&mut own);
        let f1 = own.all().f1();
        println!("{:24}{f1:7.4}", specimen.stem);
        if f1 < FLOOR_EACH {
            below.push((specimen.stem.clone(), f1));
        }
        specimen.score(&mut score);
    }
    println!("{score}");
    let f1 = score.all().f1();
    assert!(f1 >= FLOOR, "F1 is {f1:.4}, below {FLOOR}\n{score}");
    assert!(below.is_empty(), "below {FLOOR_EACH}: {below:?}");
}

#[test]
fn every_cited_value_is_borne_out() {
    let unborne: Vec<String> = fixtures()
        .iter()
        .flat_map(|specimen| {
            let document = specimen.read();
            let (bad, leaves) = unborne(&json(&document), &document.source.text);
            assert!(leaves > 0, "{} cites nothing", specimen.stem);
            bad.into_iter().map(|line| format!("{} {line}", specimen.stem)).collect::<Vec<_>>()
        })
        .collect();
    assert!(unborne.is_empty(), "{unborne:#?}");
}

/// Facts that a note may lack, as paths into its JSON.
const LACKED: [&str; 9] = [
    "/letter",
    "/letter/sender",
    "/theme",
    "/event/weekday",
    "/event/sittings",
    "/report/title",
    "/report/symbol",
    "/report/ordinal",
    "/history",
];

/// What a note lacks is absent, and said to be missing.
#[test]
fn nothing_is_invented() {
    let lacks = |note: &Value, fact: &str| match note.pointer(fact) {
        Some(Value::Array(all)) => all.is_empty(),
        fact => fact.is_none_or(Value::is_null),
    };
    let (mut lacked, mut missed) = (BTreeSet::new(), 0);
    for specimen in fixtures() {
        let document = specimen.read();
        let read = json(&document);
        // A gold that leaves a fact out says nothing of it.
        for fact in
            LACKED.into_iter().filter(|fact| specimen.gold.pointer(fact).is_some_and(|_| lacks(&specimen.gold, fact)))
        {
            assert!(lacks(&read, fact), "{}: {fact} is invented: {:?}", specimen.stem, read.pointer(fact));
            lacked.insert(fact);
        }
        let note = document.note;
        assert_eq!(note.letter.is_none(), specimen.gold["letter"].is_null(), "{}: the letter", specimen.stem);
        let found: Vec<&str> = note
            .findings
            .iter()
            .filter(|finding| finding.kind == note::model::FindingKind::Missing)
            .map(|finding| finding.value.as_str())
            .collect();
        for missing in specimen.gold["missing"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            assert!(found.contains(&missing), "{}: {missing} is not said to be missing, but {found:?}", specimen.stem);
            missed += 1;
        }
    }
    assert_eq!(lacked, BTreeSet::from(LACKED), "each is lacked by some fixture");
    assert!(missed > 0, "no gold says what is missing");
}

#[test]
fn another_subject_has_no_pillars() {
    let all = fixtures();
    let specimen = all.iter().find(|specimen| specimen.stem == "other-subject").expect("the fixture");
    let pillars = specimen.read().note.pillars;
    assert!(pillars.focus.is_empty() && pillars.passages.is_empty(), "{pillars:#?}");
}

/// Every file under `err` is refused for the reason that its name gives.
#[test]
fn what_is_no_note_is_refused() {
    let mut refused = Vec::new();
    for path in files(&root().join("tests/fixtures/err"), "txt") {
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name");
        let bytes = std::fs::read(&path).expect("a readable file");
        let read = note::read(name, &bytes);
        let fits = match (name, &read) {
            ("binary-pdf", error) => matches!(error, Err(DecodeError::Pdf)),
            ("binary-docx", error) => matches!(error, Err(DecodeError::Zipped)),
            ("binary-png", error) => matches!(error, Err(DecodeError::Picture("PNG"))),
            (name, error) if name.starts_with("binary-") => matches!(error, Err(DecodeError::Binary(_))),
            (name, error) if name.starts_with("empty") => matches!(error, Err(DecodeError::Empty)),
            (_, read) => read.as_ref().is_ok_and(|document| document.check_is_note().is_err()),
        };
        assert!(fits, "{name}: {:?}", read.map(|document| document.note));
        refused.push(name.to_owned());
    }
    for kind in ["binary-", "empty", "text-"] {
        assert!(refused.iter().any(|name| name.starts_with(kind)), "no file is refused as {kind}");
    }
}

/// A right word is never spoilt: what was typed and not scanned needs no word mended, parted or put together.
#[test]
fn right_words_are_left_alone() {
    let page = std::fs::read(root().join("tests/fixtures/right-words.txt")).expect("the fixture");
    let page = note::read("right-words", &page).expect("a text");
    let scans = [
        "scanned",
        "noisy",
        "like-2017",
        "regional-scan",
        "lessons-scan",
        "commitment-scan",
        "paged-scan",
        "mandates-scan",
        "early-action-scan",
        "tesseract-scan",
        "worn-marks-scan",
    ];
    let typed = fixtures().into_iter().filter(|specimen| !scans.contains(&specimen.stem.as_str()));
    let spoilt: Vec<String> = typed
        .map(|specimen| specimen.read())
        .chain([page])
        .flat_map(|document| {
            let words = document.note.repairs.into_iter();
            let words = words.filter(|repair| matches!(repair.rule, Rule::Word | Rule::Split | Rule::Join));
            let name = document.source.name;
            words.map(|repair| format!("{name}: {:?} is read {:?}", repair.from, repair.to)).collect::<Vec<_>>()
        })
        .collect();
    assert!(spoilt.is_empty(), "{spoilt:#?}");
}
