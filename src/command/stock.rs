//! The sentence that is usual under an item: that nobody declared anything, who sent apologies. It says what is
//! recorded, and is not written where that says otherwise.

use super::interests::listed;
use super::{Possible, on_an_item};
use crate::desk::Desk;
use crate::domain::minutes::Kind;

/// Can be done where an item has a usual sentence that is true.
pub(super) fn has_sentence(desk: &Desk) -> Possible {
    on_an_item(desk)?;
    sentence(desk)?;
    Ok(())
}

/// Writes it as a line without a number.
pub(super) fn write(desk: &mut Desk) {
    let Ok(sentence) = sentence(desk) else { return };
    if desk.here().is_some_and(|(_, block)| !block.text.is_empty()) {
        desk.new_paragraph();
    }
    desk.type_text(&sentence);
    if desk.here().is_some_and(|(_, block)| block.kind == Kind::Paragraph) {
        desk.mark_as(&Kind::Procedural);
    }
}

/// The sentence, going by the title of the item; or why there is none.
fn sentence(desk: &Desk) -> Result<String, String> {
    let title = desk.item().map(|item| item.heading.title.to_lowercase()).unwrap_or_default();
    let speaks_of = |cues: &[&str]| cues.iter().any(|cue| title.contains(cue));
    // The cues of Welsh titles stand beside those of English ones: a bilingual agenda may have the Welsh title first.
    if speaks_of(&["declaration", "interest", "fuddiant", "buddiant"]) {
        declarations(desk)
    } else if speaks_of(&["apolog", "ymddiheur"]) {
        Ok(apologies(desk))
    } else if speaks_of(&["urgent", "materion brys"]) {
        Ok("There was no urgent business.".to_owned())
    } else if speaks_of(&["question", "cwestiwn", "cwestiynau"]) {
        Ok("No questions were received.".to_owned())
    } else {
        Err("There is no usual sentence for this item.".to_owned())
    }
}

fn declarations(desk: &Desk) -> Result<String, String> {
    if desk.meeting().declarations.is_empty() {
        Ok("No declarations were received.".to_owned())
    } else {
        Err("The declarations recorded (F3) are printed here; there is nothing to add.".to_owned())
    }
}

/// Who sent apologies. Who sits for them is told by the roll.
fn apologies(desk: &Desk) -> String {
    let sent = desk.meeting().apologies.iter().map(|apology| apology.person);
    match listed(desk.meeting(), sent) {
        Some(names) => format!("Apologies for absence were received from {names}."),
        None => "No apologies for absence were received.".to_owned(),
    }
}
