//! The page's side of the reader: a worker that is asked for one file at a time.
//!
//! The worker is started at the first file and kept. One that fails, or that does not answer for longer than any note
//! takes, is let go, and the next file is given to a new one.

use std::cell::RefCell;
use std::collections::VecDeque;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use r2p_notes::note::{Document, packed};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::browser;

/// What a worker may take for any file, and for each megabyte of it, in milliseconds; many times what a slow telephone
/// needs.
const PATIENCE: u32 = 30_000;
const PATIENCE_PER_MB: u32 = 30_000;

thread_local! {
    static READER: RefCell<Reader> = RefCell::default();
}

/// Has a file read.
///
/// # Errors
/// As a text for people, where it is no text, or where the reader fails.
pub async fn read(name: &str, blob: Blob) -> Result<Document, String> {
    let answer = Promise::new(&mut |resolve, reject| {
        let job = Job { name: name.to_owned(), blob: blob.clone(), resolve, reject };
        READER.with_borrow_mut(|reader| reader.waiting.push_back(job));
    });
    go_on();
    match JsFuture::from(answer).await {
        Ok(bytes) => unpack(&Uint8Array::from(bytes).to_vec()),
        Err(why) => Err(why.as_string().unwrap_or_default()),
    }
}

/// Gives up the file that is being read.
pub fn give_up() {
    if READER.with_borrow(|reader| reader.asked.is_some()) {
        let_go();
        settle(Answer::Refused("reading was stopped".to_owned()));
    }
}

fn unpack(bytes: &[u8]) -> Result<Document, String> {
    match packed::unpack(bytes) {
        Ok(documents) => documents.into_iter().next().ok_or_else(|| "the reader answered without a note".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

#[derive(Default)]
struct Reader {
    worker: Option<Worker>,
    waiting: VecDeque<Job>,
    asked: Option<Asked>,
}

/// A file to be read, and who waits for it.
struct Job {
    name: String,
    blob: Blob,
    resolve: Function,
    reject: Function,
}

/// The job that the worker is at; nothing is heard any more once this is dropped.
struct Asked {
    job: Job,
    _heard: [EventListener; 2],
    _patience: Timeout,
}

/// Gives the worker the next file, if it is at none.
fn go_on() {
    let Some(job) = READER.with_borrow_mut(|reader| match reader.asked {
        None => reader.waiting.pop_front(),
        Some(_) => None,
    }) else {
        return;
    };
    match worker().and_then(|worker| ask(&worker, &job).map(|()| worker)) {
        Ok(worker) => {
            let answered = EventListener::once(&worker, "message", |event| {
                let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data).unwrap_or_default();
                settle(answer(&data));
            });
            let failed = EventListener::once(&worker, "error", |_| settle(Answer::Failed));
            let patience = PATIENCE + (job.blob.size() / 1e6) as u32 * PATIENCE_PER_MB;
            let patience = Timeout::new(patience, || settle(Answer::Failed));
            let asked = Asked { job, _heard: [answered, failed], _patience: patience };
            READER.with_borrow_mut(|reader| reader.asked = Some(asked));
        }
        Err(_) => {
            refuse(&job, FAILED);
            go_on();
        }
    }
}

const FAILED: &str = "the reader failed at this file, or could not be loaded; reload the page, or try the file again";

enum Answer {
    Packed(JsValue),
    Refused(String),
    Failed,
}

fn answer(data: &JsValue) -> Answer {
    let field = |name: &str| Reflect::get(data, &name.into()).ok().filter(|value| !value.is_undefined());
    match (field("packed"), field("refused").and_then(|why| why.as_string())) {
        (Some(bytes), _) => Answer::Packed(bytes),
        (None, Some(why)) => Answer::Refused(why),
        (None, None) => Answer::Failed,
    }
}

/// Tells who waits, and goes on with the next file.
fn settle(answer: Answer) {
    let Some(Asked { job, .. }) = READER.with_borrow_mut(|reader| reader.asked.take()) else { return };
    match answer {
        Answer::Packed(bytes) => drop(job.resolve.call1(&JsValue::NULL, &bytes)),
        Answer::Refused(why) => refuse(&job, &why),
        Answer::Failed => {
            let_go();
            refuse(&job, FAILED);
        }
    }
    go_on();
}

/// Ends the worker; the next file gets a new one.
fn let_go() {
    if let Some(worker) = READER.with_borrow_mut(|reader| reader.worker.take()) {
        worker.terminate();
    }
}

fn refuse(job: &Job, why: &str) {
    // A promise's own function; it does not fail.
    let _ = job.reject.call1(&JsValue::NULL, &why.into());
}

/// The worker at hand, or a new one.
fn worker() -> Result<Worker, JsValue> {
    if let Some(worker) = READER.with_borrow(|reader| reader.worker.clone()) {
        return Ok(worker);
    }
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&browser::reader_url(), &options)?;
    READER.with_borrow_mut(|reader| reader.worker = Some(worker.clone()));
    Ok(worker)
}

fn ask(worker: &Worker, job: &Job) -> Result<(), JsValue> {
    worker.post_message(&Array::of2(&job.name.as_str().into(), &job.blob))
}
