//! How long each view takes over 5, 50 and 500 notes, in bytes of reading text a second.
//!
//! The five notes are read once, outside the timer, and stand as often as needed. Linear growth shows as a steady
//! throughput. `cargo bench --bench compare`

use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use r2p_notes::compare::Comparison;
use r2p_notes::compare::facts::overview;
use r2p_notes::compare::language::{Part, diff, lineage, word_changes};
use r2p_notes::compare::people::people;
use r2p_notes::compare::pillars::pillars;
use r2p_notes::compare::programme::programme;
use r2p_notes::compare::render::{Format, Request, View, render};
use r2p_notes::compare::reports::reports;
use r2p_notes::compare::themes::{Query, Sort, concept_matrix, concordance, keyness};
use r2p_notes::note::{self, Document};

const NOTES: [usize; 3] = [5, 50, 500];

static FIVE: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let read = |year: u16| {
        let path = format!("{}/notes/{year}.txt", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(path).expect("a bundled note");
        note::read(&format!("{year}.txt"), &bytes).expect("a text")
    };
    (2013..=2017).map(read).collect()
});

fn main() {
    LazyLock::force(&FIVE);
    divan::main();
}

/// Times a view over `count` notes, the comparison made anew each time.
fn view<T>(bencher: Bencher, count: usize, view: impl Fn(&Comparison) -> T + Sync) {
    let documents: Vec<&Document> = FIVE.iter().cycle().take(count).collect();
    let bytes: usize = documents.iter().map(|document| document.reading.text().len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| view(&Comparison::new(black_box(documents.iter().copied()))));
}

#[divan::bench(args = NOTES)]
fn facts(bencher: Bencher, count: usize) {
    view(bencher, count, overview);
}

#[divan::bench(args = NOTES)]
fn distinctive_terms(bencher: Bencher, count: usize) {
    view(bencher, count, keyness);
}

#[divan::bench(args = NOTES)]
fn concepts(bencher: Bencher, count: usize) {
    view(bencher, count, concept_matrix);
}

#[divan::bench(args = NOTES)]
fn concordance_of_a_phrase(bencher: Bencher, count: usize) {
    let query = Query::parse("collective approach").expect("a phrase");
    view(bencher, count, |comparison| concordance(comparison, &query, Sort::Left));
}

#[divan::bench(args = NOTES)]
fn concordance_of_a_pattern(bencher: Bencher, count: usize) {
    let query = Query::parse(r"/collective \w+/").expect("a pattern");
    view(bencher, count, |comparison| concordance(comparison, &query, Sort::Right));
}

#[divan::bench(args = NOTES)]
fn said_of_pillars(bencher: Bencher, count: usize) {
    view(bencher, count, pillars);
}

#[divan::bench(args = NOTES)]
fn programmes(bencher: Bencher, count: usize) {
    view(bencher, count, programme);
}

#[divan::bench(args = NOTES)]
fn persons(bencher: Bencher, count: usize) {
    view(bencher, count, people);
}

#[divan::bench(args = NOTES)]
fn reports_cited(bencher: Bencher, count: usize) {
    view(bencher, count, reports);
}

#[divan::bench(args = NOTES, sample_count = 10)]
fn lineage_of_sentences(bencher: Bencher, count: usize) {
    view(bencher, count, lineage);
}

/// Every view once, as Markdown, over the five notes.
#[divan::bench]
fn all_views_of_five(bencher: Bencher) {
    view(bencher, 5, |comparison| {
        View::ALL.map(|view| {
            let term = Some("prevention".to_owned());
            render(comparison, &Request { view, term, ..Request::default() }, Format::Markdown).expect("a view")
        })
    });
}

/// 2016 against 2017, sentence by sentence and word by word.
#[divan::bench]
fn diff_of_two_notes(bencher: Bencher) {
    let whole = |column| Part { column, section: None };
    view(bencher, 5, |comparison| diff(comparison, whole(3), whole(4)));
}

/// 2016 against 2017 as two strings of words, as a text diff sees them.
#[divan::bench]
fn words_of_two_notes(bencher: Bencher) {
    let (old, new) = (FIVE[3].reading.text(), FIVE[4].reading.text());
    bencher.counter(BytesCount::new(old.len() + new.len())).bench(|| word_changes(black_box(old), black_box(new)));
}
