//! Which notes the reader chose, and which of them stand side by side.

use std::ops::Range;
use std::rc::Rc;

use super::phrase;
use super::route::Route;
use super::shelf::{Held, Shelf};

/// How many notes stand side by side: nobody reads across more columns, and no view has more to draw. Of more, the last,
/// unless the reader goes on to others.
pub const SIDE_BY_SIDE: usize = 24;

/// What a route chooses of the notes on a shelf.
#[derive(Clone, Copy)]
pub struct Choice<'s> {
    shelf: &'s Shelf,
    route: &'s Route,
}

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

impl<'s> Choice<'s> {
    /// What `route` chooses of the notes on `shelf`.
    pub fn new(shelf: &'s Shelf, route: &'s Route) -> Self {
        Self { shelf, route }
    }

    /// The notes that stand side by side, in order.
    pub fn shown(self) -> Vec<Rc<Held>> {
        let chosen = self.chosen();
        chosen[self.side_by_side(&chosen)].iter().copied().cloned().collect()
    }

    /// What lies beyond the notes shown, where more are chosen than stand side by side.
    pub fn beyond(self) -> Option<Beyond> {
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
    pub fn picked(self) -> Vec<Rc<Held>> {
        if self.route.years.is_some() { self.chosen().into_iter().cloned().collect() } else { self.shown() }
    }

    /// The route with the note `key` chosen or not.
    pub fn toggled(self, key: &str) -> Route {
        let picked = self.picked();
        let all: Vec<_> = self.shelf.notes().collect();
        let kept: Vec<_> = all.iter().copied().filter(|held| picked.contains(held) != (held.key == key)).collect();
        let plain = kept == all[all.len().saturating_sub(SIDE_BY_SIDE)..];
        // One chosen is one to be seen, however many are.
        let first = kept.iter().position(|held| held.key == key).and_then(|at| first_at(&kept, at));
        let years = (!plain).then(|| kept.iter().map(|held| held.key.clone()).collect());
        Route { years, first, ..self.route.clone() }
    }

    /// Keys that the route names and that no note has.
    pub fn unknown(self) -> Vec<&'s str> {
        let years = self.route.years.iter().flatten().map(String::as_str);
        years.filter(|key| self.shelf.get(key).is_none()).collect()
    }

    /// The note whose text the Text view shows: the one named, or the first shown.
    pub fn text(self) -> Option<Rc<Held>> {
        match &self.route.text {
            Some(key) => self.shelf.get(key).cloned(),
            None => self.shown().first().cloned().or_else(|| self.shelf.notes().next().cloned()),
        }
    }

    /// Which notes are shown, in words.
    pub fn in_words(self) -> String {
        let labels: Vec<_> = self.shown().iter().map(|held| held.label.clone()).collect();
        match (self.beyond(), &labels[..]) {
            (_, []) => "No year is shown.".to_owned(),
            (None, labels) => format!("Shown: {}.", phrase::list(labels)),
            (Some(Beyond { chosen, shown: (first, last), .. }), labels) => {
                format!("Shown: {first} to {last}, {} of {chosen} notes.", labels.len())
            }
        }
    }

    /// The notes that the reader chose, in order; all of them, where none is named.
    fn chosen(self) -> Vec<&'s Rc<Held>> {
        let years = self.route.years.as_ref();
        self.shelf.notes().filter(|held| years.is_none_or(|years| years.contains(&held.key))).collect()
    }

    /// Which of them stand side by side.
    fn side_by_side(self, chosen: &[&Rc<Held>]) -> Range<usize> {
        let last = chosen.len().saturating_sub(SIDE_BY_SIDE);
        let first = self.route.first.as_ref().and_then(|key| chosen.iter().position(|held| held.key == *key));
        let start = first.unwrap_or(last).min(last);
        start..chosen.len().min(start + SIDE_BY_SIDE)
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
    use crate::shelf::Origin;
    use crate::shelf::tests::read;

    fn shelf(years: impl IntoIterator<Item = i16>) -> Shelf {
        let mut shelf = Shelf::default();
        for year in years {
            shelf.put(read(&year.to_string(), Some(year)), Origin::Bundled);
        }
        shelf
    }

    fn labels(notes: &[Rc<Held>]) -> Vec<&str> {
        notes.iter().map(|held| &*held.label).collect()
    }

    fn ends(choice: Choice<'_>) -> (String, String) {
        choice.beyond().expect("more are chosen than stand side by side").shown
    }

    #[test]
    fn years_are_shown_and_hidden() {
        let shelf = shelf(2013..=2015);
        let without = Choice::new(&shelf, &Route::default()).toggled("2014");
        assert_eq!(labels(&Choice::new(&shelf, &without).shown()), ["2013", "2015"]);
        assert_eq!(Choice::new(&shelf, &without).toggled("2014").years, None, "all of them is the plain URL");
    }

    #[test]
    fn of_many_notes_the_last_are_shown_and_the_reader_goes_on_to_others() {
        let ends_of = |first: &str, last: &str| (first.to_owned(), last.to_owned());
        let (shelf, last) = (shelf(1900..1933), Route::default());
        let choice = Choice::new(&shelf, &last);
        assert_eq!((choice.shown().len(), choice.beyond().map(|beyond| beyond.chosen)), (SIDE_BY_SIDE, Some(33)));
        assert_eq!(ends(choice), ends_of("1909", "1932"));
        assert_eq!(choice.beyond().and_then(|beyond| beyond.later), None);
        let earlier = choice.beyond().and_then(|beyond| beyond.earlier).expect("there are earlier ones");
        let choice = Choice::new(&shelf, &earlier);
        assert_eq!(ends(choice), ends_of("1900", "1923"));
        assert_eq!(choice.in_words(), "Shown: 1900 to 1923, 24 of 33 notes.");
        let beyond = choice.beyond().expect("there are later ones");
        assert_eq!((beyond.earlier, beyond.later), (None, Some(last)));
        assert_eq!(earlier.to(View::Themes).first, earlier.first, "another view shows the same notes");
    }

    #[test]
    fn a_note_chosen_among_many_is_shown() {
        let (shelf, plain) = (shelf(1900..1933), Route::default());
        let route = Choice::new(&shelf, &plain).toggled("1900");
        let choice = Choice::new(&shelf, &route);
        assert_eq!((choice.shown().len(), choice.picked().len()), (SIDE_BY_SIDE, SIDE_BY_SIDE + 1));
        assert_eq!(labels(&choice.shown()).first(), Some(&"1900"));
        assert_eq!(choice.toggled("1900"), plain, "the plain URL again");
        let route = Choice::new(&shelf, &plain).toggled("1932");
        let choice = Choice::new(&shelf, &route);
        assert_eq!((choice.shown().len(), choice.beyond()), (SIDE_BY_SIDE - 1, None));
    }

    #[test]
    fn a_link_may_name_a_year_that_is_not_here() {
        let route = Route { years: Some(vec!["2014".into(), "2018".into()]), ..Route::default() };
        let shelf = shelf(2013..=2015);
        let choice = Choice::new(&shelf, &route);
        assert_eq!(choice.unknown(), ["2018"]);
        assert_eq!(labels(&choice.shown()), ["2014"]);
    }
}
