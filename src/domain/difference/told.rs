//! The things of the record in a few words each, so that two states of one can be laid side by side. Knows nothing
//! of how a difference is shown; how minutes word these things is for the export.

use crate::domain::agenda::{Break, Item, LeftOver, Part};
use crate::domain::id::{ItemId, PersonId};
use crate::domain::meeting::{Meeting, Moment};
use crate::domain::minutes::{Block, Kind, Thought};
use crate::domain::motions::{Motion, Vote};
use crate::domain::paper::PaperLine;
use crate::domain::people::{Apology, Conduct, Declaration, Mode, Movement, Person};
use crate::domain::review::{Correction, Remark, Settled, Subject};
use serde::Serialize;
use serde_json::Value;

/// What can be told in a few words, within a record that knows whom and what it speaks of.
pub(super) trait Told: Serialize {
    /// The words.
    fn told(&self, meeting: &Meeting) -> String;
}

fn person(meeting: &Meeting, id: PersonId) -> String {
    meeting.person(id).map_or_else(|| format!("somebody ({})", id.0), |person| person.name.clone())
}

fn item(meeting: &Meeting, id: ItemId) -> String {
    meeting.item(id).map_or_else(|| format!("an item ({})", id.0), Item::name)
}

/// Words with what is said about them, as far as anything is: `Mr Groyne (member; online)`.
fn with(words: impl Into<String>, about: impl IntoIterator<Item = String>) -> String {
    let about: Vec<String> = about.into_iter().filter(|word| !word.is_empty()).collect();
    let words = words.into();
    if about.is_empty() { words } else { format!("{words} ({})", about.join("; ")) }
}

impl Told for Person {
    fn told(&self, _: &Meeting) -> String {
        format!("{}, {}", self.full(), self.membership.word())
    }
}

impl Told for Movement {
    fn told(&self, meeting: &Meeting) -> String {
        let at = self.at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default();
        let during = self.item.map(|id| item(meeting, id)).unwrap_or_default();
        let mode = if self.mode == Mode::Online { "online".to_owned() } else { String::new() };
        let said = format!("{} {}", person(meeting, self.person), self.what.verb());
        with(said, [at, during, mode, self.why.clone()])
    }
}

impl Told for Apology {
    fn told(&self, meeting: &Meeting) -> String {
        let sits = self.substitute.map(|id| format!("{} sits instead", person(meeting, id)));
        with(person(meeting, self.person), sits)
    }
}

impl Told for Declaration {
    fn told(&self, meeting: &Meeting) -> String {
        let items: Vec<String> = self.items.iter().map(|id| item(meeting, *id)).collect();
        let conduct = if self.conduct == Conduct::Unrecorded { "" } else { self.conduct.words() };
        let sensitive = if self.sensitive { "sensitive" } else { "" };
        let about = [items.join(", "), self.nature.clone(), sensitive.to_owned(), conduct.to_owned()];
        with(format!("{}: {}", person(meeting, self.person), self.kind), about)
    }
}

impl Told for Part {
    fn told(&self, _: &Meeting) -> String {
        let restricted = if self.restricted { "restricted".to_owned() } else { String::new() };
        with(format!("{} {}", self.label, self.title).trim(), [restricted, self.statement.clone()])
    }
}

impl Told for Break {
    fn told(&self, meeting: &Meeting) -> String {
        let after = self.after.map(|id| format!("after {}", item(meeting, id))).unwrap_or_default();
        let minutes = self.minutes.map(|minutes| format!("{minutes} minutes")).unwrap_or_default();
        with(&self.title, [minutes, after])
    }
}

impl Told for Thought {
    fn told(&self, _: &Meeting) -> String {
        self.text.clone()
    }
}

impl Told for LeftOver {
    fn told(&self, _: &Meeting) -> String {
        self.text.clone()
    }
}

impl Told for PaperLine {
    fn told(&self, _: &Meeting) -> String {
        self.text.clone()
    }
}

impl Told for Remark {
    fn told(&self, meeting: &Meeting) -> String {
        let on = match self.on {
            Subject::Block(id, _) | Subject::Item(id) => item(meeting, id),
            Subject::Roll => "the roll".to_owned(),
            Subject::Draft => "the draft".to_owned(),
        };
        with(format!("{}: {}", self.says.word(), self.says.words()), [on, self.by.clone()])
    }
}

impl Told for Settled {
    fn told(&self, _: &Meeting) -> String {
        with(&self.said, [self.why.clone()])
    }
}

impl Told for Correction {
    fn told(&self, _: &Meeting) -> String {
        with(&self.text, [self.minute.clone()])
    }
}

impl Told for Moment {
    fn told(&self, _: &Meeting) -> String {
        format!("{} at {}", self.turn.word(), self.at.format("%H:%M on %-d %B %Y"))
    }
}

impl Told for Block {
    fn told(&self, meeting: &Meeting) -> String {
        match &self.kind {
            Kind::Motion(motion) => with(&self.text, about(motion, meeting)),
            _ => self.text.clone(),
        }
    }
}

/// What is recorded of a motion.
fn about(motion: &Motion, meeting: &Meeting) -> Vec<String> {
    let name = |role: &str, id: Option<PersonId>| {
        id.map(|id| format!("{role} by {}", person(meeting, id))).unwrap_or_default()
    };
    let names = |ids: &[PersonId]| ids.iter().map(|id| person(meeting, *id)).collect::<Vec<_>>().join(", ");
    let vote = match &motion.vote {
        Vote::Assent => String::new(),
        Vote::Hands { for_, against, abstained } => {
            format!("{for_} for, {against} against, {abstained} abstained")
        }
        Vote::Recorded { for_, against, abstained } => {
            format!("for: {}; against: {}; abstained: {}", names(for_), names(against), names(abstained))
        }
    };
    let decision = motion.decision.word().to_owned();
    vec![name("moved", motion.mover), name("seconded", motion.seconder), decision, vote]
}

/// The fields of a thing that are filled in, each as its name and its value. For what is not told otherwise, so that
/// no difference goes unseen.
pub(super) fn fields(thing: &impl Serialize) -> Vec<(String, String)> {
    match serde_json::to_value(thing) {
        Ok(Value::Object(fields)) => fields
            .into_iter()
            .filter(|(name, _)| name != "id")
            .map(|(name, value)| (name.replace('_', " "), flat(&value)))
            .collect(),
        _ => Vec::new(),
    }
}

/// A value in one line, without brackets and quotes.
fn flat(value: &Value) -> String {
    let joined = |values: Vec<String>| values.join(", ");
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(values) => joined(values.iter().map(flat).collect()),
        Value::Object(fields) => {
            joined(fields.iter().map(|(name, value)| format!("{name} {}", flat(value))).collect())
        }
    }
}
