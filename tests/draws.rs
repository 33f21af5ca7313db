//! How often laws are tried, and with which draws. Knows no law.

use proptest::test_runner::{Config, RngSeed};

/// A law is tried so many times with the same draws everywhere, so that nobody's build fails by chance. With
/// `PROPTEST_CASES` it is tried as often as that asks for, with other draws each time. The smallest input that breaks
/// one is told, and becomes a test with a name; nothing is written beside the sources.
pub(crate) fn draws(usual: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let rng_seed = if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(0x006d_696e_7574_6573) };
    Config { cases: asked.unwrap_or(usual), rng_seed, failure_persistence: None, ..Config::default() }
}
