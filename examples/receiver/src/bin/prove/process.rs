//! The program `receiver` with a folder, a configuration and ports of its own.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use tokio::process::{Child, Command};
use tokio::time::sleep;

use super::broker::free_port;
use super::sink::{SECRET, Sink};

pub const APP_SECRET: &str = "an app secret for proofs";
pub const VERIFY_TOKEN: &str = "a verify token for proofs";

/// A folder with a configuration, and what runs there.
pub struct Receiver {
    pub folder: PathBuf,
    pub port: u16,
    pub page: u16,
    config: PathBuf,
    child: Option<Child>,
}

impl Drop for Receiver {
    fn drop(&mut self) {
        // `kill_on_drop` ends the process.
        if env::var_os("PROVE_KEEP").is_none() {
            fs::remove_dir_all(&self.folder).ok();
        }
    }
}

impl Receiver {
    /// Prepares a folder. `more` is appended to the configuration.
    pub fn new(sink: &Sink, queue: &str, more: &str) -> io::Result<Self> {
        Self::in_folder(
            tempfile::Builder::new().prefix("prove-").tempdir()?.keep(),
            sink,
            queue,
            more,
        )
    }

    /// The same in a given folder.
    pub fn in_folder(folder: PathBuf, sink: &Sink, queue: &str, more: &str) -> io::Result<Self> {
        let (port, page) = (free_port()?, free_port()?);
        fs::write(folder.join("app_secret"), APP_SECRET)?;
        fs::write(folder.join("verify_token"), VERIFY_TOKEN)?;
        fs::write(folder.join("forward"), SECRET)?;
        let config = folder.join("receiver.toml");
        let address = sink.address;
        let text = format!(
            r#"
queue = "{queue}"
[server]
listen = "127.0.0.1:{port}"
drain = "5s"
[page]
listen = "127.0.0.1:{page}"
[handler]
kind = "forward"
url = "http://{address}/"
secrets = [{{ file = "forward" }}]
[[endpoint]]
provider = "meta"
account = "main"
secrets = [{{ file = "app_secret" }}]
verify_token = {{ file = "verify_token" }}
[limits]
per_second = 1000000
in_flight = 2000
{more}
"#
        );
        fs::write(&config, text)?;
        Ok(Self {
            folder,
            port,
            page,
            config,
            child: None,
        })
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/webhooks/meta/main", self.port)
    }

    pub fn data(&self) -> PathBuf {
        self.folder.join("receiver.db")
    }

    /// Returns the command `receiver`, its log appended to a file of the folder.
    pub fn command(&self, arguments: &[&str]) -> io::Result<Command> {
        let program = env::current_exe()?.with_file_name("receiver");
        let log = fs::File::options()
            .create(true)
            .append(true)
            .open(self.folder.join("log"))?;
        let mut command = Command::new(program);
        command.arg("--config").arg(&self.config).args(arguments);
        command
            .env("RUST_LOG", "warn")
            .stdout(Stdio::null())
            .stderr(log)
            .kill_on_drop(true);
        Ok(command)
    }

    /// Starts it.
    pub fn start(&mut self, variables: &[(&str, &str)]) -> io::Result<()> {
        let mut command = self.command(&["serve"])?;
        command.envs(variables.iter().copied());
        self.child = Some(command.spawn()?);
        Ok(())
    }

    /// Starts it, and returns once it answers.
    pub async fn start_ready(&mut self, variables: &[(&str, &str)]) -> io::Result<()> {
        self.start(variables)?;
        self.wait_for(
            || async { self.ready().await.is_some() },
            "the receiver to listen",
        )
        .await
    }

    pub fn pid(&self) -> Option<u32> {
        self.child.as_ref().and_then(Child::id)
    }

    /// Returns whether the process has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        self.child
            .as_mut()
            .is_none_or(|child| matches!(child.try_wait(), Ok(Some(_))))
    }

    /// Ends it as `kill -9` does.
    pub async fn kill(&mut self) -> io::Result<()> {
        match self.child.take() {
            Some(mut child) => child.kill().await,
            None => Ok(()),
        }
    }

    /// Sends a signal.
    pub async fn signal(&self, name: &str) -> io::Result<()> {
        let pid = self.pid().ok_or(io::ErrorKind::NotFound)?.to_string();
        Command::new("kill")
            .args([&format!("-{name}"), &pid])
            .status()
            .await
            .map(drop)
    }

    /// Stops it gracefully; returns whether it ended well.
    pub async fn stop(&mut self) -> io::Result<bool> {
        self.signal("TERM").await?;
        match self.child.take() {
            Some(mut child) => Ok(child.wait().await?.success()),
            None => Ok(false),
        }
    }

    /// Returns the status and text of the readiness; `None` if nothing answers.
    pub async fn ready(&self) -> Option<(u16, String)> {
        let answer = reqwest::get(format!("http://127.0.0.1:{}/readyz", self.page))
            .await
            .ok()?;
        Some((answer.status().as_u16(), answer.text().await.ok()?))
    }

    /// Reads a metric without labels.
    pub async fn metric(&self, name: &str) -> Option<f64> {
        let answer = reqwest::get(format!("http://127.0.0.1:{}/metrics", self.page))
            .await
            .ok()?;
        let text = answer.text().await.ok()?;
        let line = text
            .lines()
            .find(|line| line.split(' ').next() == Some(name))?;
        line.split(' ').nth(1)?.parse().ok()
    }

    /// Waits until nothing is left in the queue.
    pub async fn drained(&self) -> io::Result<()> {
        let empty = || async { self.metric("receiver_queue_entries").await == Some(0.0) };
        self.wait_for(empty, "the queue to be empty").await
    }

    pub async fn wait_for<F: Future<Output = bool>>(
        &self,
        is_so: impl Fn() -> F,
        what: &str,
    ) -> io::Result<()> {
        let begin = Instant::now();
        while !is_so().await {
            if begin.elapsed() > Duration::from_secs(60) {
                return Err(io::Error::other(format!(
                    "waited too long for {what}: {}",
                    self.last_log()
                )));
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    fn last_log(&self) -> String {
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        log.lines().last().unwrap_or_default().into()
    }
}

/// Returns the memory of a process in KiB.
pub fn memory(pid: u32) -> Option<u64> {
    let status =
        fs::read_to_string(Path::new("/proc").join(pid.to_string()).join("status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
