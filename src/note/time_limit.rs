//! How long an intervention from the floor may be, in minutes.

use std::ops::Range;

use super::model::SectionKind;
use super::outline::Outline;
use super::phrase;
use crate::text::{BlockKind, Cited, lexicon, misread};

/// What minutes are called.
const MINUTES: [&str; 4] = ["minutes", "minute", "min", "mins"];

/// Longer than any line that leads in to a list of limits, in bytes.
const LEAD_MAX: usize = 80;

/// The unit in which a limit may be given instead.
const SECONDS: &str = "seconds";

/// The longest intervention that any sentence allows.
pub(super) fn minutes(outline: &Outline<'_>) -> Option<Cited<u32>> {
    const LIMITS: [&str; 44] = [
        "cut off",
        "cut short",
        "switched off",
        "confine",
        "confined",
        "time limit",
        "time limits",
        "limits",
        "keep to",
        "kept within",
        "kept to",
        "keep within",
        "go beyond",
        "restricted to",
        "speak for",
        "speaking",
        "intervention",
        "interventions",
        "statement",
        "statements",
        "remarks",
        "limit",
        "exceed",
        "exceeding",
        "maximum",
        "at most",
        "no longer than",
        "have the floor",
        "no more than",
        "not more than",
        "longer than",
        "up to",
        "per speaker",
        "each delegation",
        "speaking time",
        "minutes each",
        "minute each",
        "min each",
        "each speaker",
        "every speaker",
        "speakers will have",
        "every delegation",
        "delegations will have",
        "member states will have",
    ];
    let mut longest: Option<Cited<u32>> = None;
    let mut limited = false;
    let told = outline.words.places(MINUTES.into_iter().chain([SECONDS]));
    // The last block of a list that a limit leads in to: `Time limits:`, and below it an item for each kind of speaker.
    let mut listed: Option<usize> = None;
    for sentence in &outline.sentences {
        let text = outline.text(sentence);
        let item = outline.reading.blocks()[sentence.block].kind == BlockKind::Item;
        let follows = listed.is_some_and(|last| item && sentence.block <= last + 1);
        let leads = text.ends_with(':') && text.len() <= LEAD_MAX && phrase::has_any(text, &LIMITS);
        listed = (follows || leads).then_some(sentence.block);
        let told =
            told.any_in(&sentence.range) && (phrase::has_any(text, &MINUTES) || phrase::has_exact(text, &[SECONDS]));
        let limits = || follows || phrase::has_any(text, &LIMITS) || limits_run_on(text, &LIMITS);
        if !told || !limits() {
            // `Groups may speak for four.`, right behind a limit in minutes.
            if let Some((number, place)) = limited.then(|| bare_limit(text)).flatten()
                && longest.as_ref().is_some_and(|longest| longest.value < number)
            {
                let place = sentence.range.start + place.start..sentence.range.start + place.end;
                longest = Some(Cited::new(number, outline.reading.raw_span(place)));
            }
            limited = false;
            continue;
        }
        limited = true;
        let words: Vec<Range<usize>> = phrase::words(text).collect();
        for (i, range) in words.iter().enumerate() {
            let word = &text[range.clone()];
            let (number, place) = match word.split_once('-') {
                // `three-minute limit`
                Some((number, unit)) if is_minute(unit) => (phrase::number(number), range.clone()),
                _ if is_minute(word) => {
                    let before = words[..i].iter().rev().take(2);
                    let found = before.filter_map(|range| Some((number(&text[range.clone()])?, range.start))).next();
                    let found = found.or_else(|| {
                        let before = &words[i.checked_sub(1)?];
                        run_on_number(&text[before.clone()]).map(|(number, at)| (number, before.start + at))
                    });
                    (found.map(|(number, _)| number), found.map_or(0, |(_, start)| start)..range.end)
                }
                _ if word == SECONDS => {
                    let Some(before) = i.checked_sub(1).map(|before| &words[before]) else { continue };
                    (whole_minutes(&text[before.clone()]), before.start..range.end)
                }
                _ => continue,
            };
            let Some(number) = number.filter(|number| (1..=60).contains(number)) else { continue };
            if is_for_panel(subject_before(text, place.start))
                || is_given_to_panel(&text[place.end..])
                || is_length(text, &place, sentence.part == SectionKind::Programme)
            {
                continue;
            }
            if longest.as_ref().is_none_or(|longest| longest.value < number) {
                let place = sentence.range.start + place.start..sentence.range.start + place.end;
                longest = Some(Cited::new(number, outline.reading.raw_span(place)));
            }
        }
        // `… to four minutes; those speaking for groups may take six.`, `… to three minutes, and to five for groups`
        let ends = bare_limit(text).filter(|(_, place)| ends_clause_of_its_own(text, place.start));
        if let Some((number, place)) = ends.or_else(|| limit_of_groups(text))
            && longest.as_ref().is_some_and(|longest| longest.value < number)
        {
            let place = sentence.range.start + place.start..sentence.range.start + place.end;
            longest = Some(Cited::new(number, outline.reading.raw_span(place)));
        }
    }
    longest
}

/// How many minutes so many seconds are, where they are whole ones.
fn whole_minutes(seconds: &str) -> Option<u32> {
    seconds.parse::<u32>().ok().filter(|seconds| *seconds > 0 && seconds % 60 == 0).map(|seconds| seconds / 60)
}

/// A limit without its unit at a sentence's end: `… may speak for four.`
fn bare_limit(text: &str) -> Option<(u32, Range<usize>)> {
    if !phrase::has_any(text, &["speak for", "groups", "on behalf", "limited to", "may take"]) {
        return None;
    }
    let last = phrase::words(text).last()?;
    phrase::number(&text[last.clone()]).filter(|number| (1..=20).contains(number)).map(|number| (number, last))
}

/// A limit without its unit, which the words behind it say to be that of groups: `and to five for groups`.
fn limit_of_groups(text: &str) -> Option<(u32, Range<usize>)> {
    const THEIRS: [&str; 4] =
        [" for groups", " for those speaking on behalf", " for statements on behalf", " on behalf of"];
    let theirs = |word: &Range<usize>| THEIRS.iter().any(|words| text[word.end..].starts_with(words));
    let word = phrase::words(text).find(theirs)?;
    phrase::number(&text[word.clone()]).filter(|number| (1..=20).contains(number)).map(|number| (number, word))
}

/// Whether what stands at `at` ends a clause that speaks of groups and does not limit the panel.
fn ends_clause_of_its_own(text: &str, at: usize) -> bool {
    let clause = clause_before(text, at);
    clause.len() < at && phrase::has_any(clause, &["groups", "group", "on behalf"]) && !is_for_panel(clause)
}

/// The clause in which something at `end` stands, up to it; of what brackets begin with, the clause before them.
fn clause_before(text: &str, end: usize) -> &str {
    let head = text[..end].trim_end().trim_end_matches('(');
    &head[head.rfind([',', ';', '(']).map_or(0, |at| at + 1)..]
}

/// The clause in which something at `end` stands, up to it, with the one before it that says of whom it speaks: `I have asked
/// four experts to open our debate, none for longer than`.
fn subject_before(text: &str, end: usize) -> &str {
    const OF_THEM: [&str; 4] = ["none", "each", "all", "both"];
    let clause = clause_before(text, end);
    let first = phrase::words(clause).next().map_or("", |word| &clause[word]);
    let head =
        text[..end].trim_end().trim_end_matches('(').strip_suffix(clause).and_then(|head| head.strip_suffix(','));
    let Some(head) = head.filter(|_| OF_THEM.contains(&first)) else { return clause };
    &text[head.rfind([',', ';', '(']).map_or(0, |at| at + 1)..end]
}

/// Whether a clause limits the panel's presentations and not interventions from the floor.
fn is_for_panel(clause: &str) -> bool {
    let panel = phrase::has_any(
        clause,
        &[
            "panel",
            "its members",
            "panellists",
            "panelists",
            "presentation",
            "presentations",
            "introduce",
            "introductory",
            "to open",
            "panellist",
            "keynote",
            "presenters",
            "briefers",
        ],
    );
    panel && !phrase::has_any(clause, &["interventions", "statements", "delegations", "from the floor"])
}

/// Whether the rest of a clause gives the minutes before it to the panel: ` will be allotted to each member of the panel`.
fn is_given_to_panel(rest: &str) -> bool {
    const GIVEN: [&str; 8] =
        ["allotted", "given", "granted", "reserved", "allowed", "allocated", "accorded", "set aside"];
    const THEIRS: [&str; 6] =
        ["member of the panel", "members of the panel", "panellist", "panellists", "panelist", "panelists"];
    let clause = &rest[..rest.find([',', ';', '.']).unwrap_or(rest.len())];
    phrase::first_exact(clause, &GIVEN)
        .is_some_and(|given| phrase::first_exact(&clause[given.end..], &THEIRS).is_some())
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

/// Whether a number word ran together with one of `limits`.
fn limits_run_on(text: &str, limits: &[&str]) -> bool {
    let run_on = |word: &str| run_on_number(word).is_some_and(|(_, at)| limits.contains(&&word[..at]));
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
    fn how_long_those_speak_who_introduce_a_debate_limits_nobody_else() {
        let read = |text: &str| minutes(&Outline::of(&Reading::of(text))).map(|minutes| minutes.value);
        let floor = "Questions from delegations must be kept to two minutes, and those from groups to three minutes.";
        assert_eq!(
            read(&format!("He or she will make an introductory presentation of up to ten minutes. {floor}")),
            Some(3)
        );
        let asked = "I have asked four experts to open our discussion, none for longer than seven minutes.";
        assert_eq!(read(&format!("{asked} {floor}")), Some(3));
        assert_eq!(read("Delegations may then speak, none for longer than seven minutes."), Some(7));
        assert_eq!(read("Delegations may wish to open with a quotation, and speak for up to four minutes."), Some(4));
    }

    #[test]
    fn a_limit_may_be_kept_within() {
        let read = |text: &str| minutes(&Outline::of(&Reading::of(text))).map(|minutes| minutes.value);
        assert_eq!(read("Speakers are invited to keep within three minutes; a bell will be rung then."), Some(3));
        assert_eq!(read("No delegation should go beyond four minutes."), Some(4));
    }

    #[test]
    fn a_number_may_run_together_with_the_word_before_it() {
        assert_eq!(run_on_number("exceedfour"), Some((4, 6)));
        assert_eq!(run_on_number("often"), None, "a word of its own");
        assert!(limits_run_on("not to exceedfour minutes", &["exceed"]));
        assert!(!limits_run_on("not to exceed four minutes", &["exceed"]));
    }
}
