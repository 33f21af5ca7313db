//! One binary, a file an area: what a clerk does and sees, and the laws that hold underneath.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::string_slice, clippy::print_stdout, clippy::needless_pass_by_value)]

mod acceptance;
mod adopting;
mod attendance;
mod carrying_on;
mod checks;
mod clocks;
mod command_line;
mod containers;
mod damage;
mod difference;
mod disks;
mod elsewhere;
mod examples;
mod exclusion;
mod export;
mod files;
mod frames;
mod given_back;
mod hostile;
mod import;
mod import_forms;
mod import_layouts;
mod import_minutes;
mod import_papers;
mod intake;
mod items;
mod journeys;
mod laws;
mod layers;
mod names;
mod older;
mod pasting;
mod phrases;
mod presence;
mod preview;
mod procedure;
mod program;
mod promises;
#[cfg(unix)]
mod pty;
mod quorum;
mod recovery;
mod restart;
mod returned;
mod review;
mod scores;
mod screens;
mod shared;
mod stage;
mod store;
mod table;
mod terminal;
mod voting;
mod writing;
