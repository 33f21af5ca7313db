//! The disk: the only folder that opens session files. Knows nothing of screens, keys or exports.
//!
//! A session is a record ([`snapshot`], readable RON, complete by itself) and beside it a [`journal`] with a
//! line for everything that was done. [`open()`] lays the two side by side; [`writer`] keeps them safe while
//! the clerk types; [`lock`] sees to it that one program writes; [`library`] is where sessions live.
//! docs/file-format.md describes the files for people.

mod compare;
pub mod error;
pub mod files;
pub mod journal;
mod kept;
mod ledger;
pub mod library;
mod lines;
pub mod lock;
pub mod note;
pub mod older;
pub mod open;
pub mod past;
mod pile;
mod replay;
mod scan;
pub mod scribe;
pub mod seal;
pub mod snapshot;
mod tail;
#[cfg(test)]
mod told;
pub mod writer;

pub use error::StoreError;
pub use files::{Files, set_aside};
pub use journal::{Handed, Journal};
pub use library::{Library, Listed, Summary};
pub use lines::Place;
pub use lock::Lock;
pub use note::{Note, Odds};
pub use older::{OlderCopy, older_copies};
pub use open::{Looked, Opened, Waiting, create, new_id, open, read_only, recall};
pub use past::{Forgotten, Past, Stood, past};
pub use scribe::{Bell, Scribe};
pub use seal::{Sealing, verify};
pub use writer::{Answer, Order, Writer};
