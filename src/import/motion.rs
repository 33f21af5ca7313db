//! Motions and votes as minutes word them: `Motion by …, seconded by …, to …`, `Moved by …`, `Ayes: …. Noes: ….
//! Motion carried 5-0.` Knows phrases, and people only by their names.

use super::election::ElectionDraft;
use super::people;
use crate::domain::motions::{self as domain, Decision};

/// A motion whose people are only named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct MotionDraft {
    pub mover: String,
    pub seconder: String,
    /// Whether a line that ends in a colon leads to its words.
    pub is_led: bool,
    /// What became of it; none while that is not told.
    pub decision: Option<Decision>,
    pub for_: Side,
    pub against: Side,
    pub abstained: Side,
    /// Who was there and did not vote.
    pub silent: Side,
    /// Who had their own vote recorded, each with the side.
    pub own_votes: Vec<(String, domain::Side)>,
    /// Who gave a casting vote, and which way.
    pub casting: Option<(String, domain::Side)>,
    /// Whether it is an amendment to the motion above it.
    pub amends: bool,
    /// The words that the motion above had before the amendment was carried, and those that it has since; empty where they
    /// are not told.
    pub replaced: String,
    pub amended: String,
    /// The election that it is.
    pub election: Option<Box<ElectionDraft>>,
}

/// One side of a vote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Side {
    pub names: Vec<String>,
    /// How many, where a number is printed or none are named.
    pub count: Option<u32>,
}

impl Side {
    /// How many there were.
    pub fn number(&self) -> Option<u32> {
        self.count.or_else(|| u32::try_from(self.names.len()).ok().filter(|count| *count > 0))
    }
}

/// An amendment told in one sentence, or led to by a colon: `Amendment moved by X and seconded by Y:`, `Councillor X moved an
/// amendment, seconded by Councillor Y, that …`. Returns what was moved.
pub(super) fn amendment(text: &str) -> Option<(MotionDraft, &str)> {
    const LEADS: [&str; 8] = [
        "Amendment moved by ",
        "Amendment proposed by ",
        "Amendment by ",
        "Amendment: moved by ",
        "Amendment: proposed by ",
        "An amendment was moved by ",
        "An amendment was proposed by ",
        "The following amendment was moved by ",
    ];
    let amends = |(motion, moved)| (MotionDraft { amends: true, ..motion }, moved);
    if let Some(names) = text.strip_prefix("Amendment seconded by ").and_then(|rest| rest.strip_suffix(':')) {
        let motion = MotionDraft { seconder: names.to_owned(), is_led: true, ..MotionDraft::default() };
        return Some(amends((motion, "")));
    }
    if text == "Amendment moved:" {
        return Some(amends((MotionDraft { is_led: true, ..MotionDraft::default() }, "")));
    }
    if let Some(rest) = LEADS.iter().find_map(|lead| text.strip_prefix(lead)) {
        return by(rest).map(amends);
    }
    let (mover, rest) =
        text.split_once(" moved an amendment").or_else(|| text.split_once(" proposed an amendment"))?;
    // Where more is told before, the amendment is a part of what was said, and stays there.
    let is_alone = people::has_title(mover) && mover.split(' ').count() <= 5;
    let rest = rest.strip_prefix([',', ';']).map(str::trim_start).filter(|_| is_alone)?;
    let (seconder, moved) = seconded(rest);
    let motion = MotionDraft { mover: mover.to_owned(), seconder: name(seconder), ..MotionDraft::default() };
    (moved.starts_with("that ") || moved.starts_with("to ")).then(|| amends((motion, moved)))
}

/// The words of a motion as it was amended: `The motion as amended: …`.
pub(super) fn as_amended(text: &str) -> Option<&str> {
    const LEADS: [&str; 5] = [
        "The motion as amended: ",
        "The motion, as amended: ",
        "Motion as amended: ",
        "The substantive motion: ",
        "Substantive motion: ",
    ];
    LEADS.iter().find_map(|lead| text.strip_prefix(lead))
}

/// Whether a line that tells a vote says that it is that of an amendment, or of a motion.
pub(super) fn speaks_of_amendment(text: &str) -> bool {
    text.to_lowercase().contains("amendment")
}

/// Whether a line that tells a vote says that it is that of a motion.
pub(super) fn speaks_of_motion(text: &str) -> bool {
    let lower = text.to_lowercase();
    !speaks_of_amendment(text)
        && ["motion was ", "motion fell ", "motion, as amended", "motion carried"]
            .iter()
            .any(|said| lower.contains(said))
}

/// A motion told in one sentence: `Motion by X, seconded by Y, to approve the minutes.` Returns what was moved.
pub(super) fn read(text: &str) -> Option<(MotionDraft, &str)> {
    if text == "It was moved:" {
        return Some((MotionDraft { is_led: true, ..MotionDraft::default() }, ""));
    }
    let leads = ["Motion by ", "Moved by ", "Motion moved by ", "Proposed by "];
    by(leads.iter().find_map(|start| text.strip_prefix(start))?)
}

/// `X, seconded by Y, to approve the minutes`, or `X and seconded by Y:`.
fn by(rest: &str) -> Option<(MotionDraft, &str)> {
    if let Some(names) = rest.strip_suffix(':') {
        return led(names).map(|motion| (motion, ""));
    }
    let (mover, after) = rest.split_once([',', ';']).unwrap_or((rest, ""));
    let (seconder, moved) = seconded(after);
    let motion = MotionDraft { mover: name(mover), seconder: name(seconder), ..MotionDraft::default() };
    (motion.mover.split(' ').count() <= 5).then(|| (motion, moved.trim()))
}

/// `seconded by Y, to approve the minutes`: who, and what comes after.
fn seconded(text: &str) -> (&str, &str) {
    match text.trim_start().trim_start_matches("and ").strip_prefix("seconded by ") {
        Some(after) => {
            after.split_once([',', ';']).map_or((after, ""), |(who, what)| (who, what.trim_start()))
        }
        None => ("", text),
    }
}

fn name(name: &str) -> String {
    name.trim_end_matches('.').trim().to_owned()
}

/// `X and seconded by Y`, whose motion comes below; the names may have commas in them.
fn led(names: &str) -> Option<MotionDraft> {
    let (mover, seconder) = names.split_once(" and seconded by ").unwrap_or((names, ""));
    let (mover, seconder) = (mover.to_owned(), seconder.to_owned());
    (mover.split(' ').count() <= 7).then(|| MotionDraft {
        mover,
        seconder,
        is_led: true,
        ..MotionDraft::default()
    })
}

/// `Seconded by Y`, and what comes after the name: nothing, or `and RESOLVED …`.
pub(super) fn seconder(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("Seconded by ")?;
    let (name, after) = rest.split_once(" and ").unwrap_or((rest, ""));
    Some((name.trim_end_matches('.').trim(), after))
}

/// Whether a line tells how a vote went, and nothing else.
pub(super) fn is_vote(text: &str) -> bool {
    const STARTS: [&str; 21] = [
        "ayes:",
        "noes:",
        "for:",
        "against:",
        "abstained:",
        "abstentions:",
        "abstain:",
        "for the motion:",
        "against the motion:",
        "the motion was ",
        "the motion fell ",
        "the motion, as amended, was ",
        "the amendment was ",
        "the amendment fell ",
        "the substantive motion was ",
        "the amended motion was ",
        "upon being put to the vote",
        "motion carried",
        "on being put to the vote",
        "the votes being equal",
        "recorded at the member’s own request",
    ];
    let start = text.chars().take(40).collect::<String>().to_lowercase();
    let counts = start.strip_prefix("for ").is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_digit() || first == '(') && !text.contains(" to ")
    });
    counts || STARTS.iter().any(|known| start.starts_with(known))
}

impl MotionDraft {
    /// Whether it is an amendment that was carried.
    pub fn is_carried_amendment(&self) -> bool {
        self.amends && self.decision == Some(Decision::Carried)
    }

    /// Takes over the numbers and names that were told of another by mistake.
    pub fn take_numbers(&mut self, other: &mut MotionDraft) {
        if other.for_ != Side::default() || other.against != Side::default() {
            self.for_ = std::mem::take(&mut other.for_);
            self.against = std::mem::take(&mut other.against);
            self.abstained = std::mem::take(&mut other.abstained);
            self.silent = std::mem::take(&mut other.silent);
        }
    }

    /// Takes in a line that tells how the vote went.
    pub fn take_vote(&mut self, text: &str) {
        for sentence in text.split(['.', ';']) {
            self.take_sentence(sentence.trim());
        }
    }

    fn take_sentence(&mut self, sentence: &str) {
        let lower = sentence.to_lowercase();
        if let Some(names) = sentence.split_once("own request: ").map(|(_, names)| names) {
            self.own_votes =
                people::list(names).into_iter().filter_map(|one| own_vote(names, one.name)).collect();
        } else if let Some((name, side)) = casting(sentence) {
            self.casting = Some((name.to_owned(), side));
        } else if let Some(numbers) = counted(&lower) {
            for (side, number) in
                [&mut self.for_, &mut self.against, &mut self.abstained].into_iter().zip(numbers)
            {
                *side = Side { names: Vec::new(), count: Some(number) };
            }
        } else if let Some(side) = self.side(&lower) {
            *side = read_side(sentence);
        }
        self.decision = decision(&lower).or(self.decision);
        self.take_result(sentence);
    }

    /// The side of which a sentence tells: `For (3): …`, `Noes: …`.
    fn side(&mut self, lower: &str) -> Option<&mut Side> {
        let label = lower.split([':', '(']).next().unwrap_or("").trim();
        match label {
            "ayes" | "for" | "for the motion" => Some(&mut self.for_),
            "noes" | "against" | "against the motion" => Some(&mut self.against),
            "abstained" | "abstentions" | "abstain" => Some(&mut self.abstained),
            "did not vote" => Some(&mut self.silent),
            _ => None,
        }
    }

    /// `Motion carried 5-0` says how many where nobody is named.
    fn take_result(&mut self, sentence: &str) {
        let Some((yes, no)) = sentence.rsplit(' ').next().and_then(|last| last.split_once(['-', '–']))
        else {
            return;
        };
        if let (Ok(yes), Ok(no)) = (yes.parse(), no.parse()) {
            self.for_.count.get_or_insert(yes);
            self.against.count.get_or_insert(no);
        }
    }
}

/// What became of a motion, by the words of a sentence in small letters.
fn decision(lower: &str) -> Option<Decision> {
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if says(&["carried"]) {
        Some(Decision::Carried)
    } else if says(&["want of a seconder"]) {
        Some(Decision::Unseconded)
    } else if says(&["lost", "defeated", "failed"]) {
        Some(Decision::Lost)
    } else if says(&["motion was withdrawn", "amendment was withdrawn"]) {
        Some(Decision::Withdrawn)
    } else {
        says(&["motion was deferred", "amendment was deferred"]).then_some(Decision::Deferred)
    }
}

/// `For 9, against 2, abstained 1`.
fn counted(lower: &str) -> Option<[u32; 3]> {
    let mut numbers = lower.strip_prefix("for ")?.split(", ");
    let for_ = numbers.next()?.parse().ok()?;
    let against = numbers.next()?.strip_prefix("against ")?.parse().ok()?;
    let abstained = numbers.next().map_or(Some(0), |last| last.strip_prefix("abstained ")?.parse().ok())?;
    Some([for_, against, abstained])
}

/// `The votes being equal, Mr Tallow, presiding, gave a casting vote for the motion`.
fn casting(sentence: &str) -> Option<(&str, domain::Side)> {
    let rest = sentence.strip_prefix("The votes being equal, ")?;
    let (name, side) = rest.split_once(", presiding, gave a casting vote ")?;
    Some((name, if side.starts_with("against") { domain::Side::Against } else { domain::Side::For }))
}

/// The side that stands in brackets behind a name.
fn own_vote(names: &str, name: String) -> Option<(String, domain::Side)> {
    let after = names.split_once(name.as_str())?.1.trim_start().strip_prefix('(')?;
    let side = domain::Side::ALL.into_iter().find(|side| after.starts_with(side.word()))?;
    Some((name, side))
}

/// The names of one side, or their number: `Councillors Bell, Cole (2)`, `None (0)`, `All`.
fn read_side(sentence: &str) -> Side {
    let (label, names) = sentence.split_once(':').unwrap_or((sentence, ""));
    let bracketed = |words: &str| words.rsplit_once('(')?.1.trim().trim_end_matches(')').parse().ok();
    let (number, names) = (bracketed(names).or_else(|| bracketed(label)), names.trim());
    let lower = names.to_lowercase();
    if lower.starts_with("none") || lower.is_empty() {
        return Side { names: Vec::new(), count: Some(0) };
    }
    if lower.starts_with("all") {
        return Side { names: Vec::new(), count: number };
    }
    Side { names: people::list(names).into_iter().map(|person| person.name).collect(), count: number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_motion_and_its_vote_are_read() {
        let (mut motion, moved) =
            read("Motion by Cllr Bell, seconded by Cllr Cole, to adopt the plan, as amended.").unwrap();
        assert_eq!((motion.mover.as_str(), motion.seconder.as_str()), ("Cllr Bell", "Cllr Cole"));
        assert_eq!(moved, "to adopt the plan, as amended.");
        motion.take_vote("Ayes: Bell, Cole, Dun. Noes: Ede. Absent: None. Motion carried 3-1.");
        assert_eq!(
            (motion.for_.number(), motion.against.number(), motion.decision),
            (Some(3), Some(1), Some(Decision::Carried))
        );
        assert_eq!(motion.for_.names, ["Bell", "Cole", "Dun"]);
    }

    #[test]
    fn a_lost_motion_is_known() {
        let mut motion = MotionDraft::default();
        for line in [
            "For the motion: Councillors Bell and Cole (2)",
            "Against the motion: None (0)",
            "The motion was declared LOST.",
        ] {
            assert!(is_vote(line));
            motion.take_vote(line);
        }
        assert_eq!(
            (motion.for_.number(), motion.against.number(), motion.decision),
            (Some(2), Some(0), Some(Decision::Lost))
        );
    }
}
