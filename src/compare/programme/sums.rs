//! What is summed up of a programme: minutes by kind, speakers by function, the interventions that fit.

use super::model::{Block, End, FunctionCount, Kind, KindMinutes, Room};
use crate::note::model::{Entry, Function};

/// The minutes of each kind that there are.
pub(super) fn minutes_by_kind(blocks: &[Block]) -> Vec<KindMinutes> {
    Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let of_kind = || blocks.iter().filter(move |block| block.kind == kind && block.minutes() > 0);
            of_kind().next()?;
            let minutes = |block: &Block| u32::from(block.minutes());
            // Of a gap nothing is stated.
            let rests = |block: &&Block| block.end_is == End::Inferred && kind != Kind::Gap;
            let inferred = of_kind().filter(rests).map(minutes).sum();
            let shared = of_kind().filter(|block| block.shared).map(minutes).sum();
            Some(KindMinutes { kind, minutes: of_kind().map(minutes).sum(), inferred, shared })
        })
        .collect()
}

/// How many speak in each function, one who speaks twice in it once.
pub(super) fn speakers_by_function(entries: &[Entry]) -> Vec<FunctionCount> {
    let mut seen: Vec<(Function, &str)> = Vec::new();
    for speaker in entries.iter().flat_map(|entry| &entry.speakers) {
        let who = speaker.name.as_ref().or(speaker.office.as_ref()).map_or("", |who| who.value.as_str());
        if !seen.contains(&(speaker.function, who)) {
            seen.push((speaker.function, who));
        }
    }
    let functions = [Function::Opening, Function::Moderator, Function::Panellist, Function::Closing, Function::Speaker];
    functions
        .into_iter()
        .filter_map(|function| {
            let count = seen.iter().filter(|(of, _)| *of == function).count();
            (count > 0).then_some(FunctionCount { function, count })
        })
        .collect()
}

/// Marks what panel and floor share: a row of the floor at which others than the moderator are to speak; one of the panel
/// after which the sitting breaks or closes, so that the floor's first questions fall in it.
pub(super) fn mark_shared(blocks: &mut [Block]) {
    for i in 0..blocks.len() {
        let (block, after) = (&blocks[i], &blocks[i + 1..]);
        let next = after.iter().find(|next| next.day == block.day && next.start >= block.end).map(|next| next.kind);
        blocks[i].shared = match block.kind {
            Kind::Floor => block.speakers.iter().any(|speaker| speaker.function != Function::Moderator),
            Kind::Panel => matches!(next, Some(Kind::Break | Kind::Gap | Kind::Closing)),
            _ => false,
        };
    }
}

/// The interventions that fit. Of a sitting of which no more is known, the floor has a part too.
pub(super) fn room(blocks: &[Block], limit: u32) -> Option<Room> {
    // A row is at most a day long; a sum of rows may be longer than 16 bits hold.
    let minutes = |of: fn(&Block) -> bool| -> u32 {
        blocks.iter().filter(|block| of(block)).map(|block| u32::from(block.minutes())).sum()
    };
    let floor = minutes(|block| block.kind == Kind::Floor && !block.shared);
    let shared = minutes(|block| block.shared || block.kind == Kind::Sitting);
    if limit == 0 || floor + shared == 0 {
        return None;
    }
    Some(Room { floor, shared, at_least: floor / limit, at_most: (floor + shared) / limit })
}
