//! The words of a recommendation on an item, to be corrected: what is asked, and its parts. How it becomes a resolution
//! is known in [`crate::domain::resolving`], on which key in [`super::minutes`].

use super::settle::Settled;
use crate::desk::Desk;
use crate::desk::form::{Entry, Form, Purpose};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::ItemId;
use crate::domain::recommendation::Recommendation;

/// What the fields for parts are called. Parts beyond them stay as they are.
const PARTS: [&str; 12] =
    ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", "(i)", "(j)", "(k)", "(l)"];

/// The form: the words, a field for each part, and one more for another part where there are some.
pub(super) fn form(desk: &Desk, item: ItemId, at: usize) -> Form {
    let heading = desk.meeting().item(item).map(|item| &item.heading);
    let advice = heading.and_then(|heading| heading.recommendations.get(at)).cloned().unwrap_or_default();
    let more = usize::from(!advice.parts.is_empty());
    let texts = advice.parts.iter().cloned().chain(std::iter::repeat_n(String::new(), more));
    let parts = PARTS.iter().zip(texts).map(|(label, text)| Entry::words(label, text));
    let words = std::iter::once(Entry::words("Words", advice.text.clone()));
    Form::new(Purpose::Recommended(item, at), "What is recommended", words.chain(parts).collect())
}

/// Takes the words over. A part that was emptied goes, and with the last words the recommendation.
pub(super) fn settle(desk: &mut Desk, form: &Form, item: ItemId, at: usize) -> Settled {
    let Some(found) = desk.meeting().item(item) else { return Ok(()) };
    let mut new = found.heading.clone();
    let Some(advice) = new.recommendations.get_mut(at) else { return Ok(()) };
    let shown = PARTS.iter().map(|label| form.words(label)).filter(|part| !part.is_empty());
    let parts = shown.chain(advice.parts.iter().skip(PARTS.len()).cloned()).collect();
    *advice = Recommendation { parts, ..Recommendation::of(&form.words("Words")) };
    if *advice == Recommendation::default() {
        new.recommendations.remove(at);
    }
    let old = Thing::Heading(item, found.heading.clone());
    let edit = Edit::replace(old, Thing::Heading(item, new));
    desk.change("Changed what is recommended", vec![edit]);
    Ok(())
}
