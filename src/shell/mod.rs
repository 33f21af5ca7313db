//! The hands: the command line, the terminal, the clipboard, the clock and the config. What is to be done is
//! decided elsewhere; here it is done.

mod begin;
mod carry;
mod cli;
mod clipboard;
mod clock;
mod complaint;
mod config;
mod conversion;
mod crash;
mod desk_file;
mod explanation;
mod external;
mod houses;
mod input;
mod interrupt;
mod library;
mod minute;
mod news;
mod orders;
mod papers;
mod past;
mod reading;
mod recovery;
mod returned;
mod second_look;
mod spelling;
mod terminal;

pub use cli::run;
