//! The house is laid out in rows, and a row may use only the rows above it. This reads the sources and holds
//! the picture in docs/architecture.md to the truth.

use std::fs;
use std::path::{Path, PathBuf};

/// The rows, from the ground up. Rows that stand side by side may not use each other.
const ROWS: [&[&str]; 14] = [
    &["text"],
    &["domain"],
    &["keys"],
    &["houses"],
    &["wording"],
    &["session"],
    &["import", "export"],
    &["returned"],
    &["store"],
    &["desk"],
    &["command"],
    &["update"],
    &["view"],
    &["shell"],
];

/// What only some places may name.
const KEPT: [(&str, &[&str]); 17] = [
    ("ratatui", &["view/"]),
    ("crossterm", &["shell/"]),
    ("ron", &["store/", "houses/", "shell/config.rs"]),
    ("std::fs", &["store/", "shell/"]),
    ("arboard", &["shell/clipboard.rs"]),
    ("clap", &["shell/cli.rs"]),
    ("rustix", &["shell/news.rs", "shell/external.rs"]),
    ("Stdio", &["shell/external.rs"]),
    ("encoding_rs", &["import/container/rtf/"]),
    ("signal_hook", &["shell/news.rs", "shell/interrupt.rs"]),
    ("krilla", &["export/pdf/"]),
    ("skrifa", &["export/pdf/face.rs"]),
    ("tempfile", &["store/", "shell/"]),
    ("std::env", &["store/lock.rs", "shell/"]),
    ("Local::now", &["shell/"]),
    ("Instant::now", &["shell/"]),
    ("SystemTime::now", &["shell/"]),
];

/// The most lines of a file.
const LONGEST: usize = 420;
/// Files that are longer than that and wait to be parted, with the most that they may be until then.
const WAITING: [(&str, usize); 0] = [];

/// A source file: its path below src/, its lines, and its code without comments and words in quotes.
struct Source {
    path: String,
    lines: usize,
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    gather(&root, &mut files);
    files.sort();
    assert!(files.len() > 50, "the sources are not where they should be: {files:?}");
    let read = |file: &PathBuf| {
        let text = fs::read_to_string(file).unwrap();
        let path = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        Source { path, lines: text.lines().count(), code: code(&text) }
    };
    files.iter().map(read).collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The text of a source file without comments and without what stands in quotes.
fn code(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let end = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |at| at + 2)
        } else if rest.starts_with("r\"") || rest.starts_with("r#\"") {
            let hashes = &rest[1..rest.find('"').unwrap()];
            let close = format!("\"{hashes}");
            let open = 2 + hashes.len();
            rest[open..].find(&close).map_or(rest.len(), |at| open + at + close.len())
        } else if sign == '"' {
            quoted(rest, '"').unwrap_or(rest.len())
        } else if sign == '\'' {
            // A lifetime has no closing quote.
            quoted(rest, '\'').filter(|end| *end <= 14).unwrap_or(1)
        } else {
            code.push(sign);
            sign.len_utf8()
        };
        rest = &rest[end..];
    }
    code
}

/// Where the quotation at the start of a text ends, its closing sign included.
fn quoted(text: &str, sign: char) -> Option<usize> {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' if sign == '\'' => return None,
            _ if letter == sign => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Where a path stands as a whole, not as a part of a longer name.
fn places<'a>(code: &'a str, path: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(path).map(|(at, _)| at).filter(move |at| {
        let before = code[..*at].chars().next_back();
        let after = code[at + path.len()..].chars().next();
        !before.is_some_and(|before| is_name(before) || before == ':') && !after.is_some_and(is_name)
    })
}

/// The first names of what is named after a path: one, or several in braces.
fn heads(rest: &str) -> Vec<&str> {
    let first = |text: &str| text.find(|letter| !is_name(letter)).unwrap_or(text.len());
    let Some(inside) = rest.strip_prefix('{') else {
        return vec![&rest[..first(rest)]];
    };
    let mut depth = 0;
    let mut from = 0;
    let mut heads = Vec::new();
    for (at, letter) in inside.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                let part = inside[from..at].trim_start();
                heads.push(&part[..first(part)]);
                from = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

/// The modules at the root of the crate that a file names, by `crate::` or by enough of `super::`.
fn uses(source: &Source) -> Vec<&str> {
    let code = source.code.as_str();
    let mut used: Vec<&str> =
        places(code, "crate").filter_map(|at| code[at..].strip_prefix("crate::")).flat_map(heads).collect();
    let depth = source.path.matches('/').count() + usize::from(!source.path.ends_with("/mod.rs"));
    for at in places(code, "super") {
        let mut rest = &code[at..];
        let mut steps = 0;
        while let Some(after) = rest.strip_prefix("super::") {
            rest = after;
            steps += 1;
        }
        if steps >= depth {
            used.extend(heads(rest).into_iter().filter(|head| row(head).is_some()));
        }
    }
    used
}

fn row(module: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&module))
}

/// The module at the root of the crate to which a file belongs.
fn module(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap()
}

#[test]
fn a_row_uses_only_the_rows_above_it() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !["lib.rs", "main.rs"].contains(&&*source.path)) {
        let own = module(&source.path);
        let here = row(own).unwrap_or_else(|| panic!("src/{} is in no row", source.path));
        for used in uses(source) {
            match row(used) {
                Some(there) if there < here || used == own => {}
                _ => wrong.push(format!("src/{} uses {used}", source.path)),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_touches_the_world_is_named_only_where_it_is_at_home() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (name, homes) in KEPT {
            let at_home = homes.iter().any(|home| source.path.starts_with(home));
            if !at_home && (places(&source.code, name).next().is_some() || grouped(&source.code, name)) {
                wrong.push(format!("src/{} names {name}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether `std::fs` is named as `std::{fs, …}`.
fn grouped(code: &str, path: &str) -> bool {
    let Some((root, name)) = path.split_once("::").filter(|(root, _)| *root == "std") else { return false };
    let rests = places(code, root).filter_map(|at| code[at..].strip_prefix("std::"));
    rests.flat_map(heads).any(|head| head == name)
}

#[test]
fn no_file_is_too_long_to_be_read_in_one_go() {
    let most = |path: &str| WAITING.iter().find(|(file, _)| *file == path).map_or(LONGEST, |(_, most)| *most);
    let sources = sources();
    let long = sources.iter().filter(|source| source.lines > most(&source.path));
    let long: Vec<String> =
        long.map(|source| format!("src/{}: {} lines", source.path, source.lines)).collect();
    assert!(long.is_empty(), "over {LONGEST} lines: {long:#?}");
    for (file, _) in WAITING {
        let short =
            sources.iter().find(|source| source.path == file).is_none_or(|source| source.lines <= LONGEST);
        assert!(!short, "src/{file} has been parted; take it off the list WAITING");
    }
}

#[test]
fn every_file_has_its_place_in_the_picture() {
    let picture =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md")).unwrap();
    let mut wrong = Vec::new();
    for source in sources() {
        let Some((row, below)) = source.path.split_once('/') else { continue };
        // In the table of the rows, or in that of the columns that cross them.
        let (in_table, in_columns) = (format!("| `{row}` |"), format!("  {row} "));
        let told = |line: &&str| line.starts_with(&in_table) || line.starts_with(&in_columns);
        let name = module(below);
        if name != "mod" && !picture.lines().filter(told).any(|line| places(line, name).next().is_some()) {
            wrong.push(format!("src/{row}/{name}"));
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "docs/architecture.md does not name {wrong:#?}");
}

#[test]
fn the_reader_of_sources_is_not_fooled() {
    let text = "use crate::{a::{b, c}, d};\n// crate::e\nlet s = \"crate::f\"; fn g<'a>(x: &'a str) -> char { '\"' }\n\
                use crate::h::I; super::super::j::k();";
    let source = Source { path: "x/y.rs".into(), lines: 4, code: code(text) };
    assert_eq!(uses(&source), ["a", "d", "h"]);
    assert!(places(&source.code, "crate::e").next().is_none());
    assert!(grouped("use std::{env, fs};", "std::fs") && !grouped("use std::io;", "std::fs"));
}
