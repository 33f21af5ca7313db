//! Elections as minutes word them: `Nominations for Chairman: Mr Ash (proposed by Mrs Elm) and Cllr Dew.`, `Votes: Mr Ash 5,
//! Cllr Dew 3.`, and who was elected. Knows phrases, and people only by their names.

use crate::import::people;

/// An election whose people are only named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct ElectionDraft {
    /// The office; empty where only the words of the election say it.
    pub office: String,
    pub nominees: Vec<Nominated>,
    /// Who was elected; empty while that is not told.
    pub elected: String,
    pub by_lot: bool,
    /// The lines as they were printed, for the case that no words of an election come.
    pub printed: Vec<String>,
}

/// Somebody who was nominated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Nominated {
    pub name: String,
    pub proposer: String,
    pub seconder: String,
    pub votes: Option<u32>,
}

/// What says that somebody was elected.
const VERBS: [&str; 6] = [
    " be elected",
    " be re-elected",
    " be appointed",
    " be re-appointed",
    " was elected",
    " was duly elected",
];
/// What says who was proposed, with the words that lead to the seconder.
const PROPOSED: [&str; 3] = ["proposed by ", "nominated by ", "moved by "];

/// Reads who was nominated: `Nominations for Chairman: …`, `Nominations were received for Cllr Ash (…) and Cllr Elm`.
pub(super) fn nominations(text: &str) -> Option<ElectionDraft> {
    let text_without = text.trim_end_matches('.');
    let (office, names) = match text_without.strip_prefix("Nominations for ") {
        Some(rest) => {
            let rest = rest
                .strip_prefix("the office of ")
                .or_else(|| rest.strip_prefix("the position of "))
                .unwrap_or(rest);
            let (office, names) = rest.split_once(": ").or_else(|| rest.split_once(" were received for "))?;
            (office, names.strip_prefix("were received for ").unwrap_or(names))
        }
        None => ("", text_without.strip_prefix("Nominations were received for ")?),
    };
    let is_office = office.split(' ').count() <= 6 && !office.contains('.');
    let nominees: Vec<Nominated> = nominees(names)?;
    (is_office && !nominees.is_empty()).then(|| ElectionDraft {
        office: office.to_owned(),
        nominees,
        printed: vec![text.to_owned()],
        ..ElectionDraft::default()
    })
}

/// The nominees of a list; none where it has anything else in it.
fn nominees(names: &str) -> Option<Vec<Nominated>> {
    let mut found = Vec::new();
    for piece in pieces(names) {
        let (name, said) = match piece.split_once(" (") {
            Some((name, said)) => (name, said.strip_suffix(')')?),
            None => (piece, ""),
        };
        if !is_name(name) {
            return None;
        }
        let (proposer, seconder) = proposed(said)?;
        found.push(Nominated { name: name.to_owned(), proposer, seconder, votes: None });
    }
    Some(found)
}

/// A list cut at commas and `and` outside brackets, but not before honours.
fn pieces(names: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut depth, mut from) = (0_u32, 0);
    for (at, letter) in names.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let rest = names.get(at..).unwrap_or("");
        let cut = [", and ", ", ", " and "].into_iter().find(|cut| depth == 0 && rest.starts_with(cut));
        if let Some(cut) = cut.filter(|_| at >= from)
            && begins_a_name(rest.get(cut.len()..).unwrap_or(""))
        {
            pieces.push(names.get(from..at).unwrap_or(""));
            from = at + cut.len();
        }
    }
    pieces.push(names.get(from..).unwrap_or(""));
    pieces
}

/// Whether a name begins here, and no honours of the one before: it has a second word before it is parted again.
fn begins_a_name(rest: &str) -> bool {
    let ends = [", ", " (", " and "].iter().filter_map(|end| rest.find(end));
    let end = ends.min().unwrap_or(rest.len());
    rest.get(..end).is_some_and(|name| name.trim_end().contains(' '))
}

/// `proposed by Mrs Elm and seconded by Mr Oak`; nothing is said in empty words.
fn proposed(said: &str) -> Option<(String, String)> {
    if said.is_empty() {
        return Some(Default::default());
    }
    if let Some(seconder) = said.strip_prefix("seconded by ") {
        return Some((String::new(), seconder.to_owned()));
    }
    let rest = PROPOSED.iter().find_map(|lead| said.strip_prefix(lead))?;
    let cuts = [" and seconded by ", ", seconded by ", "; seconded by "];
    let cut = cuts.iter().find_map(|cut| rest.split_once(cut));
    let (proposer, seconder) = cut.unwrap_or((rest, ""));
    Some((proposer.to_owned(), seconder.to_owned()))
}

/// Whether words can be the name of one person.
fn is_name(words: &str) -> bool {
    let found = people::list(words);
    matches!(found.as_slice(), [only] if only.name == words) && words.split(' ').count() <= 7
}

impl ElectionDraft {
    /// Takes in how many voted for whom, and whether it was decided by lot. Returns whether a line says that and no more.
    pub fn take_ballot(&mut self, text: &str) -> bool {
        let lot = "The votes being equal, it was decided by lot.";
        let (votes, by_lot) = match text.strip_suffix(lot) {
            Some(before) => (before.trim_end(), true),
            None => (text, false),
        };
        let counted = if votes.is_empty() { Some(Vec::new()) } else { self.counted(votes) };
        let Some(counted) = counted.filter(|_| by_lot || !votes.is_empty()) else { return false };
        for (at, votes) in counted {
            if let Some(nominee) = self.nominees.get_mut(at) {
                nominee.votes = Some(votes);
            }
        }
        self.by_lot |= by_lot;
        self.printed.push(text.to_owned());
        true
    }

    /// `Votes: Mr Ash 5, Cllr Dew 3.`: whose votes they are, by place.
    fn counted(&self, text: &str) -> Option<Vec<(usize, u32)>> {
        let list = text.strip_prefix("Votes: ")?.trim_end_matches('.');
        let mut found = Vec::new();
        let mut from = 0;
        for (end, _) in list.match_indices(", ").chain(std::iter::once((list.len(), ""))) {
            let piece = list.get(from..end)?;
            // A comma may stand in a name.
            let Some((name, votes)) = piece.rsplit_once(' ') else { continue };
            let Ok(votes) = votes.parse() else { continue };
            let name = name.trim_end_matches([':', '–', '-', ' ']);
            let at = self.nominees.iter().position(|nominee| nominee.name == name)?;
            found.push((at, votes));
            from = (end + 2).min(list.len());
        }
        (!found.is_empty() && from >= list.len()).then_some(found)
    }
}

/// An election told in one sentence: `It was proposed by Cllr Ash, seconded by Cllr Elm and RESOLVED that Cllr Oak be elected
/// Chairman.` None where the sentence does not name all three and the office.
pub(super) fn at_once(before: &str, words: &str) -> Option<(ElectionDraft, String)> {
    const LEADS: [&str; 6] = [
        "It was proposed by ",
        "It was moved by ",
        "Proposed by ",
        "On the proposal of ",
        "On the proposition of ",
        "On the motion of ",
    ];
    let rest = LEADS.iter().find_map(|lead| before.strip_prefix(lead))?;
    let (proposer, rest) = [", seconded by ", " and seconded by ", ", and seconded by "]
        .iter()
        .find_map(|cut| rest.split_once(cut))?;
    let mut seconder = rest;
    while let Some(shorter) =
        [" it was", " and", " unanimously", ","].iter().find_map(|end| seconder.strip_suffix(end))
    {
        seconder = shorter;
    }
    let (name, office) = (elected(words)?, office(words)?);
    if !is_name(proposer) || !is_name(seconder) {
        return None;
    }
    let nominee = Nominated {
        name: name.to_owned(),
        proposer: proposer.to_owned(),
        seconder: seconder.to_owned(),
        votes: None,
    };
    let election = ElectionDraft {
        office: office.to_owned(),
        nominees: vec![nominee],
        elected: name.to_owned(),
        ..ElectionDraft::default()
    };
    let all = if rest.ends_with("unanimously") { "unanimously " } else { "" };
    Some((election, format!("{all}{words}")))
}

/// The office to which somebody was elected, by the words that say so; none where they name none that one presides in.
pub(super) fn office(words: &str) -> Option<&str> {
    const OFFICES: [&str; 9] =
        ["chair", "vice", "deputy", "mayor", "president", "convener", "provost", "leader", "treasurer"];
    let rest = VERBS.iter().find_map(|verb| words.split_once(verb))?.1.trim_start();
    let leads = ["as ", "to the office of ", "to be ", "to serve as ", "the "];
    let rest = leads.iter().fold(rest, |rest, lead| rest.strip_prefix(lead).unwrap_or(rest));
    let end =
        [" for the ", " of the ", " until ", ",", ".", ";"].iter().filter_map(|end| rest.find(end)).min();
    let office = end.map_or(Some(rest), |end| rest.get(..end))?;
    let lower = office.to_lowercase();
    OFFICES.iter().any(|known| lower.starts_with(known)).then_some(office)
}

/// Whether words are those of an election in which nobody has been elected.
pub(super) fn opens(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.starts_with("that nominations for ") && lower.contains(" be received")
}

/// Who was elected, by words such as `that Mr Ash be elected Chairman for the ensuing year.`
pub(super) fn elected(words: &str) -> Option<&str> {
    let rest = words.trim_start_matches("unanimously ");
    let rest = rest.strip_prefix("that ").or_else(|| rest.strip_prefix("That ")).unwrap_or(rest);
    let (name, _) = VERBS.iter().find_map(|verb| rest.split_once(verb))?;
    is_name(name).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nominations_and_votes_are_read() {
        let mut election = nominations(
            "Nominations for Chairman: Mr T Ash, OBE (proposed by Mrs E Elm, MBE and seconded by Cllr P Oak) and Cllr Dew.",
        )
        .unwrap();
        let names: Vec<&str> = election.nominees.iter().map(|one| one.name.as_str()).collect();
        let honoured = nominations("Nominations for Mayor: Mrs A Elm, JP and Cllr Dew.").unwrap();
        assert_eq!(honoured.nominees[0].name, "Mrs A Elm, JP");
        assert_eq!((election.office.as_str(), names), ("Chairman", vec!["Mr T Ash, OBE", "Cllr Dew"]));
        assert_eq!(election.nominees[0].proposer, "Mrs E Elm, MBE");
        assert_eq!(election.nominees[0].seconder, "Cllr P Oak");
        assert!(election.take_ballot(
            "Votes: Mr T Ash, OBE 4, Cllr Dew 4. The votes being equal, it was decided by lot."
        ));
        assert_eq!(
            (election.nominees[0].votes, election.nominees[1].votes, election.by_lot),
            (Some(4), Some(4), true)
        );
        assert!(!election.take_ballot("Votes were counted by the Clerk."));
    }

    #[test]
    fn what_is_no_list_of_names_is_no_nomination() {
        assert_eq!(nominations("Nominations for the award: these should reach the Clerk by 3 May."), None);
        assert_eq!(nominations("Nominations for Chairman: none were received."), None);
    }

    #[test]
    fn an_election_in_one_sentence_names_everybody() {
        let before = "It was proposed by Cllr Ash, seconded by Cllr Elm and unanimously";
        let (election, words) =
            at_once(before, "that Cllr Oak be elected Chairman for the ensuing year.").unwrap();
        assert_eq!((election.office.as_str(), election.elected.as_str()), ("Chairman", "Cllr Oak"));
        assert_eq!(election.nominees[0].seconder, "Cllr Elm");
        assert_eq!(words, "unanimously that Cllr Oak be elected Chairman for the ensuing year.");
        assert_eq!(at_once(before, "that Cllr Oak be appointed to the working group."), None);
        assert_eq!(at_once(before, "that Cllr Oak be thanked."), None);
        assert_eq!(at_once("It was proposed by Cllr Ash", "that Cllr Oak be elected Chairman."), None);
    }

    #[test]
    fn the_words_name_who_was_elected() {
        assert_eq!(elected("that Mr T Ash, OBE be elected Chairman."), Some("Mr T Ash, OBE"));
        assert_eq!(elected("that the Clerk and the Chairman be thanked."), None);
    }
}
