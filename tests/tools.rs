//! The tests' own tools, tested.

mod support;

use support::age::age;
use support::corpus::bundled;
use support::sequence::ratio;

/// Figures that Python prints for `difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()`.
#[test]
fn ratio_agrees_with_difflib() {
    let figures = [
        ("", "", 1.0),
        ("a", "", 0.0),
        ("private Thread currentThread;", "private volatile Thread currentThread;", 0.8656716417910447),
        ("abxcd", "abcd", 0.8888888888888888),
        (
            "implementing the responsibility to protect",
            "the responsibility to protect and accountability for prevention",
            0.5523809523809524,
        ),
        ("aaaaabaaaa", "abaaaaaaab", 0.6),
        ("rnodern", "modern", 0.7692307692307693),
        ("Šimonović", "Simonovi6", 0.7777777777777778),
        ("qabxcd", "abycdf", 0.6666666666666666),
        ("sentence tense net", "tense sentence ten", 0.6666666666666666),
    ];
    for (a, b, figure) in figures {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(ratio(&chars(a), &chars(b)), figure, "{a:?} {b:?}");
    }
}

#[test]
fn ageing_is_seeded_and_keeps_its_rate() {
    for specimen in bundled() {
        let text = std::str::from_utf8(&specimen.bytes).expect("the bundled notes are UTF-8");
        assert_eq!(age(text, 0.0, 1), text);
        assert_eq!(age(text, 0.02, 7), age(text, 0.02, 7));
        assert_ne!(age(text, 0.02, 7), age(text, 0.02, 8));
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let (given, aged) = (words(text), words(&age(text, 0.02, 7)));
        let kept = support::sequence::matched(&given, &aged) as f64 / given.len() as f64;
        assert!((0.8..0.95).contains(&kept), "{}: {kept} of the words are as given", specimen.stem);
    }
}
