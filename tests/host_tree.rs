//! What only the page needs never compiles natively.

use std::process::Command;

#[test]
fn yew_is_not_in_the_native_tree() {
    let native = inverse_tree("yew", &[]);
    assert_eq!(native, "", "yew would compile natively");
    // The same question of the page's own target, so that the test is known to see yew where it is.
    let page = inverse_tree("yew", &["--target", "wasm32-unknown-unknown", "--features", "page"]);
    assert!(page.starts_with("yew v"), "{page}");
}

fn inverse_tree(package: &str, more: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--invert", package])
        .args(more)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs this test, so it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
