//! Ages a text as scanning and misreading do: seeded, at a rate per character.
//!
//! At each character that a scanner could misread, an error is made with the given probability: a look-alike is read
//! in its place (`rn` for `m`, `l` for `1`, `O` for `0`, `l` for the slash of `A/`), a space is lost, or one is added.
//! A digit never becomes another digit: what no reader could tell is not asked.

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
        } else if let Some((from, to)) = chance.choice(readings) {
            aged.push_str(to);
            rest = &rest[from.len()..];
        } else {
            aged.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    aged
}

/// What the beginning of `rest` can be read as, after `before`: what stands there, and what is read for it.
fn misreadings(rest: &str, before: Option<char>) -> Vec<(&'static str, &'static str)> {
    let slash = iter::once(("/", "l")).filter(|_| before == Some('A'));
    LOOK_ALIKES
        .iter()
        .flat_map(|(from, to)| to.iter().map(|to| (*from, *to)))
        .chain(slash)
        .filter(|(from, _)| rest.starts_with(from))
        .collect()
}

/// What stands in a note, and what scanners read for it.
const LOOK_ALIKES: &[(&str, &[&str])] = &[
    (" ", &[""]),
    ("'", &["`", ""]),
    (",", &["."]),
    ("-", &["~", "–", ""]),
    (".", &[",", ""]),
    (":", &[";", "."]),
    ("0", &["O", "o"]),
    ("1", &["l", "I"]),
    ("5", &["S"]),
    ("6", &["b"]),
    ("8", &["B"]),
    ("9", &["g"]),
    ("A", &["4"]),
    ("B", &["8", "R"]),
    ("C", &["G", "c"]),
    ("D", &["O"]),
    ("E", &["F", "B"]),
    ("G", &["C", "6"]),
    ("H", &["II", "N"]),
    ("I", &["l", "1"]),
    ("M", &["IVI", "N"]),
    ("N", &["H", "M"]),
    ("O", &["0", "Q"]),
    ("P", &["F", "p"]),
    ("R", &["P", "B"]),
    ("S", &["5", "s"]),
    ("T", &["l", "r"]),
    ("U", &["LI", "V"]),
    ("V", &["v", "Y"]),
    ("W", &["VV", "w"]),
    ("a", &["o", "n", "e"]),
    ("b", &["h", "6"]),
    ("c", &["e", "o"]),
    ("cl", &["d"]),
    ("d", &["cl", "a"]),
    ("e", &["c", "o"]),
    ("f", &["t", "l"]),
    ("fi", &["h", "ﬁ"]),
    ("g", &["q", "9"]),
    ("h", &["b", "li"]),
    ("i", &["l", "1", "j"]),
    ("j", &["i"]),
    ("k", &["lc", "h"]),
    ("l", &["1", "I", "i"]),
    ("li", &["h"]),
    ("m", &["rn", "nl", "in"]),
    ("n", &["u", "ri", "11"]),
    ("o", &["c", "0", "e"]),
    ("p", &["n", "l"]),
    ("q", &["g"]),
    ("r", &["i", "l'", "t"]),
    ("ri", &["n"]),
    ("rn", &["m"]),
    ("s", &["S", "5"]),
    ("t", &["l", "f", "i"]),
    ("th", &["tll", "tb"]),
    ("u", &["ii", "n", "ll"]),
    ("v", &["y", "r"]),
    ("vv", &["w"]),
    ("w", &["vv", "iv"]),
    ("x", &["z"]),
    ("y", &["v", "j"]),
    ("z", &["x", "s"]),
];
