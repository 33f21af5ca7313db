//! Verbs of what was said about the draft: the clerk takes a suggestion into the minutes or leaves it, and both
//! stay on the record.

use super::review::{block_of, review};
use super::{Command, Possible, Scope, always};
use crate::desk::form::{Entry as Ask, Form, Purpose};
use crate::desk::sheet::Sheet;
use crate::desk::triggers;
use crate::desk::writing::Caret;
use crate::desk::{Desk, Overlay};
use crate::domain::agenda::Item;
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::{BlockId, ItemId, RemarkId};
use crate::domain::minutes::{Block, Kind};
use crate::domain::review::{Answer, Remark, Says, Subject};
use crate::domain::style::Style;
use crate::export::text::RESTRICTED;
use crate::session::Entry;
use crate::text;

pub(super) static COMMANDS: [Command; 11] = [
    review!(
        "remarks",
        "Lists what the chair said about the draft, to be taken or left.",
        Scope::Writing,
        &["Alt-Z"],
        "",
        something_said,
        |desk| desk.overlays.push(Overlay::Remarks(0))
    ),
    review!("remarks-up", "Marks the remark above.", Scope::Remarks, &["Up", "k"], "", always, |desk| mark(
        desk, -1
    )),
    review!(
        "remarks-down",
        "Marks the remark below.",
        Scope::Remarks,
        &["Down", "j", "Tab"],
        "",
        always,
        |desk| {
            mark(desk, 1);
        }
    ),
    review!(
        "remark-take",
        "Takes the suggestion into the minutes, or ticks the query off.",
        Scope::Remarks,
        &["t", "T"],
        "Take",
        an_open_remark,
        take
    ),
    review!(
        "remark-leave",
        "Leaves the remark, with a reason if you give one.",
        Scope::Remarks,
        &["l", "L"],
        "Leave",
        an_open_remark,
        leave
    ),
    review!(
        "remark-go",
        "Goes to what the remark is about.",
        Scope::Remarks,
        &["Enter"],
        "Go there",
        a_remark,
        go_there
    ),
    review!(
        "remark-read",
        "Shows the remark whole, and what it is about.",
        Scope::Remarks,
        &["Space", "r"],
        "",
        a_remark,
        read_whole
    ),
    review!(
        "remark-reopen",
        "Opens an answered remark again; the words stay as they are now.",
        Scope::Remarks,
        &["o", "O"],
        "Reopen",
        an_answered_remark,
        |desk| answer(desk, "Opened a remark again", Answer::Open)
    ),
    review!("remark-remove", "Removes the remark.", Scope::Remarks, &["Delete"], "", a_remark, remove),
    review!(
        "remarks-undo",
        "Takes the last change back.",
        Scope::Remarks,
        &["Ctrl-Z", "u"],
        "Undo",
        always,
        |desk| {
            desk.time_travel(&Entry::Undid);
        }
    ),
    review!(
        "remarks-close",
        "Closes the remarks.",
        Scope::Remarks,
        &["Esc", "q"],
        "Close",
        always,
        Desk::close_overlay
    ),
];

fn something_said(desk: &Desk) -> Possible {
    if rows(desk).is_empty() {
        Err("Nobody has said anything about the draft; chair-review takes the chair through it.".into())
    } else {
        Ok(())
    }
}

/// The remarks that are listed: those that wait first, then the answered ones. What was merely accepted is
/// not listed.
#[must_use]
pub fn rows(desk: &Desk) -> Vec<&Remark> {
    let said = || desk.meeting().remarks.iter().filter(|remark| remark.says != Says::Accepted);
    said().filter(|remark| remark.is_open()).chain(said().filter(|remark| !remark.is_open())).collect()
}

fn marked(desk: &Desk) -> Option<&Remark> {
    match desk.overlay() {
        Some(Overlay::Remarks(row)) => rows(desk).get(*row).copied(),
        _ => None,
    }
}

fn a_remark(desk: &Desk) -> Possible {
    if marked(desk).is_some() { Ok(()) } else { Err("There is no remark to choose.".into()) }
}

fn an_open_remark(desk: &Desk) -> Possible {
    match marked(desk) {
        Some(remark) if remark.is_open() => Ok(()),
        Some(_) => Err("The remark is answered already; o opens it again.".into()),
        None => Err("There is no remark to choose.".into()),
    }
}

fn an_answered_remark(desk: &Desk) -> Possible {
    match marked(desk) {
        Some(remark) if !remark.is_open() => Ok(()),
        _ => Err("Only an answered remark can be opened again.".into()),
    }
}

fn mark(desk: &mut Desk, by: isize) {
    let count = rows(desk).len().max(1) as isize;
    if let Some(Overlay::Remarks(row)) = desk.overlays.last_mut() {
        *row = (*row as isize + by).rem_euclid(count) as usize;
    }
}

/// Takes the marked remark: the words become what was suggested, and the remark is answered, in one step.
fn take(desk: &mut Desk) {
    let Some(remark) = marked(desk).cloned() else { return };
    let taken = Answer::Taken { at: desk.clock };
    match taking(desk, &remark) {
        Ok(mut edits) => {
            edits.push(answered(&remark, taken));
            desk.change("Took a suggestion", edits);
            keep_row(desk);
        }
        Err(why) => desk.warn(why),
    }
}

/// The edits that do what a remark asks for, or why they cannot be made.
fn taking(desk: &mut Desk, remark: &Remark) -> Result<Vec<Edit>, &'static str> {
    let block = block_of(desk, remark.on).cloned();
    let unchanged = || match (&block, remark.on) {
        (Some(block), Subject::Block(item, _)) if block.text == remark.was => Ok((item, block.clone())),
        (Some(_), _) => {
            Err("The words have changed since; put them right by hand and leave the remark with l.")
        }
        (None, _) => Err("The paragraph is not there any more; leave the remark with l."),
    };
    match &remark.says {
        Says::Accepted | Says::Query(_) => Ok(Vec::new()),
        Says::Reword(words) if block.as_ref().is_some_and(|block| block.text == *words) => Ok(Vec::new()),
        Says::Reword(words) => {
            let (item, block) = unchanged()?;
            Ok(vec![Edit::Splice { item, block: block.id, at: 0, out: block.text, put: words.clone() }])
        }
        Says::Strike => {
            let (item, block) = unchanged()?;
            let minutes = desk.meeting().item(item).map(|item| item.minutes.as_slice()).unwrap_or_default();
            let at = minutes.iter().position(|other| other.id == block.id).unwrap_or(0);
            let after = at.checked_sub(1).and_then(|at| minutes.get(at)).map(|before| before.id.into());
            Ok(vec![Edit::remove(after, Thing::Block(item, block))])
        }
        Says::Add(words) => {
            let id = BlockId(desk.session.draw_id());
            let (item, after, level) = match (remark.on, &block) {
                (Subject::Block(item, _), Some(block)) => (item, Some(block.id.into()), block.level),
                (Subject::Item(item), _) => (item, None, 0),
                _ => return Err("What it should follow is not there any more; leave the remark with l."),
            };
            let added = Block { level, begun: desk.clock, ..Block::paragraph(id, words.clone()) };
            let after = after_earlier(desk, remark, item).or(after);
            let added = read_as_typed(added, block.as_ref(), desk.style());
            Ok(vec![Edit::insert(after, Thing::Block(item, added))])
        }
    }
}

/// The last of the paragraphs that earlier remarks added at the same place: what came first stands first.
fn after_earlier(desk: &Desk, remark: &Remark, item: ItemId) -> Option<u32> {
    let meeting = desk.meeting();
    let earlier = meeting.remarks_on(remark.on).take_while(|other| other.id != remark.id);
    let taken: Vec<&str> = earlier
        .filter(|other| matches!((&other.says, &other.answer), (Says::Add(_), Answer::Taken { .. })))
        .map(|other| other.says.words())
        .collect();
    let minutes = meeting.item(item).map(|item| item.minutes.as_slice()).unwrap_or_default();
    let start = match remark.on {
        Subject::Block(_, block) => minutes.iter().position(|other| other.id == block)? + 1,
        _ => 0,
    };
    let added = minutes.iter().skip(start);
    let added = added.take_while(|block| {
        !block.text.is_empty() && taken.iter().any(|words| words.ends_with(block.text.as_str()))
    });
    added.last().map(|block| block.id.into())
}

/// A paragraph with what its first words say: that it is a resolution, an action, restricted. What follows a restricted
/// paragraph is restricted, until the clerk says otherwise.
fn read_as_typed(mut added: Block, above: Option<&Block>, style: &Style) -> Block {
    added.restricted = above.is_some_and(|above| above.restricted);
    if let Some(words) = added.text.strip_prefix(RESTRICTED) {
        (added.text, added.restricted) = (words.to_owned(), true);
    }
    let is_said = |kind: &Kind| matches!(kind, Kind::Resolution | Kind::Recommendation | Kind::Action);
    let found = triggers::read(&added.text, &added, above, style).filter(|found| is_said(&found.kind));
    let Some(found) = found else { return added };
    let text = added.text.get(found.strip..).unwrap_or_default().to_owned();
    Block { kind: found.kind, level: found.level, text, ..added }
}

fn answered(remark: &Remark, answer: Answer) -> Edit {
    let new = Remark { answer, ..remark.clone() };
    Edit::replace(Thing::Remark(remark.clone()), Thing::Remark(new))
}

fn answer(desk: &mut Desk, label: &str, answer: Answer) {
    let Some(remark) = marked(desk).cloned() else { return };
    desk.change(label, vec![answered(&remark, answer)]);
    keep_row(desk);
}

fn leave(desk: &mut Desk) {
    let Some(id) = marked(desk).map(|remark| remark.id) else { return };
    let form = Form::new(Purpose::Leave(id), "Leave the remark", vec![Ask::words("Why", "")]);
    desk.ask(form);
}

/// What becomes of a remark that is left, with its reason.
pub(super) fn settle_leave(desk: &mut Desk, form: &Form, id: RemarkId) -> Result<(), String> {
    let remark = desk.meeting().remarks.iter().find(|remark| remark.id == id).cloned();
    let remark = remark.ok_or("the remark is not there any more")?;
    let left = Answer::Left { at: desk.clock, why: form.words("Why") };
    desk.change("Left a suggestion", vec![answered(&remark, left)]);
    keep_row(desk);
    Ok(())
}

fn remove(desk: &mut Desk) {
    let Some(remark) = marked(desk).cloned() else { return };
    let list = &desk.meeting().remarks;
    let at = list.iter().position(|other| other.id == remark.id).unwrap_or(0);
    let after = at.checked_sub(1).and_then(|at| list.get(at)).map(|before| before.id.into());
    desk.change("Removed a remark", vec![Edit::remove(after, Thing::Remark(remark))]);
    keep_row(desk);
}

/// Keeps the mark among the remarks that wait as long as there are any, and closes the list when nothing is left of it.
fn keep_row(desk: &mut Desk) {
    let last = rows(desk).len().checked_sub(1);
    let last_open = rows(desk).iter().filter(|remark| remark.is_open()).count().checked_sub(1);
    for overlay in &mut desk.overlays {
        if let Overlay::Remarks(row) = overlay {
            *row = (*row).min(last_open.or(last).unwrap_or(0));
        }
    }
    if last.is_none() {
        desk.overlays.retain(|overlay| !matches!(overlay, Overlay::Remarks(_)));
    }
}

/// Lays the marked remark out to be read, however long it is.
fn read_whole(desk: &mut Desk) {
    let Some(remark) = marked(desk) else { return };
    let now = block_of(desk, remark.on).filter(|_| remark.is_open()).map(|block| block.text.as_str());
    let cells = usize::from(desk.size.width).saturating_sub(4).clamp(8, 78);
    let lines = laid_out(&in_parts(remark, now.unwrap_or(&remark.was)), cells);
    let place = remark.on.item().and_then(|item| desk.meeting().item(item)).map(Item::name);
    let title = place.unwrap_or_else(|| "What was said about the draft".to_owned());
    desk.overlays.push(Overlay::Sheet(Sheet::new(title, &lines)));
}

/// What there is to read of a remark, each with a title: the words it is about as they stand, and what it says.
fn in_parts<'a>(remark: &'a Remark, now: &'a str) -> Vec<(&'static str, &'a str)> {
    match &remark.says {
        Says::Accepted => vec![("ACCEPTED", now)],
        Says::Query(words) => vec![("QUERY", words), ("IT IS ABOUT", now)],
        Says::Reword(words) => vec![("AS IT STANDS", now), ("SUGGESTED", words)],
        Says::Strike => vec![("TO GO", now)],
        Says::Add(words) => vec![("TO ADD", words), ("AFTER", now)],
    }
}

/// Words with their titles in lines of so many cells.
fn laid_out(parts: &[(&str, &str)], cells: usize) -> String {
    let mut lines = String::new();
    for (title, words) in parts.iter().filter(|(_, words)| !words.is_empty()) {
        lines += &format!("{title}\n\n");
        for row in text::wrap(words, cells, 0) {
            lines += &format!(" {}\n", words.get(row).unwrap_or("").trim_end());
        }
        lines.push('\n');
    }
    lines
}

fn go_there(desk: &mut Desk) {
    let Some(on) = marked(desk).map(|remark| remark.on) else { return };
    match on {
        Subject::Block(item, block) if desk.meeting().block(item, block).is_some() => {
            desk.overlays.clear();
            desk.go_to(item, Caret { block: Some(block), at: 0 });
        }
        Subject::Block(item, _) | Subject::Item(item) if desk.meeting().item(item).is_some() => {
            desk.overlays.clear();
            desk.go_to_item(item);
        }
        Subject::Roll => {
            desk.overlays.clear();
            if let Some(command) = super::named("attendance") {
                super::run(desk, command);
            }
        }
        Subject::Draft => desk.say("It is about the draft as a whole, and no place in it."),
        _ => desk.warn("What it is about is not there any more."),
    }
}
