//! Whether the page opens without a network, and the one time that this is said unasked.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser;
use crate::page::use_page;

/// Whether the page is kept in this browser; none while that is not known, which it is soon after the first visit.
#[hook]
pub fn use_offline() -> Option<bool> {
    let kept = use_state(|| None);
    {
        let kept = kept.setter();
        use_effect_with((), move |()| spawn_local(async move { kept.set(Some(browser::kept_offline().await)) }));
    }
    *kept
}

/// Says, at the first visit alone, that the page opens without a network from now on; until the reader turns elsewhere.
#[component]
pub fn OfflineReady() -> Html {
    let page = use_page();
    let view = page.0.route.view;
    let told = use_state(browser::told_offline);
    let said_at = use_mut_ref(|| view);
    let kept = use_offline();
    let first = kept == Some(true) && !*told;
    use_effect_with(first, |&first| {
        if first {
            browser::keep_told_offline();
        }
    });
    if !first {
        // Where the reader is when it comes.
        *said_at.borrow_mut() = view;
    }
    let done = {
        let told = told.setter();
        move |_: MouseEvent| told.set(true)
    };
    let shown = first && *said_at.borrow() == view;
    html! {
        <div class="ready" role="status">
            if shown {
                <p>{ "From now on this page opens without a network, too." }</p>
                <button type="button" class="quiet" onclick={done}>{ "OK" }</button>
            }
        </div>
    }
}
