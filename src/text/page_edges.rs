//! What stands at a page's edges and belongs to no running text: page numbers and running heads.
//!
//! A running head is a line that stands again and again, each time at a page's edge; misread, it is told by its likeness to
//! the one before. One pass over the lines, and an alignment for each pair of neighbouring heads.

use std::collections::HashMap;

use super::counted_heads;
use super::layout::{Line, LineKind};
use super::lookalike;

/// How alike a running head must be to the one a page before.
const HEAD_FLOOR: f32 = 0.8;
/// How many words a line has at least that is known for a running head though misread.
const HEAD_WORDS: usize = 3;
/// How wide a line is at least that is known for a running head, or for running text, by what stands around it.
const HEAD_WIDTH: usize = 24;
/// What parts a running head from the page's number on the same line.
const GAP: &str = "   ";

/// Marks page numbers and running heads among `lines`.
pub(super) fn mark_pages(text: &str, lines: &mut [Line]) {
    for line in lines.iter_mut() {
        let words = &text[line.range.clone()];
        // The first dash of `- 1 -` is taken for a bullet.
        let numbered = line.kind == LineKind::Text || line.kind == LineKind::Item && words.ends_with(['-', '–', '—']);
        if numbered && is_page_number(words) {
            line.kind = LineKind::Page;
        }
    }
    mark_numbered_heads(text, lines);
    counted_heads::mark(text, lines);
    if lines.iter().any(|line| line.kind == LineKind::Page || line.page_start) {
        mark_heads(text, lines);
        mark_misread_heads(text, lines);
        mark_cutting_heads(text, lines);
    }
}

fn is_candidate(line: &Line) -> bool {
    line.kind == LineKind::Text && (4..90).contains(&line.width)
}

fn is_page(lines: &[Line], at: usize) -> bool {
    lines.get(at).is_some_and(|line| line.kind == LineKind::Page)
}

/// Whether a page's number stands above or below a line.
fn by_number(lines: &[Line], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| is_page(lines, before)) || is_page(lines, at + 1)
}

/// Marks the lines that stand more than once, each time at a page's edge.
fn mark_heads(text: &str, lines: &mut [Line]) {
    let key = |line: &Line| text[line.range.clone()].to_lowercase();
    let mut edges: HashMap<String, usize> = HashMap::new();
    for i in (0..lines.len()).filter(|&i| is_candidate(&lines[i]) && (by_number(lines, i) || lines[i].page_start)) {
        *edges.entry(key(&lines[i])).or_default() += 1;
    }
    // Most notes have no such line.
    edges.retain(|_, count| *count >= 2);
    if edges.is_empty() {
        return;
    }
    let mut all: HashMap<String, usize> = HashMap::new();
    for line in lines.iter().filter(|line| is_candidate(line)) {
        *all.entry(key(line)).or_default() += 1;
    }
    for line in lines.iter_mut().filter(|line| is_candidate(line)) {
        let key = key(line);
        if edges.contains_key(&key) && edges.get(&key) == all.get(&key) {
            line.kind = LineKind::Page;
        }
    }
}

/// How many lines by a page's number are looked back at: each page has one above and one below.
const EDGES: usize = 3;

/// Marks the lines by a page's number that are alike, one page's and the next's.
fn mark_misread_heads(text: &str, lines: &mut [Line]) {
    let edges: Vec<usize> = (0..lines.len()).filter(|&i| is_candidate(&lines[i]) && by_number(lines, i)).collect();
    for (at, &line) in edges.iter().enumerate() {
        for &before in &edges[at.saturating_sub(EDGES)..at] {
            if are_one_head(&text[lines[before].range.clone()], &text[lines[line].range.clone()]) {
                (lines[before].kind, lines[line].kind) = (LineKind::Page, LineKind::Page);
            }
        }
    }
}

/// Marks the lines by a page's number, above or below it, that cut a single-spaced sentence in two, blank lines between: the
/// line above breaks off, the line below goes on small.
fn mark_cutting_heads(text: &str, lines: &mut [Line]) {
    let words = |line: &Line| &text[line.range.clone()];
    let wide = lines.iter().filter(|line| line.width >= HEAD_WIDTH);
    let (close, all) = wide.fold((0, 0), |(close, all), line| (close + usize::from(line.blank_before == 0), all + 1));
    if close * 2 < all {
        return;
    }
    for at in 1..lines.len().saturating_sub(1) {
        if !by_number(lines, at) || !is_candidate(&lines[at]) || lines[at].width < HEAD_WIDTH {
            continue;
        }
        let near = |i: usize| is_page(lines, i).then_some(i);
        let first = near(at - 1).unwrap_or(at);
        let last = near(at + 1).unwrap_or(at);
        let Some(above) = (first.saturating_sub(2)..first).rev().find(|&i| !is_page(lines, i)) else { continue };
        let Some(below) = (last + 1..lines.len().min(last + 3)).find(|&i| !is_page(lines, i)) else { continue };
        if lines[below].kind != LineKind::Text || lines[below].blank_before == 0 || lines[first].blank_before == 0 {
            continue;
        }
        let prose = matches!(lines[above].kind, LineKind::Text | LineKind::Item) && lines[above].width >= HEAD_WIDTH;
        let open = !words(&lines[above]).ends_with(['.', ':', ';', '?', '!', '"', '”', ')']);
        let small = words(&lines[below]).starts_with(|c: char| c.is_lowercase());
        let head = words(&lines[at]);
        let titled = head.starts_with(|c: char| c.is_uppercase()) && !head.ends_with(['.', ',', ':', ';', '-']);
        if prose && open && small && titled {
            lines[at].kind = LineKind::Page;
        }
    }
}

fn are_one_head(one: &str, other: &str) -> bool {
    one.split_whitespace().nth(HEAD_WORDS - 1).is_some() && lookalike::similar(one, other, HEAD_FLOOR)
}

/// Marks running heads with the page's number behind them, a gap between: `Concept note on …      Page 2 of 4`; where the
/// number stands alone, only those that are alike and count on.
fn mark_numbered_heads(text: &str, lines: &mut [Line]) {
    let mut before: Option<(usize, &str, u32)> = None;
    for i in 0..lines.len() {
        let Some((head, number)) = numbered_head(text, &lines[i]) else { continue };
        let Ok(number) = number.parse() else {
            lines[i].kind = LineKind::Page;
            continue;
        };
        if let Some((last, other, counted)) = before
            && counted < number
            && are_one_head(other, head)
        {
            (lines[last].kind, lines[i].kind) = (LineKind::Page, LineKind::Page);
        }
        before = Some((i, head, number));
    }
}

/// A line's words and the page's number behind them.
fn numbered_head<'t>(text: &'t str, line: &Line) -> Option<(&'t str, &'t str)> {
    let words = &text[line.range.clone()];
    let numbered = words.ends_with(|c| lookalike::digit(c).is_some() || matches!(c, '-' | '–' | '—'));
    if line.kind != LineKind::Text || !numbered {
        return None;
    }
    let (head, number) = words.rsplit_once(GAP)?;
    is_page_number(number.trim()).then(|| (head.trim_end(), number.trim()))
}

/// `3`, `- 3 -`, `3/7`, `Page 3 of 7`, with or without the number of the document's printing: `23-10117 (E)   3`.
fn is_page_number(line: &str) -> bool {
    match beside_job_number(line) {
        Some("") => true,
        beside => is_bare_page_number(beside.unwrap_or(line)),
    }
}

/// What a line holds beside the number of the document's printing: `23-10117 (E)   3`, `2/4   23-10117`.
fn beside_job_number(line: &str) -> Option<&str> {
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    behind_job_number(line).or_else(|| {
        let (page, job) = line.rsplit_once(GAP)?;
        (behind_job_number(job) == Some("")).then(|| page.trim_end())
    })
}

/// What stands behind the number of a printing, and the letter of its language, with which words begin.
fn behind_job_number(words: &str) -> Option<&str> {
    const LANGUAGES: [&str; 6] = ["(E)", "(C)", "(F)", "(R)", "(S)", "(A)"];
    let (job, rest) = words.split_once(' ').unwrap_or((words, ""));
    let (year, number) = job.split_once('-')?;
    let digits = |part: &str, count: usize| part.len() == count && part.chars().all(|c| lookalike::digit(c).is_some());
    let rest = rest.trim_start();
    let rest = LANGUAGES.iter().find_map(|letter| rest.strip_prefix(letter)).unwrap_or(rest);
    (digits(year, 2) && digits(number, 5)).then(|| rest.trim())
}

fn is_bare_page_number(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '|' | '[' | ']' | ' '));
    let page = bare.strip_prefix("Page ").or_else(|| bare.strip_prefix("page "));
    // Most lines begin with neither.
    if page.is_none() && !bare.starts_with(|c: char| c.is_ascii_digit() || c.is_whitespace()) {
        return false;
    }
    let short = |part: &str| (1..=3).contains(&part.trim().len());
    let number = |part: &str| short(part) && part.trim().bytes().all(|b| b.is_ascii_digit());
    // Behind `Page`, what looks like a number is one.
    let misread = |part: &str| short(part) && part.trim().chars().all(|c| lookalike::digit(c).is_some());
    let bare = page.unwrap_or(bare);
    match bare.split_once(" of ").or_else(|| bare.split_once('/')) {
        Some((at, all)) if page.is_some() => misread(at) && misread(all) && (number(at) || number(all)),
        Some((at, all)) => number(at) && number(all),
        None => number(bare),
    }
}

#[cfg(test)]
mod tests {
    use super::super::layout::{LineKind, lines};
    use super::mark_pages;

    fn kept(text: &str) -> Vec<&str> {
        let mut lines = lines(text);
        mark_pages(text, &mut lines);
        lines.iter().filter(|line| line.kind != LineKind::Page).map(|line| &text[line.range.clone()]).collect()
    }

    #[test]
    fn running_heads_are_known_with_their_number_and_misread() {
        let numbered = "One goes\n\nConcept note on early warning        Page l of 3\n\non.\n\n\
            Concept note on eariy warning        Page 2 of 3\n\nTwo.";
        assert_eq!(kept(numbered), ["One goes", "on.", "Two."]);
        let bare = "One goes\n\nDialogue - Programme - 3 Apnl        2\n\non.\n\nDiaIogue - Programme - 3 April        3\n\nTwo.";
        assert_eq!(kept(bare), ["One goes", "on.", "Two."]);
        let above = "One.\n\nlnformal dialogue on water\n\n2\n\nTwo.\n\nGoes on.\n\nInformal dia1ogue on water\n\n3\n";
        assert_eq!(kept(above), ["One.", "Two.", "Goes on."]);
    }

    #[test]
    fn a_head_that_cuts_a_sentence_is_known_by_it() {
        let head = "Informal interactive dialogue on early warning";
        let text = format!(
            "The dialogue will take place in the hall.\nIt will look at the ways in which all States may\n\n2\n{head}\n\n\
             take part in the work on early warning.\nIt will end with a summary by the President.\n"
        );
        assert!(!kept(&text).contains(&head), "{:?}", kept(&text));
        let whole = text.replace("States may", "States take part.").replace("take part in", "They will take part in");
        assert!(kept(&whole).contains(&head), "{:?}", kept(&whole));
    }

    #[test]
    fn the_number_of_a_printing_stands_at_a_page_s_edge() {
        for edge in ["23-10117 (E)   1", "23-1O117 (E)", "2/4   23-10117 (E)", "23-10117   2/4"] {
            assert_eq!(kept(&format!("One goes\n\n{edge}\n\non.")), ["One goes", "on."], "{edge}");
        }
        for other in ["23-10117 places", "10-12 a.m.", "917-367-4321 (E)"] {
            assert_eq!(kept(&format!("One.\n\n{other}\n\nTwo.")).len(), 3, "{other}");
        }
    }

    #[test]
    fn a_number_behind_a_gap_is_no_page_number_by_itself() {
        for text in ["Conference Room on the first floor      4\n", "Seats of Kenya      2\nSeats of Nepal      2\n"] {
            assert_eq!(kept(text).len(), text.lines().count(), "{text}");
        }
    }

    #[test]
    fn a_head_that_cuts_a_sentence_may_stand_above_its_number() {
        let head = "Responsibility to protect - Information note";
        let text = format!(
            "The dialogue will take place in the hall.\nIt will look at the ways in which all States may\n\n{head}\n2\n\n\
             take part in the work on early warning.\nIt will end with a summary by the President.\n"
        );
        assert!(!kept(&text).contains(&head), "{:?}", kept(&text));
        let heading = text.replace("\n2\n\ntake part", "\n\ntake part");
        assert!(kept(&heading).contains(&head), "no number by it");
    }
}
