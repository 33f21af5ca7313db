//! Motions and votes as minutes word them: `Motion by …, seconded by …, to …`, `Moved by …`, `Ayes: …. Noes: ….
//! Motion carried 5-0.` Knows phrases, and people only by their names.

use super::people;

/// A motion whose people are only named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct MotionDraft {
    pub mover: String,
    pub seconder: String,
    /// Whether it was carried; none while that is not told.
    pub carried: Option<bool>,
    pub for_: Side,
    pub against: Side,
    pub abstained: Side,
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

/// A motion told in one sentence: `Motion by X, seconded by Y, to approve the minutes.` Returns what was moved.
pub(super) fn read(text: &str) -> Option<(MotionDraft, &str)> {
    let rest = ["Motion by ", "Moved by ", "Motion moved by ", "Proposed by "]
        .iter()
        .find_map(|start| text.strip_prefix(start))?;
    let (mover, after) = rest.split_once([',', ';']).unwrap_or((rest, ""));
    let (seconder, moved) = match after.trim_start().trim_start_matches("and ").strip_prefix("seconded by ") {
        Some(after) => after.split_once([',', ';']).unwrap_or((after, "")),
        None => ("", after),
    };
    let name = |name: &str| name.trim_end_matches('.').trim().to_owned();
    let motion = MotionDraft { mover: name(mover), seconder: name(seconder), ..MotionDraft::default() };
    (motion.mover.split(' ').count() <= 5).then(|| (motion, moved.trim()))
}

/// `Seconded by Y`, and what comes after the name: nothing, or `and RESOLVED …`.
pub(super) fn seconder(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("Seconded by ")?;
    let (name, after) = rest.split_once(" and ").unwrap_or((rest, ""));
    Some((name.trim_end_matches('.').trim(), after))
}

/// Whether a line tells how a vote went, and nothing else.
pub(super) fn is_vote(text: &str) -> bool {
    const STARTS: [&str; 12] = [
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
        "motion carried",
        "on being put to the vote",
    ];
    let start = text.chars().take(30).collect::<String>().to_lowercase();
    STARTS.iter().any(|known| start.starts_with(known)) && !text.contains("amendment")
}

impl MotionDraft {
    /// Takes in a line that tells how the vote went.
    pub fn take_vote(&mut self, text: &str) {
        for sentence in text.split(['.', ';']) {
            let sentence = sentence.trim();
            let lower = sentence.to_lowercase();
            let side = match lower.split(':').next().unwrap_or("") {
                "ayes" | "for" | "for the motion" => Some(&mut self.for_),
                "noes" | "against" | "against the motion" => Some(&mut self.against),
                "abstained" | "abstentions" | "abstain" => Some(&mut self.abstained),
                _ => None,
            };
            if let Some(side) = side {
                *side = read_side(sentence.split_once(':').map_or("", |(_, names)| names.trim()));
            }
            if lower.contains("carried") {
                self.carried = Some(true);
            } else if lower.contains("lost") || lower.contains("defeated") || lower.contains("failed") {
                self.carried = Some(false);
            }
            self.take_result(sentence);
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

/// The names of one side, or their number: `Councillors Bell, Cole (2)`, `None (0)`, `All`.
fn read_side(names: &str) -> Side {
    let number = names.rsplit_once('(').and_then(|(_, number)| number.trim_end_matches(')').parse().ok());
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
            (motion.for_.number(), motion.against.number(), motion.carried),
            (Some(3), Some(1), Some(true))
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
            (motion.for_.number(), motion.against.number(), motion.carried),
            (Some(2), Some(0), Some(false))
        );
    }
}
