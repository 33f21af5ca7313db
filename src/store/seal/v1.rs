//! The rule of version 0.1. It hashes a record as JSON without blanks, in the order in which 0.1 wrote the fields.
//!
//! The order is a table here, so that it stays what it was whatever becomes of the record's types. A field that came
//! later stands after those of the table, and is left out where it has nothing in it: 0.1 did not know it. **The
//! table is never changed.**

use super::{is_empty, print_list, print_members, print_plain};
use serde_json::{Map, Value};

/// One kind of object as 0.1 wrote it.
struct Shape {
    /// The name under which a record holds it.
    holder: &'static str,
    /// Its fields in order.
    fields: &'static [&'static str],
    /// Fields that 0.1 wrote even with nothing in them, and how it then wrote them.
    always: &'static [(&'static str, &'static str)],
}

const fn shape(
    holder: &'static str,
    fields: &'static [&'static str],
    always: &'static [(&'static str, &'static str)],
) -> Shape {
    Shape { holder, fields, always }
}

/// The name of the record itself, which nothing holds.
const RECORD: &str = "";

const NO_TEXT: &str = r#""""#;

const SHAPES: [Shape; 36] = [
    shape(
        RECORD,
        &[
            "head",
            "course",
            "people",
            "attendance",
            "apologies",
            "declarations",
            "parts",
            "breaks",
            "items",
            "parked",
            "left_over",
            "paper",
            "remarks",
            "settled",
            "corrections",
        ],
        &[],
    ),
    shape(
        "head",
        &[
            "body",
            "noun",
            "date",
            "starts",
            "ends",
            "venue",
            "contact",
            "telephone",
            "email",
            "published",
            "next_meeting",
            "numbering",
            "quorum",
            "style",
            "profile",
        ],
        &[("body", NO_TEXT)],
    ),
    shape(
        "numbering",
        &["first", "count_empty", "restart", "last"],
        &[("first", "null"), ("count_empty", "false")],
    ),
    shape("last", &["number", "of"], &[]),
    shape("course", &["status", "moments", "recording", "steps", "seal"], &[("status", r#""Prepared""#)]),
    shape("moments", &["turn", "at", "after"], &[]),
    shape("steps", &["to", "by", "at"], &[]),
    shape(
        "people",
        &["id", "name", "short", "post", "organisation", "role", "membership", "aliases"],
        &[("name", NO_TEXT), ("membership", r#""Member""#)],
    ),
    shape("attendance", &["id", "person", "what", "item", "after", "at", "mode", "why"], &[]),
    shape("apologies", &["id", "person", "substitute"], &[]),
    shape(
        "declarations",
        &["id", "person", "items", "during", "kind", "nature", "sensitive", "conduct"],
        &[],
    ),
    shape("parts", &["id", "label", "title", "restricted", "statement"], &[("title", NO_TEXT)]),
    shape("breaks", &["id", "after", "title", "minutes"], &[("title", NO_TEXT)]),
    shape("items", &["id", "heading", "minutes"], &[]),
    shape(
        "heading",
        &[
            "label",
            "title",
            "part",
            "report",
            "pages",
            "text",
            "recommendations",
            "arising",
            "planned",
            "restricted",
            "outcome",
            "admitted",
            "taken",
            "number",
        ],
        &[("title", NO_TEXT)],
    ),
    shape("recommendations", &["text", "parts"], &[("text", NO_TEXT)]),
    shape("arising", &["text", "of", "item", "restricted", "done"], &[("text", NO_TEXT)]),
    shape("admitted", &["urgent", "why"], &[("why", NO_TEXT)]),
    shape("minutes", &["id", "kind", "level", "restricted", "begun", "text"], &[("text", NO_TEXT)]),
    shape(
        "Motion",
        &[
            "mover",
            "seconder",
            "decision",
            "vote",
            "subject",
            "put",
            "silent",
            "own_votes",
            "casting",
            "names_demanded",
            "told",
        ],
        &[],
    ),
    shape("Hands", &["for_", "against", "abstained"], &[]),
    shape(
        "Recorded",
        &["for_", "against", "abstained"],
        &[("for_", "[]"), ("against", "[]"), ("abstained", "[]")],
    ),
    shape("Amendment", &["motion", "amended", "replaced"], &[("amended", NO_TEXT)]),
    shape("Exclusion", &["item", "paragraphs"], &[]),
    shape(
        "Election",
        &["office", "nominees", "elected", "by_lot"],
        &[("office", NO_TEXT), ("nominees", "[]")],
    ),
    shape("nominees", &["person", "proposer", "seconder", "votes"], &[]),
    shape("own_votes", &["person", "side"], &[]),
    shape("casting", &["person", "side"], &[]),
    shape("parked", &["id", "text", "at", "item"], &[("text", NO_TEXT)]),
    shape("left_over", &["id", "line", "text"], &[("text", NO_TEXT)]),
    shape("paper", &["id", "line", "text", "meaning", "sure", "of"], &[("text", NO_TEXT)]),
    shape("remarks", &["id", "on", "by", "at", "says", "was", "answer"], &[]),
    shape("Taken", &["at"], &[]),
    shape("Left", &["at", "why"], &[]),
    shape("settled", &["id", "rule", "said", "why", "at"], &[("rule", NO_TEXT), ("said", NO_TEXT)]),
    shape("corrections", &["id", "text", "made", "minute", "restricted"], &[("text", NO_TEXT)]),
];

/// The text that is hashed.
pub(super) fn form(record: &Value) -> String {
    let mut out = String::new();
    print(RECORD, record, &mut out);
    out
}

/// Prints a value that is held under a name.
fn print(holder: &str, value: &Value, out: &mut String) {
    match value {
        Value::Object(members) => match SHAPES.iter().find(|shape| shape.holder == holder) {
            Some(shape) => print_object(shape, members, out),
            // A variant with its content, such as `{"Motion": …}`.
            None => print_members(members.iter().map(|(name, value)| (name.as_str(), value)), out, print),
        },
        Value::Array(list) => print_list(list, out, |value, out| print(holder, value, out)),
        plain => print_plain(plain, out),
    }
}

fn print_object(shape: &Shape, members: &Map<String, Value>, out: &mut String) {
    let always: Vec<(&str, Value)> = shape
        .always
        .iter()
        .map(|(name, usual)| (*name, serde_json::from_str(usual).unwrap_or_default()))
        .collect();
    let usual = |name: &str| always.iter().find(|(field, _)| *field == name).map(|(_, usual)| usual);
    let known = shape.fields.iter().filter_map(|name| {
        let value = members.get(*name).filter(|value| !is_empty(value));
        Some((*name, value.or(usual(name))?))
    });
    let mut later: Vec<(&str, &Value)> = members
        .iter()
        .map(|(name, value)| (name.as_str(), value))
        .filter(|(name, value)| {
            !shape.fields.contains(name) && !is_empty(value) && **value != Value::Bool(false)
        })
        .collect();
    later.sort_by_key(|(name, _)| *name);
    print_members(known.chain(later), out, print);
}
