//! A heading, drawn by Yew.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <h1>{ "Five notes" }</h1> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
