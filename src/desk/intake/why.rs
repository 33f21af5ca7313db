//! Explanation of a line of the paper in one sentence, for the clerk. It rests on the record alone: on labels that follow each
//! other, on the look of lines, and on the lines above.

use crate::domain::agenda::Item;
use crate::domain::meeting::Meeting;
use crate::domain::paper::{Meaning, PaperLine, Sure};
use crate::import::single;

/// Look of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Numbered,
    Heading(usize),
    Bold,
    Capitals,
    Plain,
}

/// Explains why a line was read as it was; none if there is no such line.
#[must_use]
pub fn why(meeting: &Meeting, at: usize) -> Option<String> {
    let line = meeting.paper.get(at)?;
    let reasons = if line.sure == Sure::Settled {
        vec!["you settled it".to_owned()]
    } else {
        reasons(meeting, at, line)
    };
    let doubt = match line.sure {
        Sure::Guessed if line.meaning == Meaning::Item => "; another reading is almost as likely",
        Sure::Guessed => "; this is a guess",
        Sure::RestrictionGuessed => "; whether it is restricted is a guess",
        _ => "",
    };
    Some(format!(
        "{}: {}{doubt}.",
        crate::desk::sentence(line.meaning.word()).trim_end_matches('.'),
        reasons.join(", ")
    ))
}

fn reasons(meeting: &Meeting, at: usize, line: &PaperLine) -> Vec<String> {
    let item = line.of.iter().find_map(|id| meeting.items.iter().find(|item| item.id.0 == *id));
    match (line.meaning, item) {
        (Meaning::Item, Some(item)) => of_item(meeting, line, item),
        (Meaning::AgendaText | Meaning::Minutes | Meaning::Recommendation, Some(item)) => {
            vec![format!("it stands below {}", item.name())]
        }
        (Meaning::Members | Meaning::Present | Meaning::InAttendance | Meaning::Apologies, _) => {
            vec![of_list(meeting, at, line)]
        }
        (Meaning::Part, _) => vec!["it is a heading between items".to_owned()],
        (Meaning::Furniture, _) => vec!["it belongs to the page, not to the paper".to_owned()],
        (Meaning::Unknown, _) => {
            vec!["nothing in it was recognised. Press c to say what it is".to_owned()]
        }
        _ => vec!["its words say so".to_owned()],
    }
}

fn of_item(meeting: &Meeting, line: &PaperLine, item: &Item) -> Vec<String> {
    let place = meeting.items.iter().position(|other| other.id == item.id);
    let above = place.and_then(|place| place.checked_sub(1)).and_then(|above| meeting.items.get(above));
    let label = item.heading.label.as_str();
    let before = above.map_or("", |above| above.heading.label.as_str());
    let look = look(line, item);
    let firsts = meeting.items.iter().filter_map(|other| {
        let first = meeting
            .paper
            .iter()
            .find(|line| line.meaning == Meaning::Item && line.of.contains(&other.id.0))?;
        (other.id != item.id).then(|| self::look(first, other))
    });
    let alike = firsts.filter(|other| *other == look).count();
    let of = meeting.items.len().saturating_sub(1);
    let printed = match look {
        Look::Numbered => "numbered",
        Look::Heading(_) => "a heading",
        Look::Bold => "in bold",
        Look::Capitals => "in capitals",
        Look::Plain => "on a line of its own",
    };
    let follows = (!label.is_empty() && !before.is_empty()).then(|| format!("{label} follows {before}"));
    let like = match (alike, of) {
        (0, _) => printed.to_owned(),
        (alike, of) if alike == of => format!("{printed} like all others"),
        (alike, of) => format!("{printed} like {alike} of {of} others"),
    };
    let usual = single::is_usual(&item.heading.title).then(|| "a usual title".to_owned());
    follows.into_iter().chain([like]).chain(usual).collect()
}

fn look(line: &PaperLine, item: &Item) -> Look {
    let text = line.text.trim();
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    let letters = || item.heading.title.chars().filter(|letter| letter.is_alphabetic());
    if level > 0 {
        Look::Heading(level)
    } else if text.starts_with("**") {
        Look::Bold
    } else if !item.heading.label.is_empty() {
        Look::Numbered
    } else if letters().count() > 2 && letters().all(char::is_uppercase) {
        Look::Capitals
    } else {
        Look::Plain
    }
}

/// Names the label under which the people of a line are listed.
fn of_list(meeting: &Meeting, at: usize, line: &PaperLine) -> String {
    if single::is_list_label(&line.text) {
        return "the line says so".to_owned();
    }
    let above = meeting.paper.get(..at).unwrap_or(&[]).iter().rev().take(60);
    match above.into_iter().find(|above| single::is_list_label(&above.text)) {
        Some(label) => format!("it stands below {} on line {}", label.text.trim(), label.line),
        None => "names stand on it".to_owned(),
    }
}
