//! The page: a pure state and thin views over the library. An empty program on any target but wasm.
//!
//! What needs no browser stands in modules that native tests reach; the views below them are for wasm alone.

#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "off wasm, only tests use the page's modules"))]

#[cfg(any(test, target_arch = "wasm32"))]
mod facts;
#[cfg(any(test, target_arch = "wasm32"))]
mod kinds;
#[cfg(any(test, target_arch = "wasm32"))]
mod marks;
#[cfg(any(test, target_arch = "wasm32"))]
mod phrase;
#[cfg(any(test, target_arch = "wasm32"))]
mod place;
#[cfg(any(test, target_arch = "wasm32"))]
mod quote;
#[cfg(any(test, target_arch = "wasm32"))]
mod route;
#[cfg(any(test, target_arch = "wasm32"))]
mod shelf;
#[cfg(any(test, target_arch = "wasm32"))]
mod state;
#[cfg(any(test, target_arch = "wasm32"))]
mod wording;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod bundled;
#[cfg(target_arch = "wasm32")]
mod frame;
#[cfg(target_arch = "wasm32")]
mod kept;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod pages;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod picture;

fn main() {
    #[cfg(target_arch = "wasm32")]
    wasm_bindgen_futures::spawn_local(app::start());
}
