//! Label before the title: `3. Apologies`, `AGc/30/01/21 MINUTES`, `1APOLOGIES`; and the same where the title runs into
//! its text: `3) Minutes – accepted as correct`.

use super::run_in::{CUTS, cut};
use super::{Finder, is_capitals, title_end};
use crate::import::items::context::Context;
use crate::import::items::label::Label;
use crate::import::paper::Line;

/// Finds lines with a label and words behind it.
pub fn find(context: &Context<'_>, finder: &mut Finder) {
    each(context, |at, line, label| {
        let title = label.end..title_end(&line.text, label.end);
        let words = line.text.get(title.clone()).unwrap_or("");
        // Bold words say where the title ends.
        let ends_in_bold = line.look.bold > label.end && line.look.bold < line.text.len();
        let added = if ends_in_bold {
            finder.add_cut(at, Some(label.clone()), label.end..line.look.bold)
        } else {
            finder.add(at, Some(label.clone()), title.clone())
        };
        let kind = label.kind.as_str();
        finder.put(added, kind);
        finder.put(added, format_args!("{kind} {}", label.punctuation));
        finder.put(added, format_args!("{kind} at {}", line.indent));
        if is_capitals(words) {
            finder.put(added, format_args!("{kind} capitals"));
        }
        if line.look.heading > 0 {
            finder.put(added, format_args!("{kind} heading"));
        }
        if line.look.bold > label.end {
            finder.put(added, format_args!("{kind} bold"));
        }
        if line.gap {
            finder.put(added, format_args!("{kind} gap"));
        }
        if label.blanks == 0 || label.blanks > 2 {
            finder.put(added, format_args!("{kind} {}", if label.blanks == 0 { "glued" } else { "wide" }));
        }
    });
}

/// Finds the same lines with their titles cut where they run into their text.
pub fn find_run_in(context: &Context<'_>, finder: &mut Finder) {
    each(context, |at, line, label| {
        let rest = line.text.get(label.end..).unwrap_or("");
        let end = title_end(&line.text, label.end);
        let mut whole = None;
        // Bold words say where the title ends.
        if line.look.bold > label.end && line.look.bold < line.text.len() {
            whole = Some(finder.add_cut(at, Some(label.clone()), label.end..line.look.bold));
        }
        for (name, kind_of_cut) in CUTS {
            let added = match cut(rest, kind_of_cut) {
                Some(length) if whole.is_none() || line.look.bold <= label.end => {
                    finder.add_cut(at, Some(label.clone()), label.end..label.end + length)
                }
                _ => *whole.get_or_insert_with(|| finder.add(at, Some(label.clone()), label.end..end)),
            };
            finder.put(added, format_args!("{} {name}", label.kind));
            finder.put(added, format_args!("{} {} {name}", label.kind, label.punctuation));
            finder.put(added, format_args!("{} at {} {name}", label.kind, line.indent));
        }
    });
}

/// Calls a function for every label with words behind it.
fn each(context: &Context<'_>, mut see: impl FnMut(usize, &Line, &Label)) {
    for (at, (line, facts)) in context.lines.iter().zip(&context.facts).enumerate() {
        for label in facts.labels.iter().filter(|_| !facts.is_label && !facts.is_furniture) {
            if line.text.get(label.end..).is_some_and(|rest| rest.contains(char::is_alphabetic)) {
                see(at, line, label);
            }
        }
    }
}
