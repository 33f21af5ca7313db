//! The program: hands its arguments to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    minutebook::shell::run()
}
