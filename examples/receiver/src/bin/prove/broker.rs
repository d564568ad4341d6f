//! A real NATS server of our own: started, killed, started again on the same files.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, io, net, thread};

/// A running server.
pub struct Broker {
    child: Child,
    folder: PathBuf,
    pub port: u16,
}

/// Returns the server's program, if it is installed.
pub fn program() -> Option<PathBuf> {
    let places = [
        "/usr/sbin/nats-server",
        "/usr/bin/nats-server",
        "/usr/local/bin/nats-server",
    ];
    places
        .into_iter()
        .map(PathBuf::from)
        .find(|path| path.exists())
}

/// Returns a port that nobody listens on.
pub fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

impl Broker {
    /// Starts a server that keeps its files in `folder`; `None` if there is none to start.
    pub fn start(folder: &Path) -> io::Result<Option<Self>> {
        let Some(program) = program() else {
            return Ok(None);
        };
        let port = free_port()?;
        let child = run(&program, folder, port)?;
        Ok(Some(Self {
            child,
            folder: folder.into(),
            port,
        }))
    }

    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// Ends the server as `kill -9` does.
    #[allow(dead_code, reason = "the tests of the queues do not need it")]
    pub fn kill(&mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }

    /// Starts the server again.
    #[allow(dead_code, reason = "the tests of the queues do not need it")]
    pub fn again(&mut self) -> io::Result<()> {
        let program = program().ok_or(io::ErrorKind::NotFound)?;
        self.child = run(&program, &self.folder, self.port)?;
        Ok(())
    }
}

impl Drop for Broker {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn run(program: &Path, folder: &Path, port: u16) -> io::Result<Child> {
    let files = folder.join("jetstream");
    let config = folder.join("nats.conf");
    let text = format!(
        "listen: 127.0.0.1:{port}\nmax_payload: 8MB\njetstream {{ store_dir: {:?} }}\n",
        files.display().to_string()
    );
    fs::write(&config, text)?;
    let log = fs::File::create(folder.join("nats.log"))?;
    let mut child = Command::new(program)
        .arg("--config")
        .arg(&config)
        .stdout(log.try_clone()?)
        .stderr(Stdio::from(log))
        .spawn()?;
    let begin = Instant::now();
    while net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        if begin.elapsed() > Duration::from_secs(20) || child.try_wait()?.is_some() {
            child.kill().ok();
            return Err(io::Error::other("the NATS server does not listen"));
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(child)
}
