//! `minutebook import --explain`: prints why each line of a paper was read as it was.

use super::cli::print;
use super::complaint::Complaint;
use super::papers::{self, Agenda};
use crate::import::{ExplainedLine, Explanation, Rival, WeightedSign};
use crate::text::{fit, width};
use std::fmt::Write;

/// The words of a line take up no more cells.
const WORDS: usize = 48;
/// Stands where there is nothing to print.
const NOTHING: &str = "-";

/// `minutebook import --explain`
pub(super) fn explain(agenda: &Agenda) -> Result<u8, Complaint> {
    print(&print_explanation(&papers::explain_agenda(agenda)?))
}

/// An explanation as text for people.
fn print_explanation(explanation: &Explanation) -> String {
    let mut text = String::new();
    if explanation.refusal.is_some() {
        text.push_str("The paper is refused: no reading is enough like an agenda.\n");
    }
    if explanation.rivals.is_empty() {
        text.push_str("There are no readings to compare.\n");
    }
    for (rival, name) in explanation.rivals.iter().zip(["Best reading:  ", "Second reading:"]) {
        let _ = writeln!(text, "{name} {}", print_rival(rival));
    }
    let mut rows = vec![["Line", "Words", "Understood as", "Mark", "Strongest signs"].map(str::to_owned)];
    rows.extend(explanation.lines.iter().map(|line| row(line, explanation.refusal.is_some())));
    text.push('\n');
    print_rows(&rows, &mut text);
    text
}

fn print_rival(rival: &Rival) -> String {
    let items = if rival.items == 1 { "1 item".to_owned() } else { format!("{} items", rival.items) };
    format!("{items}, marked as {}, score {}", rival.name, hundredths(rival.score))
}

fn row(line: &ExplainedLine, is_refused: bool) -> [String; 5] {
    let meaning = match (line.meaning, line.mark) {
        (Some(meaning), _) => meaning.word(),
        (None, Some(_)) if is_refused => "perhaps an item",
        _ => NOTHING,
    };
    let signs: Vec<String> = line.signs.iter().map(print_sign).collect();
    let signs = if signs.is_empty() { NOTHING.to_owned() } else { signs.join(", ") };
    let mark = line.mark.unwrap_or(NOTHING).to_owned();
    [line.number.to_string(), fit(&line.text, WORDS), meaning.to_owned(), mark, signs]
}

fn print_sign(sign: &WeightedSign) -> String {
    format!("{} {}", sign.name, hundredths(sign.weight))
}

/// A number of hundredths with its sign.
fn hundredths(value: i32) -> String {
    format!("{:+.2}", f64::from(value) / 100.0)
}

/// Prints rows in columns; the first column is set to the right.
fn print_rows(rows: &[[String; 5]], text: &mut String) {
    let mut widths = [0; 5];
    for row in rows {
        for (wide, cell) in widths.iter_mut().zip(row) {
            *wide = (*wide).max(width(cell));
        }
    }
    for row in rows {
        let mut line = String::new();
        for (at, (cell, wide)) in row.iter().zip(widths).enumerate() {
            let blanks = " ".repeat(wide - width(cell));
            let (before, after) = if at == 0 { (blanks.as_str(), "") } else { ("", blanks.as_str()) };
            let _ = write!(line, "{before}{cell}{after}  ");
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
}
