//! Desk in, picture out. The only folder that names ratatui. Drawing reads and never decides: what is shown
//! where has been settled by [`crate::desk::areas`] and [`crate::desk::page`].

mod agenda;
mod beyond;
mod compared;
mod fields;
mod intake;
mod lists;
mod meeting;
mod minutes;
mod people;
mod preview;
mod reading;
mod review;
mod reworded;
pub mod screen;
mod sheets;
pub mod theme;
mod votes;

use crate::desk::areas::{Area, Areas};
use crate::desk::{Desk, Overlay};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};
use theme::Theme;

/// The rows of what is asked over the chair's review.
const ASKED: u16 = 9;

/// Draws the desk. Returns where the cursor is to be shown.
pub fn draw(desk: &Desk, theme: &Theme, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let areas = desk.areas();
    meeting::title(desk, theme, areas.title, buffer);
    agenda::draw(desk, theme, areas.agenda, buffer);
    minutes::draw(desk, theme, buffer);
    preview::draw(&desk.preview, theme, buffer);
    let cursor = overlay(desk, theme, &areas, buffer);
    meeting::status(desk, theme, areas.status, buffer);
    meeting::keys(desk, theme, areas.keys, buffer);
    cursor.filter(|(x, y)| buffer.area.contains((*x, *y).into()))
}

/// Draws what is on top and returns where the cursor is: there if it takes text, in the page if nothing is open.
fn overlay(desk: &Desk, theme: &Theme, areas: &Areas, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let pane = beneath(desk, theme, areas, buffer);
    match desk.overlay() {
        None => desk.page.caret,
        Some(Overlay::Picker(picker)) => lists::picker(picker, theme, pane, buffer),
        Some(Overlay::Chair(pass)) => review::chair(desk, pass, theme, sheets::area(desk), buffer),
        Some(Overlay::Remarks(row)) => review::remarks(desk, *row, theme, review::area(desk, pane), buffer),
        Some(Overlay::Form(form)) => lists::form(form, theme, pane, buffer),
        Some(Overlay::Roll(roll)) => people::roll(desk, *roll, theme, pane, buffer),
        Some(Overlay::Declarations(row)) => people::declarations(desk, *row, theme, pane, buffer),
        Some(Overlay::Voting(voting)) => votes::voting(desk, voting, theme, pane, buffer),
        Some(Overlay::Sheet(sheet)) => sheets::sheet(sheet, theme, sheets::area(desk), buffer),
        Some(Overlay::Intake(_)) => None,
        Some(Overlay::Reading(open)) => {
            reading::draw(open, theme, sheets::area(desk), buffer);
            None
        }
        Some(Overlay::Compared(compared)) => {
            compared::draw(compared, desk.difference_width(), theme, sheets::area(desk), buffer)
        }
    }
}

/// Draws what stays in sight below what is on top: the import screen, and what is read of the draft while
/// something is asked. Returns where what is on top stands if it does not take the whole screen.
fn beneath(desk: &Desk, theme: &Theme, areas: &Areas, buffer: &mut Buffer) -> Area {
    let below = desk.overlays.iter().rev().skip(1);
    for overlay in below {
        match overlay {
            Overlay::Intake(open) => intake::draw(desk, open, theme, buffer),
            Overlay::Chair(pass) if desk.has_pane() => {
                let (above, pane) = sheets::area(desk).parted(ASKED);
                review::chair(desk, pass, theme, above, buffer);
                return pane;
            }
            Overlay::Remarks(row) if desk.has_pane() => {
                let (above, pane) = review::area(desk, areas.pane).parted(ASKED);
                review::remarks(desk, *row, theme, above, buffer);
                return pane;
            }
            _ => {}
        }
    }
    if let Some(Overlay::Intake(open)) = desk.overlay() {
        intake::draw(desk, open, theme, buffer);
    }
    areas.pane
}

/// An area as ratatui has it, kept within the buffer.
fn rect(area: Area, buffer: &Buffer) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height).intersection(buffer.area)
}

/// Writes a line into one row of an area.
///
/// Most of what is written is plain letters, one cell each; they are set without being looked up, which
/// halves the time that a frame takes.
fn put(buffer: &mut Buffer, area: Area, row: u16, line: &Line<'_>) {
    if row >= area.height {
        return;
    }
    let place = rect(Area { y: area.y + row, height: 1, ..area }, buffer);
    if !line.spans.iter().all(|span| span.content.bytes().all(|byte| matches!(byte, b' '..=b'~'))) {
        return line.render(place, buffer);
    }
    let mut x = place.x;
    for span in &line.spans {
        let style = line.style.patch(span.style);
        for letter in span.content.chars().take(usize::from(place.right().saturating_sub(x))) {
            if let Some(cell) = buffer.cell_mut((x, place.y)) {
                cell.set_char(letter).set_style(style);
            }
            x += 1;
        }
    }
}

/// Empties an area.
fn clear(buffer: &mut Buffer, area: Area, style: Style) {
    let place = rect(area, buffer);
    Clear.render(place, buffer);
    buffer.set_style(place, style);
}

/// A frame with a title at its upper left and a word at its upper right; returns what is inside.
fn frame(buffer: &mut Buffer, area: Area, title: &str, side: &str, style: Style, strong: bool) -> Area {
    use ratatui::widgets::{Block, BorderType};
    let kind = if strong { BorderType::Double } else { BorderType::Rounded };
    let room = usize::from(area.width).saturating_sub(crate::text::width(side) + 8);
    let mut block = Block::bordered().border_type(kind).border_style(style);
    if !title.is_empty() && room > 3 {
        let title = format!(" {} ", crate::text::fit(&crate::text::tame(title), room));
        block = block.title_top(Line::styled(title, style));
    }
    if !side.is_empty() && usize::from(area.width) > crate::text::width(side) + 4 {
        block = block.title_top(Line::styled(format!(" {side} "), style).right_aligned());
    }
    block.render(rect(area, buffer), buffer);
    area.inside(1, 1, 1, 1)
}
