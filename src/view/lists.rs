//! Lists to choose from and forms to fill in.

use super::beyond::{self, top_of};
use super::fields::{self, Passage};
use super::theme::Theme;
use super::{clear, frame, put};
use crate::desk::areas::Area;
use crate::desk::form::{Entry, Form, Value};
use crate::desk::picker::{Choice, Picker, Purpose};
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

pub(super) fn picker(picker: &Picker, theme: &Theme, area: Area, buffer: &mut Buffer) -> Option<(u16, u16)> {
    clear(buffer, area, theme.text);
    let title = match picker.purpose {
        Purpose::Palette => "Commands",
        Purpose::Items => "Go to an item",
        Purpose::Find => "Find in the meeting",
        Purpose::Actions => "Actions",
        Purpose::OpenActions => "Open from earlier meetings",
        Purpose::Checks => "Worth a second look",
        Purpose::Settled => "Settled findings",
        Purpose::Copies => "Older copies of the record",
        Purpose::Meanings => "This line is …",
        Purpose::Movements => "Who came and went",
        Purpose::Phrases => "Phrases",
        Purpose::Parked => "Parked thoughts",
    };
    let count = format!("{} of {}", picker.shown.len(), picker.choices.len());
    let inside = frame(buffer, area, title, &count, theme.accent, false);
    let room = usize::from(inside.width).saturating_sub(4);
    let selected = theme.title.patch(theme.selected);
    let (query, column) = fields::row(&picker.query, room, theme.title, selected);
    let prompt = Span::styled(" › ", theme.title);
    put(buffer, inside, 0, &Line::from_iter([prompt].into_iter().chain(query)));
    let list = inside.inside(0, 1, 0, 0);
    if !spread(picker, theme, list, buffer) {
        unrolled(picker, theme, list, buffer);
    }
    if picker.shown.is_empty() {
        let said = match picker.purpose {
            Purpose::Find if picker.query.text.trim().is_empty() => "Type the words to look for.",
            _ => "Nothing fits.",
        };
        put(buffer, list, 0, &Line::styled(format!("   {said}"), theme.faint));
    }
    let column = (3 + column as u16).min(inside.width.saturating_sub(1));
    (inside.height > 0).then_some((inside.x + column, inside.y))
}

/// Draws every choice of a list of sentences, if there is room for a row of each and for the marked one whole. So far as
/// there is more room the others are whole, too, from the top.
fn spread(picker: &Picker, theme: &Theme, list: Area, buffer: &mut Buffer) -> bool {
    if !matches!(
        picker.purpose,
        Purpose::Checks | Purpose::Settled | Purpose::Parked | Purpose::Actions | Purpose::OpenActions
    ) {
        return false;
    }
    let room = usize::from(list.width);
    let laid: Vec<_> = picker.rows().map(|choice| (choice, whole(choice, room, list.height))).collect();
    let beyond = |at: usize| laid.get(at).map_or(0, |(_, rows)| rows.len().saturating_sub(1));
    let taken = laid.len() + beyond(picker.marked);
    let Some(mut left) = usize::from(list.height).checked_sub(taken) else { return false };
    let mut y = 0;
    for (at, (choice, rows)) in laid.iter().enumerate() {
        let marked = at == picker.marked;
        let fits = marked || beyond(at) <= left;
        if rows.is_empty() || !fits {
            put(buffer, list, y, &choice_line(choice, marked, theme, room));
            y += 1;
        } else {
            left -= if marked { 0 } else { beyond(at) };
            y = put_whole(choice, rows, marked, theme, list, y, buffer);
        }
    }
    true
}

/// Draws the choices around the one that is marked, that one whole and the others in a row each.
fn unrolled(picker: &Picker, theme: &Theme, list: Area, buffer: &mut Buffer) {
    let room = usize::from(list.width);
    let whole = picker.choice().map(|choice| whole(choice, room, list.height)).unwrap_or_default();
    let beyond = whole.len().saturating_sub(1) as u16;
    let top = top_of(picker.marked, picker.shown.len(), list.height.saturating_sub(beyond));
    let mut y = 0;
    let mut below = false;
    for (at, choice) in picker.rows().enumerate().skip(top).take(usize::from(list.height) + 1) {
        below |= y >= list.height;
        if at == picker.marked && beyond > 0 {
            y = put_whole(choice, &whole, true, theme, list, y, buffer);
        } else {
            put(buffer, list, y, &choice_line(choice, at == picker.marked, theme, room));
            y += 1;
        }
    }
    beyond::mark(list, top > 0, below, theme, buffer);
}

/// How far a choice is set in below its first row.
const HANGING: &str = "  ";

/// The words of a choice in rows, where one row is too short for them. The one that is marked can be read whole.
fn whole(choice: &Choice, room: usize, height: u16) -> Vec<String> {
    let detail = choice.barred.as_ref().unwrap_or(&choice.detail);
    let gap = if detail.is_empty() { "" } else { "  " };
    let words = text::tame(&format!("{}{gap}{detail}", choice.name));
    let free = free(choice, room);
    if text::width(&words) <= free {
        return Vec::new();
    }
    // Set in below their first row, sentences one below the other can be told apart.
    let mut rows = beyond::first_rows(&words, free.max(8) - HANGING.len(), usize::from(height));
    rows.iter_mut().skip(1).for_each(|row| row.insert_str(0, HANGING));
    rows
}

/// The cells beside what stands at the right of a choice.
fn free(choice: &Choice, room: usize) -> usize {
    room.saturating_sub(text::width(&text::tame(&choice.side)) + 5)
}

/// Draws a choice in rows and returns the row below it.
fn put_whole(
    choice: &Choice,
    rows: &[String],
    marked: bool,
    theme: &Theme,
    area: Area,
    mut y: u16,
    buffer: &mut Buffer,
) -> u16 {
    let room = usize::from(area.width);
    for (at, words) in rows.iter().enumerate() {
        let sign = if at == 0 && marked { "▶" } else { " " };
        let side = if at == 0 { text::tame(&choice.side) } else { String::new() };
        let pad = room.saturating_sub(text::width(words) + text::width(&side) + 4);
        let base = if marked { theme.marked } else { theme.text };
        let line = Line::from(vec![
            Span::styled(format!(" {sign} {words}{}", " ".repeat(pad)), base),
            Span::styled(format!("{side} "), if marked { base } else { base.patch(theme.key) }),
        ]);
        put(buffer, area, y, &line);
        y += 1;
    }
    y
}

/// The fewest cells in which the beginning of a detail says something.
const LEAST_DETAIL: usize = 6;

fn choice_line<'a>(choice: &Choice, marked: bool, theme: &Theme, room: usize) -> Line<'a> {
    let base = if marked { theme.marked } else { theme.text };
    let quiet = if marked { base } else { theme.faint };
    let name_style = if choice.barred.is_some() { quiet } else { base };
    let side = text::tame(&choice.side);
    let free = free(choice, room);
    let name = text::fit(&text::tame(&choice.name), free);
    let detail = choice.barred.as_ref().unwrap_or(&choice.detail);
    let detail = if detail.is_empty() { String::new() } else { format!("  {}", text::tame(detail)) };
    // A name that is cut says so itself; dots for the detail need a word of it before them.
    let left = free.saturating_sub(text::width(&name));
    let detail = if left < LEAST_DETAIL { String::new() } else { text::fit(&detail, left) };
    let pad = free.saturating_sub(text::width(&name) + text::width(&detail)) + 1;
    Line::from(vec![
        Span::styled(if marked { " ▶ " } else { "   " }, base),
        Span::styled(name, name_style),
        Span::styled(detail, quiet),
        Span::styled(" ".repeat(pad), base),
        Span::styled(format!("{side} "), if marked { base } else { base.patch(theme.key) }),
    ])
}

pub(super) fn form(form: &Form, theme: &Theme, area: Area, buffer: &mut Buffer) -> Option<(u16, u16)> {
    clear(buffer, area, theme.text);
    let framed = frame(buffer, area, &form.title, "", theme.accent, false);
    let inside = framed.inside(1, 0, 1, 0);
    let asked: Vec<(usize, &Entry)> = form.asked().collect();
    let label = asked.iter().map(|(_, entry)| text::width(entry.label)).max().unwrap_or(0) + 2;
    let room = usize::from(inside.width).saturating_sub(label);
    let here = asked.iter().position(|(at, _)| *at == form.focus).unwrap_or(0);
    let passage = asked.get(here).and_then(|(_, entry)| Passage::of(entry, room, inside.height));
    // The rows that the field being filled in takes beyond its first are taken from the fields around it.
    let high = inside.height.saturating_sub(passage.as_ref().map_or(0, |passage| passage.rows() - 1));
    let top = top_of(here, asked.len(), high);
    let mut cursor = None;
    let mut row = 0;
    let mut below = false;
    for (at, entry) in asked.iter().skip(top) {
        below |= row >= inside.height;
        let focused = *at == form.focus;
        let (spans, column) = entry_spans(form, entry, focused, theme, label, room);
        match passage.as_ref().filter(|_| focused) {
            Some(passage) => {
                put(buffer, inside, row, &Line::from(spans.into_iter().take(1).collect::<Vec<_>>()));
                let place = inside.inside(label as u16, row, 0, 0);
                cursor = Some(passage.draw(theme, place, buffer));
                row += passage.rows();
            }
            None => {
                put(buffer, inside, row, &Line::from(spans));
                if focused {
                    cursor = column.map(|column| (inside.x + (label + column) as u16, inside.y + row));
                }
                row += 1;
            }
        }
    }
    if let Some((_, entry)) = asked.get(here) {
        choices(entry, theme, inside.inside(label as u16, row + 1, 0, 0), buffer);
    }
    beyond::mark(framed, top > 0, below, theme, buffer);
    cursor
}

/// Below the fields, what can be typed into the one being filled in, before anything is.
fn choices(entry: &Entry, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let Some(words) = words_to_type(entry) else { return };
    let words = text::tame(&format!("One of: {}.", words.join("; ")));
    let rows = beyond::first_rows(&words, usize::from(area.width).max(8), usize::from(area.height));
    for (row, words) in rows.into_iter().enumerate() {
        put(buffer, area, row as u16, &Line::styled(words, theme.faint));
    }
}

fn entry_spans<'a>(
    form: &Form,
    entry: &Entry,
    focused: bool,
    theme: &Theme,
    label: usize,
    room: usize,
) -> (Vec<Span<'a>>, Option<usize>) {
    let base = if focused { theme.marked } else { theme.text };
    let quiet = if focused { base } else { theme.faint };
    let name_style = if focused { theme.title } else { theme.faint };
    let mut spans = vec![Span::styled(format!("{:<label$}", entry.label), name_style)];
    match &entry.value {
        Value::Words(field, _) => {
            // Only where somebody types does the cursor matter; elsewhere a field is read from its start.
            let (shown, column) = if focused {
                fields::row(field, room, base, theme.selected_in_field)
            } else {
                (vec![Span::styled(text::fit(&field.text, room), base)], 0)
            };
            let wide: usize = shown.iter().map(Span::width).sum();
            let hint = form
                .completion()
                .filter(|_| focused)
                .map(|name| format!("  → {}", text::tame(name)))
                .unwrap_or_default();
            let hint = text::fit(&hint, room.saturating_sub(wide));
            let pad = room.saturating_sub(wide + text::width(&hint));
            spans.extend(shown);
            spans.push(Span::styled(hint, quiet));
            spans.push(Span::styled(" ".repeat(pad), base));
            (spans, Some(column))
        }
        Value::OneOf(choices, at) => {
            let chosen = choices.get(*at).map(String::as_str).unwrap_or("");
            let shown = if focused { format!("‹ {chosen} ›") } else { chosen.to_owned() };
            spans
                .push(Span::styled(padded(&text::tame(&shown), room), style_of_choice(base, focused, theme)));
            (spans, None)
        }
    }
}

/// The most words to choose from that are listed before one is typed.
const FEW: usize = 6;

/// What an empty field can be completed to, where that is few words.
fn words_to_type(entry: &Entry) -> Option<&[String]> {
    match &entry.value {
        Value::Words(field, known) if field.text.is_empty() && (1..=FEW).contains(&known.len()) => {
            Some(known)
        }
        _ => None,
    }
}

fn style_of_choice(base: Style, focused: bool, theme: &Theme) -> Style {
    if focused { base.patch(theme.title) } else { base }
}

fn padded(words: &str, room: usize) -> String {
    let words = text::fit(words, room);
    let pad = room.saturating_sub(text::width(&words));
    words + &" ".repeat(pad)
}
