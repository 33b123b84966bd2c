//! The programmes' picture: a column a year, one axis of the day, blocks by kind with their speakers on them.

use std::rc::Rc;

use r2p_notes::compare::programme::{Basis, Block, Kind, Programmes, Timeline, clock};
use yew::prelude::*;

use crate::kinds;
use crate::page::{Shown, source_of};
use crate::phrase;
use crate::route::Route;
use crate::shelf::Held;

/// Pixels a minute: five minutes hold a line of small text, ten one of the usual size.
const SCALE: f64 = 2.0;
/// Above the first hour: the years.
const HEAD: f64 = 30.0;
/// The width of the axis.
const AXIS: usize = 46;
/// The height of a line of text.
const LINE: f64 = 15.0;
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
    let width = match shown.0.len() {
        0..=3 => 300,
        4..=5 => 240,
        _ => 180,
    };
    // The axis runs from full hour to full hour.
    let from = programmes.from / 60 * 60;
    let to = programmes.to.div_ceil(60) * 60;
    if from >= to {
        return html! { <p class="absent">{ "None of the notes shown holds a programme or the hours of a sitting." }</p> };
    }
    let y = |minute: u16| HEAD + f64::from(minute.saturating_sub(from)) * SCALE;
    let (across, down) = (width * shown.0.len(), y(to) + 12.0);
    let hours = || (from..=to).step_by(60);
    let lines = hours().map(|hour| {
        let y = y(hour).to_string();
        html! { <line class="tick" x1="0" x2={across.to_string()} y1={y.clone()} y2={y} /> }
    });
    let labels =
        hours().map(|hour| html! { <text class="axis" x="0" y={(y(hour) + 4.0).to_string()}>{ clock(hour) }</text> });
    let columns = shown.0.iter().zip(&programmes.columns).enumerate().map(|(at, (held, timeline))| {
        html! { <svg key={held.key.clone()} x={(at * width).to_string()} width={width.to_string()} height={down.to_string()}>
            { column(&route, held, timeline, width, &y) }
        </svg> }
    });
    html! {
        <figure class="picture">
            <figcaption>{ "The days side by side" }</figcaption>
            { legend(&programmes.columns) }
            <div class="timeline-scroll" tabindex="0" role="region" aria-label="Timelines of the programmes; the table below has the same rows">
                <svg class="timeline-axis" width={AXIS.to_string()} height={down.to_string()} aria-hidden="true">{ for labels }</svg>
                <svg class="timelines picture-body" width={across.to_string()} height={down.to_string()} role="group" aria-label="A column for each year">
                    { for lines }
                    { for columns }
                </svg>
            </div>
        </figure>
    }
}

fn legend(timelines: &[Timeline]) -> Html {
    let kinds = [Kind::Opening, Kind::Panel, Kind::Floor, Kind::Closing, Kind::Sitting, Kind::Break];
    let used = kinds
        .into_iter()
        .filter(|kind| timelines.iter().flat_map(|timeline| &timeline.blocks).any(|block| block.kind == *kind));
    let items = used.map(|kind| {
        let look = kinds::block(kind);
        html! { <li><span class={classes!("chip", look.class)}>{ look.letter }</span>{ look.name }</li> }
    });
    html! { <ul class="legend">{ for items }</ul> }
}

fn column(route: &Route, held: &Held, timeline: &Timeline, width: usize, y: &impl Fn(u16) -> f64) -> Html {
    let blocks = timeline.blocks.iter().filter(|block| !matches!(block.kind, Kind::Gap | Kind::End));
    let nothing = (timeline.basis == Basis::Nothing).then_some("no programme");
    html! {
        <>
            <text class="bar-label" x="2" y="16">{ &held.label }<tspan class="axis" dx="0.7em">{ nothing.or(timeline.status.as_deref()) }</tspan></text>
            { for blocks.map(|block| draw(route, held, block, width, y)) }
        </>
    }
}

fn draw(route: &Route, held: &Held, block: &Block, width: usize, y: &impl Fn(u16) -> f64) -> Html {
    let look = kinds::block(block.kind);
    let (top, bottom) = (y(block.start), y(block.end));
    let height = (bottom - top - 1.0).max(LEAST);
    let lines = ((height - 1.0) / LINE).floor().max(1.0) as usize;
    let said = lines_of(block);
    let label = format!("{}: {}", held.label, said.join("; "));
    let tight = height < LINE - 1.0;
    // Measured on the widest of the usual system faces; a nested svg clips what is wider still.
    let room = (width - 40) as f64 / if tight { 5.6 } else { 6.7 };
    let shown = phrase::fit(&said, lines, room as usize).into_iter().enumerate().map(|(at, line)| {
        let class = if tight { "block-text tight" } else { "block-text" };
        let baseline = if tight { height / 2.0 + 3.4 } else { 11.5 + at as f64 * LINE };
        html! { <text {class} x="22" y={baseline.to_string()}>{ line }</text> }
    });
    let width = (width - 10).to_string();
    html! {
        <>
        <a href={block.place.map(|place| source_of(route, held, place.span))} aria-label={label.clone()}>
            <title>{ label }</title>
            <svg class={look.class} x="0" y={top.to_string()} width={width.clone()} height={height.to_string()}>
                <rect class="block" width={width.clone()} height={height.to_string()} />
                <rect class="block-edge" width="4" height={height.to_string()} />
            </svg>
        </a>
        // The link's name says all of it; what fits on the block is cut and abridged, and only seen.
        <svg class={classes!("block-words", look.class)} x="0" y={top.to_string()} {width} height={height.to_string()} aria-hidden="true">
                <text class={if tight { "block-letter tight" } else { "block-letter" }} x="9"
                    y={if tight { (height / 2.0 + 3.4).to_string() } else { "11.5".to_owned() }}>{ look.letter }</text>
                { for shown }
        </svg>
        </>
    }
}

/// What stands on a block, in the order of its worth: when and who, else what.
fn lines_of(block: &Block) -> Vec<String> {
    let title = block.title.as_deref().unwrap_or(kinds::block(block.kind).name);
    let mut lines: Vec<String> = block.speakers.iter().map(|speaker| speaker.who.clone()).collect();
    if lines.is_empty() || block.minutes() >= 30 {
        lines.insert(0, title.to_owned());
    }
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, &format!("{} ", clock(block.start)));
    }
    lines
}
