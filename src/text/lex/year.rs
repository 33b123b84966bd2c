//! Which numbers are years.

use std::ops::Range;

/// The years that documents of the United Nations are of and tell of: from its founding on, to the end of this century.
const YEARS: Range<i64> = 1945..2100;

/// Whether a number may be the year of a date, of a symbol or of a report, whichever note it stands in.
pub fn is_year(number: impl Into<i64>) -> bool {
    YEARS.contains(&number.into())
}
