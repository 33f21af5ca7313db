//! The paper from which a record was made, line by line, with what each line was understood as. It is kept in the
//! record, so that a wrong reading can be put right at any time. Knows nothing of how a paper is read.
//!
//! A line refers to what it became by ids, and those may be gone: what the clerk has dropped is still a line of
//! the paper, and can be seen to be dropped.

use super::id::LineId;
use super::is_default;
use super::meeting::Meeting;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A line of the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperLine {
    /// Its identity.
    pub id: LineId,
    /// The line of the file, counted from 1.
    pub line: u32,
    /// Its words.
    pub text: String,
    /// What it was understood as.
    pub meaning: Meaning,
    /// How sure that is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sure: Sure,
    /// The ids of what it became: an item, a part, a break, people. None for the head and for furniture. They
    /// may speak of what is no longer there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<u32>,
}

/// How sure it is what a line means, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
pub enum Sure {
    /// The clerk has said so.
    Settled,
    /// It was recognised by its words or its place.
    #[default]
    Recognised,
    /// It was recognised, but whether it is restricted was guessed, and the clerk should look at that.
    RestrictionGuessed,
    /// It was guessed, and the clerk should look at it.
    Guessed,
    /// It was not understood.
    LeftOver,
}

/// How a line of the paper stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It was recognised.
    Certain,
    /// The clerk has looked at it.
    Settled,
    /// It was guessed; the clerk should look at it.
    Guessed,
    /// It was not understood; the clerk should look at it.
    LeftOver,
    /// What it became has been dropped since.
    Dropped,
}

impl Standing {
    /// Every standing, in the order in which they are counted.
    pub const ALL: [Standing; 5] =
        [Standing::Certain, Standing::Settled, Standing::Guessed, Standing::LeftOver, Standing::Dropped];

    /// The word shown for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Standing::Certain => "certain",
            Standing::Settled => "settled",
            Standing::Guessed => "guessed",
            Standing::LeftOver => "left over",
            Standing::Dropped => "dropped",
        }
    }

    /// Whether the clerk should look at the line.
    #[must_use]
    pub fn wants_a_look(self) -> bool {
        matches!(self, Standing::Guessed | Standing::LeftOver)
    }
}

impl Meeting {
    /// How every line of the paper stands, in order.
    #[must_use]
    pub fn paper_standings(&self) -> Vec<Standing> {
        let there: HashSet<u32> = (self.items.iter().map(|item| item.id.0))
            .chain(self.parts.iter().map(|part| part.id.0))
            .chain(self.breaks.iter().map(|pause| pause.id.0))
            .chain(self.people.iter().map(|person| person.id.0))
            .collect();
        let left_over: HashSet<u32> = self.left_over.iter().map(|line| line.line).collect();
        let standing = |line: &PaperLine| {
            let is_gone = !line.of.is_empty() && !line.of.iter().any(|id| there.contains(id));
            match (line.meaning, line.sure) {
                _ if is_gone => Standing::Dropped,
                (Meaning::Unknown, _) if left_over.contains(&line.line) => Standing::LeftOver,
                (Meaning::Unknown, _) => Standing::Dropped,
                (_, Sure::Settled) => Standing::Settled,
                (_, Sure::Recognised) => Standing::Certain,
                (_, Sure::RestrictionGuessed | Sure::Guessed) => Standing::Guessed,
                (_, Sure::LeftOver) => Standing::LeftOver,
            }
        };
        self.paper.iter().map(standing).collect()
    }
}

macro_rules! meanings {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// What a line of the paper was understood as.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Meaning {
            $($(#[$doc])* $name,)+
        }

        impl Meaning {
            /// The words shown for it.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Meaning::$name => $word,)+
                }
            }
        }
    };
}

meanings! {
    /// The name of the body.
    Body = "the body",
    /// The sentence that says that a body meets or met.
    Convening = "which body meets, when and where",
    /// The day of the meeting.
    Date = "the date",
    /// The advertised start.
    Time = "the time",
    /// The place.
    Venue = "the venue",
    /// Whom to ask.
    Contact = "the contact",
    /// The contact's telephone number.
    Telephone = "the telephone number",
    /// The contact's address of mail.
    Email = "the e-mail address",
    /// The day of publication.
    Published = "the date of publication",
    /// The day of the next meeting.
    NextMeeting = "the next meeting",
    /// How many members make a quorum.
    Quorum = "the quorum",
    /// When the meeting was opened.
    Opening = "the opening of the meeting",
    /// When the meeting is to close, or closed.
    Close = "the close of the meeting",
    /// A list of members.
    Members = "members",
    /// A list of those present.
    Present = "those present",
    /// A list of those in attendance.
    InAttendance = "those in attendance",
    /// A list of apologies.
    Apologies = "apologies",
    /// That somebody came or went.
    Movement = "who came or went",
    /// The heading of a part.
    Part = "a part of the agenda",
    /// What the agenda says about a part.
    Statement = "a statement about a part",
    /// The label and title of an item.
    Item = "an item",
    /// What the agenda prints below a title.
    AgendaText = "agenda text",
    /// Something minuted.
    Minutes = "minutes",
    /// A planned break.
    Break = "a break",
    /// What stands on the page and says nothing about the meeting.
    Furniture = "page furniture",
    /// The courtesies of a letter.
    Courtesy = "a courtesy",
    /// A report in the pack.
    Report = "a report, not read",
    /// What a report asks the meeting to decide.
    Recommendation = "a recommendation",
    /// Nothing that is known.
    Unknown = "not understood",
}
