//! The page: the item on the desk as it will read.

use super::beyond::{self, dotted};
use super::theme::Theme;
use super::{frame, put};
use crate::command;
use crate::desk::Desk;
use crate::desk::areas::Area;
use crate::desk::beside::Told;
use crate::desk::heading;
use crate::desk::page::{self, GUTTER, Row, STEP};
use crate::desk::writing::Caret;
use crate::domain::agenda::Item;
use crate::domain::minutes::{Block, Kind};
use crate::domain::style::{Mark, follows_at_once};
use crate::export::Of;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

pub(super) fn draw(desk: &Desk, theme: &Theme, buffer: &mut Buffer) {
    let page = &desk.page;
    let restricted = desk.is_restricted_here();
    let style = if restricted { theme.restricted } else { theme.accent };
    let side = if restricted { "RESTRICTED – not for publication" } else { "" };
    let title = desk.item().map(|item| place_line(desk, item)).unwrap_or_default();
    frame(buffer, page.frame, &title, side, style, restricted);
    let inside = page.frame.inside(2, 1, 1, 1);
    for (y, line) in page.heading.iter().enumerate() {
        let line = match line {
            heading::Line::Title(words) => Line::styled(words.as_str(), theme.title),
            heading::Line::Small(words) => Line::styled(words.as_str(), theme.faint),
        };
        put(buffer, inside, y as u16, &line);
    }
    let Some(item) = desk.item() else { return };
    if item.minutes.is_empty() {
        empty(desk, theme, page.text, buffer);
    }
    page.told.iter().for_each(|told| draw_told(theme, page.text, told, buffer));
    let selection = desk.selection();
    for row in &page.rows {
        if let Some(block) = item.minutes.get(row.index) {
            draw_row(desk, theme, item, block, row, selection, buffer);
            if desk.show_times && row.line == 0 {
                draw_time(desk, theme, block, row, buffer);
            }
        }
    }
    more(theme, page, buffer);
}

/// Where the item stands: its minute number and its place among the items.
fn place_line(desk: &Desk, item: &Item) -> String {
    let meeting = desk.meeting();
    let number = meeting.minute_numbers().find(|(id, _)| *id == item.id).map(|(_, number)| number);
    let place = meeting.place_of(item.id).unwrap_or(0) + 1;
    match number {
        Some(number) => format!("Minute {number} · item {place} of {}", meeting.items.len()),
        None => format!("Item {place} of {}", meeting.items.len()),
    }
}

/// What an item looks like before anything is written: what the agenda says, and how to begin.
fn empty(desk: &Desk, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let Some(item) = desk.item() else { return };
    // What is told beside the minutes stands first, below the hint.
    let told = desk.page.told.last().map_or(0, |last| last.y);
    let mut y = told + 2;
    let agenda = area.inside(GUTTER as u16, 0, 0, 0);
    let cells = usize::from(agenda.width);
    let lines: Vec<String> = item.heading.text.iter().map(|line| text::tame(line)).collect();
    let rows = lines.iter().flat_map(|line| {
        text::wrap(line, cells, 0).into_iter().map(|row| line.get(row).unwrap_or("").to_owned())
    });
    let mut rows = rows.peekable();
    while let Some(row) = rows.next() {
        let goes_on = y + 1 == agenda.height && rows.peek().is_some();
        let row = if goes_on { dotted(&row, cells) } else { row };
        put(buffer, agenda, y, &Line::styled(row, theme.faint));
        y = y.saturating_add(1);
    }
    let usual = command::named("stock-sentence").filter(|command| (command.when)(desk).is_ok());
    let key = usual.and_then(|command| command::keys_of(desk, command).next());
    let hint = match key {
        Some(key) => format!("Type here; {key} writes the usual sentence."),
        None => "Type here; RESOLVED begins a resolution.".to_owned(),
    };
    put(
        buffer,
        agenda,
        0,
        &Line::styled(
            format!(" {}", text::fit(&hint, usize::from(agenda.width.saturating_sub(2)))),
            theme.faint,
        ),
    );
}

fn more(theme: &Theme, page: &page::Page, buffer: &mut Buffer) {
    let Area { x, width, .. } = page.frame;
    let rows = Area { x, width: width.saturating_sub(1), ..page.text };
    beyond::mark(rows, page.more_above, page.more_below, theme, buffer);
}

fn draw_row(
    desk: &Desk,
    theme: &Theme,
    item: &Item,
    block: &Block,
    row: &Row,
    selection: Option<(Caret, Caret)>,
    buffer: &mut Buffer,
) {
    let area = Area { y: desk.page.text.y + row.y, height: 1, ..desk.page.text };
    let words = block.text.get(row.words.clone()).unwrap_or("");
    let mut spans = vec![bar(theme, block, desk.meeting().is_restricted(item))];
    let set_in = GUTTER + STEP * usize::from(block.level) - 1;
    let style = words_style(theme, &block.kind);
    match &row.mark {
        Mark::None => spans.push(Span::raw(" ".repeat(row.indent.saturating_sub(1)))),
        Mark::Word(word) => {
            let looks = if block.kind == Kind::Action { theme.action } else { theme.resolution };
            spans.push(Span::raw(" ".repeat(set_in)));
            let blank = if follows_at_once(&block.text) { "" } else { " " };
            spans.push(Span::styled(format!("{word}{blank}"), looks));
        }
        mark => {
            let mark = mark.text();
            let before = set_in.saturating_sub(text::width(&mark) + 1);
            spans.push(Span::raw(" ".repeat(before)));
            spans.push(Span::styled(format!("{mark} "), theme.faint));
        }
    }
    spans.extend(selected(item, block, row, words, style, theme, selection));
    put(buffer, area, 0, &Line::from(spans));
}

/// A row of what follows from the roll, the declarations or the votes and will be printed here, with a sign that no paragraph has.
fn draw_told(theme: &Theme, area: Area, told: &Told, buffer: &mut Buffer) {
    let sign = match told.of {
        Some(Of::Coming) => "→",
        Some(Of::Going) => "←",
        Some(Of::Declaration | Of::Motion | Of::Course) => "•",
        None => " ",
    };
    let words = format!("{}{sign} {}", " ".repeat(GUTTER - 2), told.words);
    put(buffer, area, told.y, &Line::styled(words, theme.faint));
}

/// When a block was begun, or where that is in the recording, at the right of its first row.
fn draw_time(desk: &Desk, theme: &Theme, block: &Block, row: &Row, buffer: &mut Buffer) {
    let Some(begun) = block.begun else { return };
    let Area { x, y, width, .. } = desk.page.text;
    let area = Area { x: x + width, y: y + row.y, width: page::TIMES, height: 1 };
    let time = command::clocks::beside(desk.meeting(), begun);
    put(buffer, area, 0, &Line::styled(format!("{time:>5}"), theme.faint));
}

fn words_style(theme: &Theme, kind: &Kind) -> Style {
    match kind {
        Kind::Note => theme.private,
        Kind::Procedural => theme.faint,
        Kind::Resolution | Kind::Recommendation => theme.title,
        _ => theme.text,
    }
}

/// The bar beside the words of what is set off from the discussion.
fn bar(theme: &Theme, block: &Block, item_restricted: bool) -> Span<'static> {
    if block.restricted && !item_restricted {
        return Span::styled("■", theme.restricted);
    }
    match block.kind {
        Kind::Resolution | Kind::Recommendation => Span::styled("▌", theme.resolution),
        Kind::Action => Span::styled("▌", theme.action),
        Kind::Motion(_) => Span::styled("▌", theme.accent),
        _ => Span::raw(" "),
    }
}

/// The words of a row, with what is selected set apart.
fn selected<'a>(
    item: &Item,
    block: &Block,
    row: &Row,
    words: &'a str,
    style: Style,
    theme: &Theme,
    selection: Option<(Caret, Caret)>,
) -> Vec<Span<'a>> {
    let Some((start, end)) = selection else { return vec![Span::styled(words, style)] };
    let place = |caret: Caret| caret.block.and_then(|block| item.position(block)).unwrap_or(0);
    let (first, last) = (place(start), place(end));
    if row.index < first || row.index > last {
        return vec![Span::styled(words, style)];
    }
    let from = if row.index == first { start.at } else { 0 };
    let to = if row.index == last { end.at } else { block.text.len() };
    let from = from.clamp(row.words.start, row.words.end) - row.words.start;
    let to = to.clamp(row.words.start, row.words.end) - row.words.start;
    let piece = |range: std::ops::Range<usize>| words.get(range).unwrap_or("");
    let mut spans = vec![
        Span::styled(piece(0..from), style),
        Span::styled(piece(from..to), style.patch(theme.selected)),
        Span::styled(piece(to..words.len()), style),
    ];
    if words.is_empty() && row.index < last {
        spans.push(Span::styled(" ", theme.selected));
    }
    spans
}
