//! From lines to blocks: which lines are one paragraph.
//!
//! Scanned notes come hard-wrapped, often with a blank line after every line, or with a page's end in the middle of a
//! sentence. A line goes on with the next where the [`Seam`] between them says so.

use super::footnote::FootnoteLines;
use super::layout::{Line, LineKind};
use super::lex::Token;
use super::seam::{Page, Paragraph, Seam};
use super::wrapped;

/// The lines of each block, as lists of indices; page furniture stands alone, and so does each of the footnotes `notes`.
pub(super) fn blocks(text: &str, lines: &[Line], tokens: &[Token], notes: &[FootnoteLines]) -> Vec<Vec<usize>> {
    let filled = wrapped::filled(text, lines);
    let page = Page::of(text, lines, tokens, !wrapped::is_usual(&filled));
    let mut blocks: Vec<Vec<usize>> = Vec::new();
    // The block of running text that a later line may go on with, past footnotes and page numbers.
    let mut open: Option<usize> = None;
    let mut spacing = 0;
    for (i, line) in lines.iter().enumerate() {
        match line.kind {
            LineKind::Page => blocks.push(vec![i]),
            LineKind::Footnote => {
                let begins = notes.binary_search_by_key(&i, |note| note.lines.start).is_ok();
                match blocks.last_mut() {
                    Some(last) if !begins => last.push(i),
                    _ => blocks.push(vec![i]),
                }
            }
            LineKind::Text | LineKind::Item | LineKind::Row => {
                let joined = open.filter(|&block| {
                    let (Some(&first), Some(&last)) = (blocks[block].first(), blocks[block].last()) else {
                        return false;
                    };
                    let start = lines[first].range.start;
                    let apart = blocks.len() - 1 > block;
                    let filled = last + 1 == i && filled[last];
                    let paragraph = Paragraph { start, lines: blocks[block].len(), spacing, apart, filled };
                    Seam::between(&page, paragraph, &lines[last], line).is_some_and(|seam| seam.goes_on())
                });
                match joined {
                    Some(block) => {
                        spacing = line.blank_before;
                        blocks[block].push(i);
                    }
                    None => {
                        open = Some(blocks.len());
                        blocks.push(vec![i]);
                        spacing = 0;
                    }
                }
            }
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    fn blocks(text: &str) -> Vec<String> {
        let reading = Reading::of(text);
        reading.blocks().iter().map(|block| reading.block_text(block).to_owned()).collect()
    }

    #[test]
    fn a_list_within_a_paragraph_goes_on_at_a_line_s_start() {
        let running = "It sets out priorities: (i)\ndeepening the understanding of risk; (ii) countering hate\nspeech;";
        assert_eq!(blocks(&format!("{running}\n(iii) strengthening networks of focal points.")).len(), 1);
        assert_eq!(blocks("The aims are:\n(a) to clarify the concept;\n(b) to prepare the debate;").len(), 3);
    }

    #[test]
    fn a_worn_capital_begins_a_paragraph() {
        assert_eq!(blocks("The report was read.\n\nlt looks at the means of prevention.\n").len(), 2);
        assert_eq!(blocks("The report was read by\n\nits authors in the means of prevention.\n").len(), 1);
    }

    #[test]
    fn hours_that_end_a_sentence_begin_no_row() {
        let line = "The members of it meet in a hall that has been fitted out for them and theirs,\n";
        let hours = format!(
            "{}where they sit from 10:00 am to 1:00 pm, at which they eat, and then again fr om",
            line.repeat(5)
        );
        assert_eq!(blocks(&format!("{hours}\n3:00 pm to 6:00 pm.\n")).len(), 1);
        assert_eq!(blocks("It has two parts\n3:00 pm to 6:00 pm\n").len(), 2);
        let worn = hours.replace("fr om", "frorn");
        assert_eq!(blocks(&format!("{worn}\n3:00 pm to 6:00 pm, in the Hall. It goes on.\n")).len(), 1);
    }

    #[test]
    fn those_who_speak_stand_under_a_line_of_their_own() {
        let moderator =
            "3.15 p.m. Panel discussion\nModerator: Mr. Ali Bo, Special Adviser on the Responsibility to Protect";
        assert_eq!(blocks(&format!("{moderator}\nSpeakers on the panel:\n• Ms. Ana Ruiz\n")).len(), 4);
    }

    #[test]
    fn footnotes_that_stars_count_are_a_block_each() {
        let noted =
            "Some live abroad.* It is led by two.** It goes on.\n\n____\n* Figures of 2015.\n** Appointed in May.\n";
        assert_eq!(blocks(noted)[1..], ["Figures of 2015.", "Appointed in May."]);
    }

    #[test]
    fn a_footnote_s_number_may_stand_in_curly_brackets() {
        let reading = Reading::of("It speaks of paragraph 139.[1] It goes on.\n\n{1] A/RES/60/1, paragraph 139.\n");
        assert!(reading.blocks().iter().any(|block| block.footnote.is_some()));
    }

    #[test]
    fn a_time_at_a_line_s_start_stands_within_its_sentence() {
        let hours = "It will sit from 10:00 a.m. to\n1:00 p.m. and from 3:00 p.m., and on the next day in Conference Room 3, from\n\
                     9:30 a.m. to 12:30 p.m.";
        assert_eq!(blocks(hours).len(), 1);
        assert_eq!(blocks("It takes place on Tuesday, 22\nOctober 2019.").len(), 1);
        assert_eq!(blocks("10:00 a.m. Opening, from\n10:10 a.m. Panel discussion").len(), 2);
    }

    #[test]
    fn a_colon_within_a_sentence_ends_no_paragraph() {
        let long = "The first pillar, it says, cannot stand where one half of the population has no say in it.\n";
        let lead =
            format!("{long}{long}On pillar two the report speaks of funds that are given for that purpose alone:\n");
        assert_eq!(blocks(&format!("{lead}less than one per cent of assistance goes to organizations.\n")).len(), 1);
        assert_eq!(blocks(&format!("{lead}to give more;\nto give sooner.\n")).len(), 3);
    }

    #[test]
    fn each_year_of_a_table_is_a_row_of_its_own() {
        let rows = "     2012   Timely and decisive response to the call for help of those at risk (A/66/874)\n     2013   \
                    Responsibility to protect: State responsibility and the prevention of\n            crimes (A/67/929)\n";
        assert_eq!(blocks(&format!("The reports are:\n\n{rows}")).len(), 3);
    }

    #[test]
    fn the_head_of_a_forwarded_message_stands_alone() {
        let read =
            blocks("See below.\n\n---------- Forwarded message ----------\nFrom: Ana Ruiz <ruiz@un.org>\nTo: All\n");
        assert!(read.iter().any(|block| block == "From: Ana Ruiz <ruiz@un.org>"), "{read:?}");
    }

    #[test]
    fn a_symbol_goes_with_the_title_over_a_blank_line() {
        let titled = "The fourth report, entitled \"Timely and decisive response\"\n\n(A/66/874), focuses on it.";
        assert_eq!(blocks(titled).len(), 1);
        let running =
            "They dealt with early warning, in 2010 (A/64/864); and with\nState prevention, in 2013\n\n(A/67/929).";
        assert_eq!(blocks(running).len(), 1);
        assert_eq!(blocks("The report is new.\n\n(A/66/874) is its symbol.").len(), 2);
    }

    #[test]
    fn a_small_letter_goes_on_behind_a_misread_bracket() {
        assert_eq!(blocks("Ms. Ana Ruiz, former Ombudsperson of Samoa\n{te be confirmed)").len(), 1);
    }

    #[test]
    fn a_colon_within_a_quoted_title_leads_in_to_nothing() {
        let titled = "The third report is entitled \"From mandate to practice:\nprotecting civilians under threat\".";
        assert_eq!(blocks(titled).len(), 1);
        let second = "They are “Early warning” of 2010; “A vital and enduring commitment:\nimplementing it” of 2015.";
        assert_eq!(blocks(second).len(), 1);
        let lost = "They are Early warning” of 2010; “A vital and enduring commitment:\nimplementing it” of 2015.";
        assert_eq!(blocks(lost).len(), 1);
        assert_eq!(blocks("The \"panel\" will address the following questions:\nHow can it be done?").len(), 2);
    }

    #[test]
    fn an_office_goes_on_behind_a_page_s_end() {
        let wide = "The dialogue will consist of an opening session, a panel and an interactive debate.\n\n";
        let row = "10:20 a.m.  Moderator: Mr. Edward Luck, Dean of the Joan B. Kroc School of Peace\n\n- 3 -\n\n";
        let whole = blocks(&format!("{wide}{row}Studies, University of San Diego\nPanellists:"));
        assert!(whole.iter().any(|block| block.ends_with("Peace Studies, University of San Diego")), "{whole:?}");
        let headed = blocks(&format!("{wide}{row}Expected outcomes\n"));
        assert!(headed.iter().any(|block| block == "Expected outcomes"), "{headed:?}");
    }

    #[test]
    fn what_an_item_has_room_for_is_none_of_it() {
        let wide = "The dialogue will consist of an opening session, a panel and an interactive debate, and it will\n\
                    be closed by the President, who will sum up what has been said in the course of the day.\n\n";
        let whole = blocks(&format!(
            "{wide}• Tentative programme of the informal dialogue\nTentative programme\n\nIt begins.\n"
        ));
        assert!(whole.iter().any(|block| block == "Tentative programme"), "{whole:?}");
        let office = "Moderator: Ms. Ana Ruiz, Deputy Executive Director of the Fund for the Children of the United\nNations Secretariat\nPanellists:\n";
        let seated = blocks(&format!("{wide}{office}"));
        assert!(seated.iter().any(|block| block.ends_with("United Nations Secretariat")), "{seated:?}");
    }

    #[test]
    fn an_office_goes_on_in_its_column() {
        let long = "The dialogue will consist of an opening session, a panel and an interactive debate. ".repeat(4);
        let column = "10.25-11.30     Moderator:\n                Mr. Edward Luck, Special Adviser\n                \
                      Ms. Liberata Mulamula, Executive Secretary of the International\n                Conference on the Great Lakes\n";
        let read = blocks(&format!("{long}\n\n{long}\n\n{column}"));
        assert!(read.iter().any(|block| block.ends_with("International Conference on the Great Lakes")), "{read:?}");
    }

    #[test]
    fn an_office_goes_on_where_its_own_column_has_no_room() {
        let long = "The dialogue will consist of an opening session, a panel and an interactive debate. ".repeat(4);
        let wide = format!(
            "{long}\n\n    2019   \"No time to wait: one health, one plan for all of us\"  A/73/869, issued on 10 May\n\n{long}\n\n"
        );
        let column = |office: &str| {
            let full = "             In the chair as moderator: Mrs. Birgitta af Ugglas-Lindqvist,\n             former Minister for Health\n";
            blocks(&format!(
                "{wide}10 a.m.      Panel\n{full}             Panellist: Ms. Lotus Tshering-Yangzom, {office}\n"
            ))
        };
        let read = column("Food and Agriculture\n             Organization of the United Nations");
        assert!(
            read.iter().any(|block| block.ends_with("Food and Agriculture Organization of the United Nations")),
            "{read:?}"
        );
        let read = column("Director\n             Statements by delegations");
        assert!(read.iter().any(|block| block.ends_with("Director")), "{read:?}");
    }

    #[test]
    fn a_name_goes_on_in_the_next_line_where_its_own_has_no_room() {
        let wide = "The dialogue will consist of an opening session, a panel and a debate that\nfollows it, and it will be closed by \
                    the President, who sums up all that was\nsaid in the course of the day by those who spoke in it.\n\n";
        let row = "10.30 a.m. .......... Discussion by the panel\n                      ";
        let read = blocks(&format!(
            "{wide}{row}Moderator: Professor Sir Eustace\n                      Lyttelton-Mbekiane, Chairman\n"
        ));
        assert!(read.iter().any(|block| block.ends_with("Eustace Lyttelton-Mbekiane, Chairman")), "{read:?}");
        let read =
            blocks(&format!("{wide}{row}Moderator: Sir Eustace\n                      Chairman, Peace Academy\n"));
        assert!(read.iter().any(|block| block.ends_with("Sir Eustace")), "{read:?}");
    }

    #[test]
    fn a_word_that_is_none_goes_on_with_no_paragraph() {
        let long = "The dialogue will consist of an opening session, a panel and an interactive debate. ".repeat(4);
        let title = "Informal interactive dialogue of the General Assembly on the responsibility to protect";
        let read = blocks(&format!("{title}\n\nlhe role of regional arrangements\n\n{long}\n\n{long}\n"));
        assert_eq!(read.first().map(String::as_str), Some(title), "{read:?}");
    }

    #[test]
    fn a_column_is_wrapped_where_paragraphs_stand_on_one_line_each() {
        let long = "The dialogue will consist of an opening session, a panel and an interactive debate. ".repeat(4);
        let read = blocks(&format!(
            "{long}\n\n{long}\n\n3.25 p.m.    Panel discussion. Panellists: Mr. Robert Petit,\n             Head of the \
             Impartial Mechanism; Ms. Ana Peyró\n             Llopis, Acting Head of the Second Mechanism\n\n4.15 p.m.    \
             Statements\n"
        ));
        let row = "Petit, Head of the Impartial Mechanism; Ms. Ana Peyró Llopis, Acting Head of the Second Mechanism";
        assert!(read.iter().any(|block| block.ends_with(row)), "{read:?}");
        // A person whose name is whole takes no other line for it, nor does a comma take the next person.
        for (one, other) in [
            (
                "Remarks: Ms. Ana Ruiz, Chair of the Peacebuilding Board; Mr. Ali Bo",
                "Questions and answers, Trusteeship Chamber",
            ),
            (
                "Ms. Ana Ruiz, Special Adviser on the Prevention of Genocide,",
                "Mr. Ali Bo, Special Adviser on Protection",
            ),
        ] {
            let read =
                blocks(&format!("{long}\n\n{long}\n\n10.00 a.m.   {one}\n             {other}\n\n4 p.m.    End\n"));
            assert!(read.iter().any(|block| block == other), "{read:?}");
        }
    }

    #[test]
    fn a_few_short_lines_do_not_make_a_page_s_width() {
        let item = format!("1.1\t{}", "Delegations are invited to share what they have learned of it. ".repeat(6));
        let heads = "Informal interactive dialogue on the responsibility to protect\n\nThe role of regional and subregional \
                     arrangements\n\n";
        let closing = "H.E. Ms. Tomasina Okpara, President of the General Assembly";
        let read = blocks(&format!(
            "{heads}{item}\n\n12.50 p.m.\nClosing remarks\n{closing}\n\nThe panellists are asked to consider:\n"
        ));
        assert!(read.iter().any(|block| block == closing), "{read:?}");
    }

    #[test]
    fn hours_in_brackets_begin_a_part_of_the_programme() {
        let wide = "The dialogue will consist of an opening session, a panel and a debate that follows it.\n";
        let row = "10:35 a.m.   Statement by H.E. Mr. Baudelaire Ndong Ella, President of the Council";
        let read = blocks(&format!("{wide}\n{row}\n\nInteractive Segment (10:45 a.m. - 1:00 p.m.)\n\n{wide}"));
        assert!(read.iter().any(|block| block.starts_with("Interactive Segment")), "{read:?}");
        let row = "10:00 a.m.   Interactive dialogue with all Member States, which will be moderated by the";
        let read = blocks(&format!("{wide}\n{row}\n\nSpecial Adviser on Genocide (10:00 a.m. - 1:00 p.m.)\n\n{wide}"));
        assert!(!read.iter().any(|block| block.starts_with("Special Adviser")), "{read:?}");
    }
}
