//! Added notes, kept in the browser's IndexedDB from one visit to the next.
//!
//! A note is kept as its file's name, its text and its key on the page, and read anew on each visit, so that what is kept never grows older than
//! the page that reads it. Its key is the FNV-1a hash of both, so that the same note is kept once.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::arrival::Kept;
use super::background;
use super::batch::Batch;
use super::page::{Page, Store};
use super::phrase;
use super::shelf::{Held, Origin, Shelf, name_hash, number};
use super::state::Action;

const DATABASE: &str = "r2p-notes";
const NOTES: &str = "notes";
const TROUBLE: &str = "This browser refuses to keep anything: added notes last until the page is closed.";
const NEWER: &str = "A newer build of this page has kept notes here, and this one cannot read them: reload to get that build. \
                     Until then, added notes last until the page is closed.";

type Dispatcher = UseReducerDispatcher<Store>;

/// Brings back what was kept, and keeps what is added from now on.
#[hook]
pub fn use_kept(page: &Page) {
    let dispatcher = page.dispatcher();
    // What the database holds, once it has been read; nothing is written before that.
    let kept = use_state(|| None::<Rc<BTreeSet<String>>>);
    {
        let (kept, dispatcher) = (kept.setter(), dispatcher.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                match read().await {
                    Ok((notes, unreadable)) => {
                        if unreadable > 0 {
                            let lost = phrase::count(unreadable, "note", "notes");
                            let trouble = format!(
                                "Of what this browser kept, {lost} cannot be read any more; add the file again."
                            );
                            dispatcher.dispatch(Action::StorageTrouble(trouble));
                        }
                        if !notes.is_empty() {
                            dispatcher.dispatch(Action::KeptAre(Kept::Read));
                        }
                        let mut keys = BTreeSet::new();
                        let mut batch = Batch::new(dispatcher.clone());
                        for (name, text) in notes {
                            let blob = gloo::file::Blob::new(text.as_str());
                            match background::read(&name, blob.into()).await {
                                Ok(read) => {
                                    keys.insert(stored_as(name_hash(&name, &text)));
                                    batch.push(Action::Kept(Box::new(read))).await;
                                }
                                // It stays kept for the next visit.
                                Err(why) => batch.push(Action::StorageTrouble(format!("{name}: {why}"))).await,
                            }
                        }
                        batch.draw().await;
                        kept.set(Some(Rc::new(keys)));
                    }
                    Err(error) => dispatcher.dispatch(Action::StorageTrouble(trouble(&error).to_owned())),
                }
                dispatcher.dispatch(Action::KeptAre(Kept::Here));
            });
        });
    }
    let hidden: Vec<_> = page.0.hidden.iter().map(|held| held.key.clone()).collect();
    {
        let dispatcher = dispatcher.clone();
        use_effect_with(hidden, move |hidden| {
            if super::browser::store_hidden(hidden).is_err() {
                dispatcher.dispatch(Action::StorageTrouble(TROUBLE.to_owned()));
            }
        });
    }
    use_effect_with((page.0.shelf.clone(), (*kept).clone()), move |(shelf, known)| {
        if let Some(known) = known {
            let mut added: BTreeMap<_, _> = added(shelf).map(|held| (stored_as(held.kept_as), held.clone())).collect();
            let keys: BTreeSet<_> = added.keys().cloned().collect();
            if keys != **known {
                let gone = known.difference(&keys).cloned().collect();
                // What is kept already is not written again: another tab may have removed it meanwhile.
                added.retain(|key, _| !known.contains(key));
                kept.set(Some(Rc::new(keys)));
                keep(added, gone, dispatcher);
            }
        }
    });
}

fn trouble(error: &Error) -> &'static str {
    match error {
        Error::DomException(error) if error.name() == "VersionError" => NEWER,
        _ => TROUBLE,
    }
}

fn added(shelf: &Shelf) -> impl Iterator<Item = &Rc<Held>> {
    shelf.notes().filter(|held| held.origin == Origin::Added)
}

fn keep(added: BTreeMap<String, Rc<Held>>, gone: Vec<String>, dispatcher: Dispatcher) {
    spawn_local(async move {
        if write(&added, &gone).await.is_err() {
            dispatcher.dispatch(Action::StorageTrouble(TROUBLE.to_owned()));
        }
    });
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        // Where the store cannot be made, the first transaction on it fails, and that is reported.
        let made = event.database().and_then(|database| database.create_object_store(NOTES, ObjectStoreParams::new()));
        drop(made);
    });
    request.await
}

/// Names and texts, in the order of their numbers on the page, so that each gets its own again, and how many entries are no
/// such pair.
async fn read() -> Result<(Vec<(String, String)>, usize), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[NOTES], TransactionMode::ReadOnly)?;
    let values = transaction.object_store(NOTES)?.get_all(None, None)?.await?;
    database.close();
    let stored = values.len();
    let note = |value: JsValue| {
        let pair = value.dyn_into::<Array>().ok()?;
        let key = pair.get(2).as_string().unwrap_or_default();
        Some((number(&key), pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    let mut notes: Vec<_> = values.into_iter().filter_map(note).collect();
    notes.sort_by_key(|(number, ..)| *number);
    let unreadable = stored - notes.len();
    Ok((notes.into_iter().map(|(_, name, text)| (name, text)).collect(), unreadable))
}

async fn write(added: &BTreeMap<String, Rc<Held>>, gone: &[String]) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[NOTES], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(NOTES)?;
    for (key, held) in added {
        let text = held.document().source.text.as_str().into();
        let value = Array::of3(&held.file.as_str().into(), &text, &held.key.as_str().into());
        store.put(&value, Some(&JsValue::from_str(key)))?.await?;
    }
    for key in gone {
        store.delete(JsValue::from_str(key))?.await?;
    }
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

fn stored_as(hash: u64) -> String {
    format!("{hash:016x}")
}
