//! A paper that is being read: its name, what is being done, and a bar.

use super::theme::Theme;
use super::{clear, frame, put};
use crate::desk::areas::Area;
use crate::desk::reading::Reading;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

/// Draws it in the middle of an area.
pub(super) fn draw(reading: &Reading, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let (width, height) = (area.width.min(60), area.height.min(6));
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height) / 3;
    let middle = Area { x, y, width, height };
    clear(buffer, area, theme.text);
    let inside = frame(buffer, middle, "One moment", "", theme.accent, false).inside(1, 0, 1, 0);
    let room = usize::from(inside.width);
    let file = text::fit(&text::tame(&reading.file), room);
    put(buffer, inside, 0, &Line::styled(file, theme.title));
    put(buffer, inside, 1, &Line::styled(text::fit(&format!("{} …", reading.doing), room), theme.text));
    let bar = room.saturating_sub(6);
    let done = bar * usize::from(reading.percent.min(100)) / 100;
    let line = Line::from(vec![
        Span::styled("█".repeat(done), theme.accent),
        Span::styled("░".repeat(bar - done), theme.faint),
        Span::styled(format!(" {:>3} %", reading.percent), theme.faint),
    ]);
    put(buffer, inside, 2, &line);
    put(
        buffer,
        inside,
        3,
        &Line::styled(text::fit("Esc stops; nothing has been kept yet.", room), theme.faint),
    );
}
