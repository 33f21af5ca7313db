//! The lines of a journal, one by one: how each is written and read back. Knows no files and no order.
//!
//! Every line ends with the checksum of what stands before it, so that a torn or garbled line is known:
//!
//! ```text
//! minutebook journal 1 id 5f1c base 0 1b2c3d4e
//! 1 Did((label:"Typed",edits:[Splice(item:4,block:9,at:0,put:"N")])) 0f1e2d3c
//! #at 2021-11-18T10:42 89ab0123
//! ```

use super::snapshot::{Stamp, ron_options};
use crate::domain::id::{BlockId, ItemId};
use crate::session::Entry;
use crate::text;
use chrono::NaiveDateTime;
use std::fmt::Write;

/// The format of journals that this program writes, and the newest that it reads.
pub(super) const FORMAT: u64 = 1;

/// The bytes that a checksum takes up at the end of a line, with the space before it.
const CHECK: usize = 9;

/// Where the cursor was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The item on the desk.
    pub item: ItemId,
    /// The block in it; none where the item had none.
    pub block: Option<BlockId>,
    /// The position in the block's text. The text may have changed since: settle it before use.
    pub offset: usize,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// The first line: whose journal it is, and how many entries came before it.
    Header { format: u64, id: &'a str, base: u64 },
    /// An entry, counted from the beginning of the session.
    Entry { number: u64, ron: &'a str },
    /// A record with this stamp is about to be put in place.
    Saved(Stamp),
    /// The cursor was left here.
    Place(Place),
    /// A minute has begun, in local time.
    At(NaiveDateTime),
    /// A mark that need not be read to open a session, or that a later version added.
    Other,
}

/// Reads a line without its line end. None if it is garbled.
pub(super) fn read(line: &[u8]) -> Option<Line<'_>> {
    let (body, check) = line.split_at_checked(line.len().checked_sub(CHECK)?)?;
    if check.strip_prefix(b" ")? != hex(crc32fast::hash(body)) {
        return None;
    }
    let body = std::str::from_utf8(body).ok()?;
    match body.strip_prefix('#') {
        Some(mark) => Some(read_mark(mark).unwrap_or(Line::Other)),
        None => read_header(body).or_else(|| read_entry(body)),
    }
}

fn read_header(body: &str) -> Option<Line<'_>> {
    let mut words = body.strip_prefix("minutebook journal ")?.split(' ');
    let format = words.next()?.parse().ok()?;
    let id = words.next().filter(|word| *word == "id").and_then(|_| words.next()).unwrap_or("");
    let base = words.next().filter(|word| *word == "base").and_then(|_| words.next()).unwrap_or("");
    // What else a later version puts here is not our business: its number is enough to refuse it.
    Some(Line::Header { format, id, base: base.parse().unwrap_or(0) })
}

fn read_entry(body: &str) -> Option<Line<'_>> {
    let (number, ron) = body.split_once(' ')?;
    Some(Line::Entry { number: number.parse().ok()?, ron })
}

fn read_mark(mark: &str) -> Option<Line<'_>> {
    let mut words = mark.split(' ');
    match words.next()? {
        "saved" => {
            let entries = words.next()?.parse().ok()?;
            let crc = u32::from_str_radix(words.next()?, 16).ok()?;
            Some(Line::Saved(Stamp { entries, crc, length: words.next()?.parse().ok()? }))
        }
        "at" => NaiveDateTime::parse_from_str(words.next()?, "%Y-%m-%dT%H:%M").ok().map(Line::At),
        "place" => {
            let item = ItemId(words.next()?.parse().ok()?);
            let block = words.next()?.parse().ok().map(BlockId);
            Some(Line::Place(Place { item, block, offset: words.next()?.parse().ok()? }))
        }
        _ => None,
    }
}

/// Reads the entry of a line.
pub(super) fn read_ron(ron: &str) -> Result<Entry, String> {
    ron_options().from_str(ron).map_err(|error| text::tame(&error.code.to_string()))
}

/// What is to become a line.
#[derive(Debug)]
pub(super) enum Jotting {
    /// An entry, with its number.
    Entry(u64, Box<Entry>),
    /// A record with this stamp is about to be put in place.
    Saved(Stamp),
    /// The cursor is left here.
    Place(Place),
    /// A minute has begun.
    At(NaiveDateTime),
}

/// Lines that are to be written.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// The beginning of a journal that goes on from a record.
    pub(super) fn beginning(id: &str, stamp: Stamp) -> Vec<u8> {
        let mut lines = Self::default();
        lines.header(id, stamp.entries);
        lines.saved(stamp);
        lines.text.into_bytes()
    }

    /// A journal that knows a record, whether it did before or not.
    pub(super) fn after(journal: &[u8], stamp: Stamp) -> Vec<u8> {
        let mut lines = Self::default();
        lines.saved(stamp);
        [journal, lines.bytes()].concat()
    }

    /// The bytes of the lines.
    pub(super) fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// Puts lines before these.
    pub(super) fn put_before(&mut self, earlier: &Lines) {
        self.text.insert_str(0, &earlier.text);
    }

    /// Adds what another has from byte `from` on.
    pub(super) fn take_from(&mut self, other: &Lines, from: usize) {
        self.text.push_str(other.text.get(from..).unwrap_or_default());
    }

    /// Adds what was jotted down. Returns whether it could be made a line.
    pub(super) fn add(&mut self, jotting: &Jotting) -> bool {
        match jotting {
            Jotting::Entry(number, entry) => self.entry(*number, entry),
            Jotting::Saved(stamp) => self.saved(*stamp),
            Jotting::Place(place) => self.place(*place),
            Jotting::At(time) => self.at(*time),
        }
    }

    /// Adds the first line of a journal.
    fn header(&mut self, id: &str, base: u64) {
        self.line(|text| write!(text, "minutebook journal {FORMAT} id {id} base {base}").is_ok());
    }

    fn entry(&mut self, number: u64, entry: &Entry) -> bool {
        // Line ends within a text are escaped, so that an entry never spreads over two lines.
        self.line(|text| write!(text, "{number} ").is_ok() && ron_options().to_writer(text, entry).is_ok())
    }

    fn saved(&mut self, stamp: Stamp) -> bool {
        let Stamp { entries, crc, length } = stamp;
        self.line(|text| write!(text, "#saved {entries} {crc:08x} {length}").is_ok())
    }

    fn at(&mut self, time: NaiveDateTime) -> bool {
        self.line(|text| write!(text, "#at {}", time.format("%Y-%m-%dT%H:%M")).is_ok())
    }

    fn place(&mut self, place: Place) -> bool {
        let Place { item, block, offset } = place;
        let block = block.map_or("-".to_owned(), |block| block.0.to_string());
        self.line(|text| write!(text, "#place {} {block} {offset}", item.0).is_ok())
    }

    /// Adds a line and its checksum, or nothing if its body cannot be written.
    fn line(&mut self, body: impl FnOnce(&mut String) -> bool) -> bool {
        let start = self.text.len();
        if !body(&mut self.text) {
            self.text.truncate(start);
            return false;
        }
        let check = hex(crc32fast::hash(self.text.as_bytes().get(start..).unwrap_or_default()));
        self.text.push(' ');
        self.text.extend(check.map(char::from));
        self.text.push('\n');
        true
    }
}

/// A checksum in eight figures. There is one way to write it, so that garbling in it shows, too.
fn hex(crc: u32) -> [u8; 8] {
    let mut figures = *b"00000000";
    for (at, figure) in figures.iter_mut().rev().enumerate() {
        let value = u8::try_from((crc >> (4 * at)) & 0xf).unwrap_or(0);
        *figure = if value < 10 { b'0' + value } else { b'a' + value - 10 };
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Change;

    #[test]
    fn a_line_is_read_back_as_it_was_written() {
        let entry = Entry::Did(Change::new("Line\r\nend, \u{2028} \"quote\" and \u{1b}", vec![]));
        let stamp = Stamp { entries: 7, crc: 0xab, length: 12 };
        let place = Place { item: ItemId(3), block: None, offset: 5 };
        let mut lines = Lines::default();
        lines.header("a1", 40);
        lines.entry(41, &entry);
        lines.saved(stamp);
        lines.at(NaiveDateTime::default());
        lines.place(place);
        let read: Vec<_> = lines.text.lines().map(|line| read(line.as_bytes()).unwrap()).collect();
        assert_eq!(read[0], Line::Header { format: FORMAT, id: "a1", base: 40 });
        let Line::Entry { number: 41, ron } = read[1] else { panic!("{:?}", read[1]) };
        assert_eq!(read_ron(ron), Ok(entry));
        assert_eq!(read[2..], [Line::Saved(stamp), Line::At(NaiveDateTime::default()), Line::Place(place)]);
    }

    #[test]
    fn a_garbled_line_is_known() {
        assert_eq!(read(b""), None);
        assert_eq!(read(b"#at 1970-01-01T00:00 00000000"), None);
        let mut lines = Lines::default();
        lines.entry(1, &Entry::Undid);
        assert_eq!(lines.text, "1 Undid 0ee0a276\n");
    }
}
