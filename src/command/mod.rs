//! The verbs: one table of everything the clerk can do. Keys, palette, help, footer and the printed reference
//! only read it. A command changes the desk and orders effects; it never touches the disk, the clock or the
//! terminal itself.

mod agenda;
mod answers;
mod arising;
mod arrival;
pub mod asked;
mod chair;
mod checks;
pub mod clocks;
pub mod compared;
mod corrections;
mod declarations;
pub mod desk;
mod elections;
mod exclusion;
mod exporting;
mod fields;
mod find;
mod forms;
mod intake;
mod interests;
mod lists;
mod meeting;
mod minutes;
mod motions;
mod movements;
mod names;
mod offer;
mod parked;
mod people;
mod preview;
mod quorum;
mod recommended;
pub mod reference;
pub mod remarks;
pub mod returned;
mod review;
pub(crate) mod roll;
mod settle;
mod sheets;
mod sign_off;
mod stock;
mod voting;
mod writing;

pub use offer::offered;
pub use settle::settle as settle_form;

use crate::desk::{Desk, Overlay};
use crate::domain::meeting::Status;
use crate::keys::Key;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// One thing the clerk can do.
#[derive(Debug)]
pub struct Command {
    /// Its name: in the palette, in the config, in the reference. It never changes.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub help: &'static str,
    /// Under which word of the field it stands.
    pub group: Group,
    /// Where its keys hold.
    pub scope: Scope,
    /// Its keys; the second is for terminals that swallow the first.
    pub keys: &'static [&'static str],
    /// The word for it in the line of keys; empty keeps it out of that line.
    pub foot: &'static str,
    /// Whether it can be done now, or why not.
    pub when: fn(&Desk) -> Possible,
    /// Does it.
    pub run: fn(&mut Desk),
}

/// Whether something can be done now, or why not, as a sentence.
pub type Possible = Result<(), Cow<'static, str>>;

/// The words of the field under which the commands stand, in the order of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// The meeting as a whole.
    Meeting,
    /// The agenda and its items.
    Agenda,
    /// What is minuted.
    Minutes,
    /// Motions.
    Motions,
    /// People.
    People,
    /// Review and sign-off.
    Review,
    /// The cursor and the words.
    Writing,
    /// The program.
    Desk,
}

impl Group {
    /// Every group, in order.
    pub const ALL: [Group; 8] = [
        Group::Meeting,
        Group::Agenda,
        Group::Minutes,
        Group::Motions,
        Group::People,
        Group::Review,
        Group::Writing,
        Group::Desk,
    ];
}

/// Where a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere, whatever is open.
    Everywhere,
    /// While the clerk writes.
    Writing,
    /// In the open roll.
    Roll,
    /// In the list of declarations.
    Declarations,
    /// While a recorded vote is taken.
    Voting,
    /// In the chair's pass through the draft.
    Chair,
    /// In the list of remarks.
    Remarks,
    /// In a list to choose from.
    Picker,
    /// In a form.
    Form,
    /// In a line that is typed into: a field of a form, or what is looked for in a list.
    Field,
    /// In something to read.
    Sheet,
    /// On the import screen.
    Intake,
    /// While a paper is being read.
    Reading,
    /// In two states of the record side by side.
    Difference,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Scope; 14] = [
        Scope::Everywhere,
        Scope::Writing,
        Scope::Roll,
        Scope::Declarations,
        Scope::Voting,
        Scope::Chair,
        Scope::Remarks,
        Scope::Picker,
        Scope::Form,
        Scope::Field,
        Scope::Sheet,
        Scope::Intake,
        Scope::Reading,
        Scope::Difference,
    ];

    /// The scope of what is on top of the desk.
    #[must_use]
    pub fn of(desk: &Desk) -> Self {
        match desk.overlay() {
            None => Scope::Writing,
            Some(Overlay::Roll(_)) => Scope::Roll,
            Some(Overlay::Declarations(_)) => Scope::Declarations,
            Some(Overlay::Voting(_)) => Scope::Voting,
            Some(Overlay::Chair(_)) => Scope::Chair,
            Some(Overlay::Remarks(_)) => Scope::Remarks,
            Some(Overlay::Picker(_)) => Scope::Picker,
            Some(Overlay::Form(_)) => Scope::Form,
            Some(Overlay::Sheet(_)) => Scope::Sheet,
            Some(Overlay::Intake(_)) => Scope::Intake,
            Some(Overlay::Reading(_)) => Scope::Reading,
            Some(Overlay::Compared(_)) => Scope::Difference,
        }
    }

    /// The scopes that hold now: that of what is on top goes before the line that is typed into there, and what holds
    /// everywhere comes last.
    pub fn holding(desk: &Desk) -> impl Iterator<Item = Self> + Clone {
        let has_line = matches!(desk.overlay(), Some(Overlay::Picker(_) | Overlay::Form(_)));
        [Some(Self::of(desk)), has_line.then_some(Self::Field), Some(Self::Everywhere)].into_iter().flatten()
    }

    /// Whether printable keys type text there.
    #[must_use]
    pub fn takes_text(self) -> bool {
        use Scope::{Everywhere, Field, Form, Picker, Writing};
        matches!(self, Everywhere | Writing | Picker | Form | Field)
    }
}

/// The columns of the table, in the order of the help.
static COLUMNS: &[&[Command]] = &[
    &meeting::COMMANDS,
    &checks::COMMANDS,
    &clocks::COMMANDS,
    &agenda::COMMANDS,
    &minutes::COMMANDS,
    &arising::COMMANDS,
    &parked::COMMANDS,
    &motions::COMMANDS,
    &voting::COMMANDS,
    &elections::COMMANDS,
    &exclusion::COMMANDS,
    &people::COMMANDS,
    &movements::COMMANDS,
    &names::COMMANDS,
    &declarations::COMMANDS,
    &interests::COMMANDS,
    &quorum::COMMANDS,
    &chair::COMMANDS,
    &offer::COMMANDS,
    &preview::COMMANDS,
    &review::COMMANDS,
    &remarks::COMMANDS,
    &returned::COMMANDS,
    &sign_off::COMMANDS,
    &writing::COMMANDS,
    &desk::COMMANDS,
    &lists::COMMANDS,
    &fields::COMMANDS,
    &fields::TYPED_INTO,
    &roll::COMMANDS,
    &sheets::COMMANDS,
    &compared::COMMANDS,
    &intake::COMMANDS,
    &intake::CORRECTIONS,
];

/// Every command, in the order of the help.
pub fn table() -> impl Iterator<Item = &'static Command> {
    COLUMNS.iter().copied().flatten()
}

/// The command with this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Command> {
    table().find(|command| command.name == name)
}

/// The keys of every command by its name, as the table has them. They are wanted in every frame.
static KEYS: LazyLock<HashMap<&'static str, Vec<Key>>> = LazyLock::new(|| {
    let read = |command: &Command| command.keys.iter().filter_map(|name| name.parse().ok()).collect();
    table().map(|command| (command.name, read(command))).collect()
});

/// Which key does what, as the table has it.
static KEYMAP: LazyLock<HashMap<(Scope, Key), Vec<&'static Command>>> = LazyLock::new(|| {
    let mut map: HashMap<_, Vec<&'static Command>> = HashMap::new();
    for command in table() {
        for key in KEYS.get(command.name).into_iter().flatten().copied() {
            map.entry((command.scope, key)).or_default().push(command);
        }
    }
    map
});

/// The command that the table has for a key with what is on the desk now. Two may share one where never both can be done;
/// if neither can, the first says why.
fn bound(desk: &Desk, key: Key) -> Option<&'static Command> {
    let mut commands = Scope::holding(desk).filter_map(|scope| KEYMAP.get(&(scope, key))).flatten();
    let able = commands.clone().find(|command| (command.when)(desk).is_ok());
    able.or(commands.next()).copied()
}

/// The command that a key is for, with what is on the desk now. The clerk's own keys come first.
#[must_use]
pub fn for_key(desk: &Desk, key: Key) -> Option<&'static Command> {
    let own = desk.keys.iter().find(|(own, _)| *own == key).and_then(|(_, name)| named(name));
    own.filter(|command| Scope::holding(desk).any(|scope| scope == command.scope))
        .or_else(|| bound(desk, key))
}

/// The keys of a command as they hold on this desk, the clerk's own first.
pub fn keys_of<'a>(desk: &'a Desk, command: &'static Command) -> impl Iterator<Item = Key> + 'a {
    let own = desk.keys.iter().filter(move |(_, name)| name == command.name).map(|(key, _)| *key);
    let taken = |key: &Key| desk.keys.iter().any(|(own, _)| own == key);
    let usual = KEYS.get(command.name).into_iter().flatten().copied();
    own.chain(usual.filter(move |key| !taken(key)))
}

/// The word for a command in the line of keys; empty keeps it out of that line. Where minuting has begun, the key that
/// begins it goes back to the page; what is dropped from the list of open actions is done.
#[must_use]
pub fn foot(desk: &Desk, command: &Command) -> &'static str {
    let has_begun = desk.meeting().course.status != Status::Prepared;
    match command.foot {
        _ if intake::closes(command) && has_begun => "To the page",
        _ if lists::drops(command) && arising::are_listed(desk) => "Done",
        foot => foot,
    }
}

/// The commands of a scope, those first that matter now: once the roll is called, who comes and who goes.
pub fn of_scope(desk: &Desk, scope: Scope) -> Vec<&'static Command> {
    let mut commands: Vec<&Command> = table().filter(|command| command.scope == scope).collect();
    if scope == Scope::Roll && people::is_called(desk) {
        commands.sort_by_key(|command| !movements::COMMANDS.iter().any(|moves| moves.name == command.name));
    }
    commands
}

/// Does a command if it can be done now; otherwise says why not.
pub fn run(desk: &mut Desk, command: &Command) {
    match (command.when)(desk) {
        Ok(()) => {
            offer::lapse(desk, command);
            noticing(desk, command.run);
        }
        Err(why) => desk.warn(why),
    }
}

/// Does something to the desk, and then offers what has become due by it.
pub fn noticing(desk: &mut Desk, act: impl FnOnce(&mut Desk)) {
    let before = offer::Before::of(desk);
    act(desk);
    before.notice(desk);
}

/// Can always be done.
fn always(_: &Desk) -> Possible {
    Ok(())
}

/// Can be done while there is an item on the desk.
fn on_an_item(desk: &Desk) -> Possible {
    if desk.item().is_some() {
        Ok(())
    } else {
        Err("There is no item on the desk; add one with new-item.".into())
    }
}

/// Can be done while the cursor is in a paragraph.
fn in_a_paragraph(desk: &Desk) -> Possible {
    on_an_item(desk)?;
    if desk.here().is_some() { Ok(()) } else { Err("Nothing is written under this item yet.".into()) }
}
