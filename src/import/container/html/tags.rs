//! The tags of web pages: which of them are blocks, headings, menus, or unseen, by their names and attributes. Knows
//! one tag at a time.

use html5gum::StartTag;

/// Elements whose text is not shown, or only to choose from.
pub(super) fn is_unseen(name: &str) -> bool {
    const UNSEEN: [&str; 14] = [
        "script", "style", "title", "noscript", "template", "svg", "iframe", "object", "select", "button",
        "textarea", "audio", "video", "math",
    ];
    UNSEEN.contains(&name)
}

/// Elements that can be skipped when they are hidden, because their end is always written.
pub(super) fn can_be_hidden(name: &str) -> bool {
    ["div", "span", "section", "ul", "ol", "table", "a", "form", "dialog", "strong", "em"].contains(&name)
}

/// Whether a tag hides its element.
pub(super) fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = attribute(tag, "style").to_lowercase().replace(' ', "");
    let class = attribute(tag, "class");
    tag.attributes.contains_key("hidden".as_bytes())
        || style.contains("display:none")
        || class.split_whitespace().any(|class| ["sr-only", "visually-hidden"].contains(&class))
}

/// Menus and feet of the site, by their element or by the role that it has.
pub(super) fn is_around(name: &str, tag: &StartTag<()>) -> bool {
    const ROLES: [&str; 4] = ["navigation", "contentinfo", "search", "menu"];
    const CLASSES: [&str; 5] = ["breadcrumb", "breadcrumbs", "cookie", "skip-link", "menu"];
    let class = attribute(tag, "class").to_lowercase();
    matches!(name, "nav" | "footer" | "menu")
        || ROLES.contains(&attribute(tag, "role").as_str())
        || matches!(name, "div" | "ul" | "ol" | "section")
            && class.split_whitespace().any(|class| CLASSES.contains(&class))
}

/// Elements that begin and end a paragraph.
pub(super) fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 31] = [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
        "form",
        "fieldset",
        "legend",
        "blockquote",
        "dl",
        "dt",
        "dd",
        "hr",
        "address",
        "figure",
        "figcaption",
        "caption",
        "details",
        "summary",
        "body",
        "html",
        "center",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "label",
    ];
    BLOCKS.contains(&name)
}

/// The level of a heading by its name.
pub(super) fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// The level of an element that is a heading by its role; the second where it tells none.
pub(super) fn told_heading(tag: &StartTag<()>) -> Option<u8> {
    if tag.attributes.is_empty() {
        return None;
    }
    let is_heading = attribute(tag, "role").trim().eq_ignore_ascii_case("heading");
    is_heading.then(|| number(tag, "aria-level").and_then(|level| level.try_into().ok()))?.or(Some(2))
}

/// The value of an attribute; empty where there is none.
pub(super) fn attribute(tag: &StartTag<()>, name: &str) -> String {
    let value = tag.attributes.get(name.as_bytes());
    value.map(|value| String::from_utf8_lossy(value).into_owned()).unwrap_or_default()
}

/// The value of an attribute that is a number.
pub(super) fn number(tag: &StartTag<()>, name: &str) -> Option<u32> {
    attribute(tag, name).trim().parse().ok()
}
