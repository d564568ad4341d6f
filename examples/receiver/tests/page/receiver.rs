//! A receiver that runs, with a system behind it that refuses locations.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{fs, net};

use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::routing::post;
use tokio::process::{Child, Command};
use whatsapp_webhooks::meta;

pub const TOKEN: &str = "a token for the page";

/// A receiver with events in several states.
pub struct Receiver {
    pub folder: tempfile::TempDir,
    pub page: String,
    pub deliveries: String,
    _child: Child,
}

fn free_port() -> u16 {
    net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

impl Receiver {
    pub async fn start() -> Self {
        // A system that refuses locations.
        let sink = |body: Bytes| async move {
            let refused = body.windows(12).any(|part| part == b"\"location\":{");
            if refused {
                StatusCode::BAD_REQUEST
            } else {
                StatusCode::OK
            }
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let sink_port = listener.local_addr().unwrap().port();
        let app = Router::new().route("/", post(sink));
        tokio::spawn(async move { axum::serve(listener, app).await });
        let folder = tempfile::TempDir::new().unwrap();
        let (port, page) = (free_port(), free_port());
        for (name, secret) in [
            ("page", TOKEN),
            ("app", "an app secret"),
            ("verify", "a verify token"),
            ("forward", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        ] {
            fs::write(folder.path().join(name), secret).unwrap();
        }
        let config = folder.path().join("receiver.toml");
        let text = format!(
            "[server]\nlisten = \"127.0.0.1:{port}\"\n[page]\nlisten = \"127.0.0.1:{page}\"\ntoken = {{ file = \"page\" }}\n\
             [handler]\nkind = \"forward\"\nurl = \"http://127.0.0.1:{sink_port}/\"\nsecrets = [{{ file = \"forward\" }}]\n\
             [[endpoint]]\nprovider = \"meta\"\naccount = \"main\"\nsecrets = [{{ file = \"app\" }}]\n\
             verify_token = {{ file = \"verify\" }}\n"
        );
        fs::write(&config, text).unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_receiver"))
            .arg("--config")
            .arg(&config)
            .arg("serve")
            .env("RUST_LOG", "warn")
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let receiver = Self {
            folder,
            page: format!("http://127.0.0.1:{page}"),
            deliveries: format!("http://127.0.0.1:{port}/webhooks/meta/main"),
            _child: child,
        };
        let begin = Instant::now();
        while reqwest::get(format!("{}/readyz", receiver.page))
            .await
            .is_err()
        {
            assert!(begin.elapsed() < Duration::from_secs(20));
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        receiver
    }

    pub async fn deliver(&self, body: Vec<u8>) {
        let endpoint = meta::Endpoint::new("an app secret", "a verify token").unwrap();
        let request = reqwest::Client::new().post(&self.deliveries);
        let signed = request.header("X-Hub-Signature-256", endpoint.sign(&body).unwrap());
        assert_eq!(signed.body(body).send().await.unwrap().status(), 200);
    }

    /// Delivers fixtures whose name begins with one of the words.
    pub async fn deliver_fixtures(&self, words: &[&str]) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/meta");
        let mut paths: Vec<PathBuf> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if words.iter().any(|word| name.starts_with(word)) && name.ends_with(".json") {
                self.deliver(fs::read(path).unwrap()).await;
            }
        }
    }

    pub async fn settled(&self) {
        let begin = Instant::now();
        loop {
            let text = reqwest::get(format!("{}/metrics", self.page))
                .await
                .unwrap()
                .text()
                .await
                .unwrap();
            if text.contains("\nreceiver_queue_entries 0\n") {
                return;
            }
            assert!(begin.elapsed() < Duration::from_secs(20));
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}
