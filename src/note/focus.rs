//! The pillars that this year's report is said to be about: `The report focuses on Pillar II`.

use std::ops::Range;

use super::model::{Pillar, Report};
use super::outline::{Outline, Sentence};
use super::phrase;
use super::report_symbol::{is_report, symbol_after};
use crate::text::Cited;

/// Verbs that say what a report is about, with the word that ties the object to each; between the two adverbs may stand.
const ABOUT: [(&str, &str); 28] = [
    ("focuses", "on"),
    ("focus", "on"),
    ("focusing", "on"),
    ("focused", "on"),
    ("focus is", "on"),
    ("devoted", "to"),
    ("given over", "to"),
    ("dedicated", "to"),
    ("is", "about"),
    ("centres", "on"),
    ("centred", "on"),
    ("centered", "on"),
    ("organized", "around"),
    ("organised", "around"),
    ("structured", "around"),
    ("built", "around"),
    ("concentrates", "on"),
    ("deals", "with"),
    ("concerned", "with"),
    ("dwells", "on"),
    ("relates", "to"),
    ("pertains", "to"),
    ("bears", "on"),
    (CONCERNS, ""),
    ("addresses", ""),
    ("examines", ""),
    (TURNS, "to"),
    ("a report", "on"),
];

/// What a report also does on its way; one that is presented so, by its symbol, is about it.
const TURNS: &str = "turns";

/// A noun as well; the verb has its object right behind it, or behind an adverb.
const CONCERNS: &str = "concerns";

/// What this year's report is called.
const THIS: [&str; 7] = [
    "this year",
    "the report",
    "this report",
    "the present report",
    "the latest report",
    "the new report",
    "the dialogue",
];

/// How far behind the verb the first pillar stands, and how far behind it the next, in bytes.
const FIRST_MAX: usize = 60;
const NEXT_MAX: usize = 24;

/// The pillars, of those that the sentence at `at` names, that this year's report is said to be about, each once.
pub(super) fn focus(
    outline: &Outline<'_>,
    at: usize,
    named: &[(Pillar, Range<usize>)],
    year: Option<i16>,
    report: &Report,
) -> Vec<Cited<Pillar>> {
    let sentence = &outline.sentences[at];
    let text = outline.text(sentence);
    let about = match cleft(text) {
        Some(end) => named.iter().filter(|(_, place)| place.end <= end).collect(),
        None => verbs(text)
            .into_iter()
            .filter(|verb| is_of_this_year(outline, at, verb, year, report))
            .map(|verb| objects(text, named, &verb))
            .find(|about| is_focused(about))
            .unwrap_or_default(),
    };
    let mut about: Vec<&(Pillar, Range<usize>)> = about;
    // `the first and second pillars` share their last word.
    about.sort_by_key(|(_, place)| place.start);
    let mut found: Vec<Cited<Pillar>> = Vec::new();
    for (pillar, place) in about {
        if !found.iter().any(|known| known.value == *pillar) {
            let range = sentence.range.start + place.start..sentence.range.start + place.end;
            found.push(Cited::new(*pillar, outline.reading.raw_span(range)));
        }
    }
    found
}

/// Where the pillars end of `It is the first pillar on which the report dwells.`
fn cleft(text: &str) -> Option<usize> {
    phrase::first_of(text, &["on which the report", "with which the report", "on which this report"]).map(|at| at.start)
}

/// Whether `is` ends a text, with an adverb behind it or without: `This year's report is accordingly`.
fn is_said_to_be(head: &str) -> bool {
    let mut words = phrase::words(head).map(|word| &head[word]).collect::<Vec<_>>().into_iter().rev();
    let adverb = |word: &str| word.ends_with("ly") || matches!(word, "thus" | "therefore" | "thereby" | "also");
    words.find(|word| !adverb(word)) == Some("is")
}

/// Where verbs stand that say what something is about, their ties included, in order; none that is denied.
fn verbs(text: &str) -> Vec<Range<usize>> {
    let found = phrase::each_exact(text, &ABOUT.map(|(verb, _)| verb)).into_iter().filter_map(|(number, at)| {
        let behind: Vec<Range<usize>> = phrase::words(&text[at.end..]).take(3).collect();
        let end = match ABOUT[number].1 {
            "" => at.end,
            tie => {
                let ties = |word: &str| word == tie || word == "upon" && tie == "on";
                let tied = behind.iter().position(|word| ties(&text[at.end..][word.clone()]))?;
                // `is mainly about`, not `is less certain about`
                let adverbs = || behind[..tied].iter().all(|word| text[at.end..][word.clone()].ends_with("ly"));
                let told = match ABOUT[number].0 {
                    "is" => adverbs(),
                    "a report" => tied == 0 && is_said_to_be(&text[..at.start]),
                    _ => true,
                };
                if !told {
                    return None;
                }
                at.end + behind[tied].end
            }
        };
        Some(at.start..end)
    });
    let bare = |verb: &Range<usize>| &text[verb.clone()] != CONCERNS || has_object(&text[verb.end..]);
    let denied = |verb: &Range<usize>| {
        phrase::words(&text[..verb.start]).last().is_some_and(|word| matches!(&text[word], "not" | "never" | "less"))
    };
    let mut verbs: Vec<Range<usize>> = found.filter(|verb| !denied(verb) && bare(verb)).collect();
    verbs.sort_by_key(|verb| verb.start);
    verbs
}

/// Whether a pillar is the object that words begin with: ` above all the first pillar`.
fn has_object(words: &str) -> bool {
    const LEADS: [&str; 8] =
        ["above all", "in particular", "first and foremost", "not only", "both", "only", "the", "a"];
    let mut rest = words.trim_start();
    loop {
        let adverb = rest.split_once(' ').filter(|(word, _)| word.ends_with("ly")).map(|(_, behind)| behind);
        let lead = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)?.strip_prefix([' ', ',']));
        match adverb.or(lead) {
            Some(behind) => rest = behind.trim_start(),
            None => break,
        }
    }
    let mut behind = phrase::words(rest).map(|word| &rest[word]);
    let (first, second) = (behind.next().unwrap_or_default(), behind.next().unwrap_or_default());
    let pillar = |word: &str| ["pillar", "pillars"].iter().any(|pillar| phrase::alike(word, pillar));
    pillar(first) || phrase::ordinal(first).is_some() && (pillar(second) || matches!(second, "and" | "or" | "two"))
}

/// Whether the pillars are some of the three: who looks at all has no focus.
fn is_focused(about: &[&(Pillar, Range<usize>)]) -> bool {
    !about.is_empty() && !Pillar::ALL.iter().all(|pillar| about.iter().any(|(named, _)| named == pillar))
}

/// The pillars right behind the verb, and those that go on with them; what is done `under` one, where the verb has no tie, is
/// another object.
fn objects<'n>(
    text: &str,
    named: &'n [(Pillar, Range<usize>)],
    verb: &Range<usize>,
) -> Vec<&'n (Pillar, Range<usize>)> {
    let mut reach = verb.end + FIRST_MAX;
    let tied = ABOUT.iter().all(|(about, tie)| *about != &text[verb.clone()] || !tie.is_empty());
    let is_under =
        |at: usize| ["under", "under the"].iter().any(|under| phrase::ends_with(text[..at].trim_end(), under));
    let is_object = |at: usize| tied || !is_under(at);
    let behind = named.iter().filter(|(_, place)| place.start >= verb.end && is_object(place.start));
    behind
        .take_while(|(_, place)| {
            let near = place.start < reach;
            reach = place.end + NEXT_MAX;
            near
        })
        .collect()
}

/// Whether the subject before the verb at `verb` is this year's report, or the dialogue on it.
fn is_of_this_year(outline: &Outline<'_>, at: usize, verb: &Range<usize>, year: Option<i16>, report: &Report) -> bool {
    let sentence = &outline.sentences[at];
    let text = outline.text(sentence);
    let subject = &text[..verb.start];
    let years = super::report_years::years(outline, sentence.range.clone());
    let other = |&(ref place, found): &(Range<usize>, i16)| {
        let behind = place.start.checked_sub(sentence.range.start + verb.end);
        let presented = behind.is_some_and(|length| is_of_strategy(&text[verb.end..verb.end + length]));
        year.is_some_and(|year| found != year) && !presented
    };
    if years.iter().any(other) {
        return false;
    }
    let cited = cited_symbol(outline, sentence, verb.start);
    if text[verb.clone()].starts_with(TURNS) && cited.is_none() {
        return false;
    }
    if takes_up_report(outline, at, subject, year, report) {
        return true;
    }
    match cited {
        Some(symbol) => report.symbol.as_ref().is_some_and(|own| own.value == symbol),
        None => {
            // `This year, the focus is on …`
            let noun = text[verb.clone()].contains(" is ") && subject.trim_end().ends_with("the");
            let named = noun || phrase::has_any(subject, &["report", "dialogue"]);
            named
                && (years.iter().any(|&(_, found)| Some(found) == year)
                    || phrase::has_any(subject, &THIS)
                    || is_counted(subject, report))
        }
    }
}

/// Whether words that lead to a year say that the strategy of the pillars is of it: `the third pillar of the strategy put
/// forward in`.
fn is_of_strategy(lead: &str) -> bool {
    const STRATEGIES: [&str; 5] = ["strategy", "framework", "approach", "concept", "architecture"];
    const PRESENTED: [&str; 12] = [
        "put forward",
        "set out",
        "set forth",
        "laid down",
        "laid out",
        "presented",
        "proposed",
        "introduced",
        "outlined",
        "described",
        "defined",
        "adopted",
    ];
    let strategy = phrase::first_exact(lead, &STRATEGIES).filter(|_| lead.trim_end().ends_with(" in"));
    strategy.is_some_and(|at| phrase::has_exact(&lead[at.end..], &PRESENTED) && !lead.contains([';', ':']))
}

/// How many sentences back what `It` takes up may be named.
const TAKEN_UP: usize = 4;

/// Whether `It` is this year's report, of which the sentence before tells.
fn takes_up_report(outline: &Outline<'_>, at: usize, subject: &str, year: Option<i16>, report: &Report) -> bool {
    let sentence = &outline.sentences[at];
    let near = outline.sentences[..at].iter().rev().take(TAKEN_UP).take_while(|before| before.block == sentence.block);
    // `It was issued on …. It concentrates on …`: what is taken up once is taken up again.
    let mut named = near.skip_while(|before| outline.text(before).starts_with("It "));
    let near = outline.sentences[..at].iter().rev().take(1).filter(|before| before.block == sentence.block);
    subject.starts_with("It")
        && subject.split_whitespace().count() <= 3
        && near.chain(named.next()).any(|before| tells_of_this_report(outline, before, year, report))
}

/// Whether a sentence tells of this year's report: cites it, counts it, or names a report and no other year.
fn tells_of_this_report(outline: &Outline<'_>, sentence: &Sentence, year: Option<i16>, report: &Report) -> bool {
    let text = outline.text(sentence);
    if let Some(symbol) = cited_symbol(outline, sentence, text.len()) {
        return report.symbol.as_ref().is_some_and(|own| own.value == symbol);
    }
    let years = super::report_years::years(outline, sentence.range.clone());
    let past = years.iter().any(|&(_, found)| year.is_none_or(|year| found != year));
    let named = ["this year's report", "this year’s report", "the report", "this report", "the present report"];
    is_counted(text, report) || !past && phrase::has_any(text, &named)
}

/// The symbol that the subject cites its report by.
fn cited_symbol(outline: &Outline<'_>, sentence: &Sentence, verb: usize) -> Option<String> {
    let range = sentence.range.start..sentence.range.start + verb;
    let (place, _) = outline.reading.tokens_in(range).iter().find(|(_, token)| is_report(token))?;
    symbol_after(outline, place.start).map(|cited| cited.value)
}

/// `The fourth report`, where this year's is the fourth.
fn is_counted(subject: &str, report: &Report) -> bool {
    let Some(ordinal) = &report.ordinal else { return false };
    let words: Vec<&str> = phrase::words(subject).map(|word| &subject[word]).collect();
    words.windows(2).any(|pair| phrase::alike(pair[1], "report") && phrase::ordinal(pair[0]) == Some(ordinal.value))
}

#[cfg(test)]
mod tests {
    use crate::note::model::Pillar;
    use crate::note::parse::parse;
    use crate::text::Source;

    fn focus(sentences: &str) -> Vec<Pillar> {
        let text = format!(
            "INFORMATION NOTE\n\nInformal interactive dialogue on the responsibility to protect\n4 September 2019\n\nBackground\n\n\
             The dialogue will consider the report of the Secretary-General entitled \"Lessons learned\" (A/73/898). \
             {sentences} of the responsibility to protect.\n"
        );
        let note = parse(Source { name: "note.txt".into(), text }).note;
        note.pillars.focus.into_iter().map(|pillar| pillar.value).collect()
    }

    #[test]
    fn what_it_takes_up_may_be_named_some_sentences_back() {
        let second = [Pillar::II];
        assert_eq!(focus("It was issued on 10 June. It focuses on the second pillar"), second);
        assert_eq!(focus("The chamber has been restored. It focuses the mind on the second pillar"), []);
    }

    #[test]
    fn a_report_that_is_cited_may_turn_to_a_pillar() {
        assert_eq!(focus("This year's report (A/73/898) turns to the third pillar"), [Pillar::III]);
        assert_eq!(focus("This year's report turns to the third pillar"), [], "on its way");
    }

    #[test]
    fn what_a_report_concerns_is_its_object() {
        for said in
            ["concerns above all the second pillar", "concerns the second pillar", "concerns chiefly pillar two"]
        {
            assert_eq!(focus(&format!("This year's report {said}")), [Pillar::II], "{said}");
        }
        for said in ["voices concerns about the second pillar", "concerns what is asked under the second pillar"] {
            assert_eq!(focus(&format!("This year's report {said}")), [], "{said}");
        }
    }

    #[test]
    fn the_year_of_the_strategy_is_none_of_another_report() {
        let second = [Pillar::II];
        assert_eq!(
            focus("This year's report is devoted to the second pillar of the strategy put forward in 2009, one"),
            second
        );
        assert_eq!(
            focus("The report of 2014 is devoted to the second pillar of the strategy put forward in 2009, one"),
            []
        );
        assert_eq!(focus("The report is devoted to the second pillar, as was that of the strategy of 2014, one"), []);
    }

    #[test]
    fn what_is_done_under_a_pillar_is_no_focus_on_it() {
        assert_eq!(focus("This year's report examines what States may do for them under the first pillar"), []);
        assert_eq!(focus("This year's report examines the first pillar"), [Pillar::I]);
    }

    #[test]
    fn a_report_is_upon_a_pillar_in_any_such_words() {
        for said in ["is given over to", "is accordingly a report upon", "is thus a report on", "is mainly about"] {
            assert_eq!(focus(&format!("This year's report {said} the second pillar")), [Pillar::II], "{said}");
        }
        for said in ["is not a report on", "is less certain about", "asks for a report on"] {
            assert_eq!(focus(&format!("This year's report {said} the second pillar")), [], "{said}");
        }
    }
}
