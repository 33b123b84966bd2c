//! Whose report words name, and on what: `the fifth report of the Human Rights Council`, `the Working Group's report`, `the
//! report on its implementation`.

use std::ops::Range;

use super::phrase;
use crate::text::lex::{begins_with_honorific, month_named};
use crate::text::lexicon;

/// How many bytes on either side of a report tell whose it is.
const LOOK: usize = 160;

/// Whether the report that words name last is another's than the Secretary-General's.
pub(super) fn last_is_anothers(words: &str) -> bool {
    let words = near_end(words);
    last_report(words).is_some_and(|report| is_anothers(words, &report))
}

/// Whether the report that words name last is on something that the sentence names before: `adopted in 1995, and the report on
/// its implementation`.
pub(super) fn last_is_on_its(words: &str) -> bool {
    let words = near_end(words);
    last_report(words)
        .is_some_and(|report| phrase::first_exact(&words[report.end..], &["on its", "on their"]).is_some())
}

fn near_end(words: &str) -> &str {
    &words[words.ceil_char_boundary(words.len().saturating_sub(LOOK))..]
}

fn last_report(words: &str) -> Option<Range<usize>> {
    let is_report =
        |word: &Range<usize>| ["report", "reports"].iter().any(|report| phrase::alike(&words[word.clone()], report));
    phrase::words(words).filter(is_report).last()
}

/// Whether the report that is named at `report` is another's than the Secretary-General's: somebody's, and not his.
pub(super) fn is_anothers(text: &str, report: &Range<usize>) -> bool {
    let head = &text[text.ceil_char_boundary(report.start.saturating_sub(LOOK))..report.start];
    let behind = &text[report.end..text.floor_char_boundary(report.end + LOOK)];
    owner_behind(behind).or_else(|| owner_before(head)).unwrap_or(false) && !is_transmitted(head)
}

/// Whether words before a report say that the Secretary-General passes it on as his own document: `note by the
/// Secretary-General transmitting the`.
fn is_transmitted(head: &str) -> bool {
    /// How many bytes are looked at.
    const LOOK: usize = 60;
    let near = &head[head.ceil_char_boundary(head.len().saturating_sub(LOOK))..];
    let by = phrase::find(near, "secretary-general");
    by.is_some_and(|by| phrase::has_any(&near[by.end..], &["transmitting", "transmits", "transmitted"]))
}

/// Whether the owner is another whom words right behind a report name: `of the …`, `submitted by the …`.
fn owner_behind(words: &str) -> Option<bool> {
    /// How many words name an owner at most, with what ties them.
    const WORDS_MAX: usize = 12;
    const MADE: [&str; 7] = ["submitted", "prepared", "issued", "drafted", "published", "made", "written"];
    const ENDS: [&str; 16] = [
        "of", "for", "on", "to", "in", "at", "and", "which", "that", "who", "entitled", "by", "from", "is", "was",
        "has",
    ];
    const ARTICLES: [&str; 8] = ["the", "a", "an", "its", "his", "her", "our", "their"];
    // What is parted by a mark is no owner.
    let marks = [',', ';', ':', '(', ')', '.', '"', '“', '”'];
    let clause = &words[..words.find(marks).unwrap_or(words.len())];
    let mut behind = phrase::words(clause).take(WORDS_MAX).peekable();
    behind.next_if(|word| MADE.contains(&&clause[word.clone()]));
    let tie = behind.next().filter(|word| matches!(&clause[word.clone()], "of" | "by" | "from"))?;
    // `the presentation of the report by Ms. …`
    if begins_with_honorific(words[tie.end..].trim_start()) {
        return None;
    }
    let owner: Vec<&str> = behind.map(|word| &clause[word]).skip_while(|word| is_any(word, &ARTICLES)).collect();
    let length = owner.iter().position(|word| is_any(word, &ENDS)).unwrap_or(owner.len());
    let owner = &owner[..length];
    (!owner.is_empty() && !owner.iter().any(|word| is_time(word))).then(|| !is_secretary_general(owner))
}

/// Whether the owner is another whom words right before a report name: `the Council's annual`.
fn owner_before(words: &str) -> Option<bool> {
    /// How many words stand between at most.
    const NEAR: usize = 3;
    const SMALL: [&str; 10] = ["the", "a", "an", "of", "on", "in", "to", "and", "for", "this"];
    let owns = |word: &str| is_any(word, &["its", "their"]) || word.ends_with("'s") || word.ends_with("’s");
    let before: Vec<Range<usize>> = phrase::words(words).collect();
    let near = before.iter().enumerate().rev().map(|(at, word)| (at, &words[word.clone()])).take(NEAR + 1);
    let (at, word) = near.take_while(|(_, word)| !is_any(word, &SMALL)).find(|(_, word)| owns(word))?;
    // The Secretary-General's is his or hers.
    let Some(owner) = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")) else { return Some(true) };
    let plain = words[before[at].end..].chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\n'));
    // `Mr. Ban's`: a person's name tells no office.
    let noun = owner.starts_with(char::is_uppercase) && lexicon::contains(&owner.to_lowercase());
    let named = at.checked_sub(1).is_some_and(|title| begins_with_honorific(&words[before[title].start..]));
    (plain && noun && !named && !is_time(owner)).then(|| !is_secretary_general(&[owner]))
}

fn is_any(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a word says when a report was made, or which it is, and not whose: `of January 2009`, `of last year`, `of its kind`.
fn is_time(word: &str) -> bool {
    const TIMES: [&str; 10] = ["year", "years", "session", "month", "last", "this", "today", "kind", "sort", "series"];
    word.starts_with(|c: char| c.is_ascii_digit()) || is_any(word, &TIMES) || month_named(word).is_some()
}

/// Whether words name the Secretary-General, and not a deputy.
fn is_secretary_general(owner: &[&str]) -> bool {
    const OFFICE: &str = "secretary-general";
    const BELOW: [&str; 4] = ["deputy", "assistant", "under", "former"];
    let general = |pair: &[&str]| phrase::alike(pair[0], "secretary") && phrase::alike(pair[1], "general");
    let at = owner.iter().position(|word| phrase::alike(word, OFFICE) || matches!(*word, "SG" | "UNSG"));
    let at = at.or_else(|| owner.windows(2).position(general));
    at.is_some_and(|at| !owner[..at].iter().any(|word| is_any(word, &BELOW)))
}

#[cfg(test)]
mod tests {
    use super::{last_is_anothers, last_is_on_its};

    #[test]
    fn a_report_is_the_secretary_general_s_or_nobody_s() {
        for anothers in [
            "the report of the High-level Independent Panel on Peace Operations",
            "a report of the United Nations Joint Inspection Unit",
            "the annual report of the Peacebuilding Commission",
            "the report of the Human Rights Council",
            "the report from its open-ended Working Group",
            "Report of the Special Committee",
            "the report of the Special Adviser of the Secretary-General",
            "the report of the Deputy Secretary-General",
            "the report submitted by the Special Rapporteur",
            "the Security Council's annual report",
            "a report of UNESCO",
            "the Council spoke of it in its annual report",
        ] {
            assert!(last_is_anothers(anothers), "{anothers}");
        }
        for own in [
            "the report of the Secretary-General",
            "the report of the 5ecrelary-General on the work of the Committee",
            "Report of the United Nations Secretary-General",
            "the Secretary-General's latest report",
            "his report of January 2009",
            "the report of 2010",
            "the report of last year",
            "the fifteenth report of its kind",
            "this year's report",
            "Mr. Ban's second report",
            "the report, of which the Committee took note",
            "the presentation of the report by Ms. Ana Ruiz",
            "the Committee took note of the report",
            "in its debate on the report",
            "the Council's debate on the report",
            "the note by the Secretary-General transmitting the report of UNESCO",
        ] {
            assert!(!last_is_anothers(own), "{own}");
        }
    }

    #[test]
    fn a_report_may_be_on_what_is_named_before() {
        assert!(last_is_on_its(
            "The Programme of Action, and the report of the Secretary-General on its implementation ("
        ));
        assert!(!last_is_on_its(
            "on its anniversary, the report of the Secretary-General on the means of prevention ("
        ));
    }
}
