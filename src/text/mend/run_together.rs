//! Readings of a suspect as two words that have run together.

use std::ops::Range;

use super::case;
use super::channel::CHANNEL;
use super::context;
use super::form;
use super::hypothesis::Hypothesis;
use super::place::Place;
use super::scan;
use super::weigh::{FIRST_LOOK, TOGETHER, Weigher};
use crate::text::edit::Rule;
use crate::text::lexicon::{Class, LEXICON};
use crate::text::lookalike;

/// What each letter more says for two words that have run together: by chance only short ones look so.
const LONG: f32 = 0.3;
/// The shortest run that is parted while one of its words is misread.
const MISREAD_MIN: usize = 5;
/// Up to how many letters two words may well run together by chance.
const SPLIT_MIN: usize = 6;

impl Weigher<'_> {
    /// Two words that have run together.
    pub(super) fn read_as_two(&mut self, span: Range<usize>, place: &Place, hypotheses: &mut Vec<Hypothesis>) {
        let given = &self.text[span.clone()];
        if place.named || form::ends_in_ive(given) {
            return;
        }
        for (at, _) in given.char_indices().skip(1) {
            let (one, two) = given.split_at(at);
            let (Some(left), Some(right)) = (LEXICON.find(one), LEXICON.find(two)) else { continue };
            if !scan::usual_case(one) || !scan::usual_case(two) {
                continue;
            }
            let (left, right) = (LEXICON.class(left), LEXICON.class(right));
            let pair = context::is_pair(one, two);
            // A capital within is rather a name's: `BlackRock`.
            let capitals = one.starts_with(char::is_uppercase) && two.starts_with(char::is_uppercase);
            let named = capitals && one != "The";
            if !pair && (named || !may_part(one, left, two, right) && !is_tied(one, left, two, right)) {
                continue;
            }
            let long = LONG * given.len().saturating_sub(SPLIT_MIN) as f32;
            let cost = lookalike::edits(lookalike::SPACE);
            let score = left.weight() + right.weight() + TOGETHER + long - CHANNEL * cost
                + context::witness(one, two)
                + place.witness(one, two);
            hypotheses.push(Hypothesis {
                span: span.clone(),
                to: format!("{one} {two}"),
                score,
                cost: Some(cost),
                rule: Rule::Split,
            });
        }
    }

    /// Two words that have run together, one of them misread.
    pub(super) fn read_as_two_misread(&mut self, span: Range<usize>, place: &Place, hypotheses: &mut Vec<Hypothesis>) {
        let text = self.text;
        let given = &text[span.clone()];
        if place.named || given.len() < MISREAD_MIN || !given.is_ascii() {
            return;
        }
        for at in 2..given.len() - 1 {
            let (one, two) = given.split_at(at);
            let known =
                |part: &str| LEXICON.find(part).map(|id| LEXICON.class(id)).filter(|&class| class <= Class::Usual);
            let (given_part, known_class, left_known) = match (known(one), known(two)) {
                (Some(class), None) if scan::usual_case(one) => (two, class, true),
                (None, Some(class)) if two.bytes().all(|b| b.is_ascii_lowercase()) => (one, class, false),
                _ => continue,
            };
            let known_part = if left_known { one } else { two };
            let enough = if known_class == Class::Function { 2 } else { 4 };
            let odd = !scan::usual_case(given_part);
            if odd || known_part.len() < enough || given_part.len() < 3 || LEXICON.find(given_part).is_some() {
                continue;
            }
            for candidate in self.candidates(given_part, FIRST_LOOK).iter() {
                let word = LEXICON.word(candidate.id);
                let (first, last) = if left_known { (one, word) } else { (word, two) };
                let witness = context::witness(first, last);
                if witness == 0.0 && known_class != Class::Function {
                    continue;
                }
                let part = case::like(given_part, word, place.capital && !left_known);
                let to = if left_known { format!("{one} {part}") } else { format!("{part} {two}") };
                let space = lookalike::edits(lookalike::SPACE);
                let cost = Some(candidate.cost + space);
                let score = candidate.weight() + known_class.weight() + TOGETHER - CHANNEL * space
                    + witness
                    + place.witness(first, last);
                hypotheses.push(Hypothesis { span: span.clone(), to, score, cost, rule: Rule::Split });
            }
        }
    }
}

/// The second halves of compounds that any noun may make: no space was lost before them.
const COMPOUNDED: [&str; 62] = [
    "able",
    "back",
    "base",
    "based",
    "book",
    "box",
    "breaking",
    "building",
    "code",
    "count",
    "craft",
    "cycle",
    "day",
    "days",
    "down",
    "flow",
    "folk",
    "ground",
    "holder",
    "holders",
    "house",
    "keeper",
    "keepers",
    "keeping",
    "land",
    "life",
    "like",
    "line",
    "lines",
    "load",
    "maker",
    "makers",
    "making",
    "man",
    "mark",
    "men",
    "migration",
    "off",
    "out",
    "ownership",
    "people",
    "person",
    "persons",
    "point",
    "points",
    "product",
    "products",
    "room",
    "saving",
    "set",
    "sets",
    "side",
    "spot",
    "spots",
    "stream",
    "time",
    "up",
    "ware",
    "water",
    "wide",
    "word",
    "work",
];

/// Whether a word in small letters, but perhaps for its first, has run together with another although one of them makes
/// compounds: `reporton`, `asclarifying`, `avoice`, `whoact`.
fn is_tied(one: &str, left: Class, two: &str, right: Class) -> bool {
    /// What begins compounds itself, and the shortest words that the small ones among these stand before as words.
    const BEFORE: [&str; 8] = ["in", "on", "by", "out", "over", "under", "up", "off"];
    const BEHIND: usize = 6;
    const FREQUENT: usize = 4;
    // `apolitical` is no two words.
    let adjective = ["al", "ic", "ous", "ive"].iter().any(|ending| two.ends_with(ending));
    // `byMember`: a capital within begins the second word.
    let capital = two.starts_with(|c: char| c.is_ascii_uppercase()) && two.len() >= 3;
    if capital && left == Class::Function && one.len() >= 2 && one.bytes().all(|b| b.is_ascii_lowercase()) {
        return true;
    }
    // Beside a frequent word a long one may be rare.
    let usual = |class: Class, word: &str, other: Class| {
        class <= Class::Usual || word.len() >= RARE_MIN && other <= Class::Frequent
    };
    let small = two.bytes().all(|b| b.is_ascii_lowercase()) && one.is_ascii();
    small
        && match one {
            "a" => {
                let long = two.len() >= RARE_MIN && right <= Class::Plain;
                (two.len() >= 4 && right <= Class::Common || long) && !adjective
            }
            // `choosea`
            _ if two == "a" => one.len() >= 4 && left <= Class::Usual && one.bytes().all(|b| b.is_ascii_lowercase()),
            _ if one.len() < 2 || two.len() < 2 || !(usual(left, one, right) && usual(right, two, left)) => false,
            _ if BEFORE.contains(&one) => {
                let usual = two.len() >= FREQUENT && right <= Class::Frequent && !COMPOUNDED.contains(&two);
                one.len() == 2 && one != "up" && (two.len() >= BEHIND || usual) || right == Class::Function
            }
            _ => left == Class::Function || !COMPOUNDED.contains(&two),
        }
}

/// The shortest rare word that a small word has rather run together with than begun or ended another.
const RARE_MIN: usize = 6;

/// Numbers that plurals stand behind.
const COUNTS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// Whether two words that are not known to stand together may have run together: one of them goes with any, and makes no
/// compounds; or both are common and no compound.
fn may_part(one: &str, left: Class, two: &str, right: Class) -> bool {
    const COMPOUNDING: [&str; 19] = [
        "in", "on", "up", "out", "over", "under", "off", "by", "no", "so", "a", "an", "as", "do", "i", "or", "all",
        "one", "new",
    ];
    let first = one.to_ascii_lowercase();
    // `fourminutes`
    if COUNTS.contains(&first.as_str()) && two.len() >= 4 && two.ends_with('s') && right <= Class::Usual {
        return true;
    }
    let leads = left == Class::Function && first.len() >= 2 && !COMPOUNDING.contains(&first.as_str());
    let follows =
        right == Class::Function && (two.len() >= 3 || matches!(two, "of" | "to")) && !COMPOUNDING.contains(&two);
    // Beside a small word a long one is that word, however rare.
    let known = |class: Class, word: &str| class <= Class::Plain || word.len() >= RARE_MIN;
    (leads && known(right, two) && two.len() >= 3) || (follows && known(left, one) && one.len() >= 3)
}
