//! Every format of the table: golden files, the same bytes each time, and pages that everybody can read.

use super::harbour;
use crate::shared::skipped;
use minutebook::domain::meeting::Meeting;
use minutebook::domain::style::Style;
use minutebook::export::{Audience, FORMATS, Format, Order, Paper, Printed};
use minutebook::houses::Houses;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// An order of the minutes of a body whose leaves are initialled.
pub fn order<'a>(meeting: &'a Meeting, style: &'a Style, audience: Audience) -> Order<'a> {
    let profiles = Houses::built_in().profiles();
    let profile = profiles.iter().find(|profile| profile.name == "council committee").unwrap();
    Order { meeting, paper: Paper::Minutes, style, profile, audience, state: None }
}

pub fn print(format: &str, order: &Order) -> Printed {
    Format::named(format).unwrap().print(order).unwrap()
}

pub fn printed(format: &str, style: &Style, audience: Audience) -> Printed {
    print(format, &order(&harbour::meeting(), style, audience))
}

fn text(format: &str, style: &str, audience: Audience) -> String {
    let style = Houses::built_in().style(style).unwrap();
    String::from_utf8(printed(format, style, audience).bytes).unwrap()
}

#[test]
fn a_meeting_that_has_everything_is_printed_in_every_text_format() {
    for format in ["markdown", "html"] {
        for style in Houses::built_in().styles() {
            for audience in Audience::ALL {
                let name = format!("{format}_{}_{}", style.name, audience.word());
                insta::assert_snapshot!(name, text(format, &style.name, audience));
            }
        }
    }
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    for format in &FORMATS {
        for audience in Audience::ALL {
            let print = || printed(format.name, Houses::built_in().style("").unwrap(), audience);
            let first = print();
            assert!(first.bytes.len() > 1000, "{}", format.name);
            assert_eq!(first.notes, Vec::<String>::new(), "{}", format.name);
            assert_eq!(first, print(), "{}", format.name);
            assert_eq!(String::from_utf8(first.bytes).is_ok(), format.is_text, "{}", format.name);
        }
    }
}

#[test]
fn every_format_has_a_name_and_an_extension_of_its_own() {
    for format in &FORMATS {
        let same = FORMATS
            .iter()
            .filter(|other| other.name == format.name || other.extension == format.extension)
            .count();
        assert_eq!(same, 1, "{}", format.name);
        assert!(format.about.ends_with('.'), "{}", format.about);
    }
}

/// The elements of a page in order, `h2` or `/h2`, with what is between the angle brackets.
fn elements(page: &str) -> Vec<&str> {
    let (_, body) = page.split_once("<html").unwrap();
    let body = body.split("<style>").next().unwrap().len() + page.len() - body.len();
    let (head, rest) = page.split_at(body);
    let (_, rest) = rest.split_once("</style>").unwrap();
    let tags = head.split('<').chain(rest.split('<')).skip(2);
    tags.filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag).collect()
}

#[test]
fn a_page_is_whole_and_its_headings_leave_out_no_level() {
    for style in Houses::built_in().styles() {
        let page = text("html", &style.name, Audience::Full);
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"), "{page}");
        let mut open = Vec::new();
        let mut level = 0;
        for element in elements(&page) {
            let name = element.split(' ').next().unwrap();
            if let Some(name) = name.strip_prefix('/') {
                assert_eq!(open.pop().unwrap_or("html"), name, "{name} is closed where it is not open");
                continue;
            }
            if element.ends_with('/') {
                continue;
            }
            open.push(name);
            if let Some(deeper) = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) {
                assert!(deeper <= level + 1, "a level is left out before {element}");
                level = deeper;
            }
            let parent = open.iter().rev().nth(1);
            assert!(name != "li" || matches!(parent, Some(&"ol" | &"ul")), "an entry stands in {parent:?}");
        }
        assert_eq!(open, [""; 0], "what is open is closed");
        for landmark in ["<header>", "<main>", "<footer>", "<h1 "] {
            assert_eq!(page.matches(landmark).count(), 1, "{landmark}");
        }
    }
}

#[test]
fn nothing_that_was_said_is_taken_for_markup() {
    let mut meeting = harbour::meeting();
    meeting.head.body = "Ship & <Shore>".into();
    meeting.items[2].minutes[0].text = "</p><script>alert(1) & *stars* _lines_".into();
    meeting.items[2].heading.title = "\"Quotes\" </style><b>".into();
    let mut style = Style::default();
    style.setting.footer = "{page} \"</style><script>".into();
    for format in ["html", "markdown"] {
        let page = print(format, &order(&meeting, &style, Audience::Full)).bytes;
        let page = String::from_utf8(page).unwrap();
        let escaped = if format == "html" { "&lt;script&gt;" } else { "\\<script\\>" };
        assert_eq!(page.replace(escaped, "").matches("script>").count(), 0, "{page}");
        assert_eq!(page.matches("</style>").count(), usize::from(format == "html"));
        assert!(page.contains("stars"), "{page}");
    }
}

/// A house that does everything in another way than the usual one.
#[test]
fn a_house_chooses_how_its_papers_are_set() {
    let mut houses = Houses::built_in().clone();
    houses
        .add_style(
            "(name: \"quay\", item_case: Capitals, section_case: AsTyped, dates: Ordinal, times: Colon,
              endings: Semicolons, recommended: \"RECOMMENDED\", action: \"Action –\",
              sections: [Apologies, Present, Opening, Business, Signature],
              signing: (sentence: \"Approved and signed\", signer: \"Commodore\"),
              setting: (face: Serif, size: 11, footer: \"{page}/{pages}\", initials: \"\"))",
        )
        .unwrap();
    let style = houses.style("quay").unwrap();
    let text = String::from_utf8(printed("text", style, Audience::Public).bytes).unwrap();
    assert!(text.starts_with("Saltmarsh Harbour Partnership\n"), "{text}");
    assert!(text.contains("on Thursday 16th November 2023."), "{text}");
    assert!(text.find("\nApologies:") < text.find("\nPresent:"), "{text}");
    assert!(text.contains("WINTER DREDGING\n") && text.contains("The meeting opened at 10:00 am."), "{text}");
    assert!(!text.contains("The meeting closed") && !text.contains("In attendance"), "{text}");
    assert!(text.contains("(a) note the survey;\n") && text.contains("(b) approve dredging in January.\n"));
    assert!(text.contains("Action – Ms Fenwick and Mr Groyne to write"), "{text}");
    assert!(text.contains("Approved and signed\n") && text.ends_with("Date\n"), "{text}");
    assert!(text.contains("... Commodore\n"), "{text}");
    let page = String::from_utf8(printed("html", style, Audience::Public).bytes).unwrap();
    assert!(page.contains("Georgia") && page.contains("font-size: 11pt"), "{page}");
    assert!(page.contains("content: \"\" counter(page) \"/\" counter(pages) \"\";"), "{page}");
    assert!(!page.contains("bottom-right"), "{page}");
}

/// What docs/house-styles.md shows is the usual style with everything said.
#[test]
fn the_style_in_the_documentation_is_the_usual_one() {
    let page = include_str!("../../docs/house-styles.md");
    let shown = page.split("```ron").nth(1).unwrap().split("```").next().unwrap();
    let mut houses = Houses::built_in().clone();
    houses.add_style(shown).unwrap();
    let (name, about) = ("harbour".to_owned(), "As the Harbour Board has it.".to_owned());
    assert_eq!(houses.style("harbour"), Some(&Style { name, about, ..Style::default() }));
}

#[test]
fn the_parts_of_a_resolution_end_as_the_house_has_it() {
    let style = Style { endings: minutebook::domain::setting::Endings::Semicolons, ..Style::default() };
    let mut meeting = harbour::meeting();
    for (block, words) in meeting.items[2].minutes.iter_mut().skip(12).zip(["note it", "send it"]) {
        block.text = words.into();
    }
    let text = print("text", &order(&meeting, &style, Audience::Full)).bytes;
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains("(a) note it; and\n\n    (b) send it.\n"), "{text}");
    assert!(text.contains("(b) asked for prices."), "only resolutions are ended: {text}");
}

/// A program of this name on the path.
pub fn program(name: &str) -> Option<PathBuf> {
    let found = std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|at| at.is_file());
    if found.is_none() {
        skipped(&format!("{name} is not installed"));
    }
    found
}

/// The rules of axe, run in a browser without a screen over the page of every house.
#[test]
fn axe_finds_nothing_wrong_with_a_page() {
    let Some(browser) = program("chromium") else { return };
    // Where .ci/axe puts it, unless another is named.
    let usual = concat!(env!("CARGO_MANIFEST_DIR"), "/target/axe/node_modules/axe-core/axe.min.js");
    let named = std::env::var_os("AXE_CORE").map_or_else(|| PathBuf::from(usual), PathBuf::from);
    let Some(axe) = Some(named).filter(|file| file.is_file()) else {
        return skipped("axe.min.js is not there; .ci/axe gets it, or AXE_CORE names it");
    };
    let axe = fs::read_to_string(axe).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for style in Houses::built_in().styles() {
        let page = text("html", &style.name, Audience::Full);
        let file = folder.path().join("page.html");
        let run = "axe.run().then(found => { document.body.textContent = 'AXE ' + found.passes.length + ' passed; \
                   violations: ' + JSON.stringify(found.violations.map(one => one.id)) + '.'; })";
        fs::write(&file, format!("{page}<script>{axe}</script><script>{run}</script>")).unwrap();
        let address = format!("file://{}", file.display());
        let shown = Command::new(&browser)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--virtual-time-budget=20000",
                "--dump-dom",
            ])
            .arg(format!("--user-data-dir={}", folder.path().join("browser").display()))
            .arg(address)
            .output()
            .unwrap();
        let shown = String::from_utf8_lossy(&shown.stdout);
        assert!(shown.contains("passed; violations: []."), "{}: {shown}", style.name);
    }
}
