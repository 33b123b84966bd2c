//! The programmes of all notes as timelines.
//!
//! A row of a programme often states only when it begins. It is taken to last until the next row of its sitting, or until
//! the sitting ends, and [`End::Inferred`] says that it was so taken. Nothing is inferred beyond that: a row after which
//! nothing follows has no length. A programme of several days has its blocks day by day.

use super::model::{Basis, Block, BlockSpeaker, End, Kind, Programmes, Timeline, Untimed};
use super::moves::moves;
use super::sums::{mark_shared, minutes_by_kind, room, speakers_by_function};
use crate::compare::comparison::{Column, Comparison, Place, place_of};
use crate::compare::words::tokens;
use crate::note::model::{Entry, EntryKind, Function, Sitting};
use crate::text::civil::minute;

/// The programmes of all notes, on one axis.
pub fn programme(comparison: &Comparison) -> Programmes {
    let columns: Vec<Timeline> =
        comparison.columns().iter().enumerate().map(|(at, column)| timeline(at, column)).collect();
    let blocks = || columns.iter().flat_map(|timeline| &timeline.blocks);
    Programmes {
        from: blocks().map(|block| block.start).min().unwrap_or(0),
        to: blocks().map(|block| block.end).max().unwrap_or(0),
        columns,
        moves: moves(comparison),
    }
}

fn timeline(at: usize, column: &Column) -> Timeline {
    let note = &column.document.note;
    let entries = &note.programme.entries;
    let sittings = &note.event.sittings;
    let rows: Vec<(usize, &Entry)> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.start.is_some() && !is_whole_sitting(entry, sittings))
        .collect();
    let mut blocks: Vec<Block> = rows.iter().map(|&(index, entry)| block(at, index, entry)).collect();
    blocks.sort_by_key(|block| (block.day, block.start, block.entry));
    blocks.chunk_by_mut(|a, b| a.day == b.day).for_each(|day| infer_ends(day, sittings));
    let basis = match (blocks.is_empty(), sittings.is_empty()) {
        (false, _) => Basis::Rows,
        (true, false) => Basis::Sittings,
        (true, true) => Basis::Nothing,
    };
    if basis == Basis::Sittings {
        blocks.extend(sittings.iter().map(|sitting| sitting_block(at, sitting, entries)));
        blocks.sort_by_key(|block| block.start);
    }
    add_gaps(&mut blocks);
    mark_shared(&mut blocks);
    let untimed = entries.iter().filter(|entry| entry.start.is_none()).map(|entry| Untimed {
        kind: kind_of(entry),
        title: entry.title.as_ref().map(|title| title.value.clone()),
        place: Place { column: at, span: entry.span },
    });
    let limit = note.participation.minutes.as_ref();
    Timeline {
        column: at,
        basis,
        status: note.programme.status.as_ref().map(|status| status.value.clone()),
        untimed: untimed.collect(),
        minutes: minutes_by_kind(&blocks),
        speakers: speakers_by_function(entries),
        limit: limit.map(|limit| limit.value),
        limit_place: limit.map(|limit| place_of(at, limit)),
        room: limit.and_then(|limit| room(&blocks, limit.value)),
        blocks,
    }
}

/// Whether an entry says no more than that a sitting takes place, and who speaks at it.
fn is_whole_sitting(entry: &Entry, sittings: &[Sitting]) -> bool {
    let hours = (entry.start.as_ref().map(|start| start.value), entry.end.as_ref().map(|end| end.value));
    entry.title.is_none() && sittings.iter().any(|sitting| hours == (Some(sitting.start), Some(sitting.end)))
}

fn block(at: usize, index: usize, entry: &Entry) -> Block {
    let start = entry.start.as_ref().map_or(0, |start| minute(start.value));
    let stated = entry.end.as_ref().map(|end| minute(end.value)).filter(|&end| end > start);
    Block {
        day: entry.day,
        kind: kind_of(entry),
        shared: false,
        start,
        end: stated.unwrap_or(start),
        end_is: if stated.is_some() { End::Stated } else { End::Unknown },
        title: entry.title.as_ref().map(|title| title.value.clone()),
        speakers: block_speakers(at, entry),
        entry: Some(index),
        place: Some(Place { column: at, span: entry.span }),
    }
}

/// A sitting, with those who are said to speak at it.
fn sitting_block(at: usize, sitting: &Sitting, entries: &[Entry]) -> Block {
    let (start, end) = (minute(sitting.start), minute(sitting.end));
    let place = Place { column: at, span: sitting.span };
    let mut block = plain_block(Kind::Sitting, start..end.max(start), End::Stated, Some(place));
    let of_sitting = |entry: &&Entry| entry.start.as_ref().is_some_and(|start| start.value == sitting.start);
    block.speakers = entries.iter().filter(of_sitting).flat_map(|entry| block_speakers(at, entry)).collect();
    block
}

fn block_speakers(at: usize, entry: &Entry) -> Vec<BlockSpeaker> {
    let speakers = entry.speakers.iter().filter_map(|speaker| {
        let who = speaker.name.as_ref().or(speaker.office.as_ref())?;
        Some(BlockSpeaker {
            who: who.value.clone(),
            office: speaker.office.as_ref().map(|office| office.value.clone()),
            function: speaker.function,
            note: speaker.note.as_ref().map(|note| note.value.clone()),
            place: Some(place_of(at, who)),
        })
    });
    speakers.collect()
}

fn plain_block(kind: Kind, minutes: std::ops::Range<u16>, end_is: End, place: Option<Place>) -> Block {
    let (start, end) = (minutes.start, minutes.end);
    Block { day: 1, kind, shared: false, start, end, end_is, title: None, speakers: Vec::new(), entry: None, place }
}

/// Lets each block without a stated end last until the next one begins, or its sitting ends.
fn infer_ends(blocks: &mut [Block], sittings: &[Sitting]) {
    for i in 0..blocks.len() {
        let block = &blocks[i];
        if block.end_is == End::Stated || block.kind == Kind::End {
            continue;
        }
        let start = block.start;
        let next = blocks[i + 1..].iter().map(|next| next.start).find(|&next| next > start);
        let sitting = sittings.iter().map(|sitting| minute(sitting.end)).filter(|&end| end > start).min();
        // A break lies between sittings: only the next row ends it.
        let bound = match (next, sitting) {
            (Some(next), Some(sitting)) if block.kind != Kind::Break => Some(next.min(sitting)),
            (next, sitting) => next.or(sitting.filter(|_| block.kind != Kind::Break)),
        };
        if let Some(end) = bound {
            blocks[i].end = end;
            blocks[i].end_is = End::Inferred;
        }
    }
}

/// Fills the time between blocks of one day of which the programme says nothing.
fn add_gaps(blocks: &mut Vec<Block>) {
    let mut gaps = Vec::new();
    for day in blocks.chunk_by(|a, b| a.day == b.day) {
        let mut reached = day.first().map_or(0, |block| block.end);
        for block in day {
            if block.start > reached {
                let gap = plain_block(Kind::Gap, reached..block.start, End::Inferred, None);
                gaps.push(Block { day: block.day, ..gap });
            }
            reached = reached.max(block.end);
        }
    }
    blocks.extend(gaps);
    blocks.sort_by_key(|block| (block.day, block.start));
}

fn kind_of(entry: &Entry) -> Kind {
    match entry.kind {
        EntryKind::Opening => Kind::Opening,
        EntryKind::Dialogue | EntryKind::Resumption if is_remarks(entry) => Kind::Panel,
        EntryKind::Panel => Kind::Panel,
        EntryKind::Dialogue | EntryKind::Resumption => Kind::Floor,
        EntryKind::Break => Kind::Break,
        EntryKind::Closing => Kind::Closing,
        EntryKind::End => Kind::End,
    }
}

/// Whether a row that stands in the dialogue is the remarks of those it names, and neither an exchange nor delegations':
/// not the floor's.
fn is_remarks(entry: &Entry) -> bool {
    const FLOOR: [&str; 10] = [
        "dialog",
        "discuss",
        "debate",
        "exchange",
        "interact",
        "intervention",
        "floor",
        "question",
        "delegat",
        "member",
    ];
    let speaks = entry.speakers.iter().any(|speaker| speaker.function != Function::Moderator && speaker.name.is_some());
    let of_floor = |word: &str| {
        let word = word.to_lowercase();
        FLOOR.iter().any(|floor| word.starts_with(floor))
    };
    let title = entry.title.as_ref().map(|title| title.value.as_str());
    speaks && title.is_some_and(|title| !tokens(title).any(|token| of_floor(&title[token.range])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::read;

    #[test]
    fn remarks_of_the_named_are_not_the_floors_and_a_row_of_both_is_shared() {
        let text = "Information note\n\nDelegations are asked to limit their interventions to a maximum of three minutes.\n\n\
                    Programme\n\n10:00 am Opening remarks\n\nMr. Peter Older, President of the General Assembly\n\n\
                    Interactive dialogue\n\n10:20 am Introductory remarks by Mr. Jan Eliasson, Deputy Secretary-General\n\n\
                    10:30 am Interactive dialogue\n\nModerator: Mr. Ivan Simonovic, Special Adviser on the Responsibility to \
                    Protect\n\nRemarks by panellists:\n\n• Mr. Jeffrey Feltman, Under-Secretary-General for Political \
                    Affairs\n\n1:00 pm Interactive dialogue adjourns\n\n3:00 pm Interactive dialogue resumes\n\n\
                    6:00 pm Interactive dialogue concludes\n";
        let note = read("2016.txt", text.as_bytes()).expect("a text");
        let timeline = programme(&Comparison::new([&note])).columns.remove(0);
        let kinds: Vec<_> = timeline.blocks.iter().map(|block| (block.start, block.kind, block.shared)).collect();
        assert_eq!(kinds[1..3], [(620, Kind::Panel, false), (630, Kind::Floor, true)], "{kinds:?}");
        let floor = timeline.minutes.iter().find(|minutes| minutes.kind == Kind::Floor).expect("a floor");
        assert_eq!((floor.minutes, floor.shared), (330, 150));
        let room = timeline.room.expect("a limit and a floor");
        assert_eq!((room.floor, room.shared, room.at_least, room.at_most), (180, 150, 60, 110));
    }
}
