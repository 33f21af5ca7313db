//! The seal of a record: a digest that shows whether the record still reads as it was signed. A digest is no
//! signature: it shows that there was a change, and not who made it.
//!
//! A digest begins with the name of the rule by which it is taken, and is checked by that rule. A rule never changes
//! once records are sealed by it. `v1` is the rule of version 0.1, `v2` the rule of new seals.

mod v1;
mod v2;

use crate::domain::meeting::Meeting;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// A way of taking a digest: its name, and the text of a record that it hashes.
struct Rule {
    name: &'static str,
    form: fn(&Value) -> String,
}

/// The rule of new seals.
const CURRENT: Rule = Rule { name: "sha256-v2", form: v2::form };

/// Every rule by which a record may be sealed.
const RULES: [Rule; 2] = [Rule { name: "sha256", form: v1::form }, CURRENT];

impl Rule {
    /// The digest of a record, with the name of the rule before it. Leaves out the seal itself, and the corrections of
    /// later meetings.
    fn digest(&self, meeting: &Meeting) -> String {
        let mut copy = meeting.clone();
        copy.course.seal = None;
        copy.corrections.clear();
        // A record is made of texts, numbers and lists, and none of these can fail to become JSON.
        let form = (self.form)(&serde_json::to_value(&copy).unwrap_or_default());
        Sha256::digest(form).iter().fold(format!("{}:", self.name), |mut digest, byte| {
            let _ = write!(digest, "{byte:02x}");
            digest
        })
    }
}

/// The digest with which a record is sealed: the name of the rule, a colon, and 64 hexadecimal digits.
#[must_use]
pub fn digest(meeting: &Meeting) -> String {
    CURRENT.digest(meeting)
}

/// The state of a record's seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sealing {
    /// The record is not sealed.
    Unsealed,
    /// The record reads as it was sealed.
    Whole,
    /// The record reads otherwise than when it was sealed.
    Broken,
    /// The record is sealed by a rule that this program does not know, so it cannot be checked.
    UnknownRule,
}

/// Checks a record against its seal, by the rule that the seal names.
#[must_use]
pub fn verify(meeting: &Meeting) -> Sealing {
    let Some(seal) = &meeting.course.seal else { return Sealing::Unsealed };
    let name = seal.digest.split_once(':').map_or("", |(name, _)| name);
    match RULES.iter().find(|rule| rule.name == name) {
        None => Sealing::UnknownRule,
        Some(rule) if rule.digest(meeting) == seal.digest => Sealing::Whole,
        Some(_) => Sealing::Broken,
    }
}

/// Whether a value has nothing in it: null, an empty text or an empty list.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

/// Prints the members of an object as JSON without blanks.
fn print_members<'a>(
    members: impl Iterator<Item = (&'a str, &'a Value)>,
    out: &mut String,
    print: impl Fn(&str, &Value, &mut String),
) {
    out.push('{');
    for (at, (name, value)) in members.enumerate() {
        if at > 0 {
            out.push(',');
        }
        print_plain(&Value::from(name), out);
        out.push(':');
        print(name, value, out);
    }
    out.push('}');
}

/// Prints a list as JSON without blanks.
fn print_list(list: &[Value], out: &mut String, print: impl Fn(&Value, &mut String)) {
    out.push('[');
    for (at, value) in list.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        print(value, out);
    }
    out.push(']');
}

/// Prints a text, a number, a truth value or null as JSON.
fn print_plain(value: &Value, out: &mut String) {
    out.push_str(&value.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{Admission, Heading, Item};
    use crate::domain::id::{BlockId, CorrectionId, ItemId, RemarkId};
    use crate::domain::meeting::Status;
    use crate::domain::minutes::Block;
    use crate::domain::review::{Correction, Remark, Says, Seal, Subject};
    use serde_json::json;

    fn sealed_by(rule: &Rule) -> Meeting {
        let mut meeting = Meeting::default();
        meeting.head.body = "Saltmarsh Harbour Partnership".into();
        meeting.course.status = Status::Sealed;
        let minutes = vec![Block::paragraph(BlockId(2), "Members noted it.")];
        meeting.items = vec![Item { id: ItemId(1), heading: Heading::default(), minutes }];
        let digest = rule.digest(&meeting);
        meeting.course.seal = Some(Seal { digest, approved: None, signed_by: "Mrs Ola Cleat".into() });
        meeting
    }

    #[test]
    fn the_digest_of_a_record_stays_what_it_is_from_version_to_version() {
        let mut meeting = sealed_by(&CURRENT);
        meeting.items.clear();
        let [first, second] = RULES.map(|rule| rule.digest(&meeting));
        // Printed on signed paper by version 0.1.
        assert_eq!(first, "sha256:3419d326938791ea414c3cb9c0d9fb04061515783622fc5f1bfabef1d1eea09d");
        assert_eq!(second, "sha256-v2:bf24ea8d350019a814df52b739814a1e3cb7ec1dfe5e8d24a8bd8e09813c69a5");
    }

    #[test]
    fn a_word_changed_by_hand_breaks_the_seal_and_a_correction_does_not() {
        for rule in &RULES {
            let mut meeting = sealed_by(rule);
            assert_eq!(verify(&meeting), Sealing::Whole, "{}", rule.name);
            let text = "the addition of Mr Groyne's apologies".into();
            let correction = Correction {
                id: CorrectionId(9),
                text,
                made: None,
                minute: String::new(),
                restricted: false,
            };
            meeting.corrections.push(correction);
            assert_eq!(verify(&meeting), Sealing::Whole, "{}", rule.name);
            meeting.head.body.push('s');
            assert_eq!(verify(&meeting), Sealing::Broken, "{}", rule.name);
        }
        assert_eq!(verify(&Meeting::default()), Sealing::Unsealed);
    }

    #[test]
    fn a_rule_that_is_not_known_is_no_broken_seal() {
        for digest in ["sha256-v3:3419d326", "sha512:00", "3419d326", ""] {
            let mut meeting = sealed_by(&CURRENT);
            meeting.course.seal =
                Some(Seal { digest: digest.into(), approved: None, signed_by: String::new() });
            assert_eq!(verify(&meeting), Sealing::UnknownRule, "{digest}");
        }
    }

    /// A record as a later version may write it: with more fields, which have nothing in them.
    fn with_later_fields(value: &mut Value) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(with_later_fields),
            Value::Object(members) => {
                // A variant with its content, such as `{"Motion": …}`, has no fields of its own.
                if !members.keys().any(|name| name.starts_with(char::is_uppercase)) {
                    members.insert("a_later_text".into(), json!(""));
                    members.insert("later_list".into(), json!([]));
                    members.insert("z_later_choice".into(), Value::Null);
                }
                members.values_mut().for_each(with_later_fields);
            }
            _ => {}
        }
    }

    #[test]
    fn fields_that_a_later_version_adds_leave_a_seal_whole() {
        let mut meeting = sealed_by(&CURRENT);
        meeting.course.seal = None;
        for rule in &RULES {
            let value = serde_json::to_value(&meeting).unwrap();
            let mut later = value.clone();
            with_later_fields(&mut later);
            assert_ne!(later, value);
            assert_eq!((rule.form)(&later), (rule.form)(&value), "{}", rule.name);
            later["items"][0]["minutes"][0]["a_later_text"] = json!("something");
            assert_ne!((rule.form)(&later), (rule.form)(&value), "{}: it is told when it is used", rule.name);
        }
    }

    #[test]
    fn records_that_are_not_the_same_have_not_the_same_digest() {
        let meeting = sealed_by(&CURRENT);
        let mut others = vec![meeting.clone(); 5];
        let heading = |meeting: &mut Meeting, change: fn(&mut Heading)| {
            meeting.items.iter_mut().for_each(|item| change(&mut item.heading));
        };
        let remark = |says| Remark {
            id: RemarkId(7),
            on: Subject::Draft,
            by: String::new(),
            at: None,
            says,
            was: String::new(),
            answer: crate::domain::review::Answer::Open,
        };
        heading(&mut others[0], |heading| heading.restricted = Some(false));
        heading(&mut others[1], |heading| heading.admitted = Some(Admission::default()));
        others[2].remarks.push(remark(Says::Query(String::new())));
        others[3].remarks.push(remark(Says::Add(String::new())));
        others[4].items[0].minutes[0].text.clear();
        others.push(meeting);
        for rule in &RULES {
            let mut digests: Vec<String> = others.iter().map(|other| rule.digest(other)).collect();
            digests.sort();
            digests.dedup();
            assert_eq!(digests.len(), others.len(), "{}", rule.name);
        }
    }
}
