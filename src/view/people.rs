//! People on the screen: the roll of attendance and the declarations of interest.

use super::beyond::{self, first_of, top_of};
use super::theme::Theme;
use super::{clear, frame, put};
use crate::desk::Desk;
use crate::desk::areas::Area;
use crate::desk::roll::{self, Roll};
use crate::domain::meeting::Meeting;
use crate::domain::name::bare;
use crate::domain::people::{Declaration, Membership, Mode, Person, Standing};
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

pub(super) fn roll(
    desk: &Desk,
    roll: Roll,
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) -> Option<(u16, u16)> {
    clear(buffer, area, theme.text);
    let inside = frame(buffer, area, "Attendance", &counts(desk), theme.accent, false);
    if desk.meeting().people.is_empty() {
        hint(buffer, inside, theme, "Nobody is on the roll yet. n adds somebody.");
        return None;
    }
    let lines = roll_lines(desk.meeting());
    let marked = roll.person(desk.meeting());
    let is_marked = |line: &RollLine| matches!(line, RollLine::Person(person) if Some(person.id) == marked);
    let row = lines.iter().position(is_marked).unwrap_or(0);
    let top = top_of(row, lines.len(), inside.height);
    beyond::mark_rows(inside, top, lines.len(), theme, buffer);
    for (y, line) in lines.iter().skip(top).take(usize::from(inside.height)).enumerate() {
        let line = match line {
            RollLine::Heading(words) => Line::styled(format!(" {words}"), theme.faint),
            RollLine::Person(person) => {
                person_line(desk, theme, person, Some(person.id) == marked, usize::from(inside.width))
            }
        };
        put(buffer, inside, y as u16, &line);
    }
    None
}

/// A line of the roll as it is shown.
enum RollLine<'a> {
    /// Who follows.
    Heading(&'a str),
    /// Somebody.
    Person(&'a Person),
}

/// The lines of the roll. Where there are none but members, they need no heading.
fn roll_lines(meeting: &Meeting) -> Vec<RollLine<'_>> {
    let mut lines = Vec::new();
    for (at, (heading, memberships)) in roll::GROUPS.iter().enumerate() {
        let mut people = roll::group(meeting, memberships).peekable();
        if people.peek().is_some() && at > 0 {
            lines.push(RollLine::Heading(heading));
        }
        lines.extend(people.map(RollLine::Person));
    }
    lines
}

/// How many members are present, how many are there and do not count, and how many are not marked yet.
fn counts(desk: &Desk) -> String {
    let meeting = desk.meeting();
    let sitting = || meeting.people.iter().filter(|person| person.membership.sits());
    let unmarked = sitting().filter(|person| meeting.standing(person.id) == Standing::Unmarked).count();
    let here = meeting.quorate(desk.profile()).here;
    let mut counts = format!("{here} present");
    for (count, what) in [(meeting.members_in().saturating_sub(here), "remote"), (unmarked, "not marked")] {
        if count > 0 {
            counts.push_str(&format!("; {count} {what}"));
        }
    }
    counts
}

/// What there is to do where there is nothing yet.
fn hint(buffer: &mut Buffer, area: Area, theme: &Theme, words: &str) {
    for (y, range) in text::wrap(words, usize::from(area.width.saturating_sub(2)), 0).into_iter().enumerate()
    {
        let line = Line::styled(format!(" {}", words.get(range).unwrap_or("")), theme.faint);
        put(buffer, area, 1 + y as u16, &line);
    }
}

fn person_line<'a>(desk: &Desk, theme: &Theme, person: &Person, marked: bool, room: usize) -> Line<'a> {
    let meeting = desk.meeting();
    let standing = meeting.standing(person.id);
    let last = meeting.movements_of(person.id).next_back();
    let (sign, mut word) = match standing {
        Standing::Unmarked => (" ", String::new()),
        Standing::In => ("P", "present".to_owned()),
        Standing::Out => ("–", "left".to_owned()),
        Standing::Apologies => ("A", "apologies".to_owned()),
        Standing::Absent => ("X", "absent".to_owned()),
    };
    if let Some(last) = last.filter(|last| !last.what.is_of_the_roll_call()) {
        let at = last.at.map(|at| at.format(" %H:%M").to_string()).unwrap_or_default();
        word = format!("{}{at}", last.what.word());
    }
    let is_apart = standing == Standing::In
        && person.membership.sits()
        && !meeting.counts_now(desk.profile(), person.id);
    if last.is_some_and(|last| last.mode == Mode::Online && last.what.is_in()) {
        match is_apart && word == "present" {
            true => word = "remote, no vote".to_owned(),
            false => word.push_str(", remote"),
        }
    }
    let sign = if is_apart { "R" } else { sign };
    let base = if marked { theme.marked } else { theme.text };
    let quiet = if marked { base } else { theme.faint };
    let sign_style = if standing == Standing::In { if marked { base } else { theme.good } } else { quiet };
    let described = described(meeting, person);
    let side = text::fit(&text::tame(&word), room / 2);
    let names = room.saturating_sub(text::width(&side) + 7);
    let name = text::fit(&text::tame(&person.name), names);
    let described = described.map(|words| format!("  {}", text::tame(&words))).unwrap_or_default();
    let described = text::fit(&described, names.saturating_sub(text::width(&name)));
    let pad = names.saturating_sub(text::width(&name) + text::width(&described)) + 1;
    Line::from(vec![
        Span::styled(format!(" {} ", if marked { "▶" } else { " " }), base),
        Span::styled(format!("{sign} "), sign_style.patch(theme.title)),
        Span::styled(name, base),
        Span::styled(described, quiet),
        Span::styled(" ".repeat(pad), base),
        Span::styled(format!("{side} "), quiet),
    ])
}

/// What is said of somebody beside the name: for whom they sit, else the role or post, else how they belong to the
/// meeting, where they are no member.
fn described(meeting: &Meeting, person: &Person) -> Option<String> {
    let sits_for = meeting.apologies.iter().find(|apology| apology.substitute == Some(person.id));
    if let Some(member) = sits_for.and_then(|apology| meeting.person(apology.person)) {
        return Some(format!("for {}", bare(&member.name)));
    }
    let kind = match person.membership {
        Membership::Member => "",
        other => other.word(),
    };
    [person.role.as_str(), person.post.as_str(), kind]
        .into_iter()
        .find(|word| !word.is_empty())
        .map(str::to_owned)
}

pub(super) fn declarations(
    desk: &Desk,
    row: usize,
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) -> Option<(u16, u16)> {
    clear(buffer, area, theme.text);
    let inside = frame(buffer, area, "Declarations of interest", "", theme.accent, false);
    let list = &desk.meeting().declarations;
    if list.is_empty() {
        hint(
            buffer,
            inside,
            theme,
            "None yet. n records one; Alt-W at the item writes that none were received.",
        );
        return None;
    }
    let cells = usize::from(inside.width.saturating_sub(4));
    let told: Vec<String> = list.iter().map(|declaration| sentence(desk, declaration)).collect();
    let rows: Vec<_> = told.iter().map(|sentence| text::wrap(sentence, cells, 0)).collect();
    let heights: Vec<usize> = rows.iter().map(Vec::len).collect();
    let first = first_of(row, &heights, inside.height);
    let mut y = 0;
    for (at, (sentence, rows)) in told.iter().zip(rows).enumerate().skip(first) {
        let style = if at == row { theme.marked } else { theme.text };
        for (line, range) in rows.into_iter().enumerate() {
            let sign = if at == row && line == 0 { "▶" } else { " " };
            let words = format!(" {sign} {}", sentence.get(range).unwrap_or(""));
            let pad = usize::from(inside.width).saturating_sub(text::width(&words));
            put(buffer, inside, y, &Line::styled(format!("{words}{}", " ".repeat(pad)), style));
            y += 1;
        }
    }
    beyond::mark(inside, first > 0, y > inside.height, theme, buffer);
    None
}

fn sentence(desk: &Desk, declaration: &Declaration) -> String {
    let meeting = desk.meeting();
    let who = meeting.person(declaration.person).map(|person| person.name.as_str()).unwrap_or("Somebody");
    let labels: Vec<String> = declaration
        .items
        .iter()
        .filter_map(|item| meeting.item(*item))
        .map(super::super::domain::agenda::Item::name)
        .collect();
    let about = if labels.is_empty() { "the business in general".to_owned() } else { labels.join(", ") };
    let parts = [declaration.kind.as_str(), declaration.nature.as_str(), declaration.conduct.words()];
    let rest: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let dash = if rest.is_empty() { "" } else { " – " };
    text::tame(&format!("{who}: {about}{dash}{}", rest.join("; ")))
}
