//! What is read in one moment, drawn together: the page is not drawn a thousand times for a thousand files.

use std::mem;

use gloo::timers::future::TimeoutFuture;
use js_sys::Date;
use yew::prelude::*;

use super::page::Store;
use super::state::Action;

/// How long actions gather before they are drawn, in milliseconds.
const MOMENT: f64 = 250.0;

/// Actions that wait to be drawn; the first of a moment is drawn with those that follow it within that.
pub struct Batch {
    dispatcher: UseReducerDispatcher<Store>,
    waiting: Vec<Action>,
    drawn: f64,
}

impl Batch {
    /// An empty batch for this page.
    pub fn new(dispatcher: UseReducerDispatcher<Store>) -> Self {
        Self { dispatcher, waiting: Vec::new(), drawn: Date::now() }
    }

    /// Takes an action, and draws all that wait where the moment is over.
    pub async fn push(&mut self, action: Action) {
        self.waiting.push(action);
        if Date::now() - self.drawn > MOMENT {
            self.draw().await;
        }
    }

    /// Draws all that wait; the browser hears its reader before this comes back.
    pub async fn draw(&mut self) {
        if !self.waiting.is_empty() {
            self.dispatcher.dispatch(Action::All(mem::take(&mut self.waiting)));
            TimeoutFuture::new(0).await;
        }
        self.drawn = Date::now();
    }
}
