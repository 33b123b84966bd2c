//! Whether a line goes on with the paragraph of the line before it.
//!
//! It does where the sentence plainly does (no stop at the line's end and a small letter next, or a word that cannot end a
//! sentence), or where the line is as full as the lines around it; not where a row, an item or a heading begins.

use super::cut_names;
use super::hanging::hangs_under;
use super::layout::{Line, LineKind, PAGE_WIDTH, column_width, column_widths, full_width};
use super::lex::{self, Token, Value};
use super::line_words::{
    begins_small, begins_with_year, begins_year_row, heads_message, heads_speakers, is_known, is_labelled, is_open,
    is_open_word, opens_quotation, opens_row,
};
use super::list_start::{begins_list, counts_on};
use super::person_lines::{
    self, begins_with_somebody, begins_with_surname, ends_in_listed_person, ends_in_name, is_person_with_office,
    names_person,
};

/// How far a column reaches at least that is wrapped.
const COLUMN_MIN: usize = 60;

/// What all lines of a text share.
pub(super) struct Page<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// The width of a full line; zero where paragraphs stand on one line each.
    full: usize,
    /// Whether blank lines may part the lines of a sentence, since few stand in runs that were wrapped.
    loose: bool,
    /// How far the widest lines of a column reach that stands in from the margin.
    column: usize,
    /// The same of the lines that stand in so far, for each indent.
    columns: Vec<usize>,
    /// The same of the lines of persons at the margin.
    persons: usize,
}

impl<'a> Page<'a> {
    pub(super) fn of(text: &'a str, lines: &[Line], tokens: &'a [Token], loose: bool) -> Self {
        let (column, columns) = (column_width(lines), column_widths(text, lines));
        Self {
            text,
            tokens,
            full: full_width(lines),
            loose,
            column,
            columns,
            persons: person_lines::width(text, lines),
        }
    }

    /// What is read at the place where a line, or some of its words, begin.
    fn token_at(&self, at: usize) -> Option<&Token> {
        let found = self.tokens.binary_search_by_key(&at, |token| token.span.start as usize).ok()?;
        Some(&self.tokens[found])
    }
}

/// The paragraph that a line may go on with.
pub(super) struct Paragraph {
    /// Where it begins.
    pub(super) start: usize,
    /// How many lines it has so far.
    pub(super) lines: usize,
    /// How many blank lines stand between its lines.
    pub(super) spacing: u32,
    /// Whether a footnote or a page number stands between.
    pub(super) apart: bool,
    /// Whether its last line, wrapped at a width of its own, had no room for the next line's first word.
    pub(super) filled: bool,
}

/// The last line of a paragraph and the line that may go on with it.
pub(super) struct Seam<'a> {
    page: &'a Page<'a>,
    paragraph: Paragraph,
    previous: &'a Line,
    next: &'a Line,
    /// The words of the two lines.
    before: &'a str,
    after: &'a str,
    /// Whether the paragraph begins with a time, and its first line is its last.
    timed: bool,
    /// Whether that line ends with a word that nothing ends with.
    open_word: bool,
    /// Whether the two stand in a table or a list.
    tabular: bool,
    /// Whether the next line begins with a small letter.
    small: bool,
    /// How far the paragraph's last line reaches to the right.
    width: usize,
}

impl<'a> Seam<'a> {
    /// The seam of two lines; none where one of them is a row of cells, an item's start or a heading.
    pub(super) fn between(
        page: &'a Page<'a>,
        paragraph: Paragraph,
        previous: &'a Line,
        next: &'a Line,
    ) -> Option<Self> {
        if next.kind != LineKind::Text || previous.kind == LineKind::Row || previous.heading || next.heading {
            return None;
        }
        let (before, after) = (&page.text[previous.range.clone()], &page.text[next.range.clone()]);
        // A time at the start of a later line stands in the middle of a sentence.
        let timed = paragraph.lines == 1 && begins_with_time(page, previous);
        let last = before.rsplit(' ').next().unwrap_or_default();
        let apart = page.full == 0 && paragraph.lines == 1 && stands_apart(previous, next);
        let open_word = !apart && is_open_word(last);
        let tabular = timed || previous.kind == LineKind::Item || next.indent >= 4;
        let small = begins_small(after);
        let width = reach(previous, next, timed);
        Some(Self { page, paragraph, previous, next, before, after, timed, open_word, tabular, small, width })
    }

    /// Whether the next line goes on with the sentence or the paragraph.
    pub(super) fn goes_on(&self) -> bool {
        if heads_in_capitals(self) {
            return false;
        }
        if self.is_next_item_within() {
            return true;
        }
        if self.begins_another() {
            return false;
        }
        self.runs_on()
            || self.is_within_token()
            || self.completes()
            || if self.is_stopped() { self.goes_on_behind_stop() } else { self.goes_on_unstopped() }
    }

    /// Whether the line before ends in the middle of a sentence only because it had no room left.
    fn runs_on(&self) -> bool {
        self.paragraph.filled && !self.is_stopped()
    }

    /// Whether a date or a time begins on the line before and ends on the next.
    fn is_within_token(&self) -> bool {
        let end = self.previous.range.end;
        let first = self.page.tokens.partition_point(|token| token.span.end as usize <= end);
        let token = self.page.tokens.get(first).map(|token| token.span.range());
        token.is_some_and(|token| token.start < end && token.end > self.next.range.start)
    }

    /// No blank line stands between the two.
    fn is_tight(&self) -> bool {
        self.next.blank_before == 0
    }

    /// Whether the next line's mark counts on in a list that runs within the paragraph.
    fn is_next_item_within(&self) -> bool {
        let so_far = || &self.page.text[self.paragraph.start..self.previous.range.end];
        self.is_tight() && begins_list(self.after) && counts_on(so_far(), self.after)
    }

    /// Whether the next line begins a row, an item, a labelled line, or another person's line in a table.
    fn begins_another(&self) -> bool {
        let (after, comma) = (self.after, self.before.ends_with(','));
        let free = !(self.open_word || comma || self.runs_on());
        let capital = after.starts_with(|c: char| c.is_ascii_uppercase());
        capital && free && (opens_row(after) || heads_speakers(after))
            || is_labelled(after)
            || begins_year_row(after)
            || self.before.ends_with("---")
            || !self.is_tight() && self.paragraph.lines == 1 && heads_message(self.before)
            || begins_list(after)
            || capital && free && self.timed && !self.is_tight() && ends_with_bracketed_hours(self.page, self.next)
            || (self.timed || !self.open_word) && begins_row(self.page, self.next) && !self.ends_with_hours()
            || free && begins_with_somebody(after) && (self.tabular || self.is_list_of_persons())
    }

    /// Whether each of the two lines begins with a person and the office of that person: `Ms. …, Director` / `Mr. …, Chair`.
    fn is_list_of_persons(&self) -> bool {
        let first = &self.page.text[self.paragraph.start..self.previous.range.end];
        self.is_tight() && is_person_with_office(first) && is_person_with_office(self.after)
    }

    /// Whether the next line brings what the line before waits for: the symbol of a document that it named, the end of its
    /// bracket, or the second half of a name.
    fn completes(&self) -> bool {
        let cites = || self.next.indent < 4 && cites_first(self.page, self.next, self.after);
        // A blank line that a scanner put between an entitled document and its symbol parts no paragraph.
        let running = || self.paragraph.lines > 1 && !self.is_stopped() || self.before.ends_with(['"', '”', '“']);
        let entitled = || self.next.blank_before == 1 && running() && cites();
        let cut = || self.is_tight() && cut_names::is_cut(self.before, self.after);
        cut() || !self.timed && (self.is_tight() && (cites() || self.is_full() && is_open(self.before)) || entitled())
    }

    /// Whether a full line of running text goes on with nothing but hours and the full stop: `… and fr om` / `3:00 pm to
    /// 6:00 pm.`
    fn ends_with_hours(&self) -> bool {
        let end = self.next.range.end;
        let last = self.page.tokens.partition_point(|token| token.span.range().start < end).checked_sub(1);
        let hours = last.map(|last| &self.page.tokens[last]).filter(|token| matches!(token.value, Value::Time(..)));
        let alone = hours.is_some_and(|token| end - token.span.range().end.min(end) <= 1);
        alone && self.after.ends_with('.') && self.is_full() && !self.timed && !self.is_stopped()
    }

    fn is_full(&self) -> bool {
        self.page.full > 0 && self.width * 4 >= self.page.full * 3
    }

    /// Whether the line before ends with a stop; a colon within a quoted title leads in to nothing.
    fn is_stopped(&self) -> bool {
        let bare = self.before.trim_end_matches(['"', '”', '’', '\'', ')', ']']);
        let quoted = self.before.ends_with(':') && self.small && opens_quotation(self.before);
        bare.ends_with(['.', '?', '!', ':', ';']) && !quoted
    }

    /// Whether the next line is near enough to be of the same paragraph.
    fn is_close(&self) -> bool {
        self.next.blank_before <= self.paragraph.spacing.max(1) || self.paragraph.apart || self.next.page_start
    }

    /// Whether the next line is a short one without a stop.
    fn is_short(&self) -> bool {
        let ends = self.after.trim_end_matches(['"', '”', ')']).ends_with(['.', '?', '!', ':', ';', ',']);
        let full = if self.paragraph.filled { self.page.full.min(self.width) } else { self.page.full };
        !self.small && !ends && self.next.width * 10 < full * 6
    }

    /// Behind a stop, the paragraph goes on only where the line is full and spaced like those before it.
    fn goes_on_behind_stop(&self) -> bool {
        let blank = self.next.blank_before;
        let spaced_alike = blank == 0 || (self.paragraph.spacing > 0 && blank <= self.paragraph.spacing);
        let fuller = self.page.full > 0 && self.width * 10 >= self.page.full * 8;
        let wrapped = self.paragraph.filled || fuller && spaced_alike;
        (wrapped && !self.before.ends_with(':') && !self.is_short())
            || self.runs_on_behind_colon()
            || (self.small && self.is_close() && !self.before.ends_with([':', ';']))
    }

    /// Whether a colon at the end of a full line is one within a sentence: no list of aims follows, whose items end alike.
    fn runs_on_behind_colon(&self) -> bool {
        let prose = self.small && self.is_tight() && !self.tabular && self.paragraph.lines > 1;
        let items_end = if self.after.contains(". ") { &[';', ':'][..] } else { &[';', ':', ','] };
        let item = || self.after.ends_with(items_end) || self.after.starts_with("to ");
        prose && self.before.ends_with(':') && self.page.full > 0 && self.width * 100 >= self.page.full * 80 && !item()
    }

    fn goes_on_unstopped(&self) -> bool {
        // A year begins no paragraph where no blank line is left for one.
        let year = || self.is_tight() && self.next.indent < 4 && !self.tabular && begins_with_year(self.after);
        year() || self.goes_on_small() || self.is_close() && self.has_more() || self.goes_on_with_office()
    }

    /// Whether the next line begins with a small letter, and the sentence goes on with it: not behind a heading, and not with
    /// a misread capital.
    fn goes_on_small(&self) -> bool {
        let (full, blank, apart) = (self.page.full, self.next.blank_before, self.paragraph.apart);
        let short = if full > 0 { self.width * 2 < full } else { self.width < 60 && self.next.width > 90 && !apart };
        // A heading is short, stands alone, and nothing goes on from it, whatever the next line begins with.
        let heading = self.paragraph.lines == 1 && blank > 0 && short;
        // Where each paragraph stands on a line of its own, only a word can go on with one: `lhe` was a capital.
        let begins = || full == 0 && !apart && blank > 0 && !is_known(self.after);
        self.small && blank < 8 && !heading && !begins()
    }

    /// Whether the line before has not said all: its last word is open, or it had no room left for the next.
    fn has_more(&self) -> bool {
        let before = self.before;
        let hyphen = before.ends_with('-') && before.len() > 1 && !before.ends_with(" -");
        // A short line without a stop stands alone, unless it is the rest of a paragraph whose lines are all full.
        let rest = self.paragraph.lines > 1 && self.is_tight() && !self.tabular;
        let stands_alone = self.is_short() && !rest;
        // Where paragraphs stand on one line each, a programme's column may be wrapped all the same.
        let column = || self.page.full == 0 && self.tabular && self.is_tight() && self.fills_column();
        let full = self.is_full() || column() && !lex::begins_with_honorific(self.after);
        self.open_word || hyphen || before.ends_with(',') && full || self.is_filled() && !stands_alone
    }

    /// Whether the line before has no room left: a capital at the start of the next is no sign of a new paragraph then.
    fn is_filled(&self) -> bool {
        let full = self.page.full;
        let roomless = self.width * 100 >= full * if self.paragraph.lines > 1 { 80 } else { 85 };
        // What reaches much farther was not wrapped there.
        let within = self.width * 100 <= full * 105;
        let near =
            self.is_tight() || full <= PAGE_WIDTH && (self.page.loose || self.paragraph.apart || self.next.page_start);
        full > 0 && roomless && within && near
    }

    /// Whether the next line is the rest of a row's or an item's last office, or of a person's name: `… of the United Nations
    /// General` / `Assembly`.
    fn goes_on_with_office(&self) -> bool {
        let full = self.page.full;
        let widest = if full > 0 { full } else { self.page.column };
        let row = self.tabular && self.is_tight();
        let unlabelled = !self.after.contains(':') && !lex::begins_with_honorific(self.after);
        // Behind a page's end a heading may stand as well, which has no comma.
        let carried = self.paragraph.apart
            && self.timed
            && self.is_filled()
            && self.after.contains(", ")
            && !self.after.contains(':');
        // Where an item at the margin has room left for the next word, that word begins something else.
        let item = || self.previous.kind == LineKind::Item && self.previous.indent < 4 && self.has_room(85, full);
        let whole = || item() && !names_person(self.before);
        let rest = || row && self.previous.width * 2 >= full && unlabelled && !whole();
        // The rest of an office in a column, or of one at the margin.
        let last_whole = || ends_in_listed_person(self.before);
        let column = || row && self.fills_column() && names_person(self.before) && !last_whole();
        let persons = if self.page.persons > 0 { self.page.persons.min(full) } else { full };
        let margin = || {
            full > 0 && self.is_tight() && !self.has_room(95, persons) && self.is_short() && names_person(self.before)
        };
        // A name that the line's end cut in two: `Professor Sir Eustace` / `Lyttelton-Mbeki, Chairman`.
        let halved = || {
            let capital = self.after.starts_with(|c: char| c.is_ascii_uppercase());
            // `…; Ms. Ana Peyró` / `Llopis, Acting Head`
            let listed =
                || ends_in_listed_person(self.before) && begins_with_surname(self.after) && self.fills_column();
            let named = ends_in_name(self.before) && !self.has_room(95, widest);
            row && widest > 0 && capital && (named || listed())
        };
        let hung = || hangs_under(self.page.text, self.previous, self.next) && names_person(self.before);
        full > 0 && (carried || rest()) || unlabelled && (column() || margin() || halved() || hung())
    }

    /// Whether the next line's first word would have had room behind the line before, in `share` hundredths of `width`.
    fn has_room(&self, share: usize, width: usize) -> bool {
        (self.previous.indent + self.previous.width + 1 + self.first_width()) * 100 < width * share
    }

    /// How many characters the next line's first word has.
    fn first_width(&self) -> usize {
        self.after.split(' ').next().unwrap_or_default().chars().count()
    }

    /// Whether the line before reaches as far as its column does.
    fn fills_column(&self) -> bool {
        let (column, indent) = (self.page.column, self.next.indent);
        let reach = self.previous.indent.max(if self.timed { indent } else { 0 }) + self.previous.width;
        let own = self.page.columns.get(indent).copied().unwrap_or_default();
        let roomless = own >= COLUMN_MIN && reach * 100 >= own * 80 && reach + 1 + self.first_width() > own;
        let widest = self.page.full == 0 && reach * 100 >= column * 90;
        column > 0 && indent >= 4 && (widest || roomless)
    }
}

/// Whether the paragraph is a heading in capitals, whatever its words: alone between blank lines, the next line not in
/// capitals.
fn heads_in_capitals(seam: &Seam<'_>) -> bool {
    let capital = |words: &str| {
        let letters = words.chars().filter(|c| c.is_alphabetic());
        letters.clone().all(char::is_uppercase) && letters.count() >= 4
    };
    let alone = seam.paragraph.lines == 1 && seam.previous.blank_before.min(seam.next.blank_before) > 0;
    alone && capital(seam.before) && !capital(seam.after) && seam.before.contains(' ')
}

/// Whether a line begins with a document's symbol in brackets, which belongs to the words before it.
fn cites_first(page: &Page<'_>, line: &Line, words: &str) -> bool {
    words.starts_with('(')
        && page.token_at(line.range.start + 1).is_some_and(|token| matches!(token.value, Value::Symbol(_)))
}

/// Whether a line is a short one between blank lines: where every paragraph stands on a line of its own, a heading, which may
/// end with any word (`What the dialogue is for`).
fn stands_apart(previous: &Line, next: &Line) -> bool {
    previous.blank_before > 0 && next.blank_before > 0 && previous.width < 60
}

/// How far `previous` reaches to the right: from the margin where the next line stands under it, as in a table's column;
/// else its own width, since a centred line is no full one.
fn reach(previous: &Line, next: &Line, timed: bool) -> usize {
    let column = next.indent >= 2
        && next.blank_before == 0
        && (timed || previous.indent == next.indent || previous.kind == LineKind::Item);
    if column { previous.indent + previous.width } else { previous.width }
}

/// Whether a row begins with this line: a time, alone or behind `From`, and not in the middle of a sentence (`… until` /
/// `6 p.m. on 20 June`).
fn begins_row(page: &Page<'_>, line: &Line) -> bool {
    let words = &page.text[line.range.clone()];
    let lead = ["From ", "At "].iter().find(|lead| words.starts_with(**lead)).map_or(0, |lead| lead.len());
    page.token_at(line.range.start + lead).is_some_and(|token| {
        let behind = page.text.get(token.span.end as usize..line.range.end).unwrap_or_default();
        let mid = ["on ", "and ", "in "].iter().any(|word| behind.trim_start().starts_with(word));
        matches!(token.value, Value::Time(..)) && !mid
    })
}

/// Whether a line ends with hours in brackets, as the name of a programme's part does: `Interactive segment (10:45–13:00)`.
fn ends_with_bracketed_hours(page: &Page<'_>, line: &Line) -> bool {
    let words = &page.text[line.range.clone()];
    let bracket = words.rfind('(').filter(|_| words.ends_with(')'));
    let first = bracket.and_then(|at| page.token_at(line.range.start + at + 1));
    first.is_some_and(|token| matches!(token.value, Value::Time(..)))
}

fn begins_with_time(page: &Page<'_>, line: &Line) -> bool {
    page.token_at(line.range.start).is_some_and(|token| matches!(token.value, Value::Time(..)))
}
