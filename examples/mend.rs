//! Prints a text with its misread words mended, and nothing else done to it.
//!
//!     cargo run --example mend -- [--edits] FILE
fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let list = args.first().is_some_and(|arg| arg == "--edits");
    if list {
        args.remove(0);
    }
    for path in &args {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return eprintln!("{path}: {error}"),
        };
        let text = match r2p_notes::text::decode::decode(&bytes) {
            Ok(text) => text,
            Err(error) => return eprintln!("{path}: {error}"),
        };
        let edits = r2p_notes::text::mend::mend_words(&text, &[]);
        let mut at = 0;
        let mut read = String::new();
        for edit in &edits {
            let span = edit.span.range();
            if list {
                println!("{:?} -> {:?} ({:?})", &text[span.clone()], edit.to, edit.rule);
            }
            read.push_str(&text[at..span.start]);
            read.push_str(&edit.to);
            at = span.end;
        }
        read.push_str(&text[at..]);
        if !list {
            print!("{read}");
        }
    }
}
