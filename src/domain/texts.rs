//! Every text in the record, listed once, so that control characters can be kept out of all of them: they
//! could garble a screen or a print. What is a control character is known in [`crate::text`].

use super::agenda::{Admission, Break, Heading, Item, LeftOver, Part};
use super::arising::OpenAction;
use super::edit::Thing;
use super::meeting::{Course, Head, Meeting};
use super::minutes::{Block, Kind, Thought};
use super::motions::{Amendment, Election, Motion, Subject};
use super::paper::PaperLine;
use super::people::{Declaration, Movement, Person};
use super::recommendation::Recommendation;
use super::review::{Answer, Correction, Remark, Says, Seal, Settled, Step};
use crate::text;

/// What holds texts.
trait Texts {
    /// Whether a control character is in any of them.
    fn has_control(&self) -> bool;
    /// Makes all of them harmless, see [`text::tame`].
    fn tame(&mut self);
}

impl Texts for String {
    fn has_control(&self) -> bool {
        text::has_control(self)
    }

    fn tame(&mut self) {
        if text::has_control(self) {
            *self = text::tame(self);
        }
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn has_control(&self) -> bool {
        self.iter().any(Texts::has_control)
    }

    fn tame(&mut self) {
        self.iter_mut().for_each(Texts::tame);
    }
}

impl<T: Texts> Texts for Option<T> {
    fn has_control(&self) -> bool {
        self.as_ref().is_some_and(Texts::has_control)
    }

    fn tame(&mut self) {
        self.iter_mut().for_each(Texts::tame);
    }
}

impl Texts for Says {
    fn has_control(&self) -> bool {
        text::has_control(self.words())
    }

    fn tame(&mut self) {
        match self {
            Says::Accepted | Says::Strike => {}
            Says::Query(words) | Says::Reword(words) | Says::Add(words) => words.tame(),
        }
    }
}

impl Texts for Answer {
    fn has_control(&self) -> bool {
        matches!(self, Answer::Left { why, .. } if text::has_control(why))
    }

    fn tame(&mut self) {
        if let Answer::Left { why, .. } = self {
            why.tame();
        }
    }
}

/// A motion has texts; the other kinds have none.
impl Texts for Kind {
    fn has_control(&self) -> bool {
        matches!(self, Kind::Motion(motion) if motion.has_control())
    }

    fn tame(&mut self) {
        if let Kind::Motion(motion) = self {
            motion.tame();
        }
    }
}

impl Texts for Subject {
    fn has_control(&self) -> bool {
        match self {
            Subject::Business | Subject::Exclusion(_) => false,
            Subject::Amendment(amendment) => amendment.has_control(),
            Subject::Election(election) => election.has_control(),
        }
    }

    fn tame(&mut self) {
        match self {
            Subject::Business | Subject::Exclusion(_) => {}
            Subject::Amendment(amendment) => amendment.tame(),
            Subject::Election(election) => election.tame(),
        }
    }
}

macro_rules! texts {
    ($($kind:ty { $($field:ident),+ })+) => {$(
        impl Texts for $kind {
            fn has_control(&self) -> bool {
                $(self.$field.has_control())||+
            }

            fn tame(&mut self) {
                $(self.$field.tame();)+
            }
        }
    )+};
}

texts! {
    Meeting {
        head, course, people, attendance, declarations, parts, breaks, items, parked, left_over, paper,
        remarks, settled, corrections
    }
    Course { steps, seal }
    Step { by }
    Seal { digest, signed_by }
    Head { body, authority, noun, venue, contact, telephone, email, style, profile }
    Person { name, short, post, organisation, role, aliases }
    Movement { why }
    Declaration { kind, nature }
    Part { label, title, statement }
    Break { title }
    Item { heading, minutes }
    Heading { label, title, report, pages, text, recommendations, arising, admitted }
    Recommendation { text, parts }
    OpenAction { text, item }
    Admission { why }
    Block { kind, text }
    Motion { subject, told }
    Amendment { amended, replaced }
    Election { office }
    Thought { text }
    LeftOver { text }
    PaperLine { text }
    Remark { by, says, was, answer }
    Settled { rule, said, why }
    Correction { text, minute }
}

impl Thing {
    /// Whether a control character is in any text of the thing.
    pub(super) fn has_control(&self) -> bool {
        match self {
            Thing::Head(thing) => thing.has_control(),
            Thing::Heading(_, thing) => thing.has_control(),
            Thing::Part(thing) => thing.has_control(),
            Thing::Item(thing) => thing.has_control(),
            Thing::Block(_, thing) => thing.has_control(),
            Thing::Break(thing) => thing.has_control(),
            Thing::Person(thing) => thing.has_control(),
            Thing::Movement(thing) => thing.has_control(),
            Thing::Declaration(thing) => thing.has_control(),
            Thing::Thought(thing) => thing.has_control(),
            Thing::LeftOver(thing) => thing.has_control(),
            Thing::Line(thing) => thing.has_control(),
            Thing::Course(thing) => thing.has_control(),
            Thing::Remark(thing) => thing.has_control(),
            Thing::Settled(thing) => thing.has_control(),
            Thing::Correction(thing) => thing.has_control(),
            Thing::Apology(_) => false,
        }
    }
}

impl Meeting {
    /// Makes every text harmless on one line: for a record that comes from outside. No edit brings in
    /// control characters.
    pub fn tame(&mut self) {
        Texts::tame(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{BlockId, BreakId, DeclarationId, ItemId, LeftOverId, LineId, MovementId};
    use crate::domain::id::{CorrectionId, PartId, PersonId, RemarkId, SettledId, ThoughtId};
    use crate::domain::meeting::{Numbering, Status};
    use crate::domain::paper::{Meaning, Sure};
    use crate::domain::people::{Conduct, Membership, Mode, Move};
    use crate::domain::review::Subject;
    use chrono::NaiveDateTime;

    fn wild() -> String {
        "a\u{7}".to_owned()
    }

    /// Every field is written out here, so that whoever adds one is led to the list above.
    fn meeting() -> Meeting {
        let person = PersonId(1);
        let item = ItemId(2);
        Meeting {
            head: Head {
                body: wild(),
                authority: wild(),
                noun: wild(),
                date: None,
                starts: None,
                ends: None,
                venue: wild(),
                contact: wild(),
                telephone: wild(),
                email: wild(),
                published: None,
                next_meeting: None,
                numbering: Numbering::default(),
                quorum: None,
                style: wild(),
                profile: wild(),
            },
            course: Course {
                status: Status::Sealed,
                recording: None,
                moments: vec![],
                steps: vec![Step { to: Status::Sealed, by: wild(), at: NaiveDateTime::default() }],
                seal: Some(Seal { digest: wild(), approved: None, signed_by: wild() }),
            },
            people: vec![Person {
                id: person,
                name: wild(),
                short: wild(),
                post: wild(),
                organisation: wild(),
                role: wild(),
                membership: Membership::Member,
                aliases: vec![wild()],
            }],
            attendance: vec![Movement {
                id: MovementId(3),
                person,
                what: Move::Present,
                item: None,
                after: None,
                at: None,
                mode: Mode::Room,
                why: wild(),
            }],
            apologies: vec![],
            declarations: vec![Declaration {
                id: DeclarationId(4),
                person,
                items: vec![item],
                during: None,
                kind: wild(),
                nature: wild(),
                sensitive: false,
                conduct: Conduct::Unrecorded,
            }],
            parts: vec![Part {
                id: PartId(5),
                label: wild(),
                title: wild(),
                restricted: false,
                statement: wild(),
            }],
            breaks: vec![Break { id: BreakId(6), after: None, title: wild(), minutes: None }],
            items: vec![Item {
                id: item,
                heading: Heading {
                    label: wild(),
                    title: wild(),
                    part: None,
                    report: wild(),
                    pages: wild(),
                    text: vec![wild()],
                    recommendations: vec![Recommendation { text: wild(), parts: vec![wild()] }],
                    arising: vec![OpenAction { text: wild(), item: wild(), ..OpenAction::default() }],
                    planned: None,
                    restricted: None,
                    outcome: Default::default(),
                    admitted: Some(Admission { urgent: true, why: wild() }),
                    taken: None,
                    number: None,
                },
                minutes: vec![Block {
                    id: BlockId(7),
                    kind: Kind::Paragraph,
                    level: 0,
                    restricted: false,
                    begun: None,
                    text: wild(),
                }],
            }],
            parked: vec![Thought { id: ThoughtId(8), text: wild(), at: None, item: None }],
            left_over: vec![LeftOver { id: LeftOverId(9), line: 1, text: wild() }],
            paper: vec![PaperLine {
                id: LineId(10),
                line: 1,
                text: wild(),
                meaning: Meaning::Unknown,
                sure: Sure::LeftOver,
                of: vec![],
            }],
            remarks: vec![Remark {
                id: RemarkId(10),
                on: Subject::Roll,
                by: wild(),
                at: None,
                says: Says::Reword(wild()),
                was: wild(),
                answer: Answer::Left { at: None, why: wild() },
            }],
            settled: vec![Settled { id: SettledId(11), rule: wild(), said: wild(), why: wild(), at: None }],
            corrections: vec![Correction {
                id: CorrectionId(12),
                text: wild(),
                made: None,
                minute: wild(),
                restricted: false,
            }],
        }
    }

    #[test]
    fn no_text_is_forgotten() {
        let mut meeting = meeting();
        assert!(meeting.has_control());
        meeting.tame();
        assert!(!meeting.has_control());
        let all = serde_json::to_string(&meeting).unwrap();
        assert!(!all.contains("\\u0007"), "{all}");
    }
}
