//! The command line: what can be asked for, and who does it.

use super::complaint::Complaint;
use super::crash;
use super::{begin, explanation, library, papers, past, returned, second_look};
use crate::export::{Audience, FORMATS, Format};
use clap::builder::{ArgPredicate, PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Minute a committee meeting while it happens.
#[derive(Debug, Parser)]
#[command(name = "minutebook", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// A session to minute or review.
    session: Option<PathBuf>,
    #[command(subcommand)]
    deed: Option<Deed>,
}

/// Where the agenda comes from, and who belongs to the body.
#[derive(Debug, Args)]
struct Source {
    /// The agenda: text, Markdown, a web page, Word, OpenDocument, rich text, PDF, a mail, neutral JSON, or a session as
    /// the pattern of the next; - for standard input.
    #[arg(required_unless_present = "clipboard", conflicts_with = "clipboard")]
    agenda: Option<PathBuf>,
    /// Read the agenda that was copied to the clipboard.
    #[arg(long)]
    clipboard: bool,
    /// A list of people (CSV) to add to those whom the agenda names.
    #[arg(long, value_name = "FILE")]
    people: Option<PathBuf>,
    /// Which agenda to read where the file has several, such as 2.
    #[arg(long = "agenda", value_name = "NUMBER")]
    number: Option<usize>,
}

impl Source {
    fn agenda(self) -> papers::Agenda {
        let source = self.agenda.map_or(papers::Source::Clipboard, papers::Source::File);
        papers::Agenda { source, people: self.people, number: self.number }
    }
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Read an agenda, show what was understood, and start minuting.
    New {
        #[command(flatten)]
        source: Source,
        /// Where to keep the session; in the library unless it is said.
        #[arg(short, long, value_name = "SESSION.ron")]
        output: Option<PathBuf>,
        #[command(flatten)]
        carry: Carry,
    },
    /// Minute or review a session.
    Open {
        /// The session.
        session: PathBuf,
    },
    /// Read an agenda without the screen.
    Import {
        #[command(flatten)]
        source: Source,
        /// Where to keep the session.
        #[arg(short, long, value_name = "SESSION.ron")]
        output: Option<PathBuf>,
        #[command(flatten)]
        carry: Carry,
        /// Print what was understood as JSON.
        #[arg(long, value_enum)]
        format: Option<ImportFormat>,
        /// Print why each line was read as it was, also where the paper is refused; no session is made.
        #[arg(long, conflicts_with_all = ["output", "format", "people", "from", "fresh"])]
        explain: bool,
    },
    /// Print the minutes of a session, or another paper of it.
    Export {
        /// The session.
        session: PathBuf,
        /// The format.
        #[arg(long, value_parser = format_named(), default_value = "text")]
        format: &'static Format,
        /// Which paper.
        #[arg(
            long,
            value_enum,
            default_value = "minutes",
            default_value_if("item", ArgPredicate::IsPresent, "item")
        )]
        paper: PaperName,
        /// The item, by its label on the agenda or its minute number.
        #[arg(long, value_name = "LABEL")]
        item: Option<String>,
        /// For whom: public, unless it is said, leaves out what is restricted; full only the clerk's own notes.
        #[arg(long, value_enum)]
        audience: Option<For>,
        /// The house style, instead of the session's own.
        #[arg(long)]
        style: Option<String>,
        /// The file to write, instead of standard output.
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
    /// Say what in a session deserves a second look.
    Check {
        /// The session.
        session: PathBuf,
        /// The format.
        #[arg(long, value_enum, default_value = "text")]
        format: CheckFormat,
    },
    /// Say what was changed in a copy of the draft that came back. Exits with 0 if nothing was, and with 1 if something
    /// was.
    Compare {
        /// The session.
        session: PathBuf,
        /// The copy: Word (.docx or .doc) with its tracked changes and comments, OpenDocument, rich text, text, Markdown, a web
        /// page, PDF; - for standard input.
        returned: PathBuf,
        /// The house style that it was printed in; found out unless it is said.
        #[arg(long)]
        style: Option<String>,
        /// Put the changes on the session's list of remarks, to be taken or left there.
        #[arg(long)]
        take_up: bool,
    },
    /// Say whether a sealed record still reads as it was sealed.
    Verify {
        /// The session.
        session: PathBuf,
    },
    /// Say what would be restored after a crash, or how a session stood earlier, changing nothing.
    Recover {
        /// The session.
        session: PathBuf,
        /// Print the text that record and journal give.
        #[arg(long, group = "what")]
        print: bool,
        /// Print the text as it stood at a time, such as 11:42 or 2026-03-12T11:42, when that minute was over.
        #[arg(long, group = "what", value_name = "TIME", value_parser = past::read_when)]
        at: Option<past::When>,
        /// List the older copies, the times that the journal knows, and what was set aside.
        #[arg(long, group = "what")]
        list: bool,
    },
    /// Print the table of commands, as in docs/commands.md.
    Commands,
    /// Print what the checks look for and on which law it stands, as in docs/checks.md.
    Checks,
    /// Print the completions for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

/// From which session people, style and numbering are carried on.
#[derive(Debug, clap::Args)]
pub(super) struct Carry {
    /// Carry people, style and numbering on from this session; without it, from the body's last in the library.
    #[arg(long, value_name = "SESSION.ron", conflicts_with = "fresh")]
    pub from: Option<PathBuf>,
    /// Carry nothing on from an earlier session.
    #[arg(long)]
    pub fresh: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ImportFormat {
    /// The neutral form of an agenda.
    Json,
}

/// The forms in which findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// A line a finding.
    Text,
    /// A list of findings, for other programs.
    Json,
}

/// Reads the name of a format, as the table has it.
fn format_named() -> impl TypedValueParser<Value = &'static Format> {
    let names = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(names).try_map(|name| Format::named(&name).ok_or("there is no such format"))
}

/// The papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PaperName {
    /// The minutes.
    Minutes,
    /// What was decided, item by item.
    Decisions,
    /// What is to be done, owner by owner.
    Actions,
    /// The minutes of one item.
    Item,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum For {
    /// Everybody: nothing restricted.
    Public,
    /// Those who may read everything.
    Full,
}

/// The exit status when the program itself has failed, as that of every Rust program.
const FAILED: u8 = 101;

/// Does what the command line asks for.
#[must_use]
pub fn run() -> ExitCode {
    crash::watch();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(asked) => {
            // Help and version are asked for this way, too; only they end well.
            let _ = asked.print();
            return ExitCode::from(u8::try_from(asked.exit_code()).unwrap_or(2));
        }
    };
    match carry_out(arguments) {
        Ok(_) if crash::has_failed() => ExitCode::from(FAILED),
        Ok(status) => ExitCode::from(status),
        Err(complaint) => {
            let _ = writeln!(std::io::stderr(), "{complaint}");
            ExitCode::from(complaint.status)
        }
    }
}

fn carry_out(arguments: Arguments) -> Result<u8, Complaint> {
    match (arguments.deed, arguments.session) {
        (None, None) => library::run(),
        (None, Some(session)) | (Some(Deed::Open { session }), _) => begin::open(&session),
        (Some(Deed::New { source, output, carry }), _) => begin::new(&source.agenda(), output, &carry),
        (Some(Deed::Import { source, explain: true, .. }), _) => explanation::explain(&source.agenda()),
        (Some(Deed::Import { source, output, carry, format, explain: false }), _) => {
            papers::import(&source.agenda(), output, &carry, format.is_some())
        }
        (Some(Deed::Export { session, format, paper, item, audience, style, output }), _) => {
            let audience = audience.map(|audience| match audience {
                For::Public => Audience::Public,
                For::Full => Audience::Full,
            });
            papers::export(&session, papers::Wanted { format, paper, item, audience, style, output })
        }
        (Some(Deed::Check { session, format }), _) => second_look::check(&session, format),
        (Some(Deed::Compare { session, returned, style, take_up }), _) => {
            returned::compare(&session, &returned, style.as_deref(), take_up)
        }
        (Some(Deed::Verify { session }), _) => second_look::verify(&session),
        (Some(Deed::Recover { session, print, at, list }), _) => match at {
            Some(when) => past::print_at(&session, when),
            None if list => past::list(&session),
            None if print => past::print_now(&session),
            None => past::say(&session),
        },
        (Some(Deed::Checks), _) => print(&crate::command::asked::page()),
        (Some(Deed::Commands), _) => print(&crate::command::reference::reference()),
        (Some(Deed::Completions { shell }), _) => completions(shell),
    }
}

/// Prints to standard output. Whoever stops reading has had enough.
pub(super) fn print(text: &str) -> Result<u8, Complaint> {
    print_bytes(text.as_bytes())
}

/// Prints bytes to standard output, as [`print`] prints text.
pub(super) fn print_bytes(bytes: &[u8]) -> Result<u8, Complaint> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Complaint::of(format!("standard output cannot be written: {error}")))
        }
        _ => Ok(0),
    }
}

fn completions(shell: Shell) -> Result<u8, Complaint> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "minutebook", &mut script);
    print(&String::from_utf8_lossy(&script))
}
