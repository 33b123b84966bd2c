//! The word diff of two notes as texts, and how long it takes: JSON for `benches/jsdiff.mjs`, which sets it beside jsdiff's.
//!
//! `cargo run --release --example word_diff -- notes/2016.txt notes/2017.txt`

use std::error::Error;
use std::time::Instant;
use std::{env, fs, hint};

use r2p_notes::compare::language::word_changes;
use r2p_notes::note;
use serde_json::json;

/// How often the diff is made; the median counts.
const ROUNDS: usize = 101;

fn main() -> Result<(), Box<dyn Error>> {
    let read = |path: Option<String>| -> Result<String, Box<dyn Error>> {
        let path = path.ok_or("expected two notes: word_diff OLD NEW")?;
        Ok(note::read(&path, &fs::read(&path)?)?.reading.text().to_owned())
    };
    let mut arguments = env::args().skip(1);
    let (old, new) = (read(arguments.next())?, read(arguments.next())?);
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            hint::black_box(word_changes(hint::black_box(&old), hint::black_box(&new)));
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let chunks: Vec<_> = word_changes(&old, &new)
        .into_iter()
        .map(|chunk| json!({ "kind": chunk.kind, "old": &old[chunk.old], "new": &new[chunk.new] }))
        .collect();
    println!("{}", json!({ "median": times[ROUNDS / 2], "old": old, "new": new, "chunks": chunks }));
    Ok(())
}
