//! Rich text (`.rtf`), as Word, LibreOffice, TextEdit and minute-taking programs write it: paragraphs, tables, the numbers
//! of lists and bold words. Parts that a reader may pass over, heads, feet, pictures and deleted text stay out.
//!
//! The crates for RTF give runs of text without tables and with one code page, so tokens are taken apart here.

mod body;
mod code_page;
mod fonts;
mod group;
mod paragraph;
mod table;
mod token;

use super::Printed;
use super::sheet;
use crate::import::Refusal;

const KIND: &str = "rich text document";

/// Whether bytes are rich text.
pub(super) fn is_rtf(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start().starts_with(b"{\\rtf")
}

/// Reads rich text.
pub(super) fn read(bytes: &[u8]) -> Result<Printed, Refusal> {
    let read = body::read(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes));
    let lines = sheet::print(&read.blocks);
    if lines.is_empty() {
        return Err(if read.whole { Refusal::NoWords(KIND) } else { Refusal::Damaged(KIND) });
    }
    let mut notes = Vec::new();
    if !read.whole {
        notes.push(format!("The {KIND} is cut off; it was read as far as it goes."));
    }
    if read.tracked {
        notes.push(format!("The {KIND} has tracked changes; they were read as if accepted."));
    }
    Ok(Printed { lines, notes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::Line;

    fn lines(body: &str) -> Vec<Line> {
        let head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Calibri;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset204 Times;}}{\stylesheet{\s0 Normal;}{\s2\b heading 3;}}\pard\plain\f0 ";
        read(format!("{head}{body}}}").as_bytes()).unwrap().lines
    }

    #[test]
    fn every_way_to_write_a_character_is_read() {
        let body = r"Caf\'e9 \lquote x\rquote\par Tr\uc1\u373 \'77p \u-3913 ?\u55357 ?\u56588 ?\par {\f2\'c4\'ee\'ea} {\f1\'b7} on\par \{A\\B\} a\~b c\_d\-e\par {\uc2\u8364 EU}ro\line next\par {\upr{x}{\*\ud{\u373 ?}}}\par {\field{\*\fldinst HYPERLINK https://a.example}{\fldrslt the papers}}\par";
        let found: Vec<String> = lines(body).into_iter().map(|line| line.text).collect();
        let wanted =
            ["Café ‘x’", "Trŵp •🔌", "Док • on", "{A\\B} a b c-de", "€ro", "next", "ŵ", "the papers"];
        assert_eq!(found, wanted);
    }

    #[test]
    fn headings_entries_sizes_and_bold_words_are_told() {
        let body = r"\fs20 Text that is as large as most of it\par\pard\s2\fs30 Fees\par\pard{\listtext\pard\plain\f1\'b7\tab}\ilvl1 {\b Dues} of all\par\pard{\listtext 2.\tab}\b Boats\b0\par";
        let look = |line: &Line| {
            let (bold, plain) = line.text.split_at(line.look.bold);
            format!("{}{} {} {bold}|{plain}", line.look.heading, line.look.entry, line.look.size)
        };
        let found: Vec<String> = lines(body).iter().map(look).collect();
        let wanted = [
            "00 100 |Text that is as large as most of it",
            "30 150 |Fees",
            "02 150 • Dues| of all",
            "01 150 2.   Boats|",
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn cells_stand_below_those_that_begin_where_they_do() {
        let body = r"\trowd\cellx6000\cellx9000\pard\intbl Item\cell Lead\cell\row\trowd\cellx800\cellx6010\cellx9000\pard\intbl{\listtext 1.\tab}\cell Fees\par To note\cell Clerk\cell\row\pard End\par";
        let place = |line: &Line| match line.look.cell {
            Some(cell) => format!("{}:{}/{} {}", cell.row, cell.column, cell.columns, line.text),
            None => line.text.clone(),
        };
        let found: Vec<String> = lines(body).iter().map(place).collect();
        assert_eq!(
            found,
            ["0:0/3 Item", "0:2/3 Lead", "1:0/3 1.", "1:1/3 Fees", "1:1/3 To note", "1:2/3 Clerk", "End"]
        );
    }
}
