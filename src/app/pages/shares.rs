//! How much of each year's language is its own: the figures of the lineage, a bar beside each year's.

use std::rc::Rc;

use r2p_notes::compare::language::{ColumnLineage, Lineage};
use yew::prelude::*;

use crate::page::Shown;
use crate::shelf::Held;

/// What the table is given.
#[derive(PartialEq, Properties)]
pub struct SharesProps {
    /// The notes.
    pub shown: Shown,
    /// Their lineage.
    pub traced: Rc<Lineage>,
}

/// The figures, a year a row.
#[component]
pub fn Shares(props: &SharesProps) -> Html {
    let rows = props.shown.0.iter().zip(&props.traced.columns).map(|(held, column)| share(held, column));
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Words by what became of their sentences">
            <table class="grid shares">
                <caption>{ "How much of each year’s language is its own" }<small>{ "new sentences, and the words put anew in revised ones; the first year shown has none before it" }</small></caption>
                <thead>
                    <tr><th scope="col">{ "Year" }</th><th scope="col" class="number">{ "Its own" }</th><th scope="col" class="bar"><span class="visually-hidden">{ "Picture" }</span></th>
                        <th scope="col" class="number">{ "Words" }</th><th scope="col" class="number">{ "new" }</th><th scope="col" class="number">{ "revised" }</th><th scope="col" class="number">{ "carried" }</th></tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn share(held: &Rc<Held>, column: &ColumnLineage) -> Html {
    let share = column.share;
    let of = |words: usize| words as f64 * 100.0 / share.words.max(1) as f64;
    let mut x = 0.0;
    let parts = [
        (share.first, "is-first", "the first shown"),
        (share.new, "is-new", "new"),
        (share.revised, "is-revised", "revised"),
        (share.carried, "is-carried", "carried"),
    ];
    let bars = parts.map(|(words, class, name)| {
        let (from, width) = (x, of(words));
        x += width;
        html! { <rect class={classes!("fate", class)} x={format!("{from:.2}%")} width={format!("{width:.2}%")} height="14"><title>{ format!("{name}: {words} words") }</title></rect> }
    });
    let numbers = [share.new, share.revised, share.carried].map(|words| match share.own() {
        Some(_) => html! { <td class="number">{ words }</td> },
        None => html! { <td class="number absent">{ "–" }</td> },
    });
    let own = match share.own() {
        Some(own) => html! { <td class="number"><strong>{ format!("{:.0} %", own * 100.0) }</strong></td> },
        None => html! { <td class="number absent">{ "–" }</td> },
    };
    html! {
        <tr key={held.key.clone()}>
            <th scope="row">{ &held.label }</th>
            { own }
            <td class="bar"><svg width="100%" height="14" aria-hidden="true">{ for bars }</svg></td>
            <td class="number">{ share.words }</td>
            { for numbers }
        </tr>
    }
}
