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
    let is = |word: &str, listed: &[&str]| listed.iter().any(|known| phrase::alike(word, known));
    let tie = |word: &str| {
        let day = || word.len() > 2 && (weekday_named(word).is_some() || month_named(word).is_some());
        is(word, &TIES) || word.bytes().all(|byte| byte.is_ascii_digit()) || day()
    };
    let at = words.iter().rposition(|word| !tie(&head[word.clone()])).map_or(0, |at| at + 1);
    let opened = || words[..at].iter().any(|word| is(&head[word.clone()], &["from", "between"]));
    let led = |at: usize, by: &[&str]| at > 1 && is(&head[words[at - 2].clone()], by);
    if let Some(before) = at.checked_sub(1).map(|before| &words[before]) {
        let word = &head[before.clone()];
        match word {
            _ if is(word, &LAST) => return Some(Limit::Last),
            // `the deadline, which was`
            "was" | "were" | "been" => return None,
            _ if is(word, &FIRST) => return Some(Limit::First),
            // `prior to`, `from … to …`, `between … and …`
            "to" if led(at, &["prior", "up"]) => return Some(Limit::Last),
            "to" | "and" if opened() => return Some(Limit::Last),
            _ => {}
        }
        let said = head[before.end..].contains(':') || words[at..].iter().any(|word| &head[word.clone()] == "is");
        if is(word, &EVENTS) && !said {
            return None;
        }
    }
    let near = words.iter().rev().take(NEAR).map(|word| &head[word.clone()]);
    near.take_while(|word| !is(word, &HELD)).find_map(|word| match word {
        _ if is(word, &CLOSES) => Some(Limit::Last),
        _ if is(word, &OPENS) => Some(Limit::First),
        _ => None,
    })
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
