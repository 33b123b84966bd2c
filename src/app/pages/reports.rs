//! The Secretary-General's reports on a time axis, who cites which, and where notes disagree.

use std::rc::Rc;

use r2p_notes::compare::reports::{ReportCitation, ReportDate, ReportLine, ReportWording, Standing, reports};
use r2p_notes::note::model::Format;
use yew::prelude::*;

use crate::page::{Shown, ViewProps, source_of};
use crate::parts::{Cite, Figure, key};
use crate::phrase;
use crate::route::Route;
use crate::shelf::Held;

/// The width of a year on the axis, and the height of a note's line, in pixels.
const YEAR: usize = 96;
const LINE: usize = 34;
/// Left of the axis: the notes.
const LABELS: usize = 112;

/// The view.
#[component]
pub fn Reports(props: &ViewProps) -> Html {
    let shown = &props.shown;
    let lines = use_memo(shown.clone(), |shown| shown.compare(reports));
    if lines.is_empty() {
        return html! { <article><h1>{ "Reports" }</h1><p class="absent">{ "The notes shown cite no report." }</p></article> };
    }
    html! {
        <article>
            <header class="view-head">
                <h1>{ "Reports" }</h1>
                <p class="lede">{ "The Secretary-General’s reports on the responsibility to protect, as the notes cite them, and where they do not agree." }</p>
            </header>
            <Axis shown={shown.clone()} lines={lines.clone()} />
            <ol class="reports">{ for lines.iter().map(|line| report(shown, line)) }</ol>
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct AxisProps {
    shown: Shown,
    lines: Rc<Vec<ReportLine>>,
}

/// A line for each note, a dot for each report that it cites, a ring for its own.
#[component]
fn Axis(props: &AxisProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let AxisProps { shown, lines } = props;
    let (width, height) = (YEAR * lines.len(), LINE * (shown.0.len() + 1) + 8);
    let x = |at: usize| at * YEAR + YEAR / 2;
    let y = |row: usize| LINE * (row + 1) + LINE / 2;
    let names = shown.0.iter().enumerate().map(|(row, held)| {
        html! { <text class="axis" x="0" y={(y(row) + 4).to_string()}>{ phrase::cut(&held.label, LABELS / 7) }</text> }
    });
    let legend = html! {
        <>
            { key(html! { <circle class="dot own" cx="13" cy="9" r="7" /> }, "its own report") }
            { key(html! { <circle class="dot" cx="13" cy="9" r="5" /> }, "an earlier one") }
            { key(html! { <rect class="dot differs" x="7" y="3" width="12" height="12" /> }, "cited otherwise than it is known") }
        </>
    };
    let years = lines.iter().enumerate().map(|(at, line)| {
        html! { <text class="bar-label" x={x(at).to_string()} y="18" text-anchor="middle">{ line.year }</text> }
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

fn dot(route: &Route, held: &Held, line: &ReportLine, citation: &ReportCitation, (x, y): (usize, usize)) -> Html {
    let value = citation.title.as_ref().or(citation.symbol.as_ref());
    let href = value.map(|value| source_of(route, held, value.place.span));
    let differs = differs(citation);
    let title = citation.title.as_ref().map_or("no title", |title| &title.text);
    let label = format!(
        "{} on the report of {}: {title}{}",
        held.label,
        line.year,
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

fn report(shown: &Shown, line: &ReportLine) -> Html {
    let title = line.known.map_or_else(
        || line.titles.first().map_or("Untitled", |title| &title.text).to_owned(),
        |known| known.title.to_owned(),
    );
    let known = line.known.map(|known| {
        html! { <p class="row-note">{ format!("{} · dialogue of {}", known.symbol, phrase::date(known.discussed)) }</p> }
    });
    html! {
        <li key={line.year}>
            <span class="year-label">{ line.year }</span>
            <div>
                <h2>{ title }</h2>
                { known }
                <dl class="wordings">
                    { wordings(shown, line, "Title", &line.titles, |citation| citation.title.as_ref().map(|title| title.place.span)) }
                    { wordings(shown, line, "Symbol", &line.symbols, |citation| citation.symbol.as_ref().map(|symbol| symbol.place.span)) }
                    { dates(shown, line) }
                </dl>
            </div>
        </li>
    }
}

/// The wordings of a title or a symbol, and who has which.
fn wordings(
    shown: &Shown,
    line: &ReportLine,
    name: &str,
    wordings: &[ReportWording],
    span: impl Fn(&ReportCitation) -> Option<r2p_notes::text::Span>,
) -> Html {
    let several = wordings.len() > 1;
    let items = wordings.iter().map(|wording| {
        let who = wording.columns.iter().filter_map(|column| {
            let held = shown.0.get(*column)?;
            let citation = line.citations.iter().find(|citation| citation.column == *column)?;
            Some(html! { <>{ " " }<Cite held={held.clone()} span={span(citation)?}>{ &held.label }</Cite></> })
        });
        html! { <dd><span class="wording">{ &wording.text }</span>{ for who }</dd> }
    });
    if wordings.is_empty() {
        return Html::default();
    }
    html! { <div><dt>{ name }if several { <span class="change">{ format!("{} wordings", wordings.len()) }</span> }</dt>{ for items }</div> }
}

fn dates(shown: &Shown, line: &ReportLine) -> Html {
    let said = line.citations.iter().filter_map(|citation| {
        let held = shown.0.get(citation.column)?;
        let issued = citation.issued.iter().map(|issued| ("issued", std::slice::from_ref(issued)));
        let meetings = citation.discussed.iter().map(|meeting| match meeting.format {
            Format::Dialogue => ("dialogue", &meeting.dates[..]),
            Format::Debate => ("debate", &meeting.dates[..]),
        });
        let parts: Vec<_> = issued.chain(meetings).map(|(what, dates)| dates_of(held, what, dates)).collect();
        (!parts.is_empty()).then(|| html! { <dd><strong>{ &held.label }</strong>{ for parts }</dd> })
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        Html::default()
    } else {
        html! { <div><dt>{ "Dates" }</dt>{ for said }</div> }
    }
}

fn dates_of(held: &Rc<Held>, what: &str, dates: &[ReportDate]) -> Html {
    let dates = dates.iter().enumerate().map(|(at, date)| {
        html! {
            <>
                { if at == 0 { " " } else { ", " } }
                <Cite held={held.clone()} span={date.place.span}>{ phrase::date(date.date) }</Cite>
                if date.standing == Standing::Differs { <span class="change">{ "otherwise than it is known" }</span> }
            </>
        }
    });
    html! { <span class="dates">{ what }{ for dates }</span> }
}
