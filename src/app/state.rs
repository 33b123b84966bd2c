//! The page's state and everything that can happen to it; no Yew, no browser.

use std::rc::Rc;

use super::arrival::{Arrival, Kept, Outcome};
use super::choice::{Choice, SIDE_BY_SIDE};
use super::phrase;
use super::route::Route;
use super::shelf::{Held, Origin, Put, Read, Shelf};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name in storage and in the document's `data-theme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// What the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What the reader chose, as the URL has it.
    pub route: Route,
    /// Whether the years in it are all there are, named by the page, rather than those that the reader chose.
    pub all: bool,
    /// How often the page itself changed the route, rather than followed the URL; the URL then follows.
    pub rerouted: usize,
    /// The notes.
    pub shelf: Shelf,
    /// What became of the files given last.
    pub arrivals: Vec<Arrival>,
    /// Files still being read.
    pub awaited: usize,
    /// Whether the panel for adding notes is open.
    pub adding: bool,
    /// Whether the list of keys is open.
    pub help: bool,
    /// The note removed last, for undoing it.
    pub removed: Option<Rc<Held>>,
    /// The bundled notes that are not shown.
    pub hidden: Vec<Rc<Held>>,
    /// Light or dark.
    pub theme: Theme,
    /// How far the notes kept from earlier visits have come.
    pub kept: Kept,
    /// What storage could not do, said once.
    pub storage_trouble: Option<String>,
    /// Why the view last asked for as a file was not saved, or was not to be had at all.
    pub refused: Option<String>,
    /// Whether a newer build of the page waits to take over.
    pub newer_build: bool,
    /// What the live region says.
    pub said: String,
}

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The URL changed.
    Went(Box<Route>),
    /// The URL names a view that there is not: what is to be said.
    NoView(String),
    /// So many files are about to be read.
    Await(usize),
    /// A file was read as text.
    Arrived(Box<Read>),
    /// A file could not be read.
    Refused {
        /// Its name.
        file: String,
        /// Why.
        why: String,
    },
    /// Several things at once, drawn once.
    All(Vec<Action>),
    /// The files that still await are not to be read.
    Stop,
    /// A note kept from an earlier visit.
    Kept(Box<Read>),
    /// How far those have come.
    KeptAre(Kept),
    /// Takes a note away.
    Remove(String),
    /// Puts the note removed last back.
    Undo,
    /// Puts a hidden note back.
    BringBack(String),
    /// Opens or closes the panel for adding notes.
    Adding(bool),
    /// Opens or closes the list of keys.
    Help(bool),
    /// Light or dark.
    Theme(Theme),
    /// Storage refused something.
    StorageTrouble(String),
    /// A newer build of the page is there.
    NewBuild,
    /// A view was saved under this name, or was not: why.
    Saved(Result<String, String>),
}

impl State {
    /// The page at its start with the notes of `shelf`, those whose keys are in `hidden` put away.
    pub fn new(route: Route, theme: Theme, mut shelf: Shelf, hidden: &[String]) -> Self {
        let hidden = hidden.iter().filter_map(|key| shelf.remove(key)).collect();
        let mut first = Self { route, shelf, theme, hidden, ..Self::default() };
        first.name_years();
        first
    }

    /// What the reader chose of the notes.
    pub fn choice(&self) -> Choice<'_> {
        Choice::new(&self.shelf, &self.route)
    }

    /// What follows from `action`.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        next.take(action);
        next.name_years();
        next
    }

    /// Names the years in the route where no choice of the reader's does, but others are shown than the page opens with
    /// elsewhere: a link shows the same there, or says what is missing. Not of more than stand side by side, which would be
    /// named in every link of the page.
    fn name_years(&mut self) {
        self.all |= self.route.years.is_none();
        if !self.all {
            return;
        }
        let own = self.shelf.notes().any(|held| held.origin == Origin::Added) || !self.hidden.is_empty();
        let named = own && (1..=SIDE_BY_SIDE).contains(&self.shelf.notes().count());
        let years = named.then(|| self.shelf.notes().map(|held| held.key.clone()).collect());
        if years != self.route.years {
            self.route.years = years;
            self.rerouted += 1;
        }
    }

    fn take(&mut self, action: Action) {
        let next = self;
        match action {
            Action::All(actions) => actions.into_iter().for_each(|action| next.take(action)),
            Action::Went(route) => next.go(*route),
            Action::NoView(why) => next.refused = Some(why),
            Action::KeptAre(kept) => next.kept = kept,
            Action::Await(files) => {
                if next.awaited == 0 {
                    next.arrivals.clear();
                }
                next.awaited += files;
                next.adding = true;
            }
            Action::Arrived(read) => next.arrive(*read),
            Action::Refused { file, why } => {
                next.said = format!("{file}: {why}");
                next.awaited = next.awaited.saturating_sub(1);
                next.arrivals.push(Arrival { file, outcome: Outcome::Refused { why } });
            }
            Action::Stop if next.awaited == 0 => {}
            Action::Stop => {
                let file = phrase::count(std::mem::take(&mut next.awaited), "file", "files");
                let why = "not read, for the reading was stopped".to_owned();
                next.said = format!("{file}: {why}");
                next.arrivals.push(Arrival { file, outcome: Outcome::Refused { why } });
            }
            Action::Kept(read) => drop(next.shelf.put(*read, Origin::Added)),
            Action::Remove(key) => {
                if let Some(held) = next.shelf.remove(&key) {
                    if let Some(years) = &mut next.route.years {
                        years.retain(|year| *year != key);
                        next.rerouted += 1;
                    }
                    next.said = format!("{} {}.", held.label, held.origin.taken_away());
                    if held.origin == Origin::Bundled {
                        next.hidden.push(held.clone());
                    }
                    next.removed = Some(held);
                }
            }
            Action::Undo => {
                if let Some(held) = next.removed.take() {
                    next.bring_back(held);
                }
            }
            Action::BringBack(key) => {
                if let Some(held) = next.hidden.iter().find(|held| held.key == key).cloned() {
                    next.bring_back(held);
                }
            }
            Action::Adding(open) => next.adding = open,
            Action::Help(open) => next.help = open,
            Action::Theme(theme) => next.theme = theme,
            Action::StorageTrouble(why) => next.storage_trouble = Some(why),
            Action::NewBuild => next.newer_build = true,
            Action::Saved(Ok(name)) => {
                next.said = format!("Saved as {name}.");
                next.refused = None;
            }
            Action::Saved(Err(why)) => next.refused = Some(format!("Not saved: {why}.")),
        }
    }

    fn go(&mut self, route: Route) {
        let others = route.years != self.route.years || route.first != self.route.first;
        // An undo is offered while the reader is still where the note was removed; so is what was not saved told.
        if route.view != self.route.view {
            self.removed = None;
            self.refused = None;
        }
        self.all &= route.years == self.route.years;
        self.route = route;
        if others {
            self.said = self.choice().in_words();
        }
    }

    fn bring_back(&mut self, held: Rc<Held>) {
        self.said = format!("{} is back.", held.label);
        self.hidden.retain(|hidden| hidden.key != held.key);
        if self.removed.as_ref().is_some_and(|removed| removed.key == held.key) {
            self.removed = None;
        }
        self.choose(&held.key);
        self.shelf.put_back(held);
    }

    /// Has a note shown that comes on the page, whatever was chosen before.
    fn choose(&mut self, key: &str) {
        if let Some(years) = &mut self.route.years
            && !years.iter().any(|year| year == key)
        {
            years.push(key.to_owned());
            self.rerouted += 1;
        }
    }

    fn arrive(&mut self, read: Read) {
        let file = read.document.source.name.clone();
        let refused = read.document.check_is_note().err();
        let alone = self.awaited == 1 && self.arrivals.is_empty();
        let put = self.shelf.put(read, Origin::Added);
        let (Put::Added(key) | Put::Twice(key)) = &put;
        let Some(held) = self.shelf.get(key).cloned() else { return };
        let outcome = match put {
            Put::Twice(key) => Outcome::Twice { key, label: held.label.clone() },
            Put::Added(key) if let Some(why) = refused => Outcome::Text { key, why: why.to_string() },
            Put::Added(key) => {
                self.choose(&key);
                if alone && !self.choice().shown().contains(&held) {
                    self.route.first = Some(key.clone());
                    self.rerouted += 1;
                }
                let theme = held.theme.as_ref().map(|theme| format!(": {theme}")).unwrap_or_default();
                let subject = if held.astray { ", on another subject than the responsibility to protect" } else { "" };
                Outcome::Note { key, says: format!("{}{theme}{subject}", held.label) }
            }
        };
        self.said = match &outcome {
            Outcome::Note { says, .. } => format!("Added {says}"),
            Outcome::Twice { label, .. } => format!("{file} is {label}, which is here already."),
            Outcome::Text { why, .. } | Outcome::Refused { why } => format!("{file}: {why}"),
        };
        self.awaited = self.awaited.saturating_sub(1);
        self.arrivals.push(Arrival { file, outcome });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shelf::tests::read;

    fn state() -> State {
        let notes = [(2013, "a"), (2014, "b"), (2015, "c")];
        let mut shelf = Shelf::default();
        for (year, text) in notes {
            shelf.put(read(text, Some(year)), Origin::Bundled);
        }
        State::new(Route::default(), Theme::System, shelf, &[])
    }

    fn labels(state: &State) -> Vec<String> {
        state.choice().shown().iter().map(|held| held.label.clone()).collect()
    }

    #[test]
    fn an_added_note_is_shown_whatever_was_chosen() {
        let chosen = Action::Went(Box::new(state().choice().toggled("2013")));
        let state =
            state().after(chosen).after(Action::Await(1)).after(Action::Arrived(Box::new(read("d", Some(2014)))));
        assert_eq!(labels(&state), ["2014", "2014 (2)", "2015"]);
        assert_eq!(state.awaited, 0);
        assert_eq!(state.rerouted, 1, "the URL is told of it");
        assert!(matches!(&state.arrivals[..], [Arrival { outcome: Outcome::Note { key, .. }, .. }] if key == "2014_2"));
    }

    #[test]
    fn a_file_that_is_no_note_harms_nothing() {
        let before = state();
        let after = before.after(Action::Await(3)).after(Action::Arrived(Box::new(read("Once", None))));
        let after = after.after(Action::Refused { file: "x.png".into(), why: "no text".into() });
        let after = after.after(Action::Arrived(Box::new(read("a", Some(2013)))));
        assert_eq!(labels(&after), labels(&before));
        let kinds: Vec<_> = after.arrivals.iter().map(|arrival| std::mem::discriminant(&arrival.outcome)).collect();
        assert_eq!(kinds.len(), 3);
        assert!(matches!(after.arrivals[0].outcome, Outcome::Text { .. }));
        assert!(matches!(after.arrivals[2].outcome, Outcome::Twice { .. }));
    }

    #[test]
    fn what_is_stopped_says_how_much_was_not_read() {
        let state = state().after(Action::Await(3)).after(Action::Arrived(Box::new(read("d", Some(2014)))));
        let state = state.after(Action::Stop);
        assert_eq!((state.awaited, state.arrivals.len()), (0, 2));
        assert_eq!(state.said, "2 files: not read, for the reading was stopped");
        assert_eq!(state.after(Action::Await(1)).arrivals, [], "the next files are told of anew");
    }

    #[test]
    fn a_note_added_alone_to_many_is_shown() {
        let kept = |year: i16| Action::Kept(Box::new(read(&year.to_string(), Some(year))));
        let add = |year: i16| Action::Arrived(Box::new(read(&year.to_string(), Some(year))));
        let many = state().after(Action::All((1900..1930).map(kept).collect()));
        let state = many.after(Action::Await(1)).after(add(1850));
        assert_eq!((labels(&state).first().map(String::as_str), state.rerouted), (Some("1850"), 1));
        let state = many.after(Action::Await(2)).after(add(1850)).after(add(1851));
        assert_eq!((labels(&state).first().map(String::as_str), state.rerouted), (Some("1909"), 0));
    }

    #[test]
    fn the_years_are_named_as_soon_as_they_are_not_those_that_the_page_opens_with() {
        let named = |state: &State| state.route.years.as_ref().map(|years| years.join("."));
        let add = |year: i16| Action::Arrived(Box::new(read(&year.to_string(), Some(year))));
        let kept = |year: i16| Action::Kept(Box::new(read(&year.to_string(), Some(year))));
        let plain = state().after(Action::Went(Box::default()));
        assert_eq!((named(&plain), plain.rerouted), (None, 0));
        let added = plain.after(Action::Await(1)).after(add(2012));
        assert_eq!((named(&added).as_deref(), added.rerouted), (Some("2012.2013.2014.2015"), 1));
        let linked = added.after(Action::Went(Box::new(added.route.closed())));
        assert_eq!(linked.rerouted, 1, "links name them by themselves");
        let plain_again = linked.after(Action::Went(Box::default()));
        assert_eq!(named(&plain_again), named(&added), "a plain link shows all there are, and says so");
        let two = linked.after(kept(2011));
        assert_eq!(named(&two).as_deref(), Some("2011.2012.2013.2014.2015"));
        let without = two.after(Action::Remove("2011".into())).after(Action::Remove("2012".into()));
        assert_eq!((named(&without), without.choice().unknown()), (None, vec![]));
        let hidden = plain.after(Action::Remove("2014".into()));
        assert_eq!(named(&hidden).as_deref(), Some("2013.2015"));
        assert_eq!(named(&hidden.after(Action::BringBack("2014".into()))), None);
        let chosen = Route { years: Some(vec!["2013".into()]), ..Route::default() };
        let chosen = plain.after(Action::Went(Box::new(chosen))).after(kept(2012));
        assert_eq!(named(&chosen).as_deref(), Some("2013"), "a choice goes on holding");
    }

    #[test]
    fn a_note_that_a_link_names_is_not_named_twice() {
        let route = Route { years: Some(vec!["2013".into(), "2018".into()]), ..Route::default() };
        let state = State::new(route, Theme::System, state().shelf, &[]).after(Action::Await(1));
        let state = state.after(Action::Arrived(Box::new(read("d", Some(2018)))));
        assert_eq!(state.route.years, Some(vec!["2013".to_owned(), "2018".to_owned()]));
    }

    #[test]
    fn removing_is_undone() {
        let state = state().after(Action::Remove("2014".into()));
        assert_eq!(labels(&state), ["2013", "2015"]);
        let state = state.after(Action::Undo);
        assert_eq!(labels(&state), ["2013", "2014", "2015"]);
        assert!(state.removed.is_none());
    }
}
