//! Two states of the record side by side: what goes is struck through, what comes is underlined, and a sign stands
//! before every line, so that it can be read without colour.

use super::beyond;
use super::theme::Theme;
use super::{clear, frame, put};
use crate::desk::areas::Area;
use crate::desk::compared::{Compared, Look};
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

pub(super) fn draw(
    compared: &Compared,
    width: usize,
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) -> Option<(u16, u16)> {
    clear(buffer, area, theme.text);
    let rows = compared.rows(width);
    let last = rows.len().min(compared.top + usize::from(area.height.saturating_sub(2)));
    let inside =
        frame(buffer, area, &compared.title, &format!("{last} of {}", rows.len()), theme.accent, false);
    beyond::mark_rows(inside, compared.top, rows.len(), theme, buffer);
    let inside = inside.inside(1, 0, 1, 0);
    let shown = rows.into_iter().skip(compared.top).take(usize::from(inside.height));
    for (y, row) in shown.enumerate() {
        let spans: Vec<Span<'_>> =
            row.into_iter().map(|(look, words)| Span::styled(words, style(theme, look))).collect();
        put(buffer, inside, y as u16, &Line::from(spans));
    }
    None
}

/// How words look.
pub(super) fn style(theme: &Theme, look: Look) -> Style {
    match look {
        Look::Title => theme.title,
        Look::Restricted => theme.restricted,
        Look::Plain | Look::Same => theme.text,
        Look::Gone => theme.bad.add_modifier(Modifier::CROSSED_OUT),
        Look::New => theme.good.add_modifier(Modifier::UNDERLINED),
    }
}
