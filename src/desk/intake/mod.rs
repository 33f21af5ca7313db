//! The import screen: the paper on one side, what was understood of it on the other, with a mark in both. What
//! both hold is in `survey`, where they stand in `panes`. Nothing is drawn here.

mod panes;
mod survey;
mod why;

pub use panes::Panes;
pub use survey::{FIELDS, Row, Survey, field_words};
pub use why::why;

use crate::domain::meeting::Meeting;

/// The open screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Intake {
    /// Which side the keys go to.
    pub side: Side,
    /// The marked line of the paper, by position.
    pub line: usize,
    /// The marked row of what was understood, by position.
    pub row: usize,
}

/// A side of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Side {
    /// The paper.
    #[default]
    Paper,
    /// What was understood.
    Understood,
}

impl Intake {
    /// The screen with the first line marked that wants a look, or the first of all. Where there is no paper, as with
    /// an earlier session, it begins with what was understood.
    #[must_use]
    pub fn new(meeting: &Meeting) -> Self {
        if meeting.paper.is_empty() {
            return Self { side: Side::Understood, ..Self::default() };
        }
        let survey = Survey::of(meeting);
        let last = survey.standings.len().saturating_sub(1);
        let mut intake = Self { line: survey.doubt(last, false).unwrap_or(0), ..Self::default() };
        intake.row = survey.row_near(intake.line);
        intake
    }

    /// What is marked: the position of a line of the paper, where it has one, and what was understood.
    #[must_use]
    pub fn marked(&self, survey: &Survey<'_>) -> (Option<usize>, Option<Row>) {
        match self.side {
            Side::Paper => {
                let row = survey.row_of(self.line).and_then(|row| survey.rows.get(row)).copied();
                ((self.line < survey.standings.len()).then_some(self.line), row)
            }
            Side::Understood => {
                let row = survey.rows.get(self.row).copied();
                (row.and_then(|row| survey.source(row)), row)
            }
        }
    }

    /// Marks a line or row so many further on, as far as there are any.
    pub fn step(&mut self, survey: &Survey<'_>, by: isize) {
        let step = |at: usize, count: usize| at.saturating_add_signed(by).min(count.saturating_sub(1));
        match self.side {
            Side::Paper => self.line = step(self.line, survey.standings.len()),
            Side::Understood => self.row = step(self.row, survey.rows.len()),
        }
    }

    /// Gives the keys to the other side, at what is marked there.
    pub fn turn(&mut self, survey: &Survey<'_>) {
        match self.side {
            Side::Paper => {
                self.row = survey.row_near(self.line);
                self.side = Side::Understood;
            }
            Side::Understood => {
                let row = survey.rows.get(self.row).copied();
                self.line = row.and_then(|row| survey.origin(row)).unwrap_or(self.line);
                self.side = Side::Paper;
            }
        }
    }

    /// Gives the keys to what was understood, at this row if it is there.
    pub fn show(&mut self, survey: &Survey<'_>, row: Row) {
        if let Some(at) = survey.rows.iter().position(|other| *other == row) {
            (self.side, self.row) = (Side::Understood, at);
        }
    }

    /// Keeps the marks where something is, after the record has changed.
    pub fn settle(&mut self, survey: &Survey<'_>) {
        self.line = self.line.min(survey.standings.len().saturating_sub(1));
        self.row = self.row.min(survey.rows.len().saturating_sub(1));
    }
}
