//! The programmes side by side on one axis of the day, and the same as tables.

use std::rc::Rc;

use r2p_notes::compare::programme::{Block, End, Kind, Move, Programmes, Timeline, programme};
use r2p_notes::compare::statements::does;
use r2p_notes::text::civil::clock;
use yew::prelude::*;

use super::people::of_year;
use super::timelines::{ProgrammesProps, Timelines};
use crate::kinds;
use crate::page::ViewProps;
use crate::parts::{Cite, head, use_lines};
use crate::phrase;
use crate::route::View;
use crate::shelf::Held;

/// How many rows of a note are drawn at a time.
const STEP: usize = 200;

/// The view.
#[component]
pub fn Programme(props: &ViewProps) -> Html {
    let shown = &props.shown;
    let programmes = shown.once(programme);
    let rows = shown.0.iter().enumerate().map(|(at, held)| {
        html! { <Rows key={held.key.clone()} held={held.clone()} {at} programmes={programmes.clone()} /> }
    });
    html! {
        <article>
            { head(View::Programme, Html::default()) }
            <Timelines shown={shown.clone()} programmes={programmes.clone()} />
            <Minutes shown={shown.clone()} programmes={programmes.clone()} />
            <Moves shown={shown.clone()} programmes={programmes.clone()} />
            <div class="table-scroll" tabindex="0" role="region" aria-label="The programmes row by row">
                <table class="grid programme-rows" role="table">
                    <caption>{ "The programmes, row by row" }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Time" }</th>
                            <th scope="col" class="number">{ "Minutes" }</th>
                            <th scope="col">{ "Kind" }</th>
                            <th scope="col">{ "What" }</th>
                            <th scope="col">{ "Who" }</th>
                        </tr>
                    </thead>
                    { for rows }
                </table>
            </div>
        </article>
    }
}

#[component]
fn Minutes(props: &ProgrammesProps) -> Html {
    let ProgrammesProps { shown, programmes } = props;
    let timelines = &programmes.columns;
    let kinds = [Kind::Opening, Kind::Panel, Kind::Floor, Kind::Closing, Kind::Sitting, Kind::Break, Kind::Gap];
    let used = kinds.into_iter().filter(|kind| timelines.iter().any(|t| t.minutes.iter().any(|m| m.kind == *kind)));
    let row = |kind: Kind| {
        let cells = shown.0.iter().zip(timelines).map(|(held, timeline)| {
            match timeline.minutes.iter().find(|minutes| minutes.kind == kind) {
                Some(minutes) => html! {
                    <td class="number">{ of_first(held, timeline, kind, minutes.minutes) }
                        { rests(minutes.inferred) }
                        if minutes.shared > 0 { <p class="row-note">{ format!("{} shared", minutes.shared) }</p> }
                    </td>
                },
                None => html! { <td class="number absent">{ "–" }</td> },
            }
        });
        html! { <tr key={kind.name()}><th scope="row">{ kind_chip(kind) }</th>{ for cells }</tr> }
    };
    let limits = shown.0.iter().zip(timelines).map(|(held, timeline)| match (timeline.limit, timeline.limit_place) {
        (Some(limit), Some(place)) => {
            html! { <td class="number"><Cite held={held.clone()} span={place.span}>{ limit }</Cite></td> }
        }
        _ => html! { <td class="number absent">{ "–" }</td> },
    });
    let rooms = timelines.iter().map(|timeline| match timeline.room {
        Some(room) => {
            let floor = timeline.minutes.iter().find(|minutes| minutes.kind == Kind::Floor);
            html! { <td class="number">{ room.to_string() }{ rests(floor.map_or(0, |minutes| minutes.inferred)) }</td> }
        }
        None => html! { <td class="number absent">{ "–" }</td> },
    });
    html! {
        <div class={classes!("table-scroll", shown.many())} tabindex="0" role="region" aria-label="Minutes">
            <table class="grid minutes">
                <caption>{ "Minutes by kind, and room for interventions" }</caption>
                <thead><tr><th scope="col">{ "Minutes" }</th>{ for shown.0.iter().map(|held| html! { <th scope="col" class="number">{ &held.label }</th> }) }</tr></thead>
                <tbody>
                    { for used.map(row) }
                    <tr><th scope="row">{ "Longest intervention" }</th>{ for limits }</tr>
                    <tr><th scope="row">{ "Interventions that fit" }</th>{ for rooms }</tr>
                </tbody>
            </table>
            <p class="note">
                { "~ rests on ends that the note does not state: a row lasts until the next one, or until its sitting ends. What \
                   panel and floor share is counted where its row stands, and said; the interventions that fit are then a range." }
            </p>
        </div>
    }
}

/// The mark of a figure that rests on `inferred` minutes, where it does.
fn rests(inferred: u32) -> Html {
    const WHY: &str = "up to the next row or the end of the sitting; the note states no end";
    html! { if inferred > 0 { <span class="inferred" title={WHY}>{ "~" }</span> } }
}

/// Who does something else in one programme than in an earlier one.
#[component]
fn Moves(props: &ProgrammesProps) -> Html {
    let ProgrammesProps { shown, programmes } = props;
    if programmes.moves.is_empty() {
        return Html::default();
    }
    let row = |of: &Move| {
        let cells = shown.0.iter().enumerate().map(|(column, held)| {
            let Some(part) = of.parts.iter().find(|part| part.column == column) else {
                return html! { <td role="cell" class="nothing">{ of_year(held) }</td> };
            };
            let roles = part.roles.iter().map(|(role, place)| {
                html! { <p class="appearance"><Cite held={held.clone()} span={place.span}>{ kinds::role(*role) }</Cite></p> }
            });
            html! { <td role="cell">{ of_year(held) }{ for roles }</td> }
        });
        html! { <tr role="row" key={of.person.clone()}><th role="rowheader" scope="row">{ &of.person }</th>{ for cells }</tr> }
    };
    html! {
        <div class={classes!("table-scroll", shown.many())} tabindex="0" role="region" aria-label="Who moves from one role to another">
            <table class="grid people" role="table">
                <caption>{ "Who moves from one role to another" }</caption>
                <thead><tr role="row"><th scope="col">{ "Person" }</th>{ for shown.0.iter().map(|held| html! { <th scope="col">{ &held.label }</th> }) }</tr></thead>
                <tbody role="rowgroup">{ for programmes.moves.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// Minutes, which lead to the first row that they are summed up from.
fn of_first(held: &Rc<Held>, timeline: &Timeline, kind: Kind, minutes: u32) -> Html {
    let mut of_kind = timeline.blocks.iter().filter(|block| block.kind == kind && block.minutes() > 0);
    match of_kind.find_map(|block| block.place) {
        Some(place) => html! { <Cite held={held.clone()} span={place.span}>{ minutes }</Cite> },
        None => html! { minutes },
    }
}

/// A kind's letter and name.
fn kind_chip(kind: Kind) -> Html {
    let look = kinds::block(kind);
    html! { <><span class={classes!("chip", look.class)} aria-hidden="true">{ look.letter }</span>{ look.name }</> }
}

#[derive(PartialEq, Properties)]
struct RowsProps {
    held: Rc<Held>,
    /// The note's programme, by its place among the others.
    at: usize,
    programmes: Rc<Programmes>,
}

/// One note's rows, the first of very many.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let RowsProps { held, at, programmes } = props;
    let timeline = &programmes.columns[*at];
    let status = timeline.status.as_ref().map(|status| format!(" · {status}")).unwrap_or_default();
    let several = timeline.days() > 1;
    let stated: Vec<&Block> = timeline.blocks.iter().filter(|block| block.kind != Kind::Gap).collect();
    let (drawn, more) = use_lines(stated.len() + timeline.untimed.len(), STEP, 0, held.key.clone());
    let timed = drawn.min(stated.len());
    let days = stated[..timed].chunk_by(|a, b| a.day == b.day).map(|day| {
        html! {
            <key={day[0].day.to_string()}>
                if several { <tr role="row" class="group of-day"><th role="rowheader" colspan="5">{ format!("Day {}", day[0].day) }</th></tr> }
                { for day.iter().enumerate().map(|(at, block)| block_row(held, at, block)) }
            </>
        }
    });
    let untimed = timeline.untimed[..drawn - timed].iter().map(|row| {
        let title = row.title.clone().unwrap_or_else(|| kinds::block(row.kind).name.to_owned());
        html! {
            <tr role="row"><td role="cell" class="time absent">{ "no time" }</td><td role="cell" class="number"></td><td role="cell">{ kind_chip(row.kind) }</td>
                <td role="cell" colspan="2"><Cite held={held.clone()} span={row.place.span}>{ title }</Cite></td></tr>
        }
    });
    html! {
        // Roles, for a narrow window draws each row as a few lines.
        <tbody role="rowgroup">
            <tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="5">{ &held.label }<small>{ status }</small></th></tr>
            if timeline.blocks.is_empty() && timeline.untimed.is_empty() {
                <tr role="row"><td role="cell" colspan="5" class="absent">{ "The note holds no programme." }</td></tr>
            }
            { for days }
            { for untimed }
            if drawn < stated.len() + timeline.untimed.len() { <tr role="row"><td role="cell" colspan="5">{ more }</td></tr> }
        </tbody>
    }
}

fn block_row(held: &Rc<Held>, key: usize, block: &Block) -> Html {
    let cited = |what: Html| match block.place {
        Some(place) => html! { <Cite held={held.clone()} span={place.span}>{ what }</Cite> },
        None => what,
    };
    let time = match block.end_is {
        End::Stated => format!("{}–{}", clock(block.start), clock(block.end)),
        End::Inferred | End::Unknown => clock(block.start),
    };
    let minutes = match (block.minutes(), block.end_is) {
        (0, _) => String::new(),
        (minutes, End::Inferred) => format!("~{minutes}"),
        (minutes, _) => minutes.to_string(),
    };
    let title = block.title.as_deref().unwrap_or(kinds::block(block.kind).name);
    let speakers = block.speakers.iter().map(|speaker| {
        let who = html! { &speaker.who };
        let who = match speaker.place {
            Some(place) => html! { <Cite held={held.clone()} span={place.span}>{ who }</Cite> },
            None => who,
        };
        let office = speaker.office.as_ref().filter(|office| **office != speaker.who);
        let more = [Some(does(speaker.function).to_lowercase()), office.cloned(), speaker.note.clone()];
        let more: Vec<_> = more.into_iter().flatten().collect();
        html! { <li>{ who }<span class="row-note">{ more.join(" · ") }</span></li> }
    });
    html! {
        <tr {key} role="row">
            <td role="cell" class="time">{ cited(html! { time }) }</td>
            <td role="cell" class="number">{ minutes }</td>
            <td role="cell">{ kind_chip(block.kind) }</td>
            <td role="cell" class="what">{ phrase::capital(title) }</td>
            <td role="cell" class="who"><ul class="speakers">{ for speakers }</ul></td>
        </tr>
    }
}
