#!/usr/bin/env bash
# Holds what is not ours against known faults, licences and sources: the crates by deny.toml, the npm packages of tools.env,
# all of them for tests and benches, by npm's own audit. Needs the network: GitHub for the crates' faults, npm's registry.
. "$(dirname "$0")/common.sh"

NET="see that this machine reaches github.com and registry.npmjs.org"
[ -x "$DENY_ROOT/bin/cargo-deny" ] || step "Installing cargo-deny $CARGO_DENY_VERSION from source, some minutes" "$NET (crates.io)" \
  env CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
  cargo install --locked --root "$DENY_ROOT" "cargo-deny@$CARGO_DENY_VERSION"
check "Crates: licences, duplicates, sources" "$DENY_ROOT/bin/cargo-deny" check licenses bans sources
check "Crates: known faults" "$DENY_ROOT/bin/cargo-deny" check advisories

FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
printf '{ "private": true }' >"$FOLDER/package.json"
step "Naming the npm packages and what they need" "$NET" npm install --prefix "$FOLDER" --package-lock-only --no-audit --no-fund \
  --ignore-scripts "binaryen@$BINARYEN_VERSION" "playwright-core@$PLAYWRIGHT_VERSION" "axe-core@$AXE_VERSION" \
  "lighthouse@$LIGHTHOUSE_VERSION" "chrono-node@$CHRONO_VERSION" \
  "compromise@$COMPROMISE_VERSION" "diff@$JSDIFF_VERSION"
check "npm packages: known faults" npm audit --prefix "$FOLDER"
