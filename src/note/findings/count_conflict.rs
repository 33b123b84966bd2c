//! # Count conflict
//!
//! **What.** The note says how many reports the Secretary-General has made, and
//! lists them; the number is that of the list neither with nor without this year's.
//!
//! **Why.** Either the number was not brought up to date or a report is missing from the list.
//!
//! **Example.** `The Secretary-General has submitted five reports on the responsibility to protect:`, followed by three.
//!
//! Only a list that means to be complete is held against the number: one that a colon leads in to, or one that goes
//! through to the year before from the year in which the note says that the reports began, or for many years, or up to this
//! year's ordinal. `Several
//! reports, among them` is no such list; one that counts, `Five reports have been submitted. The first, …`, is.
//! Reports, symbols and years are counted apart, and a number that any of the counts bears out stands.

use std::collections::BTreeSet;
use std::ops::Range;

use super::evidence;
use super::listing::{is_partly, is_set_out};
use super::rule::Rule;
use crate::note::model::{Finding, FindingKind, Note, SectionKind};
use crate::note::outline::{Outline, Sentence};
use crate::note::phrase;
use crate::note::report_owner::last_is_anothers;
use crate::note::report_symbol::is_report;
use crate::note::report_years::{is_recalled, years};
use crate::text::lex::Value;

pub(super) static RULE: Rule = Rule {
    kind: FindingKind::CountConflict,
    phrase: "the number of reports is not the number listed",
    find,
    expected: |note, _| {
        let listed = note.history.len();
        format!("{listed} reports, as listed, or {} with this year's", listed + 1)
    },
};

/// What is counted.
const REPORT: [&str; 2] = ["report", "reports"];

/// Words that may stand between a number and `reports`.
const KINDS: [&str; 8] =
    ["annual", "such", "thematic", "successive", "consecutive", "yearly", "dedicated", "comprehensive"];

/// What the Secretary-General, or the Assembly, does with reports.
const MAKES: [&str; 14] = [
    "laid",
    "prepared",
    "submitted",
    "issued",
    "presented",
    "produced",
    "released",
    "published",
    "written",
    "put forward",
    "delivered",
    "considered",
    "discussed",
    "debated",
];

/// Words before a number of reports that are some of them.
const SOME: [&str; 10] = ["last", "these", "those", "latest", "first", "next", "other", "further", "recent", "of"];

fn find(outline: &Outline<'_>, note: &Note) -> Vec<Finding> {
    let counts = counts(outline, note);
    let (Some(&least), Some(&most)) = (counts.first(), counts.last()) else { return Vec::new() };
    let through = goes_through(outline, note);
    let mut found = Vec::new();
    for sentence in outline.having(&["reports"]).filter(|sentence| !outline.title.contains(&sentence.block)) {
        let text = outline.text(sentence);
        let counted = || counts_out(outline, sentence, note).then(|| number_of_reports(text)).flatten();
        let listed = || lists_below(outline, sentence, note).then(|| number_of_reports(text)).flatten();
        let told = stated(text).or_else(|| labelled(text)).or_else(counted).or_else(listed);
        let Some((number, range)) = told else { continue };
        let complete = through && !begins_before(text, note)
            || leads_in(outline, sentence, range.end)
            || is_set_out(text)
            || goes_through_behind(outline, sentence, note)
            || counts_out(outline, sentence, note);
        if !complete || (least..=most + 1).contains(&number) {
            continue;
        }
        let span = outline.reading.raw_span(sentence.range.start + range.start..sentence.range.start + range.end);
        let listed = note.history.len();
        let message =
            format!("The note speaks of {number} reports and lists {listed}, or {} with this year's.", listed + 1);
        let listed = note.history.iter().filter_map(|report| report.title.as_ref()).map(|title| title.span);
        found.push(RULE.finding(number, message, std::iter::once(span).chain(listed).collect()));
    }
    found
}

/// How many reports before this year's the note lists, counted in each way that is open; fewer than two are no list.
fn counts(outline: &Outline<'_>, note: &Note) -> BTreeSet<usize> {
    let Some(year) = note.year.as_ref().map(|year| year.value) else { return BTreeSet::new() };
    if note.history.len() < 2 {
        return BTreeSet::new();
    }
    let own = note.report.symbol.as_ref().map_or("", |symbol| symbol.value.as_str());
    let mut symbols: BTreeSet<&str> = BTreeSet::new();
    let mut past_years: BTreeSet<i16> = BTreeSet::new();
    let named = outline.words.places(REPORT);
    // A list of documents has others as well.
    let other = |sentence: &Sentence| {
        sentence.part == SectionKind::Documents && !phrase::has_any(outline.text(sentence), &REPORT)
    };
    let told = |sentence: &&Sentence| !outline.title.contains(&sentence.block) && !other(sentence);
    for sentence in outline.sentences.iter().filter(told) {
        let tokens = outline.reading.tokens_in(sentence.range.clone());
        let before = |place: &Range<usize>| near_before(outline, sentence, place.start);
        symbols.extend(tokens.iter().filter_map(|(place, token)| match &token.value {
            Value::Symbol(symbol)
                if is_report(token) && !own.starts_with(symbol.as_str()) && !last_is_anothers(before(place)) =>
            {
                Some(symbol.as_str())
            }
            _ => None,
        }));
        if named.any_in(&sentence.range) && phrase::has_any(outline.text(sentence), &REPORT) {
            let found = years(outline, sentence.range.clone());
            past_years.extend(
                found.into_iter().map(|(_, found)| found).filter(|found| *found < year && is_recalled(*found, year)),
            );
        }
    }
    let other = [symbols.len(), past_years.len()].into_iter().filter(|&count| count >= 2);
    other.chain([note.history.len()]).collect()
}

/// The words of a sentence right before `end`, as many as tell whose a report is.
fn near_before<'a>(outline: &'a Outline<'_>, sentence: &Sentence, end: usize) -> &'a str {
    /// How many bytes they take.
    const NEAR: usize = 160;
    let text = outline.reading.text();
    &text[text.ceil_char_boundary(end.saturating_sub(NEAR).max(sentence.range.start).min(end))..end]
}

/// How many reports a list has that leaves out no year and so means to be complete.
const LONG: usize = 5;

/// Whether the list leaves out no report before this year's as that is counted, or goes through to the year before and is long
/// or begins in the year in which the note says that the reports began.
fn goes_through(outline: &Outline<'_>, note: &Note) -> bool {
    let Some(year) = note.year.as_ref().map(|year| year.value) else { return false };
    let Some(first) = note.history.first().map(|report| report.year) else { return false };
    let each = leaves_none_out(note, first, year);
    let since = format!("since {first}");
    let phrases = ["subsequent reports", &since];
    let said = || outline.having(&phrases).any(|sentence| phrase::has_exact(outline.text(sentence), &phrases));
    // This year's report is counted as the next: none is left out, though they were made in some years only.
    let next = note.report.ordinal.as_ref().is_some_and(|ordinal| ordinal.value as usize == note.history.len() + 1);
    next || each && (note.history.len() >= LONG || said())
}

/// Whether the note lists a report for each year from the `first` to that before its own `year`.
fn leaves_none_out(note: &Note, first: i16, year: i16) -> bool {
    note.history.iter().map(|report| report.year).eq(first..year)
}

/// Whether the sentence behind begins to go through the reports with the first that the note lists: `That of 2009 laid down`.
fn goes_through_behind(outline: &Outline<'_>, sentence: &Sentence, note: &Note) -> bool {
    let behind = outline.sentences.partition_point(|other| other.range.start <= sentence.range.start);
    let next = outline.sentences.get(behind).filter(|next| next.block == sentence.block);
    let (Some(next), Some(first), Some(year)) = (next, note.history.first(), note.year.as_ref()) else { return false };
    let text = outline.text(next);
    let begins = ["That of", "The one of", "The report of"]
        .into_iter()
        .any(|of| text.strip_prefix(of).is_some_and(|rest| rest.trim_start().starts_with(&first.year.to_string())));
    begins && leaves_none_out(note, first.year, year.value)
}

/// Whether a colon ends a sentence, and the first of the note's reports is the first item below it.
fn lists_below(outline: &Outline<'_>, sentence: &Sentence, note: &Note) -> bool {
    let next = outline.reading.blocks().get(sentence.block + 1);
    let first = note.history.first().and_then(|report| report.title.as_ref());
    let first = first.map(|title| outline.reading.read_range(title.span).start);
    let below = || next.zip(first).is_some_and(|(next, first)| next.range.contains(&first));
    outline.text(sentence).ends_with(':') && below()
}

/// Whether a sentence says since when there have been reports, and the list begins later: it is only a part.
fn begins_before(text: &str, note: &Note) -> bool {
    let Some(first) = note.history.first().map(|report| report.year) else { return false };
    let since = phrase::first_exact(text, &["since"]).map(|since| text[since.end..].trim_start());
    let year = since.and_then(|behind| behind.get(..4)).and_then(|year| year.parse::<i16>().ok());
    year.is_some_and(|year| is_recalled(year, first) && year < first)
}

/// Whether a list that means to be complete follows in the sentence, or in the items under it.
fn leads_in(outline: &Outline<'_>, sentence: &Sentence, from: usize) -> bool {
    let rest = &outline.text(sentence)[from..];
    let Some(colon) = rest.find(':') else { return false };
    let before_quote = rest.find(['"', '“', '«']).is_none_or(|quote| colon < quote);
    before_quote && !is_partly(&rest[..colon])
}

/// The number behind a label: `Earlier reports: eleven since 2009, namely`.
fn labelled(text: &str) -> Option<(usize, Range<usize>)> {
    const EARLIER: [&str; 4] = ["earlier reports", "previous reports", "past reports", "reports so far"];
    let (label, behind) = text.split_once(": ")?;
    phrase::first_exact(label, &EARLIER).filter(|at| at.start == 0 && at.end == label.len())?;
    let word = phrase::words(behind).next()?;
    let number = phrase::number(&behind[word.clone()]).filter(|number| (2..100).contains(number))?;
    let start = text.len() - behind.len();
    (!is_partly(behind)).then_some((number as usize, start + word.start..start + word.end))
}

/// The number of the Secretary-General's reports that a sentence states, with its words.
fn stated(text: &str) -> Option<(usize, Range<usize>)> {
    let secretary =
        phrase::find_exact(text, "secretary-general").or_else(|| phrase::find_exact(text, "secretary general"));
    if secretary.is_none() && !is_set_out(text) { None } else { number_of_reports(text) }
}

/// Whether the sentences behind one in its paragraph count out each report that the note lists: `The first, … The second, …`.
fn counts_out(outline: &Outline<'_>, sentence: &Sentence, note: &Note) -> bool {
    let behind = outline.sentences.partition_point(|other| other.range.start <= sentence.range.start);
    let own = outline.sentences[behind..].iter().take_while(|other| other.block == sentence.block);
    let mut wanted = 1;
    for other in own.take(3 * note.history.len()) {
        let text = outline.text(other);
        let counted = text.strip_prefix("The ").and_then(|rest| phrase::words(rest).next().map(|word| &rest[word]));
        match counted.and_then(phrase::ordinal) {
            Some(number) if number == wanted => wanted += 1,
            Some(_) => return false,
            // Another sentence may stand between two that count, and none before the first.
            None if wanted == 1 => return false,
            None => {}
        }
    }
    wanted as usize > note.history.len()
}

/// The number of reports that a sentence says are made, with its words.
fn number_of_reports(text: &str) -> Option<(usize, Range<usize>)> {
    let reports = phrase::find_exact(text, "reports")?;
    // `has addressed four reports to the Assembly`, not `four reports have addressed prevention`
    let addressed =
        || phrase::find_exact(&text[..reports.start], "addressed").is_some() && text[reports.end..].starts_with(" to ");
    if !MAKES.iter().any(|word| phrase::find_exact(text, word).is_some()) && !addressed() {
        return None;
    }
    let before = evidence::words(&text[..reports.start]);
    let at = before.iter().rposition(|(word, _)| !KINDS.contains(&&**word))?;
    let (word, range) = &before[at];
    let number = phrase::number(word).filter(|&number| number >= 2)?;
    let some = at.checked_sub(1).is_some_and(|i| SOME.contains(&&*before[i].0));
    // `twelve reports, including this year's`: what is included is counted, and no list.
    let behind = text[reports.end..].replace("including the one", "").replace("including this", "");
    (!some && !is_partly(&text[..reports.start]) && !is_partly(&behind))
        .then_some((number as usize, range.start..reports.end))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    fn note(told: &str, more: &str) -> Vec<String> {
        RULE.values(&format!(
            "Informal interactive dialogue on the responsibility to protect\n5 September 2012\n\nBackground\n\n{told}\n\n\
             The dialogue will be held on 5 September 2012.\n\n{more}"
        ))
    }

    const TWO: &str = "\"Early warning\" (A/64/864) in 2010 and \"Regional arrangements\" (A/65/877) in 2011.";

    #[test]
    fn reports_may_be_laid_before_the_assembly() {
        let made = |verb: &str| note(&format!("The Secretary-General has {verb} five reports before it: {TWO}"), "");
        assert_eq!(made("laid"), ["5"]);
        assert_eq!(made("lost"), [""; 0]);
        let to = |told: &str| note(&format!("The Secretary-General has {told}: {TWO}"), "");
        assert_eq!(to("so far addressed five reports to it"), ["5"]);
        assert_eq!(to("in five reports addressed it"), [""; 0]);
    }

    #[test]
    fn reports_that_are_items_below_their_number_are_the_secretary_general_s() {
        let list = "- 2009: Implementing the responsibility to protect (A/63/677)\n- 2010: Early warning (A/64/864)";
        let before = "The Assembly has debated the matter in every year since it adopted its resolution on the follow-up to the \
                      outcome of the Summit.";
        let told = |told: &str, list: &str| note(&format!("{before}\n\n{told}\n\n{list}"), "");
        assert_eq!(told("Five reports have been submitted so far:", list), ["5"]);
        assert_eq!(told("Two reports have been submitted so far:", list), [""; 0]);
        assert_eq!(told("Five reports have been submitted so far.", list), [""; 0]);
        let other = format!("- Report of the Chair\n\nThe Secretary-General reported each year:\n\n{list}");
        assert_eq!(told("Five reports have been submitted to the Committee:", &other), [""; 0]);
    }

    /// Three reports are listed, two of them with years.
    #[test]
    fn the_message_and_what_was_expected_give_one_count() {
        let text = format!(
            "Informal interactive dialogue\n5 September 2012\n\nBackground\n\nThe Secretary-General has issued six reports: \
             \"First steps\" (A/63/677), {TWO}\n\nThe dialogue will be held on 5 September 2012.\n"
        );
        let note = crate::note::read("note", text.as_bytes()).expect("a note").note;
        assert_eq!(note.history.len(), 3);
        let finding = note.findings.iter().find(|finding| finding.kind == RULE.kind).expect("a finding");
        assert!(finding.message.contains("lists 3, or 4 with"), "{}", finding.message);
        assert_eq!((RULE.expected)(&note, finding), "3 reports, as listed, or 4 with this year's");
    }

    #[test]
    fn drafts_and_records_are_no_reports() {
        let told = |symbol: &str| {
            let this = "The report of the Secretary-General, \"Timely response\" (A/66/874), is before it.";
            let cited = format!("The report {symbol} was read. The report A/63/678 as well.");
            note(&format!("The Secretary-General has issued five reports: {TWO} {this}"), &cited)
        };
        assert_eq!(told("A/63/677"), [""; 0]);
        assert_eq!(told("A/63/L.5"), ["5"]);
    }

    #[test]
    fn the_order_of_a_list_makes_it_no_part_of_one() {
        let listed = |order: &str| note(&format!("The Secretary-General has issued five reports, {order}: {TWO}"), "");
        assert_eq!(listed("the most recent being named first"), ["5"]);
        assert_eq!(listed("the most recent being"), [""; 0]);
    }

    #[test]
    fn a_list_up_to_this_years_ordinal_is_complete() {
        let ordinal = |ordinal: &str| {
            let this =
                format!("The {ordinal} report of the Secretary-General, \"Timely response\" (A/66/874), is before it.");
            note(&format!("The Secretary-General has issued six reports. He issued {TWO} {this}"), "")
        };
        assert_eq!(ordinal("third"), ["6"]);
        assert_eq!(ordinal("fifth"), [""; 0]);
        let told = |ordinal: &str| {
            let listed = "\"First steps\" (A/63/677) in 2009 and \"Regional arrangements\" (A/65/877) in 2011.";
            let this =
                format!("The {ordinal} report of the Secretary-General, \"Timely response\" (A/66/874), is before it.");
            note(&format!("The Secretary-General has issued six reports. He issued {listed} {this}"), "")
        };
        assert_eq!((told("third"), told("latest")), (vec!["6".to_owned()], Vec::new()));
    }

    #[test]
    fn a_list_may_be_gone_through_in_the_sentence_behind() {
        let told = |made: &str| {
            note(
                &format!(
                    "The Secretary-General has issued six reports. {made} \"Early warning\" (A/64/864), and in 2011 came \
                           \"Regional arrangements\" (A/65/877)."
                ),
                "",
            )
        };
        assert_eq!(told("That of 2010 was"), ["6"]);
        assert_eq!(told("In 2010 came"), [""; 0]);
    }

    #[test]
    fn what_else_is_among_the_documents_is_no_report() {
        let told = format!("The Secretary-General has issued five reports: {TWO}");
        let listed = |what: &str| {
            let list = ["66/551", "66/552", "66/553", "66/554"].map(|symbol| format!("- {what}, A/{symbol}\n"));
            note(&told, &format!("Documents\n\n{}", list.concat()))
        };
        assert_eq!(listed("Letter of a State"), ["5"]);
        assert_eq!(listed("Report on it"), [""; 0]);
        assert_eq!(listed("Report of the Disarmament Commission"), ["5"]);
    }
}
