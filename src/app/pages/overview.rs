//! One table: a column a year, a row a fact, what differs from the year before marked and said.

use std::collections::BTreeSet;
use std::rc::Rc;

use r2p_notes::compare::facts::{Change, FactCell, FactRow, FactValue, overview};
use yew::prelude::*;

use crate::page::{Shown, ViewProps};
use crate::parts::{Cite, head};
use crate::quote::queried;
use crate::route::View;
use crate::shelf::{ANOTHER_SUBJECT, Held};

/// The view.
#[component]
pub fn Overview(props: &ViewProps) -> Html {
    let shown = &props.shown;
    let rows = shown.once(overview);
    html! {
        <article>
            { head(View::Overview, Html::default()) }
            <div class={classes!("table-scroll", shown.many())} tabindex="0" role="region" aria-label="The facts of each year">
                <table class="grid overview">
                    <caption class="visually-hidden">{ "The facts of each year" }</caption>
                    <thead>
                        <tr><th scope="col">{ "Fact" }</th>{ for shown.0.iter().map(|held| year(held)) }</tr>
                    </thead>
                    <tbody>{ for rows.iter().map(|fact| row(shown, fact)) }</tbody>
                </table>
            </div>
        </article>
    }
}

fn year(held: &Held) -> Html {
    html! { <th scope="col">{ &held.label }if held.astray { <span class="change">{ ANOTHER_SUBJECT }</span> }</th> }
}

fn row(shown: &Shown, fact: &FactRow) -> Html {
    let cells = shown.0.iter().zip(&fact.cells).enumerate().map(|(at, (held, cell))| {
        let before = at.checked_sub(1).and_then(|before| shown.0.get(before)).map_or("", |before| &before.label);
        self::cell(held, cell, before)
    });
    html! { <tr key={fact.key} data-fact={fact.key}><th scope="row">{ fact.label }</th>{ for cells }</tr> }
}

fn cell(held: &Rc<Held>, cell: &FactCell, before: &str) -> Html {
    let (class, said) = match &cell.change {
        Change::First | Change::Same | Change::Absent => (None, String::new()),
        Change::Changed { .. } => (Some("changed"), format!("differs from {before}")),
        Change::New => (Some("changed"), format!("not stated in {before}")),
        Change::Gone { .. } => (Some("changed"), format!("stated in {before}")),
    };
    let values = match &cell.values[..] {
        [] => html! { <span class="absent">{ "not stated" }</span> },
        [one] => value(held, one),
        many => html! { <ul>{ for many.iter().map(|one| html! { <li>{ value(held, one) }</li> }) }</ul> },
    };
    let document = held.document();
    let places = cell.values.iter().flat_map(|value| &value.places);
    let found = places.flat_map(|place| queried(&document.note, place.span));
    let queried: BTreeSet<_> = found.map(|finding| &*finding.message).collect();
    html! {
        <td {class} title={(!said.is_empty()).then(|| cell.in_words(before))}>
            { values }
            if !said.is_empty() { <span class="change">{ said }</span> }
            { for queried.into_iter().map(|why| html! { <span class="queried">{ why }</span> }) }
        </td>
    }
}

fn value(held: &Rc<Held>, value: &FactValue) -> Html {
    let aside = value.aside.as_ref().map(|aside| html! { <span class="aside">{ format!(" ({aside})") }</span> });
    match value.places.first() {
        Some(place) => html! { <><Cite held={held.clone()} span={place.span}>{ &value.text }</Cite>{ aside }</> },
        None => html! { <>{ &value.text }{ aside }</> },
    }
}
