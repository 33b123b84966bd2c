//! Latin letters without their diacritics.
//!
//! A table of its own, since all that is asked here is small: the tables of `unicode-normalization`, which know every script
//! and go both ways, are an eighth of the page's bytes. The test holds it against them.

/// Each letter, and what it is with a diacritic: of Latin-1, Latin Extended-A and -B, and Latin Extended Additional.
const LETTERS: [(char, &str); 25] = [
    ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ('b', "ḃḅḇ"),
    ('c', "çćĉċčḉ"),
    ('d', "ďḋḍḏḑḓđ"),
    ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ('f', "ḟ"),
    ('g', "ĝğġģǧǵḡ"),
    ('h', "ĥȟḣḥḧḩḫẖ"),
    ('i', "ìíîïĩīĭįǐȉȋḭḯỉịı"),
    ('j', "ĵǰ"),
    ('k', "ķǩḱḳḵ"),
    ('l', "ĺļľḷḹḻḽł"),
    ('m', "ḿṁṃ"),
    ('n', "ñńņňǹṅṇṉṋ"),
    ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø"),
    ('p', "ṕṗ"),
    ('r', "ŕŗřȑȓṙṛṝṟ"),
    ('s', "śŝşšșṡṣṥṧṩ"),
    ('t', "ţťțṫṭṯṱẗ"),
    ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ('v', "ṽṿ"),
    ('w', "ŵẁẃẅẇẉẘ"),
    ('x', "ẋẍ"),
    ('y', "ýÿŷȳẏẙỳỵỷỹ"),
    ('z', "źżžẑẓẕ"),
];

/// The letter in lower case without its diacritics; letters of other scripts stay as they are, marks that stand apart from
/// their letter go. A lower case of several letters gives those that are no marks.
pub(super) fn without_diacritics(letter: char) -> impl Iterator<Item = char> {
    letter.to_lowercase().filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}')).map(base)
}

fn base(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    LETTERS.iter().find(|(_, letters)| letters.contains(letter)).map_or(letter, |(base, _)| *base)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    #[test]
    fn the_table_holds_what_unicode_decomposes() {
        for letter in ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}') {
            let plain = |letter: char| letter.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>();
            let expected = plain(letter).to_lowercase();
            // Letters with a stroke are letters of their own to Unicode.
            if expected.len() == 1 {
                assert_eq!(without_diacritics(letter).collect::<String>(), expected, "{letter}");
            }
        }
    }

    #[test]
    fn what_has_no_diacritics_stays() {
        let plain = |text: &str| text.chars().flat_map(without_diacritics).collect::<String>();
        assert_eq!(plain("Łódź, e\u{301}t ЖЗ 東 №7"), "lodz, et жз 東 №7");
    }
}
