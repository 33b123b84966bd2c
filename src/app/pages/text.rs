//! One note's text, as read or as given, with its outline and the facts marked in it.

use std::ops::Range;
use std::rc::Rc;

use r2p_notes::compare::statements::facts;
use r2p_notes::note::Document;
use r2p_notes::text::{Block, BlockKind};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser;
use crate::marks::{Kind, Mark, Marks, find};
use crate::page::{ViewProps, use_page};
use crate::parts::{Marked, on_face, repair_marks, use_lines};
use crate::phrase;
use crate::route::{Face, Route};
use crate::shelf::Held;
use crate::state::Action;

/// How many blocks, or lines, are drawn at a time: most notes are drawn whole.
const STEP: usize = 600;

/// The view.
#[component]
pub fn Text(props: &ViewProps) -> Html {
    let page = use_page();
    let state = &page.0;
    let route = &props.route;
    let place = route.place.clone();
    use_effect_with((place.clone(), route.face, route.section.clone()), |(place, _, section)| match (place, section) {
        (Some(_), _) => browser::reveal(".note-text mark.place"),
        (None, Some(section)) => browser::reveal(&format!("#section-{section}")),
        (None, None) => {}
    });
    // The term looked for, which of its places the reader is at, and how often one was turned to.
    let hits = use_state(|| (String::new(), 0, 0_usize));
    let switch = state.shelf.all().iter().map(|held| {
        let route = Route { text: Some(held.key.clone()), place: None, section: None, ..(**route).clone() };
        let current = state.choice().text().is_some_and(|shown| shown == *held);
        html! { <a href={route.fragment()} aria-current={current.then_some("page")}>{ &held.label }</a> }
    });
    let held = state.choice().text();
    // Held here, so that the parts below, which ask for it too, find it unpacked.
    let document = use_memo(held.clone(), |held| held.as_ref().map(|held| held.document()));
    let (Some(held), Some(document)) = (held, &*document) else {
        let asked = route.text.clone().unwrap_or_default();
        return html! { <div class="empty"><h1>{ "Text" }</h1><p>{ format!("No note called “{asked}” is on this page.") }</p></div> };
    };
    let term = route.term.clone().unwrap_or_default();
    let here = if hits.0 == term { hits.1 } else { 0 };
    let turns = hits.2;
    let turn = {
        let hits = hits.setter();
        Callback::from(move |at: usize| hits.set((term.clone(), at, turns + 1)))
    };
    html! {
        <article class="text-view">
            <header class="view-head">
                <nav class="switch" aria-label="Note">{ for switch }</nav>
                <h1>{ title(document) }</h1>
                if held.astray { <p class="note">{ "This note is on another subject than the responsibility to protect." }</p> }
                <Tools route={route.clone()} held={held.clone()} {here} {turn} />
            </header>
            <div class="text-body">
                <Outline route={route.clone()} held={held.clone()} />
                <NoteText route={route.clone()} {held} {here} {turns} />
            </div>
        </article>
    }
}

fn title(document: &Document) -> String {
    let note = &document.note;
    let theme = note.theme.as_ref().or(note.event.title.as_ref()).map(|theme| theme.value.clone());
    theme.unwrap_or_else(|| document.source.name.clone())
}

#[derive(Properties, PartialEq)]
struct TextProps {
    route: Rc<Route>,
    held: Rc<Held>,
}

#[derive(Properties, PartialEq)]
struct ToolsProps {
    route: Rc<Route>,
    held: Rc<Held>,
    here: usize,
    turn: Callback<usize>,
}

#[component]
fn Tools(props: &ToolsProps) -> Html {
    let page = use_page();
    let route = &props.route;
    let faces = [(Face::Read, "As read"), (Face::Given, "As given")].map(|(face, name)| {
        let to = Route { face, ..(**route).clone() };
        html! { <a href={to.fragment()} aria-current={(face == route.face).then_some("true")}>{ name }</a> }
    });
    let term = route.term.clone().unwrap_or_default();
    let found = find(text_of(&props.held.document(), route.face), &term).len();
    let look = {
        let route = route.clone();
        Callback::from(move |event: InputEvent| {
            let term = event.target_unchecked_into::<HtmlInputElement>().value();
            let next = Route { term: Some(term).filter(|term| !term.is_empty()), ..(*route).clone() };
            browser::replace(&next);
            page.dispatch(Action::Went(Box::new(next)));
        })
    };
    let (here, turn) = (props.here, props.turn.clone());
    let step = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && found > 0 {
            event.prevent_default();
            turn.emit(if event.shift_key() { (here + found - 1) % found } else { (here + 1) % found });
        }
    });
    let says = match found {
        _ if term.trim().is_empty() => String::new(),
        0 | 1 => phrase::count(found, "place", "places"),
        _ => format!("{} of {found} places", here + 1),
    };
    html! {
        <div class="text-tools">
            <nav class="switch" aria-label="Which text">{ for faces }</nav>
            <input id="find" type="search" placeholder="Find in this text" aria-label="Find in this text" value={term.clone()}
                title="Enter goes to the next place, Shift and Enter to the one before" oninput={look} onkeydown={step}
                spellcheck="false" autocomplete="off" />
            <output for="find">{ says }</output>
        </div>
    }
}

#[component]
fn Outline(props: &TextProps) -> Html {
    let document = props.held.document();
    let sections = &document.note.sections;
    if sections.is_empty() {
        return Html::default();
    }
    let items = sections.iter().map(|section| {
        let slug = section.kind.name();
        let to = Route { section: Some(slug.to_owned()), place: None, ..(*props.route).clone() };
        let name = section.heading.as_ref().map_or(section.kind.title(), |heading| &*heading.value);
        html! { <li><a href={to.fragment()}>{ phrase::capital(name) }</a></li> }
    });
    html! { <nav class="outline" aria-label="Sections"><ol>{ for items }</ol></nav> }
}

fn text_of(document: &Document, face: Face) -> &str {
    match face {
        Face::Given => &document.source.text,
        Face::Read => document.reading.text(),
    }
}

#[derive(Properties, PartialEq)]
struct NoteTextProps {
    route: Rc<Route>,
    held: Rc<Held>,
    here: usize,
    turns: usize,
}

#[component]
fn NoteText(props: &NoteTextProps) -> Html {
    let NoteTextProps { route, held, here, turns } = props;
    {
        // Not for a term that comes with a link to a place, which is what is to be seen then.
        let led = route.place.is_none();
        use_effect_with((route.term.clone(), *turns), move |(term, _)| {
            if led && term.is_some() {
                browser::reveal(".note-text mark.here");
            }
        });
    }
    let document = held.document();
    let face = route.face;
    let text = text_of(&document, face);
    let facts = use_memo(held.clone(), |held| facts(&held.document().note));
    let mut marks: Vec<_> = repair_marks(face, &document.reading, &document.note.repairs).collect();
    marks.extend(
        facts
            .iter()
            .enumerate()
            .map(|(at, fact)| Mark { range: on_face(face, &document.reading, fact.span), kind: Kind::Fact(at) }),
    );
    let hits = find(text, route.term.as_deref().unwrap_or_default());
    let place = route.place.as_ref().filter(|place| place.note == held.key);
    let place = place.and_then(|place| place.find(&document.source.text).span());
    let place = place.map(|span| on_face(face, &document.reading, span));
    let headings = headings(&document);
    // What is to be revealed is drawn, wherever it stands.
    let section = headings.iter().find(|(_, slug)| route.section.as_deref() == Some(*slug)).map(|(range, _)| range);
    let asked = [place.as_ref(), hits.get(*here), section].into_iter().flatten().map(|range| range.end).max();
    let pieces = pieces(&document, face);
    let least = asked.map_or(0, |asked| pieces.partition_point(|piece| piece.start < asked));
    let (drawn, more) = use_lines(pieces.len(), STEP, least, (held.key.clone(), face));
    marks.extend(hits.into_iter().enumerate().map(|(at, range)| Mark { range, kind: Kind::Hit(at) }));
    marks.extend(place.map(|range| Mark { range, kind: Kind::Place }));
    let marked = Marked {
        text,
        face,
        marks: Marks::new(marks),
        here: Some(*here),
        repairs: &document.note.repairs,
        facts: &facts,
        from: Some((route, held)),
    };
    let inside: Html = match (face, &pieces[..drawn]) {
        (_, []) => Html::default(),
        // At once: what is marked from one line to the next is one mark.
        (Face::Given, [first, ..]) => marked.html(first.start..pieces[drawn - 1].end),
        (Face::Read, _) => {
            document.reading.blocks()[..drawn].iter().map(|block| read_block(&marked, block, &headings)).collect()
        }
    };
    let class = match face {
        Face::Given => "given",
        Face::Read => "read",
    };
    html! { <div class={classes!("note-text", class)} dir="auto">{ inside }{ more }</div> }
}

/// What a text is drawn by: the blocks of it as read, the lines of it as given.
fn pieces(document: &Document, face: Face) -> Vec<Range<usize>> {
    match face {
        Face::Read => document.reading.blocks().iter().map(|block| block.range.clone()).collect(),
        Face::Given => {
            let text = &document.source.text;
            let mut end = text.len() - text.trim_start().len();
            let lines = text[end..].split_inclusive('\n').map(|line| {
                let start = end;
                end += line.len();
                start..end
            });
            lines.collect()
        }
    }
}

/// Where the sections' headings stand in the text as read, and the names of the sections in URLs.
fn headings(document: &Document) -> Vec<(Range<usize>, &'static str)> {
    let reading = &document.reading;
    let sections = document.note.sections.iter().filter_map(|section| {
        let heading = section.heading.as_ref()?;
        Some((reading.read_range(heading.span), section.kind.name()))
    });
    sections.collect()
}

fn read_block(marked: &Marked, block: &Block, headings: &[(Range<usize>, &'static str)]) -> Html {
    // Where more is drawn, what stands there already stays the same element, and stays in sight.
    let key = block.range.start;
    let inside = marked.html(block.range.clone());
    let heads = |(range, _): &&(Range<usize>, &str)| range.start < block.range.end && block.range.start < range.end;
    if let Some((_, slug)) = headings.iter().find(heads) {
        return html! { <h2 {key} id={format!("section-{slug}")}>{ inside }</h2> };
    }
    match block.kind {
        BlockKind::Text => html! { <p {key}>{ inside }</p> },
        BlockKind::Item => html! { <p {key} class="item">{ inside }</p> },
        BlockKind::Row => html! { <p {key} class="row">{ inside }</p> },
        BlockKind::Footnote => html! { <p {key} class="footnote">{ inside }</p> },
        BlockKind::Page => html! { <p {key} class="page-line">{ inside }</p> },
    }
}
