//! The source drawer: the words behind whatever was followed, as given and as read, in their surroundings.

use std::rc::Rc;

use r2p_notes::compare::statements::{Fact, facts};
use r2p_notes::note::model::{Note, Repair};
use r2p_notes::text::Span;
use web_sys::Element;
use yew::prelude::*;

use super::passage::{Marked, on_face, repair_marks};
use super::un_document::un_document;
use crate::browser;
use crate::marks::{Kind, Mark, Marks};
use crate::page::{source_of, use_page};
use crate::place::Found;
use crate::quote;
use crate::route::{Face, Route, View};
use crate::shelf::Held;
use crate::standing;

/// Repairs and facts beyond this many are not listed.
const LISTED: usize = 8;

/// The drawer; nothing while no place is open.
#[component]
pub fn Drawer() -> Html {
    let page = use_page();
    let route = Rc::new(page.0.route.clone());
    let place = route.place.clone();
    let held = place.as_ref().and_then(|place| page.0.shelf.get(&place.note).cloned());
    // Held here, so that the parts below, which ask for it too, find it unpacked.
    let document = use_memo(held.clone(), |held| held.as_ref().map(|held| held.document()));
    let origin = use_mut_ref(|| None::<Element>);
    let closed = route.closed();
    use_effect_with(place.clone(), move |place| {
        let mut origin = origin.borrow_mut();
        // What was followed stays where the reader sees it, though the drawer takes room from the view or gives it back.
        let followed = standing::noted().filter(|_| place.is_some() || origin.is_some());
        if let Some(followed) = &followed {
            followed.keep();
        }
        if place.is_some() {
            // The focus goes back to what was followed first, however far one went from there.
            if origin.is_none() {
                *origin = browser::focused();
            }
            browser::focus("source-title");
            if let Some(followed) = followed {
                followed.clear();
            }
        } else if let Some(element) = origin.take() {
            browser::give_back_focus(Some(&element));
        }
    });
    let drawer = use_node_ref();
    let onkeydown = {
        let drawer = drawer.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(drawer) = drawer.cast::<Element>().filter(|_| event.key() == "Tab") {
                browser::keep_focus(&event, &drawer);
            }
        })
    };
    let Some(place) = place else { return Html::default() };
    let close = Callback::from(move |_: MouseEvent| browser::go(&closed));
    let found = (*document).as_ref().map(|document| place.find(&document.source.text));
    let (title, inside) = match (held, found) {
        (Some(held), Some(found)) => {
            let moved = matches!(found, Found::Moved(_));
            let title = format!("{}, in its own words", held.label);
            match found.span() {
                Some(span) => (title, html! { <Source {held} {span} {moved} route={route.clone()} /> }),
                None => (title, lost(&found, &place.words.first)),
            }
        }
        _ => ("Not here".to_owned(), html! { <p>{ format!("No note called {} is on this page.", place.note) }</p> }),
    };
    html! {
        <section ref={drawer} class="drawer" role="dialog" aria-labelledby="source-title" {onkeydown}>
            <div class="drawer-head">
                <h2 id="source-title" tabindex="-1">{ title }</h2>
                <button type="button" class="quiet close" aria-label="Close the source" onclick={close}>{ "✕" }</button>
            </div>
            { inside }
        </section>
    }
}

fn lost(found: &Found, words: &str) -> Html {
    let why = match found {
        Found::Several => "stand in several places of this note, and nothing tells which is meant: ",
        _ => "do not stand in this note: ",
    };
    html! { <p class="warning">{ "The words that this link names " }{ why }<q>{ words }</q></p> }
}

#[derive(Properties, PartialEq)]
struct SourceProps {
    held: Rc<Held>,
    span: Span,
    moved: bool,
    route: Rc<Route>,
}

#[component]
fn Source(props: &SourceProps) -> Html {
    let SourceProps { held, span, moved, route } = props;
    let span = *span;
    let document = held.document();
    let said = said_there(&facts(&document.note), span);
    let repairs: Vec<Repair> =
        document.note.repairs.iter().filter(|repair| repair.span.overlaps(span)).cloned().collect();
    let whole = Route { text: Some(held.key.clone()), face: Face::Given, ..route.to(View::Text) };
    html! {
        <>
            if *moved {
                <p class="warning">{ "The text is another than when this link was made; these are the words it names." }</p>
            }
            <dl class="said">
                { for said.into_iter().map(|fact| html! { <div><dt>{ fact.label }</dt><dd>{ fact.value }</dd></div> }) }
            </dl>
            { for quote::queried(&document.note, span).map(|finding| html! { <p class="warning">{ &finding.message }</p> }) }
            <h3>{ "As given" }</h3>
            <blockquote class="given">{ excerpt(held, span, Face::Given) }</blockquote>
            <h3>{ "As read" }</h3>
            <blockquote class="read">{ excerpt(held, span, Face::Read) }</blockquote>
            if !repairs.is_empty() { { mended(&repairs) } }
            <p class="from">{ quote::place(&document, span) }</p>
            { documents_named(&document.note, quote::sentence(&document, span).unwrap_or(span)) }
            <div class="actions">
                <a class="button" href={source_of(&whole, held, span)}>{ "In the whole text" }</a>
                <CopyQuote held={held.clone()} {span} what="Copy quote and citation" />
                if let Some(sentence) = quote::sentence(&document, span) {
                    <CopyQuote held={held.clone()} span={sentence} what="Copy its sentence" />
                }
            </div>
        </>
    }
}

/// The facts read from `span`: those of these very words, else those within, else those around.
fn said_there(facts: &[Fact], span: Span) -> Vec<Fact> {
    let rules: [fn(Span, Span) -> bool; 3] = [|own, span| own == span, |own, span| span.contains(own), Span::contains];
    let told = |rule: &fn(Span, Span) -> bool| facts.iter().filter(|fact| rule(fact.span, span)).cloned().collect();
    let found: Option<Vec<Fact>> = rules.iter().map(told).find(|found: &Vec<Fact>| !found.is_empty());
    // The same words are told once, by what they are here rather than by their form.
    let mut said: Vec<Fact> = Vec::new();
    for fact in found.unwrap_or_default() {
        let told = said.iter().any(|other| (other.span, &other.value) == (fact.span, &fact.value));
        if !told && said.len() < LISTED {
            said.push(fact);
        }
    }
    said
}

/// Links to the documents whose symbols stand at `span`.
fn documents_named(note: &Note, span: Span) -> Html {
    let mut symbols: Vec<&str> =
        note.symbols.iter().filter(|cited| cited.span.overlaps(span)).map(|cited| &*cited.value).collect();
    symbols.sort_unstable();
    symbols.dedup();
    if symbols.is_empty() {
        return Html::default();
    }
    let links = symbols.into_iter().take(LISTED).map(|symbol| html! { <li>{ un_document(symbol) }</li> });
    html! { <><h3>{ "At the United Nations" }</h3><ul class="documents">{ for links }</ul></> }
}

fn excerpt(held: &Held, span: Span, face: Face) -> Html {
    let document = held.document();
    let text = match face {
        Face::Given => &document.source.text,
        Face::Read => document.reading.text(),
    };
    let place = on_face(face, &document.reading, span);
    if place.is_empty() {
        return html! { <em>{ "left out of the text as read" }</em> };
    }
    let around = quote::surroundings(text, place.clone());
    let repairs = &document.note.repairs;
    let mut marks: Vec<_> = repair_marks(face, &document.reading, repairs).collect();
    marks.push(Mark { range: place, kind: Kind::Place });
    let marked = Marked { text, face, marks: Marks::new(marks), here: None, repairs, facts: &[], from: None };
    let (before, after) = (around.start > 0, around.end < text.trim_end().len());
    html! { <>{ before.then_some("… ") }{ marked.html(around) }{ after.then_some(" …") }</> }
}

fn mended(repairs: &[Repair]) -> Html {
    let rows = repairs.iter().take(LISTED).map(|repair| {
        let to = if repair.to.is_empty() {
            html! { <em>{ "nothing" }</em> }
        } else {
            html! { <ins>{ &repair.to }</ins> }
        };
        html! { <tr><td><del>{ &repair.from }</del></td><td>{ to }</td><td>{ repair.rule.describe() }</td></tr> }
    });
    html! {
        <>
            <table class="mended">
                <caption>{ "Mended here" }</caption>
                <thead><tr><th scope="col">{ "given" }</th><th scope="col">{ "read" }</th><th scope="col">{ "why" }</th></tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            if repairs.len() > LISTED {
                <p>{ format!("and {} more", repairs.len() - LISTED) }</p>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct CopyProps {
    held: Rc<Held>,
    span: Span,
    what: &'static str,
}

#[component]
fn CopyQuote(props: &CopyProps) -> Html {
    let said = use_state(String::new);
    let text = quote::citation(&props.held.document(), props.span);
    {
        let said = said.setter();
        use_effect_with(text.clone(), move |_| said.set(String::new()));
    }
    let copy = {
        let said = said.setter();
        Callback::from(move |_: MouseEvent| {
            let (text, said) = (text.clone(), said.clone());
            wasm_bindgen_futures::spawn_local(async move {
                said.set(match browser::copy(text).await {
                    Ok(()) => "Copied, the quote and what it is from.".to_owned(),
                    Err(why) => format!("The browser did not let it be copied: {why}"),
                });
            });
        })
    };
    html! {
        <>
            <button type="button" onclick={copy}>{ props.what }</button>
            <output class="copied">{ &*said }</output>
        </>
    }
}
