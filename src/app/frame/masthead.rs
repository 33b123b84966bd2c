//! The name, the years, search, and the page's tools.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::export::Export;
use crate::browser;
use crate::page::use_page;
use crate::route::{Route, View};
use crate::state::{Action, Theme};

/// The top of the page.
#[component]
pub fn Masthead() -> Html {
    let page = use_page();
    let add = page.dispatcher();
    let help = page.dispatcher();
    html! {
        <header class="masthead">
            <p class="wordmark"><a href={page.0.route.to(View::Overview).fragment()}>{ "R2P Notes" }</a></p>
            <Years />
            <p class="printed">{ browser::address() }</p>
            <SearchBox />
            <div class="tools">
                <button type="button" class="primary" onclick={move |_| add.dispatch(Action::Adding(true))}>
                    { "Add notes" }
                </button>
                <Export />
                <ThemeChoice />
                <button type="button" class="quiet" aria-label="Help and keys" title="Help and keys (?)"
                    onclick={move |_| help.dispatch(Action::Help(true))}>{ "?" }</button>
            </div>
        </header>
    }
}

#[component]
fn Years() -> Html {
    let page = use_page();
    let state = &page.0;
    let shown = state.shown();
    let years = state.shelf.notes().map(|held| {
        let pressed = shown.contains(held);
        let (page, key) = (page.clone(), held.key.clone());
        let theme = held.document.note.theme.as_ref().map(|theme| theme.value.clone());
        html! {
            <button key={held.key.clone()} type="button" class="year" aria-pressed={pressed.to_string()} title={theme}
                onclick={move |_| browser::go(&page.0.toggled(&key))}>{ &held.label }</button>
        }
    });
    html! { <div class="years" role="group" aria-label="Years shown">{ for years }</div> }
}

#[component]
fn SearchBox() -> Html {
    let page = use_page();
    let searching = page.0.route.view == View::Search;
    let term = if searching { page.0.route.term.clone().unwrap_or_default() } else { String::new() };
    let search = move |term: String| {
        // The URL says where the reader is; what is drawn may be a letter behind one who types fast.
        let route = browser::route();
        let next =
            Route { term: Some(term.trim().to_owned()).filter(|term| !term.is_empty()), ..route.to(View::Search) };
        // The first letter is a step that Back takes back; those that follow change it in place.
        if route.view == View::Search {
            browser::replace(&next);
            page.dispatch(Action::Went(Box::new(next)));
        } else if next.term.is_some() {
            browser::go(&next);
        }
    };
    let typed = Callback::from({
        let search = search.clone();
        move |event: InputEvent| search(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <form class="search" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <input id="search" type="search" placeholder="Search the notes" aria-label="Search the notes" autocomplete="off"
                spellcheck="false" value={term} oninput={typed} />
        </form>
    }
}

#[component]
fn ThemeChoice() -> Html {
    let page = use_page();
    let chosen = page.0.theme;
    let choose = Callback::from(move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        page.dispatch(Action::Theme(Theme::from_name(&name).unwrap_or_default()));
    });
    let options = Theme::ALL.map(|theme| {
        let name = match theme {
            Theme::System => "Auto",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        };
        html! { <option value={theme.name()} selected={theme == chosen}>{ name }</option> }
    });
    html! { <select class="quiet" aria-label="Light or dark" onchange={choose}>{ for options }</select> }
}
