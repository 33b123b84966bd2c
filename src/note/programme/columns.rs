//! Programmes whose times stand in one column and whose words in the next, read one after the other.

use super::kinds::{kind_of, label};
use super::pieces::{Dash, Piece, Words};
use crate::note::outline::Outline;
use crate::note::phrase;
use crate::text::lex;

/// Fewer times than these in a row are no column.
const COLUMN_MIN: usize = 3;

/// Times that stand in a column apart from their words, each given its words; a programme may have several such columns, as
/// one on each page.
pub(super) fn rejoin_columns(outline: &Outline<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let is_time = |piece: &Piece| matches!(piece, Piece::Time { .. });
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while at < pieces.len() {
        let length = pieces[at..].iter().take_while(|piece| is_time(piece)).count();
        if length < COLUMN_MIN {
            joined.extend_from_slice(&pieces[at..at + length.max(1)]);
            at += length.max(1);
            continue;
        }
        let behind = at + length;
        let until = pieces[behind..].iter().position(is_time).map_or(pieces.len(), |i| behind + i);
        // The words may have been read before their times, which then are all that is left.
        let before = if joined.iter().any(is_time) || until > behind { 0 } else { joined.len() };
        let words = if before > 0 { &pieces[..before] } else { &pieces[behind..until] };
        match rejoined(outline, &pieces[at..behind], words, before > 0) {
            Some(rows) => {
                joined.truncate(joined.len() - before);
                joined.extend(rows);
            }
            None => joined.extend_from_slice(&pieces[at..until]),
        }
        at = until;
    }
    joined
}

/// The times of a column, each with its words of the other column, where these are as many; `before` where they were read
/// first.
fn rejoined(outline: &Outline<'_>, times: &[Piece], words: &[Piece], before: bool) -> Option<Vec<Piece>> {
    let times = merge_dangling(times);
    let words: Vec<&Words> = words
        .iter()
        .filter_map(|piece| match piece {
            Piece::Words(words) => Some(words),
            Piece::Time { .. } => None,
        })
        .collect();
    let heads = |words: &&Words| heads_column(&outline.reading.text()[words.range.clone()]);
    // A head above words that were read first parts them from what stands above the programme.
    let above = if before { words.iter().position(heads).unwrap_or(0) } else { 0 };
    let head = above + words[above..].iter().take_while(|words| heads(words)).count();
    let foot = words[head..].iter().rev().take_while(|words| heads(words)).count();
    let groups = groups(outline, &words[head..words.len() - foot], times.len());
    (groups.len() == times.len() && times.len() >= COLUMN_MIN).then(|| {
        let rows = times.into_iter().zip(groups);
        rows.flat_map(|(time, group)| std::iter::once(time).chain(group.into_iter().cloned().map(Piece::Words)))
            .collect()
    })
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
    const HEADS: [&str; 9] =
        ["programme", "program", "activity", "activities", "item", "event", "agenda", "segment", "time"];
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

#[cfg(test)]
mod tests {
    use crate::note::outline::Outline;
    use crate::note::programme::read::programme;
    use crate::text::Reading;

    /// The rows of a programme: each one's hour and what it is called.
    fn rows(text: &str) -> Vec<(i8, String)> {
        let reading = Reading::of(&format!("Programme\n\n{text}"));
        let read = programme(&Outline::of(&reading), &[]);
        let rows = read.entries.into_iter().filter_map(|entry| Some((entry.start?.value.hour(), entry.title?.value)));
        rows.collect()
    }

    const MORNING: [&str; 2] =
        ["10.00 a.m.\n\n10.30 a.m.\n\n11.30 a.m.", "Opening\n\nPanel discussion\n\nInteractive dialogue"];

    fn wanted(hours: &[i8]) -> Vec<(i8, String)> {
        let titles = [
            "Opening",
            "Panel discussion",
            "Interactive dialogue",
            "Dialogue resumes",
            "Closing remarks",
            "Dialogue concludes",
        ];
        hours.iter().zip(titles).map(|(hour, title)| (*hour, title.to_owned())).collect()
    }

    #[test]
    fn columns_may_be_parted_on_each_page() {
        let [times, words] = MORNING;
        let page = "3.00 p.m.\n\n5.30 p.m.\n\n6.00 p.m.\n\nDialogue resumes\n\nClosing remarks\n\nDialogue concludes\n";
        assert_eq!(
            rows(&format!("Time\n\n{times}\n\nProgramme\n\n{words}\n\n{page}")),
            wanted(&[10, 10, 11, 15, 17, 18])
        );
    }

    #[test]
    fn words_may_be_read_before_their_times() {
        let [times, words] = MORNING;
        assert_eq!(rows(&format!("Activity\n\n{words}\n\nTime\n\n{times}\n")), wanted(&[10, 10, 11]));
    }
}
