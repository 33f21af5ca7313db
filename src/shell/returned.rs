//! A copy of the draft that came back: read from the disk, laid against the draft as it stood when the copy was made, as
//! far as that is known, and told on standard output or to the desk.

use super::cli::print;
use super::complaint::Complaint;
use super::desk_file::{self, DeskFile};
use super::interrupt::Interrupt;
use super::{clock, conversion, houses, papers};
use crate::command;
use crate::desk::{Desk, Effect, sentence};
use crate::domain::meeting::{Course, Meeting, Status};
use crate::domain::style::Style;
use crate::houses::Houses;
use crate::import::{self, Conversion, Copy, Refusal, Watch};
use crate::returned::{Against, Change, Comparison, Mismatch, compare as laid_against, listed};
use crate::store::{self, Bell, Past};
use crate::text::tame;
use crate::update::Event;
use chrono::NaiveDateTime;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

/// What a state of a session goes by in a draft that is printed from it.
pub(super) fn state(id: &str, entries: u64) -> String {
    format!("{id} {entries}")
}

/// The draft that a copy is laid against.
pub(super) struct Draft {
    /// The record as it is now.
    pub meeting: Meeting,
    /// How many entries went into it.
    pub entries: u64,
    /// The identity of its session.
    pub id: String,
    /// Where the session is.
    pub path: PathBuf,
}

impl Draft {
    fn read(session: &Path) -> Result<Self, Complaint> {
        let looked = store::read_only(session)?;
        let (meeting, entries) = (looked.session.meeting().clone(), looked.session.entries());
        Ok(Self { meeting, entries, id: looked.id, path: session.to_owned() })
    }

    /// Lays a copy against the draft as it stood when the copy was made: as the copy says, or else as it fits best.
    /// Says what should be known about that.
    fn laid_against(&self, copy: &Copy, styles: &[&Style], houses: &Houses) -> Result<Told, Mismatch> {
        let profile = houses.profile_of(&self.meeting.head);
        let compare = |meeting: &Meeting| laid_against(meeting, styles, profile, copy);
        let told = |found, against| Told { found, against, notes: copy.notes.clone() };
        let said = copy.printed_from.as_deref().and_then(|said| said.rsplit_once(' '));
        let said = said.and_then(|(id, entries)| Some((id, entries.parse::<u64>().ok()?)));
        if let Some((_, entries)) = said.filter(|(id, _)| *id == self.id) {
            if entries == self.entries {
                return compare(&self.meeting).map(|found| told(found, Against::Unchanged));
            }
            if let Some(stood) = self.past().and_then(|past| past.after(entries)) {
                let is_same = reads_alike(&stood, &self.meeting);
                let against = if is_same { Against::Unchanged } else { Against::Sent };
                return compare(&stood).map(|found| told(found, against));
            }
        }
        let otherwise = match said {
            None => Against::Now,
            Some((id, _)) if id == self.id => Against::Lost,
            Some(_) => Against::Other,
        };
        let mut best = compare(&self.meeting).map(|found| told(found, otherwise));
        for (at, stood) in self.sent() {
            let found = compare(&stood);
            let is_better = match (&found, &best) {
                (Ok(found), Ok(best)) => found.unlike < best.found.unlike,
                (Ok(_), Err(_)) => true,
                (Err(_), _) => false,
            };
            if is_better {
                best = found.map(|found| told(found, Against::Then(at)));
            }
        }
        best
    }

    fn past(&self) -> Option<Past> {
        store::past(&self.path).ok()
    }

    /// The draft as it stood each time that it went to the chair, where that is another state than now.
    fn sent(&self) -> Vec<(NaiveDateTime, Meeting)> {
        let mut sent =
            self.meeting.course.steps.iter().filter(|step| step.to == Status::WithChair).peekable();
        let past = sent.peek().and_then(|_| self.past());
        let stood = sent.filter_map(|step| {
            let stood = past.as_ref()?.at(Some(step.at.date()), step.at.time()).ok()?;
            (!reads_alike(&stood.meeting, &self.meeting)).then_some((step.at, stood.meeting))
        });
        stood.collect()
    }
}

/// Whether two states of a record say the same, whatever was said about them.
fn reads_alike(one: &Meeting, other: &Meeting) -> bool {
    let bare = |meeting: &Meeting| Meeting {
        remarks: Vec::new(),
        settled: Vec::new(),
        course: Course { steps: Vec::new(), status: Status::Closed, ..meeting.course.clone() },
        ..meeting.clone()
    };
    bare(one) == bare(other)
}

/// A comparison, and what should be known about it.
struct Told {
    found: Comparison,
    against: Against,
    notes: Vec<String>,
}

/// Reads a copy and lays it against a draft.
fn told(draft: &Draft, path: &Path, style: Option<&str>, watch: Watch<'_>) -> Result<Told, Complaint> {
    let bytes = papers::read_paper(path)?;
    let name = path.display();
    let copy = read_copy(&bytes, watch).map_err(|refusal| Complaint::of(format!("{name}: {refusal}")))?;
    let (houses, _) = houses::read();
    let styles = match style {
        Some(style) => vec![papers::style(Some(style), &draft.meeting)?],
        None => styles(houses, &draft.meeting),
    };
    let told = draft.laid_against(&copy, &styles, houses);
    told.map_err(|mismatch| Complaint::of(format!("{name}: {mismatch}")))
}

/// Reads a copy, converted where it is an old document.
fn read_copy(bytes: &[u8], watch: Watch<'_>) -> Result<Copy, Refusal> {
    match import::read_copy(bytes) {
        Err(Refusal::OldDocument(what)) => {
            let converted = conversion::convert(Conversion::Document(what), bytes, watch)?;
            import::read_copy(&converted)
        }
        read => read,
    }
}

/// Every style, the session's own first.
fn styles<'a>(houses: &'a Houses, meeting: &Meeting) -> Vec<&'a Style> {
    let own = houses.style_or_usual(&meeting.head.style);
    let others = houses.styles().iter().filter(|style| style.name != own.name);
    std::iter::once(own).chain(others).collect()
}

/// What the desk is told of a copy that the clerk asked for.
pub(super) fn event(draft: &Draft, path: &Path) -> Event {
    match told(draft, path, None, &|_| true) {
        Ok(told) => Event::Returned(told.found.changes, told.against, told.notes),
        Err(complaint) => Event::Failed(sentence(&complaint.sentence())),
    }
}

/// `minutebook compare`
pub(super) fn compare(
    session: &Path,
    copy: &Path,
    style: Option<&str>,
    take_up: bool,
) -> Result<u8, Complaint> {
    // What cannot be compared ends with 2: 1 says that something was changed.
    let could_not = |complaint: Complaint| Complaint::usage(complaint.sentence());
    let draft = Draft::read(session).map_err(could_not)?;
    let interrupt = Interrupt::default();
    let told = told(&draft, copy, style, &|_| !interrupt.is_asked_for()).map_err(could_not)?;
    let changes = &told.found.changes;
    // Where nothing was changed, it does not matter to what.
    let against = told.against.sentence().filter(|_| !changes.is_empty());
    told.notes.iter().chain(&against).for_each(|note| remark(note));
    print(&listed(&draft.meeting, changes)).map_err(could_not)?;
    if take_up {
        self::take_up(session, changes, told.against).map_err(could_not)?;
    }
    Ok(u8::from(!changes.is_empty()))
}

fn remark(said: &str) {
    let _ = writeln!(std::io::stderr(), "minutebook: {}", tame(&sentence(said)));
}

/// Puts changes on the list of remarks of a session that nobody has open.
fn take_up(session: &Path, changes: &[Change], against: Against) -> Result<(), Complaint> {
    let mut opened = store::open(session)?;
    opened.notes.iter().for_each(|note| remark(&note.to_string()));
    let mut desk = Desk::new(std::mem::take(&mut opened.session));
    desk.file = session.to_owned();
    desk.clock = Some(clock::now());
    let place = opened.place;
    let (tell, answers) = mpsc::channel();
    let mut file = DeskFile::new(opened, &Bell::default(), move |answer| drop(tell.send(answer)))?;
    if let Some(place) = place {
        desk.writing.item = Some(place.item);
        desk.writing.caret = crate::desk::writing::Caret { block: place.block, at: place.offset };
    }
    let count = command::returned::take_up(&mut desk, changes, against, &[]);
    let said = desk.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
    for effect in desk.take_effects() {
        if let Effect::Journal(entry) = effect {
            file.append(entry);
        }
    }
    file.leave(&desk);
    drop(file);
    if let Some(failed) = desk_file::last_word(session, answers.try_iter()) {
        return Err(Complaint::of(failed));
    }
    match count {
        None => Err(Complaint::of(said)),
        Some(0) => print(&format!("{}\n", tame(&said))).map(drop),
        Some(count) => {
            let them = if count == 1 { "1 remark" } else { &format!("{count} remarks") };
            print(&format!("{them} put on the list of {} (Alt-Z).\n", tame(&session.display().to_string())))
                .map(drop)
        }
    }
}
