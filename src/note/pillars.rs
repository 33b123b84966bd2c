//! The pillars of the responsibility to protect: what a year's report is about, and every passage that speaks of one.

use super::focus::focus;
use super::model::{Passage, Pillar, Pillars, Report, SectionKind};
use super::named_pillars::{PILLAR, named};
use super::outline::{Outline, Sentence};
use super::phrase;
use super::principle::is_on_principle;

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

#[cfg(test)]
mod tests {
    use super::speaks_of_others;

    #[test]
    fn the_pillars_of_the_organization_are_others_though_misread() {
        assert!(speaks_of_others("Peace end security, development and human rights are three pillars of one house."));
        assert!(!speaks_of_others("The three pillars look to the development of early warning."));
    }
}
