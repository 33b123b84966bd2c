//! The pillars of the responsibility to protect: what a year's report is about, and every passage that speaks of one.

use std::ops::Range;

use super::focus::focus;
use super::model::{Passage, Pillar, Pillars, Report, SectionKind};
use super::outline::{Outline, Sentence};
use super::phrase;
use super::principle::{begins_with_principle, is_on_principle};
use crate::text::lexicon;

/// What each pillar is about, in words that stand for it without naming it.
const SUBSTANCE: [(Pillar, &[&str]); 3] = [
    (
        Pillar::I,
        &[
            "primary responsibility to protect",
            "responsibility of states to protect",
            "responsibility of the state to protect",
            "first and foremost with the state",
            "state responsibility and prevention",
            "national atrocity prevention",
            "protecting its populations",
            "responsibility to protect its own population",
            "national resilience",
        ],
    ),
    (
        Pillar::II,
        &[
            "international assistance",
            "assist states",
            "assisting states",
            "assistance to member states",
            "encourage and help states",
            "capacity-building",
            "capacity building",
            "protection assistance",
            "responsibility to assist",
            "help national authorities",
            "support national authorities",
            "provided to states",
        ],
    ),
    (
        Pillar::III,
        &[
            "timely and decisive response",
            "timely and decisive action",
            "timely and decisive",
            "manifestly failing",
            "respond to protection crises",
            "use of force",
            "collective action in response",
        ],
    ),
];

/// What names a pillar.
const PILLAR: [&str; 2] = ["pillar", "pillars"];

/// What the pillars of the responsibility to protect are called the pillars of.
const OWNERS: [&str; 14] = [
    "responsibility",
    "principle",
    "concept",
    "framework",
    "strategy",
    "rtop",
    "r2p",
    "implementation",
    "approach",
    "report",
    "commitment",
    "doctrine",
    "norm",
    "summit",
];

/// Reads what a note says of the pillars; a note on another subject says nothing of them.
pub(super) fn pillars(outline: &Outline<'_>, year: Option<i16>, report: &Report) -> Pillars {
    if !is_on_principle(outline.reading.text()) {
        return Pillars::default();
    }
    let mut read = Pillars::default();
    // Whether a passage has named all of them.
    let mut counted = false;
    let by_name = outline.words.places(PILLAR);
    let by_substance = SUBSTANCE.map(|(pillar, phrases)| (pillar, outline.words.exact_places(phrases.iter().copied())));
    for (i, sentence) in outline.sentences.iter().enumerate() {
        let words = outline.text(sentence);
        let named = by_name.any_in(&sentence.range).then(|| named(words, counted));
        let named = named.filter(|named| !named.is_empty() && !speaks_of_others(words));
        if let Some(named) = named {
            if read.focus.is_empty() {
                read.focus = focus(outline, i, &named, year, report);
            }
            let mut pillars: Vec<Pillar> = named.iter().map(|(pillar, _)| *pillar).collect();
            pillars.sort_unstable();
            pillars.dedup();
            counted |= pillars.len() == Pillar::ALL.len();
            read.passages.push(passage(outline, sentence, pillars, true));
            continue;
        }
        // A document's title speaks of its own subject.
        if matches!(sentence.part, SectionKind::Title | SectionKind::Documents) {
            continue;
        }
        let told = by_substance.iter().filter(|(_, places)| places.any_in(&sentence.range));
        let substance: Vec<Pillar> = told.map(|(pillar, _)| *pillar).collect();
        if !substance.is_empty() {
            read.passages.push(passage(outline, sentence, substance, false));
        }
    }
    read
}

fn passage(outline: &Outline<'_>, sentence: &Sentence, pillars: Vec<Pillar>, explicit: bool) -> Passage {
    let cited = outline.cite(sentence.range.clone());
    Passage { pillars, explicit, text: cited.value, span: cited.span }
}

/// Whether the pillars of a sentence are those of something else: `the three pillars of the United Nations`.
fn speaks_of_others(text: &str) -> bool {
    let found = phrase::each(text, &["pillars of", "pillar of", "peace and security", "human rights"]);
    let place = |wanted: usize| found.iter().find(|&&(number, _)| number == wanted).map(|(_, place)| place);
    let owner = place(0)
        .or(place(1))
        .map(|of| phrase::words(&text[of.end..]).take(4).map(|word| &text[of.end..][word]).collect::<Vec<_>>());
    // `pillars of equal weight` belong to nobody else.
    let foreign = owner
        .filter(|words| !words.first().is_some_and(|word| matches!(*word, "equal" | "unequal")))
        .is_some_and(|words| !words.iter().any(|word| OWNERS.iter().any(|owner| phrase::alike(word, owner))));
    let of_organization = ["security", "development", "human rights"];
    foreign
        || place(3).is_some()
            && (place(2).is_some() || of_organization.iter().all(|field| phrase::has_exact(text, &[field])))
}

/// The pillars that a sentence names, each with the words that name it; `counted` where the note has said how many there are.
fn named(text: &str, counted: bool) -> Vec<(Pillar, Range<usize>)> {
    let words: Vec<Range<usize>> = phrase::words(text).collect();
    let mut named: Vec<(Pillar, Range<usize>)> =
        (0..words.len()).flat_map(|at| named_at(text, &words, at, counted)).collect();
    if !named.is_empty() {
        named.extend(elliptical(text, &words));
    }
    named
}

/// The pillars that the word at `at` names, with those around it.
fn named_at(text: &str, words: &[Range<usize>], at: usize, counted: bool) -> Vec<(Pillar, Range<usize>)> {
    let range = &words[at];
    let word = &text[range.clone()];
    // `three-pillar` stands as one word.
    if let Some((number, _)) = word.rsplit_once('-').filter(|(_, last)| is_pillar(last)) {
        if phrase::number(number) == Some(3) {
            return all_at(range);
        }
        return numbered(number).map(|pillar| (pillar, range.clone())).into_iter().collect();
    }
    if !is_pillar(word) {
        return Vec::new();
    }
    let behind = list_behind(text, words, at);
    if !behind.is_empty() {
        return behind;
    }
    if let Some(two) = first_or_last_two(text, words, at) {
        return two.iter().map(|pillar| (*pillar, words[at - 2].start..range.end)).collect();
    }
    let before = list_before(text, words, at);
    if before.is_empty() && means_all(text, words, at, counted) { all_at(range) } else { before }
}

/// All pillars, each named at `place`.
fn all_at(place: &Range<usize>) -> Vec<(Pillar, Range<usize>)> {
    Pillar::ALL.map(|pillar| (pillar, place.clone())).to_vec()
}

/// `the first and second pillars`, `three equal, mutually-reinforcing, and non-sequential pillars`.
fn list_before(text: &str, words: &[Range<usize>], at: usize) -> Vec<(Pillar, Range<usize>)> {
    let plural = text[words[at].clone()].ends_with('s');
    let mut found = Vec::new();
    for i in (at.saturating_sub(6)..at).rev() {
        let word = &text[words[i].clone()];
        if is_pillar(word) {
            break;
        }
        let place = words[i].start..words[at].end;
        if phrase::number(word) == Some(3) && (plural || i + 1 == at) {
            return all_at(&place);
        }
        match phrase::ordinal(word).and_then(|n| Pillar::ALL.get(n as usize - 1)) {
            Some(pillar) if at - i <= 4 => found.push((*pillar, place)),
            _ if !found.is_empty() && !ties(word) => break,
            _ => {}
        }
    }
    found
}

/// `each pillar`, `all three pillars`, `the pillars of the responsibility to protect`; where they are `counted`, any `the pillars`.
fn means_all(text: &str, words: &[Range<usize>], at: usize, counted: bool) -> bool {
    let before = |distance: usize| at.checked_sub(distance).map_or("", |i| &text[words[i].clone()]);
    let plural = text[words[at].clone()].ends_with('s');
    // How many there are needs no telling.
    let own = || text[words[at].end..].strip_prefix(" of ").is_some_and(begins_with_principle);
    match before(1) {
        "Each" | "each" | "every" | "Every" => true,
        "the" | "The" | "these" | "These" | "those" | "Those" if plural && (counted || own()) => true,
        _ => plural && matches!(before(2), "all" | "each"),
    }
}

/// `the first two pillars`, `the last two pillars`: those that two words before the word at `at` tell.
fn first_or_last_two(text: &str, words: &[Range<usize>], at: usize) -> Option<&'static [Pillar]> {
    let word = |i: usize| &text[words[i].clone()];
    let (which, number) = (word(at.checked_sub(2)?), word(at - 1));
    let two = phrase::number(number) == Some(2);
    match which.to_lowercase().as_str() {
        "first" | "former" if two => Some(&Pillar::ALL[..2]),
        "last" | "latter" if two => Some(&Pillar::ALL[1..]),
        _ => None,
    }
}

/// `under the first pillar …; under the second, …`: ordinals that leave the word pillar out.
fn elliptical(text: &str, words: &[Range<usize>]) -> Vec<(Pillar, Range<usize>)> {
    const BEHIND: [&str; 12] =
        ["is ", "are ", "and ", "to ", "will ", "may ", "can ", "must ", "should ", "have ", "has ", "cannot "];
    let mut found = Vec::new();
    for window in words.windows(3) {
        let [under, the, ordinal] = window else { continue };
        let tie = &text[under.clone()];
        let lead = matches!(tie, "under" | "of" | "to" | "and" | "on")
            || matches!(tie, "in" | "without" | "than" | "for" | "with") && counts_pillar(text, words, under.start);
        let lead = lead && text[the.clone()] == *"the";
        let pillar = phrase::ordinal(&text[ordinal.clone()]).and_then(|n| Pillar::ALL.get(n as usize - 1));
        let rest = text[ordinal.end..].trim_start();
        let bare = rest.is_empty()
            || rest.starts_with([',', '.', ';', ')'])
            || BEHIND.iter().any(|word| rest.starts_with(word));
        if let (true, true, Some(pillar)) = (lead, bare, pillar) {
            found.push((*pillar, the.start..ordinal.end));
        }
    }
    found
}

/// Whether the last ordinal before `end` counts a pillar: `the first pillar …` and then `in the second`.
fn counts_pillar(text: &str, words: &[Range<usize>], end: usize) -> bool {
    /// No sentence leaves so many words between.
    const WORDS_MAX: usize = 24;
    let head = words.partition_point(|word| word.end <= end);
    let near = head.saturating_sub(WORDS_MAX);
    let ordinal = (near..head).rev().find(|&at| phrase::ordinal(&text[words[at].clone()]).is_some());
    ordinal.and_then(|at| words.get(at + 1)).is_some_and(|next| is_pillar(&text[next.clone()]))
}

/// `Pillar II`, `pillars I and II`, `pillar two`, `pillars 1, 2 and 3`.
fn list_behind(text: &str, words: &[Range<usize>], at: usize) -> Vec<(Pillar, Range<usize>)> {
    let mut found = Vec::new();
    for range in &words[at + 1..words.len().min(at + 6)] {
        let word = &text[range.clone()];
        let counts = !word.eq_ignore_ascii_case("one") || !one_by_one(&text[range.end..]);
        let numbered = numbered(word).filter(|_| counts);
        match numbered {
            Some(pillar) => found.push((pillar, words[at].start..range.end)),
            None if (word == "to" || ties(word)) && !found.is_empty() => {}
            None => break,
        }
    }
    found
}

/// Whether what stands behind a number makes it no pillar's: `the pillars one after another`, `one by one`.
fn one_by_one(behind: &str) -> bool {
    let next = || phrase::words(behind).take(2).any(|word| phrase::alike(&behind[word], "another"));
    [" after ", " by ", " at a time"].iter().any(|words| behind.starts_with(words)) || next()
}

/// Whether a word only ties two ordinals, misread or not: `the second ond third pillars`.
fn ties(word: &str) -> bool {
    const SMALL: usize = 4;
    matches!(word, "and" | "or" | "the") || word.len() <= SMALL && !lexicon::contains(word)
}

fn is_pillar(word: &str) -> bool {
    PILLAR.iter().any(|pillar| phrase::alike(word, pillar))
}

/// The pillar that a numeral or a number names, read through look-alikes of the capital I; small numerals count as well.
fn numbered(word: &str) -> Option<Pillar> {
    let stroke = |c: char| matches!(c, 'l' | '1' | '|' | '!') || c == 'i' && word != "ill";
    let numeral: String = word.chars().map(|c| if stroke(c) { 'I' } else { c }).collect();
    match numeral.as_str() {
        "I" | "one" | "One" | "first" => Some(Pillar::I),
        "II" | "2" | "two" | "Two" | "second" => Some(Pillar::II),
        "III" | "3" | "three" | "Three" | "third" => Some(Pillar::III),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{named, speaks_of_others};
    use crate::note::model::Pillar;

    #[test]
    fn pillars_are_named_through_a_misread_tie_and_all_at_once() {
        let pillars = |text: &str| {
            let mut pillars: Vec<Pillar> = named(text, false).into_iter().map(|(pillar, _)| pillar).collect();
            pillars.sort_unstable();
            pillars
        };
        assert_eq!(pillars("It turns to the second ond third pillars."), Pillar::ALL[1..]);
        assert_eq!(pillars("It takes the pillars of the responsibility to protect in turn."), Pillar::ALL);
        assert_eq!(pillars("It stands on the pillars of the United Nations."), []);
        assert_eq!(pillars("It takes the three pillars one after another."), Pillar::ALL);
        assert_eq!(pillars("It takes the pillars one by one."), []);
        assert_eq!(pillars("Donors are asked, under Pilfar il, to pay."), [Pillar::II]);
        assert_eq!(pillars("It turns to pillar iii."), [Pillar::III]);
        assert_eq!(pillars("It finds the pillar ill suited."), []);
        assert_eq!(pillars("It wants against reading pillar three as another name."), Pillar::ALL[2..]);
        assert_eq!(pillars("It dwells on the first two pillars."), Pillar::ALL[..2]);
        assert_eq!(pillars("Who neglects the first pillar will find little use in the second."), Pillar::ALL[..2]);
        assert_eq!(pillars("Nothing is won under the second pillar without the first."), Pillar::ALL[..2]);
        assert_eq!(pillars("It turns to pillar two in the first part and to others in the third."), [Pillar::II]);
        assert_eq!(pillars("The first pillar was read in the second part, and others in the third."), [Pillar::I]);
        assert_eq!(pillars("It dwells on the last two pillars of the three."), Pillar::ALL[1..]);
        assert_eq!(pillars("The second pillar and the third will often be at work together."), Pillar::ALL[1..]);
    }

    #[test]
    fn the_pillars_of_the_organization_are_others_though_misread() {
        assert!(speaks_of_others("Peace end security, development and human rights are three pillars of one house."));
        assert!(!speaks_of_others("The three pillars look to the development of early warning."));
    }
}
