//! Web pages: what a browser shows of them, as paragraphs, lists and tables. Knows tags and not meetings.
//!
//! Only the stream of tags is read and no tree is built, so a page with a hundred thousand tags inside each
//! other costs no more than one with as many side by side.

mod list;
mod tags;
mod weight;

use super::Printed;
use super::gather::Gather;
use super::sheet::{self, Words};
use crate::import::Refusal;
use crate::import::decode;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, StartTag, Token, Tokenizer};
use list::{BULLET, List};
use tags::{
    attribute, can_be_hidden, heading, is_around, is_block, is_hidden, is_unseen, number, told_heading,
};
use weight::Weights;

/// How far into a file its first tag may be.
const HEAD: usize = 1024;

/// Whether bytes are a web page: one of the tags that begin a page stands at their start.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes);
    // Zeros lie between the letters of a page in UTF-16.
    let start: Vec<u8> =
        start.iter().filter(|byte| **byte != 0 && **byte < 0x80).map(u8::to_ascii_lowercase).collect();
    let start = String::from_utf8(start).unwrap_or_default();
    let opens = start.trim_start().starts_with('<');
    const TAGS: [&str; 12] = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<table",
        "<div",
        "<title",
        "<meta ",
        "<p>",
        "<h1",
        "<ol",
        "<main",
    ];
    opens && TAGS.iter().any(|tag| start.contains(tag))
}

/// Reads a web page.
pub(super) fn read(bytes: &[u8]) -> Result<Printed, Refusal> {
    let mut notes = Vec::new();
    let text = decode::characters(bytes, &mut notes)?;
    let lines = sheet::print(&blocks(&text));
    if lines.is_empty() {
        return Err(Refusal::NoWords("web page"));
    }
    Ok(Printed { lines, notes })
}

/// What a page shows.
fn blocks(text: &str) -> Vec<sheet::Block> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.start(&tag),
            Token::EndTag(tag) => page.end(&name(&tag.name)),
            Token::String(text) if page.skipped.is_none() => page.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    page.flush();
    page.gather.finish()
}

fn name(name: &HtmlString) -> String {
    String::from_utf8_lossy(name).into_owned()
}

/// An element within which something holds, and how many of the same name are open inside it.
#[derive(Debug)]
struct Within {
    name: String,
    depth: usize,
}

/// A page while it is read.
#[derive(Default)]
struct Page {
    gather: Gather,
    /// The paragraph that is open.
    words: Words,
    /// The element whose text nobody sees.
    skipped: Option<Within>,
    /// The element that belongs to the site and not to the paper: a menu, a foot.
    around: Option<Within>,
    lists: Vec<List>,
    /// How many lists of terms are open.
    terms: usize,
    /// How many elements are open that keep their line ends.
    kept: usize,
    /// The element of no block that is a heading by its role.
    titled: Option<Within>,
    weights: Weights,
}

impl Page {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = name(&tag.name);
        if let Some(within) = &mut self.skipped {
            within.depth += usize::from(within.name == name);
            return;
        }
        if is_unseen(&name) || is_hidden(tag) && can_be_hidden(&name) {
            self.skipped = Some(Within { name, depth: 1 });
            return;
        }
        if let Some(within) = &mut self.around {
            within.depth += usize::from(within.name == name);
        } else if is_around(&name, tag) {
            self.flush();
            self.around = Some(Within { name: name.clone(), depth: 1 });
        }
        self.open(&name, tag);
        self.weights.start(&name, &attribute(tag, "style"));
    }

    fn open(&mut self, name: &str, tag: &StartTag<()>) {
        match name {
            "br" => self.words.text.push('\n'),
            "table" => {
                self.flush();
                self.gather.open_table();
            }
            "tr" => {
                self.flush();
                self.gather.open_row();
            }
            "td" | "th" => {
                self.flush();
                let cells = |name| number(tag, name).unwrap_or(1);
                // None is all rows that are left.
                let rows = match cells("rowspan") {
                    0 => u32::MAX,
                    rows => rows,
                };
                self.gather.open_cell(cells("colspan"), rows);
            }
            "ul" | "ol" | "menu" => {
                self.flush();
                self.lists.push(List::new(name, tag));
            }
            "li" => self.entry(tag),
            "pre" => {
                self.flush();
                self.kept += 1;
            }
            "dl" => {
                self.flush();
                self.terms += 1;
            }
            "dt" => {
                self.flush();
                self.words.look.entry = self.depth();
            }
            _ => self.open_block(name, tag),
        }
    }

    /// Opens an element that may be a heading or a paragraph.
    fn open_block(&mut self, name: &str, tag: &StartTag<()>) {
        if let Some(titled) = &mut self.titled {
            titled.depth += usize::from(titled.name == name);
        }
        let level = heading(name).or_else(|| told_heading(tag));
        if (level.is_some() || is_block(name)) && !is_fresh(&self.words) {
            self.flush();
        }
        let Some(level) = level else { return };
        self.words.look.heading = level;
        if heading(name).is_none() && !is_block(name) {
            self.titled = Some(Within { name: name.to_owned(), depth: 1 });
        }
    }

    /// How deep an entry stands in lists.
    fn depth(&self) -> u8 {
        u8::try_from((self.lists.len() + self.terms).max(1)).unwrap_or(u8::MAX)
    }

    fn end(&mut self, name: &str) {
        if let Some(within) = &mut self.skipped {
            within.depth -= usize::from(within.name == name);
            if within.depth == 0 {
                self.skipped = None;
            }
            return;
        }
        self.weights.end(name);
        match name {
            "table" => {
                self.flush();
                self.gather.close_table();
            }
            "tr" | "td" | "th" => {
                self.flush();
                self.gather.close_cell();
            }
            "ul" | "ol" | "menu" => {
                self.flush();
                self.lists.pop();
            }
            "pre" => {
                self.flush();
                self.kept = self.kept.saturating_sub(1);
            }
            "dl" => {
                self.flush();
                self.terms = self.terms.saturating_sub(1);
            }
            _ if is_block(name) || heading(name).is_some() || name == "li" => self.flush(),
            _ => self.close_titled(name),
        }
        if let Some(within) = &mut self.around {
            within.depth -= usize::from(within.name == name);
            if within.depth == 0 {
                self.around = None;
            }
        }
    }

    /// Ends a heading by role, if it is this one.
    fn close_titled(&mut self, name: &str) {
        let Some(titled) = self.titled.as_mut().filter(|titled| titled.name == name) else { return };
        titled.depth -= 1;
        if titled.depth == 0 {
            self.titled = None;
            self.flush();
        }
    }

    /// Begins an entry of a list.
    fn entry(&mut self, tag: &StartTag<()>) {
        self.flush();
        self.words.level = self.lists.len().saturating_sub(1);
        self.words.close = true;
        self.words.look.entry = self.depth();
        self.words.label = self.lists.last_mut().map_or_else(|| BULLET.to_owned(), |list| list.next(tag));
    }

    /// Adds text to the paragraph, with its white space closed up as a browser does.
    fn text(&mut self, text: &str) {
        let from = self.words.text.len();
        self.write(text);
        if self.weights.is_bold() {
            self.words.bold.add(from, self.words.text.len());
        }
    }

    fn write(&mut self, text: &str) {
        if self.kept > 0 {
            self.words.text.push_str(text);
            return;
        }
        for character in text.chars() {
            let blank = matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}');
            if !blank {
                self.words.text.push(character);
            } else if !self.words.text.is_empty() && !self.words.text.ends_with([' ', '\n']) {
                self.words.text.push(' ');
            }
        }
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        self.weights.end_paragraph();
        let mut words = std::mem::take(&mut self.words);
        if words.text.trim().is_empty() {
            return;
        }
        words.around = self.around.is_some();
        self.gather.add(sheet::Block::Words(words));
    }
}

/// Whether a paragraph is an entry of a list or a heading of which no words have been read yet.
fn is_fresh(words: &Words) -> bool {
    (words.look.entry > 0 || words.look.heading > 0) && words.text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every line of a page: the levels of its heading and entry, and its words with a bar behind the bold ones.
    fn looks(page: &str) -> Vec<String> {
        let look = |line: crate::import::paper::Line| {
            let (bold, plain) = line.text.split_at(line.look.bold);
            format!("{}{} {bold}|{plain}", line.look.heading, line.look.entry)
        };
        read(page.as_bytes()).unwrap().lines.into_iter().map(look).collect()
    }

    #[test]
    fn headings_and_entries_are_told_with_their_levels() {
        let page = "<html><h3>Fees</h3><div role=heading aria-level=4><p>Dues</p></div>All<span role=heading>Boats <span>in</span></span>sail<ol><li><h2>Bins</h2>paper<ul><li>glass</ul><li><div>Trees</div><div>old</div></ol><dl><dt>Venue<dd>Hall</dl>";
        let found = looks(page);
        let wanted = [
            "30 |Fees",
            "40 |Dues",
            "00 |All",
            "20 |Boats in",
            "00 |sail",
            "21 |1.   Bins",
            "00 |paper",
            "02 |• glass",
            "01 |2.   Trees",
            "00 |old",
            "01 |Venue",
            "00 |Hall",
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn what_is_bold_is_told() {
        let page = "<html><b style='font-weight:normal'><p><b>Venue:</b> Hall</p><p style='font-weight:bold'>Fees<br>and dues<p>Bins<ol><li><strong>Trees </strong>in the park<li><span style='font-weight: 700'>All</span></ol></b><p>The <b>end</b></p>";
        let found = looks(page);
        let wanted = [
            "00 Venue:| Hall",
            "00 Fees|",
            "00 and dues|",
            "00 |Bins",
            "01 1.   Trees| in the park",
            "01 2.   All|",
            "00 |The end",
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn cells_have_their_place_below_those_that_reach_down() {
        let page = "<html><table><tr><th colspan=2>Item<th>Lead<tr><td rowspan=2>1.<td><p>Fees<p><b>Dues</b><td rowspan=0>Clerk<tr><td>To note<tr><td>2.<td>Boats</table>";
        let place = |line: crate::import::paper::Line| {
            let cell = line.look.cell.unwrap();
            format!("{}:{}/{} {} {}", cell.row, cell.column, cell.columns, line.look.bold, line.text)
        };
        let found: Vec<String> = read(page.as_bytes()).unwrap().lines.into_iter().map(place).collect();
        let wanted = [
            "0:0/3 4 Item",
            "0:2/3 4 Lead",
            "1:0/3 0 1.",
            "1:1/3 0 Fees",
            "1:1/3 4 Dues",
            "1:2/3 0 Clerk",
            "2:1/3 0 To note",
            "3:0/3 0 2.",
            "3:1/3 0 Boats",
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn tables_that_claim_to_be_large_and_cells_without_end_are_harmless() {
        let wide = "<td colspan=4294967295 rowspan=4294967295>x".repeat(20_000);
        let page = format!("<table><tr>{wide}{}", "<tr><td>x".repeat(20_000));
        assert_eq!(read(page.as_bytes()).unwrap().lines.len(), 40_000);
        let deep = "<table><tr><td><b>x<td><th style=font-weight:bold>".repeat(10_000);
        assert_eq!(read(format!("<html>{deep}y").as_bytes()).unwrap().lines.len(), 10_001);
    }
}
