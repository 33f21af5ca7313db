//! Candidates for the body and for its authority: names in rows, in sentences, behind labels.

use super::super::items::lexicon::{self, Lexicon, Topic};
use super::super::{body, place};
use super::ballot::Ballot;
use super::labels::{Label, Labelled};
use super::names::{self, Kind, Name};
use super::rows::{Area, Row};
use super::sentences::Convened;
use super::weights::{Evidence, Field};
use super::{venues, words};

/// Name that stands somewhere in a head.
pub(super) struct Named {
    pub name: Name,
    pub row: usize,
}

/// The candidates for the body.
pub(super) struct Bodies {
    pub ballot: Ballot<String>,
    /// All names in order.
    pub named: Vec<Named>,
}

impl Bodies {
    pub fn read(rows: &[Row], convened: &[Convened], labelled: &[Labelled]) -> Self {
        let mut bodies = Bodies { ballot: Ballot::new(Field::Body), named: Vec::new() };
        for found in labelled {
            bodies.labelled(rows, found);
        }
        let mut depth = 0;
        for (at, row) in rows.iter().enumerate() {
            depth += usize::from(matches!(row.area, Area::Head));
            let is_sentence = convened
                .iter()
                .any(|found| (found.row..found.row + found.length).contains(&at) && is_sentence(rows, found));
            if !is_sentence {
                bodies.row(rows, at, depth);
            }
        }
        for found in convened {
            bodies.sentence(found);
        }
        bodies.named.sort_by_key(|named| named.row);
        bodies
    }

    fn add(&mut self, name: Name, row: usize, evidence: &[Evidence]) {
        // `Meeting details` and `Board members` head what stands below them.
        if is_heading_of_head(&name.text) {
            return;
        }
        let mut evidence = evidence.to_vec();
        match name.kind {
            Kind::Unit => evidence.push(Evidence::Unit),
            Kind::Authority => evidence.push(Evidence::Authority),
            Kind::Plain => {}
        }
        evidence
            .extend((names::is_bare(&name.text) || body::is_for_short(&name.text)).then_some(Evidence::Bare));
        evidence.extend(names::is_in_another_language(&name.text).then_some(Evidence::OtherLanguage));
        evidence.extend(
            (name.text.contains(',') && place::sounds_like_a_place(&name.text))
                .then_some(Evidence::PlaceWord),
        );
        evidence
            .extend((name.text.contains(',') && venues::is_address(&name.text)).then_some(Evidence::Address));
        self.ballot.add(cased(&name.text), row, &evidence);
        self.named.push(Named { name, row });
    }

    /// Adds the names of a phrase, of which the second or the committee is the body.
    fn phrase(&mut self, phrase: &str, row: usize, evidence: &[Evidence]) {
        match names::names(phrase).as_slice() {
            [only] => self.add(only.clone(), row, evidence),
            [first, second] => {
                let reversed = first.kind == Kind::Unit && second.kind != Kind::Unit;
                let (parent, child) = if reversed { (second, first) } else { (first, second) };
                self.add(parent.clone(), row, evidence);
                let below: Vec<Evidence> =
                    evidence.iter().copied().chain([Evidence::BelowAuthority]).collect();
                self.add(child.clone(), row, &below);
            }
            _ => {}
        }
    }

    fn labelled(&mut self, rows: &[Row], found: &Labelled) {
        let mut evidence = rows.get(found.row).map(words::area).unwrap_or_default();
        let phrase = words::before_the_day(&found.value);
        match found.label {
            Label::Body => evidence.push(Evidence::Label),
            Label::Meeting if rows.get(found.row).is_some_and(|row| row.area == Area::Mail) => {
                evidence = vec![Evidence::Subject];
            }
            Label::Meeting => evidence.push(Evidence::WeakLabel),
            Label::Authority => evidence.push(Evidence::Alone),
            _ => return,
        }
        self.phrase(subject(phrase), found.row, &evidence);
    }

    /// The names in a row: in its cells, and before the day where it has one.
    fn row(&mut self, rows: &[Row], at: usize, depth: usize) {
        let Some(row) = rows.get(at) else { return };
        let mut evidence = words::area(row);
        evidence.extend((depth <= 6 && row.area == Area::Head).then_some(Evidence::Early));
        evidence.extend(row.is_heading.then_some(Evidence::Heading));
        evidence.extend(words::is_of_another(row).then_some(Evidence::OtherMeeting));
        let (dated, phrases) = words::phrases(row);
        for phrase in &phrases {
            let found = names::names(phrase);
            let known = found.iter().any(|name| name.kind != Kind::Plain);
            let mut evidence = evidence.clone();
            evidence.push(if dated && known { Evidence::DatedHeading } else { Evidence::Alone });
            evidence.extend(found.iter().any(|name| name.is_of_paper).then_some(Evidence::KindOfPaper));
            evidence.extend(self.is_below_authority(rows, at, &found).then_some(Evidence::BelowAuthority));
            let is_title = row.is_heading && (depth <= 2 || found.iter().any(|name| name.is_of_paper));
            if known || is_title || self.names_authority_by_place(rows, at, &found) {
                self.phrase(phrase, at, &evidence);
            }
        }
        let served = ["clerk to ", "clerk of "].iter().find_map(|lead| {
            let start = row.words.to_lowercase().find(lead)?;
            row.words.get(start + lead.len()..)
        });
        if let Some(name) = served.and_then(names::name) {
            self.named.push(Named { name, row: at });
        }
    }

    /// Whether a name stands right below that of its authority, which has no committee's name.
    fn is_below_authority(&self, rows: &[Row], at: usize, found: &[Name]) -> bool {
        let [name] = found else { return false };
        let above = self.named.iter().rev().find(|named| named.row < at && at - named.row <= 2);
        let between = above.is_some_and(|above| {
            rows.get(above.row + 1..at)
                .is_some_and(|rows| rows.iter().all(|row| names::names(&row.words).is_empty()))
        });
        let between = between && rows.get(at).is_some_and(|row| row.area == Area::Head);
        let child = name.kind == Kind::Unit
            || above.is_some_and(|above| {
                above.name.kind == name.kind && !names::is_in_another_language(&above.name.text)
            });
        between
            && child
            && above.is_some_and(|above| {
                above.name.kind != Kind::Unit && !above.name.text.eq_ignore_ascii_case(&name.text)
            })
    }

    /// Whether a name without a known word is that of an authority, as that of a committee stands right below it.
    fn names_authority_by_place(&self, rows: &[Row], at: usize, found: &[Name]) -> bool {
        let [name] = found else { return false };
        let below = rows.get(at + 1).map(|row| names::names(&row.words)).unwrap_or_default();
        // `PUBLIC DOCUMENT PACK`, `NOTICE OF MEETING` name the paper.
        const OF_PAPER: [&str; 9] =
            ["document", "pack", "agenda", "minutes", "notice", "meeting", "public", "papers", "summons"];
        if name.text.to_lowercase().split(' ').any(|word| OF_PAPER.contains(&word)) {
            return false;
        }
        let is_early = rows.iter().take(at).filter(|row| row.area == Area::Head).count() < 4;
        let committee = below.iter().any(|below| below.kind == Kind::Unit || names::is_bare(&below.text));
        let paper = rows.get(at + 1).is_some_and(|row| words::is_kind_of_paper(&row.words));
        is_early && (committee || paper) && name.kind == Kind::Plain
    }

    fn sentence(&mut self, found: &Convened) {
        let Some(name) = found.said.body.as_deref() else { return };
        let mut evidence = vec![Evidence::Sentence];
        evidence.extend(found.is_of_another.then_some(Evidence::OtherMeeting));
        evidence.extend((found.rank > 0).then_some(Evidence::Later));
        let name = names::name(name).unwrap_or(Name {
            text: name.to_owned(),
            kind: Kind::Plain,
            is_of_paper: false,
        });
        self.add(name, found.row, &evidence);
    }

    /// The authority of a body: what stands right above it, or the strongest name of one.
    pub fn authority(&self, body: &str, row: usize) -> String {
        let is_authority = |named: &&Named| {
            let text = &named.name.text;
            let stands_above = named.row < row && row - named.row <= 2 && row < 8;
            // A member or a guest may come from another authority.
            let is_near = named.row <= row + 3 && !text.contains('(');
            let is_known = is_near
                && (named.name.kind == Kind::Authority || named.name.kind == Kind::Plain && stands_above);
            is_known && !text.eq_ignore_ascii_case(body) && !body::is_for_short(text) && !names::is_bare(text)
        };
        let mut authorities: Vec<&Named> = self.named.iter().filter(is_authority).collect();
        authorities.sort_by_key(|named| {
            let known = named.name.kind == Kind::Authority;
            (
                !known,
                names::is_in_another_language(&named.name.text),
                named.row > row,
                named.row.abs_diff(row),
            )
        });
        let own = names::name(body).is_some_and(|name| name.kind == Kind::Authority);
        match authorities.first() {
            _ if own => body.to_owned(),
            Some(named) => body::cased(&named.name.text),
            None => String::new(),
        }
    }
}

/// Whether the rows of a sentence are one: a heading such as `Minutes of the Board` is read by its names.
/// Returns whether words are a heading within the head, and not the name of a body.
fn is_heading_of_head(text: &str) -> bool {
    let topics = Lexicon::get().topics(&lexicon::words(text));
    let lower = text.to_lowercase();
    topics.has(Topic::Frame) || [" members", " present", " details"].iter().any(|end| lower.ends_with(end))
}

fn is_sentence(rows: &[Row], found: &Convened) -> bool {
    let says = found.said.body.is_some() && found.said.date.is_some();
    says || found.length > 1 || rows.get(found.row).is_some_and(|row| row.words.len() > 80)
}

/// A name properly cased; letters alone, as `TSC`, stay.
fn cased(name: &str) -> String {
    if name.chars().count() <= 4 { name.to_owned() } else { body::cased(name) }
}

/// The subject of a mail without `RE:` and `Agenda for`.
fn subject(value: &str) -> &str {
    let mut about = value.trim();
    for start in ["RE:", "Re:", "FW:", "Fw:", "FWD:", "Fwd:"] {
        about = about.strip_prefix(start).unwrap_or(about).trim_start();
    }
    about
}
