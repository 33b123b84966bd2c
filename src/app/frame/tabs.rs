//! The views as a tab list: arrow keys move along it, and one tab alone is in the tab order.

use yew::prelude::*;

use crate::browser;
use crate::page::use_page;
use crate::route::View;

/// The tab list.
#[component]
pub fn Tabs() -> Html {
    let page = use_page();
    let route = page.0.route.clone();
    use_effect_with(route.view, |view| browser::reveal_across(&format!("tab-{}", view.slug())));
    let keyed = {
        Callback::from(move |event: KeyboardEvent| {
            // The URL's, which is ahead of the page when a key is held down.
            let route = browser::route();
            let count = View::TABS.len();
            let at = View::TABS.iter().position(|view| *view == route.view);
            let next = match (&*event.key(), at) {
                ("ArrowRight", Some(at)) => (at + 1) % count,
                ("ArrowLeft", Some(at)) => (at + count - 1) % count,
                ("ArrowRight" | "ArrowLeft" | "Home", _) => 0,
                ("End", _) => count - 1,
                _ => return,
            };
            if let Some(view) = View::TABS.get(next) {
                event.prevent_default();
                browser::go(&route.to(*view));
                browser::focus(&format!("tab-{}", view.slug()));
            }
        })
    };
    // While a view without a tab is shown, the first one keeps the list reachable.
    let reachable = if route.view == View::Search { View::Overview } else { route.view };
    let tabs = View::TABS.map(|view| {
        let selected = view == route.view;
        html! {
            <a key={view.slug()} id={format!("tab-{}", view.slug())} role="tab" href={route.to(view).fragment()}
                aria-selected={selected.to_string()} aria-controls={selected.then_some("view")}
                tabindex={if view == reachable { "0" } else { "-1" }}>
                { view.title() }
            </a>
        }
    });
    html! {
        <nav class="tabs" aria-label="Views"><div role="tablist" onkeydown={keyed}>{ for tabs }</div></nav>
    }
}
