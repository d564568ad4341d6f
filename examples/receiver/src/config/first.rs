//! The first start: a configuration with secrets drawn at random.

use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use base64ct::{Base64, Base64UrlUnpadded, Encoding};

/// The configuration that a first start writes.
pub const DEFAULT: &str = include_str!("default.toml");

/// Files of secrets that [`DEFAULT`] names.
const SECRETS: &[&str] = &[
    "page_token",
    "meta_app_secret",
    "meta_verify_token",
    "whatzmeapi_secret",
    "engage_header",
    "cooby_path_secret",
    "partner_path_secret",
];

/// Writes [`DEFAULT`] to `path`, and a secret for each of its endpoints beside it, unless there is a file already.
/// Returns whether it did.
pub fn write(path: &Path) -> io::Result<bool> {
    if path.exists() {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let secrets = folder.join("secrets");
    fs::create_dir_all(&secrets)?;
    for name in SECRETS {
        write_secret(
            &secrets.join(name),
            &Base64UrlUnpadded::encode_string(&random()?),
        )?;
    }
    let forward = format!("whsec_{}", Base64::encode_string(&random()?));
    write_secret(&secrets.join("forward_secret"), &forward)?;
    fs::write(path, DEFAULT)?;
    Ok(true)
}

/// Draws 24 bytes.
fn random() -> io::Result<[u8; 24]> {
    let mut bytes = [0; 24];
    fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Keeps a secret that is already there.
fn write_secret(path: &Path, secret: &str) -> io::Result<()> {
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    match file {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        file => writeln!(file?, "{secret}"),
    }
}
