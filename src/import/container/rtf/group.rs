//! Groups of RTF: what each holds, by the control word that it begins with, and what holds within it.

use super::code_page::CodePage;

/// Size of letters where nothing is said, in half points.
pub(super) const USUAL: u16 = 24;

/// What a group holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Text,
    /// What may be passed over; a text box in it is read.
    Nothing,
    /// A margin, a picture or a field code, with all that is in it.
    Margin,
    Fonts,
    Styles,
    /// The number or bullet of a paragraph.
    Label,
    Note,
}

/// What holds within a group and ends with it.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    pub holds: Holds,
    pub page: CodePage,
    /// Number of characters that stand for a Unicode character in programs that cannot read it.
    pub fallback: usize,
    pub bold: bool,
    pub hidden: bool,
    pub deleted: bool,
    pub size: u16,
}

impl Default for State {
    fn default() -> Self {
        let page = CodePage::default();
        Self {
            holds: Holds::Text,
            page,
            fallback: 1,
            bold: false,
            hidden: false,
            deleted: false,
            size: USUAL,
        }
    }
}

/// What a group holds that begins with a control word; none if the word says nothing of that.
pub(super) fn destination(word: &[u8], may_pass: bool) -> Option<Holds> {
    Some(match word {
        b"fonttbl" => Holds::Fonts,
        b"stylesheet" => Holds::Styles,
        b"listtext" | b"pntext" => Holds::Label,
        b"footnote" => Holds::Note,
        // Text boxes and Unicode alternatives stand inside groups that may be passed over.
        b"shptxt" | b"ud" => Holds::Text,
        b"shpinst" | b"upr" => Holds::Nothing,
        b"colortbl" | b"info" | b"pict" | b"object" | b"header" | b"headerl" | b"headerr" | b"headerf"
        | b"footer" | b"footerl" | b"footerr" | b"footerf" | b"fldinst" | b"nonshppict" | b"nonesttables"
        | b"xe" | b"tc" | b"rxe" | b"revtbl" | b"filetbl" | b"ftnsep" | b"ftnsepc" | b"ftncn"
        | b"annotation" => Holds::Margin,
        _ if may_pass => Holds::Nothing,
        _ => return None,
    })
}

/// Character that a control word stands for.
pub(super) fn character(word: &[u8]) -> Option<&'static str> {
    Some(match word {
        b"tab" => "\t",
        b"line" | b"lbr" | b"softline" => "\n",
        b"emdash" => "—",
        b"endash" => "–",
        b"lquote" => "‘",
        b"rquote" => "’",
        b"ldblquote" => "“",
        b"rdblquote" => "”",
        b"bullet" => "•",
        b"emspace" | b"enspace" | b"qmspace" => " ",
        _ => return None,
    })
}
