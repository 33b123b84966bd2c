//! The page's side of `src/reader/` and `src/background/`: a worker that is asked for one thing at a time.
//!
//! The worker is started when it is first asked and kept. One that fails, or that does not answer for longer than any task
//! takes, is let go, and the next task is given to a new one.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::Range;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use r2p_notes::compare::render::{Format, Request};
use r2p_notes::note::packed;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::browser;
use super::shelf::Read;

/// What a worker may take for any task, and for each megabyte of it, in milliseconds; many times what a slow telephone
/// needs.
const PATIENCE: u32 = 30_000;
const PATIENCE_PER_MB: u32 = 30_000;

thread_local! {
    static BACKGROUND: RefCell<Background> = RefCell::default();
}

/// Has a file read.
///
/// # Errors
/// As a text for people, where it is no text, or where the reader fails.
pub async fn read(name: &str, blob: Blob) -> Result<Read, String> {
    let size = blob.size();
    let packed = ask("read", &name.into(), &blob, size).await.map_err(|trouble| match trouble {
        Trouble::Refused(why) => why,
        Trouble::Failed => "the reader failed at this file, or could not be loaded; reload the page, or try the file \
                            again"
            .to_owned(),
    })?;
    let document = packed::unpack(&packed).map_err(|error| error.to_string())?;
    Ok(Read { document: Rc::new(document), packed })
}

/// Gives up the file that is being read.
pub fn stop_reading() {
    if BACKGROUND.with_borrow(|background| background.asked.as_ref().is_some_and(|asked| asked.job.task == "read")) {
        let_go();
        settle(Err(Trouble::Refused("reading was stopped".to_owned())));
    }
}

/// Where a regular expression stands in each of some texts.
///
/// # Errors
/// As a text for people, where it is no regular expression, or where the worker fails.
pub async fn places(pattern: &str, texts: &[&str]) -> Result<Vec<Vec<Range<usize>>>, String> {
    let texts = postcard::to_allocvec(texts).map_err(|error| error.to_string())?;
    let found = ask_of_bytes("places", &pattern.into(), &texts).await.map_err(|trouble| match trouble {
        Trouble::Refused(why) => why,
        Trouble::Failed => "what seeks patterns failed at this one, or could not be loaded; reload the page, or look \
                            for words instead"
            .to_owned(),
    })?;
    postcard::from_bytes(&found).map_err(|error| error.to_string())
}

/// A view in a format, of notes [packed](packed) one after another.
///
/// # Errors
/// As a text for people, where the view cannot be written, or where the worker fails.
pub async fn render(request: &Request, format: Format, notes: &[u8]) -> Result<String, String> {
    let asked = postcard::to_allocvec(&(request, format)).map_err(|error| error.to_string())?;
    let text = ask_of_bytes("render", &Uint8Array::from(&*asked), notes).await.map_err(|trouble| match trouble {
        Trouble::Refused(why) => why,
        Trouble::Failed => {
            "what writes the files failed, or could not be loaded; reload the page, or try again".to_owned()
        }
    })?;
    String::from_utf8(text).map_err(|error| error.to_string())
}

/// Why there is no answer.
enum Trouble {
    /// It cannot be done: why.
    Refused(String),
    /// The worker failed.
    Failed,
}

#[derive(Default)]
struct Background {
    worker: Option<Worker>,
    waiting: VecDeque<Job>,
    asked: Option<Asked>,
}

/// A task, and who waits for it.
struct Job {
    task: &'static str,
    /// The task's name, what it is about, and what is given.
    message: Array,
    patience: u32,
    resolve: Function,
    reject: Function,
}

/// The job that the worker is at; nothing is heard any more once this is dropped.
struct Asked {
    job: Job,
    _heard: [EventListener; 2],
    _patience: Timeout,
}

async fn ask_of_bytes(task: &'static str, about: &JsValue, given: &[u8]) -> Result<Vec<u8>, Trouble> {
    ask(task, about, &Uint8Array::from(given), given.len() as f64).await
}

async fn ask(task: &'static str, about: &JsValue, given: &JsValue, size: f64) -> Result<Vec<u8>, Trouble> {
    let patience = PATIENCE + (size / 1e6) as u32 * PATIENCE_PER_MB;
    let answer = Promise::new(&mut |resolve, reject| {
        let message = Array::of3(&task.into(), about, given);
        let job = Job { task, message, patience, resolve, reject };
        BACKGROUND.with_borrow_mut(|background| background.waiting.push_back(job));
    });
    go_on();
    match JsFuture::from(answer).await {
        Ok(bytes) => Ok(taken(&Uint8Array::from(bytes))),
        Err(why) => Err(why.as_string().map_or(Trouble::Failed, Trouble::Refused)),
    }
}

/// The bytes, for which the browser keeps no room any more: it would until it collects its garbage, for each of a thousand
/// files.
fn taken(bytes: &Uint8Array) -> Vec<u8> {
    let taken = bytes.to_vec();
    // Refused by a browser that does not know the method, which collects them some time.
    let _ = bytes.buffer().transfer_with_length(0);
    taken
}

/// Gives the worker the next job, if it is at none.
fn go_on() {
    let Some(job) = BACKGROUND.with_borrow_mut(|background| match background.asked {
        None => background.waiting.pop_front(),
        Some(_) => None,
    }) else {
        return;
    };
    match worker().and_then(|worker| worker.post_message(&job.message).map(|()| worker)) {
        Ok(worker) => {
            let answered = EventListener::once(&worker, "message", |event| {
                let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data).unwrap_or_default();
                settle(answer(&data));
            });
            let failed = EventListener::once(&worker, "error", |_| settle(Err(Trouble::Failed)));
            let patience = Timeout::new(job.patience, || settle(Err(Trouble::Failed)));
            let asked = Asked { job, _heard: [answered, failed], _patience: patience };
            BACKGROUND.with_borrow_mut(|background| background.asked = Some(asked));
        }
        Err(_) => {
            tell(&job, Err(Trouble::Failed));
            go_on();
        }
    }
}

fn answer(data: &JsValue) -> Result<JsValue, Trouble> {
    let field = |name: &str| Reflect::get(data, &name.into()).ok().filter(|value| !value.is_undefined());
    match (field("done"), field("refused").and_then(|why| why.as_string())) {
        (Some(bytes), _) => Ok(bytes),
        (None, Some(why)) => Err(Trouble::Refused(why)),
        (None, None) => Err(Trouble::Failed),
    }
}

/// Tells who waits, and goes on with the next job.
fn settle(answer: Result<JsValue, Trouble>) {
    let Some(Asked { job, .. }) = BACKGROUND.with_borrow_mut(|background| background.asked.take()) else { return };
    if matches!(answer, Err(Trouble::Failed)) {
        let_go();
    }
    tell(&job, answer);
    go_on();
}

/// A refusal is a text, a failure is none.
fn tell(job: &Job, answer: Result<JsValue, Trouble>) {
    // A promise's own functions; they do not fail.
    let _ = match answer {
        Ok(bytes) => job.resolve.call1(&JsValue::NULL, &bytes),
        Err(Trouble::Refused(why)) => job.reject.call1(&JsValue::NULL, &why.into()),
        Err(Trouble::Failed) => job.reject.call0(&JsValue::NULL),
    };
}

/// Ends the worker; the next job gets a new one.
fn let_go() {
    if let Some(worker) = BACKGROUND.with_borrow_mut(|background| background.worker.take()) {
        worker.terminate();
    }
}

/// The worker at hand, or a new one.
fn worker() -> Result<Worker, JsValue> {
    if let Some(worker) = BACKGROUND.with_borrow(|background| background.worker.clone()) {
        return Ok(worker);
    }
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&browser::background_url(), &options)?;
    BACKGROUND.with_borrow_mut(|background| background.worker = Some(worker.clone()));
    Ok(worker)
}
