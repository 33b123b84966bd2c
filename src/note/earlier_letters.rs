//! The earlier letters that a letter refers to: `my letter dated 15 August 2017`, `We had written to you on 28 February`.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::model::SectionKind;
use super::outline::Outline;
use super::phrase;
use crate::text::Cited;
use crate::text::lex::Value;

/// What a letter calls one before it.
const LETTERS: [&str; 10] = [
    "letter",
    "communication",
    "message",
    "note verbale",
    "e-mail",
    "email",
    "circular",
    "invitation",
    "correspondence",
    "memorandum",
];

/// How it says that it wrote before.
const WROTE: [&str; 8] = [
    "wrote to you",
    "written to you",
    "writing to you",
    "wrote to all",
    "written to all",
    "informed you",
    "wrote on",
    "written on",
];

/// What a date is of rather than of the letter before it: `my letter on the dialogue of 8 September`.
const BETWEEN: [&str; 6] = ["dialogue", "debate", "meeting", "event", "report", "resolution"];

/// How many words behind a date say who wrote then, and that they did.
const WRITER: usize = 7;
/// Among how many words before a date the letter stands that it is of.
const NEAR: usize = 7;
/// Among how many where an office's name parts the two, and where it is said that somebody wrote.
const FAR: usize = 14;

/// The dates of the letters that this one names.
pub(super) fn refers_to(outline: &Outline<'_>) -> Vec<Cited<Date>> {
    let mut dates: Vec<Cited<Date>> = Vec::new();
    for sentence in outline.in_part(SectionKind::Letter) {
        let text = outline.text(sentence);
        for (place, token) in outline.reading.tokens_in(sentence.range.clone()) {
            let Value::Date { days, .. } = &token.value else { continue };
            let before = &text[..place.start - sentence.range.start];
            let behind = text.get(place.end - sentence.range.start..).unwrap_or_default();
            if names_letter(before) || wrote_on(before) || writes_then(before, behind) {
                dates.extend(days.iter().map(|day| Cited::new(day.date, day.span)));
            }
        }
    }
    let mut seen = BTreeSet::new();
    dates.retain(|cited| seen.insert(cited.value));
    dates
}

/// Whether words before a date make it that of a letter. The nearest noun decides: `my letter of 8 August`, not `the letter …
/// that on 8 September`.
fn names_letter(before: &str) -> bool {
    let head = before.trim_end();
    let head = head.strip_suffix(" the").unwrap_or(head);
    let named = |near: &str| LETTERS.iter().filter_map(|noun| Some((near.rfind(noun)?, noun.len()))).max();
    // `the letter of the President of the General Assembly of`: an office may stand between.
    let far = last_words(before, FAR);
    let by_office = |&(at, length): &(usize, usize)| {
        let behind = far[at + length..].trim_start();
        head.ends_with("dated")
            || ["of ", "from ", "by "].iter().any(|tie| behind.starts_with(tie)) && head.ends_with(" of")
    };
    let near = last_words(before, NEAR);
    let between = named(near).map(|(at, _)| &near[at..]);
    let Some(between) = between.or_else(|| named(far).filter(by_office).map(|(at, _)| &far[at..])) else {
        return false;
    };
    let joined = ["dated", "sent on", " of"].iter().any(|word| between.contains(word)) || between.ends_with("and ");
    let clause = ["that", "wherein", "which"].iter().any(|word| between.contains(word));
    joined && !clause && (head.ends_with("dated") || !phrase::has_exact(between, &BETWEEN))
}

/// Whether words before a date say that somebody wrote then: `We had written to you in similar terms on`.
fn wrote_on(before: &str) -> bool {
    let near = last_words(before, FAR);
    let Some(wrote) = phrase::first_exact(near, &WROTE) else { return false };
    let between = &near[wrote.start..];
    let clause = phrase::has_exact(between, &["that", "which", "inviting", "invite", "convene", "held", "about"]);
    before.trim_end().ends_with(" on") && !clause && !phrase::has_exact(between, &BETWEEN)
}

/// Whether a sentence begins with a date on which somebody wrote: `On 20 January 2020 I wrote to you about …`.
fn writes_then(before: &str, behind: &str) -> bool {
    const WHO: [&str; 5] = ["I ", "we ", "my ", "our ", "the "];
    let behind = behind.trim_start_matches([',', ' ']);
    let head = &behind[..behind.match_indices(' ').nth(WRITER).map_or(behind.len(), |(at, _)| at)];
    let on = ["On", "on", "Already on", "As early as", "Back on"].contains(&before.trim());
    on && WHO.iter().any(|who| behind.starts_with(who)) && phrase::first_exact(head, &WROTE).is_some()
}

/// The last `count` words of `text`, in the text's own letters.
fn last_words(text: &str, count: usize) -> &str {
    let start = text.rmatch_indices(' ').nth(count).map_or(0, |(i, _)| i + 1);
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::{names_letter, writes_then, wrote_on};

    #[test]
    fn the_noun_next_to_a_date_decides() {
        for before in [
            "Further to my letter dated ",
            "I refer to the letter of the President of the General Assembly of ",
            "further to the message of ",
            "with reference to its note verbale of ",
            "I have the honour to recall my letter of the ",
        ] {
            assert!(names_letter(before), "{before}");
        }
        for before in
            ["In my letter I said that on ", "I refer to my letter on the interactive dialogue of ", "The dialogue of "]
        {
            assert!(!names_letter(before), "{before}");
        }
    }

    #[test]
    fn a_sentence_may_begin_with_the_day_on_which_somebody_wrote() {
        assert!(writes_then("On ", " I wrote to you about the calendar."));
        assert!(writes_then("On ", ", my predecessor had written to you on the same matter."));
        assert!(!writes_then("On ", " I will write to you again."));
        assert!(!writes_then("The dialogue is on ", " I wrote to you."));
    }

    #[test]
    fn who_wrote_before_sent_a_letter() {
        assert!(wrote_on("We had written to you in similar terms on "));
        assert!(!wrote_on("I wrote to you about the dialogue on "));
        assert!(!wrote_on("I wrote to you that it will be held on "));
    }
}
