//! Verbs of the checks: the list of what deserves a second look, going there, mending it with a key, and
//! settling it with a reason.

use super::desk::desk;
use super::{Command, Group, Possible, Scope, always, lists};
use crate::desk::form::{Entry as Ask, Form, Purpose as FormPurpose};
use crate::desk::picker::{Choice, Pick, Picker, Purpose};
use crate::desk::{Desk, Overlay};
use crate::domain::check::Finding;
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::SettledId;
use crate::domain::meeting::Meeting;
use crate::domain::review::Settled;

pub(super) static COMMANDS: [Command; 5] = [
    Command {
        name: "checks",
        help: "Lists what deserves a second look.",
        group: Group::Meeting,
        scope: Scope::Everywhere,
        keys: &["F7", "Alt-7"],
        foot: "Checks",
        when: always,
        run: open_checks,
    },
    Command {
        name: "settled-findings",
        help: "Lists the findings that were settled, with the reasons; Delete opens one again.",
        group: Group::Meeting,
        scope: Scope::Everywhere,
        keys: &[],
        foot: "",
        when: something_settled,
        run: open_settled,
    },
    desk!(
        "finding-mend",
        "Mends what the marked finding is about, where that is beyond doubt; undo takes it back.",
        Scope::Picker,
        &["Ctrl-T"],
        "Mend",
        can_mend,
        mend
    ),
    desk!(
        "finding-reopen",
        "Opens the marked finding again that was settled; the checks list it as before.",
        Scope::Picker,
        &["Delete"],
        "Open again",
        a_settled_one,
        reopen
    ),
    desk!(
        "finding-settle",
        "Leaves the marked finding as it is, with a reason; it is not listed again.",
        Scope::Picker,
        &["Ctrl-R"],
        "Leave it",
        a_finding,
        ask_why
    ),
];

fn open_checks(desk: &mut Desk) {
    if matches!(desk.overlay(), Some(Overlay::Picker(open)) if open.purpose == Purpose::Checks) {
        desk.close_overlay();
    }
    desk.look_again();
    if desk.findings.open.is_empty() {
        return desk.say(match desk.findings.settled {
            0 => "The checks found nothing.".to_owned(),
            settled => {
                format!("The checks found nothing else; settled-findings lists the {settled} settled.")
            }
        });
    }
    let picker = list(desk);
    desk.overlays.push(Overlay::Picker(picker));
}

fn something_settled(desk: &Desk) -> Possible {
    if desk.meeting().settled.is_empty() {
        return Err("No finding was settled; Ctrl-R in the checks (F7) settles one.".into());
    }
    Ok(())
}

fn open_settled(desk: &mut Desk) {
    let told = |settled: &Settled| {
        let at = settled.at.map(|at| at.format(", %-d %B %H:%M").to_string()).unwrap_or_default();
        match settled.why.as_str() {
            "" => format!("settled without a reason{at}"),
            // What follows goes on with a comma.
            why => format!("settled: {}{at}", why.trim_end_matches('.')),
        }
    };
    let choices = desk.meeting().settled.iter().map(|settled| Choice {
        name: settled.said.clone(),
        detail: told(settled),
        side: String::new(),
        barred: None,
        pick: Pick::Settled(settled.id),
    });
    let picker = Picker::new(Purpose::Settled, choices.collect());
    desk.overlays.push(Overlay::Picker(picker));
}

/// The edit after which a finding that was settled is a finding again.
fn opening(meeting: &Meeting, id: SettledId) -> Option<Edit> {
    let all = &meeting.settled;
    let at = all.iter().position(|settled| settled.id == id)?;
    let after = at.checked_sub(1).and_then(|at| all.get(at)).map(|before| before.id.into());
    Some(Edit::remove(after, Thing::Settled(all.get(at)?.clone())))
}

fn marked_settled(desk: &Desk) -> Option<SettledId> {
    let Some(Overlay::Picker(picker)) = desk.overlay() else { return None };
    match &picker.choice()?.pick {
        Pick::Settled(id) => Some(*id),
        _ => None,
    }
}

fn a_settled_one(desk: &Desk) -> Possible {
    lists::delete_is_free(desk)?;
    marked_settled(desk).map(|_| ()).ok_or_else(|| "This is no finding that was settled.".into())
}

fn reopen(desk: &mut Desk) {
    let edit = marked_settled(desk).and_then(|id| opening(desk.meeting(), id));
    let Some(edit) = edit else { return };
    lists::take_off(desk, "Opened a finding again", edit);
}

fn list(desk: &Desk) -> Picker {
    let choices = desk.findings.open.iter().map(|found| Choice {
        name: found.said.clone(),
        detail: if found.mending.is_some() { "Ctrl-T mends it".into() } else { String::new() },
        side: found.place.name(desk.meeting()),
        barred: None,
        pick: Pick::Finding(found.clone()),
    });
    Picker::new(Purpose::Checks, choices.collect())
}

fn marked(desk: &Desk) -> Option<&Finding> {
    let Some(Overlay::Picker(picker)) = desk.overlay() else { return None };
    match &picker.choice()?.pick {
        Pick::Finding(found) => Some(found),
        _ => None,
    }
}

fn a_finding(desk: &Desk) -> Possible {
    if marked(desk).is_some() { Ok(()) } else { Err("There is no finding to choose.".into()) }
}

fn can_mend(desk: &Desk) -> Possible {
    match marked(desk) {
        Some(Finding { mending: Some(_), .. }) => Ok(()),
        Some(_) => Err("This cannot be mended with a key; Enter goes there.".into()),
        None => Err("There is no finding to choose.".into()),
    }
}

fn mend(desk: &mut Desk) {
    let Some(mending) = marked(desk).and_then(|found| found.mending.clone()) else { return };
    if desk.change(&mending.label, mending.edits) {
        relist(desk);
    }
}

/// Makes the open list anew, with the mark where it was.
fn relist(desk: &mut Desk) {
    desk.look_again();
    let mut fresh = list(desk);
    let at = desk
        .overlays
        .iter()
        .rposition(|overlay| matches!(overlay, Overlay::Picker(open) if open.purpose == Purpose::Checks));
    let Some(at) = at else { return };
    if fresh.choices.is_empty() {
        desk.overlays.remove(at);
        return desk.say("Nothing else deserves a second look.");
    }
    if let Some(Overlay::Picker(open)) = desk.overlays.get_mut(at) {
        fresh.query = std::mem::take(&mut open.query);
        fresh.narrow();
        fresh.marked = open.marked.min(fresh.shown.len().saturating_sub(1));
        *open = fresh;
    }
}

fn ask_why(desk: &mut Desk) {
    let said = marked(desk).map(|found| found.said.clone()).unwrap_or_default();
    let title = format!("Leave it: {said}");
    let form = Form::new(FormPurpose::Settle, title, vec![Ask::words("Why", "")]);
    desk.ask(form);
}

/// What becomes of a finding that is settled.
pub(super) fn settle_finding(desk: &mut Desk, form: &Form) -> Result<(), String> {
    let found = desk.overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::Picker(picker) => picker.choice().map(|choice| choice.pick.clone()),
        _ => None,
    });
    let Some(Pick::Finding(found)) = found else { return Err("there is no finding to settle".into()) };
    let id = SettledId(desk.session.draw_id());
    let after = desk.meeting().settled.last().map(|last| last.id.into());
    let (rule, at) = (found.rule.to_owned(), desk.clock);
    let settled = Settled { id, rule, said: found.said, why: form.words("Why"), at };
    desk.change("Settled a finding", vec![Edit::insert(after, Thing::Settled(settled))]);
    relist(desk);
    Ok(())
}
