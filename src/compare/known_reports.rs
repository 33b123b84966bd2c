//! The Secretary-General's reports on the responsibility to protect, for checking what notes say of them.
//!
//! They never fill in what a note does not state.

use jiff::civil::{Date, date};

/// A report of the Secretary-General.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownReport {
    /// Its year.
    pub year: i16,
    /// Its title.
    pub title: &'static str,
    /// Its symbol.
    pub symbol: &'static str,
    /// The day of the dialogue or debate on it.
    pub discussed: Date,
}

/// The reports, oldest first.
pub const KNOWN_REPORTS: [KnownReport; 9] = [
    known(2009, "Implementing the responsibility to protect", "A/63/677", date(2009, 7, 23)),
    known(2010, "Early warning, assessment and the responsibility to protect", "A/64/864", date(2010, 8, 9)),
    known(
        2011,
        "The role of regional and subregional arrangements in implementing the responsibility to protect",
        "A/65/877–S/2011/393",
        date(2011, 7, 12),
    ),
    known(2012, "Responsibility to protect: timely and decisive response", "A/66/874–S/2012/578", date(2012, 9, 5)),
    known(
        2013,
        "Responsibility to protect: State responsibility and prevention",
        "A/67/929–S/2013/399",
        date(2013, 9, 11),
    ),
    known(
        2014,
        "Fulfilling our collective responsibility: international assistance and the responsibility to protect",
        "A/68/947–S/2014/449",
        date(2014, 9, 8),
    ),
    known(
        2015,
        "A vital and enduring commitment: implementing the responsibility to protect",
        "A/69/981–S/2015/500",
        date(2015, 9, 8),
    ),
    known(
        2016,
        "Mobilizing collective action: the next decade of the responsibility to protect",
        "A/70/999–S/2016/620",
        date(2016, 9, 6),
    ),
    known(
        2017,
        "Implementing the responsibility to protect: accountability for prevention",
        "A/71/1016–S/2017/556",
        date(2017, 9, 6),
    ),
];

/// The report of a year.
pub fn known_report(year: i16) -> Option<&'static KnownReport> {
    KNOWN_REPORTS.iter().find(|report| report.year == year)
}

const fn known(year: i16, title: &'static str, symbol: &'static str, discussed: Date) -> KnownReport {
    KnownReport { year, title, symbol, discussed }
}
