//! What every component may ask for: the state, a way to change it, the notes shown.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::rc::Rc;

use r2p_notes::compare::Comparison;
use r2p_notes::note::Document;
use r2p_notes::text::Span;
use yew::prelude::*;

use super::place::Place;
use super::route::Route;
use super::shelf::Held;
use super::state::{Action, State};

/// The state as Yew keeps it.
#[derive(Clone, PartialEq)]
pub struct Store(pub State);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(self.0.after(action)))
    }
}

/// What any component may ask for: the state, and a way to change it.
pub type Page = UseReducerHandle<Store>;

/// The page's state and dispatcher.
#[hook]
pub fn use_page() -> Page {
    use_context::<Page>().expect("every component stands under the root, which provides it")
}

/// The notes that the reader chose, unpacked for as long as they are shown.
#[derive(Clone)]
pub struct Shown(pub Rc<Vec<Rc<Held>>>, Rc<Vec<Rc<Document>>>, Rc<RefCell<Known>>);

/// What was computed of the notes shown: by which function, and the type of what it gives.
type Known = Vec<((usize, TypeId), Rc<dyn Any>)>;

impl PartialEq for Shown {
    /// Two lists are equal when they are the very same notes.
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Shown {
    /// Unpacks these notes.
    pub fn new(notes: Vec<Rc<Held>>) -> Self {
        let documents = notes.iter().map(|held| held.document()).collect();
        Self(Rc::new(notes), Rc::new(documents), Rc::default())
    }

    /// What each of the notes says, in the same order.
    pub fn documents(&self) -> &[Rc<Document>] {
        &self.1
    }

    /// The two notes compared, as places in the list: those chosen, or the last two.
    pub fn pair(&self, route: &Route) -> (usize, usize) {
        let last = self.0.len().saturating_sub(1);
        let at = |key: &str| self.0.iter().position(|held| held.key == key);
        let (old, new) = route.pair.as_ref().map_or((None, None), |(old, new)| (at(old), at(new)));
        (old.unwrap_or(last.saturating_sub(1)), new.unwrap_or(last))
    }

    /// The class of a table whose columns would never all fit a window.
    pub fn many(&self) -> Option<&'static str> {
        (self.0.len() > 6).then_some("many")
    }

    /// The notes as [bytes](r2p_notes::note::packed), one after another.
    pub fn packed(&self) -> Vec<u8> {
        self.0.iter().flat_map(|held| &held.packed).copied().collect()
    }

    /// What a comparison says of the notes. Its columns are those of `self`, in the same order.
    pub fn compare<T>(&self, view: impl FnOnce(&Comparison) -> T) -> T {
        view(&Comparison::in_order(self.1.iter().map(|document| &**document)))
    }

    /// The same of a view that takes nothing else, computed once for as long as these notes are shown, however often a
    /// reader leaves the view and comes back.
    pub fn once<T: 'static>(&self, view: fn(&Comparison) -> T) -> Rc<T> {
        // Two functions may share their code, and with it their address, but then they give the same.
        let key = (view as usize, TypeId::of::<T>());
        let known = self.2.borrow().iter().find(|(other, _)| *other == key).map(|(_, known)| known.clone());
        known.and_then(|known| known.downcast().ok()).unwrap_or_else(|| {
            let found = Rc::new(self.compare(view));
            self.2.borrow_mut().push((key, found.clone()));
            found
        })
    }
}

/// What every view is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ViewProps {
    /// The notes that the reader chose.
    pub shown: Shown,
    /// What else the reader chose.
    pub route: Rc<Route>,
}

/// The fragment that opens the words at `span` of `held`, nothing else of `route` changed.
pub fn source_of(route: &Route, held: &Held, span: Span) -> String {
    route.at(Place::new(&held.key, &held.document().source.text, span)).fragment()
}
