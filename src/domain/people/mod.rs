//! People: who they are, how they came and went, who sent apologies, who declared an interest.
//!
//! Attendance is a log of movements. Who was present at an item is computed from the log, in
//! [`super::presence`], and never stored.

mod declaration;
mod movement;

pub use declaration::{Conduct, Declaration};
pub use movement::{Mode, Move, Movement};

use super::id::{ApologyId, PersonId};
use super::is_default;
use super::meeting::Meeting;
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
