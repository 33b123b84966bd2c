//! Days and times of day as people write them, and times as minutes.

use jiff::civil::{Date, Time};

use super::lex::month_name;

/// `11 September 2013`
pub fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date.month()), date.year())
}

/// `2013-09-11`, as ISO 8601 writes it.
pub fn iso_day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// A time of day in minutes from midnight.
pub fn minute(time: Time) -> u16 {
    u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs())
}

/// A minute of the day as `HH:MM`.
pub fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// A time of day as `HH:MM`.
pub fn hours(time: Time) -> String {
    clock(minute(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_with_two_digits_each() {
        let time = Time::constant(9, 5, 0, 0);
        assert_eq!((minute(time), hours(time)), (545, "09:05".to_owned()));
        assert_eq!(day(Date::constant(2013, 9, 11)), "11 September 2013");
        assert_eq!(iso_day(Date::constant(2013, 9, 1)), "2013-09-01");
    }
}
