//! The neutral JSON `agenda-import/1`, read back: what an import or an export printed, or what another program
//! made in the same shape. Knows the shape and nothing of papers. `docs/json.md` describes it.

mod minuted;

use super::decode::harmless;
use super::listing::Listed;
use super::paper::squeeze;
use super::people::{self, Named};
use super::roll::Roll;
use super::{Meaning, Proposal, ReadLine, Refusal, Sure};
use crate::domain::agenda::{Break, Heading, Item, Outcome};
use crate::domain::id::{BlockId, BreakId, Ids, ItemId};
use crate::domain::meeting::{Meeting, Moment, Status, Turn};
use crate::domain::minutes::{Block, Kind};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::Value;

/// The name of the shape, whatever its number.
const SCHEMA: &str = "agenda-import/";
/// No agenda has more items.
const MOST_ITEMS: usize = 20_000;

/// Whether a text is JSON, by how it begins.
pub(super) fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    text.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

/// Reads a meeting, and the earlier ones that go with it.
pub(super) fn read(bytes: &[u8]) -> Result<Proposal, Refusal> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let value: Value = serde_json::from_slice(bytes).map_err(|_| Refusal::Damaged("JSON file"))?;
    if !value.get("schema").and_then(Value::as_str).is_some_and(|schema| schema.starts_with(SCHEMA)) {
        return Err(Refusal::OtherJson);
    }
    let mut lines = Vec::new();
    let meeting = meeting(&value, &mut lines);
    if meeting.items.is_empty() {
        return Err(Refusal::NoItems);
    }
    let earlier = list(&value, "embedded_minutes").map(|value| self::meeting(value, &mut lines)).collect();
    Ok(Proposal { meeting, earlier, lines, ..Proposal::default() })
}

/// The things under a name; nothing where it is no list.
fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// The words under a name; none where there are none.
fn words(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).map(plain).unwrap_or_default()
}

fn plain(words: &str) -> String {
    squeeze(&harmless(words).replace(['\n', '\t', '\u{C}'], " "))
}

fn strings(value: &Value, name: &str) -> Vec<String> {
    list(value, name).filter_map(Value::as_str).map(plain).filter(|words| !words.is_empty()).collect()
}

fn meeting(value: &Value, lines: &mut Vec<ReadLine>) -> Meeting {
    let mut meeting = Meeting::default();
    let date = |name| NaiveDate::parse_from_str(&words(value, name), "%Y-%m-%d").ok();
    let time = |name| NaiveTime::parse_from_str(&words(value, name), "%H:%M").ok();
    let head = &mut meeting.head;
    head.authority = words(value, "authority");
    head.body = words(value, "body");
    head.date = date("date");
    head.starts = time("time");
    head.ends = time("close_time");
    head.next_meeting = date("next_meeting");
    head.venue = words(value, "venue");
    head.contact = words(value, "contact");
    let mut reader = Reader { ids: Ids::default(), roll: Roll::default(), meeting };
    reader.attendance(value);
    for item in list(value, "items").take(MOST_ITEMS) {
        reader.item(item, lines);
    }
    minuted::exclusions(value, &mut reader.meeting);
    reader.breaks(value);
    reader.course(value);
    reader.meeting
}

/// A meeting while it is read.
struct Reader {
    ids: Ids,
    roll: Roll,
    meeting: Meeting,
}

impl Reader {
    fn item(&mut self, value: &Value, lines: &mut Vec<ReadLine>) {
        let heading = heading(value);
        if heading.title.is_empty() {
            return;
        }
        let line = u32::try_from(lines.len()).unwrap_or(u32::MAX).saturating_add(1);
        let text = squeeze(&format!("{} {}", heading.label, heading.title));
        let (meaning, sure) = (Meaning::Item, Sure::Recognised);
        lines.push(ReadLine { line, text, meaning, sure, of: Vec::new() });
        let id = ItemId(self.ids.draw());
        // What an older version or another program wrote has only what the minutes come to.
        let minutes = match value.get("minuted") {
            Some(_) => self.minuted(value),
            None => self.gist(value),
        };
        self.meeting.items.push(Item { id, heading, minutes });
    }

    /// The planned breaks.
    fn breaks(&mut self, value: &Value) {
        for pause in list(value, "breaks").take(MOST_ITEMS) {
            let after = words(pause, "after");
            let after = self.meeting.items.iter().find(|item| !after.is_empty() && is_called(item, &after));
            let after = after.map(|item| item.id);
            let minutes = pause.get("minutes").and_then(Value::as_u64);
            let minutes = minutes.and_then(|minutes| u32::try_from(minutes).ok());
            let (id, title) = (BreakId(self.ids.draw()), words(pause, "title"));
            self.meeting.breaks.push(Break { id, after, title, minutes });
        }
    }

    /// How the meeting went. One of which that is told is over: what goes on now is in no file for programs.
    fn course(&mut self, value: &Value) {
        for moment in list(value, "course").take(MOST_ITEMS) {
            let turn = Turn::ALL.into_iter().find(|turn| turn.word() == words(moment, "turn"));
            let at = NaiveDateTime::parse_from_str(&words(moment, "at"), "%Y-%m-%dT%H:%M").ok();
            if let Some((turn, at)) = turn.zip(at) {
                let after = moment.get("after").and_then(|place| self.place(place));
                self.meeting.course.moments.push(Moment { after, ..Moment::new(turn, at) });
                self.meeting.course.status = Status::Closed;
            }
        }
    }

    /// The block at a place, both counted from 1.
    fn place(&self, value: &Value) -> Option<BlockId> {
        let at = |name| usize::try_from(value.get(name)?.as_u64()?).ok()?.checked_sub(1);
        Some(self.meeting.items.get(at("item")?)?.minutes.get(at("minuted")?)?.id)
    }

    fn attendance(&mut self, value: &Value) {
        let lists = [
            ("present", Listed::Present),
            ("remote", Listed::Remote),
            ("apologies", Listed::Apologies),
            ("in_attendance", Listed::InAttendance),
        ];
        let Some(attendance) = value.get("attendance") else { return };
        self.roll.records = true;
        for (name, listed) in lists {
            for person in strings(attendance, name) {
                // A comma in a name that stands alone parts no names.
                let mut found = people::list(&person);
                let named = if found.len() == 1 {
                    found.remove(0)
                } else {
                    Named { name: person, ..Named::default() }
                };
                self.roll.list(&mut self.meeting, &mut self.ids, listed, &named);
            }
        }
    }

    /// What was minuted, where only what it comes to is told: in the order of paragraphs, decisions and actions,
    /// because no other is known.
    fn gist(&mut self, value: &Value) -> Vec<Block> {
        let mut minutes = Vec::new();
        let mut add = |kind: Kind, level: u8, text: String| {
            if !text.is_empty() {
                minutes.push(Block { kind, level, ..Block::paragraph(BlockId(self.ids.draw()), text) });
            }
        };
        for paragraph in strings(value, "paragraphs") {
            add(Kind::Paragraph, 0, paragraph);
        }
        for resolution in list(value, "resolutions") {
            let text = resolution.as_str().map(plain).unwrap_or_else(|| words(resolution, "text"));
            add(Kind::Resolution, 0, resolved(&text).to_owned());
            for clause in strings(resolution, "clauses") {
                add(Kind::Resolution, 1, clause);
            }
        }
        for action in list(value, "actions") {
            let mut owners = strings(action, "owners");
            owners.extend(Some(words(action, "owner")).filter(|owner| !owner.is_empty()));
            let task = words(action, "text");
            let text = if owners.is_empty() { task } else { format!("{} to {task}", owners.join(" and ")) };
            add(Kind::Action, 0, text.trim_end_matches(" to ").to_owned());
        }
        minutes
    }
}

fn heading(value: &Value) -> Heading {
    let (label, number) = (words(value, "label"), words(value, "number").trim_end_matches('.').to_owned());
    // Where there is a label, too, the number is that of the minutes.
    let fixed = number.parse().ok().filter(|_| !label.is_empty());
    let outcome = words(value, "outcome");
    Heading {
        label: if fixed.is_some() { label } else { number },
        number: fixed,
        title: words(value, "title"),
        report: words(value, "report"),
        outcome: Outcome::ALL.into_iter().find(|known| known.word() == outcome).unwrap_or_default(),
        restricted: (words(value, "part") == "restricted").then_some(true),
        ..Heading::default()
    }
}

/// Whether an item is called so: by its label, or by its title where it has none.
fn is_called(item: &Item, name: &str) -> bool {
    let Heading { label, title, .. } = &item.heading;
    if label.is_empty() { title == name } else { label == name }
}

/// A resolution without the word that says that it is one.
fn resolved(text: &str) -> &str {
    let rest = ["RESOLVED", "Resolved"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    rest.trim_start_matches([':', ' ', '-', '–', '—'])
}
