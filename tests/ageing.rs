//! How well the bundled notes are read when they are aged further: the curve of F1 against the rate of errors.
//!
//! `R2P_SEEDS=20 cargo test --release --test ageing -- --nocapture` prints the curve of benches/README.md; the checks, which
//! run unoptimised, take fewer seeds.

mod support;

use support::age::age;
use support::corpus::{Specimen, bundled};
use support::score::Score;

/// Rates of errors per character, each with the mean F1 that the parser must keep.
const FLOORS: [(f64, f64); 5] = [(0.0, 0.995), (0.005, 0.985), (0.01, 0.98), (0.02, 0.96), (0.04, 0.93)];

/// How many times each note is aged at each rate.
fn seeds() -> u64 {
    std::env::var("R2P_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(2)
}

#[test]
fn aged_notes_are_still_read() {
    let notes = bundled();
    println!("{:>6}{:>9}{:>9}{:>9}", "rate", "mean F1", "worst", "floor");
    let curve = FLOORS.map(|(rate, floor)| {
        let seeds = if rate == 0.0 { 1 } else { seeds() };
        let all: Vec<f64> = (0..seeds).map(|seed| f1(&notes, rate, seed)).collect();
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        let worst = all.iter().copied().fold(1.0, f64::min);
        println!("{:>5.1}%{mean:9.4}{worst:9.4}{floor:9.3}", rate * 100.0);
        (rate, mean, floor)
    });
    for (rate, mean, floor) in curve {
        assert!(mean >= floor, "at a rate of {rate}, the mean F1 is {mean:.4}, below {floor}");
    }
}

/// The F1 over all notes, each aged with a seed of its own.
fn f1(notes: &[Specimen], rate: f64, seed: u64) -> f64 {
    let mut score = Score::default();
    for (i, specimen) in (0..).zip(notes) {
        let text = std::str::from_utf8(&specimen.bytes).expect("the bundled notes are UTF-8");
        specimen.with_bytes(age(text, rate, seed * 100 + i).into_bytes()).score(&mut score);
    }
    score.all().f1()
}
