//! A word diff, side by side or in one text: what was inserted, deleted, and what has moved.

use std::collections::BTreeMap;
use std::rc::Rc;

use r2p_notes::compare::Place;
use r2p_notes::compare::language::{Diff, DiffBlock, DiffKind};
use yew::prelude::*;

use crate::parts::{Cite, use_lines};
use crate::phrase;
use crate::shelf::Held;
use crate::wording::{Mark, Side, pieces};

/// How many sentences are drawn at a time.
const STEP: usize = 400;

/// What a diff is given.
#[derive(PartialEq, Properties)]
pub struct DiffProps {
    /// The older note.
    pub old: Rc<Held>,
    /// The newer note.
    pub new: Rc<Held>,
    /// The difference.
    pub diff: Rc<Diff>,
    /// Whether both stand in one text.
    pub inline: bool,
}

/// The diff with its summary.
#[component]
pub fn DiffText(props: &DiffProps) -> Html {
    let DiffProps { old, new, diff, inline } = props;
    let (drawn, more) = use_lines(diff.blocks.len(), STEP, 0, (old.key.clone(), new.key.clone()));
    let one_sided = lacking(old, new, diff).is_some();
    let plain = one_sided.then(|| diff.blocks[..drawn].iter().map(unmarked).collect::<Vec<_>>());
    let blocks = plain.as_deref().unwrap_or(&diff.blocks[..drawn]);
    if diff.blocks.is_empty() {
        return html! { <p class="absent">{ format!("Neither {} nor {} has this section.", old.label, new.label) }</p> };
    }
    html! {
        <>
            <p class="note">{ summary(old, new, diff) }</p>
            if !one_sided {
                <ul class="legend">
                    <li><ins>{ "inserted" }</ins></li><li><del>{ "deleted" }</del></li><li><span class="moved">{ "moved" }</span></li>
                </ul>
            }
            if *inline { { in_one(old, new, blocks) } } else { { beside(old, new, blocks, &diff.blocks) } }
            { more }
        </>
    }
}

/// How much was kept and changed; not where one of the notes lacks the section: nothing of it was inserted or deleted then.
fn summary(old: &Held, new: &Held, diff: &Diff) -> String {
    if let Some(lacking) = lacking(old, new, diff) {
        return format!(
            "{lacking} has no section under such a heading; what it says of the matter may stand under another."
        );
    }
    let words = diff.words;
    format!(
        "From {} to {}: {} kept, {} inserted, {} deleted, {} moved.",
        old.label,
        new.label,
        phrase::count(words.equal, "word", "words"),
        words.inserted,
        words.deleted,
        words.moved
    )
}

/// The note that nothing of the difference is from, which lacks the section.
fn lacking<'a>(old: &'a Held, new: &'a Held, diff: &Diff) -> Option<&'a str> {
    if diff.blocks.iter().all(|block| block.old.is_none()) {
        return Some(&old.label);
    }
    diff.blocks.iter().all(|block| block.new.is_none()).then_some(&new.label)
}

/// The block of a section that the other note lacks, of which nothing was inserted or deleted.
fn unmarked(block: &DiffBlock) -> DiffBlock {
    DiffBlock { kind: DiffKind::Equal, chunks: Vec::new(), moved: None, ..block.clone() }
}

fn beside(old: &Rc<Held>, new: &Rc<Held>, blocks: &[DiffBlock], all: &[DiffBlock]) -> Html {
    // Each column keeps the order of its own note: what has moved stands in the older one where it stood, with what was
    // changed on the way, and in the newer one where it stands.
    let here = all.iter().filter(|block| block.kind == DiffKind::MovedHere);
    let here: BTreeMap<Place, &DiffBlock> = here.filter_map(|block| Some((block.old.as_ref()?.place, block))).collect();
    let older = |block: &DiffBlock| match (block.kind, &block.old) {
        (DiffKind::MovedHere, Some(from)) => html! {
            <span class="change"><Cite held={old.clone()} span={from.place.span}>{ format!("from elsewhere ({})", block.moved.unwrap_or_default()) }</Cite></span>
        },
        (DiffKind::MovedAway, Some(from)) => {
            let to = here.get(&from.place).copied().unwrap_or(block);
            wording(old, &DiffBlock { kind: block.kind, ..to.clone() }, Side::Old)
        }
        _ => wording(old, block, Side::Old),
    };
    let rows = blocks.iter().enumerate().map(|(key, block)| {
        html! {
            // Roles, for a narrow window draws the two one below the other.
            <tr {key} role="row" class={classes!(class(block.kind), block.begins_paragraph.then_some("begins"))}>
                <td role="cell" data-year={old.label.clone()}>{ older(block) }</td>
                <td role="cell" data-year={new.label.clone()}>{ wording(new, block, Side::New) }</td>
            </tr>
        }
    });
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Side by side">
            <table class="diff" role="table">
                <caption class="visually-hidden">{ format!("{} and {} side by side", old.label, new.label) }</caption>
                <thead><tr><th scope="col">{ &old.label }</th><th scope="col">{ &new.label }</th></tr></thead>
                <tbody role="rowgroup">{ for rows }</tbody>
            </table>
        </div>
    }
}

fn in_one(old: &Rc<Held>, new: &Rc<Held>, blocks: &[DiffBlock]) -> Html {
    let paragraphs = blocks.chunk_by(|_, next| !next.begins_paragraph).enumerate().map(|(key, blocks)| {
        let sentences = blocks.iter().map(|block| {
            let (held, side) = match block.kind {
                DiffKind::Deleted | DiffKind::MovedAway => (old, Side::Old),
                DiffKind::Equal if block.new.is_none() => (old, Side::Old),
                DiffKind::Revised | DiffKind::MovedHere => (new, Side::Both),
                _ => (new, Side::New),
            };
            html! { <span class={class(block.kind)}>{ wording(held, block, side) }{ " " }</span> }
        });
        html! { <p {key}>{ for sentences }</p> }
    });
    html! { <div class="note-text diff-one">{ for paragraphs }</div> }
}

fn class(kind: DiffKind) -> &'static str {
    match kind {
        DiffKind::Equal => "is-equal",
        DiffKind::Revised => "is-revised",
        DiffKind::Inserted => "is-inserted",
        DiffKind::Deleted => "is-deleted",
        DiffKind::MovedHere | DiffKind::MovedAway => "is-moved",
    }
}

/// One side of a block, and the way to its source.
fn wording(held: &Rc<Held>, block: &DiffBlock, side: Side) -> Html {
    let own = if side == Side::Old { &block.old } else { &block.new };
    let Some(own) = own else { return Html::default() };
    let number = block.moved.unwrap_or_default();
    let text = match block.kind {
        DiffKind::Inserted => html! { <ins>{ &own.text }</ins> },
        DiffKind::Deleted => html! { <del>{ &own.text }</del> },
        // A sentence that moved may have been put otherwise on the way.
        DiffKind::MovedHere | DiffKind::MovedAway if block.chunks.is_empty() => {
            html! { <span class="moved">{ &own.text }</span> }
        }
        _ => {
            let (old, new) =
                (block.old.as_ref().map_or("", |old| &old.text), block.new.as_ref().map_or("", |new| &new.text));
            if block.chunks.is_empty() {
                html! { &own.text }
            } else {
                marked(&pieces(old, new, &block.chunks, side))
            }
        }
    };
    let moved = match block.kind {
        DiffKind::MovedHere => Some(format!("moved here ({number})")),
        DiffKind::MovedAway => Some(format!("moved away ({number})")),
        _ => None,
    };
    html! {
        <>
            { text }{ " " }
            <Cite held={held.clone()} span={own.place.span} class="pilcrow"><span aria-hidden="true">{ "¶" }</span><span class="visually-hidden">{ format!("its words in {}", held.label) }</span></Cite>
            if let Some(moved) = moved { <span class="change">{ moved }</span> }
        </>
    }
}

/// Pieces of a word diff as text.
pub fn marked(pieces: &[(Mark, &str)]) -> Html {
    let html = pieces.iter().map(|(mark, text)| match mark {
        Mark::Kept => html! { *text },
        Mark::Inserted => html! { <ins>{ *text }</ins> },
        Mark::Deleted => html! { <del>{ *text }</del> },
    });
    html! { <>{ for html }</> }
}
