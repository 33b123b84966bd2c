//! Misread characters raise no findings: notes are aged, and what is found then must be found in the clean note too.
//!
//! `R2P_SEEDS=20 cargo test --release --test findings_aged -- --nocapture` prints, by rate of errors, how many of the clean
//! notes' findings are still made, which are lost and which are made that the clean notes have not.

mod support;

use std::collections::BTreeSet;

use r2p_notes::note;
use support::age::age;
use support::corpus::{files, root};

/// Rates of errors per character, each with the most wrong findings that a hundred aged notes may have, those of missing
/// facts apart.
const MOST_WRONG: [(f64, f64); 3] = [(0.01, 1.0), (0.02, 1.0), (0.04, 1.0)];

/// How many times each note is aged at each rate.
fn seeds() -> u64 {
    std::env::var("R2P_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(2)
}

type Findings = BTreeSet<(String, String)>;

#[test]
fn misread_characters_raise_no_findings() {
    let folders = ["notes", "tests/fixtures/ok", "tests/fixtures/findings"];
    let paths = folders.iter().flat_map(|folder| files(&root().join(folder), "txt"));
    let texts: Vec<(String, String)> = paths
        .filter_map(|path| {
            let name = path.file_stem()?.to_str()?.to_owned();
            let document = note::read(&name, &std::fs::read(&path).ok()?).ok()?;
            Some((name, document.source.text))
        })
        .collect();
    let clean: Vec<Findings> = texts.iter().map(|(name, text)| findings(name, text)).collect();
    for (rate, most) in MOST_WRONG {
        let (mut wrong, mut kept, mut missing, mut notes) = (0, 0, 0, 0);
        let (mut lost, mut conflicts) = (0, 0);
        for seed in 0..seeds() {
            for ((name, text), clean) in texts.iter().zip(&clean) {
                notes += 1;
                let seed = seed + seed_of(name);
                let aged = findings(name, &age(text, rate, seed));
                kept += aged.intersection(clean).count();
                for (kind, value) in clean.difference(&aged).filter(|(kind, _)| kind != "missing") {
                    lost += 1;
                    println!("{rate} {name} seed {seed}: lost {kind} {value}");
                }
                conflicts += clean.iter().filter(|(kind, _)| kind != "missing").count();
                for (kind, value) in aged.difference(clean) {
                    println!("{rate} {name} seed {seed}: {kind} {value}");
                    match kind.as_str() {
                        "missing" => missing += 1,
                        _ => wrong += 1,
                    }
                }
            }
        }
        let all = clean.iter().map(BTreeSet::len).sum::<usize>() * seeds() as usize;
        println!("{rate}: {kept} of {all} kept, {wrong} wrong and {missing} wrongly missing in {notes} notes");
        println!("{rate}: {lost} of {conflicts} conflicts lost");
        let per_hundred = 100.0 * f64::from(wrong) / f64::from(notes);
        assert!(per_hundred <= most, "at a rate of {rate}, {per_hundred:.1} wrong findings in a hundred notes");
    }
}

/// Where the seeds of a note begin: at its own place, whatever notes stand beside it.
fn seed_of(name: &str) -> u64 {
    name.bytes().fold(0, |hash: u64, byte| hash.wrapping_mul(31).wrapping_add(byte.into())) % 1_000_000
}

/// What is found in a text, in letters that misreading leaves alone.
fn findings(name: &str, text: &str) -> Findings {
    let Ok(document) = note::read(name, text.as_bytes()) else { return Findings::new() };
    let found = note::check(&document.note).into_iter();
    let value = |diagnostic: &note::Diagnostic| match diagnostic.code() {
        // A title or an address may be misread in itself.
        "title-conflict" | "contact-mismatch" => String::new(),
        _ => diagnostic.value.clone(),
    };
    found.map(|diagnostic| (diagnostic.code().to_owned(), value(&diagnostic))).collect()
}
