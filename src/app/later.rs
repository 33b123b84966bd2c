//! Any view but the first. It may have to be [loaded](chunk), and of many notes it takes its time: the frame is painted
//! first, with the view's head in it and a word on what is awaited, and what stands there goes on standing while the same
//! view is drawn of other notes.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::page::ViewProps;
use super::parts::head;
use super::route::View;
use super::{browser, chunk};

/// Of more notes than these a view is drawn once the frame is painted; of fewer, at once, without a flicker.
const AT_ONCE: usize = 12;

/// Whichever view the route names.
#[component]
pub fn Later(props: &ViewProps) -> Html {
    let loaded = use_loaded();
    let ready = use_after_paint(props);
    match (loaded, ready) {
        (Loaded::Here(draw), Some(ready)) => draw(ready),
        (Loaded::Lost(again), _) => html! { <Lost view={props.route.view} {again} /> },
        (Loaded::Awaited, _) => awaited(props.route.view, "Loading this view …".to_owned()),
        (_, None) => awaited(props.route.view, format!("Comparing {} notes …", props.shown.0.len())),
    }
}

fn awaited(view: View, what: String) -> Html {
    html! { <article aria-busy="true">{ head(view, html! { <p class="awaited">{ what }</p> }) }</article> }
}

/// How far the code of the views is.
enum Loaded {
    Here(chunk::Draw),
    Awaited,
    /// It cannot be had; called, this tries again.
    Lost(Callback<MouseEvent>),
}

#[hook]
fn use_loaded() -> Loaded {
    let tries = use_state(|| 0);
    let failed = use_state(|| 0);
    let redraw = use_force_update();
    {
        let failed = failed.setter();
        use_effect_with(*tries, move |&tries| {
            if chunk::here().is_none() {
                spawn_local(async move {
                    match chunk::load().await {
                        Ok(()) => redraw.force_update(),
                        Err(chunk::NotHere) => failed.set(tries + 1),
                    }
                });
            }
        });
    }
    match chunk::here() {
        Some(draw) => Loaded::Here(draw),
        None if *failed <= *tries => Loaded::Awaited,
        None => Loaded::Lost(Callback::from(move |_| tries.set(*tries + 1))),
    }
}

/// What can be drawn now: what is wanted, or what stood there until the browser has painted the change, if it was the same
/// view.
#[hook]
fn use_after_paint(wanted: &ViewProps) -> Option<ViewProps> {
    let painted = use_state(|| None::<ViewProps>);
    let standing = use_mut_ref(|| None::<ViewProps>);
    let short = wanted.shown.0.len() <= AT_ONCE || wanted.route.view == View::Text;
    let slight = standing
        .borrow()
        .as_ref()
        .is_some_and(|standing| standing.shown == wanted.shown && standing.route.closed() == wanted.route.closed());
    let now = short || slight || painted.as_ref() == Some(wanted);
    use_effect_with((!now).then(|| wanted.clone()), move |waiting| {
        let waiting = waiting.clone().map(|wanted| browser::after_paint(move || painted.set(Some(wanted))));
        move || drop(waiting)
    });
    let mut standing = standing.borrow_mut();
    if now {
        *standing = Some(wanted.clone());
    }
    let same = |standing: &&ViewProps| {
        (standing.route.view, standing.route.comparing) == (wanted.route.view, wanted.route.comparing)
    };
    standing.as_ref().filter(same).cloned()
}

#[derive(PartialEq, Properties)]
struct LostProps {
    view: View,
    again: Callback<MouseEvent>,
}

/// What is said where the view cannot be loaded.
#[component]
fn Lost(props: &LostProps) -> Html {
    html! {
        <article>
            { head(props.view, Html::default()) }
            <div role="alert">
                <p>
                    { "This view could not be loaded: there is no network, or this page’s host has a newer version of it by \
                       now. What you added is kept where this browser allows it." }
                </p>
                <p class="ways-on">
                    <button type="button" onclick={props.again.clone()}>{ "Try again" }</button>
                    { " " }
                    <button type="button" onclick={|_: MouseEvent| browser::reload()}>{ "Reload the page" }</button>
                </p>
            </div>
        </article>
    }
}
