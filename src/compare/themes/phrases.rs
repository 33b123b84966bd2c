//! Finds words and phrases in any of their inflections and spellings, all in one pass.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::pieces::{Piece, folded_phrase, pieces};
use crate::compare::comparison::Column;
use crate::compare::stem::fold;

/// Words and phrases to look for, each under the number of the group it belongs to.
pub(super) struct Phrases {
    /// The folded words of phrases, by their first word, the longest first.
    by_first: BTreeMap<String, Vec<(Vec<String>, usize)>>,
}

/// A phrase found.
pub(super) struct Found {
    /// The number of its group.
    pub(super) group: usize,
    /// Where it stands in the reading text.
    pub(super) range: Range<usize>,
}

impl Phrases {
    /// Prepares phrases with their groups' numbers.
    pub(super) fn new<'a>(phrases: impl IntoIterator<Item = (usize, &'a str)>) -> Self {
        let mut by_first: BTreeMap<String, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        for (group, phrase) in phrases {
            let words = folded_phrase(phrase);
            if let Some(first) = words.first() {
                by_first.entry(first.clone()).or_default().push((words, group));
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(words, group)| (std::cmp::Reverse(words.len()), *group));
            phrases.dedup();
        }
        Self { by_first }
    }

    /// Whether there is nothing to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// Where they stand, in order; of one group none within another.
    pub(super) fn find(&self, column: &Column) -> Vec<Found> {
        let text = column.document.reading.text();
        let pieces = pieces(column);
        let mut folded: HashMap<&str, String> = HashMap::new();
        for piece in &pieces {
            let word = &text[piece.range.clone()];
            folded.entry(word).or_insert_with(|| fold(word));
        }
        let form = |piece: &Piece| folded.get(&text[piece.range.clone()]).map_or("", String::as_str);
        let mut found: Vec<Found> = Vec::new();
        let mut reached: HashMap<usize, usize> = HashMap::new();
        for (at, piece) in pieces.iter().enumerate() {
            for (words, group) in self.by_first.get(form(piece)).into_iter().flatten() {
                let run = pieces.get(at..at + words.len()).unwrap_or_default();
                let same = run.len() == words.len() && run.iter().zip(words).all(|(piece, word)| form(piece) == word);
                let open = reached.get(group).is_none_or(|&end| end <= piece.range.start);
                if same && open && stands_together(text, run) {
                    let range = piece.range.start..run.last().map_or(piece.range.end, |last| last.range.end);
                    reached.insert(*group, range.end);
                    found.push(Found { group: *group, range });
                }
            }
        }
        found
    }
}

/// Whether no sentence ends within a phrase; a comma may stand in it.
pub(super) fn stands_together(text: &str, run: &[Piece]) -> bool {
    run.windows(2).all(|pair| {
        let between = &text[pair[0].range.end..pair[1].range.start];
        pair[1].follows || !between.contains(['.', ';', ':', '?', '!', '\n', '(', ')'])
    })
}
