//! The disk fills up: a small file system of its own, or, where none can be mounted, a limit on the file.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::Ordering;
use std::{fs, io};

use serde_json::json;

use super::Proof;
use super::bodies;
use super::process::Receiver;
use super::sender::Sender;
use super::sink::Sink;

/// A mounted file system in memory.
struct Mount<'a>(&'a Path);

impl Drop for Mount<'_> {
    fn drop(&mut self) {
        run("umount", &["-l", &self.0.display().to_string()]);
    }
}

fn run(program: &str, arguments: &[&str]) -> bool {
    let status = Command::new(program)
        .args(arguments)
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

pub async fn prove() -> Proof {
    let sink = Sink::start().await?;
    let place = tempfile::tempdir()?;
    let path = place.path().display().to_string();
    let is_mounted = run("mount", &["-t", "tmpfs", "-o", "size=6m", "tmpfs", &path]);
    let mount = is_mounted.then(|| Mount(place.path()));
    let folder = place.path().join("data");
    fs::create_dir(&folder)?;
    let limit = if is_mounted {
        ""
    } else {
        "hard_limit = 1500000\n"
    };
    let more = format!("[retention]\nfree = 200000\n{limit}");
    let mut receiver = Receiver::in_folder(folder, &sink, "sqlite", &more)?;
    receiver.start_ready(&[]).await?;
    let sender = Sender::new(receiver.url())?;
    let mut number = 0;
    let mut full = None;
    while full.is_none() && number < 5_000 {
        number += 1;
        let status = sender.once(&bodies::message("D", 1, number)).await;
        full = status.filter(|status| *status != 200);
    }
    if full != Some(503) {
        return Err(format!("a full disk is answered with {full:?}, not with 503").into());
    }
    let acknowledged = sender.ledger.len();
    let ready = receiver.ready().await.ok_or("no answer")?;
    if is_mounted && ready.0 == 200 {
        return Err("ready although the disk is full".into());
    }
    // A crash on top of it.
    receiver.kill().await?;
    free(&mut receiver, is_mounted, &path)?;
    receiver.start_ready(&[]).await?;
    if !sender
        .until_acknowledged(&bodies::message("D", 1, number))
        .await
    {
        return Err("not acknowledged although there is space again".into());
    }
    sender.stop.store(true, Ordering::Relaxed);
    receiver.drained().await?;
    receiver.stop().await?;
    let mut figures = sender.ledger.settle(&receiver.data(), &sink)?;
    figures["acknowledged_until_full"] = json!(acknowledged);
    figures["by"] = json!(if is_mounted {
        "a file system of 6 MB"
    } else {
        "a limit on the file"
    });
    figures["ready_while_full"] = json!(ready);
    drop(receiver);
    drop(mount);
    Ok(figures)
}

/// Makes space.
fn free(receiver: &mut Receiver, is_mounted: bool, path: &str) -> io::Result<()> {
    if is_mounted {
        if !run("mount", &["-o", "remount,size=64m", path]) {
            return Err(io::Error::other("cannot be made larger"));
        }
        return Ok(());
    }
    let config = receiver.folder.join("receiver.toml");
    let text = fs::read_to_string(&config)?;
    fs::write(&config, text.replace("hard_limit = 1500000", ""))
}
