//! Where what a reader followed stands in the window, so that it stays there while what is around it is laid out anew.

use std::cell::RefCell;

use gloo::utils::{document, document_element};
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::browser;

/// What is left above an element that was scrolled clear of the drawer, in pixels: a table's header stays there.
const HEAD: f64 = 56.0;
/// What is left below it.
const ROOM: f64 = 8.0;

/// An element of the view, and how far below the window's upper edge it stood, in pixels.
#[derive(Clone, PartialEq)]
pub struct Standing {
    element: Element,
    top: f64,
}

thread_local! {
    static NOTED: RefCell<Option<Standing>> = const { RefCell::new(None) };
}

/// Notes where the link stands that was just followed, or that was followed last, if it is in sight; to be called before the page is drawn for
/// another route.
pub fn note() {
    let in_view = |element: &Element| element.closest("#view").is_ok_and(|view| view.is_some());
    let last = NOTED.take().map(|noted| noted.element);
    let element = browser::focused().filter(in_view).or_else(|| last.filter(in_view));
    let standing = element.map(|element| Standing { top: element.get_bounding_client_rect().top(), element });
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
        if !self.element.is_connected() {
            return;
        }
        // A table that scrolls in itself has it in sight first.
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        self.element.scroll_into_view_with_scroll_into_view_options(&options);
        scroll_by(self.element.get_bounding_client_rect().top() - self.top);
    }

    /// Scrolls the element clear of the drawer, where that lies over it.
    pub fn clear(&self) {
        let Ok(Some(drawer)) = document().query_selector(".drawer") else { return };
        browser::uncover(&self.element);
        let (own, over) = (self.element.get_bounding_client_rect(), drawer.get_bounding_client_rect());
        // Beside the view it covers nothing, at the window's side nothing that goes clear by scrolling down.
        if over.top() > HEAD && over.left() <= own.left() {
            scroll_by((own.bottom() + ROOM - over.top()).min(own.top() - HEAD).max(0.0));
        }
    }
}

fn scroll_by(pixels: f64) {
    let page = document_element();
    page.set_scroll_top(page.scroll_top() + pixels.round() as i32);
}
