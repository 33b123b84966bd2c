//! The notes that are on the page, each with its button to take it away.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::{Page, use_page};
use crate::parts::use_lines;
use crate::shelf::{Held, Origin};
use crate::state::Action;

/// How many lines a list of files has at a time.
pub(super) const LINES: usize = 24;

/// The list of notes.
#[component]
pub fn OnTheShelf() -> Html {
    let page = use_page();
    let state = &page.0;
    let undo = page.dispatcher();
    let all = state.shelf.all();
    let (listed, more) = use_lines(all.len(), LINES, ());
    html! {
        <section class="shelf">
            <h3>{ "On this page" }</h3>
            if let Some(held) = &state.removed {
                <p class="hidden-notes" role="status">
                    { format!("{} was {}. ", held.label, held.origin.taken_away()) }
                    <button type="button" onclick={move |_| undo.dispatch(Action::Undo)}>{ "Undo" }</button>
                </p>
            }
            <ul>{ for all[..listed].iter().map(|held| item(&page, held)) }</ul>
            { more }
            if !state.hidden.is_empty() {
                <p class="hidden-notes">
                    { "Hidden: " }
                    { for state.hidden.iter().map(|held| bring_back(&page, held)) }
                </p>
            }
        </section>
    }
}

fn item(page: &Page, held: &Rc<Held>) -> Html {
    let (dispatcher, key) = (page.dispatcher(), held.key.clone());
    let verb = if held.origin == Origin::Bundled { "Hide" } else { "Remove" };
    html! {
        <li key={held.key.clone()}>
            <span class="label">{ &held.label }</span>
            <span class="file-name" dir="auto">{ &held.file }</span>
            <button type="button" class="quiet" aria-label={format!("{verb} {}", held.label)}
                onclick={move |_| dispatcher.dispatch(Action::Remove(key.clone()))}>{ verb }</button>
        </li>
    }
}

fn bring_back(page: &Page, held: &Rc<Held>) -> Html {
    let (dispatcher, key) = (page.dispatcher(), held.key.clone());
    html! {
        <button type="button" class="quiet" onclick={move |_| dispatcher.dispatch(Action::BringBack(key.clone()))}>
            { format!("Bring back {}", held.label) }
        </button>
    }
}
