//! The formats: one table of what a paper can be printed as. The command line, the export form and the tests
//! only read it. Knows no files: what is printed is bytes, and whoever ordered them writes them.

use super::{Order, Paper, docx, html, json, markdown, pdf, text};

/// One way of printing a paper.
#[derive(Debug)]
pub struct Format {
    /// The name by which it is asked for, on the command line and in the form.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// The extension of its files, without the stop.
    pub extension: &'static str,
    /// Whether it is text, which a terminal can show.
    pub is_text: bool,
    /// Whether it prints other papers than the minutes.
    pub papers: bool,
    print: Print,
}

/// Prints a paper, or says why it cannot be.
type Print = fn(&Order<'_>) -> Result<Printed, String>;

/// What came of an order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the clerk should know about it, each a sentence: what could not be printed as it is written.
    pub notes: Vec<String>,
}

impl From<String> for Printed {
    fn from(text: String) -> Self {
        Printed { bytes: text.into_bytes(), notes: Vec::new() }
    }
}

/// Every format, the usual one first.
pub static FORMATS: [Format; 6] = [
    Format {
        name: "text",
        about: "Plain text in lines of 78 characters.",
        extension: "txt",
        is_text: true,
        papers: true,
        print: |order| Ok(text::text(&order.document()).into()),
    },
    Format {
        name: "markdown",
        about: "Markdown, for a web page or a wiki.",
        extension: "md",
        is_text: true,
        papers: true,
        print: |order| Ok(markdown::markdown(&order.document()).into()),
    },
    Format {
        name: "html",
        about: "An accessible web page that stands by itself.",
        extension: "html",
        is_text: true,
        papers: true,
        print: |order| Ok(html::html(&order.document()).into()),
    },
    Format {
        name: "docx",
        about: "A file for a word processor, with styles and numbering of its own.",
        extension: "docx",
        is_text: false,
        papers: true,
        print: |order| Ok(Printed { bytes: docx::docx(&order.document()), notes: Vec::new() }),
    },
    Format {
        name: "pdf",
        about: "Pages to sign and publish, tagged to be read aloud.",
        extension: "pdf",
        is_text: false,
        papers: true,
        print: |order| pdf::pdf(&order.document()),
    },
    Format {
        name: "json",
        about: "What the meeting holds, for other programs.",
        extension: "json",
        is_text: true,
        papers: false,
        print: |order| Ok(json::minutes(order.meeting, order.profile, order.audience).into()),
    },
];

impl Format {
    /// Prints a paper. The same order always gives the same bytes.
    ///
    /// # Errors
    /// Why it cannot be printed in this format, as a sentence.
    pub fn print(&self, order: &Order<'_>) -> Result<Printed, String> {
        if order.paper != Paper::Minutes && !self.papers {
            let (name, paper) = (self.name, order.paper.word());
            return Err(format!(
                "the format {name} holds the whole meeting; print {paper} in another format"
            ));
        }
        (self.print)(order)
    }

    /// The format with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Format> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// Whether an extension belongs to a format, so that it may be exchanged for that of another.
    #[must_use]
    pub fn has_extension(extension: &str) -> bool {
        FORMATS.iter().any(|format| format.extension == extension)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}
