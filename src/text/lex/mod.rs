//! The tolerant lexer: document symbols, dates, times, addresses, read through misread characters.
//!
//! One pass over the raw text stops where one of them may stand (a colon, an at sign, a digit, a month's name, a capital
//! that symbols begin with); a small grammar for each decides. Look-alikes count as digits, slashes and points only
//! where that grammar expects them, so running text is never changed.

mod clock;
mod contact;
mod cursor;
mod date;
mod day_hours;
mod days;
mod half_day;
mod honorific;
mod hour_column;
mod month;
mod noon;
mod numeral;
mod numeric_date;
mod phone;
mod room_number;
mod same_year;
mod scan;
mod stroked;
mod symbol;
mod time;
mod token;
mod unmarked_time;
mod year;

pub use contact::TOP_DOMAINS;
pub use date::weekday_name;
pub use day_hours::{DAY_BEGINS, OFFICES_OPEN, SITTINGS_BEGIN, afternoon};
pub use honorific::{begins_with_honorific, honorific, is_honorific, is_worn_excellency, leads_name};
pub use month::{Weekday, month_name, month_named, weekday_named};
pub use scan::{lex, ties};
pub use token::{Day, Token, Value};
pub use year::is_year;
