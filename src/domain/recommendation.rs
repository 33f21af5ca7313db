//! Recommendations: what a report asks the meeting to decide, as printed. How they become resolutions is in
//! [`super::resolving`]; where they are found is not known here.

use super::recommending::unlabelled;
use serde::{Deserialize, Serialize};

/// What a report asks the meeting to decide.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// The words, as printed: `The Partnership is asked to note the report.` What leads into the parts where it
    /// has any, which may be nothing. A label before it, `Recommendation:`, is not among them (older records have it).
    pub text: String,
    /// Its lettered or numbered parts, without their marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
}

impl Recommendation {
    /// A recommendation in one sentence, without a label that it begins with.
    #[must_use]
    pub fn of(words: &str) -> Self {
        Self { text: unlabelled(words.trim()).to_owned(), parts: Vec::new() }
    }

    /// Whether a printed line is one of its lines.
    #[must_use]
    pub fn is_of(&self, line: &str) -> bool {
        let line = line.trim();
        let mut texts = std::iter::once(&self.text).chain(&self.parts);
        !line.is_empty()
            && texts.any(|text| !text.is_empty() && (text.contains(line) || line.contains(text.as_str())))
    }

    /// The whole of it on one line, as it is shown: without a label.
    #[must_use]
    pub fn line(&self) -> String {
        let lettered = |(at, part): (usize, &String)| match u8::try_from(at).ok().filter(|at| *at < 26) {
            Some(at) => format!("({}) {part}", char::from(b'a' + at)),
            None => part.clone(),
        };
        let parts = self.parts.iter().enumerate().map(lettered);
        let all: Vec<String> = std::iter::once(unlabelled(&self.text).to_owned())
            .filter(|text| !text.is_empty())
            .chain(parts)
            .collect();
        all.join(" ")
    }
}
