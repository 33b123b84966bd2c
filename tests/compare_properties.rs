//! What holds of any comparison: order never matters, a note against itself is all carried, an added note changes no
//! fact of another, aged copies of a note are known for it, and any text whatever is compared without a panic.

mod support;

use std::sync::LazyLock;

use proptest::prelude::*;
use r2p_notes::compare::Comparison;
use r2p_notes::compare::facts::overview;
use r2p_notes::compare::language::{ChunkKind, Part, Status, diff, lineage, word_changes};
use r2p_notes::compare::pillars::pillars;
use r2p_notes::compare::programme::programme;
use r2p_notes::compare::render::{Format, Request, View, render};
use r2p_notes::note::{self, Document};
use support::age::age;
use support::cases::config;
use support::corpus::{bundled, fixtures};

static NOTES: LazyLock<Vec<Document>> = LazyLock::new(|| bundled().iter().map(|specimen| specimen.read()).collect());

fn request(view: View) -> Request {
    Request { view, term: Some("prevention".to_owned()), ..Request::default() }
}

proptest! {
    #![proptest_config(config(8))]

    #[test]
    fn the_order_of_notes_never_matters(order in Just((0..5).collect::<Vec<usize>>()).prop_shuffle()) {
        let sorted = Comparison::new(NOTES.iter());
        let shuffled = Comparison::new(order.iter().map(|&note| &NOTES[note]));
        for view in View::ALL {
            for format in [Format::Markdown, Format::Csv, Format::Json] {
                let of = |comparison| render(comparison, &request(view), format).expect("a view");
                prop_assert_eq!(of(&sorted), of(&shuffled));
            }
        }
    }

    #[test]
    fn an_added_note_changes_no_fact_of_another(chosen in prop::sample::subsequence(vec![0, 1, 2, 3, 4], 1..5)) {
        let all = Comparison::new(NOTES.iter());
        let some = Comparison::new(chosen.iter().map(|&note| &NOTES[note]));
        let facts = |comparison: &Comparison, at: usize| -> Vec<(&'static str, String)> {
            overview(comparison).iter().map(|row| (row.key, row.cells[at].text())).filter(|(_, text)| !text.is_empty()).collect()
        };
        for (at, &note) in chosen.iter().enumerate() {
            prop_assert_eq!(facts(&some, at), facts(&all, note));
            prop_assert_eq!(&pillars(&some)[at].pillars, &pillars(&all)[note].pillars);
            prop_assert_eq!(&programme(&some).columns[at].minutes, &programme(&all).columns[note].minutes);
        }
    }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_word_diff_covers_both_texts(old in "[a-c,. ]{0,40}", new in "[a-c,. ]{0,40}") {
        let chunks = word_changes(&old, &new);
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let side = |range: fn(&r2p_notes::compare::language::Chunk) -> std::ops::Range<usize>, text: &str| {
            chunks.iter().map(|chunk| letters(&text[range(chunk)])).collect::<String>()
        };
        prop_assert_eq!(side(|chunk| chunk.old.clone(), &old), letters(&old));
        prop_assert_eq!(side(|chunk| chunk.new.clone(), &new), letters(&new));
        for chunk in &chunks {
            if chunk.kind == ChunkKind::Equal {
                prop_assert_eq!(letters(&old[chunk.old.clone()]), letters(&new[chunk.new.clone()]));
            }
        }
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn any_texts_are_compared(texts in prop::collection::vec("(?s).{0,300}", 1..4)) {
        let documents: Vec<Document> = texts.iter().filter_map(|text| note::read("any.txt", text.as_bytes()).ok()).collect();
        let comparison = Comparison::new(&documents);
        for view in View::ALL {
            for format in [Format::Markdown, Format::Csv, Format::Json] {
                prop_assert!(render(&comparison, &request(view), format).is_ok());
            }
        }
    }
}

#[test]
fn a_note_against_itself_is_all_carried() {
    for document in NOTES.iter().chain(&fixtures().iter().map(|specimen| specimen.read()).collect::<Vec<_>>()) {
        let comparison = Comparison::new([document, document]);
        let lineage = lineage(&comparison);
        for sentence in &lineage.columns[1].sentences {
            assert_eq!(sentence.status, Status::Carried, "{}: {}", document.source.name, sentence.text);
            assert_eq!(sentence.from[0].index, sentence.id.index, "{}: {}", document.source.name, sentence.text);
        }
        assert!(lineage.columns[1].dropped.is_empty());
        let whole = |column| Part { column, section: None };
        let words = diff(&comparison, whole(0), whole(1)).words;
        assert_eq!((words.moved, words.inserted, words.deleted), (0, 0, 0), "{}", document.source.name);
    }
}

/// More copies than candidates, and than are assigned exactly: the first is still the first, the last the last.
#[test]
fn a_note_of_one_sentence_many_times_is_carried_in_order() {
    let sentences = [
        "The committee met to consider the annual report of the board on fisheries. ",
        "The committee met to consider the annual report of the council on forests. ",
    ];
    for text in [sentences[0].repeat(500), sentences.concat().repeat(300)] {
        let document = note::read("note.txt", text.as_bytes()).expect("a text");
        let comparison = Comparison::new([&document, &document]);
        let lineage = lineage(&comparison);
        assert!(lineage.columns[1].sentences.len() >= 500, "{}", lineage.columns[1].sentences.len());
        for sentence in &lineage.columns[1].sentences {
            let from = sentence.from.first().map(|from| from.index);
            assert_eq!((sentence.status, from), (Status::Carried, Some(sentence.id.index)));
        }
        assert!(lineage.columns[1].dropped.is_empty());
    }
}

#[test]
fn a_moved_sentence_is_shown_as_moved() {
    let text = |order: [usize; 4]| {
        let sentences = [
            "The committee met to consider the annual report of the board on fisheries.",
            "Several delegations asked how quotas would be monitored in coastal waters.",
            "A working group was asked to draft guidelines before the spring session.",
            "The chair thanked every participant and closed the meeting at six.",
        ];
        order.map(|at| sentences[at]).join(" ")
    };
    let read = |text: String| note::read("note.txt", text.as_bytes()).expect("a text");
    let (old, new) = (read(text([0, 1, 2, 3])), read(text([0, 2, 3, 1])));
    let comparison = Comparison::new([&old, &new]);
    // Both are called note.txt and have no year: the order is that of their texts.
    let at = |document: &Document| usize::from(comparison.columns()[1].document.source.text == document.source.text);
    let found = diff(&comparison, Part { column: at(&old), section: None }, Part { column: at(&new), section: None });
    assert_eq!((found.words.inserted, found.words.deleted), (0, 0));
    assert_eq!(found.words.moved, 11);
}

/// At 2 % of characters misread, at least nine in ten sentences are known for what they were.
#[test]
fn an_aged_copy_is_known_for_the_note_it_was() {
    let (mut known, mut all) = (0, 0);
    for (seed, specimen) in (0..).zip(bundled()) {
        let text = std::str::from_utf8(&specimen.bytes).expect("UTF-8");
        let original = specimen.read();
        let mut aged = note::read("aged.txt", age(text, 0.02, seed).as_bytes()).expect("a text");
        // The aged copy is the later note, whatever its year was read as.
        aged.note.year = original.note.year.clone();
        aged.source.name = format!("{}.txt, aged", specimen.stem);
        let comparison = Comparison::new([&original, &aged]);
        assert!(std::ptr::eq(comparison.columns()[1].document, &aged));
        let lineage = lineage(&comparison);
        for sentence in &lineage.columns[1].sentences {
            all += 1;
            let Some(from) = sentence.from.first() else { continue };
            // Its own original stands at about the same place of the note.
            let place = |at: usize, of: usize| at as f64 / of.max(1) as f64;
            let there = place(from.index, lineage.columns[0].sentences.len());
            let here = place(sentence.id.index, lineage.columns[1].sentences.len());
            known += usize::from((there - here).abs() < 0.15);
        }
    }
    let share = f64::from(known as u32) / f64::from(all as u32);
    println!("{known} of {all} sentences ({share:.3})");
    assert!(share >= 0.9, "only {known} of {all} sentences are known ({share:.3})");
}
