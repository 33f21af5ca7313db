//! Lines that are typed into, as far as they fit: the part with the cursor, in one row or in several, with what is selected
//! told apart. What they are for is not known here.

use super::beyond;
use super::put;
use super::theme::Theme;
use crate::desk::areas::Area;
use crate::desk::field::Field;
use crate::desk::form::{Entry, Value};
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// A piece of a field, with what of it is selected in a look of its own.
fn piece(field: &Field, shown: Range<usize>, base: Style, selected: Style) -> Vec<Span<'static>> {
    let marked = field.selection().unwrap_or(shown.end..shown.end);
    let from = marked.start.clamp(shown.start, shown.end);
    let to = marked.end.clamp(from, shown.end);
    let parts = [(shown.start..from, base), (from..to, selected), (to..shown.end, base)];
    let span = |(range, style): (Range<usize>, Style)| {
        let words = field.text.get(range).filter(|words| !words.is_empty())?;
        Some(Span::styled(words.to_owned(), style))
    };
    parts.into_iter().filter_map(span).collect()
}

/// The part of a field that fits into one row of so many cells, with the cursor in it, and the cursor's column.
pub(super) fn row(field: &Field, room: usize, base: Style, selected: Style) -> (Vec<Span<'static>>, usize) {
    let words = field.text.as_str();
    let before = text::width(words.get(..field.at).unwrap_or(words));
    let skip = (before + 1).saturating_sub(room);
    let start = text::position_at(words, &(0..words.len()), skip.saturating_sub(1));
    let start = if skip == 0 { 0 } else { text::next(words, start).unwrap_or(start) };
    let end = text::position_at(words, &(start..words.len()), room);
    let column = before.saturating_sub(text::width(words.get(..start).unwrap_or("")));
    (piece(field, start..end, base, selected), column)
}

/// Words that are being filled in and need more than one row.
pub(super) struct Passage<'a> {
    field: &'a Field,
    lines: Vec<Range<usize>>,
    /// The first line shown, and the line with the cursor.
    top: usize,
    here: usize,
    high: usize,
}

impl<'a> Passage<'a> {
    /// The words of a field, where they do not fit into one row of so many cells.
    pub(super) fn of(entry: &'a Entry, room: usize, height: u16) -> Option<Self> {
        let Value::Words(field, known) = &entry.value else { return None };
        if !known.is_empty() || room < 8 || text::width(&field.text) < room {
            return None;
        }
        // A cell is kept for the cursor behind the last word.
        let lines = text::wrap(&field.text, room - 1, 0);
        let here = lines.iter().rposition(|line| line.start <= field.at).unwrap_or(0);
        let high = lines.len().min(usize::from(height).max(1));
        let top = (here + 1).saturating_sub(high);
        Some(Self { field, lines, top, here, high })
    }

    /// How many rows it takes.
    pub(super) fn rows(&self) -> u16 {
        self.high as u16
    }

    /// Draws the words and returns where the cursor is.
    pub(super) fn draw(&self, theme: &Theme, area: Area, buffer: &mut Buffer) -> (u16, u16) {
        let room = usize::from(area.width);
        for (row, line) in self.lines.iter().skip(self.top).take(self.high).enumerate() {
            let fits = text::position_at(&self.field.text, line, room);
            let mut spans = piece(self.field, line.start..fits, theme.marked, theme.selected_in_field);
            let used: usize = spans.iter().map(Span::width).sum();
            spans.push(Span::styled(" ".repeat(room.saturating_sub(used)), theme.marked));
            put(buffer, area, row as u16, &Line::from(spans));
        }
        // In the cell that the form keeps free beside its fields.
        let rows = Area { height: self.rows(), ..area };
        beyond::mark_rows(rows, self.top, self.lines.len(), theme, buffer);
        let column = self
            .lines
            .get(self.here)
            .map_or(0, |line| text::column_of(&self.field.text, line, self.field.at));
        (area.x + column as u16, area.y + (self.here - self.top) as u16)
    }
}
