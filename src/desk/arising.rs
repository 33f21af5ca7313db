//! Open actions of earlier meetings on the desk: one key minutes the next as an action of this meeting; one that is done
//! is said to be so. Which are open is known in [`crate::domain::arising`].

use super::Desk;
use crate::domain::arising::{OpenAction, still_open};
use crate::domain::edit::{Edit, Thing};
use crate::domain::id::ItemId;
use crate::domain::minutes::{Block, Kind};

impl Desk {
    /// The open actions that have not been dealt with, each with its item and its position there.
    pub fn open_actions(&self) -> impl Iterator<Item = (ItemId, usize, &OpenAction)> {
        still_open(self.meeting())
    }

    /// Minutes an open action again, below the cursor.
    pub fn take_up_action(&mut self, of: ItemId, at: usize) {
        let Some(item) = self.item() else { return };
        let is_restricted = self.meeting().is_restricted(item);
        let known = self.meeting().item(of).and_then(|item| item.heading.arising.get(at)).cloned();
        let Some(action) = known else { return };
        let restricted = action.restricted && !is_restricted;
        let block = Block { restricted, ..self.new_block(Kind::Action, 0, &action.text) };
        if self.put_below("Minuted the open action", vec![block]) {
            let more = self.open_actions().count();
            let left = if more == 0 { "no other is open".to_owned() } else { format!("{more} more open") };
            self.say(format!("Minuted the action again; {left}."));
        }
    }

    /// The edit that says of an open action that it is done; none if there is no such action.
    #[must_use]
    pub fn action_done(&self, of: ItemId, at: usize) -> Option<Edit> {
        let old = self.meeting().item(of)?.heading.clone();
        let mut new = old.clone();
        new.arising.get_mut(at)?.done = true;
        Some(Edit::replace(Thing::Heading(of, old), Thing::Heading(of, new)))
    }
}
