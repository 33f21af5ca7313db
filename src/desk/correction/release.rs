//! Taking a line of the paper out of what it became, so that it can be something else.

use super::{Corrected, Correction};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{BreakId, ItemId, PartId, PersonId};
use crate::domain::meeting::Head;
use crate::domain::paper::{Meaning, PaperLine};
use crate::import::single;

impl Correction {
    /// Takes a line out of what it became.
    pub(super) fn release(&mut self, at: usize) -> Corrected {
        let line = self.line(at)?.clone();
        match line.meaning {
            Meaning::Unknown => self.forget_left_over(line.line),
            Meaning::AgendaText | Meaning::Recommendation => self.take_words(&line),
            Meaning::Item if self.begins_item(at)? => self.release_item(at),
            Meaning::Item => self.take_from_title(&line),
            Meaning::Part => {
                line.of.first().map_or(Ok(()), |id| self.remove_part(PartId(*id)))?;
                self.orphans(at, &line)
            }
            Meaning::Statement => self.take_from_statement(&line),
            Meaning::Break => line.of.first().map_or(Ok(()), |id| self.remove_break(BreakId(*id))),
            Meaning::Members | Meaning::Present | Meaning::InAttendance | Meaning::Apologies => {
                self.release_people(at, &line)
            }
            Meaning::Minutes => Err("what was minuted is corrected on the page itself, not here".into()),
            field => self.head(|head| clear(head, field)),
        }
    }

    pub(super) fn forget_left_over(&mut self, number: u32) -> Corrected {
        let list = &self.meeting.left_over;
        let Some(at) = list.iter().position(|line| line.line == number) else { return Ok(()) };
        let after = at.checked_sub(1).and_then(|at| list.get(at)).map(|before| before.id.0);
        let Some(line) = list.get(at).cloned() else { return Ok(()) };
        self.make(Edit::remove(after, Thing::LeftOver(line)))
    }

    /// Takes the words of a line out of what the agenda prints below an item.
    pub(super) fn take_words(&mut self, line: &PaperLine) -> Corrected {
        let Some(item) = line.of.first().map(|id| ItemId(*id)) else { return Ok(()) };
        let words = line.text.trim();
        self.heading(item, |heading| {
            if words.trim_matches(['(', ')']).trim_end_matches('.') == heading.report {
                heading.report.clear();
                return;
            }
            let entry = single::entry(words);
            heading.recommendations.retain_mut(|advice| {
                // Of an entry that goes on in the next line, its first words are found without their mark.
                advice.take_out(words) && entry.is_none_or(|entry| advice.take_out(entry))
            });
            let Some(at) = heading.text.iter().position(|text| text.contains(words)) else { return };
            let text = heading.text.remove(at);
            let (before, after) = text.split_once(words).unwrap_or((&text, ""));
            let rest = [before.trim(), after.trim()].into_iter().filter(|rest| !rest.is_empty());
            let rest: Vec<String> = rest.map(str::to_owned).collect();
            heading.text.splice(at..at, rest);
        })
    }

    /// The item whose title begins here goes; the lines below its title are left over.
    fn release_item(&mut self, at: usize) -> Corrected {
        let line = self.line(at)?.clone();
        let Some(id) = line.of.first().map(|id| ItemId(*id)) else { return Ok(()) };
        if self.meeting.item(id).is_some_and(|item| !item.minutes.is_empty()) {
            return Err(
                "something is minuted under this item; move that first, or join the item with j".into()
            );
        }
        self.remove_item(id)?;
        self.orphans(at, &line)
    }

    /// Leaves over the other lines of something that has gone.
    fn orphans(&mut self, at: usize, gone: &PaperLine) -> Corrected {
        let of: Vec<usize> = (self.meeting.paper.iter().enumerate())
            .filter(|(other, line)| *other != at && !gone.of.is_empty() && line.of == gone.of)
            .map(|(other, _)| other)
            .collect();
        of.into_iter().try_for_each(|other| self.leave_over(other))
    }

    fn take_from_title(&mut self, line: &PaperLine) -> Corrected {
        let Some(item) = line.of.first().map(|id| ItemId(*id)) else { return Ok(()) };
        self.heading(item, |heading| {
            let title = heading.title.replacen(line.text.trim(), "", 1);
            title.trim().clone_into(&mut heading.title);
        })
    }

    fn take_from_statement(&mut self, line: &PaperLine) -> Corrected {
        let part = line.of.first().and_then(|id| self.meeting.part(PartId(*id))).cloned();
        let Some(old) = part else { return Ok(()) };
        let words = line.text.trim().trim_matches(['(', ')']);
        let mut new = old.clone();
        old.statement.replacen(words, "", 1).trim().clone_into(&mut new.statement);
        self.make(Edit::replace(Thing::Part(old), Thing::Part(new)))
    }

    pub(super) fn remove_break(&mut self, id: BreakId) -> Corrected {
        let list = &self.meeting.breaks;
        let Some(at) = list.iter().position(|pause| pause.id == id) else { return Ok(()) };
        let after = at.checked_sub(1).and_then(|at| list.get(at)).map(|before| before.id.0);
        let Some(pause) = list.get(at).cloned() else { return Ok(()) };
        self.make(Edit::remove(after, Thing::Break(pause)))
    }

    /// Whoever is named on this line and on no other goes off the roll.
    fn release_people(&mut self, at: usize, line: &PaperLine) -> Corrected {
        let only_here: Vec<u32> = (line.of.iter().copied())
            .filter(|id| {
                let mut others = self.meeting.paper.iter().enumerate().filter(|(other, _)| *other != at);
                !others.any(|(_, other)| other.of.contains(id))
            })
            .collect();
        only_here.into_iter().try_for_each(|id| self.remove_person(PersonId(id)))
    }
}

/// Empties the field of the head that a line was taken for. What is told by a whole sentence stays.
pub(super) fn clear(head: &mut Head, field: Meaning) {
    match field {
        Meaning::Body => head.body.clear(),
        Meaning::Date => head.date = None,
        Meaning::Time => head.starts = None,
        Meaning::Close => head.ends = None,
        Meaning::Venue => head.venue.clear(),
        Meaning::Contact => head.contact.clear(),
        Meaning::Telephone => head.telephone.clear(),
        Meaning::Email => head.email.clear(),
        Meaning::Published => head.published = None,
        Meaning::NextMeeting => head.next_meeting = None,
        Meaning::Quorum => head.quorum = None,
        _ => {}
    }
}
