//! A modal dialog, the browser's own: it keeps the focus, closes on Escape, and gives the focus back.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What a dialog is given.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Whether it is open.
    pub open: bool,
    /// Its title.
    pub title: AttrValue,
    /// Called when it closes, however it was closed.
    pub onclose: Callback<()>,
    /// What stands in it.
    pub children: Html,
}

/// A modal dialog.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |&open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                match (open, dialog.open()) {
                    // Refused only where the element has left the page.
                    (true, false) => drop(dialog.show_modal()),
                    (false, true) => dialog.close(),
                    _ => {}
                }
            }
        });
    }
    let closed = props.onclose.reform(|_: Event| ());
    let close = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <dialog ref={dialog} aria-label={props.title.clone()} onclose={closed}>
            if props.open {
                <div class="dialog-head">
                    <h2>{ &props.title }</h2>
                    <button type="button" class="quiet close" aria-label="Close" onclick={close}>{ "✕" }</button>
                </div>
                { props.children.clone() }
            }
        </dialog>
    }
}
