//! Weighs the readings of a suspect against leaving it as it stands.
//!
//! All weights are natural logarithms of rough probabilities.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::case;
use super::channel::{self, CHANNEL, Candidate, limit};
use super::context;
use super::scan::{self, Suspect};
use crate::text::edit::{Edit, Rule};
use crate::text::lexicon::{Class, LEXICON};
use crate::text::lookalike;
use crate::text::span::Span;

/// What a neighbour that is known to stand beside a word weighs.
const PAIR: f32 = 3.0;
/// What each letter more says for two words that have run together: by chance only short ones look so.
const LONG: f32 = 0.3;
/// By how much a reading must beat leaving the word as it stands, and beat the next reading.
const MARGIN: f32 = 1.5;
const MARGIN_NEXT: f32 = 0.7;
/// What two words that stand together weigh more than each alone.
const TOGETHER: f32 = 3.0;
/// A word that weighs more as one of its own is not guessed at.
const OWN_WORD: f32 = -11.5;
/// What an unknown word weighs that another is put together with.
const UNKNOWN: f32 = -15.0;
/// What a candidate must weigh at the first look, which is cheap; and at the second, where there is none.
const FIRST_LOOK: f32 = -15.0;
const SECOND_LOOK: f32 = -20.0;
/// What a name weighs more beside another.
const NAME_BESIDE: f32 = 1.5;
/// The price of the mark of a footnote read as a letter or another mark.
const FOOTNOTE: f32 = 0.2;
/// The price of a mark that is left standing although it belongs to nothing.
const STRAY: f32 = 0.3;
/// The shortest word that pieces are put together to while one is misread, and the shortest run that is parted so.
const JOINED_MIN: usize = 5;
const SPLIT_MIN: usize = 6;
/// The longest piece that is taken for one beside a whole word.
const PIECE_MAX: usize = 3;
/// How many different words of one text are looked for in the lexicon; hostile texts have no end of them.
const SEARCHES_MAX: usize = 4_000;
/// The longest run of characters that is looked at.
const LONGEST: usize = 40;

/// A run of characters beside a suspect.
#[derive(Clone, Debug)]
pub(super) struct Neighbour {
    pub(super) chunk: Range<usize>,
    /// What it reads, where it was mended.
    pub(super) mended: Option<String>,
    /// What it likely reads, where it is a suspect itself.
    pub(super) likely: Option<String>,
    pub(super) protected: bool,
}

impl Neighbour {
    /// Its word, as given.
    pub(super) fn core<'t>(&self, text: &'t str) -> &'t str {
        scan::trim(&text[self.chunk.clone()]).1
    }

    /// Its word, as read: the last of several for one on the left, the first for one on the right.
    fn read<'a>(&'a self, text: &'a str, last: bool) -> &'a str {
        match self.mended.as_ref().or(self.likely.as_ref()) {
            Some(mended) => {
                let mut words = mended.split(' ');
                (if last { words.next_back() } else { words.next() }).unwrap_or_default()
            }
            None => self.core(text),
        }
    }
}

/// What stands on either side of a suspect.
#[derive(Clone, Debug)]
pub(super) struct Neighbours {
    pub(super) left: Option<Neighbour>,
    pub(super) right: Option<Neighbour>,
}

/// A way to read a passage.
#[derive(Clone, Debug)]
struct Reading {
    span: Range<usize>,
    to: String,
    score: f32,
    rule: Rule,
}

/// Weighs the suspects of one text.
pub(super) struct Weigher<'t> {
    text: &'t str,
    /// The text's own names: unknown words with a capital that stand in it more than once, and how often.
    own: Vec<(&'t str, usize)>,
    /// The candidates of words already seen, and down to which weight.
    memo: HashMap<String, (f32, Rc<[Candidate]>)>,
}

/// What stands around a suspect, worked out once.
#[derive(Default)]
struct Place<'a> {
    left: &'a str,
    right: &'a str,
    /// A sentence, a line or a title begins here.
    starts: bool,
    /// An honorific stands before it: a name follows.
    named: bool,
    /// A name stands before it.
    beside_name: bool,
    /// Its neighbours are written in capitals.
    capitals: bool,
}

impl<'t> Weigher<'t> {
    pub(super) fn new(text: &'t str, suspects: &[Suspect]) -> Self {
        Self { text, own: own_names(text, suspects), memo: HashMap::new() }
    }

    /// How the suspect at `range` reads; nothing where it is to be left as it stands.
    pub(super) fn mend(&mut self, range: Range<usize>, neighbours: &Neighbours) -> Vec<Edit> {
        if range.len() > LONGEST * 2 {
            return Vec::new();
        }
        let chunk = &self.text[range.clone()];
        let place = self.place(&range, neighbours);
        let (lead, core, _) = scan::trim(chunk);
        let core = if core.is_empty() { chunk } else { core };
        let start = range.start + lead.min(chunk.len() - core.len());
        let whole = start..start + core.len();
        if let Some(edits) = self.mend_glued(&whole, &place) {
            return edits;
        }
        let best = self.weigh_word(&whole, range.end, &place, neighbours);
        if let Some(edit) = best {
            return vec![edit];
        }
        if core.contains(['-', '/', '–', '—', '‑']) { self.mend_parts(&whole, &place) } else { Vec::new() }
    }

    /// What the suspect at `range` most likely reads, its neighbours not asked.
    pub(super) fn preview(&mut self, range: Range<usize>) -> Option<String> {
        let (_, core, _) = scan::trim(&self.text[range]);
        if core.chars().count() > LONGEST || leave(core, &Place::default()) > OWN_WORD {
            return None;
        }
        let candidates = self.candidates(core, FIRST_LOOK);
        let best = candidates.iter().max_by(|a, b| a.weight().total_cmp(&b.weight()))?;
        Some(LEXICON.word(best.id).to_owned())
    }

    /// Words with a mark between them and no space after it: `crimes,ethnic`, `protect.That`.
    fn mend_glued(&mut self, whole: &Range<usize>, place: &Place) -> Option<Vec<Edit>> {
        let core = &self.text[whole.clone()];
        let ends = |c: char| matches!(c, ',' | ';' | '?' | '!' | '.' | ')' | ':');
        let (at, mark) = core.char_indices().find(|&(_, c)| ends(c))?;
        let (one, two) = (&core[..at], core[at..].trim_start_matches(ends));
        let (_, two, _) = scan::trim(two);
        let is_word = |part: &str| part.len() >= 2 && part.chars().all(char::is_alphabetic);
        // A full stop parts only sentences: `un.org` is none.
        let parts = mark != '.' || (one.len() >= 3 && two.starts_with(char::is_uppercase) && scan::usual_case(two));
        let next = at + (core.len() - at - core[at..].trim_start_matches(ends).len());
        if !parts
            || !is_word(one)
            || !scan::usual_case(one)
            || !is_word(two.split(ends).next()?)
            || !(scan::is_known(one) || scan::is_known(two))
        {
            return None;
        }
        let mut edits = Vec::new();
        let nobody = Neighbours { left: None, right: None };
        let inner = Place { starts: place.starts, named: place.named, ..Place::default() };
        if !scan::is_known(one) {
            let span = whole.start..whole.start + at;
            edits.extend(self.weigh_word(&span, span.end, &inner, &nobody));
        }
        let marks = &core[at..next];
        edits.push(Edit::new(Span::new(whole.start + at..whole.start + next), format!("{marks} "), Rule::Split));
        let rest = whole.start + next..whole.end;
        if !scan::is_known(&self.text[rest.clone()]) {
            match self.mend_glued(&rest, &Place::default()) {
                Some(more) => edits.extend(more),
                None => edits.extend(self.weigh_word(&rest, rest.end, &Place::default(), &nobody)),
            }
        }
        Some(edits)
    }

    /// Mends the parts of a word with hyphens one by one.
    fn mend_parts(&mut self, whole: &Range<usize>, place: &Place) -> Vec<Edit> {
        let core = &self.text[whole.clone()];
        let mut edits = Vec::new();
        let mut at = whole.start;
        for part in core.split_inclusive(['-', '/', '–', '—', '‑']) {
            let bare = part.trim_end_matches(['-', '/', '–', '—', '‑']);
            if !bare.is_empty() && !scan::is_known(bare) {
                let inner = Place { starts: place.starts && at == whole.start, named: place.named, ..Place::default() };
                let nobody = Neighbours { left: None, right: None };
                edits.extend(self.weigh_word(&(at..at + bare.len()), at + bare.len(), &inner, &nobody));
            }
            at += part.len();
        }
        edits
    }

    /// The best reading of the word at `core`, where it clearly beats all others. Marks may follow it up to `end`.
    fn weigh_word(&mut self, core: &Range<usize>, end: usize, place: &Place, neighbours: &Neighbours) -> Option<Edit> {
        let mut readings = Vec::new();
        let given = &self.text[core.clone()];
        let stay = leave(given, place);
        self.read_as_words(core.clone(), place, &mut readings);
        // A mark right after the word may be a piece of it.
        let tail = &self.text[core.end..end];
        let mut wide = core.clone();
        if tail.starts_with(['\'', '!']) && !given.ends_with('s') {
            for reading in &mut readings {
                reading.score -= CHANNEL * STRAY;
            }
            wide.end += 1;
            self.read_as_words(wide.clone(), place, &mut readings);
        }
        self.read_footnoted(core.clone(), end, &mut readings);
        self.read_initials(core.clone(), &mut readings);
        self.read_as_two(core.clone(), place, &mut readings);
        self.read_gap(wide, place, &mut readings);
        self.read_joined(core.clone(), end, place, neighbours, &mut readings);
        if readings.iter().all(|reading| reading.score < stay + MARGIN) {
            self.read_as_two_misread(core.clone(), place, &mut readings);
        }
        let best = readings.iter().max_by(|a, b| a.score.total_cmp(&b.score))?;
        let next = readings
            .iter()
            .filter(|other| !other.to.eq_ignore_ascii_case(&best.to))
            .map(|other| other.score)
            .fold(f32::NEG_INFINITY, f32::max);
        if std::env::var_os("MEND_TRACE").is_some() {
            eprintln!("{given:?} [{}|{}] stay {stay:.1} best {best:?} next {next:.1}", place.left, place.right);
            let mut all = readings.clone();
            all.sort_by(|a, b| b.score.total_cmp(&a.score));
            for r in all.iter().take(5) {
                eprintln!("      {} {:.1}", r.to, r.score);
            }
        }
        (best.score > stay + MARGIN && best.score > next + MARGIN_NEXT && best.to != self.text[best.span.clone()])
            .then(|| Edit::new(Span::new(best.span.clone()), best.to.clone(), best.rule))
    }

    /// The words of the lexicon and of the text that the one at `span` may have been.
    fn read_as_words(&mut self, span: Range<usize>, place: &Place, readings: &mut Vec<Reading>) {
        let given = &self.text[span.clone()];
        let length = given.chars().count();
        if length > LONGEST {
            return;
        }
        let (stem, tail) = possessive(given);
        let limit = limit(stem);
        let chars: Vec<char> = stem.chars().collect();
        let mut aligner = channel::aligner(&chars, limit);
        // The words that the neighbours are known to stand beside may be far from what is given.
        let beside = context::after(place.left).iter().chain(context::before(place.right));
        let expected = beside.filter_map(|word| {
            aligner.cost(word.chars()).and_then(|cost| LEXICON.find(word).map(|id| Candidate { id, cost }))
        });
        let mut candidates: Vec<Candidate> = expected.collect();
        // All others must beat leaving the word as it stands by themselves.
        let expected = candidates.iter().map(Candidate::weight).fold(f32::NEG_INFINITY, f32::max) - MARGIN_NEXT;
        let floor = expected.max(leave(given, place) + MARGIN) - if place.beside_name { NAME_BESIDE } else { 0.0 };
        let first = self.candidates(stem, floor.max(FIRST_LOOK));
        let best = first.iter().map(Candidate::weight).fold(f32::NEG_INFINITY, f32::max);
        if best < FIRST_LOOK + MARGIN_NEXT && floor < FIRST_LOOK {
            candidates.extend(self.candidates(stem, floor.max(SECOND_LOOK)).iter());
        } else {
            candidates.extend(first.iter());
        }
        for candidate in candidates {
            let word = LEXICON.word(candidate.id);
            let class = LEXICON.class(candidate.id);
            // After an honorific stands a name.
            if place.named && class != Class::Name {
                continue;
            }
            // Between words in capitals stands one in capitals.
            let cost = match place.capitals {
                true => lookalike::cost(stem, &word.to_uppercase()),
                false => candidate.cost,
            };
            if cost > limit {
                continue;
            }
            let beside = if place.beside_name && class == Class::Name { NAME_BESIDE } else { 0.0 };
            let score = class.weight() - CHANNEL * cost + place.witness(word, word) + beside;
            readings.push(Reading { score, ..self.reading(&span, stem, word, tail, place) });
        }
        let own: Vec<(&str, f32)> = self
            .own
            .iter()
            .filter(|(word, _)| *word != stem && word.chars().count() >= 4)
            .filter_map(|&(word, _)| aligner.cost(word.chars()).map(|cost| (word, cost)))
            .collect();
        for (word, cost) in own {
            let score = Class::Name.weight() + 1.0 - CHANNEL * cost;
            readings.push(Reading { score, ..self.reading(&span, stem, word, tail, place) });
        }
    }

    fn reading(&self, span: &Range<usize>, stem: &str, word: &str, tail: &str, place: &Place) -> Reading {
        let mut to = case::like(stem, word, place.starts);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let rule = if letters(stem) == letters(&to) { Rule::Punctuation } else { Rule::Word };
        to.push_str(tail);
        Reading { span: span.clone(), to, score: 0.0, rule }
    }

    /// A known word with the mark of a footnote behind it, read as a letter or another mark: `Summitl,`.
    fn read_footnoted(&self, core: Range<usize>, end: usize, readings: &mut Vec<Reading>) {
        let given = &self.text[core.clone()];
        let Some(stem) = given.strip_suffix(['l', 'I', 'i', '|', '!']) else { return };
        let Some(id) = LEXICON.find(stem) else { return };
        if stem.len() < 4 || !scan::usual_case(stem) {
            return;
        }
        // Notes are called mostly where a clause ends.
        let clause = if self.text[core.end..end].is_empty() { 0.0 } else { PAIR };
        let score = LEXICON.class(id).weight() - CHANNEL * FOOTNOTE + clause;
        let span = core.start + stem.len()..core.end;
        readings.push(Reading { span, to: String::new(), score, rule: Rule::FootnoteMark });
    }

    /// Names run together with their initials or honorifics: `JohnW.Ashe`, `H.E.Mr`, `Mr.Jan`.
    fn read_initials(&self, core: Range<usize>, readings: &mut Vec<Reading>) {
        let given = &self.text[core.clone()];
        let mut to = String::new();
        let mut chars = given.chars().peekable();
        let (mut before, mut last) = ('\0', '\0');
        while let Some(c) = chars.next() {
            let next = chars.peek().copied().unwrap_or(' ');
            let initial = last.is_lowercase() && c.is_uppercase() && next == '.';
            let name = last == '.' && c.is_uppercase() && next.is_lowercase();
            if initial || (name && (before.is_uppercase() || is_honorific(to.rsplit(' ').next().unwrap_or_default()))) {
                to.push(' ');
            }
            to.push(c);
            (before, last) = (last, c);
        }
        if to.len() > given.len() && to.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-')) {
            readings.push(Reading { span: core, to, score: Class::Name.weight(), rule: Rule::Split });
        }
    }

    /// Two words that have run together.
    fn read_as_two(&mut self, span: Range<usize>, place: &Place, readings: &mut Vec<Reading>) {
        let given = &self.text[span.clone()];
        if place.named {
            return;
        }
        for (at, _) in given.char_indices().skip(1) {
            let (one, two) = given.split_at(at);
            let (Some(left), Some(right)) = (LEXICON.find(one), LEXICON.find(two)) else { continue };
            if !scan::usual_case(one) || !scan::usual_case(two) {
                continue;
            }
            let (left, right) = (LEXICON.class(left), LEXICON.class(right));
            let pair = context::is_pair(one, two);
            if !pair && !may_part(one, left, two, right) {
                continue;
            }
            let long = LONG * given.len().saturating_sub(SPLIT_MIN) as f32;
            let score = left.weight() + right.weight() + TOGETHER + long
                - CHANNEL * lookalike::cost(given, &format!("{one} {two}"))
                + context::witness(one, two)
                + place.witness(one, two);
            readings.push(Reading { span: span.clone(), to: format!("{one} {two}"), score, rule: Rule::Split });
        }
    }

    /// What is known to stand between the neighbours, where the word is past recognition.
    fn read_gap(&mut self, span: Range<usize>, place: &Place, readings: &mut Vec<Reading>) {
        let given = &self.text[span.clone()];
        if place.left.is_empty() || place.right.is_empty() {
            return;
        }
        for &words in context::between(place.left, place.right) {
            let bare: String = words.split(' ').collect();
            let cost = match given.chars().all(|c| !c.is_alphanumeric()) {
                // A smudge says nothing but that a short word stood there.
                true if words.len() <= 3 => 0.8,
                true => continue,
                false => lookalike::cost(given, &bare) + if bare.len() < words.len() { 0.3 } else { 0.0 },
            };
            if cost > 1.0f32.max(0.3 + 0.2 * bare.len() as f32) {
                continue;
            }
            let to = if case::is_capitals(given) || place.left.chars().all(char::is_uppercase) {
                words.to_uppercase()
            } else {
                case::like(given, words, place.starts)
            };
            let rule = if words.contains(' ') { Rule::Split } else { Rule::Word };
            let first = words.split(' ').next().unwrap_or_default();
            let last = words.rsplit(' ').next().unwrap_or_default();
            let weight: f32 =
                words.split(' ').map(|word| crate::text::lexicon::weight(word).unwrap_or(UNKNOWN) + TOGETHER).sum();
            let score = weight - TOGETHER + place.witness(first, last) - CHANNEL * cost;
            readings.push(Reading { span: span.clone(), to, score, rule });
        }
    }

    /// The word put together with the one before or after it.
    fn read_joined(
        &mut self,
        core: Range<usize>,
        end: usize,
        place: &Place,
        neighbours: &Neighbours,
        readings: &mut Vec<Reading>,
    ) {
        let text = self.text;
        let gap = |between: &str| between == " ";
        let piece = |neighbour: &Neighbour| {
            let (lead, core, tail) = scan::trim(&text[neighbour.chunk.clone()]);
            let start = neighbour.chunk.start + lead;
            (!neighbour.protected
                && neighbour.mended.is_none()
                && !core.is_empty()
                && core.chars().all(char::is_alphabetic))
            .then_some((start..start + core.len(), lead, tail))
        };
        let left = neighbours
            .left
            .as_ref()
            .and_then(piece)
            .filter(|(span, _, tail)| *tail == 0 && gap(&text[span.end..core.start]));
        let right = neighbours
            .right
            .as_ref()
            .and_then(piece)
            .filter(|(span, lead, _)| *lead == 0 && end == core.end && gap(&text[core.end..span.start]));
        let mut spans = Vec::new();
        if let Some((left, ..)) = &left {
            spans.push(left.start..core.end);
        }
        if let Some((right, ..)) = &right {
            spans.push(core.start..right.end);
        }
        if let (Some((left, ..)), Some((right, ..))) = (&left, &right) {
            spans.push(left.start..right.end);
        }
        for span in spans {
            let joined: String = text[span.clone()].split(' ').collect();
            let pieces = text[span.clone()].split(' ').count() as f32;
            let length = joined.chars().count();
            if (length < 4 && core.len() > 1) || !scan::usual_case(&joined) {
                continue;
            }
            // What the other pieces would weigh as words of their own is saved.
            let others: f32 = text[span.clone()]
                .split(' ')
                .filter(|piece| *piece != &text[core.clone()])
                .map(|piece| LEXICON.find(piece).map_or(UNKNOWN, |id| LEXICON.class(id).weight() + 2.0))
                .sum();
            let exact = LEXICON.find(&joined).map(|id| Candidate { id, cost: 0.0 });
            // Two whole words are not put together to a third.
            let piecemeal =
                text[span.clone()].split(' ').any(|piece| piece.len() <= PIECE_MAX && LEXICON.find(piece).is_none())
                    || text[span.clone()].split(' ').all(|piece| LEXICON.find(piece).is_none());
            let alike = if exact.is_none() && length >= JOINED_MIN && pieces == 2.0 && piecemeal {
                self.candidates(&joined, FIRST_LOOK)
            } else {
                Rc::default()
            };
            for candidate in exact.iter().chain(alike.iter()) {
                let score = candidate.weight() - CHANNEL * lookalike::SPACE * (pieces - 1.0) - others;
                let word = LEXICON.word(candidate.id);
                let as_given = candidate.cost == 0.0 && joined.chars().next().is_some_and(char::is_uppercase);
                let to = if as_given { joined.clone() } else { case::like(&joined, word, place.starts) };
                readings.push(Reading { span: span.clone(), to, score, rule: Rule::Join });
            }
        }
    }

    /// Two words that have run together, one of them misread.
    fn read_as_two_misread(&mut self, span: Range<usize>, place: &Place, readings: &mut Vec<Reading>) {
        let text = self.text;
        let given = &text[span.clone()];
        if place.named || given.len() < SPLIT_MIN || !given.is_ascii() {
            return;
        }
        for at in 2..given.len() - 1 {
            let (one, two) = given.split_at(at);
            let known =
                |part: &str| LEXICON.find(part).map(|id| LEXICON.class(id)).filter(|&class| class <= Class::Usual);
            let (given_part, known_class, left_known) = match (known(one), known(two)) {
                (Some(class), None) if scan::usual_case(one) => (two, class, true),
                (None, Some(class)) if two.bytes().all(|b| b.is_ascii_lowercase()) => (one, class, false),
                _ => continue,
            };
            let known_part = if left_known { one } else { two };
            let enough = if known_class == Class::Function { 2 } else { 4 };
            if known_part.len() < enough || given_part.len() < 3 || LEXICON.find(given_part).is_some() {
                continue;
            }
            for candidate in self.candidates(given_part, FIRST_LOOK).iter() {
                let word = LEXICON.word(candidate.id);
                let (first, last) = if left_known { (one, word) } else { (word, two) };
                let witness = context::witness(first, last);
                if witness == 0.0 && known_class != Class::Function {
                    continue;
                }
                let part = case::like(given_part, word, place.starts && !left_known);
                let to = if left_known { format!("{one} {part}") } else { format!("{part} {two}") };
                let score = candidate.weight() + known_class.weight() + TOGETHER - CHANNEL * lookalike::SPACE
                    + witness
                    + place.witness(first, last);
                readings.push(Reading { span: span.clone(), to, score, rule: Rule::Split });
            }
        }
    }

    fn candidates(&mut self, given: &str, floor: f32) -> Rc<[Candidate]> {
        if let Some((down_to, known)) = self.memo.get(given)
            && *down_to <= floor
        {
            return Rc::clone(known);
        }
        if self.memo.len() >= SEARCHES_MAX {
            return Rc::default();
        }
        let found: Rc<[Candidate]> = channel::candidates(given, floor).into();
        self.memo.insert(given.to_owned(), (floor, Rc::clone(&found)));
        found
    }

    fn place<'a>(&self, range: &Range<usize>, neighbours: &'a Neighbours) -> Place<'a>
    where
        't: 'a,
    {
        let text = self.text;
        let before = neighbours.left.as_ref();
        let left_chunk = before.map_or("", |left| &text[left.chunk.clone()]);
        let line_start = before.is_none_or(|left| text[left.chunk.end..range.start].contains('\n'));
        let sentence = left_chunk.ends_with(['.', '!', '?', ':']) || left_chunk.is_empty();
        let own = &text[range.clone()];
        let stops = own.ends_with(['.', '!', '?', ':']);
        let left = before.map_or("", |left| if sentence { "" } else { left.read(text, true) });
        let right = neighbours.right.as_ref().map_or("", |right| if stops { "" } else { right.read(text, false) });
        Place {
            left,
            right,
            starts: line_start || sentence,
            named: is_honorific(left_chunk),
            beside_name: LEXICON.find(left).is_some_and(|id| LEXICON.class(id) == Class::Name),
            capitals: case::is_capitals(left) && case::is_capitals(right),
        }
    }
}

impl Place<'_> {
    /// What the neighbours say of a reading that begins with `first` and ends with `last`.
    fn witness(&self, first: &str, last: &str) -> f32 {
        let left = if self.left.is_empty() { 0.0 } else { context::witness(self.left, first) };
        let right = if self.right.is_empty() { 0.0 } else { context::witness(last, self.right) };
        left + right
    }
}

/// What it weighs to leave a word as it stands: how likely such a word is to be one of its own.
fn leave(given: &str, place: &Place) -> f32 {
    let length = given.chars().count() as f32;
    let letters = given.chars().filter(|c| c.is_alphabetic()).count();
    let told = given
        .chars()
        .any(|c| c.is_ascii_digit() || matches!(c, '|' | '\\' | '{' | '}' | '[' | ']' | '!' | '~' | '$' | '/'))
        || given.trim_end_matches(['\'', '’']).contains(['\'', '’', '.', ',', ';', ':'])
        || !scan::usual_case(given);
    let foreign = given.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let capital = given.chars().next().is_some_and(char::is_uppercase);
    let capitals = case::is_capitals(given);
    match () {
        () if letters == 0 => -20.0,
        () if letters <= 1 => -11.0,
        () if told => -24.0 - 0.8 * length,
        () if foreign => -8.0 - 0.6 * length,
        () if place.named => -6.0 - 0.6 * length,
        () if capitals && length <= 6.0 => -9.0,
        () if capitals => -10.0 - 0.6 * length,
        () if capital && place.starts => -9.0 - 0.8 * length,
        () if capital => -8.5 - 0.8 * length,
        () => -14.5 - 0.5 * length,
    }
}

/// Whether two words that are not known to stand together may have run together: one of them goes with any, and makes no
/// compounds; or both are common and no compound.
fn may_part(one: &str, left: Class, two: &str, right: Class) -> bool {
    const COMPOUNDING: [&str; 18] = [
        "in", "on", "up", "out", "over", "under", "off", "by", "no", "so", "a", "an", "i", "or", "all", "one", "so",
        "new",
    ];
    let first = one.to_ascii_lowercase();
    let leads = left == Class::Function && first.len() >= 2 && !COMPOUNDING.contains(&first.as_str());
    let follows =
        right == Class::Function && (two.len() >= 3 || matches!(two, "of" | "to")) && !COMPOUNDING.contains(&two);
    (leads && right <= Class::Plain && two.len() >= 3)
        || (follows && left <= Class::Plain && one.len() >= 3)
        || (left <= Class::Common && right <= Class::Common && one.len() >= 4 && two.len() >= 4)
        || (left <= Class::Usual && right <= Class::Usual && one.len() >= 5 && two.len() >= 5)
}

/// A word and its `'s`.
fn possessive(given: &str) -> (&str, &str) {
    let stem = given.strip_suffix("'s").or(given.strip_suffix("’s")).filter(|stem| !stem.is_empty()).unwrap_or(given);
    given.split_at(stem.len())
}

fn is_honorific(chunk: &str) -> bool {
    let word = chunk.trim_matches(|c: char| !c.is_alphanumeric());
    matches!(
        word.to_ascii_lowercase().as_str(),
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "dr"
            | "prof"
            | "professor"
            | "sir"
            | "dame"
            | "h.e"
            | "ambassador"
            | "sheikh"
            | "sheikha"
            | "madam"
    )
}

/// The text's own names.
fn own_names<'t>(text: &'t str, suspects: &[Suspect]) -> Vec<(&'t str, usize)> {
    const MOST: usize = 64;
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut names = Vec::new();
    for suspect in suspects {
        let (_, core, _) = scan::trim(&text[suspect.range.clone()]);
        let clean = core.chars().all(char::is_alphabetic) && core.chars().next().is_some_and(char::is_uppercase);
        if clean && scan::usual_case(core) {
            let count = counts.entry(core).or_default();
            *count += 1;
            if *count == 2 && names.len() < MOST {
                names.push(core);
            }
        }
    }
    names.into_iter().map(|name| (name, counts[name])).collect()
}
