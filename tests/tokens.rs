//! Numbers, times, telephones, addresses and symbols, read through the characters that a scanner took for theirs.

use r2p_notes::text::Reading;
use r2p_notes::text::lex::{Value, weekday_name};

/// Holds that each text given reads as the one beside it.
#[track_caller]
fn each_reads(pairs: &[(&str, &str)]) {
    for (given, reads) in pairs {
        assert_eq!(Reading::of(given).text().trim_end(), *reads);
    }
}

#[test]
fn numbers_are_read_where_words_say_that_they_stand() {
    each_reads(&[
        ("under Chapter VllI of the Charter", "under Chapter VIII of the Charter"),
        ("Pillars I, Il and Ill support each other", "Pillars I, II and III support each other"),
        ("as noted in Annex lI of the report", "as noted in Annex II of the report"),
        ("paragraphs l38 to l40 and Article 5l", "paragraphs 138 to 140 and Article 51"),
        ("l5 against and I2 in favour", "15 against and 12 in favour"),
        ("some lO States and 2O observers", "some 10 States and 20 observers"),
        ("timely and decisive response in 20I2", "timely and decisive response in 2012"),
        ("General Assembly resolutions 6O/l and 63/3O8", "General Assembly resolutions 60/1 and 63/308"),
        ("l. Background\n\nWords.\n\n2. Purpose", "1. Background\nWords.\n2. Purpose"),
    ]);
}

#[test]
fn letters_are_left_where_no_number_need_stand() {
    let left = [
        "Pillar 1 and Part 11 and Annex B",
        "Under Pillar I, I would say that IO staff drank 2l of water",
        "(k) one (l) two (m) three",
        "I. Background\nWords.\nII. Purpose",
        "I am pleased to invite you",
        "Ill health and ill will",
        "Appendix C, Section D and Chapter X",
        "Room lO1B, code I5-l2 and file l5/O1",
    ];
    each_reads(&left.map(|given| (given, given)));
}

#[test]
fn times_with_a_point_are_times() {
    each_reads(&[
        ("l0.00 a.m.  Opening", "10.00 a.m. Opening"),
        ("1l.20 a.m.  Dialogue", "11.20 a.m. Dialogue"),
        ("10.1 0 a.m.  Opening", "10.10 a.m. Opening"),
        ("from lO.OO a.m. to I.00 p.m.", "from 10.00 a.m. to 1.00 p.m."),
        ("at l.30 p.m. in the hall", "at 1.30 p.m. in the hall"),
        ("10.20 a.m.  Panel", "10.20 a.m. Panel"),
        ("10.1o-10.25  Opening", "10.10-10.25 Opening"),
    ]);
    let times = |text: &str| {
        let reading = Reading::of(text);
        let whole = 0..reading.text().len();
        reading.tokens_in(whole).iter().filter(|(_, token)| matches!(token.value, Value::Time(..))).count()
    };
    assert_eq!(times("10,10-10.25  Opening"), 2);
    assert_eq!(times("1730-17.45  Closing"), 2);
    assert_eq!(times("11 20 a.m. – 1.00 p.m.  Dialogue"), 2);
    assert_eq!(times("11 10 a.m.  Dialogue"), 1, "another hour");
}

#[test]
fn telephones_and_addresses_are_read() {
    each_reads(&[
        ("call 2l2-963-4433", "call 212-963-4433"),
        ("call 212-g63~91o2", "call 212-963-9102"),
        ("write to Ms. Ana Ruiz (rui lagi@un.org)", "write to Ms. Ana Ruiz (ruilagi@un.org)"),
        ("write to ruiz@un,org today", "write to ruiz@un.org today"),
        ("call (2I2) 963-5O63", "call (212) 963-5063"),
        ("write to poliakova@un. org, please", "write to poliakova@un.org, please"),
        ("write to osapg@ un.org, please", "write to osapg@un.org, please"),
        ("write to petitj[at]un.org", "write to petitj@un.org"),
        ("write to petitj (at) un.org", "write to petitj@un.org"),
        ("meet (at) noon, or @ home. Or not", "meet (at) noon, or @ home. Or not"),
    ]);
}

#[test]
fn symbols_have_both_their_fields() {
    each_reads(&[
        ("(A/RES/6O/l)", "(A/RES/60/1)"),
        ("A/RES/6.3/308.", "A/RES/63/308."),
        ("A/RES/60/I, paras", "A/RES/60/1, paras"),
        ("(A/RES/75 /277)", "(A/RES/75/277)"),
        ("(A/RES/75)", "(A/RES/75)"),
    ]);
}

#[test]
fn a_date_across_a_line_end_stands_once() {
    let given = "The dialogue will be held on Tuesday, l2 July\n2011, from 10 a.m. in the Chamber of the Council.";
    let reads = "The dialogue will be held on Tuesday, 12 July 2011, from 10 a.m. in the Chamber of the Council.";
    each_reads(&[(given, reads)]);
}

/// The days that a text tells, with the weekday that stands with each.
fn days(text: &str) -> Vec<String> {
    let reading = Reading::of(text);
    let tokens = reading.tokens_in(0..reading.text().len()).iter();
    let told = tokens.filter_map(|(_, token)| match &token.value {
        Value::Date { days, weekday } => {
            let weekday = weekday.map(|(weekday, _)| format!(", {}", weekday_name(weekday))).unwrap_or_default();
            Some(days.iter().map(|day| day.date.to_string()).collect::<Vec<_>>().join(" ") + &weekday)
        }
        _ => None,
    });
    told.collect()
}

#[test]
fn dates_are_read_however_they_are_written_and_no_further_than_they_reach() {
    for (text, expected) in [
        ("on Monday, the 25th of June 2018", "2018-06-25, Monday"),
        ("on Monday, tho 25th of June 2018", "2018-06-25, Monday"),
        ("on 12 Ju1y 2011", "2011-07-12"),
        ("Page - 1 -\n\n9 August 2010", "2010-08-09"),
        ("23, 24 and 28 July 2009", "2009-07-23 2009-07-24 2009-07-28"),
    ] {
        assert_eq!(days(text), [expected], "{text}");
    }
}

#[test]
fn a_double_symbol_without_its_dash_is_two() {
    let reading = Reading::of("the report (A/66/874S/2012/578)");
    let symbol = |value: &Value| match value {
        Value::Symbol(symbol) => Some(symbol.clone()),
        _ => None,
    };
    let found: Vec<String> =
        reading.tokens_in(0..reading.text().len()).iter().filter_map(|(_, token)| symbol(&token.value)).collect();
    assert_eq!(found, ["A/66/874", "S/2012/578"]);
}

#[test]
fn a_time_may_end_on_the_next_line_or_run_on() {
    each_reads(&[
        ("from l0 a.m. to 1\np.m. in the hall", "from 10 a.m. to 1 p.m. in the hall"),
        ("9.30 n.m.  Opening", "9.30 a.m. Opening"),
        ("until 6:00 n.m.", "until 6:00 p.m."),
    ]);
}

#[test]
fn times_are_told_by_what_stands_around_a_misread_mark() {
    each_reads(&[
        ("10:00 – 10;05  Opening", "10:00 – 10:05 Opening"),
        ("from 3;00 p.m. to 6:00 p.m.", "from 3:00 p.m. to 6:00 p.m."),
        ("5:50 l.m. – 6:00 p.m.  Closing", "5:50 p.m. – 6:00 p.m. Closing"),
        ("S:00 p.m.  End", "5:00 p.m. End"),
        ("items 10;05 and 11;20", "items 10;05 and 11;20"),
    ]);
}

#[test]
fn symbols_whose_letters_are_misread_for_digits_are_read() {
    each_reads(&[
        ("the report (4/67/929) of it", "the report (A/67/929) of it"),
        ("the report A/67/929-5/2013/399", "the report A/67/929-S/2013/399"),
        ("the report A/67/929-S/20 13/399", "the report A/67/929-S/2013/399"),
        ("the report (A/63/67 7) of it", "the report (A/63/677) of it"),
        ("on 4/12/2016 at noon", "on 4/12/2016 at noon"),
    ]);
}

#[test]
fn addresses_that_fell_apart_are_put_together() {
    each_reads(&[
        ("write to poliak ova@un.org", "write to poliakova@un.org"),
        ("write to norek@un.ol'g", "write to norek@un.org"),
        ("write to norek@unorg", "write to norek@un.org"),
        ("tel.:2I2-963-3783", "tel.:212-963-3783"),
    ]);
}

#[test]
fn a_dotted_hour_stands_behind_the_word_that_ends_the_line_before() {
    let reading = Reading::of("The list closes on 11 July 2011 at\n17.00. Requests follow\nthe rule of\n17.05. It");
    let times = reading.tokens_in(0..reading.text().len()).iter();
    assert_eq!(times.filter(|(_, token)| matches!(token.value, Value::Time(..))).count(), 1);
}

#[test]
fn who_writes_is_no_hour() {
    each_reads(&[
        ("Excellency,\n1 am pleased to invite you", "Excellency,\nI am pleased to invite you"),
        ("In this regard, 1am pleased to attach", "In this regard, I am pleased to attach"),
    ]);
}

#[test]
fn a_month_is_read_whose_l_became_a_bracket() {
    each_reads(&[("my letter of 3 Apri] 2023 said", "my letter of 3 April 2023 said")]);
}

#[test]
fn days_stay_together_though_what_joins_them_is_misread() {
    let days = |text: &str| {
        let reading = Reading::of(text);
        let dates = reading.tokens_in(0..reading.text().len()).iter().filter_map(|(_, token)| match &token.value {
            Value::Date { days, .. } => Some(days.len()),
            _ => None,
        });
        dates.collect::<Vec<_>>()
    };
    assert_eq!(days("a debate on 23, 24 aud 28 July 2009"), [3]);
    assert_eq!(days("a debate on 23, 24. and 28 July 2009"), [3]);
    assert_eq!(days("on Wednesday, 5 Se ptember 2012"), [1]);
}
