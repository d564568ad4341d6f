//! Group commit: one thread writes, and whatever waits goes into one transaction.
//!
//! While one transaction is being written to the disk, the next ones gather. So there is one `fsync` for each group
//! and not for each delivery, and nobody waits for a timer.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;
use std::{fs, thread};

use rusqlite::{Connection, ErrorCode, TransactionBehavior};
use tokio::sync::oneshot;

use super::StoreError;
use crate::knobs::{self, Phase};
use crate::metrics;

/// Jobs in one transaction at most.
const GROUP: usize = 256;

/// Time between two checkpoints.
const EVERY: Duration = Duration::from_secs(5);

/// Bytes of the log from which the writer itself lets it begin anew.
const LONG_LOG: u64 = 64 * 1024 * 1024;

/// A job that waits for its transaction.
trait Job: Send {
    /// Returns whether anybody still waits for the result.
    fn is_wanted(&self) -> bool;
    /// Returns whether it has to be on the disk before its caller goes on.
    fn is_durable(&self) -> bool;
    fn run(&mut self, connection: &Connection) -> rusqlite::Result<()>;
    fn finish(self: Box<Self>, committed: Result<(), &rusqlite::Error>);
}

struct Task<F, T> {
    job: Option<F>,
    result: Option<T>,
    durable: bool,
    reply: oneshot::Sender<Result<T, StoreError>>,
}

impl<F, T> Job for Task<F, T>
where
    F: FnOnce(&Connection) -> rusqlite::Result<T> + Send,
    T: Send,
{
    fn is_wanted(&self) -> bool {
        !self.reply.is_closed()
    }

    fn is_durable(&self) -> bool {
        self.durable
    }

    fn run(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        if let Some(job) = self.job.take() {
            self.result = Some(job(connection)?);
        }
        Ok(())
    }

    fn finish(self: Box<Self>, committed: Result<(), &rusqlite::Error>) {
        let result = match committed {
            Ok(()) => self.result.ok_or(StoreError::Closed),
            Err(error) => Err(copied(error)),
        };
        // A caller who has gone needs no answer.
        self.reply.send(result).ok();
    }
}

/// The same error, for each job of a group.
fn copied(error: &rusqlite::Error) -> StoreError {
    match error {
        rusqlite::Error::SqliteFailure(code, text) => {
            rusqlite::Error::SqliteFailure(*code, text.clone()).into()
        }
        other => StoreError::Sqlite(other.to_string()),
    }
}

#[derive(Clone)]
pub(super) struct Writer(mpsc::Sender<Box<dyn Job>>);

impl Writer {
    pub(super) fn start(connection: Connection, wal: PathBuf) -> Result<Self, StoreError> {
        let (sender, jobs) = mpsc::channel::<Box<dyn Job>>();
        let thread = thread::Builder::new().name("store".into());
        let work = move || write(connection, &wal, &jobs);
        thread.spawn(work).map_err(|_| StoreError::Closed)?;
        Ok(Self(sender))
    }

    pub(super) async fn run<T: Send + 'static>(
        &self,
        durable: bool,
        job: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, result) = oneshot::channel();
        let task = Task {
            job: Some(job),
            result: None,
            durable,
            reply,
        };
        self.0
            .send(Box::new(task))
            .map_err(|_| StoreError::Closed)?;
        result.await.map_err(|_| StoreError::Closed)?
    }
}

/// Writes until the last sender is gone.
fn write(mut connection: Connection, wal: &Path, jobs: &mpsc::Receiver<Box<dyn Job>>) {
    let mut groups = 0_u32;
    while let Ok(first) = jobs.recv() {
        let more = jobs.try_iter().take(GROUP - 1);
        let group: Vec<_> = std::iter::once(first)
            .chain(more)
            .filter(|job| job.is_wanted())
            .collect();
        metrics::get().group_size.observe(group.len() as f64);
        // Without a durable job the group waits for no `fsync`: the next durable one is behind it in the log.
        let level = if group.iter().any(|job| job.is_durable()) {
            "FULL"
        } else {
            "NORMAL"
        };
        connection
            .execute_batch(&format!("PRAGMA synchronous = {level}"))
            .ok();
        commit(&mut connection, group);
        groups = groups.wrapping_add(1);
        if groups.is_multiple_of(64) && fs::metadata(wal).is_ok_and(|log| log.len() > LONG_LOG) {
            // The checkpointer has done most of it: this is the moment at which nobody writes.
            checkpoint(&connection);
        }
    }
}

/// Moves the log into the database now and then, so that no delivery waits for it. Ends with the store.
pub(super) fn start_checkpointer(connection: Connection) -> Result<mpsc::Sender<()>, StoreError> {
    let (alive, ended) = mpsc::channel::<()>();
    let work = move || {
        while ended.recv_timeout(EVERY) == Err(mpsc::RecvTimeoutError::Timeout) {
            checkpoint(&connection);
        }
    };
    let thread = thread::Builder::new().name("checkpoint".into());
    thread.spawn(work).map_err(|_| StoreError::Closed)?;
    Ok(alive)
}

/// Never waits for anybody, and may be done in part.
fn checkpoint(connection: &Connection) {
    let done = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", (), |_| Ok(()));
    if let Err(error) = done {
        tracing::warn!(error = %StoreError::from(error), "no checkpoint");
    }
}

fn commit(connection: &mut Connection, group: Vec<Box<dyn Job>>) {
    let (committed, done, failed) = attempt(connection, group);
    let is_full = |error: &rusqlite::Error| error.sqlite_error_code() == Some(ErrorCode::DiskFull);
    let full = committed.as_ref().err().is_some_and(is_full)
        || failed.iter().any(|(_, error)| is_full(error));
    for (job, error) in failed {
        job.finish(Err(&error));
    }
    for job in done {
        job.finish(committed.as_ref().copied());
    }
    if full {
        // What is in the log already may have room in the database: then the log begins anew, and a repeat fits.
        checkpoint(connection);
    }
}

type Failed = Vec<(Box<dyn Job>, rusqlite::Error)>;

/// Runs each job behind a savepoint: one that fails takes no other with it.
fn attempt(
    connection: &mut Connection,
    group: Vec<Box<dyn Job>>,
) -> (rusqlite::Result<()>, Vec<Box<dyn Job>>, Failed) {
    let mut done = Vec::with_capacity(group.len());
    let mut failed = Vec::new();
    let mut transaction = match connection.transaction_with_behavior(TransactionBehavior::Immediate)
    {
        Ok(transaction) => transaction,
        Err(error) => return (Err(error), group, failed),
    };
    let mut group = group.into_iter();
    while let Some(mut job) = group.next() {
        let ran = transaction.savepoint().and_then(|savepoint| {
            job.run(&savepoint)?;
            savepoint.commit()
        });
        match ran {
            Ok(()) => done.push(job),
            Err(error) => failed.push((job, error)),
        }
        if transaction.is_autocommit() {
            // SQLite rolled all of it back: a full disk does that. Nothing of the group is stored.
            let error = rusqlite::Error::SqliteFailure(
                rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_FULL),
                None,
            );
            done.extend(group);
            return (Err(error), done, failed);
        }
    }
    knobs::reached(Phase::BeforeCommit);
    (transaction.commit(), done, failed)
}
