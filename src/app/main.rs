//! The page. An empty program on any target but wasm.
#[cfg(target_arch = "wasm32")]
#[yew::component]
fn Hello() -> yew::Html {
    yew::html! { <h1>{ "R2P Notes" }</h1> }
}
fn main() {
    #[cfg(target_arch = "wasm32")]
    yew::Renderer::<Hello>::new().render();
}
