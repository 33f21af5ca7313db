//! How long it takes to read a paper of about a megabyte of words, in every container: 260 items with 20 paragraphs each;
//! and papers of one line over and over, which must take no more for each line when there are more of them.
//! `cargo bench --bench import`. The PDF is our own, tagged; docs/import.md has it beside `pdftotext`.
#![allow(missing_docs, clippy::unwrap_used)]

use chrono::NaiveDate;
use minutebook::domain::agenda::{Heading, Item};
use minutebook::domain::id::{BlockId, ItemId};
use minutebook::domain::meeting::{Head, Meeting};
use minutebook::domain::minutes::{Block, Kind};
use minutebook::export::{Audience, Format, Order, Paper};
use minutebook::houses::Houses;
use minutebook::import;

fn main() {
    divan::main();
}

const WORDS: &str = "Ms Fenwick said that the channel had silted since the spring survey, and that the fairway \
                     buoys would have to be moved before the winter. Members asked what that would cost.";

fn meeting() -> Meeting {
    let block = |item: u32, at: u32| {
        let kind = if at % 10 == 9 { Kind::Resolution } else { Kind::Paragraph };
        Block { kind, ..Block::paragraph(BlockId(1000 + item * 100 + at), WORDS) }
    };
    let item = |n: u32| Item {
        id: ItemId(n),
        heading: Heading { label: n.to_string(), title: format!("Matter {n}"), ..Heading::default() },
        minutes: (0..20).map(|at| block(n, at)).collect(),
    };
    let head = Head {
        body: "Saltmarsh Harbour Board".to_owned(),
        date: NaiveDate::from_ymd_opt(2023, 11, 16),
        ..Head::default()
    };
    Meeting { head, items: (1..=260).map(item).collect(), ..Meeting::default() }
}

#[divan::bench(args = ["text", "markdown", "html", "docx", "pdf"], sample_count = 20)]
fn a_megabyte_of_minutes(bencher: divan::Bencher, format: &str) {
    let meeting = meeting();
    let houses = Houses::built_in();
    let order = Order {
        state: None,
        meeting: &meeting,
        paper: Paper::Minutes,
        style: houses.style_or_usual(""),
        profile: houses.profile_of(&meeting.head),
        audience: Audience::Full,
    };
    let paper = Format::named(format).unwrap().print(&order).unwrap().bytes;
    bencher.bench_local(|| import::read(&paper).map(|found| found.meeting.items.len()));
}

/// Lines of which there are too many in no real paper.
const AWKWARD: [&str; 8] = [
    "1.\n",
    "|\n",
    "Break\nx\n",
    "Present: Mr A B\n",
    "From: a\nTo: b\n",
    "(a) b\n\n",
    "RECOMMENDED: a\n",
    "It is recommended that: (a) b; (b) c\n\n",
];

#[divan::bench(args = [10_000, 20_000, 40_000], sample_count = 10)]
fn awkward_papers_of(bencher: divan::Bencher, bytes: usize) {
    let paper = |line: &str| format!("Agenda\n\n1. One\n\n2. Two\n\n{}", line.repeat(bytes / line.len()));
    let papers = AWKWARD.map(paper);
    bencher.bench_local(|| papers.iter().filter(|paper| import::read(paper.as_bytes()).is_ok()).count());
}
