//! Up to four notes of any bytes, parted by NUL: every view of them in every format.

#![no_main]

use libfuzzer_sys::fuzz_target;
use r2p_notes::compare::Comparison;
use r2p_notes::compare::render::{Format, Request, View, render};
use r2p_notes::note;

fuzz_target!(|bytes: &[u8]| {
    let read = |(at, bytes): (usize, &[u8])| note::read(&format!("{at}.txt"), bytes).ok();
    let notes: Vec<_> = bytes.splitn(4, |byte| *byte == 0).enumerate().filter_map(read).collect();
    let comparison = Comparison::new(&notes);
    for view in View::ALL {
        for format in [Format::Markdown, Format::Csv, Format::Json] {
            let term = Some("responsibility".to_owned());
            // Refused where the notes are too few for a view; never a panic.
            let _ = render(&comparison, &Request { view, term, ..Request::default() }, format);
        }
    }
});
