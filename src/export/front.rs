//! The front and the foot of the minutes: what the document is, where it was held, who signs. Knows nothing
//! of what was minuted.

use super::audience::Audience;
use super::document::{Meta, Signature};
use super::{dates, people};
use crate::domain::meeting::{Head, Meeting, Status};
use crate::domain::profile::words_of;
use crate::domain::setting::{Case, Signing};
use crate::domain::style::Style;

/// What a document is about its meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Front {
    Minutes,
    Decisions,
    /// The note of a meeting that the law asks for before the minutes are agreed.
    Note,
    Actions,
    /// One item of the minutes.
    Extract,
}

impl Front {
    /// What it is called in the title of a file: `Notes`.
    fn title(self, head: &Head) -> String {
        match self {
            Front::Minutes => head.document_noun().to_owned(),
            Front::Decisions => "Decisions".to_owned(),
            Front::Note => "Note of a meeting".to_owned(),
            Front::Actions => "Actions".to_owned(),
            Front::Extract => format!("Extract from the {}", head.document_noun().to_lowercase()),
        }
    }

    /// How its first sentence begins: `NOTES of`.
    fn lead(self, head: &Head) -> String {
        match self {
            Front::Minutes => format!("{} of", head.document_noun().to_uppercase()),
            Front::Decisions => "DECISIONS of".to_owned(),
            Front::Note => "NOTE of".to_owned(),
            Front::Actions => "ACTIONS from".to_owned(),
            Front::Extract => format!("EXTRACT from the {} of", head.document_noun().to_lowercase()),
        }
    }
}

/// What a document is.
pub(super) fn meta(copy: &Meeting, style: &Style, audience: Audience, front: Front) -> Meta {
    let head = &copy.head;
    let day = head.date.map(|day| format!(", {}", dates::date(day, style))).unwrap_or_default();
    let contact = [&head.contact, &head.telephone, &head.email];
    let is_draft = copy.course.status < Status::Agreed;
    let is_secret = audience == Audience::Full && copy.holds_restricted();
    Meta {
        title: format!("{}{}{day}", front.title(head), of_body(&head.body)),
        authority: authority(head).map(str::to_owned),
        body: head.body.clone(),
        day: head.date,
        capitals: style.section_case == Case::Capitals,
        sentence: sentence(head, style, front),
        draft: is_draft.then(|| "DRAFT – not yet agreed as a correct record".to_owned()),
        warning: is_secret.then(|| "RESTRICTED – this copy is not for publication".to_owned()),
        state: None,
        contact: contact.into_iter().filter(|word| !word.is_empty()).cloned().collect(),
    }
}

/// The authority as the line above the body's name; none where it is not known, or the name already has it.
fn authority(head: &Head) -> Option<&str> {
    let (authority, body) = (words_of(&head.authority), words_of(&head.body));
    // `Trustees of the Saltmarsh Trust` has `The Saltmarsh Trust`.
    let named = authority.strip_prefix(&["the".to_owned()]).unwrap_or(&authority);
    let is_named = named.is_empty() || body.windows(named.len()).any(|words| words == named);
    Some(head.authority.trim()).filter(|_| !is_named)
}

/// `NOTES of a meeting of the Harbour Board held at the Guildhall on Thursday, 18 November 2021.`
fn sentence(head: &Head, style: &Style, front: Front) -> String {
    let venue = match head.venue.trim() {
        "" => String::new(),
        venue if people::is_online(venue) => " online".to_owned(),
        venue => match manner(venue) {
            Some(manner) => format!(" {manner}"),
            None => format!(" at {venue}"),
        },
    };
    let day = head.date.map(|day| format!(" on {}", dates::long_date(day, style))).unwrap_or_default();
    let held = if venue.is_empty() && day.is_empty() { "" } else { " held" };
    let lead = front.lead(head);
    format!("{lead} a meeting{}{held}{venue}{day}.", of_body(&head.body))
}

/// How a meeting is held that has no room: `remotely by Zoom`; none where the venue is a place.
fn manner(venue: &str) -> Option<String> {
    let (first, rest) = venue.split_once(' ').unwrap_or((venue, ""));
    let first = first.to_lowercase();
    let is_manner = ["remotely", "virtually", "via", "by"].contains(&first.as_str());
    is_manner.then(|| format!("{first} {rest}").trim_end().to_owned())
}

/// ` of the Harbour Board`; nothing where the body is not known.
fn of_body(body: &str) -> String {
    match body {
        "" => String::new(),
        body if body.to_lowercase().starts_with("the ") => format!(" of {body}"),
        body => format!(" of the {body}"),
    }
}

/// The place where the minutes are signed.
pub(super) fn signature(copy: &Meeting, signing: &Signing) -> Signature {
    let chair = || people::chair(copy);
    Signature {
        sentence: signing.sentence.clone(),
        signer: Some(signing.signer.clone()).filter(|signer| !signer.is_empty()).unwrap_or_else(chair),
        date: signing.date.clone(),
    }
}
