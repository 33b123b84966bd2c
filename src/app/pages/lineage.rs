//! Every sentence of a note with the year it first stood in.

use std::rc::Rc;

use r2p_notes::compare::language::{ColumnLineage, Lineage, SentenceId, Status, Step, Traced, lineage};
use r2p_notes::compare::render::Fate;
use r2p_notes::note::model::SectionKind;
use yew::prelude::*;

use super::diff::marked;
use super::river::River;
use super::shares::Shares;
use crate::page::Shown;
use crate::parts::Cite;
use crate::route::Route;
use crate::shelf::Held;
use crate::wording::{Side, pieces};

/// What the lineage is given.
#[derive(PartialEq, Properties)]
pub struct LineageProps {
    /// The notes.
    pub shown: Shown,
    /// The one whose sentences are listed, by its place in the list.
    pub at: usize,
}

/// The picture of all years, their shares, and the sentences of one.
#[component]
pub fn LineageText(props: &LineageProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let shown = &props.shown;
    let traced = shown.once(lineage);
    let Some((held, column)) = shown.0.get(props.at).zip(traced.columns.get(props.at)) else { return Html::default() };
    let listed = |fate: Fate| route.only.is_none_or(|only| only == fate);
    let sentences: Vec<_> = column.sentences.iter().filter(|sentence| listed(sentence.status.into())).collect();
    let of_sections = sentences.chunk_by(|a, b| a.at.section == b.at.section).map(|of_section| {
        let title = of_section.first().and_then(|sentence| sentence.at.section).map_or("Beginning", SectionKind::title);
        html! {
            <section>
                <h3>{ title }</h3>
                <ol class="threads">{ for of_section.iter().map(|sentence| item(shown, &traced, held, sentence)) }</ol>
            </section>
        }
    });
    html! {
        <>
            <River shown={shown.clone()} traced={traced.clone()} at={props.at} />
            <Shares shown={shown.clone()} traced={traced.clone()} />
            <section class="lineage">
                <h2 class="section-title">{ format!("{}, sentence by sentence", held.label) }</h2>
                <p class="row-note">{ "Told of the notes shown. Words are the same where only spelling, case, punctuation or misread letters differ." }</p>
                { fates(&route, column) }
                { for of_sections }
                if listed(Fate::Dropped) { { dropped(shown, &traced, column) } }
            </section>
        </>
    }
}

/// The choice of what is listed, with how much of each there is.
fn fates(route: &Route, column: &ColumnLineage) -> Html {
    let count = |of: Fate| match of {
        Fate::Dropped => column.dropped.len(),
        of => column.sentences.iter().filter(|sentence| Fate::from(sentence.status) == of).count(),
    };
    let choice = |only: Option<Fate>, name: String| {
        let to = Route { only, place: None, ..route.clone() };
        html! { <a href={to.fragment()} aria-current={(only == route.only).then_some("true")}>{ name }</a> }
    };
    // Only the first year shown has sentences that are first, and it has no others.
    let of_first = count(Fate::First) > 0;
    let some = Fate::ALL.into_iter().filter(|fate| (*fate == Fate::First) == of_first || route.only == Some(*fate));
    let some = some.map(|fate| choice(Some(fate), format!("{} {}", count(fate), fate.name())));
    html! { <nav class="switch fates" aria-label="Which sentences">{ choice(None, "All".to_owned()) }{ for some }</nav> }
}

fn item(shown: &Shown, traced: &Lineage, held: &Rc<Held>, sentence: &Traced) -> Html {
    let text = match &sentence.old_text {
        Some(old) if sentence.status == Status::Revised => {
            marked(&pieces(old, &sentence.text, &sentence.changes, Side::Both))
        }
        _ => html! { &sentence.text },
    };
    let status = Fate::from(sentence.status).name();
    html! {
        <li class={format!("is-{status}")}>
            <p class="thread"><span class="status">{ status }</span>{ ancestry(shown, traced, sentence) }</p>
            <p class="sentence">
                { text }{ " " }
                <Cite held={held.clone()} span={sentence.place.span} class="pilcrow"><span aria-hidden="true">{ "¶" }</span><span class="visually-hidden">{ format!("its words in {}", held.label) }</span></Cite>
            </p>
        </li>
    }
}

/// What became of a sentence until this year: `first 2013; not in 2014; reworded 2015, 2016; these words since 2016`, each
/// year that has it leading to its words there.
fn ancestry(shown: &Shown, traced: &Lineage, sentence: &Traced) -> Html {
    let course = traced.course(sentence);
    let own = sentence.id.column;
    let year = |&(_, column, id): &(Step, usize, Option<SentenceId>)| {
        let held = shown.0.get(column)?;
        let stands = id.filter(|_| column != own).and_then(|id| traced.sentence(id));
        Some(match stands {
            Some(there) => html! { <Cite held={held.clone()} span={there.place.span}>{ &held.label }</Cite> },
            None => html! { &held.label },
        })
    };
    let steps = course.chunk_by(|a, b| a.0 == b.0).map(|alike| {
        let word = alike.first().map_or("", |step| told(step.0));
        html! { <>{ word }{ " " }{ parted(", ", alike.iter().filter_map(year)) }</> }
    });
    let is_worded = |step: &&(Step, usize, Option<SentenceId>)| matches!(step.0, Step::First | Step::Reworded);
    let since = course.last().filter(is_worded).filter(|step| step.1 != own).and_then(year);
    let since = since.map(|year| html! { <>{ "these words since " }{ year }</> });
    // What only goes on in its first words needs no list.
    let steps = steps.filter(|_| course.len() > 1);
    html! { <span class="ancestry">{ parted("; ", steps.chain(since)) }</span> }
}

fn parted(mark: &'static str, pieces: impl Iterator<Item = Html>) -> Html {
    let pieces = pieces.enumerate().map(|(at, piece)| html! { <>{ (at > 0).then_some(mark) }{ piece }</> });
    html! { <>{ for pieces }</> }
}

fn told(step: Step) -> &'static str {
    match step {
        Step::First => "first",
        Step::Absent => "not in",
        Step::Again => "again",
        Step::Reworded => "reworded",
    }
}

fn dropped(shown: &Shown, traced: &Lineage, column: &ColumnLineage) -> Html {
    let gone = column.dropped.iter().filter_map(|dropped| {
        let sentence = traced.sentence(dropped.sentence)?;
        let held = shown.0.get(dropped.sentence.column)?;
        let instead = dropped.replaced_by.and_then(|id| traced.sentence(id));
        Some(html! {
            <li class="is-dropped">
                <p class="thread"><span class="status">{ "dropped" }</span>{ "stood in " }<Cite held={held.clone()} span={sentence.place.span}>{ &held.label }</Cite></p>
                <p class="sentence"><del>{ &sentence.text }</del></p>
                if let Some(instead) = instead { <p class="row-note">{ format!("In its place: {}", instead.text) }</p> }
            </li>
        })
    });
    let gone: Vec<_> = gone.collect();
    if gone.is_empty() {
        return Html::default();
    }
    html! { <section><h3>{ "Dropped from the year before" }</h3><ol class="threads">{ for gone }</ol></section> }
}
