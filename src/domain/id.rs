//! Identity: small numbers that only grow and are never used twice within one record.
//!
//! Nothing refers to a thing by its position, its number or its name. All kinds of id are drawn from
//! one counter, so an id is unique in the whole record; the types keep them apart in the code.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl From<$name> for u32 {
            fn from(id: $name) -> u32 {
                id.0
            }
        }
    )+};
}

ids! {
    /// A section of the agenda.
    PartId,
    /// An item of business.
    ItemId,
    /// A block minuted under an item.
    BlockId,
    /// A planned break on the agenda.
    BreakId,
    /// Somebody on the roster.
    PersonId,
    /// A line of the attendance log.
    MovementId,
    /// An apology for absence.
    ApologyId,
    /// A declaration of interest.
    DeclarationId,
    /// A parked thought.
    ThoughtId,
    /// A line of the imported paper that was not understood.
    LeftOverId,
    /// A line of the paper from which the record was made.
    LineId,
    /// A remark on the draft.
    RemarkId,
    /// A finding that was settled.
    SettledId,
    /// A correction of a sealed record.
    CorrectionId,
}

/// The counter from which ids are drawn. It belongs to the session, not to the record: taking an edit
/// back leaves the record as it was, but an id once given out is never given out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ids(u32);

impl Ids {
    /// A counter that starts after `highest`.
    #[must_use]
    pub fn after(highest: u32) -> Self {
        Self(highest)
    }

    /// Takes note of an id that came from elsewhere (a replayed edit), so that it is not drawn again.
    pub fn saw(&mut self, id: u32) {
        self.0 = self.0.max(id);
    }

    /// Draws the next id.
    pub fn draw(&mut self) -> u32 {
        self.0 = self.0.saturating_add(1);
        self.0
    }
}
