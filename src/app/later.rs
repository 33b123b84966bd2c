//! A view that may have to be loaded first: what stands in its place until it is here, and when it cannot be had.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::browser;
use super::chunk;
use super::page::ViewProps;

/// Any view but the first.
#[component]
pub fn Later(props: &ViewProps) -> Html {
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
    if let Some(draw) = chunk::here() {
        return draw(props.clone());
    }
    let title = props.route.view.title();
    if *failed <= *tries {
        return html! { <p class="awaited">{ format!("Loading {title} …") }</p> };
    }
    let again = Callback::from(move |_: MouseEvent| tries.set(*tries + 1));
    html! {
        <div class="empty" role="alert">
            <h1>{ format!("{title} could not be loaded") }</h1>
            <p>
                { "There is no network, or this page’s host has a newer version of it by now. What you added is kept where \
                   this browser allows it." }
            </p>
            <p class="actions">
                <button type="button" onclick={again}>{ "Try again" }</button>
                <button type="button" onclick={|_: MouseEvent| browser::reload()}>{ "Reload the page" }</button>
            </p>
        </div>
    }
}
