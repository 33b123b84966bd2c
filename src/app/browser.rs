//! What the page asks of the browser: the URL, storage, scrolling, the clipboard, reading files.

use std::cell::Cell;
use std::rc::Rc;

use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, window};
use js_sys::{Array, JSON, Promise, Reflect};
use r2p_notes::text::lex::month_name;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, Storage};

use super::route::Route;
use super::state::Theme;

const THEME: &str = "r2p-notes.theme";
const HIDDEN: &str = "r2p-notes.hidden";
/// What is left beside an element that was scrolled into sight, in pixels.
const ROOM: f64 = 4.0;
const TOLD_OFFLINE: &str = "r2p-notes.told-offline";

/// The route in the URL.
pub fn route() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// What is to be said where the URL names a view that there is not.
pub fn no_view() -> Option<String> {
    let hash = window().location().hash().unwrap_or_default();
    Route::no_view(&hash).map(|name| format!("There is no view called “{name}”; this is the Overview."))
}

/// The page's own address, for paper: where it was printed from, and on which day. The build, which draws the first view
/// without a browser, has none.
pub fn address() -> String {
    if cfg!(not(target_arch = "wasm32")) {
        return String::new();
    }
    let address = window().location().href().unwrap_or_default();
    let today = js_sys::Date::new_0();
    let month = i8::try_from(today.get_month() + 1).map_or("", month_name);
    format!("{} {month} {} · {address}", today.get_date(), today.get_full_year())
}

/// Goes to a route, as a step that Back takes back.
pub fn go(route: &Route) {
    // A browser refuses a fragment only when the page is being left.
    let _ = window().location().set_hash(&route.fragment());
}

/// Writes a route into the URL in place of the one there, without a step for Back.
pub fn replace(route: &Route) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.fragment()));
    }
}

/// Where the browser keeps small things, as JSON, if it does. The build, which draws the first view, has none to ask.
fn storage() -> Option<Storage> {
    if cfg!(target_arch = "wasm32") { window().local_storage().ok().flatten() } else { None }
}

/// What is kept under `key`. By the browser's own JSON, for serde_json would be in the page's wasm for this alone.
fn stored(key: &str) -> Option<JsValue> {
    JSON::parse(&storage()?.get_item(key).ok()??).ok()
}

fn store(key: &str, value: &JsValue) -> Result<(), String> {
    let storage = storage().ok_or("the browser keeps nothing")?;
    let kept = JSON::stringify(value).and_then(|json| storage.set_item(key, &String::from(json)));
    kept.map_err(|error| reason(&error))
}

/// The theme chosen on an earlier visit.
pub fn stored_theme() -> Theme {
    stored(THEME).and_then(|name| Theme::from_name(&name.as_string()?)).unwrap_or_default()
}

/// Shows a theme, and keeps it.
///
/// # Errors
/// When storage refuses it; it is shown all the same.
pub fn apply_theme(theme: Theme) -> Result<(), String> {
    let _ = document_element().set_attribute("data-theme", theme.name());
    store(THEME, &theme.name().into())
}

/// The keys of the bundled notes hidden on an earlier visit.
pub fn stored_hidden() -> Vec<String> {
    let keys = stored(HIDDEN).and_then(|keys| keys.dyn_into::<Array>().ok());
    keys.iter().flat_map(Array::iter).filter_map(|key| key.as_string()).collect()
}

/// Keeps the keys of the bundled notes that are hidden.
///
/// # Errors
/// When storage refuses them.
pub fn store_hidden(keys: &[String]) -> Result<(), String> {
    store(HIDDEN, &keys.iter().map(JsValue::from).collect::<Array>())
}

/// Says on the document that the page takes the place of what the build drew.
pub fn set_open() {
    let _ = document_element().set_attribute("data-page", "open");
}

/// Says to `shell/boot.js` that it has done so.
pub fn say_drawn() {
    if let Ok(event) = Event::new("drawn") {
        let _ = window().dispatch_event(&event);
    }
}

/// Whether the reader was told on an earlier visit that the page opens without a network.
pub fn told_offline() -> bool {
    stored(TOLD_OFFLINE).is_some_and(|told| told.is_truthy())
}

/// Keeps that the reader was told so; where storage refuses, it is told again.
pub fn keep_told_offline() {
    let _ = store(TOLD_OFFLINE, &true.into());
}

/// Waits until a worker keeps the page for want of a network; false where the browser or the address allows none.
pub async fn kept_offline() -> bool {
    let of = |object: &JsValue, name: &str| Reflect::get(object, &JsValue::from_str(name)).ok();
    let workers = of(&window().navigator(), "serviceWorker").filter(JsValue::is_object);
    let ready = workers.and_then(|workers| of(&workers, "ready")).and_then(|ready| ready.dyn_into::<Promise>().ok());
    match ready {
        Some(ready) => wasm_bindgen_futures::JsFuture::from(ready).await.is_ok(),
        None => false,
    }
}

/// Calls back once the browser has painted what stands there by then, unless what this gives is let go before.
pub fn after_paint(call: impl FnOnce() + 'static) -> impl Sized {
    let timer = Rc::new(Cell::new(None));
    let then = timer.clone();
    let frame = request_animation_frame(move |_| then.set(Some(Timeout::new(0, call))));
    (frame, timer)
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The element that has the focus.
pub fn focused() -> Option<Element> {
    document().active_element()
}

/// Gives the focus to an element, a link within a picture among them, the page staying where it is.
pub fn focus_on(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // A link in a picture is no `HTMLElement`, but takes the focus by the same method.
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// Gives the focus back to where it came from, or to the view where that is gone from the page.
pub fn give_back_focus(origin: Option<&Element>) {
    match origin.filter(|element| element.is_connected() && element.tag_name() != "BODY") {
        Some(element) => focus_on(element),
        None => focus("main"),
    }
}

/// Gives the focus to the element of this id.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_on(&element);
    }
}

/// Keeps the focus within `container`: Tab on its last stop goes to the first, Shift and Tab on its first to the last.
pub fn keep_focus(event: &KeyboardEvent, container: &Element) {
    let Ok(stops) = container.query_selector_all("a[href], button, input, [tabindex='0']") else { return };
    let stop = |at: u32| stops.get(at).and_then(|node| node.dyn_into::<Element>().ok());
    let (first, last) = (stop(0), stops.length().checked_sub(1).and_then(stop));
    let here = focused();
    // The title takes the focus when the container opens; it stands before the first stop.
    let inside = here.as_ref().is_some_and(|here| container.contains(Some(here)) && !here.has_attribute("tabindex"));
    let next = match event.shift_key() {
        true if here == first || !inside => last,
        false if here == last => first,
        _ => return,
    };
    if let Some(next) = next {
        event.prevent_default();
        focus_on(&next);
    }
}

/// Where the source drawer stands in the window, if it is open.
pub fn drawer() -> Option<web_sys::DomRect> {
    let drawer = document().query_selector(".drawer").ok().flatten();
    drawer.map(|drawer| drawer.get_bounding_client_rect())
}

/// Scrolls a table or a picture sideways until an element in it is in sight, beside the column that stays there. The
/// browser itself takes 32 pixels of an element for enough, and what is covered for seen.
pub fn uncover(element: &Element) {
    let found = |element: &Element, selector: &str| element.closest(selector).ok().flatten();
    let Some(scroller) = found(element, ".table-scroll, .picture-scroll") else { return };
    if found(element, "th, .stays").is_some() {
        return;
    }
    let (own, around) = (element.get_bounding_client_rect(), scroller.get_bounding_client_rect());
    let stays = scroller.query_selector("tbody th:first-child:not([colspan]), .stays").ok().flatten();
    let from = stays.map_or(around.left(), |stays| stays.get_bounding_client_rect().right()) + ROOM;
    // The drawer may lie over its end.
    let drawer = drawer().map(|drawer| drawer.left()).filter(|left| *left > from);
    let end = drawer.map_or(around.right(), |left| left.min(around.right()));
    // Its beginning before its end, where it is wider than there is room.
    let beyond = (own.right() + ROOM - end).max(0.0).min(own.left() - from);
    if beyond != 0.0 {
        scroller.set_scroll_left(scroller.scroll_left() + beyond.round() as i32);
    }
}

/// Brings the first element that `selector` names into sight, at once: it may be far away, and what is drawn on the way would
/// hold up a slow scroll.
pub fn reveal(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        options.set_behavior(web_sys::ScrollBehavior::Instant);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls the page, at once, until the element of this id stands at its top.
pub fn reveal_top(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}

/// Scrolls a strip sideways until the element of this id is in sight, the page itself staying where it is.
pub fn reveal_across(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
        && let Some(strip) = element.parent_element()
    {
        strip.set_scroll_left(element.offset_left() - (strip.client_width() - element.offset_width()) / 2);
    }
}

/// Scrolls a strip of many lines until the element of this id is in the first, the page itself staying where it is.
pub fn reveal_down(id: &str) {
    let element = |element: Element| element.dyn_into::<HtmlElement>().ok();
    if let Some(line) = document().get_element_by_id(id).and_then(element)
        && let Some(strip) = line.parent_element().and_then(element)
    {
        strip.set_scroll_top(line.offset_top() - strip.offset_top());
    }
}

/// Copies text.
///
/// # Errors
/// When the browser does not allow it.
pub async fn copy(text: String) -> Result<(), String> {
    let promise = window().navigator().clipboard().write_text(&text);
    match wasm_bindgen_futures::JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(error) => Err(reason(&error)),
    }
}

/// Where the worker beside the page is found, and what it needs: `shell/background-worker.js` with the names that the build
/// gave.
pub fn background_url() -> String {
    let given = |name: &str| {
        let script = document().query_selector("script[data-background]").ok().flatten();
        script.and_then(|script| script.get_attribute(name)).unwrap_or_default()
    };
    let files = ["reader-js", "reader-wasm", "background-js", "background-wasm"];
    let files = files.map(|name| (name, given(&format!("data-{name}"))));
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(files).finish();
    format!("{}?{query}", given("data-background"))
}

/// Hands a file to the reader.
///
/// # Errors
/// When the browser makes none.
pub fn download(name: &str, mime: &str, text: &str) -> Result<(), String> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let save = || -> Result<(), JsValue> {
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
        let url = web_sys::Url::create_object_url_with_blob(&blob)?;
        follow(name, &url)?;
        web_sys::Url::revoke_object_url(&url)
    };
    save().map_err(|error| reason(&error))
}

/// Follows a link to a file of the page's own making, which the browser saves as `name`.
///
/// # Errors
/// When the browser makes no such link.
pub fn follow(name: &str, url: &str) -> Result<(), JsValue> {
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(url);
    link.set_download(name);
    link.click();
    Ok(())
}

/// Loads the page anew.
pub fn reload() {
    // Refused only where the page is already being left.
    let _ = window().location().reload();
}

/// Opens the browser's own dialog for printing.
pub fn print() {
    // Refused only where the page may not open dialogs at all.
    let _ = window().print();
}

/// What the browser says of an error.
pub fn reason(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| "refused".to_owned(), |error| String::from(error.message()))
}
