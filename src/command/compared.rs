//! What can be done with two states of the record laid side by side: restoring, leaving aside, reading; and the list
//! of older copies. Knows neither how a difference is found nor where copies are.

use super::desk::desk;
use super::{Command, Possible, Scope, always};
use crate::desk::compared::{Compared, Purpose};
use crate::desk::picker::{Choice, Pick, Picker, Purpose as List};
use crate::desk::{Desk, Effect, Overlay, sentence};
use crate::domain::difference::{Difference, edits_between};
use crate::domain::meeting::Meeting;
use crate::store::OlderCopy;
use chrono::{DateTime, FixedOffset, NaiveDateTime};

pub(super) static COMMANDS: [Command; 10] = [
    desk!(
        "older-copies",
        "Lists older copies of the record, to look at and to take back.",
        Scope::Everywhere,
        &[],
        "",
        always,
        |desk| desk.order(Effect::ListCopies)
    ),
    desk!(
        "restore",
        "Restores what is shown: what a crash left in the journal, or an older copy.",
        Scope::Difference,
        &["Enter"],
        "Restore",
        always,
        restore
    ),
    desk!(
        "leave-aside",
        "Goes on with the record as it was last saved; what came after it is kept in a file.",
        Scope::Difference,
        &["Alt-L"],
        "Leave aside",
        can_leave_aside,
        |desk| desk.order(Effect::LeaveAside)
    ),
    desk!(
        "compared-close",
        "Closes the older copy and leaves everything as it is.",
        Scope::Difference,
        &["Esc", "q"],
        "Close",
        can_close,
        Desk::close_overlay
    ),
    desk!("compared-up", "Scrolls up.", Scope::Difference, &["Up", "k"], "", always, |desk| scroll(desk, -1)),
    desk!("compared-down", "Scrolls down.", Scope::Difference, &["Down", "j"], "Scroll", always, |desk| {
        scroll(desk, 1);
    }),
    desk!(
        "compared-page-up",
        "Scrolls a screenful up.",
        Scope::Difference,
        &["PageUp", "b"],
        "",
        always,
        |desk| scroll(desk, -screenful(desk))
    ),
    desk!(
        "compared-page-down",
        "Scrolls a screenful down.",
        Scope::Difference,
        &["PageDown", "Space"],
        "",
        always,
        |desk| scroll(desk, screenful(desk))
    ),
    desk!(
        "compared-start",
        "Goes to the beginning.",
        Scope::Difference,
        &["Home", "g"],
        "",
        always,
        |desk| scroll(desk, isize::MIN)
    ),
    desk!("compared-end", "Goes to the end.", Scope::Difference, &["End"], "", always, |desk| scroll(
        desk,
        isize::MAX
    )),
];

fn compared(desk: &Desk) -> Option<&Compared> {
    match desk.overlay() {
        Some(Overlay::Compared(compared)) => Some(compared),
        _ => None,
    }
}

fn can_leave_aside(desk: &Desk) -> Possible {
    match compared(desk).map(|compared| &compared.purpose) {
        Some(Purpose::Restore(true)) => Ok(()),
        _ => Err("There is nothing to leave aside here.".into()),
    }
}

fn can_close(desk: &Desk) -> Possible {
    match compared(desk).map(|compared| &compared.purpose) {
        Some(Purpose::Restore(_)) => {
            Err("Press Enter to go on; nothing is changed on the disk before that.".into())
        }
        _ => Ok(()),
    }
}

fn restore(desk: &mut Desk) {
    match compared(desk).map(|compared| compared.purpose.clone()) {
        Some(Purpose::Restore(_)) => desk.order(Effect::Restore),
        Some(Purpose::TakeBack(copy, called)) => take_back(desk, &copy, &called),
        None => {}
    }
}

/// Makes the record what an older copy of it is, as one change.
fn take_back(desk: &mut Desk, copy: &Meeting, called: &str) {
    desk.close_overlay();
    let edits = edits_between(desk.meeting(), copy);
    if desk.change(&format!("Took back the copy of {called}"), edits) {
        desk.settle_place();
        desk.say(format!("The record is as it was at {called}. Undo brings the later state again."));
    }
}

fn screenful(desk: &Desk) -> isize {
    isize::try_from(desk.size.height.saturating_sub(4).max(1)).unwrap_or(1)
}

fn scroll(desk: &mut Desk, by: isize) {
    let width = desk.difference_width();
    if let Some(Overlay::Compared(compared)) = desk.overlays.last_mut() {
        compared.scroll(by, width);
    }
}

/// Lists the older copies that were found.
pub fn list(desk: &mut Desk, copies: &[OlderCopy]) {
    if copies.is_empty() {
        return desk
            .say("There are no older copies yet; one is kept every few minutes while something changes.");
    }
    let now = desk.clock;
    let choices = copies.iter().map(|copy| Choice {
        name: called(copy.at),
        detail: now.map(|now| ago(now, copy.at)).unwrap_or_default(),
        side: size(copy.size),
        barred: None,
        pick: Pick::Copy(copy.clone()),
    });
    let picker = Picker::new(List::Copies, choices.collect());
    desk.overlays.push(Overlay::Picker(picker));
}

/// Lays an older copy that was read beside the record.
pub fn compare(desk: &mut Desk, copy: &OlderCopy, meeting: Box<Meeting>) {
    let called = called(copy.at);
    let difference = Difference::between(desk.meeting(), &meeting);
    if difference.is_empty() {
        return desk.say(sentence(&format!("the record reads as the copy of {called} does")));
    }
    let told = vec![format!("What would change if the record became again what it was at {called}:")];
    let title = format!("The copy of {called} against now");
    let compared = Compared::new(title, told, difference, Purpose::TakeBack(meeting, called));
    desk.overlays.push(Overlay::Compared(compared));
}

/// How a copy is called: by its time, to the second where two could be in one minute.
fn called(at: DateTime<FixedOffset>) -> String {
    at.format("%H:%M:%S on %-d %B %Y").to_string()
}

/// How long ago it was, roughly.
fn ago(now: NaiveDateTime, at: DateTime<FixedOffset>) -> String {
    match (now - at.naive_local()).num_minutes() {
        ..1 => "just now".to_owned(),
        1 => "a minute ago".to_owned(),
        minutes @ 2..120 => format!("{minutes} minutes ago"),
        minutes @ 120..2880 => format!("{} hours ago", minutes / 60),
        minutes => format!("{} days ago", minutes / 1440),
    }
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}
