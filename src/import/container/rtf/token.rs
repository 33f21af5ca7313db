//! Tokens of RTF: groups, control words, bytes and text. Knows the syntax and no word of it.

/// Token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A group begins.
    Open,
    /// A group ends.
    Close,
    /// A control word without its backslash, with its number.
    Word(&'a [u8], Option<i32>),
    /// A control symbol such as `~`.
    Symbol(u8),
    /// A byte in hexadecimal.
    Byte(u8),
    /// Text in the code page that holds, without line ends.
    Text(&'a [u8]),
}

/// Longest control word, in bytes; longer ones are damage.
const LONGEST_WORD: usize = 32;

/// Tokens of a file.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub fn new(file: &'a [u8]) -> Self {
        Self { rest: file }
    }

    /// Takes so many bytes off the front, or all that are left.
    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, &[]));
        self.rest = rest;
        taken
    }

    /// Takes off the front what all is of a kind.
    fn take_while(&mut self, most: usize, is_kind: impl Fn(u8) -> bool) -> &'a [u8] {
        let length = self.rest.iter().take(most).take_while(|byte| is_kind(**byte)).count();
        self.take(length)
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let word = self.take_while(LONGEST_WORD, |byte| byte.is_ascii_alphabetic());
        if word.is_empty() {
            return self.symbol();
        }
        let negative = self.rest.first() == Some(&b'-') && self.rest.get(1).is_some_and(u8::is_ascii_digit);
        self.take(usize::from(negative));
        let digits = self.take_while(10, |byte| byte.is_ascii_digit());
        let number = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse::<i64>().ok());
        let number = number.map(|number| if negative { -number } else { number });
        let number = number.map(|number| i32::try_from(number).unwrap_or(i32::MAX));
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if word == b"bin" {
            self.take(number.and_then(|length| length.try_into().ok()).unwrap_or(0));
        }
        Some(Token::Word(word, number))
    }

    fn symbol(&mut self) -> Option<Token<'a>> {
        let symbol = *self.take(1).first()?;
        if symbol != b'\'' {
            return Some(match symbol {
                b'\n' | b'\r' => Token::Word(b"par", None),
                b'\t' => Token::Word(b"tab", None),
                _ => Token::Symbol(symbol),
            });
        }
        let digits = std::str::from_utf8(self.take_while(2, |byte| byte.is_ascii_hexdigit()));
        let byte = digits.ok().and_then(|digits| u8::from_str_radix(digits, 16).ok());
        Some(Token::Byte(byte.unwrap_or(b'?')))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.take_while(usize::MAX, |byte| matches!(byte, b'\r' | b'\n' | 0));
        match self.rest.first()? {
            b'{' => self.take(1).first().map(|_| Token::Open),
            b'}' => self.take(1).first().map(|_| Token::Close),
            b'\\' => {
                self.take(1);
                self.control()
            }
            _ => {
                let is_text = |byte| !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
                Some(Token::Text(self.take_while(usize::MAX, is_text)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_taken_apart() {
        let file = b"{\\rtf1\\b Fees\\b0\\u-10 ?\\'e9\\~\\bin3 {}}dues\\\n\\}";
        let found: Vec<Token<'_>> = Tokens::new(file).collect();
        let wanted = [
            Token::Open,
            Token::Word(b"rtf", Some(1)),
            Token::Word(b"b", None),
            Token::Text(b"Fees"),
            Token::Word(b"b", Some(0)),
            Token::Word(b"u", Some(-10)),
            Token::Text(b"?"),
            Token::Byte(0xE9),
            Token::Symbol(b'~'),
            Token::Word(b"bin", Some(3)),
            Token::Text(b"dues"),
            Token::Word(b"par", None),
            Token::Symbol(b'}'),
        ];
        assert_eq!(found, wanted);
    }
}
