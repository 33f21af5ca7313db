//! Code pages of RTF: bytes to characters, by the number of a code page or by the character set of a font.

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, IBM866, KOI8_R, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257,
    WINDOWS_1258,
};

/// Code page; none for a font of symbols, whose letters have no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CodePage(Option<&'static Encoding>);

impl Default for CodePage {
    fn default() -> Self {
        Self(Some(WINDOWS_1252))
    }
}

impl CodePage {
    /// Mac OS Roman.
    pub const MACINTOSH: CodePage = CodePage(Some(MACINTOSH));

    /// Code page of a number such as 1252; Windows-1252 for those that are not known.
    pub fn numbered(number: i32) -> Self {
        Self(Some(match number {
            866 => IBM866,
            874 => WINDOWS_874,
            932 => SHIFT_JIS,
            936 => GBK,
            949 => EUC_KR,
            950 => BIG5,
            1250 => WINDOWS_1250,
            1251 => WINDOWS_1251,
            1253 => WINDOWS_1253,
            1254 => WINDOWS_1254,
            1255 => WINDOWS_1255,
            1256 => WINDOWS_1256,
            1257 => WINDOWS_1257,
            1258 => WINDOWS_1258,
            10_000 => MACINTOSH,
            20_866 => KOI8_R,
            65_001 => UTF_8,
            _ => WINDOWS_1252,
        }))
    }

    /// Code page of the character set of a font; none for 0 and 1, which mean that of the file.
    pub fn of_charset(charset: i32) -> Option<Self> {
        Some(match charset {
            2 => Self(None),
            77 => Self::MACINTOSH,
            128 => Self::numbered(932),
            129 => Self::numbered(949),
            134 => Self::numbered(936),
            136 => Self::numbered(950),
            161 => Self::numbered(1253),
            162 => Self::numbered(1254),
            163 => Self::numbered(1258),
            177 => Self::numbered(1255),
            178 => Self::numbered(1256),
            186 => Self::numbered(1257),
            204 => Self::numbered(1251),
            222 => Self::numbered(874),
            238 => Self::numbered(1250),
            _ => return None,
        })
    }

    /// Decodes bytes. Those of a font of symbols become bullets.
    pub fn decode(self, bytes: &[u8]) -> String {
        match self.0 {
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            None => bytes.iter().map(|byte| if byte.is_ascii_whitespace() { ' ' } else { '•' }).collect(),
        }
    }
}
