//! A value that opens the words it was read from.

use std::rc::Rc;

use r2p_notes::text::Span;
use yew::prelude::*;

use crate::page::source_of;
use crate::route::Route;
use crate::shelf::Held;

/// What a citation is given.
#[derive(Properties, PartialEq)]
pub struct CiteProps {
    /// The note.
    pub held: Rc<Held>,
    /// The words, in the note as given.
    pub span: Span,
    /// The value.
    pub children: Html,
    /// A class beside its own.
    #[prop_or_default]
    pub class: Classes,
}

/// A value that opens the words it was read from.
#[component]
pub fn Cite(props: &CiteProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let CiteProps { held, span, .. } = props;
    let place = route.place.as_ref();
    let open = place.is_some_and(|place| place.note == held.key && (place.start..place.end) == span.range());
    html! {
        <a class={classes!("cite", props.class.clone())} href={source_of(&route, held, *span)}
            aria-current={open.then_some("location")}>
            { props.children.clone() }
        </a>
    }
}
