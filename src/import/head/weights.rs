//! Weights: every piece of evidence for or against a candidate, and what it is worth for each field of a head. This table
//! is the only place with numbers of that kind.

/// Field of a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Body,
    Date,
    Time,
    Venue,
}

macro_rules! evidence {
    ($($(#[$doc:meta])* $name:ident = $body:literal $date:literal $time:literal $venue:literal),+ $(,)?) => {
        /// Piece of evidence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Evidence {
            $($(#[$doc])* $name,)+
        }

        impl Evidence {
            /// Its worth for a field.
            pub fn worth(self, field: Field) -> i32 {
                let (body, date, time, venue) = match self {
                    $(Evidence::$name => ($body, $date, $time, $venue),)+
                };
                match field {
                    Field::Body => body,
                    Field::Date => date,
                    Field::Time => time,
                    Field::Venue => venue,
                }
            }
        }
    };
}

evidence! {
    //                    body date time venue
    /// In a sentence that convenes the meeting.
    Sentence          =      7    9    8    8,
    /// Behind its label.
    Label             =      7    8    8    9,
    /// Behind the label *Meeting*.
    WeakLabel         =      4    6    4    4,
    /// In a heading that names body and day.
    DatedHeading      =      6    5    4    2,
    /// Alone on its row, or with nothing but other fields.
    Alone             =      2    4    3    1,
    /// On a row with the day or the hour.
    BesideDate        =      2    2    4    4,
    /// On the row below or above one with the day or the hour.
    NearDate          =      1    1    2    3,
    /// On a row that calls the paper an agenda or minutes.
    KindOfPaper       =      2    3    2    1,
    /// In a heading, or bold.
    Heading           =      2    1    0    0,
    /// Among the first rows of the paper.
    Early             =      1    1    0    0,
    /// In front matter.
    FrontMatter       =      1    3    3    2,
    /// In the subject of a mail.
    Subject           =      3    2    3    0,
    /// Below the last item.
    Tail              =     -4   -6   -6   -6,
    /// In a tail, but in words that convene.
    TailConvening     =      0    2    2    2,
    /// On a row that speaks of a posting, a printing or a signature.
    Publication       =     -4   -9   -6   -4,
    /// On a row that speaks of another meeting.
    OtherMeeting      =    -12  -15  -12  -12,
    /// In the header of a mail.
    MailHeader        =     -4   -6   -4   -4,
    /// In a menu or a page footer.
    Menu              =     -9   -9   -9   -9,
    /// Among names of people or in brackets behind one.
    People            =     -6   -8   -8   -6,
    /// In running prose.
    Prose             =     -5   -5   -5   -5,
    /// In a chat.
    Chat              =     -4   -3   -4   -5,
    /// In an entry of a list without a label.
    Entry             =     -1   -1   -1   -1,
    /// The weekday beside it is its own.
    WeekdayAgrees     =      0    2    0    0,
    /// The weekday beside it is another.
    WeekdayDiffers    =      0   -1    0    0,
    /// An hour stands on its row.
    WithTime          =      0    3    0    0,
    /// It is a private session, a closing or an arrival for refreshments.
    OtherHour         =      0    0   -5    0,
    /// It is called a committee, a board, a panel: what meets under an authority.
    Unit              =      4    0    0    0,
    /// It is called a council, a trust, a company: what has committees.
    Authority         =      1    0    0    0,
    /// It stands right below the name of its authority, or before it on one row.
    BelowAuthority    =      3    0    0    0,
    /// It says what kind of body it is, and no name.
    Bare              =     -3    0    0    0,
    /// It is in another language than the paper.
    OtherLanguage     =     -3   -1   -1   -2,
    /// In a sentence after another one.
    Later             =     -3   -3   -3   -3,
    /// It has a word of rooms or buildings in it.
    PlaceWord         =     -3    0    0    4,
    /// It has the number and street, the postcode or the commas of an address.
    Address           =     -3    0    0    2,
    /// It is a link for joining, or a service for meeting online.
    Online            =      0    0    0    3,
    /// Telephone, e-mail or the site of the web stand beside it: a letterhead.
    Letterhead        =      0    0    0   -4,
    /// A body is called so.
    BodyWord          =      0    0    0   -8,
}

/// The least score of a candidate that is taken at all.
pub(super) const LEAST: i32 = 3;

/// The lead over the second from which a field is recognised and not guessed.
pub(super) const LEAD: i32 = 2;

/// The score from which a field is recognised and not guessed.
pub(super) const CERTAIN: i32 = 4;

impl Field {
    /// Whether a field is recognised only where a label or a sentence says it: words that stand near the day are a venue
    /// more rarely than they seem to be.
    pub fn must_be_said(self) -> bool {
        self == Field::Venue
    }
}
