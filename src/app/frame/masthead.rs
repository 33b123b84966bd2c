//! The name, the years, search, and the page's tools.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::export::Export;
use crate::arrival::Kept;
use crate::browser;
use crate::page::use_page;
use crate::route::{Route, View};
use crate::shelf::{ANOTHER_SUBJECT, Held};
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
    let choice = state.choice();
    let picked = choice.picked();
    // Of more than stand side by side, those that do are seen in the strip.
    let first = choice.beyond().and_then(|_| choice.shown().first().map(|held| id(&held.key)));
    use_effect_with(first, |first| first.iter().for_each(|first| browser::reveal_down(first)));
    let years = state.shelf.notes().map(|held| {
        let pressed = picked.contains(held);
        let (page, key) = (page.clone(), held.key.clone());
        html! {
            <button key={held.key.clone()} id={id(&held.key)} type="button" class="year" aria-pressed={pressed.to_string()} title={about(held)}
                onclick={move |_| browser::go(&page.0.choice().toggled(&key))}>{ &held.label }{ astray(held) }</button>
        }
    });
    html! {
        <div class="years" role="group" aria-label="Years shown">
            { for years }
            if state.kept == Kept::Read { <span class="kept-awaited" role="status">{ "reading the notes kept here …" }</span> }
        </div>
    }
}

/// What a note is about.
fn about(held: &Held) -> Option<String> {
    match &held.theme {
        Some(theme) if held.astray => Some(format!("{theme} ({ANOTHER_SUBJECT})")),
        None if held.astray => Some(ANOTHER_SUBJECT.to_owned()),
        theme => theme.clone(),
    }
}

/// The mark of a note on another subject.
fn astray(held: &Held) -> Html {
    if !held.astray {
        return Html::default();
    }
    html! { <><span class="astray" aria-hidden="true">{ "≠" }</span>{ " " }<span class="visually-hidden">{ ANOTHER_SUBJECT }</span></> }
}

/// The id of a year's button.
fn id(key: &str) -> String {
    format!("year-{key}")
}

#[component]
fn SearchBox() -> Html {
    let page = use_page();
    let typed = use_state_eq(|| searched(&page.0.route).to_owned());
    {
        // What the reader types is the field's own, to the last space; only another term, by a link or Back, takes its place.
        let typed = typed.clone();
        use_effect_with(searched(&page.0.route).to_owned(), move |_| {
            let route = browser::route();
            if typed.trim() != searched(&route) {
                typed.set(searched(&route).to_owned());
            }
        });
    }
    let search = move |term: &str| {
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
    let value = (*typed).clone();
    let oninput = move |event: InputEvent| {
        let term = event.target_unchecked_into::<HtmlInputElement>().value();
        search(&term);
        typed.set(term);
    };
    html! {
        <form class="search" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <input id="search" type="search" placeholder="Search the notes" aria-label="Search the notes" autocomplete="off"
                spellcheck="false" {value} {oninput} />
        </form>
    }
}

/// The term that a route searches for.
fn searched(route: &Route) -> &str {
    route.term.as_deref().filter(|_| route.view == View::Search).unwrap_or_default()
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
