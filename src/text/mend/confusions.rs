//! A confusion set: words of the language that a scanner reads for other words of it, each with the context that it needs.
//!
//! Such real-word errors no lexicon tells. As in the literature on them (Golding and Roth, "A Winnow-based approach to
//! context-sensitive spelling correction", 1999), pairs of words that are confused are given beforehand, and what stands
//! around one of them decides between the two. The letters in which a pair differs [look alike](crate::text::lookalike); it
//! belongs here where notes often have the one word, and seldom or never the other in that context.

use super::context;

/// Two words of which a scanner reads one for the other.
pub(super) struct Confusion {
    pub(super) given: &'static str,
    pub(super) meant: &'static str,
    context: Context,
}

/// What tells that the other word was meant.
enum Context {
    /// The other's part of speech fits between the neighbours, and its own does not.
    Grammar(fn(&Around<'_>) -> bool),
    /// The phrases know the other between the neighbours, and it beside neither.
    Phrases,
}

use Context::{Grammar, Phrases};

/// The pairs; of two with the same word given, the one that grammar tells stands first.
pub(super) const CONFUSIONS: [Confusion; 14] = [
    confusion("he", "be", Grammar(is_passive)),
    confusion("wall", "will", Grammar(|around| is_subject(around.left) && VERBS.contains(&around.right))),
    confusion("bold", "hold", Grammar(|around| MODALS.contains(&around.left) && DETERMINERS.contains(&around.right))),
    confusion("fist", "list", Grammar(is_listed)),
    confusion("an", "on", Grammar(|around| DETERMINERS.contains(&around.right) && !matches!(around.right, "a" | "an"))),
    confusion("an", "on", Phrases),
    confusion("aid", "and", Phrases),
    confusion("as", "is", Phrases),
    confusion("bow", "how", Phrases),
    confusion("die", "the", Phrases),
    confusion("end", "and", Phrases),
    confusion("fast", "last", Phrases),
    confusion("ray", "my", Phrases),
    confusion("tor", "for", Phrases),
];

const fn confusion(given: &'static str, meant: &'static str, context: Context) -> Confusion {
    Confusion { given, meant, context }
}

impl Confusion {
    /// Whether what stands `around` the word that is given tells that the other was meant.
    pub(super) fn is_told(&self, around: &Around<'_>) -> bool {
        match self.context {
            Grammar(fits) => fits(around),
            Phrases => {
                !around.left.is_empty()
                    && !around.right.is_empty()
                    && context::between(around.left, around.right).contains(&self.meant)
                    && !context::is_pair(around.left, self.given)
                    && !context::is_pair(self.given, around.right)
            }
        }
    }
}

/// What stands around a word, with no mark between: empty where one does.
pub(super) struct Around<'t> {
    /// The word before the one on the left.
    pub(super) farther: &'t str,
    pub(super) left: &'t str,
    pub(super) right: &'t str,
    /// The word behind the one on the right.
    pub(super) beyond: &'t str,
}

/// What is listed.
const LISTED: [&str; 14] = [
    "speakers",
    "participants",
    "panellists",
    "panelists",
    "delegations",
    "delegates",
    "experts",
    "names",
    "contacts",
    "documents",
    "reports",
    "topics",
    "questions",
    "items",
];

const MODALS: [&str; 10] = ["will", "would", "shall", "should", "may", "might", "can", "could", "must", "cannot"];

/// What stands before a noun, and never behind `an`.
const DETERMINERS: [&str; 13] =
    ["the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his", "her", "each"];

/// What stands between a modal and its verb.
const ADVERBS: [&str; 8] = ["not", "also", "then", "only", "nevertheless", "therefore", "thus", "again"];

/// Participles without an ending.
const PARTICIPLES: [&str; 24] = [
    "held",
    "made",
    "given",
    "sent",
    "taken",
    "heard",
    "found",
    "seen",
    "kept",
    "drawn",
    "brought",
    "known",
    "shown",
    "built",
    "led",
    "met",
    "done",
    "chosen",
    "borne",
    "understood",
    "written",
    "said",
    "laid",
    "left",
];

/// What stands behind `be` and behind no subject.
const COMPLEMENTS: [&str; 13] =
    ["a", "an", "the", "able", "of", "no", "open", "available", "before", "in", "at", "under", "among"];

/// What stands behind `will`.
const VERBS: [&str; 32] = [
    "be",
    "not",
    "also",
    "have",
    "take",
    "help",
    "serve",
    "provide",
    "consider",
    "begin",
    "continue",
    "focus",
    "give",
    "allow",
    "hold",
    "make",
    "include",
    "seek",
    "address",
    "deliver",
    "speak",
    "follow",
    "conclude",
    "present",
    "convene",
    "contribute",
    "bring",
    "enable",
    "offer",
    "examine",
    "explore",
    "consist",
];

/// Whether a verb's `be` stands here, with what completes it: behind a modal, or behind `to`, where an adjective does as well.
fn is_passive(around: &Around<'_>) -> bool {
    const ADJECTIVES: [&str; 9] = ["able", "ible", "ive", "ful", "ent", "ant", "ous", "ical", "ic"];
    let Around { farther, left, right, .. } = *around;
    let modal = MODALS.contains(&left) || ADVERBS.contains(&left) && MODALS.contains(&farther);
    // `should he need`, `must he shed`
    let ends = right.len() > 4 && right.ends_with("ed") && !right.ends_with("eed");
    let complement = ends || PARTICIPLES.contains(&right) || COMPLEMENTS.contains(&right);
    let adjective = || right.len() > 4 && ADJECTIVES.iter().any(|end| right.ends_with(end));
    modal && complement || left == "to" && (complement || adjective())
}

/// Whether a list's items stand behind it: `the fist of speakers`, and not of an iron hand.
fn is_listed(around: &Around<'_>) -> bool {
    around.left.eq_ignore_ascii_case("the") && around.right == "of" && LISTED.contains(&around.beyond)
}

/// Whether a word may be a verb's subject: notes say it before `will`. A noun, as in `sea wall`, may stand before a wall.
fn is_subject(word: &str) -> bool {
    context::is_pair(word, "will") && !DETERMINERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::CONFUSIONS;
    use crate::text::lookalike;

    #[test]
    fn words_that_are_confused_look_alike() {
        for pair in &CONFUSIONS {
            let cost = lookalike::cost(pair.given, pair.meant);
            assert!(cost <= 0.5, "{} and {}: {cost}", pair.given, pair.meant);
        }
    }
}
