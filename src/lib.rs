//! Minutebook: minute a committee meeting while it happens, in the terminal.
//!
//! A [`domain::meeting::Meeting`] is the record: plain data. The only thing that can happen to it is a
//! [`domain::edit::Edit`]. A [`session::Session`] is a meeting and everything that was done to it, in order.
//! What lies on the clerk's desk is a [`desk::Desk`]; what the clerk can do is one table of
//! [`command::Command`]s. [`update::update`] turns an [`update::Event`] into a changed desk and a list of
//! [`desk::Effect`]s; [`view`] turns a desk into a picture; the [`shell`] carries the effects out.
//!
//! The modules stand in reading order, and each uses only those above it (import and export stand side by
//! side). docs/architecture.md tells the story at length.

pub mod text;

pub mod domain;

pub mod keys;

pub mod houses;

pub mod wording;

pub mod session;

pub mod export;
pub mod import;

pub mod returned;

pub mod store;

pub mod desk;

pub mod command;

pub mod update;

pub mod view;

pub mod shell;
