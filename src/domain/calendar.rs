//! What months and weekdays are called, in English and in Welsh: bilingual papers print both, and a body in Wales may
//! print only the second. Knows single words, and not how a date is made of them.

use chrono::Weekday;

/// The months in English.
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The months in Welsh, and as they begin after *o*, `of`, where that changes them: `3 o Fawrth`.
const WELSH: [[&str; 2]; 12] = [
    ["ionawr", "ionawr"],
    ["chwefror", "chwefror"],
    ["mawrth", "fawrth"],
    ["ebrill", "ebrill"],
    ["mai", "fai"],
    ["mehefin", "fehefin"],
    ["gorffennaf", "orffennaf"],
    ["awst", "awst"],
    ["medi", "fedi"],
    ["hydref", "hydref"],
    ["tachwedd", "dachwedd"],
    ["rhagfyr", "ragfyr"],
];

/// The weekdays in Welsh, Monday first, and as they begin after *nos*, `the evening of`.
const WELSH_DAYS: [[&str; 2]; 7] = [
    ["llun", "lun"],
    ["mawrth", "fawrth"],
    ["mercher", "fercher"],
    ["iau", "iau"],
    ["gwener", "wener"],
    ["sadwrn", "sadwrn"],
    ["sul", "sul"],
];

/// The number of a month that is written out, or cut to three or four letters in English. Two names with a stroke
/// between them are one month, `Ionawr/January`.
#[must_use]
pub fn month(word: &str) -> Option<u32> {
    if let Some((first, second)) = word.split_once('/') {
        return one_month(first).filter(|month| one_month(second) == Some(*month));
    }
    one_month(word)
}

fn one_month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let short = (3..=4).contains(&word.len());
    let english = || ENGLISH.iter().position(|long| *long == word || short && long.starts_with(&word));
    let welsh = || WELSH.iter().position(|forms| forms.contains(&word.as_str()));
    u32::try_from(english().or_else(welsh)? + 1).ok()
}

/// The number of a month by its whole name, with a capital: *May* and *March* are verbs, too.
#[must_use]
pub fn named_month(word: &str) -> Option<u32> {
    let whole = word.starts_with(char::is_uppercase) && (word.len() > 4 || !is_cut(word));
    whole.then(|| month(word)).flatten()
}

fn is_cut(word: &str) -> bool {
    let word = word.to_lowercase();
    !ENGLISH.contains(&word.as_str()) && !WELSH.iter().any(|forms| forms.contains(&word.as_str()))
}

/// The weekday that a word names in full. In Welsh *Mawrth* is a Tuesday and March; whoever asks for a weekday has the
/// Tuesday.
#[must_use]
pub fn weekday(word: &str) -> Option<Weekday> {
    let word = word.to_lowercase();
    let welsh = WELSH_DAYS.iter().position(|forms| forms.contains(&word.as_str()));
    let english = || word.ends_with("day").then(|| word.parse().ok()).flatten();
    match welsh {
        Some(day) => u8::try_from(day).ok().and_then(|day| Weekday::try_from(day).ok()),
        None => english(),
    }
}

/// Whether a word may stand before a weekday or a date and says no more: `Dydd Iau`, `Nos Lun`, `dyddiedig`.
#[must_use]
pub fn leads_to_a_day(word: &str) -> bool {
    ["dated", "dydd", "ddydd", "nos", "dyddiedig"].contains(&word.to_lowercase().as_str())
}

/// The ending of an ordinal in either language: `20th`, `20fed`.
#[must_use]
pub fn is_ordinal(ending: &str) -> bool {
    ["st", "nd", "rd", "th", "af", "ail", "il", "ydd", "ed", "fed", "eg", "ain"].contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_both_languages() {
        for (at, forms) in WELSH.iter().enumerate() {
            let number = u32::try_from(at + 1).ok();
            assert!(forms.iter().all(|form| month(form) == number), "{forms:?}");
            assert_eq!(month(ENGLISH[at]), number);
            assert_eq!(month(&format!("{}/{}", forms[0], ENGLISH[at])), number);
            assert_eq!(named_month(&ENGLISH[at].to_uppercase()), number);
        }
        assert_eq!(month("Sept"), Some(9));
        assert_eq!((month("Ionawr/March"), month("ma"), month("Junes")), (None, None, None));
        assert_eq!((named_month("may"), named_month("Jan"), named_month("Mai")), (None, None, Some(5)));
    }

    #[test]
    fn weekdays_are_known_in_both_languages() {
        assert_eq!(weekday("THURSDAY"), Some(Weekday::Thu));
        assert_eq!((weekday("Iau"), weekday("Fawrth")), (Some(Weekday::Thu), Some(Weekday::Tue)));
        assert_eq!((weekday("Thu"), weekday("holiday"), weekday("Ionawr")), (None, None, None));
    }
}
