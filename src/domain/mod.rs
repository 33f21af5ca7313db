//! What a meeting is, in the words of the field. Knows no terminal, no disk and no clock.
//!
//! The record is plain data ([`meeting::Meeting`]); the only thing that can happen to it is an
//! [`edit::Edit`]. Everything that is printed (numbers, letters, marks) is derived in [`style`], and
//! everything that deserves a second look is noticed by [`check`].

pub mod agenda;
mod apply;
pub mod arising;
pub mod attended;
pub mod calendar;
mod called;
pub mod carry;
pub mod check;
pub mod course;
pub mod difference;
pub mod edit;
pub mod exclusion;
mod faults;
pub mod id;
pub mod meeting;
mod mentions;
pub mod merge;
pub mod minutes;
pub mod motions;
pub mod name;
pub mod names;
mod order;
pub mod pace;
pub mod paper;
pub mod people;
pub mod presence;
pub mod profile;
pub mod quorum;
pub mod recommendation;
pub mod recommending;
mod request;
pub mod resolving;
pub mod review;
pub mod same;
pub mod setting;
mod stretch;
pub mod style;
mod texts;
pub mod title;
mod verbs;
pub mod voting;

/// Says whether a field has its default value, so that the file format can leave it out.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
