//! Lists of people in the head of a paper and in roll calls: which label begins one, which lines belong to it,
//! and where one name ends and the next begins. Knows lines; names are read by [`super::people`].

use super::cue;
use super::described::{self, is_organisation};
use super::heading as set;
use super::paper::{self, Line, groups, squeeze};
use super::{Meaning, people};

/// How people stand in the lists of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// As members of the body; nothing is said about their being there.
    Member,
    /// As present.
    Present,
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
            Listed::Present | Listed::Remote | Listed::Absent => Meaning::Present,
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
    listed(label).filter(|_| has_colon || label.to_lowercase().starts_with("membership"))
}

/// The kind of list that a line announces which is nothing but a label, with or without a colon: the names
/// come below it.
pub(super) fn heading(text: &str) -> Option<Listed> {
    listed(addressed(text).trim_end_matches(':').trim_end())
}

/// A line without the words by which a letter is addressed: `To all members of the Council: …`.
fn addressed(text: &str) -> &str {
    const TO: [&str; 9] =
        ["To: All ", "To: all ", "TO: ALL ", "To: ", "To all ", "To the ", "TO: ", "TO ALL ", "To "];
    TO.iter().find_map(|to| text.strip_prefix(to)).unwrap_or(text).trim_start()
}

/// What people are listed as under these labels, in small letters.
const LABELS: [(&[&str], Listed); 7] = [
    (
        &[
            "substitutes",
            "substitute",
            "reserve",
            "reserves",
            "reserve members",
            "named deputies",
            "deputies",
        ],
        Listed::Substitute,
    ),
    (
        &[
            "attendees",
            "invitees",
            "required attendees",
            "optional attendees",
            "distribution",
            "circulation",
            "members",
            "membership",
            "councillors",
            "committee members",
            "board members",
            "governors",
            "trustees",
            "commissioners",
            "directors",
            "committee membership",
        ],
        Listed::Member,
    ),
    (&["absent", "absent without apologies"], Listed::Absent),
    (&["present", "members present", "governors present", "attendance", "those present"], Listed::Present),
    (
        &[
            "attending remotely",
            "members attending remotely",
            "in attendance remotely",
            "present remotely",
            "also present remotely",
            "attending virtually",
            "present virtually",
            "remote attendance",
        ],
        Listed::Remote,
    ),
    (
        &["apologies", "apologies for absence", "apologies received", "absent with apologies"],
        Listed::Apologies,
    ),
    (
        &[
            "in attendance",
            "also in attendance",
            "also present",
            "officers present",
            "officers",
            "staff",
            "officers in attendance",
        ],
        Listed::InAttendance,
    ),
];

/// What people are listed as under a label. Of one in two languages the last, English, is read.
fn listed(label: &str) -> Option<Listed> {
    let lower = squeeze(&label.to_lowercase());
    let english = lower.rsplit(" / ").next().unwrap_or(&lower);
    let names_substitutes = described::is_substitute(english);
    if is_membership_of_a_body(english) {
        Some(Listed::Member)
    } else if english.ends_with(" members") && names_substitutes {
        Some(Listed::Substitute)
    } else if english.ends_with(" representatives") {
        Some(if names_substitutes { Listed::Substitute } else { Listed::Member })
    } else {
        LABELS.iter().find(|(labels, _)| labels.contains(&english)).map(|(_, listed)| *listed)
    }
}

/// `members of the committee`, `membership of the licensing panel`.
fn is_membership_of_a_body(label: &str) -> bool {
    const BODIES: [&str; 8] =
        ["partnership", "authority", "committee", "council", "board", "panel", "group", "cabinet"];
    let of = ["members of the ", "membership of the "].iter().find_map(|of| label.strip_prefix(of));
    of.and_then(|body| body.rsplit(' ').next()).is_some_and(|body| BODIES.contains(&body))
}

/// Whether a group of lines is a list of people: it begins with the label of one, or with its heading.
pub(super) fn opens(group: &[Line]) -> bool {
    let Some((first, rest)) = group.split_first() else { return false };
    label(&first.text).is_some()
        || councillors(&first.text)
        || role(&first.text).is_some()
        || heading(&first.text).is_some() && names_people(rest)
}

/// A role and who has it: `Leader: Councillor J Pratt` begins a list, too.
fn role(text: &str) -> Option<(&str, &str)> {
    let (role, name) = text.split_once(':')?;
    let name = name.trim();
    (described::is_role(role) && role.split(' ').count() <= 3 && people::has_title(name))
        .then_some((role, name))
}

/// `Cllrs Ashe (Chairman), Bell and Cole`: a list that begins with the title of all who are in it.
fn councillors(text: &str) -> bool {
    let plural = ["Cllrs ", "Councillors ", "Cynghorwyr "].iter().any(|title| text.starts_with(title));
    plural && !text.ends_with('.') && people::list(text).len() >= 2
}

/// Whether a line is the heading of a list of people who stand right below it.
pub(super) fn announces(line: &Line, below: &[Line]) -> bool {
    heading(&line.text).is_some() && names_people(groups(below).next().unwrap_or(&[]))
}

/// Whether lines are nothing but names of people, some title or role among them. One person has a line alone. Under
/// `To: All Members of the Council` a letter may begin instead: `Dear Councillor,`.
fn names_people(lines: &[Line]) -> bool {
    let people: Vec<_> = lines.iter().flat_map(|line| people::list(&one_line(&line.text))).collect();
    let is_known = |person: &people::Named| people::has_title(&person.name) || !person.role.is_empty();
    let is_letter = lines.iter().any(|line| cue::is_courtesy(&line.words()));
    !is_letter && (people.len() >= 2 || lines.len() == 1) && people.iter().any(is_known)
}

/// The lines in groups that no blank line parts, but a heading over a list of people with its list: `MEMBERSHIP`
/// alone on its line, and the names as the next paragraph.
pub(super) fn with_headings(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    let mut rest = lines;
    std::iter::from_fn(move || {
        let first = groups(rest).next()?;
        let below = rest.get(first.len()..).and_then(|below| groups(below).next()).unwrap_or(&[]);
        let announces = matches!(first, [only] if heading(&only.text).is_some());
        let more = if announces && names_people(below) { below.len() } else { 0 };
        let (group, after) = rest.split_at_checked(first.len() + more)?;
        rest = after;
        Some(group)
    })
}

/// A list of people: what they are listed for, their names in one line, and the lines they stand on.
type PeopleList<'a> = (Listed, String, Vec<&'a Line>);

/// The lists in a group of lines that begins with the label of one.
pub(super) fn lists(group: &[Line]) -> Vec<PeopleList<'_>> {
    let mut lists: Vec<PeopleList<'_>> = Vec::new();
    let mut last = String::new();
    for line in group {
        let opened = if lists.is_empty() {
            label(&line.text)
                .or_else(|| heading(&line.text))
                .or_else(|| councillors(&line.text).then_some(Listed::Member))
        } else {
            label(&line.text).filter(|_| !is_sub_label(&line.text))
        };
        let role = role(&line.text).filter(|_| lists.is_empty() && opened.is_none());
        if let Some((role, name)) = role {
            last = format!("{} ({role})", one_line(name));
            lists.push((Listed::Member, last.clone(), vec![line]));
        } else if let Some(listed) = opened {
            let text = addressed(&line.text);
            let all = if councillors(text) { text } else { "" };
            let (label, names) = text.split_once(':').unwrap_or((text, all));
            last = titled(label, &one_line(names));
            lists.push((listed, last.clone(), vec![line]));
        } else if let Some((_, text, lines)) = lists.last_mut() {
            let (names, labelled) = names_of(line);
            let is_wrapped = lines.last().is_some_and(|above| set::is_full(above, line))
                && (last.contains(", ") || last.contains(" and "));
            text.push_str(if !is_wrapped && is_parted(&last, &names, labelled) { "; " } else { " " });
            text.push_str(&names);
            last = names;
            lines.push(line);
        }
    }
    lists
}

/// `Councillors:` under `Present:` says only how the names that follow are to be read.
fn is_sub_label(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["councillors:", "governors:", "trustees:", "commissioners:", "directors:"]
        .iter()
        .any(|label| lower.starts_with(label))
}

/// Names with the title that the label of their list gives them, unless they have one.
fn titled(label: &str, names: &str) -> String {
    let gives = label.trim().eq_ignore_ascii_case("councillors") && !names.is_empty();
    if gives && !people::has_title(names) { format!("Councillors {names}") } else { names.to_owned() }
}

/// Columns of names as one list. A body in the column beside a name is where somebody comes from.
fn one_line(text: &str) -> String {
    let text = text.trim_start_matches(['•', '*', '-', '–', ' ']);
    let cells: Vec<String> = paper::cells(text).iter().map(|(_, cell)| squeeze(cell)).collect();
    match cells.as_slice() {
        [name, from] if people::has_title(name) && is_beside(from) => format!("{name} ({from})"),
        _ => cells.join("; "),
    }
}

/// Whether a column beside a name says where somebody comes from, or as what: `Independent Member`.
fn is_beside(words: &str) -> bool {
    is_organisation(words) || words.ends_with(" Member") || words.ends_with(" Representative")
}

/// The names on a line of a list, each as the label of the line says it is to be read, and whether there is a
/// label: `Chairman: Cllr G Toll` is `Cllr G Toll (Chairman)`.
fn names_of(line: &Line) -> (String, bool) {
    let labelled = line.text.split_once(':').filter(|(label, _)| label.split(' ').count() <= 3);
    let Some((label, names)) = labelled else { return (one_line(&line.text), false) };
    let (label, names) = (squeeze(label), one_line(names));
    let names = match label.to_lowercase().as_str() {
        "councillors" | "members" => format!("Councillors {names}"),
        deputies if described::is_substitute(deputies) => format!("{names} (substitute)"),
        role if role.contains("chair") => format!("{names} ({label})"),
        _ => names,
    };
    (names, true)
}

/// Whether a line of a list begins with somebody new: names a line each do, and names that run on do not.
fn is_parted(last: &str, names: &str, labelled: bool) -> bool {
    let open = last.matches('(').count() > last.matches(')').count();
    let runs_on = open
        || names.starts_with('(')
        || last.ends_with([',', ';'])
        || last.ends_with(" and")
        || last.is_empty();
    let is_short = last.rsplit("; ").next().is_some_and(|last| last.len() < 60);
    !runs_on && (is_short || people::has_title(names) || labelled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    fn read(text: &str) -> Vec<(Listed, String)> {
        lists(&lines(text)).into_iter().map(|(listed, names, _)| (listed, names)).collect()
    }

    #[test]
    fn names_that_run_on_are_joined_and_names_a_line_each_are_parted() {
        let text = "PRESENT: Mr C Bell, Ms L Odd (Waste\nManager) and Cllr V Thorn\nIn attendance:\nMrs J Lath (Clerk)\nMr S Prue";
        let wanted = [
            (Listed::Present, "Mr C Bell, Ms L Odd (Waste Manager) and Cllr V Thorn".to_owned()),
            (Listed::InAttendance, " Mrs J Lath (Clerk); Mr S Prue".to_owned()),
        ];
        assert_eq!(read(text), wanted);
    }

    #[test]
    fn roles_are_taken_from_labels_inside_a_list() {
        let text = "Present:\n   Chairman:      Cllr G Toll\n   Councillors:   P Bell        S Mire\n";
        assert_eq!(
            read(text),
            [(Listed::Present, " Cllr G Toll (Chairman); Councillors P Bell; S Mire".to_owned())]
        );
    }
}
