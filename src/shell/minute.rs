//! Minuting: the loop. How it begins is in [`super::begin`]. Readers of the terminal, of signals and of the disk each
//! have a thread and send what they learn ([`super::news`]); the loop takes from them, updates the desk, carries out
//! what it orders ([`super::orders`]), hands the journal to the scribe, makes the frame, and sends it once the scribe is
//! done. It waits for a disk that has stalled only as long as a clerk would not notice ([`super::desk_file`]).

use super::clipboard::Clipboard;
use super::clock;
use super::complaint::Complaint;
use super::crash;
use super::desk_file::{self, DeskFile};
use super::input;
use super::news::{self, News};
use super::terminal::Terminal;
use crate::desk::areas::Size;
use crate::desk::findings::Findings;
use crate::desk::{Desk, sentence};
use crate::store::{Bell, Note, Opened, StoreError, Waiting};
use crate::update::{Event, update};
use crate::view::screen::Screen;
use chrono::{NaiveDateTime, Timelike};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// How long typing must rest before the checks look again: in a very long record they take as long as a few keys.
pub(super) const REST: Duration = Duration::from_millis(1500);
/// How long a stop waits for the record to be saved, at most.
const STOPPING: Duration = Duration::from_secs(2);

/// Minutes until the clerk leaves or the terminal has gone. The journal is written while the frame is made, and before
/// it is sent: so what is on the screen is in the operating system's hands, or the screen says that it is not.
pub(super) fn minute(mut minuting: Loop) -> Result<u8, Complaint> {
    loop {
        minuting.compose();
        minuting.show();
        if minuting.ended {
            return minuting.leave();
        }
        minuting.hear();
        if let Some(file) = &minuting.file {
            file.hand_over();
        }
    }
}

/// Takes charge of the files of a session that was opened.
pub(super) fn keep(opened: Opened, bell: &Bell, tell: Sender<News>) -> Result<DeskFile, StoreError> {
    DeskFile::new(opened, bell, move |answer| drop(tell.send(News::Answer(answer))))
}

/// What is to be said about how the session was found, in one line.
pub(super) fn notes(notes: &[Note]) -> Option<String> {
    let told: Vec<String> = notes.iter().map(|note| sentence(&note.to_string())).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// The size of the terminal.
pub(super) fn size() -> Size {
    let (width, height) = crossterm::terminal::size().unwrap_or((80, 24));
    Size { width, height }.bounded()
}

/// The loop: the desk, and everything outside that it has to do with.
pub(super) struct Loop {
    pub terminal: Option<Terminal>,
    pub desk: Desk,
    pub file: Option<DeskFile>,
    /// A session that waits for the clerk's word about what a crash left behind.
    pub waiting: Option<Waiting>,
    pub tell: Sender<News>,
    pub news: Receiver<News>,
    /// Rung when a key has come.
    pub bell: Bell,
    pub screen: Screen,
    /// What is to be sent to the terminal.
    pub unsent: Vec<u8>,
    pub clipboard: Clipboard,
    /// Whether the program is to stop, as Ctrl-Z stops others.
    pub stopping: bool,
    /// When the checks look again: once nothing has come from the terminal for a while.
    pub look_due: Option<Instant>,
    pub ended: bool,
}

impl Loop {
    /// Waits for something to happen and takes it in, with whatever has come meanwhile.
    fn hear(&mut self) {
        match self.news.recv_timeout(self.patience()) {
            Ok(first) => {
                self.learn(first);
                // What has come in is taken before drawing, so that a paste is one picture.
                while !self.ended
                    && let Ok(more) = self.news.try_recv()
                {
                    self.learn(more);
                }
            }
            Err(RecvTimeoutError::Timeout) => self.pass_time(),
            Err(RecvTimeoutError::Disconnected) => self.ended = true,
        }
        if std::mem::take(&mut self.stopping) && !self.ended {
            self.stop();
        }
    }

    /// Makes the frame that shows what has happened, to be sent behind any that has not been sent.
    fn compose(&mut self) {
        self.desk.lay_out();
        self.unsent.extend_from_slice(self.screen.frame(&self.desk));
    }

    /// Sends the frame, with the word that the journal is not written where it is not.
    fn show(&mut self) {
        if let Some(told) = self.file.as_mut().and_then(DeskFile::settle) {
            self.happen(told);
            self.compose();
        }
        let sent = self.terminal.as_mut().map_or(Ok(()), |terminal| terminal.send(&self.unsent));
        self.unsent.clear();
        self.ended |= sent.is_err();
    }

    /// Puts the files away, and the terminal: last, since one that has gone may keep us.
    fn leave(mut self) -> Result<u8, Complaint> {
        if let Some(file) = &mut self.file {
            file.leave(&self.desk);
            self.happen(Event::Storing);
            self.compose();
            self.show();
        }
        drop(self.file.take());
        drop(self.terminal.take());
        let answers = self.news.try_iter().filter_map(|news| match news {
            News::Answer(answer) => Some(answer),
            _ => None,
        });
        desk_file::last_word(&self.desk.file, answers).map_or(Ok(0), |said| Err(Complaint::of(said)))
    }

    /// How long to wait when nothing comes: until the minute is over, or something is due on the disk.
    fn patience(&self) -> Duration {
        let minute = clock::rest_of_minute();
        let due = self.file.as_ref().and_then(DeskFile::due);
        let look = self.look_due.filter(|_| self.desk.wants_a_look());
        let due = [due, look].into_iter().flatten().min();
        due.map_or(minute, |due| minute.min(due.saturating_duration_since(Instant::now())))
    }

    fn pass_time(&mut self) {
        let now = clock::now();
        let minute = |time: NaiveDateTime| (time.date(), time.hour(), time.minute());
        if self.desk.clock.map(minute) != Some(minute(now)) {
            self.happen(Event::Clock(now));
            if let Some(file) = &mut self.file {
                file.mark_time();
            }
        }
        if let Some(told) = self.file.as_mut().and_then(|file| file.keep(&self.desk)) {
            self.happen(told);
        }
        if self.desk.wants_a_look() && self.look_due.is_some_and(|due| due <= Instant::now()) {
            self.look_due = None;
            self.happen(Event::Pause);
        }
    }

    fn learn(&mut self, news: News) {
        match news {
            News::Report(report) => {
                self.look_due = Some(Instant::now() + REST);
                if let Some(event) = input::event(report) {
                    self.happen(event);
                }
            }
            News::Answer(answer) => {
                if let Some(event) = self.file.as_mut().map(|file| file.answered(answer)) {
                    self.happen(event);
                    crash::record_is_at(&self.desk.file);
                }
            }
            News::Spelling(spelling) => {
                self.desk.spelling = Some(*spelling);
                self.desk.findings = Findings::default();
                self.look_due = Some(Instant::now() + REST);
            }
            News::Stop => self.stopping = true,
            News::GoOn => self.go_on(),
            News::Done(event) => self.happen(event),
            News::End => self.ended = true,
            #[cfg(debug_assertions)]
            News::Fail => crash::fail(&format!("{:?}", self.desk.meeting())),
        }
    }

    /// Stops as other programs do at Ctrl-Z: everything is saved, the shell has the terminal.
    fn stop(&mut self) {
        if !news::can_be_stopped() {
            let why =
                "There is no shell here that could bring the program back, so it goes on; quit leaves it.";
            return self.happen(Event::Failed(why.into()));
        }
        self.save_all();
        if let Some(terminal) = &mut self.terminal {
            terminal.give_back();
        }
        // What is said when it goes on comes with the signal that lets it.
        if let Err(error) = news::stop() {
            self.go_on();
            self.happen(Event::Failed(format!("The program cannot be stopped here: {error}.")));
        }
    }

    /// Has everything saved and waits for it, but not for long: what is in the journal is safe meanwhile.
    fn save_all(&mut self) {
        let Some(file) = &mut self.file else { return };
        file.save(&self.desk);
        let until = Instant::now() + STOPPING;
        while self.file.as_ref().is_some_and(DeskFile::is_saving)
            && let Ok(more) = self.news.recv_timeout(until.saturating_duration_since(Instant::now()))
        {
            self.learn(more);
        }
        // What was typed meanwhile came too late for the record.
        let told = self.file.as_mut().and_then(|file| {
            file.hand_over();
            file.settle()
        });
        told.into_iter().for_each(|told| self.happen(told));
    }

    /// Goes on after a stop: takes the terminal again, which others have used meanwhile, and draws everything.
    fn go_on(&mut self) {
        if let Some(terminal) = &mut self.terminal
            && terminal.take_again().is_err()
        {
            self.ended = true;
        }
        self.screen.forget();
        self.happen(Event::Resize(size()));
        self.pass_time();
    }

    /// Lets an event happen, and whatever follows from it.
    fn happen(&mut self, event: Event) {
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            for effect in update(&mut self.desk, event) {
                events.extend(self.carry_out(effect));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{Heading, Item};
    use crate::domain::id::ItemId;
    use crate::domain::meeting::Meeting;
    use crate::session::Session;
    use crate::store;
    use crate::view::theme::{Palette, Theme};
    use crossterm::event::{Event as Report, KeyCode, KeyEvent, KeyModifiers};
    use std::sync::mpsc;

    #[test]
    fn what_is_typed_while_a_stop_saves_is_in_the_journal_when_it_stops() {
        let folder = tempfile::tempdir().unwrap();
        let item = Item { id: ItemId(1), heading: Heading::default(), minutes: Vec::new() };
        let meeting = Meeting { items: vec![item], ..Meeting::default() };
        let path = folder.path().join("s.ron");
        let opened = store::create(&path, &meeting, "5f1c").unwrap();
        let (tell, news) = mpsc::channel();
        let bell = Bell::default();
        let mut minuting = Loop {
            terminal: None,
            desk: Desk::new(Session::new(meeting, 0)),
            file: Some(keep(opened, &bell, tell.clone()).unwrap()),
            waiting: None,
            tell,
            news,
            bell,
            screen: Screen::new(Theme::of(Palette::Dark)),
            unsent: Vec::new(),
            clipboard: Clipboard::default(),
            stopping: false,
            look_due: None,
            ended: false,
        };
        let key = KeyEvent::new(KeyCode::Char('x'), KeyModifiers::NONE);
        (0..2000).for_each(|_| minuting.tell.send(News::Report(Report::Key(key))).unwrap());
        minuting.save_all();
        // Nothing of the program runs from here on, until it goes on or is killed.
        let found = store::read_only(&path).unwrap();
        assert_eq!(found.session.meeting(), minuting.desk.meeting());
        assert!(found.session.entries() >= 2000);
    }
}
