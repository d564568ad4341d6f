//! The log of a receiver that got every fixture, at the most talkative level: nobody's number, no secret.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use std::{fs, net};

use receiver::config::first;
use tokio::process::Command;
use whatsapp_webhooks::meta;

fn free_port() -> u16 {
    net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// Runs of digits as long as a number that stand in the values of a line, but for keys, which are hashes, and times.
fn numbers(line: &str) -> Vec<String> {
    let fields: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(line).expect(line);
    let told = fields
        .iter()
        .filter(|(name, _)| !["key", "timestamp"].contains(&name.as_str()));
    let text: String = told.map(|(_, value)| format!("{value} ")).collect();
    let runs = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() >= 7);
    runs.map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_names_nobody() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("receiver.toml");
    first::write(&path).unwrap();
    let (port, page) = (free_port(), free_port());
    let mut text = fs::read_to_string(&path).unwrap();
    text.push_str("[limits]\nrefused_per_minute = 100000\n");
    let text = text.replace("127.0.0.1:8080", &format!("127.0.0.1:{port}"));
    fs::write(
        &path,
        text.replace("127.0.0.1:8081", &format!("127.0.0.1:{page}")),
    )
    .unwrap();
    let log = folder.path().join("log");
    let mut child = Command::new(env!("CARGO_BIN_EXE_receiver"))
        .arg("--config")
        .arg(&path)
        .env("RUST_LOG", "receiver=trace,info")
        .stdout(Stdio::null())
        .stderr(fs::File::create(&log).unwrap())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let begin = Instant::now();
    while reqwest::get(format!("http://127.0.0.1:{page}/readyz"))
        .await
        .is_err()
    {
        assert!(begin.elapsed() < Duration::from_secs(20));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let secret = |name: &str| {
        fs::read_to_string(folder.path().join("secrets").join(name))
            .unwrap()
            .trim_end()
            .to_owned()
    };
    let endpoint =
        meta::Endpoint::new(secret("meta_app_secret"), secret("meta_verify_token")).unwrap();
    let client = reqwest::Client::new();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/meta");
    for entry in fs::read_dir(fixtures).unwrap() {
        let body = fs::read(entry.unwrap().path()).unwrap();
        let url = format!("http://127.0.0.1:{port}/webhooks/meta/main");
        let signed = client
            .post(&url)
            .header("X-Hub-Signature-256", endpoint.sign(&body).unwrap());
        signed.body(body.clone()).send().await.unwrap();
        client
            .post(&url)
            .header("X-Hub-Signature-256", "sha256=00")
            .body(body)
            .send()
            .await
            .unwrap();
    }
    let query = format!(
        "hub.mode=subscribe&hub.challenge=1&hub.verify_token={}x",
        secret("meta_verify_token")
    );
    client
        .get(format!(
            "http://127.0.0.1:{port}/webhooks/meta/main?{query}"
        ))
        .send()
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    child.kill().await.unwrap();
    let log = fs::read_to_string(&log).unwrap();
    let lines: Vec<&str> = log.lines().filter(|line| line.starts_with('{')).collect();
    assert!(lines.len() > 300, "{} lines", lines.len());
    for line in lines {
        assert_eq!(numbers(line), Vec::<String>::new(), "{line}");
    }
    for file in fs::read_dir(folder.path().join("secrets")).unwrap() {
        let secret = fs::read_to_string(file.unwrap().path()).unwrap();
        assert!(!log.contains(secret.trim_end()));
    }
}
