//! Lines of lists of people, followed from their label to their end: which lines belong to a list, where a new entry
//! begins, what heads a group within it. A list goes on over blank lines while what follows is people.

use super::entry;
use super::label::Label;
use super::leading;
use super::lines::{
    LONGEST, are_people, are_surely_people, full_width, heading_of_group, heading_of_role, heads, is_nobody,
    is_one_substitute, is_sentence, labelled, names_one, names_somebody, officer, opens, people_of, titled,
};
use super::list::{List, Row, goes_on};
use super::{Listed, addressed, names_people, presides, role};
use crate::import::declared;
use crate::import::field;
use crate::import::happened;
use crate::import::paper::{Line, Role, cells, groups, joined, squeeze};
use crate::import::people::{self, Named};

/// What was read from the start of some lines.
#[derive(Debug, Default)]
pub(in crate::import) struct Taken<'a> {
    /// The people, in order.
    pub people: Vec<(Listed, Named)>,
    /// The lines that were understood, and as what.
    pub lines: Vec<(Listed, &'a Line)>,
    /// How many lines the lists take; 0 where they are none.
    pub read: usize,
}

/// Lists while their lines are followed.
#[derive(Debug, Default)]
struct Walk<'a> {
    lists: Vec<List<'a>>,
    /// The last label that says whether people were there, if lists may stand below it with labels of their own.
    outer: Option<Label>,
    /// The width to which lines are filled.
    full: usize,
    /// Columns headed by labels of their own, by where they begin.
    columns: Vec<(usize, Label)>,
    /// Role or post on a line of its own, above its holder.
    role: Option<String>,
    /// Lines with such roles.
    roles: Vec<(Listed, &'a Line)>,
}

/// No sentence of movements or declarations takes more lines.
const LONGEST_SENTENCE: usize = 6;

/// Members as they stand in a list that says nothing of their being there.
const MEMBERS: Label = Label { listed: Listed::Member, is_group: true, online: false, substitute: false };

/// Reads the lists at the start of these lines, which may stand under the heading of one.
pub(in crate::import) fn take<'a>(lines: &'a [Line], under: Option<Label>) -> Taken<'a> {
    let mut walk = Walk { outer: under, ..Walk::default() };
    walk.lists.extend(under.map(|label| List {
        label,
        is_direct: !label.is_group,
        under: String::new(),
        head: None,
        rows: Vec::new(),
    }));
    let mut read = 0;
    while let Some(group) = lines.get(read..).and_then(|rest| groups(rest).next()) {
        let below = lines.get(read + group.len()..).unwrap_or(&[]);
        let opens =
            if read == 0 && under.is_none() { opens(group, below) } else { walk.goes_on(group, below) };
        if !opens {
            break;
        }
        if read == 0 {
            walk.full = full_width(lines);
        }
        let taken = walk.group(group);
        read += taken;
        if taken < group.len() {
            break;
        }
    }
    walk.finish(read)
}

impl<'a> Walk<'a> {
    /// Whether the lists go on with a group below a blank line.
    fn goes_on(&self, group: &[Line], below: &[Line]) -> bool {
        let Some(first) = group.first() else { return false };
        // Who came, went or declared an interest is told, and not listed.
        let words = joined(group.get(..group.len().min(LONGEST_SENTENCE)).unwrap_or(group));
        if happened::moved(&words).is_some() || declared::read(&words).is_some() {
            return false;
        }
        let is_under_role = heading_of_role(&first.text).is_some()
            && group.get(1..).is_some_and(|below| !below.is_empty() && below.iter().all(names_somebody));
        if is_under_role {
            return true;
        }
        let last = self.lists.last();
        let waits = last.is_some_and(|list| list.rows.is_empty());
        if waits && !last.is_some_and(|list| list.label.is_group) && are_people(group) {
            return true;
        }
        if waits && names_people(group) || presides(&first.text).is_some() {
            return true;
        }
        let next = group.get(1..).filter(|rest| !rest.is_empty());
        let next = next.unwrap_or_else(|| groups(below).next().unwrap_or(&[]));
        if let Some((_, names)) = leading::leading(&first.text) {
            return opens(group, below) || names.is_empty() && are_people(next);
        }
        // A field of the head in a paragraph of its own is no entry: `Clerk: Mrs Sallow`.
        if field::is_labelled(&first.words()) {
            return false;
        }
        if heading_of_group(&first.text).is_some() {
            return are_people(next);
        }
        let rows = last.map_or(&[][..], |list| list.rows.as_slice());
        let marked =
            rows.last().and_then(|row| row.lines.first()).is_some_and(|line| entry::is_marked(&line.text));
        let apart = rows.len() > 1
            && group.len() == 1
            && rows.iter().all(|row| row.lines.first().is_some_and(|line| line.gap));
        are_surely_people(group, (marked, apart))
            || last.is_some_and(|list| {
                !list.rows.is_empty() && !list.label.is_group && !list.is_away_from(group)
            }) && group.iter().all(|line| names_one(line) || self.is_post_among_posts(line))
    }

    /// Returns whether a line is a post in a list of posts: `Monitoring Officer`.
    fn is_post_among_posts(&self, line: &Line) -> bool {
        let is_post = |text: &str| heading_of_role(text).is_some();
        let rows = self.lists.last().map_or(&[][..], |list| list.rows.as_slice());
        is_post(&line.text) && !rows.is_empty() && rows.iter().all(|row| is_post(&row.text))
    }

    /// Takes in the lines of a group. Returns how many.
    fn group(&mut self, group: &'a [Line]) -> usize {
        for (at, line) in group.iter().enumerate() {
            let ends = at > 0 && field::is_labelled(&line.words()) && !self.is_of_people(line)
                || !self.line(line, group.get(at + 1));
            if ends {
                return at;
            }
        }
        group.len()
    }

    /// Whether a line with a label of the head names people all the same: `Clerk: Mrs Sallow`.
    fn is_of_people(&self, line: &Line) -> bool {
        let Some((before, after)) = line.text.split_once(':') else { return false };
        entry::is_description(before) && people::is_only_people(after)
            || leading::leading(&line.text).is_some()
            || presides(&line.text).is_some()
    }

    /// Takes in a line. Returns whether it belongs to the lists.
    fn line(&mut self, line: &'a Line, below: Option<&Line>) -> bool {
        if line.role != Role::Plain || line.text.len() > LONGEST {
            return line.role == Role::Furniture;
        }
        let text = if self.lists.is_empty() { addressed(&line.text) } else { line.text.as_str() };
        let pieces = leading::apart(text);
        let Some((text, more)) = pieces.split_first() else { return false };
        let text = *text;
        if is_one_substitute(text) && below.is_some_and(names_somebody) && !self.lists.is_empty() {
            self.headed_by_role("substitute".to_owned(), line);
        } else if self.is_columns(text) {
            self.open(MEMBERS, line);
        } else if let Some(name) = presides(text) {
            self.presiding(name, line);
        } else if let Some((post, name)) = officer(text).filter(|_| self.lists_members()) {
            self.open(Label::plain(Listed::InAttendance), line);
            self.row(format!("{name} ({post})"), line);
        } else if let Some((role, name)) = role(text).filter(|_| self.lists.is_empty()) {
            self.open(MEMBERS, line);
            self.row(format!("{name} ({role})"), line);
        } else if let Some((label, names)) = leading::leading(text).filter(|(_, names)| heads(names)) {
            self.labelled(label, titled(text, names), line);
        } else if self.lists.is_empty() {
            self.open(MEMBERS, line);
            self.row(text.to_owned(), line);
        } else if !self.columns.is_empty() {
            self.by_columns(line);
        } else if let Some(role) = heading_of_role(text).filter(|_| below.is_some_and(names_somebody)) {
            self.headed_by_role(role, line);
        } else if self.ends_marks(line) || self.is_told(line) {
            return false;
        } else {
            self.entry(line, below);
        }
        for piece in more {
            if let Some((label, names)) = leading::leading(piece) {
                self.labelled(label, titled(piece, names), line);
            }
        }
        true
    }

    /// Opens a list with the names that stand behind its label.
    fn labelled(&mut self, label: Label, names: String, line: &'a Line) {
        self.columns.clear();
        self.open(label, line);
        if !names.is_empty() {
            self.row(names, line);
        }
    }

    /// Whether a line is the start of a sentence, and no rest of the entry above it.
    fn is_told(&self, line: &Line) -> bool {
        let above = self.lists.last().and_then(|list| list.rows.last());
        let goes_on = above.is_some_and(|row| row.text.ends_with([',', ';']) || row.text.ends_with(" and"));
        !goes_on && is_sentence(&line.text) && !is_nobody(&line.text)
    }

    /// Whether a line ends a list with bullets: it has none, and does not hang from the entry above.
    fn ends_marks(&self, line: &Line) -> bool {
        let above = self.lists.last().and_then(|list| list.rows.last()).and_then(|row| row.lines.first());
        above.is_some_and(|above| {
            entry::is_marked(&above.text)
                && !entry::is_marked(&line.text)
                && line.indent <= above.indent
                && heading_of_group(&line.text).is_none()
        })
    }

    fn open(&mut self, label: Label, line: &'a Line) {
        // Apologies that are listed right below their label have no further lists below them.
        let ends = self.lists.last().is_some_and(|list| {
            list.is_direct
                && !list.rows.is_empty()
                && matches!(list.label.listed, Listed::Apologies | Listed::Absent)
        });
        self.outer = self.outer.filter(|_| !ends);
        let mut inner = label.inside(self.outer);
        // Who attends beside those present is no member.
        if inner.listed == Listed::Attendee
            && self.lists.iter().any(|list| list.label.listed == Listed::Present)
        {
            inner.listed = Listed::InAttendance;
        }
        if !label.is_group {
            self.outer = Some(label);
        }
        self.lists.push(List {
            label: inner,
            is_direct: !label.is_group,
            under: String::new(),
            head: Some(line),
            rows: Vec::new(),
        });
    }

    fn row(&mut self, text: String, line: &'a Line) {
        let text = match self.role.take() {
            Some(role) => format!("{text} ({role})"),
            None => text,
        };
        if let Some(list) = self.lists.last_mut() {
            list.rows.push(Row { text, lines: vec![line] });
        }
    }

    /// Who presides belongs to those present.
    fn presiding(&mut self, name: &str, line: &'a Line) {
        let present = Label::plain(Listed::Present);
        self.open(present, line);
        let role = if name.contains('(') { "" } else { " (Chair)" };
        self.row(format!("{name}{role}"), line);
    }

    /// Returns whether the last list is one of members.
    fn lists_members(&self) -> bool {
        self.lists.last().is_some_and(|list| {
            matches!(list.label.listed, Listed::Present | Listed::Apologies | Listed::Absent)
        })
    }

    /// Takes in a role that stands above its holder. A chair or scribe is present, even below a list of apologies.
    fn headed_by_role(&mut self, role: String, line: &'a Line) {
        let is_away = |list: &List<'_>| matches!(list.label.listed, Listed::Apologies | Listed::Absent);
        if self.lists.last().is_some_and(is_away) {
            self.open(Label::plain(Listed::Present), line);
        }
        let listed = self.lists.last().map_or(Listed::Present, |list| list.label.listed);
        self.roles.push((listed, line));
        self.role = Some(role);
    }

    /// Whether a line is nothing but labels of columns, which are kept.
    fn is_columns(&mut self, text: &str) -> bool {
        let found: Option<Vec<(usize, Label)>> =
            cells(text).into_iter().map(|(at, cell)| Some((at, Label::phrase(cell)?))).collect();
        match found {
            Some(columns) if columns.len() > 1 => self.columns = columns,
            _ => return false,
        }
        true
    }

    /// Puts the cells of a line into the lists above which they stand.
    fn by_columns(&mut self, line: &'a Line) {
        for (at, cell) in line.cells() {
            let nearest = self.columns.iter().min_by_key(|(column, _)| column.abs_diff(at));
            let Some((_, label)) = nearest.copied() else { continue };
            let row = Row { text: cell.to_owned(), lines: vec![line] };
            let columns = self.columns.len();
            let known = self
                .lists
                .iter_mut()
                .rev()
                .take(columns)
                .find(|list| list.label == label && list.head.is_none());
            match known {
                Some(list) => list.rows.push(row),
                None => self.lists.push(List {
                    label,
                    is_direct: false,
                    under: String::new(),
                    head: None,
                    rows: vec![row],
                }),
            }
        }
    }

    /// Takes in a line that is an entry, goes on with one, or heads a group.
    fn entry(&mut self, line: &'a Line, below: Option<&Line>) {
        let Some(list) = self.lists.last_mut() else { return };
        let is_heading = below.is_none() || below.is_some_and(|below| !people_of(below).is_empty());
        if let Some((heading, names)) =
            heading_of_group(&line.text).filter(|(_, names)| !names.is_empty() || is_heading)
        {
            let label = list.label;
            self.lists.push(List {
                label,
                is_direct: false,
                under: heading,
                head: Some(line),
                rows: Vec::new(),
            });
            if !names.is_empty() {
                self.row(names, line);
            }
            return;
        }
        // Only what stands beside a label is filled to the width of the paper.
        let beside = |row: &Row| {
            row.lines.len() > 1
                || list
                    .head
                    .is_some_and(|head| row.lines.first().is_some_and(|first| first.number == head.number))
        };
        let hangs = list.head.is_some_and(|head| line.indent > head.indent);
        let is_filled = list.rows.len() == 1 && list.rows.first().is_some_and(beside) && !hangs;
        let full = if is_filled { self.full } else { usize::MAX };
        let text = line.text.as_str();
        let text = if entry::is_marked(text) { text.to_owned() } else { labelled(text) };
        match list.rows.last_mut() {
            Some(row) if goes_on(row, line, &text, full) => {
                row.text.push(' ');
                row.text.push_str(&squeeze(&text));
                row.lines.push(line);
            }
            _ => self.row(text, line),
        }
    }

    /// The people of the lists, and the lines that were understood.
    fn finish(self, read: usize) -> Taken<'a> {
        let mut taken = Taken { read, lines: self.roles, ..Taken::default() };
        let mut nobody = false;
        for list in &self.lists {
            let form = entry::form(list.rows.iter().map(|row| row.text.as_str()));
            let title = list.rows.first().and_then(|row| people::title_of_all(&row.text));
            taken.lines.extend(list.head.map(|line| (list.label.listed, line)));
            for row in &list.rows {
                let mut people = list.people(&row.text, form);
                if people.is_empty() && row.lines.len() > 1 {
                    people = row.lines.iter().flat_map(|line| list.people(&line.text, form)).collect();
                }
                if people.is_empty() && !is_nobody(&row.text) {
                    continue;
                }
                nobody |= people.is_empty();
                taken.lines.extend(row.lines.iter().map(|line| (list.label.listed, *line)));
                let titled = people.into_iter().map(|(listed, named)| (listed, named.titled(title)));
                taken.people.extend(titled);
            }
        }
        if taken.people.is_empty() && !nobody { Taken::default() } else { taken }
    }
}
