//! The laws of the record, over random meetings and random edits.

use crate::draws::draws;
use minutebook::domain::agenda::{Heading, Item, Part};
use minutebook::domain::edit::{Edit, Moved, Thing};
use minutebook::domain::id::{
    ApologyId, BlockId, CorrectionId, DeclarationId, ItemId, MovementId, PartId, PersonId, RemarkId,
    ThoughtId,
};
use minutebook::domain::meeting::{Course, Head, Meeting, Moment, Status, Turn};
use minutebook::domain::minutes::{Block, Kind, Thought};
use minutebook::domain::people::{Apology, Conduct, Declaration, Mode, Move, Movement, Person};
use minutebook::domain::review::{Answer, Correction, Remark, Says, Subject};
use minutebook::session::{Change, Entry, Session};
use proptest::prelude::*;

/// Something that somebody might do, with everything it needs drawn at random; what does not fit the record
/// at hand is refused by it.
#[derive(Debug, Clone)]
pub enum Deed {
    Item(usize, String, bool),
    Block(usize, usize, u8, u8, String),
    Person(String),
    Movement(usize, u8, usize),
    Apology(usize, usize),
    Declaration(usize, usize),
    Thought(String),
    Remark(usize, usize, String),
    Correction(String),
    Type(usize, usize, usize, String),
    Delete(usize, usize, usize, usize),
    TakeOut(u8, usize, usize),
    MoveItem(usize, usize),
    MoveBlock(usize, usize, usize),
    Kind(usize, usize, u8, u8),
    Heading(usize, String),
    Head(String),
    Status(u8),
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z ]{0,12}", "[é日👨‍👩‍👧e\u{301} .]{0,6}", "[\u{0}-\u{20}]{0,3}"]
}

pub fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    use Deed::*;
    let n = 0..6usize;
    let one = prop_oneof![
        (n.clone(), words(), any::<bool>()).prop_map(|(a, b, c)| Item(a, b, c)),
        (n.clone(), n.clone(), 0..8u8, 0..4u8, words()).prop_map(|(a, b, c, d, e)| Block(a, b, c, d, e)),
        words().prop_map(Person),
        (n.clone(), 0..9u8, n.clone()).prop_map(|(a, b, c)| Movement(a, b, c)),
        (n.clone(), n.clone()).prop_map(|(a, b)| Apology(a, b)),
        (n.clone(), n.clone()).prop_map(|(a, b)| Declaration(a, b)),
        words().prop_map(Thought),
        (n.clone(), n.clone(), words()).prop_map(|(a, b, c)| Remark(a, b, c)),
        words().prop_map(Correction),
        (n.clone(), n.clone(), 0..30usize, words()).prop_map(|(a, b, c, d)| Type(a, b, c, d)),
        (n.clone(), n.clone(), 0..30usize, 0..9usize).prop_map(|(a, b, c, d)| Delete(a, b, c, d)),
        (0..6u8, n.clone(), n.clone()).prop_map(|(a, b, c)| TakeOut(a, b, c)),
        (n.clone(), n.clone()).prop_map(|(a, b)| MoveItem(a, b)),
        (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, c)| MoveBlock(a, b, c)),
        (n.clone(), n.clone(), 0..8u8, 0..4u8).prop_map(|(a, b, c, d)| Kind(a, b, c, d)),
        (n.clone(), words()).prop_map(|(a, b)| Heading(a, b)),
        words().prop_map(Head),
        (0..6u8).prop_map(Status),
    ];
    prop::collection::vec(one, 0..60)
}

fn kind(n: u8) -> Kind {
    match n {
        0 => Kind::Bullet,
        1 => Kind::Resolution,
        2 => Kind::Action,
        3 => Kind::Note,
        4 => Kind::Motion(Box::default()),
        5 => Kind::Procedural,
        6 => Kind::Recommendation,
        _ => Kind::Paragraph,
    }
}

fn before<T>(list: &[T], at: usize, id: impl Fn(&T) -> u32) -> Option<u32> {
    list[..at.min(list.len())].last().map(id)
}

/// The edit that a deed is, over this record; none where the record has nothing of the kind.
pub fn edit(meeting: &Meeting, deed: &Deed, new: u32) -> Option<Edit> {
    let item = |n: usize| meeting.items.get(n % meeting.items.len().max(1));
    let person = |n: usize| meeting.people.get(n % meeting.people.len().max(1));
    let insert = |after, thing| Some(Edit::insert(after, thing));
    match deed {
        Deed::Item(at, title, part) => {
            let heading = Heading {
                title: title.clone(),
                part: if *part { meeting.parts.first().map(|part| part.id) } else { None },
                ..Heading::default()
            };
            let thing = Thing::Item(Item { id: ItemId(new), heading, minutes: vec![] });
            insert(before(&meeting.items, *at, |item| item.id.0), thing)
        }
        Deed::Block(n, at, what, level, text) => {
            let item = item(*n)?;
            let block = Block { kind: kind(*what), level: *level, ..Block::paragraph(BlockId(new), text) };
            insert(before(&item.minutes, *at, |block| block.id.0), Thing::Block(item.id, block))
        }
        Deed::Person(name) => insert(None, Thing::Person(Person::new(PersonId(new), name))),
        Deed::Movement(n, what, at) => {
            let movement = Movement {
                id: MovementId(new),
                person: person(*n)?.id,
                what: Move::ALL[usize::from(*what) % Move::ALL.len()],
                item: item(*at).map(|item| item.id),
                after: None,
                at: None,
                mode: Mode::Room,
                why: String::new(),
            };
            insert(meeting.attendance.last().map(|last| last.id.0), Thing::Movement(movement))
        }
        Deed::Apology(n, m) => {
            let apology = Apology {
                id: ApologyId(new),
                person: person(*n)?.id,
                substitute: person(*m).map(|person| person.id),
            };
            insert(None, Thing::Apology(apology))
        }
        Deed::Declaration(n, at) => {
            let declaration = Declaration {
                id: DeclarationId(new),
                person: person(*n)?.id,
                items: item(*at).map(|item| item.id).into_iter().collect(),
                during: None,
                kind: String::new(),
                nature: "a trustee".into(),
                sensitive: false,
                conduct: Conduct::Withdrew,
            };
            insert(None, Thing::Declaration(declaration))
        }
        Deed::Thought(text) => {
            let thought = Thought { id: ThoughtId(new), text: text.clone(), at: None, item: None };
            insert(None, Thing::Thought(thought))
        }
        Deed::Remark(n, m, text) => {
            let item = item(*n)?;
            let block = item.minutes.get(*m);
            let remark = Remark {
                id: RemarkId(new),
                on: block.map_or(Subject::Item(item.id), |block| Subject::Block(item.id, block.id)),
                by: "Mrs Cleat".into(),
                at: None,
                says: Says::Reword(text.clone()),
                was: block.map(|block| block.text.clone()).unwrap_or_default(),
                answer: Answer::Open,
            };
            insert(None, Thing::Remark(remark))
        }
        Deed::Correction(text) => {
            let (id, made, minute) = (CorrectionId(new), None, "34".to_owned());
            insert(
                None,
                Thing::Correction(Correction { id, text: text.clone(), made, minute, restricted: false }),
            )
        }
        Deed::Type(n, m, at, put) => {
            let item = item(*n)?;
            let block = item.minutes.get(*m)?;
            let put = put.clone();
            Some(Edit::Splice { item: item.id, block: block.id, at: *at, out: String::new(), put })
        }
        Deed::Delete(n, m, at, len) => {
            let item = item(*n)?;
            let block = item.minutes.get(*m)?;
            let out = block.text.get(*at..at + len)?.to_owned();
            Some(Edit::Splice { item: item.id, block: block.id, at: *at, out, put: String::new() })
        }
        Deed::TakeOut(which, n, m) => {
            let remove = |after, thing| Some(Edit::remove(after, thing));
            match which {
                0 => {
                    let at = n % meeting.items.len().max(1);
                    let item = meeting.items.get(at)?.clone();
                    remove(before(&meeting.items, at, |item| item.id.0), Thing::Item(item))
                }
                1 => {
                    let item = item(*n)?;
                    let block = item.minutes.get(*m)?.clone();
                    remove(before(&item.minutes, *m, |block| block.id.0), Thing::Block(item.id, block))
                }
                2 => {
                    let person = meeting.people.get(*n)?.clone();
                    remove(before(&meeting.people, *n, |person| person.id.0), Thing::Person(person))
                }
                3 => {
                    let movement = meeting.attendance.get(*n)?.clone();
                    let after = before(&meeting.attendance, *n, |movement| movement.id.0);
                    remove(after, Thing::Movement(movement))
                }
                4 => remove(None, Thing::Part(meeting.parts.first()?.clone())),
                _ => remove(None, Thing::Thought(meeting.parked.first()?.clone())),
            }
        }
        Deed::MoveItem(n, to) => {
            let at = n % meeting.items.len().max(1);
            let from = before(&meeting.items, at, |item| item.id.0);
            let to = before(&meeting.items, *to, |item| item.id.0);
            Some(Edit::Move { what: Moved::Item(meeting.items.get(at)?.id), from, to })
        }
        Deed::MoveBlock(n, m, to) => {
            let item = item(*n)?;
            let what = Moved::Block(item.id, item.minutes.get(*m)?.id);
            let from = before(&item.minutes, *m, |block| block.id.0);
            let to = before(&item.minutes, *to, |block| block.id.0);
            Some(Edit::Move { what, from, to })
        }
        Deed::Kind(n, m, what, level) => {
            let item = item(*n)?;
            let old = item.minutes.get(*m)?.clone();
            let new = Block { kind: kind(*what), level: *level, ..old.clone() };
            Some(Edit::replace(Thing::Block(item.id, old), Thing::Block(item.id, new)))
        }
        Deed::Heading(n, title) => {
            let item = item(*n)?;
            let new = Heading { title: title.clone(), ..item.heading.clone() };
            let old = Thing::Heading(item.id, item.heading.clone());
            Some(Edit::replace(old, Thing::Heading(item.id, new)))
        }
        Deed::Head(body) => {
            let new = Head { body: body.clone(), ..meeting.head.clone() };
            Some(Edit::replace(Thing::Head(meeting.head.clone()), Thing::Head(new)))
        }
        Deed::Status(n) => {
            let statuses =
                [Status::Prepared, Status::Open, Status::Adjourned, Status::Closed, Status::WithChair];
            let day = chrono::NaiveDate::from_ymd_opt(2021, 11, 18).unwrap();
            let at = day.and_hms_opt(10, u32::from(*n), 0).unwrap();
            let mut new = Course { status: statuses[usize::from(*n) % 5], ..meeting.course.clone() };
            new.moments.push(Moment::new(Turn::Opened, at));
            Some(Edit::replace(Thing::Course(meeting.course.clone()), Thing::Course(new)))
        }
    }
}

pub fn start() -> Meeting {
    let part = |n, restricted| Part {
        id: PartId(n),
        label: "A".into(),
        title: "Business".into(),
        restricted,
        statement: String::new(),
    };
    Meeting { parts: vec![part(1, false), part(2, true)], ..Meeting::default() }
}

proptest! {
    #![proptest_config(draws(256))]

    #[test]
    fn an_edit_and_then_its_inverse_is_nothing_at_all(deeds in deeds()) {
        let mut meeting = start();
        let mut new = 100;
        for deed in &deeds {
            new += 1;
            let Some(edit) = edit(&meeting, deed, new) else { continue };
            prop_assert_eq!(edit.inverse().inverse(), edit.clone());
            let before = meeting.clone();
            match meeting.apply(&edit) {
                Ok(()) => {
                    let after = meeting.clone();
                    prop_assert_eq!(meeting.apply(&edit.inverse()), Ok(()));
                    prop_assert_eq!(&meeting, &before);
                    meeting = after;
                }
                Err(_) => prop_assert_eq!(&meeting, &before, "a refused edit changes nothing"),
            }
        }
    }

    #[test]
    fn everything_can_be_undone_and_made_again(deeds in deeds()) {
        let mut session = Session::new(start(), 0);
        let mut states = vec![session.meeting().clone()];
        for deed in &deeds {
            let new = session.draw_id() + 100;
            let Some(edit) = edit(session.meeting(), deed, new) else { continue };
            if session.enter(Entry::Did(Change::new("Did", vec![edit]))).is_ok() {
                states.push(session.meeting().clone());
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(session.enter(Entry::Undid).is_ok());
            prop_assert_eq!(session.meeting(), state);
        }
        prop_assert!(session.enter(Entry::Undid).is_err());
        for state in states.iter().skip(1) {
            prop_assert!(session.enter(Entry::Redid).is_ok());
            prop_assert_eq!(session.meeting(), state);
        }
        prop_assert!(session.enter(Entry::Redid).is_err());
    }

    #[test]
    fn typing_on_is_one_step(pieces in prop::collection::vec((0..20usize, 0..4usize, "[a-zé ]{0,3}"), 1..40)) {
        let mut meeting = start();
        let item = Item { id: ItemId(3), heading: Heading::default(), minutes: vec![Block::paragraph(BlockId(4), "")] };
        meeting.items.push(item);
        let mut session = Session::new(meeting.clone(), 0);
        prop_assert!(session.enter(Entry::Did(Change::new("Typed", vec![]))).is_ok());
        for (at, len, put) in pieces {
            let text = &session.meeting().items[0].minutes[0].text;
            let Some(out) = text.get(at..(at + len).min(text.len())) else { continue };
            let (item, block, out) = (ItemId(3), BlockId(4), out.to_owned());
            let edit = Edit::Splice { item, block, at, out, put };
            prop_assert!(session.enter(Entry::More(edit)).is_ok());
        }
        let written = session.meeting().clone();
        prop_assert!(session.enter(Entry::Undid).is_ok());
        prop_assert_eq!(session.meeting(), &meeting);
        prop_assert!(session.enter(Entry::Redid).is_ok());
        prop_assert_eq!(session.meeting(), &written);
    }

    #[test]
    fn an_id_is_never_drawn_twice(deeds in deeds()) {
        let mut session = Session::new(start(), 0);
        let mut drawn = std::collections::BTreeSet::new();
        for deed in &deeds {
            let new = session.draw_id();
            prop_assert!(drawn.insert(new));
            let Some(edit) = edit(session.meeting(), deed, new) else { continue };
            let _ = session.enter(Entry::Did(Change::new("Did", vec![edit])));
            if new.is_multiple_of(3) {
                let _ = session.enter(Entry::Undid);
            }
        }
    }
}
