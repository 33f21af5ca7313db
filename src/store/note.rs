//! What is to be said about how a session was found, in sentences. Knows nothing of how it was found out.

use super::error::shown;
use std::fmt::{self, Display};
use std::path::{Path, PathBuf};

/// Something the clerk should know about a session that was opened. Nothing to say is the ordinary case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The journal went further than the record; what it had more is in the session again.
    Recovered {
        /// How many entries of the journal that was.
        entries: u64,
        /// How many changes that is, as undo counts them.
        changes: u64,
    },
    /// Journal and record do not belong together. The record stands as it is.
    AtOdds {
        /// Why.
        why: Odds,
        /// How many entries of the journal are not in the record.
        unsaved: u64,
        /// Where the journal is now; none if nothing was changed on the disk.
        aside: Option<PathBuf>,
    },
    /// The journal is damaged.
    Damaged {
        /// The first line that is not as it was written, counted from 1.
        line: usize,
        /// What is wrong there.
        why: String,
        /// Where what could not be used is now; none if nothing was changed on the disk.
        aside: Option<PathBuf>,
    },
    /// What the journal had beyond the record was left aside because the clerk said so.
    LeftAside {
        /// Where the journal is now.
        aside: Option<PathBuf>,
    },
}

/// Why a journal does not belong to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odds {
    /// The record is not one that was saved with this journal: it was changed by other means.
    Changed,
    /// The journal belongs to another session.
    AnotherSession,
    /// The journal ends before the record does, or begins after it.
    Gap,
}

impl Note {
    /// Where something was set aside.
    #[must_use]
    pub fn aside(&self) -> Option<&Path> {
        match self {
            Note::Recovered { .. } => None,
            Note::AtOdds { aside, .. } | Note::Damaged { aside, .. } | Note::LeftAside { aside } => {
                aside.as_deref()
            }
        }
    }

    /// Says where something was set aside.
    pub(super) fn set_aside(&mut self, path: PathBuf) {
        match self {
            Note::Recovered { .. } => {}
            Note::AtOdds { aside, .. } | Note::Damaged { aside, .. } | Note::LeftAside { aside } => {
                *aside = Some(path);
            }
        }
    }
}

impl Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::Recovered { changes: 1, .. } => f.write_str("Recovered 1 change made after the last save."),
            Note::Recovered { changes, .. } => {
                write!(f, "Recovered {changes} changes made after the last save.")
            }
            Note::AtOdds { why, unsaved, aside } => {
                f.write_str(why.sentence())?;
                if *unsaved > 0 {
                    write!(f, " What the journal has beyond it ({unsaved} lines) is not in it.")?;
                }
                aside
                    .as_ref()
                    .map_or(Ok(()), |aside| write!(f, " The journal was set aside as {}.", name(aside)))
            }
            Note::Damaged { line, why, aside } => {
                write!(f, "The journal is damaged at line {line} ({why}); what could be used was.")?;
                aside
                    .as_ref()
                    .map_or(Ok(()), |aside| write!(f, " The rest was set aside as {}.", name(aside)))
            }
            Note::LeftAside { aside } => {
                let kept = aside.as_ref().map_or_else(|| "its journal".to_owned(), |aside| name(aside));
                write!(f, "Left aside in {kept}; the record is as it was last saved.")
            }
        }
    }
}

impl Odds {
    fn sentence(self) -> &'static str {
        match self {
            Odds::Changed => {
                "The record was changed by hand since it was last saved here, and stands as it is."
            }
            Odds::AnotherSession => {
                "The journal beside the record belongs to another session and was not used."
            }
            Odds::Gap => "The journal does not reach to where the record is; the record stands as it is.",
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| shown(path), |name| shown(Path::new(name)))
}
