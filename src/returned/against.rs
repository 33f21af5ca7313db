//! Which state of the draft a copy was laid against, and how far that is certain. Knows nothing of where states come from.

use chrono::NaiveDateTime;

/// Which state of the draft a copy was laid against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Against {
    /// What went out, which is what the draft is now: the copy says so.
    Unchanged,
    /// What went out, which is not what the draft is now: the copy says so.
    Sent,
    /// The draft as it went to the chair then, because the copy fits that best.
    Then(NaiveDateTime),
    /// The draft as it is now: the copy does not say what it was printed from.
    Now,
    /// The draft as it is now, because what went out is not known any more.
    Lost,
    /// The draft as it is now, though the copy says that it was printed from another session.
    Other,
}

impl Against {
    /// The end of a sentence about changes: ` to the draft as it is now`. Empty where nothing need be said.
    #[must_use]
    pub fn phrase(self) -> String {
        match self {
            Against::Unchanged => String::new(),
            Against::Sent => " to what went out".to_owned(),
            Against::Then(at) => format!(" to what went out {}", at.format("on %-d %B")),
            Against::Now | Against::Lost => " to the draft as it is now".to_owned(),
            Against::Other => "; it was printed from another session".to_owned(),
        }
    }

    /// What should be known about it, as a sentence.
    #[must_use]
    pub fn sentence(self) -> Option<String> {
        let told = match self {
            Against::Unchanged => return None,
            Against::Sent => {
                "the draft has changed since it went out; the copy was compared with what went out"
            }
            Against::Then(at) => {
                let at = at.format("%H:%M on %-d %B %Y");
                return Some(format!(
                    "the copy fits the draft as it stood at {at} best, and was compared with that"
                ));
            }
            Against::Now => {
                "the copy does not say what it was printed from, and was compared with the draft as it is now; words that you wrote since it went out may be listed as struck"
            }
            Against::Lost => {
                "the draft has changed since it went out, and what went out is not known any more; words that you wrote since may be listed as struck"
            }
            Against::Other => "the copy says that it was printed from another session than this one",
        };
        Some(told.to_owned())
    }
}
