//! Headless Chromium, driven through its pipe: messages of JSON that end with a zero byte.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use base64ct::{Base64, Encoding};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// Shapes that every view is looked at in: name, width, height, scheme.
const SHAPES: &[(&str, u32, u32, &str)] = &[
    ("wide_light", 1280, 900, "light"),
    ("wide_dark", 1280, 900, "dark"),
    ("narrow_light", 390, 844, "light"),
    ("narrow_dark", 390, 844, "dark"),
];

pub struct Chromium {
    _child: Child,
    _profile: tempfile::TempDir,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    session: String,
    last: u64,
}

impl Chromium {
    /// Starts a browser; `None` if none is installed.
    pub async fn start() -> Option<Self> {
        let places = [
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        ];
        let program = places.into_iter().find(|path| Path::new(path).exists())?;
        let profile = tempfile::TempDir::new().unwrap();
        // The shell puts the pipe where Chromium looks for it: 3 and 4.
        let line = format!(
            "exec {program} --headless=new --no-sandbox --disable-gpu --remote-debugging-pipe \
             --user-data-dir={} about:blank 3<&0 4>&1 >/dev/null 2>&1",
            profile.path().display()
        );
        let mut child = Command::new("sh")
            .args(["-c", &line])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let mut chromium = Self {
            _child: child,
            _profile: profile,
            input,
            output,
            session: String::new(),
            last: 0,
        };
        let target = chromium
            .call("Target.createTarget", json!({"url": "about:blank"}))
            .await;
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        let attached = chromium.call("Target.attachToTarget", attach).await;
        chromium.session = attached["sessionId"].as_str().unwrap().into();
        chromium.call("Page.enable", json!({})).await;
        chromium.shape(SHAPES[0]).await;
        Some(chromium)
    }

    async fn call(&mut self, method: &str, params: Value) -> Value {
        self.last += 1;
        let mut message = json!({"id": self.last, "method": method, "params": params});
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.input.write_all(&bytes).await.unwrap();
        loop {
            let mut bytes = Vec::new();
            let read = self.output.read_until(0, &mut bytes);
            tokio::time::timeout(Duration::from_secs(30), read)
                .await
                .expect("an answer of Chromium")
                .unwrap();
            bytes.pop();
            let answer: Value = serde_json::from_slice(&bytes).expect("Chromium ended");
            if answer["id"] == self.last {
                assert!(
                    answer.get("error").is_none(),
                    "{method}: {}",
                    answer["error"]
                );
                return answer["result"].clone();
            }
        }
    }

    /// Runs a script and returns its value as text.
    pub async fn text(&mut self, script: &str) -> String {
        let wrapped = format!("String({script})");
        let params = json!({"expression": wrapped, "awaitPromise": true, "returnByValue": true});
        let result = self.call("Runtime.evaluate", params).await;
        assert!(
            result.get("exceptionDetails").is_none(),
            "{script}: {}",
            result["exceptionDetails"]
        );
        result["result"]["value"]
            .as_str()
            .unwrap_or_default()
            .into()
    }

    pub async fn open(&mut self, url: &str) {
        self.call("Page.navigate", json!({"url": url})).await;
        self.settle().await;
    }

    /// Waits until the page that was asked for is there.
    pub async fn settle(&mut self) {
        let begin = Instant::now();
        tokio::time::sleep(Duration::from_millis(300)).await;
        while self
            .text("document.readyState + document.styleSheets.length")
            .await
            != "complete1"
        {
            assert!(
                begin.elapsed() < Duration::from_secs(20),
                "the page does not load"
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub async fn write(&mut self, text: &str) {
        self.call("Input.insertText", json!({"text": text})).await;
    }

    pub async fn key(&mut self, key: &str) {
        let code = if key == "Enter" { 13 } else { 9 };
        let text = if key == "Enter" { "\r" } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let mut params =
                json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code});
            if kind == "keyDown" && !text.is_empty() {
                params["text"] = json!(text);
            }
            self.call("Input.dispatchKeyEvent", params).await;
        }
    }

    async fn shape(&mut self, (_, width, height, scheme): (&str, u32, u32, &str)) {
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", size).await;
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.call("Emulation.setEmulatedMedia", features).await;
    }

    /// Looks at the page in every shape: nothing is wider than the window. Keeps images if asked to.
    pub async fn shoot(&mut self, folder: &Option<PathBuf>, name: &str) {
        for shape in SHAPES {
            self.shape(*shape).await;
            let wider = self
                .text("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .await;
            assert_eq!(wider, "0", "{name} is too wide in {}", shape.0);
            if let Some(folder) = folder {
                let image = self
                    .call("Page.captureScreenshot", json!({"format": "png"}))
                    .await;
                let bytes = Base64::decode_vec(image["data"].as_str().unwrap()).unwrap();
                std::fs::create_dir_all(folder).unwrap();
                std::fs::write(folder.join(format!("{name}_{}.png", shape.0)), bytes).unwrap();
            }
        }
        self.shape(SHAPES[0]).await;
    }
}
