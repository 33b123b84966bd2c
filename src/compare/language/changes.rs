//! The word diff: what was inserted, deleted and replaced between two wordings.
//!
//! Words are compared whole, by `similar` (longest common subsequence); punctuation never decides how words align, it
//! follows its word. A word of grammar that happens to stand in both of two passages with nothing else in common joins
//! no diff of fragments: the passages are one replacement.

use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::compare::stem::fold;
use crate::compare::themes::stop_words::{Part, part_of};
use crate::compare::words::{Token, tokens};

/// A stretch of a word diff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chunk {
    /// What became of it.
    pub kind: ChunkKind,
    /// What stood there: bytes of the older text, empty where inserted.
    pub old: Range<usize>,
    /// What stands there: bytes of the newer text, empty where deleted.
    pub new: Range<usize>,
}

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChunkKind {
    /// It stands in both.
    Equal,
    /// It stands in the newer only.
    Inserted,
    /// It stood in the older only.
    Deleted,
    /// One stood for the other.
    Replaced,
}

/// The changes from `old` to `new`. The chunks' old ranges cover the older text in order, the new ranges the newer, white
/// space between them apart.
///
/// Linear in texts that are much alike. Where they have little in common `similar` ends its search at a bound that grows
/// with their length, at the price of some changes that a full search would have spared, so that two passages of many
/// thousand words are no danger.
pub fn word_changes(old: &str, new: &str) -> Vec<Chunk> {
    let (old_tokens, new_tokens): (Vec<Token>, Vec<Token>) = (tokens(old).collect(), tokens(new).collect());
    let (old_words, new_words) = (words(&old_tokens), words(&new_tokens));
    let keys = |text: &str, tokens: &[Token], words: &[usize]| -> Vec<String> {
        words.iter().map(|&word| key(&text[tokens[word].range.clone()])).collect()
    };
    let (old_keys, new_keys) = (keys(old, &old_tokens, &old_words), keys(new, &new_tokens, &new_words));
    let ops = without_chance(capture_diff_slices(Algorithm::Myers, &old_keys, &new_keys), |range| {
        old_words[range].iter().all(|&word| is_grammar(&old[old_tokens[word].range.clone()]))
    });
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for op in &ops {
        if let DiffOp::Equal { old_index, new_index, len } = *op {
            pairs.extend((0..len).map(|i| (old_words[old_index + i], new_words[new_index + i])));
        }
    }
    chunks((old, &old_tokens), (new, &new_tokens), &pairs)
}

/// The tokens that are words, by index.
fn words(tokens: &[Token]) -> Vec<usize> {
    (0..tokens.len()).filter(|&i| tokens[i].is_word).collect()
}

/// What words are compared by: quotation marks and hyphens of one kind are one.
fn key(word: &str) -> String {
    let plain = |c: char| match c {
        '’' | '‘' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        _ => c,
    };
    word.chars().map(plain).collect()
}

fn is_grammar(word: &str) -> bool {
    part_of(word, &fold(word)) == Part::Grammar
}

/// Leaves out equal words that stand in both by chance: grammar alone, and less of it than changes on either side.
fn without_chance(ops: Vec<DiffOp>, is_grammar: impl Fn(Range<usize>) -> bool) -> Vec<DiffOp> {
    let changed = |op: Option<&DiffOp>| op.map_or(0, |op| op.old_range().len().max(op.new_range().len()));
    let by_chance = |i: usize| match ops[i] {
        DiffOp::Equal { old_index, len, .. } => {
            let least = changed(i.checked_sub(1).and_then(|i| ops.get(i))).min(changed(ops.get(i + 1)));
            len <= least && is_grammar(old_index..old_index + len)
        }
        _ => false,
    };
    (0..ops.len()).filter(|&i| !by_chance(i)).map(|i| ops[i]).collect()
}

/// A text with its tokens.
type Tokened<'a> = (&'a str, &'a [Token]);

/// The chunks between and at the paired words; the punctuation between is paired where it is the same.
fn chunks(old: Tokened, new: Tokened, pairs: &[(usize, usize)]) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let (mut from_old, mut from_new) = (0, 0);
    for &(to_old, to_new) in pairs.iter().chain([&(old.1.len(), new.1.len())]) {
        between(old, new, from_old..to_old, from_new..to_new, &mut chunks);
        if to_old < old.1.len() && to_new < new.1.len() {
            push(&mut chunks, ChunkKind::Equal, old.1[to_old].range.clone(), new.1[to_new].range.clone());
        }
        (from_old, from_new) = (to_old + 1, to_new + 1);
    }
    chunks
}

/// The chunks of two stretches between paired words: the same marks at either end are equal, what is left is a change.
fn between(old: Tokened, new: Tokened, mut a: Range<usize>, mut b: Range<usize>, chunks: &mut Vec<Chunk>) {
    let same = |i: usize, j: usize| {
        let (one, other) = (&old.1[i], &new.1[j]);
        !one.is_word && !other.is_word && mark(&old.0[one.range.clone()]) == mark(&new.0[other.range.clone()])
    };
    while !a.is_empty() && !b.is_empty() && same(a.start, b.start) {
        push(chunks, ChunkKind::Equal, old.1[a.start].range.clone(), new.1[b.start].range.clone());
        (a.start, b.start) = (a.start + 1, b.start + 1);
    }
    let mut tail = 0;
    while a.len() > tail && b.len() > tail && same(a.end - tail - 1, b.end - tail - 1) {
        tail += 1;
    }
    let covered = |tokens: &[Token], range: Range<usize>, reached: usize| match tokens.get(range.clone()) {
        Some([first, .., last]) => first.range.start..last.range.end,
        Some([only]) => only.range.clone(),
        _ => reached..reached,
    };
    let (ends_old, ends_new) = chunks.last().map_or((0, 0), |last| (last.old.end, last.new.end));
    let deleted = covered(old.1, a.start..a.end - tail, ends_old);
    let inserted = covered(new.1, b.start..b.end - tail, ends_new);
    match (deleted.is_empty(), inserted.is_empty()) {
        (true, true) => {}
        (true, false) => push(chunks, ChunkKind::Inserted, deleted, inserted),
        (false, true) => push(chunks, ChunkKind::Deleted, deleted, inserted),
        (false, false) => push(chunks, ChunkKind::Replaced, deleted, inserted),
    }
    for i in (0..tail).rev() {
        push(chunks, ChunkKind::Equal, old.1[a.end - i - 1].range.clone(), new.1[b.end - i - 1].range.clone());
    }
}

/// Marks that are set in several ways.
fn mark(text: &str) -> &str {
    match text {
        "“" | "”" | "„" | "«" | "»" => "\"",
        "‘" | "’" => "'",
        "–" | "—" | "\u{2010}" | "\u{2011}" => "-",
        _ => text,
    }
}

/// Appends a chunk, joined to the one before where that is of its kind.
fn push(chunks: &mut Vec<Chunk>, kind: ChunkKind, old: Range<usize>, new: Range<usize>) {
    match chunks.last_mut() {
        Some(last) if last.kind == kind && kind == ChunkKind::Equal => {
            last.old.end = old.end;
            last.new.end = new.end;
        }
        _ => chunks.push(Chunk { kind, old, new }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The diff as text: `[-deleted-]`, `{+inserted+}`.
    fn shown(old: &str, new: &str) -> String {
        let chunks = word_changes(old, new);
        let part = |chunk: &Chunk| match chunk.kind {
            ChunkKind::Equal => new[chunk.new.clone()].to_owned(),
            ChunkKind::Inserted => format!("{{+{}+}}", &new[chunk.new.clone()]),
            ChunkKind::Deleted => format!("[-{}-]", &old[chunk.old.clone()]),
            ChunkKind::Replaced => format!("[-{}-]{{+{}+}}", &old[chunk.old.clone()], &new[chunk.new.clone()]),
        };
        chunks.iter().map(part).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn whole_words_and_no_fragments() {
        assert_eq!(
            shown("a maximum of three minutes", "a maximum of four minutes"),
            "a maximum of [-three-]{+four+} minutes"
        );
        assert_eq!(shown("panellists speak", "panelists speak"), "[-panellists-]{+panelists+} speak");
    }

    #[test]
    fn punctuation_follows_its_word() {
        assert_eq!(
            shown("prevent and respond.", "prevent and respond to these acts."),
            "prevent and respond {+to these acts+} ."
        );
        assert_eq!(
            shown("ethnic cleansing, and crimes", "ethnic cleansing and crimes"),
            "ethnic cleansing [-,-] and crimes"
        );
        assert_eq!(shown("He said “yes”.", "He said \"yes\"."), "He said \"yes\".");
    }

    #[test]
    fn grammar_alone_aligns_nothing() {
        let diff = shown(
            "It will also help to reaffirm the important role of the General Assembly.",
            "It will also serve to discuss how to implement the concrete recommendations of the report.",
        );
        assert!(diff.starts_with("It will also [-"), "{diff}");
        assert!(diff.matches("[-").count() <= 2, "{diff}");
    }

    #[test]
    fn nothing_and_the_same() {
        assert_eq!(shown("", ""), "");
        assert_eq!(shown("", "New words."), "{+New words.+}");
        assert_eq!(shown("Old words.", ""), "[-Old words.-]");
        assert_eq!(shown("The same words.", "The same words."), "The same words.");
    }
}
