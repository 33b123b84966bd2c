//! Cuts a text into stretches at the edges of overlapping marks, so that each stretch is one run of characters.
//!
//! A sweep over the sorted edges; O(n log n) in the number of marks, plus what overlaps at each edge.

use std::ops::Range;

/// Why a stretch is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A fact was read from it, by its number in the list of facts.
    Fact(usize),
    /// It was mended, by its number in the list of repairs.
    Repair(usize),
    /// It was found, by its number among the places found.
    Hit(usize),
    /// The place that the URL names.
    Place,
}

/// A marked range of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which.
    pub range: Range<usize>,
    /// Why.
    pub kind: Kind,
}

/// The marks of a text, sorted so that those which touch a part of it are found without looking at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    sorted: Vec<Mark>,
    /// How far the marks up to each one reach.
    reach: Vec<usize>,
}

impl Marks {
    /// Sorts them.
    pub fn new(mut marks: Vec<Mark>) -> Self {
        marks.sort_by_key(|mark| mark.range.start);
        let mut end = 0;
        let reach = marks.iter().map(|mark| {
            end = end.max(mark.range.end);
            end
        });
        Self { reach: reach.collect(), sorted: marks }
    }

    /// The stretches of `within`, in order, without gaps. Marks that lie outside are left out, others are clipped.
    pub fn stretches(&self, within: Range<usize>) -> Vec<Stretch> {
        let first = self.reach.partition_point(|&reach| reach <= within.start);
        let until = self.sorted.partition_point(|mark| mark.range.start < within.end);
        stretches(within, self.sorted.get(first..until).unwrap_or_default())
    }
}

/// A run of characters that the same marks hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Which.
    pub range: Range<usize>,
    /// The innermost fact.
    pub fact: Option<usize>,
    /// The repair.
    pub repair: Option<usize>,
    /// The place found.
    pub hit: Option<usize>,
    /// Whether the URL names it.
    pub place: bool,
}

impl Stretch {
    /// Whether anything marks it.
    pub fn is_plain(&self) -> bool {
        self.fact.is_none() && self.repair.is_none() && self.hit.is_none() && !self.place
    }
}

fn stretches(within: Range<usize>, marks: &[Mark]) -> Vec<Stretch> {
    let clip = |mark: &Mark| mark.range.start.max(within.start)..mark.range.end.min(within.end);
    let mut marks: Vec<_> =
        marks.iter().map(|mark| (clip(mark), mark.kind)).filter(|(range, _)| !range.is_empty()).collect();
    marks.sort_by_key(|(range, kind)| (range.start, *kind));
    let mut edges: Vec<_> = marks.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    edges.extend([within.start, within.end]);
    edges.sort_unstable();
    edges.dedup();

    let mut open: Vec<&(Range<usize>, Kind)> = Vec::new();
    let mut coming = marks.iter().peekable();
    let mut cut = Vec::new();
    for pair in edges.windows(2) {
        let &[start, end] = pair else { continue };
        open.retain(|(range, _)| range.end > start);
        while let Some(mark) = coming.next_if(|(range, _)| range.start <= start) {
            open.push(mark);
        }
        cut.push(stretch(start..end, &open));
    }
    cut
}

fn stretch(range: Range<usize>, open: &[&(Range<usize>, Kind)]) -> Stretch {
    // The shortest mark says most precisely what stands here.
    let innermost = |number: fn(Kind) -> Option<usize>| {
        let own = open.iter().filter_map(|(range, kind)| number(*kind).map(|n| (range.len(), n)));
        own.min().map(|(_, n)| n)
    };
    Stretch {
        fact: innermost(|kind| if let Kind::Fact(n) = kind { Some(n) } else { None }),
        repair: innermost(|kind| if let Kind::Repair(n) = kind { Some(n) } else { None }),
        hit: innermost(|kind| if let Kind::Hit(n) = kind { Some(n) } else { None }),
        place: open.iter().any(|(_, kind)| *kind == Kind::Place),
        range,
    }
}

/// Where `needle` stands in `text`, case apart. Empty for an empty needle.
pub fn find(text: &str, needle: &str) -> Vec<Range<usize>> {
    let needle: Vec<char> = needle.trim().chars().flat_map(char::to_lowercase).collect();
    if needle.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, _) in text.char_indices() {
        if found.last().is_none_or(|range| range.end <= start)
            && let Some(end) = end_of(text, start, &needle)
        {
            found.push(start..end);
        }
    }
    found
}

/// Where the needle ends, in lower case, that stands at `start`.
fn end_of(text: &str, start: usize, needle: &[char]) -> Option<usize> {
    // Lower-casing may change lengths, so each folded character remembers where its own ends.
    let ends = text[start..].char_indices().map(|(at, c)| (start + at + c.len_utf8(), c));
    let mut folded = ends.flat_map(|(end, c)| c.to_lowercase().map(move |lower| (end, lower)));
    let mut last = start;
    for &meant in needle {
        let (end, _) = folded.next().filter(|&(_, given)| given == meant)?;
        last = end;
    }
    Some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_follow_without_gaps_and_name_the_innermost_fact() {
        let mark = |range, kind| Mark { range, kind };
        let marks = [
            mark(0..10, Kind::Fact(0)),
            mark(3..5, Kind::Fact(1)),
            mark(4..12, Kind::Place),
            mark(18..30, Kind::Repair(7)),
        ];
        let cut = stretches(0..20, &marks);
        let ranges: Vec<_> = cut.iter().map(|s| s.range.clone()).collect();
        assert_eq!(ranges, [0..3, 3..4, 4..5, 5..10, 10..12, 12..18, 18..20]);
        let facts: Vec<_> = cut.iter().map(|s| s.fact).collect();
        assert_eq!(facts, [Some(0), Some(1), Some(1), Some(0), None, None, None]);
        assert!(cut[2].place && cut[4].place && !cut[5].place);
        assert!(cut[5].is_plain());
        assert_eq!(cut[6].repair, Some(7));
    }

    #[test]
    fn of_many_marks_those_that_touch_are_found() {
        let mark = |range: Range<usize>, n| Mark { range, kind: Kind::Fact(n) };
        let marks = vec![mark(50..60, 3), mark(0..40, 0), mark(2..4, 1), mark(30..35, 2)];
        let sorted = Marks::new(marks.clone());
        for within in [0..1, 4..30, 3..3, 32..55, 40..50, 60..70] {
            assert_eq!(sorted.stretches(within.clone()), stretches(within, &marks));
        }
    }

    #[test]
    fn no_marks_is_one_stretch() {
        assert_eq!(stretches(2..9, &[]).len(), 1);
        assert!(stretches(3..3, &[]).is_empty());
    }

    #[test]
    fn finds_without_regard_to_case() {
        assert_eq!(find("Pillar II and pillar ii", "PILLAR II"), [0..9, 14..23]);
        assert_eq!(find("İstanbul ŠIMONOVIĆ, Šimonović", "šimonović"), [10..21, 23..34]);
        assert_eq!(find("aaaa", "aa"), [0..2, 2..4]);
        assert!(find("text", " ").is_empty() && find("", "x").is_empty());
    }
}
