//! A stream of XML as three kinds of pieces. Names lose their prefix, entities are written out, and entities that
//! a document declares itself are not followed. Knows nothing of what the tags mean.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// A piece of a document.
pub(super) enum Piece<'a> {
    /// An element begins.
    Open(&'a Tag<'a>),
    /// An element ends.
    Close(&'a str),
    /// Text, as it is.
    Text(&'a str),
}

/// The start of an element.
pub(super) struct Tag<'a> {
    name: &'a str,
    start: &'a BytesStart<'a>,
}

impl Tag<'_> {
    /// Its name without a prefix.
    pub fn name(&self) -> &str {
        self.name
    }

    /// The value of an attribute, whatever prefix it has.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name)?;
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    /// The value of an attribute that is a number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an element that switches something on does so: it does unless it says otherwise.
    pub fn is_on(&self) -> bool {
        let value = self.attribute("val");
        !value.is_some_and(|value| ["0", "false", "off", "none"].contains(&value.as_str()))
    }
}

/// Goes through a document. Returns whether it was whole; what comes before the damage has been seen.
pub(super) fn each(xml: &str, mut see: impl FnMut(Piece<'_>)) -> bool {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => open(&start, &mut see),
            Ok(Event::Empty(start)) => {
                open(&start, &mut see);
                see(Piece::Close(start.local_name().as_ref()));
            }
            Ok(Event::End(end)) => see(Piece::Close(end.local_name().as_ref())),
            Ok(Event::Text(text)) => see(Piece::Text(&text.xml10_content())),
            Ok(Event::CData(text)) => see(Piece::Text(&text.xml10_content())),
            Ok(Event::GeneralRef(reference)) => {
                if let Some(character) = character(&reference) {
                    see(Piece::Text(character.encode_utf8(&mut [0; 4])));
                }
            }
            Ok(Event::Eof) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

fn open(start: &BytesStart<'_>, see: &mut impl FnMut(Piece<'_>)) {
    let name = start.local_name();
    see(Piece::Open(&Tag { name: name.as_ref(), start }));
}

/// The character that a reference stands for.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(character);
    }
    match reference.xml10_content().as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
