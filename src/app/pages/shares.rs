//! How much of each year's language is its own: a bar a year.

use std::rc::Rc;

use r2p_notes::compare::language::{ColumnLineage, Lineage};
use yew::prelude::*;

use crate::page::Shown;
use crate::shelf::Held;

/// What the picture is given.
#[derive(PartialEq, Properties)]
pub struct SharesProps {
    /// The notes.
    pub shown: Shown,
    /// Their lineage.
    pub traced: Rc<Lineage>,
}

/// The picture, with its figures beside it.
#[component]
pub fn Shares(props: &SharesProps) -> Html {
    let rows = props.shown.0.iter().zip(&props.traced.columns).map(|(held, column)| share(held, column));
    html! {
        <figure class="picture">
            <figcaption>{ "How much of each year’s language is its own" }</figcaption>
            <ul class="legend">
                <li><span class="swatch is-new"></span>{ "new" }</li>
                <li><span class="swatch is-revised"></span>{ "revised" }</li>
                <li><span class="swatch is-carried"></span>{ "carried" }</li>
            </ul>
            <table class="shares">
                <caption class="visually-hidden">{ "Words by what became of their sentences" }</caption>
                <thead class="visually-hidden">
                    <tr><th scope="col">{ "Year" }</th><th scope="col">{ "Picture" }</th><th scope="col">{ "Its own" }</th><th scope="col">{ "Words" }</th></tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </figure>
    }
}

fn share(held: &Rc<Held>, column: &ColumnLineage) -> Html {
    let share = column.share;
    let of = |words: usize| words as f64 * 100.0 / share.words.max(1) as f64;
    let mut x = 0.0;
    let parts = [
        (share.new, "is-new", "new"),
        (share.revised, "is-revised", "revised"),
        (share.carried, "is-carried", "carried"),
    ];
    let bars = parts.map(|(words, class, name)| {
        let (from, width) = (x, of(words));
        x += width;
        html! { <rect class={classes!("share", class)} x={format!("{from:.2}%")} width={format!("{width:.2}%")} height="18"><title>{ format!("{name}: {words} words") }</title></rect> }
    });
    let numbers = parts.map(|(words, _, name)| format!("{words} {name}"));
    html! {
        <tr key={held.key.clone()}>
            <th scope="row">{ &held.label }</th>
            <td class="bar"><svg width="100%" height="18" aria-hidden="true">{ for bars }</svg></td>
            <td class="number"><strong>{ format!("{:.0} %", share.own() * 100.0) }</strong></td>
            <td class="row-note">{ format!("of {} words: {}", share.words, numbers.join(", ")) }</td>
        </tr>
    }
}
