//! The recommendations of the reports in a pack: which lines they are, and which item they belong to. Nothing else of
//! a report is read. Knows how reports are headed, and not what a recommendation means.

use super::paper::{Ledger, Line, Role};
use super::section::opens_report;
use super::{Meaning, Sure, cue, label};
use crate::domain::agenda::Item;
use crate::domain::id::ItemId;
use crate::domain::meeting::Meeting;
use crate::domain::recommendation::Recommendation;

/// A report of the pack, as far as it is read.
#[derive(Debug, Default)]
struct Report<'a> {
    /// The label of the item it says it belongs to.
    label: String,
    /// What it says it is about.
    subject: String,
    /// The lines below its heading `Recommendations`.
    asked: Vec<&'a Line>,
}

/// What was found in the reports.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The lines of recommendations, with the item that each belongs to.
    pub of: Vec<(u32, u32)>,
    /// How many items were given recommendations.
    pub items: usize,
    /// The first line of every recommendation that belongs to no item that is known.
    pub lost: Vec<u32>,
}

/// Takes the recommendations out of the reports and gives them to their items.
pub(super) fn attach(lines: &[Line], meeting: &mut Meeting, ledger: &mut Ledger) -> Found {
    let mut found = Found::default();
    for report in reports(lines) {
        let (advice, of) = recommendation(&report.asked);
        let (Some(advice), Some(first)) = (advice, of.first()) else { continue };
        let Some((item, sure)) = item_of(&report, meeting) else {
            found.lost.push(first.number);
            continue;
        };
        for line in &of {
            ledger.say(line, Meaning::Recommendation, sure);
            found.of.push((line.number, item.0));
        }
        found.items += 1;
        if let Some(item) = meeting.items.iter_mut().find(|other| other.id == item) {
            item.heading.recommendations.push(advice);
        }
    }
    found
}

/// The reports in these lines, each from its heading to the next.
fn reports(lines: &[Line]) -> Vec<Report<'_>> {
    let mut reports: Vec<Report<'_>> = Vec::new();
    let mut label = String::new();
    let mut asks = false;
    for (at, line) in lines.iter().enumerate() {
        let words = line.words();
        let lower = words.to_lowercase();
        if let Some(of) = lower.strip_prefix("agenda item ").filter(|of| !of.contains(' ')) {
            label = of.trim_end_matches('.').to_owned();
        } else if opens_report(lines, at) {
            asks = false;
            reports.push(Report {
                label: std::mem::take(&mut label),
                subject: subject(lines, at),
                asked: Vec::new(),
            });
        } else if lower.starts_with("subject:")
            && reports.last().is_some_and(|report| !report.asked.is_empty())
        {
            // A report that is headed in a way of its own still says what it is about.
            asks = false;
            let (label, subject) = (std::mem::take(&mut label), subject(lines, at));
            reports.push(Report { label, subject, asked: Vec::new() });
        } else if heads_recommendations(&lower) {
            asks = true;
            if reports.last().is_none_or(|report| !report.asked.is_empty()) {
                // No report asks twice: this is one whose heading was not recognised.
                reports.push(Report { label: std::mem::take(&mut label), ..Report::default() });
            }
        } else if asks && ends_them(line, &words) {
            asks = false;
        } else if asks && line.role == Role::Plain && !cue::is_furniture(&words) {
            let open = reports.last_mut().filter(|report| report.asked.len() < MOST_LINES);
            open.into_iter().for_each(|report| report.asked.push(line));
        }
    }
    reports
}

/// No recommendation is longer than this; what is, is no list of recommendations.
const MOST_LINES: usize = 80;

/// What a report says it is about: the line `Subject:` or `Title:` near its beginning.
fn subject(lines: &[Line], at: usize) -> String {
    let head = lines.iter().skip(at).take(12).map(Line::words);
    let told = head.into_iter().find_map(|words| {
        let (name, rest) = words.split_once(':')?;
        let name = name.trim().to_lowercase();
        ["subject", "title", "report title"].contains(&name.as_str()).then(|| rest.trim().to_owned())
    });
    told.unwrap_or_default()
}

/// `4. Recommendations`, `RECOMMENDATION:`.
fn heads_recommendations(lower: &str) -> bool {
    let words =
        lower.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.' || letter == ' ');
    let words = words.trim_end_matches([':', ' ', '.']);
    ["recommendation", "recommendations", "recommendation(s)", "recommended"].contains(&words)
}

/// Whether a line heads what comes after the recommendations.
fn ends_them(line: &Line, words: &str) -> bool {
    const AFTER: [&str; 9] = [
        "contact",
        "report author",
        "author",
        "background ",
        "appendi",
        "attachments",
        "relevant director",
        "lead officer",
        "report by",
    ];
    let lower = words.to_lowercase();
    let numbered = label::label(words).is_some_and(|label| {
        label.text.bytes().all(|byte| byte.is_ascii_digit())
            && cue::is_heading_like(label.rest)
            && !label.rest.ends_with(['.', ';', ':'])
            && label.rest.split(' ').count() <= 6
            && !asks(&label.rest.to_lowercase())
    });
    line.gap && (numbered || AFTER.iter().any(|after| lower.starts_with(after))) || line.role == Role::Heading
}

/// Whether words ask for something, by their beginning or by the verb that asks.
fn asks(lower: &str) -> bool {
    const ASKS: [&str; 8] = [
        " asked to",
        " invited to",
        " requested to",
        " recommended to",
        " recommended that",
        " asked that",
        "recommended:",
        "recommendation:",
    ];
    lower.starts_with("that ") || lower.starts_with("to ") || ASKS.iter().any(|ask| lower.contains(ask))
}

/// The recommendation in the lines below its heading, and the lines it was read from. Reasons given beside it are
/// left alone.
fn recommendation<'a>(lines: &[&'a Line]) -> (Option<Recommendation>, Vec<&'a Line>) {
    let mut paragraphs: Vec<(String, Vec<&Line>)> = Vec::new();
    for line in lines {
        let words = line.words();
        match paragraphs.last_mut().filter(|_| !line.gap && mark(&words).is_none()) {
            Some((text, of)) => {
                text.push(' ');
                text.push_str(&words);
                of.push(line);
            }
            None => paragraphs.push((words, vec![line])),
        }
    }
    let mut found = Recommendation::default();
    let mut of: Vec<&Line> = Vec::new();
    let mut leads = false;
    for (text, lines) in &paragraphs {
        let words = mark(text).unwrap_or(text).to_owned();
        if leads && mark(text).is_some() && !starts_sentence_number(text) {
            found.parts.push(words);
        } else if asks(&words.to_lowercase()) {
            leads = words.ends_with(':');
            if leads && found.text.is_empty() && found.parts.is_empty() {
                found.text = words;
            } else {
                found.parts.push(words);
            }
        } else {
            // Reasons may come before what is asked; what comes after it is something else.
            if !of.is_empty() {
                break;
            }
            continue;
        }
        of.extend(lines);
    }
    if found.text.is_empty() && found.parts.len() == 1 {
        found.text = found.parts.remove(0);
    }
    let is_one = !found.text.is_empty() && (!found.text.ends_with(':') || !found.parts.is_empty());
    let any = is_one || !found.parts.is_empty();
    (any.then_some(found), if any { of } else { Vec::new() })
}

/// `4.1`, which numbers a paragraph of the report and no part of a list.
fn starts_sentence_number(text: &str) -> bool {
    let first = text.trim_start_matches(['-', '•', ' ']).split(' ').next().unwrap_or("");
    first.contains('.') && first.trim_end_matches('.').contains('.')
}

/// The words after the number, letter or bullet of a list; none if there is none.
fn mark(text: &str) -> Option<&str> {
    let bulleted = text.strip_prefix(['•', '-', '–', '*']).map(str::trim_start);
    let inner = bulleted.unwrap_or(text);
    let (first, rest) = inner.split_once(' ').unwrap_or((inner, ""));
    let plain = first.trim_matches(['(', ')', '.']);
    let is_mark = (first.len() > plain.len() || first.contains('.'))
        && plain.len() <= 5
        && !plain.is_empty()
        && (plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            || plain.len() <= 4 && plain.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
            || plain.len() == 1 && plain.bytes().all(|byte| byte.is_ascii_alphabetic()));
    if is_mark && !rest.is_empty() { Some(rest.trim_start()) } else { bulleted }
}

/// The item a report belongs to: the one whose label it gives, or whose title it says it is about. Titles that agree
/// only in part are a guess, and that only where no other item comes near.
fn item_of(report: &Report<'_>, meeting: &Meeting) -> Option<(ItemId, Sure)> {
    let labelled =
        |item: &&Item| !report.label.is_empty() && item.heading.label.to_lowercase() == report.label;
    if let Some(item) = meeting.items.iter().find(labelled) {
        return Some((item.id, Sure::Recognised));
    }
    let about = words_of(&report.subject);
    if about.is_empty() {
        return None;
    }
    let titles = || meeting.items.iter().map(|item| (item.id, words_of(&item.heading.title)));
    if let Some((item, _)) = titles().find(|(_, title)| *title == about) {
        return Some((item, Sure::Recognised));
    }
    let near = |title: &Vec<String>| {
        let within =
            |some: &[String], all: &[String]| some.len() > 1 && some.iter().all(|word| all.contains(word));
        within(title, &about) || within(&about, title)
    };
    let mut fits = titles().filter(|(_, title)| near(title));
    match (fits.next(), fits.next()) {
        (Some((item, _)), None) => Some((item, Sure::Guessed)),
        _ => None,
    }
}

/// The words of a title that tell it from others.
fn words_of(title: &str) -> Vec<String> {
    const PLAIN: [&str; 12] =
        ["the", "of", "on", "and", "a", "an", "for", "to", "in", "report", "update", "work"];
    let lower = title.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !PLAIN.contains(word)).map(str::to_owned).collect()
}

/// Takes out of the lines below a title what begins `RECOMMENDED` or `Recommendation:`, with the list that follows it.
pub(super) fn of_text(text: &mut Vec<String>) -> Option<Recommendation> {
    let opens = |line: &String| {
        let lower = line.to_lowercase();
        [
            "recommended:",
            "recommended that",
            "recommended to",
            "recommendation:",
            "recommendations:",
            "it is recommended",
        ]
        .iter()
        .any(|start| lower.starts_with(start))
    };
    let at = text.iter().position(opens)?;
    let lead = text.get(at)?.clone();
    let listed =
        text.iter().skip(at + 1).take_while(|line| lead.ends_with(':') && mark(line).is_some()).count();
    let mut taken = text.splice(at..=at + listed, []);
    let words = taken.next()?;
    let parts = taken.map(|part| mark(&part).unwrap_or(&part).to_owned()).collect();
    Some(Recommendation { text: words, parts })
}

#[cfg(test)]
mod tests {
    use crate::domain::paper::{Meaning, Sure};
    use crate::domain::resolving::Wording;
    use crate::import::read;

    const PACK: &str = "QUAY BOARD\n\nThursday 4 May 2023 at 2.00 pm\n\nA1 Apologies\n\nA2 Winter Dredging\n\nA3 Harbour Dues\n\nA4 Oyster Beds\n\
        \u{c}Agenda Item A2\n\nFrom: Linden Fenwick, Harbour Engineer\nTo: Quay Board\nSubject: Dredging of the channel\n\n1. Introduction\n\n1.1 The channel silts up.\n\n\
        3. Recommendations\n\n3.1 The Board is asked to:\n\n(a) note the report; and\n(b) approve the winter programme\nfor the channel.\n\n4. Background papers\n\nNone.\n\
        \u{c}From: Ola Cleat\nTo: Quay Board\nSubject: Harbour Dues\n\n2. Recommendations\n\n2.1 That the dues for 2024/25 be agreed.\n\nContact: Ola Cleat\n\
        \u{c}From: Ola Cleat\nTo: Quay Board\nSubject: The flags\n\n2. Recommendation\n\nThe Board is asked to choose a flag.\n\nFor further information:\n\nTo learn more, ask the Clerk.\n";

    #[test]
    fn recommendations_belong_to_the_item_of_their_report() {
        let read = read(PACK.as_bytes()).unwrap();
        let items = &read.meeting.items;
        let dredging = &items[1].heading.recommendations[0];
        assert_eq!(dredging.text, "The Board is asked to:");
        assert_eq!(dredging.parts, ["note the report; and", "approve the winter programme for the channel."]);
        assert_eq!(
            dredging.resolved(Wording::That).1[1],
            "the winter programme for the channel be approved."
        );
        assert_eq!(items[2].heading.recommendations[0].text, "That the dues for 2024/25 be agreed.");
        assert!(items[0].heading.recommendations.is_empty() && items[3].heading.recommendations.is_empty());
        let lines: Vec<_> =
            read.meeting.paper.iter().filter(|line| line.meaning == Meaning::Recommendation).collect();
        assert_eq!(lines.len(), 5, "{lines:#?}");
        assert!(lines.iter().all(|line| line.sure == Sure::Recognised && line.of.len() == 1));
        let told: Vec<&str> = read.notes.iter().map(String::as_str).collect();
        assert!(told[0].contains("only their recommendations were read, for 2 items"), "{told:?}");
        assert!(told[1].contains("belongs to no item"), "{told:?}");
        // The clerk sees it among what is left over, too.
        assert!(read.meeting.left_over.iter().any(|line| line.text == told[1]));
    }

    #[test]
    fn an_agenda_may_print_the_recommendation_itself() {
        let paper = "QUAY BOARD\n\nThursday 4 May 2023\n\n1. Apologies\n\n2. Winter Dredging\n\nTo consider the programme.\n\nRECOMMENDED: That the programme be approved.\n\n3. Dues\n";
        let read = read(paper.as_bytes()).unwrap();
        let heading = &read.meeting.items[1].heading;
        assert_eq!(heading.text, ["To consider the programme."]);
        assert_eq!(heading.recommendations[0].resolved(Wording::To).0, "to approve the programme.");
    }
}
