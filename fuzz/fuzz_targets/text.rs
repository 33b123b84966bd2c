//! Any text: the reading text leads back into the raw text, and the raw text into it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use r2p_notes::text::{Reading, Span};

fuzz_target!(|raw: &str| {
    let reading = Reading::of(raw);
    let read = reading.text();
    let mut end = 0;
    for block in reading.blocks() {
        assert!(end <= block.range.start && read.get(block.range.clone()).is_some(), "{block:?} after {end}");
        end = block.range.end;
    }
    // Wherever a character of the reading text was read from, it stands in bounds.
    for (at, c) in read.char_indices().take(2_000).filter(|(_, c)| *c != '\n') {
        let span = reading.raw_span(at..at + c.len_utf8());
        assert!(raw.get(span.range()).is_some(), "{c:?} at {at} was read from {span:?}");
    }
    for (at, c) in raw.char_indices().take(2_000) {
        let range = reading.read_range(Span::new(at..at + c.len_utf8()));
        assert!(read.get(range.clone()).is_some(), "{c:?} at {at} is read at {range:?}");
    }
});
