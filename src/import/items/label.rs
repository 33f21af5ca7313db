//! Label of an item as it is printed: figures, letters, numerals and references of any shape. Read off the characters,
//! not off a list of forms.

/// Label at the start of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Label {
    /// The label as printed, without punctuation around it.
    pub text: String,
    /// What kinds of components it has, in order, without its punctuation: two labels of one series have the same.
    pub kind: String,
    /// The punctuation around it.
    pub punctuation: String,
    /// Values of its components; a letter has its place in the alphabet.
    pub values: Vec<u32>,
    /// How far the text of the label goes, in bytes, with the blanks behind it.
    pub end: usize,
    /// Blanks between the label and what follows; 0 where they touch.
    pub blanks: usize,
}

/// A label is not longer than this, in bytes.
const LONGEST: usize = 28;

/// Words that may stand before the number of an item.
const NOUNS: [&str; 22] = [
    "item",
    "agenda item",
    "agenda",
    "minute",
    "min",
    "no",
    "no.",
    "number",
    "ref",
    "ref.",
    "eitem",
    "mir",
    "motion",
    "agendum",
    "item no",
    "item no.",
    "agenda item no",
    "agenda item no.",
    "minute no",
    "minute no.",
    "topic",
    "section",
];

/// Readings of the label at the start of a text, the most likely first; several where a letter may be a numeral.
pub(in crate::import) fn labels(text: &str) -> Vec<Label> {
    let (skipped, noun) = lead(text);
    let Some(rest) = text.get(skipped..) else { return Vec::new() };
    let Some(token) = Token::read(rest, !noun.is_empty()) else { return Vec::new() };
    let word = text
        .get(..skipped)
        .unwrap_or("")
        .trim_end_matches([' ', '#', '.'])
        .trim_start_matches(['*', '\\', '_', '~', ' ', '•', '·', '-']);
    token.labels(skipped, &noun, word)
}

/// Length of what stands before the label, and the noun in it: `* `, `\`, `Item `.
fn lead(text: &str) -> (usize, String) {
    let mut at = text.len() - text.trim_start_matches(['*', '\\', '_', '~', ' ', '•', '·']).len();
    if let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix("- "))
        && rest
            .trim_start()
            .starts_with(|letter: char| letter.is_ascii_digit() || letter.is_ascii_uppercase())
    {
        at = text.len() - rest.trim_start().len();
    }
    let rest = text.get(at..).unwrap_or("");
    let letters = rest
        .bytes()
        .take(20)
        .take_while(|byte| byte.is_ascii_alphabetic() || *byte == b' ' || *byte == b'.')
        .count();
    let mut noun = rest.get(..letters).unwrap_or("").trim_end().to_ascii_lowercase();
    let mut end = letters;
    if is_word(rest, &noun) {
        // Any word may stand before the numbers of items, if it stands before all of them.
        noun = noun.trim_end_matches('.').to_owned();
    } else if !NOUNS.contains(&noun.as_str()) {
        // `Item A1`: the letters of the label were taken for a word.
        let shorter = noun.rfind(' ').map(|space| noun.get(..space).unwrap_or("").to_owned());
        match shorter.filter(|shorter| NOUNS.contains(&shorter.as_str())) {
            Some(shorter) => {
                end = shorter.len() + 1;
                noun = shorter;
            }
            None => return (at + signs(rest), String::new()),
        }
    }
    if rest.get(..end).is_some_and(|before| before.ends_with(' '))
        || rest.get(end..).is_some_and(|after| after.starts_with(['#', '(']))
    {
        let after = rest.get(end..).unwrap_or("");
        (at + end + signs(after), noun.trim_end_matches('.').to_owned())
    } else {
        (at, String::new())
    }
}

/// Whether a text begins with one word and then figures: `AB 23/4`, `Ref 5:`.
fn is_word(rest: &str, noun: &str) -> bool {
    let is_short =
        (2..=10).contains(&noun.len()) && !noun.contains(' ') && rest.starts_with(char::is_uppercase);
    let after = rest.get(noun.len()..).unwrap_or("");
    is_short
        && after.starts_with(' ')
        && after.trim_start_matches([' ', '#']).starts_with(|first: char| first.is_ascii_digit())
}

/// Length of `§`, `#`, `№` and blanks before a number.
fn signs(text: &str) -> usize {
    let rest = text.trim_start_matches(['§', '#', '№']);
    if rest.len() == text.len() { 0 } else { text.len() - rest.trim_start().len() }
}

/// Component of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Figures(u32),
    /// Letter or numeral, and whether it is a capital.
    Letters(String),
    Mark(char),
}

/// Label while it is read.
struct Token {
    parts: Vec<Part>,
    text: String,
    punctuation: String,
    end: usize,
    blanks: usize,
}

impl Token {
    fn read(text: &str, has_noun: bool) -> Option<Self> {
        let open = text.chars().next().filter(|first| ['(', '[', '{', '<'].contains(first));
        let start = open.map_or(0, char::len_utf8);
        let inner = text.get(start..)?;
        let core_length = core(inner);
        let core = inner.get(..core_length)?;
        let core = core.trim_end_matches(['.', '-', ':', '/', '–']);
        if core.is_empty() || core.len() > LONGEST {
            return None;
        }
        let after = inner.get(core.len()..)?;
        let mut closers: String = after
            .chars()
            .take_while(|sign| [')', ']', '}', '>', '.', ':', ',', '-', '\\', '/', '*'].contains(sign))
            .take(4)
            .collect();
        let rest = after.get(closers.len()..)?;
        if open.is_some() && !closers.contains([')', ']', '}', '>']) {
            return None;
        }
        let blanks = rest.chars().take_while(|sign| *sign == ' ').count();
        let mut trimmed = rest.trim_start_matches(' ');
        // `1 – Apologies`, `5 . BINS`, `04 | Bins`: punctuation after a blank.
        if let Some(sign) =
            trimmed.chars().next().filter(|sign| ['–', '-', '—', '|', '.', ')', ':', ','].contains(sign))
        {
            let next = trimmed.get(sign.len_utf8()..)?;
            if next.is_empty() || next.starts_with(' ') || sign == '|' {
                closers.push(sign);
                trimmed = next.trim_start_matches(' ');
            }
        }
        let end = text.len() - trimmed.len();
        let punctuation = open.map(String::from).unwrap_or_default() + "_" + closers.trim_end_matches('\\');
        let token = Token { parts: parts(core)?, text: core.to_owned(), punctuation, end, blanks };
        let is_marked = open.is_some() || !closers.is_empty() || has_noun;
        token
            .is_label(is_marked, blanks == 0 && !trimmed.is_empty() && closers.is_empty(), trimmed)
            .then_some(token)
    }

    /// Whether the token may be a label: it has figures, or is a numeral or a single letter with punctuation.
    fn is_label(&self, is_marked: bool, touches: bool, rest: &str) -> bool {
        // `7.00pm` is a time.
        if let Some(Part::Letters(last)) = self.parts.last()
            && ["am", "pm", "hrs", "kb", "mb", "st", "nd", "rd", "th"].contains(&last.to_lowercase().as_str())
        {
            return false;
        }
        let figures = self.parts.iter().filter(|part| matches!(part, Part::Figures(_))).count();
        let longest = self.parts.iter().map(|part| match part {
            Part::Letters(letters) => letters.len(),
            _ => 0,
        });
        let longest = longest.max().unwrap_or(0);
        let last_is_long = matches!(self.parts.last(), Some(Part::Letters(letters)) if letters.len() > 2);
        if figures == 0 {
            let only = self.parts.len() == 1;
            return only && is_marked && !touches && (longest == 1 || self.numeral().is_some());
        }
        // `1st`, `10am`, `5KB`: figures that go on as a word; `1APOLOGIES` is a label that touches its title.
        if touches {
            return self.parts.len() == 1
                && rest.starts_with(char::is_uppercase)
                && rest.chars().take_while(|letter| letter.is_alphabetic()).count() > 1;
        }
        longest <= 6 && !last_is_long && self.parts.len() <= 9
    }

    /// Value of the token read as a Roman numeral.
    fn numeral(&self) -> Option<u32> {
        match self.parts.as_slice() {
            [Part::Letters(letters)] => numeral(letters),
            _ => None,
        }
    }

    /// The labels as which the token may be read.
    fn labels(&self, skipped: usize, noun: &str, word: &str) -> Vec<Label> {
        let mut kind = String::with_capacity(8);
        kind.push_str(noun);
        let mut values = Vec::with_capacity(self.parts.len());
        let last = self.parts.len().saturating_sub(1);
        for (at, part) in self.parts.iter().enumerate() {
            match part {
                Part::Figures(value) => {
                    kind.push('9');
                    values.push(*value);
                }
                Part::Mark(sign) => kind.push(*sign),
                // `94a`: an item put in late belongs to the series of its number.
                Part::Letters(letters)
                    if at == last
                        && at > 0
                        && letters.len() == 1
                        && matches!(self.parts.get(at - 1), Some(Part::Figures(_))) =>
                {
                    values.push(letter(letters));
                }
                Part::Letters(letters) if letters.len() == 1 => {
                    kind.push(if letters.starts_with(char::is_uppercase) { 'A' } else { 'a' });
                    values.push(letter(letters));
                }
                Part::Letters(letters) => kind.push_str(letters),
            }
        }
        // A word that is no noun for an item belongs to the label: `GMCA 96/19`.
        let is_noun = noun.is_empty() || NOUNS.contains(&noun) || noun == "minute";
        let text = if is_noun { self.text.clone() } else { format!("{word} {}", self.text) };
        let made = |kind: String, values: Vec<u32>| Label {
            text: text.clone(),
            kind,
            punctuation: self.punctuation.clone(),
            values,
            end: skipped + self.end,
            blanks: self.blanks,
        };
        let is_capital = self.text.starts_with(char::is_uppercase);
        let roman = self
            .numeral()
            .map(|value| made(format!("{noun}{}", if is_capital { "IX" } else { "ix" }), vec![value]));
        let is_long_word = matches!(self.parts.as_slice(), [Part::Letters(letters)] if letters.len() > 1);
        let plain = (!is_long_word).then(|| made(kind, values));
        plain.into_iter().chain(roman).collect()
    }
}

/// Length of the characters of which a label may be made.
fn core(text: &str) -> usize {
    let mut end = 0;
    let mut before = ' ';
    for (at, sign) in text.char_indices() {
        let next = text.get(at + sign.len_utf8()..).and_then(|rest| rest.chars().next());
        let joins = ['.', '/', '-', '–', ':', '_'].contains(&sign);
        let goes_on = next.is_some_and(|next| next.is_ascii_alphanumeric() || next == '(');
        let fits = sign.is_ascii_alphanumeric() || joins && before.is_ascii_alphanumeric() && goes_on;
        // `2.Welcome`, `1APOLOGIES`, `10-APOLOGIES`: a word begins, where a label has figures or a letter only.
        let starts_word = (joins || before.is_ascii_digit() && sign.is_ascii_alphabetic())
            && before.is_ascii_digit()
            && starts_word(text.get(if joins { at + 1 } else { at }..).unwrap_or(""));
        if !fits || at > LONGEST || starts_word {
            break;
        }
        before = sign;
        end = at + sign.len_utf8();
    }
    end
}

/// Whether a text begins with a word and not with the letters of a label.
fn starts_word(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let after = text.as_bytes().get(letters).copied().unwrap_or(b' ');
    letters > 2 && !matches!(after, b'/' | b'0'..=b'9' | b'-')
        // An article; a wide gap sets a label apart: `14-A    Minutes`.
        || text.starts_with("A ") && !text.starts_with("A  ") && text.len() > 3
}

/// Parts of a label.
fn parts(core: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::with_capacity(4);
    let mut rest = core;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            rest.bytes().take_while(u8::is_ascii_digit).count()
        } else if first.is_ascii_alphabetic() {
            rest.bytes().take_while(u8::is_ascii_alphabetic).count()
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at_checked(length)?;
        parts.push(if first.is_ascii_digit() {
            Part::Figures(piece.parse().ok()?)
        } else if first.is_ascii_alphabetic() {
            Part::Letters(piece.to_owned())
        } else {
            Part::Mark(first)
        });
        rest = after;
    }
    Some(parts)
}

/// Place of a letter in the alphabet.
fn letter(text: &str) -> u32 {
    text.bytes().next().map_or(0, |byte| u32::from(byte.to_ascii_lowercase() - b'a') + 1)
}

/// Value of a Roman numeral of one case, up to 89.
fn numeral(text: &str) -> Option<u32> {
    let same_case = text.bytes().all(|byte| byte.is_ascii_lowercase())
        || text.bytes().all(|byte| byte.is_ascii_uppercase());
    if !same_case || text.len() > 8 {
        return None;
    }
    let mut total = 0;
    let mut before = 0;
    for byte in text.bytes().rev() {
        let value = match byte.to_ascii_lowercase() {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            b'l' => 50,
            _ => return None,
        };
        if value < before {
            total -= i64::from(value);
        } else {
            total += i64::from(value);
            before = value;
        }
    }
    u32::try_from(total).ok().filter(|value| *value > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String, Vec<u32>, &str)> {
        let label = labels(text).into_iter().next()?;
        Some((label.text, label.kind, label.values, text.get(label.end..)?))
    }

    #[test]
    fn labels_of_every_shape_are_read() {
        for (text, label, kind, values, rest) in [
            ("27. Introduction", "27", "9", &[27][..], "Introduction"),
            ("A1 Introduction", "A1", "A9", &[1, 1], "Introduction"),
            ("94a Footpath Plan", "94a", "9", &[94, 1], "Footpath Plan"),
            ("6.A.  Minutes", "6.A", "9.A", &[6, 1], "Minutes"),
            ("AGc/30/01/21  MINUTES", "AGc/30/01/21", "AGc/9/9/9", &[30, 1, 21], "MINUTES"),
            ("Item 3 – Bins", "3", "item9", &[3], "Bins"),
            ("IX. Bins", "IX", "IX", &[9], "Bins"),
            ("(3) Bins", "3", "9", &[3], "Bins"),
            ("1APOLOGIES To receive", "1", "9", &[1], "APOLOGIES To receive"),
            ("2.Welcome –", "2", "9", &[2], "Welcome –"),
            ("24/31 Bins", "24/31", "9/9", &[24, 31], "Bins"),
            ("\\3\\. Bins", "3", "9", &[3], "Bins"),
            ("§3  Bins", "3", "9", &[3], "Bins"),
            ("#3 Bins", "3", "9", &[3], "Bins"),
            ("4 - BINS", "4", "9", &[4], "BINS"),
            ("5 . BINS", "5", "9", &[5], "BINS"),
            ("[3] Bins", "3", "9", &[3], "Bins"),
            ("Agenda Item 3: Bins", "3", "agenda item9", &[3], "Bins"),
            ("M23/41 Bins", "M23/41", "A9/9", &[13, 23, 41], "Bins"),
            ("QA24-07 Bins", "QA24-07", "QA9-9", &[24, 7], "Bins"),
            ("a) Bins", "a", "a", &[1], "Bins"),
            ("3.0  Bins", "3.0", "9.9", &[3, 0], "Bins"),
            ("12.", "12", "9", &[12], ""),
        ] {
            let wanted = (label.to_owned(), kind.to_owned(), values.to_vec(), rest);
            assert_eq!(read(text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn ordinary_words_are_no_labels() {
        for line in [
            "- eggs",
            "A resident asked",
            "and/or this",
            "I agree",
            "1st of May",
            "10am start",
            "Items for decision",
            "Minutes",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
