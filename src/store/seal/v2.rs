//! The rule of new seals. It hashes a record as JSON without blanks, with the fields of each object in the order of
//! their names. So a digest does not depend on the order in which the program declares its fields.
//!
//! A field with nothing in it (null, an empty text or an empty list) is left out. So a field that a later version adds
//! changes no digest until it is used. Names of variants (`Motion`, `Add`) begin with a capital and always stay.

use super::{is_empty, print_list, print_members, print_plain};
use serde_json::Value;

/// The text that is hashed.
pub(super) fn form(record: &Value) -> String {
    let mut out = String::new();
    print(record, &mut out);
    out
}

fn print(value: &Value, out: &mut String) {
    match value {
        Value::Object(members) => {
            let is_kept =
                |name: &str, value: &Value| name.starts_with(char::is_uppercase) || !is_empty(value);
            let mut members: Vec<(&str, &Value)> = members
                .iter()
                .map(|(name, value)| (name.as_str(), value))
                .filter(|(name, value)| is_kept(name, value))
                .collect();
            members.sort_by_key(|(name, _)| *name);
            print_members(members.into_iter(), out, |_, value, out| print(value, out));
        }
        Value::Array(list) => print_list(list, out, print),
        plain => print_plain(plain, out),
    }
}
