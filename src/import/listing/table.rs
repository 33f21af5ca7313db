//! Tables of people: which column names them, which says what they are, and which says whether they were there. Knows
//! cells with their columns, and makes the lines of a list of each row.

use super::Listed;
use super::entry::status_of;
use super::label::Label;
use crate::import::people;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// Names of people.
    Name,
    /// Who they are: role, post, organisation.
    Described,
    /// Whether they were there. The label is what a tick says.
    Presence(Label),
    /// Nothing about people that is kept.
    Other,
}

/// Columns of a table of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Columns {
    columns: Vec<(u32, Column)>,
    /// Whether every column has the people of its own heading.
    are_lists: bool,
    /// What people are listed as where no column says it of each.
    heading: Listed,
    last: Option<Listed>,
    /// Set once somebody is ticked as present.
    ticks: bool,
}

impl Columns {
    /// The columns that these headings are; none if the table is not one of people.
    pub fn read(headings: &[(u32, String)], count: u32) -> Option<Self> {
        let kinds: Vec<(u32, Column)> =
            headings.iter().map(|(at, words)| (*at, column(&words.to_lowercase()))).collect();
        let known = kinds.iter().filter(|(_, kind)| *kind != Column::Other).count();
        let is_other = |words: &String| {
            let lower = words.to_lowercase();
            ["interest", "item", "action", "vote", "nature", "agenda"].iter().any(|word| lower.contains(word))
        };
        let of_something_else = headings.iter().any(|(_, words)| is_other(words));
        if count < 2 || known * 2 < headings.len() || of_something_else {
            return None;
        }
        let names = kinds.iter().any(|(_, kind)| *kind == Column::Name);
        let labels: Vec<Listed> = kinds.iter().filter_map(|(_, kind)| kind.label()).collect();
        let heading = match labels.as_slice() {
            [only] if !names => *only,
            _ => Listed::Member,
        };
        let mut columns = kinds;
        if labels.len() == 1 && !names {
            columns
                .iter_mut()
                .filter(|(_, kind)| kind.label().is_some())
                .for_each(|(_, kind)| *kind = Column::Name);
        }
        let are_lists = !names && labels.len() > 1;
        (names || are_lists || labels.len() == 1).then_some(Self {
            columns,
            are_lists,
            heading,
            last: None,
            ticks: false,
        })
    }

    /// Whether a cell heads a column of people.
    pub fn is_heading(words: &str) -> bool {
        column(&words.to_lowercase()) != Column::Other
    }

    /// The label over the first row.
    pub fn heading(&mut self) -> &'static str {
        self.last = Some(self.heading);
        words(self.heading)
    }

    /// The lines that a row makes: an entry, and a label above it where the label above is another.
    pub fn lines(&mut self, row: &[(u32, &str)]) -> Vec<String> {
        let of = |at: u32| self.columns.iter().find(|(column, _)| *column == at).map(|(_, kind)| *kind);
        if self.are_lists {
            let label = |at: u32| of(at).and_then(Column::label);
            let lists = row.iter().filter_map(|(at, cell)| Some((label(*at)?, *cell)));
            let lists: Vec<(Listed, &str)> = lists.collect();
            return lists
                .into_iter()
                .flat_map(|(listed, cell)| self.entry(listed, cell.to_owned()))
                .collect();
        }
        let of = |at: u32| of(at).filter(|kind| *kind != Column::Other).unwrap_or(Column::Described);
        let cells =
            |wanted: Column| row.iter().filter(move |(at, _)| of(*at) == wanted).map(|(_, cell)| *cell);
        let Some(name) = cells(Column::Name).next() else {
            return row.iter().map(|(_, cell)| (*cell).to_owned()).collect();
        };
        let listed = row.iter().filter_map(|(at, cell)| match of(*at) {
            Column::Presence(label) => presence(label, cell),
            _ => None,
        });
        // Once others are ticked, a blank below `Present` means absence.
        let is_present = |column: Column| column.label() == Some(Listed::Present);
        let ticks =
            row.iter().any(|(at, cell)| is_present(of(*at)) && status_of(cell) == Some(Listed::Present));
        let has_column = self.columns.iter().any(|(_, column)| is_present(*column));
        let unsaid = if has_column && self.ticks { Listed::Absent } else { self.heading };
        let listed = listed.max_by_key(|listed| *listed != Listed::Absent).unwrap_or(unsaid);
        let described: Vec<String> = cells(Column::Described).flat_map(descriptions).collect();
        let entry =
            if described.is_empty() { name.to_owned() } else { format!("{name} ({})", described.join(", ")) };
        self.ticks |= ticks;
        self.entry(listed, entry)
    }

    fn entry(&mut self, listed: Listed, entry: String) -> Vec<String> {
        let is_new = self.last.replace(listed) != Some(listed);
        let label = is_new.then(|| words(listed).to_owned());
        label.into_iter().chain(Some(entry)).collect()
    }
}

impl Column {
    fn label(self) -> Option<Listed> {
        match self {
            Column::Presence(label) => Some(label.listed),
            _ => None,
        }
    }
}

/// Columns of names, in small letters.
const NAMES: [&str; 16] = [
    "name",
    "names",
    "full name",
    "member",
    "members",
    "councillor",
    "councillors",
    "governor",
    "governors",
    "trustee",
    "trustees",
    "attendee",
    "director",
    "person",
    "participant",
    "who",
];
/// Columns that describe a person.
const DESCRIBED: [&str; 20] = [
    "role",
    "post",
    "position",
    "title",
    "job title",
    "office",
    "organisation",
    "organization",
    "representing",
    "ward",
    "party",
    "group",
    "company",
    "affiliation",
    "capacity",
    "designation",
    "category",
    "division",
    "initials",
    "type",
];
/// Columns with the presence of a person.
const STATUS: [&str; 4] = ["status", "presence", "here", "attendance"];

fn column(heading: &str) -> Column {
    let heading = heading.trim_matches(['*', ':', ' ', '?', '_']);
    if NAMES.contains(&heading) {
        Column::Name
    } else if DESCRIBED.contains(&heading) {
        Column::Described
    } else if STATUS.contains(&heading) {
        Label::phrase("present").map_or(Column::Other, Column::Presence)
    } else {
        Label::phrase(heading).map_or(Column::Other, Column::Presence)
    }
}

/// What a cell below the heading of a column says of somebody's being there.
fn presence(label: Label, cell: &str) -> Option<Listed> {
    match status_of(cell)? {
        Listed::Present => Some(label.listed),
        Listed::Absent if label.listed != Listed::Present && label.listed != Listed::Attendee => None,
        told => Some(told),
    }
}

/// What a cell says of somebody, apart from times and the word `Member`: the role in its brackets, if there is one.
fn descriptions(cell: &str) -> Vec<String> {
    let (outside, brackets) = people::without_brackets(cell);
    let told = |words: &String| {
        words.contains(char::is_lowercase)
            && !words.contains("items")
            && !words.eq_ignore_ascii_case("member")
            || words.chars().count() <= 4 && words.chars().all(char::is_uppercase)
    };
    let role = brackets.into_iter().find(|words| told(words));
    role.or(Some(outside)).filter(told).into_iter().collect()
}

/// The label of a list.
fn words(listed: Listed) -> &'static str {
    match listed {
        Listed::Member | Listed::Substitute => "Membership:",
        Listed::Present => "Present:",
        Listed::Attendee => "Attendees:",
        Listed::Remote => "Attending remotely:",
        Listed::InAttendance | Listed::Guest => "In attendance:",
        Listed::Apologies => "Apologies:",
        Listed::Absent => "Absent:",
    }
}
