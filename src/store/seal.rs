//! The seal of a record: a digest by which anybody can tell whether it still reads as it was signed. A digest
//! is no signature: it tells a change from none, and not who made it.

use crate::domain::meeting::Meeting;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What stands before the figures, so that another way of reckoning can be told apart one day.
const KIND: &str = "sha256:";

/// The digest of a record: SHA-256 over the record as JSON without blanks, in the order of the file, what has
/// nothing in it left out. The seal itself and the corrections of later meetings are not reckoned in.
#[must_use]
pub fn digest(meeting: &Meeting) -> String {
    let mut copy = meeting.clone();
    copy.course.seal = None;
    copy.corrections.clear();
    // A record is made of texts, numbers and lists, and none of these can fail to be written to memory.
    let bytes = serde_json::to_vec(&copy).unwrap_or_default();
    Sha256::digest(bytes).iter().fold(KIND.to_owned(), |mut digest, byte| {
        let _ = write!(digest, "{byte:02x}");
        digest
    })
}

/// How a record stands to its seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sealing {
    /// It is not sealed.
    Unsealed,
    /// It reads as it was sealed.
    Whole,
    /// It reads otherwise than when it was sealed.
    Broken,
}

/// Holds a record against its seal.
#[must_use]
pub fn verify(meeting: &Meeting) -> Sealing {
    match &meeting.course.seal {
        None => Sealing::Unsealed,
        Some(seal) if seal.digest == digest(meeting) => Sealing::Whole,
        Some(_) => Sealing::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::CorrectionId;
    use crate::domain::meeting::Status;
    use crate::domain::review::{Correction, Seal};

    fn sealed() -> Meeting {
        let mut meeting = Meeting::default();
        meeting.head.body = "Saltmarsh Harbour Partnership".into();
        meeting.course.status = Status::Sealed;
        let digest = digest(&meeting);
        meeting.course.seal = Some(Seal { digest, approved: None, signed_by: "Mrs Ola Cleat".into() });
        meeting
    }

    #[test]
    fn the_digest_of_a_record_stays_what_it_is_from_version_to_version() {
        assert_eq!(
            digest(&sealed()),
            "sha256:3419d326938791ea414c3cb9c0d9fb04061515783622fc5f1bfabef1d1eea09d"
        );
    }

    #[test]
    fn a_word_changed_by_hand_breaks_the_seal_and_a_correction_does_not() {
        let mut meeting = sealed();
        assert_eq!(verify(&meeting), Sealing::Whole);
        let text = "the addition of Mr Groyne's apologies".into();
        let correction =
            Correction { id: CorrectionId(9), text, made: None, minute: String::new(), restricted: false };
        meeting.corrections.push(correction);
        assert_eq!(verify(&meeting), Sealing::Whole);
        meeting.head.body.push('s');
        assert_eq!(verify(&meeting), Sealing::Broken);
        assert_eq!(verify(&Meeting::default()), Sealing::Unsealed);
    }
}
