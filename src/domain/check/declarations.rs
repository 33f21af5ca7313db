//! Declarations of interest: whether those who had to withdraw or take no part did so, whether the nature of an
//! interest is said, and whether what is minuted under the declarations agrees with them.

use super::{Finding, Place, finding};
use crate::domain::agenda::Item;
use crate::domain::meeting::Meeting;
use crate::domain::people::{Conduct, Declaration};
use crate::domain::presence::Presence;
use crate::domain::profile::{Asks, Profile};

pub(super) fn check(meeting: &Meeting, profile: &Profile, found: &mut Vec<Finding>) {
    for declared in &meeting.declarations {
        found.extend(left_out(meeting, profile, declared));
        let asks = profile.asks(&declared.kind);
        for item in declared.items.iter().filter_map(|item| meeting.item(*item)) {
            if item.has_minutes() {
                found.extend(amiss(meeting, declared, asks, item));
            }
        }
    }
    let none_said = |item: &&Item| {
        item.is_for_declarations()
            && item.minutes.iter().any(|block| block.text.to_lowercase().starts_with("no declarations"))
    };
    if let Some(item) = meeting.items.iter().find(none_said).filter(|_| !meeting.declarations.is_empty()) {
        let said = "It is minuted that no declarations were received, and there are some.";
        found.push(finding("none-declared-but-some", said, Place::Item(item.id)));
    }
}

/// What is not told of a declaration: its kind, or its nature, which only a sensitive interest need not have told.
fn left_out(meeting: &Meeting, profile: &Profile, declared: &Declaration) -> Option<Finding> {
    let name = meeting.person(declared.person).map_or("somebody", |person| &person.name);
    let is_sensitive =
        declared.sensitive || profile.interest(&declared.kind).is_some_and(|interest| interest.sensitive);
    let (rule, what) = if declared.kind.trim().is_empty() {
        ("declaration-without-kind", "of what kind")
    } else if declared.nature.trim().is_empty() && !is_sensitive {
        ("declaration-without-nature", "of what nature")
    } else {
        return None;
    };
    let place = declared.items.first().map_or(Place::Person(declared.person), |item| Place::Item(*item));
    Some(finding(rule, format!("It is not recorded {what} the interest is that {name} declared."), place))
}

/// What does not agree between a declaration and what its holder did while the item was taken.
fn amiss(meeting: &Meeting, declared: &Declaration, asks: Asks, item: &Item) -> Option<Finding> {
    let name = meeting.person(declared.person).map_or("Somebody", |person| &person.name);
    let (kind, item_name) = (declared.kind.trim(), item.name());
    let there = meeting.presence_at(declared.person, item.id) == Presence::Throughout;
    let (rule, said) = match (declared.conduct, asks) {
        (Conduct::Withdrew, _) if there => (
            "withdrew-but-present",
            format!("{name} is said to have withdrawn for {item_name} and is down as present throughout."),
        ),
        (Conduct::Silent | Conduct::TookPart, Asks::Withdraw) => (
            "interest-not-withdrawn",
            format!("{name} had to withdraw for {item_name} ({kind}) and is said to have stayed."),
        ),
        (Conduct::TookPart, Asks::NoPart) => (
            "took-part-with-interest",
            format!("{name} took part in {item_name}, and the interest declared forbids it ({kind})."),
        ),
        (Conduct::Unrecorded, Asks::Withdraw) if there => (
            "interest-not-withdrawn",
            format!("{name} had to withdraw for {item_name} ({kind}) and was there throughout."),
        ),
        (Conduct::Unrecorded, Asks::NoPart) if there => (
            "interest-conduct-not-said",
            format!("It is not recorded whether {name} took no part in {item_name} ({kind})."),
        ),
        _ => return None,
    };
    Some(finding(rule, said, Place::Item(item.id)))
}
