//! Noise on the line: bytes that no keyboard sends reach the program through a real terminal, which lives on, keeps the
//! record sound, and ends as it is told to.
#![cfg(unix)]

use crate::program::House;
use crate::pty::{Terminal, assert_given_back};

/// What keys, mice, pastes and answers of terminals begin with, are made of, and go wrong in.
const PIECES: [&[u8]; 28] = [
    b"\x1b",
    b"\x1b[",
    b"\x1bO",
    b"\x1b]52;c;",
    b"\x07",
    b"\x1b[<0;0;0M",
    b"\x1b[<35;65535;65535m",
    b"\x1b[<64;1;1M",
    b"\x1b[M\x00\x00\x00",
    b"\x1b[M   ",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[1;2;3;4~",
    b"\x1b[99999999999999999999~",
    b"\x1b[1114112u",
    b"\x1b[97;9u",
    b"\x1b[?1u",
    b"\x1b[0;0R",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[1;5B",
    b"\x1b[13;2u",
    b"\xff\xfe",
    b"\xc3",
    b"\xe2\x82",
    b"\xf0\x9f\x91\xa9\xe2\x80\x8d",
    b"\x00",
    b"\r",
];

/// So many bytes of noise, the same for the same seed, without the keys that leave.
fn noise(mut seed: u64, length: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(length);
    while bytes.len() < length {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        match seed % 5 {
            0 | 1 => bytes.extend_from_slice(PIECES[(seed >> 8) as usize % PIECES.len()]),
            2 => bytes.push((seed >> 16) as u8),
            _ => bytes.push(b' ' + (seed >> 16) as u8 % 95),
        }
    }
    let leaves = |byte: &u8| matches!(byte, 0x11 | b'q' | b'Q');
    bytes.iter().map(|byte| if leaves(byte) { b'x' } else { *byte }).collect()
}

#[test]
fn noise_on_the_line_neither_ends_the_program_nor_harms_the_record() {
    for seed in [0x5eed, 0xb0a7, 0x7a1e] {
        let house = House::new();
        let (_, mut terminal) = Terminal::minuting(&house);
        terminal.write("Kept.");
        for round in 0..12 {
            terminal.send_bytes(&noise(seed + round, 400));
            // It still answers: a picture of the new size comes.
            let (columns, rows) = (81 + round as u16 % 2, 25 + round as u16 % 3);
            terminal.send("\x1b[201~");
            let before = terminal.sent();
            terminal.resize(columns, rows);
            terminal.wait("a picture after the noise", |shown| shown.bytes.len() > before);
        }
        terminal.signal("TERM");
        let (status, sent) = terminal.end();
        assert_eq!(status, 0, "{seed:x}: {}", &sent[sent.len().saturating_sub(400)..]);
        assert!(!sent.contains("the program has failed"), "{seed:x}");
        assert_given_back(&sent);
        let said = house.run(&["check", "s.ron"]);
        assert!(said.err.is_empty() && said.status <= 1, "{seed:x}: {said:?}");
    }
}
