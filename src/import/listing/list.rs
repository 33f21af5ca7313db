//! A list of people while its lines are followed: its label, its entries, and whether a line goes on with an entry.

use super::Listed;
use super::entry::{self, Form};
use super::label::Label;
use crate::import::heading as set;
use crate::import::paper::{Line, cells};
use crate::import::people::{self, Named};
use crate::text::width;

/// One entry, over one line or several.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub text: String,
    pub lines: Vec<&'a Line>,
}

/// A list, or the part of one that stands under a heading of its own.
#[derive(Debug)]
pub(super) struct List<'a> {
    pub label: Label,
    /// Set if it stands right below a label such as `Present`.
    pub is_direct: bool,
    /// The heading of the part: a party, a ward, an organisation.
    pub under: String,
    pub head: Option<&'a Line>,
    pub rows: Vec<Row<'a>>,
}

impl List<'_> {
    /// The people of an entry as the list and the entry say they are listed.
    pub fn people(&self, text: &str, form: Form) -> Vec<(Listed, Named)> {
        let entries = entry::read(text, form).into_iter();
        entries.map(|(told, named)| (self.listed(told), self.finished(told, named))).collect()
    }

    /// Returns whether lines have another indent than the entries of the list.
    pub fn is_away_from(&self, group: &[Line]) -> bool {
        let first = self.rows.first().and_then(|row| row.lines.first());
        first.zip(group.first()).is_some_and(|(first, other)| first.indent != other.indent)
    }

    /// Combines the status of the list with that of an entry.
    fn listed(&self, told: Option<Listed>) -> Listed {
        match (self.label.listed, told) {
            (own, None | Some(Listed::Remote)) => own,
            (own @ (Listed::InAttendance | Listed::Guest), Some(Listed::Present | Listed::Attendee)) => own,
            (_, Some(told)) => told,
        }
    }

    fn finished(&self, told: Option<Listed>, mut named: Named) -> Named {
        named.online |= self.label.online || told == Some(Listed::Remote);
        named.substitute |= self.label.substitute;
        if named.organisation.is_empty() {
            named.organisation.clone_from(&self.under);
        }
        named
    }
}

/// Returns whether a line continues the entry above it.
pub(super) fn goes_on(row: &Row<'_>, line: &Line, text: &str, full: usize) -> bool {
    let last = row.text.as_str();
    let open = last.matches('(').count() > last.matches(')').count();
    let is_cut = last.ends_with([',', ';']) || last.ends_with(" and");
    let runs_on = open || is_cut || text.starts_with('(') || text.starts_with("and ");
    // A post may be wrapped before its colon: `Democratic Services` above `Officer:  Wyn Prosser`.
    let is_post = !last.contains([':', ','])
        && entry::is_description(last)
        && !people::has_title(last)
        && entry::begins_with_post(text);
    let is_new =
        entry::is_marked(text) || people::has_title(text) && !is_cut || entry::begins_with_post(text);
    let first = text.split(' ').next().unwrap_or("");
    let is_full = row.lines.last().is_some_and(|above| {
        set::is_full(above, line)
            || (above.indent + width(&above.text) + 1).saturating_add(width(first)) > full
    });
    let is_list = last.contains(", ") || last.contains(" and ") || last.contains("; ");
    let last_cell = cells(last).last().map_or("", |(_, cell)| *cell);
    let is_long = last_cell.rsplit("; ").next().is_some_and(|last| last.len() >= 60);
    let is_done = last.ends_with(')') && !text.starts_with(char::is_lowercase);
    let is_wrapped =
        is_full && is_list && !entry::is_marked(text) && !entry::begins_with_post(text) || !is_new && is_long;
    !line.gap && (runs_on || is_post || is_wrapped && !is_done)
}
