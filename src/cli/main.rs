//! The command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    let text = std::env::args().nth(1).as_deref() == Some("text");
    for path in std::env::args().skip(2) {
        let Ok(bytes) = std::fs::read(&path) else { return ExitCode::FAILURE };
        let name = std::path::Path::new(&path).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Ok(document) = r2p_notes::note::read(&name, &bytes) else { return ExitCode::FAILURE };
        if text {
            println!("{}", document.reading.text());
            continue;
        }
        match serde_json::to_string(&document.note) {
            Ok(json) => println!("{json}"),
            Err(error) => eprintln!("{error}"),
        }
    }
    ExitCode::SUCCESS
}
