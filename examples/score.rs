//! Scores the bundled notes and the fixtures against their gold, and tells what was missed and what was not expected:
//! `cargo run --example score`, or with folders of notes and golds of your own: `cargo run --example score -- FOLDER…`.

#[path = "../tests/support/mod.rs"]
mod support;

use std::panic::{AssertUnwindSafe, catch_unwind};

use support::borne_out::unborne;
use support::corpus::{bundled, fixtures, json, specimens};
use support::score::Score;

fn main() {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let sets = match folders.is_empty() {
        true => vec![("bundled notes", bundled()), ("fixtures", fixtures())],
        false => folders.iter().map(|folder| (folder.as_str(), specimens(folder.as_ref(), folder.as_ref()))).collect(),
    };
    for (what, notes) in sets {
        let (mut all, mut lines) = (Score::default(), Vec::new());
        for specimen in notes {
            let scored = catch_unwind(AssertUnwindSafe(|| {
                let (mut own, document) = (Score::default(), specimen.read());
                specimen.score(&mut own);
                specimen.score(&mut all);
                let (bad, leaves) = unborne(&json(&document), &document.source.text);
                let bad = bad.into_iter().map(|line| format!("{} {line}", specimen.stem));
                (own.all().f1(), leaves, bad.collect::<Vec<_>>())
            }));
            match scored {
                Ok((f1, leaves, bad)) => {
                    println!("{:20}{f1:7.4}{:6} of {leaves} borne out", specimen.stem, leaves - bad.len());
                    lines.extend(bad);
                }
                Err(_) => {
                    println!("{:20}  panics", specimen.stem);
                    all.lost_note(&specimen.stem);
                }
            }
        }
        println!("\n{what}\n{all}{}\n", lines.join("\n"));
    }
}
