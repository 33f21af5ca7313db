//! Papers of one file: a mail encloses several, and a file may hold the agendas of several meetings. One of them is read,
//! the clerk is told of the others, and may ask for one by its number.

use super::agendas::Agenda;
use super::container::mail::{self, Enclosure, Mail};
use super::container::{self, Printed};
use super::options::{Conversion, Options};
use super::paper::Line;
use super::{Proposal, Refusal, agendas, cue, read_printed};
use std::cmp::Reverse;
use std::ops::Range;

/// File that was opened, with the one paper of it that is read.
#[derive(Debug, Default)]
pub(super) struct Opened {
    pub printed: Printed,
    /// What the clerk should know about the file.
    pub notes: Vec<String>,
    /// Whether its words were recognised from pictures.
    pub is_recognised: bool,
}

/// Opens a file of whatever kind it is.
pub(super) fn open(bytes: &[u8], options: &Options<'_>) -> Result<Opened, Refusal> {
    match mail::read(bytes) {
        Some(mail) => open_mail(&mail, options),
        None => take_agenda(convert(bytes, options)?, options.agenda),
    }
}

/// Takes one agenda of a paper that may have several: that of a number, or else the first.
fn take_agenda(mut opened: Opened, wanted: Option<usize>) -> Result<Opened, Refusal> {
    let lines = std::mem::take(&mut opened.printed.lines);
    let read = |lines: &[Line]| {
        let printed = Printed { lines: lines.to_vec(), notes: Vec::new() };
        read_printed(&printed, &Options::default()).ok()
    };
    let agendas = agendas::agendas(&lines, |lines| read(lines).as_ref().and_then(whole_agenda));
    let part = |range: &Range<usize>| lines.get(range.clone()).unwrap_or_default();
    let number = |line: Option<&Line>| line.map_or(0, |line| line.number);
    let title = |range: &Range<usize>| {
        let lines = part(range);
        let meeting = read(lines).map(|proposal| meeting_title(&proposal)).unwrap_or_default();
        format!("{meeting} (lines {} to {})", number(lines.first()), number(lines.last()))
    };
    let titles: Vec<String> = match agendas.as_slice() {
        [_] => vec![String::new()],
        several => several.iter().map(title).collect(),
    };
    let (at, note) = choose(&titles, 0, wanted)?;
    opened.notes.extend(note);
    opened.printed.lines = agendas.get(at).map(|range| part(range).to_vec()).unwrap_or_default();
    Ok(opened)
}

/// Opens a file that is no mail, converted where it has to be.
fn convert(bytes: &[u8], options: &Options<'_>) -> Result<Opened, Refusal> {
    let refusal = match container::open(bytes) {
        Ok(printed) => return Ok(Opened { printed, ..Opened::default() }),
        Err(refusal) => refusal,
    };
    let conversion = Conversion::of(&refusal).ok_or(refusal)?;
    let printed = container::open(&(options.convert)(conversion, bytes)?)?;
    let note = match conversion {
        Conversion::Document(_) => "The document was converted by LibreOffice.",
        Conversion::Pages | Conversion::Picture => {
            "The words were recognised from pictures by tesseract, so all of them are guesses; compare them with the paper."
        }
    };
    Ok(Opened { printed, notes: vec![note.to_owned()], is_recognised: conversion.is_recognition() })
}

/// Paper in a mail.
struct Paper {
    name: String,
    opened: Opened,
    proposal: Proposal,
}

/// Agenda that a reading is beyond doubt: nothing is minuted in it, and two of its items are such as agendas have.
fn whole_agenda(proposal: &Proposal) -> Option<Agenda> {
    let meeting = &proposal.meeting;
    let usual = meeting.items.iter().filter(|item| cue::is_usual(&item.heading.title)).count();
    let label = meeting.items.first()?.heading.label.clone();
    let is_whole = is_agenda(proposal) && meeting.items.len() > 2 && usual > 1;
    Some(Agenda { day: meeting.head.date.filter(|_| is_whole)?, label })
}

/// Opens the paper of a mail: an attachment that is one, or else the text of the mail. The pictures in a mail are rarely
/// papers, so that words are recognised only where nothing else is one.
fn open_mail(mail: &Mail, options: &Options<'_>) -> Result<Opened, Refusal> {
    let is_of_picture = |refusal: &Refusal| Conversion::of(refusal).is_some_and(Conversion::is_recognition);
    let Files { mut papers, mut refused } = read_all(&mail.files, &|file| convert_document(file, options))?;
    if papers.is_empty() {
        // A mail says the same as a web page and as plain text.
        let texts = read_all(&mail.texts, &|text| convert_document(text, options))?.papers;
        papers = Vec::from_iter(best(&texts).and_then(|at| texts.into_iter().nth(at)));
    }
    if papers.is_empty() {
        let (pictures, others): (Vec<_>, Vec<_>) =
            refused.into_iter().partition(|(_, refusal)| is_of_picture(refusal));
        let recognised =
            read_all(pictures.into_iter().map(|(file, _)| file), &|file| convert(file, options))?;
        papers = recognised.papers;
        refused = others.into_iter().chain(recognised.refused).collect();
    }
    if papers.is_empty() {
        let told = refused.into_iter().map(|(_, refusal)| refusal).find(tells_why);
        return Err(told.unwrap_or(Refusal::NoItems));
    }
    if let [paper] = papers.as_slice() {
        let note = format!("Read from the mail: {}.", paper.name);
        let Some(mut opened) = papers.pop().map(|paper| paper.opened) else { return Err(Refusal::NoItems) };
        opened.notes.insert(0, note);
        // The number is that of an agenda within the one paper.
        return take_agenda(opened, options.agenda);
    }
    let titles: Vec<String> = papers.iter().map(Paper::title).collect();
    let (at, note) = choose(&titles, best(&papers).unwrap_or(0), options.agenda)?;
    let Some(mut opened) = papers.into_iter().nth(at).map(|paper| paper.opened) else {
        return Err(Refusal::NoItems);
    };
    opened.notes.splice(0..0, note);
    take_agenda(opened, None)
}

/// Returns whether a refusal is about the file, and not about its text.
fn tells_why(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::OldDocument(_)
            | Refusal::Unconverted(_)
            | Refusal::Scanned
            | Refusal::Damaged(_)
            | Refusal::Locked(_)
            | Refusal::Swells(_)
    )
}

/// Opens a file that needs no words recognised.
fn convert_document(bytes: &[u8], options: &Options<'_>) -> Result<Opened, Refusal> {
    let only_documents = |conversion: Conversion, bytes: &[u8]| {
        if conversion.is_recognition() {
            Err(conversion.missing())
        } else {
            (options.convert)(conversion, bytes)
        }
    };
    convert(bytes, &Options { convert: &only_documents, ..*options })
}

/// Files of a mail once they are read.
#[derive(Default)]
struct Files<'a> {
    papers: Vec<Paper>,
    /// Files that are no papers, and why.
    refused: Vec<(&'a Enclosure, Refusal)>,
}

/// Reads files: those that are papers of a meeting, and why each of the others is none.
fn read_all<'a>(
    files: impl IntoIterator<Item = &'a Enclosure>,
    open: &dyn Fn(&[u8]) -> Result<Opened, Refusal>,
) -> Result<Files<'a>, Refusal> {
    let mut read_files = Files::default();
    for file in files {
        let read = open(&file.bytes)
            .and_then(|opened| Ok((read_printed(&opened.printed, &Options::default())?, opened)));
        match read {
            Ok((proposal, opened)) => {
                read_files.papers.push(Paper { name: file.name.clone(), opened, proposal });
            }
            Err(Refusal::Stopped) => return Err(Refusal::Stopped),
            Err(refusal) => read_files.refused.push((file, refusal)),
        }
    }
    Ok(read_files)
}

/// Place of the paper that is most likely to be meant; the first among equals.
fn best(papers: &[Paper]) -> Option<usize> {
    let best = papers.iter().enumerate().max_by_key(|(at, paper)| (worth(paper), Reverse(*at)));
    best.map(|(at, _)| at)
}

/// How likely a paper is to be the one for whose sake the mail was sent: that of the latest meeting, the agenda before
/// minutes, the one with more items.
fn worth(paper: &Paper) -> impl Ord + use<> {
    let meeting = &paper.proposal.meeting;
    (meeting.head.date, is_agenda(&paper.proposal), meeting.items.len())
}

/// Whether nothing is minuted in a paper.
fn is_agenda(proposal: &Proposal) -> bool {
    proposal.meeting.items.iter().all(|item| item.minutes.is_empty())
}

impl Paper {
    fn title(&self) -> String {
        format!("{} ({})", self.name, meeting_title(&self.proposal))
    }
}

/// Body and day of the meeting of a paper.
fn meeting_title(proposal: &Proposal) -> String {
    let head = &proposal.meeting.head;
    let day = head.date.map(|date| date.format("%-d %B %Y").to_string());
    let known = [Some(head.body.clone()), day].into_iter().flatten().filter(|word| !word.is_empty());
    let known: Vec<String> = known.collect();
    if known.is_empty() { "body and day not found".to_owned() } else { known.join(", ") }
}

/// Takes the paper of the number that was asked for, or else the best. Returns its place, and a note where there are others.
fn choose(titles: &[String], best: usize, wanted: Option<usize>) -> Result<(usize, Option<String>), Refusal> {
    let count = titles.len();
    let at = match wanted {
        None => best,
        Some(wanted) => {
            wanted.checked_sub(1).filter(|at| *at < count).ok_or(Refusal::NoSuchAgenda { wanted, count })?
        }
    };
    if count < 2 {
        return Ok((at, None));
    }
    let listed: Vec<String> = (1..).zip(titles).map(|(number, title)| format!("{number} {title}")).collect();
    let said = format!(
        "The file has {count} papers: {}. Number {} was read; --agenda takes another.",
        listed.join("; "),
        at + 1
    );
    Ok((at, Some(said)))
}
