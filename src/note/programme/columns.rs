//! Programmes whose times stand in one column and whose words in the next, read one after the other.

use super::kinds::{kind_of, label};
use super::pieces::{Dash, Piece, Words};
use crate::note::outline::Outline;
use crate::note::phrase;
use crate::text::lex;

/// Times that stand in a column apart from their words, each given its words.
pub(super) fn rejoin_columns(outline: &Outline<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let is_time = |piece: &Piece| matches!(piece, Piece::Time { .. });
    let run = (0..pieces.len()).find_map(|start| {
        let length = pieces[start..].iter().take_while(|piece| is_time(piece)).count();
        (length >= 3 && (start == 0 || !is_time(&pieces[start - 1]))).then_some((start, length))
    });
    let Some((start, length)) = run else { return pieces };
    let times = merge_dangling(&pieces[start..start + length]);
    let until = pieces[start + length..].iter().position(is_time).map_or(pieces.len(), |i| start + length + i);
    let words: Vec<&Words> = pieces[start + length..until]
        .iter()
        .filter_map(|piece| match piece {
            Piece::Words(words) => Some(words),
            Piece::Time { .. } => None,
        })
        .collect();
    let headed = words.first().is_some_and(|words| heads_column(&outline.reading.text()[words.range.clone()]));
    let words = &words[usize::from(headed)..];
    let groups = groups(outline, words, times.len());
    if groups.len() != times.len() || times.len() < 3 {
        return pieces;
    }
    let mut joined: Vec<Piece> = pieces[..start].to_vec();
    for (time, group) in times.into_iter().zip(groups) {
        joined.push(time);
        joined.extend(group.into_iter().cloned().map(Piece::Words));
    }
    joined.extend_from_slice(&pieces[until..]);
    joined
}

/// Times that a dash leaves open take the next as their end.
fn merge_dangling(times: &[Piece]) -> Vec<Piece> {
    let mut merged: Vec<Piece> = Vec::new();
    for piece in times {
        match (merged.last_mut(), piece) {
            (Some(Piece::Time { end: end @ None, dangling, .. }), Piece::Time { start, end: None, .. })
                if *dangling != Dash::None =>
            {
                *end = Some(start.clone());
                *dangling = Dash::None;
            }
            _ => merged.push(piece.clone()),
        }
    }
    merged
}

/// `Remarks by H.E. Mr. …`: a row of which a word or two say what it is.
fn speaks_by(text: &str) -> bool {
    let by = text.split_once(" by ").filter(|(head, _)| head.split(' ').count() <= 3 && !head.contains(['.', ',']));
    by.is_some_and(|(_, who)| lex::begins_with_honorific(who.strip_prefix("the ").unwrap_or(who)))
}

/// Whether a line is the head of a table's column: `Programme`, `Activity`.
fn heads_column(text: &str) -> bool {
    const HEADS: [&str; 7] = ["programme", "program", "activity", "activities", "item", "event", "agenda"];
    !text.contains(' ') && HEADS.iter().any(|head| phrase::alike(text.trim_end_matches(':'), head))
}

/// Lines of words as `wanted` groups: one each, or each with the persons that follow it.
fn groups<'w>(outline: &Outline<'_>, words: &[&'w Words], wanted: usize) -> Vec<Vec<&'w Words>> {
    if words.len() == wanted {
        return words.iter().map(|words| vec![*words]).collect();
    }
    let mut groups: Vec<Vec<&Words>> = Vec::new();
    for &line in words {
        let text = &outline.reading.text()[line.range.clone()];
        let labelled = || text.split_once([':', ';']).is_some_and(|(head, _)| label(head).is_some());
        let entry = || !lex::begins_with_honorific(text) && kind_of(text).is_some() && !labelled();
        let begins = !line.item && (speaks_by(text) || entry());
        match groups.last_mut() {
            Some(group) if !begins => group.push(line),
            _ => groups.push(vec![line]),
        }
    }
    groups
}
