//! The words and phrases that set one year's note apart from the others.
//!
//! Each note is held against all others together. How sure the difference is: log-likelihood G² (T. Dunning, "Accurate
//! methods for the statistics of surprise and coincidence", Computational Linguistics 19, 1993), in the two-cell form of
//! P. Rayson and R. Garside, "Comparing corpora using frequency profiling", 2000. How large it is: log ratio, the binary
//! logarithm of the ratio of the two rates (A. Hardie, "Log Ratio: an informal introduction", 2014), a rate of nothing
//! taken as half an occurrence.
//!
//! Terms are words and phrases of up to three words, in any spelling and inflection (see [`super::counts`]). Linear in the
//! text, but for sorting each note's distinctive terms.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use serde::Serialize;

use super::counts::{Counts, Key, Occurrence, Piece};
use super::stop_words::Part;
use crate::compare::comparison::{Column, Comparison, Place};

/// The least G² that is shown: a difference that chance gives once in twenty times (χ² with one degree of freedom).
const LEAST_G2: f64 = 3.84;
/// The least G² of a term that stands where the note states its own subject: once in ten times.
const LEAST_G2_OF_AGENDA: f64 = 2.71;
/// The least G² of a term that stands in every note: once in a thousand times.
const LEAST_G2_IN_ALL: f64 = 10.83;
/// The least effect that is shown: twice as frequent as elsewhere.
const LEAST_LOG_RATIO: f64 = 1.0;
/// The fewest occurrences of a word that does not stand where the note states its own subject.
const FEWEST: usize = 3;
/// The longest phrase as it is shown, where all occurrences of a phrase go on alike.
const LONGEST_SHOWN: usize = 6;

/// What sets one note apart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Distinctive {
    /// The note.
    pub column: usize,
    /// How many of its words were counted.
    pub words: usize,
    /// Its distinctive terms, the surest first; none where there is no other note to hold it against.
    pub terms: Vec<Term>,
}

/// A word or a phrase that a note uses more than the others do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term {
    /// The term, as the note mostly writes it.
    pub text: String,
    /// How often the note has it.
    pub count: usize,
    /// How often the others have it.
    pub elsewhere: usize,
    /// `count` per 1,000 words.
    pub rate: f64,
    /// `elsewhere` per 1,000 words.
    pub rate_elsewhere: f64,
    /// Log-likelihood: how sure the difference is.
    pub g2: f64,
    /// Log ratio: how large it is; 1 is twice as frequent, 2 four times.
    pub log_ratio: f64,
    /// Where the note has it.
    pub places: Vec<Place>,
}

/// What sets each note apart from the others.
pub fn keyness(comparison: &Comparison) -> Vec<Distinctive> {
    let columns = comparison.columns();
    let counts = Counts::of(columns);
    let mut candidates: Vec<Vec<Candidate>> = vec![Vec::new(); columns.len()];
    for (index, term) in counts.terms.iter().enumerate() {
        let runs = || term.occurrences.chunk_by(|a, b| a.column == b.column);
        let in_all = runs().count() == columns.len();
        for run in runs() {
            let column = run[0].column as usize;
            candidates[column].extend(candidate(&counts, index, run, in_all));
        }
    }
    columns
        .iter()
        .zip(candidates)
        .enumerate()
        .map(|(at, (column, candidates))| Distinctive {
            column: at,
            words: counts.words[at],
            terms: without_repetition(&counts, at, candidates)
                .into_iter()
                .map(|found| term(at, column, &counts, &found))
                .collect(),
        })
        .collect()
}

/// G² of `a` occurrences in `c` words against `b` in `d`.
pub fn log_likelihood(a: usize, c: usize, b: usize, d: usize) -> f64 {
    let (a, b, c, d) = (a as f64, b as f64, c as f64, d as f64);
    let part = |observed: f64, words: f64| {
        let expected = words * (a + b) / (c + d);
        if observed == 0.0 { 0.0 } else { observed * (observed / expected).ln() }
    };
    2.0 * (part(a, c) + part(b, d))
}

/// Log ratio of `a` occurrences in `c` words against `b` in `d`; nothing is taken as half an occurrence.
pub fn log_ratio(a: usize, c: usize, b: usize, d: usize) -> f64 {
    let rate = |n: usize, words: usize| if n == 0 { 0.5 } else { n as f64 } / words.max(1) as f64;
    (rate(a, c) / rate(b, d)).log2()
}

#[derive(Clone)]
struct Candidate {
    term: usize,
    count: usize,
    elsewhere: usize,
    /// Its occurrences, each the pieces that it covers.
    occurrences: Vec<Range<usize>>,
    g2: f64,
    log_ratio: f64,
}

/// The term number `index` as a candidate for the note that `run`, its occurrences there, is of, where it passes every
/// floor; `in_all`: whether it stands in every note. Linear in the run.
fn candidate(counts: &Counts, index: usize, run: &[Occurrence], in_all: bool) -> Option<Candidate> {
    let term = &counts.terms[index];
    let (count, elsewhere) = (run.len(), term.occurrences.len() - run.len());
    let words = counts.words[run.first()?.column as usize];
    let others = counts.total - words;
    let agenda = run.iter().any(|occurrence| occurrence.agenda);
    let fewest = match (agenda, term.key[1] == 0) {
        (true, _) if elsewhere == 0 => 1,
        (_, false) | (true, true) => 2,
        (false, true) => FEWEST,
    };
    if others == 0 || count < fewest {
        return None;
    }
    let g2 = log_likelihood(count, words, elsewhere, others);
    let log_ratio = log_ratio(count, words, elsewhere, others);
    let least = match in_all {
        true => LEAST_G2_IN_ALL,
        false if agenda => LEAST_G2_OF_AGENDA,
        false => LEAST_G2,
    };
    let occurrences = || run.iter().map(|found| found.first as usize..found.last as usize + 1).collect();
    (g2 >= least && log_ratio >= LEAST_LOG_RATIO).then(|| Candidate {
        term: index,
        count,
        elsewhere,
        occurrences: occurrences(),
        g2,
        log_ratio,
    })
}

/// The candidates in order, without those that only repeat another: a part of a phrase that hardly stands without it, a
/// phrase that is but one of many uses of a word listed already, and one that mostly overlaps a surer one. A phrase that
/// no other note has is shown as far as all its occurrences go on alike.
fn without_repetition(counts: &Counts, column: usize, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let pieces = &counts.pieces[column];
    // Of phrases that are equally sure and overlap, the one whose words are on a level says most.
    let level = |found: &Candidate| {
        let mut inner =
            found.occurrences[0].clone().skip(1).map(|at| &pieces[at]).filter(|piece| piece.part == Part::Grammar);
        inner.next().map_or(1, |piece| if piece.levels { 2 } else { 0 })
    };
    let length = |found: &Candidate| found.occurrences[0].len();
    let first = |found: &Candidate| found.occurrences[0].start;
    candidates.sort_by(|a, b| {
        b.g2.total_cmp(&a.g2)
            .then(level(b).cmp(&level(a)))
            .then(length(b).cmp(&length(a)))
            .then(first(a).cmp(&first(b)))
            .then(a.term.cmp(&b.term))
    });
    let of_term: HashMap<usize, usize> = candidates.iter().map(|found| (found.term, found.count)).collect();
    let mut repeated: BTreeSet<usize> = BTreeSet::new();
    for found in &candidates {
        for part in parts(&counts.terms[found.term].key) {
            let Some((part, &whole)) = counts.index.get(&part).and_then(|i| Some((*i, of_term.get(i)?))) else {
                continue;
            };
            if found.count * 4 >= whole * 3 {
                repeated.insert(part);
            } else if found.count * 4 <= whole {
                repeated.insert(found.term);
            }
        }
    }
    let mut covered: Vec<Range<usize>> = vec![0..0; pieces.len()];
    let mut kept = Vec::new();
    for mut found in candidates.into_iter().filter(|found| !repeated.contains(&found.term)) {
        let is_phrase = counts.terms[found.term].key[1] != 0;
        if is_phrase {
            let crosses = |run: &&Range<usize>| {
                let holds = |cover: &Range<usize>| run.start <= cover.start && cover.end <= run.end;
                covered[(*run).clone()].iter().any(|cover| !cover.is_empty() && !holds(cover))
            };
            let overlapping = found.occurrences.iter().filter(crosses).count();
            if overlapping * 4 >= found.count * 3 {
                continue;
            }
            if found.elsewhere == 0 {
                extend(&mut found.occurrences, pieces);
            }
            for run in &found.occurrences {
                covered[run.clone()].fill(run.clone());
            }
        } else if found.occurrences.iter().all(|run| !covered[run.start].is_empty()) {
            continue;
        }
        kept.push(found);
    }
    kept
}

/// Lets the occurrences of a phrase go on, to the right and to the left, while all of them have the same next word of
/// content, or a joining word and then one.
fn extend(occurrences: &mut [Range<usize>], pieces: &[Piece]) {
    let form = |at: Option<usize>| at.and_then(|at| pieces.get(at)).map(|piece| (piece.form, piece.part, piece.joins));
    let same = |occurrences: &[Range<usize>], at: &dyn Fn(&Range<usize>) -> Option<usize>| {
        let first = form(at(&occurrences[0]))?;
        occurrences.iter().all(|run| form(at(run)) == Some(first)).then_some(first)
    };
    while occurrences[0].len() < LONGEST_SHOWN {
        let next = |by: usize| move |run: &Range<usize>| Some(run.end + by);
        let follows =
            |by: usize| occurrences.iter().all(|run| pieces.get(run.end + by).is_some_and(|piece| piece.follows));
        let grow = match (same(occurrences, &next(0)), same(occurrences, &next(1))) {
            (Some((_, Part::Content, _)), _) if follows(0) => 1,
            (Some((_, _, true)), Some((_, Part::Content, _))) if follows(0) && follows(1) => 2,
            _ => break,
        };
        occurrences.iter_mut().for_each(|run| run.end += grow);
    }
    while occurrences[0].len() < LONGEST_SHOWN {
        let before = |run: &Range<usize>| run.start.checked_sub(1);
        let follows = occurrences.iter().all(|run| pieces[run.start].follows);
        match same(occurrences, &before) {
            Some((_, Part::Content | Part::Numeral, _)) if follows => {
                occurrences.iter_mut().for_each(|run| run.start -= 1)
            }
            _ => break,
        }
    }
}

/// The shorter terms within a term.
fn parts(key: &Key) -> Vec<Key> {
    let length = key.iter().take_while(|&&form| form != 0).count();
    let mut parts = Vec::new();
    for from in 0..length {
        for to in from + 1..=length {
            if to - from < length {
                let mut part = Key::default();
                part[..to - from].copy_from_slice(&key[from..to]);
                parts.push(part);
            }
        }
    }
    parts
}

fn term(at: usize, column: &Column, counts: &Counts, found: &Candidate) -> Term {
    let reading = &column.document.reading;
    let pieces = &counts.pieces[at];
    let ranges: Vec<Range<usize>> = found
        .occurrences
        .iter()
        .map(|run| pieces[run.start].start as usize..pieces[run.end - 1].end as usize)
        .collect();
    let elsewhere = found.elsewhere;
    let words = counts.words[at];
    let others = counts.total - words;
    let per_thousand = |n: usize, of: usize| 1000.0 * n as f64 / of.max(1) as f64;
    Term {
        text: usual_form(ranges.iter().map(|range| &reading.text()[range.clone()])),
        count: found.count,
        elsewhere,
        rate: per_thousand(found.count, words),
        rate_elsewhere: per_thousand(elsewhere, others),
        g2: found.g2,
        log_ratio: found.log_ratio,
        places: ranges.into_iter().map(|range| Place { column: at, span: reading.raw_span(range) }).collect(),
    }
}

/// The commonest of `forms`; of equals the one in lower case, which stands at no sentence's beginning.
fn usual_form<'a>(forms: impl Iterator<Item = &'a str>) -> String {
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for form in forms {
        *counted.entry(form.split_whitespace().collect::<Vec<_>>().join(" ")).or_default() += 1;
    }
    let lower = |form: &str| form.chars().filter(|c| c.is_lowercase()).count();
    let best = counted.into_iter().max_by_key(|(form, count)| (*count, lower(form), Reverse(form.clone())));
    best.map_or_else(String::new, |(form, _)| form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_likelihood_is_that_of_the_literature() {
        // Both corpora expected to hold 5 and 10 of the 15: 2 (10 ln 2 + 5 ln ½).
        let expected = 2.0 * (10.0 * (10.0_f64 / 5.0).ln() + 5.0 * (5.0_f64 / 10.0).ln());
        assert!((log_likelihood(10, 1000, 5, 2000) - expected).abs() < 1e-9);
        assert!((expected - 6.931).abs() < 0.001);
    }

    #[test]
    fn log_ratio_doubles() {
        assert!((log_ratio(10, 1000, 5, 1000) - 1.0).abs() < 1e-9);
        assert!((log_ratio(4, 1000, 0, 1000) - 3.0).abs() < 1e-9);
    }
}
