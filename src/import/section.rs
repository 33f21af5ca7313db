//! The sections of a pack: the paper of this meeting, minutes of earlier meetings, reports. Knows how each
//! begins, and nothing of what is in it.

use super::convening;
use super::cue;
use super::paper::{Line, Role};

/// What a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// The agenda or minutes of this meeting.
    This,
    /// The minutes of an earlier meeting.
    Earlier,
    /// Reports and other papers, which are not read.
    Reports,
}

/// The sections, in order. The first is always that of this meeting.
pub(super) fn sections(lines: &[Line]) -> Vec<(Section, &[Line])> {
    let mut starts: Vec<(usize, Section)> = vec![(0, Section::This)];
    // What comes with a paper comes behind its last item.
    let last = lines.iter().rposition(is_labelled).unwrap_or(lines.len());
    for (at, line) in lines.iter().enumerate().skip(last + 1) {
        let now = starts.last().map_or(Section::This, |(_, section)| *section);
        if line.role != Role::Plain {
            continue;
        }
        if line.gap && convening::opens_minutes(&ahead(lines, at)) {
            starts.push((heading_above(lines, at), Section::Earlier));
        } else if now != Section::Reports && opens_report(lines, at) {
            starts.push((heading_above(lines, at), Section::Reports));
        }
    }
    starts.dedup_by_key(|(at, _)| *at);
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain(std::iter::once(lines.len()));
    starts
        .iter()
        .zip(ends)
        .filter_map(|(&(from, section), to)| Some((section, lines.get(from..to)?)))
        .collect()
}

/// Whether earlier minutes or a report begin at a line.
pub(super) fn opens(lines: &[Line], at: usize) -> bool {
    lines.get(at).is_some_and(|line| line.gap && line.text.len() < 300)
        && (convening::opens_minutes(&ahead(lines, at)) || opens_report(lines, at))
}

fn is_labelled(line: &Line) -> bool {
    matches!(line.role, Role::Item(_))
}

/// A line with those that follow it at once, up to a few.
pub(super) fn ahead(lines: &[Line], at: usize) -> String {
    let first = lines.get(at).map(|line| line.text.as_str());
    let more = lines.iter().skip(at + 1).take(3).take_while(|line| !line.gap).map(|line| line.text.as_str());
    first.into_iter().chain(more).collect::<Vec<_>>().join(" ")
}

/// Whether a report begins here: who it is from, and soon after to whom, on what, and how it is classified; or whose it
/// is in a sentence, and soon after two of the headings that reports have. An agenda names reports, too, and has items
/// below, and not their headings.
pub(super) fn opens_report(lines: &[Line], at: usize) -> bool {
    const FROM: [&str; 4] = ["from:", "by:", "report of:", "report by:"];
    const THEN: [&str; 4] = ["subject:", "classification:", "to:", "report to:"];
    const OF: [&str; 5] = ["report of ", "report by ", "report to ", "report from ", "joint report of "];
    let Some(line) = lines.get(at).filter(|line| line.gap || line.page) else { return false };
    let lower = line.text.to_lowercase();
    let after = || lines.iter().skip(at + 1).take(8).map(|line| line.text.to_lowercase());
    let is_addressed = FROM.iter().any(|from| lower.starts_with(from))
        && after().any(|next| THEN.iter().any(|then| next.contains(then)));
    let is_told = OF.iter().any(|of| lower.starts_with(of)) && !lower.ends_with('.');
    is_addressed
        || is_told && lines.iter().skip(at + 1).take(HEAD).filter(|line| heads_report(line)).count() > 1
}

/// In how many lines the headings of a report begin.
const HEAD: usize = 16;

/// Whether a line is one of the headings that the parts of a report have, with or without a number.
pub(super) fn heads_report(line: &Line) -> bool {
    const HEADINGS: [&str; 22] = [
        "purpose",
        "purpose of report",
        "purpose of the report",
        "purpose and summary",
        "reason for report",
        "summary",
        "executive summary",
        "introduction",
        "introduction and background",
        "background",
        "recommendation",
        "recommendations",
        "decision required",
        "detail",
        "details",
        "key issues",
        "main report",
        "options",
        "consultation",
        "financial implications",
        "legal implications",
        "background papers",
    ];
    let words = line.words().to_lowercase();
    let words = words.trim_start_matches(|letter: char| !letter.is_alphabetic());
    HEADINGS.contains(&words.trim_end_matches([':', '.']))
}

/// Where the heading of a section begins: the name of the body in capitals, `Agenda Item A4`.
pub(super) fn heading_above(lines: &[Line], at: usize) -> usize {
    let mut start = at;
    while start > 0 && at - start < 3 && !lines.get(start).is_some_and(|line| line.page) {
        let Some(above) = lines.get(start - 1) else { break };
        let is_heading = cue::is_capitals(&above.text) && !is_labelled(above)
            || above.text.to_lowercase().starts_with("agenda item ");
        if !is_heading {
            break;
        }
        start -= 1;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::paper::lines;

    #[test]
    fn a_pack_has_an_agenda_then_minutes_then_reports() {
        let text = "AGENDA\n\nA1 Apologies\n\nA2 Minutes\n\nVALE BOARD\n\nMINUTES of a meeting of the Vale Board held online on 1 May 2020.\n\n1. Apologies\n\nFrom: A Clerk\nTo: Vale Board\nSubject: Bins\n";
        let mut lines = lines(text);
        for line in
            lines.iter_mut().filter(|line| line.text.starts_with('A') && line.text.contains(' ')).take(2)
        {
            line.role = Role::Item(String::new());
        }
        let found: Vec<(Section, &str)> =
            sections(&lines).into_iter().map(|(section, lines)| (section, lines[0].text.as_str())).collect();
        assert_eq!(
            found,
            [
                (Section::This, "AGENDA"),
                (Section::Earlier, "VALE BOARD"),
                (Section::Reports, "From: A Clerk")
            ]
        );
    }

    #[test]
    fn minutes_at_the_start_are_those_of_this_meeting() {
        let lines = lines(
            "MINUTES of a meeting of the Vale Board held online on 1 May 2020.\n\n1. Apologies\n\n2. Bins\n",
        );
        assert_eq!(sections(&lines).len(), 1);
    }
}
