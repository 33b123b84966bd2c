//! The notes that the tests read, with what a careful reader found in them.

use std::fs;
use std::path::{Path, PathBuf};

use r2p_notes::note::{self, Document};
use serde_json::Value;

use super::score::Score;

/// A note and its gold.
pub struct Specimen {
    /// The file's name without its extension.
    pub stem: String,
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// What a careful reader found.
    pub gold: Value,
}

impl Specimen {
    /// Reads the note, as the command line would.
    pub fn read(&self) -> Document {
        note::read(&format!("{}.txt", self.stem), &self.bytes).unwrap_or_else(|error| panic!("{}: {error}", self.stem))
    }

    /// Another text with the same gold.
    pub fn with_bytes(&self, bytes: Vec<u8>) -> Self {
        Self { stem: self.stem.clone(), bytes, gold: self.gold.clone() }
    }

    /// Adds how well the note is read to `score`.
    pub fn score(&self, score: &mut Score) {
        let document = self.read();
        match document.check_is_note() {
            Ok(()) => score.note(&self.stem, &self.gold, &json(&document)),
            Err(_) => score.lost_note(&self.stem),
        }
    }
}

/// A note as the command line prints it.
pub fn json(document: &Document) -> Value {
    serde_json::to_value(&document.note).expect("a note serialises")
}

/// The five bundled notes, oldest first.
pub fn bundled() -> Vec<Specimen> {
    specimens(&root().join("notes"), &root().join("tests/gold"))
}

/// The notes written for this project, by name.
pub fn fixtures() -> Vec<Specimen> {
    let folder = root().join("tests/fixtures/ok");
    specimens(&folder, &folder)
}

/// The notes under `notes` that have a gold under `golds`, by name.
pub fn specimens(notes: &Path, golds: &Path) -> Vec<Specimen> {
    let with_gold = |path: PathBuf| {
        let stem = path.file_stem()?.to_str()?.to_owned();
        let gold = fs::read(golds.join(format!("{stem}.json"))).ok()?;
        let gold = serde_json::from_slice(&gold).unwrap_or_else(|error| panic!("the gold of {stem}: {error}"));
        Some(Specimen { bytes: fs::read(&path).expect("a readable note"), stem, gold })
    };
    let all: Vec<Specimen> = files(notes, "txt").into_iter().filter_map(with_gold).collect();
    assert!(!all.is_empty(), "no note with a gold under {}", notes.display());
    all
}

/// The files in `folder` with `extension`, sorted by name.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut all: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|e| e == extension)).collect();
    all.sort();
    all
}

/// The package's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
