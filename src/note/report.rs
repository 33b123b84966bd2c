//! The Secretary-General's report under discussion: its title, its symbol, which in the row of reports it is.

use std::ops::Range;

use super::mention::{BEFORE_EVENT, Mention};
use super::model::{PastReport, Report, SectionKind};
use super::outline::{Outline, Sentence};
use super::phrase;
use super::principle::begins_with_principle;
use super::quotation::{OPENING_MARKS, quoted};
use super::report_owner::{is_anothers, last_is_anothers, last_is_on_its};
use super::report_symbol::{is_report, symbol_after};
use super::report_years::year_of_symbol;
use crate::text::Cited;
use crate::text::lex::Value;

/// Reads the report of the event's `year`; `history` are the reports of other years.
pub(super) fn report(
    outline: &Outline<'_>,
    year: Option<i16>,
    mentions: &[Vec<Mention>],
    history: &[PastReport],
) -> Report {
    let text = outline.reading.text();
    let mut named = outline.sentences.iter().zip(mentions).flat_map(|(sentence, mentions)| {
        let own = |mention: &&Mention| {
            !last_is_anothers(text.get(sentence.range.start..mention.title.start).unwrap_or_default())
        };
        mentions.iter().filter(|mention| mention.current).find(own)
    });
    let named = named.next();
    let places = outline.words.places(["report"]);
    let sentences = outline.sentences.iter().zip(mentions).filter(|(sentence, _)| places.any_in(&sentence.range));
    let current = sentences.filter(|(sentence, mentions)| speaks_of_current(outline, sentence, mentions, year));
    let current: Vec<&Sentence> = current.map(|(sentence, _)| sentence).collect();
    Report {
        title: current
            .iter()
            .find_map(|sentence| title(outline, sentence))
            .or_else(|| named.map(|mention| outline.cite(mention.title.clone())))
            .or_else(|| current.iter().find_map(|sentence| untitled(outline, sentence))),
        symbol: named
            .and_then(|mention| symbol_after(outline, mention.symbol))
            .or_else(|| current.iter().find_map(|sentence| symbol(outline, sentence, history)))
            .or_else(|| symbol_in_title(outline, year?)),
        ordinal: ordinal(outline, &current, history.len())
            .or_else(|| counted_of_list(outline, mentions, history.len()))
            .or_else(|| counted_last(outline, history.len())),
    }
}

/// Whether a sentence may speak of this year's report: it names a report and no other year's.
fn speaks_of_current(outline: &Outline<'_>, sentence: &Sentence, mentions: &[Mention], year: Option<i16>) -> bool {
    let text = outline.text(sentence);
    if phrase::find(text, "report").is_none() || outline.title.contains(&sentence.block) {
        return false;
    }
    // Where a title or a symbol tells that the report is another year's, no date has to.
    if !mentions.is_empty() && mentions.iter().all(Mention::is_past) {
        return false;
    }
    let others = super::report_years::years(outline, sentence.range.clone());
    let other = |&(_, found): &(Range<usize>, i16)| year.is_some_and(|year| found < year);
    let listing = others.iter().filter(|found| other(found)).count();
    listing == 0 || (listing == 1 && opens_with_report(text))
}

/// `The report, entitled "…" builds on the 2015 report`: what stands first is this year's.
fn opens_with_report(text: &str) -> bool {
    /// How far into a sentence what opens it goes, in bytes.
    const HEAD: usize = 60;
    let head = &text[..text.floor_char_boundary(HEAD)];
    phrase::has_any(
        head,
        &["the report, entitled", "the report entitled", "this year's report", "this year", "in his report"],
    )
}

/// What the running text calls it: `entitled "…"`, or the part behind the colon of `"Report of the Secretary-General …: …"`.
fn title(outline: &Outline<'_>, sentence: &Sentence) -> Option<Cited<String>> {
    /// How many bytes stand at most between what leads in to a title and its marks, and between a report and its title's.
    const LEAD: usize = 4;
    const REPORT: usize = 40;
    let text = outline.text(sentence);
    let cite = |range: Range<usize>| outline.cite(sentence.range.start + range.start..sentence.range.start + range.end);
    if !text.contains(OPENING_MARKS) {
        return None;
    }
    for lead in ["entitled", "titled", "title", "heading", "report on", "report"] {
        let Some(at) = phrase::find(text, lead) else { continue };
        let Some(quote) = quoted(text, at.end) else { continue };
        let close = quote.start - at.end <= if lead == "report" { REPORT } else { LEAD };
        if close && !last_is_anothers(&text[..quote.start]) && sentence.part != SectionKind::Programme {
            return Some(cite(after_report(text, quote)));
        }
    }
    let quote = quoted(text, 0)?;
    let inner = after_report(text, quote.clone());
    (inner != quote && phrase::find(&text[quote], "report of the secretary-general").is_some()).then(|| cite(inner))
}

/// A title without marks: what the report is on (`the report of the Secretary-General on the role of … (A/65/877)`), or what
/// stands behind `under the title`.
fn untitled(outline: &Outline<'_>, sentence: &Sentence) -> Option<Cited<String>> {
    let text = outline.text(sentence);
    let own = subject(outline, sentence).or_else(|| {
        let lead = phrase::first_exact(text, &["under the title", "bears the title"])?;
        let own = trimmed(text, lead.end..text.trim_end().trim_end_matches('.').len());
        text[own.clone()].starts_with(char::is_uppercase).then_some(own)
    })?;
    let title = &text[own.clone()];
    let plain = !title.contains(['(', ',', ';', '"', '“']) && (4..=20).contains(&title.split(' ').count());
    plain.then(|| outline.cite(sentence.range.start + own.start..sentence.range.start + own.end))
}

/// What stands between `report of the Secretary-General on` and the report's symbol, as a range of the sentence's text.
fn subject(outline: &Outline<'_>, sentence: &Sentence) -> Option<Range<usize>> {
    let text = outline.text(sentence);
    let named = phrase::find(text, "report of the secretary-general on")?.end;
    let base = sentence.range.start;
    let mut tokens = outline.reading.tokens_in(sentence.range.clone()).iter();
    let (symbol, _) = tokens.find(|(place, token)| is_report(token) && place.start - base > named)?;
    let bracket = named + text[named..symbol.start - base].trim_end().strip_suffix('(')?.len();
    let own = trimmed(text, named..bracket);
    // The agenda's item is no title.
    let item = begins_with_principle(&text[own.clone()]);
    (!item).then_some(own)
}

/// A range of a text without the white space at its ends; empty where it holds nothing else, or ends before it begins.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(inner) = text.get(range.clone()) else { return range.start..range.start };
    let start = range.start + inner.len() - inner.trim_start().len();
    start..start + inner.trim().len()
}

/// The symbol of a report of the event's `year` that the title block gives, where it gives no other.
fn symbol_in_title(outline: &Outline<'_>, year: i16) -> Option<Cited<String>> {
    let blocks = &outline.reading.blocks()[outline.title.clone()];
    let range = blocks.first()?.range.start..blocks.last()?.range.end;
    let mut reports = outline.reading.tokens_in(range).iter().filter(|(_, token)| is_report(token));
    let (place, _) = reports.next().filter(|_| reports.next().is_none())?;
    symbol_after(outline, place.start).filter(|symbol| year_of_symbol(&symbol.value) == Some(year))
}

/// The part of a quoted title behind `Report of the Secretary-General on the …:`.
pub(super) fn after_report(text: &str, quote: Range<usize>) -> Range<usize> {
    let inner = &text[quote.clone()];
    let named = phrase::find(inner, "report of the secretary-general").is_some_and(|at| at.start < 5);
    match inner.find(':').filter(|_| named) {
        Some(colon) => {
            let rest = &inner[colon + 1..];
            quote.start + colon + 1 + (rest.len() - rest.trim_start().len())..quote.end
        }
        None => quote,
    }
}

/// The symbol that stands with it, which no other year's report has.
fn symbol(outline: &Outline<'_>, sentence: &Sentence, history: &[PastReport]) -> Option<Cited<String>> {
    /// How many bytes before a symbol tell what it is of.
    const NEAR: usize = 160;
    let text = outline.text(sentence);
    outline.reading.tokens_in(sentence.range.clone()).iter().find_map(|(place, token)| {
        let Value::Symbol(symbol) = &token.value else { return None };
        let taken = history
            .iter()
            .any(|past| past.symbol.as_ref().is_some_and(|cited| cited.value.starts_with(symbol.as_str())));
        let report = !symbol.contains("RES") && !symbol.contains("PRST") && !taken;
        let before = &text[..place.start - sentence.range.start];
        let near = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
        let named = phrase::find(near, "report").is_some() || near.trim_end().ends_with(['"', '”', '(']);
        let another = last_is_anothers(near) || last_is_on_its(near) && !phrase::has_any(text, &BEFORE_EVENT);
        (report && named && !another).then(|| symbol_after(outline, place.start)).flatten()
    })
}

/// `the report …, the thirteenth, …`, `the report … is the second.`: an ordinal that nothing but the report can complete.
fn stands_alone(text: &str, ordinal: &Range<usize>) -> bool {
    const COUNTED: [&str; 6] = ["session", "sessions", "anniversary", "pillar", "pillars", "meeting"];
    let Some(head) = text[..ordinal.start].trim_end().strip_suffix("the") else { return false };
    let Some(report) = phrase::find(head, "report") else { return false };
    let between = head[report.end..].trim_end();
    let tied = between.ends_with(',') || between.ends_with(" is") || between.ends_with(" being");
    let behind = text[ordinal.end..].trim_start();
    let goes_on = ["to be ", "that ", "which ", "in all", "so far", "to date", "by the Secretary-General"]
        .iter()
        .any(|word| behind.starts_with(word));
    let ends = behind.is_empty() || behind.starts_with([',', '.', ';', ')']) || goes_on;
    tied && ends && !phrase::has_any(&text[..ordinal.end], &COUNTED)
}

/// `It is the sixteenth.`, `It is the sixteenth in the series`, right behind a sentence on the report.
fn taken_up(outline: &Outline<'_>, report: &Sentence) -> Option<Cited<u32>> {
    const IT_IS: &str = "It is the ";
    let behind = outline.sentences.partition_point(|other| other.range.start <= report.range.start);
    let next = outline.sentences.get(behind).filter(|next| next.block == report.block)?;
    let counted = outline.text(next).strip_prefix(IT_IS)?;
    let word = phrase::words(counted).next()?;
    let value = phrase::ordinal(&counted[word.clone()])?;
    let rest = counted[word.end..].trim_start();
    let ends = ["in the series", "of its kind", "on the subject", "so far", "to date", "since"];
    let alone = rest.is_empty() || rest.starts_with(['.', ',', ';']) || ends.iter().any(|end| rest.starts_with(end));
    let start = next.range.start + IT_IS.len();
    alone.then(|| Cited::new(value, outline.reading.raw_span(start + word.start..start + word.end)))
}

/// `The eleventh, entitled "…" (A/73/898), …`, behind a list of the reports before, `they are joined by a sixteenth, "…"`: what
/// is counted is this year's, unless it is amid the sentence and no more than half the `earlier` reports.
fn counted_of_list(outline: &Outline<'_>, mentions: &[Vec<Mention>], earlier: usize) -> Option<Cited<u32>> {
    const TIES: [&str; 7] = ["", "entitled", "titled", "called", "one entitled", "is entitled", "of these entitled"];
    const ARTICLES: [&str; 3] = ["The ", " the ", " a "];
    let sentences = outline.sentences.iter().zip(mentions);
    sentences.filter_map(|(sentence, mentions)| Some((sentence, mentions.first()?))).find_map(|(sentence, mention)| {
        let head = outline.reading.text().get(sentence.range.start..mention.title.start)?;
        let article = ARTICLES.iter().filter_map(|article| Some(head.rfind(article)? + article.len())).max();
        let start = article.filter(|_| mention.current)?;
        let counted = &head[start..];
        let word = phrase::words(counted).next()?;
        let value = phrase::ordinal(&counted[word.clone()])
            .filter(|value| head.starts_with(ARTICLES[0]) || 2 * *value as usize > earlier)?;
        let tie = counted[word.end..].trim_matches(|c: char| !c.is_alphabetic()).replace(',', "");
        let start = sentence.range.start + start;
        TIES.contains(&tie.as_str())
            .then(|| Cited::new(value, outline.reading.raw_span(start + word.start..start + word.end)))
    })
}

/// `The fourth is the one now before us.`, in a paragraph that counts the `earlier` reports.
fn counted_last(outline: &Outline<'_>, earlier: usize) -> Option<Cited<u32>> {
    const PRESENT: [&str; 10] = [
        "before us",
        "before the assembly",
        "before the general assembly",
        "before member states",
        "before it",
        "this year's",
        "the present one",
        "the present report",
        "under discussion",
        "under consideration",
    ];
    const ARTICLE: &str = "The ";
    outline.having(&PRESENT).find_map(|sentence| {
        let counted = outline.text(sentence).strip_prefix(ARTICLE)?;
        let word = phrase::words(counted).next()?;
        let value = phrase::ordinal(&counted[word.clone()]).filter(|value| *value as usize == earlier + 1)?;
        let behind = counted[word.end..].trim_start().trim_start_matches(',').trim_start();
        let is = ["is ", "now ", "one is ", "of them is ", "of these is "].iter().any(|is| behind.starts_with(is));
        let told =
            || phrase::has_any(outline.reading.block_text(&outline.reading.blocks()[sentence.block]), &["reports"]);
        let start = sentence.range.start + ARTICLE.len();
        (is && earlier > 0 && told())
            .then(|| Cited::new(value, outline.reading.raw_span(start + word.start..start + word.end)))
    })
}

/// `the ninth report on this topic overall`: of several ordinals, the highest counts them all; one of no more than half the
/// `earlier` reports that the note recalls counts something else.
fn ordinal(outline: &Outline<'_>, current: &[&Sentence], earlier: usize) -> Option<Cited<u32>> {
    let counted = current.iter().flat_map(|sentence| {
        let words: Vec<Range<usize>> = phrase::words(outline.text(sentence)).collect();
        let within = (0..words.len()).filter_map(move |at| {
            let value = counts_report(outline.text(sentence), &words, at)?;
            let place = sentence.range.start + words[at].start..sentence.range.start + words[at].end;
            Some(Cited::new(value, outline.reading.raw_span(place)))
        });
        taken_up(outline, sentence).into_iter().chain(within)
    });
    let counted = counted.filter(|ordinal| 2 * ordinal.value as usize > earlier);
    counted.reduce(|highest, next| if next.value > highest.value { next } else { highest })
}

/// The ordinal at `at` of some words, where it counts a report: `the ninth report`, `the twelfth in the series`, `the report …,
/// the thirteenth, …`.
fn counts_report(text: &str, words: &[Range<usize>], at: usize) -> Option<u32> {
    /// How many words may stand between, with the report's own.
    const NEAR: usize = 5;
    const OTHERS: [&str; 7] = ["session", "year", "decade", "committee", "anniversary", "pillar", "pillars"];
    let value = phrase::ordinal(&text[words[at].clone()])?;
    let behind = &words[at + 1..];
    let report = behind.iter().take(NEAR).position(|word| phrase::alike(&text[word.clone()], "report"));
    let alone = || counts_series(text, words, at) || stands_alone(text, &words[at]);
    let between = report.or_else(|| alone().then_some(0))?;
    let of_others = behind[..between].iter().any(|word| OTHERS.contains(&&text[word.clone()]));
    // `the first report of the current Secretary-General` counts his own.
    let end = behind.get(between).map_or(text.len(), |word| word.end);
    let own = value == 1 && phrase::find(&text[end..], "current").is_some_and(|at| at.start < 12);
    let anothers = report.and_then(|report| behind.get(report)).is_some_and(|report| is_anothers(text, report));
    (!of_others && !own && !anothers).then_some(value)
}

/// Whether the ordinal at `at` counts what is not named but by its row: `the twelfth in the series`, `the third on the matter`,
/// `the twenty-first since 2009`.
fn counts_series(text: &str, words: &[Range<usize>], at: usize) -> bool {
    const SERIES: [&str; 8] = [
        "in the series",
        "on the subject",
        "on the matter",
        "on this topic",
        "on the topic",
        "since",
        "of its kind",
        "on the responsibility",
    ];
    let word = |i: usize| words.get(i).map_or("", |range| &text[range.clone()]);
    let led = at > 0 && ["the", "his", "her"].iter().any(|article| word(at - 1).eq_ignore_ascii_case(article));
    let goes_on = matches!(word(at + 1), "in" | "on" | "since" | "of" | "such");
    led && goes_on && phrase::has_any(&text[words[at].end..], &SERIES)
}

#[cfg(test)]
mod tests {
    use super::{Outline, Sentence, ordinal, untitled};
    use crate::text::Reading;

    #[test]
    fn a_title_without_marks_is_cited_where_the_report_is_named() {
        let subject = "the role of regional and subregional arrangements";
        let text = format!(
            "The dialogue on {subject} will consider the report of the Secretary-General on {subject} (A/65/877).\n"
        );
        let reading = Reading::of(&text);
        let outline = Outline::of(&reading);
        let title = untitled(&outline, &outline.sentences[0]).expect("a title");
        assert_eq!(
            (title.value.as_str(), title.span.range().start),
            (subject, text.rfind(subject).expect("named twice"))
        );
    }

    #[test]
    fn a_working_group_s_report_is_not_this_year_s() {
        let symbol = |whose: &str| {
            let told = format!(
                "Informal meeting\n10 June 2019\n\nBackground\n\nThe resolutions are listed elsewhere, and the latest report of the \
                 {whose} stands in document A/73/956, as the Office has said. The meeting will be held on 10 June 2019.\n"
            );
            let note = crate::note::read("note", told.as_bytes()).expect("a note").note;
            note.report.symbol.map(|symbol| symbol.value)
        };
        for other in ["Working Group", "High-level Independent Panel on Peace Operations", "Security Council"] {
            assert_eq!(symbol(other), None, "{other}");
        }
        assert_eq!(symbol("Secretary-General").as_deref(), Some("A/73/956"));
        assert_eq!(symbol("Secretary-General on the work of the Committee").as_deref(), Some("A/73/956"));
    }

    #[test]
    fn an_ordinal_far_below_the_reports_recalled_counts_something_else() {
        let counted = |word: &str, earlier: usize| {
            let reading = Reading::of(&format!("Background\n\nThis is the {word} report to look at prevention.\n"));
            let outline = Outline::of(&reading);
            let current: Vec<&Sentence> = outline.sentences.iter().collect();
            ordinal(&outline, &current, earlier).map(|ordinal| ordinal.value)
        };
        assert_eq!((counted("first", 10), counted("first", 0)), (None, Some(1)));
        let whose = |whose: &str| {
            let reading = Reading::of(&format!("Background\n\nThe fifth report of {whose} on Syria is recalled.\n"));
            let outline = Outline::of(&reading);
            let current: Vec<&Sentence> = outline.sentences.iter().collect();
            ordinal(&outline, &current, 0).map(|ordinal| ordinal.value)
        };
        assert_eq!((whose("the Human Rights Council"), whose("the Secretary-General")), (None, Some(5)));
        let reading = Reading::of("Background\n\nThe report looks at prevention. It is the sixteenth.\n");
        let outline = Outline::of(&reading);
        let current: Vec<&Sentence> = outline.having(&["report"]).collect();
        assert_eq!(ordinal(&outline, &current, 3).map(|ordinal| ordinal.value), Some(16));
        let of_series =
            "Background\n\nThe present report is the seventeenth by the Secretary-General on the subject.\n";
        let reading = Reading::of(of_series);
        let outline = Outline::of(&reading);
        let current: Vec<&Sentence> = outline.having(&["report"]).collect();
        assert_eq!(ordinal(&outline, &current, 2).map(|ordinal| ordinal.value), Some(17));
        let told = "Background\n\nThree reports have been devoted to the subject:\n\n\
                    - 2016: Mobilizing collective action (A/70/999)\n- 2017: Accountability (A/71/1016)\n\n\
                    The third, entitled \"From early warning to early action\" (A/72/884), is before the Assembly.\n\n\
                    The dialogue will be held on 25 June 2018.\n\nProgramme\n\n10 a.m. Opening\n";
        let document = crate::note::read("note", told.as_bytes()).expect("a note");
        assert_eq!(document.note.report.ordinal.map(|ordinal| ordinal.value), Some(3));
        let before_us = told.replace(
            ", entitled \"From early warning to early action\" (A/72/884), is before the Assembly",
            " is the one now before us",
        );
        let before_us = before_us.replace("\n\nThe third", " The third").replace(":\n\n- 2016: Mobilizing collective action (A/70/999)\n- 2017: Accountability (A/71/1016)", ". The first, of 2016, was \"Mobilizing collective action\" (A/70/999). The second, of 2017, was \"Accountability\" (A/71/1016).");
        let document = crate::note::read("note", before_us.as_bytes()).expect("a note");
        assert_eq!(document.note.report.ordinal.map(|ordinal| ordinal.value), Some(3), "{before_us}");
        for joined in ["These have now been joined by the third", "To these he has added a third"] {
            let told = told.replace("The third", joined);
            let document = crate::note::read("note", told.as_bytes()).expect("a note");
            assert_eq!(document.note.report.ordinal.map(|ordinal| ordinal.value), Some(3), "{joined}");
        }
        // What the note says stands, though it recalls as many, or more.
        assert_eq!((counted("eighth", 8), counted("eighth", 9)), (Some(8), Some(8)));
    }
}
