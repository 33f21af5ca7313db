//! Requests to end a command without a screen. A converter is in a process group of its own, so it would survive Ctrl-C.

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;
use std::cell::OnceCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Request to end the command. Signals are caught after the first call of `is_asked_for`. Before that, and at the second signal,
/// they end the command at once.
#[derive(Debug, Default)]
pub(super) struct Interrupt(OnceCell<Arc<AtomicBool>>);

impl Interrupt {
    /// Returns whether a signal has arrived.
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
