//! Long lists: drawn as far as the reader has come, and whole for paper.

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

/// How far below what is in sight lines are drawn already, in CSS pixels.
const AHEAD: &str = "800px";

/// How many of `count` lines to draw, and what to put behind them: it has `step` more drawn whenever it comes near to what
/// is in sight, and all of them at a click. The first `least` are drawn in any case. Lists of something else, by `of`, begin
/// anew.
#[hook]
pub fn use_lines<T: Clone + PartialEq + 'static>(count: usize, step: usize, least: usize, of: T) -> (usize, Html) {
    let come = use_state(|| (of.clone(), step));
    let drawn = if come.0 == of { come.1 } else { step }.max(least).min(count);
    let draw = {
        let come = come.setter();
        Callback::from(move |lines: usize| come.set((of.clone(), lines)))
    };
    let more = (drawn < count).then(|| html! { <More {drawn} {count} {step} {draw} /> });
    (drawn, more.unwrap_or_default())
}

#[derive(PartialEq, Properties)]
struct MoreProps {
    drawn: usize,
    count: usize,
    step: usize,
    draw: Callback<usize>,
}

#[component]
fn More(props: &MoreProps) -> Html {
    let place = use_node_ref();
    let MoreProps { drawn, count, step, draw } = props;
    {
        let (place, draw, next) = (place.clone(), draw.clone(), (drawn + step).min(*count));
        // Watched anew after each step: an observer tells of what comes into sight, not of what has stayed there.
        use_effect_with(next, move |&next| {
            let watch = place.cast::<Element>().and_then(|place| watch(&place, move || draw.emit(next)));
            move || drop(watch)
        });
    }
    {
        let (draw, count) = (draw.clone(), *count);
        use_effect_with(count, move |_| {
            let paper = EventListener::new(&window(), "beforeprint", move |_| draw.emit(count));
            move || drop(paper)
        });
    }
    let whole = {
        let (draw, count) = (draw.clone(), *count);
        move |_: MouseEvent| draw.emit(count)
    };
    html! {
        <p class="more-lines" ref={place}>
            <button type="button" class="quiet" onclick={whole}>{ format!("Show all {count}") }</button>
        </p>
    }
}

/// An observer, and what it calls.
struct Watch(IntersectionObserver, #[expect(dead_code, reason = "kept for the observer")] Closure<dyn FnMut(Array)>);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.disconnect();
    }
}

/// Calls once `place` is near to what is in sight; none where the browser cannot watch, which leaves the button.
fn watch(place: &Element, call: impl Fn() + 'static) -> Option<Watch> {
    let seen = Closure::new(move |entries: Array| {
        let near = |entry: &IntersectionObserverEntry| entry.is_intersecting();
        if entries.iter().any(|entry| entry.dyn_ref().is_some_and(near)) {
            call();
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(AHEAD);
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
    observer.observe(place);
    Some(Watch(observer, seen))
}
