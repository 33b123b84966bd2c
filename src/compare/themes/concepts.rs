//! What such notes speak of: the concepts, each with its word forms.
//!
//! A form is a word or a phrase; it stands for its inflections and spellings (see [`crate::compare::stem`]), and a hyphen
//! for a space, so that `capacity-building` finds "capacity building" too. Where two forms of one concept begin at a word,
//! the longer one counts.

/// A concept and the words that speak of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concept {
    /// Its name in a link: lower case, no spaces.
    pub key: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// The words and phrases that speak of it.
    pub forms: &'static [&'static str],
}

/// The key of the concept of law.
pub(super) const LAW: &str = "international-law";

/// The concepts, in the order in which they are shown.
pub const CONCEPTS: &[Concept] = &[
    concept("prevention", "Prevention", &["prevention", "prevent", "preventive", "preventative", "preventable"]),
    concept(
        "accountability",
        "Accountability",
        &["accountability", "accountable", "impunity", "hold to account", "held to account"],
    ),
    concept(
        "assistance",
        "Assistance and capacity-building",
        &[
            "assistance",
            "assist State",
            "assist Member State",
            "assist other State",
            "assist national",
            "assist government",
            "assist country",
            "assist population",
            "assist one another",
            "assist each other",
            "responsibility to assist",
            "capacity-building",
            "build capacity",
            "building capacity",
            "encouragement",
            "technical cooperation",
            "help States",
            "support to States",
            "protection assistance",
        ],
    ),
    concept(
        "early-warning",
        "Early warning and assessment",
        &[
            "early warning",
            "early action",
            "warning sign",
            "risk assessment",
            "early warning and assessment",
            "early warning, assessment",
        ],
    ),
    concept(
        "regional",
        "Regional arrangements",
        &[
            "regional arrangement",
            "subregional arrangement",
            "regional and subregional arrangement",
            "regional organization",
            "subregional organization",
            "regional and subregional organization",
            "regional action",
            "regional institution",
            "regional",
            "subregional",
        ],
    ),
    concept(
        "response",
        "Timely and decisive response",
        &[
            "timely and decisive response",
            "timely and decisive action",
            "timely and decisive",
            "decisive response",
            "collective response",
            "decisive action",
            "decisive manner",
            "responsiveness",
        ],
    ),
    concept(
        "collective-action",
        "Collective action and responsibility",
        &[
            "collective action",
            "collective responsibility",
            "collective approach",
            "collective response",
            "act collectively",
        ],
    ),
    concept("incitement", "Incitement", &["incitement", "incite", "hate speech", "hatred"]),
    concept("civil-society", "Civil society", &["civil society", "non-governmental", "NGO", "NGOs"]),
    concept(
        "non-state",
        "Non-State actors",
        &[
            "non-State",
            "non-State actor",
            "non-State armed group",
            "armed group",
            "violent extremist",
            "violent extremism",
            "terrorism",
            "terrorist",
        ],
    ),
    concept("security-council", "Security Council", &["Security Council", "veto"]),
    concept(
        "use-of-force",
        "Use of force",
        &["use of force", "military action", "military force", "coercive", "Chapter VII", "intervene militarily"],
    ),
    concept(
        "refugees",
        "Refugees and migration",
        &["refugee", "migration", "migrant", "displacement", "displaced", "asylum"],
    ),
    concept(
        "technology",
        "New technologies",
        &["new technology", "technology", "social media", "artificial intelligence", "cyber", "digital", "internet"],
    ),
    concept(
        "recurrence",
        "Risk of recurrence",
        &["recurrence", "recur", "risk of recurrence", "peacebuilding", "reconciliation", "transitional justice"],
    ),
    concept("sovereignty", "Sovereignty", &["sovereignty", "sovereign"]),
    concept("networks", "Focal points and networks", &["focal point", "network", "international network"]),
    concept("resilience", "Resilience", &["resilience", "resilient"]),
    concept(
        "state-responsibility",
        "The State's own responsibility",
        &[
            "primary responsibility",
            "State responsibility",
            "responsibility of States",
            "responsibility of the State",
            "protection responsibility",
            "enduring responsibility",
        ],
    ),
    concept(
        LAW,
        "Law and human rights",
        &[
            "international law",
            "international humanitarian law",
            "humanitarian law",
            "human rights",
            "human rights law",
            "refugee law",
            "criminal law",
            "legal obligation",
            "legal instrument",
            "legal",
            "Charter",
            "treaty",
        ],
    ),
    concept(
        "barriers",
        "Barriers and gaps",
        &["barrier", "obstacle", "gap", "mismatch", "failure", "fail", "manifestly failing", "challenge"],
    ),
    concept(
        "implementation",
        "Implementation",
        &["implementation", "implement", "operationalize", "put into practice"],
    ),
    concept("commitment", "Commitment", &["commitment", "commit to", "reaffirm", "reaffirmation", "promise"]),
    concept(
        "lessons",
        "Lessons and good practice",
        &[
            "lesson learned",
            "lesson learnt",
            "lesson learned from experience",
            "lesson from experience",
            "share experience",
            "exchange experience",
            "perspective and experience",
            "view and experience",
            "national experience",
            "experience of States",
            "experience of Member States",
            "good practice",
            "best practice",
            "State practice",
            "national practice",
            "regional practice",
            "international practice",
            "emerging practice",
            "compendium",
            "compendium of practice",
        ],
    ),
    concept(
        "root-causes",
        "Causes and dynamics",
        &["cause and dynamic", "cause", "dynamic", "root cause", "risk factor"],
    ),
    concept(
        "structural",
        "Structural and operational measures",
        &["structural prevention", "structural and operational", "structural", "operational measure", "operational"],
    ),
    concept("women", "Women and gender", &["woman", "women", "gender", "sexual violence", "girl"]),
    concept("youth", "Youth and children", &["youth", "young", "children", "child", "education"]),
    concept(
        "minorities",
        "Minorities and discrimination",
        &["minority", "discrimination", "indigenous", "identity", "religious"],
    ),
    concept(
        "humanitarian",
        "Humanitarian crises",
        &[
            "humanitarian crisis",
            "humanitarian emergency",
            "humanitarian catastrophe",
            "humanitarian disaster",
            "humanitarian situation",
            "humanitarian consequence",
            "humanitarian need",
            "humanitarian access",
            "humanitarian aid",
            "humanitarian assistance",
            "humanitarian relief",
            "humanitarian action",
            "civilian",
            "casualty",
        ],
    ),
    concept(
        "anniversary",
        "Anniversary and next decade",
        &["anniversary", "ten year", "next decade", "tenth anniversary", "past decade", "first ten years"],
    ),
];

/// The concept with this key.
pub fn concept_by_key(key: &str) -> Option<&'static Concept> {
    CONCEPTS.iter().find(|concept| concept.key.eq_ignore_ascii_case(key))
}

const fn concept(key: &'static str, label: &'static str, forms: &'static [&'static str]) -> Concept {
    Concept { key, label, forms }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::themes::pieces::folded_phrase;

    #[test]
    fn keys_are_unique_and_forms_are_words() {
        for (i, concept) in CONCEPTS.iter().enumerate() {
            assert!(CONCEPTS[i + 1..].iter().all(|other| other.key != concept.key), "{} stands twice", concept.key);
            assert!(
                concept.forms.iter().all(|form| !folded_phrase(form).is_empty()),
                "{} has an empty form",
                concept.key
            );
        }
    }
}
