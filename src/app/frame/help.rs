//! The list of keys, and what the page is, in a dialog.

use yew::prelude::*;

use crate::page::use_page;
use crate::parts::Dialog;
use crate::state::Action;

const KEYS: [(&str, &str); 8] = [
    ("Tab", "moves on; Shift and Tab moves back"),
    ("← →", "along the views, once one of them has the focus"),
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
    let onclose = Callback::from(move |()| page.dispatch(Action::Help(false)));
    html! {
        <Dialog {open} {onclose} title="Help">
            <p>
                { "R2P Notes reads the yearly notes on the responsibility to protect, scanned and misread as they are, and lays \
                   the years side by side. Whatever it says was read from the notes: follow any underlined value to the \
                   words it was read from. The notes stay in this browser; nothing is sent anywhere." }
            </p>
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
