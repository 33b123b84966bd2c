//! The page: a pure state and thin views over the library. An empty program without the feature `page`; natively, with
//! `first-view`, it draws the page's first view.
//!
//! What needs no browser stands in modules that native tests reach; the views below them are compiled with the feature alone.

#![cfg_attr(not(feature = "page"), allow(dead_code, reason = "without the page, only tests use its modules"))]

#[cfg(any(test, feature = "page"))]
mod arrival;
#[cfg(any(test, feature = "page"))]
mod choice;
#[cfg(any(test, feature = "page"))]
mod kinds;
#[cfg(any(test, feature = "page"))]
mod marks;
#[cfg(any(test, feature = "page"))]
mod phrase;
#[cfg(any(test, feature = "page"))]
mod place;
#[cfg(any(test, feature = "page"))]
mod quote;
#[cfg(any(test, feature = "page"))]
mod route;
#[cfg(any(test, feature = "page"))]
mod shelf;
#[cfg(any(test, feature = "page"))]
mod state;
#[cfg(any(test, feature = "page"))]
mod wording;

#[cfg(feature = "page")]
mod app;
#[cfg(feature = "page")]
mod background;
#[cfg(feature = "page")]
mod batch;
#[cfg(feature = "page")]
mod browser;
#[cfg(feature = "page")]
mod bundled;
#[cfg(feature = "page")]
mod chunk;
#[cfg(feature = "first-view")]
mod first_view;
#[cfg(feature = "page")]
mod frame;
#[cfg(feature = "page")]
mod kept;
#[cfg(feature = "page")]
mod later;
#[cfg(feature = "page")]
mod page;
#[cfg(feature = "page")]
mod pages;
#[cfg(feature = "page")]
mod parts;
#[cfg(feature = "page")]
mod picture;
#[cfg(feature = "page")]
mod standing;

#[cfg(not(feature = "first-view"))]
fn main() {}

#[cfg(feature = "first-view")]
fn main() -> std::process::ExitCode {
    first_view::write()
}
