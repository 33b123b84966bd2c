//! A note's text as it reads once repaired, with a map back to the raw text.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use unicode_normalization::char::compose;

use super::edit::{Edit, Rule};
use super::furniture::{self, FootnoteLines};
use super::layout::{self, Line, LineKind};
use super::lex::{self, Token};
use super::source_map::{self, Piece, SourceMap};
use super::span::Span;
use super::{lexicon, markup, mend, reflow};

/// What a block of the reading text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// A line or a paragraph of running text, its lines joined.
    Text,
    /// An item of a list, its bullet left out.
    Item,
    /// A row of a table, its cells parted by tabs.
    Row,
    /// A footnote, its marker left out.
    Footnote,
    /// A page number or another line that belongs to the page and not to the text.
    Page,
}

/// One block: a line of the reading text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the reading text, its line break not counted.
    pub range: Range<usize>,
    /// Whether markup says that it is a heading.
    pub heading: bool,
    /// A footnote's number, and where it stands in the raw text.
    pub footnote: Option<(u32, Span)>,
}

/// The text as read: repaired, its hard-wrapped lines joined to paragraphs, one block a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    text: String,
    blocks: Vec<Block>,
    map: SourceMap,
    edits: Vec<Edit>,
    /// For the rules that read a note; a note that has been read does not carry them along.
    #[serde(skip)]
    tokens: Vec<(Range<usize>, Token)>,
}

impl Reading {
    /// Reads `raw`: finds its lines and its tokens, mends what is misread, joins lines to blocks.
    pub fn of(raw: &str) -> Self {
        let markup = markup::find(raw);
        if markup.is_empty() {
            return Self::of_plain(raw);
        }
        let (plain, map) = source_map::apply(raw, &markup);
        Self::of_plain(&plain).brought_back(&map, markup)
    }

    /// Reads a text that has no markup.
    fn of_plain(plain: &str) -> Self {
        let tokens = lex::lex(plain);
        let mut lines = layout::lines(plain);
        furniture::mark_pages(plain, &mut lines);
        let notes = furniture::mark_footnotes(plain, &mut lines, &tokens);
        let marks = furniture::footnote_marks(plain, &lines, &notes, &tokens);
        let blocks = reflow::blocks(plain, &lines, &tokens);
        let (hyphens, unspaced) = hyphens(plain, &lines, &blocks);
        let mut edits = marks;
        edits.extend(hyphens);
        edits.extend(tokens.iter().filter_map(|token| {
            let rule = rule_of(&token.value);
            token.reads.clone().map(|reads| Edit::new(token.span, reads, rule))
        }));
        let ties = lex::ties(plain, &tokens).into_iter();
        edits.extend(ties.map(|(place, reads)| Edit::new(Span::new(place), reads, Rule::Split)));
        settle(&mut edits);
        let protected = protected(&edits, &tokens);
        let mut mended = outside_spans(mend::mend_words(plain, &protected), &protected);
        mended.retain_mut(|edit| !is_in_name(plain, edit) || keep_to_letters(plain, edit));
        if !is_scanned(plain, &tokens, &mended) {
            mended.clear();
        }
        edits.extend(mended);
        settle(&mut edits);
        let mut reading = Assembly::new(plain, &edits, unspaced, tokens).assemble(&lines, &blocks, &notes);
        reading.edits = edits;
        reading
    }

    /// This reading of a text without its markup as a reading of the text that `map` leads back to.
    fn brought_back(mut self, map: &SourceMap, markup: Vec<Edit>) -> Self {
        self.map = self.map.after(map);
        for edit in &mut self.edits {
            edit.span = map.raw_span(edit.span.range());
        }
        for (_, token) in &mut self.tokens {
            token.move_to(|span| map.raw_span(span.range()));
        }
        for block in &mut self.blocks {
            block.footnote = block.footnote.map(|(number, span)| (number, map.raw_span(span.range())));
        }
        self.edits.extend(markup);
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

    /// The reading text: one block a line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The words of a block.
    pub fn block_text(&self, block: &Block) -> &str {
        &self.text[block.range.clone()]
    }

    /// Every change between the raw text and this one, in the order of the raw text.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The symbols, dates, times and addresses that stand in `range` of the reading text, each with its place there.
    pub fn tokens_in(&self, range: Range<usize>) -> &[(Range<usize>, Token)] {
        let from = self.tokens.partition_point(|(place, _)| place.start < range.start);
        let to = self.tokens.partition_point(|(place, _)| place.start < range.end);
        &self.tokens[from..to.max(from)]
    }

    /// The place in the raw text of what stands at `range` of the reading text (which must not be empty).
    pub fn raw_span(&self, range: Range<usize>) -> Span {
        self.map.raw_span(range)
    }

    /// The range of the reading text that was read from `span` of the raw text; empty where nothing was.
    pub fn read_range(&self, span: Span) -> Range<usize> {
        self.map.read_range(span).unwrap_or(0..0)
    }
}

/// The longest name of a person, with honorifics, in bytes.
const NAME_MAX: usize = 120;

fn outside_spans(edits: Vec<Edit>, spans: &[Span]) -> Vec<Edit> {
    let clear = |edit: &Edit| {
        let first = spans.partition_point(|span| span.end <= edit.span.start);
        !spans.get(first).is_some_and(|span| span.overlaps(edit.span))
    };
    edits.into_iter().filter(clear).collect()
}

/// Whether a text shows that it was scanned: tokens and words with characters in them that nobody types there. What was
/// typed has words that no lexicon knows, but no such characters, and is left as it is given.
fn is_scanned(text: &str, tokens: &[Token], mended: &[Edit]) -> bool {
    /// Fewer may be slips of the hand.
    const TELLS: usize = 3;
    let odd = |edit: &&Edit| {
        let given = &text[edit.span.range()];
        // A capital O or I between small letters; other capitals within a word may be meant (`NewsHour`).
        let bytes = given.as_bytes();
        let round = bytes.windows(3).any(|three| {
            matches!(three[1], b'O' | b'I') && three[0].is_ascii_lowercase() && three[2].is_ascii_lowercase()
        });
        round
            || given.contains(|c: char| {
                c.is_ascii_digit() || matches!(c, '\\' | '{' | '}' | '|' | '~' | '/' | '<' | '^' | '!')
            })
    };
    let tokens = tokens.iter().filter(|token| token.reads.is_some()).count();
    tokens + mended.iter().filter(odd).count() >= TELLS
}

/// Whether an edit would write something else than a known name where a person's name stands: behind an honorific, up to
/// the next comma or bracket. No lexicon holds all names, so what is not known to be one is left as it is given.
fn is_in_name(text: &str, edit: &Edit) -> bool {
    let start = edit.span.start as usize;
    if edit.to.split([' ', '-']).all(lexicon::is_name) {
        return false;
    }
    if is_name_line(text, edit) {
        return true;
    }
    let near = text.floor_char_boundary(start.saturating_sub(NAME_MAX));
    let line = text[near..start].rfind(['\n', '\t', ',', '(', '[', ';', ':']).map_or(near, |at| near + at + 1);
    let before = &text[line..start];
    before.char_indices().any(|(i, c)| {
        let begins = c.is_uppercase() && !before[..i].ends_with(char::is_alphanumeric);
        begins && lex::honorific(&text[line + i..]).is_some_and(|length| line + i + length <= start)
    })
}

/// Whether an edit stands on a line that is a name: two to five capitalised words, none of the others a known word.
fn is_name_line(text: &str, edit: &Edit) -> bool {
    let (start, end) = (edit.span.start as usize, edit.span.end as usize);
    let (near, far) =
        (text.floor_char_boundary(start.saturating_sub(NAME_MAX)), text.floor_char_boundary(end + NAME_MAX));
    let from = text[near..start].rfind(['\n', '\t']).map(|at| near + at + 1);
    let to = text[end..far].find(['\n', '\t']).map(|at| end + at);
    let from = from.or((near == 0).then_some(0));
    let to = to.or((far == text.len()).then_some(far));
    let (Some(from), Some(to)) = (from, to) else { return false };
    let (before, after) = (text[from..start].split_whitespace(), text[end..to].split_whitespace());
    let mut others = before.chain(after);
    let name = |word: &str| {
        let bare = word.trim_matches(['.', ',']);
        word.starts_with(char::is_uppercase) && (lexicon::is_name(bare) || !lexicon::contains(bare))
    };
    let count = others.clone().count();
    (1..=4).contains(&count) && others.all(name) && text[start..end].starts_with(char::is_uppercase)
}

/// Turns an edit of a name into one that only writes letters for the digits in it; answers whether there are any.
fn keep_to_letters(text: &str, edit: &mut Edit) -> bool {
    let given = &text[edit.span.range()];
    let letters: String = given
        .chars()
        .map(|c| match c {
            '1' => 'l',
            '0' => 'o',
            _ => c,
        })
        .collect();
    let lettered = letters != given && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    if lettered {
        edit.to = letters.into();
    }
    lettered
}

fn rule_of(value: &lex::Value) -> Rule {
    match value {
        lex::Value::Symbol(_) => Rule::Symbol,
        lex::Value::Date { .. } => Rule::Date,
        lex::Value::Time(..) => Rule::Time,
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

/// A reading in the making.
struct Assembly<'a> {
    raw: &'a str,
    edits: &'a [Edit],
    /// The starts of lines that no space parts from the line before.
    unspaced: Vec<usize>,
    reading: Reading,
    /// Where the block in the making begins in the reading text.
    block: usize,
    token_places: Vec<Option<Range<usize>>>,
    /// The tokens as the lexer found them.
    tokens: Vec<Token>,
}

impl<'a> Assembly<'a> {
    fn new(raw: &'a str, edits: &'a [Edit], unspaced: Vec<usize>, tokens: Vec<Token>) -> Self {
        let reading = Reading { text: String::with_capacity(raw.len()), ..Reading::default() };
        Self { raw, edits, unspaced, reading, block: 0, token_places: vec![None; tokens.len()], tokens }
    }

    fn assemble(mut self, lines: &[Line], blocks: &[Vec<usize>], notes: &[FootnoteLines]) -> Reading {
        for block in blocks {
            let Some(first) = block.first().map(|&i| &lines[i]) else { continue };
            let note = block.first().and_then(|line| notes.binary_search_by_key(line, |note| note.lines.start).ok());
            let note = note.map(|note| &notes[note]);
            let start = self.reading.text.len();
            self.block = start;
            let mut end: Option<usize> = None;
            for &i in block {
                let line = &lines[i];
                let from = match note {
                    Some(note) if note.lines.start == i => note.marker.end,
                    _ => line.range.start,
                };
                if let Some(end) = end {
                    self.gap(end..from);
                }
                self.line(from..line.range.end, &line.cell_breaks);
                end = Some(line.range.end);
            }
            self.trim_end(start);
            let text = self.reading.text.len() - start;
            let kind = match first.kind {
                LineKind::Text => BlockKind::Text,
                LineKind::Item => BlockKind::Item,
                LineKind::Row => BlockKind::Row,
                LineKind::Footnote => BlockKind::Footnote,
                LineKind::Page => BlockKind::Page,
            };
            let footnote = note.map(|note| (note.number, Span::new(note.marker.clone())));
            if text > 0 {
                let range = start..start + text;
                self.reading.blocks.push(Block { kind, range, heading: first.heading, footnote });
                self.reading.text.push('\n');
            }
        }
        self.place_tokens();
        self.reading
    }

    /// The white space between two lines of a block, read as one space, unless a word goes on across it. Between the two
    /// may stand a footnote or a page number, so only what is white belongs to it.
    fn gap(&mut self, range: Range<usize>) {
        let joined = self.unspaced.binary_search(&range.end).is_ok();
        if joined || self.reading.text.ends_with([' ', '\n', '\t']) {
            return;
        }
        let between = &self.raw[range.clone()];
        let white = between.len() - between.trim_start().len();
        if white > 0 {
            self.push(range.start..range.start + white, " ");
        }
    }

    /// One line's words, its edits applied, its white space folded.
    fn line(&mut self, range: Range<usize>, cell_breaks: &[Range<usize>]) {
        let first = self.edits.partition_point(|edit| (edit.span.end as usize) <= range.start);
        let mut at = range.start;
        let mut next = first;
        let mut cells = cell_breaks.iter().filter(|cell| cell.start >= range.start).peekable();
        while at < range.end {
            let edit = self.edits.get(next).filter(|edit| (edit.span.start as usize) < range.end);
            let stop = edit.map_or(range.end, |edit| (edit.span.start as usize).max(at));
            if let Some(cell) =
                cells.next_if(|cell| cell.start < stop || Some(cell.start) == edit.map(|e| e.span.start as usize))
            {
                self.plain(at..cell.start.max(at));
                self.cell(cell.clone());
                at = cell.end.max(at);
                if edit.is_some_and(|edit| edit.span.end as usize <= at) {
                    next += 1;
                }
                continue;
            }
            self.plain(at..stop);
            let Some(edit) = edit else { break };
            let (span, to) = (edit.span, edit.to.clone());
            self.edited(span, &to);
            at = (span.end as usize).max(at);
            next += 1;
        }
    }

    fn cell(&mut self, range: Range<usize>) {
        self.trim_end(self.block);
        self.push(range, "\t");
    }

    fn edited(&mut self, span: Span, to: &str) {
        if to.is_empty() {
            return;
        }
        let blank = self.reading.text.ends_with([' ', '\n', '\t']) || self.reading.text.is_empty();
        if to == " " && blank {
            return;
        }
        self.push(span.range(), to);
    }

    /// Raw text as it stands, white space folded to single spaces, decomposed letters composed.
    fn plain(&mut self, range: Range<usize>) {
        let raw = self.raw;
        let mut at = range.start;
        while at < range.end {
            let rest = &raw[at..range.end];
            let run = rest.bytes().position(|b| !matches!(b, b'!'..=b'~')).unwrap_or(rest.len());
            if run > 0 {
                self.verbatim(at..at + run);
                at += run;
                continue;
            }
            let Some(c) = rest.chars().next() else { break };
            let end = at + c.len_utf8();
            if c.is_whitespace() || c.is_control() {
                let blank = self.reading.text.is_empty() || self.reading.text.ends_with([' ', '\n', '\t']);
                match (blank, c) {
                    (true, _) => {}
                    (false, ' ') => self.verbatim(at..end),
                    (false, _) => self.push(at..end, " "),
                }
            } else if ('\u{300}'..='\u{36F}').contains(&c) {
                self.combine(c, at..end);
            } else {
                self.verbatim(at..end);
            }
            at = end;
        }
    }

    /// A combining mark, joined to its letter.
    fn combine(&mut self, mark: char, range: Range<usize>) {
        let Some(letter) = self.reading.text.chars().next_back() else { return };
        let Some(composed) = compose(letter, mark) else { return self.verbatim(range) };
        let start = self.reading.map.start_of_last(letter.len_utf8()).unwrap_or(range.start);
        self.reading.text.pop();
        self.reading.map.truncate(self.reading.text.len());
        let mut buffer = [0; 4];
        self.push(start..range.end, composed.encode_utf8(&mut buffer));
    }

    fn verbatim(&mut self, range: Range<usize>) {
        let read = self.reading.text.len();
        self.reading.text.push_str(&self.raw[range.clone()]);
        self.reading.map.push(Piece { read, length: range.len(), raw: Span::new(range), verbatim: true });
    }

    fn push(&mut self, range: Range<usize>, reads: &str) {
        let read = self.reading.text.len();
        self.reading.map.push(Piece { read, length: reads.len(), raw: Span::new(range), verbatim: false });
        self.reading.text.push_str(reads);
    }

    /// Cuts the white space at the end of what was read so far, down to `least` bytes.
    fn trim_end(&mut self, least: usize) {
        let end = self.reading.text[least..].trim_end().len() + least;
        self.reading.text.truncate(end);
        self.reading.map.truncate(end);
    }

    /// Gives each token its place in the reading text.
    fn place_tokens(&mut self) {
        self.reading.map.index();
        for (token, place) in self.tokens.iter().zip(&mut self.token_places) {
            *place = self.reading.map.read_range(token.span);
        }
        let tokens = std::mem::take(&mut self.tokens);
        let placed = self.token_places.drain(..).zip(tokens);
        self.reading.tokens = placed.filter_map(|(place, token)| Some((place?, token))).collect();
        self.reading.tokens.sort_by_key(|(place, _)| place.start);
    }
}
