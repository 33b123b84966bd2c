//! Ages a text as scanning and misreading do: seeded, at a rate per character.
//!
//! At each character that a scanner could misread, an error is made with the given probability: it is read for another, with
//! those around it or without (`rn` for `m`, `e` for `o`, `l` for the slash of `A/`), or lost; or a space is lost, or one is
//! added. What is read for it is drawn by weights. A digit never becomes another digit: what no reader could tell is not asked.

use std::iter;

/// `text` with errors at `rate` per character; the same seed, the same errors.
pub fn age(text: &str, rate: f64, seed: u64) -> String {
    let mut chance = fastrand::Rng::with_seed(seed);
    let mut aged = String::with_capacity(text.len() + text.len() / 16);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let struck = chance.f64() < rate;
        let readings = if struck { misreadings(rest, aged.chars().next_back()) } else { Vec::new() };
        // One error in twelve is a space where there is none.
        if struck && c.is_alphanumeric() && chance.u8(..12) == 0 {
            aged.push(c);
            aged.push(' ');
            rest = &rest[c.len_utf8()..];
        } else if let Some((from, to)) = drawn(&readings, &mut chance) {
            aged.push_str(to);
            rest = &rest[from.len()..];
        } else {
            aged.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    aged
}

/// What stands in a text, what is read for it, and how often, beside the others.
type Misreading = (&'static str, &'static str, u32);

/// One of some misreadings, by their weights.
fn drawn(readings: &[Misreading], chance: &mut fastrand::Rng) -> Option<(&'static str, &'static str)> {
    let all: u32 = readings.iter().map(|reading| reading.2).sum();
    let mut at = if all > 0 { chance.u32(..all) } else { 0 };
    let reading = readings.iter().find(|reading| {
        let here = at < reading.2;
        at = at.saturating_sub(reading.2);
        here
    });
    reading.map(|&(from, to, _)| (from, to))
}

/// What the beginning of `rest` can be read as, after `before`.
fn misreadings(rest: &str, before: Option<char>) -> Vec<Misreading> {
    let slash = iter::once(("/", "l", RARE)).filter(|_| before == Some('A'));
    LOOK_ALIKES
        .iter()
        .flat_map(|(from, to)| to.iter().map(|(to, weight)| (*from, *to, *weight)))
        .chain(slash)
        .filter(|(from, ..)| rest.starts_with(from))
        .collect()
}

/// How often other scanners than tesseract make a misreading that it does not.
const RARE: u32 = 3;

/// What stands in a note, and what scanners read for it, with a weight: how often in ten thousand tesseract 5.3 did, over 24
/// rescanned copies of twelve notes, or [`RARE`].
const LOOK_ALIKES: &[(&str, &[(&str, u32)])] = &[
    (" ", &[("", 5)]),
    ("'", &[("", RARE), ("`", RARE)]),
    ("(", &[("{", 476)]),
    (")", &[("}", 578)]),
    (",", &[(".", 307)]),
    ("-", &[("~", 63), ("", RARE), ("–", RARE)]),
    (".", &[(",", 513), ("", 176)]),
    ("0", &[("O", RARE), ("o", RARE)]),
    ("1", &[("I", RARE), ("l", RARE)]),
    ("5", &[("S", RARE)]),
    ("6", &[("b", RARE)]),
    ("8", &[("B", RARE)]),
    ("9", &[("g", RARE)]),
    (":", &[(";", 102), (".", RARE)]),
    (";", &[(":", 1961)]),
    ("A", &[("4", 196)]),
    ("B", &[("8", RARE), ("R", RARE)]),
    ("C", &[("G", RARE), ("c", RARE)]),
    ("D", &[("O", RARE)]),
    ("E", &[("F", 118), ("B", RARE)]),
    ("G", &[("6", RARE), ("C", RARE)]),
    ("H", &[("II", RARE), ("N", RARE)]),
    ("H.E.", &[("HLE.", 200), ("HE.", 100), ("HUE.", 100), ("H-E.", 60)]),
    ("I", &[("i", 321), ("[", 301), ("|", 261), ("", 141), ("f", 141), ("1", 120), ("T", 100), ("{", 80), ("l", RARE)]),
    ("II", &[("H", 200), ("IL", 100)]),
    ("M", &[("IVI", RARE), ("N", RARE)]),
    ("N", &[("H", RARE), ("M", RARE)]),
    ("O", &[("0", RARE), ("Q", RARE)]),
    ("P", &[("F", RARE), ("p", RARE)]),
    ("R", &[("B", RARE), ("P", RARE)]),
    ("S", &[("5", RARE), ("s", RARE)]),
    ("T", &[("l", RARE), ("r", RARE)]),
    ("U", &[("LI", RARE), ("V", RARE)]),
    ("V", &[("Y", RARE), ("v", RARE)]),
    ("W", &[("VV", RARE), ("w", RARE)]),
    ("a", &[("e", 6), ("4", 5), ("s", 4), ("n", RARE), ("o", RARE)]),
    ("b", &[("h", 63), ("6", RARE)]),
    ("c", &[("e", 19), ("o", RARE)]),
    ("cl", &[("d", RARE)]),
    ("d", &[("a", RARE), ("cl", RARE)]),
    ("di", &[("ch", 151)]),
    ("e", &[("o", 21), ("a", 19), ("c", RARE)]),
    ("f", &[("t", 45), ("l", RARE)]),
    ("fi", &[("h", RARE), ("ﬁ", RARE)]),
    ("g", &[("q", 90), ("y", 30), ("9", RARE)]),
    ("h", &[("b", RARE), ("li", RARE)]),
    ("i", &[("", 58), ("t", 30), ("u", 17), ("1", 14), ("a", 13), ("r", 9), ("j", RARE), ("l", RARE)]),
    ("im", &[("un", 205)]),
    ("in", &[("m", 265)]),
    ("iv", &[("w", 73)]),
    ("j", &[("i", RARE)]),
    ("k", &[("h", RARE), ("lc", RARE)]),
    ("l", &[("", 28), ("i", 16), ("t", 16), ("!", 10), ("h", 9), ("f", 7), ("1", RARE), ("I", RARE)]),
    ("li", &[("h", 380)]),
    ("lu", &[("hi", 658)]),
    ("m", &[("in", 43), ("n", 23), ("tn", 14), ("ni", 11), ("nl", RARE), ("rn", RARE)]),
    ("mi", &[("nu", 204)]),
    ("n", &[("m", 24), ("u", 5), ("11", RARE), ("ri", RARE)]),
    ("ni", &[("m", 233)]),
    ("o", &[("e", 59), ("a", 48), ("u", 17), ("0", RARE), ("c", RARE)]),
    ("p", &[("l", RARE), ("n", RARE)]),
    ("q", &[("g", RARE)]),
    ("r", &[("i", RARE), ("l'", RARE), ("t", RARE)]),
    ("ri", &[("n", 619), ("m", 120)]),
    ("rn", &[("m", RARE)]),
    ("s", &[("5", RARE), ("S", RARE)]),
    ("t", &[("f", RARE), ("i", RARE), ("l", RARE)]),
    ("th", &[("tb", RARE), ("tll", RARE)]),
    ("ti", &[("u", 110), ("n", 21)]),
    ("u", &[("ii", RARE), ("ll", RARE), ("n", RARE)]),
    ("v", &[("r", RARE), ("y", RARE)]),
    ("vv", &[("w", RARE)]),
    ("w", &[("iv", RARE), ("vv", RARE)]),
    ("x", &[("z", RARE)]),
    ("y", &[("v", 27), ("j", RARE)]),
    ("z", &[("s", RARE), ("x", RARE)]),
    ("•", &[("*", 6512), ("+", 2558)]),
];
