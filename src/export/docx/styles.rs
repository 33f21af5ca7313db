//! The styles of a file for a word processor: one for each thing that a paragraph can be, so that a house can
//! change how all of its kind look at once.

use super::super::markup::Markup;
use super::{MEASURE, STEP, WORDS, XML};
use crate::domain::setting::{Face, Setting};

/// A style, and what is said about it.
struct Look {
    id: &'static str,
    name: &'static str,
    /// How much larger or smaller than the text it is printed, in points.
    larger: i32,
    bold: bool,
    colour: Option<&'static str>,
    /// The space before and after, in twentieths of a point.
    space: (u32, u32),
    /// Whether it stays with what follows it.
    keeps: bool,
    /// The level in the outline of the document, from 0.
    outline: Option<u8>,
    centred: bool,
}

/// What is not said otherwise.
const PLAIN: Look = Look {
    id: "Minute",
    name: "Minute",
    larger: 0,
    bold: false,
    colour: None,
    space: (60, 80),
    keeps: false,
    outline: None,
    centred: false,
};

/// The grey of what stands beside the business, dark enough to be read by everybody.
const GREY: Option<&str> = Some("4A4A4A");

/// The red of what must not be overlooked, which is always also said in words.
const RED: Option<&str> = Some("8A1020");

const fn plain(id: &'static str, name: &'static str) -> Look {
    Look { id, name, ..PLAIN }
}

const fn heading(id: &'static str, name: &'static str, larger: i32, outline: u8) -> Look {
    Look { larger, bold: true, space: (280, 80), keeps: true, outline: Some(outline), ..plain(id, name) }
}

const LOOKS: [Look; 19] = [
    Look { larger: 2, bold: true, space: (0, 80), keeps: true, ..plain("Authority", "Authority") },
    Look { larger: 6, bold: true, space: (0, 160), ..plain("Title", "Title") },
    heading("Heading1", "heading 1", 2, 0),
    heading("Heading2", "heading 2", 0, 1),
    heading("Heading3", "heading 3", 0, 2),
    plain("Minute", "Minute"),
    plain("Resolution", "Resolution"),
    plain("Recommendation", "Recommendation"),
    plain("Action", "Action"),
    plain("Motion", "Motion"),
    Look { colour: GREY, ..plain("Report", "Report") },
    Look { colour: GREY, space: (0, 60), keeps: true, ..plain("Reference", "Agenda Reference") },
    Look { colour: RED, bold: true, keeps: true, ..plain("Notice", "Notice") },
    Look { colour: GREY, ..plain("LeftOut", "Left Out") },
    Look { space: (0, 20), ..plain("Roll", "Roll") },
    Look { space: (480, 0), keeps: true, ..plain("Signature", "Signature") },
    Look { colour: GREY, space: (480, 0), ..plain("Contact", "Contact") },
    Look { larger: -2, colour: RED, bold: true, space: (0, 0), centred: true, ..plain("Header", "header") },
    Look { larger: -2, space: (0, 0), ..plain("Footer", "footer") },
];

/// The part that says all this.
pub(super) fn styles(setting: &Setting) -> String {
    let face = match setting.face {
        Face::Sans => "Arial",
        Face::Serif => "Times New Roman",
    };
    let size = |larger: i32| (2 * (i32::from(setting.points()) + larger)).to_string();
    let mut part = Markup::beginning(XML);
    part.open("w:styles", &[("xmlns:w", WORDS)]);
    defaults(&mut part, face, &size(0));
    part.open("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")]);
    part.empty("w:name", &[("w:val", "Normal")]);
    part.empty("w:qFormat", &[]);
    part.close("w:style");
    for look in &LOOKS {
        style(&mut part, look, &size(look.larger));
    }
    part.close("w:styles");
    part.finish()
}

fn defaults(part: &mut Markup, face: &str, size: &str) {
    part.open("w:docDefaults", &[]);
    part.open("w:rPrDefault", &[]);
    part.open("w:rPr", &[]);
    part.empty("w:rFonts", &[("w:ascii", face), ("w:hAnsi", face), ("w:eastAsia", face), ("w:cs", face)]);
    part.empty("w:sz", &[("w:val", size)]);
    part.empty("w:szCs", &[("w:val", size)]);
    part.empty("w:lang", &[("w:val", "en-GB"), ("w:eastAsia", "en-GB"), ("w:bidi", "ar-SA")]);
    part.close("w:rPr");
    part.close("w:rPrDefault");
    part.open("w:pPrDefault", &[]);
    part.open("w:pPr", &[]);
    part.empty("w:spacing", &[("w:line", "264"), ("w:lineRule", "auto")]);
    part.close("w:pPr");
    part.close("w:pPrDefault");
    part.close("w:docDefaults");
}

fn style(part: &mut Markup, look: &Look, size: &str) {
    part.open("w:style", &[("w:type", "paragraph"), ("w:styleId", look.id)]);
    part.empty("w:name", &[("w:val", look.name)]);
    part.empty("w:basedOn", &[("w:val", "Normal")]);
    if look.outline.is_some() {
        part.empty("w:next", &[("w:val", "Minute")]);
    }
    part.empty("w:qFormat", &[]);
    part.open("w:pPr", &[]);
    if look.keeps {
        part.empty("w:keepNext", &[]);
    }
    part.empty("w:widowControl", &[]);
    tabs(part, look.id);
    let (before, after) = look.space;
    part.empty("w:spacing", &[("w:before", &before.to_string()), ("w:after", &after.to_string())]);
    if look.id == "Roll" {
        part.empty("w:ind", &[("w:left", &(2 * STEP).to_string()), ("w:hanging", &STEP.to_string())]);
    }
    if look.centred {
        part.empty("w:jc", &[("w:val", "center")]);
    }
    if let Some(level) = look.outline {
        part.empty("w:outlineLvl", &[("w:val", &level.to_string())]);
    }
    part.close("w:pPr");
    part.open("w:rPr", &[]);
    if look.bold {
        part.empty("w:b", &[]);
    }
    if let Some(colour) = look.colour {
        part.empty("w:color", &[("w:val", colour)]);
    }
    part.empty("w:sz", &[("w:val", size)]);
    part.close("w:rPr");
    part.close("w:style");
}

/// Where the page number, the initials and the dotted line of a signature stand.
fn tabs(part: &mut Markup, id: &str) {
    let stops: &[(&str, &str, u32)] = match id {
        "Footer" => &[("center", "none", MEASURE / 2), ("right", "none", MEASURE)],
        "Signature" => &[("left", "dot", MEASURE / 2)],
        _ => return,
    };
    part.open("w:tabs", &[]);
    for (kind, leader, at) in stops {
        part.empty("w:tab", &[("w:val", kind), ("w:leader", leader), ("w:pos", &at.to_string())]);
    }
    part.close("w:tabs");
}
