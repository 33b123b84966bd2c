//! What the lexer finds.

use jiff::civil::{Date, Time};

use super::month::Weekday;
use crate::text::Span;

/// A symbol, date, time or address in the raw text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub value: Value,
    /// How it reads where it is misread; `None` where it stands as it should.
    pub reads: Option<String>,
}

/// What a token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A UN document symbol in its official form.
    Symbol(String),
    /// One day, or several of one month (`23, 24, and 28 July 2009`).
    Date {
        /// The days, in order; never empty.
        days: Vec<Day>,
        /// The weekday that stands with them, and where.
        weekday: Option<(Weekday, Span)>,
    },
    /// A year that stands alone.
    Year(i16),
    /// A time of day; the flag says whether the text leaves open which half of the day.
    Time(Time, bool),
    /// An e-mail address.
    Email(String),
    /// A telephone number, as printed.
    Phone(String),
    /// Anything else that is read as it stands, or as the token says: a web address, a pillar's numeral, the pronoun I.
    Other,
}

/// A day, with the words that say it: from its own number to the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Its place.
    pub span: Span,
}

impl Token {
    /// Moves the token, and the places within it, to where `place` says that they stand.
    pub(in crate::text) fn move_to(&mut self, place: impl Fn(Span) -> Span) {
        self.span = place(self.span);
        if let Value::Date { days, weekday } = &mut self.value {
            days.iter_mut().for_each(|day| day.span = place(day.span));
            *weekday = weekday.map(|(weekday, span)| (weekday, place(span)));
        }
    }
}
