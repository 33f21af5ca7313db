//! Motions among the minutes of an item: who moved what, which amendments were moved to it, how each was voted, and who was
//! nominated for an office. Knows how such lines follow each other; how each is worded is known to `motion` and `election`.

use super::election;
use super::outcome::outcome;
use super::vote::{self, Count};
use super::{MotionDraft, is_vote, sentence, speaks_of_amendment, speaks_of_motion};
use crate::domain::motions::Decision;
use crate::import::minutes::paragraph::{Mark, Paragraph};
use crate::import::minutes::{Draft, DraftKind, Minutes, Parts, decision};

/// So many blocks before a vote, its motion is looked for.
const REACH: usize = 20;

impl Minutes {
    /// Movers, seconders, what they moved, and how it was voted.
    pub(in crate::import::minutes) fn take_motion(
        &mut self,
        paragraph: &Paragraph,
        list: &mut Option<Parts>,
    ) -> bool {
        let text = paragraph.text.as_str();
        if self.take_amendment(text) || self.take_election(text) {
            *list = None;
            return true;
        }
        if let Some((motion, moved)) = sentence::read(text).filter(|_| decision::read(text).is_none()) {
            self.push(DraftKind::Motion(motion), 0, moved);
            *list = None;
            return true;
        }
        if let Some((name, after)) = sentence::seconder(text)
            && let Some((motion, _)) = self.open_motion()
        {
            name.clone_into(&mut motion.seconder);
            if let Some((_, decided)) = decision::read(after) {
                self.carried_at_once();
                *list = Some(self.decision(decided));
            }
            return true;
        }
        let is_outcome = outcome(text).is_some() && self.voted(false, false).is_some();
        if (is_vote(text) || is_outcome) && self.take_vote(text) || self.take_count(text) {
            *list = None;
            return true;
        }
        let says = ["That ", "That:", "that ", "to "].iter().any(|start| text.starts_with(start));
        let is_plain = paragraph.mark == Mark::None;
        if let Some((_, moved)) = self.open_motion().filter(|(motion, _)| says || is_plain && motion.is_led) {
            text.clone_into(moved);
            *list = text.ends_with(':').then_some(Parts { kind: DraftKind::Paragraph, first: None });
            return true;
        }
        false
    }

    /// An amendment to the motion above, or the words of that as amended. Where there is no motion above, nobody can say
    /// what was amended, and the words stay as they are.
    fn take_amendment(&mut self, text: &str) -> bool {
        let Some((at, level)) = self.main_motion() else { return false };
        if let Some((motion, moved)) = sentence::amendment(text) {
            self.push(DraftKind::Motion(motion), level + 1, moved);
            return true;
        }
        sentence::as_amended(text).is_some_and(|words| self.amend(at, words))
    }

    /// The last motion that is no amendment, and its level; none if something was resolved since.
    fn main_motion(&self) -> Option<(usize, u8)> {
        let before = self.drafts.iter().enumerate().rev().take(REACH);
        let mut before = before.take_while(|(_, draft)| draft.kind != DraftKind::Resolution);
        before.find_map(|(at, draft)| match &draft.kind {
            DraftKind::Motion(motion) if !motion.amends && motion.election.is_none() => {
                Some((at, draft.level))
            }
            _ => None,
        })
    }

    /// Gives a motion the words that it has as amended. Those that it had go to the first amendment that was carried.
    fn amend(&mut self, at: usize, words: &str) -> bool {
        let Some((Draft { text, .. }, below)) =
            self.drafts.get_mut(at..).and_then(<[Draft]>::split_first_mut)
        else {
            return false;
        };
        let mut carried = below.iter_mut().filter_map(|draft| match &mut draft.kind {
            DraftKind::Motion(motion) if motion.is_carried_amendment() => Some(motion),
            _ => None,
        });
        let Some(first) = carried.next() else { return false };
        first.replaced = std::mem::replace(text, words.to_owned());
        carried.next_back().unwrap_or(first).amended = words.to_owned();
        true
    }

    /// Who was nominated, and how many voted for whom.
    fn take_election(&mut self, text: &str) -> bool {
        if let Some(election) = election::nominations(text) {
            let motion = MotionDraft { election: Some(Box::new(election)), ..MotionDraft::default() };
            self.push(DraftKind::Motion(motion), 0, "");
            return true;
        }
        let Some((MotionDraft { election: Some(election), .. }, words)) = self.open_motion() else {
            return false;
        };
        if election.take_ballot(text) {
            return true;
        }
        let is_words = election::opens(text);
        if is_words {
            text.clone_into(words);
        }
        is_words
    }

    /// The words by which somebody was elected of those who were nominated above. Returns whether they are.
    pub(in crate::import::minutes) fn take_elected(&mut self, words: &str) -> bool {
        let Some((MotionDraft { election: Some(election), decision, .. }, text)) = self.open_motion() else {
            return false;
        };
        let Some(name) = election::elected(words) else { return false };
        if election.office.is_empty() {
            let Some(office) = election::office(words) else { return false };
            office.clone_into(&mut election.office);
        }
        election.elected = name.to_owned();
        *decision = Some(Decision::Carried);
        words.clone_into(text);
        true
    }

    /// An election that one sentence tells, with who proposed and seconded.
    pub(in crate::import::minutes) fn take_elected_at_once(&mut self, before: &str, words: &str) -> bool {
        let Some((election, words)) = election::at_once(before, words) else { return false };
        let decision = Some(Decision::Carried);
        let motion = MotionDraft { election: Some(Box::new(election)), decision, ..MotionDraft::default() };
        self.push(DraftKind::Motion(motion), 0, words);
        true
    }

    /// Nominations that led to no words of an election are told as they were printed.
    pub(in crate::import::minutes) fn release_nominations(&mut self) {
        let drafts = std::mem::take(&mut self.drafts);
        for draft in drafts {
            match &draft.kind {
                DraftKind::Motion(MotionDraft { election: Some(election), .. }) if draft.text.is_empty() => {
                    let lines = election.printed.iter();
                    let plain = |line: &String| Draft {
                        kind: DraftKind::Procedural,
                        text: line.clone(),
                        ..draft.clone()
                    };
                    self.drafts.extend(lines.map(plain));
                }
                _ => self.drafts.push(draft),
            }
        }
    }

    /// How a motion or an amendment was voted. What is said of an amendment where there is none is no vote of anything.
    fn take_vote(&mut self, text: &str) -> bool {
        let is_about_amendment = speaks_of_amendment(text);
        if !is_about_amendment {
            self.motion_above();
        }
        if let Some(motion) = self.voted(is_about_amendment, speaks_of_motion(text)) {
            motion.take_vote(text);
            return true;
        }
        if is_about_amendment {
            return false;
        }
        if !vote::count(text).is_some_and(|count| self.count_resolution(&count)) {
            self.push(DraftKind::Procedural, 0, text);
        }
        true
    }

    /// Takes in a paragraph that only counts a vote, after what was voted on.
    fn take_count(&mut self, text: &str) -> bool {
        let Some(count) = vote::count(text).filter(|count| count.is_whole) else { return false };
        if let Some(motion) = self.voted(false, false) {
            motion.take_vote(text);
            return true;
        }
        // The numbers may stand below the word that the motion was carried.
        if let Some(DraftKind::Motion(motion)) = self.drafts.last_mut().map(|draft| &mut draft.kind)
            && motion.is_uncounted()
        {
            motion.take_count(&count);
            return true;
        }
        self.count_resolution(&count)
    }

    /// Gives the last resolution the numbers of its vote. Returns whether there is one that has none yet.
    pub(in crate::import::minutes) fn count_resolution(&mut self, count: &Count) -> bool {
        let last =
            self.drafts.iter_mut().rev().find(|draft| draft.level == 0 && draft.kind != DraftKind::Action);
        let Some(Draft { kind, .. }) = last.filter(|last| last.kind == DraftKind::Resolution) else {
            return false;
        };
        let mut motion = MotionDraft { decision: Some(Decision::Carried), ..MotionDraft::default() };
        motion.take_count(count);
        *kind = DraftKind::Motion(motion);
        true
    }

    /// A line that begins `That` right above a vote is a motion, although nobody is said to have moved it.
    fn motion_above(&mut self) {
        let Some(Draft { kind, level: 0, text, .. }) = self.drafts.last_mut() else { return };
        let moves = ["That ", "that ", "to "].iter().any(|start| text.starts_with(start));
        if moves && matches!(kind, DraftKind::Procedural | DraftKind::Paragraph) {
            *kind = DraftKind::Motion(MotionDraft::default());
        }
    }

    /// The motion of which only the mover is known so far.
    fn open_motion(&mut self) -> Option<(&mut MotionDraft, &mut String)> {
        match self.drafts.last_mut() {
            Some(Draft { kind: DraftKind::Motion(motion), text, .. }) if text.is_empty() => {
                Some((motion, text))
            }
            _ => None,
        }
    }

    /// Whether a motion waits for its words.
    pub(in crate::import::minutes) fn is_motion_open(&mut self) -> bool {
        self.open_motion().is_some()
    }

    /// The motion a few blocks before that has not been voted on, if nothing was resolved since. A vote that does not say
    /// of what it is decides what was moved last.
    fn voted(&mut self, of_amendment: bool, of_motion: bool) -> Option<&mut MotionDraft> {
        let (mut voted, mut stray) = (None, None);
        for draft in self.drafts.iter_mut().rev().take(REACH) {
            let motion = match &mut draft.kind {
                DraftKind::Resolution => break,
                DraftKind::Motion(motion) if motion.election.is_none() => motion,
                _ => continue,
            };
            let is_open = motion.decision.is_none();
            match (motion.amends, is_open) {
                (true, false) => {}
                // Its numbers were told before it was said that they are those of the motion.
                (true, true) if of_motion => stray = Some(motion),
                (false, _) if of_amendment || !is_open => break,
                _ => {
                    voted = Some(motion);
                    break;
                }
            }
        }
        if let (Some(voted), Some(stray)) = (&mut voted, stray) {
            voted.take_numbers(stray);
        }
        voted
    }

    /// A motion that is told as a resolution: only who moved it is left to say.
    pub(in crate::import::minutes) fn carried_at_once(&mut self) {
        if let Some(Draft { kind, text, .. }) = self.drafts.last_mut()
            && let DraftKind::Motion(motion) = kind
            && motion.election.is_none()
        {
            *text = format!("Moved by {}, seconded by {}", motion.mover, motion.seconder);
            *kind = DraftKind::Procedural;
        }
    }
}
