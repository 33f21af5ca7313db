//! The preview: what will be printed of the item, beside the page or below it.

use super::beyond;
use super::theme::Theme;
use super::{clear, frame, put};
use crate::desk::areas::Area;
use crate::desk::preview::{Look, MARGIN, Preview, Row};
use crate::export::Audience;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The sign beside what a public copy leaves out.
const SECRET: &str = "■";

pub(super) fn draw(preview: &Preview, theme: &Theme, buffer: &mut Buffer) {
    if !preview.is_shown() {
        return;
    }
    let area = preview.area;
    clear(buffer, area, theme.text);
    let (title, side) = title(preview);
    if preview.is_framed() {
        frame(buffer, area, title, side, theme.faint, false);
    } else {
        rule(title, side, theme, area, buffer);
    }
    let inside = preview.inside();
    if preview.rows.is_empty() {
        let words = text::fit(
            "Nothing is printed of this item yet.",
            usize::from(inside.width.saturating_sub(MARGIN)),
        );
        put(buffer, inside, 0, &Line::styled(format!("  {words}"), theme.faint));
    }
    for (y, row) in preview.rows.iter().enumerate() {
        let words = text::fit(&row.words, usize::from(inside.width.saturating_sub(MARGIN)));
        let line = Line::from(vec![sign(row, theme), Span::raw(" "), Span::styled(words, style(row, theme))]);
        put(buffer, inside, y as u16, &line);
    }
    more(preview, theme, buffer);
}

/// What it shows, and what its sign means while one is in sight.
fn title(preview: &Preview) -> (&'static str, &'static str) {
    let title = match preview.audience {
        Audience::Full => "Printed in full",
        Audience::Public => "Printed for the public",
    };
    let secret = preview.rows.iter().any(|row| row.restricted);
    (title, if secret { "■ not public" } else { "" })
}

/// A line across the screen with a title in it, which takes less room than a frame.
fn rule(title: &str, side: &str, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let wide = usize::from(area.width);
    let taken = text::width(title) + text::width(side) + 8;
    let side = if side.is_empty() || taken + 2 > wide { String::new() } else { format!(" {side} ──") };
    let title = text::fit(&format!("── {title} "), wide.saturating_sub(text::width(&side)));
    let gap = wide.saturating_sub(text::width(&title) + text::width(&side));
    put(buffer, area, 0, &Line::styled(format!("{title}{}{side}", "─".repeat(gap)), theme.faint));
}

fn sign(row: &Row, theme: &Theme) -> Span<'static> {
    match (row.restricted, row.here) {
        (true, _) => Span::styled(SECRET, theme.restricted),
        (false, true) => Span::styled("▸", theme.accent),
        (false, false) => Span::raw(" "),
    }
}

fn style(row: &Row, theme: &Theme) -> Style {
    match row.look {
        Look::Heading | Look::Decision => theme.title,
        Look::Action => theme.action,
        Look::LeftOut => theme.faint,
        Look::Plain => theme.text,
    }
}

/// Arrows where there is more to scroll to: in the frame beside the rows, or, where a printed line needs every column,
/// in the rule above them.
fn more(preview: &Preview, theme: &Theme, buffer: &mut Buffer) {
    let Area { x, y, width, .. } = preview.area;
    if preview.is_framed() {
        let rows = Area { x, width: width.saturating_sub(1), ..preview.inside() };
        return beyond::mark(rows, preview.more_above, preview.more_below, theme, buffer);
    }
    let at = |from_right: u16| Area { x: x + width.saturating_sub(from_right), y, width: 0, height: 1 };
    beyond::mark(at(2), preview.more_above, false, theme, buffer);
    beyond::mark(at(1), false, preview.more_below, theme, buffer);
}
