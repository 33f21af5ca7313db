//! People: who they are, how they came and went, who sent apologies, who declared an interest.
//!
//! Attendance is a log of movements. Who was present at an item is computed from the log, in
//! [`super::presence`], and never stored.

use super::id::{ApologyId, BlockId, DeclarationId, ItemId, MovementId, PersonId};
use super::is_default;
use super::meeting::Meeting;
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// Somebody whom the record knows by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Identity.
    pub id: PersonId,
    /// The name as printed, with title and honours: `Mr R P Tallow, OBE`.
    pub name: String,
    /// The short form used after the first mention: `Mr Tallow`. Empty where nobody has settled one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub short: String,
    /// The post held: `Policy Advisor`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub post: String,
    /// The organisation: `Saltmarsh District Council`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub organisation: String,
    /// The role in this body, as printed: `Chairman`, `Vice-Chair`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: String,
    /// How the person belongs to the meeting.
    #[serde(default)]
    pub membership: Membership,
    /// Other names by which the papers call the same person.
    #[serde(default, skip_serializing_if = "is_default")]
    pub aliases: Vec<String>,
}

/// How a person belongs to the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Membership {
    /// A member of the body.
    #[default]
    Member,
    /// Somebody who sits for a member who is away; for whom is said by the [`Apology`].
    Substitute,
    /// An officer.
    Officer,
    /// Somebody of a partner organisation who is not a member.
    Partner,
    /// A guest or an invited speaker.
    Guest,
    /// A member of the public.
    Public,
}

impl Membership {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Membership; 6] = [
        Membership::Member,
        Membership::Substitute,
        Membership::Officer,
        Membership::Partner,
        Membership::Guest,
        Membership::Public,
    ];

    /// The word shown for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Membership::Member => "member",
            Membership::Substitute => "substitute",
            Membership::Officer => "officer",
            Membership::Partner => "partner",
            Membership::Guest => "guest",
            Membership::Public => "public",
        }
    }

    /// Whether such a person is listed under PRESENT and counted for the quorum (the others are listed under
    /// IN ATTENDANCE).
    #[must_use]
    pub fn sits(self) -> bool {
        matches!(self, Membership::Member | Membership::Substitute)
    }
}

impl Person {
    /// A member of whom only the name is known.
    #[must_use]
    pub fn new(id: PersonId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            short: String::new(),
            post: String::new(),
            organisation: String::new(),
            role: String::new(),
            membership: Membership::Member,
            aliases: Vec::new(),
        }
    }

    /// Whether the role is that of the person in the chair (not of a deputy).
    #[must_use]
    pub fn is_chair(&self) -> bool {
        let role = self.role.to_lowercase();
        ["chair", "convener", "mayor", "lord mayor", "presid", "cadeirydd"]
            .iter()
            .any(|word| role.starts_with(word))
    }

    /// Whether the role is that of a deputy of the person in the chair.
    #[must_use]
    pub fn is_deputy(&self) -> bool {
        let role = self.role.to_lowercase();
        ["vice", "deput", "is-gadeirydd"].iter().any(|word| role.starts_with(word))
    }

    /// Whether the role is that of the leader of an executive.
    #[must_use]
    pub fn is_leader(&self) -> bool {
        let role = self.role.to_lowercase();
        role == "leader" || role.starts_with("leader of")
    }

    /// The name with role, or with post and organisation, in brackets: `Ms Cleat (Commissioner, Saltmarsh
    /// District Council)`.
    #[must_use]
    pub fn full(&self) -> String {
        let described: Vec<&str> = [&self.role, &self.post, &self.organisation]
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        if described.is_empty() {
            self.name.clone()
        } else {
            format!("{} ({})", self.name, described.join(", "))
        }
    }
}

/// One line of the attendance log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Movement {
    /// Identity.
    pub id: MovementId,
    /// Who.
    pub person: PersonId,
    /// What they did.
    pub what: Move,
    /// The item during which it happened. None for the roll call at the start.
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: Option<ItemId>,
    /// The last thing that had been minuted under the item when it happened. None where nothing had been, or
    /// where only the time tells the place. It may have been taken out since.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after: Option<BlockId>,
    /// When, in local time.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at: Option<NaiveTime>,
    /// How they attend, from now on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mode: Mode,
    /// Why, in the clerk's words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub why: String,
}

impl Movement {
    /// A movement of which only who and what are known.
    #[must_use]
    pub fn new(id: MovementId, person: PersonId, what: Move) -> Self {
        Self { id, person, what, item: None, after: None, at: None, mode: Mode::Room, why: String::new() }
    }
}

/// What somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Move {
    /// Was there when the roll was called.
    Present,
    /// Was not there when the roll was called, and had sent no apologies.
    Absent,
    /// Came after the start.
    Arrived,
    /// Left, until they return.
    Left,
    /// Left and was not to return.
    LeftForGood,
    /// Withdrew because of an interest.
    Withdrew,
    /// Came back.
    Returned,
    /// Lost the link over which they attended.
    Dropped,
    /// Had the link again.
    Rejoined,
}

impl Move {
    /// Everything that somebody can do, in the order in which it is offered.
    pub const ALL: [Move; 9] = [
        Move::Present,
        Move::Absent,
        Move::Arrived,
        Move::Left,
        Move::LeftForGood,
        Move::Withdrew,
        Move::Returned,
        Move::Dropped,
        Move::Rejoined,
    ];

    /// Whether the person is in the room, or on the link, after it.
    #[must_use]
    pub fn is_in(self) -> bool {
        matches!(self, Move::Present | Move::Arrived | Move::Returned | Move::Rejoined)
    }

    /// Whether it is a mark of the roll call rather than something that happened in the meeting.
    #[must_use]
    pub fn is_of_the_roll_call(self) -> bool {
        matches!(self, Move::Present | Move::Absent)
    }

    /// The word shown for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Move::Present => "present",
            Move::Absent => "absent",
            Move::Arrived => "arrived",
            Move::Left => "left",
            Move::LeftForGood => "left for good",
            Move::Withdrew => "withdrew",
            Move::Returned => "returned",
            Move::Dropped => "lost connection",
            Move::Rejoined => "reconnected",
        }
    }

    /// The verb of the sentence that records it.
    #[must_use]
    pub fn verb(self) -> &'static str {
        match self {
            Move::Present => "was present",
            Move::Absent => "was absent",
            Move::Arrived => "arrived",
            Move::Left | Move::LeftForGood => "left the meeting",
            Move::Withdrew => "withdrew from the meeting",
            Move::Returned => "returned to the meeting",
            Move::Dropped => "lost connection to the meeting",
            Move::Rejoined => "rejoined the meeting",
        }
    }
}

/// How somebody attends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// In the room.
    #[default]
    Room,
    /// From elsewhere, over a link.
    Online,
}

/// An apology for absence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apology {
    /// Identity.
    pub id: ApologyId,
    /// Who sent it.
    pub person: PersonId,
    /// Who sits instead.
    #[serde(default, skip_serializing_if = "is_default")]
    pub substitute: Option<PersonId>,
}

/// A declaration of interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// Identity.
    pub id: DeclarationId,
    /// Who declared it.
    pub person: PersonId,
    /// In which items.
    #[serde(default, skip_serializing_if = "is_default")]
    pub items: Vec<ItemId>,
    /// The item during which it was made, where that was not when declarations were called for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub during: Option<ItemId>,
    /// The kind of interest, in the words of the body's code: `disclosable pecuniary interest`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: String,
    /// Its nature, as told to the meeting.
    #[serde(default, skip_serializing_if = "is_default")]
    pub nature: String,
    /// Whether its nature need not be told, so that no copy for the public has it (Localism Act 2011 s32).
    #[serde(default, skip_serializing_if = "is_default")]
    pub sensitive: bool,
    /// What they then did.
    #[serde(default, skip_serializing_if = "is_default")]
    pub conduct: Conduct,
}

impl Declaration {
    /// A declaration of which only whose it is is known.
    #[must_use]
    pub fn new(id: DeclarationId, person: PersonId) -> Self {
        Self {
            id,
            person,
            items: Vec::new(),
            during: None,
            kind: String::new(),
            nature: String::new(),
            sensitive: false,
            conduct: Conduct::Unrecorded,
        }
    }
}

/// What somebody who declared an interest did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Conduct {
    /// Nothing is recorded about it.
    #[default]
    Unrecorded,
    /// Withdrew from the meeting.
    Withdrew,
    /// Stayed and took no part.
    Silent,
    /// Stayed and took part.
    TookPart,
    /// Took part under a dispensation.
    Dispensation,
}

impl Conduct {
    /// Every conduct, in the order in which they are offered.
    pub const ALL: [Conduct; 5] =
        [Conduct::Unrecorded, Conduct::Withdrew, Conduct::Silent, Conduct::TookPart, Conduct::Dispensation];

    /// The words printed for it; empty where nothing is recorded.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Conduct::Unrecorded => "",
            Conduct::Withdrew => "withdrew from the meeting during consideration of the item",
            Conduct::Silent => "remained in the meeting and took no part in the item",
            Conduct::TookPart => "remained in the meeting and took part",
            Conduct::Dispensation => "took part under a dispensation",
        }
    }
}

/// How a person stands on the roll, for the attendance pane and the PRESENT list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Nothing is recorded.
    Unmarked,
    /// In the room (or on the link) now.
    In,
    /// Was there and is out of the room now.
    Out,
    /// Sent apologies and has not been there.
    Apologies,
    /// Has not been there and sent no apologies.
    Absent,
}

impl Meeting {
    /// The movements of one person, in the order of the log.
    pub fn movements_of(&self, person: PersonId) -> impl DoubleEndedIterator<Item = &Movement> {
        self.attendance.iter().filter(move |movement| movement.person == person)
    }

    /// The apology that a person sent.
    #[must_use]
    pub fn apology_of(&self, person: PersonId) -> Option<&Apology> {
        self.apologies.iter().find(|apology| apology.person == person)
    }

    /// How a person stands after everything in the log.
    #[must_use]
    pub fn standing(&self, person: PersonId) -> Standing {
        match self.movements_of(person).next_back() {
            Some(last) if last.what.is_in() => Standing::In,
            Some(_) if !self.attended(person) => Standing::Absent,
            Some(_) => Standing::Out,
            None if self.apology_of(person).is_some() => Standing::Apologies,
            None => Standing::Unmarked,
        }
    }

    /// Whether a person was at the meeting at any time.
    #[must_use]
    pub fn attended(&self, person: PersonId) -> bool {
        self.movements_of(person).any(|movement| movement.what.is_in())
    }

    /// How many members and substitutes are in the room now, those online not counted apart.
    #[must_use]
    pub fn members_in(&self) -> usize {
        self.people
            .iter()
            .filter(|person| person.membership.sits() && self.standing(person.id) == Standing::In)
            .count()
    }
}
