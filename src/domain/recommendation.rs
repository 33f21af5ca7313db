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

    /// Takes out what stands on a printed line. Returns whether anything is left.
    pub fn take_out(&mut self, line: &str) -> bool {
        let line = line.trim();
        let without = |text: &str| match (line.contains(text), text.contains(line)) {
            (false, true) if !line.is_empty() => text.replacen(line, "", 1).trim().to_owned(),
            (true, _) => String::new(),
            _ => text.to_owned(),
        };
        self.text = without(&self.text);
        self.parts = self.parts.iter().map(|part| without(part)).filter(|part| !part.is_empty()).collect();
        !self.parts.is_empty() || !self.text.is_empty()
    }

    /// Goes on with the words of the next line: with another part, or else with the last of its words.
    pub fn go_on(&mut self, words: &str, is_part: bool) {
        if is_part {
            self.parts.push(words.to_owned());
            return;
        }
        let last = self.parts.last_mut().unwrap_or(&mut self.text);
        *last = format!("{last} {words}").trim().to_owned();
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
