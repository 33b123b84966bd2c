//! What is heard on the whole window: files dragged over it, single keys, and where the focus goes.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, HtmlElement};
use yew::prelude::*;

use super::adding::take_files;
use crate::browser;
use crate::page::{Page, use_page};
use crate::route::View;
use crate::state::Action;

/// Takes files dropped anywhere, and says so while they are held over the page.
#[component]
pub fn DropOverlay() -> Html {
    let page = use_page();
    let over = use_state(|| false);
    let dispatcher = page.dispatcher();
    {
        let over = over.setter();
        use_effect_with((), move |()| {
            let heard = ["dragenter", "dragover", "dragleave", "drop"].map(|kind| {
                let (over, dispatcher) = (over.clone(), dispatcher.clone());
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&window(), kind, options, move |event| {
                    let Some(event) = event.dyn_ref::<DragEvent>() else { return };
                    if !holds_files(event) {
                        return;
                    }
                    event.prevent_default();
                    match kind {
                        "drop" => {
                            over.set(false);
                            if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
                                take_files(&dispatcher, &files);
                            }
                        }
                        // Leaving the window, the pointer enters nothing.
                        "dragleave" => over.set(event.related_target().is_some()),
                        _ => over.set(true),
                    }
                })
            });
            move || drop(heard)
        });
    }
    if !*over {
        return Html::default();
    }
    html! { <div class="overlay"><p>{ "Drop the notes anywhere: each becomes a year beside the others." }</p></div> }
}

fn holds_files(event: &DragEvent) -> bool {
    let Some(data) = event.data_transfer() else { return false };
    data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
}

/// Listens for the keys that work everywhere, and sees to it that what has the focus is seen.
#[component]
pub fn Keys() -> Html {
    let page = use_page();
    // The listener is made anew with the state it looks at.
    use_effect_with(page, |page| {
        let page = page.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                press(&page, event);
            }
        });
        move || drop(listener)
    });
    use_effect_with((), |()| {
        let listener = EventListener::new(&window(), "focusin", |event| {
            if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                browser::uncover(&element);
            }
        });
        move || drop(listener)
    });
    Html::default()
}

fn press(page: &Page, event: &KeyboardEvent) {
    let state = &page.0;
    if event.ctrl_key() || event.alt_key() || event.meta_key() || state.adding || state.help {
        return;
    }
    if event.key() == "Escape" && state.route.place.is_some() {
        browser::go(&state.route.closed());
        return;
    }
    let typing = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()).is_some_and(|element| {
        matches!(&*element.tag_name(), "INPUT" | "TEXTAREA" | "SELECT") || element.is_content_editable()
    });
    if typing {
        return;
    }
    match &*event.key() {
        "/" => browser::focus("search"),
        "a" => page.dispatch(Action::Adding(true)),
        "?" => page.dispatch(Action::Help(true)),
        "f" if state.route.view == View::Text => browser::focus("find"),
        _ => return,
    }
    event.prevent_default();
}
