//! The programmes of the day as timelines: blocks, gaps, minutes by kind, and room for interventions.
//!
//! A row of a programme often states only when it begins. It is taken to last until the next row of its sitting, or until
//! the sitting ends, and [`End::Inferred`] says that it was so taken. Nothing is inferred beyond that: a row after which
//! nothing follows has no length.

use jiff::civil::Time;
use serde::Serialize;

use super::comparison::{Column, Comparison, Place, place_of};
use crate::note::model::{Entry, EntryKind, Function, Sitting};

/// The programmes, on one axis of the day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Programmes {
    /// The earliest minute of any of them, counted from midnight.
    pub from: u16,
    /// The latest.
    pub to: u16,
    /// One for each note.
    pub columns: Vec<Timeline>,
}

/// What is known of the hours of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The rows of a programme.
    Rows,
    /// Only the hours of the sittings.
    Sittings,
    /// Nothing.
    Nothing,
}

/// One note's day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Timeline {
    /// The note.
    pub column: usize,
    /// What is known.
    pub basis: Basis,
    /// The word that the note uses for its programme: `draft`, `provisional`.
    pub status: Option<String>,
    /// The blocks, in order of time.
    pub blocks: Vec<Block>,
    /// Rows that have no time of their own, as places.
    pub untimed: Vec<Untimed>,
    /// Minutes by kind, in the order of [`Kind`], kinds without a block left out.
    pub minutes: Vec<KindMinutes>,
    /// How many speak in each function, in the order of [`Function`]; a person named twice in one counts once.
    pub speakers: Vec<FunctionCount>,
    /// The longest intervention allowed, in minutes.
    pub limit: Option<u32>,
    /// The words that set it.
    pub limit_place: Option<Place>,
    /// How many interventions of that length fit; absent where limit or floor time is unknown.
    pub room: Option<Room>,
}

/// What a stretch of the day is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Opening remarks.
    Opening,
    /// The panel's presentations.
    Panel,
    /// Interventions from the floor.
    Floor,
    /// Closing remarks.
    Closing,
    /// A break that the programme states.
    Break,
    /// Time between two blocks that the programme does not speak of.
    Gap,
    /// A sitting of which no more is known.
    Sitting,
    /// The moment at which the dialogue concludes.
    End,
}

impl Kind {
    /// All kinds, in order.
    pub const ALL: [Self; 8] =
        [Self::Opening, Self::Panel, Self::Floor, Self::Closing, Self::Break, Self::Gap, Self::Sitting, Self::End];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Panel => "panel",
            Self::Floor => "floor",
            Self::Closing => "closing",
            Self::Break => "break",
            Self::Gap => "gap",
            Self::Sitting => "sitting",
            Self::End => "end",
        }
    }
}

/// How a block's end is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum End {
    /// The note states it.
    Stated,
    /// The next row, or the sitting's end, bounds it.
    Inferred,
    /// Nothing bounds it: the block is drawn as a moment.
    Unknown,
}

/// A stretch of the day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Block {
    /// What for.
    pub kind: Kind,
    /// Minutes from midnight.
    pub start: u16,
    /// Minutes from midnight; the same as `start` for a moment.
    pub end: u16,
    /// How its end is known.
    pub end_is: End,
    /// Its words, where it is a row.
    pub title: Option<String>,
    /// Who speaks.
    pub speakers: Vec<BlockSpeaker>,
    /// The row, as an index into the programme's entries; absent for gaps and sittings.
    pub entry: Option<usize>,
    /// Where it stands; absent for gaps.
    pub place: Option<Place>,
}

impl Block {
    /// Its length in minutes.
    pub fn minutes(&self) -> u16 {
        self.end.saturating_sub(self.start)
    }
}

/// A speaker of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BlockSpeaker {
    /// The name, or the office where no name is given.
    pub who: String,
    /// The office.
    pub office: Option<String>,
    /// What the speaker does there.
    pub function: Function,
    /// `tbc`, `video message`.
    pub note: Option<String>,
    /// Where the name, or the office, stands.
    pub place: Option<Place>,
}

/// A row without a time of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Untimed {
    /// What it is for.
    pub kind: Kind,
    /// Its words.
    pub title: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// Minutes of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct KindMinutes {
    /// Which.
    pub kind: Kind,
    /// How many minutes: more than a day has, where rows overlap or stand twice.
    pub minutes: u32,
    /// How many of them rest on an end that the note does not state.
    pub inferred: u32,
}

/// How many speak in one function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FunctionCount {
    /// Which.
    pub function: Function,
    /// How many.
    pub count: usize,
}

/// How many interventions fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Room {
    /// Minutes that the programme gives to the floor alone.
    pub floor: u32,
    /// Minutes in which panel and floor share one row, so that the floor has a part of them.
    pub shared: u32,
    /// Interventions that fit the floor's own minutes.
    pub at_least: u32,
    /// Interventions that would fit the floor's and the shared minutes together.
    pub at_most: u32,
}

/// The programmes of all notes, on one axis.
pub fn programme(comparison: &Comparison) -> Programmes {
    let columns: Vec<Timeline> =
        comparison.columns().iter().enumerate().map(|(at, column)| timeline(at, column)).collect();
    let blocks = || columns.iter().flat_map(|timeline| &timeline.blocks);
    Programmes {
        from: blocks().map(|block| block.start).min().unwrap_or(0),
        to: blocks().map(|block| block.end).max().unwrap_or(0),
        columns,
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
    blocks.sort_by_key(|block| (block.start, block.entry));
    infer_ends(&mut blocks, sittings);
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
    let untimed = entries.iter().filter(|entry| entry.start.is_none()).map(|entry| Untimed {
        kind: kind_of(entry.kind),
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
        kind: kind_of(entry.kind),
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
    Block { kind, start, end, end_is, title: None, speakers: Vec::new(), entry: None, place }
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

/// Fills the time between blocks of which the programme says nothing.
fn add_gaps(blocks: &mut Vec<Block>) {
    let mut gaps = Vec::new();
    let mut reached = blocks.first().map_or(0, |block| block.end);
    for block in blocks.iter() {
        if block.start > reached {
            gaps.push(plain_block(Kind::Gap, reached..block.start, End::Inferred, None));
        }
        reached = reached.max(block.end);
    }
    blocks.extend(gaps);
    blocks.sort_by_key(|block| block.start);
}

fn minutes_by_kind(blocks: &[Block]) -> Vec<KindMinutes> {
    Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let of_kind = || blocks.iter().filter(move |block| block.kind == kind && block.minutes() > 0);
            of_kind().next()?;
            let minutes = |block: &Block| u32::from(block.minutes());
            let inferred = of_kind().filter(|block| block.end_is == End::Inferred).map(minutes).sum();
            Some(KindMinutes { kind, minutes: of_kind().map(minutes).sum(), inferred })
        })
        .collect()
}

fn speakers_by_function(entries: &[Entry]) -> Vec<FunctionCount> {
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

/// The interventions that fit. Two kinds of row are shared: one of the floor at which others than the moderator are to
/// speak; and one of the panel after which the sitting breaks or closes, so that the floor's first questions fall in it.
fn room(blocks: &[Block], limit: u32) -> Option<Room> {
    // A row is at most a day long; a sum of rows may be longer than 16 bits hold.
    let (mut floor, mut shared) = (0u32, 0u32);
    for (i, block) in blocks.iter().enumerate() {
        let next = blocks[i + 1..].iter().find(|next| next.start >= block.end).map(|next| next.kind);
        let others_speak = block.speakers.iter().any(|speaker| speaker.function != Function::Moderator);
        let minutes = u32::from(block.minutes());
        match block.kind {
            Kind::Floor if !others_speak => floor += minutes,
            Kind::Floor | Kind::Sitting => shared += minutes,
            Kind::Panel if matches!(next, Some(Kind::Break | Kind::Gap | Kind::Closing)) => shared += minutes,
            _ => {}
        }
    }
    if limit == 0 || floor + shared == 0 {
        return None;
    }
    Some(Room { floor, shared, at_least: floor / limit, at_most: (floor + shared) / limit })
}

fn kind_of(kind: EntryKind) -> Kind {
    match kind {
        EntryKind::Opening => Kind::Opening,
        EntryKind::Panel => Kind::Panel,
        EntryKind::Dialogue | EntryKind::Resumption => Kind::Floor,
        EntryKind::Break => Kind::Break,
        EntryKind::Closing => Kind::Closing,
        EntryKind::End => Kind::End,
    }
}

pub(super) fn minute(time: Time) -> u16 {
    u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs())
}

/// A minute of the day as `HH:MM`.
pub fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
