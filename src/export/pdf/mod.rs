//! PDF: pages to sign and to publish, tagged so that they can be read aloud, and checked against PDF/UA-1
//! (ISO 14289-1) while they are written. Knows nothing of meetings.
//!
//! Words become blocks (`shape`), blocks lines (`block`), lines pages (`pages`); here they are drawn, and
//! what was drawn is given its tag. Nothing tells when the file was made: the same document gives the same
//! bytes.

mod block;
mod face;
mod pages;
mod shape;

use super::document::{Document, Meta};
use super::format::Printed;
use block::{Block, Colour};
use chrono::Datelike;
use face::{Face, Weight};
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, Tag, TagGroup, TagTree,
};
use pages::{Line, MARGIN, MEASURE, PAPER};
use shape::{Marks, Pieces, Shape};
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU16;

/// The size of what stands at the head and foot of pages, in points.
const SMALL: f32 = 9.5;

/// A document as PDF.
///
/// # Errors
/// What the checks of PDF/UA-1 found wrong with it.
pub fn pdf(document: &Document) -> Result<Printed, String> {
    let face = Face::of(document.setting.face).ok_or("the font of the program cannot be read")?;
    let mut pieces = Pieces::of(document);
    for block in &mut pieces.blocks {
        block.break_lines(&face, MEASURE);
    }
    let pages = pages::pages(&pieces.blocks);
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let settings = SerializeSettings {
        configuration: accessible.finish().map_err(|error| format!("no PDF could be made: {error:?}"))?,
        ..SerializeSettings::default()
    };
    let mut pdf = krilla::Document::new_with(settings);
    let mut drawing =
        Drawing { document, face, tags: pieces.blocks.iter().map(|_| Tagged::default()).collect() };
    for (n, page) in pages.iter().enumerate() {
        let size = PageSettings::from_wh(PAPER.0, PAPER.1).ok_or("the paper has no size")?;
        let mut sheet = pdf.start_page_with(size);
        let mut surface = sheet.surface();
        drawing.margins(&mut surface, n + 1, pages.len());
        for line in page {
            if let Some(block) = pieces.blocks.get(line.block) {
                drawing.line(&mut surface, block, *line);
            }
        }
        surface.finish();
        sheet.finish();
    }
    pdf.set_metadata(metadata(&document.meta));
    pdf.set_outline(outline(&pieces, &pages));
    pdf.set_tag_tree(drawing.tree(&pieces));
    let bytes = pdf.finish().map_err(|error| format!("no PDF could be made: {error:?}"))?;
    Ok(Printed { bytes, notes: missing(&drawing.face, &pieces.blocks) })
}

/// What is to be said about letters that the face does not have.
fn missing(face: &Face, blocks: &[Block]) -> Vec<String> {
    let mut missing = BTreeSet::new();
    for block in blocks {
        face.missing(&block.words, &mut missing);
        face.missing(&block.label, &mut missing);
    }
    if missing.is_empty() {
        return Vec::new();
    }
    let some: Vec<String> =
        missing.iter().take(8).map(|letter| format!("{letter} (U+{:04X})", *letter as u32)).collect();
    let more = if missing.len() > some.len() { " and others" } else { "" };
    vec![format!(
        "The PDF shows � for characters that its font does not have: {}{more}; they are right in docx and html.",
        some.join(", ")
    )]
}

fn metadata(meta: &Meta) -> Metadata {
    let metadata = Metadata::new()
        .title(meta.title.clone())
        .language("en-GB".to_owned())
        .creator("Minutebook".to_owned());
    match meta.day.and_then(|day| Some((day, u16::try_from(day.year()).ok()?))) {
        Some((day, year)) => {
            let date = DateTime::new(year).month(day.month() as u8).day(day.day() as u8);
            metadata.creation_date(date.hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0))
        }
        None => metadata,
    }
}

/// The headings, as a reader shows them beside the pages.
fn outline(pieces: &Pieces, pages: &[Vec<Line>]) -> Outline {
    let mut outline = Outline::new();
    // The nodes that are open, the outermost first, each with its level.
    let mut open: Vec<(u16, OutlineNode)> = Vec::new();
    let mut close = |open: &mut Vec<(u16, OutlineNode)>, down_to: u16| {
        while open.last().is_some_and(|(level, _)| *level >= down_to) {
            let Some((_, node)) = open.pop() else { return };
            match open.last_mut() {
                Some((_, above)) => above.push_child(node),
                None => outline.push_child(node),
            }
        }
    };
    let places = places(pages);
    for shape in &pieces.shapes {
        let Shape::Heading(level, n) = shape else { continue };
        let Some((page, line)) = places.get(n).copied() else { continue };
        let words = pieces.blocks.get(*n).map(|block| block.words.clone()).unwrap_or_default();
        close(&mut open, *level);
        let at = Point::from_xy(MARGIN, line.base - 2.0 * SMALL);
        open.push((*level, OutlineNode::new(words, XyzDestination::new(page, at))));
    }
    close(&mut open, 0);
    outline
}

/// Where each block begins.
fn places(pages: &[Vec<Line>]) -> BTreeMap<usize, (usize, Line)> {
    let mut places = BTreeMap::new();
    for (page, lines) in pages.iter().enumerate() {
        for line in lines {
            places.entry(line.block).or_insert((page, *line));
        }
    }
    places
}

/// What was drawn of a block.
#[derive(Default)]
struct Tagged {
    label: Vec<Identifier>,
    words: Vec<Identifier>,
}

/// The drawing of pages.
struct Drawing<'a> {
    document: &'a Document,
    face: Face,
    tags: Vec<Tagged>,
}

impl Drawing<'_> {
    /// A line of a block, with its label if it is the first.
    fn line(&mut self, surface: &mut Surface<'_>, block: &Block, line: Line) {
        let Some(range) = block.lines.get(line.line).cloned() else { return };
        paint(surface, block.colour);
        let left = MARGIN + block.left;
        if line.line == 0 && block.dotted {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            text(surface, &self.face.plain, &".".repeat(60), MARGIN, line.base, block.size, block.left - 6.0);
            surface.end_tagged();
        }
        if line.line == 0 && !block.label.is_empty() {
            let tag = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            text(surface, &self.face.plain, &block.label, left - block.hang, line.base, block.size, f32::MAX);
            surface.end_tagged();
            self.tag(line.block, |tags| tags.label.push(tag));
        }
        if range.is_empty() {
            return;
        }
        let tag = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        let strong = range.start..range.end.min(block.strong).max(range.start);
        let plain = strong.end..range.end;
        let between = left + block.width(&self.face, strong.clone());
        for (weight, part, x) in [(&self.face.strong, strong, left), (&self.face.plain, plain, between)] {
            if !part.is_empty() {
                let glyphs = weight.glyphs(&block.words, part);
                let at = Point::from_xy(x, line.base);
                surface.draw_glyphs(at, &glyphs, weight.font.clone(), &block.words, block.size, false);
            }
        }
        surface.end_tagged();
        self.tag(line.block, |tags| tags.words.push(tag));
    }

    fn tag(&mut self, block: usize, add: impl FnOnce(&mut Tagged)) {
        if let Some(tags) = self.tags.get_mut(block) {
            add(tags);
        }
    }

    /// The head and foot of a page, which are not read aloud.
    fn margins(&self, surface: &mut Surface<'_>, page: usize, pages: usize) {
        let (meta, setting) = (&self.document.meta, &self.document.setting);
        paint(surface, Colour::Red);
        let told: Vec<&str> =
            [&meta.draft, &meta.warning].into_iter().flatten().map(String::as_str).collect();
        if !told.is_empty() {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header)));
        }
        for (n, line) in told.iter().enumerate() {
            let base = 34.0 + n as f32 * SMALL * 1.4;
            self.across(surface, &self.face.strong, line, base, 0.5);
        }
        if !told.is_empty() {
            surface.end_tagged();
        }
        paint(surface, Colour::Black);
        let base = PAPER.1 - 42.0;
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        self.across(surface, &self.face.plain, &setting.foot(page, pages), base, 0.5);
        if !setting.initials.is_empty() {
            self.across(
                surface,
                &self.face.plain,
                &format!("{} ..............", setting.initials),
                base,
                1.0,
            );
        }
        surface.end_tagged();
    }

    /// Words at the left (0.0), in the middle (0.5) or at the right (1.0) of the page.
    fn across(&self, surface: &mut Surface<'_>, weight: &Weight, words: &str, base: f32, side: f32) {
        let words = crate::text::tame(words);
        let width: f32 = words.chars().map(|letter| weight.width(letter, SMALL)).sum();
        text(surface, weight, &words, MARGIN + (MEASURE - width) * side, base, SMALL, f32::MAX);
    }

    /// What was drawn, as it is to be read.
    fn tree(&mut self, pieces: &Pieces) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some("en-GB".to_owned()));
        for shape in &pieces.shapes {
            tree.push(self.group(&pieces.blocks, shape));
        }
        tree
    }

    fn group(&mut self, blocks: &[Block], shape: &Shape) -> TagGroup {
        match shape {
            Shape::Heading(level, n) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                let title = blocks.get(*n).map(|block| block.words.clone());
                filled(TagGroup::new(Tag::Hn(level, title)), self.taken(*n).words)
            }
            Shape::Paragraph(n) => filled(TagGroup::new(Tag::P), self.taken(*n).words),
            Shape::List(marks, entries) => {
                let mut list = TagGroup::new(Tag::L(match marks {
                    Marks::Nothing => ListNumbering::None,
                    Marks::Bullets => ListNumbering::Disc,
                    Marks::Numbers => ListNumbering::Decimal,
                }));
                for (n, inside) in entries {
                    list.push(self.entry(blocks, *n, inside));
                }
                list
            }
        }
    }

    fn entry(&mut self, blocks: &[Block], n: usize, inside: &[Shape]) -> TagGroup {
        let Tagged { label, words } = self.taken(n);
        let mut entry = TagGroup::new(Tag::LI);
        if !label.is_empty() {
            entry.push(filled(TagGroup::new(Tag::Lbl), label));
        }
        let mut body = TagGroup::new(Tag::LBody);
        body.push(filled(TagGroup::new(Tag::P), words));
        for shape in inside {
            body.push(self.group(blocks, shape));
        }
        entry.push(body);
        entry
    }

    fn taken(&mut self, block: usize) -> Tagged {
        self.tags.get_mut(block).map(std::mem::take).unwrap_or_default()
    }
}

fn filled(mut group: TagGroup, content: Vec<Identifier>) -> TagGroup {
    for one in content {
        group.push(one);
    }
    group
}

/// Words from a place on, as far as there is room.
fn text(surface: &mut Surface<'_>, weight: &Weight, words: &str, x: f32, base: f32, size: f32, room: f32) {
    let mut width = 0.0;
    let fits = words.char_indices().take_while(|(_, letter)| {
        width += weight.width(*letter, size);
        width <= room
    });
    let end = fits.last().map_or(0, |(at, letter)| at + letter.len_utf8());
    if end > 0 {
        let glyphs = weight.glyphs(words, 0..end);
        surface.draw_glyphs(Point::from_xy(x, base), &glyphs, weight.font.clone(), words, size, false);
    }
}

/// Chooses the colour of what is drawn next.
fn paint(surface: &mut Surface<'_>, colour: Colour) {
    let colour = match colour {
        Colour::Black => rgb::Color::new(0, 0, 0),
        Colour::Grey => rgb::Color::new(0x4a, 0x4a, 0x4a),
        Colour::Red => rgb::Color::new(0x8a, 0x10, 0x20),
    };
    let fill = Fill { paint: colour.into(), opacity: NormalizedF32::ONE, rule: Default::default() };
    surface.set_fill(Some(fill));
}
