//! Review on the screen: the chair's pass through the draft, wide and calm, and the list of what was said.

use super::beyond::{self, top_of};
use super::reworded;
use super::theme::Theme;
use super::{clear, frame, put, sheets};
use crate::command::remarks::rows;
use crate::desk::Desk;
use crate::desk::areas::Area;
use crate::desk::lectern::{Lectern, Tone, answered, said_on, sign};
use crate::desk::pass::Pass;
use crate::domain::agenda::Item;
use crate::domain::review::{Remark, Says, Subject};
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The chair's pass: one thing at a time, with air around it.
pub(super) fn chair(
    desk: &Desk,
    pass: &Pass,
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) -> Option<(u16, u16)> {
    clear(buffer, area, theme.text);
    let stop = pass.stop()?;
    let (at, of) = pass.progress();
    let alone = pass.stops.len() == 1;
    let title = if alone { "Read back".to_owned() } else { format!("Review – {}", stop.phase.word()) };
    let side = if alone { String::new() } else { format!("{at} of {of}") };
    let inside = frame(buffer, area, &title, &side, theme.accent, false);
    let set = Lectern::of(desk, pass, inside)?;
    for (y, row) in set.rows.iter().skip(set.top).take(usize::from(set.area.height)).enumerate() {
        put(buffer, set.area, y as u16, &Line::styled(row.words.as_str(), style(row.tone, theme)));
    }
    beyond::mark_rows(inside, set.top, set.rows.len(), theme, buffer);
    None
}

fn style(tone: Tone, theme: &Theme) -> Style {
    match tone {
        Tone::Item => theme.accent,
        Tone::Restricted => theme.restricted,
        Tone::Decision => theme.title,
        Tone::Words => theme.text,
        Tone::Aside => theme.faint,
        Tone::Agreed => theme.good,
        Tone::Open => theme.resolution,
    }
}

/// Rows written one below the other.
struct Page<'a> {
    area: Area,
    row: u16,
    /// The row below the last that was written.
    end: u16,
    /// Whether something was left out for want of room.
    cut: bool,
    buffer: &'a mut Buffer,
}

impl<'a> Page<'a> {
    fn new(area: Area, buffer: &'a mut Buffer) -> Self {
        Self { area, row: 0, end: 0, cut: false, buffer }
    }

    /// Whether something was left out, or stands below what there is room for.
    fn is_cut(&self) -> bool {
        self.cut || self.end > self.area.height
    }

    fn line(&mut self, line: &Line<'_>) {
        put(self.buffer, self.area, self.row, line);
        self.row = self.row.saturating_add(1);
        self.end = self.row;
    }

    /// Words in the measure, `gap` empty rows between the lines.
    fn words(&mut self, words: &str, style: Style, indent: usize, gap: u16) {
        let words = text::tame(words);
        let cells = usize::from(self.area.width).saturating_sub(indent).max(1);
        for range in text::wrap(&words, cells, 0) {
            let words = words.get(range).unwrap_or("").trim_end().to_owned();
            self.line(&Line::styled(format!("{}{words}", " ".repeat(indent)), style));
            self.row = self.row.saturating_add(gap);
        }
    }
}

/// Where the list of what was said stands: in the pane of a wide screen, and otherwise over the whole width, so that a
/// long suggestion can be read.
pub(super) fn area(desk: &Desk, pane: Area) -> Area {
    if desk.size.is_wide() { pane } else { sheets::area(desk) }
}

/// The list of what was said, and below it what the marked remark would change.
pub(super) fn remarks(
    desk: &Desk,
    row: usize,
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) -> Option<(u16, u16)> {
    clear(buffer, area, theme.text);
    let rows = rows(desk);
    let open = rows.iter().filter(|remark| remark.is_open()).count();
    let inside =
        frame(buffer, area, "What was said about the draft", &format!("{open} open"), theme.accent, false);
    let high = (inside.height * 2 / 5).min(rows.len() as u16).max(1);
    let top = top_of(row, rows.len(), high);
    beyond::mark_rows(Area { height: high, ..inside }, top, rows.len(), theme, buffer);
    for (at, remark) in rows.iter().enumerate().skip(top).take(usize::from(high)) {
        let line = remark_line(desk, remark, at == row, theme, usize::from(inside.width));
        put(buffer, inside, (at - top) as u16, &line);
    }
    let below = inside.inside(1, high + 1, 1, 0);
    if let Some(remark) = rows.get(row) {
        detail(desk, remark, theme, below, buffer);
    }
    None
}

fn remark_line<'a>(desk: &Desk, remark: &Remark, marked: bool, theme: &Theme, room: usize) -> Line<'a> {
    let (sign, tone) = sign(remark);
    let style = style(tone, theme);
    let base = if marked { theme.marked } else { theme.text };
    let place = match remark.on {
        Subject::Roll => "roll".to_owned(),
        Subject::Draft => "the draft".to_owned(),
        on => on.item().and_then(|item| desk.meeting().item(item)).map_or_else(String::new, Item::name),
    };
    let words = match &remark.says {
        Says::Strike => &remark.was,
        says => says.words(),
    };
    let told = format!("{}: {words}", remark.says.word());
    let side = text::fit(&text::tame(&place), room / 3);
    let told = text::fit(&text::tame(&told), room.saturating_sub(text::width(&side) + 7));
    let pad = room.saturating_sub(text::width(&told) + text::width(&side) + 6);
    Line::from(vec![
        Span::styled(if marked { "▶ " } else { "  " }, base),
        Span::styled(format!("{sign} "), if marked { base } else { style }),
        Span::styled(told, base),
        Span::styled(" ".repeat(pad + 1), base),
        Span::styled(format!("{side} "), if marked { base } else { theme.faint }),
    ])
}

/// The marked remark whole: who said it, what stands there now, and what should.
fn detail(desk: &Desk, remark: &Remark, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let mut page = Page::new(area, buffer);
    let who = if remark.by.is_empty() { "Somebody" } else { &remark.by };
    page.words(&format!("{who}{}", said_on(remark)), theme.faint, 0, 0);
    let now = match remark.on {
        Subject::Block(item, block) => desk.meeting().block(item, block).map(|block| block.text.as_str()),
        Subject::Item(_) | Subject::Roll | Subject::Draft => None,
    };
    // What was answered is shown as it stood when it was said.
    let before = now.filter(|_| remark.is_open()).unwrap_or(&remark.was);
    match &remark.says {
        Says::Query(words) => {
            page.words(&format!("? {words}"), theme.resolution, 0, 0);
            page.words(now.unwrap_or_default(), theme.faint, 0, 0);
        }
        Says::Reword(words) => page.reworded(before, words, theme),
        Says::Strike => page.reworded(before, "", theme),
        Says::Add(words) => {
            page.words(now.unwrap_or_default(), theme.faint, 0, 0);
            page.reworded("", words, theme);
        }
        Says::Accepted => {}
    }
    if remark.is_open() && matches!(remark.says, Says::Reword(_) | Says::Strike) && now != Some(&remark.was) {
        page.words("The words have changed since this was said.", theme.restricted, 0, 0);
    }
    if let Some(answer) = answered(remark) {
        page.words(&answer, theme.faint, 0, 0);
    }
    page.say_if_cut("… Space shows it whole.", theme);
}

impl Page<'_> {
    /// What stands there and what should, in one.
    fn reworded(&mut self, now: &str, then: &str, theme: &Theme) {
        let room = usize::from(self.area.height.saturating_sub(self.row));
        let reworded = reworded::rows(now, then, theme, usize::from(self.area.width), room);
        self.cut |= reworded.cut;
        reworded.rows.iter().for_each(|row| self.line(row));
    }

    /// Says in the last row that there is more to read, where there is.
    fn say_if_cut(&mut self, way: &str, theme: &Theme) {
        if self.is_cut() {
            let last = Area { y: self.area.y + self.area.height.saturating_sub(1), height: 1, ..self.area };
            clear(self.buffer, last, theme.text);
            put(self.buffer, last, 0, &Line::styled(way, theme.faint));
        }
    }
}
