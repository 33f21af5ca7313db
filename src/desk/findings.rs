//! What the checks found when the clerk last paused, and what the clerk has settled of it. Nothing is looked at
//! while somebody types. Knows when to look, and not what is looked for.

use super::Desk;
use crate::domain::check::{self, Finding};
use crate::wording::Looked;

/// What the checks found.
#[derive(Debug, Default)]
pub struct Findings {
    /// What is worth a second look, in the order of the record; what is settled is not among it.
    pub open: Vec<Finding>,
    /// How many findings the clerk has settled.
    pub settled: usize,
    looked: Looked,
    /// How many entries the session had then.
    at: Option<u64>,
}

impl Desk {
    /// Whether anything happened since the checks last looked.
    #[must_use]
    pub fn wants_a_look(&self) -> bool {
        self.findings.at != Some(self.session.entries())
    }

    /// Lets the checks look again.
    pub fn look_again(&mut self) {
        let meeting = self.session.meeting();
        let mut found = check::check(meeting, self.profile());
        let mut looked = std::mem::take(&mut self.findings.looked);
        let wording = looked.check(meeting, self.profile(), self.spelling.as_ref());
        found.extend(wording.into_iter().filter(|finding| self.profile().wants(finding.rule)));
        let all = found.len();
        found.retain(|finding| meeting.settled(finding.rule, &finding.said).is_none());
        let settled = all - found.len();
        self.findings = Findings { open: found, settled, looked, at: Some(self.session.entries()) };
    }
}
