//! What a record that cannot be changed refuses before anything is asked: a form that is filled in and then refused
//! would be work for nothing. The record itself refuses the edits; nothing is decided here that it does not decide.

use super::form::{Form, Purpose};
use super::{Desk, Overlay, sentence};
use crate::domain::edit::EditError;
use crate::domain::meeting::Status;

impl Purpose {
    /// Whether the answers go into the record.
    #[must_use]
    pub fn is_of_the_record(self) -> bool {
        !matches!(self, Purpose::Export | Purpose::SaveElsewhere | Purpose::QuitUnsaved)
    }
}

impl Desk {
    /// Why the record cannot be changed now, as a sentence; none if it can.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        let sealed = self.meeting().course.status == Status::Sealed;
        let read_only = self.read_only.clone();
        read_only.or_else(|| sealed.then(|| sentence(&EditError::Sealed.to_string())))
    }

    /// Whether the record can be changed now; if it cannot, says why. To be asked before something is opened whose
    /// only end is a change.
    pub fn may_change(&mut self) -> bool {
        let refusal = self.refusal();
        let may = refusal.is_none();
        refusal.into_iter().for_each(|why| self.warn(why));
        may
    }

    /// Opens a form, or says why what it asks for cannot be recorded. A correction stands beside a sealed record, and is
    /// refused only where nothing can be written at all.
    pub fn ask(&mut self, form: Form) {
        let refusal = match form.purpose {
            Purpose::Correction => self.read_only.clone(),
            purpose => self.refusal().filter(|_| purpose.is_of_the_record()),
        };
        match refusal {
            Some(why) => self.warn(why),
            None => self.overlays.push(Overlay::Form(form)),
        }
    }
}
