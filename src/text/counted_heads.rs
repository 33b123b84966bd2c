//! Running heads with the page's number close behind them, as a scanner gives them that folds gaps: `Office of the President:
//! 77th session 3`. They are told by counting on, about a page apart. One pass, with one alignment a line at most.

use super::layout::{Line, LineKind};
use super::lookalike;

/// How alike a running head must be to the one a page before.
const FLOOR: f32 = 0.8;

/// How many words a head has at least, its number not among them, and where a form feed begins the page with it.
const WORDS: usize = 3;
const WORDS_FED: usize = 2;

/// How far apart, in bytes, two pages' heads stand at least; parts of a programme that are counted stand closer.
const PAGE_MIN: usize = 1_000;

/// How many numbered lines are looked back at: running text may have some between two heads.
const NEAR: usize = 8;

/// What is counted and is no page.
const COUNTED: [&str; 12] =
    ["pillar", "part", "panel", "segment", "room", "day", "annex", "phase", "round", "question", "theme", "no."];

/// A line that ends with a number.
struct Numbered<'t> {
    line: usize,
    head: &'t str,
    number: u32,
}

/// Marks such heads among `lines` as what belongs to the page; with them the ones alike whose number is misread.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    let mut near: Vec<Numbered<'_>> = Vec::new();
    let mut known: Option<&str> = None;
    for at in 0..lines.len() {
        let Some(next) = numbered(text, lines, at) else { continue };
        let start = lines[at].range.start;
        let counts_on = |before: &&Numbered<'_>| {
            (1..=2).contains(&next.number.saturating_sub(before.number))
                && start - lines[before.line].range.start >= PAGE_MIN
        };
        let before = near.iter().rev().find(counts_on);
        if let Some(before) = before.filter(|before| lookalike::similar(before.head, next.head, FLOOR)) {
            lines[before.line].kind = LineKind::Page;
            lines[at].kind = LineKind::Page;
            known = known.or(Some(before.head));
        }
        if near.len() == NEAR {
            near.remove(0);
        }
        near.push(next);
    }
    if let Some(head) = known {
        mark_misnumbered(text, lines, head);
    }
}

/// Marks the lines that are such a head with something short in its number's place.
fn mark_misnumbered(text: &str, lines: &mut [Line], head: &str) {
    let count = head.split(' ').count();
    for line in lines.iter_mut().filter(|line| line.kind == LineKind::Text) {
        let Some((words, number)) = text[line.range.clone()].rsplit_once(' ') else { continue };
        // `Infor mal dialogue 2`
        let whole = is_fed(text, line) || words.split(' ').count() == count;
        if number.len() <= 2 && whole && lookalike::similar(words, head, FLOOR) {
            line.kind = LineKind::Page;
        }
    }
}

fn numbered<'t>(text: &'t str, lines: &[Line], at: usize) -> Option<Numbered<'t>> {
    let line = &lines[at];
    let words = &text[line.range.clone()];
    if line.kind != LineKind::Text || line.width > 90 || !words.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (head, number) = words.rsplit_once(' ')?;
    let number = number.parse().ok().filter(|_| number.len() <= 2)?;
    let mut last = head.rsplit(' ');
    let counted = last.next().is_some_and(|word| COUNTED.iter().any(|noun| word.eq_ignore_ascii_case(noun)));
    let least = if is_fed(text, line) { WORDS_FED } else { WORDS };
    let long = head.split(' ').nth(least - 1).is_some();
    (long && !counted).then_some(Numbered { line: at, head, number })
}

/// Whether a form feed stands before a line.
fn is_fed(text: &str, line: &Line) -> bool {
    text[..line.range.start].trim_end_matches([' ', '\t', '\r', '\n']).ends_with('\u{c}')
}

#[cfg(test)]
mod tests {
    use super::mark;
    use crate::text::layout::{LineKind, lines};

    fn kept(text: &str) -> Vec<&str> {
        let mut lines = lines(text);
        mark(text, &mut lines);
        lines.iter().filter(|line| line.kind != LineKind::Page).map(|line| &text[line.range.clone()]).collect()
    }

    #[test]
    fn heads_that_count_on_a_page_apart_are_known() {
        let page = "The dialogue will look at the ways in which all States may take part in the work.\n".repeat(14);
        let heads = [
            "General Assembly debate on water Pa",
            "General Assembly debate on water 3",
            "Genera1 Assembly debate on vvater 4",
        ];
        let text = heads.map(|head| format!("{head}\n{page}")).concat();
        assert!(!kept(&text).iter().any(|line| line.starts_with("Gen")), "{:?}", kept(&text));
        let dated =
            format!("It debated the first report on 12\nJuly 2009.\n{page}It debated the first report on 12\nMay.\n");
        assert_eq!(kept(&dated).len(), dated.lines().count());
    }

    #[test]
    fn a_head_behind_a_form_feed_may_be_short() {
        let page = "The dialogue will look at the ways in which all States may take part in the work.\n".repeat(14);
        let heads = ["Informat dialogue 2", "Infor mal dialogue 3", "informal dialogue 4"];
        let fed = heads.map(|head| format!("{page}\u{c}{head}\n")).concat();
        assert!(!kept(&fed).iter().any(|line| line.ends_with(['2', '3', '4'])), "{:?}", kept(&fed));
        let bare = fed.replace('\u{c}', "");
        assert_eq!(kept(&bare).len(), bare.lines().count());
    }

    #[test]
    fn what_is_counted_within_a_page_is_no_head() {
        let parts = "General debate on prevention 1\nMs. Ana Ruiz\nGeneral debate on prevention 2\nMr. Jan Roos\n";
        assert_eq!(kept(parts).len(), 4);
        let page = "The dialogue will look at the ways in which all States may take part in the work.\n".repeat(14);
        let pillars = format!("Interactive debate on pillar 1\n{page}Interactive debate on pillar 2\n");
        assert_eq!(kept(&pillars).len(), 16);
    }
}
