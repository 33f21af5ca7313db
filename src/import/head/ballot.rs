//! Candidates for a field of the head, each with its evidence, and the choice among them.

use super::super::Sure;
use super::weights::{CERTAIN, Evidence, Field, LEAD, LEAST};

/// Value that a field may have.
#[derive(Debug, Clone)]
pub(super) struct Candidate<T> {
    pub value: T,
    /// Place of its row.
    pub row: usize,
    pub score: i32,
    pub evidence: Vec<Evidence>,
}

/// All candidates for one field.
#[derive(Debug)]
pub(super) struct Ballot<T> {
    field: Field,
    pub candidates: Vec<Candidate<T>>,
}

/// The best candidate.
#[derive(Debug, Clone)]
pub(super) struct Choice<T> {
    pub value: T,
    /// Place of its row.
    pub row: usize,
    pub sure: Sure,
}

impl<T: Clone + PartialEq> Ballot<T> {
    pub fn new(field: Field) -> Self {
        Self { field, candidates: Vec::new() }
    }

    /// Adds a candidate with its evidence.
    pub fn add(&mut self, value: T, row: usize, evidence: &[Evidence]) {
        let score = evidence.iter().map(|evidence| evidence.worth(self.field)).sum();
        self.candidates.push(Candidate { value, row, score, evidence: evidence.to_vec() });
    }

    /// The best candidate; among equals the first. A value printed again gains one point, and two at most.
    pub fn best(&self, is_same: impl Fn(&T, &T) -> bool) -> Option<Choice<T>> {
        let total = |candidate: &Candidate<T>| {
            let others = self
                .candidates
                .iter()
                .filter(|other| other.score > 0 && is_same(&other.value, &candidate.value));
            candidate.score + i32::try_from(others.count().saturating_sub(1).min(2)).unwrap_or(0)
        };
        let best = self.candidates.iter().rev().max_by_key(|candidate| total(candidate))?;
        let second =
            self.candidates.iter().filter(|other| !is_same(&other.value, &best.value)).map(total).max();
        let (score, lead) = (total(best), total(best) - second.unwrap_or(0).max(0));
        if score < LEAST {
            return None;
        }
        let is_hearsay = best
            .evidence
            .iter()
            .any(|evidence| [Evidence::Subject, Evidence::FrontMatter].contains(evidence));
        let says = [Evidence::Label, Evidence::WeakLabel, Evidence::Sentence];
        let is_said =
            !self.field.must_be_said() || best.evidence.iter().any(|evidence| says.contains(evidence));
        let is_sure = is_said && score >= CERTAIN && lead >= LEAD && !is_hearsay;
        let sure = if is_sure { Sure::Recognised } else { Sure::Guessed };
        Some(Choice { value: best.value.clone(), row: best.row, sure })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_is_taken_and_its_lead_says_how_sure_it_is() {
        let mut ballot = Ballot::new(Field::Date);
        assert!(ballot.best(|one, other| one == other).is_none());
        ballot.add(1, 0, &[Evidence::Publication, Evidence::Alone]);
        assert!(ballot.best(|one, other| one == other).is_none());
        ballot.add(2, 1, &[Evidence::Alone]);
        ballot.add(3, 2, &[Evidence::Label]);
        let choice = ballot.best(|one, other| one == other).unwrap();
        assert_eq!((choice.value, choice.row, choice.sure), (3, 2, Sure::Recognised));
        ballot.add(4, 3, &[Evidence::Sentence]);
        let choice = ballot.best(|one, other| one == other).unwrap();
        assert_eq!((choice.value, choice.sure), (4, Sure::Guessed));
    }
}
