//! From lines to blocks: which lines are one paragraph.
//!
//! Scanned notes come hard-wrapped, often with a blank line after every line, or with a page's end in the middle of a
//! sentence. A line goes on with the next where its sentence plainly does (no stop at its end and a small letter next, or
//! a word that cannot end a sentence), or where it is as full as the lines around it.

use super::layout::{Line, LineKind, PAGE_WIDTH, column_width, column_widths, full_width};
use super::lex::{self, Token, Value};
use super::lexicon;
use super::list_start::{begins_list, counts_on};

/// Words that nothing ends with: what follows belongs to them.
const OPEN_WORDS: [&str; 36] = [
    "until",
    "before",
    "than",
    "within",
    "till",
    "of",
    "the",
    "on",
    "and",
    "to",
    "a",
    "an",
    "in",
    "for",
    "with",
    "by",
    "at",
    "from",
    "or",
    "as",
    "its",
    "their",
    "that",
    "which",
    "his",
    "her",
    "our",
    "this",
    "these",
    "between",
    "among",
    "under",
    "into",
    "through",
    "including",
    "is",
];

/// Words that a row of a programme begins with, and running text seldom does in the middle of a sentence.
const ROW_OPENERS: [&str; 17] = [
    "Opening",
    "Closing",
    "Concluding",
    "Panel",
    "Presentation",
    "Introduction",
    "Adjournment",
    "Interactive dialogue",
    "Remarks by",
    "Moderator",
    "Panellist",
    "Panelist",
    "Keynote",
    "Wrap-up",
    "Summary",
    "Lunch",
    "Coffee",
];

/// The lines of each block, as lists of indices; page furniture stands alone.
pub(super) fn blocks(text: &str, lines: &[Line], tokens: &[Token]) -> Vec<Vec<usize>> {
    let full = full_width(lines);
    let column = column_width(lines);
    let columns = column_widths(lines);
    let mut blocks: Vec<Vec<usize>> = Vec::new();
    // The block of running text that a later line may go on with, past footnotes and page numbers.
    let mut open: Option<usize> = None;
    let mut spacing = 0;
    for (i, line) in lines.iter().enumerate() {
        match line.kind {
            LineKind::Page => blocks.push(vec![i]),
            LineKind::Footnote => {
                let goes_on = i > 0 && lines[i - 1].kind == LineKind::Footnote && !starts_footnote(text, line);
                match blocks.last_mut() {
                    Some(last) if goes_on => last.push(i),
                    _ => blocks.push(vec![i]),
                }
            }
            LineKind::Text | LineKind::Item | LineKind::Row => {
                let joined = open.filter(|&block| {
                    let previous = blocks[block].last().map(|&at| &lines[at]);
                    previous.is_some_and(|previous| {
                        let apart = blocks.len() - 1 > block;
                        goes_on(
                            text,
                            previous,
                            line,
                            &Around {
                                full,
                                column,
                                columns: &columns,
                                spacing,
                                start: lines[blocks[block][0]].range.start,
                                lines: blocks[block].len(),
                                apart,
                                tokens,
                            },
                        )
                    })
                });
                match joined {
                    Some(block) => {
                        spacing = line.blank_before;
                        blocks[block].push(i);
                    }
                    None => {
                        open = Some(blocks.len());
                        blocks.push(vec![i]);
                        spacing = 0;
                    }
                }
            }
        }
    }
    blocks
}

/// How far a column reaches at least that is wrapped.
const COLUMN_MIN: usize = 60;

/// What decides about a line besides itself.
struct Around<'a> {
    /// The width of a full line; zero where paragraphs stand on one line each.
    full: usize,
    /// How far the widest lines of a column reach that stands in from the margin.
    column: usize,
    /// The same of the lines that stand in so far, for each indent.
    columns: &'a [usize],
    /// How many blank lines stand between the lines of this paragraph.
    spacing: u32,
    /// Where this paragraph begins.
    start: usize,
    /// How many lines it has so far.
    lines: usize,
    /// Whether a footnote or a page number stands between.
    apart: bool,
    tokens: &'a [Token],
}

/// Whether `next` goes on with the sentence or the paragraph of `previous`.
fn goes_on(text: &str, previous: &Line, next: &Line, around: &Around<'_>) -> bool {
    if next.kind != LineKind::Text || previous.kind == LineKind::Row || previous.heading || next.heading {
        return false;
    }
    let (before, after) = (&text[previous.range.clone()], &text[next.range.clone()]);
    if heads_in_capitals(before, after, previous.blank_before.min(next.blank_before), around.lines) {
        return false;
    }
    let timed = begins_with_time(previous, around.tokens);
    let last = before.rsplit(' ').next().unwrap_or_default();
    let open_word =
        OPEN_WORDS.iter().any(|word| word.eq_ignore_ascii_case(last)) && !stands_apart(previous, next, around);
    let capital = after.starts_with(|c: char| c.is_ascii_uppercase());
    let opens_row =
        capital && !open_word && ROW_OPENERS.iter().any(|opener| after.starts_with(opener)) && !before.ends_with(',');
    let listed = begins_list(after);
    if listed && next.blank_before == 0 && counts_on(&text[around.start..previous.range.end], after) {
        return true;
    }
    if opens_row || is_labelled(after) || listed || (begins_row(text, next, around.tokens) && (timed || !open_word)) {
        return false;
    }
    // In a table or a list, an honorific begins another person's line.
    let tabular = timed || previous.kind == LineKind::Item || next.indent >= 4;
    if tabular && lex::begins_with_honorific(after) && !open_word && !before.ends_with(',') {
        return false;
    }
    let width = reach(previous, next, timed);
    let full = around.full > 0 && width * 4 >= around.full * 3;
    let small = after.chars().find(|c| !matches!(c, '"' | '“' | '(' | '\'')).is_some_and(char::is_lowercase);
    if next.blank_before == 0 && next.indent < 4 && !timed && cites_first(next, after, around.tokens) {
        return true;
    }
    // A bracket that is open at a line's end closes further down.
    if next.blank_before == 0 && full && !timed && is_open(before) && !is_labelled(after) {
        return true;
    }
    let close = next.blank_before <= around.spacing.max(1) || around.apart || next.page_start;
    let stop = before.trim_end_matches(['"', '”', '’', '\'', ')', ']']).ends_with(['.', '?', '!', ':', ';']);
    // A colon within a quoted title leads in to nothing.
    let stop = stop && !(before.ends_with(':') && small && opens_quotation(before));
    let ends = after.trim_end_matches(['"', '”', ')']).ends_with(['.', '?', '!', ':', ';', ',']);
    // A short line without a stop stands alone, unless it is the rest of a paragraph whose lines are all full.
    let rest = around.lines > 1 && next.blank_before == 0 && !tabular;
    let short = !small && !ends && next.width * 10 < around.full * 6;
    let stands_alone = short && !rest;
    if !stop {
        // A year begins no paragraph where no blank line is left for one.
        if next.blank_before == 0 && next.indent < 4 && !tabular && begins_with_year(after) {
            return true;
        }
        let hyphen = before.ends_with('-') && before.len() > 1 && !before.ends_with(" -");
        // A capital at the start of a line is no sign of a new paragraph where the line before has no room left.
        let roomless = width * 100 >= around.full * if around.lines > 1 { 80 } else { 85 };
        let wrapped = next.blank_before == 0 || around.full <= PAGE_WIDTH;
        let filled = around.full > 0 && roomless && wrapped;
        // The rest of a row's or an item's last office: `… of the United Nations General` / `Assembly`.
        let row = (timed || previous.kind == LineKind::Item || next.indent >= 4) && next.blank_before == 0;
        let unlabelled = !after.contains(':') && !lex::begins_with_honorific(after);
        // Where an item at the margin has room left for the next word, that word begins something else.
        let first = after.split(' ').next().unwrap_or_default().chars().count();
        let room = |share: usize| (previous.indent + previous.width + 1 + first) * 100 < around.full * share;
        let item = previous.kind == LineKind::Item && previous.indent < 4 && room(85) && !names_person(before);
        let rest = row && previous.width * 2 >= around.full && unlabelled && !item;
        // The rest of an office in a column where paragraphs are not wrapped, or of one at the margin.
        let column = row && around.full == 0 && around.column > 0 && next.indent >= 4 && {
            let reach = previous.indent.max(if timed { next.indent } else { 0 }) + previous.width;
            let own = around.columns.get(next.indent).copied().unwrap_or_default();
            let roomless = own >= COLUMN_MIN && reach * 100 >= own * 80 && reach + 1 + first > own;
            reach * 100 >= around.column * 90 || roomless
        };
        let office = || next.blank_before == 0 && !room(95) && short && names_person(before);
        // A name that the line's end cut in two: `Professor Sir Eustace` / `Lyttelton-Mbeki, Chairman`.
        let widest = if around.full > 0 { around.full } else { around.column };
        let halved = || {
            row && (previous.indent + previous.width + 1 + first) * 100 >= widest * 95
                && capital
                && ends_in_name(before)
        };
        let seated =
            unlabelled && (column && names_person(before) || around.full > 0 && office() || widest > 0 && halved());
        // The same behind a page's end, where a heading may stand as well, which has no comma.
        let carried = around.apart && timed && filled && after.contains(", ") && !after.contains(':');
        // A heading is short, stands alone, and nothing goes on from it, whatever the next line begins with.
        let short =
            if around.full > 0 { width * 2 < around.full } else { width < 60 && next.width > 90 && !around.apart };
        let heading = around.lines == 1 && next.blank_before > 0 && short;
        // Where each paragraph stands on a line of its own, only a word can go on with one: `lhe` was a capital.
        let begins = around.full == 0 && !around.apart && next.blank_before > 0 && !is_known(after);
        return small && next.blank_before < 8 && !heading && !begins
            || close && (open_word || hyphen || before.ends_with(',') && full || filled && !stands_alone)
            || (rest || carried) && around.full > 0
            || seated;
    }
    // After a stop, the paragraph goes on only where the line is full and spaced like those before it.
    let spaced_alike = next.blank_before == 0 || (around.spacing > 0 && next.blank_before <= around.spacing);
    let fuller = around.full > 0 && width * 10 >= around.full * 8;
    (fuller && spaced_alike && !before.ends_with(':') && !short) || (small && close && !before.ends_with([':', ';']))
}

/// Whether a line is a heading in capitals, whatever its words: alone between blank lines, the next line not in capitals.
fn heads_in_capitals(line: &str, next: &str, blank: u32, lines: usize) -> bool {
    let capital = |words: &str| {
        let letters = words.chars().filter(|c| c.is_alphabetic());
        letters.clone().all(char::is_uppercase) && letters.count() >= 4
    };
    blank > 0 && lines == 1 && capital(line) && !capital(next) && line.contains(' ')
}

/// Whether a line names a person and begins an office behind the name: `Moderator: Ms. …, Director of …`.
fn names_person(words: &str) -> bool {
    let starts = std::iter::once(0).chain(words.match_indices(' ').map(|(at, _)| at + 1));
    starts.take(12).any(|at| lex::begins_with_honorific(&words[at..]) && words[at..].contains(", "))
}

/// Whether a line ends with a person's honorific and the first word of the name.
fn ends_in_name(words: &str) -> bool {
    let Some((head, name)) = words.rsplit_once(' ') else { return false };
    let start = head.rfind([':', ';', ',']).map_or(0, |at| at + 1);
    let honorific = head[start..].trim_start();
    name.ends_with(char::is_lowercase)
        && name.starts_with(char::is_uppercase)
        && lex::honorific(&format!("{honorific} {name}")) == Some(honorific.len())
}

/// Whether words begin with one that a lexicon knows.
fn is_known(words: &str) -> bool {
    lexicon::contains(words.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default())
}

/// Whether a bracket opens on a line and does not close there.
fn is_open(words: &str) -> bool {
    words.rfind('(').is_some_and(|open| !words[open..].contains(')'))
}

fn begins_with_year(words: &str) -> bool {
    let (year, rest) = words.split_at_checked(4).unwrap_or_default();
    year.parse::<u16>().is_ok_and(lex::is_year)
        && !rest.starts_with(char::is_alphanumeric)
        && rest.contains(char::is_lowercase)
}

/// Whether a line begins with a document's symbol in brackets, which belongs to the words before it.
fn cites_first(line: &Line, words: &str, tokens: &[Token]) -> bool {
    let at = line.range.start + 1;
    words.starts_with('(')
        && tokens
            .binary_search_by_key(&at, |token| token.span.start as usize)
            .is_ok_and(|found| matches!(tokens[found].value, Value::Symbol(_)))
}

/// Whether a line is a short one between blank lines where every paragraph stands on a line of its own: a heading, which may
/// end with any word (`What the dialogue is for`).
fn stands_apart(previous: &Line, next: &Line, around: &Around<'_>) -> bool {
    let apart = previous.blank_before > 0 && next.blank_before > 0 && around.lines == 1;
    apart && around.full == 0 && previous.width < 60
}

/// `Time limit:   3 minutes`: a label, its colon, and a gap.
fn is_labelled(words: &str) -> bool {
    let gap = |colon: usize| words[colon + 1..].starts_with("  ") || words[colon + 1..].starts_with('\t');
    let mut colons = words.bytes().enumerate().filter(|&(_, byte)| byte == b':').map(|(at, _)| at);
    let short = |colon: usize| words[..colon].split(' ').nth(4).is_none();
    words.starts_with(char::is_uppercase) && colons.find(|&colon| gap(colon)).is_some_and(short)
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
fn begins_row(text: &str, line: &Line, tokens: &[Token]) -> bool {
    let lead =
        ["From ", "At "].iter().find(|lead| text[line.range.clone()].starts_with(**lead)).map_or(0, |lead| lead.len());
    let at = tokens.binary_search_by_key(&(line.range.start + lead), |token| token.span.start as usize);
    at.is_ok_and(|i| {
        let behind = text.get(tokens[i].span.end as usize..line.range.end).unwrap_or_default();
        let mid = ["on ", "and ", "in "].iter().any(|word| behind.trim_start().starts_with(word));
        matches!(tokens[i].value, Value::Time(..)) && !mid
    })
}

fn begins_with_time(line: &Line, tokens: &[Token]) -> bool {
    let at = tokens.binary_search_by_key(&line.range.start, |token| token.span.start as usize);
    at.is_ok_and(|i| matches!(tokens[i].value, Value::Time(..)))
}

/// Whether a quotation is open at the end of a line that it begins on.
fn opens_quotation(words: &str) -> bool {
    words.matches(['"', '“', '”']).count() % 2 == 1
}

fn starts_footnote(text: &str, line: &Line) -> bool {
    let words = &text[line.range.clone()];
    let first = words.split(' ').next().unwrap_or_default().trim_matches(['[', ']', '(', ')', '/', '.']);
    first.starts_with(|c| super::furniture::superscript(c).is_some())
        || (first.len() <= 2 && first.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'I' | b'l' | b'|')))
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    fn blocks(text: &str) -> Vec<String> {
        let reading = Reading::of(text);
        reading.blocks().iter().map(|block| reading.block_text(block).to_owned()).collect()
    }

    #[test]
    fn a_list_within_a_paragraph_goes_on_at_a_line_s_start() {
        let running = "It sets out priorities: (i)\ndeepening the understanding of risk; (ii) countering hate\nspeech;";
        assert_eq!(blocks(&format!("{running}\n(iii) strengthening networks of focal points.")).len(), 1);
        assert_eq!(blocks("The aims are:\n(a) to clarify the concept;\n(b) to prepare the debate;").len(), 3);
    }

    #[test]
    fn a_colon_within_a_quoted_title_leads_in_to_nothing() {
        let titled = "The third report is entitled \"From mandate to practice:\nprotecting civilians under threat\".";
        assert_eq!(blocks(titled).len(), 1);
        assert_eq!(blocks("The \"panel\" will address the following questions:\nHow can it be done?").len(), 2);
    }

    #[test]
    fn an_office_goes_on_behind_a_page_s_end() {
        let wide = "The dialogue will consist of an opening session, a panel and an interactive debate.\n\n";
        let row = "10:20 a.m.  Moderator: Mr. Edward Luck, Dean of the Joan B. Kroc School of Peace\n\n- 3 -\n\n";
        let whole = blocks(&format!("{wide}{row}Studies, University of San Diego\nPanellists:"));
        assert!(whole.iter().any(|block| block.ends_with("Peace Studies, University of San Diego")), "{whole:?}");
        let headed = blocks(&format!("{wide}{row}Expected outcomes\n"));
        assert!(headed.iter().any(|block| block == "Expected outcomes"), "{headed:?}");
    }

    #[test]
    fn what_an_item_has_room_for_is_none_of_it() {
        let wide = "The dialogue will consist of an opening session, a panel and an interactive debate, and it will\n\
                    be closed by the President, who will sum up what has been said in the course of the day.\n\n";
        let whole = blocks(&format!(
            "{wide}• Tentative programme of the informal dialogue\nTentative programme\n\nIt begins.\n"
        ));
        assert!(whole.iter().any(|block| block == "Tentative programme"), "{whole:?}");
        let office = "Moderator: Ms. Ana Ruiz, Deputy Executive Director of the Fund for the Children of the United\nNations Secretariat\nPanellists:\n";
        let seated = blocks(&format!("{wide}{office}"));
        assert!(seated.iter().any(|block| block.ends_with("United Nations Secretariat")), "{seated:?}");
    }

    #[test]
    fn an_office_goes_on_in_its_column() {
        let long = "The dialogue will consist of an opening session, a panel and an interactive debate. ".repeat(4);
        let column = "10.25-11.30     Moderator:\n                Mr. Edward Luck, Special Adviser\n                \
                      Ms. Liberata Mulamula, Executive Secretary of the International\n                Conference on the Great Lakes\n";
        let read = blocks(&format!("{long}\n\n{long}\n\n{column}"));
        assert!(read.iter().any(|block| block.ends_with("International Conference on the Great Lakes")), "{read:?}");
    }

    #[test]
    fn an_office_goes_on_where_its_own_column_has_no_room() {
        let long = "The dialogue will consist of an opening session, a panel and an interactive debate. ".repeat(4);
        let wide = format!(
            "{long}\n\n    2019   \"No time to wait: one health, one plan for all of us\"  A/73/869, issued on 10 May\n\n{long}\n\n"
        );
        let column = |office: &str| {
            let full = "             In the chair as moderator: Mrs. Birgitta af Ugglas-Lindqvist,\n             former Minister for Health\n";
            blocks(&format!(
                "{wide}10 a.m.      Panel\n{full}             Panellist: Ms. Lotus Tshering-Yangzom, {office}\n"
            ))
        };
        let read = column("Food and Agriculture\n             Organization of the United Nations");
        assert!(
            read.iter().any(|block| block.ends_with("Food and Agriculture Organization of the United Nations")),
            "{read:?}"
        );
        let read = column("Director\n             Statements by delegations");
        assert!(read.iter().any(|block| block.ends_with("Director")), "{read:?}");
    }

    #[test]
    fn a_name_goes_on_in_the_next_line_where_its_own_has_no_room() {
        let wide = "The dialogue will consist of an opening session, a panel and a debate that\nfollows it, and it will be closed by \
                    the President, who sums up all that was\nsaid in the course of the day by those who spoke in it.\n\n";
        let row = "10.30 a.m. .......... Discussion by the panel\n                      ";
        let read = blocks(&format!(
            "{wide}{row}Moderator: Professor Sir Eustace\n                      Lyttelton-Mbekiane, Chairman\n"
        ));
        assert!(read.iter().any(|block| block.ends_with("Eustace Lyttelton-Mbekiane, Chairman")), "{read:?}");
        let read =
            blocks(&format!("{wide}{row}Moderator: Sir Eustace\n                      Chairman, Peace Academy\n"));
        assert!(read.iter().any(|block| block.ends_with("Sir Eustace")), "{read:?}");
    }

    #[test]
    fn a_word_that_is_none_goes_on_with_no_paragraph() {
        let long = "The dialogue will consist of an opening session, a panel and an interactive debate. ".repeat(4);
        let title = "Informal interactive dialogue of the General Assembly on the responsibility to protect";
        let read = blocks(&format!("{title}\n\nlhe role of regional arrangements\n\n{long}\n\n{long}\n"));
        assert_eq!(read.first().map(String::as_str), Some(title), "{read:?}");
    }
}
