//! Motions and votes as minutes word them: the draft of a motion, and the lines that tell how it was voted. Knows phrases, and
//! people only by their names.

mod clauses;
pub(super) mod election;
pub(super) mod outcome;
pub(super) mod sentence;
mod sequence;
pub(super) mod vote;

use crate::domain::motions::{self as domain, Decision};
use crate::import::people;
use election::ElectionDraft;
use outcome::{outcome, outcome_within};
use vote::Count;

/// A motion whose people are only named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct MotionDraft {
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
pub(in crate::import) struct Side {
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

    /// Whether nobody who voted is counted or named.
    pub fn is_uncounted(&self) -> bool {
        self.for_ == Side::default() && self.against == Side::default() && self.abstained == Side::default()
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
        for sentence in text.split(['.', ';']).flat_map(at_labels) {
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
        } else if let Some(count) = vote::count(sentence) {
            self.take_count(&count);
        } else if let Some(side) = self.side(&lower) {
            *side = read_side(sentence);
        }
        self.decision = outcome(sentence).or_else(|| outcome_within(&lower)).or(self.decision);
    }

    /// The side of which a sentence tells: `For (3): …`, `Noes: …`.
    fn side(&mut self, lower: &str) -> Option<&mut Side> {
        let label = lower.split([':', '(']).next().unwrap_or("").trim();
        match label {
            "ayes" | "yeas" | "for" | "for the motion" => Some(&mut self.for_),
            "noes" | "nays" | "against" | "against the motion" => Some(&mut self.against),
            "abstained" | "abstentions" | "abstain" => Some(&mut self.abstained),
            "did not vote" => Some(&mut self.silent),
            _ => None,
        }
    }

    /// Takes in the numbers of a vote. Sides whose voters are named keep their names.
    pub(super) fn take_count(&mut self, count: &Count) {
        let sides = [&mut self.for_, &mut self.against, &mut self.abstained];
        for (side, number) in sides.into_iter().zip([count.for_, count.against, count.abstained]) {
            if side.names.is_empty() {
                side.count = Some(number);
            }
        }
    }
}

/// Cuts a line with several sides before each of them and before the outcome: `Ayes: Ash, Elm   Noes: Fir   Motion
/// carried`.
fn at_labels(line: &str) -> Vec<&str> {
    const STARTS: [&str; 11] = [
        "Noes:", "NOES:", "Nays:", "NAYS:", "Against:", "AGAINST:", "Abstain", "ABSTAIN", "Absent:",
        "Motion ", "MOTION ",
    ];
    let mut cuts: Vec<usize> = STARTS
        .iter()
        .filter_map(|start| line.find(start))
        .filter(|at| line.get(..*at).is_some_and(|before| before.contains(':') && before.ends_with(' ')))
        .collect();
    cuts.sort_unstable();
    let ends = cuts.iter().copied().chain([line.len()]);
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    starts.zip(ends).filter_map(|(from, to)| line.get(from..to)).collect()
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
    let (first, names) = without_number(names.trim());
    let number = first.or_else(|| bracketed(names)).or_else(|| bracketed(label));
    let lower = names.to_lowercase();
    if lower.starts_with("none") || lower.is_empty() {
        return Side { names: Vec::new(), count: Some(0) };
    }
    if lower.starts_with("all") {
        return Side { names: Vec::new(), count: number };
    }
    Side { names: people::list(names).into_iter().map(|person| person.name).collect(), count: number }
}

/// The number before names, and the names: `(2) Ash, Elm`, `2 – Ash, Elm`.
fn without_number(names: &str) -> (Option<u32>, &str) {
    let bare = names.trim_start_matches('(');
    let digits = bare.len() - bare.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    match bare.split_at_checked(digits).and_then(|(number, rest)| Some((number.parse().ok()?, rest))) {
        Some((number, rest)) => (Some(number), rest.trim_start_matches([')', ' ', '-', '–', ':'])),
        None => (None, names),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::minutes::motion::sentence;

    #[test]
    fn a_motion_and_its_vote_are_read() {
        let (mut motion, moved) =
            sentence::read("Motion by Cllr Bell, seconded by Cllr Cole, to adopt the plan, as amended.")
                .unwrap();
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
    fn sides_on_one_line_keep_their_names() {
        let mut motion = MotionDraft::default();
        motion.take_vote("Ayes: (2) Rasch, Purcell Noes: (1) Kettler Motion Carried");
        assert_eq!((motion.for_.number(), motion.against.number()), (Some(2), Some(1)));
        assert_eq!(
            (motion.for_.names, motion.against.names),
            (vec!["Rasch".into(), "Purcell".into()], vec!["Kettler".into()])
        );
        assert_eq!(motion.decision, Some(Decision::Carried));
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
