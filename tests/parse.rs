//! The five bundled notes, held against what a careful reader found in them.

mod support;

use r2p_notes::note::model::Note;
use r2p_notes::note::parse::parse;
use r2p_notes::text::Source;
use support::borne_out::unborne;
use support::corpus::{bundled, json};
use support::facts::facts;
use support::score::Score;

/// The F1 over all fields that the parser must keep.
const FLOOR: f64 = 0.995;

#[test]
fn facts_of_the_bundled_notes() {
    let mut score = Score::default();
    for specimen in bundled() {
        specimen.score(&mut score);
    }
    let f1 = score.all().f1();
    assert!(f1 >= FLOOR, "F1 is {f1:.4}, below {FLOOR}\n{score}");
}

#[test]
fn every_cited_value_is_borne_out() {
    for specimen in bundled() {
        let document = specimen.read();
        let (bad, leaves) = unborne(&json(&document), &document.source.text);
        assert!(leaves > 0, "{} cites nothing", specimen.stem);
        assert!(bad.is_empty(), "{}: {bad:#?}", specimen.stem);
    }
}

/// What is read of each note, value by value with its words: `cargo insta review` shows what a change changes.
#[test]
fn snapshots_of_the_bundled_notes() {
    for specimen in bundled() {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("parse.{}", specimen.stem), facts(&specimen.read()));
        });
    }
}

fn read(text: &str) -> Note {
    parse(Source { name: "note.txt".into(), text: text.into() }).note
}

#[test]
fn a_question_is_no_purpose() {
    let note = read(
        "Purpose of the meeting\n\nThe meeting is meant to hear the regions.\n\nQuestions for discussion\n\n\
         (1) What can the regions learn from one another?\n(2) How can early warning be improved?\n",
    );
    assert_eq!(note.questions.len(), 2);
    assert!(note.purposes.is_empty(), "{:?}", note.purposes);
}

#[test]
fn english_only_says_that_there_is_no_interpretation() {
    let note = read("Participation\n\nThe dialogue will be conducted in English only.\n");
    let told = note.participation.interpretation.map(|told| told.value);
    assert_eq!(told.as_deref(), Some("The dialogue will be conducted in English only"));
}
