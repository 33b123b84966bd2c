//! The hours of the event's sittings: `from 10 a.m. to 1 p.m. and from 3 p.m. to 6 p.m.`

use std::ops::Range;

use jiff::civil::Time;

use super::day_words::count_day;
use super::model::{SectionKind, Sitting};
use super::outline::{Outline, Sentence};
use super::own_event::is_said_of_own;
use super::phrase;
use super::venue;
use crate::text::lex::{DAY_BEGINS, SITTINGS_BEGIN, Token, Value, afternoon};
use crate::text::{lexicon, lookalike};

/// How much of a paragraph is looked through for more hours, in bytes.
const PARAGRAPH_MAX: usize = 4_000;

/// The hours that a sentence gives for the event: the first sentence, or the title block's line, that gives any.
pub(super) fn sittings(outline: &Outline<'_>) -> Vec<Sitting> {
    let mut best: Vec<Sitting> = Vec::new();
    for sentence in &outline.sentences {
        if !time_ranges(outline, sentence.range.clone()).is_empty() && gives_hours(outline, sentence) {
            // The rest of the paragraph may give more of them.
            let end = outline.reading.blocks()[sentence.block].range.end.min(sentence.range.start + PARAGRAPH_MAX);
            let found = time_ranges(outline, sentence.range.start..end);
            // Of two places that do not contradict each other, one may have lost an hour.
            let agree = best.iter().all(|known| found.iter().any(|s| (s.start, s.end) == (known.start, known.end)));
            if best.is_empty() || agree && found.len() > best.len() {
                best = found;
            }
        }
    }
    if best.is_empty() { framing_rows(outline) } else { best }
}

/// Whether the hours in a sentence are those of the event and not of a row of its programme.
fn gives_hours(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    const SITS: [&str; 11] = [
        "take place",
        "will be held",
        "will meet",
        "shall meet",
        "convene",
        "session",
        "scheduled",
        "sitting",
        "meeting",
        "begin at",
        "start at",
    ];
    let text = outline.text(sentence);
    let titled = outline.title.contains(&sentence.block);
    if labels_hours(outline, sentence) {
        return true;
    }
    if begins_row(outline, sentence) && !(titled && is_hours(outline, sentence)) {
        return false;
    }
    // `Opening session (10:00 - 10:25 a.m.)`: a row, its hours behind its words.
    let head = sentence.part == SectionKind::Programme && text.len() < 120 && !says_when(text);
    let says = || phrase::has_any(text, &SITS) && are_own(outline, sentence);
    !head && (titled || sentence.part == SectionKind::Letter || says())
}

/// Whether the hours in a sentence are said to be those of the note's own event: others may meet on the same day.
fn are_own(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    let text = outline.text(sentence);
    let tokens = outline.reading.tokens_in(sentence.range.clone());
    let hour = tokens.iter().find(|(_, token)| matches!(token.value, Value::Time(..)));
    let Some(hour) = hour.map(|(place, _)| place.start.saturating_sub(sentence.range.start)) else { return false };
    let (head, behind) = text.split_at(hour.min(text.len()));
    // `From 10 a.m. to 1 p.m., the dialogue will`
    let told = if phrase::words(head).nth(1).is_some() { head } else { behind };
    let at = outline.sentences.partition_point(|other| other.range.start < sentence.range.start);
    let before = at.checked_sub(1).map(|before| &outline.sentences[before]);
    let before = before.filter(|before| before.block == sentence.block).map(|before| outline.text(before));
    names_sitting(text) || is_said_of_own(told, before)
}

/// Whether a sentence begins its block with a time.
fn begins_row(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    let first = outline.reading.tokens_in(sentence.range.clone()).first();
    let start = outline.reading.blocks()[sentence.block].range.start;
    first.is_some_and(|(place, token)| matches!(token.value, Value::Time(..)) && place.start == start)
}

/// Whether two times are all that a line holds, or a place behind them: it has no row's words. The hours of several sittings
/// may be joined: `10 a.m. to 1 p.m. and 3 p.m. to 6 p.m.`
fn is_hours(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    let tokens = outline.reading.tokens_in(sentence.range.clone());
    let (2 | 4, Some((last, _))) = (tokens.len(), tokens.last()) else { return false };
    let tied = |pair: &[(Range<usize>, Token)]| {
        let between = outline.reading.text().get(pair[0].0.end..pair[1].0.start).unwrap_or_default();
        matches!(between.trim().trim_start_matches(['.', ',']).trim(), "" | "and" | "&" | ";" | "/" | "|" | "and from")
    };
    if tokens.len() == 4 && !tied(&tokens[1..3]) {
        return false;
    }
    let behind = &outline.reading.text()[last.end.min(sentence.range.end)..sentence.range.end];
    let behind = behind.trim_matches(['.', ',', ' ']);
    behind.is_empty() || venue::is_room(behind)
}

/// Whether all that a line says is when the sittings are: `Meetings: 10 a.m. to 1 p.m. and 3 p.m. to 6 p.m.`
fn labels_hours(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    const LABELS: [&str; 10] = [
        "meeting",
        "meetings",
        "sitting",
        "sittings",
        "hours",
        "hours of meeting",
        "hours of the meeting",
        "meeting hours",
        "meeting times",
        "times of the meetings",
    ];
    let label = outline.text(sentence).split_once(": ").map(|(label, _)| label);
    let known = label.is_some_and(|label| LABELS.iter().any(|known| label.eq_ignore_ascii_case(known)));
    known && is_hours(outline, sentence)
}

/// Whether a text is a sentence that says when something is.
fn says_when(text: &str) -> bool {
    phrase::has_exact(text, &["will", "is", "are", "takes", "begins", "starts", "be held", "shall"])
}

/// Whether words say no more than which day of a programme begins, and its hours: `FIRST DAY - Tuesday, 3 April 2012 (3 p.m. -
/// 6 p.m.)`.
fn heads_day(outline: &Outline<'_>, range: Range<usize>) -> bool {
    let tokens = outline.reading.tokens_in(range.clone());
    let text = outline.reading.text();
    let dated = tokens.iter().any(|(_, token)| matches!(token.value, Value::Date { .. }));
    let starts = std::iter::once(range.start).chain(tokens.iter().map(|(place, _)| place.end));
    let ends = tokens.iter().map(|(place, _)| place.start).chain([range.end]);
    let mut between = starts.zip(ends).filter_map(|(start, end)| text.get(start..end));
    dated && between.all(count_day)
}

/// `Morning session: 10:00-13:00`, in the programme.
fn framing_rows(outline: &Outline<'_>) -> Vec<Sitting> {
    let mut sittings = Vec::new();
    for (_, block) in outline.blocks_of(SectionKind::Programme) {
        let hours = time_ranges(outline, block.range.clone());
        let heads = || names_sitting(outline.reading.block_text(block)) || heads_day(outline, block.range.clone());
        if !hours.is_empty() && heads() {
            sittings.extend(hours);
        }
    }
    sittings
}

/// Whether a row only frames the rows under it.
pub(super) fn names_sitting(text: &str) -> bool {
    begins_half_day(text)
        || phrase::has_any(
            text,
            &[
                "morning session",
                "afternoon session",
                "morning meeting",
                "afternoon meeting",
                "morning sitting",
                "afternoon sitting",
            ],
        )
}

/// `Morning (10 a.m. - 1 p.m.)`, `Afternoon: 3-6 p.m.`
fn begins_half_day(text: &str) -> bool {
    let rest = ["Morning", "Afternoon", "MORNING", "AFTERNOON"].iter().find_map(|half| text.strip_prefix(half));
    rest.is_some_and(|rest| rest.trim_start().starts_with(|c: char| matches!(c, '(' | ':' | ',') || c.is_ascii_digit()))
}

/// The spans of time within `range`: `from 10:00 a.m. to 1:00 p.m.`.
pub(super) fn time_ranges(outline: &Outline<'_>, range: Range<usize>) -> Vec<Sitting> {
    let tokens = outline.reading.tokens_in(range);
    let mut sittings: Vec<Sitting> = Vec::new();
    let mut at = 0;
    while at + 1 < tokens.len() {
        let (first, second) = (&tokens[at], &tokens[at + 1]);
        match joined(outline, first, second) {
            Some((start, end)) => {
                let span = outline.reading.raw_span(first.0.start..second.0.end);
                if !sittings.iter().any(|s| s.start == start && s.end == end) {
                    sittings.push(Sitting { start, end, span });
                }
                at += 2;
            }
            None => at += 1,
        }
    }
    sittings
}

/// The two times of a range, if that is what the tokens are.
fn joined(
    outline: &Outline<'_>,
    first: &(Range<usize>, Token),
    second: &(Range<usize>, Token),
) -> Option<(Time, Time)> {
    let (Value::Time(start, start_open), Value::Time(end, end_open)) = (&first.1.value, &second.1.value) else {
        return None;
    };
    let between = outline.reading.text().get(first.0.end..second.0.start)?.trim();
    let residue = if *start_open { misread_half(between) } else { None };
    let between = residue.map_or(between, |(_, length)| between[length..].trim());
    // The point of `am.`
    let between = between.trim_start_matches('.').trim_start();
    let joins = matches!(between, "to" | "To" | "-" | "–" | "—" | "until" | "till" | "and" | "to:") || ends_at(between);
    let before = outline.reading.text()[..first.0.start].trim_end();
    if !joins || (between == "and" && !before.ends_with("between")) {
        return None;
    }
    let (start, end) = settle_halves((*start, *start_open), (*end, *end_open));
    (start < end).then_some((start, end))
}

/// Whether words between two times say that what began then ends: `and will end at`, `ending at`, `and closes at`.
fn ends_at(between: &str) -> bool {
    const ENDS: [&str; 3] = ["end", "close", "conclude"];
    const FORMS: [&str; 3] = ["", "s", "ing"];
    let is_end = |stem: &str| ENDS.iter().any(|end| *end == stem || end.strip_suffix('e') == Some(stem));
    let mut words = between.split_whitespace().skip_while(|word| matches!(*word, "and" | "will" | "to"));
    let ends = words.next().is_some_and(|verb| FORMS.iter().filter_map(|form| verb.strip_suffix(form)).any(is_end));
    ends && words.next() == Some("at") && words.next().is_none()
}

/// What may be left of `a.m.` or `p.m.` behind a time: whether it is after noon, and where it ends.
pub(super) fn misread_half(text: &str) -> Option<(bool, usize)> {
    let lead = text.len() - text.trim_start_matches(' ').len();
    let rest = &text[lead..];
    // `p .m.`: a space within.
    let parted = ["a .m.", "p .m.", "a. m.", "p. m."].iter().find(|half| rest.starts_with(**half));
    if let Some(half) = parted {
        return Some((half.starts_with('p'), lead + half.len()));
    }
    let word = rest.split([' ', '\t', '\n']).next()?;
    let bare = word.trim_end_matches('.');
    let short = (2..=4).contains(&bare.len()) && bare.starts_with(char::is_lowercase) && !lexicon::contains(bare);
    let [am, pm] = [["am", "a.m"], ["pm", "p.m"]]
        .map(|forms| forms.iter().map(|half| lookalike::similarity(bare, half)).fold(0.0, f32::max));
    (short && am.max(pm) >= 0.5).then_some((pm > am, lead + word.len()))
}

/// Both times on the 24-hour clock, where only one says which half of the day it is in, or neither does.
pub(super) fn settle_halves(start: (Time, bool), end: (Time, bool)) -> (Time, Time) {
    let (mut from, mut to) = (start.0, end.0);
    if start.1 && from.hour() < DAY_BEGINS {
        from = afternoon(from);
    }
    if end.1 && to <= from {
        to = afternoon(to);
    }
    if start.1 && from.hour() < SITTINGS_BEGIN && afternoon(from) < to {
        from = afternoon(from);
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::sittings;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn an_assembly_that_meets_sits() {
        let hours = |told: &str| {
            let before = "The Assembly has debated the matter in every year since it adopted its resolution on the follow-up to the \
                          outcome of the Summit.";
            let text = format!(
                "Introduction\n\n{before}\n\nOn Monday, 17 May 2021, {told}, from 10:00 a.m. until 1:30 p.m.\n"
            );
            sittings(&Outline::of(&Reading::of(&text))).len()
        };
        assert_eq!(hours("the General Assembly will meet informally"), 1);
        for others in [
            "the exhibition may be visited",
            "the Security Council will meet",
            "a training session for interns will be held",
            "a meeting of the Group of Friends is scheduled",
        ] {
            assert_eq!(hours(others), 0, "{others}");
        }
        assert_eq!(hours("the dialogue will be held"), 1);
    }

    #[test]
    fn what_begins_at_an_hour_ends_at_another() {
        for ends in [
            "and end at",
            "and will end at",
            "and ends at",
            "ending at",
            "and closes at",
            "and will conclude at",
            "closing at",
        ] {
            assert!(super::ends_at(ends), "{ends}");
        }
        for more in ["and", "and resume at", "and ended by", "endings at", "and end at about"] {
            assert!(!super::ends_at(more), "{more}");
        }
    }

    #[test]
    fn hours_may_stand_behind_a_label_in_the_programme() {
        let hours = |line: &str| {
            let text =
                format!("Draft programme\n\n{line}\n\n10.00 a.m. Opening\n\n10.30 a.m. Panel\n\n5.00 p.m. Closing\n");
            sittings(&Outline::of(&Reading::of(&text))).len()
        };
        assert_eq!(hours("Meetings: 10 a.m. to 1 p.m. and 3 p.m. to 5.30 p.m."), 2);
        assert_eq!(hours("Hours of the meeting: 10 a.m. to 1 p.m."), 1);
        assert_eq!(hours("FIRST DAY - Tuesday, 3 April 2012 (3 p.m. - 6 p.m.)"), 1);
        assert_eq!(hours("Reception - Tuesday, 3 April 2012 (6 p.m. - 8 p.m.)"), 0);
        assert_eq!(hours("Coffee: 10 a.m. to 1 p.m. and 3 p.m. to 5.30 p.m."), 0);
    }
}
