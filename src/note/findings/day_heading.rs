//! The days that head a programme's rows: `Wednesday, 22 April 2026`, `SECOND DAY - Tuesday, 21 April 2026`.

use jiff::civil::Date;

use super::evidence::Dated;
use crate::note::block::in_text;
use crate::note::day_words::count_day;
use crate::note::model::SectionKind;
use crate::note::outline::{Outline, Sentence};
use crate::text::Block;
use crate::text::lex::Value;

/// Whether a date, all that its line says, heads rows on a day that is none of the event's, from its date to its `last`. Where
/// the note states one day alone the event may go on after it: then only the day above all rows contradicts it.
pub(super) fn is_another(
    outline: &Outline<'_>,
    sentence: &Sentence,
    dated: &Dated<'_>,
    event: Date,
    last: Date,
) -> bool {
    let Some(day) = dated.first().filter(|_| dated.days.len() == 1 && dated.weekday.is_some()) else { return false };
    if sentence.part != SectionKind::Programme || (event..=last).contains(&day.date) {
        return false;
    }
    let blocks = outline.reading.blocks();
    let block = &blocks[sentence.block];
    let text = outline.reading.text();
    let beside = [&text[block.range.start..dated.start], &text[dated.end..block.range.end]];
    let heads = block.range.start <= dated.start && beside.iter().all(|words| count_day(words));
    let next = || blocks[sentence.block + 1..].iter().find(|block| in_text(block));
    let row = |block: &Block| {
        let first = outline.reading.tokens_in(block.range.clone()).first();
        first.is_some_and(|(place, token)| matches!(token.value, Value::Time(..)) && place.start == block.range.start)
    };
    let first = || {
        let mut above = outline.blocks_of(SectionKind::Programme).take_while(|(i, _)| *i < sentence.block);
        !above.any(|(_, block)| row(block))
    };
    heads && next().is_some_and(row) && (last > event || first())
}

#[cfg(test)]
mod tests {
    use crate::note::findings::date_conflict::RULE;

    #[test]
    fn rows_stand_under_a_day_that_is_the_event_s() {
        let queried = |stated: &str, days: [&str; 2]| {
            RULE.values(&format!(
                "Informal dialogue on water\n{stated}\n\nBackground\n\nThe dialogue will be held on {stated}, in New York.\n\nFinal \
                 timetable\n\n{}\n\n10:00 a.m. Opening\n\n12:00 p.m. Panel\n\n{}\n\n9:30 a.m. Debate\n\n1:00 p.m. Closing\n",
                days[0], days[1]
            ))
        };
        let (monday, tuesday, wednesday) =
            ("Monday, 20 April 2026", "Day two: Tuesday, 21 April 2026", "Day two: Wednesday, 22 April 2026");
        assert_eq!(queried("20 and 21 April 2026", [monday, wednesday]), ["2026-04-22"]);
        assert_eq!(queried("20 and 21 April 2026", [monday, tuesday]), [""; 0]);
        // The event may last longer than the one day that is stated.
        assert_eq!(queried("20 April 2026", [monday, tuesday]), [""; 0]);
        assert_eq!(queried("20 April 2026", ["Wednesday, 22 April 2026", "Second part"]), ["2026-04-22"]);
        assert_eq!(queried("20 and 21 April 2026", [monday, "Reception on Wednesday, 22 April 2026"]), [""; 0]);
    }
}
