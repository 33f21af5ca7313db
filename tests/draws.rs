//! How often laws are tried. Knows no law.

use proptest::test_runner::Config;

/// A law is tried so many times, or as often as `PROPTEST_CASES` asks for. The smallest input that breaks one is told,
/// and becomes a test with a name; nothing is written beside the sources.
pub(crate) fn draws(usual: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    Config { cases: asked.unwrap_or(usual), failure_persistence: None, ..Config::default() }
}
