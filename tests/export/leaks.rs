//! The public reads no restricted word: not in any format of any paper, not from the clipboard, and not in the
//! name of a file. What is searched is the file itself, unpacked, and not only what the program meant to write.

use super::formats;
use super::secrecy::{Plan, is_secret, meeting, plans};
use crate::draws::draws;
use crate::stage::Stage;
use minutebook::desk::Effect;
use minutebook::domain::agenda::{Admission, LeftOver};
use minutebook::domain::id::*;
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::{Block, Kind};
use minutebook::domain::motions::{Amendment, Election, Exempt, Motion, Nominee, Subject as About};
use minutebook::domain::paper::{Meaning, PaperLine, Sure};
use minutebook::domain::people::*;
use minutebook::domain::recommendation::Recommendation;
use minutebook::domain::review::{Answer, Correction, Remark, Says, Settled, Subject};
use minutebook::domain::style::Style;
use minutebook::export::{Audience, FORMATS, Format, Order, Paper};
use minutebook::houses::Houses;
use proptest::prelude::*;
use std::io::{Cursor, Read};

/// A meeting in which every place of the record that can hold words holds some that are not for everybody.
fn laden(plans: &[Plan]) -> Meeting {
    let mut meeting = meeting(plans);
    meeting.left_over.push(LeftOver { id: LeftOverId(1), line: 1, text: "secretleftover".into() });
    meeting.paper.push(PaperLine {
        id: LineId(1),
        line: 1,
        text: "secretline".into(),
        meaning: Meaning::Body,
        sure: Sure::Guessed,
        of: vec![],
    });
    meeting.parked[0].text = "secretthought".into();
    for (id, restricted) in [(1, true), (2, false)] {
        let text = if restricted { "secretcorrection" } else { "opencorrection" };
        let minute = if restricted { "secretminute" } else { "openminute" };
        let (text, minute) = (text.into(), minute.into());
        meeting.corrections.push(Correction { id: CorrectionId(id), text, made: None, minute, restricted });
    }
    meeting.settled.push(Settled {
        id: SettledId(1),
        rule: "secretrule".into(),
        said: "secretfinding".into(),
        why: "secretreason".into(),
        at: None,
    });
    let items: Vec<ItemId> = meeting.items.iter().map(|item| item.id).collect();
    for item in items {
        remark_on(&mut meeting, item);
        behave_at(&mut meeting, item);
    }
    for item in &mut meeting.items {
        let word = if is_secret(item) { "secret" } else { "open" };
        let heading = &mut item.heading;
        heading.pages = format!("{word}pages");
        heading.text = vec![format!("{word}text")];
        heading.recommendations =
            vec![Recommendation { text: format!("{word}asked"), parts: vec![format!("{word}part")] }];
        heading.admitted = Some(Admission { urgent: true, why: format!("{word}urgency") });
        (1..).zip(&mut item.minutes).for_each(|(n, block)| fill(block, n));
    }
    meeting
}

fn remark_on(meeting: &mut Meeting, item: ItemId) {
    for (n, on) in [(1, Subject::Item(item)), (2, Subject::Roll)] {
        meeting.remarks.push(Remark {
            id: RemarkId(item.0 * 10 + n),
            on,
            by: "secretchair".into(),
            at: None,
            says: Says::Reword("secretrewording".into()),
            was: "secretwas".into(),
            answer: Answer::Left { at: None, why: "secretanswer".into() },
        });
    }
}

/// Somebody leaves after every restricted passage for a reason of that passage; while a restricted item is taken,
/// interests in every other are declared; and in the others somebody has a sensitive interest.
fn behave_at(meeting: &mut Meeting, id: ItemId) {
    let item = meeting.item(id).unwrap();
    let is_secret = is_secret(item);
    let passages: Vec<BlockId> =
        item.minutes.iter().filter(|block| block.text.starts_with("secret")).map(|block| block.id).collect();
    for passage in passages {
        meeting.attendance.push(Movement {
            item: Some(id),
            after: Some(passage),
            why: "secretcause".into(),
            ..Movement::new(MovementId(passage.0 * 100), PersonId(2), Move::Left)
        });
    }
    let declaration = |n: u32, person, items| Declaration {
        id: DeclarationId(id.0 * 100 + n),
        person: PersonId(person),
        items,
        during: Some(id),
        kind: "secretkind".into(),
        nature: "secretnature".into(),
        sensitive: false,
        conduct: Conduct::Silent,
    };
    if is_secret {
        let others = meeting.items.iter().map(|item| item.id).filter(|other| *other != id).collect();
        meeting.declarations.push(declaration(1, 1, others));
        meeting.declarations.push(declaration(2, 3, vec![id]));
    } else {
        let sensitive = Declaration { sensitive: true, ..declaration(3, 1, vec![id]) };
        meeting.declarations.push(Declaration { kind: "sensitive interest".into(), ..sensitive });
    }
}

/// A restricted motion with all that a motion can say.
fn fill(block: &mut Block, n: u32) {
    if !block.text.starts_with("secret") {
        return;
    }
    let Kind::Motion(motion) = &mut block.kind else { return };
    let witness = PersonId(3);
    let nominee =
        Nominee { person: witness, proposer: Some(witness), seconder: Some(witness), votes: Some(7) };
    let subject = match n % 3 {
        0 => About::Election(Election {
            office: "secretoffice".into(),
            nominees: vec![nominee],
            elected: Some(witness),
            by_lot: true,
        }),
        1 => About::Amendment(Amendment {
            motion: BlockId(block.id.0.saturating_sub(1)),
            amended: "secretamended".into(),
            replaced: "secretreplaced".into(),
        }),
        _ => About::Exclusion(vec![Exempt { item: ItemId(10), paragraphs: vec![3] }]),
    };
    let told = if n.is_multiple_of(2) { "secrettold".to_owned() } else { String::new() };
    **motion = Motion { mover: Some(witness), seconder: Some(witness), subject, told, ..(**motion).clone() };
}

/// All that can be read out of a file, without what is between words, in small letters.
pub fn read(format: &Format, bytes: &[u8]) -> String {
    let read = match format.name {
        "docx" => unpacked(bytes),
        "pdf" => unfolded(bytes),
        _ => String::from_utf8(bytes.to_vec()).unwrap(),
    };
    read.to_lowercase().split_whitespace().collect()
}

/// Every part of a package: its name, as it stands, and its words without the marks that may part them.
fn unpacked(bytes: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..package.len() {
        let mut part = package.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        let raw = String::from_utf8_lossy(&bytes).into_owned();
        let words: String =
            raw.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words)).collect();
        let words = quick_xml::escape::unescape(&words).unwrap().into_owned();
        all += &format!("{}\n{raw}\n{words}\n", part.name().unwrap());
    }
    all
}

/// Every object of a PDF: its strings, its streams without their compression, and the words on its pages.
fn unfolded(bytes: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
    let mut all = pdf.extract_text(&pages).unwrap();
    for object in pdf.objects.values() {
        strings(object, &mut all);
        if let Ok(stream) = object.as_stream() {
            let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            all += &String::from_utf8_lossy(&content);
        }
    }
    all
}

fn strings(object: &lopdf::Object, all: &mut String) {
    use lopdf::Object;
    match object {
        // What is in UTF-16 has a nought before each of our letters.
        Object::String(bytes, _) | Object::Name(bytes) => {
            let letters: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
            *all += &format!("{}\n", String::from_utf8_lossy(&letters));
        }
        Object::Array(objects) => objects.iter().for_each(|object| strings(object, all)),
        Object::Dictionary(entries) => entries.iter().for_each(|(_, object)| strings(object, all)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, object)| strings(object, all)),
        _ => {}
    }
}

fn papers(meeting: &Meeting) -> Vec<Paper> {
    let items = meeting.items.iter().map(|item| Paper::Item(item.id));
    [Paper::Minutes, Paper::Decisions, Paper::Actions].into_iter().chain(items).collect()
}

/// What can be read of every paper in a format, with what the program says about the printing.
fn printed(format: &Format, meeting: &Meeting, style: &Style, audience: Audience) -> String {
    let mut all = String::new();
    for paper in papers(meeting).into_iter().filter(|paper| format.papers || *paper == Paper::Minutes) {
        let order = Order { paper, ..formats::order(meeting, style, audience) };
        let printed = format.print(&order).unwrap();
        all += &read(format, &printed.bytes);
        all += &printed.notes.join(" ");
        all += &format!("{:?}", order.document()).to_lowercase();
    }
    all
}

/// Where a word begins that is not for everybody, with what stands about it.
fn leak(text: &str) -> Option<String> {
    let found = text.find("secret").or_else(|| text.find("private"))?;
    let before = text[..found].chars().rev().take(80).collect::<Vec<_>>().into_iter().rev();
    Some(before.chain(text[found..].chars().take(80)).collect())
}

/// A public item and two restricted ones, one by its part and one by its own mark, with a block of each kind.
fn one_of_each() -> Meeting {
    let of_each = |restricted| (0..8).map(move |kind| (kind, 0, restricted));
    let public = of_each(false).chain(of_each(true)).collect();
    laden(&[(1, None, public), (2, None, of_each(false).collect()), (1, Some(true), vec![(4, 0, false); 6])])
}

/// The same search finds the words in the full copy: it can see what it looks for.
#[test]
fn no_restricted_word_is_in_any_public_file() {
    let meeting = one_of_each();
    for style in ["", "bracketed"].map(|name| Houses::built_in().style_or_usual(name)) {
        for format in &FORMATS {
            let public = printed(format, &meeting, style, Audience::Public);
            assert_eq!(leak(&public), None, "{} in {}", format.name, style.name);
            let order = formats::order(&meeting, style, Audience::Full);
            let full = read(format, &format.print(&order).unwrap().bytes);
            assert!(full.contains("secret11x8"), "{} cannot be read: {full}", format.name);
        }
    }
}

fn copies(meeting: Meeting) -> Vec<(&'static str, String)> {
    let items: Vec<ItemId> = meeting.items.iter().map(|item| item.id).collect();
    let mut copies = Vec::new();
    let mut stage = Stage::with(meeting);
    for item in items {
        stage.desk.writing.item = Some(item);
        for command in ["copy-minutes", "copy-item", "copy-resolution"] {
            stage.effects.clear();
            stage = stage.command(command);
            // The palette stays open over a command that cannot be done.
            while stage.desk.overlay().is_some() {
                stage = stage.play("<esc>");
            }
            for effect in &stage.effects {
                match effect {
                    Effect::Copy(text) => copies.push((command, text.clone())),
                    Effect::CopyRich(rich) => copies.push((command, format!("{}{}", rich.text, rich.html))),
                    _ => {}
                }
            }
        }
    }
    copies
}

/// A command that is typed whole in the palette and cannot be done is not another that can: `copy-item` on a
/// restricted item is not `copy-item-in-full`.
#[test]
fn no_restricted_word_is_in_a_public_copy_on_the_clipboard() {
    let copies = copies(one_of_each());
    for command in ["copy-minutes", "copy-item", "copy-resolution"] {
        let times = copies.iter().filter(|(done, _)| *done == command).count();
        assert_eq!(times, if command == "copy-minutes" { 3 } else { 1 }, "{command}");
    }
    for (command, copy) in copies {
        assert_eq!(leak(&copy.to_lowercase()), None, "{command}");
    }
}

/// The name that the export form offers, and those it makes for other papers, come from the session's file.
#[test]
fn no_restricted_word_is_in_the_name_of_a_public_file() {
    let meeting = one_of_each();
    let items: Vec<ItemId> = meeting.items.iter().map(|item| item.id).collect();
    let mut stage = Stage::with(meeting).at(11, 30);
    let mut names = Vec::new();
    for item in items {
        for paper in 0..4 {
            stage.desk.writing.item = Some(item);
            stage.effects.clear();
            stage = stage.play("<f9>").play(&"<right>".repeat(paper)).play("<enter>");
            let order = stage.effects.iter().find_map(|effect| match effect {
                Effect::Export(order) => Some(order),
                _ => None,
            });
            let order = order.unwrap();
            assert_eq!(order.audience, Audience::Public, "the public copy is offered first");
            names.push(order.file.display().to_string());
        }
    }
    let offered = ["harbour.txt", "harbour-decisions.txt", "harbour-actions.txt", "harbour-item.txt"];
    assert_eq!(names, offered.repeat(3));
}

proptest! {
    #![proptest_config(draws(8))]

    #[test]
    fn no_restricted_word_is_in_any_public_file_of_any_meeting(plans in plans(), style in any::<prop::sample::Index>()) {
        let meeting = laden(&plans);
        let style = style.get(Houses::built_in().styles());
        for format in FORMATS.iter().filter(|format| format.name != "pdf") {
            prop_assert_eq!(leak(&printed(format, &meeting, style, Audience::Public)), None, "{}", format.name);
        }
    }
}
