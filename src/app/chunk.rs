//! The views but the first. A release build splits them, and what they alone ask of the library, off the page's wasm
//! (feature `split`, scripts/split): a first visit shows the Overview, then loads them. In other builds they are there at once.

use std::cell::Cell;

use yew::prelude::*;

use super::page::ViewProps;
use super::pages;
use super::route::View;

/// Draws whichever view the route names.
pub type Draw = fn(ViewProps) -> Html;

thread_local! {
    static DRAW: Cell<Option<Draw>> = const { Cell::new(if cfg!(feature = "split") { None } else { Some(draw) }) };
}

/// What draws the views, if it is here yet.
pub fn here() -> Option<Draw> {
    DRAW.get()
}

/// The views could not be loaded: no network, or a host that has them no more.
pub struct NotHere;

/// Has them come; at once where they are here. Asked again after a failure, it tries again.
///
/// # Errors
/// When they cannot be had.
pub async fn load() -> Result<(), NotHere> {
    #[cfg(feature = "split")]
    DRAW.set(Some(views().await?));
    Ok(())
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(views, fallible)]
fn views() -> Result<Draw, NotHere> {
    Ok(draw)
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotHere {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

fn draw(props: ViewProps) -> Html {
    match props.route.view {
        // The page's own.
        View::Overview => Html::default(),
        View::Themes => html! { <pages::Themes ..props /> },
        View::Pillars => html! { <pages::Pillars ..props /> },
        View::Programme => html! { <pages::Programme ..props /> },
        View::Queries => html! { <pages::Queries ..props /> },
        View::Text => html! { <pages::Text ..props /> },
        View::Search => html! { <pages::Search ..props /> },
        View::Language => html! { <pages::Language ..props /> },
        View::People => html! { <pages::People ..props /> },
        View::Reports => html! { <pages::Reports ..props /> },
    }
}
