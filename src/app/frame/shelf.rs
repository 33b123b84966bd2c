//! The notes that are on the page, each with its button to take it away.

use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser;
use crate::page::{Page, use_page};
use crate::parts::use_lines;
use crate::shelf::{Held, Origin};
use crate::state::Action;

/// How many lines a list of files has at a time.
pub(super) const LINES: usize = 24;

/// The name of the button that undoes a removal.
const UNDO: &str = "undo-removal";

/// The name of the button that takes a note away.
fn button_of(key: &str) -> String {
    format!("take-away-{key}")
}

/// The list of notes.
#[component]
pub fn OnTheShelf() -> Html {
    let page = use_page();
    let state = &page.0;
    let undo = page.dispatcher();
    let all = state.shelf.all();
    let gone = state.removed.as_ref().map(|held| held.key.clone());
    let was = use_mut_ref(|| gone.clone());
    // The button that was pressed is gone: the one that takes it back has the focus then.
    use_effect_with(gone, move |gone| {
        let was = was.replace(gone.clone());
        match (was, gone) {
            _ if !browser::focus_is_lost() => {}
            (was, Some(_)) if was != *gone => browser::focus(UNDO),
            (Some(key), None) => browser::focus(&button_of(&key)),
            _ => {}
        }
    });
    let (listed, more) = use_lines(all.len(), LINES, 0, ());
    html! {
        <section class="shelf">
            <h3>{ "On this page" }</h3>
            if let Some(held) = &state.removed {
                <p class="hidden-notes" role="status">
                    { format!("{} was {}. ", held.label, held.origin.taken_away()) }
                    <button type="button" id={UNDO} onclick={move |_| undo.dispatch(Action::Undo)}>{ "Undo" }</button>
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
            <button type="button" class="quiet" id={button_of(&held.key)} aria-label={format!("{verb} {}", held.label)}
                onclick={move |_| dispatcher.dispatch(Action::Remove(key.clone()))}>{ verb }</button>
        </li>
    }
}

fn bring_back(page: &Page, held: &Rc<Held>) -> Html {
    let (dispatcher, key) = (page.dispatcher(), held.key.clone());
    let back = move |_: MouseEvent| {
        dispatcher.dispatch(Action::BringBack(key.clone()));
        // The button is gone by then.
        let button = button_of(&key);
        spawn_local(async move {
            TimeoutFuture::new(0).await;
            browser::focus(&button);
        });
    };
    html! {
        <button type="button" class="quiet" onclick={back}>
            { format!("Bring back {}", held.label) }
        </button>
    }
}
