//! The list of keys, and what the page is, in a dialog.

use yew::prelude::*;

use crate::page::use_page;
use crate::parts::{Dialog, use_offline};
use crate::state::Action;

const KEYS: [(&str, &str); 9] = [
    ("Tab", "moves on; Shift and Tab moves back"),
    ("← →", "along the views, once one of them has the focus"),
    ("← → ↑ ↓", "in a picture, from one part to the next on that side"),
    ("↑ ↓", "through a menu, once it is open"),
    ("Enter", "on anything read from a note: opens its words"),
    ("Esc", "closes what is open"),
    ("/", "search; in Text, f finds in that text"),
    ("a", "add notes"),
    ("?", "this list"),
];

/// The dialog.
#[component]
pub fn Help() -> Html {
    let page = use_page();
    let open = page.0.help;
    let offline = match (use_offline(), page.0.newer_build) {
        (_, true) => "Offline: a newer version of this page is kept in this browser; reload to use it.",
        (Some(true), false) => "Offline: this page is kept in this browser and opens without a network.",
        (None, false) => "Offline: not yet. Once this browser has kept the page, it opens without a network.",
        (Some(false), false) => "Offline: this browser does not keep the page, which needs the network to open.",
    };
    let onclose = Callback::from(move |()| page.dispatch(Action::Help(false)));
    html! {
        <Dialog {open} {onclose} title="Help">
            <p>
                { "R2P Notes reads the yearly notes on the responsibility to protect, scanned and misread as they are, and lays \
                   the years side by side. Whatever it says was read from the notes: follow any underlined value to the \
                   words it was read from. The notes stay in this browser; nothing is sent anywhere." }
            </p>
            <p>{ offline }</p>
            <table class="keys">
                <caption>{ "Keys" }</caption>
                <tbody>
                    { for KEYS.map(|(key, does)| html! {
                        <tr><th scope="row"><kbd>{ key }</kbd></th><td>{ does }</td></tr>
                    }) }
                </tbody>
            </table>
        </Dialog>
    }
}
