//! Signs: named evidence for or against the words of a candidate being the title of an item.

use super::candidate::{Candidate, Family};
use super::context::{Context, Facts, start};
use super::lexicon::{self, Lexicon, Topic, Topics};
use super::mark;
use crate::import::date;
use crate::import::paper::Line;

/// Defines the signs with the names that the file of weights has for them.
macro_rules! signs {
    ($($sign:ident = $name:literal,)*) => {
        /// Sign for or against a title.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::import) enum Sign { $($sign,)* }

        /// Names of the signs, in their order.
        pub(in crate::import) const NAMES: &[&str] = &[$($name,)*];
    };
}

signs! {
    Always = "always",
    Words1 = "1 word",
    Words3 = "2 to 3 words",
    Words7 = "4 to 7 words",
    Words12 = "8 to 12 words",
    Words20 = "13 to 20 words",
    WordsMore = "more than 20 words",
    Capitals = "capitals",
    TitleCase = "title case",
    SentenceCase = "sentence case",
    SmallStart = "begins with a small letter",
    FigureStart = "begins with a figure",
    BracketStart = "begins with a bracket or quote",
    EndsStop = "ends with a full stop",
    EndsColon = "ends with a colon",
    EndsOpen = "ends with a comma, semicolon or dash",
    EndsQuestion = "ends with a question mark",
    InnerStop = "has a sentence end inside",
    InnerColon = "has a colon inside",
    HasBracket = "has a bracket",
    SmallNone = "no small words",
    SmallFew = "few small words",
    SmallSome = "some small words",
    SmallMany = "many small words",
    Usual = "usual title",
    UsualShort = "usual title of few words",
    Opens = "opens an agenda",
    Closes = "closes an agenda",
    Narration = "verb of minutes",
    NarrationLong = "verb of minutes in many words",
    Decision = "begins as a decision",
    Person = "begins with a person",
    FieldLabel = "begins with a field of the head",
    Frame = "frames the business",
    Section = "heading over several items",
    Body = "ends as the name of a body",
    Verb = "begins with an infinitive",
    Report = "begins as a report line",
    Address = "has an address",
    Dated = "has a date",
    Timed = "has a time",
    OnlyDate = "is a date or a time",
    Money = "has money",
    FileSize = "has the size of a file",
    Leader = "has a dotted leader",
    LineLeft = "more on the line",
    LineLeftLong = "much more on the line",
    LeftSentence = "more on the line ends a sentence",
    LeftSmall = "more on the line begins small",
    LeftTitle = "more on the line looks like a title",
    GapAbove = "gap above only",
    GapBelow = "gap below only",
    GapBoth = "gaps above and below",
    GapNone = "no gap",
    FirstOfPage = "first of a page",
    NextLonger = "next line is much longer",
    NextSmall = "next line begins with a small letter",
    NextLabel = "next line has a label",
    NextSameKind = "next line has the next label",
    NextNarrates = "next line narrates",
    NextReports = "next line is a report line or an infinitive",
    NextIndented = "next line is set further in",
    NextOutdented = "next line is set further out",
    GoesOn = "goes on with the line above",
    AboveOpen = "line above is open",
    AboveColon = "line above ends with a colon",
    Twice = "stands twice",
    Often = "stands often",
    IndentNone = "at the left edge",
    IndentLittle = "a little from the left edge",
    IndentMore = "further from the left edge",
    IndentMuch = "far from the left edge",
    HasLabel = "has a label",
    LabelTouches = "label touches the title",
    LabelYear = "label is as large as a year",
    LabelLarge = "label is large",
    LabelLetter = "label is a letter or a numeral",
    LabelTwo = "label has two components",
    LabelThree = "label has three components or more",
    LabelOpen = "label in brackets",
    LabelNoun = "label has a noun",
    LabelReference = "label has letters and figures",
    EntryBefore = "entry of a list",
    IsHeading = "declared heading",
    IsBold = "bold",
    IsPartBold = "begins in bold",
    IsLarge = "larger letters",
    InCell = "in a cell",
    InFirstCell = "in the first cell",
    Early = "in the first twentieth",
    Late = "in the last twentieth",
    RowAlone = "alone in its row",
}

/// Signs of a candidate.
struct Signs(Vec<u8>);

impl Signs {
    fn add(&mut self, sign: Sign) {
        self.0.push(sign as u8);
    }

    fn add_if(&mut self, holds: bool, sign: Sign) {
        if holds {
            self.add(sign);
        }
    }
}

/// Signs for and against a candidate.
pub(in crate::import) fn read(context: &Context<'_>, candidate: &Candidate) -> Vec<u8> {
    let mut signs = Signs(Vec::with_capacity(24));
    let (Some(line), Some(facts)) = (context.lines.get(candidate.at), context.facts.get(candidate.at)) else {
        return signs.0;
    };
    signs.add(Sign::Always);
    let title = without_icon(start(line.text.get(candidate.title.clone()).unwrap_or("")).trim());
    words(&mut signs, title);
    signs.add_if(names_paper(context, candidate.at, title), Sign::Frame);
    let rest = line.text.get(candidate.title.end..).unwrap_or("");
    // The size of a file is nothing that the line says.
    let is_size = (rest.ends_with("b)") || rest.ends_with("B)")) && mark::size_start(rest) == Some(0);
    let rest = if is_size { "" } else { rest };
    let left = rest.chars().take(60).filter(|letter| letter.is_alphanumeric()).count();
    signs.add_if(left > 0, Sign::LineLeft);
    signs.add_if(left > 20, Sign::LineLeftLong);
    if left > 0 {
        let words = rest.trim_matches([' ', ':', '-', '–', '—', '/', '|', '>', ';']);
        let ends = words.ends_with(['.', '?', ';']) || words.len() > 90;
        let is_small = words.starts_with(char::is_lowercase);
        signs.add_if(ends, Sign::LeftSentence);
        signs.add_if(is_small, Sign::LeftSmall);
        signs.add_if(!ends && !is_small, Sign::LeftTitle);
    }
    place(&mut signs, context, candidate, line, facts);
    label(&mut signs, candidate);
    look(&mut signs, context, candidate, line);
    signs.0
}

/// A title without the name of the icon that a page prints before a link to a file: `pdf Budget`.
fn without_icon(title: &str) -> &str {
    let icons = ["pdf ", "doc ", "docx ", "xls ", "xlsx "];
    let named = icons.iter().find_map(|icon| title.strip_prefix(icon));
    named.filter(|rest| rest.starts_with(char::is_uppercase)).unwrap_or(title)
}

/// In so many lines at its start a paper says what it is.
const HEAD: usize = 30;

/// Whether a title is the word `Minutes` over the whole paper, and not over those of the last meeting: no title of an
/// agenda stands above it.
fn names_paper(context: &Context<'_>, at: usize, title: &str) -> bool {
    at < HEAD
        && title.trim_end_matches([':', '.']).eq_ignore_ascii_case("minutes")
        && !context.facts.iter().take(at).any(|facts| facts.topics.has(Topic::Open) && facts.length < 60)
}

/// Signs in the words of the title.
fn words(signs: &mut Signs, title: &str) {
    let lexicon = Lexicon::get();
    let words = lexicon::words(title);
    let topics = lexicon.topics(&words);
    let count = words.len();
    signs.add(match count {
        0..=1 => Sign::Words1,
        2..=3 => Sign::Words3,
        4..=7 => Sign::Words7,
        8..=12 => Sign::Words12,
        13..=20 => Sign::Words20,
        _ => Sign::WordsMore,
    });
    signs.add(case(title));
    match title.chars().next_back() {
        Some('.') => signs.add(Sign::EndsStop),
        Some(':') => signs.add(Sign::EndsColon),
        Some(',' | ';' | '-' | '–') => signs.add(Sign::EndsOpen),
        Some('?') => signs.add(Sign::EndsQuestion),
        _ => {}
    }
    signs.add_if(title.trim_end_matches('.').contains(". "), Sign::InnerStop);
    signs.add_if(title.trim_end_matches(':').contains(": "), Sign::InnerColon);
    signs.add_if(title.contains('('), Sign::HasBracket);
    let small = words.iter().filter(|word| lexicon.is_small(word)).count();
    signs.add(match (small * 100).checked_div(count).unwrap_or(0) {
        0 => Sign::SmallNone,
        1..=29 => Sign::SmallFew,
        30..=44 => Sign::SmallSome,
        _ => Sign::SmallMany,
    });
    touched(signs, topics, count);
    marks(signs, title);
}

/// Signs in the topics that a title of so many words touches.
fn touched(signs: &mut Signs, topics: Topics, count: usize) {
    let has = |topic| topics.has(topic);
    signs.add_if(has(Topic::Usual), Sign::Usual);
    signs.add_if(has(Topic::Usual) && count <= 6, Sign::UsualShort);
    signs.add_if(has(Topic::Open), Sign::Opens);
    signs.add_if(has(Topic::Close), Sign::Closes);
    signs.add_if(has(Topic::Narration), Sign::Narration);
    signs.add_if(has(Topic::Narration) && count > 8, Sign::NarrationLong);
    signs.add_if(has(Topic::Decision), Sign::Decision);
    signs.add_if(has(Topic::Person), Sign::Person);
    signs.add_if(has(Topic::Field), Sign::FieldLabel);
    signs.add_if(has(Topic::Frame), Sign::Frame);
    signs.add_if(has(Topic::Section), Sign::Section);
    signs.add_if(has(Topic::Bodies), Sign::Body);
    signs.add_if(has(Topic::Verb), Sign::Verb);
    signs.add_if(has(Topic::Report), Sign::Report);
}

/// Signs in addresses, dates, sums and other marks within a title.
fn marks(signs: &mut Signs, title: &str) {
    signs.add_if(title.contains('@') || title.contains("://") || title.contains("www."), Sign::Address);
    let dated = date::find(title);
    signs.add_if(dated.is_some(), Sign::Dated);
    let times = date::found_times(title);
    signs.add_if(!times.is_empty(), Sign::Timed);
    let covered: usize =
        dated.iter().map(|(_, at)| at.len()).chain(times.iter().map(|(_, at)| at.len())).sum();
    signs.add_if(covered * 2 > title.len() && covered > 0, Sign::OnlyDate);
    signs.add_if(title.contains(['£', '€', '$']), Sign::Money);
    signs.add_if(title.contains("KB") || title.contains("PDF") || title.contains(" MB"), Sign::FileSize);
    signs.add_if(title.contains("....") || title.contains(". . ."), Sign::Leader);
}

/// How the letters of a title are set.
fn case(title: &str) -> Sign {
    let first = title.chars().next().unwrap_or(' ');
    if first.is_ascii_digit() {
        return Sign::FigureStart;
    }
    if !first.is_alphabetic() {
        return Sign::BracketStart;
    }
    if first.is_lowercase() {
        return Sign::SmallStart;
    }
    if !title.contains(char::is_lowercase) {
        return Sign::Capitals;
    }
    let lexicon = Lexicon::get();
    let small = title
        .split(' ')
        .skip(1)
        .filter(|word| word.starts_with(char::is_lowercase) && !lexicon.is_small(word))
        .count();
    if small == 0 { Sign::TitleCase } else { Sign::SentenceCase }
}

/// Signs in where the line stands.
fn place(signs: &mut Signs, context: &Context<'_>, candidate: &Candidate, line: &Line, facts: &Facts) {
    let first = context.lines.get(candidate.lines.start).unwrap_or(line);
    let last = candidate.lines.end.saturating_sub(1);
    let gap_below = context.facts.get(last).is_none_or(|facts| facts.gap_below);
    signs.add(match (first.gap, gap_below) {
        (true, true) => Sign::GapBoth,
        (true, false) => Sign::GapAbove,
        (false, true) => Sign::GapBelow,
        (false, false) => Sign::GapNone,
    });
    signs.add_if(first.page, Sign::FirstOfPage);
    if let (Some(next), Some(next_facts)) = (context.lines.get(last + 1), context.facts.get(last + 1)) {
        signs.add_if(next_facts.length > 70 || next_facts.length > facts.length * 2, Sign::NextLonger);
        signs.add_if(!next.gap && next.text.starts_with(char::is_lowercase), Sign::NextSmall);
        signs.add_if(!next_facts.labels.is_empty(), Sign::NextLabel);
        let follows = candidate.label.as_ref().is_some_and(|label| {
            next_facts
                .labels
                .iter()
                .any(|next| next.kind == label.kind && next.values.first() > label.values.first())
        });
        signs.add_if(follows, Sign::NextSameKind);
        let narrates = next_facts.topics.has(Topic::Narration) && next_facts.length > 40;
        signs.add_if(narrates, Sign::NextNarrates);
        signs.add_if(
            next_facts.topics.has(Topic::Report) || next_facts.topics.has(Topic::Verb),
            Sign::NextReports,
        );
        signs.add_if(next.indent > line.indent + 1, Sign::NextIndented);
        signs.add_if(next.indent + 1 < line.indent, Sign::NextOutdented);
    }
    signs.add_if(facts.goes_on, Sign::GoesOn);
    if let Some(above) = candidate.lines.start.checked_sub(1).and_then(|above| context.lines.get(above)) {
        signs.add_if(!first.gap && !above.text.ends_with(['.', ':', ';', ')', '?']), Sign::AboveOpen);
        signs.add_if(above.text.ends_with(':'), Sign::AboveColon);
    }
    signs.add_if(facts.same == 2, Sign::Twice);
    signs.add_if(facts.same > 2, Sign::Often);
    signs.add(match first.indent.saturating_sub(context.left) {
        0 => Sign::IndentNone,
        1..=3 => Sign::IndentLittle,
        4..=11 => Sign::IndentMore,
        _ => Sign::IndentMuch,
    });
    let count = context.lines.len();
    signs.add_if(candidate.at * 20 < count, Sign::Early);
    signs.add_if(candidate.at * 20 > count * 19, Sign::Late);
}

/// Signs in the label.
fn label(signs: &mut Signs, candidate: &Candidate) {
    let Some(label) = &candidate.label else { return };
    signs.add(Sign::HasLabel);
    let is_inline = label.end > 0;
    signs.add_if(is_inline && label.blanks == 0, Sign::LabelTouches);
    let first = label.values.first().copied().unwrap_or(0);
    signs.add_if(label.values.len() == 1 && first >= 1000, Sign::LabelYear);
    signs.add_if(label.values.len() == 1 && (60..1000).contains(&first), Sign::LabelLarge);
    signs.add_if(!label.kind.contains('9'), Sign::LabelLetter);
    let figures = label.kind.chars().filter(|kind| ['9', 'A', 'a'].contains(kind)).count();
    signs.add_if(figures == 2, Sign::LabelTwo);
    signs.add_if(figures > 2, Sign::LabelThree);
    signs.add_if(label.punctuation.starts_with(['(', '[']), Sign::LabelOpen);
    let letters = label.kind.chars().filter(char::is_ascii_alphabetic).count();
    signs.add_if(letters > 2 && !label.text.contains(char::is_alphabetic), Sign::LabelNoun);
    signs.add_if(label.text.contains(char::is_alphabetic) && label.kind.contains('9'), Sign::LabelReference);
}

/// Signs in how the line looks.
fn look(signs: &mut Signs, context: &Context<'_>, candidate: &Candidate, line: &Line) {
    signs.add_if(line.look.entry > 0 || candidate.family == Family::Entry, Sign::EntryBefore);
    signs.add_if(line.look.heading > 0, Sign::IsHeading);
    let is_bold = line.look.bold >= line.text.len();
    signs.add_if(is_bold, Sign::IsBold);
    signs.add_if(!is_bold && line.look.bold > candidate.title.start, Sign::IsPartBold);
    signs.add_if(line.look.size > 105, Sign::IsLarge);
    let Some(cell) = line.look.cell else { return };
    signs.add(Sign::InCell);
    signs.add_if(cell.column == 0, Sign::InFirstCell);
    let same_row = |at: usize| {
        context
            .lines
            .get(at)
            .and_then(|line| line.look.cell)
            .is_some_and(|other| (other.table, other.row) == (cell.table, cell.row))
    };
    let alone = !same_row(candidate.at + 1) && !candidate.at.checked_sub(1).is_some_and(same_row);
    signs.add_if(alone, Sign::RowAlone);
}
