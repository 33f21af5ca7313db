//! A desk to play on: a small meeting of an invented body, keys in as a script, screens and minutes out.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use minutebook::desk::areas::Size;
use minutebook::desk::{Desk, Effect};
use minutebook::domain::agenda::{Break, Heading, Item, Part};
use minutebook::domain::id::{BreakId, ItemId, PartId, PersonId};
use minutebook::domain::meeting::{Head, Meeting, Numbering};
use minutebook::domain::people::{Membership, Person};
use minutebook::export::{Audience, Document, text};
use minutebook::houses::Houses;
use minutebook::session::{Entry, Session};
use minutebook::update::{Event, update};
use minutebook::view::screen::picture;
use minutebook::view::theme::{Palette, Theme};

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 12).unwrap()
}

pub fn at(hour: u32, minute: u32) -> NaiveDateTime {
    day().and_hms_opt(hour, minute, 0).unwrap()
}

/// The Saltmarsh Harbour Partnership, called to meet on 12 March 2026.
pub fn meeting() -> Meeting {
    let head = Head {
        body: "Saltmarsh Harbour Partnership".into(),
        date: Some(day()),
        starts: NaiveTime::from_hms_opt(10, 0, 0),
        venue: "Committee Room 1, The Quayside, Saltmarsh".into(),
        contact: "Imogen Farr".into(),
        numbering: Numbering { first: Some(40), count_empty: false, ..Numbering::default() },
        quorum: Some(3),
        ..Head::default()
    };
    let part = |id, label: &str, title: &str, restricted| Part {
        id: PartId(id),
        label: label.into(),
        title: title.into(),
        restricted,
        statement: String::new(),
    };
    let parts = vec![
        part(1, "A", "Business of the Partnership", false),
        part(2, "B", "Matters for Discussion", false),
        part(3, "C", "Restricted Items", true),
    ];
    let items = [
        (10, "A1", "Introduction", 1),
        (11, "A2", "Apologies and Substitutes", 1),
        (12, "A3", "Declarations of Interest", 1),
        (13, "A4", "Notes of the meeting held on 4 December 2025", 1),
        (14, "B1", "Dredging Strategy Update", 2),
        (15, "B2", "Pontoon Repairs and Winter Moorings: programme and costs", 2),
        (16, "B3", "Date of the next meeting", 2),
        (17, "C1", "Fuel Berth Lease", 3),
    ];
    let item = |(id, label, title, part): &(u32, &str, &str, u32)| Item {
        id: ItemId(*id),
        heading: Heading {
            label: (*label).into(),
            title: (*title).into(),
            part: Some(PartId(*part)),
            ..Heading::default()
        },
        minutes: vec![],
    };
    let person = |id, name: &str, role: &str, post: &str, membership| Person {
        role: role.into(),
        post: post.into(),
        membership,
        ..Person::new(PersonId(id), name)
    };
    use Membership::{Member, Officer};
    let people = vec![
        person(20, "Mrs E Carrow, OBE", "Chairman", "", Member),
        person(21, "Mr T Aldous", "Vice-Chairman", "", Member),
        person(22, "Cllr P Brine", "", "", Member),
        person(23, "Ms J Okafor", "", "", Member),
        person(24, "Dr S Lindqvist", "", "", Member),
        person(25, "Imogen Farr", "", "Democratic Services Officer", Officer),
        person(26, "Col Hester", "", "Harbour Master", Officer),
    ];
    let pause =
        Break { id: BreakId(30), after: Some(ItemId(15)), title: "Comfort break".into(), minutes: Some(10) };
    Meeting {
        head,
        people,
        parts,
        breaks: vec![pause],
        items: items.iter().map(item).collect(),
        ..Meeting::default()
    }
}

/// A desk and everything that it ordered.
pub struct Stage {
    pub desk: Desk,
    pub effects: Vec<Effect>,
}

impl Stage {
    pub fn new() -> Self {
        Self::with(meeting())
    }

    pub fn with(meeting: Meeting) -> Self {
        let mut desk = Desk::new(Session::new(meeting, 0));
        desk.file = "harbour.ron".into();
        let mut stage = Self { desk, effects: vec![] };
        stage.happen(Event::Clock(at(10, 2)));
        stage.size(80, 24)
    }

    pub fn size(mut self, width: u16, height: u16) -> Self {
        self.happen(Event::Resize(Size { width, height }));
        self
    }

    pub fn happen(&mut self, event: Event) {
        self.effects.extend(update(&mut self.desk, event));
        self.desk.lay_out();
    }

    /// Plays a script: what stands between `<` and `>` is a key, everything else is typed.
    pub fn play(mut self, script: &str) -> Self {
        let mut rest = script;
        while let Some(character) = rest.chars().next() {
            let (key, after) = match rest.strip_prefix('<').and_then(|inside| inside.split_once('>')) {
                Some((name, after)) => (name.parse().unwrap(), after),
                None => (
                    character.to_string().parse().unwrap_or_else(|_| "Space".parse().unwrap()),
                    &rest[character.len_utf8()..],
                ),
            };
            self.happen(Event::Key(key));
            rest = after;
        }
        self
    }

    pub fn paste(mut self, text: &str) -> Self {
        self.happen(Event::Paste(text.into()));
        self
    }

    pub fn at(mut self, hour: u32, minute: u32) -> Self {
        self.happen(Event::Clock(at(hour, minute)));
        self
    }

    /// Does a command by its name, as the palette would.
    pub fn command(self, name: &str) -> Self {
        self.play("<ctrl-p>").play(name).play("<enter>")
    }

    pub fn meeting(&self) -> &Meeting {
        self.desk.meeting()
    }

    /// The minutes as text.
    pub fn minutes(&self, style: &str, audience: Audience) -> String {
        let style = Houses::built_in().style(style).unwrap();
        text::text(&Document::of(self.meeting(), style, self.desk.profile(), audience))
    }

    /// The blocks of the item on the desk, a line each: mark, level by indentation, words.
    pub fn page(&self) -> String {
        let mut counter = minutebook::domain::style::Counter::default();
        let style = self.desk.style();
        let item = self.desk.item().unwrap();
        let lines = item.minutes.iter().map(|block| {
            let mark = counter.mark(block, style).text().into_owned();
            let lock = if block.restricted { "■" } else { "" };
            format!("{}{lock}{mark}|{}", "  ".repeat(usize::from(block.level)), block.text)
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    pub fn screen(&self) -> String {
        picture(&self.desk, &Theme::of(Palette::Plain), false)
    }

    pub fn looks(&self, palette: Palette) -> String {
        picture(&self.desk, &Theme::of(palette), true)
    }

    pub fn notice(&self) -> &str {
        self.desk.notice.as_ref().map_or("", |notice| &notice.text)
    }

    /// Everything that went to the journal.
    pub fn journal(&self) -> Vec<Entry> {
        let entries = self.effects.iter().filter_map(|effect| match effect {
            Effect::Journal(entry) => Some((**entry).clone()),
            _ => None,
        });
        entries.collect()
    }
}
