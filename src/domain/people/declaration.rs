//! Declarations of interest: who declared what in which items, and what they then did. What a kind of interest asks is in
//! the profile, and is not known here.

use crate::domain::id::{DeclarationId, ItemId, PersonId};
use crate::domain::is_default;
use serde::{Deserialize, Serialize};

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
