//! What lies on the clerk's desk: the session, the place where the clerk writes, and what is open over it.
//! Nothing is drawn here and no keys are bound; the disk, the clipboard and the clock are asked for by
//! [`Effect`]s and answer with events.

mod above;
mod adopting;
pub mod areas;
mod arising;
pub mod beside;
mod blocks;
pub mod compared;
pub mod correction;
pub mod editing;
mod effect;
pub mod field;
pub mod findings;
pub mod form;
pub mod heading;
pub mod intake;
pub mod lectern;
pub mod names;
pub mod outline;
pub mod page;
pub mod pass;
mod passage;
mod paste;
pub mod phrases;
pub mod picker;
pub mod preview;
pub mod reading;
mod refusal;
pub mod roll;
pub mod sheet;
pub mod triggers;
mod undo;
pub mod voting;
pub mod writing;

pub use effect::{Effect, ExportOrder, Rich};

use crate::domain::agenda::Item;
use crate::domain::edit::Edit;
use crate::domain::id::ItemId;
use crate::domain::meeting::Meeting;
use crate::domain::profile::Profile;
use crate::domain::style::Style;
use crate::houses::Houses;
use crate::import::Choices;
use crate::keys::Key;
use crate::session::{Change, Entry, Session};
use crate::store::Place;
use crate::wording::spelling::Spelling;
use areas::{Areas, Size, Wants};
use chrono::NaiveDateTime;
use compared::Compared;
use field::Field;
use findings::Findings;
use form::Form;
use intake::Intake;
use names::Names;
use page::Page;
use pass::Pass;
use phrases::Phrase;
use picker::Picker;
use preview::Preview;
use reading::Reading;
use roll::Roll;
use sheet::Sheet;
use std::path::PathBuf;
use voting::Voting;
use writing::{Caret, Writing};

/// What the program has offered to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered {
    /// The command, by name.
    pub command: &'static str,
    /// What it is about, in a word for the line of keys.
    pub about: &'static str,
    /// At which item it was offered: elsewhere it would not be the same any more.
    pub item: Option<ItemId>,
}

/// Everything on the desk.
#[derive(Debug, Default)]
pub struct Desk {
    /// The meeting and what was done to it.
    pub session: Session,
    /// Where the clerk writes.
    pub writing: Writing,
    /// What is open over the page, the last one on top.
    pub overlays: Vec<Overlay>,
    /// The last thing the program had to say.
    pub notice: Option<Notice>,
    /// What the program has offered to do next, until that is done or no longer to be done.
    pub offer: Option<Offered>,
    /// Whether everything is on the disk.
    pub saved: Saved,
    /// Whether the session may only be read, and why.
    pub read_only: Option<String>,
    /// The time, in local time, as far as anybody has said.
    pub clock: Option<NaiveDateTime>,
    /// The size of the screen.
    pub size: Size,
    /// The page as it was last laid out.
    pub page: Page,
    /// What will be printed of the item, beside the page.
    pub preview: Preview,
    /// What was last cut or copied, for when the system's clipboard gives nothing.
    pub clip: String,
    /// Where the session is kept, for the forms that ask for a file.
    pub file: PathBuf,
    /// The house styles and profiles that can be chosen.
    pub houses: &'static Houses,
    /// Where else it could be kept, for the form that asks for another place.
    pub elsewhere: PathBuf,
    /// What the checks found when the clerk last paused.
    pub findings: Findings,
    /// The dictionary, where there is one.
    pub spelling: Option<Spelling>,
    /// Which keys do what, where the clerk has changed them.
    pub keys: Vec<(Key, String)>,
    /// Whether the time stands beside each paragraph.
    pub show_times: bool,
    /// The names on the roll, and the one being typed.
    pub names: Names,
    /// The clerk's abbreviations and what they stand for.
    pub phrases: Vec<Phrase>,
    /// Other readings of the paper; empty unless the program has just imported it.
    pub choices: Choices,
    /// Whether an undo waits for older changes to be read back.
    pub undo_waits: bool,
    effects: Vec<Effect>,
}

/// What can lie over the page.
#[derive(Debug)]
pub enum Overlay {
    /// A list to choose from.
    Picker(Picker),
    /// The roll of attendance.
    Roll(Roll),
    /// The declarations of interest, with the one that is marked.
    Declarations(usize),
    /// The chair's pass through the draft.
    Chair(Pass),
    /// What was said about the draft, with the remark that is marked.
    Remarks(usize),
    /// A form to fill in.
    Form(Form),
    /// A recorded vote being taken.
    Voting(Voting),
    /// Something to read.
    Sheet(Sheet),
    /// What was understood of an agenda, before minuting starts.
    Intake(Intake),
    /// A paper that is being read.
    Reading(Reading),
    /// Two states of the record side by side.
    Compared(Compared),
}

/// Something the program says in the status line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it says, in one sentence.
    pub text: String,
    /// Whether something could not be done.
    pub warning: bool,
}

/// Whether everything is on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Saved {
    /// Every change is in the journal on the disk.
    #[default]
    Yes,
    /// The record itself is being written.
    Saving,
    /// Something could not be written, and why.
    No(String),
}

impl Desk {
    /// A desk with a session on it, the cursor at the end of the first item.
    #[must_use]
    pub fn new(session: Session) -> Self {
        let phrases = phrases::with_built_in(Vec::new());
        let mut desk = Self { session, phrases, size: Size { width: 80, height: 24 }, ..Self::default() };
        if let Some(first) = desk.meeting().items.first().map(|item| item.id) {
            desk.go_to_item(first);
        }
        desk
    }

    /// Takes up a session that was opened, where it was left.
    pub fn take_up(&mut self, session: Session, place: Option<Place>, said: Option<String>) {
        self.session = session;
        self.read_only = None;
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Compared(_)));
        match place.filter(|place| self.meeting().item(place.item).is_some()) {
            Some(place) => self.go_to(place.item, Caret { block: place.block, at: place.offset }),
            None => self.settle_place(),
        }
        said.into_iter().for_each(|said| self.say(said));
    }

    /// The record.
    #[must_use]
    pub fn meeting(&self) -> &Meeting {
        self.session.meeting()
    }

    /// The item on the desk.
    #[must_use]
    pub fn item(&self) -> Option<&Item> {
        self.meeting().item(self.writing.item?)
    }

    /// The house style in which the record is shown.
    #[must_use]
    pub fn style(&self) -> &'static Style {
        self.houses.style_or_usual(&self.meeting().head.style)
    }

    /// The profile of the body that meets: the rules and words that hold for it.
    #[must_use]
    pub fn profile(&self) -> &'static Profile {
        self.houses.profile_of(&self.meeting().head)
    }

    /// Whether what is written now is restricted: by the item or by the block.
    #[must_use]
    pub fn is_restricted_here(&self) -> bool {
        self.item().is_some_and(|item| {
            let block = self.writing.caret.block.and_then(|block| item.block(block));
            self.meeting().is_restricted(item) || block.is_some_and(|block| block.restricted)
        })
    }

    /// Makes a change, as one undo step. Returns whether it was made; if it was refused, says why.
    pub fn change(&mut self, label: &str, edits: Vec<Edit>) -> bool {
        let edits: Vec<Edit> = edits.into_iter().filter(|edit| !edit.is_nothing()).collect();
        if edits.is_empty() {
            return false;
        }
        self.writing.typing = false;
        self.enter(Entry::Did(Change::new(label, edits)))
    }

    /// Enters something into the session and the journal. Returns whether it was accepted.
    pub fn enter(&mut self, entry: Entry) -> bool {
        if let Some(why) = &self.read_only {
            self.notice = Some(Notice { text: why.clone(), warning: true });
            return false;
        }
        let put_down = Box::new(entry.clone());
        match self.session.enter(entry) {
            Ok(()) => {
                self.effects.push(Effect::Journal(put_down));
                true
            }
            Err(refused) => {
                self.warn(sentence(&refused.to_string()));
                false
            }
        }
    }

    /// Orders something to be done outside.
    pub fn order(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Whether something was taken back or done again by what is being carried out.
    #[must_use]
    pub fn has_travelled(&self) -> bool {
        let travels = |entry: &Entry| matches!(entry, Entry::Undid | Entry::Redid);
        self.effects.iter().any(|effect| matches!(effect, Effect::Journal(entry) if travels(entry)))
    }

    /// Takes the effects that have been ordered.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Says something in the status line.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), warning: false });
    }

    /// Says that something could not be done.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), warning: true });
    }

    /// Goes to an item, to where the cursor last was in it, or else to its end.
    pub fn go_to_item(&mut self, item: ItemId) {
        self.writing.remember();
        let Some(found) = self.session.meeting().item(item) else { return };
        let last = found.minutes.last();
        let end = Caret { block: last.map(|block| block.id), at: last.map_or(0, |block| block.text.len()) };
        let caret = self.writing.remembered(item).filter(|caret| caret.is_in(found)).unwrap_or(end);
        self.writing.start(item, caret);
    }

    /// Goes to a place in the record, as a jump from a list does.
    pub fn go_to(&mut self, item: ItemId, caret: Caret) {
        self.writing.remember();
        self.writing.start(item, caret);
        self.settle_caret();
    }

    /// Where everything lies on the screen now.
    #[must_use]
    pub fn areas(&self) -> Areas {
        Areas::of(self.size, Wants { pane: self.has_pane(), preview: self.preview.wanted })
    }

    /// Whether something is open over a part of the page (rather than over the whole screen).
    #[must_use]
    pub fn has_pane(&self) -> bool {
        matches!(
            self.overlay(),
            Some(
                Overlay::Roll(_)
                    | Overlay::Declarations(_)
                    | Overlay::Voting(_)
                    | Overlay::Remarks(_)
                    | Overlay::Picker(_)
                    | Overlay::Form(_)
            )
        )
    }

    /// What is on top of the page.
    #[must_use]
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlays.last()
    }

    /// The line being typed into: the field of a form that is being filled in, or what is looked for in a list.
    #[must_use]
    pub fn field(&self) -> Option<&Field> {
        match self.overlay()? {
            Overlay::Picker(picker) => Some(&picker.query),
            Overlay::Form(form) => form.field(),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn field_mut(&mut self) -> Option<&mut Field> {
        match self.overlays.last_mut()? {
            Overlay::Picker(picker) => Some(&mut picker.query),
            Overlay::Form(form) => match form.focused()? {
                form::Value::Words(field, _) => Some(field),
                form::Value::OneOf(..) => None,
            },
            _ => None,
        }
    }

    /// Closes what is on top.
    pub fn close_overlay(&mut self) {
        self.overlays.pop();
    }
}

/// A message as a sentence: a capital at the start and a stop at the end. The name of a file at the start
/// stays as it is.
#[must_use]
pub fn sentence(message: &str) -> String {
    let message = message.trim();
    let first_word = message.split_whitespace().next().unwrap_or_default();
    let mut characters = message.chars();
    let first = characters.next().filter(|_| first_word.chars().all(char::is_alphanumeric));
    let mut sentence = match first {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => message.to_owned(),
    };
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}
