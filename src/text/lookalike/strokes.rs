//! Letters as the strokes that a reader of pages sees, so that groups of letters (`rn`, `m`) can be told to look alike.

use super::price::{Price, unaccented};

/// The longest group of characters that is cut up in other places, and the most strokes in it.
pub(super) const GROUP_MAX: usize = 4;
const GROUP_STROKES: u32 = 7;
/// The price of such a group of the fewest characters, on both sides together, and of each character more.
pub(super) const LEAST_GROUP: Price = 25;
const GROUP_CHARS: usize = 3;
const GROUP_CHAR: Price = 10;
/// The least price of a group that has as many characters on both sides.
pub(super) const LEAST_EVEN: Price = LEAST_GROUP + GROUP_CHAR;
/// The price of each character by which the sides of a group differ in length, but for the first.
const GROUP_UNEVEN: Price = 15;
/// The price of a round stroke for a straight one within a group; one may differ so.
const BENT: Price = 15;

/// The strokes of the characters that a group may begin with, a bit each from left to right.
#[derive(Clone, Copy, Default)]
pub(super) struct Strokes {
    /// Those that are no stems.
    round: u8,
    /// Those that a character ends with.
    ends: u8,
}

impl Strokes {
    /// Those that `text` begins with, as far as it is made of such.
    pub(super) fn of(text: &[char]) -> Self {
        let (mut strokes, mut count) = (Self::default(), 0);
        for &c in text.iter().take(GROUP_MAX) {
            let plain = if c.is_ascii() { c } else { unaccented(c) };
            let code = STROKE_CODES.get(plain as usize).copied().unwrap_or_default();
            let more = u32::from(code >> 4);
            if more == 0 || count + more > GROUP_STROKES {
                break;
            }
            strokes.round |= (code & 0xF) << count;
            count += more;
            strokes.ends |= 1 << (count - 1);
        }
        strokes
    }

    /// Those of a place that was not looked at.
    pub(super) const UNSEEN: Self = Self { round: 0, ends: u8::MAX };

    /// Whether these are those of a place that was not looked at.
    pub(super) fn are_unseen(self) -> bool {
        self.ends == u8::MAX
    }

    /// How many characters end with the strokes up to `end`.
    fn chars(self, end: u8) -> usize {
        (self.ends & (end | end.wrapping_sub(1))).count_ones() as usize
    }
}

/// The lowest of some bits.
fn lowest(bits: u8) -> u8 {
    bits & bits.wrapping_neg()
}

/// The groups that begin with the strokes `given`, as far as they look like some that begin with `meant`, shortest first:
/// how many characters each has on either side, and its price.
#[inline]
pub(super) fn groups(given: Strokes, meant: Strokes) -> impl Iterator<Item = (usize, usize, Price)> {
    let bent = given.round ^ meant.round;
    // Of the strokes, one may differ: the next that does ends all.
    let more = bent & bent.wrapping_sub(1);
    // One character on either side is no group.
    let ones = lowest(given.ends) & lowest(meant.ends);
    let mut ends = given.ends & meant.ends & lowest(more).wrapping_sub(1) & !ones;
    std::iter::from_fn(move || {
        let end = lowest(ends);
        ends ^= end;
        let (given, meant) = (given.chars(end), meant.chars(end));
        let uneven = given.abs_diff(meant).saturating_sub(1) as Price;
        let chars = (given + meant).saturating_sub(GROUP_CHARS) as Price;
        let bent = if bent & (end | end.wrapping_sub(1)) > 0 { BENT } else { 0 };
        (end > 0).then_some((given, meant, LEAST_GROUP + GROUP_CHAR * chars + GROUP_UNEVEN * uneven + bent))
    })
}

/// How many characters a w takes on either side, and what it looks like although its strokes are more: an i and a v.
#[inline]
pub(super) fn slanted(given: &[char], meant: &[char]) -> Option<(usize, usize)> {
    match (given, meant) {
        (['w', ..], ['i', 'v', ..]) => Some((1, 2)),
        (['i', 'v', ..], ['w', ..]) => Some((2, 1)),
        _ => None,
    }
}

/// Characters by their strokes: `|` for a stem, `o` for a round or a slanted stroke.
const STROKES: &[(&str, &str)] = &[
    ("|", "ilI1!|][jJtfrT7FLE(){}\\/"),
    ("||", "nuhNHU4"),
    ("|o", "kK"),
    ("oo", "vyVYXxA"),
    ("|||", "mM"),
    ("oooo", "wW"),
    ("o", "ocesOC0SQG6523zZ"),
    ("o|", "adgq9"),
    ("|o", "bpDBPR8"),
];

const fn stroke_codes() -> [u8; 128] {
    let mut codes = [0; 128];
    let mut row = 0;
    while row < STROKES.len() {
        let (shape, members) = (STROKES[row].0.as_bytes(), STROKES[row].1.as_bytes());
        let (mut round, mut at) = (0, 0);
        while at < shape.len() {
            round |= ((shape[at] == b'o') as u8) << at;
            at += 1;
        }
        let mut member = 0;
        while member < members.len() {
            codes[members[member] as usize] = (shape.len() as u8) << 4 | round;
            member += 1;
        }
        row += 1;
    }
    codes
}

static STROKE_CODES: [u8; 128] = stroke_codes();
