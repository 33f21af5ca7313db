//! The weight of letters on a web page: whether what is written is bold, by the elements that are open and their
//! styles. Knows tags and no words.

/// Elements inside each other that set a weight are kept to this many.
const DEEPEST: usize = 64;
/// Letters at least this heavy are bold.
const BOLD: u32 = 600;

/// The elements that are open and set a weight, and those that bound where a weight holds.
#[derive(Debug, Default)]
pub(super) struct Weights {
    open: Vec<Open>,
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    name: String,
    /// How many of its name are open from it on.
    depth: usize,
    bold: bool,
}

impl Weights {
    /// Whether what is written is bold.
    pub fn is_bold(&self) -> bool {
        self.open.last().is_some_and(|open| open.bold)
    }

    /// Begins an element with this style.
    pub fn start(&mut self, name: &str, style: &str) {
        let set = declared(style).or(matches!(name, "b" | "strong" | "th").then_some(true));
        if set.is_none() && self.open.is_empty() && name != "table" || is_void(name) {
            return;
        }
        match name {
            // Outside of tables a page shows their parts as if they were not there.
            "tr" | "td" | "th" if self.innermost("table").is_none() => return,
            "tr" => self.cut(&["table"]),
            "td" | "th" => self.cut(&["table", "tr"]),
            "li" | "dt" | "dd" => self.close(name),
            _ => {}
        }
        let bounds = matches!(name, "table" | "td" | "th");
        if (bounds || set.is_some()) && self.open.len() < DEEPEST {
            let bold = set.unwrap_or_else(|| self.is_bold());
            self.open.push(Open { name: name.to_owned(), depth: 1, bold });
        } else if let Some(at) = self.innermost(name)
            && let Some(open) = self.open.get_mut(at)
        {
            open.depth += 1;
        }
    }

    /// Ends an element.
    pub fn end(&mut self, name: &str) {
        match name {
            "tr" => self.cut(&["table"]),
            "td" | "th" => self.cut(&["table", "tr"]),
            "table" => {
                self.cut(&["table"]);
                self.close(name);
            }
            _ => self.close(name),
        }
    }

    /// Ends the paragraph, whose own end need not be written.
    pub fn end_paragraph(&mut self) {
        if !self.open.is_empty() {
            self.open.retain(|open| open.name != "p");
        }
    }

    /// Ends all that is open inside the innermost element of one of these names.
    fn cut(&mut self, names: &[&str]) {
        if let Some(at) = self.open.iter().rposition(|open| names.contains(&open.name.as_str())) {
            self.open.truncate(at + 1);
        }
    }

    /// Ends the innermost element of this name.
    fn close(&mut self, name: &str) {
        let Some(at) = self.innermost(name) else { return };
        let Some(open) = self.open.get_mut(at) else { return };
        open.depth -= 1;
        if open.depth == 0 {
            self.open.remove(at);
        }
    }

    /// Where the innermost element of this name is open. What is open around a table is not ended inside it.
    fn innermost(&self, name: &str) -> Option<usize> {
        let at = self.open.iter().rposition(|open| open.name == name || open.name == "table")?;
        self.open.get(at).is_some_and(|open| open.name == name).then_some(at)
    }
}

/// Elements that have no end.
fn is_void(name: &str) -> bool {
    const VOID: [&str; 13] = [
        "br", "img", "hr", "input", "meta", "link", "wbr", "col", "area", "base", "embed", "source", "param",
    ];
    VOID.contains(&name)
}

/// Whether a style says that letters are bold, or that they are not.
fn declared(style: &str) -> Option<bool> {
    if style.is_empty() {
        return None;
    }
    let weight = style.rsplit(';').find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        name.trim().eq_ignore_ascii_case("font-weight").then_some(value)
    });
    let weight = weight?.split('!').next().unwrap_or("").trim().to_ascii_lowercase();
    match weight.as_str() {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        _ => weight.parse::<u32>().ok().map(|weight| weight >= BOLD),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_says_what_is_bold() {
        assert_eq!(declared("color: red; FONT-WEIGHT : 700 !important"), Some(true));
        assert_eq!(declared("font-weight:bold;font-weight:normal"), Some(false));
        assert_eq!(declared("mso-bidi-font-weight:bold; font-weight: inherit"), None);
    }

    #[test]
    fn a_weight_holds_to_the_end_of_its_element_and_no_further_than_its_cell() {
        let mut weights = Weights::default();
        weights.start("b", "font-weight:normal");
        assert!(!weights.is_bold());
        weights.start("table", "");
        weights.start("td", "");
        weights.start("b", "");
        weights.start("b", "");
        weights.end("b");
        assert!(weights.is_bold());
        weights.start("td", "");
        assert!(!weights.is_bold());
        weights.start("th", "");
        assert!(weights.is_bold());
        weights.end("table");
        assert!(!weights.is_bold());
        weights.end("b");
        assert!(weights.open.is_empty());
    }
}
