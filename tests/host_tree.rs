//! What only the page needs never compiles natively, unless it is asked for.

use std::process::Command;

#[test]
fn yew_is_not_in_the_native_tree() {
    assert!(!holds_yew(&[]), "yew would compile natively");
    // The same question of the page's own target, so that the test is known to see yew where it is.
    assert!(holds_yew(&["--target", "wasm32-unknown-unknown", "--features", "page"]));
}

fn holds_yew(more: &[&str]) -> bool {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--prefix", "none"])
        .args(more)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs this test, so it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).lines().any(|line| line.starts_with("yew v"))
}
