//! The labels that papers print before their items: `A1`, `27.`, `(3)`, `94a`, `6.A.`, `AGc/30/01/21`. Knows
//! which scheme a label belongs to, and not whether the line is an item: a list has labels, too.

/// How labels are formed. A paper forms those of its items in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Scheme {
    /// `A1`, `P2`.
    Lettered,
    /// `AGc/30/01/21`, `M23/41`.
    Reference,
    /// `Item 3 –`.
    Named,
    /// `IV.`.
    Roman,
    /// `27.`, `27)`, `27.0`.
    Stopped,
    /// `(3)`.
    Bracketed,
    /// `3`.
    Bare,
    /// `6.A.`, `1.1`: below another label.
    Below,
    /// `(a)`, `a)`: never an item by itself, but sometimes one below another.
    Small,
}

/// A label at the start of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label<'a> {
    /// How it is formed.
    pub scheme: Scheme,
    /// The label without stops and brackets that are only punctuation.
    pub text: &'a str,
    /// The number in it by which labels of the scheme follow each other.
    pub number: u32,
    /// What comes after it.
    pub rest: &'a str,
}

/// The label at the start of a line, if it has one and words after it.
pub(super) fn label(line: &str) -> Option<Label<'_>> {
    let starred = line.strip_prefix('*').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let line = starred.unwrap_or(line);
    if let Some(section) = line.strip_prefix('§') {
        let found = read(section.trim_start()).filter(|found| found.scheme != Scheme::Reference)?;
        return Some(Label { scheme: Scheme::Stopped, ..found });
    }
    named(line).or_else(|| parted(line)).or_else(|| read(line)).or_else(|| {
        // A list dash before a label such as A2 is left by the conversion from a word processor.
        let rest = line.strip_prefix("- ").or_else(|| line.strip_prefix("• "))?;
        read(rest.trim_start()).filter(|label| label.scheme == Scheme::Lettered)
    })
}

/// `Item 3 – Apologies`, `Agenda Item 3: Apologies`.
fn named(line: &str) -> Option<Label<'_>> {
    let rest = ["Item ", "ITEM ", "Agenda Item ", "Agenda item ", "AGENDA ITEM "]
        .iter()
        .find_map(|word| line.strip_prefix(word))?;
    let (token, rest) = rest.split_once(' ')?;
    let text = token.trim_end_matches(['.', ':', ')']);
    let number = number(text).or_else(|| lettered(text))?;
    let title = rest.trim_start_matches(['-', '–', '—', ':', ' ']);
    // A sentence may begin with the name of an item; it goes on with a small letter.
    let is_title = title.chars().next().is_some_and(|first| !first.is_lowercase());
    is_title.then_some(Label { scheme: Scheme::Named, text, number, rest: title })
}

/// A number parted from its title by a dash or a bar, or from its own stop by a blank that a scanner put in: `1 - MINUTES`,
/// `2 . MINUTES`.
fn parted(line: &str) -> Option<Label<'_>> {
    let (token, rest) = line.split_once(' ')?;
    let number = number(token)?;
    let rest = rest.trim_start();
    let title = ["- ", "– ", "— ", "| ", ". ", ", ", ") "]
        .iter()
        .find_map(|mark| rest.strip_prefix(mark))?
        .trim_start();
    let is_title = title.starts_with(char::is_uppercase);
    is_title.then_some(Label { scheme: Scheme::Stopped, text: token, number, rest: title })
}

/// A line that is a label and nothing else.
pub(super) fn alone(line: &str) -> Option<Label<'_>> {
    let token = line.trim();
    if token.contains(' ') || token.len() > 24 {
        return None;
    }
    token_label(token, "")
}

fn read(line: &str) -> Option<Label<'_>> {
    let (token, rest) = line.split_once(' ')?;
    let rest = rest.trim_start();
    if rest.is_empty() || token.len() > 24 {
        return None;
    }
    token_label(token, rest)
}

fn token_label<'a>(token: &'a str, rest: &'a str) -> Option<Label<'a>> {
    let made = |scheme, text, number| Some(Label { scheme, text, number, rest });
    if let Some(inner) = token.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        return match number(inner) {
            Some(number) => made(Scheme::Bracketed, inner, number),
            None => made(Scheme::Small, inner, small(inner)?),
        };
    }
    let core = token.strip_suffix(['.', ')', ':']).unwrap_or(token);
    if is_reference(core) {
        return made(Scheme::Reference, core, 0);
    }
    if let Some(number) = lettered(core) {
        return made(Scheme::Lettered, core, number);
    }
    if let Some(number) = number(core) {
        return made(if core.len() < token.len() { Scheme::Stopped } else { Scheme::Bare }, core, number);
    }
    if let Some(number) = roman(core).filter(|_| core.len() < token.len()) {
        return made(Scheme::Roman, core, number);
    }
    if let Some(above) = core.strip_suffix(".0").and_then(number) {
        return made(Scheme::Stopped, core, above);
    }
    if let Some((above, below)) = core.split_once('.') {
        let is_below = below.split('.').all(|part| {
            !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        return number(above).filter(|_| is_below).and_then(|number| made(Scheme::Below, core, number));
    }
    match small(core) {
        Some(number) if core.len() < token.len() => made(Scheme::Small, core, number),
        _ => None,
    }
}

/// Up to three figures, and perhaps a small letter for an item put in later: `94a`.
fn number(text: &str) -> Option<u32> {
    let digits = text.trim_end_matches(|character: char| character.is_ascii_lowercase());
    let fits = (1..=3).contains(&digits.len()) && text.len() <= digits.len() + 1;
    digits.parse().ok().filter(|_| fits && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A capital and up to two figures. The number grows with the letter, then with the figures.
fn lettered(text: &str) -> Option<u32> {
    let letter = text.chars().next().filter(char::is_ascii_uppercase)?;
    let figures = text.get(1..).filter(|figures| (1..=3).contains(&figures.len()))?;
    Some((letter as u32) * 1000 + number(figures)?)
}

/// A small letter or a small Roman numeral.
fn small(text: &str) -> Option<u32> {
    let is_letter = text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_roman = (1..=5).contains(&text.len()) && text.bytes().all(|byte| b"ivx".contains(&byte));
    (is_letter || is_roman).then(|| text.bytes().next().map_or(0, u32::from))
}

/// The value of a capital Roman numeral, as far as agendas count.
fn roman(text: &str) -> Option<u32> {
    let value = |character| match character {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let values: Option<Vec<u32>> = text.chars().map(value).collect();
    let values = values.filter(|values| (1..=6).contains(&values.len()))?;
    let after = values.iter().skip(1).chain(std::iter::once(&0));
    let (less, more) = values.iter().zip(after).fold((0, 0), |(less, more), (value, next)| {
        if value < next { (less + value, more) } else { (less, more + value) }
    });
    (more > less).then(|| more - less)
}

/// Letters, perhaps with a year, then figures parted by slashes; or a year and figures, in either order.
fn is_reference(text: &str) -> bool {
    let Some((series, rest)) = text.split_once('/') else { return false };
    let figures = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if figures(series) && figures(rest) {
        let fits = |year: &str, number: &str| [2, 4].contains(&year.len()) && (1..=4).contains(&number.len());
        return series.len() + rest.len() > 3 && (fits(series, rest) && rest.len() > 1 || fits(rest, series));
    }
    let letters = series.trim_end_matches(|character: char| character.is_ascii_digit());
    let is_series =
        (1..=8).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_series
        && rest
            .split('/')
            .all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(Scheme, &str, &str)> {
        label(line).map(|label| (label.scheme, label.text, label.rest))
    }

    #[test]
    fn labels_are_known_by_their_form() {
        assert_eq!(read("A1 Introduction"), Some((Scheme::Lettered, "A1", "Introduction")));
        assert_eq!(read("- A2 Apologies"), Some((Scheme::Lettered, "A2", "Apologies")));
        assert_eq!(read("27. Introduction"), Some((Scheme::Stopped, "27", "Introduction")));
        assert_eq!(read("*6.   Town Clock"), Some((Scheme::Stopped, "6", "Town Clock")));
        assert_eq!(read("94a Footpath Plan"), Some((Scheme::Bare, "94a", "Footpath Plan")));
        assert_eq!(read("6.A.  Minutes"), Some((Scheme::Below, "6.A", "Minutes")));
        assert_eq!(read("AGc/30/01/21  MINUTES"), Some((Scheme::Reference, "AGc/30/01/21", "MINUTES")));
        assert_eq!(read("Item 3 – Bins"), Some((Scheme::Named, "3", "Bins")));
        assert_eq!(read("IX. Bins"), Some((Scheme::Roman, "IX", "Bins")));
        assert_eq!(label("XIV. Bins").map(|label| label.number), Some(14));
        assert_eq!(read("3.0  Bins"), Some((Scheme::Stopped, "3.0", "Bins")));
        assert_eq!(read("24/31 Bins"), Some((Scheme::Reference, "24/31", "Bins")));
        assert_eq!(read("(ii) to note"), Some((Scheme::Small, "ii", "to note")));
        assert_eq!(read("§3  Bins"), Some((Scheme::Stopped, "3", "Bins")));
        assert_eq!(read("4 - BINS"), Some((Scheme::Stopped, "4", "BINS")));
        assert_eq!(read("04 | Bins | Chair"), Some((Scheme::Stopped, "04", "Bins | Chair")));
        assert_eq!(read("5 . BINS"), Some((Scheme::Stopped, "5", "BINS")));
        assert_eq!(read("145/24 Bins"), Some((Scheme::Reference, "145/24", "Bins")));
    }

    #[test]
    fn ordinary_words_are_no_labels() {
        for line in [
            "- eggs",
            "A resident asked",
            "2021 accounts",
            "and/or this",
            "I agree",
            "27.",
            "Item 4 was deferred",
            "1/2 mile",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
