//! The acceptance case: the agenda pack of a real meeting is loaded, what its published minutes record is
//! typed, and the export must say the same, word for word, with the numbers and marks supplied by the program.

use crate::shared::shared;
use crate::stage::Stage;
use minutebook::export::Audience;
use minutebook::import;
use std::fs;

/// The agenda pack, and the minutes of the same meeting as they were published.
const PAIR: [&str; 2] = ["corpus/004_65bc9ee2a845cac4.txt", "corpus/000_a1b1f020eaf7270c.txt"];

/// An item as the published page records it.
struct Minuted {
    title: String,
    /// The paragraphs, without their numbers.
    paragraphs: Vec<String>,
    numbered: bool,
    /// The resolution, beginning with the word RESOLVED.
    resolution: Option<String>,
}

/// Reads the page: rows of a table, each `title PDF n KB Minutes: words`, the paragraphs on lines of their own.
fn published(page: &str) -> Vec<Minuted> {
    let rows = page.split("Minutes:").collect::<Vec<_>>();
    let mut items = Vec::new();
    for pair in rows.windows(2) {
        let title = pair[0].rsplit("|\n").next().unwrap().replace('\n', " ");
        let title = title.split(" PDF ").next().unwrap().trim().to_owned();
        let last = pair[1].rfind("\n|").map_or(pair[1].len(), |end| end + 1);
        let body = if std::ptr::eq(pair[1], *rows.last().unwrap()) { pair[1] } else { &pair[1][..last] };
        let body = body.trim().trim_end_matches(['|', '\n', ' ']).trim();
        let (words, resolution) = match body.split_once("RESOLVED") {
            Some((words, rest)) => (words, Some(format!("RESOLVED {}", rest.trim()))),
            None => (body, None),
        };
        let lines: Vec<&str> =
            words.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "|").collect();
        let numbered = lines.first().is_some_and(|line| line.starts_with("1. "));
        let bare = |line: &&str| if numbered { line.split_once(". ").unwrap().1 } else { line }.to_owned();
        items.push(Minuted { title, paragraphs: lines.iter().map(bare).collect(), numbered, resolution });
    }
    items
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the export must say of an item, on one line.
fn expected(item: &Minuted) -> String {
    let numbered = item.paragraphs.iter().enumerate().map(|(at, words)| match item.numbered {
        true => format!("{}. {words}", at + 1),
        false => words.clone(),
    });
    squeezed(&numbered.chain(item.resolution.clone()).collect::<Vec<_>>().join(" "))
}

#[test]
fn a_real_meeting_is_minuted_from_its_agenda_to_its_published_words() {
    let [Some(agenda), Some(page)] = PAIR.map(shared) else { return };
    let proposal = import::read(&fs::read(agenda).unwrap()).unwrap();
    let minuted = published(&fs::read_to_string(page).unwrap());
    assert_eq!(minuted.len(), 11, "the published page has eleven items");

    let mut stage = Stage::with(proposal.meeting).play("<alt-o>");
    for item in &minuted {
        let title = item.title.split(" The next meeting").next().unwrap();
        stage = stage.play("<ctrl-g>").play(title).play("<enter>");
        assert_eq!(squeezed(&stage.desk.item().unwrap().heading.title), title);
        if item.numbered || item.paragraphs.is_empty() {
            let lines: Vec<&str> =
                item.paragraphs.iter().chain(&item.resolution).map(String::as_str).collect();
            stage = stage.play(&lines.join("<enter>"));
        } else {
            // Not a word of it is typed: it is the sentence that is usual there.
            stage = stage.play("<alt-w>");
        }
    }
    let stage = stage.command("close-meeting");

    let minutes = stage.minutes("web", Audience::Full);
    let mut rest = minutes.as_str();
    for (at, item) in minuted.iter().enumerate() {
        let title = item.title.split(" The next meeting").next().unwrap();
        // A title without a number is underlined.
        let heading = format!("\n{title}\n{}\n", "-".repeat(title.chars().count()));
        let (_, after) = rest.split_once(&heading).unwrap_or_else(|| panic!("{title} in its place"));
        let end = match minuted.get(at + 1) {
            Some(next) => format!("\n{}\n", next.title.split(" The next meeting").next().unwrap()),
            None => "\nThe meeting closed".to_owned(),
        };
        let (words, _) = after.split_once(&end).unwrap_or_else(|| panic!("the end of {title}"));
        let words = squeezed(&words.replace("(RESTRICTED – not for publication)", ""));
        assert_eq!(words, expected(item), "{title}");
        rest = after;
    }

    // In the style of the program itself every item has its minute number and its reference.
    let numbered = stage.minutes("numbered", Audience::Full);
    assert!(numbered.contains("3. Kent and Medway Domestic Abuse Strategy Update\n(Item B1)"), "{numbered}");
    let public = stage.minutes("web", Audience::Public);
    assert!(!public.contains("Domestic Homicide Review"), "what is restricted is in no public copy");
    assert!(public.contains("3 restricted items are left out"), "{public}");
}
