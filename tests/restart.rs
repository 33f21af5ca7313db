//! Whatever is done, saved and broken off in whatever order: a session is the same after every restart.

use crate::draws::draws;
use crate::laws::{Deed, deeds, edit, start};
use crate::store::{enter, meeting, place, recall, save};
use minutebook::session::{Change, Entry};
use minutebook::store::{self, Note};
use proptest::prelude::*;

/// What may happen while a meeting is minuted.
#[derive(Debug, Clone)]
enum Event {
    Do(Deed),
    Undo,
    Redo,
    Save,
    Restart,
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let other =
        prop::sample::select(vec![Event::Undo, Event::Undo, Event::Redo, Event::Save, Event::Restart]);
    (deeds(), prop::collection::vec((any::<prop::sample::Index>(), other), 0..30)).prop_map(
        |(deeds, others)| {
            let mut events: Vec<_> = deeds.into_iter().map(Event::Do).collect();
            for (at, event) in others {
                events.insert(at.index(events.len() + 1), event);
            }
            events
        },
    )
}

proptest! {
    #![proptest_config(draws(64))]

    #[test]
    fn every_text_is_read_back(body in any::<String>(), words in "[\\PC\u{200d}\u{feff}\u{2028}\"#\\\\]{0,40}") {
        let (_folder, path) = place();
        let mut meeting = meeting();
        meeting.head.body = body;
        meeting.items[0].minutes[0].text = words;
        store::create(&path, &meeting, "a1").unwrap();
        meeting.tame();
        let read = store::read_only(&path).unwrap();
        prop_assert_eq!(read.session.meeting(), &meeting);
    }

    #[test]
    fn a_session_is_the_same_after_every_restart(events in events()) {
        let (_folder, path) = place();
        let mut opened = store::create(&path, &start(), "a1").unwrap();
        let mut going_on = false;
        for event in events {
            let entry = match event {
                Event::Do(deed) => {
                    let new = opened.session.draw_id() + 100;
                    let Some(edit) = edit(opened.session.meeting(), &deed, new) else { continue };
                    // Every other step goes on with the one before.
                    if going_on && new.is_multiple_of(2) { Entry::More(edit) } else { Entry::Did(Change::new("Did", vec![edit])) }
                }
                Event::Undo | Event::Redo => {
                    // As late as can be: only when the session knows nothing more itself.
                    let history = opened.session.history();
                    let (steps, entry) = match event {
                        Event::Undo => (&history.done, Entry::Undid),
                        _ => (&history.undone, Entry::Redid),
                    };
                    if steps.is_empty() {
                        recall(&mut opened, &path);
                    }
                    entry
                }
                Event::Save => {
                    save(&opened);
                    continue;
                }
                Event::Restart => {
                    let before = opened.session.clone();
                    drop(opened);
                    opened = store::open(&path).unwrap();
                    prop_assert_eq!(opened.session.meeting(), before.meeting());
                    prop_assert_eq!(opened.session.entries(), before.entries());
                    let plain = opened.notes.iter().all(|note| matches!(note, Note::Recovered { .. }));
                    prop_assert!(plain, "{:?}", opened.notes);
                    going_on = false;
                    continue;
                }
            };
            let step = matches!(entry, Entry::Did(_) | Entry::More(_));
            if enter(&mut opened, entry) {
                going_on = step;
            }
        }
        recall(&mut opened, &path);
        prop_assert_eq!(opened.session.history(), &store::recall(&path, opened.session.entries()).unwrap());
        while !opened.session.history().done.is_empty() {
            prop_assert!(enter(&mut opened, Entry::Undid));
        }
        prop_assert_eq!(opened.session.meeting(), &start());
    }
}
