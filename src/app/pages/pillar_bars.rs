//! The pillars' picture: a bar a year, a segment for what speaks of each pillar alone and one for what speaks of several, so
//! that the bar is as long as what speaks of any; solid where a pillar is named, hatched where its substance is.

use std::rc::Rc;

use r2p_notes::compare::pillars::{Group, PillarColumn, Said};
use yew::prelude::*;

use super::pillar_group;
use crate::page::{Shown, source_of};
use crate::parts::{Figure, key};
use crate::phrase;
use crate::route::Route;
use crate::shelf::Held;

/// The height of a year's row, in pixels.
const ROW: usize = 52;
/// The bar within it: where it begins, how high it is.
const BAR: (usize, usize) = (20, 22);
/// A segment narrower than this, in per cent of the width, has no room for its numeral.
const ROOM: f64 = 2.4;

/// What the view's parts are given.
#[derive(Clone, PartialEq, Properties)]
pub struct ColumnsProps {
    /// The notes.
    pub shown: Shown,
    /// What each says of the pillars.
    pub columns: Rc<Vec<PillarColumn>>,
}

/// The picture.
#[component]
pub fn PillarBars(props: &ColumnsProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let ColumnsProps { shown, columns } = props;
    let most = columns.iter().map(|column| column.any.share).fold(0.0, f64::max);
    // The axis ends at a full step; six labels at most leave each its room in a narrow window.
    let step = [5, 10, 20, 50].into_iter().find(|step| most * 100.0 <= f64::from(step * 5)).unwrap_or(100);
    let last = ((most * 100.0 / f64::from(step)).ceil() as i32).max(1);
    let end = f64::from(last * step) / 100.0;
    let height = ROW * shown.0.len() + 22;
    let rows = shown.0.iter().zip(columns.iter()).enumerate();
    let anchor = |tick: i32| match tick {
        0 => "start",
        _ if tick == last => "end",
        _ => "middle",
    };
    let ticks = (0..=last).map(|tick| {
        let x = format!("{:.3}%", f64::from(tick) / f64::from(last) * 99.0);
        html! {
            <>
                <line class="tick" x1={x.clone()} x2={x.clone()} y1="14" y2={(height - 18).to_string()} />
                <text class="axis" {x} y={(height - 4).to_string()} text-anchor={anchor(tick)}>{ format!("{} %", tick * step) }</text>
            </>
        }
    });
    html! {
        <Figure caption="Share of each note’s words that speak of the pillars" legend={legend()}>
            <svg class="picture-part" width="100%" height={height.to_string()} role="group" aria-label="Share of each note’s words by pillar; the table below has the same figures">
                <desc>{ "A bar for each year, as long as what speaks of any pillar: a segment for each pillar alone, and one for sentences on several at once; solid where a sentence names the pillar, hatched where it speaks of its substance. No word counts twice." }</desc>
                <defs>{ for Group::ALL.map(hatching) }</defs>
                { for ticks }
                { for rows.map(|(at, (held, column))| bar(&route, held, column, at * ROW, end)) }
            </svg>
        </Figure>
    }
}

fn legend() -> Html {
    let items = Group::ALL.map(|group| {
        let sample = html! {
            <>
                <rect class={classes!("segment", "solid", pillar_group::class(group))} width="26" height="18" rx="2" />
                <text class={classes!("on-bar", pillar_group::class(group))} x="13" y="13" text-anchor="middle">{ pillar_group::sign(group) }</text>
            </>
        };
        key(sample, pillar_group::name(group))
    });
    html! {
        <>
            { for items }
            { key(html! { <rect class="sample" x="0.5" y="0.5" width="25" height="17" /> }, "named") }
            { key(html! { <><rect class="sample hollow" x="0.5" y="0.5" width="25" height="17" /><path class="sample-lines" d="M1 9L9 1M1 17L17 1M9 17L25 1M17 17L25 9" /></> }, "by substance") }
        </>
    }
}

fn hatching(group: Group) -> Html {
    html! {
        <pattern id={hatch(group)} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={format!("rotate({})", pillar_group::slant(group))}>
            <rect class={classes!("hatch-ground", pillar_group::class(group))} width="6" height="6" />
            <rect class={classes!("hatch-line", pillar_group::class(group))} width="2.5" height="6" />
        </pattern>
    }
}

fn hatch(group: Group) -> String {
    format!("hatch-{}", pillar_group::class(group))
}

fn bar(route: &Route, held: &Held, column: &PillarColumn, y: usize, end: f64) -> Html {
    let of = |words: usize| if column.words == 0 { 0.0 } else { words as f64 / column.words as f64 / end * 99.0 };
    let mut x = 0.0;
    let mut segments = Vec::new();
    for group in Group::ALL {
        let said = group.said(column);
        for (words, explicit) in [(said.explicit, true), (said.substance, false)] {
            if words > 0 {
                segments.push(segment(route, held, (group, said), column, explicit, (x, of(words)), y));
                x += of(words);
            }
        }
    }
    let focus: Vec<_> = column.focus.iter().map(|focus| focus.pillar.numeral()).collect();
    html! {
        <g key={held.key.clone()}>
            <text class="bar-label" x="0" y={(y + 14).to_string()}>
                { phrase::cut(&held.label, 28) }
                if !focus.is_empty() {
                    <tspan class="axis" dx="0.8em">{ format!("focus: pillar {}", focus.join(", ")) }</tspan>
                }
            </text>
            if segments.is_empty() {
                <text class="axis" x="0" y={(y + BAR.0 + 15).to_string()}>{ "speaks of no pillar" }</text>
            }
            { for segments }
        </g>
    }
}

fn segment(
    route: &Route,
    held: &Held,
    (group, said): (Group, &Said),
    column: &PillarColumn,
    explicit: bool,
    (x, width): (f64, f64),
    y: usize,
) -> Html {
    let all = said.passages.iter().filter_map(|&at| column.passages.get(at));
    let own: Vec<_> = all.filter(|passage| passage.explicit == explicit).collect();
    let label = format!(
        "{}: {}, {}: {} in {}; opens the first",
        held.label,
        pillar_group::of(group),
        if explicit { "named" } else { "by substance" },
        phrase::count(if explicit { said.explicit } else { said.substance }, "word", "words"),
        phrase::count(own.len(), "passage", "passages")
    );
    let href = own.first().map(|passage| source_of(route, held, passage.place.span));
    let fill = if explicit { None } else { Some(format!("url(#{})", hatch(group))) };
    let class = if explicit { classes!("segment", "solid", pillar_group::class(group)) } else { classes!("segment") };
    html! {
        <a {href} aria-label={label.clone()}>
            <title>{ label }</title>
            <rect {class} {fill} x={format!("{x:.3}%")} width={format!("{width:.3}%")} y={(y + BAR.0).to_string()} height={BAR.1.to_string()} />
            if width > ROOM {
                <text class={classes!(if explicit { "on-bar" } else { "on-hatch" }, pillar_group::class(group))} x={format!("{:.3}%", x + width / 2.0)}
                    y={(y + BAR.0 + 15).to_string()} text-anchor="middle">{ pillar_group::sign(group) }</text>
            }
        </a>
    }
}
