//! Kind of a paper: agenda or minutes. Its head or a heading may name the kind. Otherwise the text below its items decides:
//! minutes report events, agendas announce business. `record` adds the evidence that only a record has.

use super::{action, decision, record};
use crate::import::body;
use crate::import::convening;
use crate::import::items::lexicon::{Lexicon, Topic, words};
use crate::import::paper::{Line, Role, groups, joined};

/// How many lines at the start of a paper can name its kind.
const HEAD_LINES: usize = 60;

/// Share of the items with text below them, in hundredths, that must tell what happened.
const TOLD_SHARE: usize = 34;

/// Auxiliaries and past tenses that tell what happened wherever they stand in a sentence.
const PAST: [&str; 46] = [
    "was",
    "were",
    "had",
    "did",
    "reported",
    "noted",
    "said",
    "asked",
    "advised",
    "agreed",
    "explained",
    "stated",
    "informed",
    "confirmed",
    "thanked",
    "welcomed",
    "presented",
    "outlined",
    "suggested",
    "proposed",
    "seconded",
    "highlighted",
    "commented",
    "requested",
    "raised",
    "discussed",
    "considered",
    "received",
    "approved",
    "responded",
    "replied",
    "expressed",
    "felt",
    "mentioned",
    "queried",
    "declared",
    "attended",
    "gave",
    "took",
    "opened",
    "closed",
    "observed",
    "acknowledged",
    "resolved",
    "moved",
    "spoke",
];

/// Words by which a text speaks of what is still to come, or of papers that are sent with it.
const AHEAD: [&str; 18] = [
    "attached",
    "enclosed",
    "herewith",
    "to follow",
    "to receive",
    "to consider",
    "to note",
    "to approve",
    "to confirm",
    "will be",
    "members are asked",
    "members are invited",
    "members are requested",
    "is invited to",
    "is asked to",
    "is recommended to",
    "are requested to",
    "please",
];

/// Lowest evidence for minutes. A single piece may be chance.
const ENOUGH: u32 = 2;

/// Whether a paper is minutes.
pub(in crate::import) fn is_minutes(lines: &[Line]) -> bool {
    if lines.iter().any(|line| line.role == Role::Minutes) {
        return true;
    }
    let is_item = |line: &Line| matches!(line.role, Role::Item(_) | Role::Label);
    let first = lines.iter().position(is_item).unwrap_or(lines.len());
    let (head, business) = lines.split_at(first);
    let front = head.get(..first.min(HEAD_LINES)).unwrap_or(head);
    let told = Told::count(business);
    is_called_minutes(front)
        || lines.iter().any(is_heading_over_minutes)
        || told.is_enough()
        || told.evidence() + record::evidence(lines) >= ENOUGH
}

/// Whether the head of a paper calls it minutes.
fn is_called_minutes(front: &[Line]) -> bool {
    groups(front).any(|group| {
        let words = joined(group);
        convening::opens_minutes(&words) || convening::read(&words).is_some_and(|said| said.is_minutes)
    }) || front.iter().map(Line::words).any(|words| {
        let heading = convening::read_heading(&words).is_some_and(|said| said.is_minutes);
        heading
            || body::candidate(&words).is_some_and(|(_, _, is_minutes)| is_minutes)
            || record::is_title(&words)
    })
}

/// Returns whether a line is a heading over the record of a meeting: `# Minutes`, `## Meeting notes`.
fn is_heading_over_minutes(line: &Line) -> bool {
    let is_item = matches!(line.role, Role::Item(_));
    (line.look.heading > 0 || is_item) && record::is_heading(&line.words(), is_item)
}

/// Items of a paper by what stands below them.
struct Told {
    /// Number of items with text.
    with_text: usize,
    /// Number of items whose text reports events.
    told: usize,
}

impl Told {
    fn count(business: &[Line]) -> Self {
        let mut count = Told { with_text: 0, told: 0 };
        for item in business.split(|line| matches!(line.role, Role::Item(_))) {
            let mut weight = 0;
            let mut has_text = false;
            for group in groups(item).filter(|group| group.iter().any(|line| line.role == Role::Plain)) {
                has_text = true;
                weight += weight_of(&joined(group));
            }
            count.with_text += usize::from(has_text);
            count.told += usize::from(weight > 0);
        }
        count
    }

    /// Returns whether enough items with text report events, at least two.
    fn is_enough(&self) -> bool {
        self.told >= 2 && self.told * 100 >= self.with_text * TOLD_SHARE
    }

    /// Evidence of a few items that report events.
    fn evidence(&self) -> u32 {
        u32::from(self.told >= 2 && self.told * 100 * 2 >= self.with_text * TOLD_SHARE)
    }
}

/// Returns whether words report an event or name the owner of an action.
pub(in crate::import) fn tells(text: &str) -> bool {
    let words = words(text);
    action::read(text).is_some()
        || action::at_end(text).is_some()
        || words.iter().any(|word| PAST.contains(&word.as_str()))
}

/// What a paragraph says for minutes, above 0, or for an agenda, below 0.
fn weight_of(text: &str) -> i32 {
    let words = words(text);
    let lower = format!(" {} ", words.join(" "));
    let has = |phrase: &str| lower.contains(&format!(" {phrase} "));
    let looks_ahead =
        AHEAD.iter().any(|phrase| has(phrase)) || Lexicon::get().topics(&words).has(Topic::Verb);
    // A recommendation is put to the meeting, and so is a decision with blanks.
    let is_blank = text.contains("___");
    let decides = !is_blank && decision::read(text).is_some_and(|(_, decision)| !decision.is_recommended);
    let is_past = words.len() >= 4 && PAST.iter().any(|verb| has(verb));
    match (looks_ahead, decides, is_past) {
        (true, false, _) => -1,
        (false, true, _) => 2,
        (_, _, true) => 1,
        _ => 0,
    }
}
