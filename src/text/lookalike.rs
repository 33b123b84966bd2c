//! What a scanner takes for what: the one table of look-alikes, and distances weighted by it.
//!
//! Two kinds of confusion are known. Single characters stand in [`CLASSES`] with the price of taking one for another.
//! Groups (`rn` for `m`, `cl` for `d`, `lli` for `th`) need no table: a page is read as strokes, and a reader that cuts
//! them up in the wrong places still sees the same number of them, so that two groups of letters look alike when their
//! strokes ([`STROKES`]: straight and other strokes, left to right) agree. Distances are the cheapest alignment of the two texts
//! (Wagner and Fischer's dynamic programme with groups, as in Brill and Moore, "An improved error model for noisy channel
//! spelling correction", 2000): time and space grow with the product of the lengths, and a limit cuts most of it off.

/// The price of an edit that no look-alike explains.
const EDIT: f32 = 1.0;
/// The price of a letter in the other case.
const CASE: f32 = 0.06;
/// The price of a lost or an added accent.
const ACCENT: f32 = 0.1;
/// The price of a lost or an added space.
pub(super) const SPACE: f32 = 0.2;
/// The price of a speck read as a mark, or of a mark that was lost.
const MARK: f32 = 0.25;
/// The price of a group of letters cut up in other places, and of each further character in it.
const GROUP: f32 = 0.25;
const GROUP_CHAR: f32 = 0.1;
/// The price of each character by which the sides of a group differ in length, but for the first.
const GROUP_UNEVEN: f32 = 0.15;
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
    let reach = Reach { limit, half: limit, band: usize::MAX, mirrored: false };
    Aligner::new(given, reach).cost(meant.iter().copied())
}

/// How far an alignment looks.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    /// What it may cost.
    pub(super) limit: f32,
    /// What it may cost up to the middle of the given text.
    pub(super) half: f32,
    /// How far the places of characters that answer to each other may lie apart.
    pub(super) band: usize,
    /// Whether both texts are read from the end, so that what has two sides is mirrored.
    pub(super) mirrored: bool,
}

/// Aligns one given text with many that may have been meant, a character of the latter at a time, so that texts with a
/// common start are aligned with it once.
pub(super) struct Aligner<'a> {
    given: &'a [char],
    reach: Reach,
    /// For each character of the given text, what it costs to read it for each small letter.
    letters: Vec<[f32; 26]>,
    /// For each character of the given text, what it costs where nothing stood.
    added: Vec<f32>,
    /// For each place in the given text and each number of strokes, the group that ends there and has so many: its
    /// characters, and which of its strokes are round. No characters where there is none.
    groups: Vec<[(u8, u32); GROUP_STROKES as usize + 1]>,
    /// What has been meant so far, each character with its strokes.
    meant: Vec<(char, Option<Strokes>)>,
    /// One row of the programme for each character of it, and one before.
    rows: Vec<f32>,
    /// For each row, the least that a way on from it goes over its limit: by one character, and by a group.
    over: Vec<(f32, f32)>,
}

impl<'a> Aligner<'a> {
    pub(super) fn new(given: &'a [char], reach: Reach) -> Self {
        let mut groups = vec![[(0, 0); GROUP_STROKES as usize + 1]; given.len() + 1];
        for (end, groups) in groups.iter_mut().enumerate() {
            let mut all = Strokes::default();
            for length in 1..=GROUP_MAX.min(end) {
                let Some(more) = strokes(given[end - length]) else { break };
                all = all.after(more.seen(reach.mirrored));
                if all.count > GROUP_STROKES {
                    break;
                }
                groups[all.count as usize] = (length as u8, all.round);
            }
        }
        let letters = given.iter().map(|&c| std::array::from_fn(|i| swapped(c, char::from(b'a' + i as u8)))).collect();
        let added: Vec<f32> = given.iter().map(|&c| added(c)).collect();
        let mut aligner = Self {
            letters,
            added,
            given,
            reach,
            groups,
            meant: Vec::new(),
            rows: vec![f32::INFINITY; given.len() + 1],
            over: Vec::new(),
        };
        let (mut cost, mut over) = (0.0, (f32::INFINITY, f32::INFINITY));
        for j in 0..=given.len() {
            if j > 0 {
                cost += aligner.added[j - 1];
            }
            aligner.enter(j, j, cost, &mut over);
        }
        aligner.over.push(over);
        aligner
    }

    /// What it may cost up to the character at `j` of the given text.
    #[inline]
    fn limit(&self, j: usize) -> f32 {
        if 2 * j <= self.given.len() { self.reach.half } else { self.reach.limit }
    }

    /// Notes that it costs `cost` to come to `j`, at `at` among the rows.
    #[inline]
    fn enter(&mut self, at: usize, j: usize, cost: f32, over: &mut (f32, f32)) {
        if cost <= self.limit(j) {
            self.rows[at] = cost;
            over.0 = over.0.min(cost - self.limit(j + 1));
            over.1 = over.1.min(cost - self.limit(j + GROUP_MAX));
        }
    }

    /// How many characters have been meant so far.
    pub(super) fn depth(&self) -> usize {
        self.meant.len()
    }

    /// Forgets all that has been meant but the first `depth` characters.
    pub(super) fn keep(&mut self, depth: usize) {
        self.meant.truncate(depth);
        self.over.truncate(depth + 1);
        self.rows.truncate((depth + 1) * (self.given.len() + 1));
    }

    /// Goes on with `c`.
    pub(super) fn push(&mut self, c: char) {
        let width = self.given.len() + 1;
        self.meant.push((c, strokes(c).map(|strokes| strokes.seen(self.reach.mirrored))));
        let depth = self.meant.len();
        let (at, above) = (depth * width, (depth - 1) * width);
        // The groups that end here, shortest first: where they began, their strokes and their price but for the other side.
        let mut ends = [(0, Strokes::default(), 0.0); GROUP_MAX];
        let mut count = 0;
        let mut all = Strokes::default();
        for length in 1..=GROUP_MAX.min(depth) {
            let Some(more) = self.meant[depth - length].1 else { break };
            all = all.after(more);
            if all.count > GROUP_STROKES {
                break;
            }
            ends[count] = ((depth - length) * width, all, GROUP + GROUP_CHAR * (length as f32 - 3.0));
            count += 1;
        }
        let lost = lost(c);
        let letter = c.is_ascii_lowercase().then(|| usize::from(c as u8 - b'a'));
        self.rows.resize(at + width, f32::INFINITY);
        let mut over = (f32::INFINITY, f32::INFINITY);
        if depth <= self.reach.band {
            self.enter(at, 0, self.rows[above] + lost, &mut over);
        }
        let from = depth.saturating_sub(self.reach.band).max(1);
        for j in from..width.min(depth.saturating_add(self.reach.band).saturating_add(1)) {
            let swapped = match letter {
                Some(letter) => self.letters[j - 1][letter],
                None => swapped(self.given[j - 1], c),
            };
            let mut best = (self.rows[above + j - 1] + swapped)
                .min(self.rows[above + j] + lost)
                .min(self.rows[at + j - 1] + self.added[j - 1]);
            for (number, &(before, strokes, price)) in ends[..count].iter().enumerate() {
                let (length, round) = self.groups[j][strokes.count as usize];
                let bent = (round ^ strokes.round).count_ones();
                if length > 0 && usize::from(length) + number > 1 && bent <= BENT_MAX {
                    let uneven = usize::from(length).abs_diff(number + 1).saturating_sub(1) as f32;
                    let price = price + GROUP_CHAR * f32::from(length) + GROUP_UNEVEN * uneven + BENT * bent as f32;
                    best = best.min(self.rows[before + j - usize::from(length)] + price);
                }
            }
            self.enter(at + j, j, best, &mut over);
        }
        self.over.push(over);
    }

    /// Whether all that begins so costs too much: a way on leads from the last row, or by a group from one of the few before.
    pub(super) fn is_over(&self) -> bool {
        self.over.iter().rev().take(GROUP_MAX).enumerate().all(|(back, &(one, group))| {
            let price = GROUP + GROUP_CHAR * (back.max(1) as f32 - 1.0);
            (back > 0 || one > 0.0) && group + price > 0.0
        })
    }

    /// The [`cost`] of reading the given text for what has been meant so far.
    pub(super) fn total(&self) -> f32 {
        self.rows.last().copied().unwrap_or(f32::INFINITY)
    }

    /// The [`cost`] of reading the given text for `meant` where it is no more than the limit.
    pub(super) fn cost(&mut self, meant: impl IntoIterator<Item = char>) -> Option<f32> {
        self.keep(0);
        for c in meant {
            self.push(c);
            if self.is_over() {
                return None;
            }
        }
        Some(self.total()).filter(|&cost| cost <= self.reach.limit)
    }
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

/// The strokes of a run of characters, left to right: how many, and a bit for each that is no stem.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Strokes {
    count: u32,
    round: u32,
}

impl Strokes {
    /// These strokes as they follow each other when read from the end, or as they are.
    fn seen(self, mirrored: bool) -> Self {
        let turned = if self.count == 0 { 0 } else { self.round.reverse_bits() >> (u32::BITS - self.count) };
        if mirrored { Self { round: turned, ..self } } else { self }
    }

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
    (35, "yj"),
    (40, "pn"),
    (45, "pl"),
    (45, "sz"),
    (40, "ao"),
    (35, "ae"),
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
            ("infonnal", "informal", 0.36),
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
            assert!(cost(given, meant) > 1.6, "{given} for {meant}: {}", cost(given, meant));
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
