//! The letters of paragraphs in a Word document: which are bold, and how large they are against most letters of the
//! document. Knows runs and styles and no words.

use super::super::bold::Bold;
use super::super::sizes::Tally;
use super::super::xml::Tag;
use super::styles::{Face, Styles};

/// The size of letters where nothing is said, in half points.
const USUAL: u32 = 20;

/// The letters of a paragraph while it is read.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// Which bytes of its text are bold.
    pub bold: Bold,
    /// What its style says.
    ordinary: Option<Face>,
    /// What the run that is being read says of itself, and the style that it has.
    run: Face,
    style: Option<String>,
    /// How the letters of that run are, once that is known.
    known: Option<(bool, u16)>,
    /// How many letters have each size.
    pub sizes: Tally,
}

impl Letters {
    /// Begins a run.
    pub fn start_run(&mut self) {
        (self.run, self.style, self.known) = (Face::default(), None, None);
    }

    /// Takes in what an element of the properties of the run says.
    pub fn learn(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "rStyle" => self.style = tag.attribute("val"),
            _ => self.run.learn(tag),
        }
    }

    /// Notes words that stand in the text of the paragraph from a place on.
    pub fn write(&mut self, from: usize, words: &str, paragraph: impl FnOnce() -> Face, styles: &Styles) {
        let known = self.known.unwrap_or_else(|| self.settle(paragraph, styles));
        self.known = Some(known);
        let (bold, size) = known;
        if bold {
            self.bold.add(from, from + words.len());
        }
        self.sizes.add(size, words.len());
    }

    /// How the letters of the run are. A style for letters turns what the style of the paragraph says of bold round,
    /// as it does in Word.
    fn settle(&mut self, paragraph: impl FnOnce() -> Face, styles: &Styles) -> (bool, u16) {
        let below = *self.ordinary.get_or_insert_with(paragraph);
        let style = self.style.as_deref().map(|style| styles.face(Some(style))).unwrap_or_default();
        let turned = style.bold.unwrap_or(false) != below.bold.unwrap_or(false);
        let size = self.run.or(style).or(below).size.unwrap_or(USUAL);
        (self.run.bold.unwrap_or(turned), u16::try_from(size).unwrap_or(u16::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{body, numbering, styles};
    use crate::import::container::sheet;
    use std::collections::HashMap;

    const STYLES: &str = r#"<styles><docDefaults><rPrDefault><rPr><sz val="22"/></rPr></rPrDefault></docDefaults>
<style type="paragraph" default="1" styleId="N"><name val="Normal"/></style>
<style type="paragraph" styleId="H2"><name val="Titre 2"/><basedOn val="N"/><rPr><b/><sz val="33"/></rPr></style>
<style type="paragraph" styleId="Mine"><name val="Item"/><basedOn val="H2"/></style>
<style type="paragraph" styleId="Flat"><name val="Flat"/><basedOn val="H2"/><pPr><outlineLvl val="9"/></pPr></style>
<style type="character" default="1" styleId="S"><name val="Strong"/><rPr><b/></rPr></style></styles>"#;
    const LIST: &str = r#"<numbering><abstractNum abstractNumId="0"><lvl ilvl="0"><numFmt val="decimal"/><lvlText val="%1."/></lvl><lvl ilvl="1"><numFmt val="bullet"/></lvl></abstractNum><num numId="1"><abstractNumId val="0"/></num></numbering>"#;

    /// The lines of a document: the levels of heading and entry, the size, and a bar behind the bold words.
    fn looks(body: &str) -> Vec<String> {
        let read = body::read(body, &styles::read(STYLES), numbering::read(LIST), &HashMap::new());
        let look = |line: &crate::import::paper::Line| {
            let (bold, plain) = line.text.split_at(line.look.bold);
            format!("{}{} {} {bold}|{plain}", line.look.heading, line.look.entry, line.look.size)
        };
        sheet::print(&read.blocks).iter().map(look).collect()
    }

    fn run(properties: &str, text: &str) -> String {
        format!("<r><rPr>{properties}</rPr><t>{text}</t></r>")
    }

    fn p(properties: &str, runs: &str) -> String {
        format!("<p><pPr>{properties}</pPr>{runs}</p>")
    }

    #[test]
    fn styles_say_what_is_a_heading_and_how_large_and_bold_it_is() {
        let style = |style: &str, run: &str| p(&format!("<pStyle val=\"{style}\"/>"), run);
        let body = [
            style("H2", &run("", "Fees")),
            style("Mine", &run("", "Dues")),
            style("Flat", &run("", "Boats")),
            style("Heading3", &run("", "Unknown style")),
            p("<outlineLvl val=\"3\"/><rPr><b/></rPr>", &run("", "Only the mark of the paragraph is bold")),
            style("Mine", &run("<rStyle val=\"S\"/>", "Turned round by a style for letters")),
        ];
        let wanted = [
            "20 150 Fees|",
            "20 150 Dues|",
            "00 150 Boats|",
            "30 100 |Unknown style",
            "40 100 |Only the mark of the paragraph is bold",
            "20 150 |Turned round by a style for letters",
        ];
        assert_eq!(looks(&body.concat()), wanted);
    }

    #[test]
    fn runs_and_lists_say_what_is_bold() {
        let list = |level: u8| format!("<numPr><ilvl val=\"{level}\"/><numId val=\"1\"/></numPr>");
        let gone = "<rPr><del/></rPr>";
        let body = [
            p(&list(0), &(run("<b/>", "Bins") + &run("<b val=\"0\"/>", " and trees"))),
            p(&list(1), &run("<rStyle val=\"S\"/>", "Glass")),
            p(
                "",
                &(run("<b/><sz val=\"28\"/>", "7.<tab/>")
                    + &run("<b/>", "Fees")
                    + "<r><br/><t>The rest of it</t></r>"),
            ),
            p(gone, &run("", "Not ")) + &p("", &run("<b/>", "bold")),
        ];
        let found = looks(&body.concat());
        assert_eq!(
            found,
            [
                "01 100 1.   Bins| and trees",
                "02 100 • Glass|",
                "00 100 7.      Fees|",
                "00 100 |The rest of it",
                "00 100 |Not bold"
            ]
        );
    }
}
