//! Rows: the lines of a head in plain words, without marks of Markdown, wiki, mail or tables, cut into cells, each with
//! the area of the paper in which it stands. Every finder of head fields reads rows; a row keeps the place of its line.

use super::super::container::LONGEST_FRONT;
use super::super::invite;
use super::super::paper::{self, Ledger, Line, Role, squeeze};
use super::super::{Meaning, cue, letter, notice};
use super::lexicon;

/// Area of a paper, by the kind of words that stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Area {
    /// The head itself.
    Head,
    /// Menu, breadcrumb or footer of a web page.
    Menu,
    /// YAML between `---` at the top.
    FrontMatter,
    /// Header of an e-mail.
    Mail,
    /// List of people.
    People,
    /// Prose for visitors, boilerplate, page numbers.
    Notice,
    /// Said in a chat.
    Chat,
    /// Below the last item.
    Tail,
}

/// Line of a head in plain words.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Place among the lines.
    pub at: usize,
    /// Number of its line.
    pub number: u32,
    /// Its words, cells joined by a space.
    pub words: String,
    /// Its cells.
    pub cells: Vec<String>,
    /// Whether a blank line comes before it.
    pub gap: bool,
    /// Whether it is a heading by its marks or its look, or bold as a whole.
    pub is_heading: bool,
    /// Whether it stands in a list with bullets.
    pub is_entry: bool,
    pub area: Area,
}

/// The most lines of a head that are read, and the most of a tail.
const MOST: (usize, usize) = (300, 150);

/// The most characters of a line that are read: a whole paper may stand on one.
const WIDEST: usize = 1200;

/// The rows of the lines above the first item.
pub(super) fn rows(lines: &[Line], ledger: &Ledger) -> Vec<Row> {
    let lines = lines.get(..MOST.0).unwrap_or(lines);
    let mut rows = Vec::new();
    let mut gap = true;
    let mut is_comment = false;
    let (front_matter, below) = front_matter(lines);
    for (at, line) in lines.iter().enumerate() {
        let Some(mut row) = row(at, line) else {
            gap = true;
            continue;
        };
        row.gap |= gap;
        gap = false;
        is_comment |= line.text.contains("<!--");
        let is_hidden = is_comment || line.text.trim_start().starts_with("{%");
        is_comment &= !line.text.contains("-->");
        if at < front_matter {
            row.area = Area::FrontMatter;
        } else if is_hidden && row.area == Area::Head {
            row.area = Area::Notice;
        } else if row.area == Area::Head {
            row.area = area(line, &row, ledger, at - below.min(at));
        }
        rows.push(row);
    }
    mark_mail(&mut rows);
    mark_menus(&mut rows);
    rows
}

/// The rows of the lines below the last item.
pub(super) fn tail(lines: &[Line], ledger: &Ledger) -> Vec<Row> {
    let mut rows = rows(lines.get(..MOST.1).unwrap_or(lines), ledger);
    for row in rows.iter_mut().filter(|row| row.area == Area::Head) {
        row.area = Area::Tail;
    }
    rows
}

/// How many lines the front matter takes, and where the paper begins below it.
fn front_matter(lines: &[Line]) -> (usize, usize) {
    let is_rule = |line: &Line| line.text.trim() == "---" || line.text.trim() == "+++";
    if !lines.first().is_some_and(is_rule) {
        return (0, 0);
    }
    let end = lines.iter().skip(1).take(LONGEST_FRONT + 1).position(is_rule).map_or(0, |at| at + 2);
    (end, end)
}

fn row(at: usize, line: &Line) -> Option<Row> {
    let end = line.text.char_indices().nth(WIDEST).map_or(line.text.len(), |(at, _)| at);
    let quoted = line.text.get(..end).unwrap_or("").trim_start_matches(['>', ' ']);
    let (text, is_heading) = without_heading_marks(quoted);
    let bullet = ["- ", "* ", "• ", "+ ", "· ", "– "].iter().find_map(|mark| text.strip_prefix(mark));
    let text = plain(bullet.unwrap_or(text).trim_start());
    let cells: Vec<String> = cells(&text);
    let words = cells.join(" ");
    if !words.chars().any(char::is_alphanumeric) {
        return None;
    }
    let is_bold = line.look.bold > 0 && line.look.bold >= line.text.len()
        || quoted.starts_with("**") && quoted.ends_with("**");
    Some(Row {
        at,
        number: line.number,
        words,
        cells,
        gap: line.gap,
        is_heading: is_heading || line.look.heading > 0 || line.role == Role::Heading || is_bold,
        is_entry: bullet.is_some(),
        area: Area::Head,
    })
}

/// Words without the marks of a heading in Markdown or a wiki, and whether there were any.
fn without_heading_marks(text: &str) -> (&str, bool) {
    let bare = text.trim_start_matches('#');
    if bare.len() < text.len() && bare.starts_with(' ') {
        return (bare.trim().trim_end_matches('#').trim_end(), true);
    }
    let bare = text.trim_matches('=');
    let is_wiki = text.starts_with('=') && text.ends_with('=') && !bare.is_empty();
    if is_wiki { (bare.trim(), true) } else { (text, false) }
}

/// The cells of a row: what bars or wide gaps part.
fn cells(text: &str) -> Vec<String> {
    let by_bars = text.starts_with('|') || text.contains(" | ") || text.contains("||");
    let pieces: Vec<&str> = if by_bars { text.split('|').collect() } else { vec![text] };
    let pieces = pieces.into_iter().flat_map(paper::cells);
    pieces
        .map(|(_, cell)| squeeze(cell.trim_matches(['*', '_', ' ', '\''])))
        .filter(|cell| cell.chars().any(char::is_alphanumeric))
        .collect()
}

/// Words without emphasis, links and tags.
fn plain(text: &str) -> String {
    let mut text = text.replace("&nbsp;", " ").replace("&amp;", "&").replace("&ndash;", "–");
    text.retain(|sign| !matches!(sign, '\u{ad}' | '\u{200b}' | '\u{feff}'));
    if !text.contains("____") {
        text = text.replace("**", "").replace("__", "");
    }
    text = without_links(&text.replace("'''", "").replace('\u{a0}', " "));
    let tagged = text.replace("<br>", " ").replace("<br/>", " ").replace("<br />", " ");
    without_tags(&tagged)
}

/// `[label](address)` as its label. `[[page|label]]` was written so when the file was opened.
fn without_links(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let link = after.split_once("](").and_then(|(label, after)| {
            let (_, after) = after.split_once(')')?;
            (!label.contains('[')).then_some((label, after))
        });
        let Some((label, after)) = link else { break };
        plain.push_str(before);
        plain.push_str(label);
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// Words without tags; `<name@place>` stays.
fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        let Some((tag, beyond)) = after.split_once('>').filter(|(tag, _)| is_tag(tag)) else { break };
        plain.push_str(before);
        plain.push_str(if tag.starts_with('/') { "" } else { " " });
        rest = beyond;
    }
    plain.push_str(rest);
    plain.trim().to_owned()
}

fn is_tag(tag: &str) -> bool {
    let name = tag.trim_start_matches(['/', '!']);
    name.starts_with(|sign: char| sign.is_ascii_alphabetic()) && tag.len() < 120 && !tag.contains(['@', ':'])
}

fn area(line: &Line, row: &Row, ledger: &Ledger, depth: usize) -> Area {
    let said = ledger.said(line.number).map(|(meaning, _)| meaning);
    let people = [Meaning::Members, Meaning::Present, Meaning::InAttendance, Meaning::Apologies];
    let lower = row.words.to_lowercase();
    if said.is_some_and(|meaning| people.contains(&meaning)) {
        Area::People
    } else if line.role == Role::Furniture
        || said.is_some_and(|meaning| {
            [Meaning::Opening, Meaning::Close, Meaning::Movement, Meaning::Minutes].contains(&meaning)
        })
    {
        Area::Notice
    } else if is_menu(row) {
        Area::Menu
    } else if is_chat(&line.text) {
        Area::Chat
    } else if cue::is_courtesy(&row.words)
        || notice::is_of_copy(&row.words)
        || notice::tells_left_out(&row.words)
        || letter::is_notice(&row.words)
        || invite::is_boilerplate(&row.words) && !lower.starts_with("microsoft teams meeting")
        || depth > 3 && is_prose(&row.words)
    {
        Area::Notice
    } else {
        Area::Head
    }
}

/// A long sentence that does not convene: what a paper explains to its readers.
fn is_prose(words: &str) -> bool {
    let lower = words.to_lowercase();
    words.split(' ').count() > 30
        && !["held", "meeting of", "will meet", "summoned"].iter().any(|word| lower.contains(word))
}

/// `<nick> words`, `[18:00] words`, `18:00:12 <nick>`.
fn is_chat(words: &str) -> bool {
    let bare = words.trim_start_matches(|sign: char| sign.is_ascii_digit() || " :[]().-".contains(sign));
    let nick = bare.strip_prefix('<').and_then(|rest| rest.split_once('>'));
    nick.is_some_and(|(nick, _)| !nick.contains([' ', '@']) || bare.len() < words.len())
}

/// Whether words stand in the menus and footers of web pages.
fn is_menu(row: &Row) -> bool {
    let lower = row.words.to_lowercase();
    let cells: Vec<String> = row.cells.iter().map(|cell| cell.to_lowercase()).collect();
    let parted = |cell| str::split(cell, ['|', '>', '»', '›', '/', '·', '•']).map(str::trim);
    let pieces: Vec<&str> = cells.iter().flat_map(|cell| parted(cell.as_str())).collect();
    let known = pieces.iter().filter(|piece| lexicon::has(lexicon::MENUS, piece)).count();
    let is_path = pieces.len() >= 3 && pieces.first() == Some(&"home");
    known == pieces.len() && !lower.is_empty()
        || known >= 2 && pieces.len() >= 3
        || is_path
        || lexicon::any_in(lexicon::PAGES, &lower)
}

/// Marks the header lines of a mail, and the line above a quoted one.
fn mark_mail(rows: &mut [Row]) {
    const FIELDS: [&str; 9] =
        ["from:", "to:", "cc:", "sent:", "date:", "subject:", "reply-to:", "bcc:", "attachments:"];
    let field = |row: &Row| FIELDS.iter().position(|field| row.words.to_lowercase().starts_with(field));
    let found: Vec<Option<usize>> = rows.iter().map(field).collect();
    let is_mail = found.contains(&Some(0)) && (found.contains(&Some(5)) || found.contains(&Some(1)));
    let first = found.iter().position(|field| *field == Some(0)).unwrap_or(0);
    for (at, row) in rows.iter_mut().enumerate() {
        let lower = row.words.to_lowercase();
        if row.area == Area::FrontMatter {
            continue;
        }
        let wrote = lower.ends_with(" wrote:")
            || lower.contains("forwarded message")
            || lower.contains("original message");
        let near = is_mail && at.abs_diff(first) <= 7 && found.get(at).is_some_and(Option::is_some);
        if wrote || near {
            row.area = Area::Mail;
        }
    }
}

/// Entries with bullets among menus are menus.
fn mark_menus(rows: &mut [Row]) {
    for at in 1..rows.len() {
        let above = rows.get(at - 1).is_some_and(|row| row.area == Area::Menu && row.is_entry);
        let below = rows.get(at + 1).is_some_and(|row| row.area == Area::Menu && row.is_entry);
        if let Some(row) =
            rows.get_mut(at).filter(|row| row.is_entry && row.area == Area::Head && !row.words.contains(':'))
            && (above || below)
        {
            row.area = Area::Menu;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    fn read(text: &str) -> Vec<Row> {
        rows(&lines(text), &Ledger::new(99))
    }

    #[test]
    fn marks_are_taken_away_and_cells_kept() {
        let found = read(
            "# TSC Meeting\n\n- **Date:** 2023-05-09\n| Venue | [Town Hall](https://x.example) |\n> Quoted words",
        );
        let words: Vec<&str> = found.iter().map(|row| row.words.as_str()).collect();
        assert_eq!(words, ["TSC Meeting", "Date: 2023-05-09", "Venue Town Hall", "Quoted words"]);
        assert!(found[0].is_heading && found[1].is_entry);
        assert_eq!(found[2].cells, ["Venue", "Town Hall"]);
    }

    #[test]
    fn areas_are_told_apart() {
        let text = "---\ntitle: Notes\ndate: 2023-01-01\n---\nHome | News | Events\nFrom: A <a@b.example>\nDate: 3 May 2023\nSubject: Board\n\nThe Board\n[18:00] <anna> hello";
        let areas: Vec<Area> = read(text).iter().map(|row| row.area).collect();
        use Area::{Chat, FrontMatter, Head, Mail, Menu};
        assert_eq!(areas, [FrontMatter, FrontMatter, Menu, Mail, Mail, Mail, Head, Chat]);
    }
}
