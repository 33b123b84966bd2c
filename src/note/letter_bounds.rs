//! Where a note's letter begins and ends: before the note, behind it, or around it, as a note verbale and a message stand.

use std::ops::Range;

use super::block::{in_text, is_prose};
use super::letter_forms::{is_address, is_salutation, message_line};
use super::marked::{EVENTS, Marked, TITLES, is_dated_heading};
use super::phrase;
use super::word_index::Places;
use crate::text::lex::Value;

/// The first block after the letter; zero where there is no letter.
pub(super) fn letter_end(marked: &Marked<'_>) -> usize {
    let blocks = marked.reading.blocks();
    let half = blocks.len().div_ceil(2).max(blocks.len().min(24));
    let closing = (0..half).find(|&i| marked.closes_letter(i));
    let salutation = (0..half.min(16)).find(|&i| is_salutation(marked.text(i)));
    // A message that passes the letter on may close before it.
    let passed_on = closing.and_then(|closing| forwarded(marked, closing + 1..half));
    let closing = passed_on.or(closing);
    // Without a salutation, words like those that close a letter may stand in a note, or sign it.
    let closing = closing.filter(|&closing| salutation.is_some() || !(0..closing).any(|i| marked.heads_known(i)));
    let Some(from) = closing.or(salutation) else { return 0 };
    let title = (from + 1..blocks.len()).find(|&i| in_text(&blocks[i]) && begins_note(marked, i));
    let title = title.map(|title| below_address(marked, from + 1..title).unwrap_or(title));
    title.unwrap_or(match closing {
        // A letter alone: its address and its signature belong to it. With a note before it, it stands last.
        Some(_) if (0..salutation.unwrap_or(0)).any(|i| begins_note(marked, i)) => 0,
        Some(_) => blocks.len(),
        None => 0,
    })
}

/// Where among the blocks between a letter's closing words and what is known to begin a note a title block begins that says
/// nothing of a note: below the letter's address, a line that names an event, with its day under it.
fn below_address(marked: &Marked<'_>, between: Range<usize>) -> Option<usize> {
    /// How many lines such a title block has at most.
    const LINES: usize = 6;
    let blocks = marked.reading.blocks();
    let dated = |i: usize| {
        let tokens = marked.reading.tokens_in(blocks[i].range.clone());
        tokens.iter().any(|(_, token)| matches!(token.value, Value::Date { .. }))
    };
    let address = between.clone().rfind(|&i| is_address(marked.text(i)))?;
    let lines = || (address + 1..between.end).filter(|&i| in_text(&blocks[i]));
    let headed = |&i: &usize| {
        let text = marked.text(i);
        let begins = text.starts_with(char::is_uppercase) && !text.ends_with(['.', ',', ';', ':']);
        let named = marked.titles.any_in(&blocks[i].range) && phrase::words(text).any(|word| is_any_event(&text[word]));
        begins && named && message_line(text).is_none() && !is_address(text)
    };
    let title = lines().find(headed)?;
    let rest = lines().filter(|&i| i > title);
    (rest.clone().count() < LINES && rest.clone().any(dated) && !rest.map(|i| marked.text(i)).any(is_prose))
        .then_some(title)
}

/// The closing words of the letter that is passed on below a message's own, in the blocks `below` these.
fn forwarded(marked: &Marked<'_>, below: Range<usize>) -> Option<usize> {
    const PASSED_ON: [&str; 3] = ["forwarded message", "original message", "forwarded by"];
    let passes = |i: usize| {
        let text = marked.text(i);
        text.len() < 80 && (text.starts_with("---") || text.starts_with("Begin ")) && phrase::has_any(text, &PASSED_ON)
    };
    let head = below.clone().find(|&i| passes(i))?;
    (head + 1..below.end).find(|&i| marked.closes_letter(i))
}

/// What a note verbale closes with, before the assurances of its esteem.
const AVAILS: [&str; 2] = ["avails itself of this opportunity", "avail themselves of this opportunity"];

/// The sections that a note verbale holds between its compliments and its closing words; nothing where it holds none.
pub(super) fn note_verbale(marked: &Marked<'_>, compliments: &Places) -> Option<Range<usize>> {
    let blocks = marked.reading.blocks();
    let opening = (0..blocks.len().min(16)).find(|&i| compliments.any_in(&blocks[i].range));
    let from = opening.map_or(0, |opening| opening + 1);
    let close = (from..blocks.len()).rfind(|&i| marked.closes_letter(i))?;
    let mut headings = (from..close).filter(|&i| in_text(&blocks[i]) && marked.heads_known(i));
    let heading = headings.next()?;
    let second = headings.next();
    // Its compliments may be lost: then no title stands before two sections, and it ends as only a note verbale does.
    let worn = || {
        let last = close + SIGNATURE_LINES >= blocks.len() && phrase::has_any(marked.text(close), &AVAILS);
        last && second.is_some() && !(0..heading).any(|i| begins_note(marked, i)) && trailing_letter(marked).is_none()
    };
    (opening.is_some() || worn()).then_some(heading..close)
}

/// How many lines may stand below a message's closing words: who sends it, and where to call.
const SIGNATURE_LINES: usize = 8;

/// The sections that a message holds between its salutation, below its head, and its closing words, with which it ends.
pub(super) fn message(marked: &Marked<'_>) -> Option<Range<usize>> {
    let blocks = marked.reading.blocks();
    let headed = |i: usize| in_text(&blocks[i]) && marked.headings[i].is_some();
    let salutation = (0..blocks.len().min(16)).find(|&i| is_salutation(marked.text(i)))?;
    let first = (salutation + 1..blocks.len()).find(|&i| headed(i))?;
    let last = blocks.len().saturating_sub(SIGNATURE_LINES + 1).max(first + 1);
    let close = (last..blocks.len()).find(|&i| marked.closes_letter(i))?;
    let once = !(salutation..last).any(|i| marked.closes_letter(i));
    once.then_some(first..close)
}

/// How many blocks of a title stand above a letter that ends at `letter` and has sections right behind it; none where a
/// title stands behind it, or no letter.
pub(super) fn title_above(marked: &Marked<'_>, letter: usize) -> usize {
    let sections = letter < marked.headings.len() && marked.heads_known(letter);
    let salutation = (0..letter.min(24)).find(|&i| is_salutation(marked.text(i)));
    let Some(salutation) = salutation.filter(|_| sections) else { return 0 };
    let start = letterhead_start(marked, salutation);
    let titled = |i: usize| begins_note(marked, i) && message_line(marked.text(i)).is_none();
    if (0..start).any(titled) { start } else { 0 }
}

/// Where the letterhead and the date above a salutation begin.
fn letterhead_start(marked: &Marked<'_>, salutation: usize) -> usize {
    let blocks = marked.reading.blocks();
    let mut start = salutation;
    while start > 0 && (!in_text(&blocks[start - 1]) || marked.heads_letter(start - 1)) {
        start -= 1;
    }
    start
}

/// Whether the note proper may begin with this block: a title, a section's heading.
fn begins_note(marked: &Marked<'_>, block: usize) -> bool {
    let text = marked.text(block);
    let sentence = text.ends_with('.') && text.len() > 60;
    if marked.heads_known(block) {
        return true;
    }
    let titled = marked.titles.any_in(&marked.reading.blocks()[block].range);
    titled && !sentence && text.len() < 400 && (phrase::has_any(text, &TITLES) || names_event(text))
}

/// Whether a line begins as the title of an event: `Debate of the General Assembly on …`, `General Assembly debate on …`.
fn names_event(text: &str) -> bool {
    let mut words = phrase::words(text).take(8).map(|word| &text[word]).skip_while(|word| !is_any_event(word));
    text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', ',', ';'])
        && words.next().is_some()
        && matches!(words.next(), Some("of" | "on"))
}

fn is_any_event(word: &str) -> bool {
    EVENTS.iter().any(|event| phrase::alike(word, event))
}

/// Where a letter that stands behind the note begins: at its salutation, or at the letterhead and the date above it.
pub(super) fn trailing_letter(marked: &Marked<'_>) -> Option<usize> {
    let blocks = marked.reading.blocks();
    let text = |i: usize| marked.text(i);
    let closing = (0..blocks.len()).rfind(|&i| marked.closes_letter(i))?;
    let headed = |i: usize| is_dated_heading(text(i));
    let start = (0..closing).rfind(|&i| is_salutation(text(i)) || headed(i))?;
    Some(letterhead_start(marked, start))
}

#[cfg(test)]
mod tests {
    use crate::note::model::SectionKind;
    use crate::note::outline::Outline;
    use crate::note::title::title_block;
    use crate::text::Reading;

    #[test]
    fn sections_stand_in_a_note_verbale_and_in_no_other_letter() {
        let sections = "I. Background\n\nThe report is the fourth in the series and was issued in June.\n\nII. Aims\n\nThe \
                        dialogue is to hear what young people ask of prevention.\n\n";
        let close = "The Permanent Mission of Ghana avails itself of this opportunity to renew to the Permanent Missions \
                     the assurances of its highest consideration.\n\nNew York, 10 June 2022\n";
        let kinds = |text: &str| {
            let reading = Reading::of(text);
            Outline::of(&reading).sections().iter().map(|section| section.kind).collect::<Vec<_>>()
        };
        let (letter, background, purpose) = (SectionKind::Letter, SectionKind::Background, SectionKind::Purpose);
        let head = "PERMANENT MISSION OF GHANA\n\nRef. 118/2022\n\n";
        assert_eq!(kinds(&format!("{head}{sections}{close}")), [letter, background, purpose, letter]);
        // A letter behind a note is one, and who signs a note, or speaks of regard in it, writes no letter.
        let excellency = "Excellency,\n\nI have the honour to invite you to the dialogue of 27 June 2022.\n\n";
        let letters = |text: &str| kinds(text).into_iter().filter(|kind| *kind == letter).count();
        assert_eq!(letters(&format!("{sections}{excellency}{close}")), 1);
        let title = "Concept note\n\nInteractive dialogue on the responsibility to protect\n\n6 September 2017\n\n";
        assert_eq!(letters(&format!("{title}{sections}With best regards,\n\nJoint Office\n")), 0);
        assert_eq!(letters(&format!("{title}{sections}{close}")), 0);
        let regard = "Speakers are asked to have the highest regard for the time limit.\n\n";
        assert_eq!(letters(&format!("{title}{sections}{regard}Programme\n\n10:00 a.m. Opening\n")), 0);
    }

    #[test]
    fn a_title_block_that_names_no_note_stands_below_the_address() {
        let letter = "Excellency,\n\nI write to invite you to the briefing, which will be held on 11 May 2020.\n\nWith the assurances \
                      of my highest consideration,\n\nAna Ruiz\n\nAll Permanent Representatives to the United Nations\n\n";
        let section = "Context\n\nThe Assembly decided to convene it in the year of its anniversary.\n";
        let titled = |lines: &str| {
            let reading = Reading::of(&format!("{letter}{lines}\n\n{section}"));
            let outline = Outline::of(&reading);
            let kinds: Vec<_> = outline.parts.iter().map(|part| part.kind).collect();
            (kinds.contains(&SectionKind::Title), title_block(&outline).theme.map(|theme| theme.value))
        };
        let block =
            "Joint briefing by the two Presidents\n\nRecovering better: on course\n\nVirtual meeting, 11 May 2020";
        assert_eq!(titled(block), (true, Some("Recovering better: on course".to_owned())));
        assert!(titled("Youth workshop for peace\n\n11 May 2020, 10:00").0);
        // Nothing says of such a line that an event is titled so.
        assert!(!titled("Enclosed: joint briefing by the two Presidents").0);
        assert!(!titled("Joint briefing room of the two Presidents").0);
    }

    #[test]
    fn a_panel_s_title_begins_the_note() {
        let reading = Reading::of(
            "Excellency,\n\nI invite you to a panel on 20 April 2023.\n\nWith the assurances of my highest consideration,\n\nAna \
             Ruiz\n\nInteractive panel on antimicrobial resistance\n\nConcept note\n\nContext\n\nThe Assembly has met.\n",
        );
        let title = title_block(&Outline::of(&reading)).title.map(|title| title.value);
        assert_eq!(title.as_deref(), Some("Interactive panel on antimicrobial resistance"));
    }
}
