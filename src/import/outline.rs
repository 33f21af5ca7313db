//! The outline of a paper: its front, its parts, items and breaks in order with the lines below each, and its
//! tail. Knows what kind of line each is, and not yet what the lines below an item say.

use super::attendance;
use super::body;
use super::cue;
use super::field::{self};
use super::heading;
use super::interruption;
use super::listing;
use super::minutes::{self, kind};
use super::notice;
use super::paper::{Ledger, Line, Role, squeeze};
use super::place;
use super::restriction;
use super::said;
use super::tail;
use super::title::{self, Title};
use super::{Meaning, Sure};

/// The lines that are items.
#[derive(Debug)]
pub(super) struct Heads {
    /// Where they stand, in order.
    pub at: Vec<usize>,
    /// Whether their labels are a letter and figures, so that letters alone are labels of parts.
    are_lettered: bool,
    /// How sure it is that they are items.
    sure: Sure,
}

impl Heads {
    fn of(lines: &[Line]) -> Self {
        let labels = || {
            lines.iter().enumerate().filter_map(|(at, line)| match &line.role {
                Role::Item(label) => Some((at, label)),
                _ => None,
            })
        };
        let is_lettered = |label: &str| {
            label.starts_with(|first: char| first.is_ascii_uppercase())
                && label.get(1..).is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()))
        };
        let lettered = labels().filter(|(_, label)| is_lettered(label)).count();
        let at: Vec<usize> = labels().map(|(at, _)| at).collect();
        Self { are_lettered: lettered * 2 > at.len(), sure: Sure::Recognised, at }
    }
}

/// A paper in outline.
#[derive(Debug, Default)]
pub(super) struct Outline<'a> {
    /// The lines before the first part or item.
    pub front: &'a [Line],
    /// Parts, items and breaks.
    pub entries: Vec<Entry<'a>>,
    /// The lines after the last item that do not belong to it.
    pub tail: &'a [Line],
    /// Whether the paper is minutes.
    is_minutes: bool,
    /// The place of the last part or item, below which lines are put.
    open: Option<usize>,
    /// A heading over the whole paper that says what part of it is public, until the first part or item.
    banner: Option<PartLines<'a>>,
}

/// Something on the agenda.
#[derive(Debug)]
pub(super) enum Entry<'a> {
    Part(PartLines<'a>),
    Item(ItemLines<'a>),
    Pause { line: u32, title: String, minutes: Option<u32> },
}

/// A part with the lines between its heading and its first item.
#[derive(Debug)]
pub(super) struct PartLines<'a> {
    /// The line of its heading.
    pub line: u32,
    pub label: String,
    pub title: String,
    /// Whether the heading says that what follows is restricted; none if it says neither.
    pub restricted: Option<bool>,
    pub statement: Vec<&'a Line>,
}

/// An item with the lines below its title.
#[derive(Debug)]
pub(super) struct ItemLines<'a> {
    /// The first line of its title.
    pub line: u32,
    pub label: String,
    pub title: Title,
    pub body: Vec<&'a Line>,
    /// Whether an asterisk stands at its label or title.
    pub is_starred: bool,
}

impl<'a> PartLines<'a> {
    /// A part with nothing below its heading yet.
    fn of(line: &Line, label: &str, title: &str) -> Self {
        let restricted = restriction::restriction(&line.words());
        let (label, title) = (label.to_owned(), title.trim_matches(restriction::DECORATION).to_owned());
        PartLines { line: line.number, label, title, restricted, statement: Vec::new() }
    }

    /// Whether its heading, or else its statement, says that what follows is restricted; none if neither says so.
    pub fn says(&self) -> Option<bool> {
        let statement =
            || squeeze(&self.statement.iter().map(|line| line.words()).collect::<Vec<_>>().join(" "));
        self.restricted.or_else(|| restriction::restriction(&statement()))
    }

    /// The private business below its heading, where that has no items of its own.
    fn business(&self) -> Option<ItemLines<'a>> {
        // A copy that leaves something out has nothing of it.
        let leaves_out = self.statement.iter().any(|line| notice::is_notice(&line.text));
        let is_business = |line: &&Line| interruption::read(&line.text).is_none();
        let title = Title { title: self.title.clone(), ..Title::default() };
        let body = self.statement.clone();
        (self.says() == Some(true) && !leaves_out && self.statement.iter().any(is_business))
            .then(|| ItemLines { line: self.line, label: self.label.clone(), title, body, is_starred: false })
    }
}

impl<'a> Outline<'a> {
    /// Reads the outline of a section.
    pub fn read(lines: &'a [Line], is_minutes: bool, sure: Sure, ledger: &mut Ledger) -> Self {
        let heads = Heads { sure, ..Heads::of(lines) };
        let Some(&last) = heads.at.last() else { return Outline { front: lines, ..Outline::default() } };
        let tail_at = tail::start(lines, last, is_minutes);
        let mut outline =
            Outline { is_minutes, tail: lines.get(tail_at..).unwrap_or(&[]), ..Outline::default() };
        let mut at = 0;
        while let Some(line) = lines.get(at).filter(|_| at < tail_at) {
            let taken = outline.take(lines, at, &heads, ledger);
            if taken == 0 && outline.entries.is_empty() {
                outline.front = lines.get(..=at).unwrap_or(&[]);
            } else if taken == 0 {
                outline.below(line, ledger);
            }
            at += taken.max(1);
        }
        outline.take_business(ledger);
        outline
    }

    /// Makes an item of a private part that has business below its heading and no item of its own: it must not be lost, and
    /// belongs to no other item.
    fn take_business(&mut self, ledger: &mut Ledger) {
        let mut has_items = false;
        for entry in self.entries.iter_mut().rev() {
            match entry {
                Entry::Item(_) => has_items = true,
                Entry::Part(part) if !has_items => {
                    if let Some(item) = part.business() {
                        ledger.say_of(item.line, Meaning::Item, Sure::Guessed);
                        *entry = Entry::Item(item);
                    }
                }
                Entry::Part(part) if part.says().is_some() => has_items = false,
                Entry::Part(_) | Entry::Pause { .. } => {}
            }
        }
    }

    /// Takes the entry that begins at a line. Returns how many lines its heading has, none if there is no entry.
    fn take(&mut self, lines: &'a [Line], at: usize, heads: &Heads, ledger: &mut Ledger) -> usize {
        let Some(line) = lines.get(at) else { return 0 };
        if heads.at.binary_search(&at).is_ok() {
            ledger.say(line, Meaning::Item, heads.sure);
            self.push(Entry::Item(item(line)));
            return 1;
        }
        if line.role == Role::Translation
            && let Some(Entry::Item(item)) = self.open.and_then(|at| self.entries.get_mut(at))
        {
            ledger.say(line, Meaning::Item, Sure::Recognised);
            item.title.text.push(title::read(&line.text).title);
            return 1;
        }
        if line.role == Role::Label {
            ledger.say(line, Meaning::Item, Sure::Recognised);
            return 1;
        }
        let words = line.words();
        let started = !self.entries.is_empty();
        if let Some((title, minutes)) = cue::pause(&words).filter(|_| started && line.role == Role::Plain) {
            ledger.say(line, Meaning::Break, Sure::Recognised);
            self.push(Entry::Pause { line: line.number, title, minutes });
            return 1;
        }
        if self.states(&words) || self.says_again(line, &words) {
            return 0;
        }
        if line.role == Role::Plain && listing::announces(line, lines.get(at + 1..).unwrap_or(&[])) {
            return 0;
        }
        let Some((part, sure)) = self.part(lines, at, heads) else { return 0 };
        ledger.say(line, Meaning::Part, sure);
        if !started && head_follows(lines, at, heads) {
            self.banner = Some(part);
            return 0;
        }
        self.push(Entry::Part(part));
        1
    }

    /// Returns the part that a line heads, and how sure that is.
    fn part(&self, lines: &'a [Line], at: usize, heads: &Heads) -> Option<(PartLines<'a>, Sure)> {
        let line = lines.get(at)?;
        let started = !self.entries.is_empty();
        let printed = self.is_minutes.then(|| heading::part(lines, at, heads)).flatten();
        let found = match printed {
            Some((label, title)) => Some((PartLines::of(line, label, title), Sure::Recognised)),
            None => part(lines, at, heads, started).filter(|(_, sure)| {
                !self.is_set_in(lines, at, heads) && (*sure == Sure::Recognised || !self.is_minute(line))
            }),
        };
        // A name alone above an item looks like a heading.
        let is_listed = || match started {
            true => self.is_about_attendance() && listing::is_entry(line),
            false => listing::holds(lines, at),
        };
        found.filter(|_| line.role != Role::Plain || !is_listed())
    }

    /// Returns whether a line that looks like a heading is a minute. It reports an event, or it is the first line below an item.
    fn is_minute(&self, line: &Line) -> bool {
        let has_none = match self.entries.last() {
            Some(Entry::Item(item)) => item.body.is_empty(),
            _ => false,
        };
        self.is_minutes
            && line.look.heading == 0
            && !cue::is_capitals(&line.text)
            && (has_none || kind::tells(&line.text))
    }

    /// Returns whether the last item is about attendance.
    fn is_about_attendance(&self) -> bool {
        let title = self.entries.last().and_then(|entry| match entry {
            Entry::Item(item) => Some(item.title.title.to_lowercase()),
            _ => None,
        });
        title.is_some_and(|title| attendance::is_about_it(&title))
    }

    /// Whether a line of minutes is set further in than their items, as only what hangs from something is.
    fn is_set_in(&self, lines: &[Line], at: usize, heads: &Heads) -> bool {
        let column = heads.at.first().and_then(|first| lines.get(*first)).map_or(0, |line| line.indent);
        self.is_minutes
            && lines.get(at).is_some_and(|line| line.role == Role::Plain && line.indent > column + 2)
    }

    /// Whether a line is what minutes say of the part above it, whose heading is in capitals.
    fn states(&self, words: &str) -> bool {
        let capitals = |part: &PartLines<'_>| cue::is_capitals(&part.title) && !cue::is_capitals(words);
        self.is_minutes && matches!(self.entries.last(), Some(Entry::Part(part)) if capitals(part))
    }

    /// Whether a line right below the heading of a half says no more than that heading: it is what is said of the part.
    fn says_again(&self, line: &Line, words: &str) -> bool {
        let says = line.look.heading == 0 && restriction::is_banner(words);
        let said = self
            .entries
            .last()
            .and_then(|entry| if let Entry::Part(part) = entry { part.says() } else { None });
        says && said.is_some() && said == restriction::restriction(words)
    }

    /// Puts an entry at the end.
    fn push(&mut self, entry: Entry<'a>) {
        // What stands over the whole paper holds for it only where its parts say nothing themselves.
        if let (Some(banner), Entry::Item(_)) = (self.banner.take(), &entry) {
            self.entries.push(Entry::Part(banner));
        }
        if !matches!(entry, Entry::Pause { .. }) {
            self.open = Some(self.entries.len());
        }
        self.entries.push(entry);
    }

    /// Puts a line below the last part or item.
    fn below(&mut self, line: &'a Line, ledger: &mut Ledger) {
        match self.open.and_then(|at| self.entries.get_mut(at)) {
            Some(Entry::Item(item)) => item.body.push(line),
            Some(Entry::Part(part)) if line.role == Role::Plain => part.statement.push(line),
            _ => ledger.say(line, Meaning::Furniture, Sure::Recognised),
        }
    }
}

/// Whether the head of the paper goes on below a line: `CONFIDENTIAL AGENDA` may stand above it all.
fn head_follows(lines: &[Line], at: usize, heads: &Heads) -> bool {
    let first = heads.at.first().copied().unwrap_or(0);
    let between = lines.get(at + 1..first).unwrap_or(&[]);
    between.iter().any(|line| !field::read(line).is_empty() || listing::label(&line.text).is_some())
}

/// The item whose title is on a line.
fn item(line: &Line) -> ItemLines<'_> {
    let label = if let Role::Item(label) = &line.role { label.clone() } else { String::new() };
    let is_star = |text: &str| (text.starts_with('*') || text.ends_with('*')) && !text.contains("**");
    let is_starred = is_star(line.text.trim()) || label.contains('*');
    ItemLines { line: line.number, label, title: title::read(&line.text), body: Vec::new(), is_starred }
}

/// The part whose heading a line is, if it is one.
fn part<'a>(lines: &[Line], at: usize, heads: &Heads, started: bool) -> Option<(PartLines<'a>, Sure)> {
    let line = lines.get(at)?;
    let words = line.words();
    let made = |label: &str, title: &str, sure| Some((PartLines::of(line, label, title), sure));
    if line.role == Role::Furniture || cue::is_furniture(&words) {
        return None;
    }
    if let Some((label, title)) = lettered_heading(&words).filter(|_| heads.are_lettered) {
        return made(label, title, Sure::Recognised);
    }
    let after_furniture =
        at.checked_sub(1).and_then(|at| lines.get(at)).is_some_and(|line| cue::is_furniture(&line.text));
    // The label of the next item may stand on a line of its own.
    let is_label = |line: &&Line| line.role == Role::Label;
    let next = at + 1 + lines.iter().skip(at + 1).take_while(is_label).count();
    let is_next = heads.at.binary_search(&next).is_ok();
    if (line.gap || after_furniture || is_next) && restriction::is_banner(&words) {
        return made("", &words, Sure::Recognised);
    }
    let first = heads.at.first().copied().unwrap_or(0);
    if line.role == Role::Heading {
        return (at > 0 && (started || at + 1 == first))
            .then(|| made("", &words, Sure::Recognised))
            .flatten();
    }
    let before_item = is_next && lines.get(at + 1).is_some_and(|next| next.gap);
    let alone = line.gap && before_item && line.role == Role::Plain && cue::is_heading_like(&words);
    let fits = started && line.indent < 40 || words.split(' ').count() <= 3 && !words.contains(',');
    // Before the first item the name of the body is more likely than a heading.
    let names_body = !started && body::sounds_like_a_body(&words);
    let is_told = said::is_report_line(&words)
        || started && ["Presentation ", "To "].iter().any(|start| words.starts_with(start));
    let is_decided = minutes::is_minute(&words);
    let is_other =
        is_decided || cue::is_courtesy(&words) || place::sounds_like_a_place(&words) || names_body || is_told;
    if alone && fits && !is_other { made("", &words, Sure::Guessed) } else { None }
}

/// `A. Committee Business`, `Section A: Formal Business`, `C - Matters for Information`, `D -RESTRICTED ITEM(S)`.
pub(super) fn lettered_heading(words: &str) -> Option<(&str, &str)> {
    let words = words.strip_prefix("Section ").or_else(|| words.strip_prefix("SECTION ")).unwrap_or(words);
    let (letter, rest) = words.split_at_checked(1)?;
    let rest = rest.trim_start();
    let title = rest.strip_prefix(['.', '-', '–', '—', ':', ')'])?.trim_start();
    let is_letter = letter.bytes().all(|byte| byte.is_ascii_uppercase());
    (is_letter && title.len() > 2 && title.starts_with(char::is_uppercase)).then_some((letter, title))
}
