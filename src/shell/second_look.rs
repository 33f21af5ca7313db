//! The second look, without the screen: what the checks find, and whether a sealed record is as it was sealed.

use super::cli::{CheckFormat, print};
use super::complaint::Complaint;
use super::{houses, spelling};
use crate::desk::sentence;
use crate::domain::check;
use crate::store::{self, Sealing};
use crate::wording::Looked;
use std::io::Write;
use std::path::Path;

/// `minutebook check`
pub(super) fn check(session: &Path, format: CheckFormat) -> Result<u8, Complaint> {
    let looked = store::read_only(session)?;
    let meeting = looked.session.meeting();
    let (houses, wrong) = houses::read();
    if let Some(wrong) = wrong {
        let _ = writeln!(std::io::stderr(), "minutebook: {}", crate::text::tame(&sentence(&wrong)));
    }
    let profile = houses.profile_of(&meeting.head);
    let mut found = check::check(meeting, profile);
    let wording = Looked::default().check(meeting, profile, spelling::read().as_ref());
    found.extend(wording.into_iter().filter(|found| profile.wants(found.rule)));
    found.retain(|found| meeting.settled(found.rule, &found.said).is_none());
    let status = u8::from(!found.is_empty());
    let lines: Vec<String> = match format {
        CheckFormat::Text => found.iter().map(|found| format!("{}: {}", found.rule, found.said)).collect(),
        CheckFormat::Json => {
            let findings: Vec<_> = found
                .iter()
                .map(|found| serde_json::json!({"rule": found.rule, "said": found.said}))
                .collect();
            vec![serde_json::Value::from(findings).to_string()]
        }
    };
    let tamed: String = lines.iter().map(|line| crate::text::tame(line) + "\n").collect();
    print(&tamed)?;
    Ok(status)
}

/// `minutebook verify`
pub(super) fn verify(session: &Path) -> Result<u8, Complaint> {
    let looked = store::read_only(session)?;
    let meeting = looked.session.meeting();
    let seal = meeting.course.seal.as_ref();
    let digest = seal.map(|seal| seal.digest.clone()).unwrap_or_default();
    let name = session.display();
    let (said, status) = match store::verify(meeting) {
        Sealing::Whole => (format!("{name} is as it was sealed, {digest}"), 0),
        Sealing::Broken => (format!("{name} was changed after it was sealed, {digest} does not fit it"), 1),
        Sealing::Unsealed => {
            (format!("{name} is not sealed; the record is {}", meeting.course.status.word()), 1)
        }
    };
    print(&(crate::text::tame(&said) + "\n"))?;
    Ok(status)
}
