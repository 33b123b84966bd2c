//! The letter's date.

use jiff::civil::Date;

use crate::note::letter_forms::is_salutation;
use crate::note::model::SectionKind;
use crate::note::outline::Outline;
use crate::note::phrase;
use crate::text::Cited;
use crate::text::lex::Value;

/// The date that stands alone on its line, or behind a place; that of a message only where the letter that it passes on has
/// none of its own.
pub(super) fn date(outline: &Outline<'_>) -> Option<Cited<Date>> {
    let message = |(block, date): &(usize, Cited<Date>)| {
        let behind = block + 1..outline.reading.blocks().len().min(block + 1 + SALUTATION_NEAR);
        let text = |i: usize| outline.reading.block_text(&outline.reading.blocks()[i]);
        (sent_line(text(*block)), behind.clone().any(|i| is_salutation(text(i))), date.clone())
    };
    let dates: Vec<(bool, bool, Cited<Date>)> = dates(outline).map(|date| message(&date)).collect();
    let passed_on = dates
        .first()
        .filter(|(sent, ..)| *sent)
        .and_then(|_| dates.iter().skip(1).find(|(sent, greets, _)| !*sent && *greets));
    passed_on.or(dates.first()).map(|(.., date)| date.clone())
}

/// How many blocks may stand between a letter's date and its salutation, that one among them.
const SALUTATION_NEAR: usize = 3;

/// Whether a line says when a message was sent: `Date: Tue, 18 Feb 2020 09:12:44`, `Sent: Monday, …`.
fn sent_line(text: &str) -> bool {
    let label = text.trim_start_matches('*').split_once(':').map(|(label, _)| label.trim());
    label.is_some_and(|label| ["date", "sent", "sent on"].iter().any(|known| label.eq_ignore_ascii_case(known)))
}

/// The dates that stand alone on a line of the letter, each with its block.
fn dates<'o>(outline: &'o Outline<'_>) -> impl Iterator<Item = (usize, Cited<Date>)> + 'o {
    outline.blocks_of(SectionKind::Letter).filter_map(|(at, block)| {
        let (place, token) = outline.reading.tokens_in(block.range.clone()).first()?;
        let Value::Date { days, .. } = &token.value else { return None };
        let around = block.range.len().saturating_sub(place.len());
        let text = outline.reading.block_text(block);
        let headed = phrase::find(text, "letter dated").is_some_and(|at| at.start == 0);
        let alone = headed || around < 30 && !text.ends_with('.');
        let day = days.first()?;
        alone.then(|| (at, Cited::new(day.date, day.span)))
    })
}
