//! Where the parts of a note begin and end: its letter, its title block, its sections.

use std::ops::Range;

use super::behind_programme::{follows_programme, is_appended, note_behind, parts_programme};
use super::block::{has_words, in_text, is_prose};
use super::enumeration;
use super::letter_bounds::{letter_end, message, note_verbale, title_above, trailing_letter};
use super::letter_forms::COMPLIMENTS;
use super::loose_heading;
use super::marked::Marked;
use super::model::SectionKind;
use super::phrase;
use super::under_heading;
use super::word_index::WordIndex;
use crate::text::lex::Value;
use crate::text::{Block, BlockKind, Reading};

/// A part of a note: which, its heading's block, its blocks (the heading's among them).
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) kind: SectionKind,
    pub(super) heading: Option<usize>,
    pub(super) blocks: Range<usize>,
}

impl Part {
    /// A part that begins with the block `at`.
    fn at(at: usize, kind: SectionKind, heading: Option<usize>) -> Self {
        Self { kind, heading, blocks: at..at + 1 }
    }

    /// Whether it has the aims of the event under a heading of their own.
    fn has_headed_aims(&self) -> bool {
        self.kind == SectionKind::Purpose && self.heading.is_some()
    }
}

/// The parts of a note, with what they were told by.
pub(super) struct Parts {
    pub(super) parts: Vec<Part>,
    /// For each block, the section that it is the heading of.
    pub(super) headings: Vec<Option<SectionKind>>,
    /// The blocks before the first running text of the note proper: where titles and places stand.
    pub(super) title: Range<usize>,
}

impl Parts {
    /// Finds the parts of `reading`.
    pub(super) fn of(reading: &Reading, words: &WordIndex<'_>) -> Self {
        let marked = Marked::of(reading, words);
        let around = note_verbale(&marked, &words.exact_places(COMPLIMENTS)).or_else(|| message(&marked));
        let letter = around.as_ref().map_or_else(|| letter_end(&marked), |note| note.start);
        let above = title_above(&marked, letter);
        let behind = note_behind(&marked, letter).filter(|_| above == 0);
        let titled = behind.unwrap_or(letter);
        let title = if above > 0 { 0..above } else { titled..title_end(&marked, titled) };
        let parts = parts(&marked, above, letter, behind, around.map(|note| note.end));
        Self { parts, headings: marked.headings, title }
    }
}

/// Where the title block ends: at the first running text, or at a table.
fn title_end(marked: &Marked<'_>, start: usize) -> usize {
    let blocks = marked.reading.blocks();
    let body = |i: usize| {
        in_text(&blocks[i])
            && (is_prose(marked.text(i))
                || blocks[i].kind == BlockKind::Item
                || (marked.headings[i] == Some(SectionKind::Programme) && is_bare_heading(marked.text(i))))
    };
    let end = (start..blocks.len()).find(|&i| body(i)).unwrap_or(blocks.len());
    // Without any running text, the title block is what stands before the first heading.
    if end - start > 14 { start + 14 } else { end }
}

/// A heading that can only be a section's: `Programme`, not `Information Note and Provisional Programme`.
fn is_bare_heading(text: &str) -> bool {
    text.split(' ').count() <= 2
}

fn parts(marked: &Marked<'_>, above: usize, letter: usize, behind: Option<usize>, close: Option<usize>) -> Vec<Part> {
    let trailing = close.or_else(|| (letter == 0).then(|| trailing_letter(marked)).flatten());
    let all = marked.reading.blocks().len();
    let end = trailing.unwrap_or(all);
    let mut parts = parts_of_note(marked, above..letter, behind, end);
    if end < all {
        parts.push(Part { kind: SectionKind::Letter, heading: None, blocks: end..all });
    }
    parts
}

/// The parts up to the block `end`: of the blocks `around` is the letter with none of the title above it; a title may stand
/// `behind` a programme.
fn parts_of_note(marked: &Marked<'_>, around: Range<usize>, behind: Option<usize>, end: usize) -> Vec<Part> {
    let blocks = &marked.reading.blocks()[..end];
    let letter = around.end;
    let mut division = Division::around(around);
    for (at, block) in blocks.iter().enumerate().skip(letter) {
        let begins = match behind {
            _ if !in_text(block) => None,
            Some(title) if title == at => Some(Part::at(at, SectionKind::Title, None)),
            _ => division.part_from(marked, at),
        };
        match begins {
            Some(part) => division.begin(part),
            None => division.current.blocks.end = at + 1,
        }
    }
    let mut parts = division.parts;
    parts.push(division.current);
    parts.retain(|part| part.blocks.clone().any(|i| in_text(&blocks[i])));
    parts
}

/// The parts of a note as far as they are told apart.
struct Division {
    /// Those that have ended.
    parts: Vec<Part>,
    current: Part,
    /// Whether a background is among those that have ended.
    background: bool,
    /// Whether aims under a heading are.
    aimed: bool,
}

impl Division {
    /// The letter, which has the blocks `letter`, and the title above it; another title may begin behind it.
    fn around(letter: Range<usize>) -> Self {
        let part = |kind, blocks| Part { kind, heading: None, blocks };
        let current = part(SectionKind::Title, letter.end..letter.end);
        let parts = vec![part(SectionKind::Title, 0..letter.start), part(SectionKind::Letter, letter)];
        Self { parts, current, background: false, aimed: false }
    }

    /// Ends the current part where the next begins.
    fn begin(&mut self, next: Part) {
        self.current.blocks.end = next.blocks.start;
        let ended = std::mem::replace(&mut self.current, next);
        self.background |= ended.kind == SectionKind::Background;
        self.aimed |= ended.has_headed_aims();
        self.parts.push(ended);
    }

    /// The part that begins with the block `at`: under its heading, behind a heading that runs in to it, or with running text.
    fn part_from(&self, marked: &Marked<'_>, at: usize) -> Option<Part> {
        if let Some(kind) = self.headed_by(marked, at) {
            return Some(Part::at(at, kind, Some(at)));
        }
        let text = marked.text(at);
        let run_in = loose_heading::run_in(text).map(|(kind, _)| kind).filter(|kind| *kind != self.current.kind);
        let prose = || (self.current.kind == SectionKind::Title && is_prose(text)).then_some(SectionKind::Other);
        run_in.or_else(prose).map(|kind| Part::at(at, kind, None))
    }

    /// The section that a block heads, if it parts it from the current one.
    fn headed_by(&self, marked: &Marked<'_>, at: usize) -> Option<SectionKind> {
        let kind = heading_kind(marked, at, self.current.kind)?;
        let aimed = self.aimed || self.current.has_headed_aims();
        let kind = if aimed { of_achieving(marked, at, kind) } else { kind };
        let kind = settled_kind(marked, at, kind, !self.background);
        let apart = kind != SectionKind::Other
            || self.current.kind != SectionKind::Programme
            || parts_programme(marked.text(at))
            || follows_programme(marked, at)
            || is_appended(marked, at);
        apart.then_some(kind)
    }
}

/// The section that a block is the heading of, as its words tell: a known heading, one in words of its own, any short line
/// that stands apart.
fn heading_kind(marked: &Marked<'_>, at: usize, current: SectionKind) -> Option<SectionKind> {
    if current == SectionKind::Documents && counts_on(marked, at) {
        return None;
    }
    let loose = || leads_in(marked.reading, at).then(|| loose_heading::section(marked.text(at))).flatten();
    let known = marked.headings[at];
    let known = known.filter(|kind| *kind != SectionKind::Other).or_else(loose).or(known);
    known.or_else(|| {
        let heads = match current {
            SectionKind::Title => false,
            SectionKind::Programme => is_appended(marked, at),
            _ => heads_section(marked.reading, at),
        };
        heads.then_some(SectionKind::Other)
    })
}

/// Whether a block is the next item of the list that the block before it is of: `2. Concept note` / `3. Draft programme`.
fn counts_on(marked: &Marked<'_>, at: usize) -> bool {
    let number = |i: usize| {
        let (digits, rest) = marked.text(i).split_once(['.', ')'])?;
        let bare = digits.trim_start_matches('(');
        rest.starts_with(' ').then(|| bare.parse::<u8>().ok()).flatten()
    };
    let blocks = marked.reading.blocks();
    let before = (0..at).rev().take(3).find(|&i| in_text(&blocks[i])).filter(|&i| marked.headings[i].is_none());
    let counted = before.and_then(number).zip(number(at));
    counted.is_some_and(|(before, own)| before.checked_add(1) == Some(own))
}

/// The kind of the section under a heading: as a known heading says; where words of its own only suggest one, or none, what
/// stands under it decides. `first` where no background stands before it.
fn settled_kind(marked: &Marked<'_>, at: usize, suggested: SectionKind, first: bool) -> SectionKind {
    let known = marked.headings[at].is_some_and(|known| known != SectionKind::Other);
    let open = matches!(suggested, SectionKind::Other | SectionKind::Background);
    let under = (open && !known).then(|| under_heading::section(marked.reading, at, first)).flatten();
    under.unwrap_or(suggested)
}

/// Behind the aims of an event, `What we hope to achieve` asks for its outcome.
fn of_achieving(marked: &Marked<'_>, at: usize, kind: SectionKind) -> SectionKind {
    let asks = kind == SectionKind::Purpose && marked.headings[at].is_none();
    if asks && phrase::has_exact(marked.text(at), &["achieve"]) { SectionKind::Outcomes } else { kind }
}

/// Whether a block may be a heading in words of its own: running text stands behind it, and no list of questions around it.
fn leads_in(reading: &Reading, at: usize) -> bool {
    let blocks = reading.blocks();
    let own = reading.block_text(&blocks[at]);
    let next = blocks[at + 1..].iter().find(|block| in_text(block));
    let last = blocks[..at].iter().rfind(|block| in_text(block));
    let before = last.map(|block| reading.block_text(block));
    let question = !is_capital(own) && before.is_some_and(|before| before.ends_with([':', '?']));
    // A line between two lists is of neither.
    let item = |block: Option<&Block>| block.is_some_and(|block| block.kind == BlockKind::Item);
    let question = question && !(item(last) && item(next) && !own.ends_with('?'));
    if blocks[at].kind != BlockKind::Text || question {
        return false;
    }
    next.is_some_and(|next| {
        let text = reading.block_text(next);
        let tokens = reading.tokens_in(next.range.clone());
        // A row, its hours before or behind its words.
        let timed = tokens.iter().any(|(_, token)| matches!(token.value, Value::Time(..)));
        timed && next.range.len() <= 120
            || matches!(next.kind, BlockKind::Item | BlockKind::Row)
            || enumeration::mark_at_start(text).iter().any(|mark| mark.number == 1)
            || text.starts_with('(') && is_numbered(own) && !enumeration::mark_at_start(text).is_empty()
            || text.ends_with(['.', ':']) && has_words(text, 6)
    })
}

/// Whether a block looks like a section's heading, whatever it says: a few words without a stop, after running text or a
/// list, with running text or a list behind.
fn heads_section(reading: &Reading, at: usize) -> bool {
    let blocks = reading.blocks();
    let block = &blocks[at];
    let text = reading.block_text(block);
    let plain = block.kind == BlockKind::Text && text.len() <= 64 && !has_words(text, 9) && !text.contains('@');
    let begins = text.starts_with(|c: char| !c.is_lowercase() && !matches!(c, '"' | '“' | '(' | '–' | '-'));
    // A speck behind capitals is no stop: `QUESTIONS FOR THE PANEL.`
    let words = if is_capital(text) && has_words(text, 2) { text.strip_suffix('.').unwrap_or(text) } else { text };
    if !plain || !begins || words.ends_with(['.', ',', ';', ':', '?', '!']) {
        return false;
    }
    let next = blocks[at + 1..].iter().find(|block| in_text(block));
    // A numbered paragraph, though it be cut; not the next of a list.
    let paragraph = |next: &str| is_numbered(next) && has_words(next, 8) && !is_numbered(text);
    let leads = next.is_some_and(|next| {
        let text = reading.block_text(next);
        next.kind == BlockKind::Item || paragraph(text) || text.ends_with(['.', ':', '?', ';']) && has_words(text, 6)
    });
    let before = blocks[..at].iter().rfind(|block| in_text(block));
    let closed = before.is_some_and(|before| {
        let text = reading.block_text(before);
        before.kind == BlockKind::Item
            || before.kind == BlockKind::Row
            || text.starts_with('(') && !enumeration::mark_at_start(text).is_empty()
            || text.ends_with(['.', '?', '!', ';', ')', '”', '"'])
            // A stop that reads as a comma.
            || text.ends_with(',') && is_prose(text) && is_numbered(reading.block_text(block))
    });
    closed && (leads || has_words(text, 2) && is_capital(text))
}

/// Whether a line begins with a section's number: `5. Modalities`.
fn is_numbered(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let words = text[digits..].strip_prefix(". ").filter(|_| (1..=2).contains(&digits));
    words.is_some_and(|words| words.starts_with(char::is_uppercase))
}

/// Whether a line is in capitals.
fn is_capital(text: &str) -> bool {
    text.chars().all(|c| !c.is_lowercase()) && text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn a_heading_stands_behind_a_worn_stop_and_before_a_speck() {
        let prose = "The commitment of 2005 was reaffirmed by the Assembly in the year of its anniversary. It has been \
                     debated in each session since, and the Secretary-General has reported on it";
        let rules = "Statements from the floor are limited to three minutes. The list of speakers opens in June.";
        let headings = |stop: char, heading: &str| {
            let text = format!("2. Background\n\n{prose}{stop}\n\n{heading}\n\n{rules}\n");
            let reading = Reading::of(&text);
            let sections = Outline::of(&reading).sections();
            sections.iter().filter_map(|section| section.heading.as_ref()).count()
        };
        assert_eq!(headings('.', "3. Modalities and deadlines"), 2);
        assert_eq!(headings(',', "3. Modalities and deadlines"), 2);
        assert_eq!(headings('.', "QUESTIONS FOR THE PANEL."), 2);
        assert_eq!(headings(',', "Modalities and deadlines"), 1);
        assert_eq!(headings('.', "Questions for the panel."), 1);
    }

    /// How many headings are told in a note of a background and of `text`.
    fn headings(text: &str) -> usize {
        let background = "1. Background\n\nThe Assembly has debated the reports in each of its sessions since.";
        let text = format!("{background}\n\n{text}\n");
        let reading = Reading::of(&text);
        let sections = Outline::of(&reading).sections();
        sections.into_iter().filter_map(|section| section.heading).count()
    }

    #[test]
    fn a_line_heads_a_numbered_paragraph_and_no_list() {
        let rules = "Organization of the dialogue\n\n7. Presentations will be limited to seven minutes, interventions";
        assert_eq!(headings(rules), 2);
        let reports = "Earlier reports were these.\n\n1. Implementing the responsibility to protect (A/63/677)\n\n\
                       2. Early warning and assessment (A/64/864)\n\n3. Regional arrangements (A/65/877)";
        assert_eq!(headings(reports), 1);
        assert_eq!(headings("It was circulated in June.\n\nConference Room 3, New York\n\n3. Expected outcomes"), 2);
    }

    #[test]
    fn a_numbered_heading_stands_before_the_rest_of_a_list() {
        let papers = "2. Papers before the participants\n\n(b) Handbook for national focal points\n(c) Summary of 2022";
        assert_eq!(headings(papers), 2);
        assert_eq!(headings("Papers before the participants\n\n(b) Handbook"), 1);
    }
}
