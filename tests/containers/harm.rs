//! Files that were damaged, on the way or on purpose: whatever becomes of them, nothing panics, and what is not
//! read is refused in a sentence.

use super::{docx, mail, odt, pdf, rtf};
use crate::draws::draws;
use minutebook::import::{people, read};
use minutebook::text::has_control;
use proptest::prelude::*;

/// A change of a file: bytes put in, taken out, or written over.
type Harm = (prop::sample::Index, u8, u8);

fn harmed(file: &[u8], harms: &[Harm]) -> Vec<u8> {
    let mut file = file.to_vec();
    for (place, kind, byte) in harms {
        let at = place.index(file.len().max(1)).min(file.len());
        let length = usize::from(*byte).min(file.len() - at);
        match kind % 5 {
            0 => file.truncate(at),
            1 => file.splice(at..at, std::iter::repeat_n(*byte, 3)).for_each(drop),
            2 => file.drain(at..at + length).for_each(drop),
            3 => file.splice(at..at, file[at..at + length].to_vec()).for_each(drop),
            _ => file.iter_mut().skip(at).take(2).for_each(|place| *place = *byte),
        }
    }
    file
}

fn is_borne(file: &[u8]) {
    match read(file) {
        Ok(proposal) => {
            assert!(proposal.lines.iter().all(|line| !has_control(&line.text)));
            assert!(proposal.meeting.people.iter().all(|person| !has_control(&person.full())));
        }
        Err(refusal) => {
            let said = refusal.to_string();
            assert!(said.contains([';', ',']) && !has_control(&said), "{said}");
        }
    }
    let _ = people(file);
}

const PAGE: &[u8] = b"<!DOCTYPE html><html><body><nav>Home</nav><h1>Dock Board</h1><p>Agenda for 4 May 2023</p><table><tr><td>1.</td><td><p>Bins &amp; more</p><ul><li>a</li></ul></td></tr><tr><td>2.</td><td>Trees<br>&#8211; all</td></tr></table><ol type=i><li>x</ol><footer>f</footer></body></html>";
const NEUTRAL: &[u8] = b"{\"schema\": \"agenda-import/1\", \"body\": \"Dock Board\", \"items\": [{\"number\": \"1\", \"title\": \"Bins\", \"paragraphs\": [\"a\"]}]}";
const LIST: &[u8] = b"Name,Role,\"Post\"\n\"Fenwick, Linden\",Chair,Clerk\n";

fn whole() -> impl Strategy<Value = Vec<u8>> {
    let word = docx::word(
        "<w:p><w:r><w:t>Agenda of the Board</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1.</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Bins</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    );
    // What lies unpacked in a package is reached by harm more often than what is packed.
    let text = "<w:document><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>1. Bins</w:t></w:r></w:p></w:body></w:document>";
    let plain = docx::package(&[("word/document.xml", text.as_bytes())]);
    prop_oneof![
        Just(word),
        Just(plain),
        Just(pdf::pack()),
        Just(PAGE.to_vec()),
        Just(NEUTRAL.to_vec()),
        Just(LIST.to_vec()),
        Just(odt::paper()),
        Just(odt::flat()),
        Just(rtf::paper()),
        Just(mail::paper()),
    ]
}

proptest! {
    #![proptest_config(draws(256))]

    #[test]
    fn damaged_files_never_panic(
        file in whole(),
        harms in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<u8>()), 1..8),
    ) {
        is_borne(&harmed(&file, &harms));
    }

    #[test]
    fn damaged_content_never_panics(
        harms in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<u8>()), 1..8),
    ) {
        let xml = b"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Bins &#x41;</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>";
        let xml = harmed(xml, &harms);
        is_borne(&docx::package(&[("word/document.xml", &xml), ("word/numbering.xml", &xml), ("word/styles.xml", &xml)]));
        let text = harmed(odt::TEXT.as_bytes(), &harms);
        is_borne(&docx::package(&[("content.xml", &text), ("styles.xml", &text)]));
        let drawn = b"q 1 0 0 1 5 5 cm BT /F 10 Tf 1 0 0 1 40 700 Tm [(1. B) -20 (ins)] TJ T* (2. Trees) ' ET Q /Artifact BMC (x) Tj EMC /X Do";
        let drawn = String::from_utf8_lossy(&harmed(drawn, &harms)).into_owned();
        is_borne(&pdf::pdf(&[drawn]));
    }
}

#[test]
fn a_page_that_swells_is_refused() {
    let mut packed = blanks(70 << 20);
    let mut file = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>\nendobj\n".to_vec();
    file.extend(format!("4 0 obj\n<< /Filter /FlateDecode /Length {} >>\nstream\n", packed.len()).bytes());
    file.append(&mut packed);
    file.extend(b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n");
    let refused = read(&file).unwrap_err().to_string();
    assert!(refused.contains("unpacks to more"), "{refused}");
}

/// So many blanks as PDF packs them, written bit by bit: packing them takes a debug build half a minute.
fn blanks(count: usize) -> Vec<u8> {
    let mut packed = vec![0x78, 0x01];
    let (mut byte, mut filled) = (0u8, 0);
    let mut put = |bits: &str| {
        for bit in bits.bytes() {
            byte |= (bit - b'0') << filled;
            filled += 1;
            if filled == 8 {
                packed.push(std::mem::take(&mut byte));
                filled = 0;
            }
        }
    };
    // The last block, with the fixed codes: a blank, then the 258 bytes one back, again and again, and the end.
    put("1");
    put("10");
    put("01010000");
    for _ in 0..count / 258 {
        put("11000101");
        put("00000");
    }
    put("0000000");
    put("0000000");
    packed
}
