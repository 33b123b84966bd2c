//! The difference between two notes, or two sections: sentence by sentence, and word by word within.
//!
//! Sentences are matched first (see [`super::matching`]); the heaviest run of pairs that keep their order stands, what
//! breaks it has moved. So a moved sentence is shown as moved, and not as deleted here and inserted there.

use serde::{Serialize, Serializer};

use super::changes::{Chunk, ChunkKind, word_changes};
use super::matching::Pool;
use super::sentences::{Sentence, Vocabulary, units_of};
use crate::compare::comparison::{Column, Comparison, Place};
use crate::compare::words::count;
use crate::note::model::SectionKind;

/// A note, or one of its sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The note.
    pub column: usize,
    /// The section; the whole note where absent.
    pub section: Option<SectionKind>,
}

/// The difference between two parts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diff {
    /// The older part.
    pub old: Part,
    /// The newer part.
    pub new: Part,
    /// What stands in either, in the order of the newer; what was deleted stands where it stood.
    pub blocks: Vec<DiffBlock>,
    /// Words by what became of them.
    pub words: WordCounts,
}

/// Words by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WordCounts {
    /// They stand in both, in their place.
    pub equal: usize,
    /// They stand in both, elsewhere.
    pub moved: usize,
    /// They stand in the newer only.
    pub inserted: usize,
    /// They stood in the older only.
    pub deleted: usize,
}

/// What became of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DiffKind {
    /// It stands in both.
    Equal,
    /// It stands in both, in other words: its chunks tell which.
    Revised,
    /// It stands in the newer only.
    Inserted,
    /// It stood in the older only.
    Deleted,
    /// It stands here and stood elsewhere.
    MovedHere,
    /// It stood here and stands elsewhere.
    MovedAway,
}

impl DiffKind {
    /// Its name, for people and for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Revised => "revised",
            Self::Inserted => "inserted",
            Self::Deleted => "deleted",
            Self::MovedHere => "moved-here",
            Self::MovedAway => "moved-away",
        }
    }
}

impl Serialize for DiffKind {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.name())
    }
}

/// A sentence of the difference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiffBlock {
    /// What became of it.
    pub kind: DiffKind,
    /// The older wording.
    pub old: Option<Wording>,
    /// The newer wording.
    pub new: Option<Wording>,
    /// The changes within; empty unless it stands in both in other words.
    pub chunks: Vec<Chunk>,
    /// Whether a paragraph begins with it.
    pub begins_paragraph: bool,
    /// For what moved, the number of the move: the same here and there, and for all sentences that moved together.
    pub moved: Option<usize>,
}

/// A wording and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wording {
    /// The words.
    pub text: String,
    /// Where.
    pub place: Place,
}

/// The difference from `old` to `new`.
pub fn diff(comparison: &Comparison, old: Part, new: Part) -> Diff {
    let empty = Diff { old, new, blocks: Vec::new(), words: WordCounts::default() };
    let columns = comparison.columns();
    let (Some(old_column), Some(new_column)) = (columns.get(old.column), columns.get(new.column)) else { return empty };
    let mut vocabulary = Vocabulary::default();
    let older = units(old_column, old.section, &mut vocabulary);
    let newer = units(new_column, new.section, &mut vocabulary);
    let mut pool = Pool::default();
    for (index, sentence) in older.iter().enumerate() {
        pool.add(0, index, sentence, &vocabulary);
    }
    let mut from: Vec<Option<usize>> = vec![None; newer.len()];
    for found in pool.pair(&newer, &vocabulary) {
        from[found.new] = Some(found.old.1);
    }
    let differ = Differ { old_column, new_column, old, new, older: &older, newer: &newer };
    let blocks = differ.blocks(&from);
    Diff { words: word_counts(&blocks), blocks, ..empty }
}

fn units(column: &Column, section: Option<SectionKind>, vocabulary: &mut Vocabulary) -> Vec<Sentence> {
    let mut units = units_of(column, vocabulary);
    units.retain(|unit| section.is_none() || unit.section == section);
    units
}

struct Differ<'s, 'a> {
    old_column: &'s Column<'a>,
    new_column: &'s Column<'a>,
    old: Part,
    new: Part,
    older: &'s [Sentence],
    newer: &'s [Sentence],
}

impl Differ<'_, '_> {
    fn blocks(&self, from: &[Option<usize>]) -> Vec<DiffBlock> {
        let in_order = heaviest_run(from, |old| self.older[old].forms.len());
        let moves = moves(from, &in_order);
        // The newer sentence that each older one became: the inverse of `from`.
        let mut became: Vec<Option<usize>> = vec![None; self.older.len()];
        for (new, old) in from.iter().enumerate() {
            if let Some(old) = *old {
                became[old] = Some(new);
            }
        }
        let mut blocks = Vec::new();
        let mut reached = 0;
        let pass = |until: usize, reached: &mut usize, blocks: &mut Vec<DiffBlock>| {
            for (old, became) in became.iter().enumerate().take(until).skip(*reached) {
                match became.map(|new| moves[new]) {
                    Some(Some(number)) => blocks.push(self.old_only(DiffKind::MovedAway, old, Some(number))),
                    Some(None) => {}
                    None => blocks.push(self.old_only(DiffKind::Deleted, old, None)),
                }
            }
            *reached = until.max(*reached);
        };
        for (new, &old) in from.iter().enumerate() {
            match old {
                Some(old) if in_order[new] => {
                    pass(old, &mut reached, &mut blocks);
                    reached = old + 1;
                    blocks.push(self.pair(old, new, None));
                }
                Some(old) => blocks.push(self.pair(old, new, moves[new])),
                None => blocks.push(DiffBlock {
                    kind: DiffKind::Inserted,
                    old: None,
                    new: Some(self.newer_wording(new)),
                    chunks: Vec::new(),
                    begins_paragraph: begins(self.newer, new),
                    moved: None,
                }),
            }
        }
        pass(self.older.len(), &mut reached, &mut blocks);
        blocks
    }

    fn pair(&self, old: usize, new: usize, moved: Option<usize>) -> DiffBlock {
        let (old, wording) = (self.older_wording(old), self.newer_wording(new));
        let mut chunks = word_changes(&old.text, &wording.text);
        if chunks.iter().all(|chunk| chunk.kind == ChunkKind::Equal) {
            chunks.clear();
        }
        let kind = match (moved, chunks.is_empty()) {
            (Some(_), _) => DiffKind::MovedHere,
            (None, true) => DiffKind::Equal,
            (None, false) => DiffKind::Revised,
        };
        let begins_paragraph = begins(self.newer, new);
        DiffBlock { kind, old: Some(old), new: Some(wording), chunks, begins_paragraph, moved }
    }

    fn old_only(&self, kind: DiffKind, old: usize, moved: Option<usize>) -> DiffBlock {
        let begins_paragraph = begins(self.older, old);
        DiffBlock { kind, old: Some(self.older_wording(old)), new: None, chunks: Vec::new(), begins_paragraph, moved }
    }

    fn older_wording(&self, at: usize) -> Wording {
        wording(self.old.column, self.old_column, &self.older[at])
    }

    fn newer_wording(&self, at: usize) -> Wording {
        wording(self.new.column, self.new_column, &self.newer[at])
    }
}

fn wording(at: usize, column: &Column, sentence: &Sentence) -> Wording {
    Wording { text: sentence.text(column).to_owned(), place: sentence.place(at, column) }
}

/// Whether the sentence is the first of its paragraph.
fn begins(sentences: &[Sentence], at: usize) -> bool {
    at == 0 || sentences[at - 1].block != sentences[at].block
}

/// Which pairs keep their order: the increasing run of older numbers whose sentences have the most words.
fn heaviest_run(from: &[Option<usize>], weight: impl Fn(usize) -> usize) -> Vec<bool> {
    // Fenwick tree of the best run that ends at or before an older sentence: (words, newer sentence).
    let size = from.iter().flatten().max().map_or(0, |max| max + 1);
    let mut tree: Vec<(usize, Option<usize>)> = vec![(0, None); size + 1];
    let mut previous: Vec<Option<usize>> = vec![None; from.len()];
    let mut best = (0, None);
    for (new, old) in from.iter().enumerate() {
        let Some(old) = *old else { continue };
        let mut before = (0, None);
        let mut at = old;
        while at > 0 {
            before = before.max(tree[at]);
            at &= at - 1;
        }
        previous[new] = before.1;
        let run = (before.0 + weight(old).max(1), Some(new));
        best = best.max(run);
        let mut at = old + 1;
        while at <= size {
            tree[at] = tree[at].max(run);
            at += at & at.wrapping_neg();
        }
    }
    let mut kept = vec![false; from.len()];
    let mut at = best.1;
    while let Some(new) = at {
        kept[new] = true;
        at = previous[new];
    }
    kept
}

/// Numbers the moves: neighbours that moved together are one.
fn moves(from: &[Option<usize>], in_order: &[bool]) -> Vec<Option<usize>> {
    let mut moves: Vec<Option<usize>> = vec![None; from.len()];
    let mut count = 0;
    for new in 0..from.len() {
        let Some(old) = from[new].filter(|_| !in_order[new]) else { continue };
        let before = new.checked_sub(1).filter(|&before| from[before].is_some_and(|before| before + 1 == old));
        moves[new] = before.and_then(|before| moves[before]).or_else(|| {
            count += 1;
            Some(count)
        });
    }
    moves
}

fn word_counts(blocks: &[DiffBlock]) -> WordCounts {
    let mut words = WordCounts::default();
    for block in blocks {
        let of = |wording: &Option<Wording>| wording.as_ref().map_or(0, |wording| count(&wording.text));
        match block.kind {
            DiffKind::Equal => words.equal += of(&block.new),
            DiffKind::Inserted => words.inserted += of(&block.new),
            DiffKind::Deleted => words.deleted += of(&block.old),
            DiffKind::MovedAway => {}
            DiffKind::Revised | DiffKind::MovedHere => {
                let changed = block.chunks.iter().filter(|chunk| chunk.kind != ChunkKind::Equal);
                let (mut inserted, mut deleted) = (0, 0);
                for chunk in changed {
                    inserted += block.new.as_ref().map_or(0, |new| count(&new.text[chunk.new.clone()]));
                    deleted += block.old.as_ref().map_or(0, |old| count(&old.text[chunk.old.clone()]));
                }
                let same = of(&block.new) - inserted;
                words.inserted += inserted;
                words.deleted += deleted;
                *(if block.kind == DiffKind::Revised { &mut words.equal } else { &mut words.moved }) += same;
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::read;

    /// The difference of two notes, each sentence by what became of it and its words, the newer ones where there are such.
    fn shown(old: &str, new: &str) -> Vec<String> {
        let (old, new) =
            (read("2016.txt", old.as_bytes()).expect("a text"), read("2017.txt", new.as_bytes()).expect("a text"));
        let comparison = Comparison::in_order([&old, &new]);
        let part = |column| Part { column, section: None };
        let blocks = diff(&comparison, part(0), part(1)).blocks.into_iter();
        let text =
            |block: &DiffBlock| block.new.as_ref().or(block.old.as_ref()).map_or(String::new(), |it| it.text.clone());
        blocks.map(|block| format!("{}: {}", block.kind.name(), text(&block))).collect()
    }

    #[test]
    fn a_row_is_paired_with_one_of_the_same_person() {
        let old = "Programme\n\n10:00 am Opening remarks\n\nMs. Ann Older, President of the General Assembly\n\n\
                   Interactive dialogue\n\nModerator: Mr. Ivan Šimonović, Assistant Secretary-General for Human Rights\n\n\
                   10:30 am Remarks by panellists:\n\n• Dr. Edward Luck, former Special Adviser on the Responsibility to \
                   Protect\n\n• Dr. Jennifer Welsh, former Special Adviser on the Responsibility to Protect\n";
        let new = "Programme\n\n10:00 am Opening remarks\n\nMr. Peter Newer, President of the General Assembly\n\n\
                   Interactive dialogue\n\nModerator: Mr. Ivan Simonovic, Special Adviser on the Responsibility to \
                   Protect\n\n10:30 am Remarks by panellists:\n\n• Mr. Adama Dieng, Special Adviser on the Prevention of \
                   Genocide\n\n5:55 pm Closing remarks\n\nMr. Ivan Simonovic, Special Adviser on the Responsibility to Protect\n";
        let shown = shown(old, new);
        let of = |words: &str| shown.iter().find(|line| line.contains(words)).map_or("", |line| line);
        assert!(of("Moderator").starts_with("revised: Moderator: Mr. Ivan Simonovic"), "{shown:#?}");
        for (person, fate) in [("Luck", "deleted"), ("Welsh", "deleted"), ("Older", "deleted"), ("Newer", "inserted")] {
            assert!(of(person).starts_with(fate), "{person}: {shown:#?}");
        }
        assert!(shown.iter().all(|line| !line.starts_with("moved")), "{shown:#?}");
    }

    #[test]
    fn a_row_of_the_programme_moves_into_no_running_text() {
        let old = "Programme\n\nThe dialogue will be open to all.\n\n3:00 pm Interactive dialogue resumes\n\n\
                   6:00 pm Closing remarks by the President of the General Assembly\n";
        let new = "Programme\n\nThe dialogue will be open to all. The President of the General Assembly will close the event \
                   with concluding remarks.\n\n3:00 pm Interactive dialogue resumes\n\n6:00 pm Interactive dialogue concludes\n";
        let shown = shown(old, new);
        assert!(
            shown.contains(&"deleted: 6:00 pm Closing remarks by the President of the General Assembly".to_owned())
        );
        assert!(shown.iter().all(|line| !line.starts_with("moved")), "{shown:#?}");
    }
}
