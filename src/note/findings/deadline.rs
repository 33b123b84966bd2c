//! Deadlines by which delegations and others are to register: where a sentence sets one.

use super::evidence::{self, Dated, is_any};
use crate::note::outline::{Outline, Sentence};
use crate::note::phrase;
use crate::text::lex::Value;

/// Words that lead to a deadline.
const LEADS: [&str; 10] = ["by", "before", "than", "until", "till", "deadline", "closes", "closed", "close", "closing"];

/// Words that stand between such a word and its date.
const BETWEEN: [&str; 22] = [
    "on", "at", "is", "the", "of", "business", "cob", "close", "noon", "midday", "midnight", "hours", "hrs", "h", "am",
    "pm", "a", "p", "m", "be", "time", "evening",
];

/// What is to be done by the deadline, before the event can begin.
const REGISTERS: [&str; 19] = [
    "register",
    "registration",
    "inscribe",
    "inscribed",
    "inscription",
    "list of speakers",
    "speakers' list",
    "speakers’ list",
    "sign up",
    "requests to speak",
    "request to speak",
    "wishing to speak",
    "wish to speak",
    "intend to speak",
    "intending to speak",
    "wishing to take the floor",
    "wish to take the floor",
    "desirous of taking the floor",
    "attend",
];

/// What may well be sent in after the event.
const AFTERWARDS: [&str; 6] = ["written", "statements may", "comments", "contributions", "feedback", "summary"];

/// How many bytes may stand between an hour and the date that it belongs to.
const HOUR_TO_DATE: usize = 14;

/// Whether a sentence says that someone is to register by this date.
pub(super) fn sets(outline: &Outline<'_>, sentence: &Sentence, dated: &Dated<'_>) -> bool {
    let text = outline.text(sentence);
    // What stands between an hour and its date, `by 1:00 p.m. on 1 September`, may be misread.
    let tokens = outline.reading.tokens_in(sentence.range.start..dated.start);
    let hour = tokens.last().filter(|(place, token)| {
        matches!(token.value, Value::Time(..)) && dated.start - place.end.min(dated.start) <= HOUR_TO_DATE
    });
    let head = &text[..hour.map_or(dated.start, |(place, _)| place.start) - sentence.range.start];
    let before = evidence::words(head);
    let is_between = |word: &str| BETWEEN.contains(&word) || word.bytes().all(|b| b.is_ascii_digit());
    let lead = before.iter().rev().take(9).find(|(word, _)| LEADS.contains(&&**word) || !is_between(word));
    lead.is_some_and(|(word, _)| is_any(word, &LEADS))
        && phrase::has_any(text, &REGISTERS)
        && !phrase::has_any(text, &AFTERWARDS)
}
