//! The pillars that a sentence names, and the numbers in it that are none of theirs.

use std::ops::Range;

use super::model::Pillar;
use super::phrase;
use super::principle::begins_with_principle;
use crate::text::lexicon;

/// What names a pillar.
pub(super) const PILLAR: [&str; 2] = ["pillar", "pillars"];

/// The pillars that a sentence names, each with the words that name it; `counted` where the note has said how many there are.
pub(super) fn named(text: &str, counted: bool) -> Vec<(Pillar, Range<usize>)> {
    let words: Vec<Range<usize>> = phrase::words(text).collect();
    let mut named: Vec<(Pillar, Range<usize>)> =
        (0..words.len()).flat_map(|at| named_at(text, &words, at, counted)).collect();
    if !named.is_empty() {
        named.extend(elliptical(text, &words));
    }
    named
}

/// The pillars that the word at `at` names, with those around it.
fn named_at(text: &str, words: &[Range<usize>], at: usize, counted: bool) -> Vec<(Pillar, Range<usize>)> {
    let range = &words[at];
    let word = &text[range.clone()];
    // `three-pillar`, `second-pillar` stand as one word.
    if let Some((number, _)) = word.rsplit_once('-').filter(|(_, last)| is_pillar(last)) {
        if phrase::number(number) == Some(3) {
            return all_at(range);
        }
        let Some(own) = ordered(number) else { return Vec::new() };
        let mut named = vec![(own, range.clone())];
        // `first- and second-pillar measures`
        if at > 0 && ties(&text[words[at - 1].clone()]) {
            named.extend(list_before(text, words, at));
        }
        return named;
    }
    if !is_pillar(word) {
        return Vec::new();
    }
    let behind = list_behind(text, words, at);
    if !behind.is_empty() {
        return behind;
    }
    if let Some(two) = first_or_last_two(text, words, at) {
        return two.iter().map(|pillar| (*pillar, words[at - 2].start..range.end)).collect();
    }
    let before = list_before(text, words, at);
    if before.is_empty() && means_all(text, words, at, counted) { all_at(range) } else { before }
}

/// All pillars, each named at `place`.
fn all_at(place: &Range<usize>) -> Vec<(Pillar, Range<usize>)> {
    Pillar::ALL.map(|pillar| (pillar, place.clone())).to_vec()
}

/// `the first and second pillars`, `three equal, mutually-reinforcing, and non-sequential pillars`.
fn list_before(text: &str, words: &[Range<usize>], at: usize) -> Vec<(Pillar, Range<usize>)> {
    const PREPOSITIONS: [&str; 9] = ["on", "in", "to", "for", "by", "with", "from", "about", "under"];
    let plural = text[words[at].clone()].ends_with('s');
    let mut found = Vec::new();
    for i in (at.saturating_sub(6)..at).rev() {
        let word = &text[words[i].clone()];
        if is_pillar(word) {
            break;
        }
        let place = words[i].start..words[at].end;
        if phrase::number(word) == Some(3) && (plural || i + 1 == at) {
            return all_at(&place);
        }
        match ordered(word) {
            Some(pillar) if at - i <= 4 => found.push((pillar, place)),
            _ if !found.is_empty() && !ties(word) => break,
            // `the first report on the pillars`
            _ if PREPOSITIONS.contains(&word) => break,
            _ => {}
        }
    }
    found
}

/// The pillar that an ordinal names.
fn ordered(word: &str) -> Option<Pillar> {
    phrase::ordinal(word).and_then(|n| Pillar::ALL.get(n as usize - 1)).copied()
}

/// `each pillar`, `all three pillars`, `the pillars of the responsibility to protect`; where they are `counted`, any `the pillars`.
fn means_all(text: &str, words: &[Range<usize>], at: usize, counted: bool) -> bool {
    let before = |distance: usize| at.checked_sub(distance).map_or("", |i| &text[words[i].clone()]);
    let plural = text[words[at].clone()].ends_with('s');
    // How many there are needs no telling.
    let own = || text[words[at].end..].strip_prefix(" of ").is_some_and(begins_with_principle);
    match before(1) {
        "Each" | "each" | "every" | "Every" => true,
        "the" | "The" | "these" | "These" | "those" | "Those" if plural && (counted || own()) => true,
        _ => plural && matches!(before(2), "all" | "each"),
    }
}

/// `the first two pillars`, `the last two pillars`: those that two words before the word at `at` tell.
fn first_or_last_two(text: &str, words: &[Range<usize>], at: usize) -> Option<&'static [Pillar]> {
    let word = |i: usize| &text[words[i].clone()];
    let (which, number) = (word(at.checked_sub(2)?), word(at - 1));
    let two = phrase::number(number) == Some(2);
    match which.to_lowercase().as_str() {
        "first" | "former" if two => Some(&Pillar::ALL[..2]),
        "last" | "latter" if two => Some(&Pillar::ALL[1..]),
        _ => None,
    }
}

/// `under the first pillar …; under the second, …`: ordinals that leave the word pillar out, where no other noun is left out
/// or follows them.
fn elliptical(text: &str, words: &[Range<usize>]) -> Vec<(Pillar, Range<usize>)> {
    const BEHIND: [&str; 12] =
        ["is", "are", "and", "to", "will", "may", "can", "must", "should", "have", "has", "cannot"];
    let word = |at: usize| words.get(at).map_or("", |word| &text[word.clone()]);
    // Whether the noun of the ordinals before is another: `in the first report and in the second`.
    let mut of_others = false;
    // Whether it is a pillar: `who neglects the first pillar will find little use in the second`.
    let mut of_pillars = false;
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if phrase::ordinal(word(at)).is_none() {
            at += 1;
            continue;
        }
        let first = at;
        // `the second and the third`
        let mut last = at;
        while let Some(next) = (last + 1..last + 4).find(|&next| phrase::ordinal(word(next)).is_some()) {
            if !(last + 1..next).all(|between| ties(word(between))) {
                break;
            }
            last = next;
        }
        at = last + 1;
        let rest = text[words[last].end..].trim_start();
        let bare = rest.is_empty() || rest.starts_with([',', '.', ';', ')']) || BEHIND.contains(&word(at));
        if !bare {
            let pillars = (at..at + 3).any(|next| is_pillar(word(next)));
            of_others = !pillars && (of_others || first > 0 && word(first - 1) == "the" && word(at) != "time");
            of_pillars = pillars;
            continue;
        }
        let led = |tie: &str| match tie {
            "under" | "of" | "to" | "and" | "on" => true,
            "in" | "without" | "than" | "for" | "with" => of_pillars,
            _ => false,
        };
        let lead = first > 1 && word(first - 1) == "the" && led(word(first - 2));
        if lead && !of_others {
            let pillars = (first..=last).filter_map(|i| Some((ordered(word(i))?, words[i - 1].start..words[i].end)));
            found.extend(pillars);
        }
    }
    found
}

/// `Pillar II`, `pillars I and II`, `pillar two`, `pillars 1, 2 and 3`.
fn list_behind(text: &str, words: &[Range<usize>], at: usize) -> Vec<(Pillar, Range<usize>)> {
    let plural = text[words[at].clone()].ends_with('s');
    let mut found: Vec<(Pillar, Range<usize>)> = Vec::new();
    // How many of them are one list: across a comma only several pillars, or what a tie ends, go on.
    let mut sure = 0;
    let (mut tied, mut ended) = (false, false);
    for i in at + 1..words.len().min(at + 6) {
        let word = &text[words[i].clone()];
        let comma = text[words[i - 1].end..words[i].start].contains([',', ';']);
        if comma && found.is_empty() {
            break;
        }
        match numbered(word).filter(|_| !counts_otherwise(text, words, at, i)) {
            Some(_) if ended && !tied => break,
            Some(pillar) => {
                found.push((pillar, words[at].start..words[i].end));
                if tied || plural || found.len() == 1 {
                    sure = found.len();
                }
                ended |= tied;
                tied = false;
            }
            None if (word == "to" || ties(word)) && !found.is_empty() => tied = true,
            None => break,
        }
    }
    found.truncate(sure);
    // `the pillars I have described`
    let pronoun =
        || text[words[at + 1].end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let lone = plural && found.len() == 1 && text[words[at + 1].clone()] == *"I" && pronoun();
    if lone { Vec::new() } else { found }
}

/// Whether the number at `at` behind a pillar is a pronoun, or counts something else: `the pillar I would name`, `pillars two,
/// one of which`, `the pillars one after another`.
fn counts_otherwise(text: &str, words: &[Range<usize>], pillar: usize, at: usize) -> bool {
    const VERBS: [&str; 14] =
        ["will", "would", "shall", "should", "can", "could", "may", "might", "must", "have", "had", "did", "was", "am"];
    let word = |at: usize| words.get(at).map_or("", |word| &text[word.clone()]);
    let one = word(at).eq_ignore_ascii_case("one");
    if !one && word(at) != "I" {
        return false;
    }
    let behind = &text[words[at].end..];
    // A pillar that has a number has no article, unless a noun stands behind both.
    let article = pillar > 0 && matches!(word(pillar - 1), "the" | "The" | "this" | "that" | "each" | "every");
    let verb = VERBS.contains(&word(at + 1)) || word(at + 1).ends_with("ed");
    let parted = || text[..words[at].start].ends_with(", ") && behind.starts_with(" of ");
    at == pillar + 1 && article && verb || one && (one_by_one(behind) || parted())
}

/// Whether what stands behind a number makes it no pillar's: `the pillars one after another`, `one by one`.
fn one_by_one(behind: &str) -> bool {
    let next = || phrase::words(behind).take(2).any(|word| phrase::alike(&behind[word], "another"));
    [" after ", " by ", " at a time"].iter().any(|words| behind.starts_with(words)) || next()
}

/// Whether a word only ties two ordinals, misread or not: `the second ond third pillars`.
fn ties(word: &str) -> bool {
    const SMALL: usize = 4;
    matches!(word, "and" | "or" | "the") || word.len() <= SMALL && !lexicon::contains(word)
}

fn is_pillar(word: &str) -> bool {
    PILLAR.iter().any(|pillar| phrase::alike(word, pillar))
}

/// The pillar that a numeral or a number names, read through look-alikes of the capital I; small numerals count as well.
fn numbered(word: &str) -> Option<Pillar> {
    let strokes = word != "ill" && word.chars().all(|c| matches!(c, 'I' | 'i' | 'l' | '1' | '|' | '!'));
    let number = if strokes { word.len() } else { phrase::number(word).filter(|_| !word.starts_with('0'))? as usize };
    Pillar::ALL.get(number.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::note::model::Pillar;

    #[test]
    fn pillars_are_named_through_a_misread_tie_and_all_at_once() {
        let pillars = |text: &str| {
            let mut pillars: Vec<Pillar> = named(text, false).into_iter().map(|(pillar, _)| pillar).collect();
            pillars.sort_unstable();
            pillars
        };
        assert_eq!(pillars("It turns to the second ond third pillars."), Pillar::ALL[1..]);
        assert_eq!(pillars("It takes the pillars of the responsibility to protect in turn."), Pillar::ALL);
        assert_eq!(pillars("It stands on the pillars of the United Nations."), []);
        assert_eq!(pillars("It takes the three pillars one after another."), Pillar::ALL);
        assert_eq!(pillars("It takes the pillars one by one."), []);
        assert_eq!(pillars("Donors are asked, under Pilfar il, to pay."), [Pillar::II]);
        assert_eq!(pillars("It turns to pillar iii."), [Pillar::III]);
        assert_eq!(pillars("It finds the pillar ill suited."), []);
        assert_eq!(pillars("It wants against reading pillar three as another name."), Pillar::ALL[2..]);
        assert_eq!(pillars("It dwells on the first two pillars."), Pillar::ALL[..2]);
        assert_eq!(pillars("Who neglects the first pillar will find little use in the second."), Pillar::ALL[..2]);
        assert_eq!(pillars("Nothing is won under the second pillar without the first."), Pillar::ALL[..2]);
        assert_eq!(pillars("It turns to pillar two in the first part and to others in the third."), [Pillar::II]);
        assert_eq!(pillars("The first pillar was read in the second part, and others in the third."), [Pillar::I]);
        assert_eq!(pillars("It dwells on the last two pillars of the three."), Pillar::ALL[1..]);
        assert_eq!(pillars("The second pillar and the third will often be at work together."), Pillar::ALL[1..]);
    }

    #[test]
    fn a_number_that_is_no_pillar_s_names_none() {
        let pillars = |text: &str| {
            let mut pillars: Vec<Pillar> = named(text, false).into_iter().map(|(pillar, _)| pillar).collect();
            pillars.sort_unstable();
            pillars.dedup();
            pillars
        };
        for (text, named) in [
            ("The third pillar, one of the most debated, is at issue.", &Pillar::ALL[2..]),
            ("Pillars II and III, one of which is debated, are at issue.", &Pillar::ALL[1..]),
            ("It turns to pillar II, I believe.", &[Pillar::II][..]),
            ("It turns to pillar II, one year on.", &[Pillar::II][..]),
            ("The pillars I have described are of equal weight.", &[][..]),
            ("The pillars I described are of equal weight.", &[][..]),
            ("The pillar I would name is another.", &[][..]),
            ("Pillar I will be discussed.", &[Pillar::I][..]),
            ("It takes pillars 1, 2 and 3 in turn.", &Pillar::ALL[..]),
            ("It takes pillars one, two, and three in turn.", &Pillar::ALL[..]),
            ("It takes pillar I, II and III in turn.", &Pillar::ALL[..]),
            ("It takes pillars I, II in turn.", &Pillar::ALL[..2]),
            ("Pillar II was the subject of the first and second reports.", &[Pillar::II][..]),
            ("Pillar II was the subject of the first, second and third reports.", &[Pillar::II][..]),
            ("It links the first pillar and to the second and third reports.", &[Pillar::I][..]),
            ("Pillar II was the subject of the first report and of the third.", &[Pillar::II][..]),
            ("Some stand under the first pillar and others under the second and third.", &Pillar::ALL[..]),
            ("Some stand under the first pillar; under the second, States are assisted.", &Pillar::ALL[..2]),
            ("It lists first-pillar measures.", &[Pillar::I][..]),
            ("It lists second-pillar measures.", &[Pillar::II][..]),
            ("It lists third-pillar measures.", &[Pillar::III][..]),
            ("It lists first- and second-pillar measures.", &Pillar::ALL[..2]),
            ("It lists measures of a two-pillar house.", &[][..]),
            ("The first report on the pillars was read.", &[][..]),
            ("It finds the pillar first named in 2009, and the pillar second to none.", &[][..]),
        ] {
            assert_eq!(pillars(text), named, "{text}");
        }
    }
}
