//! What minutes in print say, as lines to be compared: the head, who was there, who declared what, and every item
//! with what was minuted under it.
//!
//! What a house style does not print is left out here, by the data of the style, from both sides of the comparison:
//! it is not on the paper, and nobody could read it from there.

use minutebook::domain::agenda::Item;
use minutebook::domain::id::{BlockId, ItemId, PersonId};
use minutebook::domain::meeting::{Meeting, Turn};
use minutebook::domain::minutes::{Block, Kind};
use minutebook::domain::motions::{Amendment, Election, Motion, Nominee, Subject, Vote};
use minutebook::domain::people::{Membership, Mode, Movement, Standing};
use minutebook::domain::setting::{Case, Section};
use minutebook::domain::style::{Form, ItemNumber, Reference, Style};

/// A record as a style prints it in full.
pub struct Told<'a> {
    meeting: Meeting,
    style: &'a Style,
    /// The items that are printed.
    pub items: Vec<ItemId>,
    /// Under which of them some paragraph is printed with a number.
    numbered: Vec<bool>,
    /// What is printed before each title, and the reference beside or below it.
    headed: Vec<(String, String)>,
}

impl<'a> Told<'a> {
    /// A record that is about to be printed.
    pub fn to_print(meeting: &Meeting, style: &'a Style) -> Self {
        let mut told = Told {
            items: Vec::new(),
            numbered: Vec::new(),
            headed: Vec::new(),
            meeting: meeting.clone(),
            style,
        };
        let items: Vec<&Item> = told.meeting.items.iter().filter(|item| told.is_printed(item)).collect();
        told.headed = items.iter().map(|item| told.head_of(item)).collect();
        told.numbered = items.iter().map(|item| told.prints_numbers(item)).collect();
        told.items = items.iter().map(|item| item.id).collect();
        // Numbers are labels where the paper has no other.
        if told.headed.iter().all(|(_, reference)| reference.is_empty()) {
            told.headed.iter_mut().for_each(|(number, label)| std::mem::swap(number, label));
        }
        told
    }

    /// A record of which every item counts, whether a style prints it or not.
    pub fn whole(meeting: &Meeting, style: &'a Style) -> Self {
        let items: Vec<ItemId> = meeting.items.iter().map(|item| item.id).collect();
        let (numbered, headed) = (vec![false; items.len()], vec![Default::default(); items.len()]);
        Told { meeting: meeting.clone(), style, items, numbered, headed }
    }

    /// A record that was read from the print of another.
    pub fn read_back(meeting: &Meeting, printed: &Told<'a>) -> Self {
        let items = meeting.items.iter();
        let headed = items.clone().map(|item| {
            let number = item.heading.number.map(|number| number.to_string());
            (number.unwrap_or_default(), item.heading.label.clone())
        });
        let (headed, items) = (headed.collect(), items.map(|item| item.id).collect());
        Told {
            meeting: meeting.clone(),
            style: printed.style,
            items,
            numbered: printed.numbered.clone(),
            headed,
        }
    }

    /// Whether an item is printed: of those of which nothing is recorded a style prints all or none.
    fn is_printed(&self, item: &Item) -> bool {
        let counts = self.meeting.head.numbering.count_empty && self.style.item == ItemNumber::Minute;
        let is_minute = self.style.item == ItemNumber::Minute;
        let is_recorded = self.meeting.is_recorded(item) || is_minute && item.heading.number.is_some();
        self.style.empty_items || counts || is_recorded
    }

    /// The number before a title and the reference to the agenda.
    fn head_of(&self, item: &Item) -> (String, String) {
        let place = self.meeting.place_of(item.id).unwrap() + 1;
        let minute = self.meeting.minute_numbers().find(|(id, _)| *id == item.id);
        let number = match self.style.item {
            ItemNumber::Minute => minute.map(|(_, number)| number.to_string()).unwrap_or_default(),
            ItemNumber::Place => place.to_string(),
            ItemNumber::Label => item.heading.label.clone(),
            ItemNumber::None => String::new(),
        };
        let refers = self.style.reference != Reference::None;
        (number, if refers { item.heading.label.clone() } else { String::new() })
    }

    /// Everything that is compared, a line each.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = self.front();
        lines.extend(self.roll());
        lines.extend(self.movements());
        lines.extend(self.declarations());
        for (item, headed) in self.items.iter().zip(&self.headed) {
            let item = self.meeting.item(*item).unwrap();
            lines.push(self.heading(item, headed));
            lines.extend(self.blocks(item).map(|block| self.block(item, block)));
        }
        lines
    }

    fn front(&self) -> Vec<String> {
        let head = &self.meeting.head;
        let moment = |turn| {
            self.meeting.course.moments.iter().find(|moment| moment.turn == turn).map(|moment| moment.at)
        };
        let next = self.prints(Section::NextMeeting).then_some(head.next_meeting).flatten();
        vec![
            format!("{} of {} at {} on {:?}", head.document_noun(), head.body, head.venue, head.date),
            format!("opened {:?}, closed {:?}, next {next:?}", moment(Turn::Opened), moment(Turn::Closed)),
        ]
        .into_iter()
        .chain(self.breaks())
        .collect()
    }

    /// How the meeting was interrupted. What has no place is told after everything else.
    pub fn breaks(&self) -> Vec<String> {
        let moments = self.meeting.course.moments.iter();
        let of_the_business = moments.filter(|moment| matches!(moment.turn, Turn::Adjourned | Turn::Resumed));
        of_the_business
            .map(|moment| {
                let place = moment.after.and_then(|block| self.place_of(block)).or_else(|| self.end());
                format!("{} at {} {place:?}", moment.turn.word(), moment.at)
            })
            .collect()
    }

    /// Which item that is printed, and how many of its blocks stand before the place.
    fn place_of(&self, block: BlockId) -> Option<(usize, usize)> {
        self.items.iter().enumerate().find_map(|(place, item)| {
            let item = self.meeting.item(*item)?;
            let at = item.position(block)?;
            Some((place, item.minutes.iter().take(at + 1).filter(|block| is_told(block)).count()))
        })
    }

    fn end(&self) -> Option<(usize, usize)> {
        let last = self.meeting.item(*self.items.last()?)?;
        let told = last.minutes.iter().filter(|block| is_told(block)).count();
        Some((self.items.len() - 1, told))
    }

    fn prints(&self, section: Section) -> bool {
        self.style.sections.contains(&section)
    }

    fn roll(&self) -> Vec<String> {
        let meeting = &self.meeting;
        let online = |id: PersonId| {
            let mut modes = meeting.movements_of(id).filter(|one| one.what.is_in()).map(|one| one.mode);
            let is_all_online = meeting.head.venue.to_lowercase().starts_with("online");
            if modes.any(|mode| mode == Mode::Online) && !is_all_online { ", online" } else { "" }
        };
        let mut lines = Vec::new();
        for person in &meeting.people {
            let id = person.id;
            let is_substitute = person.membership == Membership::Substitute;
            if meeting.attended(id) && person.membership.sits() {
                lines.push(format!(
                    "present: {} [{}], substitute {is_substitute}{}",
                    person.name,
                    person.role,
                    online(id)
                ));
            } else if meeting.attended(id) {
                lines.push(format!("attending: {}{}", person.full(), online(id)));
            } else if meeting.standing(id) == Standing::Absent
                && self.prints(Section::Absent)
                && person.membership.sits()
            {
                lines.push(format!("absent: {}", person.name));
            }
        }
        let name = |id: PersonId| meeting.person(id).unwrap().name.as_str();
        lines.extend(
            meeting
                .apologies
                .iter()
                .map(|one| format!("apologies: {} ({:?})", name(one.person), one.substitute.map(name))),
        );
        lines.sort();
        lines
    }

    /// Who came and went. What happened at an item is told there, and else beside the roll.
    fn movements(&self) -> Vec<String> {
        let happened = self.meeting.attendance.iter().filter(|one| !one.what.is_of_the_roll_call());
        let mut lines: Vec<String> = happened.map(|one| self.movement(one)).collect();
        lines.sort();
        lines
    }

    fn movement(&self, movement: &Movement) -> String {
        let place = movement.item.and_then(|item| self.place(item));
        let item = movement.item.filter(|_| place.is_some()).and_then(|item| self.meeting.item(item));
        let slot = item.map(|item| {
            let before = item.minutes.iter().take(item.slot_of(movement));
            before.filter(|block| is_told(block)).count()
        });
        let Movement { what, at, mode, why, .. } = movement;
        let mode = if what.is_in() { *mode } else { Mode::Room };
        let name = &self.meeting.person(movement.person).unwrap().name;
        format!("{name} {what:?} at {at:?} {mode:?} because {why:?}, item {place:?} after {slot:?}")
    }

    /// Where an item stands among those that are printed.
    fn place(&self, item: ItemId) -> Option<usize> {
        self.items.iter().position(|one| *one == item)
    }

    fn declarations(&self) -> Vec<String> {
        let meeting = &self.meeting;
        let declared = meeting.declarations.iter().map(|one| {
            let mut items: Vec<usize> = one.items.iter().filter_map(|item| self.place(*item)).collect();
            items.sort_unstable();
            let during = one.during.and_then(|item| self.place(item));
            let name = &meeting.person(one.person).unwrap().name;
            format!(
                "{name} declared {:?} in {items:?} ({}), {:?}, during {during:?}",
                one.kind, one.nature, one.conduct
            )
        });
        let mut lines: Vec<String> = declared.collect();
        lines.sort();
        lines
    }

    fn heading(&self, item: &Item, (number, label): &(String, String)) -> String {
        let heading = &item.heading;
        let cased =
            |words: &str, case| if case == Case::Capitals { words.to_uppercase() } else { words.to_owned() };
        let part =
            heading.part.and_then(|part| self.meeting.part(part)).filter(|_| self.style.parts).map(|part| {
                let title = cased(&part.title, self.style.section_case);
                format!("{}/{title}/{}/{}", part.label, part.statement, part.restricted)
            });
        let title = cased(&heading.title, self.style.item_case);
        let restricted = self.meeting.is_restricted(item);
        format!(
            "== [{number}|{label}] {title} | part {part:?} | restricted {restricted} | {} | {:?}",
            heading.report, heading.outcome
        )
    }

    /// The blocks of an item that are printed. What the paper says of the next meeting below its last item is, below an
    /// item about that, as well the minute of it, and compared with the front.
    fn blocks<'b>(&self, item: &'b Item) -> impl Iterator<Item = &'b Block> + use<'b> {
        let is_about_it = item.heading.title.to_lowercase().contains("next meeting");
        let is_alone = item.minutes.len() == 1 && is_about_it;
        let says_next =
            move |block: &Block| is_alone && block.text.starts_with("The next meeting will be held on ");
        item.minutes.iter().filter(move |block| is_told(block) && !says_next(block))
    }

    /// A block. What is restricted is marked where its item is not.
    fn block(&self, item: &Item, block: &Block) -> String {
        let kind = match &block.kind {
            // Under an item none of whose paragraphs has a number, a procedural line looks like one of them.
            Kind::Procedural if !self.is_numbered(item) => "paragraph".to_owned(),
            Kind::Motion(motion) => self.motion(item, motion),
            kind => kind.word().to_owned(),
        };
        let restricted =
            if block.restricted && !self.meeting.is_restricted(item) { " restricted" } else { "" };
        format!("   {} {kind}{restricted} {}", block.level, block.text)
    }

    /// Whether some paragraph of an item is printed with a number.
    fn prints_numbers(&self, item: &Item) -> bool {
        let is_numbered = |block: &Block| block.kind == Kind::Paragraph && block.level == 0;
        self.style.paragraphs[0] != Form::None && self.blocks(item).any(is_numbered)
    }

    fn is_numbered(&self, item: &Item) -> bool {
        self.place(item.id).and_then(|at| self.numbered.get(at)).is_some_and(|is| *is)
    }

    /// Everything that is recorded of a motion.
    pub fn motion(&self, item: &Item, motion: &Motion) -> String {
        let name = |id: &PersonId| self.meeting.person(*id).unwrap().name.clone();
        let names = |ids: &[PersonId]| ids.iter().map(name).collect::<Vec<_>>();
        let vote = match &motion.vote {
            Vote::Recorded { for_, against, abstained } => {
                format!(
                    "{:?} {:?} {:?} {:?}",
                    names(for_),
                    names(against),
                    names(abstained),
                    names(&motion.silent)
                )
            }
            other => format!("{other:?}"),
        };
        let own: Vec<_> =
            motion.own_votes.iter().chain(&motion.casting).map(|one| (name(&one.person), one.side)).collect();
        let (mover, seconder) = (motion.mover.as_ref().map(name), motion.seconder.as_ref().map(name));
        let subject = self.subject(item, motion);
        format!("motion by {mover:?}, {seconder:?}: {:?} {vote} {own:?}{subject}", motion.decision)
    }

    /// What a motion amends, or who was nominated and elected.
    fn subject(&self, item: &Item, motion: &Motion) -> String {
        let name = |id: PersonId| self.meeting.person(id).unwrap().name.clone();
        match &motion.subject {
            Subject::Business => String::new(),
            Subject::Amendment(Amendment { motion, amended, replaced }) => {
                let main =
                    item.minutes.iter().filter(|block| is_told(block)).position(|block| block.id == *motion);
                format!(" amends {main:?} from {replaced:?} to {amended:?}")
            }
            Subject::Election(Election { office, nominees, elected, by_lot }) => {
                let nominee = |one: &Nominee| {
                    let (proposer, seconder) = (one.proposer.map(name), one.seconder.map(name));
                    format!("{} by {proposer:?} and {seconder:?}: {:?}", name(one.person), one.votes)
                };
                let nominees: Vec<String> = nominees.iter().map(nominee).collect();
                format!(" elects {:?} {office} of {nominees:?}, lot {by_lot}", elected.map(name))
            }
            Subject::Exclusion(exempt) => {
                let items = exempt.iter().map(|one| (self.place(one.item), &one.paragraphs));
                format!(" excludes the public from {:?}", items.collect::<Vec<_>>())
            }
        }
    }
}

/// Whether a block is in print: not a private note.
fn is_told(block: &Block) -> bool {
    block.kind != Kind::Note
}
