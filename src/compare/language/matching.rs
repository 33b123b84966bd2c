//! Which sentence of an older note became which of a newer one.
//!
//! Two sentences resemble each other by the words they share, each weighted by how much it says (Dice's coefficient, as
//! bags, as sequences, and the neighbours they share; the mean of the three). All pairs that resemble each other enough go
//! into one assignment, so that no pair is made at another's cost; among near-identical ones section and neighbours
//! decide, in a second assignment that knows the pairs of the first. What stands at the same place may resemble less (see
//! [`super::same_place`]); rows that name persons are one only where they name the same.
//!
//! Candidates come from an index of content words, so that the cost is that of the pairs that share some, not of all
//! pairs. Sentences of the same words stand in it as one text and are compared once; and no sentence has more than
//! [`MOST_CANDIDATES`] candidates, so that a note which says one thing a thousand times costs a thousand sentences and not
//! a million pairs.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::assignment::{Edge, assign};
use super::same_place::pair_at_same_place;
use super::sentences::{START, Sentence, Shape, Vocabulary};
use super::similarity::{LEAST_OF_SAME_START, similarity};
use crate::compare::names::same_person;

/// The least resemblance of a sentence to what it was revised from.
pub const LEAST: f32 = 0.5;
/// The most older sentences to which one is held: many more than resemble it where a text does not repeat itself.
pub const MOST_CANDIDATES: usize = 64;
/// What the same section is worth.
const SAME_SECTION: f64 = 0.08;
/// What a pair of neighbours that became each other is worth, on either side.
const SAME_NEIGHBOUR: f64 = 0.03;
/// What it is worth to stand in the newest of the older notes.
const NEWEST: f64 = 0.05;

/// Older sentences that a newer note may take up.
#[derive(Debug, Default)]
pub struct Pool<'s> {
    entries: Vec<Entry<'s>>,
    /// The different wordings of the entries.
    texts: Vec<Text<'s>>,
    /// The texts that hold a word of content, by its number.
    postings: Vec<Vec<u32>>,
    /// The texts by their words.
    exact: HashMap<&'s [u32], u32>,
    at: HashMap<(usize, usize), u32>,
}

/// Words that one or more sentences of the pool have.
#[derive(Debug)]
struct Text<'s> {
    /// The first sentence that has them.
    sentence: &'s Sentence,
    /// How many distinct words of content.
    content: usize,
    /// The entries that are still in the pool, in the order in which they were added.
    live: Vec<u32>,
}

/// A text of the pool, by its number, and how much a newer sentence resembles it.
type Alike = (u32, f32);

#[derive(Debug)]
struct Entry<'s> {
    sentence: &'s Sentence,
    column: usize,
    index: usize,
    text: u32,
}

/// A newer sentence and the older one it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The older sentence: its note and its number there.
    pub old: (usize, usize),
    /// The newer sentence's number.
    pub new: usize,
}

impl<'s> Pool<'s> {
    /// Adds the sentence number `index` of the note `column`.
    pub fn add(&mut self, column: usize, index: usize, sentence: &'s Sentence, vocabulary: &Vocabulary) {
        let number = self.entries.len() as u32;
        self.postings.resize_with(vocabulary.weights.len().max(self.postings.len()), Vec::new);
        let text = *self.exact.entry(&sentence.forms).or_insert_with(|| {
            let (text, content) = (self.texts.len() as u32, content(sentence, vocabulary));
            for &form in &content {
                self.postings[form as usize].push(text);
            }
            self.texts.push(Text { sentence, content: content.len(), live: Vec::new() });
            text
        });
        self.texts[text as usize].live.push(number);
        self.at.insert((column, index), number);
        self.entries.push(Entry { sentence, column, index, text });
    }

    /// Takes a sentence out: a newer one has taken its place.
    pub fn remove(&mut self, column: usize, index: usize) {
        if let Some(number) = self.at.remove(&(column, index)) {
            let live = &mut self.texts[self.entries[number as usize].text as usize].live;
            if let Ok(at) = live.binary_search(&number) {
                live.remove(at);
            }
        }
    }

    /// The pairs between the pool and `new`, in the order of `new`.
    pub fn pair(&self, new: &[Sentence], vocabulary: &Vocabulary) -> Vec<Match> {
        let newest = self
            .texts
            .iter()
            .filter_map(|text| text.live.last())
            .map(|&last| self.entries[last as usize].column)
            .max()
            .unwrap_or(0);
        let candidates = self.candidates(new, vocabulary);
        let weigh = |pairs: &HashMap<usize, (usize, usize)>| -> Vec<Edge> {
            let edge = |&(old, new_index, similarity): &(u32, usize, f32)| {
                let entry = &self.entries[old as usize];
                let mut weight = f64::from(similarity - LEAST_OF_SAME_START) + 0.05;
                if entry.sentence.section == new[new_index].section {
                    weight += SAME_SECTION;
                }
                if entry.column == newest {
                    weight += NEWEST;
                }
                let neighbour = |new: Option<usize>, old: Option<usize>| {
                    new.zip(old).is_some_and(|(new, old)| pairs.get(&new) == Some(&(entry.column, old)))
                };
                for met in [
                    neighbour(new_index.checked_sub(1), entry.index.checked_sub(1)),
                    neighbour(Some(new_index + 1), Some(entry.index + 1)),
                ] {
                    weight += if met { SAME_NEIGHBOUR } else { 0.0 };
                }
                Edge { row: new_index, column: old as usize, weight }
            };
            candidates.iter().map(edge).collect()
        };
        let first = assign(&weigh(&HashMap::new()));
        let place = |edge: &Edge| (self.entries[edge.column].column, self.entries[edge.column].index);
        let pairs = first.iter().map(|edge| (edge.row, place(edge))).collect();
        let second = assign(&weigh(&pairs));
        let mut olds: Vec<Option<(usize, usize)>> = vec![None; new.len()];
        second.iter().for_each(|edge| olds[edge.row] = Some(place(edge)));
        let older = &self.entries[self.entries.partition_point(|entry| entry.column < newest)..];
        let older: Vec<&Sentence> = older.iter().map(|entry| entry.sentence).collect();
        let open: Vec<bool> = olds.iter().map(Option::is_none).collect();
        let of_newest = |old: &Option<(usize, usize)>| old.filter(|old| old.0 == newest).map(|(_, index)| index);
        let mut from: Vec<Option<usize>> = olds.iter().map(of_newest).collect();
        pair_at_same_place(&mut from, &open, &older, new, vocabulary);
        let both = olds.into_iter().zip(from).map(|(old, from)| old.or(from.map(|index| (newest, index))));
        both.enumerate().filter_map(|(new, old)| Some(Match { old: old?, new })).collect()
    }

    /// Pairs that resemble each other enough: older, newer, similarity; [`MOST_CANDIDATES`] for each newer one at most.
    fn candidates(&self, new: &[Sentence], vocabulary: &Vocabulary) -> Vec<(u32, usize, f32)> {
        let mut found = Vec::new();
        let mut shared = vec![0u16; self.texts.len()];
        // What each different wording resembles, and how many of the sentences before have it.
        let mut known: HashMap<&[u32], (Vec<Alike>, usize)> = HashMap::new();
        for (at, sentence) in new.iter().enumerate() {
            let (alike, rank) = known
                .entry(&sentence.forms)
                .or_insert_with(|| (self.texts_like(sentence, at, &mut shared, vocabulary), 0));
            let from = found.len();
            for &(text, similarity) in &*alike {
                let live = &self.texts[text as usize].live;
                let room = MOST_CANDIDATES - (found.len() - from);
                // Of many sentences of the same words, those that stand at about the same place among their like.
                let first = rank.saturating_sub(room / 2).min(live.len().saturating_sub(room));
                for &old in live[first..].iter().take(room) {
                    let older = self.entries[old as usize].sentence;
                    let least = if begin_alike(older, sentence) { LEAST_OF_SAME_START } else { LEAST };
                    if similarity >= least {
                        found.push((old, at, similarity));
                    }
                }
            }
            found[from..].sort_unstable_by_key(|&(old, ..)| old);
            *rank += 1;
        }
        found
    }

    /// The texts that resemble a sentence, the number `at` of its note, with their similarity, the most similar first.
    /// `shared` counts, and is left at nothing. The cost is that of the texts that share words of content, and of
    /// comparing [`MOST_CANDIDATES`] of them in full.
    fn texts_like(&self, sentence: &Sentence, at: usize, shared: &mut [u16], vocabulary: &Vocabulary) -> Vec<Alike> {
        let own = content(sentence, vocabulary);
        let mut touched: Vec<u32> = Vec::new();
        for &form in &own {
            for &text in self.postings.get(form as usize).into_iter().flatten() {
                if shared[text as usize] == 0 {
                    touched.push(text);
                }
                shared[text as usize] = shared[text as usize].saturating_add(1);
            }
        }
        let same = self.exact.get(sentence.forms.as_slice()).copied();
        if own.is_empty() {
            touched.extend(same);
        }
        let mut likely: Vec<(usize, u32)> = Vec::new();
        for text in touched {
            let count = usize::from(std::mem::take(&mut shared[text as usize]));
            if count * 5 >= own.len() && !self.texts[text as usize].live.is_empty() {
                likely.push((count, text));
            }
        }
        if likely.len() > MOST_CANDIDATES {
            // Those of the same words, then those that share the greatest part, then those about the same place.
            likely.sort_by_cached_key(|&(count, text)| {
                let Text { content, live, .. } = &self.texts[text as usize];
                let part = 2000 * count / (own.len() + content).max(1);
                let place = live.first().map_or(0, |&old| self.entries[old as usize].index);
                (Some(text) != same, Reverse(part), place.abs_diff(at), text)
            });
            likely.truncate(MOST_CANDIDATES);
        }
        let compared =
            |&(_, text): &(usize, u32)| (text, resemblance(self.texts[text as usize].sentence, sentence, vocabulary));
        let mut alike: Vec<Alike> = likely.iter().map(compared).filter(|&(_, it)| it >= LEAST_OF_SAME_START).collect();
        alike.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        alike
    }
}

/// Whether two sentences of one section begin with the same words.
fn begin_alike(one: &Sentence, other: &Sentence) -> bool {
    one.section == other.section
        && one.forms.len() > START
        && one.forms.iter().take(START).eq(other.forms.iter().take(START))
}

/// How much two sentences resemble each other: a row of the programme and running text, or rows that name other persons,
/// not at all unless their words are the same; rows that name the same person more than by their words.
fn resemblance(one: &Sentence, other: &Sentence, vocabulary: &Vocabulary) -> f32 {
    let words = similarity(&one.forms, &other.forms, vocabulary);
    if one.forms == other.forms {
        return words;
    }
    if matches!((one.shape, other.shape), (Shape::Row, Shape::Running) | (Shape::Running, Shape::Row)) {
        return 0.0;
    }
    let has = |sentence: &Sentence, name: &[String]| {
        name.last().and_then(|surname| vocabulary.known(surname)).is_some_and(|form| sentence.forms.contains(&form))
    };
    match (one.persons.as_slice(), other.persons.as_slice()) {
        ([], []) => words,
        // Where the reader took the name for none, its words stand there.
        ([], [name, ..]) if has(one, name) => words,
        ([name, ..], []) if has(other, name) => words,
        (ones, others) if ones.iter().any(|name| others.iter().any(|other| same_person(name, other))) => {
            f32::midpoint(words, 1.0)
        }
        _ => 0.0,
    }
}

/// The distinct words of content of a sentence.
fn content(sentence: &Sentence, vocabulary: &Vocabulary) -> Vec<u32> {
    let mut forms: Vec<u32> =
        sentence.forms.iter().copied().filter(|&f| vocabulary.weights[f as usize] >= 1.0).collect();
    forms.sort_unstable();
    forms.dedup();
    forms
}
