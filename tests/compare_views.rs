//! Snapshots of every view in each format over the five notes: what a reader, a spreadsheet and a script get.

mod support;

use std::sync::LazyLock;

use r2p_notes::compare::Comparison;
use r2p_notes::compare::render::{Fate, Format, Request, View, render};
use r2p_notes::note::Document;
use r2p_notes::note::model::Note;
use support::corpus::bundled;

static FIVE: LazyLock<Vec<Document>> = LazyLock::new(|| bundled().iter().map(|specimen| specimen.read()).collect());

/// Renders a view of `notes` in each format and holds it against its snapshot.
fn check(name: &str, notes: &[Document], request: &Request) {
    let comparison = Comparison::new(notes);
    for (format, extension) in [(Format::Markdown, "md"), (Format::Csv, "csv"), (Format::Json, "json")] {
        let rendered = render(&comparison, request, format).expect("a view");
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("compare.{name}.{extension}"), rendered);
        });
    }
}

#[test]
fn every_view_in_each_format() {
    for view in View::ALL {
        let term = (view == View::Concordance).then(|| "collective approach".to_owned());
        // Of five notes, the view of language is their lineage, which has a snapshot of its own.
        let notes = if view == View::Language { &FIVE[3..] } else { &FIVE[..] };
        check(view.name(), notes, &Request { view, term, ..Request::default() });
    }
}

#[test]
fn the_text_as_json_holds_each_note_as_it_is_parsed() {
    let request = Request { view: View::Text, ..Request::default() };
    let text = render(&Comparison::new(FIVE.iter()), &request, Format::Json).expect("a view");
    let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let notes: Vec<&Note> = FIVE.iter().map(|document| &document.note).collect();
    assert_eq!(read["data"], serde_json::to_value(notes).expect("notes serialise"));
}

#[test]
fn tables_stay_tables() {
    let comparison = Comparison::new(FIVE.iter());
    for view in View::ALL {
        let term = Some("/.{1,30}/".to_owned());
        let request = Request { view, term, ..Request::default() };
        let markdown = render(&comparison, &request, Format::Markdown).expect("a view");
        let mut width = None;
        for line in markdown.lines() {
            let cells = line.replace("\\|", "").matches('|').count();
            match (line.starts_with('|'), width) {
                (true, Some(width)) => assert_eq!(cells, width, "{}: {line}", view.name()),
                (true, None) => width = Some(cells),
                (false, _) => {
                    assert_eq!(cells, 0, "{}: {line}", view.name());
                    width = None;
                }
            }
        }
    }
}

#[test]
fn tidy_rows_cite_what_they_say() {
    let comparison = Comparison::new(FIVE.iter());
    for view in View::ALL {
        let term = Some("prevention".to_owned());
        let csv = render(&comparison, &Request { view, term, ..Request::default() }, Format::Csv).expect("a view");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let header: Vec<&str> = reader.headers().expect("a header").iter().collect();
        assert_eq!(header[..5], ["year", "field", "value", "source start", "source end"]);
        // A text's facts have their words with them.
        assert_eq!(header[5..].to_vec(), if view == View::Text { vec!["quote"] } else { vec![] });
        for record in reader.records() {
            let record = record.expect("a row");
            let column = comparison.columns().iter().find(|column| column.label == record[0]).expect("a year");
            if !record[3].is_empty() {
                let (start, end): (usize, usize) =
                    (record[3].parse().expect("a number"), record[4].parse().expect("a number"));
                let words = column.document.source.text.get(start..end).filter(|words| !words.is_empty());
                let words = words.expect("words of the note");
                assert!(record.get(5).is_none_or(|quote| quote == words || quote == format!("'{words}")));
            }
        }
    }
}

#[test]
fn a_lineage_lists_what_is_asked_for() {
    let comparison = Comparison::new(FIVE.iter());
    let rows = |only: Option<Fate>, of: Option<usize>| -> Vec<(String, String)> {
        let request = Request { view: View::Lineage, only, of, ..Request::default() };
        let csv = render(&comparison, &request, Format::Csv).expect("a view");
        let records = csv::Reader::from_reader(csv.as_bytes()).into_records().map(|record| record.expect("a row"));
        let sentences = records.filter(|record| record[1].contains(':')).collect::<Vec<_>>();
        sentences.iter().map(|record| (record[0].to_owned(), record[1].to_owned())).collect()
    };
    let all = rows(None, None);
    for (fate, field) in [("new", "new:"), ("revised", "revised:"), ("carried", "carried:"), ("dropped", "last:")] {
        let wanted: Vec<_> = all.iter().filter(|(_, said)| said.starts_with(field)).cloned().collect();
        assert!(!wanted.is_empty());
        assert_eq!(rows(fate.parse().ok(), None), wanted, "{fate}");
    }
    let of_2016: Vec<_> =
        all.iter().filter(|(year, said)| year == "2016" && said.starts_with("new:")).cloned().collect();
    assert_eq!(rows(Some(Fate::New), Some(3)), of_2016);
}
