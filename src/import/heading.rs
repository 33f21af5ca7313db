//! Headings of minutes as they are set: of parts, in capitals right above an item, and titles that are wrapped. Knows
//! where a line stands and how it looks, and nothing of what is below it.

use super::convening;
use super::cue;
use super::declared;
use super::interruption;
use super::listing;
use super::minutes::{
    self,
    paragraph::{self, Mark},
};
use super::notice;
use super::outline::{Heads, lettered_heading};
use super::paper::{Line, Role, groups, joined};
use crate::text::width;

/// The width at which lines of plain text are broken.
const LINE: usize = 78;

/// The label and title of the part whose heading stands on a line: in capitals, with an item right below it, or only
/// what is said of the part between.
pub(super) fn part<'a>(lines: &'a [Line], at: usize, heads: &Heads) -> Option<(&'a str, &'a str)> {
    let line = lines.get(at)?;
    let next = *heads.at.get(heads.at.partition_point(|head| *head <= at))?;
    let column = lines.get(next)?.indent;
    let (label, title) = lettered_heading(&line.text).unwrap_or(("", &line.text));
    let is_heading = line.role == Role::Plain
        && line.gap
        && line.indent <= column
        && cue::is_capitals(title)
        && !minutes::is_minute(title)
        && !title.ends_with(['.', ':', ';', ','])
        && title.split(' ').count() <= 12;
    let between = lines.get(at + 1..next)?;
    let is_part = is_heading && at > 0 && !listing::announces(line, between) && only_states(between);
    is_part.then_some((label, title))
}

/// Whether lines between a heading and the first item say no more than what is said of a part.
fn only_states(lines: &[Line]) -> bool {
    let rest = match lines.split_first() {
        Some((first, rest)) if !first.gap && notice::restricts(&first.text) => rest,
        _ => lines,
    };
    let is_beside = |words: &str| notice::tells_left_out(words) || interruption::read(words).is_some();
    let mut said = groups(rest).filter(|group| !is_beside(&joined(group)));
    let states = |group: &[Line]| {
        let words = joined(group);
        group.len() <= 3
            && group.iter().all(|line| line.role == Role::Plain)
            && !cue::is_capitals(&words)
            && paragraph::mark(&words).0 == Mark::None
            && convening::read(&words).is_none()
            && declared::read(&words).is_none()
    };
    let fits = said.next().is_none_or(states);
    fits && said.next().is_none()
}

/// Whether a line is so full that the first word of the next had no room on it.
pub(super) fn is_full(line: &Line, next: &Line) -> bool {
    let first = next.text.split(' ').next().unwrap_or("");
    !next.text.starts_with('(') && line.indent + width(&line.text) + 1 + width(first) > LINE
}
