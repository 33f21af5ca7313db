//! Rules about readings that are not learnt, because papers that break them are rare and short: sections are no items, a part
//! of a series is not the series, what frames the business is none of it.

use super::candidate::Candidate;
use super::chain::{self, Follows};
use super::fact::Whole;
use super::label::Label;
use super::mark::{self, Group};
use super::reading::Reading;
use super::sign::Sign;
use std::collections::HashSet;

/// Adds to the prior of readings what the rules say of them.
pub(super) fn apply(candidates: &[Candidate], groups: &[Group], whole: &Whole, readings: &mut [Reading]) {
    after_others(candidates, whole, readings);
    without_sections(candidates, readings);
    without_parts(candidates, readings);
    without_strangers(candidates, readings);
    underlined(candidates, groups, readings);
    declared(candidates, groups, readings);
    without_frames(candidates, readings);
    without_gaps_in_look(candidates, readings);
    own(readings);
    below_agenda(readings);
}

/// Worth of all lines that stand in one block right below the word `Agenda`.
const BLOCK: i32 = 300;

/// Raises the prior of the reading that has the block of lines below the word `Agenda`: the paper calls it its agenda.
fn below_agenda(readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|reading| reading.name.ends_with(mark::plain::BLOCK)) {
        reading.prior += BLOCK;
    }
}

/// Worth of the headings of a copy that this program printed: more than all else together.
const OWN: i32 = 5000;

/// Raises the prior of the reading that has the headings of a copy which this program printed.
fn own(readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|reading| reading.name.starts_with(mark::OWN)) {
        reading.prior += OWN;
    }
}

/// Cost of a series of single letters below which another series is labelled.
const SECTIONS: i32 = 600;

/// Lowers the prior of readings whose labels are single letters where `A1` and `A2` stand below `A`: they are sections.
fn without_sections(candidates: &[Candidate], readings: &mut [Reading]) {
    let kind = |reading: &Reading| {
        let first = candidates.get(*reading.items.first()?)?;
        // `Section A` and `A` are the same series.
        first.label.as_ref().map(|label| label.kind.trim_start_matches(char::is_lowercase).to_owned())
    };
    let mean = |reading: &Reading| {
        let sum: i32 =
            reading.items.iter().filter_map(|item| candidates.get(*item)).map(|item| item.score).sum();
        sum / i32::try_from(reading.items.len().max(1)).unwrap_or(1)
    };
    let is_below = |reading: &Reading| kind(reading).as_deref() == Some("A9") && mean(reading) > -100;
    if readings.iter().any(is_below) {
        for reading in readings.iter_mut().filter(|reading| kind(reading).as_deref() == Some("A")) {
            reading.prior -= SECTIONS;
        }
    }
}

/// Cost of a series that is part of a faultless one with the same kind of labels.
const PART: i32 = 400;

/// Lowers the prior of readings that are a part of a series without a missing label.
fn without_parts(candidates: &[Candidate], readings: &mut [Reading]) {
    let labels = |reading: &Reading| -> Option<Vec<(usize, &Label)>> {
        let items = reading.items.iter().filter_map(|item| candidates.get(*item));
        items.map(|item| Some((item.at, item.label.as_ref()?))).collect()
    };
    let runs_on = |labels: &[(usize, &Label)]| {
        labels.iter().zip(labels.iter().skip(1)).all(|((_, one), (_, other))| {
            one.kind == other.kind && matches!(chain::follows(one, other), Follows::Next | Follows::Late)
        })
    };
    let series: Vec<Option<Vec<(usize, &Label)>>> = readings.iter().map(labels).collect();
    // All rows of a table that have a label in a cell of its own are a series, whatever their labels.
    let sum = |reading: &Reading| -> i32 {
        reading.items.iter().filter_map(|item| candidates.get(*item)).map(|item| item.score).sum()
    };
    let tells = |reading: &Reading| {
        let items = reading.items.iter().filter_map(|item| candidates.get(*item));
        items.filter(|item| item.signs.contains(&(Sign::EndsStop as u8))).count() * 10 > reading.items.len()
    };
    let of_table: Vec<bool> = readings
        .iter()
        .map(|reading| reading.name == "cell:apart" && sum(reading) > 0 && !tells(reading))
        .collect();
    let full: Vec<(&str, HashSet<usize>)> = series
        .iter()
        .zip(&of_table)
        .filter_map(|(labels, of_table)| Some((labels.as_ref()?, *of_table)))
        .filter(|(labels, of_table)| *of_table || runs_on(labels))
        .filter_map(|(labels, of_table)| {
            let kind = if of_table { "" } else { labels.first()?.1.kind.as_str() };
            Some((kind, labels.iter().map(|(at, _)| *at).collect::<HashSet<usize>>()))
        })
        .collect();
    for (reading, labels) in readings.iter_mut().zip(&series) {
        let Some(labels) = labels else { continue };
        let kind = labels.first().map_or("", |(_, label)| label.kind.as_str());
        let is_part = full.iter().any(|(other, lines)| {
            (*other == kind || other.is_empty())
                && lines.len() > labels.len()
                && labels.iter().all(|(at, _)| lines.contains(at))
        });
        if is_part {
            reading.prior -= PART;
        }
    }
}

/// Worth of a reading whose items are all the underlined lines of a paper.
const UNDERLINED: i32 = 400;

/// Raises the prior of readings that have all underlined lines but those that frame the business, where no series of
/// labels is likely to be the items below them. Plain text underlines nothing but headings.
fn underlined(candidates: &[Candidate], groups: &[Group], readings: &mut [Reading]) {
    let sum = |reading: &Reading| -> i32 {
        reading.items.iter().filter_map(|item| candidates.get(*item)).map(|item| item.score).sum()
    };
    let is_series = |reading: &Reading| {
        let labelled = reading.items.iter().filter_map(|item| candidates.get(*item)?.label.as_ref());
        reading.items.len() > 2 && labelled.count() == reading.items.len() && sum(reading) > 0
    };
    if readings.iter().any(is_series) {
        return;
    }
    let is_frame = |member: &&usize| {
        candidates.get(**member).is_some_and(|found| found.signs.contains(&(Sign::Frame as u8)))
    };
    for reading in
        readings.iter_mut().filter(|reading| ["heading:7", "heading:8"].contains(&reading.name.as_str()))
    {
        let members =
            groups.iter().find(|group| group.name == reading.name).map_or(&[][..], |group| &group.members);
        let missed =
            members.iter().filter(|member| !is_frame(member) && !reading.items.contains(member)).count();
        if missed <= 1 && reading.items.len() > 1 {
            reading.prior += UNDERLINED;
        }
    }
}

/// Bonus for the reading with all declared headings, in hundredths.
pub(super) const DECLARED: i32 = 300;
/// Cost of mixing declared headings with other lines, in hundredths.
const MIXED: i32 = 150;

/// Raises the prior of the reading with all declared headings, and lowers the prior of readings that mix headings with other
/// lines, because authors declare all items or none. A likely series of labels below the headings is exempt.
fn declared(candidates: &[Candidate], groups: &[Group], readings: &mut [Reading]) {
    let of = |item: &usize| candidates.get(*item);
    let Some(group) = groups.iter().find(|group| group.name == mark::heading::ALL) else { return };
    let headings: HashSet<usize> = group.members.iter().filter_map(of).map(|found| found.at).collect();
    let is_declared = |item: &&usize| of(item).is_some_and(|found| headings.contains(&found.at));
    let are_labelled = |reading: &Reading| {
        let labelled =
            reading.items.iter().filter(|item| of(item).is_some_and(|found| found.label.is_some()));
        reading.items.len() > 2 && labelled.count() == reading.items.len()
    };
    let is_series = |reading: &Reading| {
        let sum: i32 = reading.items.iter().filter_map(of).map(|item| item.score).sum();
        sum > 0 && are_labelled(reading) && !reading.items.iter().any(|item| is_declared(&item))
    };
    // Headings over parts have twice as many lines between them that look like titles.
    let are_parts = |reading: &Reading| {
        let others = reading.items.iter().filter(|item| !is_declared(item)).filter_map(of);
        let (count, sum) = others.fold((0, 0), |(count, sum), item| (count + 1, sum + item.score));
        count >= headings.len() * 2 && sum > 0
    };
    if readings.iter().any(|reading| is_series(reading) || are_parts(reading)) {
        return;
    }
    // If the headings of items have labels, the others are the title and its parts.
    let has_labels = readings
        .iter()
        .any(|reading| are_labelled(reading) && reading.items.iter().all(|item| is_declared(&item)));
    for reading in readings.iter_mut() {
        let count = reading.items.iter().filter(is_declared).count();
        if count > 1 && count < reading.items.len() && count * 4 >= reading.items.len() {
            reading.prior -= MIXED;
        }
        // The same lines may have been read under another name first.
        let are_all = count == reading.items.len() && count == headings.len();
        if are_all {
            let is_wanted = !has_labels || are_labelled(reading);
            reading.prior += if is_wanted { DECLARED } else { -DECLARED };
            reading.is_declared = is_wanted;
        }
    }
}

/// Cost of each heading that frames the business: `PRESENT` is no item.
const FRAME: i32 = 150;

/// Lowers the prior of readings that have headings for items which frame the business.
fn without_frames(candidates: &[Candidate], readings: &mut [Reading]) {
    for reading in readings {
        let frames = reading.items.iter().filter_map(|item| candidates.get(*item));
        let frames = frames.filter(|item| item.signs.contains(&(Sign::Frame as u8))).count();
        reading.prior -= FRAME * i32::try_from(frames.min(20)).unwrap_or(20);
    }
}

/// Cost of leaving out lines that are set in the same way on purpose.
const LOOK: i32 = 350;

/// Lowers the prior of readings that leave out rows of a table or lines with a time or a tag which another reading of the
/// same group has, where none of these frames the business.
fn without_gaps_in_look(candidates: &[Candidate], readings: &mut [Reading]) {
    let on_purpose = |reading: &Reading| {
        !reading.name.contains(" or ")
            && ["time:", "tag:", "cell-run-in:", "heading:"].iter().any(|mark| reading.name.starts_with(mark))
    };
    let most: Vec<(String, usize)> = readings
        .iter()
        .filter(|reading| on_purpose(reading))
        .filter(|reading| {
            let mut items = reading.items.iter().filter_map(|item| candidates.get(*item));
            !items.any(|item| item.signs.contains(&(Sign::Frame as u8)))
        })
        .map(|reading| (reading.name.clone(), reading.items.len()))
        .collect();
    // Headings of one level, of whatever levels a reading takes them to be.
    let levels: Vec<Vec<usize>> = readings
        .iter()
        .filter(|reading| reading.name.starts_with("heading:") && on_purpose(reading))
        .filter(|reading| {
            most.iter().any(|(name, count)| *name == reading.name && *count == reading.items.len())
        })
        .map(|reading| reading.items.clone())
        .collect();
    for reading in readings.iter_mut().filter(|reading| reading.name.starts_with("heading:")) {
        let is_part = levels.iter().any(|level| {
            level.len() > reading.items.len() && reading.items.iter().all(|item| level.contains(item))
        });
        if is_part {
            reading.prior -= LOOK;
        }
    }
    for reading in
        readings.iter_mut().filter(|reading| on_purpose(reading) && !reading.name.starts_with("heading:"))
    {
        if most.iter().any(|(name, count)| *name == reading.name && *count > reading.items.len()) {
            reading.prior -= LOOK;
        }
    }
}

/// Cost of adding other lines to a faultless series.
const STRANGERS: i32 = 500;

/// Lowers the prior of readings that hold a whole series, which runs on without a fault, and a few others beside it: a list
/// within an item, the headings over several.
fn without_strangers(candidates: &[Candidate], readings: &mut [Reading]) {
    let places = |reading: &Reading| -> Vec<usize> {
        reading.items.iter().filter_map(|item| candidates.get(*item)).map(|item| item.at).collect()
    };
    let runs_on = |reading: &Reading| {
        let items: Vec<&Candidate> = reading.items.iter().filter_map(|item| candidates.get(*item)).collect();
        items.len() > 4
            && items.iter().zip(items.iter().skip(1)).all(|(one, other)| match (&one.label, &other.label) {
                (Some(one), Some(other)) => {
                    one.kind == other.kind
                        && matches!(chain::follows(one, other), Follows::Next | Follows::Late)
                }
                _ => false,
            })
    };
    let series: Vec<Vec<usize>> = readings.iter().filter(|reading| runs_on(reading)).map(places).collect();
    for reading in readings.iter_mut().filter(|reading| !reading.has_levels && reading.name != "cell:apart") {
        let own = places(reading);
        let holds = |series: &Vec<usize>| {
            own.len() > series.len()
                && own.len() * 2 < series.len() * 3
                && series.iter().all(|at| own.binary_search(at).is_ok())
        };
        if !runs_on(reading) && series.iter().any(holds) {
            reading.prior -= STRANGERS;
        }
    }
}

/// Cost of beginning below the head of earlier minutes or of a report.
const AFTER: i32 = 250;

/// Lowers the prior of readings that begin in what comes with a paper: the paper itself stands first.
fn after_others(candidates: &[Candidate], whole: &Whole, readings: &mut [Reading]) {
    for reading in readings {
        let first = reading.items.first().and_then(|item| candidates.get(*item));
        if first.is_some_and(|first| whole.is_below_head(first.at)) {
            reading.prior -= AFTER;
        }
    }
}
