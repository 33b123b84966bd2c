//! How long an intervention from the floor may be, in minutes.

use std::ops::Range;

use super::model::SectionKind;
use super::outline::{Outline, Sentence};
use super::phrase;
use super::time_given::{clause_around, clause_before, gives_floor, is_for_panel, is_given_to_panel, subject_before};
use super::time_of_other::{is_distance, is_of_part, is_of_thing};
use crate::text::{BlockKind, Cited, lexicon, misread};

/// What minutes are called.
const MINUTES: [&str; 4] = ["minutes", "minute", "min", "mins"];

/// The unit in which a limit may be given instead.
const SECONDS: &str = "seconds";

/// What makes the minutes of a clause a limit.
const LIMITS: [&str; 36] = [
    // What is done to speakers, or asked of them.
    "cut off",
    "cut short",
    "switched off",
    "confine",
    "confined",
    "restricted to",
    "keep to",
    "keep within",
    "kept within",
    "kept to",
    // The limit itself, and what is beyond it.
    "limit",
    "limits",
    "maximum",
    "at most",
    "up to",
    "exceed",
    "exceeding",
    "go beyond",
    "longer than",
    "no more than",
    "not more than",
    // Who is limited: each for themselves.
    "per speaker",
    "each speaker",
    "every speaker",
    "each delegation",
    "every delegation",
    "speakers will have",
    "speakers have",
    "delegations will have",
    "delegations have",
    "groups will have",
    "groups have",
    "member states will have",
    "minutes each",
    "minute each",
    "min each",
];

/// What is limited: minutes that stand with it are its limit unless they are something else's.
const LIMITED: [&str; 8] =
    ["speak for", "speaking", "have the floor", "intervention", "interventions", "statement", "statements", "remarks"];

/// How long somebody may speak.
struct Limit {
    minutes: u32,
    /// Where it stands: the number, with its unit where it has one.
    place: Range<usize>,
    /// Whether it stands without its unit.
    bare: bool,
}

impl Limit {
    /// The longer one, the earlier where they are equal.
    fn longer(self, later: Self) -> Self {
        if self.minutes < later.minutes { later } else { self }
    }

    /// The limit as one of the text in which its own begins at `base`.
    fn within(self, base: usize) -> Self {
        Self { place: base + self.place.start..base + self.place.end, ..self }
    }
}

/// The longest intervention that any sentence allows.
pub(super) fn minutes(outline: &Outline<'_>) -> Option<Cited<u32>> {
    let units = outline.words.places(MINUTES.into_iter().chain([SECONDS]));
    let mut list = LimitList::default();
    let mut behind_limits = false;
    let mut limits: Vec<Limit> = Vec::new();
    for sentence in &outline.sentences {
        let text = outline.text(sentence);
        let listed = list.holds(outline, sentence);
        let timed = units.any_in(&sentence.range) && names_unit(text);
        let sets_limits = timed && (listed || speaks_of_limit(text));
        let own = match (sets_limits, behind_limits) {
            (true, _) => limits_of(text, sentence.part == SectionKind::Programme),
            // `Groups may speak for four.`, right behind a limit in minutes.
            (false, true) => bare_limit(text).into_iter().collect(),
            (false, false) => Vec::new(),
        };
        limits.extend(own.into_iter().map(|limit| limit.within(sentence.range.start)));
        behind_limits = sets_limits;
    }
    // No number is taken for minutes before any are named.
    let longest = limits.into_iter().skip_while(|limit| limit.bare).reduce(Limit::longer)?;
    Some(Cited::new(longest.minutes, outline.reading.raw_span(longest.place)))
}

/// A list that a limit leads in to: `Time limits:`, and below it an item for each kind of speaker.
#[derive(Default)]
struct LimitList {
    /// The block that it has come to, its lead or an item.
    last: Option<usize>,
}

impl LimitList {
    /// Whether the next sentence is of one of its items.
    fn holds(&mut self, outline: &Outline<'_>, sentence: &Sentence) -> bool {
        let item = outline.reading.blocks()[sentence.block].kind == BlockKind::Item;
        let holds = item && self.last.is_some_and(|last| sentence.block <= last + 1);
        self.last = (holds || Self::begins_behind(outline.text(sentence))).then_some(sentence.block);
        holds
    }

    /// Whether such a list begins behind a sentence.
    fn begins_behind(text: &str) -> bool {
        /// Longer than any line that leads in to a list of limits, in bytes.
        const LEAD_MAX: usize = 80;
        text.ends_with(':') && text.len() <= LEAD_MAX && speaks_of_limit(text)
    }
}

fn names_unit(text: &str) -> bool {
    phrase::has_any(text, &MINUTES) || phrase::has_exact(text, &[SECONDS])
}

fn speaks_of_limit(text: &str) -> bool {
    limits(text) || phrase::has_any(text, &LIMITED)
}

/// Whether a clause makes its minutes a limit.
fn limits(clause: &str) -> bool {
    phrase::has_any(clause, &LIMITS) || limits_run_on(clause) || gives_floor(clause)
}

/// The limits that a sentence sets: each in minutes, and one without its unit, for those who speak for groups.
fn limits_of(text: &str, in_programme: bool) -> Vec<Limit> {
    let words: Vec<Range<usize>> = phrase::words(text).collect();
    let times = (1..=words.len()).filter_map(|end| time_in_unit(text, &words[..end]));
    let limits = times.filter(|time| (1..=60).contains(&time.minutes) && limits_floor(text, &time.place, in_programme));
    // `… to four minutes; those speaking for groups may take six.`, `… to three minutes, and to five for groups`
    let of_clause = bare_limit(text).filter(|limit| ends_clause_of_its_own(text, limit.place.start));
    limits.chain(of_clause.or_else(|| limit_of_groups(text))).collect()
}

/// The time that the last of `words` is the unit of: `three-minute`, `three minutes`, `exceedthree minutes`, `180 seconds`.
fn time_in_unit(text: &str, words: &[Range<usize>]) -> Option<Limit> {
    let (last, before) = words.split_last()?;
    let word = &text[last.clone()];
    let (minutes, start) = match word.split_once('-') {
        Some((number, unit)) if is_minute(unit) => (phrase::number(number)?, last.start),
        _ if is_minute(word) => number_at_end(text, before)?,
        _ if word == SECONDS => {
            before.last().and_then(|seconds| Some((whole_minutes(&text[seconds.clone()])?, seconds.start)))?
        }
        _ => return None,
    };
    Some(Limit { minutes, place: start..last.end, bare: false })
}

/// The number among the last two of `words`, or that the last ran together with, and where it begins.
fn number_at_end(text: &str, words: &[Range<usize>]) -> Option<(u32, usize)> {
    let number = words.iter().rev().take(2).find_map(|word| Some((number(&text[word.clone()])?, word.start)));
    number.or_else(|| {
        let last = words.last()?;
        run_on_number(&text[last.clone()]).map(|(number, at)| (number, last.start + at))
    })
}

/// Whether the time at `place` is neither the panel's nor how long a part of the programme takes, nor how long before or after
/// another moment something is.
fn limits_floor(text: &str, place: &Range<usize>, in_programme: bool) -> bool {
    let clause = clause_around(text, place);
    let of_other = is_distance(&text[place.end..]) || is_of_part(clause);
    !is_of_thing(&text[place.clone()], &text[place.end..])
        && (!of_other || limits(clause))
        && !is_for_panel(subject_before(text, place.start))
        && !is_given_to_panel(&text[place.end..])
        && !is_length(text, place, in_programme)
}

/// How many minutes so many seconds are, where they are whole ones.
fn whole_minutes(seconds: &str) -> Option<u32> {
    seconds.parse::<u32>().ok().filter(|seconds| *seconds > 0 && seconds % 60 == 0).map(|seconds| seconds / 60)
}

/// A limit without its unit at a sentence's end: `… may speak for four.`
fn bare_limit(text: &str) -> Option<Limit> {
    const THEIRS: [&str; 4] = ["speak for", "groups", "on behalf", "may take"];
    const TIES: [&str; 12] = ["for", "have", "has", "take", "to", "than", "exceed", "within", "of", "is", "be", "get"];
    let words: Vec<Range<usize>> = phrase::words(text).collect();
    let [.., before, last] = &words[..] else { return None };
    // A number behind another word is that word's: `in Conference Room 4`.
    let apart = !text[before.end..last.start].trim().is_empty();
    let tied = apart || TIES.contains(&&text[before.clone()]);
    if tied && phrase::has_any(text, &THEIRS) { limit_without_unit(text, last.clone()) } else { None }
}

/// A limit without its unit, which the words behind it say to be that of groups: `and to five for groups`, `or five when they
/// speak for a group`.
fn limit_of_groups(text: &str) -> Option<Limit> {
    const THEIRS: [&str; 4] =
        [" for groups", " for those speaking on behalf", " for statements on behalf", " on behalf of"];
    const WHERE: [&str; 3] = [" when ", " where ", " if "];
    /// No such clause is longer, in bytes.
    const CLAUSE_MAX: usize = 80;
    let theirs = |word: &Range<usize>| {
        let behind = &text[word.end..];
        let near = || &behind[..behind.floor_char_boundary(CLAUSE_MAX)];
        let clause = || near().split([',', ';', '.']).next().unwrap_or_default();
        THEIRS.iter().any(|words| behind.starts_with(words))
            || WHERE.iter().any(|tie| behind.starts_with(tie))
                && phrase::has_any(clause(), &["group", "groups", "on behalf"])
    };
    limit_without_unit(text, phrase::words(text).find(theirs)?)
}

/// The limit that a word alone gives.
fn limit_without_unit(text: &str, word: Range<usize>) -> Option<Limit> {
    let minutes = phrase::number(&text[word.clone()]).filter(|minutes| (1..=20).contains(minutes))?;
    Some(Limit { minutes, place: word, bare: true })
}

/// Whether what stands at `at` ends a clause that speaks of groups and does not limit the panel.
fn ends_clause_of_its_own(text: &str, at: usize) -> bool {
    let clause = clause_before(text, at);
    clause.len() < at && phrase::has_any(clause, &["groups", "group", "on behalf"]) && !is_for_panel(clause)
}

/// Whether minutes, all that a bracket or the end of a few words holds, are how long a part of the programme takes that
/// stands before them: `Concluding remarks (15 minutes)`, `Opening statements, 20 min.`
fn is_length(text: &str, minutes: &Range<usize>, in_programme: bool) -> bool {
    const PARTS: [&str; 8] =
        ["opening", "welcome", "welcoming", "closing", "concluding", "panel discussion", "keynote", "wrap-up"];
    const SAYS: [&str; 12] =
        ["will", "is", "are", "be", "may", "should", "must", "shall", "exceed", "limited", "maximum", "limit"];
    // `Statements by Member States (3 minutes)`: how long each of them takes.
    const EACH: [&str; 6] = ["member states", "delegations", "the floor", "interventions", "speaking", "time"];
    let (head, rest) = (text[..minutes.start].trim_end(), text[minutes.end..].trim_start_matches(['.', ' ']));
    let bracketed = head.ends_with(['(', '[', '{']);
    let apart = bracketed || head.ends_with([',', '–', '—', '-', ':', '\t']);
    let alone = rest.is_empty() || rest.starts_with([')', ']', '}', ',', ';', '\t']);
    let part = || bracketed && in_programme || phrase::has_any(head, &PARTS);
    apart && alone && part() && !phrase::has_exact(text, &SAYS) && !phrase::has_any(head, &EACH)
}

fn is_minute(word: &str) -> bool {
    MINUTES.iter().any(|minutes| phrase::alike(word, minutes))
}

/// A number word, read through a misread letter.
fn number(word: &str) -> Option<u32> {
    phrase::number(word).or_else(|| {
        let names = ["three", "four", "five", "seven", "eight", "nine", "fifteen"];
        misread::form_of(word, names.into_iter(), 0.78).and_then(|name| phrase::number(names[name]))
    })
}

/// Whether a number word ran together with a word that limits.
fn limits_run_on(text: &str) -> bool {
    let run_on = |word: &str| run_on_number(word).is_some_and(|(_, at)| LIMITS.contains(&&word[..at]));
    phrase::words(text).any(|word| run_on(&text[word]))
}

/// A number word that ran together with the word before it, and where it begins: `exceedfour`.
fn run_on_number(word: &str) -> Option<(u32, usize)> {
    const NUMBERS: [&str; 10] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "fifteen"];
    let known = lexicon::contains(word);
    NUMBERS.iter().filter(|_| !known).find_map(|number| {
        let before = word.strip_suffix(number).filter(|before| lexicon::contains(before))?;
        Some((phrase::number(number)?, before.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::{limits_run_on, minutes, run_on_number};
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn how_long_the_panel_speaks_limits_nobody_else() {
        let read = |text: &str| minutes(&Outline::of(&Reading::of(text))).map(|minutes| minutes.value);
        let floor = "Statements from the floor should not exceed four minutes.";
        assert_eq!(read("Speakers will be cut off after three minutes."), Some(3));
        assert_eq!(read("The microphone is switched off after five minutes."), Some(5));
        let given = "Five minutes will be allotted to each member of the panel";
        assert_eq!(read(&format!("{given}, but speakers are urged to confine themselves to three minutes.")), Some(3));
        assert_eq!(read("Statements will be allowed five minutes after the panellists have spoken."), Some(5));
        assert_eq!(read(&format!("A panel of four will then speak for some ten minutes each. {floor}")), Some(4));
        assert_eq!(read(&format!("Each of its members will speak for about eight minutes. {floor}")), Some(4));
    }

    #[test]
    fn how_long_a_row_of_the_programme_takes_limits_nobody() {
        let read = |row: &str| {
            let text = format!("Programme\n\n10.00 a.m. Opening\n\n12.30 p.m. {row}\n");
            minutes(&Outline::of(&Reading::of(&text))).map(|minutes| minutes.value)
        };
        for row in ["Concluding remarks (15 minutes)", "Closing statement [10 min.]", "Opening statements – 20 minutes"]
        {
            assert_eq!(read(row), None, "{row}");
        }
        let bare = |line: &str| minutes(&Outline::of(&Reading::of(&format!("{line}\n")))).map(|minutes| minutes.value);
        assert_eq!((bare("Concluding remarks (15 minutes)"), bare("National statements (3 minutes)")), (None, Some(3)));
        assert_eq!(read("Statements by Member States (3 minutes)"), Some(3));
        assert_eq!(read("Statements (4 minutes each)"), Some(4));
        assert_eq!((read("Speaking time: two minutes."), read("Max. 2 min per speaker.")), (Some(2), Some(2)));
        assert_eq!(read("Interactive dialogue (statements should not exceed 3 minutes)"), Some(3));
    }

    #[test]
    fn a_limit_may_be_kept_within() {
        let read = |text: &str| minutes(&Outline::of(&Reading::of(text))).map(|minutes| minutes.value);
        assert_eq!(read("Speakers are invited to keep within three minutes; a bell will be rung then."), Some(3));
        assert_eq!(read("No delegation should go beyond four minutes."), Some(4));
        let have = "Delegations will have three minutes";
        assert_eq!(read(&format!("{have}, or five when they speak for a group.")), Some(5));
        assert_eq!(read(&format!("{have}, which is less than five if counted by the whole day.")), Some(3));
    }

    #[test]
    fn a_number_may_run_together_with_the_word_before_it() {
        assert_eq!(run_on_number("exceedfour"), Some((4, 6)));
        assert_eq!(run_on_number("often"), None, "a word of its own");
        assert!(limits_run_on("not to exceedfour minutes"));
        assert!(!limits_run_on("not to exceed four minutes"));
    }
}
