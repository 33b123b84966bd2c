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
    let all = state.shelf.all();
    let (listed, more) = use_lines(all.len(), LINES, 0, ());
    html! {
        <section class="shelf">
            <h3>{ "On this page" }</h3>
            if let Some(held) = &state.removed {
                <p class="hidden-notes" role="status">
                    { format!("{} was {}. ", held.label, held.origin.taken_away()) }
                    <button type="button" id={UNDO} onclick={undo(&page, held)}>{ "Undo" }</button>
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

fn undo(page: &Page, held: &Rc<Held>) -> impl Fn(MouseEvent) + 'static {
    let (dispatcher, key) = (page.dispatcher(), held.key.clone());
    move |_| {
        dispatcher.dispatch(Action::Undo);
        hand_focus(button_of(&key));
    }
}

/// Gives the focus to the button of this name, once the one that was pressed is gone.
fn hand_focus(button: String) {
    spawn_local(async move {
        TimeoutFuture::new(0).await;
        browser::focus(&button);
    });
}

fn item(page: &Page, held: &Rc<Held>) -> Html {
    let (dispatcher, key) = (page.dispatcher(), held.key.clone());
    let take_away = move |_: MouseEvent| {
        dispatcher.dispatch(Action::Remove(key.clone()));
        hand_focus(UNDO.to_owned());
    };
    let verb = if held.origin == Origin::Bundled { "Hide" } else { "Remove" };
    html! {
        <li key={held.key.clone()}>
            <span class="label">{ &held.label }</span>
            <span class="file-name" dir="auto">{ &held.file }</span>
            <button type="button" class="quiet" id={button_of(&held.key)} aria-label={format!("{verb} {}", held.label)}
                onclick={take_away}>{ verb }</button>
        </li>
    }
}

fn bring_back(page: &Page, held: &Rc<Held>) -> Html {
    let (dispatcher, key) = (page.dispatcher(), held.key.clone());
    let back = move |_: MouseEvent| {
        dispatcher.dispatch(Action::BringBack(key.clone()));
        hand_focus(button_of(&key));
    };
    html! {
        <button type="button" class="quiet" onclick={back}>
            { format!("Bring back {}", held.label) }
        </button>
    }
}
