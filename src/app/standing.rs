//! Where what a reader followed stands in the window, so that it stays there while what is around it is laid out anew.

use std::cell::RefCell;

use gloo::utils::document_element;
use web_sys::Element;

use super::browser;

/// What is left above an element that was scrolled clear of the drawer, in pixels: a table's header stays there.
const HEAD: f64 = 56.0;
/// What is left below it.
const ROOM: f64 = 8.0;

/// An element of the view, and how far below the window's upper edge it stood, in pixels.
#[derive(Clone)]
pub struct Standing {
    element: Element,
    top: f64,
}

thread_local! {
    static NOTED: RefCell<Option<Standing>> = const { RefCell::new(None) };
}

/// Notes where the link stands that was just followed, or that was followed last, if it is in sight; to be called before
/// the page is drawn for another route.
pub fn note() {
    let in_view = |element: &Element| element.closest("#view").is_ok_and(|view| view.is_some());
    let last = NOTED.take();
    let element = browser::focused().filter(in_view).or(last.map(|noted| noted.element));
    let standing = element.map(|element| Standing { top: top_of(&element), element });
    let height = f64::from(document_element().client_height());
    NOTED.set(standing.filter(|standing| (0.0..height).contains(&standing.top)));
}

/// What was noted last.
pub fn noted() -> Option<Standing> {
    NOTED.with_borrow(Clone::clone)
}

impl Standing {
    /// The element.
    pub fn element(&self) -> &Element {
        &self.element
    }

    /// Scrolls until the element stands again where it stood. Gone from the page, it moves nothing.
    pub fn keep(&self) {
        if self.element.is_connected() {
            // A table that scrolls in itself first: the page may be too short by now.
            let table = self.element.closest(".table-scroll").ok().flatten();
            for scroller in table.into_iter().chain([document_element()]) {
                scroll(&scroller, top_of(&self.element) - self.top);
            }
        }
    }

    /// Scrolls the element clear of the drawer, where that lies over it.
    pub fn clear(&self) {
        browser::uncover(&self.element);
        let Some(drawer) = browser::drawer() else { return };
        let own = self.element.get_bounding_client_rect();
        // Beside the view it covers nothing, at the window's side nothing that goes clear by scrolling down.
        if drawer.top() > HEAD && drawer.left() <= own.left() {
            scroll(&document_element(), (own.bottom() + ROOM - drawer.top()).min(own.top() - HEAD).max(0.0));
        }
    }
}

fn top_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

fn scroll(scroller: &Element, pixels: f64) {
    scroller.set_scroll_top(scroller.scroll_top() + pixels.round() as i32);
}
