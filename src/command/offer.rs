//! Offers: now and then the program sees what the clerk may want to do next, says so, and one key does it. It
//! never asks and never waits: what is offered can be left alone, and done later by its own name.

use super::desk::desk;
use super::{Command, Possible, Scope, keys_of, named, run};
use crate::desk::Desk;

pub(super) static COMMANDS: [Command; 1] = [desk!(
    "accept-offer",
    "Does what the program has just offered to do.",
    Scope::Everywhere,
    &["F11"],
    "",
    something_offered,
    accept
)];

/// Says something and offers a command; `does` is what the command does, as the end of a sentence.
pub(super) fn offer(desk: &mut Desk, said: &str, does: &str, command: &'static str) {
    let key = named("accept-offer").and_then(|accept| keys_of(desk, accept).next());
    let key = key.map(|key| format!(" {key} {does}.")).unwrap_or_default();
    desk.offer = Some(command);
    desk.warn(format!("{said}{key}"));
}

fn something_offered(desk: &Desk) -> Possible {
    match desk.offer {
        Some(_) => Ok(()),
        None => Err("Nothing has been offered.".into()),
    }
}

fn accept(desk: &mut Desk) {
    if let Some(command) = desk.offer.take().and_then(named) {
        run(desk, command);
    }
}
