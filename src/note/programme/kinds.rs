//! What kind of row a programme's words make it.

use crate::note::model::{EntryKind, Function};
use crate::note::phrase;
use crate::text::lexicon;

/// Words that tell a row's kind, the more telling kinds first.
const KINDS: [(EntryKind, &[&str]); 7] = [
    (
        EntryKind::Break,
        &[
            "adjourns",
            "adjourn",
            "adjournment",
            "adjourned",
            "lunch break",
            "lunch",
            "coffee break",
            "break",
            "recess",
            "suspended",
            "suspension",
            "meeting rises",
            "sitting rises",
            "rising of",
        ],
    ),
    (
        EntryKind::Resumption,
        &["resumes", "resumption", "resume", "resumed", "reconvenes", "reconvening", "continues", "continued"],
    ),
    (EntryKind::End, &["concludes", "conclude", "end of", "ends", "conclusion of", "close of", "close"]),
    (
        EntryKind::Closing,
        &[
            "closing",
            "closure",
            "concluding",
            "wrap-up",
            "wrap up",
            "summary",
            "summing up",
            "summing-up",
            "final remarks",
            "last words",
            "final words",
            "last word",
            "parting words",
            "conclusion",
            "conclusions",
        ],
    ),
    (
        EntryKind::Opening,
        &[
            "opening",
            "welcome",
            "welcoming",
            "open the meeting",
            "open the dialogue",
            "open the debate",
            "open the event",
        ],
    ),
    (
        EntryKind::Panel,
        &[
            "panel",
            "panellists",
            "panelists",
            "panellist",
            "panelist",
            "presentation",
            "presentations",
            "keynote",
            "introduction to the panellists",
            "briefing",
            "briefings",
            "expert",
            "fireside chat",
            "fireside conversation",
            "armchair conversation",
            "armchair discussion",
            "in conversation with",
            "round table",
            "round tables",
            "round-table",
            "roundtable",
        ],
    ),
    (
        EntryKind::Dialogue,
        &[
            "dialogue",
            "floor",
            "interventions",
            "discussion",
            "debate",
            "plenary",
            "statements",
            "member states",
            "questions and answers",
            "questions from",
            "questions by",
            "questions to",
            "questions and replies",
            "questions and responses",
            "question-and-answer",
            "exchange of views",
            "interactive exchange",
            "q&a",
            "comments",
        ],
    ),
];

/// The kind that `text` tells, read up to where it becomes long or names somebody.
pub(in crate::note) fn kind_of(text: &str) -> Option<EntryKind> {
    named_panel(text).or_else(|| told(text))
}

/// A panel that says behind its colon or dash what it is on: `Panel 2: Arrival and welcome`; `Panel discussion: closing remarks` is a
/// closing all the same.
fn named_panel(text: &str) -> Option<EntryKind> {
    const PANELS: [&str; 9] = [
        "panel",
        "fireside chat",
        "panel discussion",
        "interactive panel",
        "interactive panel discussion",
        "round table",
        "roundtable",
        "round-table",
        "interactive round table",
    ];
    const MARKS: [&str; 5] = [": ", " – ", " — ", " - ", ". "];
    const FORMULAS: [&str; 16] = [
        "opening remarks",
        "opening statement",
        "opening statements",
        "opening of",
        "welcome remarks",
        "welcoming remarks",
        "closing",
        "concluding",
        "conclusion",
        "conclusions",
        "wrap-up",
        "summary",
        "resumption",
        "resumed",
        "continued",
        "adjournment",
    ];
    let mark = MARKS.iter().filter_map(|mark| Some((text.find(mark)?, mark.len()))).min()?;
    let (head, behind) = (&text[..mark.0], &text[mark.0 + mark.1..]);
    let mut words = phrase::words(head).map(|word| &head[word]).collect::<Vec<_>>();
    // What only counts it: `Panel 2`, `Panel II`, `First panel`.
    let counts = |word: &str| {
        phrase::number(word).or_else(|| phrase::ordinal(word)).is_some()
            || word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
            || word.len() == 1
    };
    words.retain(|word| !counts(word));
    let named = words.join(" ").to_lowercase();
    let formula = phrase::each(behind, &FORMULAS).iter().any(|(_, at)| at.start == 0);
    (PANELS.contains(&named.as_str()) && !formula).then_some(EntryKind::Panel)
}

fn told(text: &str) -> Option<EntryKind> {
    let end = text.char_indices().nth(110).map_or(text.len(), |(i, _)| i);
    let head = &text[..end];
    if head.trim_end_matches(['.', ' ']).eq_ignore_ascii_case("end") {
        return Some(EntryKind::End);
    }
    if phrase::find_exact(head, "sine die").is_some() {
        return Some(EntryKind::End);
    }
    let exact = |words: &[&str]| phrase::first_exact(head, words).map(|at| at.start);
    // Words are looked for as they are before they are looked for misread, but for the first, which names the row.
    let exactly = KINDS.iter().position(|(_, words)| phrase::has_exact(head, words));
    let first = phrase::words(head).next().map_or("", |word| &head[word]);
    let misread = || KINDS.iter().position(|(_, words)| words.iter().any(|word| phrase::alike(first, word)));
    let found = match exactly {
        Some(exact) if !lexicon::contains(first) => misread().filter(|begun| *begun < exact).or(exactly),
        Some(_) => exactly,
        None => KINDS.iter().position(|(_, words)| phrase::has_any(head, words)),
    };
    let kind = KINDS[found?].0;
    // Of a panel and a dialogue, what stands first names the row: `Interactive dialogue: … reflections from panellists`.
    let at = |wanted: EntryKind| KINDS.iter().find(|(kind, _)| *kind == wanted).and_then(|(_, words)| exact(words));
    if kind == EntryKind::Closing && is_closure(head) {
        return Some(EntryKind::End);
    }
    // `Discussion by the panel` is the panel's own.
    let own = || phrase::has_exact(head, &OF_PANEL);
    match (kind, at(EntryKind::Panel), at(EntryKind::Dialogue)) {
        (EntryKind::Panel, Some(panel), Some(dialogue)) if dialogue < panel && !own() => Some(EntryKind::Dialogue),
        _ => Some(kind),
    }
}

/// Whose a discussion is that is a panel.
const OF_PANEL: [&str; 10] = [
    "discussion by the panel",
    "discussion by panellists",
    "discussion by the panellists",
    "discussion among the panel",
    "discussion among panellists",
    "discussion among the panellists",
    "statements by the panel",
    "statements by panellists",
    "statements by the panellists",
    "statements of the panellists",
];

/// Whether a row behind an opening goes on with it: what the meeting is to discuss is presented, or a keynote given.
pub(super) fn presents(text: &str) -> bool {
    const PRESENTS: [&str; 7] = [
        "keynote",
        "presentation of the report",
        "introduction of the report",
        "presentation of the secretary-general's report",
        "introduction of the secretary-general's report",
        "presentation by the secretary-general",
        "presentation of the findings",
    ];
    phrase::has_any(text, &PRESENTS)
}

/// The kind that is told of a row that goes on with what stood before it: `Statements by delegations (continued)`.
pub(super) fn kind_continued(text: &str) -> Option<EntryKind> {
    let at = phrase::first_of(text, &["continued", "continues"])?;
    Some(kind_of(&text[..at.start]).unwrap_or(EntryKind::Dialogue))
}

/// `Closure of the meeting`, which nobody is said to speak at.
fn is_closure(text: &str) -> bool {
    let begins = phrase::find(text, "closure of").is_some_and(|at| at.start == 0);
    begins && phrase::find_exact(text, "by").is_none() && text.split(' ').count() <= 6
}

/// Labels that stand before those whose part they name.
const LABELS: [(Function, &[&str]); 5] = [
    (
        Function::Moderator,
        &[
            "moderator",
            "moderators",
            "moderated by",
            "chair",
            "facilitator",
            "chaired by",
            "facilitated by",
            "co-chairs",
            "chairperson",
        ],
    ),
    (
        Function::Panellist,
        &[
            "panellists",
            "panelists",
            "panellist",
            "panelist",
            "discussants",
            "presenters",
            "respondents",
            "panel members",
            "experts",
        ],
    ),
    (Function::Opening, &["opening remarks", "opening statements", "welcome remarks", "opening statement", "opening"]),
    (Function::Closing, &["closing remarks", "concluding remarks", "closing statement", "closing"]),
    (
        Function::Speaker,
        &[
            "speakers",
            "speaker",
            "keynote speaker",
            "keynote address",
            "keynote",
            "special guest",
            "remarks by",
            "briefers",
        ],
    ),
];

/// The part that a label gives to those behind it in a row of this kind: who chairs an opening or a closing speaks in it.
pub(super) fn label_in(text: &str, kind: EntryKind) -> Option<Function> {
    const CHAIRS: [&str; 4] = ["co-chairs", "co-chair", "chairs", "chairpersons"];
    let own = match kind {
        EntryKind::Opening => Some(Function::Opening),
        EntryKind::Closing | EntryKind::End => Some(Function::Closing),
        _ => None,
    };
    let found = label(text);
    own.filter(|_| found == Some(Function::Moderator) && phrase::has_any(text, &CHAIRS)).or(found)
}

/// The part that a label gives to those behind it: `Moderator:`, `Remarks by the following panelists:`.
pub(super) fn label(text: &str) -> Option<Function> {
    let bare = text.trim().trim_end_matches(':').trim();
    if bare.split(' ').nth(6).is_some() || phrase::find(bare, "introduction").is_some() {
        return None;
    }
    let exact = LABELS.iter().find(|(_, words)| phrase::has_exact(bare, words));
    let found = exact.or_else(|| LABELS.iter().find(|(_, words)| phrase::has_any(bare, words)));
    found.map(|(function, _)| *function).or_else(|| whole_label(bare)).or_else(|| label_in_pieces(bare))
}

/// The part that a label gives which is one only where it is all that stands there: `Host:`, not `Host country:`.
fn whole_label(bare: &str) -> Option<Function> {
    const WHOLE: [(Function, &[&str]); 2] = [
        (
            Function::Moderator,
            &["host", "co-host", "hosts", "interviewer", "anchor", "emcee", "mc", "master of ceremonies"],
        ),
        (Function::Speaker, &["guest", "guests", "our guests", "interviewees", "interlocutors", "in conversation"]),
    ];
    let is_bare = |word: &&str| bare.eq_ignore_ascii_case(word) || phrase::alike(bare, word);
    WHOLE.iter().find(|(_, words)| words.iter().any(is_bare)).map(|(function, _)| *function)
}

/// The part that a label gives that fell apart: `Mo derat or`.
fn label_in_pieces(bare: &str) -> Option<Function> {
    /// The shortest that is told so.
    const WHOLE_MIN: usize = 8;
    let pieces = bare.split(' ').count();
    if !(2..=4).contains(&pieces) || !bare.chars().all(|c| c.is_alphanumeric() || c == ' ') {
        return None;
    }
    let whole = bare.replace(' ', "").to_lowercase();
    let is_label = |word: &&&str| word.len() >= WHOLE_MIN && !word.contains(' ') && phrase::alike(&whole, word);
    LABELS.iter().find(|(_, words)| words.iter().any(|word| is_label(&word))).map(|(function, _)| *function)
}

#[cfg(test)]
mod tests {
    use super::{kind_continued, kind_of, label};
    use crate::note::model::{EntryKind, Function};

    #[test]
    fn who_hosts_a_conversation_moderates_it() {
        for (text, part) in [
            ("Host", Some(Function::Moderator)),
            ("Guests", Some(Function::Speaker)),
            ("Quests", None),
            ("Host country", None),
            ("Guest of honour", None),
        ] {
            assert_eq!(label(text), part, "{text}");
        }
    }

    #[test]
    fn rows_are_told_by_their_words() {
        for (text, kind) in [
            ("Discussion by the panel", EntryKind::Panel),
            ("Discussion with the panel", EntryKind::Dialogue),
            ("Statements by the panellists", EntryKind::Panel),
            ("Statements by delegations on the panel", EntryKind::Dialogue),
            ("Last words", EntryKind::Closing),
            ("0pening of the dialogue", EntryKind::Opening),
            ("Clos1ng of the debate", EntryKind::Closing),
            ("H0sting of the dialogue", EntryKind::Dialogue),
            ("PANEL 2: ARRIVAL AND WELCOME", EntryKind::Panel),
            ("First panel: the end of impunity", EntryKind::Panel),
            ("Panel discussion: closing remarks", EntryKind::Closing),
            ("Fireside chat: opening doors", EntryKind::Panel),
            ("Round table A: Opening doors", EntryKind::Panel),
            ("Roundtable 2: The end of hunger", EntryKind::Panel),
            ("Panel 1 – The end of impunity", EntryKind::Panel),
            ("Panel II. Opening doors", EntryKind::Panel),
            ("Panel – closing remarks", EntryKind::Closing),
            ("Interactive dialogue on the round tables", EntryKind::Dialogue),
            ("Summing-up by the moderator", EntryKind::Closing),
            ("Rising of the meeting", EntryKind::Break),
            ("Questions from delegations and replies", EntryKind::Dialogue),
            ("Questions and replies", EntryKind::Dialogue),
            ("Question-and-answer session", EntryKind::Dialogue),
            ("Questions to the panellists", EntryKind::Dialogue),
        ] {
            assert_eq!(kind_of(text), Some(kind), "{text}");
        }
        assert_eq!(kind_continued("Statements by delegations (continued)"), Some(EntryKind::Dialogue));
        assert_eq!(kind_continued("Panel discussion, continued"), Some(EntryKind::Panel));
        assert_eq!(kind_continued("The dialogue resumes"), None);
    }
}
