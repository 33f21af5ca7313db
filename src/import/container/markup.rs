//! Marks of text that stand for something else once it is shown: front matter, entities, numbers of lists that a browser
//! counts, headings and links of org, links of wikis. Each is written as Markdown readers and people know it; no line is
//! added or taken away, so that lines keep their numbers.

use std::borrow::Cow;

/// Front matter has no more lines than this, its fences not counted.
pub(in crate::import) const LONGEST_FRONT: usize = 60;
/// A number of a list has no more figures than this.
const LONGEST_NUMBER: usize = 3;

/// Entities that Markdown keeps and a browser shows.
const ENTITIES: [(&str, &str); 10] = [
    ("&nbsp;", " "),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&ndash;", "–"),
    ("&mdash;", "—"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    // The last of all, so that `&amp;quot;` stays an entity that somebody writes about.
    ("&amp;", "&"),
];

/// A text with its marks written out.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    let mut lines: Vec<Cow<'_, str>> = text.split('\n').map(Cow::Borrowed).collect();
    let front = front_matter(&mut lines);
    let is_org = is_org(&lines);
    let is_wiki = lines.iter().filter(|line| is_wiki_heading(line)).count() > 1;
    let is_markdown = front > 0 || lines.iter().any(|line| markdown_heading(line));
    for line in lines.iter_mut().skip(front) {
        entities(line);
        if is_markdown {
            quoted(line);
        }
        if is_org {
            org(line);
        }
        if is_org || is_wiki {
            bracketed_links(line);
        }
    }
    if is_markdown {
        count(lines.get_mut(front..).unwrap_or_default());
    }
    if lines.iter().all(|line| matches!(line, Cow::Borrowed(_))) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(lines.join("\n"))
}

/// Writes the fields of front matter, YAML or TOML, as `key: value` without quotes. Returns how many lines it takes.
fn front_matter(lines: &mut [Cow<'_, str>]) -> usize {
    let Some(fence) = lines.first().map(|line| line.trim_end().to_owned()) else { return 0 };
    if fence != "---" && fence != "+++" {
        return 0;
    }
    let inside = lines.iter().skip(1).take(LONGEST_FRONT + 1).position(|line| line.trim_end() == fence);
    let Some(length) = inside else { return 0 };
    for line in lines.iter_mut().skip(1).take(length) {
        let mark = if fence == "+++" { '=' } else { ':' };
        let Some((key, value)) = line.split_once(mark).filter(|(key, _)| is_key(key.trim())) else {
            continue;
        };
        let value = value.trim();
        let bare = ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote));
        *line = Cow::Owned(format!("{}: {}", key.trim_end(), bare.unwrap_or(value)));
    }
    length + 2
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || "-_.".contains(letter))
}

fn entities(line: &mut Cow<'_, str>) {
    if !line.contains('&') {
        return;
    }
    // Several stand for one gap, and not for columns.
    while line.contains("&nbsp;&nbsp;") {
        *line = Cow::Owned(line.replace("&nbsp;&nbsp;", "&nbsp;"));
    }
    for (entity, shown) in ENTITIES {
        if line.contains(entity) {
            *line = Cow::Owned(line.replace(entity, shown));
        }
    }
}

/// Writes a quoted line without its marks, and a callout as its title: `> [!note]- Present:`.
fn quoted(line: &mut Cow<'_, str>) {
    let bare = line.trim_start_matches(['>', ' ']);
    if bare.len() == line.len() || !line.trim_start().starts_with('>') {
        return;
    }
    let callout = bare.strip_prefix("[!").and_then(|rest| rest.split_once(']'));
    let words = callout.map_or(bare, |(_, title)| title.trim_start_matches(['-', '+', ' ']));
    *line = Cow::Owned(words.to_owned());
}

/// `# Heading` of Markdown.
fn markdown_heading(line: &str) -> bool {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    (1..=6).contains(&level) && line.get(level..).is_some_and(|rest| rest.starts_with(' '))
}

/// `== Heading ==` of a wiki.
fn is_wiki_heading(line: &str) -> bool {
    let line = line.trim_end();
    let level = line.bytes().take_while(|byte| *byte == b'=').count();
    level > 0 && line.len() > 2 * level + 2 && line.ends_with(&"=".repeat(level))
}

/// Whether a text is org: it has keywords of the file, and headings with stars.
fn is_org(lines: &[Cow<'_, str>]) -> bool {
    const KEYWORDS: [&str; 5] = ["#+title:", "#+date:", "#+author:", "#+startup:", "#+options:"];
    let is_keyword = |line: &Cow<'_, str>| {
        let start: String = line.chars().take(10).collect::<String>().to_lowercase();
        KEYWORDS.iter().any(|keyword| start.starts_with(keyword))
    };
    lines.iter().any(is_keyword) && lines.iter().any(|line| line.starts_with("* "))
}

/// Writes a heading of org as one of Markdown, without its state and tags.
fn org(line: &mut Cow<'_, str>) {
    let level = line.bytes().take_while(|byte| *byte == b'*').count();
    let Some(title) = line.get(level..).and_then(|rest| rest.strip_prefix(' ')).filter(|_| level > 0) else {
        return;
    };
    let states = ["TODO ", "DONE ", "NEXT ", "WAITING "];
    let title = states.iter().find_map(|state| title.strip_prefix(state)).unwrap_or(title).trim();
    let is_tags = |words: &str| words.len() > 2 && words.starts_with(':') && words.ends_with(':');
    let title = match title.rsplit_once(' ') {
        Some((title, tags)) if is_tags(tags) => title.trim_end(),
        _ => title,
    };
    *line = Cow::Owned(format!("{} {title}", "#".repeat(level.min(6))));
}

/// Writes `[[page|words]]` of wikis as its words, and `[[address][words]]` of org as a link of Markdown.
fn bracketed_links(line: &mut Cow<'_, str>) {
    if !line.contains("[[") {
        return;
    }
    let mut shown = String::with_capacity(line.len());
    let mut rest: &str = line;
    while let Some((before, link)) = rest.split_once("[[") {
        let Some((inside, after)) = link.split_once("]]") else { break };
        shown.push_str(before);
        match (inside.split_once("]["), inside.rsplit_once('|')) {
            (Some((address, words)), _) => {
                shown.push_str(&format!("[{words}]({address})"));
            }
            (None, Some((_, words))) => shown.push_str(words),
            (None, None) => shown.push_str(inside),
        }
        rest = after;
    }
    shown.push_str(rest);
    *line = Cow::Owned(shown);
}

/// List of Markdown that is open.
struct List {
    indent: usize,
    /// Number as it is written.
    written: u32,
    /// Number as it is shown.
    shown: u32,
}

/// Counts the entries of lists in which the same number is written again and again, as a browser does. A list ends with a
/// heading, and with a paragraph that is set no deeper than its numbers.
fn count(lines: &mut [Cow<'_, str>]) {
    let mut open: Vec<List> = Vec::new();
    let mut after_blank = true;
    let mut in_code = false;
    for line in lines {
        let words = line.trim_start();
        let indent = line.len() - words.len();
        in_code ^= words.starts_with("```");
        let is_blank = words.is_empty();
        if in_code || is_blank {
            after_blank |= is_blank;
            continue;
        }
        let Some((number, digits)) = number(words) else {
            let ends = after_blank || markdown_heading(words);
            open.retain(|list| !ends || indent > list.indent);
            after_blank = false;
            continue;
        };
        after_blank = false;
        open.retain(|list| list.indent <= indent);
        match open.last_mut().filter(|list| list.indent == indent) {
            Some(list) if list.written == number => {
                list.shown = list.shown.saturating_add(1);
                let after = words.get(digits..).unwrap_or_default();
                *line = Cow::Owned(format!("{}{}{after}", " ".repeat(indent), list.shown));
            }
            Some(list) => (list.written, list.shown) = (number, number),
            None => open.push(List { indent, written: number, shown: number }),
        }
    }
}

/// Number of an entry such as `1. Fees`, and how many figures it has.
fn number(words: &str) -> Option<(u32, usize)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let number = words.get(..digits).filter(|_| digits <= LONGEST_NUMBER)?.parse().ok()?;
    let rest = words.get(digits..)?.strip_prefix(['.', ')'])?;
    rest.starts_with([' ', '\t']).then_some((number, digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_fields_without_quotes() {
        let toml = "+++\ntitle = \"Quay Board\"\ndate = 2023-05-04\n[extra]\n+++\n1. a";
        assert_eq!(shown(toml), "+++\ntitle: Quay Board\ndate: 2023-05-04\n[extra]\n+++\n1. a");
        assert_eq!(shown("---\nvenue: 'The: Mill'\n---\nx"), "---\nvenue: The: Mill\n---\nx");
        for other in ["---\nno fence\ntitle = \"x\"", "title = \"x\"", "----\nx: \"y\"\n----"] {
            assert_eq!(shown(other), other);
        }
    }

    #[test]
    fn entries_with_one_number_are_counted_as_a_browser_counts() {
        let text = "# Agenda\n\n1. Fees\n1. Dues\n   1. Boats\n   1. Sails\n\n   More\n\n1. Bins\n\nA paragraph.\n\n1. Trees\n1. Ash\n\n## Next\n\n1. Oak\n3. Elm\n3. Yew";
        let wanted = "# Agenda\n\n1. Fees\n2. Dues\n   1. Boats\n   2. Sails\n\n   More\n\n3. Bins\n\nA paragraph.\n\n1. Trees\n2. Ash\n\n## Next\n\n1. Oak\n3. Elm\n4. Yew";
        assert_eq!(shown(text), wanted);
        // Plain text shows what is written.
        assert_eq!(shown("1. Fees\n1. Dues"), "1. Fees\n1. Dues");
        assert_eq!(shown("# A\n```\n1. x\n1. y\n```"), "# A\n```\n1. x\n1. y\n```");
    }

    #[test]
    fn org_wikis_and_entities_are_written_out() {
        let org =
            "#+TITLE: Quay Board\n* TODO Dues :money:\n** [[https://a.example][the report]] of all\n* Close";
        assert_eq!(
            shown(org),
            "#+TITLE: Quay Board\n# Dues\n## [the report](https://a.example) of all\n# Close"
        );
        let wiki = "== [[Dues]] ==\n* [[Fees 2022|last year]]\n== Close ==\n[[open";
        assert_eq!(shown(wiki), "== Dues ==\n* last year\n== Close ==\n[[open");
        assert_eq!(shown("# 1.&nbsp;&nbsp;&nbsp;Bins &amp; trees"), "# 1. Bins & trees");
        assert_eq!(shown("* a star\n[[x]]"), "* a star\n[[x]]");
    }
}
