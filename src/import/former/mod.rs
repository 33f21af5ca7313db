//! Former reader of items: it takes the one notation that scores best and the one numbering that runs on longest. It
//! competes with the readings of `items` as one more, until they are better in every paper that it reads.

mod candidate;
pub(super) mod notation;
mod run;
mod scheme;

use super::flow;
use super::heading;
use super::label::{self, Scheme};
use super::paper::{Line, Role};
use super::{convening, items, section, title};
use scheme::Heads;

/// No title is wrapped over more lines than this.
const MOST_LINES: usize = 4;

/// The lines with the items as their roles say; none where there are none.
pub(super) fn lines(on_paper: Vec<Line>) -> Option<Vec<Line>> {
    if on_paper.iter().any(|line| line.look.cell.is_some()) {
        return None;
    }
    let lines = notation::plain(on_paper);
    let end = end_of_paper(&lines);
    let (this, rest) = lines.split_at_checked(end)?;
    let first = this.iter().position(is_labelled).unwrap_or(this.len());
    let is_minutes = this.iter().any(|line| line.role == Role::Minutes)
        || super::minutes::kind::is_minutes(this.get(..first).unwrap_or(this));
    let heads = scheme::heads(this, is_minutes);
    if heads.at.is_empty() {
        return None;
    }
    let mut made = Vec::with_capacity(lines.len());
    let mut at = 0;
    while let Some(line) = this.get(at) {
        if heads.at.binary_search(&at).is_ok() {
            at += item(this, at, &heads, is_minutes, &mut made);
        } else {
            made.push(line.clone());
            at += 1;
        }
    }
    made.extend_from_slice(rest);
    Some(made)
}

fn is_labelled(line: &Line) -> bool {
    line.role != Role::Plain || label::label(&line.text).is_some()
}

/// Where the paper of this meeting ends, and earlier minutes or reports begin, below two labels at least.
fn end_of_paper(lines: &[Line]) -> usize {
    let mut labels = 0;
    for (at, line) in lines.iter().enumerate() {
        let is_labelled = matches!(line.role, Role::Item(_))
            || line.role == Role::Plain && label::label(&line.text).is_some();
        labels += usize::from(is_labelled);
        if labels < 2 || line.role != Role::Plain || is_labelled {
            continue;
        }
        let opens = line.gap && convening::opens_minutes(&section::ahead(lines, at));
        if opens || section::opens_report(lines, at) {
            return section::heading_above(lines, at);
        }
    }
    lines.len()
}

/// Adds the lines of an item. Returns how many lines of the paper they are.
fn item(lines: &[Line], at: usize, heads: &Heads, is_minutes: bool, made: &mut Vec<Line>) -> usize {
    let Some((line, ahead)) = lines.get(at..).and_then(<[Line]>::split_first) else { return 1 };
    if matches!(line.role, Role::Item(_)) {
        made.push(line.clone());
        return 1;
    }
    let text = line.text.as_str();
    let (label, rest) = match heads.scheme {
        Some(Scheme::Bulleted) => ("", scheme::unbulleted(text).unwrap_or(text)),
        _ => label::label(text).map_or(("", text), |label| (label.text, label.rest)),
    };
    let column = line.text.len() - rest.len() + line.indent;
    let next = heads.at.get(heads.at.partition_point(|head| *head <= at)).copied();
    let ahead = ahead.get(..next.unwrap_or(lines.len()) - at - 1).unwrap_or(ahead);
    let mut words = rest.to_owned();
    let mut taken = 1;
    let mut above = line;
    for next in ahead.iter().take(MOST_LINES) {
        let same_column =
            next.indent + 1 >= column || next.indent >= line.indent && line.indent == 0 && column <= 5;
        let goes_on = !next.gap
            && next.role == Role::Plain
            && same_column
            && label::label(&next.text).is_none()
            && (title::goes_on(&title::read(&words).title, &next.text)
                || is_minutes && heading::is_full(above, next));
        if !goes_on {
            break;
        }
        words = items::join(&words, &next.text);
        above = next;
        taken += 1;
    }
    made.push(Line { gap: true, ..line.with(words, Role::Item(label.to_owned())) });
    let is_second = taken == 1
        && column > line.indent
        && ahead.get(1).is_none_or(|after| after.gap)
        && ahead.first().is_some_and(|other| flow::is_second_title(other, column));
    if is_second {
        made.extend(ahead.first().map(|other| other.with(other.text.clone(), Role::Translation)));
        taken += 1;
    }
    taken
}
