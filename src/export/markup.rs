//! Markup while it is written: elements, attributes and words, as XML and HTML have them. Words cannot get in
//! without being tamed and escaped. Knows no vocabulary.

use crate::text::tame;

/// A piece of markup.
#[derive(Debug, Default)]
pub(super) struct Markup {
    text: String,
}

/// The attributes of an element.
pub(super) type Attributes<'a> = [(&'static str, &'a str)];

impl Markup {
    /// Markup that begins as given.
    pub fn beginning(text: &'static str) -> Self {
        Markup { text: text.to_owned() }
    }

    /// Opens an element.
    pub fn open(&mut self, name: &'static str, attributes: &Attributes<'_>) {
        self.begin(name, attributes);
        self.text.push('>');
    }

    /// Closes an element.
    pub fn close(&mut self, name: &'static str) {
        for part in ["</", name, ">"] {
            self.text.push_str(part);
        }
    }

    /// An element without content.
    pub fn empty(&mut self, name: &'static str, attributes: &Attributes<'_>) {
        self.begin(name, attributes);
        self.text.push_str("/>");
    }

    /// An element with words.
    pub fn element(&mut self, name: &'static str, attributes: &Attributes<'_>, words: &str) {
        self.open(name, attributes);
        self.words(words);
        self.close(name);
    }

    /// Words.
    pub fn words(&mut self, words: &str) {
        for letter in tame(words).chars() {
            match letter {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                // These two are no characters, and XML forbids them.
                '\u{fffe}' | '\u{ffff}' => self.text.push('\u{fffd}'),
                letter => self.text.push(letter),
            }
        }
    }

    /// A style sheet, which knows no escapes: nothing in it may end it.
    pub fn sheet(&mut self, sheet: &str) {
        self.text.push_str(&sheet.replace('<', ""));
    }

    /// A line end, for whoever reads the source.
    pub fn line(&mut self) {
        self.text.push('\n');
    }

    /// What has been written.
    pub fn finish(self) -> String {
        self.text
    }

    fn begin(&mut self, name: &'static str, attributes: &Attributes<'_>) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            for part in [" ", name, "=\""] {
                self.text.push_str(part);
            }
            self.words(value);
            self.text.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let mut markup = Markup::default();
        markup.element("p", &[("class", "a\"b")], "1 < 2 & <script>\u{1b}\u{ffff}");
        let wanted = "<p class=\"a&quot;b\">1 &lt; 2 &amp; &lt;script&gt;";
        let text = markup.finish();
        assert!(text.starts_with(wanted) && text.ends_with("</p>"), "{text}");
        assert!(!text.contains(['\u{1b}', '\u{ffff}']));
    }
}
