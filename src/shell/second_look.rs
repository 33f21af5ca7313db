//! The second look, without the screen: what the checks find, and whether a sealed record is as it was sealed.

use super::cli::{CheckFormat, print};
use super::complaint::Complaint;
use super::{houses, spelling};
use crate::desk::sentence;
use crate::domain::check::{self, Finding, Place};
use crate::domain::meeting::Meeting;
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
        CheckFormat::Text => found.iter().map(|found| line(found, meeting)).collect(),
        CheckFormat::Json => {
            let findings: Vec<_> = found
                .iter()
                .map(|found| {
                    let place = found.place.name(meeting);
                    serde_json::json!({"rule": found.rule, "said": found.said, "place": place})
                })
                .collect();
            vec![serde_json::Value::from(findings).to_string()]
        }
    };
    let tamed: String = lines.iter().map(|line| crate::text::tame(line) + "\n").collect();
    print(&tamed)?;
    Ok(status)
}

/// A finding in a line, with the label of its item where the sentence does not have it.
fn line(found: &Finding, meeting: &Meeting) -> String {
    let place = found.place.name(meeting);
    let is_named =
        place.is_empty() || found.said.split(' ').any(|word| word.trim_end_matches([',', '.', ':']) == place);
    let is_label = matches!(found.place, Place::Item(_) | Place::Block(..));
    let place = if is_label && !is_named { format!(" ({place})") } else { String::new() };
    format!("{}: {}{place}", found.rule, found.said)
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
        Sealing::UnknownRule => {
            (format!("{name} was sealed by a newer Minutebook, {digest}; verify it with that"), 1)
        }
        Sealing::Unsealed => {
            (format!("{name} is not sealed; the record is {}", meeting.course.status.word()), 1)
        }
    };
    print(&(crate::text::tame(&said) + "\n"))?;
    Ok(status)
}
