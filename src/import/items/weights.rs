//! Weights of signs and of readings, learnt from papers with known items by `examples/learn.rs`. The file is data: a row
//! a sign, a column a family of marks, in hundredths.

use super::candidate::{FAMILIES, Family};
use super::{fact, sign};
use std::fmt::Write as _;
use std::sync::OnceLock;

/// Weights of signs and readings, in hundredths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    /// For every sign the weights of the families.
    pub(in crate::import) signs: Vec<[i32; FAMILIES.len()]>,
    /// Weights of the facts about readings.
    pub(in crate::import) readings: Vec<i32>,
}

impl Default for Weights {
    fn default() -> Self {
        Self { signs: vec![[0; FAMILIES.len()]; sign::NAMES.len()], readings: vec![0; fact::names().len()] }
    }
}

impl Weights {
    /// The weights of the project.
    pub fn get() -> &'static Self {
        static WEIGHTS: OnceLock<Weights> = OnceLock::new();
        WEIGHTS.get_or_init(|| Self::parse(include_str!("weights.txt")))
    }

    /// Reads weights from their file. A sign that has no row weighs nothing.
    pub fn parse(text: &str) -> Self {
        let mut weights = Self::default();
        let readings = fact::names();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, values)) = line.split_once('|') else { continue };
            let name = name.trim();
            let values: Vec<i32> = values.split_whitespace().filter_map(|value| value.parse().ok()).collect();
            if let Some(row) = position(sign::NAMES, name).and_then(|at| weights.signs.get_mut(at)) {
                row.iter_mut().zip(&values).for_each(|(weight, value)| *weight = *value);
            } else if let Some(weight) =
                readings.iter().position(|known| known == name).and_then(|at| weights.readings.get_mut(at))
            {
                *weight = values.first().copied().unwrap_or(0);
            }
        }
        weights
    }

    /// The file of these weights.
    pub fn print(&self) -> String {
        let mut text = String::from(
            "# Weights of the reader of items, in hundredths, learnt by examples/learn.rs. Signs have a column a family of marks:\n",
        );
        let names: Vec<String> = FAMILIES.iter().map(|family| format!("{family:?}").to_lowercase()).collect();
        let _ = writeln!(text, "# {}", names.join(" "));
        for (name, row) in sign::NAMES.iter().zip(&self.signs) {
            let row: Vec<String> = row.iter().map(|weight| format!("{weight:>5}")).collect();
            let _ = writeln!(text, "{name:<44} |{}", row.join(""));
        }
        text.push_str("# Readings as wholes.\n");
        for (name, weight) in fact::names().iter().zip(&self.readings) {
            let _ = writeln!(text, "{name:<44} |{weight:>5}");
        }
        text
    }

    /// Sets the weight of a sign for a family of marks, both by their places.
    pub fn set_sign(&mut self, sign: usize, family: usize, weight: i32) {
        if let Some(place) = self.signs.get_mut(sign).and_then(|row| row.get_mut(family)) {
            *place = weight;
        }
    }

    /// Sets the weight of a fact about readings, by its place.
    pub fn set_fact(&mut self, fact: usize, weight: i32) {
        if let Some(place) = self.readings.get_mut(fact) {
            *place = weight;
        }
    }

    /// Weight of a fact about readings, by its place.
    pub fn fact(&self, fact: usize) -> i32 {
        self.readings.get(fact).copied().unwrap_or(0)
    }

    /// Weight of a sign for a family of marks, both by their places.
    pub fn sign(&self, sign: usize, family: usize) -> i32 {
        self.signs.get(sign).and_then(|row| row.get(family)).copied().unwrap_or(0)
    }

    /// Weight of signs for a family together.
    pub(in crate::import) fn of(&self, family: Family, signs: &[u8]) -> i32 {
        let column = family as usize;
        signs.iter().filter_map(|sign| self.signs.get(usize::from(*sign))?.get(column)).sum()
    }
}

fn position(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_as_it_is_printed() {
        let weights = Weights::get();
        assert_eq!(Weights::parse(&weights.print()), *weights);
        assert_ne!(*weights, Weights::default());
    }
}
