//! The Secretary-General's reports on a time axis, who cites which, and where notes disagree.

use std::rc::Rc;

use r2p_notes::compare::reports::{ReportCitation, ReportDate, ReportLine, ReportWording, Standing, reports};
use r2p_notes::note::model::Format;
use r2p_notes::text::civil;
use yew::prelude::*;

use super::report_axis::{Axis, Citations};
use crate::page::{Shown, ViewProps};
use crate::parts::{Cite, head, un_document};
use crate::route::View;
use crate::shelf::Held;

/// The name of the wordings of a title.
const TITLE: &str = "Title";

/// The view.
#[component]
pub fn Reports(props: &ViewProps) -> Html {
    let shown = &props.shown;
    let lines = shown.once(reports);
    if lines.is_empty() {
        return html! { <article><h1>{ "Reports" }</h1><p class="absent">{ "The notes shown cite no report." }</p></article> };
    }
    html! {
        <article>
            { head(View::Reports, Html::default()) }
            <Axis shown={shown.clone()} lines={lines.clone()} />
            <Citations shown={shown.clone()} lines={lines.clone()} />
            <ol class="reports">{ for lines.iter().map(|line| report(shown, line)) }</ol>
        </article>
    }
}

fn report(shown: &Shown, line: &ReportLine) -> Html {
    let title = line.known.map_or_else(
        || line.titles.first().map_or("Untitled", |title| &title.text).to_owned(),
        |known| known.title.to_owned(),
    );
    let known = line.known.map(|known| {
        html! { <p class="row-note">{ "Known, for checking: " }{ un_document(known.symbol) }{ format!(" · dialogue of {}", civil::day(known.discussed)) }</p> }
    });
    html! {
        <li key={line.label()}>
            <span class="year-label">{ line.year }</span>
            <div>
                <h2>{ title }</h2>
                { known }
                if line.other { <p class="row-note">{ "Another report of that year, not that on the responsibility to protect" }</p> }
                <dl class="wordings">
                    { wordings(shown, line, TITLE, &line.titles, |citation| citation.title.as_ref().map(|title| title.place.span)) }
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
            let by_theme = (name == TITLE && citation.by_theme).then_some(" (by the theme)");
            Some(html! { <>{ " " }<Cite held={held.clone()} span={span(citation)?}>{ &held.label }</Cite>{ by_theme }</> })
        });
        html! { <dd><span class="wording">{ &wording.text }</span>{ for who }</dd> }
    });
    if wordings.is_empty() {
        return html! { <div><dt>{ name }</dt><dd class="absent">{ "stated by none of the notes shown" }</dd></div> };
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
                <Cite held={held.clone()} span={date.place.span}>{ civil::day(date.date) }</Cite>
                if date.standing == Standing::Differs { <span class="change">{ "otherwise than it is known" }</span> }
            </>
        }
    });
    html! { <span class="dates">{ what }{ for dates }</span> }
}
