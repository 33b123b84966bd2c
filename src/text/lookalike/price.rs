//! The price of each confusion, as tables.

/// A price in hundredths of an edit that no look-alike explains.
pub(in crate::text) type Price = u16;

/// The price of an edit that no look-alike explains.
pub(super) const EDIT: Price = 100;
/// The price of a letter in the other case.
const CASE: Price = 6;
/// The price of a lost or an added accent.
const ACCENT: Price = 10;
/// The price of a lost or an added space.
pub(in crate::text) const SPACE: Price = 20;
/// The price of a speck read as a mark, and of a mark that was lost.
const MARK: Price = 25;
const MARK_LOST: Price = 30;
/// The price of a letter that was lost for being as thin as a stroke.
const THIN_LOST: Price = 30;
/// The price of an r that was lost, of which little more than a stroke is seen.
const R_LOST: Price = 70;
/// The least that a character costs that stands on one side alone.
pub(super) const LEAST_ODD: Price = SPACE;

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

/// The price of a character that stands in the text and did not on the page.
pub(super) fn added(c: char) -> Price {
    match c {
        _ if c.is_ascii_alphanumeric() => EDIT,
        ' ' | '\n' | '\t' | '\u{a0}' => SPACE,
        _ if is_mark(c) => MARK,
        _ => EDIT,
    }
}

/// The price of a character that stood on the page and does not in the text.
pub(super) fn lost(c: char) -> Price {
    match c {
        ' ' => SPACE,
        '-' | '\'' | '.' | ',' | '’' => MARK_LOST,
        'i' | 'l' | 'I' => THIN_LOST,
        'r' => R_LOST,
        _ => EDIT,
    }
}

/// The price of reading `given` for `meant`, one character each.
#[inline]
pub(super) fn swapped(given: char, meant: char) -> Price {
    if given == meant {
        return 0;
    }
    match PRICES.get(given as usize).and_then(|prices| prices.get(meant as usize)) {
        Some(&price) => price.into(),
        None => swapped_accented(given, meant),
    }
}

/// The price of reading `given` for `meant`, one of which is beyond ASCII.
fn swapped_accented(given: char, meant: char) -> Price {
    let (plain_given, plain_meant) = (unaccented(given), unaccented(meant));
    if plain_given == plain_meant {
        return if is_mark(given) && is_mark(meant) { CASE } else { ACCENT };
    }
    match (plain_given, meant) {
        // An accent above a round letter closes it to a 6.
        ('6', 'ó' | 'ò' | 'ô' | 'ć' | 'č' | 'ő' | 'ö' | 'é' | 'è') => 20,
        ('i', 'í' | 'ì' | 'î' | 'ï') => ACCENT,
        _ if plain_given.is_ascii() && plain_meant.is_ascii() => {
            (ACCENT + Price::from(PRICES[plain_given as usize][plain_meant as usize])).min(EDIT)
        }
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

/// The letter without its accent, the quotation mark or dash in its plain form.
pub fn unaccented(c: char) -> char {
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

/// The least that a character costs that is read for another, case and accents apart.
pub(super) const LEAST_SWAP: Price = 15;

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
    (20, "ao"),
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
    (35, "iu"),
    (35, "ou"),
    (45, "tu"),
    (45, "ia"),
    (40, "lh"),
    (35, "it"),
    (50, "in"),
    (50, "ir"),
];

const fn prices() -> [[u8; 128]; 128] {
    let mut prices = [[EDIT as u8; 128]; 128];
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
            let case = CASE as u8;
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

static PRICES: [[u8; 128]; 128] = prices();

#[cfg(test)]
mod tests {
    use super::digit;

    #[test]
    fn letters_stand_for_digits() {
        let read: Vec<_> = "OoIl|SBgZbG".chars().map(digit).collect();
        assert_eq!(read, [0, 0, 1, 1, 1, 5, 8, 9, 2, 6, 6].map(Some));
        assert_eq!(digit('x'), None);
    }
}
