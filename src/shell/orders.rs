//! What the desk orders, carried out: each effect by whoever has the part of the world outside that it is about. Knows
//! nothing of when, nor of frames.

use super::desk_file::DeskFile;
use super::minute::{Loop, keep, notes};
use super::news::News;
use super::{papers, recovery, returned};
use crate::desk::{Effect, ExportOrder, sentence};
use crate::export::Order;
use crate::store::{Opened, StoreError, Waiting};
use crate::update::Event;
use std::thread;

/// What became of a copy.
fn copied(copied: Result<String, String>) -> Event {
    match copied {
        Ok(said) => Event::Done(said),
        Err(why) => Event::Failed(why),
    }
}

impl Loop {
    /// Carries out an effect. Returns what the desk is to be told of it.
    pub(super) fn carry_out(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Journal(entry) => {
                self.file.as_mut()?.append(entry);
                None
            }
            Effect::Save => {
                self.file.as_mut()?.save(&self.desk);
                Some(Event::Storing)
            }
            Effect::SaveElsewhere(path) => self.file.as_mut()?.elsewhere(&path, &self.desk),
            Effect::Restore => self.open(Waiting::restore),
            Effect::LeaveAside => self.open(Waiting::leave_aside),
            Effect::ListCopies => {
                let record = self.desk.file.clone();
                self.aside(move || recovery::copies(&record));
                None
            }
            Effect::ReadCopy(copy) => {
                self.aside(move || recovery::read_copy(copy));
                None
            }
            Effect::Recall => Some(self.file.as_ref()?.recall()),
            Effect::Copy(text) => Some(copied(self.clipboard.copy(&text, None))),
            Effect::CopyRich(rich) => Some(copied(self.clipboard.copy(&rich.text, Some(&rich.html)))),
            Effect::Paste => Some(Event::Paste(self.clipboard.paste().unwrap_or_default())),
            Effect::Export(order) => Some(self.export(&order)),
            Effect::ReadPeople(path) => Some(match papers::read_people(&path) {
                Ok(list) => Event::People(list),
                Err(complaint) => Event::Failed(sentence(&complaint.sentence())),
            }),
            Effect::Stop => {
                self.stopping = true;
                None
            }
            Effect::ReadReturned(path) => {
                let draft = returned::Draft {
                    meeting: self.desk.meeting().clone(),
                    entries: self.desk.session.entries(),
                    id: self.file.as_ref().map(|file| file.id().to_owned()).unwrap_or_default(),
                    path: self.desk.file.clone(),
                };
                self.aside(move || returned::event(&draft, &path));
                None
            }
            Effect::Quit => {
                self.ended = true;
                None
            }
        }
    }

    /// Opens the session that waited, in the way the clerk chose.
    fn open(&mut self, how: fn(&Waiting) -> Result<Opened, StoreError>) -> Option<Event> {
        let mut opened = match how(self.waiting.as_ref()?) {
            Ok(opened) => opened,
            Err(error) => return Some(Event::Failed(sentence(&error.to_string()))),
        };
        let (session, place) = (std::mem::take(&mut opened.session), opened.place);
        let said = notes(&opened.notes);
        match keep(opened, &self.bell, self.tell.clone()) {
            Ok(file) => self.file = Some(file),
            Err(error) => return Some(Event::Failed(sentence(&error.to_string()))),
        }
        self.waiting = None;
        Some(Event::Opened(Box::new(session), place, said))
    }

    /// Does something on a thread of its own: a disk may be slow, and the clerk goes on typing.
    fn aside(&self, deed: impl FnOnce() -> Event + Send + 'static) {
        let tell = self.tell.clone();
        // If there can be no more threads the list does not come, and can be asked for again.
        let _ = thread::Builder::new().name("aside".into()).spawn(move || tell.send(News::Done(deed())));
    }

    fn export(&self, order: &ExportOrder) -> Event {
        let style = self.desk.houses.style_or_usual(&order.style);
        let id = self.file.as_ref().map(DeskFile::id).unwrap_or_default();
        let state = returned::state(id, self.desk.session.entries());
        let wanted = Order {
            meeting: self.desk.meeting(),
            paper: order.paper,
            style,
            profile: self.desk.profile(),
            audience: order.audience,
            state: self.file.as_ref().map(|_| state.as_str()),
        };
        let written = order
            .format
            .print(&wanted)
            .and_then(|printed| papers::write(&order.file, &printed.bytes).map(|()| printed));
        match written {
            Ok(printed) => {
                let notes = printed.notes.into_iter().chain(wanted.left_out());
                let notes = notes.map(|note| format!(" {}", sentence(&note)));
                Event::Done(format!("Written to {}.{}", order.file.display(), notes.collect::<String>()))
            }
            Err(why) => Event::Failed(sentence(&why)),
        }
    }
}
