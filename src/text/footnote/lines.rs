//! The lines that footnotes stand on, told by the number that they begin with.

use std::cell::OnceCell;
use std::ops::Range;

use super::bracketed::BracketedMarks;
use super::footnote_mark::FootnoteMark;
use super::marks::{GluedNumbers, glued_numbers, misread_mark, misread_one, set_off_mark, stands_before};
use super::note::{FootnoteLines, is_superscript, superscript};
use super::worn;
use crate::text::layout::{Line, LineKind, full_width};
use crate::text::lex::{Token, Value};
use crate::text::misread;

/// Finds the footnotes, marks their lines, and answers what they are.
pub(in crate::text) fn mark_footnotes(text: &str, lines: &mut [Line], tokens: &[Token]) -> Vec<FootnoteLines> {
    let finder = Finder::of(text, lines, tokens);
    let notes = finder.find();
    if !finder.are_footnotes(&notes) {
        return Vec::new();
    }
    for note in &notes {
        for line in &mut lines[note.lines.clone()] {
            line.kind = LineKind::Footnote;
        }
    }
    notes
}

/// Finds the footnotes of one text.
struct Finder<'t> {
    text: &'t str,
    lines: &'t [Line],
    tokens: &'t [Token],
    bracketed: BracketedMarks<'t>,
    /// The width of a full line.
    full: usize,
    /// The numbers that stand right behind words, and the first mark that is worn past reading: few texts are asked.
    glued: OnceCell<GluedNumbers>,
    worn: OnceCell<Option<Range<usize>>>,
}

impl<'t> Finder<'t> {
    fn of(text: &'t str, lines: &'t [Line], tokens: &'t [Token]) -> Self {
        Self {
            text,
            lines,
            tokens,
            bracketed: BracketedMarks::of(text),
            full: full_width(lines),
            glued: OnceCell::new(),
            worn: OnceCell::new(),
        }
    }

    /// What may be footnotes, counted from one.
    fn find(&self) -> Vec<FootnoteLines> {
        let mut notes: Vec<FootnoteLines> = Vec::new();
        // Whether a rule parts the lines from the text above them.
        let mut ruled = false;
        let mut at = 0;
        while at < self.lines.len() {
            // A raised one begins anew where what was counted so far is not raised.
            if !notes.is_empty() && is_raised_one(self.text, &self.lines[at]) {
                notes.retain(|note| is_superscript(&self.text[note.marker.clone()]));
            }
            let number = notes.last().and_then(|note| note.mark.number()).map_or(1, |number| number + 1);
            ruled = self.lines[at].ruled || ruled && notes.last().is_some_and(|note| note.lines.end == at);
            let Some(marker) = self.marker(at, number, ruled) else {
                at += 1;
                continue;
            };
            let end = self.end(at, number);
            notes.push(FootnoteLines { mark: FootnoteMark::Number(number), marker, lines: at..end });
            at = end;
        }
        notes
    }

    /// Where the marker of footnote `number` stands on the line at `at`, where it is one, though it be worn.
    fn marker(&self, at: usize, number: u32, ruled: bool) -> Option<Range<usize>> {
        let line = &self.lines[at];
        let is_heading = |marker: &Range<usize>| counts_heading(self.text, self.lines, at, marker.end);
        footnote_marker(self.text, line, number, ruled, self.tokens, &self.bracketed)
            .filter(|marker| ruled || !is_heading(marker) || self.is_called(number, at))
            .or_else(|| {
                let start = |words: &str| line.range.end - words.len();
                let is_note = |words: &str| {
                    opens_citing(words, start(words), self.tokens) || number == 1 && self.is_called_by_worn_mark(at)
                };
                worn::marker(self.text, line, is_note)
            })
    }

    /// The line behind the last of footnote `number`, which begins with the one at `at`.
    fn end(&self, at: usize, number: u32) -> usize {
        let goes_on = |&at: &usize| continues_footnote(self.text, self.lines, at, number, self.full);
        at + 1 + (at + 1..self.lines.len()).take_while(goes_on).count()
    }

    /// Whether `number` stands right behind a word before the line at `at`.
    fn is_called(&self, number: u32, at: usize) -> bool {
        stands_before(self.glued.get_or_init(|| glued_numbers(self.text)), number, self.lines[at].range.start)
    }

    /// Whether a mark that is worn past reading stands before the line at `at`.
    fn is_called_by_worn_mark(&self, at: usize) -> bool {
        let worn = self.worn.get_or_init(|| worn::mark(self.text, 0..self.text.len()));
        worn.as_ref().is_some_and(|mark| mark.start < self.lines[at].range.start)
    }

    /// Whether numbered lines are footnotes: something in the text leads to one of them, or one cites a document.
    fn are_footnotes(&self, notes: &[FootnoteLines]) -> bool {
        let paragraph = || matches!(notes, [note] if counts_paragraph(self.text, note, self.lines));
        notes.iter().any(|note| self.is_evident(note)) && !paragraph()
    }

    fn is_evident(&self, note: &FootnoteLines) -> bool {
        let (text, start) = (self.text, note.marker.start);
        let words = &text[note.marker.end..self.lines[note.lines.end - 1].range.end];
        is_superscript(&text[note.marker.clone()])
            || cites(words, note.marker.end, self.tokens)
            || note.mark.number().is_some_and(|number| self.is_called(number, note.lines.start))
            || set_off_mark(text, 0..start, note, &self.bracketed).is_some()
            || misread_one(text, note) && misread_mark(text, 0..start, self.tokens).is_some()
    }
}

/// Whether a line begins with a superscript one alone.
fn is_raised_one(text: &str, line: &Line) -> bool {
    let mut first = text[line.range.clone()].chars();
    line.kind == LineKind::Text && first.next() == Some('¹') && first.next().is_none_or(|c| superscript(c).is_none())
}

/// Whether the line at `at`, whose words begin behind `mark`, is a heading that a bare number counts: `2  Background`, a few
/// words between blank lines, without a stop and without any other number.
fn counts_heading(text: &str, lines: &[Line], at: usize, mark: usize) -> bool {
    const WORDS: usize = 7;
    let line = &lines[at];
    let bare = text[line.range.start..mark].bytes().all(|b| b.is_ascii_digit());
    let words = text[mark..line.range.end].trim_start();
    let apart = (at == 0 || line.blank_before > 0) && lines.get(at + 1).is_some_and(|next| next.blank_before > 0);
    let plain = !words.ends_with(['.', ';', ',']) && !words.contains(|c: char| c.is_ascii_digit());
    bare && apart && plain && words.split(' ').nth(WORDS).is_none()
}

/// Whether a one at a line's start is that of the paragraphs that go on with `2.`, its point lost: none of them begins `1.`.
fn counts_paragraph(text: &str, note: &FootnoteLines, lines: &[Line]) -> bool {
    let begins = |line: &Line, mark: &str| text[line.range.clone()].starts_with(mark);
    let bare = text[note.marker.clone()].bytes().all(|b| b.is_ascii_digit());
    bare && lines[note.lines.end..].iter().any(|line| begins(line, "2. "))
        && !lines.iter().any(|line| begins(line, "1. "))
}

/// Where the marker of footnote `number` stands at the start of `line`: `1`, `[1]`, `1/`; under a rule, `1.` and `1)` as well;
/// `(1)`, with which the items of lists begin, only where the same stands behind a word above.
fn footnote_marker(
    text: &str,
    line: &Line,
    number: u32,
    ruled: bool,
    tokens: &[Token],
    bracketed: &BracketedMarks<'_>,
) -> Option<Range<usize>> {
    if line.kind != LineKind::Text {
        return None;
    }
    let words = &text[line.range.clone()];
    let digits: usize = words.chars().take_while(|&c| superscript(c).is_some()).map(char::len_utf8).sum();
    if digits > 0 {
        let mut raised = words[..digits].chars().filter_map(superscript);
        let value = raised.try_fold(0u32, |n, d| n.checked_mul(10)?.checked_add(d));
        return (value == Some(number)).then(|| line.range.start..line.range.start + digits);
    }
    // `2A/RES/63/308`: the space is lost.
    let close = number.to_string();
    let glued = words
        .strip_prefix(&close)
        .filter(|rest| rest.starts_with('A') && cites(rest, line.range.end - rest.len(), tokens));
    if glued.is_some() {
        return Some(line.range.start..line.range.start + close.len());
    }
    let (marker, rest) = words.split_once([' ', '\t'])?;
    let bare = marker.trim_matches(['[', ']', '(', ')', '{', '}']);
    let bare = bare.strip_suffix('/').or_else(|| bare.strip_suffix('.').filter(|_| ruled)).unwrap_or(bare);
    let reads = bare.parse::<u32>().ok().or_else(|| matches!(bare, "I" | "l" | "|").then_some(1))?;
    let rest = rest.trim_start();
    let true_digit = bare.bytes().all(|b| b.is_ascii_digit());
    let begins = rest.chars().next().is_some_and(|c| c.is_uppercase() || c == '"' || c == '“');
    // `1 September 2017`, `1 :00 p.m.`: a date or a time, no footnote. `I` needs a document behind it to be a one.
    let token = token_at(tokens, line.range.start);
    let document = opens_citing(rest, line.range.end - rest.len(), tokens) || !true_digit && begins_resolution(rest);
    // `1)` counts the items of a list, but under a rule.
    let bracket = marker.ends_with(')') && !marker.starts_with('(') && !ruled;
    let fits = reads == number && !bracket && begins && token.is_none() && (true_digit || document) && words.len() > 6;
    let item = || marker.starts_with('(') && bracketed.first_in(0..line.range.start, marker).is_none();
    (fits && !item()).then(|| line.range.start..line.range.start + marker.len())
}

/// `General Assembly reso1ution`, misread.
fn begins_resolution(words: &str) -> bool {
    const FORM: &str = "general assembly resolution";
    const ALIKE: f32 = 0.85;
    words.get(..FORM.len()).is_some_and(|head| misread::is_form(head, FORM, ALIKE))
}

/// Whether the line at `at` goes on with the footnote above it, which has `number`; `full` is the width of a full line.
fn continues_footnote(text: &str, lines: &[Line], at: usize, number: u32, full: usize) -> bool {
    let line = &lines[at];
    let plain = line.kind == LineKind::Text && line.blank_before == 0 && !line.page_start;
    let words = &text[line.range.clone()];
    // A sentence that ends where its line has room left ends the footnote, and so does one with room for as much again.
    let above = &lines[at - 1];
    let roomy = above.width * 4 < full * 3 || full == 0;
    let first = words.split(' ').next().unwrap_or_default().chars().count();
    let unwrapped = (above.width + 1 + first) * 2 < full;
    if unwrapped || roomy && text[above.range.clone()].ends_with('.') && words.starts_with(char::is_uppercase) {
        return false;
    }
    let marker = words
        .split([' ', '\t'])
        .next()
        .is_some_and(|word| word.trim_matches(['/', '.', '(', ')', '[', ']']).parse() == Ok(number + 1))
        || words
            .strip_prefix(&(number + 1).to_string())
            .is_some_and(|rest| rest.starts_with('A') && rest.contains("RES"));
    plain && !marker && words.chars().next().is_none_or(|c| superscript(c).is_none())
}

/// Whether the words that begin at `start` cite a document first.
fn opens_citing(words: &str, start: usize, tokens: &[Token]) -> bool {
    let refers = ["See ", "Resolution ", "General Assembly resolution "].iter().any(|head| words.starts_with(head));
    refers || cites(&words[..words.floor_char_boundary(24)], start, tokens)
}

/// Whether a document's symbol stands in the words that begin at `start`.
fn cites(words: &str, start: usize, tokens: &[Token]) -> bool {
    let first = tokens.partition_point(|token| (token.span.end as usize) <= start);
    tokens[first..]
        .iter()
        .take_while(|token| (token.span.start as usize) < start + words.len())
        .any(|token| matches!(token.value, Value::Symbol(_)))
}

fn token_at(tokens: &[Token], at: usize) -> Option<&Token> {
    tokens.binary_search_by_key(&at, |token| token.span.start as usize).ok().map(|i| &tokens[i])
}

#[cfg(test)]
mod tests {
    use crate::text::{FootnoteMark, Reading};

    /// The footnotes of a text.
    fn notes(reading: &Reading) -> Vec<&str> {
        let notes = reading.blocks().iter().filter(|block| block.footnote.is_some());
        notes.map(|block| reading.block_text(block)).collect()
    }

    #[test]
    fn a_number_in_brackets_begins_a_footnote_of_its_own() {
        let text = "The Outcome of 2005,[1] and the use of force[2] as such.\n\n___\n[1] A/RES/60/1.\n[2] Articles 2 and 51.\n";
        let reading = Reading::of(text);
        let marks = reading.blocks().iter().filter_map(|block| block.footnote).map(|(mark, _)| mark);
        assert_eq!(marks.collect::<Vec<_>>(), [FootnoteMark::Number(1), FootnoteMark::Number(2)]);
    }

    #[test]
    fn a_heading_that_a_bare_number_counts_is_no_footnote() {
        let body = "It agreed on a responsibility to protect populations.(1) It has been considered since.";
        let headed =
            format!("1  Background\n\n{body}\n\n2  Aim\n\n{body}\n\n___\n(1) General Assembly resolution 60/1.\n");
        let reading = Reading::of(&headed);
        assert_eq!(notes(&reading), ["General Assembly resolution 60/1."]);
    }

    #[test]
    fn the_last_letter_of_a_name_is_no_footnote_s_mark() {
        let read = |mark: &str, person: &str| {
            let text =
                format!("It goes back to the Outcome{mark} of 2005. Write to {person} for it.\n\n[^1]: A/RES/60/1.\n");
            Reading::of(&text).text().to_owned()
        };
        assert!(read("[^1]", "Mr. Stefan Brandl").contains("Stefan Brandl for"));
        assert!(read("[^1]", "the Brandl").contains("the Brandl for"), "the mark is found elsewhere");
        assert!(read("", "Mr. Stefan Brandl").contains("Stefan Brandl for"), "the mark is lost");
        assert!(!read("", "the Summitl").contains("Summitl"));
    }

    #[test]
    fn a_misread_one_may_stand_behind_a_comma() {
        let text = "At the 2O05 World Summit,l the States of tbe world declared it.\n\nI General Assembly reso1ution 60/1, paragraph 138.\n";
        let reading = Reading::of(text);
        let marks = reading.blocks().iter().filter_map(|block| block.footnote).map(|(mark, _)| mark);
        assert_eq!(marks.collect::<Vec<_>>(), [FootnoteMark::Number(1)]);
        assert!(reading.text().contains("World Summit, the States"), "{}", reading.text());
    }

    #[test]
    fn a_footnote_ends_where_its_sentence_leaves_room() {
        let body = "The Assembly has debated the matter in every year since it adopted its resolution on the follow-up to the \
                    outcome of the Summit,1 and it has heard the Secretary-General each time before it did so.";
        let text =
            format!("{body}\n{body}\n{body}\n1 Resolution 60/1, paragraph 138.\nWhat we hope to learn\n{body}\n");
        let reading = Reading::of(&text);
        assert_eq!(notes(&reading), ["Resolution 60/1, paragraph 138."]);
    }

    #[test]
    fn a_footnote_ends_where_its_line_has_room_for_as_much_again() {
        let body = "The Assembly has debated the matter in every year since it adopted its resolution on the\nfollow-up to the outcome \
                    of the Summit,1 and it has heard the Secretary-General each time";
        let reading = Reading::of(&format!("{body}\n1 A/RES/60/1\nbefore it did so.\n"));
        assert_eq!(notes(&reading), ["A/RES/60/1"]);
    }

    #[test]
    fn a_bare_number_behind_a_symbol_in_brackets_leads_to_a_footnote() {
        let read = |cited: &str| {
            let text = format!(
                "The report of the Rapporteur ({cited})1 is at their disposal.\n\n1 Chapter III deals with victims.\n"
            );
            let reading = Reading::of(&text);
            (notes(&reading).len(), reading.text().contains(&format!("({cited}) is at")))
        };
        assert_eq!(read("A/HRC/20/18"), (1, true));
        assert_eq!(read("of 2012"), (0, false));
    }

    #[test]
    fn a_tab_may_stand_behind_a_footnote_s_number() {
        let reading =
            Reading::of("It speaks of paragraph 139.[1] It goes on,[2] too.\n\n[1]\tA/RES/60/1.\n[2]\tA/63/677.\n");
        assert_eq!(reading.blocks().iter().filter(|block| block.footnote.is_some()).count(), 2);
    }
}
