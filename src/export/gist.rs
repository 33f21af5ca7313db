//! The gist of what was minuted under an item: paragraphs, decisions, actions and votes, sorted out for
//! programs. Knows nothing of numbers, marks or formats.
//!
//! A paragraph is counted once with everything that hangs from it (sub-paragraphs and bullets); a resolution
//! likewise has its parts as clauses. A procedural line that is all there is (`No declarations were received.`)
//! is a paragraph, too; beside others it tells how the meeting was conducted and is left out. A motion that was carried is a resolution, unless the clerk has minuted
//! the same words as one.

use super::sentences::run_on;
use crate::domain::minutes::{Action, Block, Kind};
use crate::domain::motions::{Decision, Motion};

/// What the minutes of an item come to.
#[derive(Debug, Default)]
pub(super) struct Gist<'a> {
    /// The paragraphs, each with what hangs from it.
    pub paragraphs: Vec<String>,
    /// What was resolved or recommended.
    pub resolutions: Vec<Resolution<'a>>,
    /// What is to be done.
    pub actions: Vec<Action<'a>>,
    /// The counts for, against and abstaining.
    pub votes: Vec<(usize, usize, usize)>,
}

/// One decision.
#[derive(Debug)]
pub(super) struct Resolution<'a> {
    /// The sentence: `RESOLVED to note the report.`
    pub text: String,
    /// Its parts.
    pub clauses: Vec<&'a str>,
    /// Whether it is the words of a motion.
    is_motion: bool,
}

/// What the next block may hang from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Above {
    Nothing,
    Paragraph,
    /// A bullet that hangs from nothing.
    Bullet,
    Resolution,
    /// An action, or a motion that was not carried.
    Other,
}

impl<'a> Gist<'a> {
    /// Sorts out blocks.
    pub fn of(blocks: impl IntoIterator<Item = &'a Block>) -> Self {
        let blocks: Vec<&Block> = blocks.into_iter().filter(|block| block.kind != Kind::Note).collect();
        let alone = blocks.iter().all(|block| block.kind == Kind::Procedural || is_blank(block));
        let mut gist = Gist::default();
        let mut above = Above::Nothing;
        for block in blocks.into_iter().filter(|block| alone || block.kind != Kind::Procedural) {
            above = gist.block(block, above);
        }
        gist.resolutions.retain(|one| !(one.clauses.is_empty() && key(&one.text).is_empty()));
        gist.drop_repeated_motions();
        gist
    }

    fn block(&mut self, block: &'a Block, above: Above) -> Above {
        let hangs = block.level > 0 || block.kind == Kind::Bullet;
        match &block.kind {
            Kind::Action => {
                self.actions.extend(Some(block.action()).filter(|_| !is_blank(block)));
                Above::Other
            }
            Kind::Motion(motion) => self.motion(block, motion),
            Kind::Resolution | Kind::Recommendation if !(hangs && above == Above::Resolution) => {
                let word = block.kind.lead_word().unwrap_or_default();
                self.resolve(run_on(word, &block.text), false)
            }
            _ if is_blank(block) => above,
            Kind::Bullet if block.level == 0 && matches!(above, Above::Bullet | Above::Nothing) => {
                self.paragraphs.push(block.text.clone());
                Above::Bullet
            }
            _ if hangs && above != Above::Nothing => {
                self.hang(&block.text, above);
                above
            }
            _ => {
                self.paragraphs.push(block.text.clone());
                Above::Paragraph
            }
        }
    }

    fn motion(&mut self, block: &'a Block, motion: &Motion) -> Above {
        self.votes.extend(motion.vote.count());
        if motion.decision == Decision::Carried && motion.amendment().is_none() && !is_blank(block) {
            // Words that are printed as resolved are so here.
            let is_resolved = motion.is_resolution();
            let text = if is_resolved { run_on("RESOLVED", &block.text) } else { block.text.clone() };
            return self.resolve(text, true);
        }
        Above::Other
    }

    fn resolve(&mut self, text: String, is_motion: bool) -> Above {
        self.resolutions.push(Resolution { text, clauses: Vec::new(), is_motion });
        Above::Resolution
    }

    fn hang(&mut self, words: &'a str, above: Above) {
        match (above, self.paragraphs.last_mut(), self.resolutions.last_mut()) {
            (Above::Paragraph | Above::Bullet, Some(paragraph), _) => {
                paragraph.push(' ');
                paragraph.push_str(words);
            }
            (Above::Resolution, _, Some(resolution)) => resolution.clauses.push(words),
            _ => {}
        }
    }

    fn drop_repeated_motions(&mut self) {
        let resolved: Vec<String> =
            self.resolutions.iter().filter(|one| !one.is_motion).map(|one| key(&one.text)).collect();
        self.resolutions.retain(|one| !(one.is_motion && resolved.contains(&key(&one.text))));
    }
}

fn is_blank(block: &Block) -> bool {
    block.text.trim().is_empty()
}

/// The words of a decision as they are compared: without the word that introduces them, without capitals and
/// without the last stop.
fn key(text: &str) -> String {
    let text = ["RESOLVED", "RECOMMENDED"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    text.trim_matches(|letter: char| letter.is_whitespace() || letter == '.' || letter == ':').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::BlockId;
    use crate::domain::motions::Vote;

    fn block(kind: Kind, level: u8, text: &str) -> Block {
        Block { kind, level, ..Block::paragraph(BlockId(1), text) }
    }

    #[test]
    fn a_paragraph_counts_once_with_what_hangs_from_it() {
        let blocks = [
            block(Kind::Paragraph, 0, "The Board:"),
            block(Kind::Paragraph, 1, "noted the report;"),
            block(Kind::Bullet, 0, "with thanks"),
            block(Kind::Paragraph, 0, ""),
            block(Kind::Procedural, 0, "The Vice-Chair presided."),
        ];
        let gist = Gist::of(&blocks);
        assert_eq!(gist.paragraphs, ["The Board: noted the report; with thanks"]);
        let alone = Gist::of(blocks.last());
        assert_eq!(alone.paragraphs, ["The Vice-Chair presided."]);
    }

    #[test]
    fn the_parts_of_a_resolution_are_its_clauses() {
        let blocks = [
            block(Kind::Resolution, 0, "to:"),
            block(Kind::Resolution, 1, "note the report;"),
            block(Kind::Resolution, 1, "thank the crew."),
            block(Kind::Action, 0, "Sorrel Lanyon to write"),
        ];
        let gist = Gist::of(&blocks);
        assert_eq!(gist.resolutions.len(), 1);
        assert_eq!(gist.resolutions[0].text, "RESOLVED to:");
        assert_eq!(gist.resolutions[0].clauses, ["note the report;", "thank the crew."]);
        assert_eq!(gist.actions[0].owners, ["Sorrel Lanyon"]);
        assert!(gist.paragraphs.is_empty());
    }

    #[test]
    fn a_carried_motion_is_a_resolution_told_once() {
        let motion = |decision| {
            let vote = Vote::Hands { for_: 4, against: 2, abstained: 0 };
            Kind::Motion(Box::new(Motion { decision, vote, ..Motion::default() }))
        };
        let blocks = [
            block(motion(Decision::Carried), 0, "That the dues be raised."),
            block(motion(Decision::Lost), 0, "That the dues be doubled."),
            block(motion(Decision::Carried), 0, "That the crane be sold."),
            block(Kind::Resolution, 0, "that the dues be raised."),
        ];
        let gist = Gist::of(&blocks);
        let told: Vec<&str> = gist.resolutions.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(told, ["RESOLVED That the crane be sold.", "RESOLVED that the dues be raised."]);
        assert_eq!(gist.votes.len(), 3);
    }
}
