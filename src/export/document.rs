//! The neutral document: what a set of minutes says, in order, and what each piece of it is. Knows nothing of
//! lines, pages, fonts or files.
//!
//! Words stand here exactly as they are in the record, and marks beside them, so that each format can set
//! them in its own way. Nothing here is escaped or tamed; that is for a format to do at its exit.

use super::asides::Breaks;
use super::audience::Audience;
use super::business::Business;
use super::course::{self, Story};
use super::front::{self, Front};
use super::{afterwards, roll, sentences};
use crate::domain::id::{BlockId, ItemId};
use crate::domain::meeting::Meeting;
use crate::domain::profile::Profile;
use crate::domain::setting::{Section, Setting};
use crate::domain::style::{Mark, Roll as RollForm, Style};
use chrono::NaiveDate;
use std::borrow::Cow;

/// A set of minutes, ready to be laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is, for its first lines and for the properties of a file.
    pub meta: Meta,
    /// How it is set, where a format has pages.
    pub setting: Setting,
    /// What it says, in order.
    pub elements: Vec<Element>,
}

/// What a document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// The title of the file: `Notes of the Harbour Board, 18 November 2021`.
    pub title: String,
    /// The authority whose body met, for the line above it.
    pub authority: Option<String>,
    /// The body that met, which is the heading in print.
    pub body: String,
    /// The day of the meeting.
    pub day: Option<NaiveDate>,
    /// Whether headings other than those of items are printed in capitals.
    pub capitals: bool,
    /// The sentence below it: `NOTES of a meeting of the Harbour Board held at …`.
    pub sentence: String,
    /// What is said of minutes that are not agreed yet.
    pub draft: Option<String>,
    /// What is said of a copy that is not for the public.
    pub warning: Option<String>,
    /// What the state of the record goes by in which a draft was printed. No format shows it.
    pub state: Option<String>,
    /// Whom to ask: name, telephone number and e-mail address, as far as they are known.
    pub contact: Vec<String>,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// A heading.
    Heading(Heading),
    /// A list of names.
    Roll(Roll),
    /// A paragraph.
    Paragraph(Paragraph),
    /// The place where the minutes are signed.
    Signature(Signature),
}

/// What of the record a piece of a document tells. No format prints it; a copy that comes back can be laid against
/// the record by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Origin {
    /// Nothing that stands in the record in these words: it was made from what is recorded.
    #[default]
    Derived,
    /// The title of an item.
    Title(ItemId),
    /// The words of a block of an item.
    Words(ItemId, BlockId),
    /// Something about a block in words that were made for it: who moved it, how it was voted.
    About(ItemId, BlockId),
}

impl Origin {
    /// The block whose words it tells, or which it tells something about.
    #[must_use]
    pub fn block(self) -> Option<BlockId> {
        match self {
            Origin::Words(_, block) | Origin::About(_, block) => Some(block),
            Origin::Derived | Origin::Title(_) => None,
        }
    }
}

/// A heading below the title of the document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// Its level: the title of the document is 1, so the levels here begin with 2 and none is left out.
    pub level: u8,
    /// Whether it heads an item of business; if not, it heads a part or a section.
    pub is_item: bool,
    /// The number or label before the title, with its stop; empty where there is none.
    pub number: String,
    /// The title.
    pub title: String,
    /// Whether it is printed in capitals.
    pub capitals: bool,
    /// The reference to the agenda, without brackets: `Item B1`. Empty where there is none.
    pub reference: String,
    /// Whether the reference stands on a line of its own below the title.
    pub reference_below: bool,
    /// Whether what it heads is restricted and is printed in this copy.
    pub restricted: bool,
    /// What of the record its title is.
    pub of: Origin,
}

/// A list of names with its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roll {
    /// The heading.
    pub heading: String,
    /// Whether it is printed in capitals.
    pub capitals: bool,
    /// The names, with role or post in brackets.
    pub names: Vec<String>,
    /// How they are set.
    pub form: RollForm,
}

impl Roll {
    /// The names as the end of a sentence: `Mr A, Mrs B and Dr C.`
    #[must_use]
    pub fn running(&self) -> String {
        format!("{}.", sentences::listed(&self.names))
    }
}

/// One paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub role: Role,
    /// How deep it stands, from 0.
    pub level: u8,
    /// What is printed before the words.
    pub mark: Mark,
    /// The words, exactly as they are in the record.
    pub text: String,
    /// Whether it is restricted although its item is public.
    pub restricted: bool,
    /// What of the record it tells.
    pub of: Origin,
    /// Whether the place to sign follows, which never stands on a page of its own.
    pub is_signed: bool,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// What the agenda says about a part.
    Statement,
    /// Who reported, in brackets, below the title of an item.
    Report,
    /// A paragraph of discussion, or a sub-paragraph.
    Discussion,
    /// A line of a bulleted list.
    Bullet,
    /// What was resolved, or a part of it.
    Resolution,
    /// What was recommended, or a part of it.
    Recommendation,
    /// Something somebody is to do.
    Action,
    /// Who moved and seconded the motion that follows.
    Movers,
    /// The words of a motion.
    Motion,
    /// How the motion before it was voted and what became of it.
    Vote,
    /// A procedural line.
    Procedural,
    /// Who came or went.
    Movement,
    /// A declaration of interest.
    Declaration,
    /// What became of an item, in a sentence.
    Outcome,
    /// Opening, adjournment, close, and the next meeting.
    Course,
    /// What stands in place of a passage left out of a public copy.
    LeftOut,
    /// What stands in place of whole items left out of a public copy.
    LeftOutItems,
}

impl Paragraph {
    /// A sentence without a mark at the outermost level.
    pub(super) fn sentence(role: Role, text: impl Into<String>) -> Element {
        let (text, of) = (text.into(), Origin::Derived);
        Element::Paragraph(Paragraph {
            role,
            level: 0,
            mark: Mark::None,
            text,
            restricted: false,
            of,
            is_signed: false,
        })
    }

    /// Whether no page may part it from what follows: it says nothing without that, or it is what is signed.
    pub(super) fn keeps(&self) -> bool {
        matches!(self.role, Role::Movers | Role::Report | Role::Statement)
            || self.is_signed
            || self.words().trim_end().ends_with(':')
    }

    /// The words as they are read aloud: with the mark before them where the mark is a word of the sentence.
    #[must_use]
    pub fn words(&self) -> Cow<'_, str> {
        if self.mark.runs_on() {
            Cow::Owned(sentences::run_on(&self.mark.text(), &self.text))
        } else {
            Cow::Borrowed(&self.text)
        }
    }
}

/// The place where the minutes are signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// What is signed: `Signed as a correct record`.
    pub sentence: String,
    /// Who signs, by title: `Chairman`.
    pub signer: String,
    /// The word before the date.
    pub date: String,
}

impl Document {
    /// The minutes of a meeting in a house style, for an audience. The profile says who of those who attended was present.
    #[must_use]
    pub fn of(meeting: &Meeting, style: &Style, profile: &Profile, audience: Audience) -> Document {
        let copy = audience.copy(meeting);
        let story = Story::of(&copy, style);
        let set = Set { copy: &copy, style, profile, audience, story: &story };
        let mut elements = Vec::new();
        for section in &style.sections {
            elements.extend(set.section(*section));
        }
        elements.extend(afterwards::afterwards(&copy, style));
        keep_signed(&mut elements);
        let meta = front::meta(&copy, style, audience, Front::Minutes);
        Document { meta, setting: style.setting.clone(), elements }
    }

    /// The minutes of one item as a document of its own.
    #[must_use]
    pub fn of_item(meeting: &Meeting, style: &Style, audience: Audience, item: ItemId) -> Document {
        let copy = audience.copy(meeting);
        let elements = Business::of_item(&copy, style, audience, item);
        let meta = front::meta(&copy, style, audience, Front::Extract);
        Document { meta, setting: style.setting.clone(), elements }
    }

    /// What the minutes print of one item, exactly as it stands in [`Document::of`]; nothing where they print nothing
    /// of it. What it costs does not grow with what was minuted under other items.
    #[must_use]
    pub fn passage(meeting: &Meeting, style: &Style, audience: Audience, item: ItemId) -> Vec<Element> {
        let copy = audience.copy_about(meeting, item);
        let breaks = Breaks::place(&copy, meeting, Story::of(&copy, style).breaks);
        Business::passage(&copy, style, audience, item, breaks)
    }

    /// What will be printed of an item in full, although nothing may be minuted under it yet and a style then leaves it
    /// out: the same as its passage as soon as it has one.
    #[must_use]
    pub(super) fn told(meeting: &Meeting, style: &Style, item: ItemId) -> Vec<Element> {
        let copy = Audience::Full.copy_about(meeting, item);
        let breaks = Breaks::place(&copy, meeting, Story::of(&copy, style).breaks);
        Business::told(&copy, style, item, breaks)
    }

    /// Who was there, and who sent apologies.
    #[must_use]
    pub fn roll(meeting: &Meeting, style: &Style, profile: &Profile, audience: Audience) -> Vec<Element> {
        let copy = audience.copy(meeting);
        let mut elements = roll::present(&copy, style, profile);
        elements.extend(roll::apologies(&copy, style));
        elements.extend(roll::in_attendance(&copy, style));
        elements
    }

    /// The minutes of one item alone, to be passed on or pasted elsewhere.
    #[must_use]
    pub fn excerpt(meeting: &Meeting, style: &Style, audience: Audience, item: ItemId) -> Vec<Element> {
        Business::of_item(&audience.copy(meeting), style, audience, item)
    }
}

/// Notes of the paragraphs before which minutes are signed that they are.
fn keep_signed(elements: &mut [Element]) {
    for at in 1..elements.len() {
        if let Some([Element::Paragraph(last), Element::Signature(_)]) = elements.get_mut(at - 1..=at) {
            last.is_signed = true;
        }
    }
}

/// What the sections of the minutes are made from.
struct Set<'a> {
    copy: &'a Meeting,
    style: &'a Style,
    profile: &'a Profile,
    audience: Audience,
    story: &'a Story,
}

impl Set<'_> {
    /// One section of the minutes.
    fn section(&self, section: Section) -> Vec<Element> {
        let Set { copy, style, profile, audience, story } = *self;
        let course = |told: &Option<String>| {
            told.iter().map(|told| Paragraph::sentence(Role::Course, told.as_str())).collect()
        };
        match section {
            Section::Present => roll::present(copy, style, profile),
            Section::Apologies => roll::apologies(copy, style),
            Section::Absent => roll::absent(copy, style),
            Section::InAttendance => roll::in_attendance(copy, style),
            Section::Movements => roll::movements(copy, style).collect(),
            Section::Opening => course(&story.opening),
            Section::Business => {
                Business::of(copy, style, audience, Breaks::place(copy, copy, story.breaks.clone()))
            }
            Section::Close => course(&story.close),
            Section::NextMeeting => course(&course::next_meeting(&copy.head, style)),
            Section::Signature => vec![Element::Signature(front::signature(copy, &style.signing))],
        }
    }
}
