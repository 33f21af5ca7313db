//! Evidence about what is restricted, in the order of the paper: what every heading of a part and every item says of itself
//! and of what stands below. Knows the outline of a paper, and decides nothing.

use super::heading;
use super::lexicon::{self, Topic};
use super::scope::{self, Scope};
use super::sentence::{self, Says};
use crate::import::outline::{Entry, ItemLines, Outline, PartLines};
use crate::import::paper::{Line, Role, squeeze};
use crate::import::{date, label, notice};

/// A heading over several items.
#[derive(Debug)]
pub(super) struct Part {
    /// Its line.
    pub line: u32,
    /// Whether it says that its items are restricted (true) or public; none if it says neither.
    pub says: Option<bool>,
    /// Whether it says so by nothing but its letter or number.
    pub by_custom: bool,
    /// Whether it is a third part or a later one.
    pub is_later: bool,
    /// Whether it has a label of its own and is one of several sections.
    pub is_labelled: bool,
}

/// What an item does to those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Does {
    Nothing,
    /// It excludes the public, so far; whether it moves or resolves it, and does not only name it.
    Closes(Scope, bool),
    /// It heads a private half.
    HeadsPrivate,
    /// It heads a public half, or lets the public in again.
    Opens,
}

/// An item of business.
#[derive(Debug)]
pub(super) struct Item {
    /// The first line of its title.
    pub line: u32,
    pub label: String,
    pub title: String,
    /// Whether it says of itself that it is restricted (true) or public.
    pub marked: Option<bool>,
    pub does: Does,
    /// Whether it tells at its end that the public came back.
    pub reopens: bool,
    /// Whether what stands below its exclusion looks like other business.
    pub holds_more: bool,
}

/// Part or item.
#[derive(Debug)]
pub(super) enum Of {
    Part(Part),
    Item(Item),
}

/// Reads the evidence of an outline. `legend` says that an asterisk on a title marks what is restricted.
pub(super) fn read(outline: &Outline<'_>, legend: bool) -> Vec<Of> {
    let read = |entry: &Entry<'_>| match entry {
        Entry::Part(lines) => Some(Of::Part(part(lines))),
        Entry::Item(lines) => Some(Of::Item(item(lines, legend))),
        Entry::Pause { .. } => None,
    };
    let mut found: Vec<Of> = outline.entries.iter().filter_map(read).collect();
    // What is said of the last item may stand among what ends the paper.
    let tail: Vec<&Line> = outline.tail.iter().take(TAIL).collect();
    let is_marked = paragraphs(&tail).iter().any(|text| sentence::read(text) == Says::Marks(true));
    if let Some(Of::Item(item)) = found.last_mut().filter(|_| is_marked) {
        item.marked = item.marked.or(Some(true));
    }
    found
}

/// So many lines of the tail are looked at.
const TAIL: usize = 4;

fn part(lines: &PartLines<'_>) -> Part {
    let heading =
        if lines.label.is_empty() { lines.title.clone() } else { format!("{} {}", lines.label, lines.title) };
    let says = lines.says();
    let by_custom = says.is_some() && heading::is_by_custom(&heading) && lines.restricted == says;
    Part {
        line: lines.line,
        says,
        by_custom,
        is_later: heading::is_later_part(&heading),
        is_labelled: !lines.label.is_empty(),
    }
}

fn item(lines: &ItemLines<'_>, legend: bool) -> Item {
    let title = &lines.title.title;
    let mut told: Vec<String> = lines.title.text.clone();
    told.extend(paragraphs(&lines.body));
    let mut read: Vec<(Says, &str)> = told.iter().map(|text| (sentence::read(text), text.as_str())).collect();
    turn_halves(&mut read);
    let is = |wanted: Says| read.iter().any(|(says, _)| *says == wanted);
    let names_none = is(Says::None) || is(Says::Asks) && !is(Says::Excludes);
    let heads = heading::heads(title).filter(|restricted| !(*restricted && names_none));
    let by_text =
        read.iter().find_map(|(says, _)| if let Says::Marks(marked) = says { Some(*marked) } else { None });
    let by_title = (heads.is_none() && heading::is_marked(title) && !names_none).then_some(true);
    let starred = (legend && lines.is_starred).then_some(true);
    let does = does(title, &read, heads, names_none);
    let reopens = matches!(read.iter().rev().find(|(says, _)| is_turn(*says)), Some((Says::Readmits, _)));
    let closes = matches!(does, Does::Closes(..) | Does::HeadsPrivate);
    let holds_more = closes && holds_more(&read) || is(Says::Lost);
    // The item that excludes the public is public itself, whatever it says of those below.
    let marked = by_title.or(by_text).or(starred).filter(|_| !sentence::excludes(title));
    Item {
        line: lines.line,
        label: lines.label.clone(),
        title: title.clone(),
        marked,
        does,
        reopens,
        holds_more,
    }
}

fn is_turn(says: Says) -> bool {
    matches!(says, Says::Readmits | Says::Departs | Says::Excludes)
}

fn does(title: &str, read: &[(Says, &str)], heads: Option<bool>, names_none: bool) -> Does {
    let texts = |wanted: Says| read.iter().filter(move |(says, _)| *says == wanted).map(|(_, text)| *text);
    if sentence::readmits(title) || heads == Some(false) {
        return Does::Opens;
    }
    let by_title = (sentence::excludes(title) && !names_none).then_some(title);
    let moved: Vec<&str> = texts(Says::Excludes).collect();
    let moves = !moved.is_empty() || lexicon::read(title).has(Topic::Resolves);
    let words: Vec<&str> = by_title.into_iter().chain(moved).collect();
    if !words.is_empty() {
        return Does::Closes(scope::read(&words.join(" ")), moves);
    }
    if heads == Some(true) {
        return Does::HeadsPrivate;
    }
    let gone: Vec<&str> = texts(Says::Departs).collect();
    if gone.is_empty() { Does::Nothing } else { Does::Closes(departed(&gone.join(" ")), false) }
}

/// Whoever has gone is gone until the public is told to be back, whatever was to be taken next.
fn departed(text: &str) -> Scope {
    match scope::read(text) {
        Scope::Named(labels) => Scope::Named(labels),
        Scope::Rest(says) => Scope::Rest(says),
        Scope::Next | Scope::Itself => Scope::Rest(false),
    }
}

/// Whether something stands below the sentence of exclusion that looks like the title of other business.
fn holds_more(read: &[(Says, &str)]) -> bool {
    let after = read.iter().skip_while(|(says, _)| !matches!(says, Says::Excludes | Says::Departs)).skip(1);
    after
        .take_while(|(says, _)| *says != Says::Readmits)
        .any(|(says, text)| *says == Says::Nothing && is_business(text))
}

/// Whether a line looks like a title, and not like what is said of a motion or of the law.
fn is_business(text: &str) -> bool {
    const ABOUT: [&str; 22] = [
        "moved",
        "seconded",
        "proposed",
        "carried",
        "vote",
        "voting",
        "abstentions",
        "abstain",
        "unanimous",
        "section",
        "schedule",
        "act",
        "paragraph",
        "paragraphs",
        "public",
        "press",
        "report",
        "lead",
        "time",
        "note",
        "resolved",
        "presenter",
    ];
    let words = lexicon::read(text);
    let is_titled = text.starts_with(char::is_uppercase) && !text.ends_with(['.', ';', ',', ':', ')']);
    is_titled
        && (2..=10).contains(&words.len())
        && !text.contains(':')
        && date::find(text).is_none()
        && !(0..words.len()).any(|at| ABOUT.contains(&words.at(at)))
        && !words.has(Topic::Private)
        && !words.has(Topic::Exclusion)
}

/// The heading of a private half that was lost below a title is about what follows, and no mark of its item.
fn turn_halves(read: &mut [(Says, &str)]) {
    let last = read.len().saturating_sub(1);
    for at in 0..read.len() {
        let announces = read.get(at + 1).is_some_and(|(_, text)| lexicon::read(text).has(Topic::Rest));
        if let Some((says, text)) = read.get_mut(at).filter(|(says, _)| *says == Says::Marks(true)) {
            let is_apart = announces && heading::heads(text) == Some(true) || at == last && is_half(text);
            *says = if is_apart { Says::Departs } else { *says };
        }
    }
}

/// Whether a line is the heading of a private half, and not the mark of one item.
fn is_half(text: &str) -> bool {
    let words = lexicon::read(text);
    let halves = ["items", "business", "session", "agenda", "papers", "camera", "line"];
    heading::heads(text) == Some(true) && (0..words.len()).any(|at| halves.contains(&words.at(at)))
}

/// Lines below a title as paragraphs: a new one after a gap, at a mark and after the end of a sentence.
fn paragraphs(lines: &[&Line]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in lines.iter().filter(|line| !matches!(line.role, Role::Furniture | Role::Minutes)) {
        let words = line.words();
        let goes_on = |last: &String| {
            let is_over = last.ends_with(['.', ':', ';', ')', ']']) && !words.starts_with(char::is_lowercase);
            !line.gap && !is_over && label::label(&words).is_none() && !is_lone_mark(last)
        };
        match found.last_mut().filter(|last| goes_on(last)) {
            Some(last) => *last = squeeze(&format!("{last} {words}")),
            None => found.push(words),
        }
    }
    found.iter_mut().for_each(|text| {
        if let Some(rest) =
            label::label(text).map(|label| label.rest.to_owned()).filter(|rest| !rest.is_empty())
        {
            *text = rest;
        }
    });
    found
}

/// Whether a line is no more than a mark, so that the next does not go on with it.
fn is_lone_mark(text: &str) -> bool {
    text.len() <= 60 && matches!(sentence::read(text), Says::Marks(_))
}

/// Whether lines below a heading mark it as the program itself does.
pub(super) fn is_own_mark(lines: &[&Line]) -> bool {
    lines.iter().any(|line| notice::restricts(&line.text))
}
