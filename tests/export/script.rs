//! Items written as a clerk would jot them down, for tests that are about how they are printed.

use minutebook::domain::agenda::{Heading, Item};
use minutebook::domain::id::{BlockId, ItemId};
use minutebook::domain::minutes::{Block, Kind};

/// Reads items from lines: `# LABEL | TITLE` begins one, `(Report by …)` is its report line, and every other
/// line is a block: `(a) ` a sub-paragraph, `- ` a bullet, `RESOLVED `, `+ ` a part of the resolution,
/// `ACTION: `, `~ ` a procedural line, `// ` a private note.
pub fn items(script: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (id, line) in (1000..).zip(script.lines().map(str::trim).filter(|line| !line.is_empty())) {
        match (line.strip_prefix("# "), items.last_mut()) {
            (Some(name), _) => items.push(item(id, name)),
            (None, Some(item)) if line.starts_with("(Report") => {
                item.heading.report = line.trim_matches(['(', ')']).into();
            }
            (None, Some(item)) => item.minutes.push(block(id, line)),
            (None, None) => panic!("a block without an item: {line}"),
        }
    }
    items
}

fn item(id: u32, name: &str) -> Item {
    let (label, title) = name.split_once('|').unwrap();
    let (label, title) = (label.trim().to_owned(), title.trim().to_owned());
    Item { id: ItemId(id), heading: Heading { label, title, ..Heading::default() }, minutes: vec![] }
}

fn block(id: u32, line: &str) -> Block {
    let signs = [
        ("(a) ", Kind::Paragraph, 1),
        ("- ", Kind::Bullet, 0),
        ("RESOLVED ", Kind::Resolution, 0),
        ("+ ", Kind::Resolution, 1),
        ("ACTION: ", Kind::Action, 0),
        ("~ ", Kind::Procedural, 0),
        ("// ", Kind::Note, 0),
    ];
    let read = signs.into_iter().find_map(|(sign, kind, level)| {
        let text = line.strip_prefix(sign)?;
        Some(Block { kind, level, ..Block::paragraph(BlockId(id), text) })
    });
    read.unwrap_or_else(|| Block::paragraph(BlockId(id), line))
}
