//! Concepts by years: how often each note speaks of what, per 1,000 words, shaded.

use std::rc::Rc;

use r2p_notes::compare::themes::{ConceptCell, ConceptRow, concept_matrix};
use yew::prelude::*;

use crate::page::Shown;
use crate::parts::Cite;
use crate::route::Route;
use crate::shelf::Held;

/// How many shades the style sheet has beside none.
const SHADES: f64 = 7.0;

/// What the matrix is given.
#[derive(PartialEq, Properties)]
pub struct MatrixProps {
    /// The notes.
    pub shown: Shown,
}

/// The matrix.
#[component]
pub fn Matrix(props: &MatrixProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let shown = &props.shown;
    let rows = use_memo(shown.clone(), |shown| shown.compare(concept_matrix));
    let most = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.rate).fold(0.0, f64::max);
    let spoken = rows.iter().filter(|row| row.cells.iter().any(|cell| cell.count > 0));
    html! {
        <section>
            <h2 class="section-title">{ "What they speak of" }</h2>
            <p class="note">{ "Concepts by year: how often per 1,000 words, the darker the more. A number opens its first place in the note, a concept every place of it." }</p>
            <div class={classes!("table-scroll", shown.many())} tabindex="0" role="region" aria-label="Concepts by year">
                <table class="grid matrix">
                    <caption class="visually-hidden">{ "Concepts by year, per 1,000 words" }</caption>
                    <thead><tr><th scope="col">{ "Concept" }</th>{ for shown.0.iter().map(|held| html! { <th scope="col" class="number">{ &held.label }</th> }) }</tr></thead>
                    <tbody>{ for spoken.map(|row| concept(&route, shown, row, most)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn concept(route: &Route, shown: &Shown, row: &ConceptRow, most: f64) -> Html {
    let places = Route { term: Some(format!("concept:{}", row.key)), place: None, ..route.clone() };
    html! {
        <tr key={row.key}>
            <th scope="row"><a class="plain" href={places.fragment()}>{ row.label }</a></th>
            { for row.cells.iter().zip(shown.0.iter()).map(|(cell, held)| shaded(held, cell, most)) }
        </tr>
    }
}

fn shaded(held: &Rc<Held>, cell: &ConceptCell, most: f64) -> Html {
    let Some(first) = cell.places.first() else {
        return html! { <td class="number absent">{ "–" }</td> };
    };
    let shade = (cell.rate / most * SHADES).ceil().clamp(1.0, SHADES);
    let title = format!("{} in all", cell.count);
    html! {
        <td class={format!("number shade-{shade}")} {title}>
            <Cite held={held.clone()} span={first.span}>{ format!("{:.1}", cell.rate) }</Cite>
        </td>
    }
}
