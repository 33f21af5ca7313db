//! Verbs of the chair's pass through the draft, and of reading a resolution back. A remark never changes the
//! words; what the clerk makes of it is in [`super::remarks`].

use super::{Command, Possible, Scope, always, in_a_paragraph};
use crate::desk::form::{Entry as Ask, Form, Purpose};
use crate::desk::lectern;
use crate::desk::pass::Pass;
use crate::desk::{Desk, Overlay};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::RemarkId;
use crate::domain::meeting::Status;
use crate::domain::minutes::Block;
use crate::domain::review::{Answer, Remark, Says, Subject};
use crate::session::Entry;

/// A command of review.
macro_rules! review {
    ($name:literal, $help:literal, $scope:expr, $keys:expr, $foot:literal, $when:expr, $run:expr) => {
        $crate::command::Command {
            name: $name,
            help: $help,
            group: $crate::command::Group::Review,
            scope: $scope,
            keys: $keys,
            foot: $foot,
            when: $when,
            run: $run,
        }
    };
}
pub(super) use review;

pub(super) static COMMANDS: [Command; 12] = [
    review!(
        "chair-review",
        "Takes the chair through the draft: resolutions, actions, names, text.",
        Scope::Writing,
        &["F10", "Alt-0"],
        "",
        something_to_read,
        begin_pass
    ),
    review!(
        "read-back",
        "Shows the paragraph large, to be read aloud or seen from across the room.",
        Scope::Writing,
        &["Alt-1"],
        "",
        in_a_paragraph,
        read_back
    ),
    review!(
        "chair-accept",
        "Accepts what is shown as it stands, and goes on.",
        Scope::Chair,
        &["Enter", "a", "A"],
        "Accept",
        always,
        accept
    ),
    review!(
        "chair-query",
        "Asks the clerk about what is shown.",
        Scope::Chair,
        &["q", "Q", "?"],
        "Query",
        always,
        |desk| ask(desk, "Query", |_| String::new())
    ),
    review!(
        "chair-suggest",
        "Suggests another wording; the clerk's own words stay until the clerk takes it.",
        Scope::Chair,
        &["s", "S"],
        "Suggest",
        on_a_block,
        |desk| ask(desk, "Wording", |block| block.map(|block| block.text.clone()).unwrap_or_default())
    ),
    review!(
        "chair-on",
        "Shows more of what is too long for the screen, and otherwise goes on without a word.",
        Scope::Chair,
        &["Space", "PageDown", "Down"],
        "",
        always,
        |desk| {
            if !lectern::scroll(desk, true) {
                step(desk, 1);
            }
        }
    ),
    review!(
        "chair-up",
        "Shows what stands above, and otherwise goes back to what was shown before.",
        Scope::Chair,
        &["PageUp", "Up"],
        "",
        always,
        |desk| {
            if !lectern::scroll(desk, false) {
                step(desk, -1);
            }
        }
    ),
    review!("chair-next", "Goes on without a word.", Scope::Chair, &["Right", "n"], "Next", always, |desk| {
        step(desk, 1);
    }),
    review!(
        "chair-back",
        "Goes back to what was shown before.",
        Scope::Chair,
        &["Left", "b"],
        "Back",
        always,
        |desk| step(desk, -1)
    ),
    review!(
        "chair-large",
        "Shows the words large, or small again.",
        Scope::Chair,
        &["l", "L"],
        "Large",
        always,
        |desk| {
            if let Some(Overlay::Chair(pass)) = desk.overlays.last_mut() {
                pass.large = !pass.large;
            }
        }
    ),
    review!(
        "chair-undo",
        "Takes the last remark back.",
        Scope::Chair,
        &["Ctrl-Z", "u"],
        "Undo",
        always,
        |desk| {
            desk.time_travel(&Entry::Undid);
        }
    ),
    review!(
        "chair-end",
        "Ends the review; it goes on later where it was left.",
        Scope::Chair,
        &["Esc"],
        "End",
        always,
        end_pass
    ),
];

fn something_to_read(desk: &Desk) -> Possible {
    match desk.meeting().course.status {
        Status::Sealed => Err("The record is sealed; there is nothing to review any more.".into()),
        _ if desk.meeting().items.iter().all(|item| item.minutes.is_empty()) => {
            Err("Nothing is minuted yet.".into())
        }
        _ => Ok(()),
    }
}

fn on_a_block(desk: &Desk) -> Possible {
    match subject(desk) {
        Some(Subject::Block(..)) => Ok(()),
        _ => Err("Names are corrected on the roll; put it as a query.".into()),
    }
}

fn begin_pass(desk: &mut Desk) {
    let pass = Pass::of(desk.meeting());
    desk.overlays.push(Overlay::Chair(pass));
}

fn read_back(desk: &mut Desk) {
    let Some((item, block)) = desk.item().zip(desk.writing.caret.block) else { return };
    let pass = Pass::read_back(Subject::Block(item.id, block));
    desk.overlays.push(Overlay::Chair(pass));
}

fn end_pass(desk: &mut Desk) {
    let whole = matches!(desk.overlay(), Some(Overlay::Chair(pass)) if pass.stops.len() > 1);
    desk.close_overlay();
    let open = desk.meeting().open_remarks().count();
    match open {
        1 if whole => desk.say("1 remark waits for you; Alt-Z lists it."),
        2.. if whole => desk.say(format!("{open} remarks wait for you; Alt-Z lists them.")),
        _ => {}
    }
}

fn step(desk: &mut Desk, by: isize) {
    let Some(Overlay::Chair(pass)) = desk.overlays.last_mut() else { return };
    let ends = if by > 0 { "This is the end of the draft." } else { "This is the beginning." };
    if !pass.step(by) {
        desk.say(ends);
    }
}

/// What lies before the chair.
fn subject(desk: &Desk) -> Option<Subject> {
    match desk.overlay() {
        Some(Overlay::Chair(pass)) => pass.stop().map(|stop| stop.on),
        _ => None,
    }
}

pub(super) fn block_of(desk: &Desk, on: Subject) -> Option<&Block> {
    match on {
        Subject::Block(item, block) => desk.meeting().block(item, block),
        Subject::Item(_) | Subject::Roll | Subject::Draft => None,
    }
}

/// Who speaks in the review: the person in the chair, as the roll has them.
fn chair(desk: &Desk) -> String {
    let chairs = desk.meeting().chairs();
    chairs.first().map_or_else(|| "the Chair".to_owned(), |chair| chair.name.clone())
}

fn accept(desk: &mut Desk) {
    let Some(on) = subject(desk) else { return };
    if !remark(desk, on, Says::Accepted) {
        return;
    }
    let Some(Overlay::Chair(pass)) = desk.overlays.last_mut() else { return };
    if !pass.step(1) {
        match pass.stops.len() {
            1 => {
                desk.close_overlay();
                desk.say("Agreed as read.");
            }
            _ => desk.say("That was the end of the draft; Esc goes back to the minutes."),
        }
    }
}

fn ask(desk: &mut Desk, label: &'static str, words: fn(Option<&Block>) -> String) {
    let Some(on) = subject(desk) else { return };
    let words = words(block_of(desk, on));
    let (purpose, title) = match label {
        "Query" => (Purpose::Query(on), "A query for the clerk"),
        _ => (Purpose::Suggest(on), "A wording to suggest"),
    };
    desk.ask(Form::new(purpose, title, vec![Ask::words(label, words)]));
}

/// What becomes of a query that was written down.
pub(super) fn settle_query(desk: &mut Desk, form: &Form, on: Subject) -> Result<(), String> {
    let words = form.words("Query");
    if words.is_empty() {
        return Err("say what is to be asked, or press Esc".into());
    }
    if remark(desk, on, Says::Query(words)) {
        go_on(desk);
    }
    Ok(())
}

/// What becomes of a wording that was suggested.
pub(super) fn settle_suggestion(desk: &mut Desk, form: &Form, on: Subject) -> Result<(), String> {
    let words = form.words("Wording");
    let Some(block) = block_of(desk, on) else { return Err("the paragraph is not there any more".into()) };
    if words == block.text {
        return Err("these are the words that stand there; change them, or press Esc".into());
    }
    let says = if words.is_empty() { Says::Strike } else { Says::Reword(words) };
    if remark(desk, on, says) {
        go_on(desk);
    }
    Ok(())
}

/// After a remark the chair reads on.
fn go_on(desk: &mut Desk) {
    for overlay in desk.overlays.iter_mut().rev() {
        if let Overlay::Chair(pass) = overlay {
            pass.step(1);
        }
    }
}

/// Records a remark of the chair. Returns whether it could be recorded.
fn remark(desk: &mut Desk, on: Subject, says: Says) -> bool {
    let was = block_of(desk, on).map(|block| block.text.clone()).unwrap_or_default();
    let id = RemarkId(desk.session.draw_id());
    let (by, at) = (chair(desk), desk.clock);
    let label = format!("The chair: {}", says.word());
    let remark = Remark { id, on, by, at, says, was, answer: Answer::Open };
    desk.change(&label, vec![added(desk, remark)])
}

/// The edit that adds a remark at the end of the list.
pub(super) fn added(desk: &Desk, remark: Remark) -> Edit {
    let after = desk.meeting().remarks.last().map(|last| last.id.into());
    Edit::insert(after, Thing::Remark(remark))
}
