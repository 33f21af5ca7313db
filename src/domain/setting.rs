//! How a paper is set: the choices of a house style that concern print and not numbers. Knows nothing of
//! meetings, nor how a format carries the choices out.

use serde::Deserialize;

/// In which letters a heading is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Case {
    /// As it is written.
    AsTyped,
    /// In capitals.
    Capitals,
}

/// The form of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum DateForm {
    /// `Thursday, 18 November 2021`
    Comma,
    /// `Thursday 18 November 2021`
    Plain,
    /// `Thursday 18th November 2021`
    Ordinal,
}

/// The form of a time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum TimeForm {
    /// `2.30 pm`
    Stop,
    /// `2:30 pm`
    Colon,
    /// `14:30`
    TwentyFour,
}

/// How the parts of a resolution end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Endings {
    /// As they are written.
    AsTyped,
    /// Where nothing is written at the end: a semicolon, `; and` before the last, and a full stop.
    Semicolons,
}

/// A section of a set of minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Section {
    /// Who was present.
    Present,
    /// Who sent apologies.
    Apologies,
    /// Which members were not there and sent none.
    Absent,
    /// Who else was there.
    InAttendance,
    /// Who came late, and who left early.
    Movements,
    /// When the meeting opened.
    Opening,
    /// The items, with what was minuted under them.
    Business,
    /// When the meeting closed.
    Close,
    /// When the body meets next.
    NextMeeting,
    /// Where the minutes are signed.
    Signature,
}

impl Section {
    /// Every section, in the usual order.
    pub const ALL: [Section; 10] = [
        Section::Present,
        Section::Apologies,
        Section::Absent,
        Section::InAttendance,
        Section::Movements,
        Section::Opening,
        Section::Business,
        Section::Close,
        Section::NextMeeting,
        Section::Signature,
    ];
}

/// The words where minutes are signed. Who signs is the person presiding (LGA 1972 Sch 12 para 41).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Signing {
    /// What is signed.
    pub sentence: String,
    /// Who signs; empty for the title of the chair as it stands on the roll.
    pub signer: String,
    /// The word before the date.
    pub date: String,
}

impl Default for Signing {
    fn default() -> Self {
        Signing {
            sentence: "Signed as a correct record".to_owned(),
            signer: String::new(),
            date: "Date".to_owned(),
        }
    }
}

/// The letters in which pages are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Face {
    /// Without serifs, as guidance for accessible papers asks for.
    Sans,
    /// With serifs.
    Serif,
}

/// How pages are set, where a format has pages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Setting {
    /// The letters.
    pub face: Face,
    /// The size of the text in points.
    pub size: u8,
    /// The foot of every page. `{page}` stands for its number and `{pages}` for how many there are. Loose
    /// leaves are to be numbered consecutively (LGA 1972 Sch 12 para 41(2)).
    pub footer: String,
    /// The word of the line on which every page is initialled, as loose leaves have to be (the same
    /// paragraph); empty for no such line.
    pub initials: String,
}

impl Default for Setting {
    fn default() -> Self {
        Setting {
            face: Face::Sans,
            size: 12,
            footer: "Page {page} of {pages}".to_owned(),
            initials: "Initials".to_owned(),
        }
    }
}

impl Setting {
    /// The size of the text in points, within what can be read and printed.
    #[must_use]
    pub fn points(&self) -> u8 {
        self.size.clamp(8, 24)
    }

    /// The foot of a page, with its numbers.
    #[must_use]
    pub fn foot(&self, page: usize, pages: usize) -> String {
        self.footer.replace("{pages}", &pages.to_string()).replace("{page}", &page.to_string())
    }
}
