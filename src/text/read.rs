//! How a raw text is read: its markup left out, its lines and tokens found, its misread words mended, its blocks joined.

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
        let mut lines = lines(plain, spaced);
        let mut notes = footnote::mark_footnotes(plain, &mut lines, &tokens);
        let mut edits = footnote::footnote_marks(plain, &lines, &notes, &tokens);
        edits.extend(footnote::mark_starred(plain, &mut lines, &mut notes));
        edits.extend(footnote::mark_lettered(plain, &mut lines, &mut notes));
        let blocks = reflow::blocks(plain, &lines, &tokens, &notes);
        let (hyphens, unspaced) = hyphens(plain, &lines, &blocks);
        edits.extend(hyphens);
        edits.extend(misread_tokens(&tokens));
        edits.extend(list_mark::misread_ones(plain, &lines));
        edits.extend(bracket::misread_brackets(plain, &tokens));
        edits.extend(quotation_mark::misread_quotes(plain, &tokens));
        edits.extend(lost_spaces(plain, &tokens));
        settle(&mut edits);
        let words = mend::misread_words(plain, &edits, &tokens);
        let scanned = words.is_some();
        edits.extend(words.into_iter().flatten());
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

/// The lines of a text, its pages' edges and misread bullets marked; a blank line stood before those that begin at `spaced`.
fn lines(text: &str, spaced: &[usize]) -> Vec<Line> {
    let mut lines = layout::lines(text);
    for &start in spaced {
        let line = lines.partition_point(|line| line.range.start < start);
        if let Some(line) = lines.get_mut(line) {
            line.blank_before = 1;
        }
    }
    page_edges::mark_pages(text, &mut lines);
    list_mark::mark_misread_bullets(text, &mut lines);
    lines
}

/// The tokens that are misread, as they read.
fn misread_tokens(tokens: &[Token]) -> impl Iterator<Item = Edit> {
    tokens.iter().filter_map(|token| Some(Edit::new(token.span, token.reads.clone()?, rule_of(&token.value))))
}

/// The spaces that were lost between tokens and the small words beside them.
fn lost_spaces(text: &str, tokens: &[Token]) -> impl Iterator<Item = Edit> {
    let ties = lex::ties(text, tokens).into_iter();
    ties.map(|(place, reads)| Edit::new(Span::new(place), reads, Rule::Split))
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
