//! Candidates for the venue: behind labels, in sentences, beside and below day and hour, and lines that sound like a place.

use super::super::paper::squeeze;
use super::super::{body, convening, letter, people, place};
use super::ballot::Ballot;
use super::labels::{Label, Labelled};
use super::lexicon;
use super::names;
use super::rows::{Area, Row};
use super::sentences::Convened;
use super::weights::{Evidence, Field};
use super::words;

/// The candidates for the venue.
pub(super) fn read(rows: &[Row], convened: &[Convened], labelled: &[Labelled]) -> Ballot<String> {
    let mut ballot = Ballot::new(Field::Venue);
    for found in labelled {
        let area = rows.get(found.row).map(words::area).unwrap_or_default();
        let is_place = |label: Label| matches!(label, Label::Date | Label::Time);
        if found.label == Label::Venue {
            add(&mut ballot, clean(&found.value), found.row, &[area, vec![Evidence::Label]].concat());
        } else if is_place(found.label) {
            for piece in beside(&found.value) {
                add(&mut ballot, piece, found.row, &[area.clone(), vec![Evidence::WeakLabel]].concat());
            }
        }
    }
    for found in convened {
        let mut evidence = vec![Evidence::Sentence];
        let area = rows.get(found.row).map(|row| row.area);
        evidence.extend((area == Some(Area::Tail)).then_some(Evidence::Tail));
        evidence.extend((area == Some(Area::Tail)).then_some(Evidence::TailConvening));
        evidence.extend(found.is_of_another.then_some(Evidence::OtherMeeting));
        evidence.extend(found.is_welsh.then_some(Evidence::OtherLanguage));
        evidence.extend((found.rank > 0).then_some(Evidence::Later));
        add(&mut ballot, clean(&found.said.venue), found.row, &evidence);
    }
    for (at, row) in rows.iter().enumerate() {
        let is_said = convened
            .iter()
            .any(|found| (found.row..found.row + found.length).contains(&at) && !found.said.venue.is_empty());
        if !is_said {
            in_row(rows, at, row, &mut ballot);
        }
    }
    ballot
}

fn in_row(rows: &[Row], at: usize, row: &Row, ballot: &mut Ballot<String>) {
    let mut evidence = words::area(row);
    evidence.extend(words::is_of_publication(&row.words).then_some(Evidence::Publication));
    evidence.extend(words::is_of_another(row).then_some(Evidence::OtherMeeting));
    evidence.extend(is_letterhead(rows, at).then_some(Evidence::Letterhead));
    for cell in &row.cells {
        let is_timed = !words::moments(cell).is_empty();
        let pieces = if is_timed { beside(cell) } else { vec![clean(cell)] };
        for piece in pieces {
            if is_timed && (row.cells.len() == 1 || piece.len() > 2) {
                add(ballot, piece, at, &[evidence.clone(), vec![Evidence::BesideDate]].concat());
            } else if let Some(whole) = with_address(rows, at, &piece) {
                add(ballot, whole, at, &[evidence.clone(), vec![Evidence::NearDate]].concat());
            } else if row.cells.len() == 1 && is_near_moment(rows, at) && !names_paper_or_person(&piece, row)
            {
                add(ballot, piece, at, &[evidence.clone(), vec![Evidence::NearDate]].concat());
            } else if place::sounds_like_a_place(&piece) || is_address(&piece) {
                add(ballot, piece, at, &[evidence.clone(), vec![Evidence::Alone]].concat());
            }
        }
    }
}

/// A room with the address on the row below it: `Conference Room`, `401 Depot Avenue, Northvale`.
fn with_address(rows: &[Row], at: usize, place: &str) -> Option<String> {
    let row = rows.get(at).filter(|row| row.cells.len() == 1 && row.area == Area::Head)?;
    let next =
        rows.get(at + 1).filter(|next| !next.gap && next.cells.len() == 1 && is_address(&next.words))?;
    let is_room = place::has_place_word(place) && !place.contains(',') && is_near_moment(rows, at);
    let is_number = next.words.starts_with(|sign: char| sign.is_ascii_digit()) && !row.words.contains(':');
    let is_body = names::names(place).iter().any(|name| name.kind != names::Kind::Plain);
    (is_room && is_number && !is_body && words::moments(&next.words).is_empty())
        .then(|| format!("{place}, {}", next.words))
}

fn add(ballot: &mut Ballot<String>, place: String, row: usize, evidence: &[Evidence]) {
    let labelled = evidence.contains(&Evidence::Label);
    let count = place.split(' ').count();
    if place.is_empty()
        || count > 30
        || !labelled && !place.starts_with(|sign: char| sign.is_uppercase() || sign.is_ascii_digit())
    {
        return;
    }
    let first = place.split(' ').next().unwrap_or("");
    let is_day = crate::domain::calendar::named_month(first).is_some();
    let is_said = labelled || evidence.contains(&Evidence::Sentence);
    if !labelled && (is_leftover(&place) || is_day) || !is_said && is_running(&place) {
        return;
    }
    let mut evidence = evidence.to_vec();
    let has_place = place::has_place_word(&place);
    let is_certain = has_place || is_address(&place) || place::is_online(&place);
    let is_guess = evidence.contains(&Evidence::NearDate)
        || evidence.contains(&Evidence::BesideDate)
            && (count < 2 || row > 14 || evidence.contains(&Evidence::Entry));
    if is_guess && !is_certain {
        return;
    }
    evidence.extend(has_place.then_some(Evidence::PlaceWord));
    evidence.extend(is_address(&place).then_some(Evidence::Address));
    evidence.extend(place::is_online(&place).then_some(Evidence::Online));
    let found = names::names(&place);
    let is_body = !place.contains(',') && found.iter().any(|name| name.kind != names::Kind::Plain);
    evidence.extend(is_body.then_some(Evidence::BodyWord));
    let is_of_paper =
        !has_place && (words::is_kind_of_paper(&place) || found.iter().any(|name| name.is_of_paper));
    evidence.extend((is_of_paper && !labelled).then_some(Evidence::BodyWord));
    ballot.add(place, row, &evidence);
}

/// Whether words run on as those of a sentence do, or begin with a person.
fn is_running(words: &str) -> bool {
    let is_small = |word: &&str| word.len() > 4 && word.starts_with(char::is_lowercase);
    people::has_title(words) || words.split(' ').filter(is_small).count() > 2
}

/// The pieces beside day and hour in words.
fn beside(text: &str) -> Vec<String> {
    let spans = words::moments(text);
    let mut pieces = Vec::new();
    let mut from = 0;
    let ends = spans.iter().map(|span| (span.start, span.end)).chain([(text.len(), text.len())]);
    for (end, next) in ends {
        let piece = text.get(from.min(end)..end).unwrap_or("");
        // What stands before the first of them is the name of the body.
        let parts: Vec<&str> = piece
            .split(" – ")
            .flat_map(|part| part.split(" — "))
            .flat_map(|part| part.split(" | "))
            .flat_map(|part| part.split(" - "))
            .collect();
        let is_first = from == 0 && !spans.is_empty();
        let is_room = parts.len() > 1
            && parts.iter().all(|part| {
                names::names(part).iter().all(|name| name.kind == names::Kind::Plain && !name.is_of_paper)
            });
        let parts = if is_room && parts.first().is_some_and(|part| place::has_place_word(part)) {
            vec![piece]
        } else {
            parts
        };
        for part in parts {
            let part = clean(part);
            if !is_first || place::has_place_word(&part) && names::names(&part).is_empty() {
                pieces.push(part);
            }
        }
        from = next.max(from);
    }
    pieces
        .retain(|piece| piece.chars().filter(|sign| sign.is_alphabetic()).count() > 2 && !is_leftover(piece));
    pieces
}

/// Whether words are no more than what is printed round day and hour: `Time`, `UTC`, `start`.
fn is_leftover(words: &str) -> bool {
    words.split(' ').all(|word| {
        let word = word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
        word.is_empty()
            || lexicon::has(lexicon::LEFTOVERS, &word)
            || super::super::date::any_weekday(&word).is_some()
    })
}

/// Whether the row above or below, or the one above that, has the day or the hour and little else.
fn is_near_moment(rows: &[Row], at: usize) -> bool {
    let is_moment = |row: &Row| {
        let spans = words::moments(&row.words);
        !spans.is_empty()
            && row.words.split(' ').count() <= 14
            && matches!(row.area, Area::Head)
            && !words::is_of_publication(&row.words)
    };
    let above = at.checked_sub(1).and_then(|above| rows.get(above)).is_some_and(is_moment);
    let further = at.checked_sub(2).and_then(|above| rows.get(above)).is_some_and(|row| {
        is_moment(row) && !super::super::date::days(&row.words, Default::default()).is_empty()
    });
    let below = rows.get(at + 1).is_some_and(is_moment);
    let place = rows.get(at).is_some_and(|row| place::has_place_word(&row.words));
    above || place && (further || below)
}

/// Whether words name the paper, a person or an office, and no place.
fn names_paper_or_person(words: &str, row: &Row) -> bool {
    let is_person = letter::is_office(words) || row.words.contains(':') || row.area != Area::Head;
    let has_name = names::names(words).iter().any(|name| name.kind != names::Kind::Plain)
        && !place::has_place_word(words);
    words::is_kind_of_paper(words) && !place::has_place_word(words)
        || is_person
        || has_name
        || words.split(' ').count() > 16
        || super::super::restriction::is_banner(words)
        || super::super::listing::heading(words).is_some()
        || super::super::cue::is_furniture(words)
        || super::super::letter::is_head_of_service(words)
}

/// Whether a telephone number, an address of mail or a site stands on the row or beside it.
fn is_letterhead(rows: &[Row], at: usize) -> bool {
    let has = |row: &Row| {
        let lower = row.words.to_lowercase();
        row.words.contains('@')
            || ["www.", "http", "tel:", "tel ", "telephone", "phone", "fax", "email", "e-mail"]
                .iter()
                .any(|word| lower.contains(word))
    };
    let around = at.saturating_sub(1)..=at + 1;
    rows.iter()
        .enumerate()
        .filter(|(place, row)| around.contains(place) && (*place <= at || !row.gap))
        .any(|(_, row)| has(row))
}

/// Whether words have the form of an address: number and street, or a code at their end.
pub(super) fn is_address(words: &str) -> bool {
    const STREETS: [&str; 26] = [
        "street",
        "st",
        "road",
        "rd",
        "lane",
        "avenue",
        "ave",
        "drive",
        "square",
        "way",
        "place",
        "terrace",
        "row",
        "boulevard",
        "blvd",
        "highway",
        "close",
        "hill",
        "crescent",
        "quay",
        "green",
        "gate",
        "parade",
        "st.",
        "ave.",
        "rd.",
    ];
    let lower = words.to_lowercase();
    let pieces: Vec<&str> = lower.split([' ', ',']).filter(|piece| !piece.is_empty()).collect();
    let street = pieces.iter().skip(1).any(|piece| STREETS.contains(piece));
    let is_parted = words.contains(',') || words.starts_with(|sign: char| sign.is_ascii_digit());
    place::ends_with_postcode(words) || street && is_parted
}

/// A place without what leads to it and what stands behind it.
pub(super) fn clean(value: &str) -> String {
    let mut value = squeeze(value);
    if let Some(at) = ["http://", "https://", "www."].iter().filter_map(|mark| value.find(mark)).min() {
        value.truncate(at);
    }
    let value = value.split(" for the purpose").next().unwrap_or(&value);
    let value = value.strip_prefix('(').and_then(|value| value.strip_suffix(')')).unwrap_or(value);
    let value = value.trim_matches([' ', ',', ';', '|', '-', '–', '—', '·', '.', '@', ':']);
    let value = ["View directions", "(map)", "[map]", "View map", "Map"]
        .iter()
        .find_map(|end| value.strip_suffix(end))
        .unwrap_or(value);
    let spans = words::moments(value);
    let cut =
        spans.first().filter(|span| span.start > 4).and_then(|span| value.get(..span.start)).unwrap_or(value);
    let value = if cut.len() < value.len() { cut } else { value };
    body::cased(&convening::only_place(convening::place_words(value.trim_end_matches([' ', ',', '.', '(']))))
}
