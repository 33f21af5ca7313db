//! What is read over the whole screen: the help, the minutes as they will be printed.

use super::beyond;
use super::theme::Theme;
use super::{clear, frame, put};
use crate::desk::Desk;
use crate::desk::areas::Area;
use crate::desk::sheet::Sheet;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::Line;

/// Where a sheet lies.
pub(super) fn area(desk: &Desk) -> Area {
    Sheet::area(desk.size)
}

pub(super) fn sheet(sheet: &Sheet, theme: &Theme, area: Area, buffer: &mut Buffer) -> Option<(u16, u16)> {
    lines(&sheet.title, &sheet.lines, sheet.top, theme, area, buffer);
    None
}

fn lines(title: &str, lines: &[String], top: usize, theme: &Theme, area: Area, buffer: &mut Buffer) {
    clear(buffer, area, theme.text);
    let last = lines.len().min(top + usize::from(area.height.saturating_sub(2)));
    let side = format!("{last} of {}", lines.len());
    let inside = frame(buffer, area, title, &side, theme.accent, false);
    beyond::mark_rows(inside, top, lines.len(), theme, buffer);
    // A wide screen has room for a margin; on a narrow one the printed line just fits.
    let margin = u16::from(inside.width > 80);
    let inside = inside.inside(margin, 0, margin, 0);
    for (y, line) in lines.iter().skip(top).take(usize::from(inside.height)).enumerate() {
        let line = text::tame(line);
        put(
            buffer,
            inside,
            y as u16,
            &Line::styled(text::fit(&line, usize::from(inside.width)), style(theme, &line)),
        );
    }
}

/// A line in capitals is a heading.
fn style(theme: &Theme, line: &str) -> Style {
    let letters = line.chars().filter(|letter| letter.is_alphabetic()).count();
    if letters > 2 && line.to_uppercase() == line { theme.title } else { theme.text }
}
