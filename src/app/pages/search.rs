//! What the search box finds in the notes shown.

use yew::prelude::*;

use super::concordance::{Concordance, name};
use crate::page::ViewProps;

/// The view.
#[component]
pub fn Search(props: &ViewProps) -> Html {
    let term = props.route.term.clone().unwrap_or_default();
    html! {
        <article>
            <header class="view-head">
                <h1>{ if term.is_empty() { "Search".to_owned() } else { name(&term) } }</h1>
                if term.is_empty() {
                    <p class="lede">{ "A word or a phrase finds all its inflections and spellings; /…/ is a regular expression." }</p>
                }
            </header>
            if !term.is_empty() {
                <Concordance shown={props.shown.clone()} {term} sort={props.route.sort} />
            }
        </article>
    }
}
