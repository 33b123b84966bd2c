//! The lineage as a picture: a column a year, its sentences as blocks in the order of the text, a band from each to what
//! it came from; what is new begins without one, what is dropped ends in a wedge.

use std::rc::Rc;

use r2p_notes::compare::language::{Lineage, Status, Traced};
use r2p_notes::compare::render::Fate;
use r2p_notes::note::model::SectionKind;
use r2p_notes::text::Span;
use yew::prelude::*;

use super::river_layout::{HEAD, Layout};
use crate::page::{Shown, source_of};
use crate::parts::{Figure, key};
use crate::phrase;
use crate::route::Route;
use crate::shelf::Held;

/// What is said of the first year and its sentences.
const FIRST: &str = "the first shown";
/// How many words of a sentence its block says.
const SAID: usize = 14;

/// What the picture is given.
#[derive(PartialEq, Properties)]
pub struct RiverProps {
    /// The notes.
    pub shown: Shown,
    /// Their lineage.
    pub traced: Rc<Lineage>,
    /// The one whose sentences are listed, by its place in the list.
    pub at: usize,
}

/// The picture.
#[component]
pub fn River(props: &RiverProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let RiverProps { shown, traced, at } = props;
    let layout = use_memo(traced.clone(), |traced| Layout::of(traced));
    let followed = followed(&route, shown, traced);
    let sentence = |held: &Rc<Held>, sentence: &Traced| {
        let lit = followed == Some(sentence.thread);
        drawn(&route, held, &layout, sentence, &said(shown, traced, &layout, sentence), lit)
    };
    let columns = shown.0.iter().zip(&traced.columns).enumerate().map(|(column, (held, own))| {
        html! {
            <g key={held.key.clone()}>
                { head(&route, shown, column, *at, &layout, own.share.own()) }
                { for own.sentences.iter().map(|of| sentence(held, of)) }
            </g>
        }
    });
    let legend = html! {
        <>
            { key(html! { <rect class="fate is-first" x="0.5" y="0.5" width="25" height="17" /> }, FIRST) }
            { key(html! { <rect class="fate is-new" width="26" height="18" /> }, "new") }
            { key(html! { <><rect class="fate is-revised" width="26" height="18" />{ stripes(26.0, 18.0) }</> }, "revised") }
            { key(html! { <rect class="fate is-carried" x="0.5" y="0.5" width="25" height="17" /> }, "carried") }
            { key(html! { <path class="wedge" d="M6 2L20 9L6 16Z" /> }, "dropped after it") }
        </>
    };
    html! {
        <Figure caption="Every sentence through the years" {legend} scrolls="Sentences by year; the list below has their words"
            width={layout.width as usize} note="A block opens its words, and marks the same sentence through the years; a year lists its sentences below.">
            <svg class={classes!("picture-part", "river", route.only.map(|_| "filtered"))} width={layout.width.to_string()} height={layout.height.to_string()}
                role="group" aria-label="A column for each year, a block for each sentence">
                <desc>{ "A column for each year, its sentences as blocks in the order of the note, as high as they are long. A band leads from each back to the sentence it came from; what is new has none, what the next note drops ends in a wedge." }</desc>
                { for columns }
            </svg>
        </Figure>
    }
}

/// The thread of the sentence whose words are open.
fn followed(route: &Route, shown: &Shown, traced: &Lineage) -> Option<usize> {
    let place = route.place.as_ref()?;
    let column = shown.0.iter().position(|held| held.key == place.note)?;
    let open = Span::new(place.start..place.end);
    let found = traced.columns.get(column)?.sentences.iter().find(|sentence| sentence.place.span == open)?;
    Some(found.thread)
}

/// A year, which lists its sentences below, and how much of it is its own.
fn head(route: &Route, shown: &Shown, column: usize, listed: usize, layout: &Layout, own: Option<f64>) -> Html {
    let Some(held) = shown.0.get(column) else { return Html::default() };
    let old = shown.0.get(shown.pair(route).0).map_or_else(String::new, |held| held.key.clone());
    let to = Route { pair: Some((old, held.key.clone())), place: None, ..route.clone() };
    let x = layout.x(column);
    let names = layout.sections.get(column).into_iter().flatten().map(|(section, y)| {
        html! { <text class="section-name" x={x.to_string()} y={y.to_string()}>{ section.map_or("Beginning", SectionKind::title) }</text> }
    });
    let current = (column == listed).then_some("true");
    let year = phrase::cut(&held.label, layout.column as usize / 8);
    let own = own.map_or_else(|| FIRST.to_owned(), |own| format!("{:.0} % its own", own * 100.0));
    html! {
        <>
            <a href={to.fragment()} aria-label={format!("{year} {own}: lists its sentences")} aria-current={current}>
                <title>{ &held.label }</title>
                <rect class="target" x={x.to_string()} y="0" width={layout.column.to_string()} height={(HEAD - 6.0).to_string()} rx="2" />
                <text class="bar-label" x={(x + 2.0).to_string()} y="16">{ format!("{year} ") }</text>
                <text class="axis" x={(x + 2.0).to_string()} y="32">{ own }</text>
            </a>
            { for names }
        </>
    }
}

/// What a block says of its sentence.
fn said(shown: &Shown, traced: &Lineage, layout: &Layout, sentence: &Traced) -> String {
    let label = |column: usize| shown.0.get(column).map_or("", |held| &*held.label);
    let came = match (sentence.status, sentence.from.iter().filter_map(|id| traced.sentence(*id)).next()) {
        (Status::First, _) => FIRST.to_owned(),
        (Status::New, _) | (_, None) => "new".to_owned(),
        (Status::Revised, Some(from)) => format!("revised from {}", label(from.id.column)),
        (Status::Carried, Some(from)) => format!("carried from {}", label(from.id.column)),
    };
    let ends = if layout.is_dropped(sentence.id) { ", dropped after it" } else { "" };
    let words: Vec<_> = sentence.text.split_whitespace().collect();
    let more = if words.len() > SAID { " …" } else { "" };
    let first = words.iter().take(SAID).copied().collect::<Vec<_>>().join(" ");
    format!("{}, {came}{ends}: {first}{more}", label(sentence.id.column))
}

fn drawn(route: &Route, held: &Held, layout: &Layout, sentence: &Traced, label: &str, lit: bool) -> Html {
    let ends = layout.is_dropped(sentence.id);
    let fate = Fate::from(sentence.status);
    let class = format!("is-{}", fate.name());
    let listed = route.only.is_none_or(|only| only == fate || (only == Fate::Dropped && ends));
    let (y, height) = layout.block(sentence.id);
    let x = layout.x(sentence.id.column);
    let bands = layout.bands(sentence).into_iter().map(|(path, over)| {
        html! { <path class={classes!("band", class.clone(), over.then_some("over"))} d={path} /> }
    });
    html! {
        <a class={classes!("sentence-block", (!listed).then_some("is-aside"), lit.then_some("is-lit"))}
            href={source_of(route, held, sentence.place.span)} aria-label={label.to_owned()}>
            <title>{ label }</title>
            { for bands }
            <rect class={classes!("fate", class)} x={x.to_string()} y={y.to_string()} width={layout.column.to_string()} height={height.to_string()} />
            if sentence.status == Status::Revised { <g transform={format!("translate({x} {y})")}>{ stripes(layout.column, height) }</g> }
            if ends { <path class="wedge" d={layout.wedge(sentence.id)} /> }
        </a>
    }
}

/// What is revised is told from what is new without colour, too: by strokes across it.
fn stripes(width: f64, height: f64) -> Html {
    let lean = height.min(10.0);
    let count = ((width - lean) / 8.0).max(0.0) as usize;
    let strokes = (0..=count).map(|at| at as f64 * 8.0);
    let path: String = strokes.map(|x| format!("M{x:.1} {height:.1}L{:.1} 0", x + lean)).collect();
    html! { <path class="stripes" d={path} /> }
}
