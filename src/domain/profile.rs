//! Body profiles: which rules and words hold for a kind of body, such as a committee of a council or a
//! partnership. Knows how a rule is worked out and under which law it stands, and nothing of where profiles are
//! kept or of who is in the room.
//!
//! What a body's own standing orders or terms of reference say goes before a profile: it is a starting point
//! that a clerk can change, and no advice on law.

use serde::Deserialize;

/// The rules and words of a kind of body. What a file leaves out is as in [`Profile::default`], which asks
/// for nothing that a law or a constitution would have to say.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// The name by which it is chosen: `council committee`.
    pub name: String,
    /// For which bodies it is, in a sentence.
    pub about: String,
    /// Words in a body's name by which it is guessed, in small letters.
    pub cues: Vec<String>,
    /// How many members make a quorum.
    pub quorum: Quorum,
    /// Whether members who attend over a link count.
    pub remote: Remote,
    /// Whether the person presiding has a second or casting vote (LGA 1972 Sch 12 para 39(2)).
    pub casting_vote: bool,
    /// Whether votes on the budget are recorded with names (SI 2014/165 reg 2, by standing orders).
    pub budget_by_name: bool,
    /// Whether members can have substitutes. Those of an executive cannot (LGA 2000 Part 1A knows of none).
    pub substitutes: bool,
    /// The kinds of interest that are offered.
    pub interests: Vec<Interest>,
    /// How the public is excluded from restricted business.
    pub exclusion: Exclusion,
    /// Whether the body decides or advises.
    pub powers: Powers,
    /// How it calls itself.
    pub words: Words,
    /// How its minutes are signed.
    pub signing: Signing,
    /// How many clear days before the meeting its agenda is to be published: three for principal councils (LGA 1972
    /// s100B and Sch 12 para 4(2)), in England since SI 2002/715 five; three for parish councils (Sch 12 para 10(2)).
    /// None where it is 0.
    pub clear_days: u32,
    /// Whether a Saturday is a clear day. For a parish council only Sundays, bank holidays and the like are not (LGA
    /// 1972 s243); a principal council has its agenda open to inspection, and so counts the days of its offices.
    pub saturdays_count: bool,
    /// Whether a note of the meeting is published before its minutes are agreed: attendance, apologies,
    /// declarations and decisions (LGA 1972 Sch 12 para 26ZA, from the Local Government and Elections (Wales) Act 2021
    /// Sch 4 para 12: within seven working days).
    pub note_of_meeting: bool,
    /// Whether a written statement is made of every decision, with the reasons and the other options considered: executive
    /// decisions of councils in England (SI 2012/2089 reg 12).
    pub decision_statement: bool,
    /// Whether an item under which nothing was minuted takes a minute number.
    pub count_empty: bool,
    /// The names of checks that do not apply.
    pub checks_off: Vec<String>,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            name: String::new(),
            about: String::new(),
            cues: Vec::new(),
            quorum: Quorum::None,
            remote: Remote::Counts,
            casting_vote: false,
            budget_by_name: false,
            substitutes: true,
            interests: Vec::new(),
            exclusion: Exclusion::None,
            powers: Powers::Decides,
            words: Words::default(),
            signing: Signing::Signed,
            clear_days: 0,
            saturdays_count: false,
            note_of_meeting: false,
            decision_statement: false,
            count_empty: false,
            checks_off: Vec::new(),
        }
    }
}

/// How many members make a quorum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Deserialize)]
pub enum Quorum {
    /// No rule is known.
    #[default]
    None,
    /// So many members.
    Number(u32),
    /// A part of the whole number of members, rounded up, and never fewer than the least: a quarter of a
    /// principal council (LGA 1972 Sch 12 para 6), a third and at least three of a parish council (para 12).
    Part {
        /// Of how many one must be there: 4 for a quarter.
        of: u32,
        /// The fewest that ever make a quorum.
        least: u32,
    },
}

impl Quorum {
    /// How many make a quorum of so many members; none where there is no rule.
    #[must_use]
    pub fn of(self, members: usize) -> Option<usize> {
        match self {
            Quorum::None => None,
            Quorum::Number(number) => Some(number as usize),
            Quorum::Part { of, least } => Some(members.div_ceil((of as usize).max(1)).max(least as usize)),
        }
    }

    /// The rule in words.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Quorum::None => "no rule".to_owned(),
            Quorum::Number(number) => format!("{number} members"),
            Quorum::Part { of, least: 0 } => format!("one member in {of}"),
            Quorum::Part { of, least } => format!("one member in {of}, and at least {least}"),
        }
    }
}

/// Whether those who attend over a link count for the quorum and vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Deserialize)]
pub enum Remote {
    /// As if they were in the room: bodies with rules of their own, and councils in Wales (Local Government and
    /// Elections (Wales) Act 2021 s47).
    #[default]
    Counts,
    /// They are listed apart, do not count and do not vote: councils in England, since the regulations of 2020
    /// (SI 2020/392) ended on 7 May 2021.
    Apart,
}

/// A kind of interest that a member can declare.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Interest {
    /// What it is called: `disclosable pecuniary interest`.
    pub kind: String,
    /// What it asks of the member.
    pub asks: Asks,
    /// Whether its nature need not be told, so that no copy for the public has it (sensitive interests, Localism
    /// Act 2011 s32).
    pub sensitive: bool,
    /// Whether a new declaration is of this kind until the clerk says another. No kind is where the law tells kinds
    /// apart: taken for the gravest, a member is said to have what it is an offence not to register (Localism Act 2011
    /// s34); taken for the slightest, one who is barred speaks and votes.
    pub usual: bool,
}

/// What an interest asks of the member who has it, where there is no dispensation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Deserialize)]
pub enum Asks {
    /// Nothing beyond its being declared.
    #[default]
    Nothing,
    /// To take no part in the discussion and not to vote (Localism Act 2011 s31(4)).
    NoPart,
    /// To take no part and to leave the room: the code for Wales has it so (SI 2008/788 (W.82) Sch para 14(1)), and in
    /// England standing orders may (Localism Act 2011 s31(10)).
    Withdraw,
}

/// How the public is excluded from restricted business.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub enum Exclusion {
    /// Nothing is said about it.
    #[default]
    None,
    /// A plain statement: the body meets in private where it likes.
    Statement {
        /// The statement. `{items}` stands for the items.
        words: String,
    },
    /// A resolution that has to be moved and carried before the business is begun: LGA 1972 s100A(4), SI
    /// 2012/2089 reg 4(2)(b) (executives), Public Bodies (Admission to Meetings) Act 1960 s1(2) (parishes).
    Resolution {
        /// The words after RESOLVED. `{items}` stands for the items, `{grounds}` for the paragraphs.
        words: String,
        /// What can be added about the public interest; empty where nothing can.
        #[serde(default)]
        public_interest: String,
        /// The paragraphs that can be given; none where the law wants none.
        #[serde(default)]
        grounds: Vec<Ground>,
    },
}

impl Exclusion {
    /// Whether the public can be excluded only by a resolution.
    #[must_use]
    pub fn is_resolved(&self) -> bool {
        matches!(self, Exclusion::Resolution { .. })
    }

    /// Whether the words have a place for paragraphs.
    #[must_use]
    pub fn asks_for_grounds(&self) -> bool {
        matches!(self, Exclusion::Resolution { words, .. } if words.contains("{grounds}"))
    }

    /// The paragraphs that can be given.
    #[must_use]
    pub fn grounds(&self) -> &[Ground] {
        match self {
            Exclusion::Resolution { grounds, .. } => grounds,
            _ => &[],
        }
    }
}

/// A paragraph by which information is exempt: LGA 1972 Sch 12A Part 1 in England, Part 4 in Wales.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// Its number.
    pub paragraph: u8,
    /// What it is about, in short.
    pub about: String,
}

/// What a body can do with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Deserialize)]
pub enum Powers {
    /// It resolves.
    #[default]
    Decides,
    /// It recommends to a body that resolves.
    Recommends,
}

/// How a body calls itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Words {
    /// What it is, after `the`: `Committee`. By this the checks know that it is called something else.
    pub body: String,
    /// Who presides: `Chairman`.
    pub chair: String,
    /// Who presides in their absence: `Vice-Chairman`.
    pub vice_chair: String,
    /// What is minuted when the public comes back after an exclusion.
    pub readmitted: String,
    /// What is minuted when the quorum is lost. `{time}` stands for ` at 10.42 am` or nothing, `{here}` and
    /// `{needed}` for numbers.
    pub quorum_lost: String,
    /// What is minuted when there is a quorum again.
    pub quorum_regained: String,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            body: "meeting".to_owned(),
            chair: "Chair".to_owned(),
            vice_chair: "Vice-Chair".to_owned(),
            readmitted: "The public were readmitted to the meeting.".to_owned(),
            quorum_lost:
                "The meeting ceased to be quorate{time} (members present: {here}; needed: {needed})."
                    .to_owned(),
            quorum_regained: "The meeting was quorate again{time} (members present: {here}).".to_owned(),
        }
    }
}

/// How minutes are signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Deserialize)]
pub enum Signing {
    /// By nobody.
    Not,
    /// Once, at the end.
    #[default]
    Signed,
    /// At the end, and every leaf numbered and initialled, as loose leaves must be (LGA 1972 Sch 12 para
    /// 41(2)).
    Initialled,
}

/// The words of a body's name as the cues of a profile have them: without capitals and signs.
#[must_use]
pub fn words_of(body: &str) -> Vec<String> {
    let words = body.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

impl Profile {
    /// Whether the name of a body speaks for this profile: one of the cues stands in its words ([`words_of`]).
    #[must_use]
    pub fn suits(&self, body: &[String]) -> bool {
        let stands = |cue: &String| {
            let length = cue.split_whitespace().count();
            length > 0 && body.windows(length).any(|words| words.iter().eq(cue.split_whitespace()))
        };
        self.cues.iter().any(stands)
    }

    /// The kind of interest that is called so, with or without regard to capitals.
    #[must_use]
    pub fn interest(&self, kind: &str) -> Option<&Interest> {
        self.interests.iter().find(|interest| interest.kind.eq_ignore_ascii_case(kind.trim()))
    }

    /// What a kind of interest asks of who has it. One of which the profile does not know is taken at its word: who
    /// has a disclosable pecuniary interest takes no part (Localism Act 2011 s31(4)).
    #[must_use]
    pub fn asks(&self, kind: &str) -> Asks {
        let says = |word: &str| kind.to_lowercase().split_whitespace().any(|other| other == word);
        match self.interest(kind) {
            Some(interest) => interest.asks,
            None if says("dpi") || kind.to_lowercase().contains("disclosable pecuniary") => Asks::NoPart,
            None => Asks::Nothing,
        }
    }

    /// Whether a check applies.
    #[must_use]
    pub fn wants(&self, check: &str) -> bool {
        !self.checks_off.iter().any(|name| name == check)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_members_is_rounded_up_and_never_below_the_least() {
        let third = Quorum::Part { of: 3, least: 3 };
        let counted: Vec<_> = [5, 9, 10, 12].map(|members| third.of(members)).into_iter().flatten().collect();
        assert_eq!(counted, [3, 3, 4, 4]);
        assert_eq!(Quorum::Part { of: 4, least: 0 }.of(13), Some(4));
        assert_eq!(Quorum::Part { of: 0, least: 2 }.of(13), Some(13));
        assert_eq!(Quorum::None.of(13), None);
    }

    #[test]
    fn a_cue_is_found_as_whole_words() {
        let profile = Profile { cues: vec!["parish council".into()], ..Profile::default() };
        assert!(profile.suits(&words_of("Saltmarsh PARISH  Council")));
        assert!(!profile.suits(&words_of("Saltmarsh Parish Councillors")));
        assert!(!profile.suits(&words_of("")));
    }
}
