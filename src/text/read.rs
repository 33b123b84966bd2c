//! How a raw text is read: its markup left out, its lines and tokens found, its misread words mended, its blocks joined.

use std::collections::HashSet;

use super::assembly::Assembly;
use super::edit::{Edit, Rule};
use super::layout::{self, Line};
use super::lex::{self, Token};
use super::reading::Reading;
use super::source_map::{self, SourceMap};
use super::span::Span;
use super::{
    bracket, footnote, lexicon, list_mark, margin, markup, mend, page_edges, quotation_mark, reflow, side_by_side,
    spacing,
};

impl Reading {
    /// Reads `raw`: leaves its margins and its markup out, finds its lines and its tokens, mends what is misread, joins lines
    /// to blocks.
    pub fn of(raw: &str) -> Self {
        Self::without(raw, margin::find(raw), |text| {
            Self::without(text, markup::find(text), |text| {
                let spacing = spacing::of(text);
                let spaced = spacing.spaced();
                Self::without(text, spacing.left_out, |plain| Self::in_order(plain, &spaced))
            })
        })
    }

    /// Reads `text` as `read` does, with `left_out` not in it.
    fn without(text: &str, mut left_out: Vec<Edit>, read: impl Fn(&str) -> Self) -> Self {
        if left_out.is_empty() {
            return read(text);
        }
        let (rest, map) = source_map::apply(text, &left_out);
        // White space at a line's end is folded as all is; that is no repair.
        left_out.retain(|edit| !text[edit.span.range()].bytes().all(|byte| byte.is_ascii_whitespace()));
        read(&rest).brought_back(&map, left_out)
    }

    /// Reads a text without markup, cell by cell where the cells of its tables stand side by side.
    fn in_order(plain: &str, spaced: &[usize]) -> Self {
        match side_by_side::put_in_order(plain) {
            Some(ordered) => Self::of_plain(&ordered.text, &[]).brought_back(&ordered.map, ordered.hyphens),
            None => Self::of_plain(plain, spaced),
        }
    }

    /// Reads a text that has no markup; a blank line stood before those lines that begin at `spaced`.
    fn of_plain(plain: &str, spaced: &[usize]) -> Self {
        let tokens = lex::lex(plain);
        let mut lines = layout::lines(plain);
        for &start in spaced {
            let line = lines.partition_point(|line| line.range.start < start);
            if let Some(line) = lines.get_mut(line) {
                line.blank_before = 1;
            }
        }
        page_edges::mark_pages(plain, &mut lines);
        list_mark::mark_misread_bullets(plain, &mut lines);
        let mut notes = footnote::mark_footnotes(plain, &mut lines, &tokens);
        let mut marks = footnote::footnote_marks(plain, &lines, &notes, &tokens);
        marks.extend(footnote::mark_starred(plain, &mut lines, &mut notes));
        marks.extend(footnote::mark_lettered(plain, &mut lines, &mut notes));
        let blocks = reflow::blocks(plain, &lines, &tokens, &notes);
        let (hyphens, unspaced) = hyphens(plain, &lines, &blocks);
        let mut edits = marks;
        edits.extend(hyphens);
        edits.extend(tokens.iter().filter_map(|token| {
            let rule = rule_of(&token.value);
            token.reads.clone().map(|reads| Edit::new(token.span, reads, rule))
        }));
        edits.extend(list_mark::misread_ones(plain, &lines));
        edits.extend(bracket::misread_brackets(plain, &tokens));
        edits.extend(quotation_mark::misread_quotes(plain, &tokens));
        let ties = lex::ties(plain, &tokens).into_iter();
        edits.extend(ties.map(|(place, reads)| Edit::new(Span::new(place), reads, Rule::Split)));
        settle(&mut edits);
        let protected = protected(&edits, &tokens);
        let mut mended = outside_spans(mend::mend_words(plain, &protected), &protected);
        mended.retain_mut(|edit| !mend::is_in_name(plain, edit) || mend::keep_to_letters(plain, edit));
        let persons = outside_spans(mend::first_person(plain), &protected);
        let scanned = is_scanned(plain, &tokens, &mended, &persons);
        if scanned {
            let mut taken: Vec<Span> = persons.iter().map(|edit| edit.span).collect();
            edits.extend(persons);
            mended = outside_spans(mended, &taken);
            taken.extend(protected.iter().copied().chain(mended.iter().map(|edit| edit.span)));
            taken.sort_unstable();
            let mistaken = outside_spans(mend::mistaken(plain), &taken);
            taken.extend(mistaken.iter().map(|edit| edit.span));
            taken.sort_unstable();
            edits.extend(mistaken);
            edits.extend(outside_spans(mend::shapes(plain), &taken));
            edits.extend(mended);
        }
        settle(&mut edits);
        let mut reading = Assembly::new(plain, &edits, unspaced, tokens).assemble(&lines, &blocks, &notes);
        reading.edits = edits;
        reading.scanned = scanned;
        reading
    }

    /// This reading of a text without what was `left_out` as a reading of the text that `map` leads back to.
    fn brought_back(mut self, map: &SourceMap, left_out: Vec<Edit>) -> Self {
        self.map = self.map.after(map);
        for edit in &mut self.edits {
            edit.span = map.raw_span(edit.span.range());
        }
        for (_, token) in &mut self.tokens {
            token.move_to(|span| map.raw_span(span.range()));
        }
        for block in &mut self.blocks {
            block.footnote = block.footnote.map(|(mark, span)| (mark, map.raw_span(span.range())));
        }
        self.edits.extend(left_out);
        self.join_edits();
        self
    }

    /// Puts the edits in order; those that met at one place (a raised number, then left out as a footnote's mark) become
    /// one, which says what is read there in the end.
    fn join_edits(&mut self) {
        self.edits.sort_by_key(|edit| edit.span);
        let mut joined: Vec<Edit> = Vec::with_capacity(self.edits.len());
        for edit in self.edits.drain(..) {
            match joined.last_mut().filter(|last| last.span.overlaps(edit.span) || last.span == edit.span) {
                Some(last) => {
                    let rule =
                        if last.rule == Rule::Markup || last.rule == Rule::Character { edit.rule } else { last.rule };
                    let span = last.span.cover(edit.span);
                    let read = self.map.read_range(span).unwrap_or(0..0);
                    *last = Edit::new(span, self.text.get(read).unwrap_or_default().to_owned(), rule);
                }
                None => joined.push(edit),
            }
        }
        self.edits = joined;
    }
}

fn outside_spans(edits: Vec<Edit>, spans: &[Span]) -> Vec<Edit> {
    let clear = |edit: &Edit| {
        let first = spans.partition_point(|span| span.end <= edit.span.start);
        !spans.get(first).is_some_and(|span| span.overlaps(edit.span))
    };
    edits.into_iter().filter(clear).collect()
}

/// Whether a text shows that it was scanned: tokens and words with characters in them that nobody types there, or more
/// words in small letters that each look like another than a typist lets pass. What was typed has words that no lexicon
/// knows, but no such characters, and is left as it is given.
fn is_scanned(text: &str, tokens: &[Token], mended: &[Edit], persons: &[Edit]) -> bool {
    /// Fewer may be slips of the hand.
    const TELLS: usize = 3;
    /// How many different words; of some sixty typed notes none had more than one that looked so.
    const WORDS: usize = 6;
    let odd = |edit: &&Edit| {
        let given = &text[edit.span.range()];
        // A capital O or I between small letters; other capitals within a word may be meant (`NewsHour`).
        let bytes = given.as_bytes();
        let round = bytes.windows(3).any(|three| {
            matches!(three[1], b'O' | b'I') && three[0].is_ascii_lowercase() && three[2].is_ascii_lowercase()
        });
        // Nor does a hand begin a word with a capital I for a small l.
        let stroke = given.starts_with('I') && edit.to.starts_with('l');
        round
            || stroke
            || given.contains(|c: char| {
                c.is_ascii_digit() || matches!(c, '\\' | '{' | '}' | '[' | ']' | '|' | '~' | '/' | '<' | '^' | '!')
            })
    };
    let tokens = tokens.iter().filter(|token| token.reads.is_some()).count();
    let words = || {
        let small =
            |edit: &&Edit| edit.rule == Rule::Word && text[edit.span.range()].bytes().all(|b| b.is_ascii_lowercase());
        mended.iter().filter(small).map(|edit| &text[edit.span.range()]).collect::<HashSet<_>>().len()
    };
    let tells = tokens + mended.iter().chain(persons).filter(odd).count();
    // Two words say as much as one such character.
    tells >= TELLS || words() + tells * WORDS / TELLS >= WORDS
}

fn rule_of(value: &lex::Value) -> Rule {
    match value {
        lex::Value::Symbol(_) => Rule::Symbol,
        lex::Value::Date { .. } => Rule::Date,
        lex::Value::Time(..) => Rule::Time,
        lex::Value::Email(_) => Rule::Punctuation,
        _ => Rule::Number,
    }
}

/// Edits in order of place; of two that overlap, the earlier in the list stays.
fn settle(edits: &mut Vec<Edit>) {
    edits.sort_by_key(|edit| edit.span);
    let mut end = 0;
    edits.retain(|edit| {
        let clear = edit.span.start >= end;
        if clear {
            end = edit.span.end;
        }
        clear
    });
}

/// What words are not looked for in: tokens and what is edited already.
fn protected(edits: &[Edit], tokens: &[Token]) -> Vec<Span> {
    let mut spans: Vec<Span> =
        edits.iter().map(|edit| edit.span).chain(tokens.iter().map(|token| token.span)).collect();
    spans.sort_unstable();
    spans.dedup_by(|next, span| {
        let joined = span.overlaps(*next);
        if joined {
            *span = span.cover(*next);
        }
        joined
    });
    spans
}

/// Words broken at the ends of lines that one block joins: the edits that leave out a hyphen where the word is one, and
/// the starts of the lines that no space parts from the line before.
fn hyphens(text: &str, lines: &[Line], blocks: &[Vec<usize>]) -> (Vec<Edit>, Vec<usize>) {
    let mut edits = Vec::new();
    let mut unspaced = Vec::new();
    for pair in blocks.iter().flat_map(|block| block.windows(2)) {
        let (before, after) = (&lines[pair[0]], &lines[pair[1]]);
        let words = &text[before.range.clone()];
        let Some(stem) = words.strip_suffix(['-', '\u{AD}', '‐']) else { continue };
        let first = stem.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let rest = &text[after.range.clone()];
        let second = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
        if first.is_empty() || second.is_empty() {
            continue;
        }
        let small = second.starts_with(char::is_lowercase);
        let compound = stem[..stem.len() - first.len()].ends_with('-');
        let one = small && !compound && (lexicon::contains(&format!("{first}{second}")) || !lexicon::contains(second));
        if one {
            let hyphen = before.range.start + stem.len()..before.range.end;
            edits.push(Edit::new(Span::new(hyphen), "", Rule::Hyphen));
        }
        unspaced.push(after.range.start);
    }
    unspaced.sort_unstable();
    (edits, unspaced)
}

#[cfg(test)]
mod tests {
    use super::is_scanned;
    use crate::text::{Edit, Reading, Rule, Span};

    #[test]
    fn a_scan_is_known_by_many_misread_words_without_odd_characters() {
        let few = "The rcport of the Sccretary-General looks at prcvention.\n";
        let more =
            "It rcminds the Assemhly of its prornise, and of the lessons lcarned in the ficld by the cornmission.\n";
        assert_eq!(Reading::of(few).text(), few);
        let read = Reading::of(&format!("{few}{more}"));
        assert!(read.text().contains("lessons learned in the field by the commission"), "{}", read.text());
        assert!(read.text().contains("looks at prevention"), "{}", read.text());
    }

    #[test]
    fn words_and_odd_characters_tell_a_scan_together() {
        let text = "dialoguc meetlng w1th t0";
        let edit = |from: &str, to: &str| {
            let at = text.find(from).expect("the word");
            Edit::new(Span::new(at..at + from.len()), to.to_owned(), Rule::Word)
        };
        let odd = [edit("w1th", "with"), edit("t0", "to")];
        let scanned = |words: &[Edit]| is_scanned(text, &[], &[words, &odd].concat(), &[]);
        assert!(scanned(&[edit("dialoguc", "dialogue"), edit("meetlng", "meeting")]));
        assert!(!scanned(&[edit("dialoguc", "dialogue")]));
    }
}
