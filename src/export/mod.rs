//! Export: a meeting becomes a neutral document, and the document becomes bytes. Knows no disk and no screen.
//!
//! The way is always the same. [`Audience`] makes a copy of the record that holds only what its readers may
//! know; [`Document`] is composed from that copy in a house style; a [`Format`] (such as [`text`]) lays
//! the document out. A word that is not in the copy cannot be in the file, whatever a format does.

mod actions;
mod afterwards;
mod asides;
mod audience;
mod beside;
mod business;
mod course;
mod dates;
mod decisions;
mod declared;
pub mod document;
pub mod docx;
mod endings;
mod format;
mod front;
mod gist;
pub mod html;
pub mod json;
pub mod markdown;
mod markup;
mod minuted;
mod order;
pub mod pdf;
mod people;
mod roll;
mod sentences;
pub mod text;
mod tree;
mod votes;

pub use audience::Audience;
pub use beside::{Beside, Of, beside};
pub use dates::time as time_in_words;
pub use document::Document;
pub use format::{FORMATS, Format, Printed};
pub use order::{Order, Paper};
pub use votes::vote as vote_in_words;
