//! Where a term stands in the notes shown: words are found at once, a pattern is sought beside the page.

use std::ops::Range;
use std::rc::Rc;

use r2p_notes::compare::themes::query::{Words, pattern_in};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::background;
use crate::page::Shown;

/// Where a term stands, or why it cannot be looked for.
#[derive(Clone, PartialEq)]
pub enum Places {
    /// It is still being sought.
    Sought,
    /// In the reading text of each note, in order.
    Found(Rc<Vec<Vec<Range<usize>>>>),
    /// It cannot be looked for: why.
    Refused(String),
}

impl From<Result<Vec<Vec<Range<usize>>>, String>> for Places {
    fn from(found: Result<Vec<Vec<Range<usize>>>, String>) -> Self {
        match found {
            Ok(places) => Self::Found(Rc::new(places)),
            Err(why) => Self::Refused(why),
        }
    }
}

/// Where `term` stands in the notes shown.
#[hook]
pub fn use_places(shown: &Shown, term: &AttrValue) -> Places {
    let asked = (shown.clone(), term.clone());
    let words = use_memo(asked.clone(), |(shown, term)| {
        pattern_in(term).is_none().then(|| {
            let words = Words::parse(term).map_err(|error| error.to_string());
            Places::from(words.map(|words| shown.compare(|comparison| words.places(comparison))))
        })
    });
    // What was found, with what it was found for: an answer that comes late is no answer to what is asked by then.
    let answer = use_state(|| None::<((Shown, AttrValue), Places)>);
    {
        let answer = answer.setter();
        use_effect_with(asked.clone(), move |asked| {
            if pattern_in(&asked.1).is_some() {
                let asked = asked.clone();
                spawn_local(async move { answer.set(Some((asked.clone(), sought(&asked.0, &asked.1).await))) });
            }
        });
    }
    match (&*words, &*answer) {
        (Some(places), _) => places.clone(),
        (None, Some((of, places))) if *of == asked => places.clone(),
        (None, _) => Places::Sought,
    }
}

async fn sought(shown: &Shown, term: &str) -> Places {
    let texts: Vec<_> = shown.documents().iter().map(|document| document.reading.text()).collect();
    background::places(pattern_in(term).unwrap_or_default(), &texts).await.into()
}
