//! Import: the bytes of an agenda or of minutes made into a proposed meeting, with what was recognised, what
//! was guessed and what was left over. Pure: no disk, no terminal, no clock.
//!
//! A paper goes through six steps, and each knows only its own: `container` knows by the bytes what kind of
//! file it is and takes the words out of it (`decode` makes them harmless), `paper` holds them as lines and
//! pages, `sheet` turns the marks of Markdown and of tables into the look of lines, `items` weighs rival readings
//! of where the items are, `section` parts the paper of this meeting from earlier minutes and reports, and
//! `assemble` makes a meeting of a section with the help of the readers of heads and minutes. Nothing is known of any one
//! body or file: everything is recognised by cues in the words and by structure. What nobody understood is
//! never dropped; it is left over, with its line.

mod advice;
mod agendas;
mod aligned;
mod aside;
mod asking;
mod assemble;
mod attendance;
mod body;
mod clock;
mod column;
mod contact;
mod container;
mod contents;
mod convening;
mod copy;
mod cue;
mod date;
mod declared;
mod decode;
mod described;
mod explanation;
mod field;
mod flow;
mod gaps;
mod guess;
mod happened;
mod head;
mod heading;
mod interruption;
mod invite;
mod items;
mod label;
mod letter;
mod links;
mod listing;
mod markdown;
mod membership;
mod minutes;
mod neutral;

mod notice;
mod options;
mod outline;
mod paper;
mod papers;
mod people;
mod person;
mod place;
mod presenter;
mod report;
mod restriction;
mod roll;
mod roster;
mod rows;
mod said;
mod scan;
mod section;
mod settle;
mod sheet;
pub mod single;
pub mod survey;
mod tabs;
mod tail;
mod template;
mod title;
mod told;
mod welsh;

pub use crate::domain::paper::{Meaning, Sure};
pub use copy::{Comment, Copy, Gone, Passage, Who, read_copy};
pub use explanation::{ExplainedLine, Explanation, Rival, WeightedSign, explain, explain_with};
pub use guess::Guess;
pub use items::Choices;
pub use membership::{People, newcomers, people};
pub use options::{Conversion, Convert, Options, Progress, Watch};
pub use report::report;
pub use template::template;

use crate::domain::agenda::LeftOver;
use crate::domain::id::LeftOverId;
use crate::domain::meeting::Meeting;
use container::Printed;
use items::weights::Weights;
use paper::{Ledger, Line, Role};
use papers::Opened;
use section::Section;

/// What was read from a file, for the clerk to accept or correct.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The meeting.
    pub meeting: Meeting,
    /// Minutes of earlier meetings that were found in the same file, in order.
    pub earlier: Vec<Meeting>,
    /// The paper, line by line, without blank lines.
    pub lines: Vec<ReadLine>,
    /// What the clerk should know about how the file was read.
    pub notes: Vec<String>,
    /// Other readings; empty unless the reading is interactive.
    pub choices: Choices,
}

/// A line of the paper and what it was understood as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLine {
    /// The line of the file, counted from 1.
    pub line: u32,
    /// Its words.
    pub text: String,
    /// What it was understood as.
    pub meaning: Meaning,
    /// How sure that is.
    pub sure: Sure,
    /// The ids of what it became: an item, a part, a break, people. None for the head and for furniture.
    pub of: Vec<u32>,
}

/// Why a file cannot be imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is nothing in it.
    #[error("the file is empty, or holds nothing but blanks; choose the file that has the agenda in it")]
    Empty,
    /// It is no text.
    #[error(
        "this seems to be {0}; what can be read is plain text, Markdown, HTML, Word (.docx, .doc), OpenDocument (.odt), rich text (.rtf), PDF and mails (.eml)"
    )]
    NotText(&'static str),
    /// It is a document that another program has to convert.
    #[error(
        "this seems to be {0}; install LibreOffice so that it can be read, or save it as Word (.docx) and import that"
    )]
    OldDocument(&'static str),
    /// It is a picture of a paper.
    #[error(
        "this is a picture; install tesseract so that its text can be read, or import what it was made from"
    )]
    Picture,
    /// Another program could not convert it.
    #[error("{0}")]
    Unconverted(String),
    /// It has fewer agendas than that.
    #[error("there is no agenda {wanted} in this file, only {count}; leave out --agenda to take the first")]
    NoSuchAgenda {
        /// Number of the agenda that was asked for, from 1.
        wanted: usize,
        /// Number of agendas in the file.
        count: usize,
    },
    /// It is a document without a word in it.
    #[error("there are no words in this {0}; choose the file that has the agenda in it")]
    NoWords(&'static str),
    /// It cannot be read, or not to its end.
    #[error("this {0} is damaged or cut off; fetch it again, or open it and save it as plain text")]
    Damaged(&'static str),
    /// Only who has its password can read it.
    #[error("this {0} is protected by a password; open it, save a copy without one, and import that")]
    Locked(&'static str),
    /// It is pictures of pages.
    #[error(
        "this PDF has pictures of pages and no text; install tesseract and pdftoppm so that it can be read, or import what it was made from"
    )]
    Scanned,
    /// It is JSON of another shape.
    #[error(
        "this JSON is not an agenda in the shape agenda-import/1; import the paper that it was made from"
    )]
    OtherJson,
    /// It is no list of people.
    #[error(
        "no names found; a list of people is saved as CSV, with a heading such as Name, Post, Organisation, Role"
    )]
    NoPeople,
    /// It unpacks to more than any agenda.
    #[error("this {0} unpacks to more than any agenda; save the agenda alone and import that")]
    Swells(&'static str),
    /// It is text without items of business.
    #[error(
        "no agenda items found; choose the file with the agenda, or give each item a line of its own with a number"
    )]
    NoItems,
    /// It is text, and what is most like items of business in it is not like them enough.
    #[error(
        "no agenda items found; choose the file with the agenda, or give each item a line of its own with a number. The best guess was {0}; see why with import --explain"
    )]
    WeakItems(Guess),
    /// It has more words than any minutes.
    #[error("the file is longer than any minutes; give the draft that came back alone")]
    TooLong,
    /// It was not read to the end.
    #[error("the reading was stopped; nothing was kept")]
    Stopped,
}

impl From<Guess> for Refusal {
    fn from(guess: Guess) -> Self {
        if guess.titles.is_empty() { Self::NoItems } else { Self::WeakItems(guess) }
    }
}

/// Tells the watch, and stops if it says so.
fn pass(watch: Watch<'_>, doing: &'static str, percent: u8) -> Result<(), Refusal> {
    if watch(Progress { doing, percent }) { Ok(()) } else { Err(Refusal::Stopped) }
}

/// Reads a file.
///
/// # Errors
/// [`Refusal`] says why it cannot be an agenda or minutes.
pub fn read(bytes: &[u8]) -> Result<Proposal, Refusal> {
    read_with(bytes, &Options::default())
}

/// Reads a file in a given way: with a watch, with programs that convert, or another of its agendas.
///
/// # Errors
/// [`Refusal`] says why it cannot be an agenda or minutes, or that the reading was stopped.
pub fn read_with(bytes: &[u8], options: &Options<'_>) -> Result<Proposal, Refusal> {
    if neutral::is_json(bytes) {
        return neutral::read(bytes);
    }
    pass(options.watch, "finding the lines", 10)?;
    let Opened { printed, notes, is_recognised } = papers::open(bytes, options)?;
    let mut proposal = read_printed(&printed, options)?;
    proposal.notes.splice(0..0, notes);
    if is_recognised {
        proposal.doubt();
    }
    Ok(proposal)
}

/// Reads the lines of a paper.
fn read_printed(printed: &Printed, options: &Options<'_>) -> Result<Proposal, Refusal> {
    pass(options.watch, "taking the marks away", 45)?;
    let sheet = sheet_of(printed);
    let found = items::read(&sheet, Weights::get());
    let mut proposal = match read_sheet(&sheet, &found, printed, options.watch) {
        Err(Refusal::NoItems | Refusal::WeakItems(_)) if options.interactive => {
            without_items(&sheet, printed)
        }
        read => read?,
    };
    if options.interactive {
        proposal.choices = items::choices(&sheet, &found);
    }
    Ok(proposal)
}

/// Lines that stand on the paper itself, with the look that their marks declare.
fn sheet_of(printed: &Printed) -> Vec<Line> {
    sheet::lines(printed.lines.iter().filter(|line| line.role != Role::Around).cloned().collect())
}

/// Reads the lines of a paper whose items have been looked for.
fn read_sheet(
    sheet: &[Line],
    found: &items::Readings,
    printed: &Printed,
    watch: Watch<'_>,
) -> Result<Proposal, Refusal> {
    let (lines, sure) = items::lines(sheet, found)?;
    let mut ledger = Ledger::new(lines.last().map_or(0, |line| line.number));
    let mut proposal = Proposal { notes: printed.notes.clone(), ..Proposal::default() };
    pass(watch, "parting the agenda from what comes with it", 55)?;
    let sections = section::sections(&lines);
    let (_, this) = sections.first().ok_or(Refusal::NoItems)?;
    pass(watch, "reading the agenda", 65)?;
    let (meeting, starts) =
        assemble::meeting(this, sure, &mut ledger, &mut proposal.notes).ok_or(Refusal::NoItems)?;
    proposal.meeting = meeting;
    pass(watch, "reading what comes with it", 80)?;
    let of = proposal.take_rest(sheet, sections.get(1..).unwrap_or_default(), &mut ledger);
    pass(watch, "linking the paper to what was understood", 95)?;
    proposal.lines = ledger.lines(&printed.lines, &lines);
    proposal.link(this, &starts, &of);
    Ok(proposal)
}

/// Reads only the head of a paper in which no items are found. All other lines are left over for the clerk.
fn without_items(sheet: &[Line], printed: &Printed) -> Proposal {
    let last = sheet.last().map_or(0, |line| line.number);
    let mut ledger = Ledger::new(last);
    let mut meeting = assemble::head_alone(sheet, &mut ledger);
    let lines = ledger.lines(&printed.lines, sheet);
    links::keep(&lines, last, &mut meeting);
    let mut notes = printed.notes.clone();
    notes.push("No items found. Go to the first item and press i. Then l adds similar lines.".to_owned());
    Proposal { meeting, lines, notes, ..Proposal::default() }
}

impl Proposal {
    /// Makes a guess of all that was recognised: the words themselves are guesses.
    fn doubt(&mut self) {
        let lines = self.lines.iter_mut().map(|line| &mut line.sure);
        let paper = self.meeting.paper.iter_mut().map(|line| &mut line.sure);
        for sure in lines.chain(paper).filter(|sure| **sure == Sure::Recognised) {
            *sure = Sure::Guessed;
        }
    }

    /// Takes in what comes with the agenda: earlier minutes, and reports. Returns the lines of the recommendations of
    /// reports with the ids of their items.
    fn take_rest(
        &mut self,
        sheet: &[Line],
        sections: &[(Section, &[Line])],
        ledger: &mut Ledger,
    ) -> Vec<(u32, u32)> {
        let mut of = Vec::new();
        for (section, lines) in sections {
            let earlier = match section {
                Section::Reports => None,
                Section::This | Section::Earlier => items::of_section(sheet, lines)
                    .and_then(|(lines, sure)| assemble::meeting(&lines, sure, ledger, &mut self.notes)),
            };
            match earlier {
                Some((earlier, _)) => self.earlier.push(earlier),
                None => of.append(&mut self.leave_out(lines, ledger)),
            }
        }
        of
    }

    /// Links the lines of the paper to what was made of them.
    fn link(&mut self, this: &[Line], starts: &links::Starts, of: &[(u32, u32)]) {
        let last = this.last().map_or(0, |line| line.number);
        let front = self.lines.partition_point(|line| line.line <= last);
        if let Some(front) = self.lines.get_mut(..front) {
            links::link(front, &self.meeting, starts);
        }
        links::advise(&mut self.lines, of);
        links::keep(&self.lines, last, &mut self.meeting);
    }

    /// Of reports only the recommendations are read. What was not read is kept as one left-over line and told in a
    /// note. Returns the lines of recommendations with the ids of their items.
    fn leave_out(&mut self, lines: &[Line], ledger: &mut Ledger) -> Vec<(u32, u32)> {
        let found = advice::attach(lines, &mut self.meeting, ledger);
        for line in lines {
            ledger.say(line, Meaning::Report, Sure::LeftOver);
        }
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return found.of };
        let read = match found.items {
            0 => " and were not read".to_owned(),
            1 => ", of which only their recommendations were read, for 1 item".to_owned(),
            items => format!(", of which only their recommendations were read, for {items} items"),
        };
        let told = format!("Lines {} to {} are reports of the pack{read}.", first.number, last.number);
        let id = LeftOverId(self.meeting.ids().draw());
        self.meeting.left_over.push(LeftOver { id, line: first.number, text: told.clone() });
        self.notes.push(told);
        for line in found.lost {
            let told = format!(
                "The recommendation on line {line} belongs to no item that could be told; it was left out."
            );
            let id = LeftOverId(self.meeting.ids().draw());
            self.meeting.left_over.push(LeftOver { id, line, text: told.clone() });
            self.notes.push(told);
        }
        found.of
    }
}
