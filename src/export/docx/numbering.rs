//! The numbering of a file for a word processor. The word processor counts for itself, so that whoever goes on
//! with the file gets the next number; here it is told where to begin, so that it counts as we do.

use super::super::markup::Markup;
use super::{STEP, WORDS, XML};
use crate::domain::style::Form;

/// The levels of a list, as in a house style.
const LEVELS: usize = 3;

/// The levels of bullets, which also hang from what is numbered.
const BULLET_LEVELS: usize = 4;

/// The number of the list of bullets.
const BULLETS: usize = 1;

/// The largest letter that every program counts alike: after `z` they go on with `aa` and `bb`, and we with
/// `aa` and `ab`.
const LAST_LETTER: u32 = 27;

/// The lists of a document, as they are needed.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    schemes: Vec<Scheme>,
    lists: Vec<List>,
}

/// A way of numbering: a form for each level, and what was counted last in it.
#[derive(Debug, Default)]
struct Scheme {
    forms: [Option<Form>; LEVELS],
    /// The list that goes on, with what it has counted on each level.
    running: Option<(usize, [u32; LEVELS])>,
}

/// A list: a scheme, and the number with which one of its levels begins.
#[derive(Debug)]
struct List {
    scheme: usize,
    level: usize,
    start: u32,
}

impl Numbering {
    /// The list and level for a paragraph with this number; none where a word processor would print it in
    /// another way.
    pub fn number(&mut self, form: Form, n: u32, level: u8) -> Option<(usize, usize)> {
        let is_letter = matches!(form, Form::Letter | Form::Capital);
        let level = usize::from(level);
        if form == Form::None || level >= LEVELS || (is_letter && n > LAST_LETTER) {
            return None;
        }
        let at = self.scheme(form, level);
        let scheme = self.schemes.get_mut(at)?;
        if let Some((list, counts)) = &mut scheme.running
            && counts.get(level).is_some_and(|last| last + 1 == n)
        {
            count(counts, level, n);
            return Some((*list, level));
        }
        let list = BULLETS + 1 + self.lists.len();
        let mut counts = [0; LEVELS];
        count(&mut counts, level, n);
        scheme.running = Some((list, counts));
        self.lists.push(List { scheme: at, level, start: n });
        Some((list, level))
    }

    /// The list and level for a bullet that hangs so deep.
    pub fn bullet(depth: usize) -> (usize, usize) {
        (BULLETS, depth.min(BULLET_LEVELS - 1))
    }

    /// Begins anew with every list, as at a heading.
    pub fn restart(&mut self) {
        for scheme in &mut self.schemes {
            scheme.running = None;
        }
    }

    /// The scheme that has this form on this level, or has nothing there yet.
    fn scheme(&mut self, form: Form, level: usize) -> usize {
        let fits =
            |scheme: &Scheme| scheme.forms.get(level).is_some_and(|own| own.is_none_or(|own| own == form));
        let at = self.schemes.iter().position(fits).unwrap_or_else(|| {
            self.schemes.push(Scheme::default());
            self.schemes.len() - 1
        });
        if let Some(own) = self.schemes.get_mut(at).and_then(|scheme| scheme.forms.get_mut(level)) {
            *own = Some(form);
        }
        at
    }

    /// The part that says all this.
    pub fn part(&self) -> String {
        let mut part = Markup::beginning(XML);
        part.open("w:numbering", &[("xmlns:w", WORDS)]);
        let bullets = std::iter::repeat_n(("bullet", "•".to_owned()), BULLET_LEVELS);
        scheme(&mut part, 0, bullets);
        for (n, own) in (1..).zip(&self.schemes) {
            let forms = (1..).zip(&own.forms).map(|(level, form)| form_of(form.unwrap_or(Form::None), level));
            scheme(&mut part, n, forms);
        }
        list(&mut part, BULLETS, 0, None);
        for (n, own) in (BULLETS + 1..).zip(&self.lists) {
            list(&mut part, n, own.scheme + 1, Some(own));
        }
        part.close("w:numbering");
        part.finish()
    }
}

/// Counts a number on a level; what hangs deeper begins anew.
fn count(counts: &mut [u32; LEVELS], level: usize, n: u32) {
    for (at, count) in counts.iter_mut().enumerate().skip(level) {
        *count = if at == level { n } else { 0 };
    }
}

/// A form as a word processor calls it, and how its number is set on a level counted from 1.
fn form_of(form: Form, level: usize) -> (&'static str, String) {
    match form {
        Form::None => ("none", String::new()),
        Form::Dot => ("decimal", format!("%{level}.")),
        Form::Bracket => ("decimal", format!("(%{level})")),
        Form::Letter => ("lowerLetter", format!("(%{level})")),
        Form::Capital => ("upperLetter", format!("%{level}.")),
        Form::Roman => ("lowerRoman", format!("(%{level})")),
    }
}

fn scheme(part: &mut Markup, n: usize, levels: impl Iterator<Item = (&'static str, String)>) {
    part.open("w:abstractNum", &[("w:abstractNumId", &n.to_string())]);
    part.empty("w:multiLevelType", &[("w:val", "multilevel")]);
    for (level, (format, text)) in levels.enumerate() {
        let left = (level + 1) * STEP as usize;
        part.open("w:lvl", &[("w:ilvl", &level.to_string())]);
        part.empty("w:start", &[("w:val", "1")]);
        part.empty("w:numFmt", &[("w:val", format)]);
        part.empty("w:lvlText", &[("w:val", &text)]);
        part.empty("w:lvlJc", &[("w:val", "left")]);
        part.open("w:pPr", &[]);
        part.empty("w:ind", &[("w:left", &left.to_string()), ("w:hanging", &STEP.to_string())]);
        part.close("w:pPr");
        part.close("w:lvl");
    }
    part.close("w:abstractNum");
}

/// A list of a scheme; where one of its levels begins is said for all of them, because a list that does not
/// say it goes on from the list before.
fn list(part: &mut Markup, n: usize, scheme: usize, own: Option<&List>) {
    part.open("w:num", &[("w:numId", &n.to_string())]);
    part.empty("w:abstractNumId", &[("w:val", &scheme.to_string())]);
    for level in own.map_or(0..0, |_| 0..LEVELS) {
        let start = own.filter(|own| own.level == level).map_or(1, |own| own.start);
        part.open("w:lvlOverride", &[("w:ilvl", &level.to_string())]);
        part.empty("w:startOverride", &[("w:val", &start.to_string())]);
        part.close("w:lvlOverride");
    }
    part.close("w:num");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_goes_on_as_long_as_the_word_processor_would_count_alike() {
        let mut numbering = Numbering::default();
        let mut list = |form, n, level| numbering.number(form, n, level).map(|(list, _)| list);
        assert_eq!(list(Form::Dot, 1, 0), Some(2));
        assert_eq!(list(Form::Letter, 1, 1), Some(2));
        assert_eq!(list(Form::Letter, 2, 1), Some(2));
        assert_eq!(list(Form::Dot, 2, 0), Some(2));
        assert_eq!(list(Form::Letter, 1, 1), Some(2), "letters begin anew under every number");
        assert_eq!(list(Form::Dot, 4, 0), Some(3), "a number that is left out begins a list");
        assert_eq!(list(Form::Capital, 1, 1), Some(4), "another form is another scheme");
        assert_eq!(list(Form::Letter, 28, 1), None, "here programs count in different ways");
    }
}
