//! Verbs of declarations of interest: opening them, recording one, changing and removing it.

use super::{Command, Group, Possible, Scope, always, forms};
use crate::desk::{Desk, Overlay};
use crate::domain::edit::{Edit, Thing};
use crate::domain::people::Declaration;

macro_rules! declarations {
    ($name:literal, $help:literal, $scope:expr, $keys:expr, $foot:literal, $when:expr, $run:expr) => {
        Command {
            name: $name,
            help: $help,
            group: Group::People,
            scope: $scope,
            keys: $keys,
            foot: $foot,
            when: $when,
            run: $run,
        }
    };
}

pub(super) static COMMANDS: [Command; 4] = [
    declarations!(
        "declarations",
        "Opens the declarations of interest.",
        Scope::Writing,
        &["F3", "Alt-3"],
        "Declarations",
        always,
        |desk| {
            desk.overlays.push(Overlay::Declarations(0));
        }
    ),
    declarations!(
        "new-declaration",
        "Records a declaration of interest.",
        Scope::Declarations,
        &["n", "N", "Insert"],
        "New",
        somebody_known,
        |desk| {
            let form = forms::declaration(desk, None);
            desk.overlays.push(Overlay::Form(form));
        }
    ),
    declarations!(
        "declaration-details",
        "Changes the declaration.",
        Scope::Declarations,
        &["Enter", "e"],
        "Change",
        a_declaration,
        |desk| {
            let form = forms::declaration(desk, marked_declaration(desk).map(|found| found.id));
            desk.overlays.push(Overlay::Form(form));
        }
    ),
    declarations!(
        "remove-declaration",
        "Removes the declaration.",
        Scope::Declarations,
        &["Delete"],
        "Remove",
        a_declaration,
        remove_declaration
    ),
];

fn somebody_known(desk: &Desk) -> Possible {
    if desk.meeting().people.is_empty() {
        Err("Nobody is on the roll yet; add the members with attendance first.".into())
    } else {
        Ok(())
    }
}

fn marked_declaration(desk: &Desk) -> Option<&Declaration> {
    match desk.overlay() {
        Some(Overlay::Declarations(row)) => desk.meeting().declarations.get(*row),
        _ => None,
    }
}

fn a_declaration(desk: &Desk) -> Possible {
    if marked_declaration(desk).is_some() { Ok(()) } else { Err("There is no declaration to choose.".into()) }
}

fn remove_declaration(desk: &mut Desk) {
    let Some(declaration) = marked_declaration(desk).cloned() else { return };
    let list = &desk.meeting().declarations;
    let at = list.iter().position(|other| other.id == declaration.id).unwrap_or(0);
    let after = at.checked_sub(1).and_then(|at| list.get(at)).map(|before| before.id.into());
    desk.change(
        "Removed a declaration",
        vec![Edit::Remove { after, thing: Thing::Declaration(declaration) }],
    );
    if let Some(Overlay::Declarations(row)) = desk.overlays.last_mut() {
        *row = row.saturating_sub(1);
    }
}
