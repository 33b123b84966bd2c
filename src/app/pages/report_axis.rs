//! The reports on a time axis: a line for each note, a mark for each report that it cites; and the same as a table.

use std::rc::Rc;

use r2p_notes::compare::reports::{ReportCitation, ReportLine, Standing};
use yew::prelude::*;

use crate::page::{Shown, source_of};
use crate::parts::{Cite, Figure, key};
use crate::phrase;
use crate::route::Route;
use crate::shelf::Held;

/// The width of a year on the axis, and the height of a note's line, in pixels.
const YEAR: usize = 96;
const LINE: usize = 34;
/// Left of the axis: the notes.
const LABELS: usize = 112;

/// What the axis is given.
#[derive(PartialEq, Properties)]
pub struct AxisProps {
    /// The notes.
    pub shown: Shown,
    /// The reports that they cite.
    pub lines: Rc<Vec<ReportLine>>,
}

/// A line for each note, a dot for each report that it cites, a ring for its own.
#[component]
pub fn Axis(props: &AxisProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let AxisProps { shown, lines } = props;
    let (width, height) = (YEAR * lines.len(), LINE * (shown.0.len() + 1) + 8);
    let x = |at: usize| at * YEAR + YEAR / 2;
    let y = |row: usize| LINE * (row + 1) + LINE / 2;
    let names = shown.0.iter().enumerate().map(|(row, held)| {
        html! { <text class="axis" x="0" y={(y(row) + 4).to_string()}>{ phrase::cut(&held.label, LABELS / 7) }</text> }
    });
    let cited = || lines.iter().flat_map(|line| &line.citations);
    let same = |own: bool| cited().any(|citation| citation.own == own && !differs(citation));
    let legend = html! {
        <>
            if same(true) { { key(html! { <circle class="dot own" cx="13" cy="9" r="7" /> }, "its own report") } }
            if same(false) { { key(html! { <circle class="dot" cx="13" cy="9" r="5" /> }, "an earlier one") } }
            if cited().any(differs) { { key(html! { <rect class="dot differs" x="7" y="3" width="12" height="12" /> }, "cited otherwise than it is known") } }
        </>
    };
    let years = lines.iter().enumerate().map(|(at, line)| {
        html! { <text class="bar-label" x={x(at).to_string()} y="18" text-anchor="middle">{ line.label() }</text> }
    });
    let notes = shown.0.iter().enumerate().map(|(row, held)| {
        let y = y(row);
        let dots = lines.iter().enumerate().filter_map(|(at, line)| {
            let citation = line.citations.iter().find(|citation| citation.column == row)?;
            Some(dot(&route, held, line, citation, (x(at), y)))
        });
        html! {
            <g key={held.key.clone()}>
                <line class="tick" x1="0" x2={width.to_string()} y1={y.to_string()} y2={y.to_string()} />
                { for dots }
            </g>
        }
    });
    html! {
        <Figure caption="Which note cites which report" {legend} scrolls="Reports by year; the list below says the same" width={LABELS + width}>
            <svg class="picture-part stays" width={LABELS.to_string()} height={height.to_string()} aria-hidden="true">
                <text class="axis" x="0" y="18">{ "note ↓ report →" }</text>
                { for names }
            </svg>
            <svg class="picture-part" width={width.to_string()} height={height.to_string()} role="group" aria-label="A line for each note, a mark for each report it cites">
                <desc>{ "A column for each year of a report, a line for each note, a mark where the note cites the report." }</desc>
                { for years }{ for notes }
            </svg>
        </Figure>
    }
}

/// The same as a table: where a note cites a report, by which symbol or how else.
#[component]
pub fn Citations(props: &AxisProps) -> Html {
    let AxisProps { shown, lines } = props;
    let row = |(row, held): (usize, &Rc<Held>)| {
        let cells = lines.iter().map(|line| {
            let citation = line.citations.iter().find(|citation| citation.column == row);
            html! { <td key={line.label()}>{ citation.map(|citation| cited(held, citation)) }</td> }
        });
        html! { <tr key={held.key.clone()}><th scope="row">{ &held.label }</th>{ for cells }</tr> }
    };
    html! {
        <div class="table-scroll many" tabindex="0" role="region" aria-label="Which note cites which report, as a table">
            <table class="grid citations">
                <caption>{ "The same as a table" }<small>{ "a line for each note, a column for each year of a report" }</small></caption>
                <thead><tr><th scope="col">{ "Note" }</th>{ for lines.iter().map(|line| html! { <th scope="col">{ line.label() }</th> }) }</tr></thead>
                <tbody>{ for shown.0.iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}

fn cited(held: &Rc<Held>, citation: &ReportCitation) -> Html {
    let how = citation.symbol.as_ref().map_or(how_named(citation), |symbol| &symbol.text);
    let Some(value) = citation.symbol.as_ref().or(citation.title.as_ref()) else { return html! { "cited" } };
    html! {
        <>
            <Cite held={held.clone()} span={value.place.span}>{ how }</Cite>
            if citation.own { <span class="change">{ "its own" }</span> }
            if differs(citation) { <span class="change">{ "otherwise than it is known" }</span> }
        </>
    }
}

/// What a note without a symbol names a report by.
fn how_named(citation: &ReportCitation) -> &'static str {
    if citation.by_theme { "by the theme" } else { "by title" }
}

fn dot(route: &Route, held: &Held, line: &ReportLine, citation: &ReportCitation, (x, y): (usize, usize)) -> Html {
    let value = citation.title.as_ref().or(citation.symbol.as_ref());
    let href = value.map(|value| source_of(route, held, value.place.span));
    let differs = differs(citation);
    let title = citation.title.as_ref().map_or("no title", |title| &title.text);
    let label = format!(
        "{} on the report of {}: {title}{}{}",
        held.label,
        line.year,
        if citation.by_theme { ", by the theme" } else { "" },
        if differs { ", otherwise than it is known" } else { "" }
    );
    let shape = match (differs, citation.own) {
        (true, _) => {
            html! { <rect class="dot differs" x={(x - 6).to_string()} y={(y - 6).to_string()} width="12" height="12" /> }
        }
        (false, true) => html! { <circle class="dot own" cx={x.to_string()} cy={y.to_string()} r="7" /> },
        (false, false) => html! { <circle class="dot" cx={x.to_string()} cy={y.to_string()} r="5" /> },
    };
    html! {
        <a {href} aria-label={label.clone()}>
            <title>{ label }</title>
            <circle class="target" cx={x.to_string()} cy={y.to_string()} r="13" />
            { shape }
        </a>
    }
}

fn differs(citation: &ReportCitation) -> bool {
    let values = citation.title.iter().chain(&citation.symbol).map(|value| value.standing);
    let dates = citation
        .issued
        .iter()
        .chain(citation.discussed.iter().flat_map(|meeting| &meeting.dates))
        .map(|date| date.standing);
    values.chain(dates).any(|standing| standing == Standing::Differs)
}
