//! Tables of attendance as committee systems print them under an agenda: a heading, column names, then a row
//! for everybody. Knows rows and headings and not whose meeting it is.

use super::cue;
use super::listing::Listed;
use super::paper::{Ledger, Line, squeeze};
use super::people::{self, Named};
use super::{Meaning, Sure};

/// What a heading of such a table lists; none if the line is no such heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// People, listed for this.
    People(Listed),
    /// Something else, or only the headings below it.
    Other,
}

/// The heading that a line is.
pub(super) fn heading(words: &str) -> Option<Heading> {
    let lower = words.to_lowercase();
    Some(match lower.as_str() {
        "attendance" | "declarations of interests" | "declarations of interest" => Heading::Other,
        "apologies" | "apologies for absence" => Heading::People(Listed::Apologies),
        "absent" => Heading::People(Listed::Member),
        "visitors" | "guests" | "also attending" => Heading::People(Listed::Guest),
        _ if lower.starts_with("attended - ") || lower.starts_with("attended – ") => {
            Heading::People(Listed::Present)
        }
        _ => return None,
    })
}

/// Whether a line begins the tables: their common heading, or the first of them.
pub(super) fn opens(words: &str) -> bool {
    let lower = words.to_lowercase();
    lower == "attendance" || lower.starts_with("attended - ") || lower.starts_with("attended – ")
}

/// Reads the tables at the start of these lines. Returns the people, and how many lines were read.
pub(super) fn read(lines: &[Line], ledger: &mut Ledger) -> (Vec<(Listed, Named)>, usize) {
    let mut people = Vec::new();
    if !lines.first().is_some_and(|line| opens(&line.words())) {
        return (people, 0);
    }
    let mut under = Heading::Other;
    for (at, line) in lines.iter().enumerate() {
        let words = line.words();
        if let Some(heading) = heading(&words) {
            under = heading;
            ledger.say(line, Meaning::Furniture, Sure::Recognised);
        } else if cue::is_furniture(&words) {
            return (people, at);
        } else {
            row(line, under, &mut people, ledger);
        }
    }
    (people, lines.len())
}

/// A row: the first cell names somebody, unless the row is the names of the columns or says that there is none.
fn row(line: &Line, under: Heading, people: &mut Vec<(Listed, Named)>, ledger: &mut Ledger) {
    let cells = line.cells();
    let first = cells.first().map_or(String::new(), |(_, cell)| squeeze(cell));
    let is_column = ["name", "member name", "member"].contains(&first.to_lowercase().as_str());
    let is_none = first.starts_with("No ") && first.ends_with('.');
    if is_column || is_none {
        ledger.say(line, Meaning::Furniture, Sure::Recognised);
    } else if let Heading::People(listed) = under {
        people.extend(people::list(&first).into_iter().map(|person| (listed, person)));
        ledger.say(
            line,
            if listed == Listed::Apologies { Meaning::Apologies } else { Meaning::Present },
            Sure::Recognised,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    #[test]
    fn everybody_is_read_under_the_right_heading() {
        let text = "Attendance\n\nAttended - Committee Members\n\tName\n\tCllr B Stand\n\nApologies\n\tName\tReason\n\tCllr C Vase\tIll\n\nVisitors\n\n\tHugo Tarr, Rivers Trust\n\nPowered by CMIS\n";
        let lines = lines(text);
        let (people, read) = read(&lines, &mut Ledger::new(20));
        let found: Vec<(Listed, &str)> =
            people.iter().map(|(listed, person)| (*listed, person.name.as_str())).collect();
        let wanted = [
            (Listed::Present, "Cllr B Stand"),
            (Listed::Apologies, "Cllr C Vase"),
            (Listed::Guest, "Hugo Tarr"),
        ];
        assert_eq!(found, wanted);
        assert_eq!(read, lines.len() - 1);
    }
}
