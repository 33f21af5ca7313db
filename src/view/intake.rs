//! The import screen: the paper, what was understood of it, and below them the marked line in full. How sure
//! something is, is told by a sign and a word; colour only says it again.

use super::beyond::{self, first_rows, top_of};
use super::theme::Theme;
use super::{clear, frame, put};
use crate::desk::Desk;
use crate::desk::areas::Area;
use crate::desk::intake::{FIELDS, Intake, Panes, Row, Side, Survey, field_words};
use crate::domain::id::{ItemId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::paper::{Meaning, PaperLine, Standing, Sure};
use crate::domain::recommendation::Recommendation;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws the screen.
pub(super) fn draw(desk: &Desk, intake: &Intake, theme: &Theme, buffer: &mut Buffer) {
    let survey = Survey::of(desk.meeting());
    let panes = Panes::of(desk.size, intake.side);
    for area in [panes.counts, panes.paper, panes.understood, panes.detail] {
        clear(buffer, area, theme.text);
    }
    put(buffer, panes.counts, 0, &counts(&survey, theme));
    paper(&survey, intake, theme, panes, buffer);
    understood(&survey, intake, theme, panes.understood, buffer);
    detail(&survey, intake, theme, panes.detail, buffer);
}

/// The sign of a standing, which says it without colour.
fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Certain => "·",
        Standing::Settled => "✓",
        Standing::Guessed => "?",
        Standing::LeftOver => "!",
        Standing::Dropped => "×",
    }
}

fn sign_style(standing: Standing, theme: &Theme) -> Style {
    match standing {
        Standing::Certain | Standing::Dropped => theme.faint,
        Standing::Settled => theme.good,
        Standing::Guessed => theme.resolution,
        Standing::LeftOver => theme.bad,
    }
}

/// How many lines stand how: `· 41 certain  ? 2 guessed  ! 1 left over`.
fn counts<'a>(survey: &Survey<'_>, theme: &Theme) -> Line<'a> {
    let mut spans = vec![Span::raw(" ")];
    for standing in Standing::ALL {
        let count = survey.count(standing);
        let always = matches!(standing, Standing::Certain | Standing::Guessed | Standing::LeftOver);
        if count > 0 || always {
            spans.push(Span::styled(format!("{} ", sign(standing)), sign_style(standing, theme)));
            let style = if count > 0 && standing.wants_a_look() { theme.title } else { theme.faint };
            spans.push(Span::styled(format!("{count} {}   ", standing.word()), style));
        }
    }
    Line::from(spans)
}

/// How a row is marked: with the keys, from the other side, or not at all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Here,
    There,
    None,
}

impl Mark {
    fn sign(self) -> &'static str {
        match self {
            Mark::Here => "▶",
            Mark::There => "▷",
            Mark::None => " ",
        }
    }

    fn style(self, own: Style, theme: &Theme) -> Style {
        match self {
            Mark::Here => own.patch(theme.marked),
            Mark::There => own.patch(theme.title),
            Mark::None => own,
        }
    }
}

fn paper(survey: &Survey<'_>, intake: &Intake, theme: &Theme, panes: Panes, buffer: &mut Buffer) {
    let area = panes.paper;
    if area.width == 0 || area.height == 0 {
        return;
    }
    let has_keys = intake.side == Side::Paper;
    let lines = &survey.meeting.paper;
    let side = format!("{} lines", lines.len());
    let inside = frame(buffer, area, "The paper", &side, frame_style(has_keys, theme), false);
    let row = survey.rows.get(intake.row).copied().filter(|_| !has_keys);
    let origin = row.and_then(|row| survey.origin(row));
    let mut linked = row.map(|row| survey.lines_of(row)).unwrap_or_default();
    linked.extend(origin.filter(|_| linked.is_empty()));
    let at = if has_keys { intake.line } else { origin.unwrap_or(intake.line) };
    let top = top_of(at, lines.len(), inside.height);
    beyond::mark_rows(inside, top, lines.len(), theme, buffer);
    // Beside what was understood there is no need to say it here.
    let says = panes.understood.width == 0;
    for (y, at) in (top..lines.len()).take(usize::from(inside.height)).enumerate() {
        let mark = match has_keys {
            true if at == intake.line => Mark::Here,
            false if linked.contains(&at) => Mark::There,
            _ => Mark::None,
        };
        put(buffer, inside, y as u16, &paper_line(survey, at, mark, says, theme, usize::from(inside.width)));
    }
}

fn frame_style(has_keys: bool, theme: &Theme) -> Style {
    if has_keys { theme.accent } else { theme.faint }
}

fn paper_line<'a>(
    survey: &Survey<'_>,
    at: usize,
    mark: Mark,
    says: bool,
    theme: &Theme,
    room: usize,
) -> Line<'a> {
    let (Some(line), Some(standing)) = (survey.meeting.paper.get(at), survey.standings.get(at).copied())
    else {
        return Line::default();
    };
    let is_quiet =
        matches!(line.meaning, Meaning::Furniture | Meaning::Courtesy) || standing == Standing::Dropped;
    let own = if is_quiet { theme.faint } else { theme.text };
    let base = mark.style(own, theme);
    let said = match standing {
        Standing::Dropped => "dropped".to_owned(),
        _ if says => line.meaning.word().to_owned(),
        _ => String::new(),
    };
    let free = room.saturating_sub(10 + text::width(&said));
    let words = text::fit(&text::tame(&line.text), free);
    let pad = free.saturating_sub(text::width(&words));
    Line::from(vec![
        Span::styled(mark.sign(), mark.style(theme.accent, theme)),
        Span::styled(format!("{:>4} ", line.line), mark.style(theme.faint, theme)),
        Span::styled(sign(standing), mark.style(sign_style(standing, theme), theme)),
        Span::styled(format!(" {words}{}", " ".repeat(pad)), base),
        Span::styled(format!(" {said} "), mark.style(theme.faint, theme)),
    ])
}

fn understood(survey: &Survey<'_>, intake: &Intake, theme: &Theme, area: Area, buffer: &mut Buffer) {
    if area.width == 0 || area.height == 0 {
        return;
    }
    let has_keys = intake.side == Side::Understood;
    let items = survey.meeting.items.len();
    let side = format!("{items} {}", if items == 1 { "item" } else { "items" });
    let inside = frame(buffer, area, "What was understood", &side, frame_style(has_keys, theme), false);
    let linked = survey.row_of(intake.line);
    let at = if has_keys { intake.row } else { survey.row_near(intake.line) };
    let top = top_of(at, survey.rows.len(), inside.height);
    beyond::mark_rows(inside, top, survey.rows.len(), theme, buffer);
    for (y, (at, row)) in
        survey.rows.iter().enumerate().skip(top).take(usize::from(inside.height)).enumerate()
    {
        let mark = match has_keys {
            true if at == intake.row => Mark::Here,
            false if linked == Some(at) => Mark::There,
            _ => Mark::None,
        };
        put(buffer, inside, y as u16, &row_line(survey, *row, mark, theme, usize::from(inside.width)));
    }
}

/// What a row says: the words set before it, its own, what stands at its right, and how it looks.
struct Said {
    before: String,
    words: String,
    right: String,
    style: Style,
}

fn row_line<'a>(survey: &Survey<'_>, row: Row, mark: Mark, theme: &Theme, room: usize) -> Line<'a> {
    let Said { before, words, right, style } = said(survey.meeting, row, theme);
    let standing = survey.standing_of(row);
    let shown = match standing {
        Standing::Certain => " ",
        other => sign(other),
    };
    let before = text::tame(&before);
    let right = text::tame(&right);
    let free = room.saturating_sub(4 + text::width(&before) + text::width(&right));
    let words = text::fit(&text::tame(&words), free);
    let pad = free.saturating_sub(text::width(&words));
    let edge = if right.is_empty() { style } else { theme.restricted };
    Line::from(vec![
        Span::styled(mark.sign(), mark.style(theme.accent, theme)),
        Span::styled(shown, mark.style(sign_style(standing, theme), theme)),
        Span::styled(format!(" {before}"), mark.style(theme.faint, theme)),
        Span::styled(format!("{words}{}", " ".repeat(pad)), mark.style(style, theme)),
        Span::styled(format!("{right} "), mark.style(edge, theme)),
    ])
}

/// The column in which names of fields stand.
const NAMED: usize = 14;

fn said(meeting: &Meeting, row: Row, theme: &Theme) -> Said {
    let plain = |before: String, words: String, style| Said { before, words, right: String::new(), style };
    let heading = |item: ItemId| meeting.item(item).map(|item| item.heading.clone()).unwrap_or_default();
    let below = " ".repeat(8);
    match row {
        Row::Field(field) => field_said(meeting, field, theme),
        Row::Person(person) => person_said(meeting, person, theme),
        Row::Part(part) => {
            let part = meeting.part(part);
            let words = part.map(|part| format!("{} {}", part.label, part.title)).unwrap_or_default();
            let restricted = part.is_some_and(|part| part.restricted);
            let right = if restricted { "■ restricted" } else { "" }.to_owned();
            Said { before: String::new(), words: words.trim().to_owned(), right, style: theme.title }
        }
        Row::Item(id) => {
            let heading = heading(id);
            let restricted = meeting.item(id).is_some_and(|item| meeting.is_restricted(item));
            let right = if restricted { "■" } else { "" }.to_owned();
            Said {
                before: format!("  {:<5} ", heading.label),
                words: heading.title,
                right,
                style: theme.text,
            }
        }
        Row::Report(item) => plain(below, format!("({})", heading(item).report), theme.faint),
        Row::Text(item, at) => {
            plain(below, heading(item).text.get(at).cloned().unwrap_or_default(), theme.faint)
        }
        Row::Recommendation(item, at) => {
            let advice = heading(item).recommendations.get(at).map(Recommendation::line);
            plain(format!("{below}→ "), advice.unwrap_or_default(), theme.accent)
        }
        Row::Break(id) => {
            let pause = meeting.breaks.iter().find(|pause| pause.id == id);
            let length = pause.and_then(|pause| pause.minutes).map(|minutes| format!(", {minutes} minutes"));
            let title = pause.map(|pause| pause.title.clone()).unwrap_or_default();
            plain("  –     ".to_owned(), format!("{title}{}", length.unwrap_or_default()), theme.faint)
        }
        Row::LeftOver(id) => {
            let line = meeting.left_over.iter().find(|line| line.id == id);
            let words = line.map(|line| line.text.clone()).unwrap_or_default();
            plain(format!("{:<NAMED$}", "left over"), words, theme.text)
        }
    }
}

fn field_said(meeting: &Meeting, field: Meaning, theme: &Theme) -> Said {
    let name = match field {
        Meaning::Body => "body",
        Meaning::Date => "date",
        Meaning::Time => "starts",
        Meaning::Close => "ends",
        Meaning::Venue => "venue",
        Meaning::Contact => "contact",
        Meaning::Telephone => "telephone",
        Meaning::Email => "e-mail",
        Meaning::Published => "published",
        Meaning::NextMeeting => "next meeting",
        _ => "quorum",
    };
    let words = field_words(meeting, field);
    let missing = words.is_empty() && FIELDS.contains(&(field, true));
    let (words, style) = if missing { ("(not found)".to_owned(), theme.bad) } else { (words, theme.text) };
    Said { before: format!("{name:<NAMED$}"), words, right: String::new(), style }
}

fn person_said(meeting: &Meeting, id: PersonId, theme: &Theme) -> Said {
    let Some(person) = meeting.person(id) else {
        return Said { before: String::new(), words: String::new(), right: String::new(), style: theme.text };
    };
    let word = match (meeting.attended(id), meeting.apology_of(id).is_some()) {
        (true, _) if person.membership.sits() => "present",
        (_, true) => "apologies",
        _ => person.membership.word(),
    };
    Said { before: format!("{word:<NAMED$}"), words: person.full(), right: String::new(), style: theme.text }
}

/// The marked line in full, with what it became; or what was understood in full, with the lines it comes from.
fn detail(survey: &Survey<'_>, intake: &Intake, theme: &Theme, area: Area, buffer: &mut Buffer) {
    if area.height < 3 {
        return;
    }
    let (line, row) = intake.marked(survey);
    let line = if intake.side == Side::Understood { row.and_then(|row| survey.origin(row)) } else { line };
    let told = line.and_then(|at| Some((survey.meeting.paper.get(at)?, *survey.standings.get(at)?)));
    let title = match (intake.side, told) {
        (Side::Paper, Some((line, standing))) => {
            format!("Line {}: {}, {}", line.line, line.meaning.word(), stands(survey, line, standing))
        }
        (Side::Paper, None) => "There is no paper".to_owned(),
        (Side::Understood, Some((line, standing))) => {
            format!("From line {}, {}", line.line, stands(survey, line, standing))
        }
        (Side::Understood, None) => "Not from the paper".to_owned(),
    };
    let inside = frame(buffer, area, &title, "", theme.faint, false).inside(1, 0, 1, 0);
    let cells = usize::from(inside.width);
    let source = told.map(|(line, _)| text::tame(&line.text)).unwrap_or_default();
    let meant = row.map(|row| words_of(survey.meeting, row, theme)).unwrap_or_default();
    let none = "nothing in the record";
    let (first, second) = match intake.side {
        Side::Paper => (source, format!("→ {}", if meant.is_empty() { none } else { &meant })),
        Side::Understood => (meant, if source.is_empty() { source } else { format!("← {source}") }),
    };
    let high = usize::from(inside.height);
    let half = high.saturating_sub(1).max(1).div_ceil(2);
    let first = first_rows(&first, cells, half);
    let second = first_rows(&second, cells, high.saturating_sub(first.len()));
    let rows = first.iter().map(|row| (row, theme.text)).chain(second.iter().map(|row| (row, theme.accent)));
    for (y, (row, style)) in rows.enumerate() {
        put(buffer, inside, y as u16, &Line::styled(row.as_str(), style));
    }
}

/// How a line stands, in words; of what is a guess only in that, which way it was guessed.
fn stands(survey: &Survey<'_>, line: &PaperLine, standing: Standing) -> &'static str {
    if standing != Standing::Guessed || line.sure != Sure::RestrictionGuessed {
        return standing.word();
    }
    let items = line.of.iter().filter_map(|&id| survey.meeting.item(ItemId(id)));
    let is_restricted = items.into_iter().any(|item| survey.meeting.is_restricted(item));
    if is_restricted { "restricted as a guess" } else { "public as a guess" }
}

/// All that a row says, in one line.
fn words_of(meeting: &Meeting, row: Row, theme: &Theme) -> String {
    let Said { before, words, right, .. } = said(meeting, row, theme);
    let pages = match row {
        Row::Item(id) => meeting.item(id).map(|item| item.heading.pages.clone()).unwrap_or_default(),
        _ => String::new(),
    };
    let pages = if pages.is_empty() { pages } else { format!("(pages {pages})") };
    // Here an arrow says what became of a line.
    let before = if matches!(row, Row::Recommendation(..)) { "recommendation" } else { before.trim() };
    let all = [before, &words, &pages, &right];
    let said: Vec<&str> = all.into_iter().filter(|words| !words.is_empty()).collect();
    text::tame(&said.join("  "))
}
