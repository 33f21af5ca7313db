//! Review on the screen: the chair's pass through the draft, wide and calm, and the list of what was said.

use super::beyond::{self, top_of};
use super::reworded;
use super::theme::Theme;
use super::{clear, frame, put, sheets};
use crate::command::remarks::rows;
use crate::desk::Desk;
use crate::desk::areas::Area;
use crate::desk::pass::{Pass, Stop};
use crate::domain::agenda::Item;
use crate::domain::id::BlockId;
use crate::domain::minutes::{Block, Kind};
use crate::domain::review::{Answer, Remark, Says, Subject};
use crate::domain::style::Counter;
use crate::export::document::{Element, Origin, Role};
use crate::export::{Audience, Document, text as print};
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The widest measure, in cells: a line that is read aloud.
const MEASURE: u16 = 66;
/// The widest measure of words shown large.
const LARGE: u16 = 44;

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
    // What does not fit set wide is set closer, rather than cut.
    let air = inside.height / 6 * u16::from(inside.height > 12);
    let large = pass.large.then_some((LARGE, air, true));
    let settings = [(MEASURE, air, false), (MEASURE, 0, false), (inside.width.saturating_sub(2), 0, false)];
    for (measure, above, large) in large.into_iter().chain(settings) {
        let margin = inside.width.saturating_sub(measure) / 2;
        clear(buffer, inside, theme.text);
        let mut page = Page::new(inside.inside(margin, above, margin, 0), buffer);
        page.stop(desk, stop, large, theme);
        if !page.is_cut() {
            return None;
        }
    }
    let mut page = Page { cut: true, ..Page::new(inside.inside(1, 0, 1, 0), buffer) };
    page.say_if_cut("… F8 shows the draft whole.", theme);
    None
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

    /// All that is shown of one thing that is read.
    fn stop(&mut self, desk: &Desk, stop: Stop, large: bool, theme: &Theme) {
        self.item(desk, stop, theme);
        self.subject(desk, stop, large, theme);
        for remark in desk.meeting().remarks_on(stop.on) {
            self.remark(remark, theme);
        }
    }

    fn item(&mut self, desk: &Desk, stop: Stop, theme: &Theme) {
        let item = stop.on.item().and_then(|item| desk.meeting().item(item));
        let Some(item) = item else { return };
        self.words(&item.name(), theme.accent, 0, 0);
        if desk.meeting().is_restricted(item) {
            self.words("RESTRICTED – not for publication", theme.restricted, 0, 0);
        }
        self.row = self.row.saturating_add(1);
    }

    fn subject(&mut self, desk: &Desk, stop: Stop, large: bool, theme: &Theme) {
        match stop.on {
            Subject::Block(item, block) => {
                let Some(item) = desk.meeting().item(item) else { return };
                let Some(block) = item.block(block) else {
                    return self.words("This paragraph was taken out since.", theme.faint, 0, 0);
                };
                self.lead_in(item, block, theme);
                self.about(desk, item, block, Role::Movers, theme);
                self.block(desk, item, block, large, theme);
                self.parts(desk, item, block, theme);
                self.about(desk, item, block, Role::Vote, theme);
            }
            Subject::Roll => self.roll(desk, theme),
            Subject::Item(_) | Subject::Draft => {}
        }
        self.row = self.row.saturating_add(1);
    }

    /// The words that introduce a part of a resolution or a sub-paragraph.
    fn lead_in(&mut self, item: &Item, block: &Block, theme: &Theme) {
        let above = item.minutes.iter().take_while(|other| other.id != block.id);
        let lead = above.filter(|other| other.level < block.level && !other.is_private()).last();
        if let Some(lead) = lead.filter(|_| block.level > 0) {
            let word = lead.kind.lead_word().map(|word| format!("{word} ")).unwrap_or_default();
            self.words(&format!("{word}{}", lead.text), theme.faint, 0, 0);
            self.row = self.row.saturating_add(1);
        }
    }

    /// What is told of a motion beside its words: who moved it, or how it was voted.
    fn about(&mut self, desk: &Desk, item: &Item, block: &Block, role: Role, theme: &Theme) {
        if !matches!(block.kind, Kind::Motion(_)) {
            return;
        }
        let below = role == Role::Vote;
        for element in Document::excerpt(desk.meeting(), desk.style(), Audience::Full, item.id) {
            let Element::Paragraph(told) = element else { continue };
            if told.role == role && told.of == Origin::About(item.id, block.id) {
                self.row = self.row.saturating_add(u16::from(below));
                self.words(&told.text, theme.text, 0, 0);
                self.row = self.row.saturating_add(u16::from(!below));
            }
        }
    }

    /// What hangs from the words: the parts of a resolution. Each is a stop of its own later.
    fn parts(&mut self, desk: &Desk, item: &Item, block: &Block, theme: &Theme) {
        let below = item.minutes.iter().skip_while(|other| other.id != block.id).skip(1);
        for part in below.take_while(|part| part.level > block.level).filter(|part| !part.is_private()) {
            self.row = self.row.saturating_add(1);
            let mark = mark(desk, item, part.id);
            self.words(format!("{mark} {}", part.text).trim_start(), theme.faint, 4, 0);
        }
    }

    fn block(&mut self, desk: &Desk, item: &Item, block: &Block, large: bool, theme: &Theme) {
        let style = match block.kind {
            Kind::Resolution | Kind::Recommendation | Kind::Motion(_) | Kind::Action => theme.title,
            _ => theme.text,
        };
        let mark = mark(desk, item, block.id);
        let mark = if mark.is_empty() { mark } else { format!("{mark} ") };
        if block.restricted {
            self.words("RESTRICTED – not for publication", theme.restricted, 0, 0);
        }
        // Between the lines there is a row of air, while there is room for it.
        let words = format!("{mark}{}", block.text);
        let lines = text::wrap(&words, usize::from(self.area.width).max(1), 0).len();
        let room = usize::from(self.area.height.saturating_sub(self.row));
        let gap = u16::from(large || lines * 2 + 4 <= room);
        self.words(&words, style, 0, gap);
    }

    fn roll(&mut self, desk: &Desk, theme: &Theme) {
        let elements = Document::roll(desk.meeting(), desk.style(), desk.profile(), Audience::Full);
        let lists = print::excerpt(&elements);
        if lists.trim().is_empty() {
            self.words("Nobody is marked on the roll.", theme.faint, 0, 0);
        }
        for line in lists.lines() {
            self.words(line, theme.text, 0, 0);
        }
    }

    fn remark(&mut self, remark: &Remark, theme: &Theme) {
        let (sign, style) = sign(remark, theme);
        let who = if remark.by.is_empty() { "somebody" } else { &remark.by };
        let told = format!("{sign} {} by {who}{}", remark.says.word(), time(remark));
        self.words(&told, style, 0, 0);
        if !remark.says.words().is_empty() {
            self.words(remark.says.words(), style, 2, 0);
        }
        if let Some(answer) = answered(remark) {
            self.words(&answer, theme.faint, 2, 0);
        }
    }
}

/// The number, letter or word before a block, as the page has it.
fn mark(desk: &Desk, item: &Item, wanted: BlockId) -> String {
    let mut counter = Counter::default();
    let mut marks = item.minutes.iter().map(|block| (block.id, counter.mark(block, desk.style())));
    marks.find(|(id, _)| *id == wanted).map(|(_, mark)| mark.text().into_owned()).unwrap_or_default()
}

fn sign(remark: &Remark, theme: &Theme) -> (&'static str, Style) {
    match (&remark.says, &remark.answer) {
        (Says::Accepted, _) | (_, Answer::Taken { .. }) => ("✓", theme.good),
        (_, Answer::Left { .. }) => ("–", theme.faint),
        (Says::Query(_), Answer::Open) => ("?", theme.resolution),
        (_, Answer::Open) => ("→", theme.resolution),
    }
}

fn time(remark: &Remark) -> String {
    remark.at.map(|at| at.format(", %-d %B %H:%M").to_string()).unwrap_or_default()
}

/// What the clerk made of a remark, in words.
fn answered(remark: &Remark) -> Option<String> {
    let on = |at: &Option<chrono::NaiveDateTime>| {
        at.map(|at| at.format(" on %-d %B at %H:%M").to_string()).unwrap_or_default()
    };
    match &remark.answer {
        Answer::Open => None,
        Answer::Taken { at } => Some(format!("taken{}", on(at))),
        Answer::Left { at, why } if why.is_empty() => Some(format!("left{}", on(at))),
        Answer::Left { at, why } => Some(format!("left{}: {why}", on(at))),
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
    let (sign, style) = sign(remark, theme);
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
    page.words(&format!("{who}{}", time(remark)), theme.faint, 0, 0);
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
