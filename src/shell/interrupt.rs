//! Requests to end a command that has no screen. Without this a converter that was started would go on after Ctrl-C, because
//! it is in a process group of its own.

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;
use std::cell::OnceCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the command was asked to end. Signals are caught from the first question on; until then, and at a second
/// signal, they end the command at once, as they do where nobody listens.
#[derive(Debug, Default)]
pub(super) struct Interrupt(OnceCell<Arc<AtomicBool>>);

impl Interrupt {
    /// Whether a signal has asked the command to end.
    pub fn is_asked_for(&self) -> bool {
        self.0.get_or_init(listen).load(Ordering::SeqCst)
    }
}

/// Begins to listen. A signal that cannot be caught ends the command, as before.
fn listen() -> Arc<AtomicBool> {
    let asked = Arc::new(AtomicBool::new(false));
    for signal in [SIGHUP, SIGINT, SIGTERM] {
        // The order matters: the second signal finds what the first has set.
        let _ = flag::register_conditional_default(signal, Arc::clone(&asked));
        let _ = flag::register(signal, Arc::clone(&asked));
    }
    asked
}
