//! OpenDocument texts (`.odt`, and `.fodt` in one file of XML), as LibreOffice and Google Docs write them: the text as it
//! stands when every tracked change is accepted. Heads and feet of pages are styles and stay out.

mod body;
mod lists;
mod styles;

use super::Printed;
use super::package::Package;
use super::sheet;
use crate::import::Refusal;
use crate::import::decode;
use styles::Styles;

const KIND: &str = "OpenDocument text";
/// How far into a file of XML its root may begin.
const HEAD: usize = 2048;

/// Whether bytes are an OpenDocument text in one file of XML.
pub(super) fn is_flat(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes));
    start.trim_start_matches('\u{FEFF}').trim_start().starts_with("<?xml")
        && start.contains("<office:document")
}

/// Reads an OpenDocument text in one file of XML.
pub(super) fn read_flat(bytes: &[u8]) -> Result<Printed, Refusal> {
    let text = decode::characters(bytes, &mut Vec::new())?;
    if !text.contains("opendocument.text") {
        return Err(Refusal::NotText("an OpenDocument file without a text"));
    }
    let mut styles = Styles::default();
    styles.read(&text);
    print(&text, &styles)
}

/// Whether a package is an OpenDocument file of any kind.
pub(super) fn is_odf(package: &Package<'_>) -> bool {
    package.has("content.xml")
}

/// Reads an OpenDocument text from its package.
pub(super) fn read(package: &mut Package<'_>) -> Result<Printed, Refusal> {
    let kind = package.part("mimetype")?.unwrap_or_default();
    if let Some(other) = other_kind(&kind) {
        return Err(Refusal::NotText(other));
    }
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Refusal::Locked(KIND));
    }
    let Some(text) = package.part("content.xml")? else { return Err(Refusal::Damaged(KIND)) };
    let mut styles = Styles::default();
    styles.read(&package.part("styles.xml")?.unwrap_or_default());
    styles.read(&text);
    print(&text, &styles)
}

/// Says what an OpenDocument file is that is no text.
fn other_kind(kind: &str) -> Option<&'static str> {
    const KINDS: [(&str, &str); 4] = [
        ("spreadsheet", "an OpenDocument spreadsheet"),
        ("presentation", "an OpenDocument presentation"),
        ("graphics", "an OpenDocument drawing"),
        ("database", "an OpenDocument database"),
    ];
    KINDS.iter().find(|(word, _)| kind.contains(word)).map(|(_, other)| *other)
}

fn print(text: &str, styles: &Styles) -> Result<Printed, Refusal> {
    let read = body::read(text, styles);
    let lines = sheet::print(&read.blocks);
    if lines.is_empty() {
        return Err(if read.whole { Refusal::NoWords(KIND) } else { Refusal::Damaged(KIND) });
    }
    let mut notes = Vec::new();
    if !read.whole {
        notes.push(format!("The {KIND} is damaged; it was read as far as it goes."));
    }
    if read.tracked {
        notes.push(format!("The {KIND} has tracked changes; they were read as if accepted."));
    }
    Ok(Printed { lines, notes })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="10pt"/></style:default-style>
<style:style style:name="Base" style:family="paragraph" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.5cm"/><style:text-properties fo:font-weight="bold" fo:font-size="150%"/></style:style>
<style:style style:name="Mine" style:family="paragraph" style:parent-style-name="Base"/>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="700"/></style:style>
<style:style style:name="Plain" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/></text:outline-style>
<text:list-style style:name="M"><text:list-level-style-number text:level="1" style:num-format="I" loext:num-list-format="Item %1%:" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>
</office:styles><office:body><office:text>"#;

    /// Lines of a text: levels of heading and entry, size, and a bar behind the bold words.
    fn looks(body: &str) -> Vec<String> {
        let look = |line: &crate::import::paper::Line| {
            let (bold, plain) = line.text.split_at(line.look.bold);
            format!("{}{} {} {bold}|{plain}", line.look.heading, line.look.entry, line.look.size)
        };
        read_flat(format!("{HEAD}{body}").as_bytes()).unwrap().lines.iter().map(look).collect()
    }

    #[test]
    fn lists_print_their_numbers_go_on_and_begin_anew() {
        let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p></text:list-item>");
        let inner = format!("<text:list>{}</text:list>", item("Dues"));
        let body = [
            format!("<text:list xml:id=\"one\" text:style-name=\"M\"><text:list-item><text:p>Fees</text:p>{inner}</text:list-item>"),
            "<text:list-item text:start-value=\"4\"><text:p>Boats</text:p><text:p>Sails</text:p></text:list-item></text:list>".to_owned(),
            format!("<text:list text:continue-list=\"one\" text:style-name=\"M\">{}</text:list>", item("Bins")),
            format!("<text:list text:style-name=\"M\"><text:list-header><text:p>More</text:p></text:list-header>{}</text:list>", item("Trees")),
            format!("<text:list text:style-name=\"M\" text:continue-numbering=\"true\">{}</text:list>", item("Ash")),
            "<text:list text:style-name=\"M\"><text:list-item><text:number>9)</text:number><text:p>Oak</text:p></text:list-item></text:list>".to_owned(),
        ];
        let wanted = [
            "01 100 |Item I:   Fees",
            "02 100 |I.1   Dues",
            "01 100 |Item IV:   Boats",
            "00 100 |Sails",
            "01 100 |Item V:   Bins",
            "00 100 |More",
            "01 100 |Item I:   Trees",
            "01 100 |Item II:   Ash",
            "01 100 |9)   Oak",
        ];
        assert_eq!(looks(&body.concat()), wanted);
    }

    #[test]
    fn styles_say_what_is_a_heading_and_how_large_and_bold_it_is() {
        let body = "<text:p>Text that is as large as most of it</text:p><text:h text:outline-level=\"1\">Fees</text:h><text:h text:outline-level=\"1\" text:is-list-header=\"true\">Bare</text:h><text:h text:outline-level=\"1\">Dues</text:h><text:p text:style-name=\"Mine\">Boats<text:span text:style-name=\"Plain\"> plain</text:span></text:p><text:p>1. <text:span text:style-name=\"Strong\">Sails</text:span> of all</text:p>";
        let wanted = [
            "00 100 |Text that is as large as most of it",
            "11 100 |1.   Fees",
            "10 100 |Bare",
            "11 100 |2.   Dues",
            "20 150 Boats| plain",
            "00 100 1. Sails| of all",
        ];
        assert_eq!(looks(body), wanted);
    }
}
