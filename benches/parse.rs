//! How fast notes are read: bytes a second over the five bundled notes, beside what the machine does at best, and how
//! the time grows with the text, real and hostile.
//!
//! `cargo bench --bench parse` prints all of it; `cargo bench --bench parse -- growth` one part. The texts are made
//! outside the timer, and a document is dropped outside it, too.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::BytesCount;
use r2p_notes::note::{Document, parse::parse};
use r2p_notes::text::Source;

fn main() {
    divan::main();
}

/// The five bundled notes, one after the other.
static NOTES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("notes");
    (2013..=2017).map(|year| fs::read_to_string(folder.join(format!("{year}.txt"))).expect("a bundled note")).collect()
});

fn source(text: &str) -> Source {
    Source { name: "note.txt".into(), text: text.into() }
}

/// Reads all of `texts` in each round.
fn read_all(bencher: Bencher<'_, '_>, texts: &[String]) {
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .with_inputs(|| texts.iter().map(|text| source(text)).collect::<Vec<_>>())
        .bench_values(|sources| sources.into_iter().map(parse).collect::<Vec<Document>>());
}

/// The five notes, each read by itself, and what other passes over the same bytes cost.
mod five_notes {
    use super::*;

    #[divan::bench]
    fn parse(bencher: Bencher<'_, '_>) {
        read_all(bencher, &NOTES);
    }

    /// One date pattern, ASCII and case-blind, with the `regex` crate's `perf` features.
    #[divan::bench]
    fn one_regex_pass(bencher: Bencher<'_, '_>) {
        let months = "january|february|march|april|may|june|july|august|september|october|november|december";
        let pattern = format!(r"(?i-u)\b[0-9]{{1,2}} (?:{months}),? [0-9]{{4}}\b");
        let date = regex::bytes::Regex::new(&pattern).expect("a valid pattern");
        let all = NOTES.concat();
        bencher.counter(BytesCount::new(all.len())).bench(|| date.find_iter(black_box(all.as_bytes())).count());
    }

    #[divan::bench]
    fn newline_count(bencher: Bencher<'_, '_>) {
        let all = NOTES.concat();
        bencher
            .counter(BytesCount::new(all.len()))
            .bench(|| memchr::memchr_iter(b'\n', black_box(all.as_bytes())).count());
    }
}

/// The five notes as one text, over and over: bytes a second must not fall.
#[divan::bench(args = [1, 16, 256, 1024], max_time = 20, min_time = 0, sample_size = 1)]
fn growth(bencher: Bencher<'_, '_>, times: usize) {
    read_all(bencher, &[NOTES.concat().repeat(times)]);
}

/// A megabyte of one thing in the body of a note, where the rules look at it.
#[divan::bench(args = HOSTILE, max_time = 5, min_time = 0, sample_size = 1, sample_count = 3)]
fn hostile(bencher: Bencher<'_, '_>, piece: &str) {
    read_all(bencher, &[format!("{HEAD}{}", piece.repeat(1_000_000 / piece.len()))]);
}

const HEAD: &str = "INFORMATION NOTE\n\nInformal interactive dialogue on the responsibility to protect\n\nBackground\n\nThe \
                    dialogue will take place on 8 September 2014. The responsibility to protect is a principle.\n\n";

const HOSTILE: &[&str] = &[
    "x",
    " ",
    "A/",
    "10:00 ",
    "10;05 ",
    "10:00",
    "<td",
    "<p>",
    "<!--é",
    "(i) ",
    "((",
    "H.E. Mr. ",
    "8 September 2014 ",
    "on Tuesday. 26 June 2023, from ",
    "on pillar two:\nless ",
    "\"",
    "report \"",
    "(A/70/999) ",
    "resolution 60/1 ",
    "the infonnal ",
    "delegation5 ",
    "a@b.org ",
    "1\n",
    "• a\n",
    "a\t",
    "10:00 Opening\n",
];
