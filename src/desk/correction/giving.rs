//! Making a line of the paper what the clerk says it is. The words of the line are read by [`crate::import`].

use super::{Corrected, Correction};
use crate::domain::agenda::{Break, Heading, Item, Part};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{ApologyId, BreakId, ItemId, MovementId, PartId, PersonId};
use crate::domain::paper::Meaning;
use crate::domain::people::{Apology, Membership, Mode, Move, Movement, Person};
use crate::domain::recommendation::Recommendation;
use crate::import::single;

/// Puts a line among the recommendations of an item: as one of its own, or where the line above is one and asks for it, as
/// a part or the rest of that.
fn recommend(heading: &mut Heading, words: &str, is_next: bool) {
    let entry = single::entry(words);
    match heading.recommendations.last_mut().filter(|_| is_next) {
        Some(last) if entry.is_some() && (last.text.is_empty() || last.text.ends_with(':')) => {
            last.go_on(entry.unwrap_or(words), true);
        }
        Some(last) if words.starts_with(char::is_lowercase) => last.go_on(words, false),
        _ => heading.recommendations.push(Recommendation::of(words)),
    }
}

impl Correction {
    /// Makes a line, which is nothing now, something.
    pub(super) fn give(&mut self, at: usize, meaning: Meaning) -> Corrected {
        let words = self.line(at)?.text.clone();
        let of = match meaning {
            Meaning::Unknown => return self.leave_over(at),
            Meaning::Item => return self.give_item(at, &words),
            Meaning::AgendaText | Meaning::Recommendation => vec![self.give_text(at, &words, meaning)?.0],
            Meaning::Part => vec![self.give_part(at, &words)?.0],
            Meaning::Break => vec![self.give_break(at, &words)?.0],
            Meaning::Members | Meaning::Present | Meaning::InAttendance | Meaning::Apologies => {
                self.give_people(&words, meaning)?
            }
            field => {
                self.give_field(&words, field)?;
                Vec::new()
            }
        };
        self.settle(at, meaning, of)
    }

    /// A new item begins here. What stood below the item above, from here on, stands below the new one.
    fn give_item(&mut self, at: usize, words: &str) -> Corrected {
        let above = self.item_above(at);
        let part = self.part_above(at, above);
        let id = ItemId(self.ids.draw());
        let restricted = self.is_restricted_from(at, above);
        let is_part = part.and_then(|part| self.meeting.part(part)).is_some_and(|part| part.restricted);
        let restricted = (restricted != is_part).then_some(restricted);
        let heading = Heading { part, restricted, ..single::item(words) };
        let item = Item { id, heading, minutes: Vec::new() };
        self.make(Edit::insert(above.map(Into::into), Thing::Item(item)))?;
        self.settle(at, Meaning::Item, vec![id.0])?;
        let Some(above) = above else { return Ok(()) };
        let below: Vec<usize> = (self.meeting.paper.iter().enumerate().skip(at + 1))
            .filter(|(_, line)| line.of.contains(&above.0))
            .filter(|(_, line)| matches!(line.meaning, Meaning::AgendaText | Meaning::Recommendation))
            .map(|(other, _)| other)
            .collect();
        for other in below {
            let meaning = self.line(other)?.meaning;
            let words = self.line(other)?.text.clone();
            self.release(other)?;
            self.give_text_to(id, other, &words, meaning)?;
            let of = vec![id.0];
            self.settle(other, meaning, of)?;
        }
        Ok(())
    }

    /// Returns whether an item that begins on a line is restricted. Its words or a heading since the item above decide; otherwise
    /// it is like the item above, so that nothing private is published because a line was split off.
    fn is_restricted_from(&self, at: usize, above: Option<ItemId>) -> bool {
        let item = above.and_then(|above| self.meeting.item(above));
        let is_above = item.is_some_and(|item| self.meeting.is_restricted(item));
        let lines = self.meeting.paper.get(..=at).unwrap_or(&[]).iter().rev();
        let since = lines.take_while(|line| above.is_none_or(|item| !line.of.contains(&item.0)));
        since.filter_map(|line| single::restricts(&line.text)).next().unwrap_or(is_above)
    }

    /// The part in which an item stands that begins on a line: that of a heading since the item above, or else
    /// that of the item above.
    fn part_above(&self, at: usize, above: Option<ItemId>) -> Option<PartId> {
        let lines = self.meeting.paper.get(..at).unwrap_or(&[]).iter().rev();
        let mut since = lines.take_while(|line| above.is_none_or(|item| !line.of.contains(&item.0)));
        let heading = since.find(|line| line.meaning == Meaning::Part).and_then(|line| line.of.first());
        let of_item = || above.and_then(|item| self.meeting.item(item)?.heading.part);
        heading.map(|id| PartId(*id)).filter(|part| self.meeting.part(*part).is_some()).or_else(of_item)
    }

    fn give_text(&mut self, at: usize, words: &str, meaning: Meaning) -> Result<ItemId, String> {
        let item = self.item_above(at).ok_or("there is no item above this line")?;
        self.give_text_to(item, at, words, meaning)?;
        Ok(item)
    }

    /// Puts words below an item, before those of the lines that follow on the paper.
    fn give_text_to(&mut self, item: ItemId, at: usize, words: &str, meaning: Meaning) -> Corrected {
        let following: Vec<String> = (self.meeting.paper.iter().skip(at + 1))
            .filter(|line| line.meaning == Meaning::AgendaText && line.of.contains(&item.0))
            .map(|line| line.text.clone())
            .collect();
        let words = words.trim().to_owned();
        let above = at.checked_sub(1).and_then(|at| self.meeting.paper.get(at));
        let is_next =
            above.is_some_and(|above| above.meaning == Meaning::Recommendation && above.of.contains(&item.0));
        self.heading(item, |heading| {
            if meaning == Meaning::Recommendation {
                return recommend(heading, &words, is_next);
            }
            let is_below = |text: &String| following.iter().any(|line| text.contains(line.as_str()));
            let place = heading.text.iter().position(is_below).unwrap_or(heading.text.len());
            heading.text.insert(place, words);
        })
    }

    /// A part begins here: the items that follow on the paper, up to the next heading of a part, stand in it.
    fn give_part(&mut self, at: usize, words: &str) -> Result<PartId, String> {
        let (label, title, restricted) = single::part(words);
        let id = PartId(self.ids.draw());
        let part = Part { id, label, title, restricted, statement: String::new() };
        let paper = &self.meeting.paper;
        let heads = |line: &&crate::domain::paper::PaperLine| line.meaning == Meaning::Part;
        let above = paper.get(..at).unwrap_or(&[]).iter().rev().filter(heads).flat_map(|line| &line.of);
        let after = above.copied().find(|id| self.meeting.part(PartId(*id)).is_some());
        let below = paper.iter().skip(at + 1).take_while(|line| line.meaning != Meaning::Part);
        let items: Vec<ItemId> = below
            .filter(|line| line.meaning == Meaning::Item)
            .flat_map(|line| line.of.iter().map(|id| ItemId(*id)))
            .collect();
        self.make(Edit::insert(after, Thing::Part(part)))?;
        for item in items {
            self.heading(item, |heading| heading.part = Some(id))?;
        }
        Ok(id)
    }

    fn give_break(&mut self, at: usize, words: &str) -> Result<BreakId, String> {
        let (title, minutes) = single::pause(words);
        let id = BreakId(self.ids.draw());
        let thing = Thing::Break(Break { id, after: self.item_above(at), title, minutes });
        let after = self.meeting.breaks.last().map(|last| last.id.0);
        self.make(Edit::insert(after, thing))?;
        Ok(id)
    }

    fn give_people(&mut self, words: &str, meaning: Meaning) -> Result<Vec<u32>, String> {
        let people = single::people(words);
        if people.is_empty() {
            return Err("no name is found on this line; add the person with a".into());
        }
        people.into_iter().map(|person| Ok(self.list(person, meaning)?.0)).collect()
    }

    /// Puts somebody on the roll, unless they are there, as the line lists them.
    fn list(&mut self, person: Person, meaning: Meaning) -> Result<PersonId, String> {
        let same = |other: &&Person| other.name.eq_ignore_ascii_case(&person.name);
        let known = self.meeting.people.iter().find(same).map(|person| person.id);
        let id = known.unwrap_or_else(|| PersonId(self.ids.draw()));
        if known.is_none() {
            let membership =
                if meaning == Meaning::InAttendance { Membership::Officer } else { Membership::Member };
            let after = self.meeting.people.last().map(|last| last.id.0);
            let thing = Thing::Person(Person { id, membership, ..person });
            self.make(Edit::insert(after, thing))?;
        }
        match meaning {
            Meaning::Present | Meaning::InAttendance if !self.meeting.attended(id) => {
                let movement = Movement {
                    id: MovementId(self.ids.draw()),
                    person: id,
                    what: Move::Present,
                    item: None,
                    after: None,
                    at: None,
                    mode: Mode::Room,
                    why: String::new(),
                };
                let after = self.meeting.attendance.last().map(|last| last.id.0);
                self.make(Edit::insert(after, Thing::Movement(movement)))?;
            }
            Meaning::Apologies if self.meeting.apology_of(id).is_none() => {
                let apology = Apology { id: ApologyId(self.ids.draw()), person: id, substitute: None };
                let after = self.meeting.apologies.last().map(|last| last.id.0);
                self.make(Edit::insert(after, Thing::Apology(apology)))?;
            }
            _ => {}
        }
        Ok(id)
    }

    /// Fills a field of the head. A line that is the furniture of the page fills none.
    fn give_field(&mut self, words: &str, field: Meaning) -> Corrected {
        let value = single::value(words).to_owned();
        let none = |what: &str| format!("no {what} is found on this line; meeting-details takes one by hand");
        match field {
            Meaning::Body => self.head(|head| head.body = value),
            Meaning::Venue => self.head(|head| head.venue = value),
            Meaning::Contact => self.head(|head| head.contact = value),
            Meaning::Date => {
                let day = single::day(words).ok_or_else(|| none("date"))?;
                self.head(|head| head.date = Some(day))
            }
            Meaning::NextMeeting => {
                let day = single::day(words).ok_or_else(|| none("date"))?;
                self.head(|head| head.next_meeting = Some(day))
            }
            Meaning::Published => {
                let day = single::day(words).ok_or_else(|| none("date"))?;
                self.head(|head| head.published = Some(day))
            }
            Meaning::Time => {
                let time = single::time(words).ok_or_else(|| none("time"))?;
                self.head(|head| head.starts = Some(time))
            }
            Meaning::Close => {
                let time = single::time(words).ok_or_else(|| none("time"))?;
                self.head(|head| head.ends = Some(time))
            }
            _ => Ok(()),
        }
    }
}
