//! The form of an invitation: the lines above the mail in which an agenda came that tell when and where, and those
//! that a calendar puts below it. Knows such lines and not what is on the agenda.

/// The part of a mail's header that a line is; none for any other line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Header<'a> {
    /// `When:`, `Where:`: a field of the meeting.
    Field,
    /// What the mail is about, without `RE:`, and without `Agenda`.
    Subject(&'a str),
}

/// What a line of a mail's header tells about the meeting.
pub(super) fn header(text: &str) -> Option<Header<'_>> {
    let (name, value) = text.split_once(':')?;
    match name.to_lowercase().as_str() {
        "when" | "where" | "location" => Some(Header::Field),
        "subject" => Some(Header::Subject(about(value))),
        _ => None,
    }
}

fn about(value: &str) -> &str {
    let mut about = value.trim();
    for start in ["RE:", "Re:", "FW:", "Fw:", "FWD:", "Fwd:", "Agenda for", "Agenda", "AGENDA"] {
        about = about.strip_prefix(start).unwrap_or(about).trim_start_matches([' ', ':', '-', '–']);
    }
    about
}

/// Lines that a calendar puts into an invitation: how to join, and numbers to dial.
pub(super) fn is_boilerplate(text: &str) -> bool {
    const STARTS: [&str; 14] = [
        "microsoft teams meeting",
        "microsoft teams need help",
        "join the meeting",
        "join on your computer",
        "join zoom meeting",
        "join microsoft teams",
        "click here to join",
        "meeting id:",
        "passcode:",
        "dial in",
        "find a local number",
        "phone conference id",
        "for organizers",
        "or call in",
    ];
    let lower = text.to_lowercase();
    let dialled = text.starts_with('+') && text.contains(",,");
    dialled || STARTS.iter().any(|start| lower.starts_with(start))
}
