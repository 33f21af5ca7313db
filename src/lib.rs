//! Minutebook: minute a committee meeting while it happens.
pub mod domain;
pub mod session;
pub mod text;
