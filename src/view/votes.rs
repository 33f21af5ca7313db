//! A recorded vote on the screen: who votes how, and the totals as they grow.

use super::beyond::{self, top_of};
use super::theme::Theme;
use super::{clear, frame, put};
use crate::desk::Desk;
use crate::desk::areas::Area;
use crate::desk::voting::{Cast, Row, Voting};
use crate::domain::motions::Side;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

pub(super) fn voting(
    desk: &Desk,
    voting: &Voting,
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) -> Option<(u16, u16)> {
    clear(buffer, area, theme.text);
    let inside = frame(buffer, area, "Recorded vote", &stage(voting), theme.accent, false);
    put(buffer, inside, 0, &Line::styled(format!(" {}", counted(voting)), theme.title));
    let list = inside.inside(0, 1, 0, 0);
    let top = top_of(voting.row, voting.rows.len(), list.height);
    beyond::mark_rows(list, top, voting.rows.len(), theme, buffer);
    let rows = voting.rows.iter().enumerate().skip(top).take(usize::from(list.height));
    for (at, row) in rows {
        let line = row_line(desk, theme, row, at == voting.row, usize::from(list.width));
        put(buffer, list, (at - top) as u16, &line);
    }
    None
}

/// How far the vote has come.
fn stage(voting: &Voting) -> String {
    match (voting.totals().open, voting.casting) {
        (1.., _) => format!("{} to go", voting.totals().open),
        (0, Some(side)) => format!("casting vote {}", side.word()),
        (0, None) if voting.is_tied() => "a tie: c casting vote".to_owned(),
        _ => "everybody asked".to_owned(),
    }
}

/// The totals in words.
fn counted(voting: &Voting) -> String {
    let totals = voting.totals();
    format!(
        "For {}  Against {}  Abstained {}  Not voting {}",
        totals.for_, totals.against, totals.abstained, totals.silent
    )
}

fn row_line<'a>(desk: &Desk, theme: &Theme, row: &Row, marked: bool, room: usize) -> Line<'a> {
    let base = if marked { theme.marked } else { theme.text };
    let quiet = if marked { base } else { theme.faint };
    let (sign, word) = match row.cast {
        Some(Cast::Voted(Side::For)) => ("F", "for"),
        Some(Cast::Voted(Side::Against)) => ("A", "against"),
        Some(Cast::Voted(Side::Abstained)) => ("B", "abstained"),
        Some(Cast::Silent) => ("N", "did not vote"),
        None => (" ", ""),
    };
    let side = match &row.barred {
        Some(why) if word.is_empty() => text::tame(why),
        Some(why) => format!("{word}; {}", text::tame(why)),
        None => word.to_owned(),
    };
    let side = text::fit(&side, room / 2);
    let name = desk.meeting().person(row.person).map_or("Somebody", |person| person.name.as_str());
    let names = room.saturating_sub(text::width(&side) + 7);
    let name = text::fit(&text::tame(name), names);
    let pad = names.saturating_sub(text::width(&name)) + 1;
    let name_style = if row.barred.is_some() { quiet } else { base };
    let sign_style = if marked { base } else { theme.good };
    Line::from(vec![
        Span::styled(if marked { " ▶ " } else { "   " }, base),
        Span::styled(format!("{sign} "), sign_style.patch(theme.title)),
        Span::styled(name, name_style),
        Span::styled(" ".repeat(pad), base),
        Span::styled(format!("{side} "), quiet),
    ])
}
