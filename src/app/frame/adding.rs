//! Adding notes: files chosen or dropped, text pasted, and what became of each.

use std::cell::Cell;

use r2p_notes::text::decode::{MAX_BYTES, too_large};
use wasm_bindgen_futures::spawn_local;
use web_sys::{FileList, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::shelf::{LINES, OnTheShelf};
use crate::arrival::{Arrival, Outcome};
use crate::background;
use crate::batch::Batch;
use crate::page::{Page, Store, use_page};
use crate::parts::{Dialog, use_lines};
use crate::phrase;
use crate::route::{Route, View};
use crate::shelf::Read;
use crate::state::Action;

type Dispatcher = UseReducerDispatcher<Store>;

/// Reads files one after another, and says of each what became of it.
pub(super) fn take_files(dispatcher: &Dispatcher, files: &FileList) {
    let files: Vec<_> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    let dispatcher = dispatcher.clone();
    dispatcher.dispatch(Action::Await(files.len()));
    let stops = STOPS.get();
    spawn_local(async move {
        let mut batch = Batch::new(dispatcher);
        for file in files {
            let size = file.size();
            let read = match size > MAX_BYTES as f64 {
                true => Err(too_large(size as usize)),
                false => background::read(&file.name(), file.clone().into()).await,
            };
            if STOPS.get() != stops {
                batch.push(Action::Stop).await;
                break;
            }
            batch.push(arrival(file.name(), read)).await;
        }
        batch.draw().await;
    });
}

thread_local! {
    /// How often the reader of the page has stopped the reading of files.
    static STOPS: Cell<usize> = const { Cell::new(0) };
}

fn stop() {
    STOPS.set(STOPS.get() + 1);
    background::stop_reading();
}

fn arrival(file: String, read: Result<Read, String>) -> Action {
    match read {
        Ok(read) => Action::Arrived(Box::new(read)),
        Err(why) => Action::Refused { file, why },
    }
}

/// The panel.
#[component]
pub fn Adding() -> Html {
    let page = use_page();
    let state = &page.0;
    let open = state.adding;
    let dispatcher = page.dispatcher();
    let onclose = Callback::from(move |()| dispatcher.dispatch(Action::Adding(false)));
    let dispatcher = page.dispatcher();
    let chosen = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(files) = input.files() {
            take_files(&dispatcher, &files);
        }
        // So that the same file can be chosen again.
        input.set_value("");
    });
    html! {
        <Dialog {open} {onclose} title="Add notes">
            <p>
                { "Information notes as plain text, Markdown or HTML, up to 20 MB each. Drop them anywhere on this page, choose \
                   them, or paste one. They are read in this browser and sent nowhere." }
            </p>
            <p>
                <label class="file">
                    <input type="file" multiple=true accept="text/*,.txt,.md,.html,.htm" onchange={chosen} />
                    <span class="button">{ "Choose files" }</span>
                </label>
            </p>
            <Paste />
            if state.awaited > 0 {
                <p>
                    <progress aria-label="Reading" value={state.arrivals.len().to_string()}
                        max={(state.arrivals.len() + state.awaited).to_string()} />
                    { format!(" {} still to read ", phrase::count(state.awaited, "file", "files")) }
                    <button type="button" class="quiet" onclick={|_: MouseEvent| stop()}>{ "Stop" }</button>
                </p>
            }
            if !state.arrivals.is_empty() {
                <ul class="arrivals" aria-label="What became of the files">
                    { for those(&state.arrivals, true).map(|arrival| line(&page, arrival)) }
                </ul>
                <Untold />
            }
            <OnTheShelf />
        </Dialog>
    }
}

/// Whether a file gets a line at once: of many, the last do, and all that are no note that was added.
fn is_told(arrivals: &[Arrival], at: usize) -> bool {
    at + LINES >= arrivals.len() || !matches!(arrivals[at].outcome, Outcome::Note { .. })
}

/// The files that get a line at once, or those that do not.
fn those(arrivals: &[Arrival], told: bool) -> impl Iterator<Item = &Arrival> {
    (0..arrivals.len()).filter(move |&at| is_told(arrivals, at) == told).map(|at| &arrivals[at])
}

/// The other files, each on a line of its own once they are asked for.
#[component]
fn Untold() -> Html {
    let page = use_page();
    let arrivals = &page.0.arrivals;
    let count = those(arrivals, false).count();
    let (listed, more) = use_lines(count, LINES, 0, ());
    if count == 0 {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ format!("And {} before these, all of them notes", phrase::count(count, "file", "files")) }</summary>
            <ul class="arrivals" aria-label="The files before these">
                { for those(arrivals, false).take(listed).map(|arrival| line(&page, arrival)) }
            </ul>
            { more }
        </details>
    }
}

fn line(page: &Page, arrival: &Arrival) -> Html {
    let read = |key: &str, what: &str| {
        let text = Route { text: Some(key.to_owned()), ..page.0.route.to(View::Text) };
        // The panel would hide what the link opens.
        let dispatcher = page.dispatcher();
        let close = move |_: MouseEvent| dispatcher.dispatch(Action::Adding(false));
        html! { <a href={text.fragment()} onclick={close}>{ what }</a> }
    };
    let (class, what) = match &arrival.outcome {
        Outcome::Note { key, says } => ("is-added", html! { <>{ says }{ " · " }{ read(key, "its text") }</> }),
        Outcome::Twice { label, .. } => {
            ("is-known", html! { format!("the same text as {label}, which is here already") })
        }
        Outcome::Text { key, why } => ("is-refused", html! { <>{ why }{ " · " }{ read(key, "read it as a text") }</> }),
        Outcome::Refused { why } => ("is-refused", html! { why }),
    };
    html! { <li {class}><strong dir="auto">{ &arrival.file }</strong>{ ": " }{ what }</li> }
}

#[component]
fn Paste() -> Html {
    let page = use_page();
    let field = use_node_ref();
    let read = {
        let field = field.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                page.dispatch(Action::Await(1));
                let (text, dispatcher) = (area.value(), page.dispatcher());
                area.set_value("");
                spawn_local(async move {
                    let name = "Pasted text";
                    let blob = gloo::file::Blob::new(text.as_str());
                    dispatcher.dispatch(arrival(name.to_owned(), background::read(name, blob.into()).await));
                });
            }
        })
    };
    html! {
        <details class="paste">
            <summary>{ "Paste a text" }</summary>
            <textarea ref={field} rows="8" aria-label="The text of a note" spellcheck="false" />
            <button type="button" onclick={read}>{ "Read this text" }</button>
        </details>
    }
}
