//! The agenda in its column: parts, items with a sign each for how far they have come, and planned breaks.

use super::theme::Theme;
use super::{beyond, meeting, put};
use crate::desk::Desk;
use crate::desk::areas::Area;
use crate::desk::outline::{self, Row};
use crate::domain::agenda::Item;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

pub(super) fn draw(desk: &Desk, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let out_of_order = desk.meeting().taken_out_of_order();
    let sight = outline::rows(desk, area.height);
    for (y, row) in sight.rows.iter().enumerate() {
        let room = usize::from(area.width).saturating_sub(1);
        let line = match row {
            Row::Part(part) => {
                let name = format!("{} {}", part.label, part.title);
                let lock = if part.restricted { " ■" } else { "" };
                let name = text::fit(text::tame(&name).trim(), room.saturating_sub(1 + text::width(lock)));
                let style =
                    if part.restricted { theme.restricted } else { theme.faint.add_modifier(Modifier::BOLD) };
                Line::styled(format!(" {name}{lock}"), style)
            }
            Row::Item(item) => {
                let moved = out_of_order.iter().any(|(id, _)| *id == item.id);
                item_line(desk, theme, item, moved, room)
            }
            Row::Break(pause) => {
                let minutes = pause.minutes.map(|minutes| format!(", {minutes} min")).unwrap_or_default();
                let name =
                    text::fit(&text::tame(&format!("{}{minutes}", pause.title)), room.saturating_sub(5));
                Line::styled(format!("  – {name}"), theme.faint)
            }
        };
        put(buffer, area, y as u16, &line);
    }
    if area.width > 0 {
        let rows = Area { width: area.width - 1, ..area };
        beyond::mark(rows, sight.above, sight.below, theme, buffer);
    }
}

fn item_line<'a>(desk: &Desk, theme: &Theme, item: &Item, moved: bool, room: usize) -> Line<'a> {
    let here = desk.writing.item == Some(item.id);
    let sign = if here { "▶" } else { meeting::sign(item.progress()) };
    let restricted = desk.meeting().is_restricted(item);
    let lock = if restricted { "■" } else { " " };
    let label = format!("{:<3}", text::tame(&item.heading.label));
    // When it was taken, where that is not when the agenda has it.
    let order =
        item.heading.taken.filter(|_| moved).map(|taken| format!(" {}", ordinal(taken))).unwrap_or_default();
    let taken = 5 + text::width(&label) + text::width(&order);
    let title = text::fit(&text::tame(&item.heading.title), room.saturating_sub(taken));
    let pad = room.saturating_sub(taken + text::width(&title));
    let style = if here { theme.marked.patch(theme.title) } else { theme.text };
    let sign_style = if here { style } else { style.patch(theme.good) };
    let lock_style = if here { style } else { style.patch(theme.restricted) };
    Line::from(vec![
        Span::styled(format!(" {sign} "), sign_style),
        Span::styled(format!("{label} "), if here { style } else { theme.faint }),
        Span::styled(format!("{title}{}", " ".repeat(pad)), style),
        Span::styled(order, if here { style } else { theme.accent }),
        Span::styled(lock, lock_style),
    ])
}

/// `1st`, `2nd`, `12th`.
fn ordinal(number: u32) -> String {
    let end = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{end}")
}
