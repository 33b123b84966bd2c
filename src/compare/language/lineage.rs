//! Lineage: every sentence of every note traced through the years.
//!
//! Notes are taken in order. The sentences of each are matched, in one assignment, with the latest form of every sentence
//! of all notes before it, so that a sentence may come back after years (see [`super::matching`]). What stays unmatched is
//! new; what no sentence of the next note takes up is dropped there. Two sentences that stand where one stood, or one
//! where two did, are split or merged. The index of older sentences makes the cost that of the pairs that share words:
//! in notes that repeat each other linear in the number of notes, in notes that do not, growing with what is dropped.

use std::collections::{HashMap, VecDeque};

use serde::Serialize;

use super::assignment::{Edge, assign};
use super::changes::{Chunk, ChunkKind, word_changes};
use super::matching::{Match, Pool};
use super::sentences::{Sentence, Vocabulary, sentences_of};
use super::similarity::{common_ground, contained, similarity};
use crate::compare::comparison::{Column, Comparison, Place, Whereabouts};
use crate::compare::names::looks_alike;
use crate::compare::spelling::same_but_for_spelling;
use crate::compare::words::tokens;

/// How much of a sentence must stand in another for it to be a piece of it.
const PIECE: f32 = 0.7;
/// The least common ground of a dropped sentence with the one that stands in its place.
const COMMON_GROUND: f32 = 0.3;
/// By how much two sentences together must resemble a third more than one of them does.
const BETTER_TOGETHER: f32 = 0.05;

/// A sentence, by its note and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SentenceId {
    /// The note.
    pub column: usize,
    /// Its number there, from 0.
    pub index: usize,
}

/// The sentences of all notes, and which came from which.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Lineage {
    /// One for each note, in order.
    pub columns: Vec<ColumnLineage>,
    /// The sentences by descent: each list one sentence through the years.
    pub threads: Vec<Vec<SentenceId>>,
}

/// The sentences of one note.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ColumnLineage {
    /// The note.
    pub column: usize,
    /// Its sentences, in order.
    pub sentences: Vec<Traced>,
    /// The sentences of the note before that it does not take up.
    pub dropped: Vec<Dropped>,
    /// How much of its language is its own.
    pub share: Share,
}

/// What became of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It stands in the first of the notes: there is none that it could have come from.
    First,
    /// It stands in this note first, and in none before it.
    New,
    /// It stood in an earlier note in the same words; spelling, case, punctuation and misread letters apart.
    Carried,
    /// It stood in an earlier note in other words.
    Revised,
}

/// A sentence and where it came from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Traced {
    /// Which sentence.
    pub id: SentenceId,
    /// Its words.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// Its section and paragraph.
    pub at: Whereabouts,
    /// How many words it has.
    pub words: usize,
    /// What became of it.
    pub status: Status,
    /// The thread it belongs to, as an index into [`Lineage::threads`].
    pub thread: usize,
    /// The note in which it first stood.
    pub first: usize,
    /// What it came from; two where two were merged.
    pub from: Vec<SentenceId>,
    /// Whether another sentence came from the same one.
    pub split: bool,
    /// How much it resembles what it came from, 0 to 1.
    pub similarity: f32,
    /// The words it came from, where they were others.
    pub old_text: Option<String>,
    /// The changes from `old_text`.
    pub changes: Vec<Chunk>,
}

/// A sentence that the next note does not take up.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dropped {
    /// Which.
    pub sentence: SentenceId,
    /// The sentence that stands in its place, where one does.
    pub replaced_by: Option<SentenceId>,
}

/// A note's words by what became of their sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Share {
    /// Words in all sentences.
    pub words: usize,
    /// Words in the sentences of the first note.
    pub first: usize,
    /// Words in new sentences.
    pub new: usize,
    /// Words in carried ones.
    pub carried: usize,
    /// Words in revised ones.
    pub revised: usize,
    /// Of those, words that were inserted or put for others.
    pub rewritten: usize,
}

impl Share {
    /// The share of the note's language that is its own: new sentences and rewritten words. None of the first note, which
    /// has none before it, and of a note without words.
    pub fn own(&self) -> Option<f64> {
        let compared = self.first == 0 && self.words > 0;
        compared.then(|| (self.new + self.rewritten) as f64 / self.words as f64)
    }
}

impl Lineage {
    /// The sentence with this number.
    pub fn sentence(&self, id: SentenceId) -> Option<&Traced> {
        self.columns.get(id.column)?.sentences.get(id.index)
    }
}

/// Traces every sentence through all notes.
pub fn lineage(comparison: &Comparison) -> Lineage {
    let mut vocabulary = Vocabulary::default();
    let columns = comparison.columns();
    let all: Vec<Vec<Sentence>> = columns.iter().map(|column| sentences_of(column, &mut vocabulary)).collect();
    let mut tracer =
        Tracer { columns, all: &all, vocabulary: &vocabulary, pool: Pool::default(), traced: Lineage::default() };
    for at in 0..columns.len() {
        tracer.trace(at);
    }
    tracer.traced
}

struct Tracer<'s, 'a> {
    columns: &'s [Column<'a>],
    all: &'s [Vec<Sentence>],
    vocabulary: &'s Vocabulary,
    pool: Pool<'s>,
    traced: Lineage,
}

impl<'s> Tracer<'s, '_> {
    fn trace(&mut self, at: usize) {
        let sentences = &self.all[at];
        let mut origins: Vec<Vec<SentenceId>> = vec![Vec::new(); sentences.len()];
        for Match { old: (column, index), new, .. } in self.pool.pair(sentences, self.vocabulary) {
            origins[new].push(SentenceId { column, index });
        }
        self.find_split(sentences, &mut origins);
        self.find_merged(at, sentences, &mut origins);
        let mut descendants: HashMap<SentenceId, usize> = HashMap::new();
        for &from in origins.iter().flatten() {
            *descendants.entry(from).or_default() += 1;
        }
        let traced: Vec<Traced> = origins
            .iter()
            .enumerate()
            .map(|(index, from)| {
                let split = from.iter().any(|from| descendants.get(from).is_some_and(|&count| count > 1));
                self.traced(SentenceId { column: at, index }, from, split)
            })
            .collect();
        let dropped = self.dropped(at, &traced);
        for sentence in &traced {
            for from in &sentence.from {
                self.pool.remove(from.column, from.index);
            }
        }
        for (index, sentence) in sentences.iter().enumerate() {
            self.pool.add(at, index, sentence, self.vocabulary);
        }
        let share = share(&traced);
        self.traced.columns.push(ColumnLineage { column: at, sentences: traced, dropped, share });
    }

    /// A sentence without origin beside one whose origin holds both is a piece of that.
    fn find_split(&self, sentences: &[Sentence], origins: &mut [Vec<SentenceId>]) {
        for new in 0..sentences.len() {
            if !origins[new].is_empty() {
                continue;
            }
            let beside = [new.checked_sub(1), Some(new + 1)].into_iter().flatten();
            let whole =
                beside.filter_map(|beside| Some((beside, *origins.get(beside)?.first()?))).find(|&(beside, from)| {
                    let (a, b) = (&sentences[new.min(beside)].forms, &sentences[new.max(beside)].forms);
                    self.are_pieces(a, b, &self.sentence(from).forms, &sentences[beside].forms, &sentences[new].forms)
                });
            if let Some((_, from)) = whole {
                origins[new].push(from);
            }
        }
    }

    /// A sentence of the note before that nothing takes up, beside one that a sentence holding both took up, was merged.
    fn find_merged(&self, at: usize, sentences: &[Sentence], origins: &mut [Vec<SentenceId>]) {
        let Some(before) = at.checked_sub(1) else { return };
        let size = self.all[before].len();
        let mut taken = vec![false; size];
        // The sentences that came from each one of the note before and from nothing else, in order.
        let mut alone: Vec<VecDeque<usize>> = vec![VecDeque::new(); size];
        for (new, from) in origins.iter().enumerate() {
            for from in from.iter().filter(|from| from.column == before) {
                taken[from.index] = true;
            }
            if let [only] = from.as_slice()
                && only.column == before
            {
                alone[only.index].push_back(new);
            }
        }
        for index in (0..size).filter(|&index| !taken[index]) {
            let lost = SentenceId { column: before, index };
            let beside = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
            for beside in beside.map(|index| SentenceId { column: before, index }) {
                let Some(&new) = alone.get(beside.index).and_then(VecDeque::front) else { continue };
                let (first, second) = if beside < lost { (beside, lost) } else { (lost, beside) };
                let (a, b) = (&self.sentence(first).forms, &self.sentence(second).forms);
                let kept = &self.sentence(beside).forms;
                if self.are_pieces(a, b, &sentences[new].forms, kept, &self.sentence(lost).forms) {
                    origins[new] = vec![first, second];
                    alone[beside.index].pop_front();
                    break;
                }
            }
        }
    }

    /// Whether `a` and `b` together are `whole`: the piece stands in it, and both resemble it more than `known` alone does.
    fn are_pieces(&self, a: &[u32], b: &[u32], whole: &[u32], known: &[u32], piece: &[u32]) -> bool {
        let together = [a, b].concat();
        contained(piece, whole, self.vocabulary) >= PIECE
            && similarity(&together, whole, self.vocabulary)
                > similarity(known, whole, self.vocabulary) + BETTER_TOGETHER
    }

    fn sentence(&self, id: SentenceId) -> &'s Sentence {
        &self.all[id.column][id.index]
    }

    fn text(&self, id: SentenceId) -> &'s str {
        self.sentence(id).text(&self.columns[id.column])
    }

    fn traced(&mut self, id: SentenceId, from: &[SentenceId], split: bool) -> Traced {
        let sentence = self.sentence(id);
        let column = &self.columns[id.column];
        let text = self.text(id);
        let old_text = from.iter().map(|&from| self.text(from)).collect::<Vec<_>>().join(" ");
        let old_forms: Vec<u32> = from.iter().flat_map(|&from| self.sentence(from).forms.iter().copied()).collect();
        let status = match from {
            [] if id.column == 0 => Status::First,
            [] => Status::New,
            _ if same_words(&old_text, text) => Status::Carried,
            _ => Status::Revised,
        };
        let mut changes = if status == Status::Revised { word_changes(&old_text, text) } else { Vec::new() };
        if split {
            // What was cut off at either end stands in the other piece.
            while changes.first().is_some_and(|chunk| chunk.kind == ChunkKind::Deleted) {
                changes.remove(0);
            }
            while changes.last().is_some_and(|chunk| chunk.kind == ChunkKind::Deleted) {
                changes.pop();
            }
        }
        let thread = match from.first().and_then(|&from| self.traced.sentence(from)) {
            Some(ancestor) => ancestor.thread,
            None => {
                self.traced.threads.push(Vec::new());
                self.traced.threads.len() - 1
            }
        };
        self.traced.threads[thread].push(id);
        let first = self.traced.threads[thread].first().map_or(id.column, |first| first.column);
        Traced {
            id,
            text: text.to_owned(),
            place: sentence.place(id.column, column),
            at: sentence.whereabouts(column),
            words: sentence.forms.len(),
            status,
            thread,
            first,
            from: from.to_vec(),
            split,
            similarity: if from.is_empty() { 0.0 } else { similarity(&old_forms, &sentence.forms, self.vocabulary) },
            old_text: (status == Status::Revised).then_some(old_text),
            changes,
        }
    }

    /// What the note before says and this one does not, each with the sentence that stands in its place: in the same
    /// section, between the same neighbours, and either the only one there or one with common ground.
    fn dropped(&self, at: usize, traced: &[Traced]) -> Vec<Dropped> {
        let Some(before) = at.checked_sub(1) else { return Vec::new() };
        let older = &self.all[before];
        let mut next: Vec<Option<usize>> = vec![None; older.len()];
        for (new, sentence) in traced.iter().enumerate() {
            for from in sentence.from.iter().filter(|from| from.column == before) {
                next[from.index].get_or_insert(new);
            }
        }
        let is_free = |sentence: &Traced| sentence.from.iter().all(|from| from.column != before);
        let mut edges = Vec::new();
        let lost: Vec<usize> = (0..older.len()).filter(|&index| next[index].is_none()).collect();
        for &index in &lost {
            let in_section = |other: &usize| older[*other].section == older[index].section;
            let above = (0..index).rev().take_while(in_section).find_map(|other| Some((other + 1, next[other]? + 1)));
            let below = (index + 1..older.len()).take_while(in_section).find_map(|other| Some((other, next[other]?)));
            let (from, to) = (above.map_or(0, |(_, new)| new), below.map_or(traced.len(), |(_, new)| new));
            let here = traced.get(from..to).unwrap_or_default().iter();
            let free: Vec<&Traced> =
                here.filter(|sentence| sentence.at.section == older[index].section && is_free(sentence)).collect();
            // Nothing else was dropped between the neighbours, or between one and the section's end.
            let begins = above.map_or(index == 0 || !in_section(&(index - 1)), |(from, _)| from == index);
            let ends = below.map_or(index + 1 == older.len() || !in_section(&(index + 1)), |(to, _)| to == index + 1);
            let alone = begins && ends;
            for sentence in &free {
                let ground = common_ground(&older[index], self.sentence(sentence.id), self.vocabulary);
                let stands_there = alone && free.len() == 1;
                if stands_there || ground >= COMMON_GROUND {
                    edges.push(Edge { row: index, column: sentence.id.index, weight: f64::from(ground) + 0.01 });
                }
            }
        }
        let pairs = assign(&edges);
        let replaced = |index: usize| {
            // `assign` gives each row once at most, in order.
            let pair = pairs.binary_search_by_key(&index, |pair| pair.row).ok()?;
            Some(SentenceId { column: at, index: pairs[pair].column })
        };
        let dropped =
            |&index: &usize| Dropped { sentence: SentenceId { column: before, index }, replaced_by: replaced(index) };
        lost.iter().map(dropped).collect()
    }
}

/// Whether two wordings are the same words; spelling, case, punctuation and letters that scanners confuse apart.
fn same_words(old: &str, new: &str) -> bool {
    let words = |text| tokens(text).filter(|token| token.is_word).map(|token| &text[token.range]).collect::<Vec<_>>();
    let (old, new) = (words(old), words(new));
    let same = |(old, new): (&&str, &&str)| old == new || looks_alike(old, new) || same_but_for_spelling(old, new);
    old.len() == new.len() && old.iter().zip(&new).all(same)
}

fn share(traced: &[Traced]) -> Share {
    let mut share = Share::default();
    for sentence in traced {
        share.words += sentence.words;
        match sentence.status {
            Status::First => share.first += sentence.words,
            Status::New => share.new += sentence.words,
            Status::Carried => share.carried += sentence.words,
            Status::Revised => {
                share.revised += sentence.words;
                let changed = sentence.changes.iter().filter(|chunk| chunk.kind != ChunkKind::Equal);
                let words = changed.map(|chunk| crate::compare::words::count(&sentence.text[chunk.new.clone()]));
                share.rewritten += words.sum::<usize>();
            }
        }
    }
    share
}
