//! The recommendations of the reports in a pack: which lines they are, and which item they belong to. Nothing else of
//! a report is read. Knows how reports are headed; what is a recommendation is known in [`super::asking`].

use super::asking::{self, marked};
use super::paper::{Ledger, Line, Role};
use super::section::{heads_report, opens_report};
use super::{Meaning, Sure, cue, label};
use crate::domain::agenda::Item;
use crate::domain::id::ItemId;
use crate::domain::meeting::Meeting;
use crate::domain::recommendation::Recommendation;
use crate::domain::recommending::labelled;

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
        let (asked, of): (Vec<_>, Vec<_>) = recommendations(&report.asked).into_iter().unzip();
        let of = of.concat();
        let Some(first) = of.first() else { continue };
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
            item.heading.recommendations.extend(asked);
        }
    }
    found
}

/// The reports in these lines, each from its heading to the next.
fn reports(lines: &[Line]) -> Vec<Report<'_>> {
    let mut pack = Pack::default();
    for (at, line) in lines.iter().enumerate() {
        pack.take(lines, at, line);
    }
    pack.reports
}

/// The reports of a pack while they are read.
#[derive(Debug, Default)]
struct Pack<'a> {
    reports: Vec<Report<'a>>,
    /// The label that stands before the heading of the next report.
    label: String,
    /// Whether the lines are recommendations.
    asks: bool,
}

impl<'a> Pack<'a> {
    fn take(&mut self, lines: &[Line], at: usize, line: &'a Line) {
        let words = line.words();
        let lower = words.to_lowercase();
        if let Some(of) = lower.strip_prefix("agenda item ").filter(|of| !of.contains(' ')) {
            self.label = of.trim_end_matches('.').to_owned();
        } else if opens_report(lines, at) || lower.starts_with("subject:") && self.has_asked() {
            // A report that is headed in a way of its own still says what it is about.
            self.asks = false;
            self.begin(subject(lines, at));
        } else if let Some(rest) = recommends(&words) {
            self.recommends(rest, line);
        } else if self.asks && ends_them(line, &words) {
            self.asks = false;
        } else if self.asks && line.role == Role::Plain && !cue::is_furniture(&words) {
            let open = self.reports.last_mut().filter(|report| report.asked.len() < MOST_LINES);
            open.into_iter().for_each(|report| report.asked.push(line));
        }
    }

    fn begin(&mut self, subject: String) {
        let label = std::mem::take(&mut self.label);
        self.reports.push(Report { label, subject, asked: Vec::new() });
    }

    /// Whether the report that is being read has come to what it asks.
    fn has_asked(&self) -> bool {
        self.reports.last().is_some_and(|report| !report.asked.is_empty())
    }

    /// Takes a line with the label of recommendations, and what stands behind it.
    fn recommends(&mut self, rest: &str, line: &'a Line) {
        let goes_on = self.asks || !rest.is_empty();
        self.asks = true;
        match self.reports.last_mut() {
            Some(report) if goes_on => report.asked.push(line),
            Some(report) if report.asked.is_empty() => {}
            // No report asks twice: this is one whose heading was not recognised.
            _ => self.begin(String::new()),
        }
    }
}

/// No recommendation is longer than this; what is, is no list of recommendations.
const MOST_LINES: usize = 80;

/// What a report says it is about: the line `Subject:` or `Title:` near its beginning, or else the first line in capitals
/// before its first heading.
fn subject(lines: &[Line], at: usize) -> String {
    let head = lines.iter().skip(at).take(12).map(Line::words);
    let told = head.into_iter().find_map(|words| {
        let (name, rest) = words.split_once(':')?;
        let name = name.trim().to_lowercase();
        ["subject", "title", "report title"].contains(&name.as_str()).then(|| rest.trim().to_owned())
    });
    let head = lines.iter().skip(at + 1).take(12).take_while(|line| !heads_report(line));
    let title = || head.map(Line::words).find(|words| cue::is_capitals(words));
    told.or_else(title).unwrap_or_default()
}

/// What stands after the label on a line of a report that has one: nothing after `4. Recommendations`.
fn recommends(words: &str) -> Option<&str> {
    let digits = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ' ';
    let words = words.trim_start_matches(digits);
    labelled(words).filter(|rest| rest.is_empty() || words.starts_with(char::is_uppercase))
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
            && !asking::asks(label.rest)
    });
    line.gap && (numbered || AFTER.iter().any(|after| lower.starts_with(after))) || line.role == Role::Heading
}

/// The recommendations in the lines below their heading, each with the lines that it was read from. Reasons given beside
/// them are left alone.
fn recommendations<'a>(lines: &[&'a Line]) -> Vec<(Recommendation, Vec<&'a Line>)> {
    let mut pieces: Vec<String> = Vec::new();
    let mut of: Vec<Vec<&Line>> = Vec::new();
    for (text, lines) in paragraphs(lines) {
        let sentences = asking::sentences(&text);
        of.extend(std::iter::repeat_n(lines, sentences.len()));
        pieces.extend(sentences);
    }
    let read = asking::recommendations(&pieces, true).into_iter();
    read.map(|(advice, at)| (advice, of.get(at).unwrap_or(&[]).concat())).collect()
}

/// The paragraphs in lines: a new one after a gap, at a mark, at a new recommendation, and at a heading.
fn paragraphs<'a>(lines: &[&'a Line]) -> Vec<(String, Vec<&'a Line>)> {
    let mut paragraphs: Vec<(String, Vec<&Line>)> = Vec::new();
    for line in lines {
        let words = line.words();
        let breaks = |before: &str| {
            let is_heading = words.split(' ').count() <= 6 && !words.ends_with(['.', ';', ',', ':']);
            let begins = is_heading && words.starts_with(char::is_uppercase) || asking::begins(&words);
            marked(&words).0.is_some() || recommends(before) == Some("") || before.ends_with('.') && begins
        };
        match paragraphs.last_mut().filter(|(before, _)| !line.gap && !breaks(before)) {
            Some((text, of)) => {
                text.push(' ');
                text.push_str(&words);
                of.push(line);
            }
            None => paragraphs.push((words, vec![line])),
        }
    }
    paragraphs
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

/// Takes the recommendations out of what is printed below a title. What else is printed there stays.
pub(super) fn of_text(text: &mut Vec<String>) -> Vec<Recommendation> {
    let pieces: Vec<String> = text.iter().flat_map(|text| asking::sentences(text)).collect();
    let (found, taken): (Vec<_>, Vec<_>) = asking::recommendations(&pieces, false).into_iter().unzip();
    let mut found: Vec<Recommendation> = found;
    // What is asked in two languages is resolved in English first; the sort keeps the order otherwise.
    found.sort_by_key(Recommendation::is_welsh);
    if !found.is_empty() {
        let stays = |(at, _): &(usize, String)| !taken.iter().any(|taken| taken.contains(at));
        *text = pieces.into_iter().enumerate().filter(stays).map(|(_, piece)| piece).collect();
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::domain::paper::{Meaning, Sure};
    use crate::domain::recommendation::Recommendation;
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
    fn reports_are_known_by_their_headings_where_they_have_no_address() {
        let agenda = "LOWER WICK PARISH COUNCIL\n\nMonday 2 November 2026 at 7.30 pm\n\n1. Apologies\n\n2. Footpaths\nReport of the Parish Clerk\n\n\
            3. Notice board\nReport of the Parish Clerk\n\n4. Close\n";
        let footpaths = "AGENDA ITEM 2\n\nLOWER WICK PARISH COUNCIL\n\nREPORT OF THE PARISH CLERK\n\nFOOTPATHS\n\n1. Purpose of report\n\nTo tell of the stile.\n\n\
            2. Recommendations\n\n2.1 That the report be noted.\n2.2 That the Clerk be authorised to have the stile mended.\n\n3. Background\n\nIt broke.\n";
        let board = "Report of the Parish Clerk\n\nTHE NOTICE BOARD\n\nBackground\n\nIt has been painted.\n\nRecommendation\n\nMembers are asked to note the position.\n";
        for between in ["\u{c}", "\n\n"] {
            let read = read([agenda, footpaths, board].join(between).as_bytes()).unwrap();
            let items = &read.meeting.items;
            assert_eq!(items.len(), 4, "{items:#?}");
            let asked = |at: usize| -> Vec<String> {
                items[at].heading.recommendations.iter().map(Recommendation::line).collect()
            };
            let of_footpaths = asked(1).join(" ");
            assert!(of_footpaths.contains("the report be noted"), "{of_footpaths}");
            assert!(
                of_footpaths.contains("the Clerk be authorised to have the stile mended"),
                "{of_footpaths}"
            );
            assert_eq!(asked(2).len(), 1, "{between:?} {:?}", asked(2));
            let left: Vec<&str> = read.meeting.left_over.iter().map(|line| line.text.as_str()).collect();
            assert!(left.len() == 1 && left[0].ends_with("were read, for 2 items."), "{left:?}");
            assert_eq!(read.meeting.head.body, "Lower Wick Parish Council");
            assert_eq!(read.meeting.head.contact, "");
        }
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
