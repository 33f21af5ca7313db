//! Neutral JSON, in the shape `agenda-import/1` that an import gives too: what a meeting holds, for programs.
//! Knows nothing of house styles; numbers here are the labels of the agenda, or those of minutes once they are fixed.
//!
//! What was minuted stands here twice: as what it comes to, for programs that count decisions (`gist`), and block by
//! block, for those that want it all (`minuted`). `docs/json.md` describes the shape; whatever is put in here is put in there.

mod minuted;

use super::audience::Audience;
use super::gist::Gist;
use super::minuted::is_told;
use super::people;
use crate::domain::agenda::{Break, Item, Outcome};
use crate::domain::id::ItemId;
use crate::domain::is_default;
use crate::domain::meeting::{Meeting, Moment};
use crate::domain::minutes::Block;
use crate::domain::profile::Profile;
use crate::text::tame;
use chrono::NaiveTime;
use minuted::Minuted;
use serde::Serialize;

/// The name of the shape.
const SCHEMA: &str = "agenda-import/1";

/// What was read from a paper as JSON, with earlier minutes that were found in it. Who is listed as present there is
/// listed so here, whatever rules the body may have.
#[must_use]
pub fn json(meeting: &Meeting, earlier: &[Meeting], audience: Audience) -> String {
    let as_listed = Profile::default();
    let mut record = Record::of(meeting, &as_listed, audience);
    let earlier = earlier.iter().map(|meeting| Record::of(meeting, &as_listed, audience));
    record.embedded_minutes = earlier.collect();
    print(&record)
}

/// A record as JSON. The profile says who was present.
#[must_use]
pub fn minutes(meeting: &Meeting, profile: &Profile, audience: Audience) -> String {
    print(&Record::of(meeting, profile, audience))
}

/// What is given in place of a meeting when a paper holds none: the reason, and no items.
#[must_use]
pub fn refusal_json(message: &str) -> String {
    print(&Record { schema: SCHEMA, error: Some(message.into()), ..Record::default() })
}

/// A record has only string keys and no map of its own, so nothing in it can fail to be written.
fn print(record: &Record) -> String {
    serde_json::to_string_pretty(record).unwrap_or_default() + "\n"
}

/// A string that holds no control character, because it cannot be made without being tamed.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct Tame(String);

impl<T: AsRef<str>> From<T> for Tame {
    fn from(words: T) -> Self {
        Tame(tame(words.as_ref()))
    }
}

#[derive(Debug, Default, Serialize)]
struct Record {
    schema: &'static str,
    error: Option<Tame>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authority: Option<Tame>,
    body: Option<Tame>,
    date: Option<String>,
    time: Option<String>,
    venue: Option<Tame>,
    contact: Option<Tame>,
    next_meeting: Option<String>,
    close_time: Option<String>,
    attendance: Attendance,
    declarations: Vec<Tame>,
    breaks: Vec<Pause>,
    /// When the meeting was opened, adjourned, resumed and closed.
    course: Vec<Turned>,
    items: Vec<Business>,
    /// How many restricted items a public copy leaves out.
    #[serde(skip_serializing_if = "is_default")]
    left_out: usize,
    embedded_minutes: Vec<Record>,
}

#[derive(Debug, Default, Serialize)]
struct Attendance {
    present: Vec<Tame>,
    /// Members who attended over a link where that does not count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    remote: Vec<Tame>,
    apologies: Vec<Tame>,
    in_attendance: Vec<Tame>,
}

#[derive(Debug, Serialize)]
struct Pause {
    after: Option<Tame>,
    title: Tame,
    minutes: Option<u32>,
}

#[derive(Debug, Serialize)]
struct Turned {
    turn: &'static str,
    at: String,
    /// After which block it happened, where the record knows that by more than the time.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Place>,
}

/// A block by its item's place in the file and its own among what is minuted there, each counted from 1.
#[derive(Debug, Serialize)]
struct Place {
    item: usize,
    minuted: usize,
}

#[derive(Debug, Serialize)]
struct Business {
    /// The number in the minutes where that is fixed, and otherwise the label on the agenda.
    number: Option<Tame>,
    /// The label on the agenda, where the number is that of the minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Tame>,
    title: Tame,
    part: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<Tame>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    minuted: Vec<Minuted>,
    paragraphs: Vec<Tame>,
    resolutions: Vec<Resolution>,
    actions: Vec<Action>,
    votes: Vec<Votes>,
}

#[derive(Debug, Serialize)]
struct Resolution {
    text: Tame,
    clauses: Vec<Tame>,
}

#[derive(Debug, Serialize)]
struct Action {
    owners: Vec<Tame>,
    text: Tame,
}

#[derive(Debug, Serialize)]
struct Votes {
    #[serde(rename = "for")]
    for_: usize,
    against: usize,
    abstain: usize,
}

impl Record {
    fn of(meeting: &Meeting, profile: &Profile, audience: Audience) -> Record {
        let copy = audience.copy(meeting);
        let head = &copy.head;
        let is_out = |item: &&Item| audience == Audience::Public && copy.is_restricted(item);
        let items = copy.items.iter().filter(|item| !is_out(item));
        let readable = |block: &&Block| audience == Audience::Full || !block.restricted;
        let told: Vec<(&Item, Vec<&Block>)> =
            items.map(|item| (item, written(item).filter(readable).collect())).collect();
        let time = |time: NaiveTime| time.format("%H:%M").to_string();
        Record {
            schema: SCHEMA,
            error: None,
            authority: known(&head.authority),
            body: known(&head.body),
            date: head.date.map(|date| date.to_string()),
            time: head.starts.map(time),
            venue: known(&head.venue),
            contact: known(&head.contact),
            next_meeting: head.next_meeting.map(|date| date.to_string()),
            close_time: head.ends.map(time),
            attendance: Attendance {
                present: tamed(people::present(&copy, profile)),
                remote: tamed(people::remotely(&copy, profile)),
                apologies: tamed(people::apologies(&copy)),
                in_attendance: tamed(people::in_attendance(&copy)),
            },
            declarations: tamed(people::declared(&copy)),
            breaks: copy.breaks.iter().map(|pause| Pause::of(pause, &copy)).collect(),
            course: copy.course.moments.iter().map(|moment| Turned::of(moment, &told)).collect(),
            items: told.iter().map(|(item, blocks)| Business::of(item, blocks, &copy)).collect(),
            left_out: copy.items.iter().filter(is_out).count(),
            embedded_minutes: Vec::new(),
        }
    }
}

/// The blocks of an item that have words. One without, where the clerk was about to type, is in no copy.
fn written(item: &Item) -> impl Iterator<Item = &Block> {
    item.minutes.iter().enumerate().filter(|(at, _)| is_told(item, *at)).map(|(_, block)| block)
}

/// What is empty is not known.
fn known(words: &str) -> Option<Tame> {
    Some(words).filter(|words| !words.is_empty()).map(Tame::from)
}

fn tamed(words: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<Tame> {
    words.into_iter().map(Tame::from).collect()
}

impl Pause {
    fn of(pause: &Break, copy: &Meeting) -> Pause {
        let name = |id: ItemId| {
            let heading = &copy.item(id)?.heading;
            known(&heading.label).or_else(|| known(&heading.title))
        };
        Pause { after: pause.after.and_then(name), title: (&pause.title).into(), minutes: pause.minutes }
    }
}

impl Turned {
    fn of(moment: &Moment, told: &[(&Item, Vec<&Block>)]) -> Turned {
        let after = moment.after.and_then(|id| {
            let place = |blocks: &Vec<&Block>| blocks.iter().position(|block| block.id == id);
            let found = told.iter().enumerate().find_map(|(at, (_, blocks))| Some((at, place(blocks)?)));
            found.map(|(item, minuted)| Place { item: item + 1, minuted: minuted + 1 })
        });
        Turned { turn: moment.turn.word(), at: moment.at.format("%Y-%m-%dT%H:%M").to_string(), after }
    }
}

impl Business {
    fn of(item: &Item, blocks: &[&Block], copy: &Meeting) -> Business {
        let gist = Gist::of(blocks.iter().copied());
        let fixed = item.heading.number.map(|number| number.to_string());
        let votes = gist.votes.iter().map(|&(for_, against, abstain)| Votes { for_, against, abstain });
        let actions = gist
            .actions
            .iter()
            .map(|action| Action { owners: tamed(&action.owners), text: action.task.into() });
        let resolutions = gist.resolutions.iter().map(|resolution| Resolution {
            text: (&resolution.text).into(),
            clauses: tamed(&resolution.clauses),
        });
        Business {
            number: fixed.as_ref().map(Tame::from).or_else(|| known(&item.heading.label)),
            label: fixed.and_then(|_| known(&item.heading.label)),
            title: (&item.heading.title).into(),
            part: if copy.is_restricted(item) { "restricted" } else { "public" },
            report: known(&item.heading.report),
            outcome: Some(item.heading.outcome).filter(|what| *what != Outcome::Taken).map(Outcome::word),
            minuted: minuted::of(copy, blocks),
            paragraphs: tamed(&gist.paragraphs),
            resolutions: resolutions.collect(),
            actions: actions.collect(),
            votes: votes.collect(),
        }
    }
}
