//! Where a person's name stands, no word is mended that is not known to be one.

use crate::text::edit::Edit;
use crate::text::{lex, lexicon, lookalike};

/// The longest name of a person, with honorifics, in bytes.
const NAME_MAX: usize = 120;

/// How far the name that an edit writes may look from what is given, and how much farther for each letter.
const ALIKE: f32 = 0.3;
const ALIKE_LETTER: f32 = 0.05;

/// Whether an edit would write something else than a known name where a person's name stands: behind an honorific, up to
/// the next comma or bracket. No lexicon holds all names, so what is not known to be one is left as it is given.
pub fn is_in_name(text: &str, edit: &Edit) -> bool {
    let start = edit.span.start as usize;
    let is_name = |word: &str| lexicon::is_name(word) || word.split('-').all(lexicon::is_name);
    let given = &text[edit.span.range()];
    let limit = ALIKE + ALIKE_LETTER * given.chars().count() as f32;
    if edit.to.split(' ').all(is_name) && lookalike::cost_within(given, &edit.to, limit).is_some() {
        return false;
    }
    if is_name_line(text, edit) {
        return true;
    }
    let near = text.floor_char_boundary(start.saturating_sub(NAME_MAX));
    let line = text[near..start].rfind(['\n', '\t', ',', '(', '[', ';', ':']).map_or(near, |at| near + at + 1);
    let before = &text[line..start];
    before.char_indices().any(|(i, c)| {
        let begins = c.is_uppercase() && !before[..i].ends_with(char::is_alphanumeric);
        begins && lex::honorific(&text[line + i..]).is_some_and(|length| line + i + length <= start)
    })
}

/// Whether an edit stands on a line that is a name: two to five capitalised words, none of the others a known word.
fn is_name_line(text: &str, edit: &Edit) -> bool {
    let (start, end) = (edit.span.start as usize, edit.span.end as usize);
    let (near, far) =
        (text.floor_char_boundary(start.saturating_sub(NAME_MAX)), text.floor_char_boundary(end + NAME_MAX));
    let from = text[near..start].rfind(['\n', '\t']).map(|at| near + at + 1);
    let to = text[end..far].find(['\n', '\t']).map(|at| end + at);
    let from = from.or((near == 0).then_some(0));
    let to = to.or((far == text.len()).then_some(far));
    let (Some(from), Some(to)) = (from, to) else { return false };
    let (before, after) = (text[from..start].split_whitespace(), text[end..to].split_whitespace());
    let mut others = before.chain(after);
    let name = |word: &str| {
        let bare = word.trim_matches(['.', ',']);
        word.starts_with(char::is_uppercase) && (lexicon::is_name(bare) || !lexicon::contains(bare))
    };
    let count = others.clone().count();
    (1..=4).contains(&count) && others.all(name) && text[start..end].starts_with(char::is_uppercase)
}

/// Turns an edit of a name into one that only writes letters for the digits in it; answers whether there are any.
pub fn keep_to_letters(text: &str, edit: &mut Edit) -> bool {
    let given = &text[edit.span.range()];
    let letters: String = given
        .chars()
        .map(|c| match c {
            '1' => 'l',
            '0' => 'o',
            _ => c,
        })
        .collect();
    let lettered = letters != given && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    if lettered {
        edit.to = letters.into();
    }
    lettered
}
