//! Two names that sign a letter side by side, each with its lines below.

use std::ops::Range;

use super::cells::{Broken, Cell, LINE_MAX, SLACK, cells};
use crate::text::lexicon;

/// The longest line of a signature's half, in bytes.
const HALF_MAX: usize = 48;

/// How many lines stand below a name at most.
const BELOW_MAX: usize = 6;

/// The pairs of names that sign side by side, with the lines under them.
pub(super) fn signatures(text: &str, lines: &[Range<usize>]) -> Vec<Broken> {
    let mut found: Vec<Broken> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(signature) = signature(text, &lines[at..]) else {
            at += 1;
            continue;
        };
        at += signature.lines.len();
        found.push(signature);
    }
    found
}

/// Two names on one line and at least one line under both.
fn signature(text: &str, lines: &[Range<usize>]) -> Option<Broken> {
    let halves = |line: &Range<usize>| {
        let short = line.len() <= LINE_MAX && text[line.clone()].trim_start().contains("    ");
        let own = if short { cells(text, line) } else { Vec::new() };
        let plain = |cell: &Cell| {
            cell.range.len() <= HALF_MAX && !text[cell.range.clone()].contains(|c: char| c.is_ascii_digit())
        };
        (own.len() == 2 && own.iter().all(plain)).then_some(own)
    };
    let first = halves(lines.first()?).filter(|own| own.iter().all(|cell| is_name(&text[cell.range.clone()])))?;
    let columns: Vec<usize> = first.iter().map(|cell| cell.column).collect();
    let below = lines[1..].iter().take(BELOW_MAX).map_while(|line| {
        halves(line).filter(|own| own.iter().zip(&columns).all(|(cell, column)| cell.column.abs_diff(*column) <= SLACK))
    });
    let all: Vec<Vec<Cell>> = std::iter::once(first).chain(below).collect();
    // Names below names are a list of them.
    let offices = all.iter().skip(1).all(|line| !line.iter().all(|cell| is_name(&text[cell.range.clone()])));
    (all.len() >= 2 && offices).then_some(Broken { lines: all, columns, between: "\n", tied: false })
}

/// Whether a cell may be a name: two to five capitalised words, small ones among them.
fn is_name(cell: &str) -> bool {
    let mut words = cell.split(' ');
    let named = |word: &str| {
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
        letters && (word.starts_with(char::is_uppercase) || word.len() <= 3)
    };
    (2..=5).contains(&words.clone().count())
        && words.all(named)
        && cell.starts_with(char::is_uppercase)
        && !cell
            .split(' ')
            .any(|word| word.len() > 3 && lexicon::contains(&word.to_lowercase()) && !lexicon::is_name(word))
}
