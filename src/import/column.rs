//! Names that columns have in the tables of agendas and minutes, in small letters.

/// Columns of numbers.
pub(super) const NUMBERS: [&str; 8] = ["no", "no.", "ref", "ref.", "#", "number", "item no", "item no."];
/// Columns of titles that only tables of items have.
pub(super) const ITEMS: [&str; 3] = ["item", "agenda item", "topic"];
/// Columns of titles that other tables have, too.
pub(super) const TITLES: [&str; 4] = ["items", "subject", "title", "business"];
