//! A draft that went through a word processor: tracked changes with their authors, comments, what it changes by itself.

use super::{changes, printed, told};
use crate::export::harbour;
use minutebook::domain::meeting::Meeting;
use minutebook::export::Audience;
use minutebook::houses::Houses;
use minutebook::returned::{ANYBODY, remarks};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;

const BY: &str = r#"w:author="Mrs E Carrow" w:date="2026-03-14T10:05:00Z""#;

/// A Word document with its text changed, and with parts added to it.
pub fn edited(bytes: &[u8], edit: impl Fn(String) -> String, added: &[(&str, String)]) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let names: Vec<String> = old.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in names {
        let mut text = String::new();
        old.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        let text = if name == "word/document.xml" { edit(text) } else { text };
        new.start_file(name, SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    for (name, text) in added {
        new.start_file(*name, SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// The draft of a meeting as a Word document.
pub fn draft(meeting: &Meeting) -> Vec<u8> {
    printed(meeting, "docx", Houses::built_in().style("").unwrap(), Audience::Full)
}

/// Ends the run in which something stands, puts something between, and begins it again.
fn between(middle: &str) -> String {
    format!("</w:t></w:r>{middle}<w:r><w:t xml:space=\"preserve\">")
}

fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

fn deleted(words: &str) -> String {
    format!("<w:del w:id=\"1\" {BY}><w:r><w:delText xml:space=\"preserve\">{words}</w:delText></w:r></w:del>")
}

fn inserted(words: &str) -> String {
    format!("<w:ins w:id=\"2\" {BY}>{}</w:ins>", run(words))
}

/// The paragraph in which something stands, as XML.
fn paragraph_with<'a>(text: &'a str, words: &str) -> &'a str {
    let at = text.find(words).unwrap();
    let start = text[..at].rfind("<w:p>").unwrap();
    let end = at + text[at..].find("</w:p>").unwrap() + "</w:p>".len();
    &text[start..end]
}

/// A meeting with two paragraphs and two resolutions under one item.
pub fn meeting() -> Meeting {
    let stage = crate::stage::Stage::new().command("open-meeting");
    let stage = stage
        .play("Members noted that the dredger had not yet come to the harbour.<enter>")
        .play("The Harbour Master said that the channel was clear as far as the bar.<enter>")
        .play("RESOLVED that the dredger be hired for the winter.<enter>")
        .play("RESOLVED that the cost be met from the reserve.")
        .command("close-meeting");
    stage.meeting().clone()
}

fn found(meeting: &Meeting, bytes: &[u8]) -> Vec<String> {
    changes(meeting, bytes).unwrap().iter().map(told).collect()
}

#[test]
fn tracked_changes_are_told_with_their_author_and_time() {
    let meeting = meeting();
    let copy = edited(
        &draft(&meeting),
        |text| {
            text.replace("the winter", &between(&format!("{}{}", deleted("the winter"), inserted("a year"))))
        },
        &[],
    );
    let changes = changes(&meeting, &copy).unwrap();
    let told: Vec<String> = changes.iter().map(told).collect();
    let block = &meeting.items[0].minutes[2];
    assert_eq!(block.text, "that the dredger be hired for the winter.");
    let on = format!("Block(ItemId(10), BlockId({}))", block.id.0);
    assert_eq!(told, [format!("{on} reworded: that the dredger be hired for a year.")]);
    let remarks = remarks(&meeting, &changes, None, || 900);
    assert_eq!(remarks[0].by, "Mrs E Carrow");
    assert_eq!(remarks[0].at.unwrap().to_string(), "2026-03-14 10:05:00");
    assert_eq!(remarks[0].was, block.text);
}

#[test]
fn a_paragraph_that_was_deleted_or_inserted_with_tracking_is_struck_or_added() {
    let meeting = meeting();
    let words = "The Harbour Master said that the channel was clear as far as the bar.";
    let copy = edited(
        &draft(&meeting),
        |text| {
            let old = paragraph_with(&text, words).to_owned();
            let mark = format!("<w:rPr><w:del w:id=\"3\" {BY}/></w:rPr></w:pPr>");
            let gone = old.replace(&run(words), &deleted(words)).replace("</w:pPr>", &mark);
            assert_ne!(gone, old);
            let new = format!("<w:p>{}</w:p>", inserted("RESOLVED that the bar be sounded."));
            text.replace(&old, &format!("{gone}{new}"))
        },
        &[],
    );
    let [first, second, ..] = &meeting.items[0].minutes[..] else { panic!() };
    let on = |id: u32| format!("Block(ItemId(10), BlockId({id}))");
    let (added, struck) = ("added: RESOLVED that the bar be sounded.", "struck: ");
    let expected = [format!("{} {added}", on(first.id.0)), format!("{} {struck}", on(second.id.0))];
    let changes = changes(&meeting, &copy).unwrap();
    assert_eq!(changes.iter().map(told).collect::<Vec<_>>(), expected);
    assert!(changes.iter().all(|change| change.by.name == "Mrs E Carrow"), "{changes:?}");
}

#[test]
fn comments_become_queries_on_what_they_are_about() {
    let meeting = meeting();
    let comments = r#"<w:comments xmlns:w="w"><w:comment w:id="7" w:author="Mr T Aldous" w:date="2026-03-15T09:00:00Z"><w:p><w:r><w:t>Which reserve?</w:t></w:r></w:p></w:comment><w:comment w:id="8" w:author=""><w:p><w:r><w:t>Was it </w:t></w:r></w:p><w:p><w:r><w:t>raining?</w:t></w:r></w:p></w:comment></w:comments>"#;
    let marked = |id, words: &str| {
        format!(
            "<w:commentRangeStart w:id=\"{id}\"/>{}<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>",
            run(words)
        )
    };
    let copy = edited(
        &draft(&meeting),
        |text| {
            let text = text.replace("the reserve", &between(&marked(7, "the reserve")));
            text.replace("Signed as a correct record", &between(&marked(8, "Signed as a correct record")))
        },
        &[("word/comments.xml", comments.to_owned())],
    );
    let changes = changes(&meeting, &copy).unwrap();
    let block = meeting.items[0].minutes[3].id.0;
    let told: Vec<String> = changes.iter().map(told).collect();
    let about = format!("Block(ItemId(10), BlockId({block})) comment: “the reserve”: Which reserve?");
    let foot = "Draft comment: “Signed as a correct record”: Was it raining?".to_owned();
    assert_eq!(told, [about, foot]);
    let remarks = remarks(&meeting, &changes, None, || 900);
    let by: Vec<&str> = remarks.iter().map(|remark| remark.by.as_str()).collect();
    assert_eq!(by, ["Mr T Aldous", ANYBODY]);
}

#[test]
fn what_a_word_processor_changes_by_itself_is_no_change() {
    let mut meeting = meeting();
    meeting.items[0].minutes[0].text = "The Board's \"own\" dredger - at last... was 1/2 full.".into();
    let copy = edited(
        &draft(&meeting),
        |text| {
            let text = text.replace(
                "The Board's &quot;own&quot; dredger - at last...",
                "The Board’s “own” dredger – at\u{a0}last…",
            );
            let text = text.replace(
                "The Board's \"own\" dredger - at last...",
                "The Board’s “own” dredger – at\u{a0}last…",
            );
            assert!(text.contains('“'));
            text.replace("1/2", "½")
        },
        &[],
    );
    assert_eq!(found(&meeting, &copy), Vec::<String>::new());
}

#[test]
fn paragraphs_that_were_joined_or_parted_are_told_as_that() {
    let meeting = meeting();
    let [one, two, ..] = &meeting.items[0].minutes[..] else { panic!() };
    let joined = edited(
        &draft(&meeting),
        |text| {
            let (first, second) = (paragraph_with(&text, &one.text), paragraph_with(&text, &two.text));
            let both = first.replace(&one.text, &format!("{} {}", one.text, two.text));
            text.replace(second, "").replace(first, &both)
        },
        &[],
    );
    let on = |id: u32| format!("Block(ItemId(10), BlockId({id}))");
    let expected = [
        format!("{} reworded: {} {}", on(one.id.0), one.text, two.text),
        format!("{} struck: ", on(two.id.0)),
    ];
    assert_eq!(found(&meeting, &joined), expected);
    let parted = edited(
        &draft(&meeting),
        |text| {
            text.replace(
                " as far as the bar.",
                ".</w:t></w:r></w:p><w:p><w:r><w:t>It was so as far as the bar.",
            )
        },
        &[],
    );
    let found = found(&meeting, &parted);
    let expected = [
        format!("{} reworded: The Harbour Master said that the channel was clear.", on(two.id.0)),
        format!("{} added: It was so as far as the bar.", on(two.id.0)),
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_printed_and_not_written_is_noted_and_never_taken_for_words() {
    let meeting = meeting();
    let resolution = meeting.items[0].minutes[2].id.0;
    let copy = edited(
        &draft(&meeting),
        |text| {
            let at = text.find("that the dredger be hired").unwrap();
            let start = text[..at].rfind("RESOLVED").unwrap();
            let mut text = text;
            text.replace_range(start..start + "RESOLVED".len(), "AGREED");
            text.replacen("40. ", "41. ", 1)
        },
        &[],
    );
    let expected = [
        "Item(ItemId(10)) noted: The returned copy prints the number 41. here.".to_owned(),
        format!(
            "Block(ItemId(10), BlockId({resolution})) noted: The returned copy has “AGREED” for “RESOLVED”, which is printed for the words and not in them."
        ),
    ];
    assert_eq!(found(&meeting, &copy), expected);
}

#[test]
fn a_meeting_that_has_everything_comes_back_unchanged_in_every_style_and_format() {
    let meeting = harbour::meeting();
    for format in ["text", "docx", "markdown", "html"] {
        for style in super::styles() {
            for audience in Audience::ALL {
                let copy = printed(&meeting, format, style, audience);
                let name = format!("{format} {} {}", style.name, audience.word());
                assert_eq!(found(&meeting, &copy), Vec::<String>::new(), "{name}");
            }
        }
    }
}

#[test]
fn tables_hostile_names_and_escapes_reach_no_screen() {
    let meeting = meeting();
    let by = BY.replace("Mrs E Carrow", "Eve &#27;]0;x&#7;\u{202e}");
    let copy = edited(
        &draft(&meeting),
        |text| {
            let new = format!("<w:ins w:id=\"2\" {by}>{}</w:ins>", run("for ever&#27;[2J\u{9b}1m"));
            let cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A table about berths and nothing else.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
            let text = text.replace("for the winter.", &between(&new));
            let last = paragraph_with(&text, "from the reserve").to_owned();
            text.replace(&last, &format!("{last}{cell}"))
        },
        &[],
    );
    let changes = changes(&meeting, &copy).unwrap();
    for change in &changes {
        let told = format!("{}{}", told(change), change.by.name);
        assert!(!minutebook::text::has_control(&told), "{told:?}");
    }
    let last = told(changes.last().unwrap());
    assert!(last.ends_with("added: A table about berths and nothing else."), "{last}");
}

#[test]
fn narrow_letters_that_come_twice_are_read_from_pages() {
    let mut meeting = meeting();
    meeting.items[0].minutes[0].text =
        "Cllr Quill attended, called off the little ferry, and went still.".into();
    let copy = printed(&meeting, "pdf", Houses::built_in().style("").unwrap(), Audience::Full);
    assert_eq!(found(&meeting, &copy), Vec::<String>::new());
}
