//! What a programme is as a timeline: its blocks, their kinds, their ends, and what is summed up of them.

use std::fmt;

use serde::Serialize;

use crate::compare::comparison::Place;
use crate::compare::people::Role;
use crate::note::model::Function;

/// The programmes, on one axis of the day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Programmes {
    /// The earliest minute of any of them, counted from midnight.
    pub from: u16,
    /// The latest.
    pub to: u16,
    /// One for each note.
    pub columns: Vec<Timeline>,
    /// Who does something else in one of these programmes than in an earlier one.
    pub moves: Vec<Move>,
}

/// Somebody who moves from one role in the programme to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Move {
    /// The name.
    pub person: String,
    /// What they do, note by note; at least two that differ.
    pub parts: Vec<Part>,
}

/// What somebody does in one programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The note.
    pub column: usize,
    /// The roles, each with the first place where they are named in it.
    pub roles: Vec<(Role, Place)>,
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

/// One note's day, or days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Timeline {
    /// The note.
    pub column: usize,
    /// What is known.
    pub basis: Basis,
    /// The word that the note uses for its programme: `draft`, `provisional`.
    pub status: Option<String>,
    /// The blocks, in order of days and of time.
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

impl Timeline {
    /// How many days its blocks stand on: 1 where there are none.
    pub fn days(&self) -> u16 {
        self.blocks.last().map_or(1, |block| block.day)
    }
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
    /// On which day of the event, from 1; more than 1 only where the programme begins anew under another date.
    pub day: u16,
    /// What for.
    pub kind: Kind,
    /// Whether panel and floor both have a part of it, of which the programme does not say how much.
    pub shared: bool,
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
    /// How many of them panel and floor share.
    pub shared: u32,
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

impl fmt::Display for Room {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.at_least, self.at_most) {
            (least, most) if least == most => write!(f, "{least}"),
            (0, most) => write!(f, "at most {most}"),
            (least, most) => write!(f, "{least} to {most}"),
        }
    }
}
