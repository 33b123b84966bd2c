//! What the build puts into the page so that a reader waits for no wasm: the bundled notes, read and packed, and the
//! Overview of them as the page itself will draw it.

use std::path::Path;
use std::{env, fs, process::ExitCode};

use r2p_notes::note::{self, packed};

use super::app::{App, AppProps};
use super::bundled;
use super::route::Route;
use super::state::{State, Theme};

/// Reads the notes of one folder, and writes `notes.packed` and `view.html` into another; both are the arguments.
pub fn write() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let (Some(notes), Some(out), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        eprintln!("usage: app NOTES OUT");
        return ExitCode::from(2);
    };
    match draw(Path::new(&notes), Path::new(&out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("drawing the first view failed: {why}");
            ExitCode::FAILURE
        }
    }
}

fn draw(notes: &Path, out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut files = fs::read_dir(notes)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let read = |file: &std::path::PathBuf| -> Result<_, Box<dyn std::error::Error>> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        Ok(packed::pack(&note::read(&name, &fs::read(file)?)?))
    };
    let packed = files.iter().map(read).collect::<Result<Vec<_>, _>>()?.concat();
    fs::create_dir_all(out)?;
    fs::write(out.join("notes.packed"), &packed)?;
    let renderer = yew::ServerRenderer::<App>::with_props(move || {
        let first = State::new(Route::default(), Theme::System, bundled::shelf(Some(&packed)), &[]);
        AppProps { first }
    });
    let view = futures::executor::block_on(renderer.hydratable(false).render());
    fs::write(out.join("view.html"), view)?;
    Ok(())
}
