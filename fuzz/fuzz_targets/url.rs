//! Any fragment of a URL, and any text for its place: read without a panic, and what is read reads back.

#![no_main]

#[path = "../../src/app/place.rs"]
#[allow(dead_code)]
mod place;
#[path = "../../src/app/route.rs"]
#[allow(dead_code)]
mod route;

use libfuzzer_sys::fuzz_target;
use route::Route;

fuzz_target!(|input: (&str, &str)| {
    let (fragment, text) = input;
    let route = Route::parse(fragment);
    assert_eq!(Route::parse(&route.fragment()), route);
    if let Some(place) = &route.place {
        let _ = place.find(text);
    }
});
