//! Ages a note as scanning does, to see how it is read then:
//! `cargo run --example age -- --rate 0.02 --seed 7 FILE`.

use std::process::ExitCode;

#[path = "../tests/support/age.rs"]
mod age;

const USAGE: &str = "usage: age [--rate RATE] [--seed SEED] FILE   (rate per character, from 0 to 1)";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<String, String> {
    let (mut rate, mut seed, mut file) = (0.02, 1, None);
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().ok_or(USAGE);
        match argument.as_str() {
            "--rate" => rate = number()?.parse().map_err(|_| USAGE)?,
            "--seed" => seed = number()?.parse().map_err(|_| USAGE)?,
            _ => file = Some(argument),
        }
    }
    let file = file.ok_or(USAGE)?;
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    Ok(age::age(&text, rate, seed))
}
