//! A menu behind its button, after the pattern of the ARIA Authoring Practices
//! (<https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/>): arrows walk it, Escape and Tab leave it.

use web_sys::{Element, FocusEvent, Node};
use yew::prelude::*;

use crate::browser;

/// What a menu is given.
#[derive(PartialEq, Properties)]
pub struct MenuProps {
    /// Its name, on the button.
    pub label: AttrValue,
    /// What can be done, in order.
    pub items: Vec<(AttrValue, Callback<()>)>,
}

/// The button, and the menu while it is open.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    // Which item has the focus while the menu is open.
    let at = use_state(|| None::<usize>);
    let (menu, button) = (use_node_ref(), use_node_ref());
    let focus = |node: &NodeRef| node.cast::<Element>().inspect(browser::focus_on);
    {
        let menu = menu.clone();
        use_effect_with(*at, move |at| {
            let item =
                at.and_then(|at| menu.cast::<Element>()?.query_selector_all("[role=menuitem]").ok()?.get(at as u32));
            if let Some(item) = item {
                browser::focus_on(wasm_bindgen::JsCast::unchecked_ref(&item));
            }
        });
    }
    let count = props.items.len();
    let onkeydown = {
        let (at, button) = (at.clone(), button.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = match (&*event.key(), *at) {
                ("ArrowDown", None) | ("Home", Some(_)) => Some(0),
                ("ArrowUp", None) | ("End", Some(_)) => Some(count - 1),
                ("ArrowDown", Some(here)) => Some((here + 1) % count),
                ("ArrowUp", Some(here)) => Some((here + count - 1) % count),
                ("Escape", Some(_)) => {
                    focus(&button);
                    None
                }
                _ => return,
            };
            event.prevent_default();
            // Escape would close the drawer, too.
            event.stop_propagation();
            at.set(next);
        })
    };
    let onfocusout = {
        let (at, menu) = (at.setter(), menu.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().map(wasm_bindgen::JsCast::unchecked_into::<Node>);
            if menu.cast::<Node>().is_some_and(|menu| !menu.contains(to.as_ref())) {
                at.set(None);
            }
        })
    };
    let toggle = {
        let at = at.clone();
        move |_: MouseEvent| at.set(if at.is_some() { None } else { Some(0) })
    };
    let items = props.items.iter().map(|(name, act)| {
        let (act, at, button) = (act.clone(), at.setter(), button.clone());
        let onclick = move |_: MouseEvent| {
            at.set(None);
            focus(&button);
            act.emit(());
        };
        html! { <li role="none"><button type="button" role="menuitem" tabindex="-1" class="quiet" {onclick}>{ name }</button></li> }
    });
    html! {
        <div class="menu" ref={menu} {onkeydown} {onfocusout}>
            <button ref={button.clone()} type="button" aria-haspopup="menu" aria-expanded={at.is_some().to_string()} onclick={toggle}>
                { &props.label }
            </button>
            if at.is_some() {
                <ul role="menu" aria-label={props.label.clone()}>{ for items }</ul>
            }
        </div>
    }
}
