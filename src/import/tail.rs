//! Tail of a paper: what stands below the last item and is not about it: signatures, the next meeting, the day of the notice.

use super::cue;
use super::date;
use super::field::{self, Field};
use super::letter;
use super::listing;
use super::minutes::paragraph::{self, Mark};
use super::paper::{Line, Role, groups, joined};
use super::roster;
use super::said;

/// Place of the first line behind the last item that is not about it.
pub(super) fn start(lines: &[Line], last: usize, is_minutes: bool) -> usize {
    let label_indent = lines.get(last).map_or(0, |line| line.indent);
    let rest = lines.get(last + 1..).unwrap_or(&[]);
    let set_in = lines.get(last).is_some_and(|line| line.role != Role::Plain && line.indent > 8);
    let indented = !is_minutes
        && (set_in
            || lines
                .iter()
                .any(|line| line.role == Role::Plain && !line.gap && line.indent > label_indent + 2));
    // Up to the mark of its minutes everything belongs to the last item, the list of its papers, too.
    let marked = rest.iter().rposition(|line| line.role == Role::Minutes).map_or(0, |at| at + 1);
    let beside = rest.iter().take_while(|line| is_beside(lines.get(last), line)).count();
    let mut at = last + 1 + marked.max(beside);
    let mut is_first = !rest.iter().take(beside).any(|line| line.role == Role::Plain);
    let is_of_item = lines.get(last).is_some_and(|line| said::is_about_next_meeting(&line.text));
    for group in groups(rest.get(marked.max(beside)..).unwrap_or(&[])) {
        if let Some(first) = group.first().filter(|first| first.gap || first.role != Role::Plain) {
            let words = first.words();
            let unindented = indented && first.indent <= label_indent;
            let right = first.indent >= 40;
            // Right below an item about the next meeting such a sentence is its minute.
            let next = is_minutes && !(is_of_item && is_first) && said::only_next_meeting(&joined(group));
            // In minutes the day alone is what such an item says; below an agenda it may be that of the notice.
            let is_its_day = is_minutes && is_of_item && is_first && date::is_only_a_date(&words);
            is_first &= words.starts_with('(') && paragraph::mark(&words).0 == Mark::None;
            if is_its_day {
                at += group.len();
                continue;
            }
            if next || opens_tail(first, &words) || unindented || right || letter::is_signature(group) {
                return at;
            }
        }
        if let Some(inside) = group
            .iter()
            .position(|line| cue::closing_time(&line.words()).is_some() || cue::tells_the_end(&line.words()))
        {
            return at + inside;
        }
        at += group.len();
    }
    lines.len()
}

/// Returns whether a line belongs to the title of an item: text on the same line, another cell of its row, its ruler.
fn is_beside(item: Option<&Line>, line: &Line) -> bool {
    let row = |line: &Line| line.look.cell.map(|cell| (cell.table, cell.row));
    let is_ruler = line.role == Role::Furniture && !line.text.contains(char::is_alphanumeric);
    let same_row = |item: &Line| row(item).is_some() && row(item) == row(line);
    is_ruler || item.is_some_and(|item| item.number == line.number || same_row(item))
}

/// Returns whether a field is about the paper, and not about an item.
fn is_of_paper(field: &Field) -> bool {
    matches!(field, Field::NextMeeting(_) | Field::Contact(_) | Field::Published(_))
}

fn opens_tail(line: &Line, words: &str) -> bool {
    let labelled = listing::label(&line.text).is_some() || field::read_tail(line).iter().any(is_of_paper);
    labelled
        || roster::opens(words)
        || date::is_only_a_date(words)
        || field::tells_publication(words)
        || cue::is_courtesy(words)
        || letter::is_notice(words)
        || cue::is_signature(words)
        || cue::is_furniture(words) && line.role != Role::Minutes && line.role != Role::Aside
}
