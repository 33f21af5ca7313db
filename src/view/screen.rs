//! The picture on its way to the terminal: only what changed is sent, in one piece. Knows what the terminal
//! shows and where its cursor is, and nothing of what that means.
//!
//! Every byte counts over a slow line, so the colours and the place of the cursor that the terminal already
//! has are not sent again.

use super::theme::Theme;
use crate::desk::Desk;
use crate::desk::areas::Size;
use crate::text;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use std::io::Write;

/// What a terminal shows, and what it is to show.
#[derive(Debug)]
pub struct Screen {
    theme: Theme,
    shown: Buffer,
    next: Buffer,
    pen: Option<Pen>,
    place: Option<(u16, u16)>,
    cursor_shown: bool,
    out: Vec<u8>,
}

/// The colours and weights with which the terminal writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Pen {
    front: Color,
    ground: Color,
    weight: Modifier,
}

impl Screen {
    /// A screen of which nothing is known yet; the first frame is drawn whole.
    #[must_use]
    pub fn new(theme: Theme) -> Self {
        let nothing = Buffer::empty(Rect::ZERO);
        Self {
            theme,
            shown: nothing.clone(),
            next: nothing,
            pen: None,
            place: None,
            cursor_shown: true,
            out: Vec::new(),
        }
    }

    /// Forgets what the terminal shows, so that the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.shown = Buffer::empty(Rect::ZERO);
        self.pen = None;
        self.place = None;
        self.cursor_shown = true;
    }

    /// The bytes that turn what the terminal shows into a picture of the desk.
    pub fn frame(&mut self, desk: &Desk) -> &[u8] {
        self.out.clear();
        let Size { width, height } = desk.size;
        let area = Rect::new(0, 0, width, height);
        if self.shown.area != area {
            self.shown = Buffer::empty(area);
            self.next = Buffer::empty(area);
            self.out.extend_from_slice(b"\x1b[0m\x1b[2J");
            self.pen = Some(Pen::default());
            self.place = None;
        }
        self.next.reset();
        let cursor = super::draw(desk, &self.theme, &mut self.next);
        let changed = changed(&self.shown, &self.next);
        if changed.len() > 8 {
            self.show_cursor(false);
        }
        for (x, y, cell) in &changed {
            self.write_cell(*x, *y, cell, width);
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        match cursor {
            Some((x, y)) => {
                self.go_to(x, y);
                self.show_cursor(true);
            }
            None => self.show_cursor(false),
        }
        &self.out
    }

    fn write_cell(&mut self, x: u16, y: u16, cell: &Cell, width: u16) {
        self.go_to(x, y);
        let pen = Pen { front: cell.fg, ground: cell.bg, weight: cell.modifier };
        if self.pen != Some(pen) {
            self.set_pen(pen);
        }
        // The last door: whatever was forgotten further up, nothing that steers a terminal goes out of it.
        let symbol = if text::has_control(cell.symbol()) { " " } else { cell.symbol() };
        self.out.extend_from_slice(symbol.as_bytes());
        let after = x + text::width(symbol).max(1) as u16;
        // Beyond the last column terminals differ about where the cursor is, and about how wide some
        // characters are; there and after such characters its place is sent anew.
        let known = after < width && symbol.is_ascii();
        self.place = known.then_some((after, y));
    }

    fn go_to(&mut self, x: u16, y: u16) {
        if self.place != Some((x, y)) {
            let _ = write!(self.out, "\x1b[{};{}H", y + 1, x + 1);
            self.place = Some((x, y));
        }
    }

    fn show_cursor(&mut self, shown: bool) {
        if self.cursor_shown != shown {
            self.out.extend_from_slice(if shown { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.cursor_shown = shown;
        }
    }

    fn set_pen(&mut self, pen: Pen) {
        self.out.extend_from_slice(b"\x1b[0");
        let weights = [
            (Modifier::BOLD, "1"),
            (Modifier::DIM, "2"),
            (Modifier::ITALIC, "3"),
            (Modifier::UNDERLINED, "4"),
            (Modifier::REVERSED, "7"),
            (Modifier::CROSSED_OUT, "9"),
        ];
        for (weight, code) in weights {
            if pen.weight.contains(weight) {
                let _ = write!(self.out, ";{code}");
            }
        }
        colour(&mut self.out, pen.front, 30);
        colour(&mut self.out, pen.ground, 40);
        self.out.push(b'm');
        self.pen = Some(pen);
    }
}

/// The cells of the next picture that differ from what is shown. Most rows are as they were, and one look tells that;
/// only in the others every cell, and how wide it is, matters.
fn changed(shown: &Buffer, next: &Buffer) -> Vec<(u16, u16, Cell)> {
    let width = usize::from(next.area.width).max(1);
    let rows = shown.content.chunks(width).zip(next.content.chunks(width)).zip(next.area.y..);
    let differ = rows.filter(|((shown, next), _)| shown != next);
    differ.flat_map(|((shown, next), y)| differing(shown, next, y)).collect()
}

/// The cells that differ in a row.
fn differing(shown: &[Cell], next: &[Cell], y: u16) -> Vec<(u16, u16, Cell)> {
    let area = Rect::new(0, y, next.len() as u16, 1);
    let row = |cells: &[Cell]| Buffer { area, content: cells.to_vec() };
    let (shown, next) = (row(shown), row(next));
    shown.diff(&next).into_iter().map(|(x, y, cell)| (x, y, cell.clone())).collect()
}

/// A colour as the parameters of the terminal's SGR sequence; `base` is 30 for the front and 40 for the ground.
fn colour(out: &mut Vec<u8>, colour: Color, base: u8) {
    let plain = match colour {
        Color::Reset => return,
        Color::Rgb(red, green, blue) => {
            let _ = write!(out, ";{};2;{red};{green};{blue}", base + 8);
            return;
        }
        Color::Indexed(index) => {
            let _ = write!(out, ";{};5;{index}", base + 8);
            return;
        }
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
    };
    let _ = write!(out, ";{}", base + plain);
}

/// The picture of a desk as lines of text, for tests and for people who compare screens. With `looks`, every
/// line is followed by a line in which a letter says how each cell looks.
#[must_use]
pub fn picture(desk: &Desk, theme: &Theme, looks: bool) -> String {
    let Size { width, height } = desk.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let cursor = super::draw(desk, theme, &mut buffer);
    let mut picture = String::new();
    for y in 0..height {
        let mut line = String::new();
        let mut how = String::new();
        let mut skip = 0;
        for x in 0..width {
            let Some(cell) = buffer.cell((x, y)) else { continue };
            if skip > 0 {
                skip -= 1;
                continue;
            }
            skip = text::width(cell.symbol()).saturating_sub(1);
            line.push_str(if cursor == Some((x, y)) && cell.symbol() == " " { "█" } else { cell.symbol() });
            how.push(look(cell, theme));
        }
        picture.push_str(line.trim_end());
        picture.push('\n');
        if looks && !how.trim_end().is_empty() {
            picture.push_str(how.trim_end());
            picture.push('\n');
        }
    }
    picture
}

/// The letter that says how a cell looks: the first of the theme's looks that it has.
fn look(cell: &Cell, theme: &Theme) -> char {
    let plain = (Color::Reset, Color::Reset, Modifier::empty());
    let style = (cell.fg, cell.bg, cell.modifier);
    if style == plain {
        return ' ';
    }
    let of = |style: ratatui::style::Style| {
        (style.fg.unwrap_or_default(), style.bg.unwrap_or_default(), style.add_modifier)
    };
    let names = [
        (theme.bar, '='),
        (theme.marked, 'm'),
        (theme.selected, 's'),
        (theme.selected_in_field, 'v'),
        (theme.resolution, 'R'),
        (theme.action, 'A'),
        (theme.restricted, 'X'),
        (theme.private, 'n'),
        (theme.title, 'T'),
        (theme.accent, 'a'),
        (theme.good, 'g'),
        (theme.bad, '!'),
        (theme.faint, 'f'),
        (theme.key, 'k'),
    ];
    names.into_iter().find(|(looks, _)| of(*looks) == style).map_or('+', |(_, name)| name)
}
