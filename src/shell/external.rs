//! External programs: found on the path, run in a folder of their own, stopped when their time is over or the clerk has
//! had enough. The only place that starts a program.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often a running program is looked at.
const GLANCE: Duration = Duration::from_millis(30);

/// Why a program gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// It is not installed.
    Missing,
    /// It could not be started, or ended with an error.
    Failed,
    /// It was not done in time.
    TooSlow,
    /// The clerk stopped it.
    Stopped,
}

/// Finds the first of several programs on the path.
pub(super) fn find(names: &[&str]) -> Result<PathBuf, Failure> {
    let folders: Vec<PathBuf> =
        env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default();
    let places = names.iter().flat_map(|name| {
        let is_whole = Path::new(name).is_absolute();
        let folders = if is_whole { &[][..] } else { folders.as_slice() };
        folders.iter().map(move |folder| folder.join(name)).chain(is_whole.then(|| PathBuf::from(name)))
    });
    // A relative entry of the path would mean a program in whatever folder the clerk is in.
    let mut places = places.filter(|place| place.is_absolute());
    places.find(|place| place.is_file()).ok_or(Failure::Missing)
}

/// Runs a program in a folder until it is done, for `time` at most, as long as `go_on` says so. What it prints is thrown
/// away.
pub(super) fn run(
    program: &Path,
    arguments: &[&OsStr],
    folder: &Path,
    time: Duration,
    go_on: &dyn Fn() -> bool,
) -> Result<(), Failure> {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let child = own_group(&mut command).spawn().map_err(|_| Failure::Failed)?;
    wait(child, time, go_on)
}

fn wait(mut child: Child, time: Duration, go_on: &dyn Fn() -> bool) -> Result<(), Failure> {
    let deadline = Instant::now() + time;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) | Err(_) => return Err(Failure::Failed),
            Ok(None) => {}
        }
        let failure = if Instant::now() >= deadline {
            Some(Failure::TooSlow)
        } else {
            (!go_on()).then_some(Failure::Stopped)
        };
        if let Some(failure) = failure {
            end(&mut child);
            return Err(failure);
        }
        thread::sleep(GLANCE);
    }
}

/// Puts a program into a process group of its own, so that it ends with all that it has started.
#[cfg(unix)]
fn own_group(command: &mut Command) -> &mut Command {
    std::os::unix::process::CommandExt::process_group(command, 0)
}

#[cfg(not(unix))]
fn own_group(command: &mut Command) -> &mut Command {
    command
}

/// Ends a program and what it has started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_is_missing() {
        assert_eq!(find(&["no-such-program-anywhere"]), Err(Failure::Missing));
        assert_eq!(find(&["/no/such/program"]), Err(Failure::Missing));
    }

    #[cfg(unix)]
    #[test]
    fn a_program_is_ended_when_its_time_is_over_or_the_clerk_stops_it() {
        let sleep = find(&["sleep"]).unwrap();
        let run = |time, go_on| run(&sleep, &[OsStr::new("60")], &env::temp_dir(), time, go_on);
        assert_eq!(run(Duration::ZERO, &|| true), Err(Failure::TooSlow));
        assert_eq!(run(Duration::from_secs(60), &|| false), Err(Failure::Stopped));
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_ends_badly_has_failed() {
        let (good, bad) = (find(&["true"]).unwrap(), find(&["false"]).unwrap());
        let run = |program: &Path| run(program, &[], &env::temp_dir(), Duration::from_secs(60), &|| true);
        assert_eq!((run(&good), run(&bad)), (Ok(()), Err(Failure::Failed)));
    }
}
