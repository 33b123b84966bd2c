//! When two values count as the same: folded texts, up to a similarity.

use serde_json::Value;
use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

use super::json::text;
use super::sequence::{matched, ratio};

/// Whether `got` is `gold`, or one of its alternatives, up to `floor` in similarity.
pub fn same(gold: &Value, got: &Value, floor: f64) -> bool {
    if gold.is_null() || got.is_null() {
        return gold.is_null() && got.is_null();
    }
    let got = fold(&text(got));
    text(gold).split('|').any(|gold| {
        let folded = fold(gold);
        folded == got || gold.chars().count() > 12 && alike(&folded, &got) >= floor
    })
}

fn alike(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    // No more can be shared than the shorter holds: most pairs are told apart by their length.
    let most = 2.0 * a.len().min(b.len()) as f64 / (a.len() + b.len()).max(1) as f64;
    if most < 0.8 { most } else { ratio(&a, &b) }
}

/// Whether `got` holds `fragment`, word for word up to a tenth of its words.
pub fn holds(fragment: &str, got: &str) -> bool {
    let (fragment, got) = (fold(fragment), fold(got));
    let a: Vec<&str> = fragment.split_whitespace().collect();
    let b: Vec<&str> = got.split_whitespace().collect();
    matched(&a, &b) as f64 >= 0.9 * a.len() as f64
}

/// `text` without case, accents and the differences between marks that a reader does not see as differences.
pub fn fold(text: &str) -> String {
    let marks = |c| match c {
        '–' | '—' => '-',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        c => c,
    };
    let plain: String = text.chars().map(marks).nfkd().filter(|c| canonical_combining_class(*c) == 0).collect();
    let spaced = plain.to_lowercase().replace('ß', "ss").split_whitespace().collect::<Vec<_>>().join(" ");
    spaced.trim_matches([' ', '.', ',', ';', ':', '"', '\'', '(', ')', '[', ']', '•', '■', '▪']).to_owned()
}
