//! The page's state and everything that can happen to it; no Yew, no browser.

use std::ops::Range;
use std::rc::Rc;

use r2p_notes::note::NotANote;

use super::phrase;
use super::route::Route;
use super::shelf::{Held, Origin, Put, Read, Shelf};

/// How many notes stand side by side: nobody reads across more columns, and no view has more to draw. Of more, the last,
/// unless the reader goes on to others.
pub const SIDE_BY_SIDE: usize = 24;

/// Notes that were chosen and do not stand side by side with those shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// How many notes are chosen, those shown included.
    pub chosen: usize,
    /// The first and the last shown, by label.
    pub shown: (String, String),
    /// Where the ones before them are shown.
    pub earlier: Option<Route>,
    /// Where the ones behind them are shown.
    pub later: Option<Route>,
}

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

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is a note and stands among the years under this key.
    Note {
        /// The key.
        key: String,
        /// Its label, and its theme where it has one.
        says: String,
    },
    /// The same text stands there already under this key.
    Twice {
        /// The key.
        key: String,
        /// Its label.
        label: String,
    },
    /// It is a text, but no note; it can be read under this key.
    Text {
        /// The key.
        key: String,
        /// What was looked for and not found.
        why: String,
    },
    /// It could not be read.
    Refused {
        /// What was expected, and what was found.
        why: String,
    },
}

/// A file that a reader gave, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The file's name.
    pub file: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What the reader chose, as the URL has it.
    pub route: Route,
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
    /// What storage could not do, said once.
    pub storage_trouble: Option<String>,
    /// Why the view last asked for as a file was not saved.
    pub not_saved: Option<String>,
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
        Self { route, shelf, theme, hidden, ..Self::default() }
    }

    /// The notes that the reader chose, in order; all of them, where none is named.
    fn chosen(&self) -> Vec<&Rc<Held>> {
        let years = self.route.years.as_ref();
        self.shelf.notes().filter(|held| years.is_none_or(|years| years.contains(&held.key))).collect()
    }

    /// Which of them stand side by side.
    fn side_by_side(&self, chosen: &[&Rc<Held>]) -> Range<usize> {
        let last = chosen.len().saturating_sub(SIDE_BY_SIDE);
        let first = self.route.first.as_ref().and_then(|key| chosen.iter().position(|held| held.key == *key));
        let start = first.unwrap_or(last).min(last);
        start..chosen.len().min(start + SIDE_BY_SIDE)
    }

    /// The notes that stand side by side, in order.
    pub fn shown(&self) -> Vec<Rc<Held>> {
        let chosen = self.chosen();
        chosen[self.side_by_side(&chosen)].iter().copied().cloned().collect()
    }

    /// What lies beyond the notes shown, where more are chosen than stand side by side.
    pub fn beyond(&self) -> Option<Beyond> {
        let chosen = self.chosen();
        let Range { start, end } = self.side_by_side(&chosen);
        let [first, .., last] = &chosen[start..end] else { return None };
        let from = |at: usize| Route { first: first_at(&chosen, at), ..self.route.clone() };
        (end - start < chosen.len()).then(|| Beyond {
            chosen: chosen.len(),
            shown: (first.label.clone(), last.label.clone()),
            earlier: (start > 0).then(|| from(start.saturating_sub(SIDE_BY_SIDE))),
            later: (end < chosen.len()).then(|| from(end)),
        })
    }

    /// The notes that the reader sees as chosen: those named, else those shown.
    pub fn picked(&self) -> Vec<Rc<Held>> {
        if self.route.years.is_some() { self.chosen().into_iter().cloned().collect() } else { self.shown() }
    }

    /// Keys that the URL names and that no note has.
    pub fn unknown(&self) -> Vec<&str> {
        let years = self.route.years.iter().flatten().map(String::as_str);
        years.filter(|key| self.shelf.get(key).is_none()).collect()
    }

    /// The route with the note `key` chosen or not.
    pub fn toggled(&self, key: &str) -> Route {
        let picked = self.picked();
        let all: Vec<_> = self.shelf.notes().collect();
        let kept: Vec<_> = all.iter().copied().filter(|held| picked.contains(held) != (held.key == key)).collect();
        let plain = kept == all[all.len().saturating_sub(SIDE_BY_SIDE)..];
        // One chosen is one to be seen, however many are.
        let first = kept.iter().position(|held| held.key == key).and_then(|at| first_at(&kept, at));
        let years = (!plain).then(|| kept.iter().map(|held| held.key.clone()).collect());
        Route { years, first, ..self.route.clone() }
    }

    /// The note whose text the Text view shows: the one named, or the first shown.
    pub fn text(&self) -> Option<Rc<Held>> {
        match &self.route.text {
            Some(key) => self.shelf.get(key).cloned(),
            None => self.shown().first().cloned().or_else(|| self.shelf.notes().next().cloned()),
        }
    }

    /// What follows from `action`.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        next.take(action);
        next
    }

    fn take(&mut self, action: Action) {
        let next = self;
        match action {
            Action::All(actions) => actions.into_iter().for_each(|action| next.take(action)),
            Action::Went(route) => next.go(*route),
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
                    next.said = format!("{} removed.", held.label);
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
                next.not_saved = None;
            }
            Action::Saved(Err(why)) => next.not_saved = Some(format!("Not saved: {why}.")),
        }
    }

    fn go(&mut self, route: Route) {
        let others = route.years != self.route.years || route.first != self.route.first;
        // An undo is offered while the reader is still where the note was removed; so is what was not saved told.
        if route.view != self.route.view {
            self.removed = None;
            self.not_saved = None;
        }
        self.route = route;
        if others {
            self.said = self.says_shown();
        }
    }

    /// Which notes are shown, in words.
    fn says_shown(&self) -> String {
        let labels: Vec<_> = self.shown().iter().map(|held| held.label.clone()).collect();
        match (self.beyond(), &labels[..]) {
            (_, []) => "No year is shown.".to_owned(),
            (None, labels) => format!("Shown: {}.", phrase::list(labels)),
            (Some(Beyond { chosen, shown: (first, last), .. }), labels) => {
                format!("Shown: {first} to {last}, {} of {chosen} notes.", labels.len())
            }
        }
    }

    fn bring_back(&mut self, held: Rc<Held>) {
        self.said = format!("{} is back.", held.label);
        self.hidden.retain(|hidden| hidden.key != held.key);
        if self.removed.as_ref().is_some_and(|removed| removed.key == held.key) {
            self.removed = None;
        }
        self.shelf.put_back(held);
    }

    fn arrive(&mut self, read: Read) {
        let file = read.document.source.name.clone();
        let alone = self.awaited == 1 && self.arrivals.is_empty();
        let put = self.shelf.put(read, Origin::Added);
        let (Put::Added(key) | Put::Twice(key)) = &put;
        let Some(held) = self.shelf.get(key).cloned() else { return };
        let outcome = match put {
            Put::Twice(key) => Outcome::Twice { key, label: held.label.clone() },
            Put::Added(key) if !held.is_note => Outcome::Text { key, why: NotANote.to_string() },
            Put::Added(key) => {
                // A note just added is one that the reader wants to see, whatever was chosen before.
                if let Some(years) = &mut self.route.years {
                    years.push(key.clone());
                    self.rerouted += 1;
                }
                if alone && !self.shown().contains(&held) {
                    self.route.first = Some(key.clone());
                    self.rerouted += 1;
                }
                let theme = held.theme.as_ref().map(|theme| format!(": {theme}"));
                Outcome::Note { key, says: format!("{}{}", held.label, theme.unwrap_or_default()) }
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

/// The key from which on notes are shown, where they are not the last.
fn first_at(notes: &[&Rc<Held>], at: usize) -> Option<String> {
    (at + SIDE_BY_SIDE < notes.len()).then(|| notes[at].key.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::View;
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
        state.shown().iter().map(|held| held.label.clone()).collect()
    }

    #[test]
    fn years_are_shown_and_hidden() {
        let mut state = state();
        state.route = state.toggled("2014");
        assert_eq!(labels(&state), ["2013", "2015"]);
        state.route = state.toggled("2014");
        assert_eq!(state.route.years, None, "all of them is the plain URL");
    }

    #[test]
    fn an_added_note_is_shown_whatever_was_chosen() {
        let mut state = state();
        state.route = state.toggled("2013");
        let state = state.after(Action::Await(1)).after(Action::Arrived(Box::new(read("d", Some(2014)))));
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

    /// 33 notes, from 1900 on.
    fn many() -> State {
        let many = (1900..1930).map(|year| Action::Kept(Box::new(read(&year.to_string(), Some(year))))).collect();
        state().after(Action::All(many))
    }

    fn ends(state: &State) -> (String, String) {
        state.beyond().expect("more are chosen than stand side by side").shown
    }

    #[test]
    fn of_many_notes_the_last_are_shown_and_the_reader_goes_on_to_others() {
        let ends_of = |first: &str, last: &str| (first.to_owned(), last.to_owned());
        let mut state = many();
        assert_eq!((state.shown().len(), state.beyond().map(|beyond| beyond.chosen)), (SIDE_BY_SIDE, Some(33)));
        assert_eq!(ends(&state), ends_of("1909", "2015"));
        assert_eq!(state.beyond().and_then(|beyond| beyond.later), None);
        let last = state.route.clone();
        let earlier = state.beyond().and_then(|beyond| beyond.earlier).expect("there are earlier ones");
        state = state.after(Action::Went(Box::new(earlier)));
        assert_eq!(ends(&state), ends_of("1900", "1923"));
        assert_eq!(state.said, "Shown: 1900 to 1923, 24 of 33 notes.");
        let beyond = state.beyond().expect("there are later ones");
        assert_eq!((beyond.earlier, beyond.later), (None, Some(last)));
        assert_eq!(state.route.to(View::Themes).first, state.route.first, "another view shows the same notes");
    }

    #[test]
    fn a_note_chosen_among_many_is_shown() {
        let mut state = many();
        state.route = state.toggled("1900");
        assert_eq!((state.shown().len(), state.picked().len()), (SIDE_BY_SIDE, SIDE_BY_SIDE + 1));
        assert_eq!(labels(&state).first().map(String::as_str), Some("1900"));
        state.route = state.toggled("1900");
        assert_eq!(state.route, Route::default(), "the plain URL again");
        state.route = state.toggled("2015");
        assert_eq!((state.shown().len(), state.beyond()), (SIDE_BY_SIDE - 1, None));
    }

    #[test]
    fn a_note_added_alone_to_many_is_shown() {
        let add = |year: i16| Action::Arrived(Box::new(read(&year.to_string(), Some(year))));
        let state = many().after(Action::Await(1)).after(add(1850));
        assert_eq!((labels(&state).first().map(String::as_str), state.rerouted), (Some("1850"), 1));
        let state = many().after(Action::Await(2)).after(add(1850)).after(add(1851));
        assert_eq!((ends(&state).0.as_str(), state.rerouted), ("1909", 0));
    }

    #[test]
    fn removing_is_undone() {
        let state = state().after(Action::Remove("2014".into()));
        assert_eq!(labels(&state), ["2013", "2015"]);
        let state = state.after(Action::Undo);
        assert_eq!(labels(&state), ["2013", "2014", "2015"]);
        assert!(state.removed.is_none());
    }

    #[test]
    fn a_link_may_name_a_year_that_is_not_here() {
        let mut state = state();
        state.route.years = Some(vec!["2014".into(), "2018".into()]);
        assert_eq!(state.unknown(), ["2018"]);
        assert_eq!(labels(&state), ["2014"]);
    }
}
