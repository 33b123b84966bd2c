//! What a scanner takes for what: the one table of look-alikes, and distances weighted by it.
//!
//! Two kinds of confusion are known. Single characters stand in [`CLASSES`] with the price of taking one for another.
//! Groups (`rn` for `m`, `cl` for `d`, `lli` for `th`) need no table: a page is read as strokes, and a reader that cuts
//! them up in the wrong places still sees the same number of them, so that two groups of letters look alike when their
//! strokes ([`STROKES`]: stems and rounds, left to right) agree. Distances are the cheapest alignment of the two texts
//! (Wagner and Fischer's dynamic programme with groups, as in Brill and Moore, "An improved error model for noisy channel
//! spelling correction", 2000): time and space grow with the product of the lengths, and a limit cuts most of it off.

/// The price of an edit that no look-alike explains.
const EDIT: f32 = 1.0;
/// The price of a letter in the other case.
const CASE: f32 = 0.06;
/// The price of a lost or an added accent.
const ACCENT: f32 = 0.1;
/// The price of a lost or an added space.
const SPACE: f32 = 0.3;
/// The price of a speck read as a mark, or of a mark that was lost.
const MARK: f32 = 0.25;
/// The price of a group of letters cut up in other places, and of each further character in it.
const GROUP: f32 = 0.2;
const GROUP_CHAR: f32 = 0.1;
/// The price of a round stroke for a straight one within a group.
const BENT: f32 = 0.15;
/// The most strokes of a group that may differ so.
const BENT_MAX: u32 = 1;
/// The longest group on either side.
const GROUP_MAX: usize = 4;
/// The most strokes in a group.
const GROUP_STROKES: u32 = 7;

/// The digit that a character may be misread from.
pub fn digit(c: char) -> Option<u8> {
    Some(match c {
        '0'..='9' => c as u8 - b'0',
        'O' | 'o' | 'Q' | 'D' => 0,
        'I' | 'l' | '|' | '!' | 'i' | ']' | '[' | 'J' | 'j' | 'L' | '¹' => 1,
        'Z' | 'z' | '²' => 2,
        '³' => 3,
        'A' => 4,
        'S' | 's' | '$' | '§' => 5,
        'b' | 'G' => 6,
        'T' | '?' => 7,
        'B' | '&' => 8,
        'g' | 'q' => 9,
        _ => return None,
    })
}

/// What it takes to read `given` where `meant` stood: 0 for the same text, little for look-alikes, 1 for each other edit.
pub fn cost(given: &str, meant: &str) -> f32 {
    let (given, meant): (Vec<char>, Vec<char>) = (given.chars().collect(), meant.chars().collect());
    distance(&given, &meant, f32::INFINITY).unwrap_or(f32::INFINITY)
}

/// How alike two texts are, from 0 to 1, case, spaces and punctuation apart: 1 for the same text, 0 where edits come to
/// half of its letters. Words that have nothing to do with each other stay below 0.5.
pub fn similarity(given: &str, meant: &str) -> f32 {
    let (given, meant) = (bare(given), bare(meant));
    let length = given.len().max(meant.len());
    if length == 0 {
        return 0.0;
    }
    distance(&given, &meant, length as f32 / 2.0).map_or(0.0, |cost| 1.0 - 2.0 * cost / length as f32)
}

/// Whether the [`similarity`] of two texts is `floor` at least; quicker than to ask for it.
pub fn similar(given: &str, meant: &str, floor: f32) -> bool {
    let (given, meant) = (bare(given), bare(meant));
    let (long, short) = (given.len().max(meant.len()), given.len().min(meant.len()));
    // Strokes may be cut up into twice as many letters, hardly into more.
    if long == 0 || long > 3 * short + 2 {
        return false;
    }
    distance(&given, &meant, (1.0 - floor) * long as f32 / 2.0).is_some()
}

/// The [`cost`] of reading `given` for `meant` where it is no more than `limit`.
fn distance(given: &[char], meant: &[char], limit: f32) -> Option<f32> {
    Aligner::new(given).distance(meant, limit)
}

/// The number of strokes of a text; a reader that cuts them up in the wrong places keeps it.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(|c| if is_mark(c) { 0 } else { strokes(c).map_or(1, |strokes| strokes.count as usize) }).sum()
}

/// Aligns one given text with many that may have been meant; keeps its space between them.
pub(super) struct Aligner<'a> {
    given: &'a [char],
    meant: Vec<char>,
    /// One row of the programme for each character of the meant text, the last `GROUP_MAX + 1` of them kept.
    rows: Vec<f32>,
}

impl<'a> Aligner<'a> {
    pub(super) fn new(given: &'a [char]) -> Self {
        Self { given, meant: Vec::new(), rows: vec![f32::INFINITY; (given.len() + 1) * (GROUP_MAX + 1)] }
    }

    /// The [`cost`] of reading the given text for `meant` where it is no more than `limit`.
    pub(super) fn cost(&mut self, meant: &str, limit: f32) -> Option<f32> {
        let mut chars = std::mem::take(&mut self.meant);
        chars.clear();
        chars.extend(meant.chars());
        let cost = self.distance(&chars, limit);
        self.meant = chars;
        cost
    }

    fn distance(&mut self, meant: &[char], limit: f32) -> Option<f32> {
        let (given, rows) = (self.given, &mut self.rows);
        let width = given.len() + 1;
        let mut least = [0.0; GROUP_MAX];
        for i in 0..=meant.len() {
            let at = (i % (GROUP_MAX + 1)) * width;
            let mut row_least = f32::INFINITY;
            for j in 0..width {
                let mut best = if i == 0 && j == 0 { 0.0 } else { f32::INFINITY };
                if j > 0 {
                    best = best.min(rows[at + j - 1] + added(given[j - 1]));
                }
                if i > 0 {
                    let above = ((i - 1) % (GROUP_MAX + 1)) * width;
                    best = best.min(rows[above + j] + lost(meant[i - 1]));
                    if j > 0 {
                        best = best.min(rows[above + j - 1] + swapped(given[j - 1], meant[i - 1]));
                    }
                    if best > GROUP {
                        best = best_group(rows, width, given, meant, (i, j), best);
                    }
                }
                rows[at + j] = best;
                row_least = row_least.min(best);
            }
            least[i % GROUP_MAX] = row_least;
            // No way leads past the rows that a group may reach back to.
            if least.iter().all(|&cost| cost > limit) {
                return None;
            }
        }
        let cost = rows[(meant.len() % (GROUP_MAX + 1)) * width + given.len()];
        (cost <= limit).then_some(cost)
    }
}

/// The cheapest way to (`i`, `j`) whose last step is a group of letters cut up in other places, where it beats `best`.
fn best_group(
    rows: &[f32],
    width: usize,
    given: &[char],
    meant: &[char],
    (i, j): (usize, usize),
    mut best: f32,
) -> f32 {
    let mut want = Strokes::default();
    for a in 1..=GROUP_MAX.min(i) {
        let Some(more) = strokes(meant[i - a]) else { break };
        want = want.after(more);
        if want.count > GROUP_STROKES {
            break;
        }
        let above = ((i - a) % (GROUP_MAX + 1)) * width;
        let mut have = Strokes::default();
        for b in 1..=GROUP_MAX.min(j) {
            let Some(more) = strokes(given[j - b]) else { break };
            have = have.after(more);
            if have.count > want.count {
                break;
            }
            if have.count == want.count && a + b > 2 {
                let bent = (have.round ^ want.round).count_ones();
                if bent > BENT_MAX {
                    continue;
                }
                let bent = bent as f32;
                let price = GROUP + GROUP_CHAR * (a + b - 3) as f32 + BENT * bent;
                best = best.min(rows[above + j - b] + price);
            }
        }
    }
    best
}

/// The price of a character that stands in the text and did not on the page.
fn added(c: char) -> f32 {
    match c {
        ' ' | '\n' | '\t' | '\u{a0}' => SPACE,
        _ if is_mark(c) => MARK,
        _ => EDIT,
    }
}

/// The price of a character that stood on the page and does not in the text.
fn lost(c: char) -> f32 {
    match c {
        ' ' => SPACE,
        '-' | '\'' | '.' | ',' | '’' => MARK + 0.05,
        _ => EDIT,
    }
}

/// Whether `c` is a mark as small as a speck.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\'' | '’'
            | '‘'
            | '`'
            | '´'
            | '.'
            | ','
            | '-'
            | '~'
            | '·'
            | '•'
            | '^'
            | '"'
            | '“'
            | '”'
            | '*'
            | '_'
            | ':'
            | ';'
            | '¬'
            | '\u{ad}'
    )
}

/// The price of reading `given` for `meant`, one character each.
fn swapped(given: char, meant: char) -> f32 {
    if given == meant {
        return 0.0;
    }
    if given.is_ascii() && meant.is_ascii() {
        return f32::from(PRICES[given as usize][meant as usize]) / 100.0;
    }
    let (plain_given, plain_meant) = (unaccented(given), unaccented(meant));
    if plain_given == plain_meant {
        return if is_mark(given) && is_mark(meant) { CASE } else { ACCENT };
    }
    match (plain_given, meant) {
        // An accent above a round letter closes it to a 6.
        ('6', 'ó' | 'ò' | 'ô' | 'ć' | 'č' | 'ő' | 'ö' | 'é' | 'è') => 0.2,
        ('i', 'í' | 'ì' | 'î' | 'ï') => ACCENT,
        _ if plain_given.is_ascii() && plain_meant.is_ascii() => {
            (ACCENT + f32::from(PRICES[plain_given as usize][plain_meant as usize]) / 100.0).min(EDIT)
        }
        _ => EDIT,
    }
}

/// The letter without its accent, the quotation mark or dash in its plain form.
pub(super) fn unaccented(c: char) -> char {
    match c {
        _ if c.is_ascii() => c,
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => 'A',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'Ç' | 'Ć' | 'Ĉ' | 'Ċ' | 'Č' => 'C',
        'ď' | 'đ' | 'ð' => 'd',
        'Ď' | 'Đ' | 'Ð' => 'D',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'È'..='Ë' | 'Ē' | 'Ĕ' | 'Ė' | 'Ę' | 'Ě' => 'E',
        'ğ' | 'ģ' => 'g',
        'Ğ' | 'Ģ' => 'G',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'Ì'..='Ï' | 'Ī' | 'Į' | 'İ' => 'I',
        'ł' | 'ĺ' | 'ľ' | 'ļ' => 'l',
        'Ł' | 'Ĺ' | 'Ľ' | 'Ļ' => 'L',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'Ñ' | 'Ń' | 'Ņ' | 'Ň' => 'N',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => 'O',
        'ŕ' | 'ř' => 'r',
        'Ŕ' | 'Ř' => 'R',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'Ś' | 'Ŝ' | 'Ş' | 'Š' | 'Ș' => 'S',
        'ţ' | 'ť' | 'ț' => 't',
        'Ţ' | 'Ť' | 'Ț' => 'T',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'Ù'..='Ü' | 'Ū' | 'Ů' | 'Ű' | 'Ų' => 'U',
        'ý' | 'ÿ' => 'y',
        'Ý' | 'Ÿ' => 'Y',
        'ź' | 'ż' | 'ž' => 'z',
        'Ź' | 'Ż' | 'Ž' => 'Z',
        '’' | '‘' | '´' => '\'',
        '“' | '”' => '"',
        '‐' | '‑' | '–' | '—' => '-',
        '\u{a0}' => ' ',
        _ => c,
    }
}

/// What of a text counts when it is compared blind to case, spaces and punctuation: letters, digits, and the marks that
/// letters are misread as.
fn bare(text: &str) -> Vec<char> {
    let kept = |&c: &char| c.is_alphanumeric() || matches!(c, '|' | '!' | '\\' | '/' | '{' | '}' | '[' | ']' | '$');
    text.chars().filter(kept).map(|c| c.to_lowercase().next().unwrap_or(c)).collect()
}

/// The strokes of a run of characters, left to right: how many, and a bit for each round one.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Strokes {
    count: u32,
    round: u32,
}

impl Strokes {
    /// These strokes with `before` in front of them.
    fn after(self, before: Self) -> Self {
        Self { count: self.count + before.count, round: self.round | before.round << self.count }
    }
}

/// The strokes of one character; none where it is not made of such.
fn strokes(c: char) -> Option<Strokes> {
    let code = *STROKE_CODES.get(unaccented(c) as usize)?;
    (code != 0).then_some(Strokes { count: u32::from(code >> 4), round: u32::from(code & 0xF) })
}

/// Characters by their strokes: `|` for a stem or a slanted stroke, `o` for a round one.
const STROKES: &[(&str, &str)] = &[
    ("|", "ilI1!|][jJtfrT7FLE(){}\\/"),
    ("||", "nuhkNHUvyVYX4KAx"),
    ("|||", "mM"),
    ("||||", "wW"),
    ("o", "ocesOC0SQG6523zZ"),
    ("o|", "adgq9"),
    ("|o", "bpDBPR8"),
];

/// Characters that are taken for each other, and the price in hundredths. The cheapest class that holds a pair counts.
const CLASSES: &[(u8, &str)] = &[
    (15, "lI1|!i"),
    (20, "lI1|!]["),
    (25, "iIljJ1t]"),
    (15, "oO0"),
    (25, "OQDC0G"),
    (15, "sS5$"),
    (20, "B8"),
    (25, "B83"),
    (35, "BERP"),
    (25, "G6b"),
    (30, "bdho6"),
    (20, "ec"),
    (25, "ceo"),
    (40, "aeos"),
    (25, "hb"),
    (25, "nu"),
    (35, "nhrm"),
    (35, "uvw"),
    (40, "uao"),
    (20, "tf"),
    (30, "tflri1"),
    (20, "T7"),
    (30, "TIJ1"),
    (25, "yv"),
    (35, "yg"),
    (20, "gq9"),
    (15, "zZ2"),
    (30, "GCO6"),
    (30, "EF"),
    (35, "PFR"),
    (35, "MNH"),
    (35, "VYU"),
    (35, "KRX"),
    (40, "mw"),
    (30, "kh"),
    (35, "xkz"),
    (35, "A4"),
    (30, "pP"),
    (30, "cCGg"),
    (30, "LlI"),
    (35, "an"),
    (45, "nx"),
    (45, "rvc"),
    (20, ".,"),
    (20, ";:"),
    (25, ".,;:'"),
    (25, "\"'`"),
    (30, "/l1I!|"),
    (30, "\\l1I|!"),
    (25, "({[C"),
    (25, ")}]J"),
    (25, "-~_"),
    (30, "j;i"),
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

const fn prices() -> [[u8; 128]; 128] {
    let mut prices = [[(EDIT * 100.0) as u8; 128]; 128];
    let mut class = 0;
    while class < CLASSES.len() {
        let (price, members) = (CLASSES[class].0, CLASSES[class].1.as_bytes());
        let mut a = 0;
        while a < members.len() {
            let mut b = 0;
            while b < members.len() {
                let (x, y) = (members[a] as usize, members[b] as usize);
                if price < prices[x][y] {
                    prices[x][y] = price;
                }
                b += 1;
            }
            a += 1;
        }
        class += 1;
    }
    // The other case of a letter is nearly the letter; what looks like one of the two looks a little like the other.
    let mut x = 0;
    while x < 128 {
        let mut y = 0;
        while y < 128 {
            let (dx, dy) = ((x as u8).to_ascii_lowercase() as usize, (y as u8).to_ascii_lowercase() as usize);
            let (ux, uy) = ((x as u8).to_ascii_uppercase() as usize, (y as u8).to_ascii_uppercase() as usize);
            let case = (CASE * 100.0) as u8;
            if x == y {
                prices[x][y] = 0;
            } else if dx == dy {
                prices[x][y] = case;
            } else {
                let mut least = prices[x][y];
                let others = [prices[dx][dy], prices[ux][uy], prices[dx][uy], prices[ux][dy]];
                let mut at = 0;
                while at < others.len() {
                    if others[at] + 2 * case < least {
                        least = others[at] + 2 * case;
                    }
                    at += 1;
                }
                prices[x][y] = least;
            }
            y += 1;
        }
        x += 1;
    }
    prices
}

static STROKE_CODES: [u8; 128] = stroke_codes();
static PRICES: [[u8; 128]; 128] = prices();

#[cfg(test)]
mod tests {
    use super::{cost, digit, similar, similarity};

    #[test]
    fn look_alikes_cost_less_than_other_letters() {
        for (given, meant, at_most) in [
            ("infonnal", "informal", 0.35),
            ("mlliual", "annual", 1.0),
            ("etlmic", "ethnic", 0.5),
            ("lmder", "under", 0.6),
            ("tlu'ee", "three", 0.7),
            ("Wodd", "World", 0.5),
            ("Secretal-y", "Secretary", 0.6),
            ("pmiicipation", "participation", 1.0),
            ("Ant6nio", "António", 0.25),
            ("Simonovi6", "Simonović", 0.25),
            ("ofthe", "of the", 0.31),
            ("Arnb", "Amb", 0.25),
        ] {
            let cost = cost(given, meant);
            assert!(cost > 0.0 && cost <= at_most, "{given} for {meant}: {cost}");
        }
        assert_eq!(cost("", ""), 0.0);
        assert_eq!(cost("war", "war"), 0.0);
        for (given, meant) in
            [("peace", "treaty"), ("form", "farmer"), ("human", "council"), ("States", "States Members")]
        {
            assert!(cost(given, meant) > 1.8, "{given} for {meant}: {}", cost(given, meant));
        }
    }

    #[test]
    fn headings_are_alike_through_noise_and_not_otherwise() {
        assert!(similar("Backgrollnd", "BACKGROUND", 0.9));
        assert!(similar("Expected 0utcornes", "expected outcomes", 0.9));
        assert!(similar("Pro gramme", "Programme", 0.99));
        assert!(!similar("Documents", "Background", 0.6));
        assert!(!similar("", "Purpose", 0.1));
        assert!(similarity("Purpose", "Purpose.") > 0.999);
        assert!(similarity("panel", "Closing remarks") < 0.4);
    }

    #[test]
    fn letters_stand_for_digits() {
        let read: Vec<_> = "OoIl|SBgZbG".chars().map(digit).collect();
        assert_eq!(read, [0, 0, 1, 1, 1, 5, 8, 9, 2, 6, 6].map(Some));
        assert_eq!(digit('x'), None);
    }
}
