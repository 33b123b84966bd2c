//! The hours of a day's work, by which an hour is told that does not say which half of the day it is in.

use jiff::civil::Time;

/// The hour before which nothing begins that such notes tell of.
pub const DAY_BEGINS: i8 = 7;

/// The hour at which offices open: nothing is to be handed in earlier.
pub const OFFICES_OPEN: i8 = 8;

/// The hour before which sittings hardly begin.
pub const SITTINGS_BEGIN: i8 = 9;

/// The hour that is as late after noon as `time` is after midnight; what is of the afternoon stays.
pub fn afternoon(time: Time) -> Time {
    const NOON: i8 = 12;
    Time::new(time.hour() + NOON, time.minute(), time.second(), 0).unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::afternoon;

    #[test]
    fn only_the_morning_s_hours_have_one_in_the_afternoon() {
        assert_eq!(afternoon(time(1, 30, 0, 0)), time(13, 30, 0, 0));
        assert_eq!(afternoon(time(12, 15, 0, 0)), time(12, 15, 0, 0));
        assert_eq!(afternoon(time(18, 0, 0, 0)), time(18, 0, 0, 0));
    }
}
