//! Lists of people: in the head of a paper, in roll calls, under headings of attendance. Finds where a list begins and
//! ends, whatever its form; `label` knows what begins one, `entry` how somebody is named in it, `sentence` attendance
//! that is told in sentences. Names are read by [`super::people`].

mod entry;
pub(super) mod label;
pub(super) mod leading;
mod lines;
mod list;
pub(super) mod sentence;
mod table;
mod walk;

use super::cue;
use super::described;
use super::paper::{Line, groups};
use super::{Meaning, people};
use label::Label;
pub(super) use table::Columns;
pub(super) use walk::take;

/// How people stand in the lists of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// As members of the body; nothing is said about their being there.
    Member,
    /// As present.
    Present,
    /// As attending: present where the paper records what was, and otherwise only expected.
    Attendee,
    /// As members who attended over a link, apart from those present.
    Remote,
    /// As in attendance.
    InAttendance,
    /// As having sent apologies.
    Apologies,
    /// As absent without apologies.
    Absent,
    /// As a guest who was there.
    Guest,
    /// As somebody who may sit for a member.
    Substitute,
}

impl Listed {
    /// What a list of people is called in the report.
    pub fn meaning(self) -> Meaning {
        match self {
            Listed::Member | Listed::Substitute => Meaning::Members,
            Listed::Present | Listed::Attendee | Listed::Remote | Listed::Absent => Meaning::Present,
            Listed::InAttendance | Listed::Guest => Meaning::InAttendance,
            Listed::Apologies => Meaning::Apologies,
        }
    }
}

/// The kind of list that a line begins, if it is the label of a list of people.
pub(super) fn label(text: &str) -> Option<Listed> {
    let text = addressed(text);
    let (label, _) = text.split_once(':').unwrap_or((text, ""));
    let has_colon = label.len() < text.len();
    let is_label = has_colon || label.to_lowercase().starts_with("membership");
    Label::phrase(label).filter(|_| is_label).map(|label| label.listed)
}

/// The kind of list that a line announces which is nothing but a label, with or without a colon: the names
/// come below it.
pub(super) fn heading(text: &str) -> Option<Listed> {
    Label::phrase(addressed(text).trim_end_matches(':').trim_end()).map(|label| label.listed)
}

/// A line without the words by which a letter is addressed: `To all members of the Council: …`.
fn addressed(text: &str) -> &str {
    const TO: [&str; 9] =
        ["To: All ", "To: all ", "TO: ALL ", "To: ", "To all ", "To the ", "TO: ", "TO ALL ", "To "];
    TO.iter().find_map(|to| text.strip_prefix(to)).unwrap_or(text).trim_start()
}

/// A role and who has it: `Leader: Councillor J Pratt`, `In the Chair: Mrs Ede`.
fn role(text: &str) -> Option<(&str, &str)> {
    let (role, name) = text.split_once(':')?;
    let name = name.trim();
    (described::is_role(role) && role.split(' ').count() <= 3 && people::has_title(name))
        .then_some((role, name))
}

/// Who presides, by a line that says nothing else: `In the Chair: Anna Bell`, `Presiding: Anna Bell`.
fn presides(text: &str) -> Option<&str> {
    const LABELS: [&str; 6] =
        ["in the chair", "presiding", "chaired by", "presided by", "chairing", "presiding officer"];
    let (label, name) = text.trim_start_matches(['*', '_', '#', ' ']).split_once(':')?;
    let label = label.trim_matches(['*', '_', ' ']).to_lowercase();
    LABELS.contains(&label.as_str()).then(|| name.trim_matches(['*', '_', ' ']))
}

/// `Cllrs Ashe (Chairman), Bell and Cole`: a list that begins with the title of all who are in it.
fn councillors(text: &str) -> bool {
    let plural = ["Cllrs ", "Councillors ", "Cynghorwyr "].iter().any(|title| text.starts_with(title));
    plural && !text.ends_with('.') && people::list(text).len() >= 2
}

/// Whether a line is the heading of a list of people who stand right below it.
pub(super) fn announces(line: &Line, below: &[Line]) -> bool {
    let below = groups(below).next().unwrap_or(&[]);
    let label = Label::phrase(addressed(&line.text).trim_end_matches(':').trim_end());
    label.is_some_and(|label| names_people(below) || !label.is_group && lines::are_people(below))
}

/// Greatest number of lines between the label of a list and a line of it.
const MOST_ABOVE: usize = 80;

/// Returns whether a line is an entry of a list whose label is above it.
pub(super) fn holds(lines: &[Line], at: usize) -> bool {
    let above = lines.get(at.saturating_sub(MOST_ABOVE)..at).unwrap_or(&[]);
    let Some(label) = above.iter().rposition(|line| leading::leading(&line.text).is_some()) else {
        return false;
    };
    let start = at.saturating_sub(MOST_ABOVE) + label;
    let taken = take(lines.get(start..=at).unwrap_or(&[]), None);
    taken.read == at + 1 - start
        && lines.get(at).is_some_and(|line| taken.lines.iter().any(|(_, known)| known.number == line.number))
}

/// Returns whether a line is a label such as `Present:` with names behind it.
pub(super) fn begins(line: &Line) -> bool {
    leading::leading(&line.text)
        .is_some_and(|(label, names)| !label.is_group && people::is_only_people(names))
}

/// Returns whether a line names people or is the label of a list.
pub(super) fn is_entry(line: &Line) -> bool {
    !lines::people_of(line).is_empty() || leading::leading(&line.text).is_some()
}

/// Whether lines are nothing but names of people, some title or role among them. One person has a line alone. Under
/// `To: All Members of the Council` a letter may begin instead: `Dear Councillor,`.
fn names_people(lines: &[Line]) -> bool {
    let people: Vec<_> = lines.iter().flat_map(lines::people_of).collect();
    let is_known = |person: &people::Named| people::has_title(&person.name) || !person.role.is_empty();
    let is_letter = lines.iter().any(|line| cue::is_courtesy(&line.words()));
    !is_letter && (people.len() >= 2 || lines.len() == 1) && people.iter().any(is_known)
}

#[cfg(test)]
mod tests;
