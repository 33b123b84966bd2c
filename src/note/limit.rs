//! Words that make a day or an hour a limit: `no later than`, `the list closes on`, `open from`.

use std::ops::Range;

use super::phrase;
use crate::text::lex::{month_named, weekday_named};

/// Which end of something a day or an hour is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    /// `opens on`, `from`.
    First,
    /// `by`, `until`, `closes on`.
    Last,
}

/// Words right before a day or an hour that make it the last.
const LAST: [&str; 6] = ["by", "before", "than", "until", "till", "through"];

/// Words right before one that make it the first.
const FIRST: [&str; 3] = ["from", "since", "after"];

/// Words that may stand between such a word and the day or the hour.
const TIES: [&str; 24] = [
    "on", "at", "is", "the", "of", "business", "cob", "close", "noon", "midday", "midnight", "hours", "hrs", "h", "am",
    "pm", "a", "p", "m", "be", "time", "evening", "latest", "date",
];

/// What tells that something ends, or begins, then.
const CLOSES: [&str; 11] =
    ["deadline", "close", "closes", "closed", "closing", "closure", "cut-off", "ends", "expires", "due", "latest"];
const OPENS: [&str; 5] = ["open", "opens", "opened", "opening", "begins"];

/// What tells of an event on that day.
const HELD: [&str; 5] = ["held", "place", "convened", "scheduled", "meet"];

/// The note's own event, right before its day.
const EVENTS: [&str; 6] = ["dialogue", "debate", "meeting", "event", "session", "discussion"];

/// Which end of something the day or the hour is that stands behind `head`, as far as words right before it say so, or a verb
/// near.
pub(super) fn limit(head: &str) -> Option<Limit> {
    /// How many words back such a verb stands at most, and how many bytes are looked at.
    const NEAR: usize = 14;
    const LOOK: usize = 240;
    let head = &head[head.ceil_char_boundary(head.len().saturating_sub(LOOK))..];
    let words: Vec<Range<usize>> = phrase::words(head).collect();
    let word = |i: usize| &head[words[i].clone()];
    let is = |word: &str, listed: &[&str]| listed.iter().any(|known| phrase::alike(word, known));
    let tie = |word: &str| {
        let day = || word.len() > 2 && (weekday_named(word).is_some() || month_named(word).is_some());
        is(word, &TIES) || word.bytes().all(|byte| byte.is_ascii_digit()) || day()
    };
    if let Some(at) = (0..words.len()).rev().find(|&i| !tie(word(i))) {
        let opened = || (0..at).any(|i| is(word(i), &["from", "between"]));
        let led = || at > 0 && is(word(at - 1), &["prior", "up"]);
        match word(at) {
            before if is(before, &LAST) => return Some(Limit::Last),
            before if is(before, &FIRST) => return Some(Limit::First),
            // `prior to`, `from … to …`, `between … and …`
            "to" if led() || opened() => return Some(Limit::Last),
            "and" if opened() => return Some(Limit::Last),
            // `the deadline, which was`
            "was" | "were" | "been" => return None,
            _ => {}
        }
        let said = head[words[at].end..].contains(':') || (at + 1..words.len()).any(|i| word(i) == "is");
        if is(word(at), &EVENTS) && !said {
            return None;
        }
    }
    // `the last day to inscribe is`
    let ends = |i: usize| i > 0 && is(word(i), &["day", "date"]) && is(word(i - 1), &["last", "final"]);
    let near = (0..words.len()).rev().take(NEAR).take_while(|&i| !is(word(i), &HELD));
    let mut near = near.filter_map(|i| {
        let closes = is(word(i), &CLOSES) || ends(i);
        (closes || is(word(i), &OPENS)).then_some(if closes { Limit::Last } else { Limit::First })
    });
    near.next()
}

#[cfg(test)]
mod tests {
    use super::{Limit, limit};

    #[test]
    fn words_before_a_day_tell_which_end_it_is() {
        for last in [
            "inscribe by",
            "not later than close of business on",
            "The list of speakers will close on",
            "The deadline for inscription for the dialogue is",
            "The deadline for speakers in the dialogue:",
            "open from 10 a.m. on 1 September to",
            "opens on 3 May and closes at",
            "names may be sent until Friday,",
            "let my Office know by 13 May, at",
            "inscribe at the latest on",
            "inscribe prior to",
            "speakers may be inscribed up to",
            "Requests are due on",
            "The last day to inscribe is",
        ] {
            assert_eq!(limit(last), Some(Limit::Last), "{last}");
        }
        for first in ["open to delegations from", "The list of speakers opens on", "will be open as of 10 a.m. on"] {
            assert_eq!(limit(first), Some(Limit::First), "{first}");
        }
        for none in [
            "wishing to speak at the dialogue on",
            "The list closes two days before the dialogue on",
            "The list closes two days before; the dialogue will be held on",
            "wishing to speak on",
            "The deadline, which was",
        ] {
            assert_eq!(limit(none), None, "{none}");
        }
    }
}
