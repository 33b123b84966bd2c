//! Whether two titles are worded alike.
//!
//! Case, punctuation and the cutting of words count for nothing; nor does what a scanner may have misread: words are
//! aligned, and two that look alike are the same; one that was mended may be any that looks like what is given. A title
//! that is part of the other is a short form of it. Time grows with the product of the numbers of words.

use std::borrow::Cow;
use std::ops::Range;
use std::slice;

use super::evidence;
use crate::note::model::Note;
use crate::note::outline::Outline;
use crate::text::lookalike::{self, Likeness};
use crate::text::{Rule, lexicon};

/// How alike two words must be to be the same, misread.
const WORD: f32 = 0.6;
/// How alike, where words may have run together or apart.
const JOINED: f32 = 0.8;
/// How alike, where one of these was mended or is no word: less than a whole short word may be missing.
const JOINED_MENDED: f32 = 0.7;
/// How alike what is given must be to the other word, where one of these words was mended.
const MENDED: f32 = 0.4;
/// How many words tell a title on their own.
const TAIL_WORDS: usize = 3;
/// How words may be cut otherwise: so many of the one title for so many of the other.
const CUTS: [(usize, usize); 7] = [(1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1)];
const LONGEST_CUT: usize = 4;

/// A title as its words.
pub(super) struct Wording(Vec<Word>);

/// The letters and digits of a word.
struct Word {
    letters: String,
    /// How many they are.
    length: usize,
    /// Whether they are a word.
    known: bool,
    /// What was given for it where it was mended, so that it may be another.
    given: Option<String>,
}

impl Wording {
    /// The words of `text`, all as they are.
    pub(super) fn plain(text: &str) -> Self {
        Self::new(text, |_| None)
    }

    /// The words at `range` of the reading text.
    pub(super) fn read(outline: &Outline<'_>, note: &Note, range: Range<usize>) -> Self {
        let mended = |word: Range<usize>| {
            let span = outline.reading.raw_span(range.start + word.start..range.start + word.end);
            let from = note.repairs.partition_point(|repair| repair.span.end <= span.start);
            let here = note.repairs[from..].iter().take_while(|repair| repair.span.start < span.end);
            let mut mends =
                here.filter(|repair| matches!(repair.rule, Rule::Word | Rule::Split | Rule::Join)).peekable();
            mends.peek()?;
            // A repair may hold more words than this one.
            Some(mends.map(|repair| letters(&repair.from)).collect())
        };
        Self::new(&outline.reading.text()[range.clone()], mended)
    }

    fn new(text: &str, given: impl Fn(Range<usize>) -> Option<String>) -> Self {
        let word = |(word, range): (Cow<'_, str>, Range<usize>)| {
            let letters = letters(&word);
            (!letters.is_empty()).then(|| Word {
                length: letters.chars().count(),
                known: lexicon::contains(&letters),
                given: given(range),
                letters,
            })
        };
        Self(evidence::words(text).into_iter().filter_map(word).collect())
    }

    /// Whether one of the titles is the other, or a part of it.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.plainly_within(other)
            || other.plainly_within(self)
            || within(&self.0, &other.0)
            || within(&other.0, &self.0)
    }

    /// Whether one of the titles, without what `known` says at its head, is the other or a part of it: `Responsibility to
    /// protect: timely and decisive response` and `Timely and decisive response, 5 September`.
    pub(super) fn same_behind(&self, other: &Self, known: &Self) -> bool {
        let tail = |title: &Self| {
            let told =
                |word: &Word| known.0.iter().any(|known| lookalike::similar(&word.letters, &known.letters, JOINED));
            title.0.iter().position(|word| !told(word)).unwrap_or(title.0.len())
        };
        let stands = |title: &Self, whole: &Self| {
            let tail = &title.0[tail(title)..];
            tail.len() >= TAIL_WORDS && within(tail, &whole.0) && begins_with(&whole.0, &tail[0], known)
        };
        stands(self, other) || stands(other, self)
    }

    /// Whether the words of this title stand in the other as they are.
    fn plainly_within(&self, other: &Self) -> bool {
        let same = |there: &[Word]| there.iter().map(|word| &word.letters).eq(self.0.iter().map(|word| &word.letters));
        self.0.is_empty() || other.0.windows(self.0.len()).any(same)
    }

    /// Whether the titles are the same word for word.
    pub(super) fn equals(&self, other: &Self) -> bool {
        within(&self.0, &other.0) && within(&other.0, &self.0)
    }

    /// Whether the titles have so much in common that `known` has not that they are two wordings of one: a `part`
    /// of the shorter one's telling words, two for a half.
    pub(super) fn shares(&self, other: &Self, known: &Self, part: usize) -> bool {
        let like = |a: &Word, b: &Word| {
            lookalike::similar(&a.letters, &b.letters, JOINED) || share_stem(&a.letters, &b.letters)
        };
        let is_telling = |word: &&Word| word.letters.len() > 3 && !known.0.iter().any(|known| like(word, known));
        let telling = |title: &Self| title.0.iter().filter(is_telling).count();
        let own: Vec<&Word> = self.0.iter().filter(is_telling).collect();
        let shared = own.iter().filter(|word| other.0.iter().any(|other| like(word, other))).count();
        shared > 0 && shared * part >= own.len().min(telling(other))
    }
}

/// Whether a title begins with a word but for small words and what `known` says: `Towards a timely response` does not begin
/// `Timely`.
fn begins_with(title: &[Word], first: &Word, known: &Wording) -> bool {
    /// Small words have no more letters.
    const SMALL: usize = 3;
    const NOUNS: [&str; 4] = ["report", "theme", "title", "topic"];
    let at = title.iter().position(|word| word.letters == first.letters).unwrap_or(0);
    let told = |word: &Word| known.0.iter().any(|known| lookalike::similar(&word.letters, &known.letters, JOINED));
    title[..at].iter().all(|word| word.length <= SMALL || NOUNS.contains(&word.letters.as_str()) || told(word))
}

/// Whether two words are forms of one: `prevention`, `preventive`.
fn share_stem(a: &str, b: &str) -> bool {
    /// Shorter stems are those of many words; an ending is no longer, in letters.
    const STEM_MIN: usize = 6;
    const ENDING_MAX: usize = 4;
    let stem: usize = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    stem >= STEM_MIN && [a, b].iter().all(|word| word.chars().count() - stem <= ENDING_MAX)
}

/// Whether the words of `part` stand in `whole`, one behind the other.
fn within(part: &[Word], whole: &[Word]) -> bool {
    // `rows[i][j]`: the first `i` words of `part` end before word `j` of `whole`.
    let mut rows = vec![vec![false; whole.len() + 1]; part.len() + 1];
    rows[0].fill(true);
    for i in 0..part.len() {
        if !rows[i].contains(&true) {
            continue;
        }
        // The words that begin here, as many as may be cut otherwise, once they are compared.
        let mut ours: [Option<Likeness>; LONGEST_CUT] = Default::default();
        for j in 0..whole.len() {
            if !rows[i][j] {
                continue;
            }
            if alike(&part[i], &mut ours[0], &whole[j]) {
                rows[i + 1][j + 1] = true;
            }
            for (a, b) in CUTS {
                if let (Some(one), Some(other)) = (part.get(i..i + a), whole.get(j..j + b))
                    && cut_otherwise(one, other, &mut ours[a - 1])
                {
                    rows[i + a][j + b] = true;
                }
            }
        }
    }
    rows[part.len()].contains(&true)
}

/// Whether two words are the same, misread or not; `likeness` is that of the first, once it is known.
fn alike(a: &Word, likeness: &mut Option<Likeness>, b: &Word) -> bool {
    // What is no word may be misread beyond likeness; of two words, one end at least is right.
    let words = a.known && b.known;
    let floor = if words { WORD } else { MENDED };
    a.letters == b.letters
        || (!words || share_end(slice::from_ref(a), slice::from_ref(b)))
            && likeness.get_or_insert_with(|| Likeness::of(&a.letters)).to(&b.letters, floor).is_some()
        || given_like(a.given.as_deref(), &b.letters)
        || given_like(b.given.as_deref(), &a.letters)
}

/// Whether the two begin or end with the same letter.
fn share_end(a: &[Word], b: &[Word]) -> bool {
    let first = |words: &[Word]| words.first().and_then(|word| word.letters.chars().next());
    let last = |words: &[Word]| words.last().and_then(|word| word.letters.chars().next_back());
    first(a) == first(b) || last(a) == last(b)
}

/// Whether what is given for a mended word may be `other`, misread.
fn given_like(given: Option<&str>, other: &str) -> bool {
    given.is_some_and(|given| lookalike::similar(given, other, MENDED))
}

/// The letters and digits of `text`, small.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The letters of some words as one.
fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.letters.as_str()).collect()
}

/// Whether the two are the same letters, cut into words otherwise; `likeness` is that of the first, once it is known.
fn cut_otherwise(a: &[Word], b: &[Word], likeness: &mut Option<Likeness>) -> bool {
    let mended = a.iter().chain(b).any(|word| word.given.is_some());
    let length = |words: &[Word]| words.iter().map(|word| word.length).sum::<usize>();
    if !mended && !lookalike::may_be_similar(length(a), length(b), JOINED_MENDED) {
        return false;
    }
    // What is no word is misread.
    let misread = mended || a.iter().chain(b).any(|word| !word.known);
    if !misread && !share_end(a, b) {
        return false;
    }
    // Words that agree one by one must agree one by one.
    let paired = a.len() == b.len() && a.iter().zip(b).any(|(a, b)| alike(a, &mut None, b));
    let given =
        |words: &[Word]| words.iter().map(|word| word.given.as_deref().unwrap_or(&word.letters)).collect::<String>();
    let floor = if misread { JOINED_MENDED } else { JOINED };
    let mut are_alike = || likeness.get_or_insert_with(|| Likeness::of(&joined(a))).to(&joined(b), floor).is_some();
    (misread || !paired) && are_alike() || mended && lookalike::similar(&given(a), &given(b), JOINED_MENDED)
}

#[cfg(test)]
mod tests {
    use super::Wording;

    fn same(a: &str, b: &str) -> bool {
        Wording::plain(a).same(&Wording::plain(b))
    }

    #[test]
    fn case_and_punctuation_and_misread_letters_are_no_other_wording() {
        for (a, b) in [
            ("State Responsibility and Prevention", "State responsibility and prevention"),
            ("A vital and enduring commitment: Implementing", "A VITAL AND ENDURING COMMITMENT – IMPLEMENTING"),
            ("regional and sub-regional arrangements", "regional and subregional arrangements"),
            ("Mobilizing collective action", "Mobilising collective action: the next decade"),
            ("Responsibility to protect: timely and decisive response", "timely and decisive response"),
            ("Pmtecting in the midst ofclimate stress", "Protecting in the midst of climate stress"),
            ("Accountability for prev ention", "accountability for prevention"),
            ("twenty yearsolprincipled action", "twenty years of principled action"),
            ("tiventv years of collective action", "twenty years of collective action"),
            ("principled and c ollectiveaction", "principled and collective action"),
            ("years ofpri noipled and collectiveact ion", "years of principled and collective action"),
        ] {
            assert!(same(a, b) && same(b, a), "{a} / {b}");
        }
    }

    #[test]
    fn other_words_are_another_wording() {
        for (a, b) in [
            (
                "The responsibility to protect and accountability for prevention",
                "Implementing the responsibility to protect: Accountability for Prevention",
            ),
            ("early warning in an age of synthetic media", "early warning in the age of synthetic media"),
            ("twenty years of principled and collective action", "two decades of collective action"),
            ("the responsibility in practice", "the responsibility of practice"),
        ] {
            assert!(!same(a, b) && !same(b, a), "{a} / {b}");
        }
    }

    #[test]
    fn what_the_known_words_lead_to_is_a_short_form_only_from_its_first_word_on() {
        let known = Wording::plain("Dialogue on the responsibility to protect");
        let same = |other: &str| {
            Wording::plain("Responsibility to protect: timely and decisive response")
                .same_behind(&Wording::plain(other), &known)
        };
        assert!(same("Timely and decisive response, 5 September"));
        assert!(same("Report on a timely and decisive response"));
        assert!(!same("Towards a timely and decisive response"));
    }

    #[test]
    fn a_telling_word_is_one_that_is_not_known() {
        let known = "Dialogue on the responsibility to protect";
        let shares = |a, b| Wording::plain(a).shares(&Wording::plain(b), &Wording::plain(known), 3);
        assert!(shares("accountability for prevention", "protect: Accountability"));
        assert!(!shares("the responsibility to protect", "Responsibility to protect"));
        // Forms of one word are the same.
        assert!(shares(
            "Lessons learned for prevention: a decade",
            "Lessons drawn for preventive action after ten years"
        ));
        assert!(!shares(
            "Lessons learned for prevention: a decade",
            "Lessons drawn for international action, ten years on"
        ));
        // One word in common makes no two wordings.
        assert!(!shares(
            "Business and human rights: from principles to practice",
            "Access to remedy in the context of business activities"
        ));
    }
}
