//! Text that runs on: agenda text, `Decision:`, `Minutes:` and numbered paragraphs on one line, as pages that were
//! flattened have them. Takes such lines apart and says where minutes begin.

use super::cue;
use super::label;
use super::paper::{Line, Role};
use super::said;

/// The lines with what runs on taken apart, below items, and the marks of minutes known.
pub(super) fn apart(lines: Vec<Line>) -> Vec<Line> {
    let mut made = Vec::with_capacity(lines.len());
    let mut body = Body::default();
    for line in lines {
        match &line.role {
            Role::Item(_) => {
                body = Body { is_open: true, ..Body::default() };
                made.push(line);
            }
            Role::Plain if body.is_open => body.line(line, &mut made),
            _ => made.push(line),
        }
    }
    made
}

/// Lines below an item while they come.
#[derive(Default)]
struct Body {
    is_open: bool,
    /// Whether its minutes have begun.
    is_minuted: bool,
    /// Whether they run on in a line.
    runs_on: bool,
    /// The number of the last numbered paragraph.
    number: u32,
}

impl Body {
    fn line(&mut self, line: Line, made: &mut Vec<Line>) {
        if is_minutes_mark(&line.text) {
            self.is_minuted = true;
            made.push(line.with(line.text.clone(), Role::Minutes));
            return;
        }
        let text = line.text.trim_end_matches(['|', ' ']);
        if let Some((before, after)) = cut(text, "Minutes:").filter(|_| !self.is_minuted) {
            let (told, decision) =
                cut(before, "Decision:").map_or((before, None), |(told, decision)| (told, Some(decision)));
            self.told(&line, told, made);
            made.extend(decision.filter(|text| !text.is_empty()).map(|text| piece(&line, text, Role::Aside)));
            made.push(piece(&line, "Minutes:", Role::Minutes));
            (self.is_minuted, self.runs_on) = (true, true);
            self.paragraphs(&line, after, made);
        } else if self.runs_on {
            self.paragraphs(&line, text, made);
        } else {
            made.push(line);
        }
    }

    fn told(&self, line: &Line, text: &str, made: &mut Vec<Line>) {
        let text = text.replace("Additional documents:", "");
        if !text.trim().is_empty() {
            made.push(piece(line, text.trim(), Role::Plain));
        }
    }

    /// Adds the paragraphs that run on in a line: numbered ones, bullets.
    fn paragraphs(&mut self, line: &Line, text: &str, made: &mut Vec<Line>) {
        let mut start = 0;
        let mut is_first = true;
        self.number = self.next_number(text).unwrap_or(self.number);
        let mut add = |words: &str, is_first: bool| {
            if !words.is_empty() {
                let gap = !is_first || line.gap;
                made.push(Line { gap, page: false, ..line.with(words, Role::Plain) });
            }
        };
        for (at, _) in text.match_indices(' ') {
            let rest = text.get(at + 1..).unwrap_or("");
            let next = self.next_number(rest);
            if next.is_none() && !rest.starts_with("· ") && !rest.starts_with("• ") {
                continue;
            }
            self.number = next.unwrap_or(self.number);
            add(text.get(start..at).unwrap_or("").trim(), is_first);
            (is_first, start) = (false, at + 1);
        }
        add(text.get(start..).unwrap_or("").trim(), is_first);
    }

    /// The number at the start of a text, if it is the one that comes next.
    fn next_number(&self, text: &str) -> Option<u32> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = text.split_at_checked(digits)?;
        let rest = rest.strip_prefix('.')?;
        let number = number.parse().ok().filter(|number| *number == self.number + 1)?;
        let words = rest.trim_start();
        (rest.is_empty() || words.len() < rest.len() && words.starts_with(char::is_uppercase))
            .then_some(number)
    }
}

fn piece(line: &Line, text: &str, role: Role) -> Line {
    Line { gap: true, page: false, ..line.with(text, role) }
}

fn is_minutes_mark(text: &str) -> bool {
    ["minutes:", "minutes :", "minute:"].contains(&text.to_lowercase().as_str())
}

/// A text cut at a mark that stands between words.
fn cut<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let (before, after) = text.split_once(mark)?;
    (before.is_empty() || before.ends_with(' ')).then(|| (before.trim(), after.trim()))
}

/// Whether a line says the title above it again in another language: set right below it, in its column.
pub(super) fn is_second_title(line: &Line, column: usize) -> bool {
    let words = line.words();
    !line.gap
        && line.role == Role::Plain
        && line.indent.abs_diff(column) <= 1
        && cue::is_title_like(&words)
        && !words.starts_with('(')
        && !words.ends_with(['.', ':', ';'])
        && !said::is_report_line(&words)
        && label::label(&line.text).is_none()
}
