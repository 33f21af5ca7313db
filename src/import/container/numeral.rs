//! Numbers as lists print them: letters and Roman numerals. Knows nothing of lists.

/// `a` to `z`, then `aa` to `zz`, as word processors count. Nought, and what is too large for letters, stays in
/// figures.
pub(super) fn letters(number: u32) -> String {
    let Some(place) = number.checked_sub(1).filter(|place| *place < 26 * 4) else {
        return number.to_string();
    };
    let letter = u8::try_from(place % 26).map_or('a', |place| char::from(b'a' + place));
    std::iter::repeat_n(letter, place as usize / 26 + 1).collect()
}

/// `i`, `ii`, `iii`, `iv`. What is too large for an agenda stays in figures.
pub(super) fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 9] =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    if number == 0 || number > 399 {
        return number.to_string();
    }
    let mut left = number;
    let mut numeral = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            numeral.push_str(sign);
            left -= value;
        }
    }
    numeral
}

/// Prints a number in the notation that HTML and OpenDocument name by `1`, `a`, `A`, `i` or `I`; in figures for any other.
pub(super) fn numeral(number: u32, notation: char) -> String {
    match notation {
        'a' => letters(number),
        'A' => letters(number).to_uppercase(),
        'i' => roman(number),
        'I' => roman(number).to_uppercase(),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_lists_print_them() {
        assert_eq!([1, 26, 27, 28].map(letters), ["a", "z", "aa", "bb"]);
        assert_eq!([1, 4, 9, 14, 40].map(roman), ["i", "iv", "ix", "xiv", "xl"]);
        assert_eq!((letters(0), roman(0)), ("0".into(), "0".into()));
    }
}
