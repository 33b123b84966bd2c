//! How many cases a property is tried on, and which.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// The seed of the checks, which so try the same cases every time.
const SEED: u64 = 9;

/// `cases` from one seed, where `PROPTEST_CASES` and `PROPTEST_RNG_SEED` do not say otherwise.
pub fn config(cases: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { cases };
    let rng_seed = match asked.rng_seed {
        RngSeed::Random => RngSeed::Fixed(SEED),
        fixed @ RngSeed::Fixed(_) => fixed,
    };
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..asked }
}
