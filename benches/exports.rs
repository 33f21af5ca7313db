//! How long a paper takes: a very large meeting, 200 items with 30 paragraphs each, in every format.
//! `cargo bench --bench exports`
#![allow(missing_docs, clippy::unwrap_used)]

use minutebook::domain::agenda::{Heading, Item};
use minutebook::domain::id::{BlockId, ItemId};
use minutebook::domain::meeting::Meeting;
use minutebook::domain::minutes::{Block, Kind};
use minutebook::export::{Audience, Format, Order, Paper};
use minutebook::houses::Houses;

fn main() {
    divan::main();
}

/// Paragraphs of a usual length, with a sub-paragraph, a resolution and an action among every ten.
fn block(id: u32) -> Block {
    let (kind, level) = match id % 10 {
        3 => (Kind::Paragraph, 1),
        8 => (Kind::Resolution, 0),
        9 => (Kind::Action, 0),
        _ => (Kind::Paragraph, 0),
    };
    let text = "Ms Fenwick said that the channel had silted since the spring survey, and that the fairway \
                buoys would have to be moved before the winter. Members asked what that would cost.";
    Block { kind, level, ..Block::paragraph(BlockId(id), text) }
}

fn meeting() -> Meeting {
    let item = |n: u32| Item {
        id: ItemId(n),
        heading: Heading { label: n.to_string(), title: format!("Matter {n}"), ..Heading::default() },
        minutes: (0..30).map(|at| block(1000 + n * 100 + at)).collect(),
    };
    Meeting { items: (1..=200).map(item).collect(), ..Meeting::default() }
}

#[divan::bench(args = ["text", "markdown", "html", "docx", "pdf", "json"], sample_count = 20)]
fn a_very_large_meeting(bencher: divan::Bencher, format: &str) {
    let meeting = meeting();
    let houses = Houses::built_in();
    let order = Order {
        meeting: &meeting,
        paper: Paper::Minutes,
        style: houses.style_or_usual(""),
        profile: houses.profile_of(&meeting.head),
        audience: Audience::Full,
        state: None,
    };
    let format = Format::named(format).unwrap();
    bencher.bench_local(|| format.print(&order).map(|printed| printed.bytes.len()));
}
