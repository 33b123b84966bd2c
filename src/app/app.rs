//! The root: the state, the URL it follows, and the frame around the view.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{body, document, window};
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::kept::use_kept;
use super::later::Later;
use super::page::{Page, Shown, Store, ViewProps};
use super::route::{Route, View};
use super::state::{Action, State};
use super::{browser, bundled, chunk, frame, pages, parts, standing};

/// Shows the page with the bundled notes, which `shell/boot.js` has fetched, packed.
#[wasm_bindgen]
pub fn open(packed: Option<Vec<u8>>) {
    yew::set_custom_panic_hook(Box::new(|info| {
        // The page is gone: what it says now needs no Yew.
        web_sys::console::error_1(&info.to_string().into());
        if let Some(failure) = document().get_element_by_id("failure") {
            let _ = failure.remove_attribute("hidden");
        }
    }));
    let shelf = bundled::shelf(packed.as_deref());
    let mut first = State::new(browser::route(), browser::stored_theme(), shelf, &browser::stored_hidden());
    first.refused = browser::no_view();
    if first.shelf.all().is_empty() && first.hidden.is_empty() {
        first.storage_trouble = Some(UNBUNDLED.to_owned());
    }
    browser::set_open();
    // What the build drew there goes in the same step in which the page draws itself.
    let root = document().get_element_by_id("page").unwrap_or_else(|| body().into());
    yew::Renderer::<App>::with_root_and_props(root, AppProps { first }).render();
}

/// Has the other views come, so that no turn to one waits for them.
#[wasm_bindgen]
pub async fn load_ahead() {
    // What cannot be loaded now is asked for again, and said, when a reader turns to it.
    let _ = chunk::load().await;
}

const UNBUNDLED: &str =
    "The notes that this page opens with could not be fetched; reload it, or add notes of your own.";

/// What the page opens with.
#[derive(PartialEq, Properties)]
pub struct AppProps {
    /// The state at its start.
    pub first: State,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let page = use_reducer(|| Store(props.first.clone()));
    use_url(&page);
    use_theme(&page);
    use_new_build(&page);
    use_kept(&page);
    let state = &page.0;
    let route = Rc::new(state.route.clone());
    let shown = use_memo((state.shelf.clone(), state.route.years.clone(), state.route.first.clone()), |_| {
        Shown::new(state.choice().shown())
    });
    let title = format!("{} · R2P Notes", state.route.view.title());
    use_effect_with(title, |title| browser::set_title(title));
    use_effect_with((), |()| browser::say_drawn());

    html! {
        <ContextProvider<Page> context={page.clone()}>
            <ContextProvider<Rc<Route>> context={route.clone()}>
                <a class="skip" href="#main" onclick={skip}>{ "Skip to the view" }</a>
                <frame::Masthead />
                <frame::Tabs />
                <div class="stage" data-drawer={state.route.place.is_some().then_some("open")}>
                    <main id="main" tabindex="-1">
                        <parts::Notices />
                        <div id="view" role="tabpanel" aria-labelledby={format!("tab-{}", state.route.view.slug())}>
                            { view(ViewProps { shown: (*shown).clone(), route }, state.shelf.all().is_empty()) }
                        </div>
                    </main>
                    <parts::Drawer />
                </div>
                <frame::Adding />
                <frame::Help />
                <frame::DropOverlay />
                <frame::Keys />
                <p class="visually-hidden" role="status">{ &state.said }</p>
            </ContextProvider<Rc<Route>>>
        </ContextProvider<Page>>
    }
}

/// The skip link would change the fragment, which is the route: it moves the focus only.
fn skip(event: MouseEvent) {
    event.prevent_default();
    browser::focus("main");
}

fn view(props: ViewProps, nothing: bool) -> Html {
    let of_chosen = !matches!(props.route.view, View::Text | View::Search);
    if nothing || props.shown.0.is_empty() && of_chosen {
        return html! { <parts::NothingShown /> };
    }
    match props.route.view {
        View::Overview => html! { <pages::Overview ..props /> },
        _ => html! { <Later ..props /> },
    }
}

#[hook]
fn use_url(page: &Page) {
    let dispatcher = page.dispatcher();
    use_effect_with((), move |()| {
        // Before the browser scrolls to where the reader was, which is for another layout.
        let before = EventListener::new(&window(), "popstate", |_| standing::note());
        let listener = EventListener::new(&window(), "hashchange", move |_| {
            let went = Action::Went(Box::new(browser::route()));
            dispatcher.dispatch(match browser::no_view() {
                Some(why) => Action::All(vec![went, Action::NoView(why)]),
                None => went,
            });
        });
        move || drop((before, listener))
    });
    // What happens on the page may change the route, too: an added note joins the years chosen. Only then, for while the
    // page still draws one step of a reader, the URL may be at the next.
    let route = page.0.route.clone();
    use_effect_with(page.0.rerouted, move |&times| {
        let there = browser::route();
        let here = (there.view, &there.place, &there.term) == (route.view, &route.place, &route.term);
        if times > 0 && here {
            browser::replace(&route);
        }
    });
}

/// `shell/boot.js` says when a newer build of the page has taken over.
#[hook]
fn use_new_build(page: &Page) {
    let dispatcher = page.dispatcher();
    use_effect_with((), move |()| {
        let heard = EventListener::new(&window(), "newbuild", move |_| dispatcher.dispatch(Action::NewBuild));
        move || drop(heard)
    });
}

#[hook]
fn use_theme(page: &Page) {
    let dispatcher = page.dispatcher();
    use_effect_with(page.0.theme, move |&theme| {
        if browser::apply_theme(theme).is_err() {
            let why = "This browser refuses to keep anything: the theme and added notes last until the page is closed.";
            dispatcher.dispatch(Action::StorageTrouble(why.to_owned()));
        }
    });
}
