//! The business of a meeting as elements of a document: parts and items in the order of the agenda. Knows
//! nothing of the roll, and leaves what was minuted under an item to [`super::minuted`].
//!
//! The record here is a copy made for the audience, so a restricted word cannot be printed by mistake; what
//! is decided here is only what stands in its place.

use super::asides::{self, Breaks};
use super::audience::Audience;
use super::declared;
use super::document::{Element, Heading, Origin, Paragraph, Role};
use super::minuted::Minuted;
use crate::domain::agenda::Item;
use crate::domain::id::{ItemId, PartId};
use crate::domain::meeting::Meeting;
use crate::domain::setting::Case;
use crate::domain::style::{Form, ItemNumber, Reference, Style};
use std::collections::BTreeMap;

/// The writing of the business, item by item.
pub(super) struct Business<'a> {
    copy: &'a Meeting,
    style: &'a Style,
    audience: Audience,
    /// The minute numbers.
    numbers: BTreeMap<ItemId, u32>,
    /// The items taken out of order, each with the one before it.
    out_of_order: BTreeMap<ItemId, Option<ItemId>>,
    /// The item under which declarations are told.
    declarations_item: Option<ItemId>,
    /// The interruptions that are not told yet.
    breaks: Breaks,
    /// The part in which the last item stood.
    part: Option<PartId>,
    /// How many restricted items are left out since the last line that said so.
    left_out: usize,
    /// What is to follow the next line that says so.
    pending: Vec<Element>,
    elements: Vec<Element>,
}

impl<'a> Business<'a> {
    /// All the business of a meeting, with the interruptions in their places.
    pub fn of(copy: &'a Meeting, style: &'a Style, audience: Audience, breaks: Breaks) -> Vec<Element> {
        let mut business = Self::new(copy, style, audience, breaks);
        business.declarations_section();
        for (place, item) in copy.items.iter().enumerate() {
            if business.is_printed(item) {
                business.item(place, item);
            }
        }
        business.say_left_out();
        business.elements.extend(business.breaks.unplaced());
        business.elements
    }

    /// One item alone, without the heading of its part.
    pub fn of_item(copy: &'a Meeting, style: &'a Style, audience: Audience, item: ItemId) -> Vec<Element> {
        let mut business = Self::new(copy, style, audience, Breaks::default());
        if let Some((place, item)) = copy.place_of(item).zip(copy.item(item)) {
            business.part = item.heading.part;
            business.item(place, item);
            business.say_left_out();
        }
        business.elements
    }

    /// What the minutes print of one item, in its place among the others but without the heading of its part.
    pub fn passage(
        copy: &'a Meeting,
        style: &'a Style,
        audience: Audience,
        item: ItemId,
        breaks: Breaks,
    ) -> Vec<Element> {
        let business = Self::new(copy, style, audience, breaks);
        match copy.item(item) {
            Some(found) if business.is_printed(found) => business.alone(item),
            _ => Vec::new(),
        }
    }

    /// What would be printed of one item in full, if the style printed it.
    pub fn told(copy: &'a Meeting, style: &'a Style, item: ItemId, breaks: Breaks) -> Vec<Element> {
        Self::new(copy, style, Audience::Full, breaks).alone(item)
    }

    /// One item in its place among the others, but without the heading of its part.
    fn alone(mut self, item: ItemId) -> Vec<Element> {
        if let Some((place, item)) = self.copy.place_of(item).zip(self.copy.item(item)) {
            if self.style.parts {
                self.part = item.heading.part;
            }
            self.item(place, item);
            self.say_left_out();
        }
        self.elements
    }

    fn new(copy: &'a Meeting, style: &'a Style, audience: Audience, breaks: Breaks) -> Self {
        Business {
            copy,
            style,
            audience,
            numbers: copy.minute_numbers().collect(),
            out_of_order: copy.taken_out_of_order().into_iter().collect(),
            declarations_item: declared::item(copy),
            breaks,
            part: None,
            left_out: 0,
            pending: Vec::new(),
            elements: Vec::new(),
        }
    }

    /// Declarations stand in a section of their own where the agenda has no item for them.
    fn declarations_section(&mut self) {
        if self.declarations_item.is_none() && !self.copy.declarations.is_empty() {
            let title = "Declarations of interest".to_owned();
            let capitals = self.style.section_case == Case::Capitals;
            self.elements.push(Element::Heading(Heading { level: 2, title, capitals, ..Heading::default() }));
            self.declarations(declared::all(self.copy, self.style));
        }
    }

    fn declarations(&mut self, told: Vec<String>) {
        self.elements.extend(told.into_iter().map(|told| Paragraph::sentence(Role::Declaration, told)));
    }

    /// Whether an item is printed. One that takes a minute number always is, or the numbers would have a
    /// gap that nobody could explain.
    fn is_printed(&self, item: &Item) -> bool {
        self.style.empty_items
            || item.has_minutes()
            || (self.style.item == ItemNumber::Minute && self.numbers.contains_key(&item.id))
            || (self.declarations_item == Some(item.id) && !self.copy.declarations.is_empty())
            || asides::movements(self.copy, item.id).next().is_some()
    }

    fn item(&mut self, place: usize, item: &Item) {
        self.enter_part(item.heading.part);
        if self.audience == Audience::Public && self.copy.is_restricted(item) {
            self.left_out += 1;
            self.pending.extend(self.breaks.take(item.id));
            return;
        }
        self.say_left_out();
        self.elements.push(Element::Heading(self.heading(place, item)));
        if !item.heading.report.is_empty() {
            let told = format!("({})", item.heading.report);
            self.elements.push(Paragraph::sentence(Role::Report, told));
        }
        self.elements.extend(self.came(item));
        self.declarations(declared::at_item(self.copy, item, self.style));
        let asides = self.breaks.take_with_movements(self.copy, item, self.style);
        self.elements.extend(Minuted::of(item, asides, self.copy, self.style, self.audience));
        let outcome = item.heading.outcome.sentence();
        self.elements.extend(outcome.map(|told| Paragraph::sentence(Role::Outcome, told)));
    }

    /// How an item came to be taken, where that is out of the ordinary: late, urgent, or out of its order.
    fn came(&self, item: &Item) -> Vec<Element> {
        let chair = self.copy.chairs().first().map(|person| person.role.as_str());
        let admitted =
            item.heading.admitted.as_ref().map(|admitted| admitted.sentence(chair.unwrap_or("Chair")));
        let moved = self.out_of_order.get(&item.id).map(|before| match before.map(|id| self.copy.item(id)) {
            None => "This item was taken first.".to_owned(),
            // What is withheld from this copy is not named in it.
            Some(Some(before)) if !before.name().is_empty() => {
                let label = &before.heading.label;
                let name = if label.is_empty() { &before.heading.title } else { label };
                format!("This item was taken after item {name}.")
            }
            Some(_) => "This item was taken out of its order on the agenda.".to_owned(),
        });
        let told = admitted.into_iter().chain(moved);
        told.map(|told| Paragraph::sentence(Role::Procedural, told)).collect()
    }

    /// Prints the heading of a part where it begins.
    fn enter_part(&mut self, part: Option<PartId>) {
        if !self.style.parts || part == self.part {
            return;
        }
        self.say_left_out();
        self.part = part;
        let Some(part) = part.and_then(|part| self.copy.part(part)) else { return };
        self.elements.push(Element::Heading(Heading {
            level: 2,
            number: with_stop(&part.label),
            title: part.title.clone(),
            capitals: self.style.section_case == Case::Capitals,
            restricted: part.restricted && self.audience == Audience::Full,
            ..Heading::default()
        }));
        if !part.statement.is_empty() {
            self.elements.push(Paragraph::sentence(Role::Statement, part.statement.as_str()));
        }
    }

    /// Says how many restricted items are left out here, if any are.
    fn say_left_out(&mut self) {
        let told = match std::mem::take(&mut self.left_out) {
            0 => return,
            1 => "[1 restricted item is left out of this copy.]".to_owned(),
            n => format!("[{n} restricted items are left out of this copy.]"),
        };
        self.elements.push(Paragraph::sentence(Role::LeftOutItems, told));
        self.elements.append(&mut self.pending);
    }

    fn heading(&self, place: usize, item: &Item) -> Heading {
        let label = &item.heading.label;
        let number = match self.style.item {
            ItemNumber::Minute => self.numbers.get(&item.id).map(|number| Form::Dot.print(*number)),
            ItemNumber::Place => u32::try_from(place + 1).ok().map(|number| Form::Dot.print(number)),
            ItemNumber::Label => Some(with_stop(label)),
            ItemNumber::None => None,
        };
        let refers = self.style.reference != Reference::None && !label.is_empty();
        Heading {
            level: if self.part.is_some() { 3 } else { 2 },
            is_item: true,
            number: number.unwrap_or_default(),
            title: item.heading.title.clone(),
            capitals: self.style.item_case == Case::Capitals,
            reference: if refers { format!("Item {label}") } else { String::new() },
            reference_below: self.style.reference == Reference::Below,
            restricted: self.copy.is_restricted(item),
            of: Origin::Title(item.id),
        }
    }
}

/// A label as it stands before a title: one letter or a plain number takes a stop, `A.` and `4.`; a longer
/// one does not, `A1`.
fn with_stop(label: &str) -> String {
    let is_plain = label.chars().all(|letter| letter.is_ascii_digit()) || label.chars().count() == 1;
    if is_plain && !label.is_empty() { format!("{label}.") } else { label.to_owned() }
}
