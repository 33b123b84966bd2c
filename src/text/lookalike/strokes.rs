//! Letters as the strokes that a reader of pages sees, so that groups of letters (`rn`, `m`) can be told to look alike.

use super::price::{Price, unaccented};

/// The longest group of characters that is cut up in other places, and the most strokes in it.
pub(super) const GROUP_MAX: usize = 4;
pub(super) const GROUP_STROKES: u8 = 7;
/// The price of such a group, and of each character in it on either side but for three.
const GROUP: Price = 25;
const GROUP_CHAR: Price = 10;
/// The characters on either side of the shortest group that has as many on both, and its price, the least of such.
pub(super) const GROUP_EVEN: usize = 2;
pub(super) const LEAST_EVEN: Price = GROUP + GROUP_CHAR;
/// The price of each character by which the sides of a group differ in length, but for the first.
const GROUP_UNEVEN: Price = 15;
/// The price of a round stroke for a straight one within a group; one may differ so.
const BENT: Price = 15;

/// The strokes of a run of characters, left to right: how many, and a bit for each that is no stem.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Strokes {
    pub(super) count: u8,
    pub(super) round: u8,
}

impl Strokes {
    /// The strokes of one character; none where it is not made of such.
    #[inline]
    pub(super) fn of(c: char) -> Option<Self> {
        let plain = if c.is_ascii() { c } else { unaccented(c) };
        let code = *STROKE_CODES.get(plain as usize)?;
        (code != 0).then_some(Self { count: code >> 4, round: code & 0xF })
    }

    /// These strokes with `before` in front of them; nothing where they are too many for a group.
    #[inline]
    pub(super) fn after(self, before: Self) -> Option<Self> {
        let count = self.count + before.count;
        (count <= GROUP_STROKES).then(|| Self { count, round: self.round | before.round << self.count })
    }
}

/// The price of a group with the strokes `given` in `given_chars` characters for one of as many strokes, `meant`, in
/// `meant_chars`; nothing where the two do not look alike, or one is none.
#[inline]
pub(super) fn group(given: Strokes, given_chars: usize, meant: Strokes, meant_chars: usize) -> Option<Price> {
    let bent = given.round ^ meant.round;
    let one_bent = bent & bent.wrapping_sub(1) == 0;
    let chars = given_chars + meant_chars;
    (one_bent && given_chars > 0 && chars > 2).then(|| {
        let uneven = given_chars.abs_diff(meant_chars).saturating_sub(1) as Price;
        GROUP + GROUP_CHAR * (chars as Price - 3) + GROUP_UNEVEN * uneven + if bent == 0 { 0 } else { BENT }
    })
}

/// The least that a group costs that has `meant_chars` characters on the side of what was meant.
pub(super) const fn least_group(meant_chars: usize) -> Price {
    GROUP + GROUP_CHAR * (meant_chars as Price).saturating_sub(2)
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
            round = round << 1 | (shape[at] == b'o') as u8;
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
