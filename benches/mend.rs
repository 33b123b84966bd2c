//! How fast misread words are found and mended: bytes a second over clean prose, where every word is looked up and none is
//! mended; over the bundled notes; and over prose aged at four errors in a hundred characters.
//!
//! `cargo bench --bench mend`. The lexicon is unpacked outside the timer.

use std::fs;
use std::path::Path;

use divan::Bencher;
use divan::counter::BytesCount;
use r2p_notes::text::mend::mend_words;

#[path = "../tests/support/age.rs"]
mod age;

fn main() {
    divan::main();
}

fn texts(folder: &str, names: &[&str]) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    names
        .iter()
        .map(|name| fs::read_to_string(folder.join(format!("{name}.txt"))).expect("a text of the package"))
        .collect()
}

fn prose() -> String {
    texts("tests/mend", &["terrorism", "oceans", "finance", "peacekeeping", "council", "migration"])
}

fn run(bencher: Bencher<'_, '_>, text: &str) {
    mend_words("a misrcad word", &[]);
    bencher.counter(BytesCount::new(text.len())).bench(|| mend_words(divan::black_box(text), &[]));
}

#[divan::bench]
fn clean_prose(bencher: Bencher<'_, '_>) {
    run(bencher, &prose().repeat(100));
}

#[divan::bench(sample_count = 20)]
fn bundled_notes(bencher: Bencher<'_, '_>) {
    run(bencher, &texts("notes", &["2013", "2014", "2015", "2016", "2017"]));
}

#[divan::bench(sample_count = 10)]
fn aged_prose(bencher: Bencher<'_, '_>) {
    run(bencher, &age::age(&prose(), 0.04, 1));
}
