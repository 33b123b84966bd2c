//! Which rows and signatures of a text are put in order.

use std::ops::Range;

use super::cells::Broken;
use super::written::{InOrder, written};
use super::{contacts, reports, rows, signatures};
use crate::text::given_line::lines;

/// `text` with such rows put in order; `None` where it has none.
pub(in crate::text) fn put_in_order(text: &str) -> Option<InOrder> {
    if !has_gap(text.as_bytes()) {
        return None;
    }
    let lines: Vec<Range<usize>> = lines(text).map(|line| line.start..line.end).collect();
    let mut broken = contacts::contacts(text, &lines);
    broken.extend(signatures::signatures(text, &lines));
    broken.extend(reports::reports(text, &lines));
    broken.extend(rows::rows(text, &lines));
    broken.sort_by_key(Broken::start);
    if broken.is_empty() { None } else { Some(written(text, &broken)) }
}

/// Whether four spaces stand in a row anywhere, as they do in every such table.
fn has_gap(text: &[u8]) -> bool {
    // One of the four stands at every fourth place.
    let is_space = |byte: &&u8| **byte == b' ';
    let behind = |at: usize| text[at + 1..].iter().take(3).take_while(is_space).count();
    let before = |at: usize| text[..at].iter().rev().take(3).take_while(is_space).count();
    let around = |at: usize| before(at) + 1 + behind(at);
    (3..text.len()).step_by(4).any(|at| text[at] == b' ' && around(at) >= 4)
}

#[cfg(test)]
mod tests {
    use super::put_in_order;
    use crate::text::Reading;

    fn blocks(text: &str) -> Vec<String> {
        let reading = Reading::of(text);
        reading.blocks().iter().map(|block| reading.block_text(block).to_owned()).collect()
    }

    const TABLE: &str = "\
Time           Item                          Speakers

10.00–10.20    Opening of the seminar        H.E. Mr. Adam Ng, Chair of the
                                             Commission
10.20–10.40    Introduction of the devel-    Ms. Eve Okoro, Chief of the Assistance
               opment report of 2020         Section of the Secretary-
                                             General
                                             Dr. Jan Olsen (tbc)

                                             Moderator: Mr. Ivo Sand, Lake Chad
                                             Basin Commission

10.40–11.00    Break
";

    #[test]
    fn each_cell_of_a_row_is_read_by_itself() {
        let read = blocks(TABLE);
        let rows = [
            "10.00–10.20\tOpening of the seminar\tH.E. Mr. Adam Ng, Chair of the Commission",
            "10.20–10.40\tIntroduction of the development report of 2020\tMs. Eve Okoro, Chief of the Assistance Section of \
             the Secretary-General\tDr. Jan Olsen (tbc)",
        ];
        assert!(read.iter().any(|block| block == "Moderator: Mr. Ivo Sand, Lake Chad Basin Commission"), "{read:#?}");
        for row in rows {
            assert!(read.iter().any(|block| block == row), "{read:#?}");
        }
    }

    #[test]
    fn rows_whose_cells_do_not_break_side_by_side_stay_as_they_are() {
        let one = TABLE.replace("opment report of 2020         Section", "                              Section");
        assert!(put_in_order(TABLE).is_some() && put_in_order(&one).is_none());
        assert!(put_in_order("2009    One (A/63/677)    2010\n        two               three\n").is_none());
    }

    #[test]
    fn what_is_put_in_order_leads_back() {
        let reading = Reading::of(TABLE);
        let at = reading.text().find("report of 2020").expect("the title");
        let span = reading.raw_span(at..at + "report of 2020".len());
        assert_eq!(&TABLE[span.range()], "report of 2020");
        assert!(reading.edits().iter().any(|edit| &TABLE[edit.span.range()] == "-" && edit.to.is_empty()));
    }

    #[test]
    fn those_who_sign_side_by_side_sign_one_after_the_other() {
        let signed = "   Anneli Korhonen                    Rui Tavares Lima\n   Ambassador                         Ambassador\n";
        let read =
            blocks(&format!("Please accept, Excellency, the assurances of our highest consideration.\n\n{signed}"));
        assert_eq!(read[1..], ["Anneli Korhonen", "Ambassador", "Rui Tavares Lima", "Ambassador"]);
        assert!(
            put_in_order("   Anneli Korhonen           Rui Tavares Lima\n   Ana Ruiz                  Jan Olsen\n")
                .is_none()
        );
        assert!(
            put_in_order(
                "   Permanent Mission         Permanent Mission\n   of Finland                of Cabo Verde\n"
            )
            .is_none()
        );
    }
}
