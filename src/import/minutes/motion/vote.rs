//! Counts of a vote, in the many ways in which minutes print them: `(6 for, 4 against, 1 abstention)`, `For: 6 Against: 4`,
//! `Ayes 5, Noes 2`, `Voting: 6 in favour / 4 against`, `by 6 votes to 4`, `carried 5-0`. Knows numbers and sides,
//! and not what was voted on.

use std::ops::Range;

/// Numbers of a vote, and where they stand in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import::minutes) struct Count {
    pub for_: u32,
    pub against: u32,
    pub abstained: u32,
    /// Bytes of the text that tell the vote.
    pub at: Range<usize>,
    /// Whether the text tells nothing else.
    pub is_whole: bool,
}

/// Side of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    For,
    Against,
    Abstained,
}

/// Word of a text as a vote uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Number(u32),
    Side(Side),
    /// A word that votes are told with and that counts nobody.
    Filler,
    /// A filler that says that a vote is told: `votes`, `carried`.
    Voting,
    Other,
}

const NUMBERS: [&str; 21] = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
const FOR: [&str; 8] = ["for", "favour", "favor", "ayes", "aye", "yes", "yeas", "yea"];
const AGAINST: [&str; 8] = ["against", "noes", "nays", "nay", "opposed", "dissenting", "oppose", "nos"];
const ABSTAINED: [&str; 6] = ["abstained", "abstention", "abstentions", "abstaining", "abstain", "abstains"];
const FILLER: [&str; 21] = [
    "in",
    "of",
    "with",
    "and",
    "by",
    "the",
    "members",
    "member",
    "motion",
    "was",
    "were",
    "to",
    "result",
    "recorded",
    "councillors",
    "voted",
    "there",
    "on",
    "being",
    "put",
    "show",
];
const VOTING: [&str; 16] = [
    "vote",
    "votes",
    "voting",
    "carried",
    "lost",
    "passed",
    "approved",
    "failed",
    "defeated",
    "tally",
    "hands",
    "unanimously",
    "adopted",
    "division",
    "ballot",
    "resolved",
];

/// Reads the counts of a vote; none where fewer than two sides are counted.
pub(in crate::import::minutes) fn count(text: &str) -> Option<Count> {
    let words = words(text);
    sides(text, &words).or_else(|| score(text, &words))
}

/// Words of a text with their places.
fn words(text: &str) -> Vec<(Word, Range<usize>)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push((word(text.get(from..at).unwrap_or("")), from..at));
                start = None;
            }
            _ => {}
        }
    }
    settle_no(text, &mut found);
    found
}

/// Tells the side `No` from the number in `no abstentions`: a side has its number right before or behind it.
fn settle_no(text: &str, words: &mut [(Word, Range<usize>)]) {
    for at in 0..words.len() {
        let is_no = words
            .get(at)
            .and_then(|(_, place)| text.get(place.clone()))
            .is_some_and(|word| word.eq_ignore_ascii_case("no"));
        let is_number = |at: Option<usize>| {
            at.and_then(|at| words.get(at)).is_some_and(|(word, _)| matches!(word, Word::Number(_)))
        };
        if is_no
            && (is_number(at.checked_sub(1)) || is_number(Some(at + 1)))
            && let Some((word, _)) = words.get_mut(at)
        {
            *word = Word::Side(Side::Against);
        }
    }
}

fn word(word: &str) -> Word {
    let lower = word.to_lowercase();
    let is = |list: &[&str]| list.contains(&lower.as_str());
    if let Ok(number) = lower.parse::<u32>() {
        return if number < 1000 { Word::Number(number) } else { Word::Other };
    }
    let number = NUMBERS.iter().position(|number| *number == lower).and_then(|at| u32::try_from(at).ok());
    match number {
        Some(number) => Word::Number(number),
        None if lower == "none" || lower == "nil" => Word::Number(0),
        None if is(&FOR) => Word::Side(Side::For),
        None if is(&AGAINST) => Word::Side(Side::Against),
        None if is(&ABSTAINED) => Word::Side(Side::Abstained),
        None if is(&VOTING) => Word::Voting,
        None if is(&FILLER) => Word::Filler,
        None => Word::Other,
    }
}

/// Counts beside the names of their sides.
fn sides(text: &str, words: &[(Word, Range<usize>)]) -> Option<Count> {
    let first = words.iter().position(|(word, _)| matches!(word, Word::Number(_) | Word::Side(_)))?;
    (first..words.len()).find_map(|start| {
        let rest = words.get(start..)?;
        let (found, used) = fuller(pairs(text, rest, false), pairs(text, rest, true));
        let [for_, against, abstained] = found;
        let counted = [for_, against, abstained].into_iter().flatten().count();
        let has_votes = for_.is_some() && (against.is_some() || abstained.is_some());
        (counted >= 2 && has_votes).then(|| {
            let used = rest.get(..used).unwrap_or(rest);
            let at = used.first().map_or(0, |(_, at)| at.start)..used.last().map_or(0, |(_, at)| at.end);
            let others = words.iter().filter(|(_, place)| place.start < at.start || place.start >= at.end);
            let is_whole = !others.clone().any(|(word, _)| *word == Word::Other);
            let number = |side: Option<u32>| side.unwrap_or(0);
            Count { for_: number(for_), against: number(against), abstained: number(abstained), at, is_whole }
        })
    })
}

/// What a run of pairs counts, and how many words it has.
type Pairs = ([Option<u32>; 3], usize);

/// Of two ways to pair numbers and sides the one that counts more sides.
fn fuller(one: Pairs, other: Pairs) -> Pairs {
    let counted = |pairs: &Pairs| pairs.0.iter().flatten().count();
    if counted(&other) > counted(&one) { other } else { one }
}

/// Reads pairs from the start of words: a number and its side, or a side and its number. Each side counts once.
fn pairs(text: &str, words: &[(Word, Range<usize>)], label_first: bool) -> Pairs {
    let mut found = [None; 3];
    let (mut used, mut open, mut last) = (0, None, 0);
    for (at, (word, place)) in words.iter().enumerate() {
        // A vote is told in one breath: a new sentence ends it unless it goes on with a side.
        let parted = text.get(last..place.start).is_some_and(|between| between.len() > 12);
        match (*word, open) {
            _ if parted && last > 0 => break,
            (Word::Filler | Word::Voting, _) => {}
            (Word::Side(side), None) if label_first => open = Some((Word::Side(side), at)),
            (Word::Number(number), None) if !label_first => open = Some((Word::Number(number), at)),
            (Word::Number(number), Some((Word::Side(side), _)))
            | (Word::Side(side), Some((Word::Number(number), _))) => {
                let Some(slot) = found.get_mut(side as usize).filter(|slot| slot.is_none()) else { break };
                *slot = Some(number);
                (open, used) = (None, at + 1);
            }
            _ => break,
        }
        last = place.end;
    }
    (found, used)
}

/// Counts without the names of sides beside a word that says that it is a vote: `carried 5-0`, `by 6 votes to 4`, `Vote: 6/4/1`.
fn score(text: &str, words: &[(Word, Range<usize>)]) -> Option<Count> {
    let voting = words.iter().position(|(word, _)| *word == Word::Voting)?;
    let number = |at: usize| match words.get(at) {
        Some((Word::Number(number), place)) => Some((*number, place.clone())),
        _ => None,
    };
    let parts = |from: usize, to: usize| text.get(from..to).unwrap_or("").trim();
    let is_joined =
        |between: &str| matches!(between, "-" | "–" | "—" | "/" | ":" | "votes to" | "to" | "vote to");
    (voting.saturating_sub(3)..words.len().min(voting + 6)).find_map(|at| {
        let (for_, first) = number(at)?;
        let next = (at + 1..at + 4).find(|next| number(*next).is_some())?;
        let (against, second) = number(next)?;
        if !is_joined(parts(first.end, second.start)) {
            return None;
        }
        let third = number(next + 1).filter(|(_, third)| is_joined(parts(second.end, third.start)));
        let end = third.as_ref().map_or(second.end, |(_, third)| third.end);
        let abstained = third.map_or(0, |(abstained, _)| abstained);
        let is_whole = !words.iter().any(|(word, _)| *word == Word::Other);
        Some(Count { for_, against, abstained, at: first.start..end, is_whole })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(text: &str) -> Option<(u32, u32, u32, bool)> {
        count(text).map(|count| (count.for_, count.against, count.abstained, count.is_whole))
    }

    #[test]
    fn counts_are_read_in_many_forms() {
        for text in [
            "(6 for, 4 against, 1 abstention)",
            "For: 6  Against: 4  Abstentions: 1",
            "Voting: For 6, Against 4, Abstain 1",
            "(Voting: 6 in favour / 4 against / 1 abstained)",
            "Ayes 6, Noes 4, Abstentions 1",
            "Votes in favour: 6. Votes against: 4. Abstentions: 1.",
            "On being put to the vote there were six in favour, four against and one abstention.",
            "6 votes for, 4 votes against with 1 abstention",
            "The motion was carried 6-4-1.",
            "Vote: 6/4/1",
        ] {
            assert_eq!(counted(text), Some((6, 4, 1, true)), "{text}");
        }
        assert_eq!(counted("Carried by 6 votes to 4."), Some((6, 4, 0, true)));
        assert_eq!(counted("Vote: 5 yes, 2 no, 1 abstaining"), Some((5, 2, 1, true)));
        assert_eq!(counted("Yes: 5 No: none"), Some((5, 0, 0, true)));
        assert_eq!(counted("Yes: 5 Nays: none"), Some((5, 0, 0, true)));
        assert_eq!(counted("RESOLVED that it be so (6 for, none against)."), Some((6, 0, 0, false)));
    }

    #[test]
    fn numbers_that_count_no_votes_are_left() {
        for text in [
            "Tenders for 6 lamps against 4 last year were opened.",
            "There were 6 objections to 4 applications.",
            "The vote was taken at 7.30 on 4-5-2021.",
            "Funding for 2024 against 2023",
            "Grants to 6 clubs for 4 years",
        ] {
            assert!(counted(text).is_none(), "{text}: {:?}", counted(text));
        }
    }
}
