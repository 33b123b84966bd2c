//! The symbol that a report is cited by, and what stands with it.

use std::ops::Range;

use jiff::civil::Date;

use super::outline::{Outline, Sentence};
use super::phrase;
use crate::text::Cited;
use crate::text::lex::{Token, Value};

/// The symbol is a report's, not that of a resolution, a draft or a record: nothing but numbers behind the organ.
pub(super) fn is_report(token: &Token) -> bool {
    let Value::Symbol(symbol) = &token.value else { return false };
    let number = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    symbol.strip_prefix("A/").is_some_and(|rest| rest.split('/').all(number))
}

/// The symbol at `start` of the reading text, a double symbol whole.
pub(super) fn symbol_after(outline: &Outline<'_>, start: usize) -> Option<Cited<String>> {
    let tokens = outline.reading.tokens_in(start..start + 80);
    let (place, token) = tokens.first()?;
    let Value::Symbol(symbol) = &token.value else { return None };
    let single = Cited::new(symbol.clone(), outline.reading.raw_span(place.clone()));
    let Some((second, Value::Symbol(other))) = tokens.get(1).map(|(place, token)| (place, &token.value)) else {
        return Some(single);
    };
    let between = outline.reading.text().get(place.end..second.start)?;
    // The dash of a double symbol may be lost.
    let joined = matches!(between.trim(), "" | "-" | "–" | "—" | "~" | "--" | "-–" | "–-")
        && between.len() <= 6
        && !between.contains('\n');
    if joined && other.starts_with("S/") {
        return Some(Cited::new(format!("{symbol}–{other}"), outline.reading.raw_span(place.start..second.end)));
    }
    Some(single)
}

/// How many bytes of the reading text the symbol at `start` takes, a double symbol whole.
pub(super) fn symbol_length(outline: &Outline<'_>, start: usize) -> usize {
    let tokens = outline.reading.tokens_in(start..start + 80);
    let Some((first, _)) = tokens.first() else { return 0 };
    let second =
        tokens.get(1).filter(|(place, token)| matches!(token.value, Value::Symbol(_)) && place.start <= first.end + 6);
    second.map_or(first.end, |(place, _)| place.end) - start
}

/// What is done to a report when it appears, and what is done with it later.
const MADE: [&str; 7] =
    ["submitted", "issued", "published", "released", "transmitted", "made public", "made available"];
const TAKEN_UP: [&str; 6] = ["discussed", "considered", "debated", "took up", "taken up", "exchanged views"];

/// `(A/63/677 of 12 January 2009)`: the date behind the symbol.
pub(super) fn issued(outline: &Outline<'_>, sentence: &Sentence, symbol_end: usize) -> Option<Cited<Date>> {
    outline.reading.tokens_in(symbol_end..sentence.range.end).iter().find_map(|(place, token)| {
        let Value::Date { days, .. } = &token.value else { return None };
        let between = outline.reading.text()[symbol_end..place.start].trim();
        let day = days.first()?;
        let bare = between.trim_start_matches([')', ',', ' ']).trim_start_matches("which ").trim_start_matches("was ");
        // `submitted his report, "…" (A/63/677), on 12 January 2009`
        let head = &outline.reading.text()[sentence.range.start..symbol_end.max(sentence.range.start)];
        let made = bare == "on" && phrase::has_exact(head, &MADE) && !phrase::has_any(head, &TAKEN_UP);
        let said = matches!(bare, "of" | "dated" | "issued") || is_making(bare);
        (said || made || between == ",").then(|| Cited::new(day.date, day.span))
    })
}

/// Whether words are nothing but that a report appeared on the day behind them, and for whom: `published on`, `was first made
/// available to delegations on`.
fn is_making(words: &str) -> bool {
    /// For whom is said in no more words.
    const WORDS_MAX: usize = 6;
    let Some(deed) = words.strip_suffix(" on") else { return false };
    let deed = deed.strip_prefix("first ").unwrap_or(deed);
    let whom = MADE.iter().filter(|made| **made != "transmitted").find_map(|made| deed.strip_prefix(made));
    whom.is_some_and(|whom| whom.is_empty() || whom.starts_with(" to ") && whom.split(' ').count() <= WORDS_MAX)
}

/// `entitled "…" and dated 12 January 2009 (A/63/677)`: the date before the symbol's bracket, said to be the report's.
pub(super) fn issued_before(outline: &Outline<'_>, sentence: &Sentence, symbol: usize) -> Option<Cited<Date>> {
    const SAID: [&str; 7] =
        ["dated", "issued on", "issued", "submitted on", "published on", "released on", "presented on"];
    let tokens = outline.reading.tokens_in(sentence.range.start..symbol);
    let (place, token) = tokens.last()?;
    let Value::Date { days, .. } = &token.value else { return None };
    let text = outline.reading.text();
    let head = text[sentence.range.start..place.start].trim_end();
    let close = matches!(text[place.end..symbol].trim(), "(" | ", (" | "[");
    let said = SAID.iter().any(|word| head.ends_with(word));
    let day = days.first()?;
    (close && said).then(|| Cited::new(day.date, day.span))
}

/// `issued on 30 May 2019 under the title "…" (A/73/890)`: the date in `lead`, the words before a title, that is said to be the
/// report's and has nothing but a tie between itself and the title.
pub(super) fn issued_in_lead(outline: &Outline<'_>, lead: Range<usize>) -> Option<Cited<Date>> {
    const SAID: [&str; 6] = ["dated", "issued on", "submitted on", "published on", "released on", "circulated on"];
    const TIES: [&str; 11] = [
        "",
        ",",
        "under the title",
        "with the title",
        "and entitled",
        ", entitled",
        "entitled",
        "as",
        "under the name",
        ", under the title",
        "and titled",
    ];
    let tokens = outline.reading.tokens_in(lead.clone());
    let (place, token) = tokens.iter().rfind(|(_, token)| matches!(token.value, Value::Date { .. }))?;
    let Value::Date { days, .. } = &token.value else { return None };
    let text = outline.reading.text();
    let tie = text[place.end..lead.end].trim_end_matches(['"', '“', '«', '‘']).trim();
    let head = text[lead.start..place.start].trim_end();
    let day = days.first()?;
    (TIES.contains(&tie) && SAID.iter().any(|said| head.ends_with(said))).then(|| Cited::new(day.date, day.span))
}

#[cfg(test)]
mod tests {
    use super::{issued, symbol_after};
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn a_report_may_be_made_public() {
        let issued_on = |said: &str| {
            let reading = Reading::of(&format!("The first report (A/63/677){said} 12 January 2009 and was read.\n"));
            let outline = Outline::of(&reading);
            let symbol = reading.text().find(')')?;
            issued(&outline, &outline.sentences[0], symbol).map(|date| date.value.to_string())
        };
        for said in [", was made public on", ", which was released on", " was made available to delegations on", " of"]
        {
            assert_eq!(issued_on(said).as_deref(), Some("2009-01-12"), "{said}");
        }
        for said in [
            ", which was made public and discussed on",
            ", was considered on",
            " was submitted to be read on Monday and debated on",
        ] {
            assert_eq!(issued_on(said), None, "{said}");
        }
    }

    #[test]
    fn two_dashes_join_the_halves_of_a_symbol() {
        let symbol = |text: &str| {
            let reading = Reading::of(text);
            symbol_after(&Outline::of(&reading), 0).map(|symbol| symbol.value)
        };
        assert_eq!(symbol("A/75/863--S/2021/424").as_deref(), Some("A/75/863–S/2021/424"));
        assert_eq!(symbol("A/75/863, S/2021/424").as_deref(), Some("A/75/863"));
    }
}
