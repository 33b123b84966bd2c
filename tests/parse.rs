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

#[test]
fn a_typed_name_stays_as_it_is_given() {
    let names = ["Karin Smith", "Edvard Luck", "Simon Adems", "Jan Eliasen", "Karin Smyth"];
    let rows = names.map(|name| format!("Ms. {name}, Director of Studies")).join("\n\n");
    let note = read(&format!("Programme\n\n10:00 a.m. – 1:00 p.m. Panel discussion\n\n{rows}\n"));
    let speakers = note.programme.entries.iter().flat_map(|entry| &entry.speakers);
    let read: Vec<&str> = speakers.filter_map(|speaker| Some(speaker.name.as_ref()?.value.as_str())).collect();
    assert_eq!(read, names);
}

/// A word processor's page: a long style sheet, a drawing, tags of its own, long attributes.
#[test]
fn a_note_saved_as_a_web_page_says_the_same() {
    let style = "p.MsoNormal { margin: 0cm; font-family: \"Calibri\" }\n".repeat(300);
    let class = format!("class=MsoNormal style='{}'", "mso-margin-top-alt:auto;".repeat(30));
    let mut score = Score::default();
    for specimen in bundled() {
        let raw = String::from_utf8_lossy(&specimen.bytes);
        let paragraphs = raw.split("\n\n").map(|paragraph| format!("<p {class}>{paragraph}<o:p></o:p></p>\n\n"));
        let page = format!(
            "<!DOCTYPE html>\n<html xmlns:o=\"urn:office\">\n<head>\n<meta charset=utf-8>\n<STYLE>{style}</STYLE>\n\
             <!--[if gte mso 9]><xml>{style}</xml><![endif]-->\n</head>\n<body lang=EN-US>\n\
             <img src=\"data:image/png;base64,{}\">\n{}</body>\n</html>\n",
            "iVBORw0KGgo".repeat(90),
            paragraphs.collect::<String>()
        );
        specimen.with_bytes(page.into_bytes()).score(&mut score);
    }
    let f1 = score.all().f1();
    assert!(f1 >= FLOOR, "F1 is {f1:.4}, below {FLOOR}\n{score}");
}
