//! From the lines of a paper to what they became: items, parts, breaks and people. Knows where things began and how
//! people are called, and not how either was read.

use super::asking;
use super::paper::squeeze;
use super::{Meaning, ReadLine, people};
use crate::domain::agenda::Heading;
use crate::domain::id::LineId;
use crate::domain::meeting::Meeting;
use crate::domain::paper::PaperLine;
use std::collections::{HashMap, HashSet};

/// What can begin on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Began {
    Item,
    Part,
    Break,
}

/// Where things began: the line, what it was, and its id, in order.
pub(super) type Starts = Vec<(u32, Began, u32)>;

/// Says of every line what it became.
pub(super) fn link(lines: &mut [ReadLine], meeting: &Meeting, starts: &Starts) {
    let there: HashSet<u32> = (meeting.items.iter().map(|item| item.id.0))
        .chain(meeting.parts.iter().map(|part| part.id.0))
        .chain(meeting.breaks.iter().map(|pause| pause.id.0))
        .collect();
    let names = Names::of(meeting);
    let advised: HashMap<u32, &Heading> = (meeting.items.iter())
        .filter(|item| !item.heading.recommendations.is_empty())
        .map(|item| (item.id.0, &item.heading))
        .collect();
    for line in lines {
        let thing = match line.meaning {
            Meaning::Item | Meaning::AgendaText | Meaning::Minutes => last(starts, line.line, Began::Item),
            Meaning::Part | Meaning::Statement => last(starts, line.line, Began::Part),
            Meaning::Break => last(starts, line.line, Began::Break),
            Meaning::Members | Meaning::Present | Meaning::InAttendance | Meaning::Apologies => {
                line.of = names.on(&line.text);
                None
            }
            _ => None,
        };
        line.of.extend(thing.filter(|id| there.contains(id)));
        let heading = line.of.first().and_then(|id| advised.get(id));
        let recommends = |heading: &&Heading| {
            heading.recommendations.iter().any(|one| {
                // The first line of an entry that goes on below is found without its mark.
                one.is_of(&line.text) || one.is_of(asking::marked(line.text.trim()).1)
            })
        };
        if line.meaning == Meaning::AgendaText && heading.is_some_and(recommends) {
            line.meaning = Meaning::Recommendation;
        }
    }
}

/// The last thing of a kind that began on a line or above it. It is looked for among the nearest only, so that a
/// paper of nothing but parts costs no more than another.
fn last(starts: &Starts, line: u32, wanted: Began) -> Option<u32> {
    let until = starts.partition_point(|(start, ..)| *start <= line);
    let before = starts.get(..until)?.iter().rev();
    before.take(64).find(|(_, began, _)| *began == wanted).map(|(.., id)| *id)
}

/// The people of a meeting, to be found by their surnames.
struct Names<'a> {
    by_surname: HashMap<&'a str, Vec<(&'a str, u32)>>,
}

impl<'a> Names<'a> {
    fn of(meeting: &'a Meeting) -> Self {
        let mut by_surname: HashMap<&str, Vec<(&str, u32)>> = HashMap::new();
        for person in &meeting.people {
            let bare = person.name.split(',').next().unwrap_or_default().trim();
            by_surname.entry(people::surname(&person.name)).or_default().push((bare, person.id.0));
        }
        Self { by_surname }
    }

    /// Whoever is named on a line: by the whole name, or by the surname where the name is broken over two lines.
    fn on(&self, text: &str) -> Vec<u32> {
        let words = squeeze(text);
        let mut found = Vec::new();
        let is_part =
            |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '\'' || letter == '’';
        let mut seen = HashSet::new();
        for word in words.split(|letter| !is_part(letter)).filter(|word| seen.insert(*word)) {
            let Some(called) = self.by_surname.get(word) else { continue };
            let whole = || called.iter().filter(|(name, _)| words.contains(name));
            if whole().next().is_some() {
                found.extend(whole().map(|(_, id)| *id));
            } else {
                found.extend(called.iter().map(|(_, id)| *id));
            }
        }
        found
    }
}

/// Says of the lines of recommendations which item they belong to.
pub(super) fn advise(lines: &mut [ReadLine], of: &[(u32, u32)]) {
    let of: HashMap<u32, u32> = of.iter().copied().collect();
    for line in lines.iter_mut().filter(|line| line.meaning == Meaning::Recommendation) {
        line.of.extend(of.get(&line.line));
    }
}

/// Keeps the paper in the record: the lines up to `last`, and of what follows only what was read from it.
pub(super) fn keep(lines: &[ReadLine], last: u32, meeting: &mut Meeting) {
    let mut ids = meeting.ids();
    let kept = lines.iter().filter(|line| line.line <= last || line.meaning == Meaning::Recommendation);
    let kept = kept.map(|line| PaperLine {
        id: LineId(ids.draw()),
        line: line.line,
        text: line.text.clone(),
        meaning: line.meaning,
        sure: line.sure,
        of: line.of.clone(),
    });
    meeting.paper = kept.collect();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read;

    const PAPER: &str = "QUAY COMMITTEE\n\nThursday 4 May 2023 at 2.00 pm\n\nMembers: Mr N Groyne, Mrs A Oake and Ms A\nOake\n\nA. Business\n\nA1 Apologies\n\nA2 Minutes of the last meeting\nTo approve them.\n\nB. Other\n\nB1 Buoys\n";

    #[test]
    fn lines_know_what_they_became() {
        let meeting = read(PAPER.as_bytes()).unwrap().meeting;
        let of = |text: &str| {
            let line = meeting.paper.iter().find(|line| line.text.starts_with(text)).unwrap();
            (line.meaning, line.of.clone())
        };
        assert_eq!(of("A2 Minutes"), (Meaning::Item, vec![meeting.items[1].id.0]));
        assert_eq!(of("To approve"), (Meaning::AgendaText, vec![meeting.items[1].id.0]));
        assert_eq!(of("B. Other"), (Meaning::Part, vec![meeting.parts[1].id.0]));
        let (meaning, people) = of("Members:");
        assert_eq!(meaning, Meaning::Members);
        assert!(people.contains(&meeting.people[0].id.0) && people.contains(&meeting.people[1].id.0));
    }
}
