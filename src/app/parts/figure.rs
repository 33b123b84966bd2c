//! A picture with its caption and its legend. One Tab stop leads into it; the arrows go to the nearest part on that side.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;

use crate::browser;

/// What a figure is given.
#[derive(PartialEq, Properties)]
pub struct FigureProps {
    /// What it shows.
    pub caption: AttrValue,
    /// What its colours and patterns mean: items made by [`key`].
    pub legend: Html,
    /// The name of the region that scrolls, for a picture as wide as it needs to be; none for one as wide as the page.
    #[prop_or_default]
    pub scrolls: Option<AttrValue>,
    /// The width of such a picture, in pixels.
    #[prop_or_default]
    pub width: usize,
    /// What is said under it.
    #[prop_or_default]
    pub note: Option<AttrValue>,
    /// The picture: one `svg`, or several side by side, of the class `picture-part`.
    pub children: Html,
}

/// A picture with its caption and its legend.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let figure = use_node_ref();
    {
        let figure = figure.clone();
        // After each drawing, for parts come and go.
        use_effect(move || {
            if let Some(figure) = figure.cast::<Element>() {
                settle(&figure, None);
            }
        });
    }
    let onkeydown = {
        let figure = figure.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(figure) = figure.cast::<Element>() {
                walk(&figure, &event);
            }
        })
    };
    let onfocusin = {
        let figure = figure.clone();
        Callback::from(move |event: FocusEvent| {
            if let (Some(figure), Some(part)) = (figure.cast::<Element>(), part_of(event.target())) {
                settle(&figure, Some(&part));
            }
        })
    };
    let body = match &props.scrolls {
        Some(label) => html! {
            <div class={classes!("picture-scroll", on_paper(props.width))} tabindex="0" role="region" aria-label={label}>
                { props.children.clone() }
            </div>
        },
        None => props.children.clone(),
    };
    html! {
        <figure class="picture" ref={figure} {onkeydown} {onfocusin}>
            <figcaption>{ &props.caption }</figcaption>
            <ul class="legend">{ props.legend.clone() }</ul>
            { body }
            if let Some(note) = &props.note { <p class="note">{ note }</p> }
        </figure>
    }
}

/// An item of a legend: a sample, 26 by 18 pixels, and what it means.
pub fn key(sample: Html, meaning: &str) -> Html {
    html! { <li><svg class="key" width="26" height="18" aria-hidden="true">{ sample }</svg><span>{ meaning }</span></li> }
}

/// The class by which the style sheet for paper makes a picture of this width fit a page.
fn on_paper(width: usize) -> Option<&'static str> {
    match width {
        0..=660 => None,
        661..=880 => Some("paper-75"),
        881..=1100 => Some("paper-60"),
        1101..=1460 => Some("paper-45"),
        _ => Some("paper-30"),
    }
}

fn part_of(target: Option<web_sys::EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest("svg a").ok()?
}

fn parts(figure: &Element) -> Vec<Element> {
    let Ok(found) = figure.query_selector_all("svg a[href]") else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Leaves one part in the tab order: `current`, else the one that was, else the first.
fn settle(figure: &Element, current: Option<&Element>) {
    let parts = parts(figure);
    let was = || parts.iter().find(|part| part.get_attribute("tabindex").as_deref() == Some("0"));
    let Some(reachable) = current.or_else(was).or(parts.first()) else { return };
    for part in &parts {
        let wanted = if part == reachable { "0" } else { "-1" };
        if part.get_attribute("tabindex").as_deref() != Some(wanted) {
            // Refused only for names that are none.
            let _ = part.set_attribute("tabindex", wanted);
        }
    }
}

/// From the part that has the focus to the nearest one on the side of the arrow.
fn walk(figure: &Element, event: &KeyboardEvent) {
    let Some(here) = browser::focused().filter(|here| figure.contains(here.dyn_ref::<Node>())) else { return };
    if event.ctrl_key() || event.alt_key() || event.meta_key() || !parts(figure).contains(&here) {
        return;
    }
    let from = Spot::of(&here);
    let spots = parts(figure).into_iter().filter(|part| *part != here).map(|part| (Spot::of(&part), part));
    let reached: fn(&Spot, &Spot) -> Option<f64> = match &*event.key() {
        "ArrowRight" => |from, to| Spot::distance((from.x, to.x), (from.y, to.y)),
        "ArrowLeft" => |from, to| Spot::distance((to.x, from.x), (to.y, from.y)),
        "ArrowDown" => |from, to| Spot::distance((from.y, to.y), (from.x, to.x)),
        "ArrowUp" => |from, to| Spot::distance((to.y, from.y), (to.x, from.x)),
        _ => return,
    };
    event.prevent_default();
    let near = spots.filter_map(|(to, part)| Some((reached(&from, &to)?, part)));
    if let Some((_, part)) = near.min_by(|(a, _), (b, _)| a.total_cmp(b)) {
        // A link in a picture is no `HTMLElement`, but takes the focus by the same method.
        let _ = part.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Where a part stands: from where to where, across and down.
struct Spot {
    x: (f64, f64),
    y: (f64, f64),
}

impl Spot {
    /// Of the shape that is the part's own; what leads to it from elsewhere does not count.
    fn of(part: &Element) -> Self {
        let shape = part.query_selector("rect, circle").ok().flatten();
        let around = shape.as_ref().unwrap_or(part).get_bounding_client_rect();
        Self { x: (around.left(), around.right()), y: (around.top(), around.bottom()) }
    }

    /// How far one is beyond the other along an axis; what stands on the same line across it comes before all else.
    fn distance(along: ((f64, f64), (f64, f64)), across: ((f64, f64), (f64, f64))) -> Option<f64> {
        let middle = |(from, to): (f64, f64)| (from + to) / 2.0;
        let ahead = middle(along.1) - middle(along.0);
        let ((from, to), (other_from, other_to)) = across;
        let apart = from.max(other_from) - to.min(other_to);
        let aside = (middle(across.0) - middle(across.1)).abs();
        let elsewhere = if apart < 0.0 { 0.0 } else { 10_000.0 + 4.0 * apart };
        (ahead > 1.0).then_some(ahead + 0.3 * aside + elsewhere)
    }
}
