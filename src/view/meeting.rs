//! The meeting as a whole on the screen: the line at the top, the status line that tells the truth, and the
//! line of the keys that matter now.

use super::put;
use super::theme::Theme;
use crate::command::{self, Command, Group, Scope};
use crate::desk::areas::Area;
use crate::desk::compared::Purpose;
use crate::desk::{Desk, Overlay, Saved};
use crate::domain::agenda::Progress;
use crate::domain::id::PersonId;
use crate::domain::meeting::Status;
use crate::domain::minutes::Kind;
use crate::domain::name::bare;
use crate::domain::pace::Pace;
use crate::domain::people::Standing;
use crate::text;
use chrono::Timelike;
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// The line at the top: the body and the day; where the agenda has no column, the item's place on it.
pub(super) fn title(desk: &Desk, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let head = &desk.meeting().head;
    let body = if head.body.is_empty() { "A meeting" } else { &head.body };
    let date = head.date.map(|date| date.format("%-d %B %Y").to_string()).unwrap_or_default();
    let place = desk.writing.item.and_then(|item| desk.meeting().place_of(item));
    let right = match place {
        Some(place) if desk.areas().agenda.width == 0 => {
            format!("{}/{} ", place + 1, desk.meeting().items.len())
        }
        _ => match pace(desk) {
            Some(pace) => format!("{pace}   {date} "),
            None => format!("{date} "),
        },
    };
    line(
        buffer,
        area,
        theme.bar,
        &format!(" {}", text::tame(body)),
        &right,
        theme.bar.add_modifier(Modifier::BOLD),
    );
}

/// How the meeting stands against its plan: `12 min behind; 4 items, 40 min left`.
fn pace(desk: &Desk) -> Option<String> {
    let Pace { behind, items, left } = desk.meeting().pace(desk.writing.item?, desk.clock?)?;
    let against = match behind {
        Some(late @ 1..) => Some(format!("{late} min behind")),
        Some(0) => Some("on time".to_owned()),
        Some(early) => Some(format!("{} min ahead", -early)),
        None => None,
    };
    let items = if items == 1 { "1 item".to_owned() } else { format!("{items} items") };
    let ahead = match left {
        Some(left @ 0..) => format!("{items}, {left} min left"),
        Some(over) => format!("{items} left, {} min over", -over),
        None => format!("{items} left"),
    };
    Some(against.map_or(ahead.clone(), |against| format!("{against}; {ahead}")))
}

/// A line with something at either end; the left gives way.
fn line(buffer: &mut Buffer, area: Area, style: Style, left: &str, right: &str, strong: Style) {
    let room = usize::from(area.width).saturating_sub(text::width(right) + 1);
    let left = text::fit(left, room);
    let gap = usize::from(area.width).saturating_sub(text::width(&left) + text::width(right));
    let spans = vec![
        Span::styled(left, strong),
        Span::styled(" ".repeat(gap), style),
        Span::styled(right.to_owned(), style),
    ];
    put(buffer, area, 0, &Line::from(spans));
}

/// The status line: saved or not, who is present, quorum, restricted or public, the clock; or, while there is
/// something to say, what the program says. Where that needs three rows, the line stands a row higher, over the lower
/// edge of the page.
pub(super) fn status(desk: &Desk, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let bar = theme.bar;
    let mut left = vec![Span::styled(" ", bar), saved(desk, theme), Span::styled("  ", bar)];
    let mut area = area;
    match spoken(desk, theme, area.width) {
        Some(spoken) => {
            if let [second, _] = spoken.rest.as_slice() {
                line(buffer, area, bar, &format!(" {second}"), "", spoken.style);
                area.y = area.y.saturating_sub(1);
            }
            left.push(Span::styled(spoken.first, spoken.style));
        }
        None => left.extend(facts(desk, theme)),
    }
    let right = right_side(desk, theme);
    let wide: usize = right.iter().map(Span::width).sum();
    let room = usize::from(area.width).saturating_sub(wide);
    let mut used = 0;
    let mut spans = Vec::new();
    for span in left {
        let words = text::fit(&span.content, room.saturating_sub(used));
        used += text::width(&words);
        spans.push(Span::styled(words, span.style));
    }
    spans.push(Span::styled(" ".repeat(room.saturating_sub(used)), bar));
    spans.extend(right);
    put(buffer, area, 0, &Line::from(spans));
}

/// What the program says, broken into the rows that there are for it.
struct Spoken {
    /// What stands in the status line.
    first: String,
    /// What stands below it, where the status line is too short for all of it: the last in the row of keys.
    rest: Vec<String>,
    style: Style,
}

/// What the program has to say: its notice, or else what it knows of the name being typed or of the motion here.
fn spoken(desk: &Desk, theme: &Theme, width: u16) -> Option<Spoken> {
    let (words, style) = match &desk.notice {
        Some(notice) if notice.warning => (text::tame(&notice.text), theme.bar_bad),
        Some(notice) => (text::tame(&notice.text), theme.bar),
        None => match names(desk) {
            Some(words) => (words, theme.bar),
            // What is there as long as the cursor stays is not to hide the keys.
            None => return Some(Spoken { first: motion(desk)?, rest: Vec::new(), style: theme.bar }),
        },
    };
    let width = usize::from(width);
    let right: usize = right_side(desk, theme).iter().map(Span::width).sum();
    let taken = saved(desk, theme).width() + 3 + right;
    let has_keys = desk.areas().keys.height > 0;
    if taken + text::width(&words) <= width || !has_keys {
        return Some(Spoken { first: words, rest: Vec::new(), style });
    }
    let most = if desk.size.height < ROOMY { 2 } else { 3 };
    let rows = text::wrap(&words, width.saturating_sub(2), taken);
    // Where not even a word fits beside what is always said, all of it stands below. The last row has the rest.
    let count = rows.len().min(most);
    let mut said = rows.iter().take(count).enumerate().map(|(at, row)| {
        let end = if at + 1 == count { words.len() } else { row.end };
        words.get(row.start..end).unwrap_or("").trim_end().to_owned()
    });
    Some(Spoken { first: said.next().unwrap_or_default(), rest: said.collect(), style })
}

/// The height from which on the lower edge of the page can be spared.
const ROOMY: u16 = 10;

fn saved(desk: &Desk, theme: &Theme) -> Span<'static> {
    match (&desk.saved, &desk.read_only) {
        (_, Some(_)) if awaits_restoring(desk) => Span::styled("NOT RESTORED YET", theme.bar_bad),
        (_, Some(_)) => Span::styled("READ ONLY", theme.bar_bad),
        (Saved::Yes, _) => Span::styled("saved", theme.bar_good),
        (Saved::Saving, _) => Span::styled("saving…", theme.bar),
        (Saved::No(why), _) => {
            let why = text::tame(why);
            Span::styled(format!("NOT SAVED: {why}{}", way_out(desk)), theme.bar_bad)
        }
    }
}

fn awaits_restoring(desk: &Desk) -> bool {
    matches!(desk.overlay(), Some(Overlay::Compared(open)) if matches!(open.purpose, Purpose::Restore(_)))
}

/// What the clerk can do about it, while the program has nothing else to say.
fn way_out(desk: &Desk) -> String {
    let command = command::named("save-elsewhere").filter(|_| desk.notice.is_none());
    let key = command.and_then(|command| command::keys_of(desk, command).next());
    key.map(|key| format!(" ({key} saves elsewhere)")).unwrap_or_default()
}

fn facts(desk: &Desk, theme: &Theme) -> Vec<Span<'static>> {
    let meeting = desk.meeting();
    let bar = theme.bar;
    let quorate = meeting.quorate(desk.profile());
    let count = match meeting.members_in().saturating_sub(quorate.here) {
        0 => format!("{} present", quorate.here),
        apart => format!("{} present, {apart} remote", quorate.here),
    };
    let status = match meeting.course.status {
        Status::Prepared => "not opened yet (Alt-O)",
        other => other.word(),
    };
    let mut facts = vec![Span::styled(status, bar), Span::styled("  ", bar)];
    match quorate.needed {
        Some(needed) if !quorate.holds() && meeting.course.status == Status::Open => {
            facts.push(Span::styled(format!("{count}, NO QUORUM ({needed})"), theme.bar_bad));
        }
        Some(needed) => facts.push(Span::styled(format!("{count}, quorum {needed}"), bar)),
        None => facts.push(Span::styled(count, bar)),
    }
    if !meeting.parked.is_empty() {
        facts.push(Span::styled(format!("  {} parked", meeting.parked.len()), bar));
    }
    // Before the close there is always something that is not done yet.
    let found = desk.findings.open.len();
    if found > 0 {
        facts.push(Span::styled(format!("  {found} to look at"), bar));
    }
    facts
}

/// What the name being typed can be completed to; or who has been named and is not down as being there.
fn names(desk: &Desk) -> Option<String> {
    if desk.overlay().is_some() {
        return None;
    }
    if let Some(offer) = &desk.names.offer {
        return Some(text::tame(&format!("{offer} (Alt-C)")));
    }
    let doubt = desk.doubt()?;
    let said = match doubt.person.map(|person| (person, desk.meeting().standing(person))) {
        None => "is not on the roll",
        Some((_, Standing::Apologies)) => "is down for apologies",
        Some((_, Standing::Absent)) => "is down as absent",
        Some((_, Standing::Out)) => "is out of the room",
        Some(_) => "is not marked present",
    };
    Some(text::tame(&format!("{} {said} (Alt-J: here)", doubt.words)))
}

/// What is recorded of the motion with the cursor, which the page does not show.
fn motion(desk: &Desk) -> Option<String> {
    let (_, block) = desk.here().filter(|_| desk.overlay().is_none())?;
    let Kind::Motion(motion) = &block.kind else { return None };
    let name = |person: Option<PersonId>| {
        let person = person.and_then(|person| desk.meeting().person(person));
        person.map(|person| bare(&person.name))
    };
    let by = match (name(motion.mover), name(motion.seconder)) {
        (Some(mover), Some(seconder)) => format!(": {mover}, seconded by {seconder}"),
        (Some(mover), None) => format!(": {mover}, not seconded"),
        (None, Some(seconder)) => format!(": seconded by {seconder}"),
        (None, None) => String::new(),
    };
    let votes = motion.vote.count().map(|(yes, no, abstained)| format!(" {yes}–{no}–{abstained}"));
    let votes = votes.unwrap_or_default();
    Some(text::tame(&format!("motion {}{votes} (F4){by}", motion.decision.word())))
}

fn right_side(desk: &Desk, theme: &Theme) -> Vec<Span<'static>> {
    let bar = theme.bar;
    let curtain = if desk.is_restricted_here() {
        Span::styled(" RESTRICTED ", theme.bar_bad)
    } else {
        Span::styled(" public ", bar)
    };
    let clock = desk.clock.map(|now| format!("{:02}:{:02} ", now.hour(), now.minute())).unwrap_or_default();
    vec![curtain, Span::styled(" ", bar), Span::styled(clock, bar)]
}

/// The line of keys: of the commands that the table has a word for, those that can be done here. The way to
/// all the others stands at the right and is never crowded out.
///
/// What the program says goes before it, where the status line is too short for that; the next key brings it back.
pub(super) fn keys(desk: &Desk, theme: &Theme, area: Area, buffer: &mut Buffer) {
    if let Some(spoken) = spoken(desk, theme, area.width)
        && let Some(rest) = spoken.rest.last()
    {
        return line(buffer, area, theme.bar, &format!(" {rest}"), "", spoken.style);
    }
    let scope = Scope::of(desk);
    let everywhere = |group: bool| {
        let of_the_desk = move |command: &&Command| (command.group == Group::Desk) == group;
        command::table().filter(|command| command.scope == Scope::Everywhere).filter(of_the_desk)
    };
    let room = usize::from(area.width).saturating_sub(1);
    // Where something is open that has keys of its own, the way to all others gives up room to them.
    let (least, end) = if scope == Scope::Writing { (26, 0) } else { (9, END) };
    let (right, taken) = hints(desk, theme, everywhere(true), (room / 3).max(room.min(least)));
    let own = command::of_scope(desk, scope).into_iter();
    // While a form or a list is open, what it understands is all that matters.
    let beyond = everywhere(false)
        .filter(|_| scope == Scope::Writing || !scope.takes_text() && scope != Scope::Reading);
    let (mut left, offered) = offer(desk, theme, scope);
    let (others, used) = hints(desk, theme, own.chain(beyond), room.saturating_sub(taken + offered) + end);
    left.extend(others);
    let used = used + offered;
    let gap = room.saturating_sub(taken + used);
    let mut spans = vec![Span::raw(" ")];
    spans.extend(left);
    spans.push(Span::raw(" ".repeat(gap)));
    spans.extend(right);
    put(buffer, area, 0, &Line::from(spans));
}

/// What is still offered, before all other keys, and how much room it takes. A form or a list has keys enough of its own.
fn offer(desk: &Desk, theme: &Theme, scope: Scope) -> (Vec<Span<'static>>, usize) {
    let offered = command::offered(desk).filter(|_| matches!(scope, Scope::Writing | Scope::Roll));
    let key = command::named("accept-offer").and_then(|accept| command::keys_of(desk, accept).next());
    let (Some(offered), Some(key)) = (offered, key) else { return (Vec::new(), 0) };
    let (key, about) = (key.to_string(), format!(" {}  ", offered.about));
    let wide = text::width(&key) + text::width(&about);
    (vec![Span::styled(key, theme.key), Span::styled(about, theme.faint)], wide)
}

/// The cells that a key and its word take at least, with what parts them from each other and from the next.
const LEAST: usize = 5;

/// The blanks behind the last key of a line, which need no room.
const END: usize = 2;

/// Key and word of as many commands as there is room for, and how much of it they take.
fn hints(
    desk: &Desk,
    theme: &Theme,
    commands: impl Iterator<Item = &'static Command>,
    room: usize,
) -> (Vec<Span<'static>>, usize) {
    let mut spans = Vec::new();
    let mut used = 0;
    for command in commands {
        if used + LEAST > room {
            break;
        }
        let word = command::foot(desk, command);
        if word.is_empty() || (command.when)(desk).is_err() {
            continue;
        }
        let Some(key) = command::keys_of(desk, command).next().map(|key| key.to_string()) else { continue };
        let wide = text::width(&key) + text::width(word) + 3;
        if used + wide <= room {
            used += wide;
            spans.push(Span::styled(key, theme.key));
            spans.push(Span::styled(format!(" {word}  "), theme.faint));
        }
    }
    (spans, used)
}

/// The sign of an item's progress, which says it without colour.
pub(super) fn sign(progress: Progress) -> &'static str {
    match progress {
        Progress::NotReached => "·",
        Progress::Minuted => "✓",
        Progress::Deferred => "»",
        Progress::Withdrawn => "×",
    }
}
