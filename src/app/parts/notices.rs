//! What the page has to say about itself: an undo, a year that a link names and that is not here, more notes than are
//! shown, storage refused, a newer build, that it opens without a network.

use yew::prelude::*;

use super::offline::OfflineReady;
use crate::arrival::Kept;
use crate::browser;
use crate::choice::Beyond;
use crate::page::use_page;
use crate::phrase;
use crate::route::Route;
use crate::shelf::label_of;
use crate::state::Action;

/// The notices, if there are any.
#[component]
pub fn Notices() -> Html {
    let page = use_page();
    let state = &page.0;
    let unknown: Vec<_> = state.choice().unknown().into_iter().map(label_of).collect();
    let undo = page.dispatcher();
    html! {
        <>
            <OfflineReady />
            if let Some(held) = &state.removed {
                <p class="notice">
                    { format!("{} was {}. ", held.label, held.origin.taken_away()) }
                    <button type="button" onclick={move |_| undo.dispatch(Action::Undo)}>{ "Undo" }</button>
                </p>
            }
            // What is kept from an earlier visit may yet come.
            if state.kept == Kept::Here && !unknown.is_empty() {
                <p class="notice">
                    { format!("This link names {}; ", phrase::list(&unknown)) }
                    { if unknown.len() == 1 { "it is not among the notes here; add the file to see it." } else { "they are not among the notes here; add the files to see them." } }
                </p>
            }
            if let Some(beyond) = state.choice().beyond() { { others(beyond) } }
            if let Some(trouble) = &state.storage_trouble {
                <p class="notice" role="alert">{ trouble }</p>
            }
            if let Some(why) = &state.refused {
                <p class="notice" role="alert">{ why }</p>
            }
            if state.newer_build {
                <p class="notice" role="status">
                    { "A newer version of this page is here. What you see is still the one before. " }
                    <button type="button" onclick={|_: MouseEvent| browser::reload()}>{ "Reload to use it" }</button>
                </p>
            }
        </>
    }
}

/// Which of the notes chosen are shown, and the way to the others.
fn others(Beyond { chosen, shown: (first, last), earlier, later }: Beyond) -> Html {
    let turn = |name: &'static str, route: Option<Route>| {
        // Not disabled, which would take the focus of a reader who turns to the last of them.
        let nowhere = route.is_none().to_string();
        let onclick = move |_: MouseEvent| route.iter().for_each(browser::go);
        html! { <button type="button" aria-disabled={nowhere} {onclick}>{ name }</button> }
    };
    html! {
        <p class="notice">
            { format!("Of {chosen} notes, {first} to {last} stand side by side. ") }
            { turn("Earlier", earlier) }
            { " " }
            { turn("Later", later) }
        </p>
    }
}

/// Stands in for a view while no year is chosen.
#[component]
pub fn NothingShown() -> Html {
    let page = use_page();
    let all = Route { years: None, ..page.0.route.clone() };
    let add = page.dispatcher();
    let any = page.0.shelf.notes().next().is_some();
    let hidden: Vec<_> = page.0.hidden.iter().map(|held| Action::BringBack(held.key.clone())).collect();
    let back = page.dispatcher();
    html! {
        <div class="empty">
            <h1>{ "No year is chosen" }</h1>
            if !any && !hidden.is_empty() {
                <p>{ "All notes of this page are hidden. " }
                    <button type="button" onclick={move |_| back.dispatch(Action::All(hidden.clone()))}>{ "Bring them back" }</button>
                </p>
            } else if any {
                <p>{ "Choose years at the top of the page, or " }
                    <button type="button" onclick={move |_| browser::go(&all)}>{ "show them all" }</button>
                </p>
            } else {
                <p>{ "There is no note on this page. " }
                    <button type="button" onclick={move |_| add.dispatch(Action::Adding(true))}>{ "Add notes" }</button>
                </p>
            }
        </div>
    }
}
