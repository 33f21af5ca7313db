//! Keys and their names: parsed and printed by one table. Knows nothing of commands or terminals.

use std::fmt;
use std::str::FromStr;

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A key that types a character.
    Char(char),
    /// Enter.
    Enter,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Escape.
    Esc,
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1 to 12.
    F(u8),
}

/// The names of keys that do not type a character, as they are printed. They are read in any case.
const NAMES: [(Code, &str); 28] = [
    (Code::Enter, "Enter"),
    (Code::Tab, "Tab"),
    (Code::Backspace, "Backspace"),
    (Code::Delete, "Delete"),
    (Code::Insert, "Insert"),
    (Code::Esc, "Esc"),
    (Code::Left, "Left"),
    (Code::Right, "Right"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::PageUp, "PageUp"),
    (Code::PageDown, "PageDown"),
    (Code::Char(' '), "Space"),
    (Code::Char('-'), "Minus"),
    (Code::F(1), "F1"),
    (Code::F(2), "F2"),
    (Code::F(3), "F3"),
    (Code::F(4), "F4"),
    (Code::F(5), "F5"),
    (Code::F(6), "F6"),
    (Code::F(7), "F7"),
    (Code::F(8), "F8"),
    (Code::F(9), "F9"),
    (Code::F(10), "F10"),
    (Code::F(11), "F11"),
    (Code::F(12), "F12"),
];

/// A key as it was pressed.
///
/// Shift is said only where it does not already show in the character: Shift and `a` is `A`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether Shift was held, for a key that does not type a character.
    pub shift: bool,
}

impl Key {
    /// The key alone.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The character that the key types, where it types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(character) if !self.ctrl && !self.alt => Some(character),
            _ => None,
        }
    }

    /// The same key without Shift.
    #[must_use]
    pub fn unshifted(self) -> Self {
        Self { shift: false, ..self }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if held {
                out.write_str(name)?;
            }
        }
        match NAMES.iter().find(|(code, _)| *code == self.code) {
            Some((_, name)) => out.write_str(name),
            None => match self.code {
                Code::Char(character) if self.ctrl || self.alt => {
                    write!(out, "{}", character.to_uppercase())
                }
                Code::Char(character) => write!(out, "{character}"),
                other => write!(out, "{other:?}"),
            },
        }
    }
}

/// A name that is not the name of a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the name of a key; write for example Ctrl-Down, Alt-R, F5 or Shift-Tab")]
pub struct NotAKey(String);

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(name: &str) -> Result<Self, NotAKey> {
        let mut key = Key::plain(Code::Esc);
        let mut rest = name;
        while let Some((held, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
            match held.to_ascii_lowercase().as_str() {
                "ctrl" => key.ctrl = true,
                "alt" => key.alt = true,
                "shift" => key.shift = true,
                _ => return Err(NotAKey(name.to_owned())),
            }
            rest = after;
        }
        let named = NAMES.iter().find(|(_, word)| word.eq_ignore_ascii_case(rest));
        key.code = match (named, rest.chars().next()) {
            (Some((code, _)), _) => *code,
            (None, Some(character)) if character.len_utf8() == rest.len() => {
                let lower = character.to_lowercase().next().unwrap_or(character);
                Code::Char(if key.ctrl || key.alt { lower } else { character })
            }
            _ => return Err(NotAKey(name.to_owned())),
        };
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_back_as_it_was_printed() {
        for (code, _) in NAMES {
            for held in 0..8 {
                let key = Key { code, ctrl: held & 1 != 0, alt: held & 2 != 0, shift: held & 4 != 0 };
                assert_eq!(key.to_string().parse(), Ok(key), "{key}");
            }
        }
        for name in ["Ctrl-P", "Alt-R", "x", "X", "Ctrl-Down", "Shift-Tab", "Alt-2", "/", "Ctrl-Alt-É"] {
            assert_eq!(name.parse::<Key>().unwrap().to_string(), name.to_owned());
        }
        assert!("Ctrl-Isnert".parse::<Key>().is_err());
        assert!("Meta-x".parse::<Key>().is_err());
    }
}
