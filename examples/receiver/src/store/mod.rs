//! One SQLite file. One thread writes, in groups; readers have connections of their own.

pub mod actions;
pub mod deliveries;
mod findings;
pub mod lanes;
pub mod outcomes;
pub mod purge;
pub mod read;
mod schema;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

pub use self::deliveries::{NewDelivery, Stored};
pub use self::findings::{Drift, Finding};
use self::writer::Writer;

/// Time for which a connection waits for another process that writes.
const BUSY: Duration = Duration::from_millis(1_000);

/// Why the store did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the store: {0}")]
    Sqlite(String),
    #[error("the disk is full")]
    Full,
    #[error("the store is locked by another process")]
    Locked,
    #[error("the store is closed")]
    Closed,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, DiskFull};
        match error.sqlite_error_code() {
            Some(DiskFull) => Self::Full,
            Some(DatabaseBusy | DatabaseLocked) => Self::Locked,
            // The messages of SQLite name tables and columns, never values.
            _ => Self::Sqlite(error.to_string()),
        }
    }
}

/// The store: cheap to clone.
#[derive(Clone)]
pub struct Store {
    path: Arc<Path>,
    writer: Writer,
    readers: Arc<Mutex<Vec<Connection>>>,
    _checkpointer: Arc<mpsc::Sender<()>>,
}

impl Store {
    /// Opens the file, and creates or upgrades it.
    pub fn open(path: &Path, hard_limit: Option<u64>) -> Result<Self, StoreError> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(BUSY)?;
        schema::prepare(&connection)?;
        if let Some(bytes) = hard_limit {
            let page: i64 = connection.query_row("PRAGMA page_size", (), |row| row.get(0))?;
            let pages = i64::try_from(bytes).unwrap_or(i64::MAX) / page.max(1);
            connection.query_row(&format!("PRAGMA max_page_count = {pages}"), (), |_| Ok(()))?;
        }
        connection.execute_batch("PRAGMA wal_autocheckpoint = 0")?;
        let checkpointer = Connection::open(path)?;
        checkpointer.busy_timeout(BUSY)?;
        let mut wal = path.as_os_str().to_owned();
        wal.push("-wal");
        Ok(Self {
            path: path.into(),
            writer: Writer::start(connection, wal.into())?,
            readers: Arc::default(),
            _checkpointer: Arc::new(writer::start_checkpointer(checkpointer)?),
        })
    }

    /// Runs a job in the next transaction, together with whatever else waits, and returns after the commit.
    ///
    /// A job whose caller has gone is not run.
    pub async fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.writer.run(true, job).await
    }

    /// Runs a job as [`write`](Self::write) does, but is back before it is on the disk: a crash of the machine may undo
    /// it, a crash of the process does not. For what would only be done once more.
    pub async fn write_lazily<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.writer.run(false, job).await
    }

    /// Runs a query on a connection of its own.
    pub async fn read<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let store = self.clone();
        let task = tokio::task::spawn_blocking(move || {
            let mut pool = store.readers.lock().unwrap_or_else(PoisonError::into_inner);
            let idle = pool.pop();
            drop(pool);
            let connection = match idle {
                Some(connection) => connection,
                None => store.reader()?,
            };
            let result = query(&connection)?;
            store
                .readers
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(connection);
            Ok(result)
        });
        task.await.unwrap_or(Err(StoreError::Closed))
    }

    fn reader(&self) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        connection.busy_timeout(BUSY)?;
        Ok(connection)
    }

    /// Returns the name of this store: drawn at random when it was created.
    pub async fn id(&self) -> Result<String, StoreError> {
        let select = "SELECT value FROM about WHERE name = 'id'";
        self.read(move |connection| connection.query_row(select, (), |row| row.get(0)))
            .await
    }

    /// Returns the path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the free bytes of the file's disk.
    pub fn free_bytes(&self) -> std::io::Result<u64> {
        let folder = self
            .path
            .parent()
            .filter(|path| !path.as_os_str().is_empty());
        let stat = rustix::fs::statvfs(folder.unwrap_or(Path::new(".")))?;
        Ok(stat.f_bavail.saturating_mul(stat.f_frsize))
    }

    /// Returns the path of a file beside the store's.
    pub fn beside(&self, suffix: &str) -> PathBuf {
        let mut name = self.path.as_os_str().to_owned();
        name.push(suffix);
        name.into()
    }
}
