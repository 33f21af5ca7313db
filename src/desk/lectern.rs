//! What lies before the chair at one stop of a pass, set in rows: the item, the words and who moved them, and what was
//! said of them. Says what each row is, and knows no colours and no keys.

use super::Desk;
use super::areas::{Area, Size};
use super::pass::{Pass, Stop};
use super::sheet::Sheet;
use crate::domain::agenda::Item;
use crate::domain::id::BlockId;
use crate::domain::minutes::{Block, Kind};
use crate::domain::review::{Answer, Remark, Says, Subject};
use crate::domain::style::Counter;
use crate::export::document::{Element, Origin, Role};
use crate::export::{Audience, Document, text as print};
use crate::text;
use chrono::NaiveDateTime;

/// The widest measure, in cells: a line that is read aloud.
const MEASURE: u16 = 66;
/// The widest measure of words shown large.
const LARGE: u16 = 44;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The name of the item.
    Item,
    /// That something is not for everybody.
    Restricted,
    /// Words that decide something.
    Decision,
    /// Other words.
    Words,
    /// What is beside the point here.
    Aside,
    /// A remark that agrees, or that the clerk has taken.
    Agreed,
    /// A remark that waits for the clerk.
    Open,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its words, tame and no longer than the measure. None where it is air.
    pub words: String,
    /// What it is.
    pub tone: Tone,
}

/// Everything at a stop, set in rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lectern {
    /// Where the rows stand.
    pub area: Area,
    /// All of them; they may be more than there is room for.
    pub rows: Vec<Row>,
    /// The first that is shown.
    pub top: usize,
}

/// The room inside the frame around what is read, on a screen of this size.
fn inside(size: Size) -> Area {
    Sheet::area(size).inside(1, 1, 1, 1)
}

impl Lectern {
    /// What lies before the chair, in an area. What does not fit set wide is set closer, and what does not fit then
    /// is scrolled.
    #[must_use]
    pub fn of(desk: &Desk, pass: &Pass, inside: Area) -> Option<Self> {
        let stop = pass.stop()?;
        let air = inside.height / 6 * u16::from(inside.height > 12);
        let wide = [(MEASURE, air, false), (MEASURE, 0, false)];
        let large = pass.large.then_some((LARGE, air, true));
        let set = |(measure, above, large): (u16, u16, bool)| {
            let margin = inside.width.saturating_sub(measure) / 2;
            let area = inside.inside(margin, above, margin, 0);
            let rows = Setter::new(area).set(desk, stop, large);
            Self { area, rows, top: 0 }
        };
        let fits = large.into_iter().chain(wide).map(set).find(|set| set.beyond() == 0);
        Some(fits.unwrap_or_else(|| {
            let closest = set((inside.width.saturating_sub(2), 0, false));
            Self { top: pass.top.min(closest.beyond()), ..closest }
        }))
    }

    /// How many rows there is no room for.
    fn beyond(&self) -> usize {
        self.rows.len().saturating_sub(usize::from(self.area.height))
    }
}

/// Scrolls what lies before the chair by as much as is shown at once, but for a row. Returns whether there was more
/// to show.
pub fn scroll(desk: &mut Desk, down: bool) -> bool {
    let Some(super::Overlay::Chair(pass)) = desk.overlay() else { return false };
    let Some(set) = Lectern::of(desk, pass, inside(desk.size)) else { return false };
    let page = isize::from(i16::try_from(set.area.height).unwrap_or(i16::MAX)).saturating_sub(1).max(1);
    let to = set.top.saturating_add_signed(if down { page } else { -page }).min(set.beyond());
    if let Some(super::Overlay::Chair(pass)) = desk.overlays.last_mut() {
        pass.top = to;
    }
    to != set.top
}

/// Sets rows one below the other.
struct Setter {
    area: Area,
    rows: Vec<Row>,
}

impl Setter {
    fn new(area: Area) -> Self {
        Self { area, rows: Vec::new() }
    }

    /// All that is shown at a stop.
    fn set(mut self, desk: &Desk, stop: Stop, large: bool) -> Vec<Row> {
        self.item(desk, stop);
        self.subject(desk, stop, large);
        for remark in desk.meeting().remarks_on(stop.on) {
            self.remark(remark);
        }
        while self.rows.last().is_some_and(|row| row.words.is_empty()) {
            self.rows.pop();
        }
        self.rows
    }

    fn air(&mut self, rows: u16) {
        self.rows.extend((0..rows).map(|_| Row { words: String::new(), tone: Tone::Words }));
    }

    /// Words in the measure, `gap` rows of air below each.
    fn words(&mut self, words: &str, tone: Tone, indent: usize, gap: u16) {
        let words = text::tame(words);
        let cells = usize::from(self.area.width).saturating_sub(indent).max(1);
        for range in text::wrap(&words, cells, 0) {
            let words = words.get(range).unwrap_or("").trim_end();
            self.rows.push(Row { words: format!("{}{words}", " ".repeat(indent)), tone });
            self.air(gap);
        }
    }

    fn restricted(&mut self) {
        self.words("RESTRICTED – not for publication", Tone::Restricted, 0, 0);
    }

    fn item(&mut self, desk: &Desk, stop: Stop) {
        let item = stop.on.item().and_then(|item| desk.meeting().item(item));
        let Some(item) = item else { return };
        self.words(&item.name(), Tone::Item, 0, 0);
        if desk.meeting().is_restricted(item) {
            self.restricted();
        }
        self.air(1);
    }

    fn subject(&mut self, desk: &Desk, stop: Stop, large: bool) {
        match stop.on {
            Subject::Block(item, block) => {
                let Some(item) = desk.meeting().item(item) else { return };
                let Some(block) = item.block(block) else {
                    return self.words("This paragraph was taken out since.", Tone::Aside, 0, 0);
                };
                self.lead_in(item, block);
                self.about(desk, item, block, Role::Movers);
                self.block(desk, item, block, large);
                self.parts(desk, item, block);
                self.about(desk, item, block, Role::Vote);
            }
            Subject::Roll => self.roll(desk),
            Subject::Item(_) | Subject::Draft => {}
        }
        self.air(1);
    }

    /// The words that introduce a part of a resolution or a sub-paragraph.
    fn lead_in(&mut self, item: &Item, block: &Block) {
        let above = item.minutes.iter().take_while(|other| other.id != block.id);
        let lead = above.filter(|other| other.level < block.level && !other.is_private()).last();
        if let Some(lead) = lead.filter(|_| block.level > 0) {
            let word = lead.kind.lead_word().map(|word| format!("{word} ")).unwrap_or_default();
            self.words(&format!("{word}{}", lead.text), Tone::Aside, 0, 0);
            self.air(1);
        }
    }

    /// What is told of a motion beside its words: who moved it, or how it was voted.
    fn about(&mut self, desk: &Desk, item: &Item, block: &Block, role: Role) {
        if !matches!(block.kind, Kind::Motion(_)) {
            return;
        }
        let below = role == Role::Vote;
        for element in Document::excerpt(desk.meeting(), desk.style(), Audience::Full, item.id) {
            let Element::Paragraph(told) = element else { continue };
            if told.role == role && told.of == Origin::About(item.id, block.id) {
                self.air(u16::from(below));
                self.words(&told.text, Tone::Words, 0, 0);
                self.air(u16::from(!below));
            }
        }
    }

    /// What hangs from the words: the parts of a resolution. Each is a stop of its own later.
    fn parts(&mut self, desk: &Desk, item: &Item, block: &Block) {
        let below = item.minutes.iter().skip_while(|other| other.id != block.id).skip(1);
        for part in below.take_while(|part| part.level > block.level).filter(|part| !part.is_private()) {
            self.air(1);
            let mark = mark(desk, item, part.id);
            self.words(format!("{mark} {}", part.text).trim_start(), Tone::Aside, 4, 0);
        }
    }

    fn block(&mut self, desk: &Desk, item: &Item, block: &Block, large: bool) {
        let tone = match block.kind {
            Kind::Resolution | Kind::Recommendation | Kind::Motion(_) | Kind::Action => Tone::Decision,
            _ => Tone::Words,
        };
        let mark = mark(desk, item, block.id);
        let mark = if mark.is_empty() { mark } else { format!("{mark} ") };
        if block.restricted {
            self.restricted();
        }
        // Between the lines there is a row of air, while there is room for it.
        let words = format!("{mark}{}", block.text);
        let lines = text::wrap(&words, usize::from(self.area.width).max(1), 0).len();
        let room = usize::from(self.area.height).saturating_sub(self.rows.len());
        let gap = u16::from(large || lines * 2 + 4 <= room);
        self.words(&words, tone, 0, gap);
    }

    fn roll(&mut self, desk: &Desk) {
        let elements = Document::roll(desk.meeting(), desk.style(), desk.profile(), Audience::Full);
        let lists = print::excerpt(&elements);
        if lists.trim().is_empty() {
            self.words("Nobody is marked on the roll.", Tone::Aside, 0, 0);
        }
        for line in lists.lines() {
            self.words(line, Tone::Words, 0, 0);
        }
    }

    fn remark(&mut self, remark: &Remark) {
        let (sign, tone) = sign(remark);
        let who = if remark.by.is_empty() { "somebody" } else { &remark.by };
        let told = format!("{sign} {} by {who}{}", remark.says.word(), said_on(remark));
        self.words(&told, tone, 0, 0);
        if !remark.says.words().is_empty() {
            self.words(remark.says.words(), tone, 2, 0);
        }
        if let Some(answer) = answered(remark) {
            self.words(&answer, Tone::Aside, 2, 0);
        }
    }
}

/// The number, letter or word before a block, as the page has it.
fn mark(desk: &Desk, item: &Item, wanted: BlockId) -> String {
    let mut counter = Counter::default();
    let mut marks = item.minutes.iter().map(|block| (block.id, counter.mark(block, desk.style())));
    marks.find(|(id, _)| *id == wanted).map(|(_, mark)| mark.text().into_owned()).unwrap_or_default()
}

/// The sign of a remark, which says without colour how it stands.
#[must_use]
pub fn sign(remark: &Remark) -> (&'static str, Tone) {
    match (&remark.says, &remark.answer) {
        (Says::Accepted, _) | (_, Answer::Taken { .. }) => ("✓", Tone::Agreed),
        (_, Answer::Left { .. }) => ("–", Tone::Aside),
        (Says::Query(_), Answer::Open) => ("?", Tone::Open),
        (_, Answer::Open) => ("→", Tone::Open),
    }
}

/// When a remark was made, to be set behind who made it. Nothing where that is not known.
#[must_use]
pub fn said_on(remark: &Remark) -> String {
    remark.at.map(|at| at.format(", %-d %B %H:%M").to_string()).unwrap_or_default()
}

/// What the clerk made of a remark, in words.
#[must_use]
pub fn answered(remark: &Remark) -> Option<String> {
    let on = |at: &Option<NaiveDateTime>| {
        at.map(|at| at.format(" on %-d %B at %H:%M").to_string()).unwrap_or_default()
    };
    match &remark.answer {
        Answer::Open => None,
        Answer::Taken { at } => Some(format!("taken{}", on(at))),
        Answer::Left { at, why } if why.is_empty() => Some(format!("left{}", on(at))),
        Answer::Left { at, why } => Some(format!("left{}: {why}", on(at))),
    }
}
