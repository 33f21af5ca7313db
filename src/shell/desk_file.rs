//! The files of the session on the desk: every entry goes to the journal before the next frame, the record is
//! written when there is a pause, and what fails is tried again.

use crate::desk::writing::Caret;
use crate::desk::{Desk, sentence};
use crate::session::Entry;
use crate::store::{self, Answer, Files, Journal, Opened, Order, Place, StoreError, Writer};
use crate::update::Event;
use chrono::NaiveDateTime;
use std::time::{Duration, Instant};

/// How long typing must rest before the journal is synced to the disk.
const SYNC_AFTER: Duration = Duration::from_millis(500);
/// How long typing must rest before the record is written.
const SAVE_AFTER: Duration = Duration::from_secs(4);
/// After how long the record is written although typing does not rest.
const SAVE_AT_LEAST: Duration = Duration::from_secs(60);
/// After how long what failed is tried again.
const RETRY_AFTER: Duration = Duration::from_secs(3);

/// The files of the session on the desk.
pub(super) struct DeskFile {
    files: Files,
    journal: Journal,
    writer: Writer,
    before: u64,
    sync_due: Option<Instant>,
    save_due: Option<Instant>,
    unsaved_since: Option<Instant>,
}

impl DeskFile {
    /// Takes charge of the files of a session that was opened; what the disk answers goes to `answers`.
    pub fn new(opened: Opened, answers: impl Fn(Answer) + Send + 'static) -> Result<Self, StoreError> {
        let writer = Writer::start(&opened, answers)?;
        let Opened { files, journal, before, notes, .. } = opened;
        // What was recovered from the journal is put into the record soon.
        let save_due = (!notes.is_empty()).then(|| Instant::now() + SAVE_AFTER);
        Ok(Self { files, journal, writer, before, sync_due: None, save_due, unsaved_since: None })
    }

    /// Writes an entry to the journal. Returns the event that tells the desk, if there is something to tell.
    pub fn append(&mut self, entry: &Entry) -> Option<Event> {
        let now = Instant::now();
        let since = *self.unsaved_since.get_or_insert(now);
        self.sync_due = self.sync_due.or(Some(now + SYNC_AFTER));
        self.save_due = Some((now + SAVE_AFTER).min(since + SAVE_AT_LEAST));
        let failed = self.journal.append(entry).err()?;
        self.save_due = Some(now + RETRY_AFTER);
        Some(Event::NotStored(failed.brief()))
    }

    /// Notes the time in the journal, so that the record as it stood then can be found again.
    pub fn mark_time(&mut self, now: NaiveDateTime) {
        if self.unsaved_since.is_some() {
            // A mark that cannot be written is written with the next entry, which reports it.
            let _ = self.journal.mark_time(now);
        }
    }

    /// When something is due, at the earliest.
    pub fn due(&self) -> Option<Instant> {
        [self.sync_due, self.save_due].into_iter().flatten().min()
    }

    /// Orders what is due by now.
    pub fn keep(&mut self, desk: &Desk) {
        let now = Instant::now();
        if self.save_due.is_some_and(|due| due <= now) {
            self.save(desk);
        } else if self.sync_due.is_some_and(|due| due <= now) {
            self.sync_due = None;
            self.writer.send(Order::Sync);
        }
    }

    /// Orders the record to be written.
    pub fn save(&mut self, desk: &Desk) {
        (self.sync_due, self.save_due, self.unsaved_since) = (None, None, None);
        self.writer.send(Order::Save(Box::new(desk.meeting().clone()), desk.session.entries()));
    }

    /// What the disk answered, as an event; what failed is tried again after a while.
    pub fn answered(&mut self, answer: Answer) -> Event {
        match answer {
            Answer::Stored { entries } => Event::Stored(entries),
            Answer::SetAside { path } => Event::Failed(format!(
                "The file was changed by somebody else; their version is kept as {}.",
                path.display()
            )),
            Answer::Failed { why, .. } => {
                self.save_due = Some(Instant::now() + RETRY_AFTER);
                Event::NotStored(why)
            }
        }
    }

    /// Reads back what was done before the session was opened.
    pub fn recall(&self) -> Event {
        match store::recall(&self.files.record, self.before) {
            Ok(history) => Event::Recalled(history),
            Err(error) => Event::Failed(sentence(&format!("older changes cannot be read back: {error}"))),
        }
    }

    /// Leaves: notes the place of the cursor, writes the record if anything was changed, and waits for the
    /// disk.
    pub fn leave(self, desk: &Desk) {
        let Caret { block, at } = desk.writing.caret;
        if let Some(item) = desk.writing.item {
            let _ = self.journal.mark_place(Place { item, block, offset: at });
        }
        self.writer.send(Order::Save(Box::new(desk.meeting().clone()), desk.session.entries()));
        self.writer.finish();
    }
}
