//! Concepts by years: a picture, shaded by how often each note speaks of what per 1,000 words, and the same as a table.

use std::rc::Rc;

use r2p_notes::compare::themes::{ConceptCell, ConceptRow, concept_matrix};
use yew::prelude::*;

use crate::page::{Shown, source_of};
use crate::parts::{Cite, Figure, key};
use crate::phrase;
use crate::route::Route;
use crate::shelf::Held;

/// The height of a row, and of the years above the first, in pixels.
const ROW: usize = 32;
const HEAD: usize = 26;
/// The width of the names; they run on two lines where one does not hold them.
const NAMES: usize = 146;
const NAME_ROOM: usize = 20;
/// The darkest shade, of the highest rate.
const DARKEST: f64 = 0.44;
/// How many shades the legend shows.
const SAMPLES: [f64; 4] = [0.1, 0.4, 0.7, 1.0];

/// What the matrix is given.
#[derive(PartialEq, Properties)]
pub struct MatrixProps {
    /// The notes.
    pub shown: Shown,
}

/// The matrix.
#[component]
pub fn Matrix(props: &MatrixProps) -> Html {
    let shown = &props.shown;
    let rows = shown.once(concept_matrix);
    html! {
        <section>
            <h2 class="section-title">{ "What they speak of" }</h2>
            if rows.is_empty() {
                <p class="absent">{ "The notes shown speak of none of the concepts looked for." }</p>
            } else {
                <p class="note">{ "How often each note speaks of a concept, by the words that stand for it. A number opens its first place in the note, a concept every place of it." }</p>
                <div class={classes!("matrix", shown.many())}>
                    <Picture shown={shown.clone()} rows={rows.clone()} />
                    <Table shown={shown.clone()} {rows} />
                </div>
            }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct RowsProps {
    shown: Shown,
    rows: Rc<Vec<ConceptRow>>,
}

/// The way to every place of a concept.
fn places(route: &Route, row: &ConceptRow) -> String {
    Route { term: Some(format!("concept:{}", row.key)), place: None, ..route.clone() }.fragment()
}

#[component]
fn Picture(props: &RowsProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let RowsProps { shown, rows } = props;
    let most = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.rate).fold(0.0, f64::max);
    let across = if shown.0.len() <= 6 { 74 } else { 58 };
    let (width, height) = (across * shown.0.len(), HEAD + ROW * rows.len());
    let years = shown.0.iter().enumerate().map(|(at, held)| {
        html! { <text class="bar-label" x={(at * across + across / 2).to_string()} y="16" text-anchor="middle">{ phrase::cut(&held.label, across / 8) }</text> }
    });
    let names = rows.iter().enumerate().map(|(at, row)| name(&route, row, HEAD + at * ROW));
    let cells = rows.iter().enumerate().flat_map(|(down, row)| {
        let route = &route;
        row.cells.iter().zip(shown.0.iter()).enumerate().map(move |(at, (cell, held))| {
            shaded(route, held, row, cell, cell.rate / most, (at * across, HEAD + down * ROW, across))
        })
    });
    let samples = SAMPLES.iter().enumerate().map(|(at, share)| {
        html! { <rect class="shade" x={(at * 7).to_string()} width="6" height="18" fill-opacity={opacity(*share)} /> }
    });
    html! {
        <Figure caption="Concepts by year, per 1,000 words" legend={key(html! { { for samples } }, "seldom to often")}
            scrolls="Concepts by year; the table has the same figures" width={NAMES + width}>
            <svg class="picture-part stays" width={NAMES.to_string()} height={height.to_string()} role="group" aria-label="The concepts">
                <desc>{ "A row for each concept, a column for each year: how often the note speaks of it per 1,000 words, the darker the more." }</desc>
                { for names }
            </svg>
            <svg class="picture-part" width={width.to_string()} height={height.to_string()} role="group" aria-label="A column for each year">
                { for years }
                { for cells }
            </svg>
        </Figure>
    }
}

fn opacity(share: f64) -> String {
    format!("{:.3}", 0.05 + share * (DARKEST - 0.05))
}

fn name(route: &Route, row: &ConceptRow, y: usize) -> Html {
    let lines = phrase::fit(&[row.label.to_owned()], 2, NAME_ROOM);
    let first = if lines.len() == 1 { y + 20 } else { y + 14 };
    let lines = lines.iter().enumerate().map(|(at, line)| {
        html! { <text class="name" x="2" y={(first + at * 13).to_string()}>{ format!("{line} ") }</text> }
    });
    html! {
        <a href={places(route, row)} aria-label={format!("{}: every place", row.label)}>
            <rect class="target" x="0" y={(y + 1).to_string()} width={(NAMES - 6).to_string()} height={(ROW - 2).to_string()} rx="2" />
            { for lines }
        </a>
    }
}

fn shaded(
    route: &Route,
    held: &Held,
    row: &ConceptRow,
    cell: &ConceptCell,
    share: f64,
    (x, y, across): (usize, usize, usize),
) -> Html {
    let middle = (x + across / 2).to_string();
    let Some(first) = cell.places.first() else {
        return html! { <text class="axis" x={middle} y={(y + 20).to_string()} text-anchor="middle">{ "–" }</text> };
    };
    let label = format!(
        "{}, {}: {:.1} per 1,000 words, {}; opens the first",
        held.label,
        row.label,
        cell.rate,
        phrase::count(cell.count, "place", "places")
    );
    html! {
        <a href={source_of(route, held, first.span)} aria-label={label.clone()}>
            <title>{ label }</title>
            <rect class="shade" x={(x + 1).to_string()} y={(y + 1).to_string()} width={(across - 2).to_string()} height={(ROW - 2).to_string()} fill-opacity={opacity(share)} />
            <text class="figure" x={middle} y={(y + 20).to_string()} text-anchor="middle">{ format!("{:.1}", cell.rate) }</text>
        </a>
    }
}

#[component]
fn Table(props: &RowsProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let RowsProps { shown, rows } = props;
    let row = |row: &ConceptRow| {
        let cells = row.cells.iter().zip(shown.0.iter()).map(|(cell, held)| number(held, cell));
        html! {
            <tr key={row.key}>
                <th scope="row"><a class="plain" href={places(&route, row)}>{ row.label }</a></th>
                { for cells }
            </tr>
        }
    };
    html! {
        <div class={classes!("table-scroll", shown.many())} tabindex="0" role="region" aria-label="Concepts by year, in figures">
            <table class="grid concepts">
                <caption>{ "The same in figures" }<small>{ "per 1,000 words, and in all" }</small></caption>
                <thead><tr><th scope="col">{ "Concept" }</th>{ for shown.0.iter().map(|held| html! { <th scope="col" class="number">{ &held.label }</th> }) }</tr></thead>
                <tbody>{ for rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn number(held: &Rc<Held>, cell: &ConceptCell) -> Html {
    let Some(first) = cell.places.first() else { return html! { <td class="number absent">{ "–" }</td> } };
    html! {
        <td class="number">
            <Cite held={held.clone()} span={first.span}>{ format!("{:.1}", cell.rate) }</Cite>
            <span class="in-all">{ cell.count }</span>
        </td>
    }
}
