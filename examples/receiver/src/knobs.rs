//! What `prove` turns to bring about what is rare: a crash at a chosen point, and a clock that jumps.
//!
//! Without the two environment variables nothing here has any effect.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::{env, fs, process};

/// `PHASE:N`: ends the process, as `kill -9` would, when it passes the phase for the Nth time.
pub const DIE_AT: &str = "RECEIVER_PROVE_DIE_AT";

/// Path of a file with the milliseconds to add to the clock; read every tenth time.
pub const CLOCK_FILE: &str = "RECEIVER_PROVE_CLOCK_FILE";

/// A point at which a crash would hurt most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The rows are written, the transaction is not committed.
    BeforeCommit,
    /// The transaction is committed, the sender has no answer.
    AfterCommit,
    /// The handler was called, nothing says so yet.
    InHandler,
}

impl Phase {
    /// Every phase.
    pub const ALL: [Self; 3] = [Self::BeforeCommit, Self::AfterCommit, Self::InHandler];

    /// Returns the name of the phase in [`DIE_AT`].
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BeforeCommit => "before_commit",
            Self::AfterCommit => "after_commit",
            Self::InHandler => "in_handler",
        }
    }
}

/// Says that a phase is reached.
pub fn reached(phase: Phase) {
    static CHOSEN: OnceLock<Option<(Phase, u64)>> = OnceLock::new();
    static PASSED: AtomicU64 = AtomicU64::new(0);
    let chosen = CHOSEN.get_or_init(|| {
        let text = env::var(DIE_AT).ok()?;
        let (name, count) = text.split_once(':')?;
        let phase = Phase::ALL
            .into_iter()
            .find(|phase| phase.as_str() == name)?;
        Some((phase, count.parse().ok()?))
    });
    if let Some((wanted, count)) = chosen
        && *wanted == phase
        && PASSED.fetch_add(1, Ordering::Relaxed) + 1 == *count
    {
        process::abort();
    }
}

/// Returns the milliseconds to add to the clock.
pub fn clock_offset() -> i64 {
    static PATH: OnceLock<Option<String>> = OnceLock::new();
    static CALLS: AtomicU64 = AtomicU64::new(0);
    static OFFSET: AtomicI64 = AtomicI64::new(0);
    let Some(path) = PATH.get_or_init(|| env::var(CLOCK_FILE).ok()) else {
        return 0;
    };
    if CALLS.fetch_add(1, Ordering::Relaxed).is_multiple_of(10) {
        let text = fs::read_to_string(path).unwrap_or_default();
        OFFSET.store(text.trim().parse().unwrap_or(0), Ordering::Relaxed);
    }
    OFFSET.load(Ordering::Relaxed)
}
