//! The heading of the item on the desk: its name, its outcome, its report and what stands below those, as far as the page
//! can spare the rows. The first thing to go on a small screen.

use super::Desk;
use super::above;
use crate::text;

/// A line of the heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The label and title.
    Title(String),
    /// The report line or another line of the agenda.
    Small(String),
}

impl Desk {
    /// The lines of the heading of the item on the desk, in so many cells, where the page has so many rows.
    pub(super) fn heading_lines(&self, cells: usize, height: u16) -> Vec<Line> {
        let Some(item) = self.item() else { return Vec::new() };
        let name = text::tame(&item.name());
        let most = usize::from(height / 4).clamp(1, 3);
        let mut lines: Vec<Line> = text::wrap(&name, cells, 0)
            .into_iter()
            .map(|row| Line::Title(name.get(row).unwrap_or("").trim_end().to_owned()))
            .collect();
        if lines.len() > most {
            lines.truncate(most);
            if let Some(Line::Title(last)) = lines.last_mut() {
                *last = text::fit(&format!("{last} …"), cells);
            }
        }
        if height <= 3 {
            // On the smallest screens the words come first.
            return Vec::new();
        }
        if let Some(outcome) = item.heading.outcome.sentence() {
            lines.push(Line::Small(text::fit(outcome, cells)));
        }
        if height >= 10 && !item.heading.report.is_empty() {
            lines.push(Line::Small(text::fit(&format!("({})", text::tame(&item.heading.report)), cells)));
        }
        if height >= 14 {
            lines.extend(above::recommended(item, cells).into_iter().map(Line::Small));
            lines.extend(above::left_open(self, item, cells).into_iter().map(Line::Small));
        }
        lines
    }
}
