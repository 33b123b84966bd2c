//! The programmes' picture: a column a year, one axis of the day, blocks by kind with their speakers on them.

use std::rc::Rc;

use r2p_notes::compare::programme::{Basis, Block, End, Kind, Programmes, Timeline};
use r2p_notes::note::model::Function;
use r2p_notes::text::civil::clock;
use yew::prelude::*;

use crate::kinds;
use crate::page::{Shown, source_of};
use crate::parts::{Figure, key};
use crate::phrase;
use crate::route::Route;
use crate::shelf::Held;

/// The measures of a picture, in pixels.
struct Measures {
    /// The width of a column.
    column: usize,
    /// The height of a minute.
    minute: f64,
    /// The height of a line of text, and the baseline of the first.
    line: f64,
    baseline: f64,
    /// The width of a letter, usual and small, on the widest of the usual system faces.
    letter: f64,
    small: f64,
}

/// Five minutes hold a line of small text, ten one of the usual size; five columns and the axis fit a window of 1,280.
const SCREEN: Measures = Measures { column: 230, minute: 2.0, line: 15.0, baseline: 11.5, letter: 6.7, small: 5.6 };
/// Five columns and the axis are as wide as a page, and a day is as high as what the head of the view leaves of one.
const PAPER: Measures = Measures { column: 125, minute: 1.34, line: 11.5, baseline: 9.4, letter: 4.9, small: 4.1 };
const ON_A_PAGE: usize = 5;
/// A note's programme of more days, or a day of more blocks, is drawn no further; the table has all of it.
const DAYS: u16 = 7;
const BLOCKS: usize = 120;
/// Above the first hour: the years.
const HEAD: f64 = 30.0;
/// The width of the axis.
const AXIS: usize = 46;
/// The least height of a block.
const LEAST: f64 = 9.0;

/// What the view's parts are given.
#[derive(Clone, PartialEq, Properties)]
pub struct ProgrammesProps {
    /// The notes.
    pub shown: Shown,
    /// Their programmes.
    pub programmes: Rc<Programmes>,
}

/// The picture.
#[component]
pub fn Timelines(props: &ProgrammesProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let ProgrammesProps { shown, programmes } = props;
    let column = if shown.0.len() <= ON_A_PAGE { SCREEN.column } else { 180 };
    let day = Day { from: programmes.from / 60 * 60, to: programmes.to.div_ceil(60) * 60 };
    if day.from >= day.to {
        return html! { <p class="absent">{ "None of the notes shown holds a programme or the hours of a sitting." }</p> };
    }
    let columns: Vec<Column<'_>> = shown.0.iter().zip(&programmes.columns).flat_map(columns_of).collect();
    let screen = Measures { column, ..SCREEN };
    let pages = columns.chunks(ON_A_PAGE).map(|columns| {
        html! { <div class="on-paper">{ axis(&day, &PAPER) }{ days(None, columns, &day, &PAPER) }</div> }
    });
    html! {
        <>
            <Figure caption="The days side by side" legend={legend(&programmes.columns)}
                scrolls="Timelines of the programmes; the table below has the same rows">
                { axis(&day, &screen) }
                { days(Some(&route), &columns, &day, &screen) }
            </Figure>
            { for pages }
        </>
    }
}

/// One day of a note's programme.
struct Column<'a> {
    held: &'a Held,
    timeline: &'a Timeline,
    day: u16,
}

impl Column<'_> {
    /// The note's label, with the day where there are several.
    fn label(&self) -> String {
        match self.timeline.days() {
            1 => self.held.label.clone(),
            _ => format!("{}, day {}", self.held.label, self.day),
        }
    }
}

fn columns_of<'a>((held, timeline): (&'a Rc<Held>, &'a Timeline)) -> impl Iterator<Item = Column<'a>> {
    (1..=timeline.days().min(DAYS)).map(move |day| Column { held, timeline, day })
}

/// The hours that the axis runs through, in minutes, from full hour to full hour.
struct Day {
    from: u16,
    to: u16,
}

impl Day {
    fn y(&self, minute: u16, measures: &Measures) -> f64 {
        HEAD + f64::from(minute.saturating_sub(self.from)) * measures.minute
    }

    fn height(&self, measures: &Measures) -> String {
        (self.y(self.to, measures) + 12.0).to_string()
    }

    fn hours(&self) -> impl Iterator<Item = u16> {
        (self.from..=self.to).step_by(60)
    }
}

fn axis(day: &Day, measures: &Measures) -> Html {
    let labels = day.hours().map(|hour| {
        html! { <text class="axis" x="0" y={(day.y(hour, measures) + 4.0).to_string()}>{ clock(hour) }</text> }
    });
    html! {
        <svg class="picture-part stays" width={AXIS.to_string()} height={day.height(measures)} aria-hidden="true">{ for labels }</svg>
    }
}

/// The columns; their blocks lead to their words where there is a route to go on from.
fn days(route: Option<&Route>, columns: &[Column<'_>], day: &Day, measures: &Measures) -> Html {
    let across = (measures.column * columns.len()).to_string();
    let lines = day.hours().map(|hour| {
        let y = day.y(hour, measures).to_string();
        html! { <line class="tick" x1="0" x2={across.clone()} y1={y.clone()} y2={y} /> }
    });
    let columns = columns.iter().enumerate().map(|(at, one)| {
        html! {
            <svg key={format!("{} {}", one.held.key, one.day)} x={(at * measures.column).to_string()} width={measures.column.to_string()} height={day.height(measures)}>
                { column(route, one, day, measures) }
            </svg>
        }
    });
    html! {
        <svg class="picture-part" width={across.clone()} height={day.height(measures)} role="group" aria-label="A column for each year">
            <desc>{ "A column for each year on one axis of the day: what the programme has when, and who speaks. A block with a broken edge is of a row whose end the note does not state." }</desc>
            { for lines }
            { for columns }
        </svg>
    }
}

fn legend(timelines: &[Timeline]) -> Html {
    let kinds = [Kind::Opening, Kind::Panel, Kind::Floor, Kind::Closing, Kind::Sitting, Kind::Break];
    let used = kinds
        .into_iter()
        .filter(|kind| timelines.iter().flat_map(|timeline| &timeline.blocks).any(|block| block.kind == *kind));
    let items = used.map(|kind| {
        let look = kinds::block(kind);
        let sample = html! {
            <g class={look.class}>
                { ground("26", "18") }
                <text class="block-letter" x="11" y="13">{ look.letter }</text>
            </g>
        };
        key(sample, look.name)
    });
    let drawn = timelines.iter().flat_map(|timeline| &timeline.blocks).filter(|block| is_drawn(block));
    let open_ended = drawn.into_iter().any(is_open_ended).then(|| {
        let sample = html! { <g class="kind-sitting open-ended">{ ground("26", "18") }</g> };
        key(sample, "end not stated: drawn to the next row, or to the sitting’s end")
    });
    let has_gap = timelines.iter().flat_map(|timeline| &timeline.blocks).any(|block| block.kind == Kind::Gap);
    let gap = has_gap.then(|| {
        key(html! { <rect class="gap" x="0.5" y="0.5" width="25" height="17" /> }, "of this time nothing is stated")
    });
    html! { <>{ for items }{ open_ended }{ gap }</> }
}

/// A gap is only an outline, and an end a moment.
fn is_drawn(block: &Block) -> bool {
    !matches!(block.kind, Kind::Gap | Kind::End)
}

fn is_open_ended(block: &Block) -> bool {
    block.end_is != End::Stated
}

/// The ground of a block, and its edge; the lines that close it below are seen where its end is not stated.
fn ground(width: &str, height: &str) -> Html {
    let (width, height) = (width.to_owned(), height.to_owned());
    html! {
        <>
            <rect class="block" width={width.clone()} height={height.clone()} />
            <line class="block-edge" x1="2" x2="2" y1="0" y2={height.clone()} />
            <line class="block-end" x1="0" x2={width} y1={height.clone()} y2={height} />
        </>
    }
}

fn column(route: Option<&Route>, column: &Column<'_>, day: &Day, measures: &Measures) -> Html {
    let Column { held, timeline, .. } = *column;
    let of_day = timeline.blocks.iter().filter(|block| block.day == column.day);
    let blocks = of_day.clone().filter(|block| is_drawn(block)).take(BLOCKS);
    let gaps = of_day.filter(|block| block.kind == Kind::Gap).take(BLOCKS);
    let nothing = (timeline.basis == Basis::Nothing).then_some("no programme");
    let (label, room) = (column.label(), (measures.column / 9).saturating_sub(4));
    html! {
        <>
            <text class="bar-label" x="2" y="16">{ phrase::cut(&label, room) }<tspan class="axis" dx="0.7em">{ nothing.or(timeline.status.as_deref()) }</tspan></text>
            { for gaps.map(|block| gap(block, day, measures)) }
            { for blocks.map(|block| draw(route, held, &label, block, day, measures)) }
        </>
    }
}

/// Time of which the programme says nothing.
fn gap(block: &Block, day: &Day, measures: &Measures) -> Html {
    let (top, bottom) = (day.y(block.start, measures), day.y(block.end, measures));
    let height = (bottom - top - 2.0).max(1.0);
    let said = format!("{} {}", clock(block.start), kinds::block(block.kind).name.to_lowercase());
    html! {
        <g aria-hidden="true">
            <rect class="gap" x="0.5" y={(top + 0.5).to_string()} width={(measures.column - 11).to_string()} height={height.to_string()} />
            if height >= measures.line {
                <text class="gap-text" x="22" y={(top + measures.baseline).to_string()}>{ said }</text>
            }
        </g>
    }
}

fn draw(route: Option<&Route>, held: &Held, label: &str, block: &Block, day: &Day, measures: &Measures) -> Html {
    let look = kinds::block(block.kind);
    let (top, bottom) = (day.y(block.start, measures), day.y(block.end, measures));
    let height = (bottom - top - 1.0).max(LEAST);
    let said = lines_of(block);
    let (open_ended, no_end) = match is_open_ended(block) {
        true => (Some("open-ended"), "; its end is not stated"),
        false => (None, ""),
    };
    let label = format!("{label}: {}{no_end}", said.join("; "));
    let width = (measures.column - 10).to_string();
    let tight = is_tight(height, measures).then_some("tight");
    let shape = html! {
        <svg class={classes!(look.class, open_ended, tight)} x="0" y={top.to_string()} width={width.clone()} height={height.to_string()}>
            { ground(&width, &height.to_string()) }
        </svg>
    };
    html! {
        <>
            if let Some(route) = route {
                <a href={block.place.map(|place| source_of(route, held, place.span))} aria-label={label.clone()}>
                    <title>{ label }</title>
                    { shape }
                </a>
            } else {
                { shape }
            }
            // The link's name says all of it; what fits on the block is cut and abridged, and only seen.
            <svg class={classes!("block-words", look.class)} x="0" y={top.to_string()} {width} height={height.to_string()} aria-hidden="true">
                { words(look.letter, &said, height, measures) }
            </svg>
        </>
    }
}

/// Whether a line of the usual size has no room.
fn is_tight(height: f64, measures: &Measures) -> bool {
    height < measures.line - 1.0
}

/// The letter of a block's kind, and as much of what it says as finds room.
fn words(letter: &'static str, said: &[String], height: f64, measures: &Measures) -> Html {
    let tight = is_tight(height, measures);
    let lines = ((height - 1.0) / measures.line).floor().max(1.0) as usize;
    let room = (measures.column - 36) as f64 / if tight { measures.small } else { measures.letter };
    let baseline = |at: usize| if tight { height / 2.0 + 3.4 } else { measures.baseline + at as f64 * measures.line };
    let lines = phrase::fit(said, lines, room as usize);
    let lines = lines.into_iter().enumerate().map(|(at, line)| {
        html! { <text class={classes!("block-text", tight.then_some("tight"))} x="22" y={baseline(at).to_string()}>{ line }</text> }
    });
    html! {
        <>
            <text class={classes!("block-letter", tight.then_some("tight"))} x="9" y={baseline(0).to_string()}>{ letter }</text>
            { for lines }
        </>
    }
}

/// What stands on a block, in the order of its worth: when and who, else what.
fn lines_of(block: &Block) -> Vec<String> {
    let title = block.title.as_deref().unwrap_or(kinds::block(block.kind).name);
    // Who moderates is named behind those who speak.
    let (moderators, others): (Vec<_>, Vec<_>) =
        block.speakers.iter().partition(|speaker| speaker.function == Function::Moderator);
    let mut lines: Vec<String> = others.into_iter().chain(moderators).map(|speaker| speaker.who.clone()).collect();
    if lines.is_empty() || block.minutes() >= 30 {
        lines.insert(0, title.to_owned());
    }
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, &format!("{} ", clock(block.start)));
    }
    lines
}
