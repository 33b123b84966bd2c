//! A place in a note as a link names it: byte offsets, and the words that stand there with a little before and after.
//!
//! The two together follow the Web Annotation Data Model's TextPositionSelector and TextQuoteSelector
//! (<https://www.w3.org/TR/annotation-model/#selectors>): where the text is another than when the link was made, the
//! words find their place again, and if they stand there no more, or in several places alike, the link says so.

use std::ops::Range;

use form_urlencoded::Serializer;
use r2p_notes::text::Span;

/// How many characters of context a link carries on either side.
const CONTEXT: usize = 16;
/// A quote longer than this, in characters, is named by its first and its last words.
const WHOLE: usize = 96;
/// How many characters of a long quote's beginning and end are carried.
const ENDS: usize = 32;

/// The words at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The whole quote, or how a long one begins.
    pub first: String,
    /// How a long one ends.
    pub last: Option<String>,
    /// What stands before it.
    pub before: String,
    /// What stands after it.
    pub after: String,
}

/// A place in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The note's key.
    pub note: String,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The words there.
    pub words: Words,
}

/// Where a place was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Where the link says.
    Here(Span),
    /// Elsewhere, by its words.
    Moved(Span),
    /// In several places alike, of which none is the one.
    Several,
    /// Nowhere.
    Lost,
}

impl Found {
    /// The place, if there is one.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Here(span) | Self::Moved(span) => Some(*span),
            Self::Several | Self::Lost => None,
        }
    }
}

impl Place {
    /// The place of `span` in the note `key`, whose text as given is `text`.
    pub fn new(key: &str, text: &str, span: Span) -> Self {
        let range = span.range();
        let (before, quote, after) = match (text.get(..range.start), text.get(range.clone()), text.get(range.end..)) {
            (Some(before), Some(quote), Some(after)) => (before, quote, after),
            _ => ("", "", ""),
        };
        let (first, last) = match quote.chars().count() > WHOLE {
            true => (head(quote, ENDS), Some(tail(quote, ENDS).to_owned())),
            false => (quote, None),
        };
        let words = Words {
            first: first.to_owned(),
            last,
            before: tail(before, CONTEXT).to_owned(),
            after: head(after, CONTEXT).to_owned(),
        };
        Self { note: key.to_owned(), start: range.start, end: range.end, words }
    }

    /// Reads `2014.12.23`.
    pub(super) fn parse(at: &str, words: Words) -> Option<Self> {
        let mut parts = at.split('.');
        let note = parts.next().filter(|key| !key.is_empty())?.to_owned();
        let start = parts.next()?.parse().ok()?;
        let end = parts.next()?.parse().ok()?;
        (start < end && parts.next().is_none()).then_some(Self { note, start, end, words })
    }

    pub(super) fn append_to(&self, query: &mut Serializer<'_, String>) {
        query.append_pair("at", &format!("{}.{}.{}", self.note, self.start, self.end));
        let Words { first, last, before, after } = &self.words;
        let pairs = [("quote", Some(first)), ("to", last.as_ref()), ("before", Some(before)), ("after", Some(after))];
        for (key, value) in pairs {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                query.append_pair(key, value);
            }
        }
    }

    /// Finds the place in `text`.
    pub fn find(&self, text: &str) -> Found {
        let here = self.start..self.end;
        if text.get(here.clone()).is_some_and(|quote| self.words.is(quote)) {
            return Found::Here(Span::new(here));
        }
        if self.words.first.is_empty() {
            return Found::Lost;
        }
        let all: Vec<_> =
            text.match_indices(&*self.words.first).filter_map(|(at, _)| self.words.range(text, at)).collect();
        let in_context = |range: &&Range<usize>| {
            let Words { before, after, .. } = &self.words;
            text[..range.start].ends_with(&**before) && text[range.end..].starts_with(&**after)
        };
        let mut exact = all.iter().filter(in_context);
        match (exact.next(), exact.next(), &*all) {
            (Some(range), None, _) | (None, None, [range]) => Found::Moved(Span::new(range.clone())),
            (_, _, []) => Found::Lost,
            _ => Found::Several,
        }
    }
}

impl Words {
    fn is(&self, quote: &str) -> bool {
        match &self.last {
            Some(last) => quote.starts_with(&*self.first) && quote.ends_with(&**last),
            None => quote == self.first || self.first.is_empty(),
        }
    }

    /// The range of the quote that begins at `at`.
    fn range(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let end = at + self.first.len();
        match &self.last {
            Some(last) => text[end..].find(&**last).map(|found| at..end + found + last.len()),
            None => Some(at..end),
        }
    }
}

/// The first `count` characters.
fn head(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

/// The last `count` characters.
fn tail(text: &str, count: usize) -> &str {
    match count.checked_sub(1).and_then(|n| text.char_indices().rev().nth(n)) {
        Some((at, _)) => &text[at..],
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Opening by Mr. Šimonović. Closing by Mr. Šimonović, Special Adviser.";

    fn place(words: &str, nth: usize) -> Place {
        let (at, found) = TEXT.match_indices(words).nth(nth).unwrap_or((0, words));
        Place::new("2017", TEXT, Span::new(at..at + found.len()))
    }

    #[test]
    fn stands_where_the_link_says() {
        let place = place("Mr. Šimonović", 1);
        assert_eq!(place.find(TEXT), Found::Here(Span::new(place.start..place.end)));
    }

    #[test]
    fn is_found_again_by_its_context() {
        let text = format!("A new first line. {TEXT}");
        let place = place("Mr. Šimonović", 1);
        assert_eq!(place.find(&text), Found::Moved(Span::new(place.start + 18..place.end + 18)));
    }

    #[test]
    fn is_lost_rather_than_somewhere_alike() {
        let place = place("Mr. Šimonović", 1);
        assert_eq!(place.find("Another text."), Found::Lost);
        assert_eq!(place.find("By Mr. Šimonović and by Mr. Šimonović again."), Found::Several);
        assert_eq!(place.find(""), Found::Lost);
    }

    #[test]
    fn a_long_quote_is_its_beginning_and_end() {
        let text = format!("Before. {} After.", "All of these are words, é. ".repeat(20));
        let place = Place::new("2013", &text, Span::new(8..text.len() - 8));
        assert!(place.words.last.is_some() && place.words.first.chars().count() == ENDS);
        assert_eq!(place.find(&text), Found::Here(Span::new(8..text.len() - 8)));
    }

    #[test]
    fn offsets_within_a_character_are_no_place() {
        let mut place = place("Mr. Šimonović", 0);
        place.start += 5;
        place.words.first.clear();
        assert_eq!(place.find(TEXT), Found::Lost);
    }
}
