//! Labels of lists of people: `Present:`, `Also in attendance`, `Apologies for absence were received from`. A label is
//! known by its words, every one of which is a word of attendance, and not by a list of whole labels.

use super::Listed;
use crate::import::described;
use crate::import::paper::squeeze;

/// Label of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Label {
    /// What the people below it are listed as.
    pub listed: Listed,
    /// Whether it says only who they are, as `Officers:` does, and not whether they were there.
    pub is_group: bool,
    /// Whether they attended over a link.
    pub online: bool,
    /// Whether they sit for others.
    pub substitute: bool,
}

const PRESENT: [&str; 14] = [
    "present",
    "attending",
    "attended",
    "attend",
    "attendees",
    "attendee",
    "attendance",
    "participants",
    "participating",
    "participated",
    "sederunt",
    "roll",
    "presennol",
    "chomhairle",
];
const APOLOGIES: [&str; 12] = [
    "apologies",
    "apology",
    "apols",
    "regrets",
    "excused",
    "unable",
    "absence",
    "absences",
    "ymddiheuriadau",
    "leithscéalta",
    "leave",
    "apologised",
];
const ABSENT: [&str; 3] = ["absent", "absentees", "absentee"];
const REMOTE: [&str; 12] = [
    "remotely",
    "remote",
    "virtually",
    "virtual",
    "online",
    "zoom",
    "teams",
    "telephone",
    "phone",
    "video",
    "videoconference",
    "dial-in",
];
const MEMBERS: [&str; 28] = [
    "members",
    "member",
    "membership",
    "councillors",
    "councillor",
    "cllrs",
    "cllr",
    "governors",
    "trustees",
    "directors",
    "commissioners",
    "representatives",
    "delegates",
    "councilmembers",
    "aldermen",
    "senators",
    "elected",
    "voting",
    "co-opted",
    "invitees",
    "distribution",
    "circulation",
    "cynghorwyr",
    "cyng",
    "aelodau",
    "appointed",
    "parents",
    "required",
];
const OTHERS: [&str; 27] = [
    "officers",
    "staff",
    "guests",
    "guest",
    "observers",
    "observer",
    "visitors",
    "visitor",
    "public",
    "press",
    "officials",
    "secretariat",
    "advisers",
    "advisors",
    "administration",
    "non-voting",
    "speakers",
    "invited",
    "invitation",
    "non-members",
    "swyddogion",
    "officeholders",
    "consultants",
    "management",
    "presenters",
    "executives",
    "support",
];
const DEPUTIES: [&str; 8] =
    ["substitutes", "substitute", "reserves", "reserve", "deputies", "deputy", "alternates", "alternate"];
/// Words that stand among them and say nothing alone.
const SMALL: [&str; 74] = [
    "the",
    "of",
    "for",
    "from",
    "with",
    "were",
    "was",
    "and",
    "&",
    "in",
    "at",
    "to",
    "by",
    "a",
    "an",
    "who",
    "those",
    "these",
    "following",
    "received",
    "recorded",
    "noted",
    "tendered",
    "submitted",
    "given",
    "sent",
    "had",
    "have",
    "been",
    "also",
    "not",
    "did",
    "on",
    "behalf",
    "meeting",
    "list",
    "record",
    "all",
    "person",
    "call",
    "other",
    "others",
    "without",
    "committee",
    "board",
    "council",
    "panel",
    "group",
    "cabinet",
    "authority",
    "partnership",
    "people",
    "named",
    "optional",
    "standing",
    "names",
    "through",
    "via",
    "intimated",
    "offered",
    "accepted",
    "is",
    "are",
    "as",
    "gave",
    "joined",
    "has",
    "there",
    "director",
    "clerk",
    "governor",
    "trustee",
    "commissioner",
    "senator",
];

/// No label is longer, in bytes.
const LONGEST: usize = 120;
/// Greatest number of nouns before `present` in a label.
const MOST_NOUNS: usize = 5;
/// No label has more words.
pub(super) const MOST_WORDS: usize = 9;

impl Label {
    /// Label that says only how people are listed.
    pub fn plain(listed: Listed) -> Self {
        Self { listed, is_group: false, online: false, substitute: false }
    }

    /// The label that these words are; none if any of them is no word of attendance.
    pub fn phrase(words: &str) -> Option<Self> {
        if words.len() > LONGEST {
            return None;
        }
        let lower = squeeze(&words.to_lowercase());
        // Of a label in two languages the last, English, is read.
        let english = lower.rsplit(" / ").next().unwrap_or(&lower);
        let bare = without_brackets(english);
        let tokens = tokens(&bare);
        let known = |token: &&str| is_word(token);
        if tokens.is_empty() || tokens.len() > MOST_WORDS || !tokens.iter().all(known) {
            return representatives(english).or_else(|| of_whom(&tokens));
        }
        Self::of(&tokens)
    }

    fn of(tokens: &[&str]) -> Option<Self> {
        let has = |words: &[&str]| tokens.iter().any(|token| words.contains(token));
        let in_attendance = tokens.windows(2).any(|pair| pair == ["in", "attendance"]);
        let (members, others) = (has(&MEMBERS), has(&OTHERS));
        let (remote, also) = (has(&REMOTE), has(&["also", "other", "others"]));
        let there = has(&PRESENT) || remote;
        let label = |listed| Some(Self::plain(listed));
        if has(&DEPUTIES) {
            let listed = if there { Listed::Present } else { Listed::Substitute };
            return Some(Self { is_group: !there, substitute: there, ..label(listed)? });
        }
        let apologies = has(&APOLOGIES);
        // `Attendance and apologies` heads both.
        let heads_both = has(&["attendance", "attendees", "present"]) && has(&["apologies", "apology"]);
        if apologies && heads_both {
            return label(Listed::Present);
        }
        if apologies && !has(&["without"]) {
            return label(Listed::Apologies);
        }
        if apologies || has(&ABSENT) || has(&["not"]) && there {
            return label(if has(&["with"]) { Listed::Apologies } else { Listed::Absent });
        }
        if remote && !others {
            return label(Listed::Remote);
        }
        if others || also && there || in_attendance && !members {
            return Some(Self { is_group: !there, online: remote, ..label(Listed::InAttendance)? });
        }
        if has(&["attendees", "attending", "participants", "attendee", "participating"]) && !has(&["present"])
        {
            return label(Listed::Attendee);
        }
        if there {
            return label(Listed::Present);
        }
        let is_member = members || tokens == ["optional", "attendees"];
        is_member.then_some(Self { is_group: true, ..label(Listed::Member)? })
    }

    /// What the label says inside a list with another: `Officers:` under `Present:` are in attendance.
    pub fn inside(self, outer: Option<Self>) -> Self {
        let Some(outer) = outer.filter(|_| self.is_group) else { return self };
        let listed = match (outer.listed, self.listed) {
            (Listed::Member | Listed::Substitute, own) => own,
            (listed @ (Listed::Apologies | Listed::Absent), _) => listed,
            (_, own @ (Listed::InAttendance | Listed::Guest)) => own,
            (Listed::InAttendance | Listed::Guest, _) => Listed::Present,
            (listed, _) => listed,
        };
        let substitute = self.listed == Listed::Substitute && listed != Listed::Substitute;
        let is_group = outer.is_group;
        Self { listed, is_group, online: outer.online, substitute }
    }
}

/// `Council members`, `Saltmarsh representatives`: who they are is said by a name before the noun.
fn representatives(label: &str) -> Option<Label> {
    let names_substitutes = described::is_substitute(label);
    let is_short = label.split(' ').count() <= 5 && !label.contains(['.', ',', ':']);
    let listed = match label.rsplit(' ').next() {
        Some("members") if names_substitutes => Listed::Substitute,
        Some("representatives") if names_substitutes => Listed::Substitute,
        Some("representatives") => Listed::Member,
        _ => membership_of_a_body(label)?,
    };
    is_short.then_some(Label { listed, is_group: true, online: false, substitute: false })
}

/// Reads a label of any nouns that ends in `present` or `absent`: `staff, shareholders and others present`.
fn of_whom(tokens: &[&str]) -> Option<Label> {
    const NONE: [&str; 8] = ["no", "was", "were", "is", "are", "that", "to", "be"];
    let (last, before) = tokens.split_last()?;
    let ends = ["present", "absent", "attending"].contains(last);
    let is_short = (1..=MOST_NOUNS).contains(&before.len()) && !before.iter().any(|word| NONE.contains(word));
    let known: Vec<&str> = before.iter().copied().filter(|word| is_word(word)).chain([*last]).collect();
    if ends && is_short { Label::of(&known) } else { None }
}

/// `members of the committee`, `membership of the licensing panel`.
fn membership_of_a_body(label: &str) -> Option<Listed> {
    const BODIES: [&str; 8] =
        ["partnership", "authority", "committee", "council", "board", "panel", "group", "cabinet"];
    let of = ["members of the ", "membership of the "].iter().find_map(|of| label.strip_prefix(of));
    let last = of.and_then(|body| body.rsplit(' ').next());
    last.filter(|body| BODIES.contains(body)).map(|_| Listed::Member)
}

fn tokens(words: &str) -> Vec<&str> {
    let parts = words.split([' ', '/', ',']);
    parts.map(bare).filter(|token| !token.is_empty()).take(MOST_WORDS + 1).collect()
}

/// A word without what is set around it.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches([':', '.', '*', '_', '#', '-', '–', '—', '?', '(', ')', '[', ']', ',', ';'])
}

/// Whether a word in small letters is one of a label.
pub(super) fn is_word(token: &str) -> bool {
    SMALL.contains(&token) || is_key(token)
}

/// Whether a word in small letters says alone that people are listed, and as what.
pub(super) fn is_key(token: &str) -> bool {
    let lists: [&[&str]; 7] = [&PRESENT, &APOLOGIES, &ABSENT, &REMOTE, &MEMBERS, &OTHERS, &DEPUTIES];
    lists.iter().any(|list| list.contains(&token))
}

fn without_brackets(words: &str) -> String {
    match (words.find('('), words.rfind(')')) {
        (Some(open), Some(close)) if open < close && open > 0 => {
            let (before, after) = (words.get(..open).unwrap_or(""), words.get(close + 1..).unwrap_or(""));
            format!("{before}{after}")
        }
        _ => words.to_owned(),
    }
}
