//! What the form of a run of characters says before its letters are weighed: the marks of lists, numbers, codes and
//! abbreviations are no misread words, whatever words they look like.

use crate::text::lexicon;

/// Whether `core`, of the run `chunk`, has a form that no misread word has.
pub(super) fn is_no_word(chunk: &str, core: &str) -> bool {
    is_letter(core)
        || is_elided(core)
        || is_enumerator(chunk)
        || is_numeral(core)
        || is_number(core)
        || is_code(core)
        || is_plural(core)
        || is_initials(core)
        || is_number_twice(core)
}

/// `three(3)`: a number in words and in digits, the space between them lost.
fn is_number_twice(core: &str) -> bool {
    let digits = core.split_once('(').map(|(word, behind)| (word, behind.trim_end_matches(')')));
    digits.is_some_and(|(word, digits)| {
        let counted = !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
        counted && word.bytes().all(|b| b.is_ascii_alphabetic())
    })
}

/// `M`: one capital, but for what an `I` looks like. It may be a word's first letter, but is none misread.
pub(super) fn is_letter(core: &str) -> bool {
    core.len() == 1 && core != "J" && core.bytes().all(|b| b.is_ascii_uppercase())
}

/// `d'état`, `o'clock`: a word that another has lost its vowel or its end before.
fn is_elided(core: &str) -> bool {
    ["d'", "d’", "D'", "D’", "o'", "o’", "O'", "O’"]
        .iter()
        .any(|start| core.strip_prefix(start).is_some_and(|word| word.len() > 2))
}

/// `(b)`, `l)`: one letter and a closing bracket. `(iii)`, `(tbc)`: a few small letters in brackets by themselves are a
/// numeral or an abbreviation.
fn is_enumerator(chunk: &str) -> bool {
    const LETTERS_MAX: usize = 3;
    let bare = chunk.trim_end_matches([',', ';', '.', ':']).strip_suffix([')', ']']);
    let numeral = |bare: &str| bare.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l' | 'I' | '1' | '|'));
    bare.is_some_and(|bare| match bare.strip_prefix(['(', '[']) {
        Some(bare) if bare.len() <= LETTERS_MAX => bare.bytes().all(|b| b.is_ascii_alphabetic()),
        Some(bare) => numeral(bare),
        None => bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_alphabetic()),
    })
}

/// `VIII`, `iv`, and `VllI`, which is one misread.
pub(super) fn is_numeral(core: &str) -> bool {
    let roman = |c: char| matches!(c, 'I' | 'V' | 'X' | 'L');
    core.chars().all(roman)
        || core.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
        || core.len() == 3 && core.contains('i') && core.chars().all(|c| matches!(c, 'i' | 'l' | '1' | '|'))
        || core.len() > 1
            && core.contains(['I', 'V', 'X'])
            && core.chars().all(|c| roman(c) || matches!(c, 'l' | '1' | '|' | '!'))
}

/// `l5`, `2O`, `lO`: digits, or what they are misread as, and nothing else. A number and its unit: `20MB`, `3bn`.
fn is_number(core: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || matches!(c, 'l' | 'I' | '|' | 'O');
    let told =
        core.contains(|c: char| c.is_ascii_digit()) || core.len() > 1 && core.contains('O') && !core.starts_with('O');
    let counted = core.trim_start_matches(|c: char| c.is_ascii_digit());
    let unit = counted.len() < core.len() && !counted.is_empty() && counted.len() <= 2;
    // Zeros, ones and fives begin misread words.
    told && core.chars().all(digit)
        || unit && core.starts_with(['2', '3', '4', '7'])
        || unit && core.len() - counted.len() > 1
}

/// `Corr.1`, `CB-1`, `NL-02059`, `Add.l`: a few letters, a point or a hyphen, and a number.
fn is_code(core: &str) -> bool {
    const LETTERS_MAX: usize = 4;
    let number = |part: &str| part.starts_with(|c: char| c.is_ascii_digit()) || matches!(part, "l" | "I");
    let letters = |part: &str| part.len() <= LETTERS_MAX && part.starts_with(|c: char| c.is_ascii_uppercase());
    let mut parts = core.split(['.', '-', '/']);
    parts.next().is_some_and(letters) && parts.clone().any(number) && parts.all(|part| number(part) || letters(part))
}

/// `NGOs`: the plural of what is written in capitals.
fn is_plural(core: &str) -> bool {
    let capitals = core.strip_suffix('s').unwrap_or_default();
    (2..=5).contains(&capitals.len()) && capitals.bytes().all(|b| b.is_ascii_uppercase())
}

/// Single letters with full stops or slashes: `H.E`, `a.m`, `n/a`.
pub(super) fn is_initials(core: &str) -> bool {
    core.contains(['.', '/']) && core.split(['.', '/']).all(|part| part.chars().count() <= 1)
}

/// The word that is contracted with another: `we` of `we'll`, `do` of `don't`.
pub(super) fn contracted(core: &str) -> Option<&str> {
    const ENDINGS: [&str; 5] = ["ll", "ve", "re", "d", "m"];
    const NEGATED: [(&str, &str); 3] = [("ca", "can"), ("wo", "will"), ("sha", "shall")];
    let (word, ending) = core.split_once(['\'', '’'])?;
    if ENDINGS.contains(&ending) {
        return Some(word);
    }
    let verb = word.strip_suffix('n').filter(|_| ending == "t")?;
    let short = NEGATED.iter().find(|(short, _)| short.eq_ignore_ascii_case(verb));
    Some(short.map_or(verb, |(_, whole)| whole))
}

/// Whether a word ends in `ive`, of which the last strokes were read as a w: `objectwe` is no `object we`.
pub(super) fn ends_in_ive(given: &str) -> bool {
    given.strip_suffix("we").is_some_and(|stem| lexicon::contains(&format!("{stem}ive")))
}

/// Whether a capital stands in a word among small letters.
pub(super) fn has_inner_capital(word: &str) -> bool {
    inner_capitals(word).next().is_some() && word.chars().any(char::is_lowercase)
}

/// Whether those who wrote a word meant the capitals in it (`McGill`, `iPhone`), as far as they are others than a scanner
/// takes small letters for (`infOlm`, `alTangements`).
pub(super) fn is_camel(word: &str) -> bool {
    let mut chars = word.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    let prefixed = first.is_lowercase() && second.is_uppercase() && second != 'O' && chars.any(char::is_lowercase);
    prefixed || inner_capitals(word).any(|c| !matches!(c, 'O' | 'U' | 'S' | 'C' | 'I' | 'T' | 'J' | 'Q' | 'Y'))
}

/// The capitals of a word but for those that begin one of its parts.
pub(super) fn inner_capitals(word: &str) -> impl Iterator<Item = char> + '_ {
    word.split('-').flat_map(|part| part.chars().skip(1)).filter(|c| c.is_uppercase())
}
