//! # Date conflict
//!
//! **What.** A date on which the note says that its event takes place, and which is not the event's; a deadline for
//! registering that is not before the event, or lies so long before it that the year must be wrong.
//!
//! **Why.** Notes are written over last year's, and a date that was left standing sends readers to the wrong day, or to
//! a deadline that has passed.
//!
//! **Example.** `will hold its annual informal interactive dialogue … on 6 September 2015`, in the note of a dialogue on 6
//! September 2016; `inscribe … by 1:00 pm on 1 September 2015`, in the same.
//!
//! Not queried: what happened (`was held on`, `had been announced for`), other meetings (`a preparatory meeting`, `the next
//! dialogue`), dates of letters, reports and resolutions, a second day of the event, a date in a sentence that also
//! states the right one, what may be handed in after the event, and any date where the event's own may be misread.

use jiff::civil::Date;

use super::day_heading;
use super::deadline;
use super::evidence::{self, Dated, is_any};
use super::rule::Rule;
use crate::note::block::in_text;
use crate::note::model::{Finding, FindingKind, Note, SectionKind};
use crate::note::other_event::OTHERS;
use crate::note::outline::{Outline, Sentence};
use crate::note::{phrase, venue};
use crate::text::lex::{Day, Value, month_named};
use crate::text::{Block, BlockKind, civil};

pub(super) static RULE: Rule = Rule {
    kind: FindingKind::DateConflict,
    phrase: "the date contradicts the event's",
    find,
    expected: |note, _| match &note.event.date {
        Some(date) => format!("{}, the day of the event, or a deadline shortly before it", civil::day(date.value)),
        None => "the day of the event".to_owned(),
    },
};

/// A deadline longer before the event than this, in days, is last year's.
const LONG_BEFORE: i32 = 180;

/// A deadline longer after the event than this, in days, is that of another, or the event's date is misread.
const LONG_AFTER: i32 = 60;

/// Nouns for the event, where its title has none of them.
const EVENTS: [&str; 2] = ["dialogue", "debate"];

/// Other nouns for events, where the title has them.
const MEETINGS: [&str; 6] = ["forum", "conference", "seminar", "workshop", "symposium", "roundtable"];

/// Verbs that need `will` or the like before them.
const HOLDS: [&str; 11] = [
    "hold",
    "convene",
    "host",
    "organize",
    "organise",
    "held",
    "convened",
    "hosted",
    "organized",
    "organised",
    "place",
];

/// Words that make such a verb speak of what is to come.
const TO_COME: [&str; 6] = ["will", "shall", "to", "is", "takes", "be"];

/// Words that make it speak of what was, or of what was meant to be.
const GONE: [&str; 10] =
    ["was", "were", "had", "took", "would", "originally", "initially", "previously", "first", "formerly"];

/// Words after which a date is another thing's.
const TURNS: [&str; 30] = [
    "issued",
    "dated",
    "adopted",
    "submitted",
    "released",
    "published",
    "launched",
    "transmitted",
    "circulated",
    "presented",
    "announced",
    "postponed",
    "sent",
    "following",
    "after",
    "before",
    "prior",
    "ahead",
    "until",
    "since",
    "during",
    "concluded",
    "conclude",
    "continue",
    "continued",
    "register",
    "deadline",
    "anniversary",
    "marking",
    "resume",
];

/// Words before a date that is no day of an event.
const BOUNDS: [&str; 12] =
    ["of", "dated", "since", "until", "till", "by", "before", "after", "than", "from", "to", "through"];

fn find(outline: &Outline<'_>, note: &Note) -> Vec<Finding> {
    let (Some(event), Some(last)) = (&note.event.date, evidence::last_day(outline, note)) else { return Vec::new() };
    if evidence::is_outweighed(outline, note, event.value) {
        return Vec::new();
    }
    let nouns = nouns(note);
    let mut found = title_lines(outline, note, event.value);
    for sentence in evidence::sentences_with(outline, |value| matches!(value, Value::Date { .. })) {
        let dated: Vec<Dated<'_>> = evidence::dates(outline, note, sentence.range.clone()).collect();
        let right = dated.iter().any(|dated| dated.days.iter().any(|day| day.date == event.value));
        for dated in dated.iter().filter(|dated| dated.plain || dated.is_clear_of(event.value)) {
            let Some(day) = dated.first() else { continue };
            let other_year = day.date != event.value && same_day(day.date, event.value);
            let said = || says_when(outline, sentence, dated, &nouns, other_year);
            let headed = || day_heading::is_another(outline, sentence, dated, event.value, last);
            if !right && (other_year && heads_programme(outline, sentence, dated, &nouns) || said() || headed()) {
                found.push(contradiction(day, note));
            } else if dated.days.len() == 1 && (is_register_by(day, note) || deadline::sets(outline, sentence, dated)) {
                found.extend(late_or_early(day, event.value, last, note));
            }
        }
    }
    found
}

/// Whether a day is that of the deadline which the note was read to set.
fn is_register_by(day: &Day, note: &Note) -> bool {
    let deadline = note.participation.register_by.as_ref();
    deadline.is_some_and(|by| by.value.date() == day.date && by.span.overlaps(day.span))
}

/// A day of the event that is not its day.
fn contradiction(day: &Day, note: &Note) -> Finding {
    let stated = note.event.date.as_ref();
    let other = stated.map_or_else(String::new, |date| format!(", but elsewhere on {}", civil::day(date.value)));
    let message = format!("The event is said to take place on {}{other}.", civil::day(day.date));
    RULE.finding(day.date, message, std::iter::once(day.span).chain(stated.map(|date| date.span)).collect())
}

/// A deadline that cannot be right.
fn late_or_early(day: &Day, event: Date, last: Date, note: &Note) -> Option<Finding> {
    let before = event.since(day.date).ok()?.get_days();
    let what = match before {
        // So long after it, the event's own date is more likely misread.
        _ if before < -LONG_AFTER => return None,
        _ if day.date >= last => "is not before the event",
        _ if before > LONG_BEFORE => "is long before the event",
        _ => return None,
    };
    let message = format!("The deadline of {} {what}, on {}.", civil::day(day.date), civil::day(event));
    let spans = std::iter::once(day.span).chain(note.event.date.as_ref().map(|date| date.span));
    Some(RULE.finding(day.date, message, spans.collect()))
}

/// The nouns by which the note calls its event.
fn nouns(note: &Note) -> Vec<&'static str> {
    let title = note.event.title.as_ref().map_or("", |title| title.value.as_str());
    let words = evidence::words(title);
    let named: Vec<&str> =
        EVENTS.into_iter().chain(MEETINGS).filter(|noun| words.iter().any(|(word, _)| is_any(word, &[noun]))).collect();
    if named.is_empty() { EVENTS.to_vec() } else { named }
}

/// Dates of the title block that stand with the event's place, or are the event's but for the year.
fn title_lines(outline: &Outline<'_>, note: &Note, event: Date) -> Vec<Finding> {
    let mut found = Vec::new();
    for block in &outline.reading.blocks()[outline.title.clone()] {
        if !in_text(block) || block.range.len() > 300 {
            continue;
        }
        let dated: Vec<Dated<'_>> = evidence::dates(outline, note, block.range.clone()).collect();
        if dated.is_empty() || dated.iter().any(|dated| dated.days.iter().any(|day| day.date == event)) {
            continue;
        }
        let placed = venue::names_place(outline.reading.block_text(block));
        for dated in dated.iter().filter(|dated| dated.plain && !goes_on(outline, block.range.start, dated)) {
            let Some(day) = dated.first() else { continue };
            // A date before the event's may be the note's own.
            if placed && (day.date > event || same_day(day.date, event)) {
                found.push(contradiction(day, note));
            }
        }
    }
    found
}

/// Whether two dates are the same day of the year.
fn same_day(one: Date, other: Date) -> bool {
    (one.month(), one.day()) == (other.month(), other.day())
}

/// Whether another day stands before this one: `25 June and 2 July 2018`.
fn goes_on(outline: &Outline<'_>, from: usize, dated: &Dated<'_>) -> bool {
    let words = evidence::words(&outline.reading.text()[from..dated.start]);
    let before = words.iter().rev().map(|(word, _)| &**word);
    let mut before = before.skip_while(|word| matches!(*word, "and" | "to" | "until" | "through"));
    before.next().is_some_and(|word| {
        let mut chars = word.chars();
        let capital: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
        month_named(&capital).is_some()
    })
}

/// Whether a line of the programme is the event's name and this date, or the date alone right below such a name or the
/// programme's heading: `High-level meeting on water,` / `26 September 2023`.
fn heads_programme(outline: &Outline<'_>, sentence: &Sentence, dated: &Dated<'_>, nouns: &[&str]) -> bool {
    /// Longer than any such line, in bytes.
    const LINE_MAX: usize = 200;
    let blocks = outline.reading.blocks();
    let block = &blocks[sentence.block];
    let is_line = |block: &Block| block.kind == BlockKind::Text && block.range.len() <= LINE_MAX;
    if sentence.part != SectionKind::Programme || !is_line(block) || block.range != sentence.range {
        return false;
    }
    let text = outline.reading.text();
    let alone = text[block.range.start..dated.start].trim().is_empty();
    let above = sentence.block.checked_sub(1).filter(|&above| alone && is_line(&blocks[above]));
    let from = above.map_or(block.range.start, |above| blocks[above].range.start);
    let head = evidence::words(&text[from..dated.start]);
    let head: Vec<&str> = head.iter().map(|(word, _)| &**word).collect();
    let named = head.iter().any(|word| is_any(word, nouns) || matches!(*word, "meeting" | "event"))
        || above.is_some_and(|above| outline.heads_part(above));
    let another = head.iter().any(|word| GONE.contains(word) || is_any(word, &OTHERS) || is_any(word, &TURNS));
    let ends = text[dated.end..block.range.end].trim_matches([' ', '.', ')', ',']).is_empty();
    named && ends && !another && !head.last().is_some_and(|word| BOUNDS.contains(word))
}

/// Whether a sentence says that the note's event takes place on this date; `other_year` where that is its day but for the
/// year.
fn says_when(outline: &Outline<'_>, sentence: &Sentence, dated: &Dated<'_>, nouns: &[&str], other_year: bool) -> bool {
    if goes_on(outline, sentence.range.start, dated) {
        return false;
    }
    let text = outline.text(sentence);
    let (start, end) = (dated.start - sentence.range.start, dated.end - sentence.range.start);
    let clause = text[..start].rfind(';').map_or(0, |at| at + 1);
    let head = evidence::words(&text[clause..start]);
    let behind = &text[end..];
    let tail = evidence::words(&behind[..behind.find(';').unwrap_or(behind.len())]);
    let head: Vec<&str> = head.iter().map(|(word, _)| &**word).collect();
    let tail: Vec<&str> = tail.iter().map(|(word, _)| &**word).collect();
    if head.last().is_some_and(|word| BOUNDS.contains(word)) {
        return other_year && of_purpose(&head, &tail, nouns);
    }
    held_on(&head, nouns, other_year)
        || named_by_day(&head, &tail, nouns)
        || on_that_day(&head, &tail, nouns)
        || of_that_day(&head, &tail, nouns)
}

/// `The dialogue will take place … on` this date.
fn held_on(head: &[&str], nouns: &[&str], other_year: bool) -> bool {
    let Some(verb) = head.iter().rposition(|word| HOLDS.contains(word) || *word == "scheduled") else { return false };
    let to_come = is_to_come(head, verb);
    let turned = head[verb + 1..].iter().any(|word| is_any(word, &TURNS));
    let noun = (0..head.len()).filter(|&i| is_event(head, i, nouns, other_year)).min_by_key(|&i| i.abs_diff(verb));
    to_come && !turned && noun.is_some_and(|noun| !is_other(head, noun))
}

/// `The 6 September 2016 dialogue will`.
fn named_by_day(head: &[&str], tail: &[&str], nouns: &[&str]) -> bool {
    let Some(noun) = tail.iter().take(6).position(|word| is_any(word, nouns)) else { return false };
    let rest = &tail[noun + 1..];
    head.last() == Some(&"the")
        && rest.iter().take(14).any(|word| matches!(*word, "will" | "shall" | "aims" | "seeks"))
        && !rest.iter().any(|word| matches!(*word, "was" | "were" | "had"))
}

/// `on` this date `I will convene an informal dialogue`.
fn on_that_day(head: &[&str], tail: &[&str], nouns: &[&str]) -> bool {
    let verb = tail.iter().take(9).position(|word| HOLDS.contains(word));
    let noun = tail.iter().take(30).position(|word| is_any(word, nouns));
    head.last().is_some_and(|word| *word == "on")
        && verb.is_some_and(|verb| tail[..verb].iter().any(|word| matches!(*word, "will" | "shall")))
        && noun.is_some_and(|noun| !is_other(tail, noun))
        && !tail.iter().take(9).any(|word| GONE.contains(word))
}

/// `The dialogue on` this date `will …`, `has several purposes`.
fn of_that_day(head: &[&str], tail: &[&str], nouns: &[&str]) -> bool {
    let [.., "the" | "this", noun, "on"] = head else { return false };
    let purpose = tail.iter().take(6).any(|word| is_any(word, &["purpose", "purposes", "objectives", "aims", "goals"]));
    is_any(noun, nouns)
        && match tail.first() {
            Some(&("will" | "shall" | "aims" | "seeks" | "intends")) => true,
            Some(&("has" | "pursues" | "serves")) => purpose,
            _ => false,
        }
}

/// `The dialogue of` this date `is intended`, `will serve`: what is said of an event that is to come.
fn of_purpose(head: &[&str], tail: &[&str], nouns: &[&str]) -> bool {
    let [.., "the" | "this", noun, "of"] = head else { return false };
    let to_come = match tail {
        ["will" | "shall" | "aims" | "seeks" | "intends", ..] => true,
        ["has" | "serves", number, ..] if phrase::number(number).is_some() => tail
            .get(2)
            .is_some_and(|noun| matches!(*noun, "aims" | "purposes" | "objects" | "objectives" | "goals" | "ends")),
        ["is", verb, ..] => matches!(*verb, "intended" | "meant" | "designed" | "expected" | "to"),
        _ => false,
    };
    (is_any(noun, nouns) || matches!(*noun, "meeting" | "event")) && to_come
}

/// Whether the verb at `verb` speaks of what is to come.
fn is_to_come(words: &[&str], verb: usize) -> bool {
    let before = &words[verb.saturating_sub(5)..verb];
    let gone = before.iter().any(|word| GONE.contains(word));
    let near = &words[verb.saturating_sub(4)..verb];
    !gone && (words[verb] == "scheduled" || near.iter().any(|word| TO_COME.contains(word)))
}

/// Whether the word at `i` names the event: by its noun, as `the meeting`, on its day of another year as `its meeting`.
fn is_event(words: &[&str], i: usize, nouns: &[&str], other_year: bool) -> bool {
    let definite = i > 0 && (matches!(words[i - 1], "the" | "this") || other_year && words[i - 1] == "its");
    let plain = matches!(words[i], "event" | "meeting") && definite && words.get(i + 1) != Some(&"of");
    plain || is_any(words[i], nouns)
}

/// Whether what stands before the noun makes it another event.
fn is_other(words: &[&str], noun: usize) -> bool {
    words[noun.saturating_sub(5)..noun].iter().any(|word| is_any(word, &OTHERS))
}

#[cfg(test)]
mod tests {
    use super::{RULE, held_on, of_purpose};

    #[test]
    fn a_line_above_the_rows_that_kept_last_years_date_is_queried() {
        let queried = |line: &str| {
            RULE.values(&format!(
                "Informal dialogue on water\n26 September 2024\n\nBackground\n\nThe dialogue will be held on 26 September 2024.\n\n\
                 Provisional programme\n\n{line}\n\n10:00 a.m. Opening\n\n12:00 p.m. Closing\n"
            ))
        };
        for line in [
            "Informal dialogue on water,\n26 September 2023",
            "High-level meeting, 26 September 2023",
            "26 September 2023",
        ] {
            assert_eq!(queried(line), ["2023-09-26"], "{line}");
        }
        for right in
            ["Informal dialogue on water, 26 September 2024", "Follow-up to the informal dialogue of 26 September 2023"]
        {
            assert_eq!(queried(right), [""; 0], "{right}");
        }
    }

    #[test]
    fn a_body_s_meeting_on_the_event_s_day_is_the_event() {
        let held = |head: &[&str], other_year| held_on(head, &["dialogue"], other_year);
        let assembly = ["the", "assembly", "will", "hold", "its", "meeting", "on"];
        assert!(held(&assembly, true) && !held(&assembly, false));
        assert!(!held(&["the", "committee", "held", "its", "meeting", "on"], true));
        assert!(!held(&["it", "will", "hold", "its", "last", "meeting", "on"], true));
    }

    #[test]
    fn what_a_dialogue_of_a_day_is_for_is_to_come_on_it() {
        let to_come = |tail: &[&str]| of_purpose(&["the", "dialogue", "of"], tail, &["dialogue"]);
        assert!(to_come(&["will", "serve"]) && to_come(&["is", "intended"]));
        assert!(to_come(&["has", "three", "objects"]) && to_come(&["serves", "two", "purposes"]));
        assert!(!to_come(&["has", "three", "reports"]) && !to_come(&["has", "been", "held"]));
    }
}
